"""Why this number 为什么是这个数: the figure in hand, step by step, beside last month, with the checks of the sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from services.payroll_sheets import SheetRowKind
from services.terms import CheckLevel
from ui.marking import QT_TRANSLATE_NOOP
from ui.payroll import pay_words
from ui.payroll.link_label import LinkLabel
from ui.payroll.sheet_columns import ZERO, SheetColumn
from ui.widgets import formats
from ui.widgets.detail_pane import MARKS, DetailPane

if TYPE_CHECKING:
    from services.payroll_checks import PayrollCheck
    from services.payroll_differences import Difference
    from services.payroll_reasons import Compared, WhyRow
    from services.payroll_sheets import SheetRow

ALIKE = 2  # checks of one kind that are shown beside the figure
_FIGURES = {
    "gross": QT_TRANSLATE_NOOP("Payroll", "Gross"),
    "insurance": QT_TRANSLATE_NOOP("Payroll", "Insurance"),
    "tax": QT_TRANSLATE_NOOP("Payroll", "Tax"),
    "withheld": QT_TRANSLATE_NOOP("Payroll", "Withheld"),
    "net": QT_TRANSLATE_NOOP("Payroll", "Net"),
}

translate = QCoreApplication.translate


class ReasonPane(DetailPane):
    """Built anew for every figure. `wanted` names the person a check is about."""

    wanted = Signal(int)
    all_checks = Signal()

    def __init__(self, buttons: Callable[[], Sequence[QPushButton | None]], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons_of = buttons

    def show_figure(
        self,
        row: SheetRow,
        column: SheetColumn,
        steps: Sequence[WhyRow],
        compared: Sequence[Compared],
        around: tuple[Sequence[PayrollCheck], Difference | None, dict[str, str]],
    ) -> None:
        """A person's figure: the steps to it, last month, what differs, the checks of the sheet."""
        checks, difference, names = around
        self.begin(row.line_id)
        figure = column.shown(row) if column.is_money and column.name != "change" else formats.money(row.net)
        words = column.words if column.is_money and column.name != "change" else translate("Payroll", "Net")
        self.headline(
            " · ".join(filter(None, (row.name, row.post))), f"{words} ¥{figure}".replace("¥—", "¥0.00")
        )
        self.section(translate("Payroll", "Why this number"))
        self._steps(row, column, steps, names)
        self._compared(compared)
        if difference is not None:
            self.section(translate("Payroll", "What moved"))
            for cause in difference.causes:
                self.text(pay_words.cause_words(cause))
        self._checks(checks)
        self.finish()
        self.set_buttons(self._buttons_of())

    def show_sum(self, row: SheetRow, checks: Sequence[PayrollCheck]) -> None:
        """A department, or everybody."""
        self.begin(None)
        total = row.kind is SheetRowKind.TOTAL
        name = translate("Payroll", "All departments") if total else row.department
        people = translate("Payroll", "{count} people").format(count=formats.count(row.people))
        self.headline(name, formats.yuan(row.net), people)
        self.section(translate("Payroll", "Adds up to"))
        for words, amount in (
            (translate("Payroll", "Gross"), row.gross),
            (translate("Payroll", "Social insurance"), -row.social),
            (translate("Payroll", "Housing fund"), -row.housing),
            (translate("Payroll", "Tax"), -row.tax),
            (translate("Payroll", "Withheld"), -row.withheld),
        ):
            if amount:
                self.row(words, formats.money(amount))
        self.row(translate("Payroll", "Net"), formats.money(row.net), strong=True)
        self.row(translate("Payroll", "Employer's cost"), formats.money(row.employer_cost))
        self._checks(checks)
        self.finish()
        self.set_buttons(())

    def _steps(
        self, row: SheetRow, column: SheetColumn, steps: Sequence[WhyRow], names: dict[str, str]
    ) -> None:
        parts = [(code, row.amounts.get(code, ZERO)) for code in column.parts if row.amounts.get(code)]
        if len(parts) > 1:
            for code, amount in parts:
                self.row(names.get(code, code), formats.money(amount))
            total = sum((amount for _, amount in parts), Decimal(0))
            self.row(f"= {column.words}", formats.money(total), strong=True)
            return
        for step in steps:
            words = pay_words.why_sentence(step)
            if step.amount is None:
                self.text(words, "amber" if step.tone else "")
            else:
                self.row(
                    words, formats.money(step.amount), strong=step.bold, tone="amber" if step.tone else ""
                )
        if not steps:
            self.text(translate("Payroll", "Nothing of it this month."))

    def _compared(self, compared: Sequence[Compared]) -> None:
        if not compared:
            return
        self.section(translate("Payroll", "To last month"))
        for one in compared:
            if not one.before and not one.now:
                continue
            words = _FIGURES.get(one.figure, one.figure)
            tone = "grey" if one.before == one.now else ""
            if one.before is not None and one.now is not None and one.before != one.now:
                better = (one.now > one.before) == (one.figure in ("gross", "net"))
                tone = "green" if better else "red" if one.figure == "net" else "amber"
            value = f"{formats.money(one.before)} → {formats.money(one.now)}"
            self.row(translate("Payroll", words), value, tone=tone)

    def _checks(self, checks: Sequence[PayrollCheck]) -> None:
        if not checks:
            return
        self.section(translate("Payroll", "Checks"))
        shown = _first_of_each(checks)
        for check in shown:
            if check.employee_id is None:
                self.check(check.level.value, pay_words.check_sentence(check))
            else:
                self.widget(self._link(check, check.employee_id))
        if len(checks) > len(shown):
            words = translate("Payroll", "All {count} checks…")
            more = LinkLabel(words.format(count=formats.count(len(checks))), "blue")
            more.setObjectName("link.all_checks")
            more.followed.connect(self.all_checks)
            self.widget(more)

    def _link(self, check: PayrollCheck, employee_id: int) -> LinkLabel:
        """A check that goes to its person."""
        mark, tone = MARKS[check.level.value]
        made = LinkLabel(f"{mark}  {pay_words.check_sentence(check)}", tone)
        made.setObjectName(f"link.{check.code}.{employee_id}")
        made.followed.connect(partial(self.wanted.emit, employee_id))
        return made


def _first_of_each(checks: Sequence[PayrollCheck]) -> list[PayrollCheck]:
    """What stops, and the first of each kind of warning: twenty alike would hide the twenty-first."""
    seen: Counter[str] = Counter()
    found = []
    for check in checks:
        seen[check.code] += 1
        if seen[check.code] <= ALIKE or check.level is CheckLevel.STOP:
            found.append(check)
    return found
