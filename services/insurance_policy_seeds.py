"""The usual policies of cities, for a company that has none yet; to be confirmed with the local notice."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import func, select

from models.insurance import InsurancePolicy, InsurancePolicyItem
from services import records
from services.database import Session
from services.insurance_policy_store import NO_CEILING
from services.permissions import Actor, Permission, open_to_all, requires
from services.search import index, text_for
from services.social_insurance import Policy
from services.usual_policies import usual_policies

_ZERO = Decimal(0)


@requires(Permission.INSURANCE_EDIT)
def load_usual(session: Session, actor: Actor) -> int:
    """Write the usual policies of cities and funds that have none; returns how many were written."""
    known = _known(session)
    made = [policy for policy in usual_policies() if (policy.city, policy.kind) not in known]
    for policy in made:
        item = _row(policy)
        records.keep(session, actor, item, item.city, item.source)
    return len(made)


@requires(Permission.INSURANCE_SEE)
def is_empty(session: Session, actor: Actor) -> bool:  # noqa: ARG001 - the permission needs it
    """Whether the company has no policy at all."""
    return not session.scalar(select(func.count()).select_from(InsurancePolicy))


@open_to_all("called by the upgrade of a database, before anybody has signed in")
def fill(session: Session) -> None:
    """The usual policies of cities and funds that have none, for a company that was there before them."""
    known = _known(session)
    for policy in usual_policies():
        if (policy.city, policy.kind) in known:
            continue
        item = _row(policy)
        item.search_text = text_for(item.city, item.source)
        session.add(item)
        session.flush()
        index(session, item.__tablename__, item.id, item.search_text)


def _known(session: Session) -> set[tuple[str, str]]:
    return {(row[0], row[1]) for row in session.execute(select(InsurancePolicy.city, InsurancePolicy.fund))}


def _row(policy: Policy) -> InsurancePolicy:
    return InsurancePolicy(
        city=policy.city, fund=policy.kind, from_month=policy.from_month, to_month=policy.to_month,
        cut_off_day=policy.cut_off_day or 0, confirmed=policy.confirmed, source=policy.source,
        items=[
            InsurancePolicyItem(
                position=position, item=row.item, floor=row.floor or _ZERO,
                ceiling=NO_CEILING if row.ceiling is None else row.ceiling,
                employer_rate=row.employer_rate, employee_rate=row.employee_rate,
                employer_fixed=row.employer_fixed, employee_fixed=row.employee_fixed, rounding=row.rounding,
            )
            for position, row in enumerate(policy.items, start=1)
        ],
    )  # fmt: skip
