"""The Word templates of certificates: a copy to change, a file of one's own, back to the usual one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services import certificate_templates
from services.certificates import CertificateKind
from ui.errors import sentence
from ui.labels import label
from ui.state import Desk
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

translate = QCoreApplication.translate


class TemplateDialog(QDialog):
    """A row for every certificate, with what may be done with its template."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.templates")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Certificate", "Templates of certificates"))
        self.desk = desk
        self.notice = Notice(self)
        self._states: dict[CertificateKind, QLabel] = {}
        self._back: dict[CertificateKind, QPushButton] = {}
        about = QLabel(
            translate(
                "Certificate",
                "Save a copy, change it in Word, and use it instead. What stands in double braces is filled in.",
            ),
            self,
        )
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(CertificateKind):
            self._add(grid, row, kind)
        close = QPushButton(translate("Page", "Close"), self)
        close.setObjectName("action.close")
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.notice)
        column.addWidget(about)
        column.addLayout(grid)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.look()

    def _add(self, grid: QGridLayout, row: int, kind: CertificateKind) -> None:
        state = self._states[kind] = QLabel(self)
        state.setObjectName(f"label.{kind.value}")
        state.setProperty("role", "muted")
        grid.addWidget(QLabel(label(kind), self), row, 0)
        grid.addWidget(state, row, 1)
        acts = (
            ("copy", translate("Certificate", "Save a copy…"), self.ask_copy),
            ("replace", translate("Certificate", "Use a file…"), self.ask_file),
            ("restore", translate("Certificate", "The usual one"), self.restore),
        )
        for place, (name, words, run) in enumerate(acts, start=2):
            made = QPushButton(words, self)
            made.setObjectName(f"action.{name}_{kind.value}")
            made.setAutoDefault(False)
            made.clicked.connect(partial(_call, run, kind))
            grid.addWidget(made, row, place)
            if name == "restore":
                self._back[kind] = made

    def look(self) -> None:
        """Which templates are the company's own."""
        self.desk.tasks.read(self, _own, self._show, self._refused)

    def _show(self, own: dict[CertificateKind, bool]) -> None:
        for kind, is_own in own.items():
            words = (
                translate("Certificate", "own template")
                if is_own
                else translate("Certificate", "usual template")
            )
            self._states[kind].setText(words)
            self._back[kind].setEnabled(is_own)

    def ask_copy(self, kind: CertificateKind) -> QFileDialog:
        """Where to save a copy."""
        dialog = self._files(translate("Certificate", "Save a copy…"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(f"{label(kind)}.docx")
        dialog.fileSelected.connect(lambda name: self._run(partial(_copy, self.desk.actor, kind, Path(name))))
        dialog.open()
        return dialog

    def ask_file(self, kind: CertificateKind) -> QFileDialog:
        """Which file to use."""
        dialog = self._files(translate("Certificate", "Use a file…"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.replace_by(kind, Path(name)))
        dialog.open()
        return dialog

    def replace_by(self, kind: CertificateKind, path: Path) -> None:
        """Use this file from now on, if it can be filled."""
        self._run(partial(_replace, self.desk.actor, kind, path))

    def restore(self, kind: CertificateKind) -> None:
        """Use the usual template again."""
        self._run(partial(_restore, self.desk.actor, kind))

    def _files(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(translate("Certificate", "Word document (*.docx)"))
        return dialog

    def _run(self, work: partial[None]) -> None:
        self.notice.clear()
        self.desk.tasks.run(self, work, lambda _none: self.look(), self._refused)

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))


def _call(run: object, kind: CertificateKind, *_checked: bool) -> None:
    assert callable(run), "one of the three above"
    run(kind)


def _own(session: Session) -> dict[CertificateKind, bool]:
    return {kind: certificate_templates.is_own(session, kind) for kind in CertificateKind}


def _copy(actor: Actor, kind: CertificateKind, path: Path, session: Session) -> None:
    certificate_templates.copy_template(session, actor, kind, path)


def _replace(actor: Actor, kind: CertificateKind, path: Path, session: Session) -> None:
    certificate_templates.replace_template(session, actor, kind, path)


def _restore(actor: Actor, kind: CertificateKind, session: Session) -> None:
    certificate_templates.restore_template(session, actor, kind)
