"""Print preview in the window: pages as they will be, paper and offset, printer or PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QPointF, Qt, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from services import durable
from services.database import Session
from services.errors import Refused
from services.progress import Progress
from services.reports.paper import PrintSettings
from ui import printing
from ui.errors import sentence
from ui.icons import icon
from ui.state import Desk
from ui.widgets.notice import Notice
from ui.widgets.print_settings import PrintSettingsBar
from ui.widgets.workbook_button import MakeBook, workbook_button

ZOOM_STEP = 1.25

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, eq=False)
class PrintJob:
    """What to print. `name` is the form whose paper and offset are remembered; `make` runs on a worker."""

    name: str
    title: str
    papers: tuple[str, ...]
    make: Callable[[Session, PrintSettings], bytes]
    make_long: Callable[[Session, PrintSettings, Progress], bytes] | None = (
        None  # many pages: with a bar and Cancel
    )
    workbook: MakeBook | None = None  # the same as .xlsx


class PrintPreview(QDialog):
    """Ctrl+P prints, Ctrl+S saves as PDF, PgUp and PgDn turn pages, Ctrl+plus and minus zoom."""

    shown = Signal()  # the pages of the newest settings are on screen

    def __init__(self, desk: Desk, job: PrintJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.print")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Print", "Print: {title}").format(title=job.title))
        self._desk, self._job = desk, job
        self._asked = 0
        self.pdf = b""
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setObjectName("view.pdf")
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.settings_bar = PrintSettingsBar(desk, job.name, job.papers, self)
        self.notice = Notice(self)
        self.page_words = QLabel(self)
        self.page_words.setObjectName("label.pages")
        self.printer = QComboBox(self)
        self._build()
        self.settings_bar.changed.connect(self.ask)
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._show_page())
        self.resize(980, 720)
        self.ask()

    # pages

    def ask(self) -> None:
        """Make the pages with what is chosen; those on screen stay until the new ones are there."""
        self._asked += 1
        settings, made = self.settings_bar.settings(), partial(self._made, self._asked)
        if self._job.make_long is None:
            self._desk.tasks.read(self, partial(_make, self._job, settings), made, self.refuse)
            return
        work = partial(_make_long, self._job.make_long, settings)
        words = translate("Print", "Making the pages…")
        task = self._desk.tasks.run_long(self, words, work, made, self.refuse, reading=True)
        if task.box is not None and not self.pdf:
            task.box.canceled.connect(self.reject)  # without pages there is nothing to look at

    def _made(self, asked: int, pdf: bytes) -> None:
        if asked != self._asked:
            return
        self.notice.clear()
        self.pdf = pdf
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._show_page()
        self._enable()
        self.shown.emit()

    def refuse(self, refused: Refused) -> None:
        """Say why it cannot be made."""
        self.notice.say(sentence(refused))

    def _show_page(self) -> None:
        text = translate("Print", "Page {page} of {pages}")
        here = self.view.pageNavigator().currentPage() + 1
        self.page_words.setText(text.format(page=here, pages=self.document.pageCount()))

    def turn(self, step: int) -> None:
        """Go on or back by pages."""
        there = self.view.pageNavigator().currentPage() + step
        if 0 <= there < self.document.pageCount():
            self.view.pageNavigator().jump(there, QPointF(), 0)

    def zoom(self, factor: float) -> None:  # a zoom, not money
        """Larger or smaller; 0 fits the width."""
        if not factor:
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(self.view.zoomFactor() * factor, 0.25), 6))

    # out

    def print_now(self) -> None:
        """Send it to the chosen printer."""
        name = self.printer.currentData()
        if not name or not self.pdf:
            return
        if printing.print_document(self.document, name, title=self._job.title):
            self.notice.say(translate("Print", "Sent to {printer}.").format(printer=name), "green")
        else:
            text = translate(
                "Print", "{printer} does not answer. Check that it is switched on, or save as PDF."
            )
            self.notice.say(text.format(printer=name))

    def choose_file(self) -> None:
        """Ask where the PDF goes."""
        dialog = QFileDialog(self, translate("Print", "Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(translate("Print", "PDF document (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._job.title}.pdf")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the pages as shown."""
        pdf = self.pdf
        self._desk.tasks.aside(self, partial(write_file, path, pdf), partial(self.told_written, path))

    def told_written(self, path: Path, written: bool) -> None:
        """Say whether the file was written."""
        if written:
            self.notice.say(translate("Print", "Saved as {file}.").format(file=path.name), "green")
        else:
            self.notice.say(cannot_write(path))

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.settings_bar)
        top.addStretch(1)
        for tool in self._tools():
            top.addWidget(tool)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        column.addLayout(self._bottom())

    def _tools(self) -> list[QWidget]:
        back = self._tool(
            "previous_page",
            "chevron-left",
            translate("Print", "Previous page"),
            "PgUp",
            lambda: self.turn(-1),
        )
        on = self._tool(
            "next_page", "chevron-right", translate("Print", "Next page"), "PgDown", lambda: self.turn(1)
        )
        larger = self._tool(
            "zoom_in", "zoom-in", translate("Print", "Larger"), "Ctrl++", lambda: self.zoom(ZOOM_STEP)
        )
        smaller = self._tool(
            "zoom_out", "zoom-out", translate("Print", "Smaller"), "Ctrl+-", lambda: self.zoom(1 / ZOOM_STEP)
        )
        return [back, self.page_words, on, smaller, larger]

    def _tool(self, name: str, picture: str, words: str, keys: str, run: Callable[[], object]) -> QToolButton:
        tool = QToolButton(self)
        tool.setObjectName(f"action.{name}")
        tool.setIcon(icon(picture))
        tool.setAccessibleName(words)
        tool.setToolTip(f"{words} ({keys})")
        tool.setShortcut(keys)
        tool.clicked.connect(run)
        return tool

    def _bottom(self) -> QHBoxLayout:
        found = printing.printers()
        for device in found:
            self.printer.addItem(device.words, device.name)
        self.printer.setObjectName("field.printer")
        self.printer.setAccessibleName(translate("Print", "Printer"))
        self.printer.setVisible(bool(found))
        no_printer = QLabel(translate("Print", "No printer is set up on this computer: save as PDF."), self)
        no_printer.setProperty("role", "muted")
        no_printer.setVisible(not found)
        self.save_button = self._button(
            "save_pdf", translate("Print", "Save as PDF  Ctrl+S"), "Ctrl+S", self.choose_file
        )
        self.print_button = self._button(
            "print", translate("Print", "Print  Ctrl+P"), "Ctrl+P", self.print_now
        )
        (self.print_button if found else self.save_button).setProperty("primary", True)
        if not found:
            self.print_button.setToolTip(no_printer.text())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.printer)
        row.addWidget(no_printer)
        row.addStretch(1)
        if self._job.workbook is not None:
            row.addWidget(workbook_button(self._desk, self, self._job.title, self._job.workbook))
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        self._enable()
        return row

    def _button(self, name: str, words: str, keys: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"action.{name}")
        button.setAutoDefault(False)
        button.setShortcut(keys)
        button.clicked.connect(run)
        return button

    def _enable(self) -> None:
        self.save_button.setEnabled(bool(self.pdf))
        self.print_button.setEnabled(bool(self.pdf) and self.printer.count() > 0)


def _make(job: PrintJob, settings: PrintSettings, session: Any) -> bytes:
    return job.make(session, settings)


def _make_long(
    make: Callable[[Session, PrintSettings, Progress], bytes],
    settings: PrintSettings,
    session: Any,
    progress: Progress,
) -> bytes:
    return make(session, settings, progress)


def write_file(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all; False when the place does not allow it."""
    try:
        with durable.written(path) as part:
            part.write_bytes(content)
    except OSError:
        return False
    return True


def cannot_write(path: Path) -> str:
    """The sentence about a file that could not be written."""
    text = translate(
        "Print",
        "{file} could not be written. Close it in other programs, or choose a folder you may write in.",
    )
    return text.format(file=path.name)
