"""The dialog of one record: draft in, draft out; what was typed is never lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services import audit, form_drafts
from services.database import Session
from services.errors import Refused
from services.permissions import Actor
from ui.errors import sentence
from ui.state import Desk
from ui.widgets.confirm import ask
from ui.widgets.doubts import doubt_words
from ui.widgets.fields import Chosen, FieldKind
from ui.widgets.form import Draft, Form, FormBody, own_changes
from ui.widgets.notice import Notice
from ui.widgets.stale_box import StaleBox
from ui.widgets.tab_order import tab_through

KEEP_MS = 3000

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a form needs before it can be shown."""

    draft: Draft
    choices: Mapping[str, Sequence[Chosen]]
    kept: dict[str, Any] | None


class RecordDialog(QDialog):
    """A form with Save and Cancel. `record_id` None makes a new record; `start` is the draft it begins with."""

    saved = Signal(int)
    loaded = Signal()

    def __init__(
        self,
        desk: Desk,
        form: Form,
        record_id: int | None = None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: Draft | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.form, self.record_id, self.locked = desk, form, record_id, locked
        self.draft: Draft = start if start is not None else form.empty(desk.today())
        self.dirty = False
        self._saving = False
        self.setObjectName(f"dialog.{form.name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Form", form.title_edit if record_id else form.title_new))
        self.body = FormBody(form.fields, desk.today, self, columns=form.columns)
        self.heading = QLabel(self.windowTitle(), self)
        self.notice = Notice(self)
        self.save_button = QPushButton(translate("Form", "Save  Ctrl+S"), self)
        closing = translate("Form", "Close") if locked else translate("Form", "Cancel")
        self.cancel_button = QPushButton(closing, self)
        self._keeper = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keeper.timeout.connect(self.keep)
        self._build()
        self._connect()
        self.body.setEnabled(False)
        desk.tasks.read(
            self, partial(self.load, form, desk.actor, record_id, self.draft), self._loaded, self._refused
        )

    # what a form with more than fields overrides

    def extras(self) -> QWidget | None:
        """What stands below the fields; the lines of a claim, say."""
        return None

    def gather(self) -> Draft | None:
        """The draft as typed; None when something cannot be read, which is then said beside it."""
        values = self.body.values()
        return None if values is None else replace(self.draft, **values)

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        self.draft = draft
        self.body.fill(draft)

    def kept(self) -> dict[str, Any]:
        """What is typed, as JSON."""
        return self.body.kept()

    def restore(self, kept: dict[str, Any]) -> None:
        """Type again what was kept."""
        self.body.restore(kept)

    def place(self, refused: Refused) -> bool:
        """Put the sentence beside the field it is about; False when there is none."""
        return refused.field is not None and self.body.say(refused.field, sentence(refused))

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Draft, session: Session) -> Loaded:
        """What the form shows, in one question; runs on a worker."""
        draft = start if record_id is None else form.get(session, actor, record_id)
        combos = [spec for spec in form.fields if spec.kind is FieldKind.COMBO and spec.choices]
        choices = {spec.name: spec.choices(session, actor) for spec in combos if spec.choices}
        kept = form_drafts.find(session, actor, form.kept_as or form.name, record_id or 0)
        return Loaded(draft, choices, kept)

    def conclude(self) -> None:
        """What Ctrl+Enter does: save, and in forms that can be submitted also that."""
        self.save()

    # building

    def _build(self) -> None:
        self.heading.setProperty("role", "title")
        self.save_button.setObjectName("action.save")
        self.save_button.setProperty("primary", True)
        self.save_button.setVisible(not self.locked)
        self.cancel_button.setObjectName("action.cancel")
        self.cancel_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        for widget in (self.heading, self.notice, self.body):
            column.addWidget(widget)
        if (extras := self.extras()) is not None:
            column.addWidget(extras, 1)
            tab_through(extras, self.save_button, self.cancel_button)
        else:
            column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        column.addLayout(row)

    def _connect(self) -> None:
        self.body.edited.connect(self.touch)
        self.body.finished.connect(self.save_button.setFocus)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.conclude)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(640, 120))

    # from the service and back

    def _loaded(self, loaded: Loaded) -> None:
        self.body.offer(loaded.choices)
        self.body.setEnabled(True)
        self.body.set_locked(self.locked)
        self.fill(loaded.draft)
        self._doubt()
        self.body.focus_first()
        if loaded.kept is not None and not self.locked:
            kept = loaded.kept
            self.notice.say(
                translate("Form", "You typed something here that was not saved."),
                "amber",
                use_kept=(translate("Form", "Bring it back"), partial(self._use_kept, kept)),
                drop_kept=(translate("Form", "Discard it"), self._drop_kept),
            )
        self.loaded.emit()

    def touch(self) -> None:
        """Something was typed: it is kept in a moment, and asked about before it is thrown away."""
        self.dirty = True
        self._doubt()
        if not self._keeper.isActive():
            self._keeper.start()

    def _doubt(self) -> None:
        if self.form.doubts is not None:
            found = self.form.doubts(self.body.peek(self.draft))
            self.body.doubt({name: doubt_words(problem) for name, problem in found.items()})

    def keep(self) -> None:
        """Write down what is typed, so that it survives a crash."""
        if self.dirty and not self._saving:
            work = partial(_keep, self.desk.actor, self._kept_as, self.record_id or 0, self.kept())
            self.desk.tasks.run(
                self, work, failed=lambda _refused: None
            )  # saving itself will say what is wrong

    @property
    def _kept_as(self) -> str:
        return self.form.kept_as or self.form.name

    def _use_kept(self, kept: dict[str, Any]) -> None:
        self.restore(kept)
        self.touch()

    def _drop_kept(self) -> None:
        self._keeper.stop()
        work = partial(_drop, self.desk.actor, self._kept_as, self.record_id or 0)
        self.desk.tasks.run(self, work, failed=lambda _refused: None)

    def save(self) -> None:
        """Save what is typed; the form stays open until that has worked."""
        if self.locked or self._saving or not self.body.isEnabled():
            return
        draft = self.gather()
        if draft is None:
            return
        self.notice.clear()
        self._set_saving(True)
        work = partial(_save, self.form, self.desk.actor, self.record_id or 0, draft)
        self.desk.tasks.run(self, work, self._saved, self._refused)

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.save_button.setEnabled(not saving)
        if saving:
            self._keeper.stop()

    def _saved(self, record_id: int) -> None:
        self.dirty = False
        self._set_saving(False)
        self.saved.emit(record_id)
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self._set_saving(False)
        if refused.code == "record.stale" and self.record_id is not None:
            work = partial(_theirs, self.form, self.desk.actor, self.record_id)
            self.desk.tasks.read(self, work, self._show_stale, self._refused)
        elif not self.place(refused):
            self.notice.say(sentence(refused))

    # two people, one record

    def _show_stale(self, found: tuple[Draft, str]) -> None:
        theirs, who = found
        mine = self.gather()
        if mine is None:
            return
        box = StaleBox(who, self.body.differences(self.draft, mine, theirs), self)
        self._stale = theirs, own_changes(self.draft, mine, self.body.boxes)
        box.decided.connect(self._take)
        box.open()

    def _take(self, keep_mine: bool) -> None:
        theirs, mine = self._stale[0], self._stale[1] if keep_mine else {}
        self.fill(theirs)
        self.body.fill(replace(theirs, **mine))
        self.dirty = bool(mine)

    def reject(self) -> None:
        """Close; asks first when something was typed."""
        if not self.dirty or self.locked:
            super().reject()
            return
        ask(
            self,
            translate("Form", "Discard what you typed?"),
            translate("Form", "Discard"),
            self.discard,
            no=translate("Form", "Go on typing"),
        )

    def discard(self) -> None:
        """Close and forget what was typed."""
        self.dirty = False
        self._drop_kept()
        super().reject()


def _keep(actor: Actor, form: str, record_id: int, body: dict[str, Any], session: Session) -> None:
    form_drafts.keep(session, actor, form, record_id, body)


def _drop(actor: Actor, form: str, record_id: int, session: Session) -> None:
    form_drafts.drop(session, actor, form, record_id)


def _save(form: Form, actor: Actor, record_id: int, draft: Draft, session: Session) -> int:
    saved = form.save(session, actor, draft)
    form_drafts.drop(session, actor, form.kept_as or form.name, record_id)
    return saved


def _theirs(form: Form, actor: Actor, record_id: int, session: Session) -> tuple[Draft, str]:
    """The record as it is saved now, and who saved it."""
    draft = form.get(session, actor, record_id)
    if form.who is not None:
        return draft, form.who(session, actor, record_id)
    return draft, audit.last_by(session, form.name, record_id)
