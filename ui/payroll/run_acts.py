"""What can be done with a payroll sheet, by its state: one next step, and the rest in a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from services.permissions import Permission
from services.terms import RunState
from ui.commands import Command
from ui.icons import icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.payroll import run_dialogs, run_steps, template_dialog

if TYPE_CHECKING:
    from services.payroll_runs import ScheduleRow
    from ui.pages.payroll import PayrollPage

_EDIT, _PAY = Permission.PAYROLL_EDIT, Permission.PAYROLL_PAY
_DRAFT, _CHECKED = frozenset({RunState.DRAFT}), frozenset({RunState.CHECKED})
_MADE = frozenset(RunState)
_TO_MAKE: frozenset[RunState | None] = frozenset({None})

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, eq=False)
class RunAct:
    """An act: `states` of the sheet in hand in which it is possible (empty: always), `person` needs one in hand.

    `step` makes it the blue button in those states.
    """

    name: str
    label: str
    run: Callable[[PayrollPage], object]
    icon: str = ""
    key: str = ""
    needs: tuple[Permission, ...] = ()
    states: frozenset[RunState | None] = frozenset()
    step: bool = False
    person: bool = False
    decides: bool = False


ACTS = (
    RunAct("draft", QT_TRANSLATE_NOOP("Action", "Make the draft"), run_steps.make_draft, "plus", "Ctrl+Return", (_EDIT,), _TO_MAKE, step=True),
    RunAct("check", QT_TRANSLATE_NOOP("Action", "Checked"), run_steps.check, "check", "Ctrl+Return", (_EDIT,), _DRAFT, step=True),
    RunAct("submit", QT_TRANSLATE_NOOP("Action", "Submit for approval"), run_steps.submit, "send", "Ctrl+Return", (_EDIT,), _CHECKED, step=True),
    RunAct("approve", QT_TRANSLATE_NOOP("Action", "Approve the sheet"), run_steps.approve, "stamp", "Ctrl+Return", (Permission.CLAIM_DECIDE,), frozenset({RunState.SUBMITTED}), step=True, decides=True),
    RunAct("pay", QT_TRANSLATE_NOOP("Action", "Mark as paid"), run_dialogs.ask_pay, "banknote", "Ctrl+Return", (_PAY,), frozenset({RunState.APPROVED}), step=True),
    RunAct("lock", QT_TRANSLATE_NOOP("Action", "Lock the month"), run_steps.ask_lock, "lock", "Ctrl+Return", (_EDIT, _PAY), frozenset({RunState.PAID}), step=True),
    RunAct("differences", QT_TRANSLATE_NOOP("Action", "Differences to last month"), run_dialogs.open_differences, "chart-column", "Ctrl+D", (), _MADE),
    RunAct("checks", QT_TRANSLATE_NOOP("Action", "Checks of the sheet"), run_dialogs.open_checks, "shield", "Ctrl+Shift+D", (), _MADE),
    RunAct("recompute", QT_TRANSLATE_NOOP("Action", "Reckon again"), run_steps.recompute, "refresh-cw", "Ctrl+R", (_EDIT,), _DRAFT),
    RunAct("attendance", QT_TRANSLATE_NOOP("Action", "Attendance of the month"), run_dialogs.open_attendance, "calendar-days", "Ctrl+Shift+A"),
    RunAct("import_attendance", QT_TRANSLATE_NOOP("Action", "Import attendance"), run_dialogs.choose_attendance, "file-spreadsheet", "Ctrl+I", (_EDIT,)),
    RunAct("one_off", QT_TRANSLATE_NOOP("Action", "One-off lines"), run_dialogs.open_one_off, "clipboard-list", "Ctrl+Shift+L"),
    RunAct("rates", QT_TRANSLATE_NOOP("Action", "Pay of this person"), run_dialogs.open_rates, "user", "Ctrl+Shift+R", (), _MADE, person=True),
    RunAct("ledger", QT_TRANSLATE_NOOP("Action", "Year ledger"), run_dialogs.open_ledger, "history", "Ctrl+Shift+Y", (), _MADE, person=True),
    RunAct("bonus", QT_TRANSLATE_NOOP("Action", "Bonus sheet"), run_dialogs.ask_bonus, "award", "", (_EDIT,)),
    RunAct("supplement", QT_TRANSLATE_NOOP("Action", "Supplement sheet"), run_dialogs.ask_supplement, "plus", "", (_EDIT,)),
    RunAct("reopen", QT_TRANSLATE_NOOP("Action", "Back to the draft"), run_steps.reopen, "rotate-ccw", "", (_EDIT,), _CHECKED),
    RunAct("withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw from approval"), run_dialogs.ask_withdraw, "undo", "", (_EDIT,), frozenset({RunState.SUBMITTED})),
    RunAct("take_back", QT_TRANSLATE_NOOP("Action", "Take back to the draft"), run_dialogs.ask_take_back, "rotate-ccw", "", (_EDIT, Permission.CLAIM_DECIDE), frozenset({RunState.APPROVED})),
    RunAct("return", QT_TRANSLATE_NOOP("Action", "Return the sheet"), run_dialogs.ask_return, "undo", "Ctrl+Backspace", (Permission.CLAIM_DECIDE,), frozenset({RunState.SUBMITTED}), decides=True),
    RunAct("remove", QT_TRANSLATE_NOOP("Action", "Throw the draft away"), run_steps.ask_remove, "trash-2", "", (_EDIT,), _DRAFT),
    RunAct("templates", QT_TRANSLATE_NOOP("Action", "Edit printed papers…"), template_dialog.open_dialog, "columns-3", "", (_EDIT,)),
    RunAct("settings", QT_TRANSLATE_NOOP("Action", "Payroll settings"), run_dialogs.open_settings, "settings", "", (_EDIT,)),
)  # fmt: skip


class RunActs(QObject):
    """The acts of the page that this user may see, as QActions; those with one key are never possible together."""

    def __init__(self, page: PayrollPage, more: Iterable[RunAct] = ()) -> None:
        super().__init__(page)
        self._page = page
        self.specs = [one for one in (*ACTS, *more) if page.desk.can(*one.needs)]
        self._made = {one.name: self._make(one) for one in self.specs}

    def _make(self, spec: RunAct) -> QAction:
        made = QAction(translate("Action", spec.label), self._page)
        made.setObjectName(f"action.{spec.name}")
        if spec.icon:
            made.setIcon(icon(spec.icon))
        if spec.key and not spec.step:
            made.setShortcut(QKeySequence(spec.key))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: spec.run(self._page))
        self._page.addAction(made)
        return made

    def get(self, name: str) -> QAction | None:
        """The action of that name, if this user may see it."""
        return self._made.get(name)

    def update(self, head: ScheduleRow | None, *, person: bool, mine: bool) -> None:
        """Enable what is possible with the sheet in hand; `mine`: it waits for this user's decision."""
        for spec in self.specs:
            state = head.state if head is not None else None
            fits = head is not None and (not spec.states or state in spec.states)
            self._made[spec.name].setEnabled(
                fits and (person or not spec.person) and (mine or not spec.decides)
            )

    def next_step(self) -> tuple[RunAct, QAction] | None:
        """What the blue button does now."""
        for spec in self.specs:
            if spec.step and self._made[spec.name].isEnabled():
                return spec, self._made[spec.name]
        return None

    def menu_names(self) -> list[str]:
        """What stands in the menu: everything that is no step."""
        return [spec.name for spec in self.specs if not spec.step]

    def commands(self, where: str) -> list[Command]:
        """What is possible now, for the palette."""
        return [
            Command(
                f"payroll.{spec.name}", self._made[spec.name].text(), self._made[spec.name].trigger, where,
                spec.key, spec.label, spec.icon,
            )
            for spec in self.specs
            if self._made[spec.name].isEnabled()
        ]  # fmt: skip
