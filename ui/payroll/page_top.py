"""The top of the payroll page: title, headline and buttons; below them search, chips and the months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout

from ui.icons import icon
from ui.payroll import run_words
from ui.payroll.paper_list import PAPERS, Opens, Paper
from ui.payroll.papers import open_paper
from ui.widgets.chips import ChipBar
from ui.widgets.detail_pane import words
from ui.widgets.plain_table import export_rows, print_rows
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from services.payroll_runs import ScheduleRow
    from ui.pages.payroll import PayrollPage
    from ui.payroll.page_frame import PayrollFrame
    from ui.payroll.run_acts import RunActs

translate = QCoreApplication.translate


class PageTop(QObject):
    """Everything above the sheet."""

    def __init__(self, page: PayrollPage, acts: RunActs, frame: PayrollFrame) -> None:
        super().__init__(page)
        self.page, self.acts, self.frame = page, acts, frame
        self.heading = words(translate("Page", "Payroll"), "title")
        self.heading.setWordWrap(False)
        self.line = _line(page)
        self.search = SearchField(
            translate("Payroll", "Search name, department or pinyin initials  Ctrl+F"), page
        )
        self.chips = ChipBar(page)
        self.step_button = QPushButton(page)
        self.step_button.setObjectName("button.next_step")
        self.step_button.setProperty("primary", True)
        self.step_button.setShortcut(QKeySequence())
        self.step_button.clicked.connect(self.take_step)
        self.header = self._header()
        self.row = self._row()

    def say(self, title: str, line: str) -> None:
        """Title and headline."""
        self.heading.setText(f"{translate('Page', 'Payroll')}  {title}")
        self.line.setText(line)

    def show_next_step(self) -> None:
        """The blue button does what is next; there is none when nothing is, or another has to do it."""
        step = self.acts.next_step()
        self.step_button.setVisible(step is not None)
        if step is not None:
            self.step_button.setText(f"{step[1].text()}  Ctrl+Enter")

    def take_step(self) -> None:
        """Do what is next."""
        step = self.acts.next_step()
        if step is not None:
            step[1].trigger()

    def show_place(self, rows: Sequence[ScheduleRow], place: int, year: int) -> None:
        """Which month is in hand, and whether there can be one after it."""
        self.before.setEnabled(bool(rows))
        self.after.setEnabled(place < len(rows) - 1 or year < self.page.desk.today().year)
        self.schedule_button.setText(translate("Payroll", "Schedule {year}").format(year=year))
        shown = run_words.title_of(rows[place]) if 0 <= place < len(rows) else ""
        self.month.setText(shown)

    # building

    def _header(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.heading)
        left.addWidget(self.line)
        header = QHBoxLayout()
        header.setSpacing(12)
        header.addLayout(left, 1)
        for button in (*self._papers(), self._more(), self.step_button):
            header.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _papers(self) -> list[QPushButton]:
        """Print and export, each a menu of what there is."""
        prints = [paper for paper in PAPERS if paper.opens is Opens.PREVIEW]
        exports = [paper for paper in PAPERS if paper.opens is not Opens.PREVIEW]
        return [
            self._menu_button("print", translate("Payroll", "Print"), prints, translate("Action", "Print list"), self.print_list, "Ctrl+P"),
            self._menu_button("export", translate("Payroll", "Export"), exports, translate("Payroll", "This table as Excel"), self.export_list, "Ctrl+E"),
        ]  # fmt: skip

    def _menu_button(
        self, name: str, text: str, papers: Sequence[Paper], own: str, run_own: object, key: str
    ) -> QPushButton:
        made = QPushButton(text, self.page)
        made.setObjectName(f"button.{name}")
        made.setProperty("menu", True)
        menu = QMenu(made)
        for paper in papers:
            if self.page.desk.can(*paper.needs):
                self._paper(menu, paper)
        action = menu.addAction(icon("printer" if name == "print" else "download"), own)
        action.setObjectName(f"action.{name}_list")
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(run_own)
        self.page.addAction(action)
        made.setMenu(menu)
        return made

    def _paper(self, menu: QMenu, paper: Paper) -> None:
        action = menu.addAction(icon(paper.icon), translate("Action", paper.label))
        action.setObjectName(f"action.{paper.name}")
        if paper.key:
            action.setShortcut(QKeySequence(paper.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.page.addAction(action)
        action.triggered.connect(lambda: open_paper(self.page, paper))
        menu.aboutToShow.connect(lambda: action.setEnabled(self._fits(paper)))

    def _fits(self, paper: Paper) -> bool:
        head = self.page.head
        if head is None or head.state is None or (paper.states and head.state not in paper.states):
            return False
        return not paper.person or self.page.row_in_hand() is not None

    def _more(self) -> QPushButton:
        more = QPushButton(translate("Page", "More"), self.page)
        more.setObjectName("button.more")
        more.setProperty("menu", True)
        menu = QMenu(more)
        for name in self.acts.menu_names():
            action = self.acts.get(name)
            if action is not None:
                menu.addAction(action)
        menu.addSeparator()
        every = menu.addAction(icon("columns-3"), translate("Payroll", "All components, or the short table"))
        every.setObjectName("action.every_column")
        every.setShortcut(QKeySequence("Ctrl+Shift+K"))
        every.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        every.triggered.connect(self.frame.toggle_columns)
        self.page.addAction(every)
        more.setMenu(menu)
        return more

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addWidget(self.chips, 3)
        self.before = self._arrow(
            "before", "chevron-left", translate("Payroll", "Month before (Alt+Left)"), "Alt+Left", -1
        )
        self.after = self._arrow(
            "after", "chevron-right", translate("Payroll", "Month after (Alt+Right)"), "Alt+Right", 1
        )
        self.month = QLabel(self.page)
        self.month.setObjectName("label.month")
        self.schedule_button = QPushButton(self.page)
        self.schedule_button.setObjectName("button.schedule")
        self.schedule_button.setCheckable(True)
        self.schedule_button.setToolTip(translate("Payroll", "The sheets of the year (Ctrl+Y)"))
        self.schedule_button.setShortcut(QKeySequence("Ctrl+Y"))
        self.schedule_button.toggled.connect(lambda on: self.frame.toggle_schedule(on=on))
        for widget in (self.before, self.month, self.after, self.schedule_button):
            row.addWidget(widget)
        return row

    def _arrow(self, name: str, sign: str, hint: str, key: str, months: int) -> QToolButton:
        made = QToolButton(self.page)
        made.setObjectName(f"button.month_{name}")
        made.setIcon(icon(sign))
        made.setToolTip(hint)
        made.setAccessibleName(hint)
        made.setShortcut(QKeySequence(key))
        made.clicked.connect(lambda: self.page.step(months))
        return made

    # the table as it is shown

    def print_list(self) -> None:
        """Preview the table as it is shown."""
        headings = [column.words for column in self.frame.model.columns]
        print_rows(
            self.page.desk,
            self.page,
            self.heading.text(),
            headings,
            self.frame.cells(),
            subtitle=self.line.text(),
        )

    def export_list(self) -> None:
        """Write the table as it is shown as .xlsx."""
        headings = [column.words for column in self.frame.model.columns]
        export_rows(self.page.desk, self.page, self.heading.text(), headings, self.frame.cells())


def _line(page: PayrollPage) -> QLabel:
    made = QLabel(page)
    made.setObjectName("label.headline")
    made.setProperty("role", "muted")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
