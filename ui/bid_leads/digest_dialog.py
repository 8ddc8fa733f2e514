"""The weekly digest 招标信息周报: choose the period, look at it, print, copy or export it, note that it went out."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from services import bid_digest_papers, bid_digests, departments
from services.bid_digests import Digest
from services.errors import Refused
from services.permissions import Permission
from ui.errors import sentence
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import UnreadableError
from ui.widgets.key_button import key_button
from ui.widgets.notice import Notice
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write
from ui.widgets.write_whole import write_whole

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.records import Choice
    from services.reports.paper import PrintSettings
    from ui.state import Desk

LOOK_MS = 250
TITLE = "招标信息周报"  # it goes out in Chinese

translate = QCoreApplication.translate


class DigestDialog(QDialog):
    """Ctrl+P prints, Ctrl+Shift+C copies the text, Ctrl+E exports, Ctrl+Return notes that it was sent."""

    shown = Signal()
    sent = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.digest")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Lead", "Weekly digest"))
        self.desk = desk
        self.digest: Digest | None = None
        self._asked, self._click = 0, ""
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self.from_on, self.to_on = self._day("from_on"), self._day("to_on")
        self.department = QComboBox(self)
        self.department.setObjectName("field.department")
        self.department.addItem(translate("Lead", "All departments"), None)
        self.department.currentIndexChanged.connect(lambda _place: self._look.start())
        self.line = QLabel(self)
        self.line.setObjectName("label.headline")
        self.line.setProperty("role", "muted")
        self.notice = Notice(self)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("text.digest")
        self.text.setReadOnly(True)
        self._build()
        self.resize(920, 640)
        desk.tasks.read(self, partial(_begin, desk.actor, desk.today()), self._begun, self._refused)

    def _day(self, name: str) -> DayEdit:
        made = DayEdit(self.desk.today, self)
        made.setObjectName(f"field.{name}")
        made.edited.connect(self._look.start)
        return made

    # what it covers

    def _begun(self, found: tuple[tuple[date, date], list[Choice]]) -> None:
        (first, last), choices = found
        self.from_on.set_value(first)
        self.to_on.set_value(last)
        for one in choices:
            self.department.addItem(one.label, one.id)
        self.look()

    def look(self) -> None:
        """Look again at what is chosen."""
        self._look.stop()
        try:
            first, last = self.from_on.value(), self.to_on.value()
        except UnreadableError as error:
            self.notice.say(str(error))
            return
        if not isinstance(first, date) or not isinstance(last, date):
            return
        self._asked += 1
        work = partial(_looked, self.desk.actor, first, last, self.department.currentData())
        self.desk.tasks.read(self, work, partial(self._show, self._asked), self._refused)

    def _show(self, asked: int, found: Digest) -> None:
        if asked != self._asked:
            return
        self.notice.clear()
        self.digest, self._click = found, str(uuid4())
        told = translate("Lead", "{count} notices, {fresh} of them new since the last digest")
        self.line.setText(told.format(count=len(found.leads), fresh=found.fresh))
        empty = translate("Lead", "No notice in these days. Choose other days or another department.")
        self.text.setPlainText(bid_digests.as_text(found) if found.leads else empty)
        self._enable()
        self.shown.emit()

    def _enable(self) -> None:
        some = self.digest is not None and bool(self.digest.leads)
        for button in (self.copy_button, self.export_button, self.print_button):
            button.setEnabled(some)
        whole = self.department.currentData() is None
        self.send_button.setEnabled(some and whole and self.digest is not None and not self.digest.number)
        why = translate("Lead", "A digest is noted as sent for all departments together.")
        self.send_button.setToolTip("Ctrl+Return" if whole else why)

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))
        self._enable()

    # how it goes out

    def copy(self) -> None:
        """The text, to be pasted into a chat or mail."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.notice.say(translate("Lead", "The text is copied. Paste it with Ctrl+V."), "green")

    def print(self) -> PrintPreview | None:
        """The sheet."""
        if self.digest is None:
            return None
        make = partial(_pdf, self.desk.actor, self.digest)
        preview = PrintPreview(self.desk, PrintJob("bid_digest", self._name(), ("A4",), make), self)
        preview.open()
        return preview

    def export(self) -> QFileDialog:
        """Ask where to, then write the table."""
        dialog = QFileDialog(self, translate("Lead", "Export the digest"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{self._name()}.xlsx")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()
        return dialog

    def export_to(self, path: Path) -> None:
        """Write the table to `path`."""
        if self.digest is None:
            return

        def done(written: bool) -> None:
            if written:
                self.notice.say(translate("Print", "Saved as {file}.").format(file=path.name), "green")
            else:
                self.notice.say(cannot_write(path))

        self.desk.tasks.aside(self, partial(_write, path, self.digest), done)

    def send(self) -> None:
        """Note that it went out as it stands here: what it tells is new no longer."""
        if self.digest is None or not self.send_button.isEnabled():
            return
        self.send_button.setEnabled(False)
        work = partial(_send, self.desk.actor, self.digest, self._click)
        self.desk.tasks.run(self, work, self._sent, self._refused)

    def _sent(self, kept: Digest | None) -> None:
        if kept is None:
            return
        self.digest = kept
        told = translate("Lead", "Kept as {number}. Copy or print it now, it is among the digests sent.")
        self.notice.say(told.format(number=kept.number), "green")
        self._enable()
        self.sent.emit()

    def _name(self) -> str:
        assert self.digest is not None, "buttons wait for it"
        return f"{TITLE} {self.digest.number or self.digest.to_on.isoformat()}"

    # building

    def _build(self) -> None:
        heading = QLabel(self.windowTitle(), self)
        heading.setProperty("role", "title")
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for words, field in (
            (translate("Lead", "From"), self.from_on),
            (translate("Lead", "to"), self.to_on),
            (translate("Field", "Department"), self.department),
        ):
            caption = QLabel(words, self)
            caption.setBuddy(field)
            field.setAccessibleName(words)
            choices.addWidget(caption)
            choices.addWidget(field)
        choices.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in self._buttons():
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.line)
        column.addLayout(choices)
        column.addWidget(self.notice)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def _buttons(self) -> list[QPushButton]:
        self.copy_button = key_button(
            self, "copy", translate("Lead", "Copy as text"), "Ctrl+Shift+C", self.copy
        )
        self.export_button = key_button(self, "export", translate("Action", "Export"), "Ctrl+E", self.export)
        self.print_button = key_button(self, "print", translate("Action", "Print"), "Ctrl+P", self.print)
        self.send_button = key_button(
            self, "send", translate("Lead", "Mark as sent"), "Ctrl+Return", self.send
        )
        self.send_button.setProperty("primary", True)
        self.send_button.setVisible(self.desk.can(Permission.BID_EDIT))
        close = key_button(self, "close", translate("Page", "Close"), "", self.reject)
        self._enable()
        return [close, self.copy_button, self.export_button, self.print_button, self.send_button]


def _begin(actor: Actor, today: date, session: Session) -> tuple[tuple[date, date], list[Choice]]:
    return bid_digests.period(session, actor, today), departments.choices(session, actor)


def _looked(actor: Actor, first: date, last: date, department: int | None, session: Session) -> Digest:
    return bid_digests.look(session, actor, from_on=first, to_on=last, department_id=department)


def _pdf(actor: Actor, digest: Digest, session: Session, settings: PrintSettings) -> bytes:
    return bid_digest_papers.pdf(session, actor, digest, settings)


def _send(actor: Actor, digest: Digest, click: str, session: Session) -> Digest | None:
    return bid_digest_papers.send(session, actor, digest, command_id=click)


def _write(path: Path, digest: Digest) -> bool:
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    return write_whole(
        path,
        lambda part: xlsx.write_table(
            part, TITLE, bid_digest_papers.HEADINGS, bid_digest_papers.rows(digest)
        ),
    )
