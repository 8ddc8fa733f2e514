"""Payees 收款单位: the companies and people outside that payment requests are paid to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.payee import Payee
from services import records
from services.errors import Refused
from services.identity_numbers import card_problem
from services.invoices.numbers import tax_id_problem
from services.permissions import Actor, Permission, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register

BANK_CODE_LENGTH = 12
_PERSON = 4  # names of so few characters are people's, whose accounts are cards

REGISTER = Register(
    name="payee",
    record=Payee,
    columns=(
        Column("name", "Name", ColumnKind.TEXT, Payee.name, width=240, stretch=True),
        Column("bank_name", "Bank", ColumnKind.TEXT, Payee.bank_name, width=190),
        Column("bank_account", "Account number", ColumnKind.TEXT, Payee.bank_account, width=180),
        Column("bank_code", "Bank code", ColumnKind.TEXT, Payee.bank_code, width=120, shown=False),
        Column("tax_id", "Tax number", ColumnKind.TEXT, Payee.tax_id, width=170, shown=False),
        Column("contact", "Contact", ColumnKind.TEXT, Payee.contact, width=80),
        Column("phone", "Phone", ColumnKind.TEXT, Payee.phone, width=120, shown=False),
        Column("active", "Active", ColumnKind.YES_NO, Payee.active, width=70),
    ),
    see=Permission.PAYEE_SEE,
    sort="name",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("no_account", "Without bank account", lambda _: (Filter("bank_account", Operator.EMPTY),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)


@dataclass(frozen=True, slots=True)
class PayeeDraft:
    """A payee as typed; `bank_code` is the 12-digit 联行号, `tax_id` the 统一社会信用代码."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    bank_name: str = ""
    bank_account: str = ""
    bank_code: str = ""
    tax_id: str = ""
    contact: str = ""
    phone: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class PayeeChoice(Choice):
    """A payee to choose, with what a request takes over from it."""

    bank_name: str = ""
    bank_account: str = ""


@requires(Permission.PAYEE_SEE)
def get(session: Session, actor: Actor, payee_id: int) -> PayeeDraft:  # noqa: ARG001 - the permission needs it
    """The payee of that id; Refused "record.gone"."""
    item = records.load(session, Payee, payee_id)
    return PayeeDraft(**{name: getattr(item, name) for name in PayeeDraft.__slots__})


@requires(Permission.PAYEE_EDIT)
def save(session: Session, actor: Actor, draft: PayeeDraft) -> int:
    """Store a payee; returns its id.

    Raises Refused "record.required" (name; bank_name when an account is given), "record.taken" (name),
    "payee.account" (anything but digits), "payee.bank_code" (not 12 digits), "record.stale".
    """
    item = Payee() if draft.id is None else records.expect(session, Payee, draft.id, draft.version)
    name = required(draft.name, "name")
    records.refuse_taken(session, Payee.name, name, draft.id)
    account = _digits(draft.bank_account, "bank_account", "payee.account")
    code = _digits(draft.bank_code, "bank_code", "payee.bank_code")
    if code and len(code) != BANK_CODE_LENGTH:
        raise Refused("payee.bank_code", field="bank_code")
    bank = required(draft.bank_name, "bank_name") if account else tidy(draft.bank_name, "bank_name")
    item.name, item.bank_name, item.bank_account, item.bank_code = name, bank, account, code
    item.tax_id = tidy(draft.tax_id, "tax_id").replace(" ", "").upper()
    item.contact, item.phone = tidy(draft.contact, "contact"), tidy(draft.phone, "phone")
    item.active = draft.active
    return records.keep(session, actor, item, name, bank, account, item.tax_id, item.contact, item.phone)


def doubts(draft: PayeeDraft) -> dict[str, str]:
    """Fields that look wrong but may be right: the tax number, and a person's card number.

    Accounts of companies follow no check digit; that a payee without tax number and of a short name is a person is a
    guess, and a doubt never more than a warning.
    """
    found = {}
    if draft.tax_id.strip() and (problem := tax_id_problem(draft.tax_id)):
        found["tax_id"] = problem
    person = not draft.tax_id.strip() and 0 < len(draft.name.strip()) <= _PERSON
    if person and draft.bank_account.strip() and (problem := card_problem(draft.bank_account)):
        found["bank_account"] = problem
    return found


@requires(Permission.PAYEE_EDIT)
def remove(session: Session, actor: Actor, payee_id: int, version: int) -> bool:
    """Delete a payee, or make it inactive when papers name it; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    return records.drop(session, actor, records.expect(session, Payee, payee_id, version))


@requires(Permission.PAYEE_SEE)
def choices(session: Session, actor: Actor) -> list[PayeeChoice]:  # noqa: ARG001 - the permission needs it
    """The active payees by name, with the bank beside."""
    found = session.scalars(select(Payee).filter_by(active=True).order_by(Payee.name))
    return [
        PayeeChoice(item.id, item.name, item.bank_name, item.search_text, item.bank_name, item.bank_account)
        for item in found
    ]


def _digits(text: str, field: str, code: str) -> str:
    plain = tidy(text, field).replace(" ", "").replace("-", "")
    if plain and not (plain.isascii() and plain.isdigit()):
        raise Refused(code, field=field)
    return plain
