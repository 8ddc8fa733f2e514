"""History 操作记录: what was done to any record, and whether the chain of seals is whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from services import (
    approval_rules,
    audit,
    bank_accounts,
    claim_papers,
    departments,
    employees,
    expense_categories,
    projects,
    registers,
    users,
)
from services.database import Session
from services.permissions import Actor
from services.registers import Query, Register
from ui.icons import icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets.detail_pane import DetailPane, words
from ui.widgets.formats import count
from ui.widgets.history_list import HistoryList
from ui.widgets.notice import Notice

FOUND = 60
TYPING_MS = 180

translate = QCoreApplication.translate

KINDS: tuple[tuple[str, Register], ...] = (
    (QT_TRANSLATE_NOOP("Page", "Reimbursements"), claim_papers.REGISTER),
    (QT_TRANSLATE_NOOP("Page", "Employees"), employees.REGISTER),
    (QT_TRANSLATE_NOOP("Page", "Bank accounts"), bank_accounts.REGISTER),
    (QT_TRANSLATE_NOOP("Page", "Projects"), projects.REGISTER),
    (QT_TRANSLATE_NOOP("Page", "Departments"), departments.REGISTER),
    (QT_TRANSLATE_NOOP("Page", "Expense categories"), expense_categories.REGISTER),
    (QT_TRANSLATE_NOOP("Page", "Approval rules"), approval_rules.REGISTER),
    (QT_TRANSLATE_NOOP("Page", "Users"), users.REGISTER),
)


class HistoryPage(QWidget):
    """Find a record, read what was done to it; check the whole chain."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page.history")
        self.desk = desk
        self.notice = Notice(self)
        self.kind = QComboBox(self)
        self.kind.setObjectName("field.kind")
        self.kind.setAccessibleName(translate("Page", "Kind of record"))
        self.kinds = [(label, register) for label, register in KINDS if desk.can(register.see)]
        self.kind.addItems([translate("Page", label) for label, _ in self.kinds])
        self.search = QLineEdit(self)
        self.search.setObjectName("field.search")
        self.search.setPlaceholderText(
            translate("Page", "Search by text, number or pinyin initials (Ctrl+F)")
        )
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.found = QListWidget(self)
        self.found.setObjectName("list.found")
        self.pane = DetailPane(self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._build()
        self._typing.timeout.connect(self.look)
        self.kind.currentIndexChanged.connect(self.look)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.found.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self.look()

    def _build(self) -> None:
        verify = QPushButton(icon("shield"), translate("Page", "Check the chain"), self)
        verify.setObjectName("action.verify")
        verify.clicked.connect(self.verify)
        title = QVBoxLayout()
        title.setSpacing(4)
        title.addWidget(words(translate("Page", "History"), "title"))
        about = translate("Page", "Who did what, and when: every act is sealed over the one before.")
        title.addWidget(words(about, "muted"))
        header = QHBoxLayout()
        header.addLayout(title, 1)
        header.addWidget(verify, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.kind)
        row.addWidget(self.search, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(16)
        split.addWidget(self.found)
        split.addWidget(self.pane)
        split.setSizes([480, 520])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        column.addLayout(header)
        column.addWidget(self.notice)
        column.addLayout(row)
        column.addWidget(split, 1)

    def _register(self) -> Register:
        return self.kinds[self.kind.currentIndex()][1]

    def look(self) -> None:
        """Find records of the chosen kind."""
        if self.kinds:
            query = Query(self.desk.today(), text=self.search.text().strip())
            work = partial(_window, self.desk.actor, self._register(), query)
            self.desk.tasks.read(self, work, partial(self._show_found, self._register()))

    def _show_found(self, register: Register, rows: list[registers.Row]) -> None:
        if register is not self._register():
            return
        self.found.clear()
        for row in rows:
            shown = [str(value) for value in row[1:6] if isinstance(value, str) and value]
            item = QListWidgetItem(" · ".join(shown), self.found)
            item.setData(Qt.ItemDataRole.UserRole, row[0])
        if rows:
            self.found.setCurrentRow(0)
        else:
            self.pane.say(translate("Page", "Nothing matches"))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        kind, record_id = self._register().name, int(item.data(Qt.ItemDataRole.UserRole))
        work = partial(_history, self.desk.actor, kind, record_id)
        done = partial(self._show_history, kind, record_id, item.text())
        self.desk.tasks.read(self, work, done, self.pane.refuse)

    def _show_history(self, kind: str, record_id: int, text: str, acts: list[audit.HistoryRow]) -> None:
        self.pane.begin(record_id)
        self.pane.headline(text, "")
        self.pane.section(translate("Page", "History"))
        self.pane.widget(HistoryList(kind, acts, self.desk.today()))
        self.pane.finish()

    def verify(self) -> None:
        """Read the whole chain and compare every seal."""
        title = translate("Page", "Checking the chain…")
        work = partial(_verify, self.desk.actor)
        self.desk.tasks.run_long(self, title, work, self._verified, reading=True)

    def _verified(self, found: audit.Verification) -> None:
        if found.ok:
            text = translate("Page", "All {count} acts are as they were written.")
            self.notice.say(text.format(count=count(found.count)), "green")
        else:
            text = translate(
                "Page", "Act {seq} of {count} is not as it was written. Restore the last backup and compare."
            )
            self.notice.say(text.format(seq=found.first_bad_seq, count=count(found.count)), "red")


def _window(actor: Actor, register: Register, query: Query, session: Session) -> list[registers.Row]:
    return registers.window(session, actor, register, query, 0, FOUND)


def _history(actor: Actor, kind: str, record_id: int, session: Session) -> list[audit.HistoryRow]:
    return audit.history(session, actor, kind, record_id)


def _verify(actor: Actor, session: Session, _progress: object) -> audit.Verification:
    return audit.verify(session, actor)
