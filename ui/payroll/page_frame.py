"""What stands where on the payroll page: title and buttons, search and chips, schedule or sheet, and the pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from services.payroll_sheets import SheetRowKind
from ui.payroll import pay_words
from ui.payroll.page_top import PageTop
from ui.payroll.reason_pane import ReasonPane
from ui.payroll.schedule_view import ScheduleView
from ui.payroll.sheet_chips import ALL, chips_of, counts_of, members_of
from ui.payroll.sheet_columns import SheetColumn, columns_of
from ui.payroll.sheet_model import SheetModel
from ui.payroll.sheet_view import SheetView
from ui.widgets.detail_pane import WIDTH
from ui.widgets.empty_state import EmptyState
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from services.payroll_differences import Difference
    from services.payroll_runs import ScheduleRow
    from services.payroll_sheets import SheetRow
    from ui.pages.payroll import PayrollPage
    from ui.payroll.loading import Sheet
    from ui.payroll.run_acts import RunActs

TYPED_MS = 150
PANE = WIDTH - 88

translate = QCoreApplication.translate


class PayrollFrame(QObject):
    """Builds the page and shows what the page has found."""

    def __init__(self, page: PayrollPage, acts: RunActs) -> None:
        super().__init__(page)
        self.page, self.acts = page, acts
        self.notice = Notice(page)
        self.model = SheetModel(page)
        self.view = SheetView(self.model, page)
        self.schedule = ScheduleView(page)
        self.pane = ReasonPane(page.pane_buttons, page)
        self.empty = EmptyState(page)
        self.top = PageTop(page, acts, self)
        self._sheet: Sheet | None = None
        self._differences: Sequence[Difference] = ()
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self.narrow)
        self._build()
        self._connect()

    # the top

    def say(self, title: str, line: str) -> None:
        """Title and headline."""
        self.top.say(title, line)

    def show_next_step(self) -> None:
        """The one blue button does what is next."""
        self.top.show_next_step()

    # the schedule

    def show_schedule(self, rows: Sequence[ScheduleRow], place: int, year: int) -> None:
        """The schedule of a year, with the sheet in hand."""
        self.schedule.show_rows(rows, place)
        self.top.show_place(rows, place, year)

    def show_sheet(self) -> None:
        """The sheet in place of the schedule."""
        self.stack.setCurrentIndex(1)
        self.top.schedule_button.setChecked(False)
        self.view.setFocus()

    def toggle_schedule(self, *, on: bool) -> None:
        """The schedule in place of the sheet, or back."""
        self.stack.setCurrentIndex(0 if on else 1)
        (self.schedule.view if on else self.view).setFocus()

    # the sheet

    def show_nothing(self, head: ScheduleRow | None) -> None:
        """A month whose sheet is still to be made."""
        self._sheet = None
        self.model.fill((), (), {}, {})
        self.top.chips.set_chips([(ALL, translate("Payroll", "All"))])
        step = self.acts.get("draft")
        title = translate("Payroll", "No sheet yet")
        hint = translate(
            "Payroll",
            "The draft is made of last month's people, changes of pay, attendance, joins and leaves, insurance and tax.",
        )
        may = step is not None and head is not None
        self.empty.say(
            title, hint, step.text() if may and step else "", step.trigger if may and step else None
        )
        self.stack.setCurrentIndex(2)
        self.say_nothing_in_hand()

    def show_rows(self, sheet: Sheet, differences: Sequence[Difference], *, keep: bool) -> None:
        """A sheet; the same one again keeps the figure in hand, the search and the chip."""
        row, column = self.current_row(), self.view.currentIndex().column()
        self._sheet, self._differences = sheet, differences
        every = self.page.desk.prefs.get("payroll.every", default=False)
        columns = columns_of(sheet.rows, sheet.run.components, every=every)
        self.model.fill(columns, sheet.rows, sheet.found, pay_words.notes(differences))
        chip = self.top.chips.selected() if keep else ALL
        self.top.chips.set_chips(chips_of(sheet.rows))
        self.top.chips.select(chip)
        self.top.chips.set_counts(counts_of(sheet.rows, differences))
        if self.stack.currentIndex() == 2:
            self.stack.setCurrentIndex(1)
        self.narrow()
        self.view.arrange()
        if keep and row is not None:
            self._go(row, column)
        elif self.model.rows:
            self.view.go(0, max(column, 0))

    def _go(self, row: SheetRow, column: int) -> None:
        same = [
            n for n, one in enumerate(self.model.rows)
            if (one.kind, one.employee_id, one.department) == (row.kind, row.employee_id, row.department)
        ]  # fmt: skip
        if same:
            self.view.go(same[0], max(column, 0))

    def narrow(self) -> None:
        """Only who fits the search and the chip."""
        if self._sheet is None:
            return
        row, column = self.current_row(), self.view.currentIndex().column()
        among = members_of(self.top.chips.selected(), self._sheet.rows, self._differences)
        self.model.narrow(self.top.search.text(), among)
        header = self.view.horizontalHeader()
        self.model.sort_by(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if row is not None:
            self._go(row, column)
        if not self.view.currentIndex().isValid() and self.model.rows:
            self.view.go(0, max(column, 0))

    def go_to(self, employee_id: int) -> None:
        """A person on the sheet, whatever hid them."""
        self.show_sheet()
        if self.model.row_of(employee_id) < 0:
            self.top.search.clear()
            self.top.chips.select(ALL)
            self.narrow()
        place = self.model.row_of(employee_id)
        if place >= 0:
            self.view.go(place, max(self.view.currentIndex().column(), 0))

    def current_row(self) -> SheetRow | None:
        """The row of the current cell."""
        here: QModelIndex = self.view.currentIndex()
        return self.model.rows[here.row()] if here.isValid() and here.row() < len(self.model.rows) else None

    def figure_of(self, row: SheetRow, column: SheetColumn) -> str:
        """Which figure is explained: of several components the one that is there, or none of them."""
        there = [code for code in column.parts if row.amounts.get(code)]
        if len(there) > 1:
            return ""
        return f"component:{there[0]}" if there else column.figure

    def say_nothing_in_hand(self) -> None:
        """No figure to explain."""
        self.pane.say(translate("Payroll", "Choose a figure on the sheet: here stands how it came about."))

    def toggle_columns(self) -> None:
        """All components, or the short table."""
        every = not self.page.desk.prefs.get("payroll.every", default=False)
        self.page.desk.prefs.put("payroll.every", every)
        if self._sheet is not None:
            self.show_rows(self._sheet, self._differences, keep=True)

    def cells(self) -> list[tuple[str, ...]]:
        """The table as it is shown, for paper and Excel."""
        return [
            tuple(self.model.cell_text(row, column) for column in self.model.columns)
            for row in self.model.rows
        ]

    def people_shown(self) -> int:
        """How many people the search and the chip leave."""
        return sum(row.kind is SheetRowKind.PERSON for row in self.model.rows)

    # building

    def _build(self) -> None:
        self.stack = QStackedWidget(self.page)
        for widget in (self.schedule, self.view, self.empty):
            self.stack.addWidget(widget)
        self.stack.setCurrentIndex(1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self.page)
        self.split.setHandleWidth(16)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.stack)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setSizes([1122 - 16 - PANE, PANE])
        column = QVBoxLayout(self.page)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        column.addLayout(self.top.header)
        column.addWidget(self.notice)
        column.addLayout(self.top.row)
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.top.search.textChanged.connect(lambda _text: self._typed.start())
        self.top.search.down.connect(self.view.setFocus)
        self.top.chips.chips_changed.connect(lambda _name: self.narrow())
        self.view.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self.narrow())
        for keys, run in (
            ("Ctrl+F", self._find),
            ("F4", self._toggle_pane),
            ("F5", self.page.refresh),
            ("Ctrl+Return", self.top.take_step),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _find(self) -> None:
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _toggle_pane(self) -> None:
        self.pane.setVisible(self.pane.isHidden())
