"""Every difference to last month's sheet with its cause 差异."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.payments.frame import muted
from ui.payments.rows_table import Heading, Shown
from ui.payroll import pay_words
from ui.payroll.list_dialog import PayrollList
from ui.payroll.sheet_model import signed
from ui.state import Desk
from ui.widgets import formats

if TYPE_CHECKING:
    from services.payroll_differences import Difference
    from services.payroll_runs import ScheduleRow

CHANGE = 4

translate = QCoreApplication.translate


class DifferencesDialog(PayrollList):
    """`wanted` names the person whose row is to be shown on the sheet."""

    wanted = Signal(int)

    def __init__(
        self, desk: Desk, head: ScheduleRow, found: Sequence[Difference], parent: QWidget | None = None
    ) -> None:
        title = translate("Payroll", "Differences of {month} to last month").format(
            month=f"{head.month:%Y-%m}"
        )
        hint = translate("Payroll", "Search name, department or cause  Ctrl+F")
        super().__init__(desk, "differences", title, _headings(), hint, parent)
        self.resize(1320, 620)
        shown = pay_words.to_look_at(found)
        self.table.fill([_shown(one) for one in shown])
        self.told.setText(_summary(found))
        self._causes = {one.employee_id: pay_words.causes_words(one.causes) for one in shown}
        self.whole = muted(self, "whole")
        self.column.addWidget(self.whole)
        self.table.changed.connect(self._tell)
        show = self.button("show_person", translate("Payroll", "Show on the sheet  Enter"), primary=True)
        show.clicked.connect(self._show)
        self.table.opened.connect(lambda _id: self._show())
        self.end_with(show)
        self.table.select({one.employee_id for one in shown[:1]})
        self.table.setFocus()

    def _tell(self) -> None:
        """All causes of the row in hand, on as many lines as they take."""
        chosen = self.table.selected()
        self.whole.setText(self._causes.get(chosen[0], "") if len(chosen) == 1 else "")

    def _show(self) -> None:
        chosen = self.table.selected()
        if len(chosen) == 1:
            self.wanted.emit(chosen[0])
            self.accept()


def _summary(found: Sequence[Difference]) -> str:
    """How many people of this sheet differ, who is gone, what all of it changes, whose tax is only rounded otherwise."""
    shown = pay_words.to_look_at(found)
    here = sum(one.net is not None for one in shown)
    parts = [translate("Payroll", "Nobody of this sheet differs from last month's.")]
    if here:
        parts = [translate("Payroll", "{count} people differ").format(count=formats.count(here))]
    if len(shown) > here:
        words = translate("Payroll", "{count} are no longer on the sheet")
        parts.append(words.format(count=formats.count(len(shown) - here)))
    if shown:
        total = sum(map(_change, found), Decimal(0))
        parts.append(translate("Payroll", "net {change} in all").format(change=signed(total)))
    if rounded := len(found) - len(shown):
        words = translate("Payroll", "the tax of {count} more moved by a rounding of 0.01")
        parts.append(words.format(count=formats.count(rounded)))
    return " · ".join(parts)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Payroll", "Name"), 76),
        Heading(translate("Payroll", "Department"), 108),
        Heading(translate("Payroll", "Net last month"), 104, right=True),
        Heading(translate("Payroll", "Net now"), 92, right=True),
        Heading(translate("Payroll", "Difference"), 92, right=True),
        Heading(translate("Payroll", "Causes")),
    )


def _change(one: Difference) -> Decimal:
    """What the sheet pays more: of a joiner everything, of a leaver less everything."""
    return (one.net or Decimal(0)) - (one.net_before or Decimal(0))


def _shown(one: Difference) -> Shown:
    change, causes = _change(one), pay_words.causes_words(one.causes)
    cells = (
        one.name, one.department, formats.money(one.net_before), formats.money(one.net), signed(change), causes
    )  # fmt: skip
    keys = (
        one.name, one.department, one.net_before or Decimal(0), one.net or Decimal(0), change, causes
    )  # fmt: skip
    tone = "" if not change else "green" if change > 0 else "red"
    return Shown(
        one.employee_id,
        cells,
        keys,
        tip="\n".join(map(pay_words.cause_words, one.causes)),
        tones={CHANGE: tone} if tone else {},
    )
