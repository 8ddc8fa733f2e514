"""The files of a record: open, add, drop, remove."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from services import attachments
from services.database import Session
from services.permissions import Actor
from ui.icons import icon
from ui.state import Desk
from ui.widgets.confirm import ask

translate = QCoreApplication.translate


class Attached(Protocol):
    """A row of services.attachments.of."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...


class AttachmentsList(QWidget):
    """`changed` tells that files were added or removed: whoever shows the record loads it again."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        kind: str,
        record_id: int,
        rows: Sequence[Attached],
        parent: QWidget | None = None,
        *,
        editable: bool = True,
        removable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attachments")
        self._desk, self._kind, self._record_id = desk, kind, record_id
        self._removable = editable and removable
        self.setAcceptDrops(editable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in rows:
            column.addLayout(self._line(row))
        if editable:
            add = QPushButton(icon("plus", "muted"), translate("Attachments", "Add files"), self)
            add.setObjectName("action.attach")
            add.setProperty("flat", True)
            add.setToolTip(translate("Attachments", "Or drop files here"))
            add.setAutoDefault(False)
            add.clicked.connect(self._choose)
            column.addWidget(add)

    def _line(self, row: Attached) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        size = QLocale().formattedDataSize(row.size, 0)
        opener = _FileButton(f"{row.name}  {size}", self)
        opener.setObjectName(f"action.open_attachment.{row.id}")
        opener.setProperty("flat", True)
        opener.setStyleSheet("text-align: left; padding: 0;")
        opener.setToolTip(translate("Attachments", "Open {name}").format(name=row.name))
        opener.setAutoDefault(False)
        opener.clicked.connect(partial(self._open, row.id))
        line.addWidget(opener, 1)
        if self._removable:
            remove = QToolButton(self)
            remove.setIcon(icon("x", "muted"))
            remove.setObjectName(f"action.remove_attachment.{row.id}")
            remove.setAccessibleName(translate("Attachments", "Remove {name}").format(name=row.name))
            remove.setToolTip(remove.accessibleName())
            remove.clicked.connect(partial(self._ask_remove, row))
            line.addWidget(remove)
        return line

    def _open(self, attachment_id: int) -> None:
        work = partial(_copy_out, self._desk.actor, attachment_id)
        self._desk.tasks.read(self, work, _show_file)

    def _choose(self) -> None:
        dialog = QFileDialog(self, translate("Attachments", "Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.open()

    def add(self, paths: Sequence[Path]) -> None:
        """Keep copies of these files with the record."""
        work = partial(_store, self._desk.actor, self._kind, self._record_id, tuple(paths))
        self._desk.tasks.run(self, work, lambda _count: self.changed.emit())

    def _ask_remove(self, row: Attached) -> None:
        question = translate("Attachments", "Remove {name} from this record?").format(name=row.name)
        remove = translate("Attachments", "Remove")
        ask(self, question, remove, partial(self._remove, row.id))

    def _remove(self, attachment_id: int) -> None:
        work = partial(_remove, self._desk.actor, attachment_id)
        self._desk.tasks.run(self, work, lambda _nothing: self.changed.emit())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(local_files(event))
        event.acceptProposedAction()


class _FileButton(QPushButton):
    """As wide as there is room: a long name ends in dots, so that what stands beside it is not pushed away."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(icon("paperclip", "muted"), words.replace("&", "&&"), parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - 12
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))


def local_files(event: QDropEvent) -> list[Path]:
    """The files of this computer that are dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def _store(actor: Actor, kind: str, record_id: int, paths: tuple[Path, ...], session: Session) -> int:
    for path in paths:
        attachments.store(session, actor, kind, record_id, path)
    return len(paths)


def _remove(actor: Actor, attachment_id: int, session: Session) -> None:
    attachments.remove(session, actor, attachment_id)


def _copy_out(actor: Actor, attachment_id: int, session: Session) -> Path:
    """A copy to look at: whatever another program does to it, the original stays."""
    folder = Path(tempfile.mkdtemp(prefix="opsdesk-"))
    return attachments.export(session, actor, attachment_id, folder)


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
