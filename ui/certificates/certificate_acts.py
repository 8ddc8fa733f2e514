"""What can be done with a certificate: renewed, lent, put away, trained for; and the timeline and list of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import certificate_acts, certificate_lists, company_certificates
from services.certificate_loans import LoanDraft
from services.certificate_register import DEVICES
from services.permissions import Permission
from services.terms import LoanKind
from ui.certificates.certificate_form import CertificateDialog
from ui.certificates.list_acts import export_list, print_list
from ui.certificates.loan_form import LoanDialog, beginning
from ui.certificates.timeline_dialog import TimelineDialog
from ui.certificates.trainings_dialog import TrainingsDialog
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.confirm import ask
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from datetime import date

    from services.certificate_details import CertificateDetail
    from services.company_certificates import CertificateDraft
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.certificates import CertificatesPage

translate = QCoreApplication.translate

type Act = Callable[[CertificatesPage, CertificateDetail], object]


def _on_certificate(act: Act) -> Callable[[CertificatesPage, list[int]], None]:
    """Act on the selected certificate as it is shown: what changed since then is refused, not overrun."""

    def run(page: CertificatesPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def renew(page: CertificatesPage, found: CertificateDetail) -> None:
    """The form of what follows it, begun by what the kind says."""
    work = partial(_renewal, page.desk.actor, found.id, page.desk.today())
    page.desk.tasks.read(page, work, partial(_ask_renewal, page))


def _ask_renewal(page: CertificatesPage, start: CertificateDraft) -> None:
    dialog = CertificateDialog(page.desk, None, page, start=start)
    dialog.saved.connect(page.changed)
    dialog.open()


def lend(page: CertificatesPage, found: CertificateDetail) -> None:
    """The request for its original, or for the device that it is."""
    usual = beginning(page.desk.today())
    kind = LoanKind.DEVICE if found.group in DEVICES else LoanKind.ORIGINAL
    start = LoanDraft(
        certificate_id=found.id, kind=kind, from_on=usual.from_on, due_back_on=usual.due_back_on
    )
    dialog = LoanDialog(page.desk, None, page, start=start)
    dialog.saved.connect(partial(page.desk.go, "certificate_loans"))
    dialog.open()


def trainings(page: CertificatesPage, found: CertificateDetail) -> None:
    dialog = TrainingsDialog(page.desk, found.id, found.name, found.holder_name, page)
    dialog.saved.connect(page.changed)
    dialog.open()


def archive(page: CertificatesPage, found: CertificateDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        certificate_acts.archive(session, actor, found.id, found.version, reason=typed.reason or "")

    title = translate("Certificates", "Archive {name}").format(name=found.name)
    about = translate("Certificates", "Nothing reminds of it any more; it stays among the archived ones.")
    button = translate("Certificates", "Archive  Ctrl+S")
    dialog = ActDialog(
        page.desk, Question(title, button, REASON, {"reason": ""}, about, danger=True), work, page
    )
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def reopen(page: CertificatesPage, found: CertificateDetail) -> None:
    work = partial(_reopen, page.desk.actor, found.id, found.version, page.desk.today())
    question = translate("Certificates", "Take {name} out of the archive?").format(name=found.name)
    done = lambda: page.desk.tasks.run(page, work, lambda _none: page.changed(found.id))  # noqa: E731 - a name would say no more
    ask(page, question, translate("Certificates", "Take it out"), done, danger=False)


def timeline(page: CertificatesPage, _ids: Sequence[int]) -> None:
    """The coming eighteen months; what is chosen there is shown in the list."""
    dialog = TimelineDialog(page.desk, page)
    dialog.opened.connect(page.open_record)
    dialog.open()


def _renewal(actor: Actor, certificate_id: int, today: date, session: Session) -> CertificateDraft:
    return company_certificates.renewal(session, actor, certificate_id, today=today)


def _reopen(actor: Actor, certificate_id: int, version: int, today: date, session: Session) -> None:
    certificate_acts.reopen(session, actor, certificate_id, version, today=today)


def _list(actor: Actor, today: date, session: Session) -> Any:
    return certificate_lists.certificate_list(session, actor, on=today)


_EDIT, _SEE = (Permission.CERTIFICATE_EDIT,), (Permission.CERTIFICATE_SEE,)
# fmt: off
TIMELINE = Action("timeline", QT_TRANSLATE_NOOP("Action", "Timeline"), timeline, "chart-column", "Ctrl+T", _SEE, takes=Takes.NONE)
LIST = Action("certificate_list", QT_TRANSLATE_NOOP("Action", "Print the list of certificates"), lambda page, _ids: print_list(page.desk, page), "printer", needs=_SEE, takes=Takes.NONE, more=True)
EXPORT = Action("export_certificates", QT_TRANSLATE_NOOP("Action", "Export the list of certificates"), lambda page, _ids: export_list(page.desk, page), "file-spreadsheet", needs=_SEE, takes=Takes.NONE, more=True)
RENEW = Action("renew", QT_TRANSLATE_NOOP("Action", "Renew it"), _on_certificate(renew), "refresh-cw", "", _EDIT, None, Takes.ONE, more=True, pane=True)
LEND = Action("lend", QT_TRANSLATE_NOOP("Action", "Lend"), _on_certificate(lend), "send", "Ctrl+L", _EDIT, None, Takes.ONE, more=True, pane=True)
TRAIN = Action("train", QT_TRANSLATE_NOOP("Action", "Trainings"), _on_certificate(trainings), "award", "", _EDIT, None, Takes.ONE, more=True)
ARCHIVE = Action("archive", QT_TRANSLATE_NOOP("Action", "Archive"), _on_certificate(archive), "package", "", _EDIT, None, Takes.ONE, more=True)
REOPEN = Action("reopen", QT_TRANSLATE_NOOP("Action", "Take out of the archive"), _on_certificate(reopen), "rotate-ccw", "", _EDIT, None, Takes.ONE, more=True)
# fmt: on
ALL = (TIMELINE, RENEW, LEND, TRAIN, LIST, EXPORT, ARCHIVE, REOPEN)
