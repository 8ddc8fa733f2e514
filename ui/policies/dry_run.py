"""Dry run 试算 of a limit: a period, what would be flagged anew or no longer, and the papers behind it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from services import policy_dry_run
from ui import theme
from ui.claims.check_words import check_sentence
from ui.errors import sentence
from ui.registry import PAPER_PAGE
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import UnreadableError
from ui.widgets.plain_table import export_rows, print_rows

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.expense_policies import PolicyDraft
    from services.policy_dry_run import DryRun
    from services.progress import Progress

translate = QCoreApplication.translate


def open_dry_run(desk: Desk, draft: PolicyDraft, parent: QWidget, *, alone: bool = False) -> DryRunDialog:
    """Show what `draft` would have flagged; `alone` compares it with having no such limit."""
    dialog = DryRunDialog(desk, draft, parent, alone=alone)
    dialog.open()
    dialog.run()
    return dialog


class DryRunDialog(QDialog):
    """Nothing is stored by it."""

    def __init__(self, desk: Desk, draft: PolicyDraft, parent: QWidget, *, alone: bool) -> None:
        super().__init__(parent)
        self.desk, self._draft, self._alone = desk, draft, alone
        self.found: DryRun | None = None
        self.setObjectName("dialog.dry_run")
        self.setWindowTitle(translate("Policies", "Dry run"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 560)
        self.first, self.last = DayEdit(desk.today), DayEdit(desk.today)
        first, last = policy_dry_run.last_quarter(desk.today())
        for editor, name, day in ((self.first, "first", first), (self.last, "last", last)):
            editor.setObjectName(f"field.{name}")
            editor.set_value(day)
        self.told = QLabel(self)
        self.told.setObjectName("dry_run.told")
        self.told.setWordWrap(True)
        self.nothing = QLabel(
            translate(
                "Policies", "Nothing would change: in these days this limit flags the same papers as today's."
            ),
            self,
        )
        self.nothing.setObjectName("dry_run.nothing")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        self.table = _table(self)
        self.table.itemActivated.connect(lambda item: self._go(item.row()))
        self._lay_out()

    def run(self) -> None:
        """Ask again for the period that is typed."""
        try:
            first, last = self.first.value(), self.last.value()
        except UnreadableError as error:
            self.told.setText(str(error))
            return
        if not isinstance(first, date) or not isinstance(last, date) or last < first:
            self.told.setText(translate("Policies", "Type a first and a last day, in this order."))
            return
        work = partial(_work, self.desk, self._draft, self._alone, first, last)
        title = translate("Policies", "Trying the limit on past papers…")
        self.desk.tasks.run_long(self, title, work, self._show, self._refused, reading=True)

    def rows(self) -> list[tuple[str, ...]]:
        """What the table shows, for paper and Excel."""
        assert self.found is not None, "run before"
        words = (translate("Policies", "flagged anew"), translate("Policies", "no longer flagged"))
        return [
            (
                flag.number,
                flag.claimant,
                flag.day.isoformat(),
                formats.money(flag.amount),
                words[0] if flag.new else words[1],
                check_sentence(flag.check),
            )
            for flag in self.found.flags
        ]

    def _show(self, found: DryRun) -> None:
        self.found = found
        words = translate(
            "Policies",
            "{papers} papers from {first} to {last}: {before} flagged under today's limits, {after} under this one"
            " ({added} findings more, {gone} fewer).",
        )
        self.told.setText(
            words.format(
                papers=found.papers, first=found.first.isoformat(), last=found.last.isoformat(),
                before=found.flagged_before, after=found.flagged_after, added=found.added, gone=found.gone,
            )
        )  # fmt: skip
        colours = theme.current()
        self.table.setRowCount(len(found.flags))
        for place, cells in enumerate(self.rows()):
            tone = (colours.amber if found.flags[place].new else colours.green).text
            for column, text in enumerate(cells):
                self.table.setItem(place, column, _item(text, column, tone if column == 4 else None))
        self.table.setVisible(bool(found.flags))
        self.nothing.setVisible(not found.flags)
        if found.flags:
            self.table.selectRow(0)
            self.table.setFocus()
        for button in (self.export_button, self.print_button):
            button.setEnabled(bool(found.flags))

    def _refused(self, refused: Refused) -> None:
        self.told.setText(sentence(refused))

    def _go(self, row: int) -> None:
        """The paper itself, on its page."""
        assert self.found is not None, "there are rows"
        claim_id = self.found.flags[row].claim_id
        self.accept()
        self.desk.go(PAPER_PAGE, claim_id)

    def _lay_out(self) -> None:
        title = translate("Policies", "Dry run")
        headings = _headings()
        self.export_button = self._button(
            "export",
            translate("Policies", "Export  Ctrl+E"),
            "Ctrl+E",
            lambda: export_rows(self.desk, self, title, headings, self.rows()),
        )
        self.print_button = self._button(
            "print",
            translate("Policies", "Print  Ctrl+P"),
            "Ctrl+P",
            lambda: print_rows(self.desk, self, title, headings, self.rows()),
        )
        close = self._button("close", translate("Form", "Close"), "Esc", self.reject)
        foot = QHBoxLayout()
        hint = QLabel(translate("Policies", "Enter opens the paper."), self)
        hint.setProperty("role", "muted")
        foot.addWidget(hint, 1)
        for button in (self.export_button, self.print_button, close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        heading = QLabel(translate("Policies", "Dry run: what would have been flagged"), self)
        heading.setProperty("role", "title")
        column.addWidget(heading)
        column.addLayout(self._period())
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        column.addLayout(foot)

    def _period(self) -> QHBoxLayout:
        """From which day to which, and the button that tries again."""
        top = QHBoxLayout()
        top.setSpacing(8)
        for words, editor in (
            (translate("Policies", "Papers from"), self.first),
            (translate("Policies", "to"), self.last),
        ):
            label = QLabel(words, self)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            editor.setMaximumWidth(140)
            top.addWidget(label)
            top.addWidget(editor)
        again = self._button("again", translate("Policies", "Try  F5"), "F5", self.run)
        top.addWidget(again)
        top.addStretch(1)
        return top

    def _button(self, name: str, words: str, keys: str, run: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"action.{name}")
        button.setAutoDefault(False)
        button.setShortcut(keys)
        button.clicked.connect(run)
        return button


def _headings() -> tuple[str, ...]:
    return (
        translate("Policies", "Number"), translate("Policies", "Claimant"), translate("Policies", "Date"),
        translate("Policies", "Amount"), translate("Policies", "Would be"), translate("Policies", "Finding"),
    )  # fmt: skip


def _table(parent: QWidget) -> QTableWidget:
    headings = _headings()
    made = QTableWidget(0, len(headings), parent)
    made.setObjectName("table.dry_run")
    made.setHorizontalHeaderLabels(headings)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.verticalHeader().hide()
    made.setTabKeyNavigation(False)
    for column, width in enumerate((120, 80, 96, 100, 110)):
        made.setColumnWidth(column, width)
    made.horizontalHeader().setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
    return made


def _item(text: str, column: int, tone: QColor | None) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    if column == 3:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if tone is not None:
        item.setForeground(tone)
    return item


def _work(
    desk: Desk, draft: PolicyDraft, alone: bool, first: date, last: date, session: Session, progress: Progress
) -> DryRun:
    return policy_dry_run.dry_run(
        session, desk.actor, draft, first=first, last=last, today=desk.today(), alone=alone, progress=progress
    )
