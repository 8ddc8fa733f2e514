"""The rotating log: what went wrong and where, without names, amounts or ids."""

from __future__ import annotations

import platform
import traceback
from functools import cache
from pathlib import Path
from threading import current_thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

if TYPE_CHECKING:
    from logging import Logger

FILE_NAME = "opsdesk.log"
_ROOT = Path(__file__).resolve().parent.parent


class Log:
    """Writes to `logs/opsdesk.log` below the data folder; the file is made when there is something to write."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "logs"

    def write(self, text: str) -> None:
        """Add an entry; a log that cannot be written stops nobody's work."""
        try:
            _logger(self.folder).error(text)
        except OSError:
            return

    def close(self) -> None:
        if _logger.cache_info().currsize:
            for handler in list(_logger(self.folder).handlers):
                handler.close()

    def take_qt_messages(self) -> None:
        """Qt's warnings go here instead of a console nobody sees."""

        def handle(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
            if kind != QtMsgType.QtDebugMsg:
                self.write(f"Qt {context.category}: {text}")

        qInstallMessageHandler(handle)


@cache
def _logger(folder: Path) -> Logger:
    import logging
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=1_000_000, backupCount=5, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger = logging.Logger("opsdesk")  # noqa: LOG001 - one log for each data folder, outside the global tree
    logger.addHandler(handler)
    return logger


def details(error: BaseException) -> str:
    """Where an error came from: kinds and lines of code, never the message, which may hold somebody's data."""
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.extract_tb(seen.__traceback__)
        lines = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        parts.append("\n".join([f"{type(seen).__module__}.{type(seen).__qualname__}", *lines]))
        seen = seen.__cause__ or seen.__context__
    system = f"OpsDesk, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return "\n".join([system, f"thread {current_thread().name}", *parts])


def _short(file: str) -> str:
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
