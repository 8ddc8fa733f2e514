"""How long deposits have been due: by payee and by the days since, the list behind every figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import bid_deposit_ageing
from services.bid_deposit_ageing import AgeBucket, AgeingRow, behind
from services.bid_deposits import LIST
from ui.labels import label
from ui.statistics.figure_dialog import FigureDialog
from ui.statistics.figures import Behind, Cell, Figures, Heading, count, money
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

translate = QCoreApplication.translate


class AgeingDialog(FigureDialog):
    """As of today."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "deposit_ageing", translate("Bid", "Ageing of deposits"), parent)
        self.ask()

    def ask(self) -> None:
        """Add up again."""
        today = self.desk.today()
        work = partial(_read, self.desk.actor, today)
        self.desk.tasks.read(self, work, lambda found: self.show_figures(figures(found, today)), self.refuse)


def _read(actor: Actor, today: date, session: Session) -> list[AgeingRow]:
    return bid_deposit_ageing.ageing(session, actor, today=today)


def figures(found: list[AgeingRow], today: date) -> Figures:
    """A row a payee, a column a bucket."""
    order = list(AgeBucket)
    sums = tuple(sum((row.amounts[place] for row in found), Decimal(0)) for place in range(len(order)))
    whole = AgeingRow(translate("Statistics", "Total"), sum(row.count for row in found), sums)
    told = translate("Bid", "{day}: {out} out, {overdue} of it overdue")
    return Figures(
        name="deposit_ageing",
        title=translate("Bid", "Ageing of deposits"),
        subtitle=told.format(
            day=today.isoformat(), out=formats.yuan(whole.total), overdue=formats.yuan(whole.overdue)
        ),
        note=translate(
            "Bid", "By the days since a deposit should have come home; without such a day it is not due."
        ),
        headings=(
            Heading(translate("Field", "Payee"), right=False, weight=3),
            Heading(translate("Bid", "Count"), weight=1),
            *(Heading(label(bucket)) for bucket in order),
            Heading(translate("Statistics", "Total")),
        ),
        rows=tuple(_cells(row, row.payee, today) for row in found),
        total=_cells(whole, None, today),
    )


def _cells(row: AgeingRow, payee: str | None, today: date) -> tuple[Cell, ...]:
    def list_of(words: str, bucket: AgeBucket | None) -> Behind:
        return Behind(f"{row.payee} · {words}", LIST, behind(payee, bucket, today))

    whole = list_of(translate("Bid", "Out"), None)
    cells = [Cell(row.payee, row.payee), count(row.count, whole)]
    for bucket, amount in zip(AgeBucket, row.amounts, strict=True):
        late = "red" if amount and bucket is not AgeBucket.NOT_DUE else ""
        cells.append(money(amount, list_of(label(bucket), bucket) if amount else None, late))
    return (*cells, money(row.total, whole))
