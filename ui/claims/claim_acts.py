"""What can be done with a paper: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import approval_reasons, bank_accounts, expense_claims
from services.permissions import Permission
from services.terms import EDITABLE, ClaimState, PaperKind
from ui.claims.act_dialog import PAYMENT, REASON, ActDialog, Question, Work, payment_values, remembered
from ui.claims.return_dialog import ReturnDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.claim_details import ClaimDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.claims.claims_page import ClaimsPage

GO_ON = "Ctrl+Return"

translate = QCoreApplication.translate

type Act = Callable[[ClaimsPage, ClaimDetail], object]


def on_paper(act: Act) -> Callable[[ClaimsPage, list[int]], None]:
    """Act on the selected paper as it is shown: what changed since then is refused, not overrun."""

    def run(page: ClaimsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def command(page: ClaimsPage, act: str, detail: ClaimDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"{act}:{detail.id}:{detail.version}:{page.desk.actor.user_id}"


def submit(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Hand it in as it is; what keeps it from that is mended in its form."""
    work = partial(_submit, page.desk.actor, detail, command(page, "submit", detail), page.desk.today())
    page.act(work, detail, failed=partial(page.mend, detail))


def withdraw(page: ClaimsPage, detail: ClaimDetail) -> None:
    work = partial(
        _plain, expense_claims.withdraw, page.desk.actor, detail, command(page, "withdraw", detail)
    )
    question = translate("Claim", "Withdraw {number} to change it?").format(number=detail.number)
    ask(page, question, translate("Claim", "Withdraw"), lambda: page.act(work, detail))


def approve(page: ClaimsPage, detail: ClaimDetail) -> None:
    page.act(
        partial(_plain, expense_claims.approve, page.desk.actor, detail, command(page, "approve", detail)),
        detail,
    )


