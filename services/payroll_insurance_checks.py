"""What a payroll sheet says about insurance: nobody without it who must have it, no base outside its limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sqlalchemy import text

from models.insurance_terms import Fund, InsuranceItem
from services import insured
from services.database import Session
from services.insured import GapKind
from services.payroll_check_rows import PayrollCheck, stop, warn
from services.payroll_lines import Line
from services.permissions import open_to_all
from services.social_insurance import fen_item

# whom the company must insure (社会保险法 arts 10, 58): not interns, retired people, or who works for a fee
_INSURED_KINDS = frozenset({"full_time", "dispatched"})
_DAYS = 30


@open_to_all("a step of the checks, which have their permission")
def insurance_checks(
    session: Session,
    lines: Mapping[int, Line],
    people: Mapping[int, tuple[str, str | None, str | None]],
    month: date,
    today: date,
) -> list[PayrollCheck]:
    """The checks of insurance of the wage month."""
    return [
        *_without(lines, people, today),
        *_gaps(session, lines, month),
        *_bases(session, lines, month),
    ]


def _without(
    lines: Mapping[int, Line], people: Mapping[int, tuple[str, str | None, str | None]], today: date
) -> Iterator[PayrollCheck]:
    for line in lines.values():
        if line.kind not in _INSURED_KINDS or line.insured != "{}":
            continue
        _name, hired, left = people.get(line.employee_id, ("", None, None))
        until = date.fromisoformat(hired) + timedelta(days=_DAYS) if hired else None
        if left is None and until is not None and until >= today:
            yield warn("payroll_insure_soon", line, name=line.name, day=until)
        elif left is None:
            yield warn("payroll_not_insured", line, name=line.name)


def _gaps(session: Session, lines: Mapping[int, Line], month: date) -> Iterator[PayrollCheck]:
    cities = set()
    for gap in insured.gaps(session, month):
        line = lines.get(gap.employee_id)
        if line is None:
            continue
        if gap.kind == GapKind.NO_BASE:
            yield stop("payroll_no_base", line, name=line.name, fund=gap.fund)
        elif (gap.city, gap.fund) not in cities:
            cities.add((gap.city, gap.fund))
            yield stop("payroll_no_policy", line, city=gap.city, fund=gap.fund, month=f"{month:%Y-%m}")


def _bases(session: Session, lines: Mapping[int, Line], month: date) -> Iterator[PayrollCheck]:
    """Declared bases outside the limits of the pension, or of the housing fund: the amounts are right, the base is not."""
    rules = insured.rules_of_month(session, month)
    leading = {Fund.SOCIAL: InsuranceItem.PENSION, Fund.HOUSING: InsuranceItem.HOUSING_FUND}
    limits = {
        (fund.value, city): fen_item(rule)[:2]
        for (fund, city), found in rules.items()
        for rule in found.policy.items
        if rule.item == leading[fund]
    }
    rows = session.execute(
        text(
            "SELECT e.employee_id, e.fund, e.city, b.base FROM enrolment AS e JOIN insurance_base AS b"
            " ON b.employee_id = e.employee_id AND b.fund = e.fund AND b.from_month = (SELECT max(from_month)"
            " FROM insurance_base WHERE employee_id = e.employee_id AND fund = e.fund AND from_month <= :month)"
            " WHERE e.from_month <= :month AND (e.to_month IS NULL OR e.to_month >= :month)"
        ),
        {"month": month.isoformat()},
    )
    for employee_id, fund, city, base in rows:
        line, limit = lines.get(employee_id), limits.get((fund, city))
        if line is not None and limit is not None and not limit[0] <= base <= limit[1]:
            yield warn("payroll_base_outside", line, name=line.name, fund=Fund(fund))
