"""What is unusual among papers that wait: found before many of them are approved at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from sqlalchemy import func, select

from models.approval import ApprovalStep, StepState
from models.expense_claim import CheckLevel, ClaimCheck, ClaimState, ExpenseClaim, PaperKind
from services.claim_check_row import Check
from services.claim_rules import rules_on
from services.database import Session
from services.money import format_money
from services.permissions import Actor, Permission, requires

_YEAR = timedelta(days=365)
_DECIDED = (ClaimState.TO_PAY, ClaimState.PAID)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is unusual; its sentence belongs to `code`, the placeholders to `values`."""

    code: str
    values: dict[str, str] = field(default_factory=dict)
    check: Check | None = None  # of a doubt: what was found, with the clerk's reason


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper that waits, and what is unusual about it; amount in yuan."""

    id: int
    version: int
    number: str
    claimant_name: str
    purpose: str
    amount: Decimal
    findings: tuple[Finding, ...]


@requires(Permission.CLAIM_DECIDE)
def candidates(session: Session, actor: Actor, ids: Sequence[int], *, today: date) -> list[Candidate]:  # noqa: ARG001 - the permission needs it
    """The papers of `ids` that wait for a decision, in their order of number, each with what is unusual."""
    claims = session.scalars(
        select(ExpenseClaim)
        .where(ExpenseClaim.id.in_(ids), ExpenseClaim.state == ClaimState.SUBMITTED)
        .order_by(ExpenseClaim.number)
    ).all()
    ground = _Ground(session, claims, today)
    return [
        Candidate(
            claim.id, claim.version, claim.number, claim.claimant_name, claim.purpose, claim.sanctioned,
            tuple(ground.findings(claim)),
        )
        for claim in claims
    ]  # fmt: skip


@requires(Permission.CLAIM_DECIDE)
def unusual_count(session: Session, actor: Actor, ids: Sequence[int], *, today: date) -> int:
    """How many of the papers have something unusual about them."""
    return sum(bool(one.findings) for one in candidates(session, actor, ids, today=today))


class _Ground:
    """What the papers are compared with, looked up once for all of them."""

    def __init__(self, session: Session, claims: Sequence[ExpenseClaim], today: date) -> None:
        self.today = today
        self.rules = rules_on(session, today)
        ids = [claim.id for claim in claims]
        people = {claim.claimant_id for claim in claims}
        self.amounts = _amounts(session, people, today)
        self.overdue = _overdue_advances(session, people, today)
        self.doubts = _doubts(session, ids)
        self.moved = _moved(session, ids)
        self.payees = _paid_payees(session, {claim.payee_name for claim in claims if claim.payee_name})

    def findings(self, claim: ExpenseClaim) -> Iterator[Finding]:
        """Everything unusual about one paper."""
        for check in self.doubts.get(claim.id, ()):
            yield Finding("doubt", {"reason": check.reason}, check)
        yield from self._amount(claim)
        if claim.pay_by is not None and claim.pay_by < self.today:
            yield Finding("late", {"day": claim.pay_by.isoformat()})
        if claim.claimant_id in self.overdue and claim.kind != PaperKind.ADVANCE:
            yield Finding(
                "advance_overdue", {"name": claim.claimant_name, "numbers": self.overdue[claim.claimant_id]}
            )
        if claim.kind == PaperKind.PAYMENT and claim.payee_name not in self.payees:
            yield Finding("payee_new", {"name": claim.payee_name})
        if claim.sanctioned != claim.amount:
            yield Finding(
                "granted_less",
                {"amount": format_money(claim.amount), "granted": format_money(claim.sanctioned)},
            )
        if claim.reminded_at is not None:
            yield Finding("reminded")
        for name in self.moved.get(claim.id, ()):
            yield Finding("moved", {"name": name})

    def _amount(self, claim: ExpenseClaim) -> Iterator[Finding]:
        """Far above what this person's papers of the same kind were in a year; nothing can be said of a few."""
        known = self.amounts.get((claim.claimant_id, claim.kind), [])
        if not known:
            yield Finding("first", {"name": claim.claimant_name})
        elif len(known) >= self.rules.unusual_papers:
            usual = Decimal(median(known))
            if claim.sanctioned > usual * self.rules.unusual_factor:
                values = {
                    "amount": format_money(claim.sanctioned),
                    "usual": format_money(usual.quantize(Decimal("0.01"))),
                }
                yield Finding("amount_high", values | {"count": str(len(known))})


def _amounts(session: Session, people: set[int], today: date) -> dict[tuple[int, PaperKind], list[Decimal]]:
    rows = session.execute(
        select(ExpenseClaim.claimant_id, ExpenseClaim.kind, ExpenseClaim.sanctioned).where(
            ExpenseClaim.claimant_id.in_(people),
            ExpenseClaim.state.in_(_DECIDED),
            ExpenseClaim.business_date >= today - _YEAR,
        )
    )
    found: dict[tuple[int, PaperKind], list[Decimal]] = {}
    for claimant_id, kind, amount in rows:
        found.setdefault((claimant_id, kind), []).append(amount)
    return found


def _overdue_advances(session: Session, people: set[int], today: date) -> dict[int, str]:
    rows = session.execute(
        select(ExpenseClaim.claimant_id, ExpenseClaim.number).where(
            ExpenseClaim.claimant_id.in_(people),
            ExpenseClaim.kind == PaperKind.ADVANCE,
            ExpenseClaim.outstanding > Decimal(0),
            ExpenseClaim.due_on < today,
        )
    )
    found: dict[int, str] = {}
    for claimant_id, number in rows:
        found[claimant_id] = f"{found[claimant_id]}、{number}" if claimant_id in found else number
    return found


def _doubts(session: Session, ids: Sequence[int]) -> dict[int, list[Check]]:
    rows = session.scalars(
        select(ClaimCheck)
        .where(ClaimCheck.claim_id.in_(ids), ClaimCheck.level != CheckLevel.OK)
        .order_by(ClaimCheck.claim_id, ClaimCheck.position)
    )
    found: dict[int, list[Check]] = {}
    for row in rows:
        check = Check(row.code, row.level, row.subject, dict(row.values), row.reason)
        found.setdefault(row.claim_id, []).append(check)
    return found


def _moved(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    """Who referred a paper here or asked for one more signer."""
    rows = session.execute(
        select(ApprovalStep.paper_id, ApprovalStep.added_by_name)
        .where(
            ApprovalStep.paper_id.in_(ids), ApprovalStep.paper_kind.in_([kind.value for kind in PaperKind])
        )
        .where(ApprovalStep.state == StepState.PENDING, ApprovalStep.added_by_name != "")
    )
    found: dict[int, list[str]] = {}
    for claim_id, name in rows:
        found.setdefault(claim_id, []).append(name)
    return found


def _paid_payees(session: Session, names: set[str]) -> set[str]:
    if not names:
        return set()
    paid = select(ExpenseClaim.payee_name).where(
        ExpenseClaim.payee_name.in_(names), ExpenseClaim.state == ClaimState.PAID
    )
    return set(session.scalars(paid.group_by(ExpenseClaim.payee_name).having(func.count() > 0)))