def return_(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Ask why; reasons that were given before are one key away."""
    work = partial(_remembered, page.desk.actor)
    page.desk.tasks.read(page, work, partial(ask_reason, page, detail))


def ask_reason(page: ClaimsPage, detail: ClaimDetail, reasons: list[str]) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        command_id = command(page, "return", detail)
        return expense_claims.return_(
            session, actor, detail.id, detail.version, command_id, reason=typed.reason
        )

    title = translate("Claim", "Return {number}").format(number=detail.number)
    question = Question(title, translate("Claim", "Return  Ctrl+S"), REASON, {"reason": ""})
    dialog = ReturnDialog(page.desk, question, work, reasons, page)
    dialog.saved.connect(lambda _id: page.acted(detail))
    dialog.open()


def sanction(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Grant less than was claimed, line by line."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        typed_lines = {name: value for name, value in vars(typed).items() if name != "note"}
        amounts = {int(name.removeprefix("line_")): value for name, value in typed_lines.items()}
        command_id = command(page, "sanction", detail)
        return expense_claims.sanction(
            session, actor, detail.id, detail.version, amounts, note=typed.note, command_id=command_id
        )

    title = translate("Claim", "Grant less on {number}").format(number=detail.number)
    fields, values = _grants(detail)
    _ask(page, detail, Question(title, translate("Claim", "Grant  Ctrl+S"), fields, values), work)


def _grants(detail: ClaimDetail) -> tuple[list[FieldSpec], dict[str, object]]:
    """A field per line with what is granted now (an advance has one), and why it is less."""
    note = FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Why less"), required=True, width=2)
    granted = [
        (f"{line.category_name} {line.description} ({formats.money(line.amount)})", line.sanctioned)
        for line in detail.lines
    ] or [(detail.purpose, detail.sanctioned)]
    fields = [
        FieldSpec(f"line_{place}", words, FieldKind.MONEY, required=True)
        for place, (words, _) in enumerate(granted)
    ]
    values: dict[str, object] = {f"line_{place}": amount for place, (_, amount) in enumerate(granted)}
    return [*fields, note], values | {"note": ""}


def pay(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Mark it paid, from the account that paid last, or the basic one; a repayment is confirmed."""
    if detail.kind is PaperKind.REPAYMENT:
        from ui.claims import money_acts  # it asks as this module does

        money_acts.confirm(page, detail)
        return
    last = page.desk.prefs.get("pay.account", 0)
    if last:
        ask_payment(page, detail, last)
    else:
        work = partial(_usual_account, page.desk.actor)
        page.desk.tasks.read(page, work, partial(ask_payment, page, detail))


def ask_payment(page: ClaimsPage, detail: ClaimDetail, account: int | None) -> None:
    """From which account, how, when."""
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return expense_claims.pay(
            session, actor, detail.id, detail.version,
            account_id=typed.account_id, method=typed.method, paid_on=typed.paid_on, note=typed.note or "",
            command_id=command(page, "pay", detail), today=today,
        )  # fmt: skip

    title = translate("Claim", "Payment of {number}").format(number=detail.number)
    button, values = translate("Claim", "Mark as paid  Ctrl+S"), payment_values(account, today)
    question = Question(title, button, PAYMENT, values, about=_to_whom(detail))
    remembered(page.desk, _ask(page, detail, question, work), "pay.account", "account_id")


def _to_whom(detail: ClaimDetail) -> str:
    words = translate("Claim", "Nothing to pay to {name}: advances settle all of it.")
    if detail.payable > 0:
        words = translate("Claim", "Pay {name}: {amount}")
    elif detail.payable < 0:
        words = translate("Claim", "Received back from {name}: {amount}")
    return words.format(
        name=detail.payee_name or detail.claimant_name, amount=formats.yuan(abs(detail.payable))
    )


def void(page: ClaimsPage, detail: ClaimDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return expense_claims.void(
            session, actor, detail.id, detail.version,
            reason=typed.reason, command_id=command(page, "void", detail), today=page.desk.today(),
        )  # fmt: skip

    title = translate("Claim", "Void {number}").format(number=detail.number)
    about = translate("Claim", "A reversing paper is written. Its invoices may be claimed again.")
    button = translate("Claim", "Void  Ctrl+S")
    _ask(page, detail, Question(title, button, REASON, {"reason": ""}, about, danger=True), work)


def delete(page: ClaimsPage, detail: ClaimDetail) -> None:
    work = partial(_delete, page.desk.actor, detail)
    question = translate("Claim", "Delete the draft {number}?").format(number=detail.number)
    ask(page, question, translate("Claim", "Delete"), lambda: page.act(work, detail, gone=True))


def print_papers(page: ClaimsPage, ids: list[int]) -> None:
    page.print_papers(ids)


def _ask(page: ClaimsPage, detail: ClaimDetail, question: Question, work: Work) -> ActDialog:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.acted(detail))
    dialog.open()
    return dialog


def _usual_account(actor: Actor, session: Session) -> int | None:
    return bank_accounts.usual(session, actor)


def _remembered(actor: Actor, session: Session) -> list[str]:
    return approval_reasons.remembered(session, actor)


def _submit(actor: Actor, detail: ClaimDetail, command_id: str, today: Any, session: Session) -> None:
    expense_claims.submit(session, actor, detail.id, detail.version, command_id, today=today)


def _plain(
    service: Callable[..., object], actor: Actor, detail: ClaimDetail, command_id: str, session: Session
) -> None:
    service(session, actor, detail.id, detail.version, command_id)


def _delete(actor: Actor, detail: ClaimDetail, session: Session) -> None:
    expense_claims.delete(session, actor, detail.id, detail.version)


_SUBMITTED, _TO_PAY = frozenset({ClaimState.SUBMITTED}), frozenset({ClaimState.TO_PAY})
_DRAFT = frozenset({ClaimState.DRAFT})
_VOIDABLE = frozenset({ClaimState.TO_PAY, ClaimState.PAID, ClaimState.RETURNED, ClaimState.WITHDRAWN})
_EDIT, _DECIDE = (Permission.CLAIM_EDIT,), (Permission.CLAIM_DECIDE,)

# fmt: off
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), on_paper(approve), "check", GO_ON, _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), on_paper(return_), "rotate-ccw", "Ctrl+Backspace", _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
SANCTION = Action("sanction", QT_TRANSLATE_NOOP("Action", "Grant less"), on_paper(sanction), "", "", _DECIDE, _SUBMITTED, Takes.ONE, more=True)
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), on_paper(submit), "check", GO_ON, _EDIT, EDITABLE, Takes.ONE, pane=True, more=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw"), on_paper(withdraw), "undo", "", _EDIT, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
PAY = Action("pay", QT_TRANSLATE_NOOP("Action", "Mark as paid"), on_paper(pay), "banknote", GO_ON, (Permission.CLAIM_PAY,), _TO_PAY, Takes.ONE, pane=True, more=True)
VOID = Action("void", QT_TRANSLATE_NOOP("Action", "Void"), on_paper(void), "x", "", (Permission.CLAIM_VOID,), _VOIDABLE, Takes.ONE, pane=True, more=True, danger=True)
DELETE = Action("delete", QT_TRANSLATE_NOOP("Action", "Delete the draft"), on_paper(delete), "trash-2", "Del", _EDIT, _DRAFT, Takes.ONE, more=True, danger=True)
EDIT = Action("edit", QT_TRANSLATE_NOOP("Action", "Edit"), lambda page, ids: page.open_form(ids[0]), "pencil", "", _EDIT, EDITABLE, Takes.ONE, pane=True, more=True)
OPEN = Action("open", QT_TRANSLATE_NOOP("Action", "Open"), lambda page, ids: page.open_form(ids[0]), "eye", takes=Takes.ONE, more=True)
PRINT = Action("print", QT_TRANSLATE_NOOP("Action", "Print voucher"), print_papers, "printer", "Ctrl+Shift+P", (Permission.CLAIM_SEE,), None, Takes.MANY, pane=True)
