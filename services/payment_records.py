"""A payment batch as every step needs it: loaded and held, expected in a state, counted anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.bank_account import AccountKind, BankAccount
from models.payment import BatchState, PaymentBatch, PaymentLine, PaymentState
from services import audit, search
from services.claim_values import Saved
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, open_to_all

SERIES = "PC"
SHOWN = 20  # numbers of papers that the history names; more are counted
_WHY = "a step of services that have checked"
_COUNTED = (PaymentState.WAITING, PaymentState.CONFIRMED, PaymentState.BOUNCED)


@open_to_all(_WHY)
def load(session: Session, batch_id: int) -> PaymentBatch:
    """The batch, held until the commit: of two cashiers the second waits here. Raises Refused "record.gone"."""
    query = select(PaymentBatch).where(PaymentBatch.id == batch_id).with_for_update()
    batch = session.scalar(query.execution_options(populate_existing=True))
    if batch is None:
        raise Refused("record.gone")
    return batch


@open_to_all(_WHY)
def lines_of(session: Session, batch: PaymentBatch) -> list[PaymentLine]:
    """Every line of the batch in its order, also those taken out."""
    query = (
        select(PaymentLine).where(PaymentLine.batch_id == batch.id).order_by(PaymentLine.position)
    ).execution_options(populate_existing=True)
    return list(session.scalars(query))


@open_to_all(_WHY)
def expect(session: Session, batch: PaymentBatch, version: int, states: Collection[BatchState]) -> None:
    """Refuse unless the batch is as the user saw it, and in one of `states`.

    Raises Refused "batch.changed" (number, by) when somebody was faster, "batch.wrong_state" (number, state).
    """
    if batch.version != version:
        past = audit.last_by(session, PaymentBatch.__tablename__, batch.id)
        raise Refused("batch.changed", number=batch.number, by=past)
    if batch.state not in states:
        raise Refused("batch.wrong_state", number=batch.number, state=batch.state)


def chosen(
    lines: Sequence[PaymentLine], line_ids: Collection[int] | None, states: Collection[PaymentState]
) -> list[PaymentLine]:
    """The lines of these ids, or all that are in one of `states`.

    Raises Refused "batch.no_lines" (nothing to do), "batch.line_state" (numbers, state) when a chosen line is in
    another state, "record.gone" when it is of another batch.
    """
    if line_ids is None:
        found = [line for line in lines if line.state in states]
    else:
        wanted = set(line_ids)
        found = [line for line in lines if line.id in wanted]
        if len(found) < len(wanted):
            raise Refused("record.gone")
        wrong = [line for line in found if line.state not in states]
        if wrong:
            numbers = named([line.claim_number for line in wrong])
            raise Refused("batch.line_state", numbers=numbers, state=wrong[0].state)
    if not found:
        raise Refused("batch.no_lines")
    return found


def recount(batch: PaymentBatch, lines: Sequence[PaymentLine]) -> None:
    """Count and sum of the lines not taken out, of the paid and of the bounced ones."""
    kept = [line for line in lines if line.state in _COUNTED]
    paid = [line for line in kept if line.state == PaymentState.CONFIRMED]
    batch.count, batch.total = len(kept), sum((line.amount for line in kept), Decimal(0))
    batch.confirmed_count = len(paid)
    batch.confirmed_total = sum((line.amount for line in paid), Decimal(0))
    batch.bounced_count = sum(line.state == PaymentState.BOUNCED for line in kept)


def stand(batch: PaymentBatch, lines: Sequence[PaymentLine], day: date) -> None:
    """After the bank has said something: settled when no line waits any more, else at the bank."""
    recount(batch, lines)
    waits = any(line.state == PaymentState.WAITING for line in lines)
    batch.state = BatchState.SENT if waits else BatchState.SETTLED
    batch.settled_on = None if waits else day


@open_to_all(_WHY)
def make_findable(session: Session, batch: PaymentBatch, lines: Sequence[PaymentLine]) -> None:
    """Found by its number, account, papers and payees; a long one by the first hundred of them."""
    parts = [part for line in lines[:100] for part in (line.claim_number, line.payee_name)]
    batch.search_text = search.text_for(batch.number, batch.account_name, batch.note, *dict.fromkeys(parts))
    session.flush()
    search.index(session, PaymentBatch.__tablename__, batch.id, batch.search_text)


@open_to_all(_WHY)
def written(
    session: Session, actor: Actor, act: str, batch: PaymentBatch, papers: Sequence[str], **notes: object
) -> Saved:
    """Write the act into the history and answer where the batch stands now."""
    told = {"papers": named(papers)} if papers else {}
    audit.record(session, actor, act, batch, **told, **notes)
    session.flush()
    return saved(batch)


def saved(batch: PaymentBatch) -> Saved:
    """Where the batch stands now."""
    return Saved(batch.id, batch.version, batch.number)


def named(numbers: Sequence[str]) -> str:
    """Numbers of papers in one text, the first twenty of them and how many more."""
    more = f" … (+{len(numbers) - SHOWN})" if len(numbers) > SHOWN else ""
    return "、".join(numbers[:SHOWN]) + more


@open_to_all(_WHY)
def account(session: Session, account_id: int | None) -> BankAccount:
    """The account a batch is paid from.

    Raises Refused at field "account_id": "record.required", "claim.account_closed", "batch.cash_account".
    """
    if account_id is None:
        raise Refused("record.required", field="account_id")
    found = session.get(BankAccount, account_id)
    if found is None or not found.active:
        raise Refused("claim.account_closed", field="account_id")
    if found.kind == AccountKind.CASH:
        raise Refused("batch.cash_account", field="account_id", name=found.name)
    return found


def reason_of(typed: str) -> str:
    """The reason, tidied. Raises Refused "batch.reason_missing" (field "reason")."""
    reason = " ".join(typed.split())
    if not reason:
        raise Refused("batch.reason_missing", field="reason")
    return reason[:500]
