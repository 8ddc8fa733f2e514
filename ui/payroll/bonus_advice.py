"""Annual bonuses before they are paid: which tax is cheaper for whom, and who stands in a blind zone."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services import payroll_bonus
from services.permissions import Permission
from ui.payments.rows_table import Heading, Shown
from ui.payroll.list_dialog import PayrollList
from ui.state import Desk
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.payroll_bonus import BonusAdviceRow
    from services.permissions import Actor

translate = QCoreApplication.translate


class BonusDialog(PayrollList):
    """`chosen` tells that the sheet is to be made."""

    chosen = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, month: date, parent: QWidget | None = None) -> None:
        title = translate("Payroll", "Annual bonuses of {month}").format(month=f"{month:%Y-%m}")
        hint = translate("Payroll", "Search name or department  Ctrl+F")
        super().__init__(desk, "bonus", title, _headings(), hint, parent)
        self.resize(1060, 560)
        self.make_button = self.button(
            "make_sheet", translate("Payroll", "Make the sheet…  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        self.make_button.setVisible(desk.can(Permission.PAYROLL_EDIT))
        self.make_button.setEnabled(False)
        self.make_button.clicked.connect(self._choose)
        self.end_with(self.make_button)
        desk.tasks.read(self, partial(_load, desk.actor, month), self._show, self.refuse)

    def _show(self, rows: list[BonusAdviceRow]) -> None:
        self.table.fill([_shown(row) for row in rows])
        self.make_button.setEnabled(bool(rows))
        blind = sum(row.blind_from is not None for row in rows)
        if not rows:
            self.told.setText(
                translate("Payroll", "Enter the annual bonuses at One-off lines first: a line a person.")
            )
        elif blind:
            words = translate(
                "Payroll", "{count} people; {blind} stand in a blind zone, where more bonus leaves less."
            )
            self.told.setText(words.format(count=formats.count(len(rows)), blind=formats.count(blind)))
        else:
            words = translate("Payroll", "{count} people; nobody stands in a blind zone.")
            self.told.setText(words.format(count=formats.count(len(rows))))
        self.loaded.emit()

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit()


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Payroll", "Name"), 96),
        Heading(translate("Payroll", "Department"), 130),
        Heading(translate("Payroll", "Bonus"), 110, right=True),
        Heading(translate("Payroll", "Tax by itself"), 110, right=True),
        Heading(translate("Payroll", "Tax merged"), 110, right=True),
        Heading(translate("Payroll", "Cheaper"), 120),
        Heading(translate("Payroll", "Saves"), 100, right=True),
        Heading(translate("Payroll", "To look at")),
    )


def _shown(row: BonusAdviceRow) -> Shown:
    cheaper = translate("Payroll", "by itself") if row.separate_is_cheaper else translate("Payroll", "merged")
    remarks = []
    if row.blind_from is not None:
        words = translate("Payroll", "blind zone: {amount} leaves as much")
        remarks.append(words.format(amount=formats.money(row.blind_from)))
    if row.taken:
        remarks.append(translate("Payroll", "had one taxed by itself this year"))
    money = (row.bonus, row.separate_tax, row.merged_tax)
    cells = (
        row.name,
        row.department,
        *map(formats.money, money),
        cheaper,
        formats.money(row.saves),
        "; ".join(remarks),
    )
    return Shown(
        row.employee_id,
        cells,
        (row.name, row.department, *money, cheaper, row.saves, cells[-1]),
        "amber" if remarks else "",
    )


def _load(actor: Actor, month: date, session: Session) -> list[BonusAdviceRow]:
    return payroll_bonus.advice(session, actor, month)
