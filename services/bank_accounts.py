"""Bank accounts 银行账户 that the company pays from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.bank_account import AccountKind, BankAccount
from services import records
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register

REGISTER = Register(
    name="bank_account",
    record=BankAccount,
    columns=(
        Column("name", "Name", ColumnKind.TEXT, BankAccount.name, width=180),
        Column("kind", "Kind", ColumnKind.CHOICE, BankAccount.kind, width=100, choices=AccountKind),
        Column("bank", "Bank", ColumnKind.TEXT, BankAccount.bank, width=240, stretch=True),
        Column("number", "Account number", ColumnKind.TEXT, BankAccount.number, width=200),
        Column("holder", "Holder", ColumnKind.TEXT, BankAccount.holder, width=220, shown=False),
        Column("active", "Active", ColumnKind.YES_NO, BankAccount.active, width=90),
    ),
    see=Permission.BANK_ACCOUNT_SEE,
    sort="name",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)


@dataclass(frozen=True, slots=True)
class BankAccountDraft:
    """An account as typed; cash 现金 needs neither bank nor number."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    kind: AccountKind = AccountKind.BASIC
    bank: str = ""
    number: str = ""
    holder: str = ""
    active: bool = True


@requires(Permission.BANK_ACCOUNT_SEE)
def get(session: Session, actor: Actor, account_id: int) -> BankAccountDraft:  # noqa: ARG001 - the permission needs it
    """The account of that id; Refused "record.gone"."""
    item = records.load(session, BankAccount, account_id)
    return BankAccountDraft(
        item.id, item.version, item.name, item.kind, item.bank, item.number, item.holder, item.active
    )


@requires(Permission.BANK_ACCOUNT_EDIT)
def save(session: Session, actor: Actor, draft: BankAccountDraft) -> int:
    """Store an account; returns its id.

    Raises Refused "record.required" (name; bank and number unless cash), "record.taken" (name),
    "bank_account.number" when the number holds anything but digits and spaces, "record.stale".
    """
    item = (
        BankAccount() if draft.id is None else records.expect(session, BankAccount, draft.id, draft.version)
    )
    name = required(draft.name, "name")
    records.refuse_taken(session, BankAccount.name, name, draft.id)
    in_bank = draft.kind != AccountKind.CASH
    bank = required(draft.bank, "bank") if in_bank else tidy(draft.bank, "bank")
    number = required(draft.number, "number") if in_bank else tidy(draft.number, "number")
    number = number.replace(" ", "").replace("-", "")
    if number and not (number.isascii() and number.isdigit()):
        raise Refused("bank_account.number", field="number")
    item.name, item.kind, item.bank, item.number = name, draft.kind, bank, number
    item.holder, item.active = tidy(draft.holder, "holder"), draft.active
    return records.keep(session, actor, item, name, bank, number, item.holder)


@requires(Permission.BANK_ACCOUNT_EDIT)
def remove(session: Session, actor: Actor, account_id: int, version: int) -> bool:
    """Delete an account, or make it inactive when papers were paid from it; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    return records.drop(session, actor, records.expect(session, BankAccount, account_id, version))


@requires(Permission.BANK_ACCOUNT_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active accounts by name, with the last four digits beside."""
    found = session.scalars(select(BankAccount).filter_by(active=True).order_by(BankAccount.name))
    return [Choice(item.id, item.name, _ending(item.number), item.search_text) for item in found]


@requires(Permission.BANK_ACCOUNT_SEE)
def bank_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """As `choices`, without cash boxes: what transfers are paid from."""
    query = select(BankAccount).filter_by(active=True).where(BankAccount.kind != AccountKind.CASH)
    found = session.scalars(query.order_by(BankAccount.name))
    return [Choice(item.id, item.name, _ending(item.number), item.search_text) for item in found]


@requires(Permission.BANK_ACCOUNT_SEE)
def usual(session: Session, actor: Actor) -> int | None:  # noqa: ARG001 - the permission needs it
    """The account money is usually paid from: the basic one; None when there is none."""
    basic = select(BankAccount.id).filter_by(active=True, kind=AccountKind.BASIC).order_by(BankAccount.id)
    return session.scalar(basic.limit(1))


def _ending(number: str) -> str:
    return f"… {number[-4:]}" if number else ""
