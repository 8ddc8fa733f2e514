"""Dry run 试算: what other limits would have flagged among the papers of a period; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import batched

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.expense_claim import CheckLevel, ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice
from services.claim_check_row import Check
from services.claim_values import ClaimDraft
from services.claim_writing import draft_of
from services.database import Session
from services.expense_policies import PolicyDraft, refuse_nonsense
from services.permissions import Actor, Permission, requires
from services.policies import Limit, Policies
from services.policy_checks import policy_checks
from services.policy_ground import Ground, ground_of
from services.progress import Progress

_AT_ONCE = 100
_STATES = (ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID, ClaimState.RETURNED)
_KINDS = (PaperKind.CLAIM, PaperKind.TRAVEL, PaperKind.PAYMENT)
_ALWAYS = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Flag:
    """One finding that the change brings (`new`) or takes away, on one paper; `amount` in yuan."""

    claim_id: int
    number: str
    claimant: str
    day: date
    amount: Decimal
    new: bool
    check: Check


@dataclass(frozen=True, slots=True)
class DryRun:
    """What came out: papers looked at, papers flagged under today's limits and under the changed ones, what differs."""

    first: date
    last: date
    papers: int
    flagged_before: int
    flagged_after: int
    flags: tuple[Flag, ...]

    @property
    def added(self) -> int:
        """How many findings the change would have brought."""
        return sum(flag.new for flag in self.flags)

    @property
    def gone(self) -> int:
        """How many findings the change would have taken away."""
        return len(self.flags) - self.added


def last_quarter(today: date) -> tuple[date, date]:
    """First and last day of the quarter before the one of `today`."""
    begins = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = begins - timedelta(days=1)
    return date(last.year, 3 * ((last.month - 1) // 3) + 1, 1), last


@requires(Permission.POLICY_SEE)
def dry_run(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    changed: PolicyDraft,
    *,
    first: date,
    last: date,
    today: date,
    alone: bool = False,
    progress: Progress | None = None,
) -> DryRun:
    """Hold every paper submitted from `first` to `last` against today's limits and against changed ones.

    Changed are they by `changed`, in place of the stored one or a new one beside them; both sets are taken as if they
    had always been in force. `alone` compares the limits with and without it instead.
    Raises Refused of `expense_policies.save` for a limit that makes no sense; Cancelled when the user stops it.
    """
    refuse_nonsense(changed)
    report = progress or Progress()
    ids = session.scalars(
        select(ExpenseClaim.id)
        .where(ExpenseClaim.submitted_on.between(first, last), ExpenseClaim.kind.in_(_KINDS))
        .where(ExpenseClaim.state.in_(_STATES))
        .order_by(ExpenseClaim.id)
    ).all()
    flags, before, after = list[Flag](), 0, 0
    for done, some in enumerate(batched(ids, _AT_ONCE)):
        report.advance(done * _AT_ONCE, len(ids))
        for claim, invoices in _papers(session, some):
            old, new = _both(session, claim, invoices, changed, today, alone=alone)
            before, after = before + bool(old), after + bool(new)
            flags += _difference(claim, old, new)
    report.advance(len(ids), len(ids))
    return DryRun(first, last, len(ids), before, after, tuple(flags))


def _papers(session: Session, ids: Sequence[int]) -> Iterator[tuple[ExpenseClaim, list[Invoice]]]:
    loaded = [
        selectinload(part)
        for part in (ExpenseClaim.lines, ExpenseClaim.legs, ExpenseClaim.offsets, ExpenseClaim.checks)
    ]
    claims = session.scalars(
        select(ExpenseClaim).where(ExpenseClaim.id.in_(ids)).order_by(ExpenseClaim.id).options(*loaded)
    ).all()
    by_claim: dict[int, list[Invoice]] = {}
    for invoice in session.scalars(select(Invoice).where(Invoice.claim_id.in_(ids)).order_by(Invoice.id)):
        by_claim.setdefault(invoice.claim_id or 0, []).append(invoice)
    for claim in claims:
        yield claim, by_claim.get(claim.id, [])


type _Found = dict[str, Check]


def _both(
    session: Session,
    claim: ExpenseClaim,
    invoices: Sequence[Invoice],
    changed: PolicyDraft,
    today: date,
    *,
    alone: bool,
) -> tuple[_Found, _Found]:
    day = claim.submitted_on or claim.business_date
    draft = draft_of(claim)
    ground = ground_of(session, draft, invoices, today=day, grade=claim.grade, also=changed.kind)
    base = _as_if_always(ground.policies, today)
    other = _with(base, changed)
    if alone:
        base = _with(base, replace(changed, active=False))
    return (
        _flags(draft, invoices, ground.under(base)),
        _flags(draft, invoices, ground.under(other)),
    )


def _flags(draft: ClaimDraft, invoices: Sequence[Invoice], ground: Ground) -> _Found:
    found = policy_checks(draft, invoices, ground)
    return {check.key: check for check in found if check.level != CheckLevel.OK}


def _as_if_always(known: Policies, today: date) -> Policies:
    """The limits of today, in force for ever."""
    limits = (replace(limit, from_on=_ALWAYS, to_on=None) for limit in known.limits if limit.holds_on(today))
    return Policies(tuple(limits), known.tiers)


def _with(known: Policies, changed: PolicyDraft) -> Policies:
    assert changed.kind, "refused before"
    values = {name: getattr(changed, name) for name in Limit.__slots__ if name not in {"from_on", "to_on"}}
    others = [limit for limit in known.limits if changed.id is None or limit.id != changed.id]
    mine = [Limit(**values, from_on=_ALWAYS, to_on=None)] if changed.active else []
    return Policies((*others, *mine), known.tiers)


def _difference(claim: ExpenseClaim, old: _Found, new: _Found) -> Iterator[Flag]:
    for found, others, is_new in ((new, old, True), (old, new, False)):
        for key, check in found.items():
            if key not in others or (is_new and others[key].level != check.level):
                yield Flag(
                    claim.id,
                    claim.number,
                    claim.claimant_name,
                    claim.business_date,
                    claim.amount,
                    is_new,
                    check,
                )
