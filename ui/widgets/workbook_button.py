"""The button beside a printed paper that saves the same as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from services import durable
from services.database import Session

if TYPE_CHECKING:
    from ui.state import Desk
    from ui.widgets.print_preview import PrintPreview

type MakeBook = Callable[[Session], bytes]

translate = QCoreApplication.translate


def workbook_button(desk: Desk, preview: PrintPreview, title: str, make: MakeBook) -> QPushButton:
    """Ctrl+E asks where to, and writes what `make` answers there."""
    button = QPushButton(translate("Print", "Save as .xlsx  Ctrl+E"), preview)
    button.setObjectName("action.save_xlsx")
    button.setAutoDefault(False)
    button.setShortcut("Ctrl+E")
    button.clicked.connect(lambda: _ask(desk, preview, title, make))
    return button


def _ask(desk: Desk, preview: PrintPreview, title: str, make: MakeBook) -> QFileDialog:
    dialog = QFileDialog(preview, translate("Export", "Export what is shown"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{title}.xlsx")

    def write(name: str) -> None:
        path = Path(name)
        desk.tasks.read(
            preview, partial(_write, path, make), partial(preview.told_written, path), preview.refuse
        )

    dialog.fileSelected.connect(write)
    dialog.open()
    return dialog


def _write(path: Path, make: MakeBook, session: Session) -> bool:
    content = make(session)
    try:
        with durable.written(path) as part:
            part.write_bytes(content)
    except OSError:
        return False
    return True
