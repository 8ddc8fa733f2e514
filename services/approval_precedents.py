"""What was seen last time: papers of the same claimant and category, and how they were decided at this level."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from sqlalchemy import and_, func, select

from models.approval import ApprovalStep, StepState
from models.expense_claim import ClaimState, ExpenseClaim, ExpenseLine
from services.approval_steps import pending
from services.claim_records import load, paper_of
from services.database import Session
from services.money import round_fen
from services.permissions import Actor, Permission, requires

MOST = 6
_DECIDED = (ClaimState.TO_PAY, ClaimState.PAID, ClaimState.RETURNED, ClaimState.VOIDED)
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Precedent:
    """A paper as it was decided: what it asked for in the category and what was granted, in yuan."""

    claim_id: int
    number: str
    day: date
    amount: Decimal
    granted: Decimal
    decision: StepState | None
    decided_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Precedents:
    """The last six of one category, newest first; `own` and `usual` (their median) in yuan."""

    category: str
    own: Decimal
    usual: Decimal | None
    papers: tuple[Precedent, ...]


@requires(Permission.CLAIM_DECIDE)
def precedents(session: Session, actor: Actor, claim_id: int) -> Precedents | None:  # noqa: ARG001 - the permission needs it
    """The last six decided papers of the same claimant in the paper's largest category; None without lines.

    Who decided is told of the level that has the paper now, or of the last level when it was not asked then.
    Raises Refused "record.gone".
    """
    claim = load(session, claim_id)
    sums: dict[int, Decimal] = {}
    for line in claim.lines:
        sums[line.category_id] = sums.get(line.category_id, _NOTHING) + line.amount
    if not sums:
        return None
    category_id = max(sums, key=lambda one: sums[one])
    name = next(line.category_name for line in claim.lines if line.category_id == category_id)
    step = pending(session, paper_of(claim))
    papers = tuple(_papers(session, claim, category_id, step.label if step else ""))
    usual = round_fen(Decimal(median([paper.granted for paper in papers]))) if papers else None
    return Precedents(name, sums[category_id], usual, papers)


def _papers(session: Session, claim: ExpenseClaim, category_id: int, label: str) -> list[Precedent]:
    rows = session.execute(
        select(
            ExpenseClaim.id,
            ExpenseClaim.number,
            ExpenseClaim.kind,
            ExpenseClaim.business_date,
            ExpenseClaim.round,
            func.sum(ExpenseLine.amount).label("amount"),
            func.sum(ExpenseLine.sanctioned).label("granted"),
        )
        .join(
            ExpenseLine, and_(ExpenseLine.claim_id == ExpenseClaim.id, ExpenseLine.category_id == category_id)
        )
        .where(ExpenseClaim.claimant_id == claim.claimant_id, ExpenseClaim.id != claim.id)
        .where(ExpenseClaim.state.in_(_DECIDED))
        .group_by(
            ExpenseClaim.id,
            ExpenseClaim.number,
            ExpenseClaim.kind,
            ExpenseClaim.business_date,
            ExpenseClaim.round,
        )
        .order_by(ExpenseClaim.business_date.desc(), ExpenseClaim.id.desc())
        .limit(MOST)
    ).all()
    found = []
    for row in rows:
        step = _decided(session, row.kind.value, row.id, row.round, label)
        found.append(
            Precedent(
                row.id,
                row.number,
                row.business_date,
                row.amount,
                row.granted,
                step.state if step else None,
                step.decided_by_name if step else "",
                step.reason if step else "",
            )
        )
    return found


def _decided(session: Session, kind: str, claim_id: int, this_round: int, label: str) -> ApprovalStep | None:
    steps = session.scalars(
        select(ApprovalStep)
        .where(
            ApprovalStep.paper_kind == kind,
            ApprovalStep.paper_id == claim_id,
            ApprovalStep.round == this_round,
        )
        .where(ApprovalStep.state.in_([StepState.APPROVED, StepState.RETURNED]))
        .order_by(ApprovalStep.level)
    ).all()
    same = [step for step in steps if step.label == label]
    found = same or list(steps)
    return found[-1] if found else None
