"""Payroll 工资: the schedule of a year, the sheet of a month, and why every figure is what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from services.payroll_sheets import SheetRowKind
from ui.commands import Command
from ui.errors import sentence
from ui.payroll import loading, run_dialogs, run_words, sheet_chips
from ui.payroll.page_frame import PayrollFrame
from ui.payroll.papers import open_paper, payslip
from ui.payroll.run_acts import RunActs
from ui.payroll.sheet_columns import SheetColumn
from ui.state import Desk
from ui.widgets.attachments_list import local_files

if TYPE_CHECKING:
    from services.errors import Refused
    from services.payroll_checks import PayrollCheck
    from services.payroll_differences import Difference
    from services.payroll_months import PaySettings
    from services.payroll_runs import ScheduleRow
    from services.payroll_sheets import SheetRow

SETTLED_MS = 60

translate = QCoreApplication.translate


class PayrollPage(QWidget):
    """One sheet in hand at a time; the pane explains the figure in hand."""

    status_changed = Signal(str)
    sheet_shown = Signal()
    reason_shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.name = desk, "payroll"
        self.setObjectName("page.payroll")
        self.setAcceptDrops(True)
        self.settings: PaySettings | None = None
        self.rows: tuple[ScheduleRow, ...] = ()
        self.sheet: loading.Sheet | None = None
        self.differences: tuple[Difference, ...] = ()
        self.checks: tuple[PayrollCheck, ...] = ()
        self.year = desk.today().year
        self._place = -1
        self._wanted: int | None = None  # the run to be shown once the schedule is there
        self._asked = 0
        self.acts = RunActs(self)
        self.frame = PayrollFrame(self, self.acts)
        self.notice = self.frame.notice
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._ask_reason)
        self._connect()

    # what the window calls

    def commands(self) -> list[Command]:
        """What is possible now, for the palette."""
        return self.acts.commands(translate("Page", "Payroll"))

    def status_text(self) -> str:
        """People, gross, tax, net and the employer's cost of the sheet in hand."""
        head = self.head
        return run_words.status(head) if head is not None and head.run_id is not None else ""

    def open_record(self, record_id: int) -> None:
        """Show a sheet."""
        self.show_run(record_id)

    def refresh(self) -> None:
        """Look again at everything on the page."""
        work = partial(loading.year, self.desk.actor, self.year, self._wanted, self.desk.today())
        self.desk.tasks.read(self, work, self._show_year, self.refuse)

    # what the acts call

    @property
    def head(self) -> ScheduleRow | None:
        """The row of the schedule in hand."""
        return self.rows[self._place] if 0 <= self._place < len(self.rows) else None

    def row_in_hand(self) -> SheetRow | None:
        """The person of the current cell."""
        row = self.frame.current_row()
        return row if row is not None and row.kind is SheetRowKind.PERSON else None

    def show_run(self, run_id: int) -> None:
        """Take a sheet in hand, also one that was made this moment."""
        self._wanted = run_id
        self.frame.show_sheet()
        self.refresh()

    def run_long(self, title: str, work: Callable[..., Any], done: Callable[[Any], object]) -> None:
        """Do something that may take a while."""
        self.desk.tasks.run_long(self, title, lambda session, _progress: work(session), done, self.refuse)

    def go_to(self, employee_id: int) -> None:
        """Show a person on the sheet, whatever hid them."""
        self.frame.go_to(employee_id)

    def changed_below(self) -> None:
        """Something the draft is made of has changed: say how it gets into the draft."""
        head = self.head
        action = self.acts.get("recompute")
        if head is not None and action is not None and action.isEnabled():
            words = translate("Payroll", "Saved. The draft follows when it is reckoned again.")
            self.notice.say(words, "blue", recompute=(action.text(), action.trigger))
        self.refresh()

    def attendance_taken(self, words: str) -> None:
        """The file was taken over."""
        self.changed_below()
        if not self.notice.isVisible():
            self.notice.say(words, "green")

    def refuse(self, refused: Refused) -> None:
        """Say above the sheet what cannot be done, and look again: somebody else may have been here."""
        self.notice.say(sentence(refused))
        if refused.code == "record.stale":
            self.refresh()

    def choose_place(self, place: int) -> None:
        """Take another row of the schedule in hand."""
        if place == self._place or not 0 <= place < len(self.rows):
            return
        self._place = place
        self.notice.clear()
        self._show_head()

    def step(self, months: int) -> None:
        """The sheet before or after; before the first and after the last of a year, the next year's."""
        place = self._place + months
        if 0 <= place < len(self.rows):
            self.choose_place(place)
        else:
            work = partial(loading.year, self.desk.actor, self.year + months, None, self.desk.today())
            self.desk.tasks.read(self, work, partial(self._show_other_year, months), self.refuse)

    def _show_other_year(self, months: int, found: loading.Year) -> None:
        if not found.rows:
            words = translate("Payroll", "There are no sheets of {year}.")
            self.notice.say(words.format(year=found.number), "blue")
            return
        self.year, self.rows = found.number, found.rows
        self._place = 0 if months > 0 else len(found.rows) - 1
        self.notice.clear()
        self._show_head()

    # what is shown

    def _show_year(self, found: loading.Year) -> None:
        before = self.head
        self.year, self.rows, self.settings = found.number, found.rows, found.settings
        wanted = self._wanted or (before.run_id if before else None)
        self._wanted = None
        places = {row.run_id: place for place, row in enumerate(self.rows) if row.run_id is not None}
        if wanted in places:
            self._place = places[wanted]
        elif before is not None:
            same = [
                n for n, row in enumerate(self.rows) if (row.month, row.kind) == (before.month, before.kind)
            ]
            self._place = same[0] if same else loading.usual_place(self.rows)
        else:
            self._place = loading.usual_place(self.rows)
        self._show_head()

    def _show_head(self) -> None:
        head = self.head
        self.frame.show_schedule(self.rows, self._place, self.year)
        if head is None or head.run_id is None:
            self.sheet, self.differences, self.checks = None, (), ()
            self.frame.show_nothing(head)
            self._told()
            return
        work = partial(loading.sheet, self.desk.actor, head.run_id, self.desk.today())
        self.desk.tasks.read(self, work, self._show_sheet, self.refuse)

    def _show_sheet(self, sheet: loading.Sheet) -> None:
        head = self.head
        if head is None or sheet.run.head.run_id != head.run_id:
            return
        same = self.sheet is not None and self.sheet.run.head.run_id == sheet.run.head.run_id
        self.sheet = sheet
        if not same:
            self.differences, self.checks = (), ()
        self.frame.show_rows(sheet, self.differences, keep=same)
        self._told()
        work = partial(loading.told, self.desk.actor, head.run_id or 0, self.desk.today())
        self.desk.tasks.read(self, work, partial(self._show_told, head.run_id), self.refuse)

    def _show_told(self, run_id: int | None, told: loading.Told) -> None:
        if self.head is None or self.head.run_id != run_id or self.sheet is None:
            return
        self.differences, self.checks = told.differences, told.checks
        self.frame.show_rows(self.sheet, self.differences, keep=True)
        self._told()
        self.sheet_shown.emit()

    def _told(self) -> None:
        """Headline, buttons and status follow the sheet in hand."""
        head = self.head
        if head is not None:
            pay_day = self.settings.pay_day if self.settings else head.due_on.day
            differing = sheet_chips.differing(self.sheet.rows if self.sheet else (), self.differences)
            line = run_words.headline(head, pay_day, differing, self.desk.today())
            self.frame.say(run_words.title_of(head), line)
        self._update_acts()
        self.status_changed.emit(self.status_text())
        self._settled.start()

    def _update_acts(self) -> None:
        mine = self.sheet is not None and self.sheet.mine
        self.acts.update(self.head, person=self.row_in_hand() is not None, mine=mine)
        self.frame.show_next_step()

    # why this number

    def _ask_reason(self) -> None:
        row, column = self.frame.current_row(), self.frame.view.column_in_hand()
        self._asked += 1
        self._update_acts()
        if row is None or column is None or self.sheet is None:
            self.frame.say_nothing_in_hand()
        elif row.kind is not SheetRowKind.PERSON or row.line_id is None:
            self.frame.pane.show_sum(row, self.checks)
            self.reason_shown.emit()
        else:
            figure = self.frame.figure_of(row, column)
            work = partial(loading.reason, self.desk.actor, row.line_id, figure)
            done = partial(self._show_reason, self._asked, row, column)
            self.desk.tasks.read(self, work, done, self.frame.pane.refuse)

    def _show_reason(
        self, asked: int, row: SheetRow, column: SheetColumn, found: tuple[Sequence[Any], Sequence[Any]]
    ) -> None:
        if asked != self._asked or self.sheet is None:
            return
        steps, compared = found
        mine = next((one for one in self.differences if one.employee_id == row.employee_id), None)
        names = loading.names_of(self.sheet.run.components)
        self.frame.pane.show_figure(row, column, steps, compared, (self.checks, mine, names))
        self.reason_shown.emit()

    def pane_buttons(self) -> list[QPushButton | None]:
        """Payslip and year ledger of the person in hand."""
        found: list[QPushButton | None] = []
        paper = payslip()
        if paper is not None:
            slip = QPushButton(translate("Payroll", "Payslip"))
            slip.setObjectName("button.payslip")
            slip.clicked.connect(lambda: open_paper(self, paper))
            found.append(slip)
        ledger = QPushButton(translate("Action", "Year ledger"))
        ledger.setObjectName("button.ledger")
        ledger.clicked.connect(lambda: run_dialogs.open_ledger(self))
        return [*found, None, ledger]

    # Qt

    def _connect(self) -> None:
        self.frame.view.figure_changed.connect(self._settled.start)
        self.frame.view.opened.connect(lambda: run_dialogs.open_ledger(self))
        self.frame.pane.wanted.connect(self.go_to)
        self.frame.pane.all_checks.connect(lambda: run_dialogs.open_checks(self))
        self.frame.schedule.opened.connect(self._open_place)

    def _open_place(self, place: int) -> None:
        self.choose_place(place)
        self.frame.show_sheet()

    def dropped(self, paths: Sequence[Path]) -> bool:
        """An attendance file that was dragged here."""
        return run_dialogs.dropped(self, paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.dropped(local_files(event)):
            event.acceptProposedAction()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
