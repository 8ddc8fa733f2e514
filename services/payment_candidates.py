"""Approved papers that may be paid together: to whom, how much, and what speaks for and against a transfer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.expense_claim import CheckLevel, ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice, InvoiceState
from models.payment import PaymentBatch, PaymentLine
from services.claim_check_row import Check, stop, warn
from services.database import Session
from services.identity_numbers import card_problem
from services.permissions import Actor, Permission, open_to_all, requires

CHUNK = 500  # ids in one question: every database takes that many
_OUTGOING = (PaperKind.CLAIM, PaperKind.TRAVEL, PaperKind.ADVANCE, PaperKind.PAYMENT)
_PERSONS = frozenset(_OUTGOING) - {PaperKind.PAYMENT}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper and the transfer it would be; amount in yuan. A check that stops keeps it out of every batch."""

    claim_id: int
    number: str
    kind: PaperKind
    payee_name: str
    bank_name: str
    bank_account: str
    amount: Decimal
    purpose: str
    pay_by: date | None
    checks: tuple[Check, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether it cannot be transferred as things stand."""
        return any(check.level is CheckLevel.STOP for check in self.checks)


@requires(Permission.CLAIM_PAY)
def find(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    *,
    today: date,
    batch_id: int | None = None,
) -> list[Candidate]:
    """The papers to pay, each with its checks, the promised day first.

    Those of `batch_id` come first; what waits in other batches and what leaves nothing to pay is left out.
    """
    waiting = select(ExpenseClaim).where(
        ExpenseClaim.state == ClaimState.TO_PAY,
        ExpenseClaim.kind.in_(_OUTGOING),
        ExpenseClaim.sanctioned > ExpenseClaim.offset_total,
        ExpenseClaim.batch_number == "",
    )
    claims = list(session.scalars(_ordered(waiting)))
    if batch_id is not None:
        own = select(ExpenseClaim).join(PaymentLine, PaymentLine.claim_id == ExpenseClaim.id)
        claims = [*session.scalars(_ordered(own.where(PaymentLine.batch_id == batch_id))), *claims]
    return judge(session, claims, today)


@open_to_all("a step of services that have checked")
def locked(session: Session, claim_ids: Collection[int], *, lock: bool = True) -> list[ExpenseClaim]:
    """The papers of these ids as they are now, held until the commit, in the order of the ids; unknown ones left out.

    Without `lock` they are only looked at.
    """
    wanted = list(dict.fromkeys(claim_ids))
    found: dict[int, ExpenseClaim] = {}
    for start in range(0, len(wanted), CHUNK):
        part = select(ExpenseClaim).where(ExpenseClaim.id.in_(wanted[start : start + CHUNK]))
        part = part.options(selectinload(ExpenseClaim.claimant), selectinload(ExpenseClaim.offsets))
        part = part.order_by(ExpenseClaim.id)
        if lock:
            part = part.with_for_update(of=ExpenseClaim)
        found |= {
            claim.id: claim for claim in session.scalars(part.execution_options(populate_existing=True))
        }
    return [found[claim_id] for claim_id in wanted if claim_id in found]


@open_to_all("a step of services that have checked")
def judge(session: Session, claims: Sequence[ExpenseClaim], today: date) -> list[Candidate]:
    """The transfer of each paper (loaded with its claimant) with what speaks against it."""
    batches = _batches_of(session, [claim.id for claim in claims])
    marked = _marked_invoices(session, [claim.id for claim in claims])
    made = [_candidate(claim) for claim in claims]
    names: dict[str, set[str]] = defaultdict(set)
    for one in made:
        names[one.bank_account].add(one.payee_name)
    judged = []
    for claim, one in zip(claims, made, strict=True):
        checks = [
            *_stops(claim, one, batches.get(claim.id, "")),
            *_taken_back(one, marked.get(claim.id, "")),
            *_doubts(claim, one, today),
            *_shared(one, names),
        ]
        judged.append(replace(one, checks=tuple(checks)))
    return judged


def _ordered[S](query: S) -> S:
    """With whom they belong to, what is promised soonest first."""
    chosen = query.options(selectinload(ExpenseClaim.claimant))  # type: ignore[attr-defined]  # a Select, whatever it selects
    return chosen.order_by(ExpenseClaim.pay_by, ExpenseClaim.id)  # type: ignore[no-any-return]  # as above


def _candidate(claim: ExpenseClaim) -> Candidate:
    """Who is paid: the payee of a payment request, else whoever claims, at the account they have today."""
    if claim.kind == PaperKind.PAYMENT:
        payee = (claim.payee_name, claim.payee_bank, claim.payee_account)
    else:
        payee = (claim.claimant.name, claim.claimant.bank_name, claim.claimant.bank_account)
    return Candidate(
        claim_id=claim.id,
        number=claim.number,
        kind=claim.kind,
        payee_name=payee[0].strip(),
        bank_name=payee[1].strip(),
        bank_account=payee[2].replace(" ", "").strip(),
        amount=claim.sanctioned - claim.offset_total,
        purpose=claim.purpose,
        pay_by=claim.pay_by,
    )


def _marked_invoices(session: Session, claim_ids: Sequence[int]) -> dict[int, str]:
    """The number of an invoice that its seller took back, by the paper it is on."""
    found: dict[int, str] = {}
    for start in range(0, len(claim_ids), CHUNK):
        rows = session.execute(
            select(Invoice.claim_id, Invoice.number).where(
                Invoice.claim_id.in_(claim_ids[start : start + CHUNK]),
                Invoice.state.in_([InvoiceState.RED_LETTERED, InvoiceState.CANCELLED]),
            )
        )
        found |= {row.claim_id: row.number for row in rows}
    return found


def _taken_back(one: Candidate, invoice: str) -> Iterator[Check]:
    if invoice:
        yield stop("batch_marked", one.number, number=one.number, invoice=invoice)


def _stops(claim: ExpenseClaim, one: Candidate, batch: str) -> Iterator[Check]:
    if claim.state != ClaimState.TO_PAY or claim.kind not in _OUTGOING:
        yield stop("batch_not_approved", one.number, number=one.number)
    if batch:
        yield stop("batch_taken", one.number, number=one.number, batch=batch)
    if one.amount <= 0:
        yield stop("batch_nothing", one.number, number=one.number)
    if not one.bank_account:
        yield stop("batch_no_account", one.number, number=one.number, name=one.payee_name)


def _doubts(claim: ExpenseClaim, one: Candidate, today: date) -> Iterator[Check]:
    person = one.kind in _PERSONS
    if person and claim.claimant.left_on is not None and claim.claimant.left_on < today:
        day = claim.claimant.left_on.isoformat()
        found = stop if one.kind == PaperKind.ADVANCE else warn
        yield found("batch_left", one.number, number=one.number, name=one.payee_name, day=day)
    if person and one.bank_account and card_problem(one.bank_account):
        yield warn(
            "batch_card",
            one.number,
            number=one.number,
            name=one.payee_name,
            account=f"…{one.bank_account[-4:]}",
        )
    if person and claim.claimant_name and claim.claimant_name != one.payee_name:
        yield warn(
            "batch_name", one.number, number=one.number, name=one.payee_name, other=claim.claimant_name
        )
    if one.bank_account and not one.bank_name:
        yield warn("batch_bank", one.number, number=one.number, name=one.payee_name)


def _shared(one: Candidate, names: dict[str, set[str]]) -> Iterator[Check]:
    others = sorted(names[one.bank_account] - {one.payee_name}) if one.bank_account else []
    if others:
        yield warn(
            "batch_shared", one.number, number=one.number, name=one.payee_name, other="、".join(others)
        )


def _batches_of(session: Session, claim_ids: Sequence[int]) -> dict[int, str]:
    """In which batch each paper waits or was paid."""
    found: dict[int, str] = {}
    for start in range(0, len(claim_ids), CHUNK):
        rows = session.execute(
            select(PaymentLine.claim_id, PaymentBatch.number)
            .join(PaymentBatch, PaymentBatch.id == PaymentLine.batch_id)
            .where(
                PaymentLine.claim_id.in_(claim_ids[start : start + CHUNK]),
                PaymentLine.state.in_(("waiting", "confirmed")),
            )
        )
        found |= {row[0]: row[1] for row in rows}
    return found
