"""What every page is handed: the desk it works at, and what this user and this PC prefer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QTimer

from ui.tasks import Tasks
from ui.theme import ThemeSwitch

if TYPE_CHECKING:
    from services.permissions import Actor, Permission

_SAVE_MS = 800


def this_day() -> date:
    """Today here; rules are handed it, they never look themselves."""
    from services.calendars import business_day

    return business_day()


class Prefs(QObject):
    """What a user has set for themselves (column widths, paper sizes, offsets); kept in the database."""

    def __init__(self, tasks: Tasks, actor: Actor, values: dict[str, Any]) -> None:
        super().__init__(tasks)
        self._tasks, self._actor = tasks, actor
        self._values = dict(values)
        self._dirty = False
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._timer.timeout.connect(self.flush)

    def get[T](self, name: str, default: T) -> T:
        """The value kept under `name`; the default when there is none."""
        value = self._values.get(name, default)
        return value if default is None or isinstance(value, type(default)) else default

    def put(self, name: str, value: object) -> None:
        """Keep a plain value (text, number, list, dict); written a moment later, many changes at once."""
        if self._values.get(name) != value:
            self._values[name] = value
            self._dirty = True
            self._timer.start()

    def flush(self) -> None:
        """Write what has changed now."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            self._tasks.run(
                self, partial(_save_prefs, self._actor, dict(self._values)), failed=lambda _refused: None
            )


def _save_prefs(actor: Actor, values: dict[str, Any], session: Any) -> None:
    from services import settings

    settings.put(session, actor, "prefs", values, user_id=actor.user_id)


class Device:
    """What is known before anybody signs in: language, theme, who was here last, the window's place."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "device.ini"), QSettings.Format.IniFormat)

    def get(self, name: str, default: str = "") -> str:
        return str(self._file.value(name, default))

    def put(self, name: str, value: str) -> None:
        self._file.setValue(name, value)


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """Everything a page may use of the window around it."""

    tasks: Tasks
    actor: Actor
    prefs: Prefs
    theme: ThemeSwitch
    device: Device
    place: str  # where the data is, as shown in the status bar
    folder: Path  # attachments, backups and logs lie below it
    go: Callable[[str, int | None], None]  # open the page of this name, and a record on it
    clock: Callable[[], date] = this_day

    def today(self) -> date:
        return self.clock()

    def can(self, *any_of: Permission) -> bool:
        """Whether the user holds at least one of the permissions; without any named, always."""
        return not any_of or self.actor.can(*any_of)
