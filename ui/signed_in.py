"""Everything around one signed-in user: their workspace, keys, menu, lock, and backups while they work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox

from services import approvals, attachments, audit, backups, settings, users
from services.errors import Refused
from services.permissions import Permission
from ui import badges, desk_commands
from ui.due.starting import remind
from ui.errors import sentence
from ui.personnel.taking_effect import take_effect
from ui.session_lock import IdleWatch, Lock
from ui.settings_dialog import PasswordDialog, SettingsDialog, lock_minutes
from ui.shortcuts import ShortcutSheet
from ui.state import Desk, Prefs
from ui.stock_takes.taking_up import take_up_scans
from ui.workspace import StatusLine, Workspace

if TYPE_CHECKING:
    from services.database import Database, Session
    from services.permissions import Actor
    from ui.app import OpsDesk

# What a page asks first is loaded while the user still types (see ui/app.py).
LOADED = (approvals, attachments, audit)
_BACKUP_MS = 30 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """What is looked up in the one transaction of a sign-in."""

    actor: Actor
    prefs: dict[str, Any]
    lock_minutes: int
    last_backup: datetime | None


def logins(session: Session) -> list[str]:
    """Who may sign in, for the completion of names."""
    return users.known_logins(session)


def enter(login: str, password: str, session: Session) -> Entry:
    """Sign somebody in."""
    return prepare(users.sign_in(session, login, password).user_id, session)


def prepare(user_id: int, session: Session) -> Entry:
    """What the workspace of this user needs."""
    actor = users.actor_of(session, user_id)
    prefs = settings.get(session, "prefs", {}, user_id=user_id)
    database: Database = session.info["database"]
    return Entry(actor, prefs, lock_minutes(session), backups.last(database.folder / "backups"))


class SignedIn(QObject):
    """One session: from the sign-in to the sign-out."""

    def __init__(self, house: OpsDesk, entry: Entry) -> None:
        super().__init__(house)
        self.house, self.tasks, self.window = house, house.tasks, house.window
        database = self.tasks.database
        self.desk = Desk(
            tasks=self.tasks,
            actor=entry.actor,
            prefs=Prefs(self.tasks, entry.actor, entry.prefs),
            theme=house.theme,
            device=house.device,
            place=database.place,
            folder=database.folder,
            go=self.go,
        )
        self.workspace = Workspace(self.desk, self.window)
        self._lock: Lock | None = None
        self._changed = False
        self._backed_up = entry.last_backup
        self._minutes = entry.lock_minutes
        self._idle = IdleWatch(entry.lock_minutes, self)
        self._status: StatusLine | None = None
        self._shortcuts: list[QShortcut] = []
        self._connected: list[tuple[Any, Callable[..., object]]] = []

    def show(self) -> None:
        """Put the workspace on the screen."""
        self.window.show_page(self.workspace)
        may_back_up = self.desk.can(Permission.BACKUP_MAKE) and self.tasks.database.is_sqlite
        self._status = StatusLine(self.window, self.desk.place, may_back_up=may_back_up)
        self._status.last_backup(self._backed_up)
        self._connect(self._status)
        self.workspace.open_first(self.desk.prefs.get("tab", ""))
        badges.refresh(self.workspace)
        take_effect(self.desk, self.workspace)
        remind(self.workspace)
        take_up_scans(self.desk, self.workspace)

    def end(self) -> None:
        """Close the pages."""
        self.desk.prefs.flush()
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        for signal, slot in self._connected:
            with suppress(RuntimeError):
                signal.disconnect(slot)
        if self._status is not None:
            self._status.remove()
        self._idle.deleteLater()
        self.deleteLater()

    def go(self, name: str, record_id: int | None = None) -> None:
        """Open a tab, and a record on it."""
        self.workspace.open(name, record_id)

    def _connect(self, status: StatusLine) -> None:
        self._timer = QTimer(self, interval=_BACKUP_MS)
        self._timer.timeout.connect(self._back_up_if_changed)
        self._timer.start()
        status.back_up.connect(self.back_up)
        self.workspace.opened.connect(self._opened)
        self.workspace.rail.user.clicked.connect(self.open_menu)
        self._idle.idled.connect(self.lock)
        self._connected = [
            (self.tasks.refused, self.workspace.refuse),
            (self.tasks.changed, self._note_change),
        ]
        for signal, slot in self._connected:
            signal.connect(slot)
        for keys, run in desk_commands.keys(self):
            shortcut = QShortcut(QKeySequence(keys), self.workspace)
            shortcut.activated.connect(run)
            self._shortcuts.append(shortcut)

    def _opened(self, name: str) -> None:
        self.desk.prefs.put("tab", name)
        if self._status is not None:
            self._status.say(self.workspace.status_text())

    def _note_change(self) -> None:
        self._changed = True
        badges.refresh(self.workspace)

    # the lock

    def lock(self) -> None:
        """Cover everything until this user gives the password again."""
        if self._lock is None:
            actor = self.desk.actor
            self._lock = Lock(actor.login, actor.name, self.window)
            self._lock.asked.connect(self._ask_unlock)
            self._lock.left.connect(self._leave_locked)
            self._lock.open()

    def _ask_unlock(self, login: str, password: str) -> None:
        if self._lock is not None:
            self.tasks.run(self._lock, partial(enter, login, password), self._unlock, self._stay_locked)

    def _unlock(self, _entry: Entry) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _stay_locked(self, refused: Refused) -> None:
        if self._lock is not None:
            self._lock.sign_in.refuse(sentence(refused))

    def _leave_locked(self) -> None:
        self._unlock(Entry(self.desk.actor, {}, 0, None))
        self.house.sign_out()

    # backups

    def back_up(self) -> None:
        """Back up now, whether anything has changed or not."""
        self._back_up("asked", lambda: None)

    def back_up_and_then(self, leave: Callable[[], object]) -> None:
        """Back up at closing; a backup that cannot be made is said, and leaving waits for the answer."""
        self.desk.prefs.flush()
        if self._changed and self.tasks.database.is_sqlite:
            self._back_up("closing", leave, partial(self._ask_leave, leave))
        else:
            leave()

    def _back_up_if_changed(self) -> None:
        if self._changed and self.tasks.database.is_sqlite:
            self._back_up("every 30 minutes", lambda: None)

    def _back_up(
        self, reason: str, then: Callable[[], object], failed: Callable[[Refused], object] | None = None
    ) -> None:
        database = self.tasks.database

        def work(_progress: object) -> datetime | None:
            backups.make(database, reason=reason)
            backups.prune(database.folder / "backups", self.desk.today())
            return backups.last(database.folder / "backups")

        def done(moment: datetime | None) -> None:
            self._changed = False
            if self._status is not None:
                self._status.last_backup(moment)
            then()

        self.tasks.aside_long(self.workspace, self.tr("Backing up…"), work, done, failed)

    def _ask_leave(self, leave: Callable[[], object], refused: Refused) -> None:
        box = QMessageBox(self.window)
        box.setObjectName("box.backup_failed")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("The backup at closing could not be made."))
        box.setInformativeText(sentence(refused))
        go = box.addButton(self.tr("Close without a backup"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        go.clicked.connect(leave)
        box.open()

    # dialogs

    def open_palette(self) -> None:
        """Ctrl+K."""
        desk_commands.open_palette(self)

    def open_menu(self) -> None:
        """The menu under the user's name."""
        menu = desk_commands.menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.workspace.rail.user
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def open_settings(self) -> None:
        dialog = SettingsDialog(self.desk, self._minutes, self.window)
        dialog.language_chosen.connect(self.choose_language)
        dialog.lock_changed.connect(self._set_minutes)
        dialog.open()

    def open_password(self) -> None:
        PasswordDialog(self.desk, self.window).open()

    def open_keys(self) -> None:
        """F1."""
        ShortcutSheet(self.window).open()

    def choose_language(self, name: str) -> None:
        """Speak another language: the window is built again, the sign-in stays."""
        self.desk.device.put("language", name)
        self.house.rebuild()

    def choose_theme(self, name: str) -> None:
        self.desk.device.put("theme", name)
        self.desk.theme.choose(name)

    def _set_minutes(self, minutes: int) -> None:
        self._minutes = self._idle.minutes = minutes
