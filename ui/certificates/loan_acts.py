"""What can be done with a loan: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import certificate_loan_acts, certificate_loans
from services.permissions import Permission
from services.terms import DecidedKind, LoanKind, LoanState
from ui.claims.act_dialog import REASON, ActDialog, Question, Work
from ui.marking import QT_TRANSLATE_NOOP
from ui.office.paper_acts import PaperActs
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.certificate_loan_details import LoanDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.certificate_loans import CertificateLoansPage

PAPERS = PaperActs(DecidedKind.CERTIFICATE_LOAN, "certificate_loan")
GO_ON = "Ctrl+Return"
DAY = (FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Handed out on"), FieldKind.DAY, required=True, width=2),)
BACK = (
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Back on"), FieldKind.DAY, required=True),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "In which state, what is missing"), width=2, blank=""),
)
LONGER = (
    FieldSpec("due_back_on", QT_TRANSLATE_NOOP("Field", "Due back"), FieldKind.DAY, required=True, width=2),
    *REASON,
)

translate = QCoreApplication.translate

type Act = Callable[[CertificateLoansPage, LoanDetail], object]


def _on_loan(act: Act) -> Callable[[CertificateLoansPage, list[int]], None]:
    """Act on the selected loan as it is shown: what changed since then is refused, not overrun."""

    def run(page: CertificateLoansPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def hand_out(page: CertificateLoansPage, found: LoanDetail) -> None:
    """The day, today by default; copies are counted once more before they are sealed."""
    today, click = page.desk.today(), PAPERS.command(page, "hand_out", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        certificate_loan_acts.hand_out(
            session, actor, found.id, found.version, day=typed.day, command_id=click, today=today
        )

    if found.kind is LoanKind.COPY:
        about = translate(
            "Certificates", "{count} copies are sealed and handed to {name}; they do not come back."
        )
        button = translate("Certificates", "Sealed  Ctrl+S")
    else:
        about = translate("Certificates", "{name} has it from then on, until {day}.")
        button = translate("Certificates", "Hand out  Ctrl+S")
    told = about.format(count=found.copies, name=found.employee_name, day=found.due_back_on.isoformat())
    _ask(page, found, Question(found.certificate_name, button, DAY, {"day": today}, told), work)


def give_back(page: CertificateLoansPage, found: LoanDetail) -> None:
    today, click = page.desk.today(), PAPERS.command(page, "give_back", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        certificate_loan_acts.give_back(
            session, actor, found.id, found.version,
            day=typed.day, note=typed.note or "", command_id=click, today=today,
        )  # fmt: skip

    place = found.original_place
    about = translate("Certificates", "Put it back: {place}").format(place=place) if place else ""
    title = translate("Certificates", "{name} is back").format(name=found.certificate_name)
    button = translate("Certificates", "It is back  Ctrl+S")
    _ask(page, found, Question(title, button, BACK, {"day": today, "note": ""}, about), work)


def extend(page: CertificateLoansPage, found: LoanDetail) -> None:
    click = PAPERS.command(page, "extend", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        certificate_loan_acts.extend(
            session, actor, found.id, found.version,
            due_back_on=typed.due_back_on, reason=typed.reason or "", command_id=click,
        )  # fmt: skip

    later = max(found.due_back_on, page.desk.today()) + timedelta(days=7)
    title = translate("Certificates", "{name} keeps it longer").format(name=found.employee_name)
    button = translate("Certificates", "Keep longer  Ctrl+S")
    _ask(page, found, Question(title, button, LONGER, {"due_back_on": later, "reason": ""}), work)


def void(page: CertificateLoansPage, found: LoanDetail) -> None:
    click = PAPERS.command(page, "void", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        certificate_loan_acts.void(
            session, actor, found.id, found.version, reason=typed.reason or "", command_id=click
        )

    title = translate("Personnel", "Take {number} back").format(number=found.number)
    about = translate("Certificates", "It was approved and not handed out yet. Nothing will be.")
    button = translate("Personnel", "Take it back  Ctrl+S")
    _ask(page, found, Question(title, button, REASON, {"reason": ""}, about, danger=True), work)


def delete(page: CertificateLoansPage, found: LoanDetail) -> None:
    work = partial(_remove, page.desk.actor, found)
    question = translate("Personnel", "Delete the draft {number}?").format(number=found.number)
    ask(page, question, translate("Personnel", "Delete"), lambda: page.act(work, found, gone=True))


def _ask(page: CertificateLoansPage, found: LoanDetail, question: Question, work: Work) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def _remove(actor: Actor, found: LoanDetail, session: Session) -> Any:
    certificate_loans.remove(session, actor, found.id, found.version)


_EDITABLE = frozenset({LoanState.DRAFT, LoanState.RETURNED, LoanState.WITHDRAWN})
_SUBMITTED, _DRAFT = frozenset({LoanState.SUBMITTED}), frozenset({LoanState.DRAFT})
_APPROVED, _LENT = frozenset({LoanState.APPROVED}), frozenset({LoanState.LENT})
_EDIT, _DECIDE = (Permission.CERTIFICATE_EDIT,), (Permission.CLAIM_DECIDE,)
_VOID = (Permission.CERTIFICATE_EDIT, Permission.CLAIM_VOID)

# fmt: off
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "Borrow"), lambda page, _ids: page.open_loan(None), "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
PRINT = Action("print_loan", QT_TRANSLATE_NOOP("Action", "Print slip"), lambda page, ids: page.print_loans(ids), "printer", "Ctrl+Shift+P", (Permission.CERTIFICATE_SEE,), None, Takes.MANY)
EDIT = Action("edit_loan", QT_TRANSLATE_NOOP("Action", "Edit"), lambda page, ids: page.open_form(ids[0]), "pencil", "", _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), _on_loan(PAPERS.submit), "send", GO_ON, _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw"), _on_loan(PAPERS.withdraw), "undo", "", _EDIT, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_loan(PAPERS.approve), "check", GO_ON, _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_loan(PAPERS.return_), "rotate-ccw", "Ctrl+Backspace", _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
HAND_OUT = Action("hand_out", QT_TRANSLATE_NOOP("Action", "Hand out"), _on_loan(hand_out), "send", GO_ON, _EDIT, _APPROVED, Takes.ONE, pane=True, more=True)
GIVE_BACK = Action("give_back", QT_TRANSLATE_NOOP("Action", "It is back"), _on_loan(give_back), "check", GO_ON, _EDIT, _LENT, Takes.ONE, pane=True, more=True)
EXTEND = Action("extend", QT_TRANSLATE_NOOP("Action", "Keep longer"), _on_loan(extend), "clock", "", _EDIT, _LENT, Takes.ONE, pane=True, more=True)
VOID = Action("void", QT_TRANSLATE_NOOP("Action", "Take back"), _on_loan(void), "x", "", _VOID, _APPROVED, Takes.ONE, pane=True, more=True, danger=True)
DELETE = Action("delete", QT_TRANSLATE_NOOP("Action", "Delete the draft"), _on_loan(delete), "trash-2", "Del", _EDIT, _DRAFT, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (NEW, PRINT, EDIT, SUBMIT, WITHDRAW, APPROVE, RETURN, HAND_OUT, EXTEND, GIVE_BACK, VOID, DELETE)
LEADING = ("submit", "approve", "hand_out", "give_back")
