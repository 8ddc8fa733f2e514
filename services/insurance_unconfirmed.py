"""Policies in force that nobody has compared with the city's notice: what is reckoned by them may be wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, select

from models.insurance import Enrolment, InsurancePolicy
from models.insurance_terms import Fund
from services import insured
from services.database import Session
from services.permissions import open_to_all


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """An unconfirmed policy of a city and fund, and who is insured by it in the month."""

    policy_id: int
    city: str
    fund: Fund
    employee_ids: tuple[int, ...]


@open_to_all("a step of services that have checked")
def of_month(session: Session, month: date) -> list[Unconfirmed]:
    """The unconfirmed policies of a month (its first day) that anybody is insured by; social insurance first."""
    rows = session.execute(
        select(InsurancePolicy.id, InsurancePolicy.city, InsurancePolicy.fund, Enrolment.employee_id)
        .join(Enrolment, and_(Enrolment.city == InsurancePolicy.city, Enrolment.fund == InsurancePolicy.fund))
        .where(
            insured.in_force(InsurancePolicy, month), insured.in_force(Enrolment, month),
            InsurancePolicy.confirmed == False,  # noqa: E712 - SQL, and IS is no operator for numbers on PostgreSQL
        )
        .order_by(InsurancePolicy.city, InsurancePolicy.fund.desc(), Enrolment.employee_id)
    )  # fmt: skip
    found: dict[tuple[int, str, Fund], list[int]] = {}
    for policy_id, city, fund, employee_id in rows:
        found.setdefault((policy_id, city, fund), []).append(employee_id)
    return [Unconfirmed(*key, tuple(people)) for key, people in found.items()]
