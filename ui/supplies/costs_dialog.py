"""What supplies cost against last year; one switch shows paid claims by category in their place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import expense_statistics, supply_costs
from services.expense_statistics import Question
from services.permissions import Permission
from services.statistics_terms import Counted, Grouping, Span
from services.supply_costs import CostBy, CostSource
from ui.state import Desk
from ui.statistics import expense_figures
from ui.statistics.controls import choice_box, labelled
from ui.supplies import cost_figures
from ui.supplies.figures_dialog import FiguresDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.statistics.figures import Figures

_CLAIMED_BY = {CostBy.DEPARTMENT: Grouping.DEPARTMENT, CostBy.MONTH: Grouping.MONTH}

translate = QCoreApplication.translate


class CostsDialog(FiguresDialog):
    """By kind, department, month or article, alone or across another; of supplies, or of paid claims."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "supply_costs", translate("Supplies", "Costs against last year"), parent)
        self.by = choice_box("by", translate("Statistics", "By"), list(CostBy))
        alone = translate("Statistics", "nothing else")
        self.across = choice_box("across", translate("Statistics", "Across"), [None, *CostBy], alone)
        sources = list(CostSource) if desk.can(Permission.CLAIM_SEE) else [CostSource.SUPPLIES]
        self.source = choice_box("source", translate("Supplies", "Costs of"), sources)
        for words, box in (
            (translate("Supplies", "Costs of"), self.source),
            (translate("Statistics", "By"), self.by),
            (translate("Statistics", "Across"), self.across),
        ):
            self.choices.addLayout(labelled(words, box))
            box.currentIndexChanged.connect(self.ask)
        self.choices.addWidget(self.period)
        self.choices.addStretch(1)
        self.ask()

    def question(self) -> tuple[Callable[[Any], Any], Callable[[Any], Figures]] | None:
        span = self.period.span()
        if span is None:
            return None
        by, across = CostBy(self.by.currentData()), self.across.currentData()
        other = None if across is None or CostBy(across) is by else CostBy(across)
        if CostSource(self.source.currentData()) is CostSource.SUPPLIES:
            return partial(_costs, self.desk.actor, by, span, other), cost_figures.figures
        down, right = _claimed(by), None if other is None else _claimed(other)
        asked = Question(down, Counted.PAID, span)
        if right is None or right is down:
            return partial(_statistics, self.desk.actor, asked), expense_figures.table
        return partial(_matrix, self.desk.actor, asked, right), expense_figures.matrix


def _claimed(by: CostBy) -> Grouping:
    return _CLAIMED_BY.get(by, Grouping.CATEGORY)


def _costs(actor: Actor, by: CostBy, span: Span, across: CostBy | None, session: Session) -> Any:
    return supply_costs.costs(session, actor, by, span, across)


def _statistics(actor: Actor, question: Question, session: Session) -> Any:
    return expense_statistics.statistics(session, actor, question)


def _matrix(actor: Actor, question: Question, across: Grouping, session: Session) -> Any:
    return expense_statistics.matrix(session, actor, question, across)
