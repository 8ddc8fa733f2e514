"""Acts after a payment: an advance is given back, a repayment confirmed, an invoice that was promised is filed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import bank_accounts, expense_claims, owed_invoices, typed_invoices
from services.permissions import Permission
from services.terms import ClaimState, PaymentMethod
from ui.claims import claim_acts
from ui.claims.act_dialog import ActDialog, Question
from ui.claims.claim_acts import on_paper
from ui.claims.invoice_form import invoice_form
from ui.claims.invoice_import import choose_files, read_into, tell_problems
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from services.claim_details import ClaimDetail
    from services.database import Session
    from services.owed_invoices import Filed
    from services.permissions import Actor
    from services.typed_invoices import InvoiceDraft
    from ui.claims.claims_page import ClaimsPage

_AMOUNT = FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount"), FieldKind.MONEY, required=True)
_METHOD = FieldSpec(
    "method", QT_TRANSLATE_NOOP("Field", "Method"), FieldKind.CHOICE, required=True, members=PaymentMethod
)
_DAY = FieldSpec("paid_on", QT_TRANSLATE_NOOP("Field", "Received on"), FieldKind.DAY, required=True)
_ACCOUNT = FieldSpec(
    "account_id", QT_TRANSLATE_NOOP("Field", "Received into"), FieldKind.COMBO, choices=bank_accounts.choices
)
_MONTH = FieldSpec("pay_month", QT_TRANSLATE_NOOP("Field", "Pay of"), FieldKind.DAY)
_NOTE = FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"))
_FROM_PAY = FieldSpec("paid_on", QT_TRANSLATE_NOOP("Field", "Pay was paid on"), FieldKind.DAY, required=True)

translate = QCoreApplication.translate


def repay(page: ClaimsPage, detail: ClaimDetail) -> None:
    """How much of an advance comes back, and how; whoever may not note money may have it held for the pay."""
    cashier = page.desk.can(Permission.CLAIM_PAY)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return expense_claims.repay(
            session, actor, detail.id, detail.version,
            amount=typed.amount, method=getattr(typed, "method", PaymentMethod.FROM_PAY),
            paid_on=getattr(typed, "paid_on", page.desk.today()), account_id=getattr(typed, "account_id", None),
            pay_month=typed.pay_month, note=typed.note or "",
            command_id=claim_acts.command(page, "repay", detail), today=page.desk.today(),
        )  # fmt: skip

    today = page.desk.today()
    values = {
        "amount": detail.outstanding, "method": PaymentMethod.CASH, "paid_on": today, "note": "",
        "account_id": page.desk.prefs.get("repay.account", None), "pay_month": None if cashier else today.replace(day=1),
    }  # fmt: skip
    fields = (_AMOUNT, _METHOD, _DAY, _ACCOUNT, _MONTH, _NOTE) if cashier else (_AMOUNT, _MONTH, _NOTE)
    title = translate("Claim", "Repayment of {number}").format(number=detail.number)
    about = translate(
        "Claim", "{name} still has {amount}. Off the pay it is held until the pay of the month was paid."
    )
    question = Question(
        title, translate("Claim", "Note the repayment  Ctrl+S"), fields,
        {name: value for name, value in values.items() if name in {spec.name for spec in fields}},
        about=about.format(name=detail.claimant_name, amount=formats.yuan(detail.outstanding)),
    )  # fmt: skip
    _ask(page, detail, question, work)


def confirm(page: ClaimsPage, detail: ClaimDetail) -> None:
    """The pay of its month was paid without it."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return expense_claims.confirm(
            session, actor, detail.id, detail.version, paid_on=typed.paid_on, note=typed.note or "",
            command_id=claim_acts.command(page, "confirm", detail), today=page.desk.today(),
        )  # fmt: skip

    title = translate("Claim", "Confirm {number}").format(number=detail.number)
    month = f"{detail.pay_month:%Y-%m}" if detail.pay_month else formats.NOTHING
    about = translate("Claim", "{amount} was taken off the pay of {name} for {month}.")
    question = Question(
        title, translate("Claim", "Confirm  Ctrl+S"), (_FROM_PAY, _NOTE), {"paid_on": page.desk.today(), "note": ""},
        about=about.format(amount=formats.yuan(detail.sanctioned), name=detail.claimant_name, month=month),
    )  # fmt: skip
    _ask(page, detail, question, work)


def file_invoices(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Choose the files of an invoice that was promised."""
    choose_files(page.desk, page, partial(file_paths, page, detail))


def file_paths(page: ClaimsPage, detail: ClaimDetail, paths: Sequence[Path]) -> None:
    """Read files and file what they hold with a paid request."""
    command_id = claim_acts.command(page, "file_invoice", detail)

    def keep(readings: Any, files: Sequence[Path]) -> None:
        def work(session: Session) -> Filed:
            return owed_invoices.file_read(
                session, page.desk.actor, detail.id, detail.version, readings, files,
                command_id=command_id, today=page.desk.today(),
            )  # fmt: skip

        page.desk.tasks.run(page, work, partial(_filed, page, detail))

    read_into(page.desk, page, paths, keep)


def type_invoice(page: ClaimsPage, detail: ClaimDetail) -> None:
    """Type a paper invoice that was promised."""
    work = partial(_empty, page.desk.actor)
    page.desk.tasks.read(page, work, partial(_type, page, detail))


def _type(page: ClaimsPage, detail: ClaimDetail, start: InvoiceDraft) -> RecordDialog:
    command_id = claim_acts.command(page, "type_invoice", detail)
    today = page.desk.today()

    def add(session: Session, actor: Actor, draft: InvoiceDraft) -> int:
        filed = owed_invoices.file_typed(
            session, actor, detail.id, detail.version, draft, command_id=command_id, today=today
        )
        return filed.saved.id

    dialog = RecordDialog(page.desk, invoice_form(today, add), None, page, start=start)
    dialog.saved.connect(lambda _id: page.acted(detail))
    dialog.open()
    return dialog


def _filed(page: ClaimsPage, detail: ClaimDetail, filed: Filed) -> None:
    page.acted(detail)
    if filed.problems:
        tell_problems(page, filed.problems)


def _empty(actor: Actor, session: Session) -> InvoiceDraft:
    return typed_invoices.new(session, actor)


def _ask(page: ClaimsPage, detail: ClaimDetail, question: Question, work: Any) -> ActDialog:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.acted(detail))
    dialog.open()
    return dialog


_PAID = frozenset({ClaimState.PAID})
_WRITE = (Permission.CLAIM_EDIT, Permission.CLAIM_PAY)

# fmt: off
REPAY = Action("repay", QT_TRANSLATE_NOOP("Action", "Repayment"), on_paper(repay), "undo", "Ctrl+Shift+Y", _WRITE, _PAID, Takes.ONE, pane=True, more=True)
FILE_INVOICE = Action("file_invoice", QT_TRANSLATE_NOOP("Action", "Add the invoice"), on_paper(file_invoices), "upload", "Ctrl+Shift+U", _WRITE, _PAID, Takes.ONE, pane=True, more=True)
TYPE_INVOICE = Action("type_invoice", QT_TRANSLATE_NOOP("Action", "Type the invoice"), on_paper(type_invoice), "receipt", "Ctrl+Shift+O", _WRITE, _PAID, Takes.ONE, more=True)
