"""How many days of a period things to let had a tenant, and how many they stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import lease_vacancy
from services.lease_register import REGISTER
from services.lease_vacancy import Vacancy
from services.money import percent_of
from services.register_model import Filter, Operator
from services.statistics_terms import Span
from ui.state import Desk
from ui.statistics.controls import labelled
from ui.statistics.expense_figures import span_words
from ui.statistics.figures import Behind, Cell, Figures, Heading, count, money, percent
from ui.supplies.figures_dialog import FiguresDialog
from ui.widgets.bar_layout import Bar

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


class VacancyDialog(FiguresDialog):
    """A row for everything that was ever let."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "vacancy", translate("Supplies", "Vacancy of things to let"), parent)
        self.choices.addLayout(labelled(translate("Statistics", "Period"), self.period))
        self.choices.addStretch(1)
        self.ask()

    def question(self) -> tuple[Callable[[Any], Any], Callable[[Any], Figures]] | None:
        span = self.period.span()
        if span is None:
            return None
        return partial(_read, self.desk.actor, span, self.desk.today()), partial(figures, span)


def _read(actor: Actor, span: Span, today: date, session: Session) -> list[Vacancy]:
    return lease_vacancy.vacancy(session, actor, first=span.first, last=span.last, today=today)


def figures(span: Span, found: Sequence[Vacancy]) -> Figures:
    """Days to let, days let, days vacant, the share of them, and the rents that came due."""
    days, let = sum(row.days for row in found), sum(row.let for row in found)
    rent = sum((row.rent for row in found), Decimal(0))
    words = translate("Supplies", "{span} · {vacant} of {days} days without a tenant ({rate})")
    total = translate("Statistics", "Total")
    return Figures(
        name="vacancy",
        title=translate("Supplies", "Vacancy of things to let"),
        subtitle=words.format(span=span_words(span), vacant=days - let, days=days, rate=percent(percent_of(days - let, days)).text),
        note=translate("Supplies", "Counted from the first day of the first lease. A day is let while the thing is with its tenant, also after the last day of the lease."),
        headings=(
            Heading(translate("Register", "Asset"), right=False, weight=4),
            Heading(translate("Supplies", "Days"), weight=1),
            Heading(translate("Supplies", "Days let"), weight=1),
            Heading(translate("Supplies", "Days vacant"), weight=1),
            Heading(translate("Supplies", "Vacancy"), weight=1),
            Heading(translate("Supplies", "Rent due")),
        ),
        rows=tuple(_row(row) for row in found),
        total=(
            Cell(total, total), count(days), count(let), count(days - let), percent(percent_of(days - let, days)), money(rent),
        ),
        bars=tuple(_bar(row) for row in found[:12]),
        legend=(translate("Supplies", "Days vacant"), translate("Supplies", "Days let")),
    )  # fmt: skip


def _row(row: Vacancy) -> tuple[Cell, ...]:
    name = f"{row.number} {row.name}"
    leases = replace(REGISTER, chips=(), default_chip="")
    behind = Behind(name, leases, (Filter("asset_number", Operator.IS, row.number),))
    return (
        Cell(name, name),
        count(row.days),
        count(row.let, behind),
        count(row.vacant, behind, "amber" if row.vacant else ""),
        percent(percent_of(row.vacant, row.days)),
        money(row.rent, behind),
    )


def _bar(row: Vacancy) -> Bar:
    told = translate("Supplies", "{name}: {vacant} days vacant, {let} days let")
    return Bar(
        label=row.name,
        value=Decimal(row.vacant),
        before=Decimal(row.let),
        shown=f"{row.vacant} / {row.days}",
        told=told.format(name=row.name, vacant=row.vacant, let=row.let),
    )
