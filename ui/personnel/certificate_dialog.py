"""Certificates of an employee: which, for whom, what for; as a Word file or on paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from services import certificate_templates, certificates, durable
from services.certificates import CertificateKind
from services.permissions import Permission
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.confirm import tell
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write

if TYPE_CHECKING:
    from services.certificates import Certificate
    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings
    from ui.state import Desk
    from ui.widgets.register_page import RegisterPage

translate = QCoreApplication.translate


def _fields(desk: Desk) -> tuple[FieldSpec, ...]:
    kinds = [
        kind
        for kind in CertificateKind
        if kind is not CertificateKind.INCOME or desk.can(Permission.PAYROLL_SEE)
    ]
    return (
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Certificate"), FieldKind.CHOICE, required=True, width=2, members=kinds),
        FieldSpec("to_whom", QT_TRANSLATE_NOOP("Field", "Addressed to"), blank=""),
        FieldSpec("purpose", QT_TRANSLATE_NOOP("Field", "What for"), blank=""),
    )  # fmt: skip


class CertificateDialog(ActDialog):
    """Saving writes a Word file; the other button shows the same words as they are printed."""

    def __init__(self, desk: Desk, employee_id: int, name: str, parent: QWidget) -> None:
        self._host, self._employee_id = parent, employee_id
        self._made: tuple[Certificate, bytes] | None = None
        self._prints = False
        title = translate("Certificate", "Certificate for {name}").format(name=name)
        about = translate(
            "Certificate", "That it was issued, and what for, stands in the employee's history."
        )
        values = {"kind": CertificateKind.EMPLOYMENT, "to_whom": "", "purpose": ""}
        question = Question(
            title, translate("Certificate", "Word file  Ctrl+S"), _fields(desk), values, about
        )
        super().__init__(desk, question, self._issue, parent)
        self.print_button = QPushButton(translate("Certificate", "Print or PDF"), self)
        self.print_button.setObjectName("action.print")
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(self.print_it)
        column: Any = self.layout()
        column.itemAt(column.count() - 1).layout().insertWidget(1, self.print_button)
        self.saved.connect(lambda _id: self._go_on())

    def _issue(self, session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        """Runs on a worker: the facts, and the Word file made of them."""
        made = certificates.issue(
            session, actor, CertificateKind(typed.kind), self._employee_id,
            purpose=typed.purpose or "", to_whom=typed.to_whom or "", today=self.desk.today(),
        )  # fmt: skip
        self._made = made, certificate_templates.filled(session, made)

    def save(self) -> None:
        self._prints = False
        super().save()

    def print_it(self) -> None:
        """Issue it, and show the pages."""
        self._prints = True
        super().save()

    def _go_on(self) -> None:
        if self._made is None:
            return
        made, content = self._made
        if self._prints:
            show(self.desk, made, content, self._host)
        else:
            ask_place(self.desk, made, content, self._host)


def show(desk: Desk, made: Certificate, content: bytes, parent: QWidget) -> PrintPreview:
    """The pages of a certificate."""
    job = PrintJob("certificate", made.file_name, ("A4",), partial(_pdf, made.file_name, content))
    preview = PrintPreview(desk, job, parent)
    preview.open()
    return preview


def ask_place(desk: Desk, made: Certificate, content: bytes, parent: QWidget) -> QFileDialog:
    """Ask where to, then write the Word file."""
    dialog = QFileDialog(parent, translate("Certificate", "Save the certificate"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Certificate", "Word document (*.docx)"))
    dialog.setDefaultSuffix("docx")
    dialog.selectFile(f"{made.file_name}.docx")
    dialog.fileSelected.connect(lambda name: write_to(desk, content, Path(name), parent))
    dialog.open()
    return dialog


def write_to(desk: Desk, content: bytes, path: Path, parent: QWidget) -> None:
    """Write the Word file to `path`, whole or not at all."""
    work = partial(_write, content, path)
    desk.tasks.read(parent, work, lambda done: None if done else tell(parent, cannot_write(path)))


def _pdf(title: str, content: bytes, _session: Session, settings: PrintSettings) -> bytes:
    from services.reports.certificate_form import certificate_pdf

    return certificate_pdf(certificate_templates.letter(content), settings, title=title)


def _write(content: bytes, path: Path, _session: Session) -> bool:
    try:
        with durable.written(path) as part:
            part.write_bytes(content)
    except OSError:
        return False
    return True


def open_for(page: RegisterPage, ids: list[int]) -> CertificateDialog:
    """The dialog for the selected employee."""
    values = page.view.values(ids[0])
    name = str(values["name"]) if values is not None else ""
    dialog = CertificateDialog(page.desk, ids[0], name, page)
    dialog.open()
    return dialog


CERTIFICATES = Action("certificates", QT_TRANSLATE_NOOP("Action", "Certificates…"), open_for, "award", "", (Permission.PERSONNEL_SEE,), None, Takes.ONE, more=True, pane=True)  # fmt: skip
