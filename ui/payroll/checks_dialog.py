"""Everything that the checks of a sheet say 发放检查, each leading to its person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services.terms import CheckLevel
from ui.labels import label, tone
from ui.payments.rows_table import Heading, Shown
from ui.payroll import pay_words
from ui.payroll.list_dialog import PayrollList
from ui.state import Desk
from ui.widgets import formats

if TYPE_CHECKING:
    from services.payroll_checks import PayrollCheck
    from services.payroll_runs import ScheduleRow

translate = QCoreApplication.translate


class ChecksDialog(PayrollList):
    """`wanted` names the person whose row is to be shown on the sheet."""

    wanted = Signal(int)

    def __init__(
        self, desk: Desk, head: ScheduleRow, checks: Sequence[PayrollCheck], parent: QWidget | None = None
    ) -> None:
        title = translate("Payroll", "Checks of {number}").format(number=head.number)
        hint = translate("Payroll", "Search name or what is wrong  Ctrl+F")
        super().__init__(desk, "checks", title, _headings(), hint, parent)
        self.resize(820, 560)
        self.checks = tuple(checks)
        self.table.fill([_shown(place, check) for place, check in enumerate(checks)])
        stops = sum(check.level is CheckLevel.STOP for check in checks)
        warns = sum(check.level is CheckLevel.WARN for check in checks)
        words = translate("Payroll", "{stops} stop the sheet, {warns} are to be looked at")
        self.told.setText(words.format(stops=formats.count(stops), warns=formats.count(warns)))
        self.show_button = self.button("show_person", translate("Payroll", "Show on the sheet"), primary=True)
        self.show_button.clicked.connect(self.show_person)
        self.table.opened.connect(lambda _id: self.show_person())
        self.table.changed.connect(self._selected)
        self.end_with(self.show_button)
        self.table.select({0})
        self._selected()
        self.table.setFocus()

    def _person(self) -> int | None:
        chosen = self.table.selected()
        return self.checks[chosen[0]].employee_id if len(chosen) == 1 else None

    def _selected(self) -> None:
        self.show_button.setEnabled(self._person() is not None)

    def show_person(self) -> None:
        """Close, and show whom the check is about."""
        person = self._person()
        if person is not None:
            self.wanted.emit(person)
            self.accept()


def _headings() -> tuple[Heading, ...]:
    return (Heading(translate("Payroll", "What was found")), Heading(translate("Payroll", "Weight"), 110))


def _shown(place: int, check: PayrollCheck) -> Shown:
    words = pay_words.check_sentence(check)
    return Shown(place, (words, label(check.level)), (words, label(check.level)), tone(check.level))
