"""The company's own data 公司资料: a page that is one form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from services import audit, company
from services.company import CompanyDraft
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets.detail_pane import words
from ui.widgets.doubts import doubt_words
from ui.widgets.fields import FieldSpec
from ui.widgets.form import FormBody
from ui.widgets.history_list import HistoryList
from ui.widgets.notice import Notice

translate = QCoreApplication.translate

FIELDS = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, width=2, hint=QT_TRANSLATE_NOOP("Field", "As it must stand on invoices.")),
    FieldSpec("tax_id", QT_TRANSLATE_NOOP("Field", "Tax number"), width=2),
    FieldSpec("address", QT_TRANSLATE_NOOP("Field", "Address"), width=2),
    FieldSpec("phone", QT_TRANSLATE_NOOP("Field", "Phone")),
)  # fmt: skip


class CompanyPage(QWidget):
    """Name and tax number are what invoices are checked against."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page.company")
        self.desk = desk
        self.draft = CompanyDraft()
        self.notice = Notice(self)
        self.body = FormBody(FIELDS, desk.today, self)
        self.save_button = QPushButton(translate("Page", "Save  Ctrl+S"), self)
        self.save_button.setObjectName("action.save")
        self.save_button.setProperty("primary", True)
        self.save_button.setEnabled(False)
        self._history = QVBoxLayout()
        self._acts: HistoryList | None = None
        self._build()
        self.body.edited.connect(self._edited)
        self.body.finished.connect(self.save_button.setFocus)
        self.save_button.clicked.connect(self.save)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)
        self.body.set_locked(not desk.can(Permission.COMPANY_EDIT))
        self.load()

    def _build(self) -> None:
        frame = QFrame(self)
        frame.setProperty("role", "pane")
        frame.setMaximumWidth(720)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(16)
        inside.addWidget(self.body)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        inside.addLayout(row)
        inside.addWidget(words(translate("Page", "History"), "group"))
        inside.addLayout(self._history)
        inside.addStretch(1)
        about = translate("Page", "Name and tax number are what invoices are checked against.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(8)
        column.addWidget(words(translate("Page", "Company data"), "title"))
        column.addWidget(words(about, "muted"))
        column.addWidget(self.notice)
        column.addWidget(frame)
        column.addStretch(1)

    def load(self) -> None:
        """Show what is saved."""
        self.desk.tasks.read(self, partial(_load, self.desk.actor), self._loaded)

    def _loaded(self, found: tuple[CompanyDraft, list[audit.HistoryRow]]) -> None:
        self.draft, acts = found
        self.body.fill(self.draft)
        self._doubt()
        self.save_button.setEnabled(False)
        if self._acts is not None:
            self._acts.deleteLater()
        self._acts = HistoryList("company", acts, self.desk.today())
        self._history.addWidget(self._acts)

    def _edited(self) -> None:
        self.save_button.setEnabled(self.desk.can(Permission.COMPANY_EDIT))
        self._doubt()

    def _doubt(self) -> None:
        found = company.doubts(self.body.peek(self.draft))
        self.body.doubt({name: doubt_words(problem) for name, problem in found.items()})

    def save(self) -> None:
        """Save what is typed."""
        values = self.body.values()
        if values is None or not self.save_button.isEnabled():
            return
        self.notice.clear()
        self.save_button.setEnabled(False)
        work = partial(_save, self.desk.actor, self.body.peek(self.draft))
        self.desk.tasks.run(self, work, lambda _id: self._saved(), self._refused)

    def _saved(self) -> None:
        self.notice.say(translate("Page", "Saved."), "green")
        self.load()

    def _refused(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        if refused.field is None or not self.body.say(refused.field, sentence(refused)):
            again = translate("Page", "Reload")
            self.notice.say(sentence(refused), "red", reload=(again, self.load))


def _load(actor: Actor, session: Session) -> tuple[CompanyDraft, list[audit.HistoryRow]]:
    draft = company.get(session, actor)
    return draft, audit.history(session, actor, "company", draft.id) if draft.id else []


def _save(actor: Actor, draft: CompanyDraft, session: Session) -> int:
    return company.save(session, actor, draft)
