"""Settings of this user and, for those who may, of the company; and the change of one's password."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from services.errors import Refused
from ui import user_menu, words
from ui.errors import sentence
from ui.rule_fields import RuleFields
from ui.session_lock import DEFAULT_MINUTES
from ui.state import Desk
from ui.theme import ThemeName

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

LOCK_SETTING = "lock.minutes"


class _Form(QDialog):
    """A title, rows of fields, a line for what was refused, Save and Cancel."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"dialog.{name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self._error = QLabel(self)
        self._error.setObjectName("error")
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self._save.setObjectName("action.save")
        self._save.setProperty("primary", True)
        self._save.style().unpolish(self._save)
        self._save.style().polish(self._save)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(self.form)
        column.addWidget(self._error)
        column.addWidget(buttons)

    def save(self) -> None:
        raise NotImplementedError

    def add(self, name: str, title: str, field: QWidget) -> None:
        field.setObjectName(f"field.{name}")
        field.setAccessibleName(title)
        if not self.form.rowCount():
            field.setFocus()
        self.form.addRow(title, field)

    def refuse(self, text: str) -> None:
        self._save.setEnabled(True)
        self._error.setText(text)
        self._error.show()


class SettingsDialog(_Form):
    """Language, theme, rows; for the company the minutes until the window locks, and the limits of claims."""

    language_chosen = Signal(str)
    lock_changed = Signal(int)

    def __init__(self, desk: Desk, lock_minutes: int, parent: QWidget) -> None:
        super().__init__("settings", parent)
        self.setWindowTitle(self.tr("Settings"))
        self._desk, self._minutes_before = desk, lock_minutes
        self._language = _choice(user_menu.language_names(), desk.device.get("language", words.SYSTEM))
        self._theme = _choice(user_menu.theme_names(), desk.device.get("theme", ThemeName.SYSTEM))
        rows = [("comfortable", self.tr("Comfortable")), ("compact", self.tr("Compact"))]
        self._rows = _choice(rows, desk.prefs.get("rows", "comfortable"))
        self._minutes = QSpinBox(self)
        self._minutes.setRange(1, 240)
        self._minutes.setValue(lock_minutes)
        self._minutes.setSuffix(self.tr(" minutes"))
        may_edit = "setting.edit" in desk.actor.permissions
        self._minutes.setEnabled(may_edit)
        self._rules = RuleFields(desk, self, enabled=may_edit)
        self.add("language", self.tr("Language"), self._language)
        self.add("theme", self.tr("Theme"), self._theme)
        self.add("rows", self.tr("Rows of tables"), self._rows)
        self.add("lock", self.tr("Lock when idle for"), self._minutes)
        self.add("promise", self.tr("Papers are paid within"), self._rules.promise)
        self.add("invoice_age", self.tr("Invoices may be as old as"), self._rules.invoice_age)
        templates = QPushButton(self.tr("Templates…"), self)
        templates.setAutoDefault(False)
        templates.setEnabled(may_edit)
        templates.clicked.connect(self._open_templates)
        self.add("templates", self.tr("Certificates of employees"), templates)

    def save(self) -> None:
        self._desk.prefs.put("rows", self._rows.currentData())
        self._desk.device.put("theme", self._theme.currentData())
        self._desk.theme.choose(self._theme.currentData())
        changed = self._rules.changed()
        if self._minutes.value() != self._minutes_before:
            changed[LOCK_SETTING] = self._minutes.value()
        if not changed:
            self._finish(None)
            return
        self._save.setEnabled(False)
        work = partial(_put, self._desk.actor, changed)
        self._desk.tasks.run(self, work, self._finish, lambda refused: self.refuse(sentence(refused)))

    def _open_templates(self) -> None:
        from ui.personnel.template_dialog import TemplateDialog

        TemplateDialog(self._desk, self).open()

    def _finish(self, _saved: object) -> None:
        before = self._desk.device.get("language", words.SYSTEM)
        self.lock_changed.emit(self._minutes.value())
        self.accept()
        if self._language.currentData() != before:
            self.language_chosen.emit(self._language.currentData())


class PasswordDialog(_Form):
    """The old password, the new one twice."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("password", parent)
        self.setWindowTitle(self.tr("Change password"))
        self._desk = desk
        self._old, self._new, self._again = (QLineEdit(self) for _ in range(3))
        titles = (self.tr("Old password"), self.tr("New password"), self.tr("New password again"))
        for name, title, field in zip(
            ("old", "new", "again"), titles, (self._old, self._new, self._again), strict=True
        ):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self.add(name, title, field)

    def save(self) -> None:
        if self._new.text() != self._again.text():
            self.refuse(self.tr("The new passwords differ. Type them again."))
            return
        self._save.setEnabled(False)
        work = partial(_change_password, self._desk.actor, self._old.text(), self._new.text())
        self._desk.tasks.run(self, work, self._done, self._refused)

    def _done(self, _changed: object) -> None:
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.refuse(sentence(refused))


def _choice(choices: list[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def _put(actor: Actor, values: dict[str, Any], session: Session) -> None:
    from services import settings

    for name, value in values.items():
        settings.put(session, actor, name, value)


def _change_password(actor: Actor, old: str, new: str, session: Session) -> None:
    from services import users

    users.change_password(session, actor, old, new)


def lock_minutes(session: Session) -> int:
    """After how many idle minutes the window locks."""
    from services import settings

    return int(settings.get(session, LOCK_SETTING, DEFAULT_MINUTES))
