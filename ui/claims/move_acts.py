"""Acts on a paper that waits: refer it, ask for one more signer, remind, approve many with a look at the unusual."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import absences, expense_claims
from services.permissions import Permission
from services.terms import ClaimState
from ui.claims import claim_acts
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.claims.claim_acts import GO_ON, on_paper
from ui.claims.invoice_pages import InvoicePages
from ui.claims.many_dialog import ManyDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from datetime import date

    from services.claim_details import ClaimDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.claims.claims_page import ClaimsPage

WHOM = FieldSpec(
    "user_id",
    QT_TRANSLATE_NOOP("Field", "To whom"),
    FieldKind.COMBO,
    required=True,
    choices=absences.deciders,
    width=2,
)
FIRST = FieldSpec("before", QT_TRANSLATE_NOOP("Field", "Decides before me"), FieldKind.CHECK, width=2)

translate = QCoreApplication.translate


def refer(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Somebody else decides instead."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        command_id = claim_acts.command(page, "refer", detail)
        return expense_claims.refer(
            session, actor, detail.id, detail.version, command_id, user_id=typed.user_id, reason=typed.reason
        )

    title = translate("Claim", "Refer {number}").format(number=detail.number)
    about = translate(
        "Claim", "Whom you choose decides instead of {name}. Your reason is kept with the paper."
    )
    question = Question(
        title, translate("Claim", "Refer  Ctrl+S"), (WHOM, *REASON), {"reason": ""},
        about=about.format(name=detail.holder_name),
    )  # fmt: skip
    _ask(page, detail, question, work)


def add_signer(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Somebody else decides, too."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        command_id = claim_acts.command(page, "add_signer", detail)
        return expense_claims.add_signer(
            session, actor, detail.id, detail.version, command_id,
            user_id=typed.user_id, before=bool(typed.before), reason=typed.reason,
        )  # fmt: skip

    title = translate("Claim", "One more signer on {number}").format(number=detail.number)
    question = Question(
        title, translate("Claim", "Ask  Ctrl+S"), (WHOM, FIRST, *REASON), {"reason": "", "before": False}
    )
    _ask(page, detail, question, work)


def remind(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Tell whoever has it that it is asked after."""
    work = partial(
        _remind, page.desk.actor, detail, claim_acts.command(page, "remind", detail), page.desk.today()
    )
    page.act(work, detail)


def pages(page: ClaimsPage, _ids: list[int]) -> None:
    """The invoices of the selected paper, large."""
    found = page.findChild(InvoicePages)
    if found is not None:
        found.look()


def approve(page: ClaimsPage, ids: list[int]) -> None:
    """One paper at once; several after a summary of what is unusual among them."""
    if len(ids) == 1:
        page.with_detail(ids[0], partial(claim_acts.approve, page))
        return
    dialog = ManyDialog(page.desk, ids, page)
    dialog.approved.connect(page.approved_many)
    dialog.open()


def _ask(page: ClaimsPage, detail: ClaimDetail, question: Question, work: Any) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.acted(detail))
    dialog.open()


def _remind(actor: Actor, detail: ClaimDetail, command_id: str, today: date, session: Session) -> None:
    expense_claims.remind(session, actor, detail.id, detail.version, command_id, today=today)


_WAITING = frozenset({ClaimState.SUBMITTED})
_DECIDE, _EDIT = (Permission.CLAIM_DECIDE,), (Permission.CLAIM_EDIT,)

# fmt: off
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), approve, "check", GO_ON, _DECIDE, _WAITING, Takes.MANY, pane=True, more=True)
REFER = Action("refer", QT_TRANSLATE_NOOP("Action", "Refer"), on_paper(refer), "send", "Ctrl+R", (Permission.CLAIM_DECIDE, Permission.USER_EDIT), _WAITING, Takes.ONE, more=True)
ADD_SIGNER = Action("add_signer", QT_TRANSLATE_NOOP("Action", "One more signer"), on_paper(add_signer), "users", "Ctrl+G", _DECIDE, _WAITING, Takes.ONE, more=True)
REMIND = Action("remind", QT_TRANSLATE_NOOP("Action", "Remind"), on_paper(remind), "clock", "Ctrl+M", _EDIT, _WAITING, Takes.ONE, more=True)
PAGES = Action("invoice_pages", QT_TRANSLATE_NOOP("Action", "Invoice pages"), pages, "eye", "F8", (Permission.CLAIM_SEE,), None, Takes.ONE, more=True)
