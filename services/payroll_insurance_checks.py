"""What a payroll sheet says about insurance: nobody without it who must have it, no base outside its limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import text

from models.insurance_terms import Fund, InsuranceItem
from services import insurance_joining, insurance_unconfirmed, insured
from services.database import Session
from services.insurance_joining import ELSEWHERE
from services.insured import GapKind
from services.payroll_check_rows import PayrollCheck, stop, warn
from services.payroll_lines import Line
from services.permissions import open_to_all
from services.social_insurance import fen_item


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
        *_without(session, lines, people, today),
        *_gaps(session, lines, month),
        *_unconfirmed(session, lines, month),
        *_bases(session, lines, month),
    ]


def _without(
    session: Session,
    lines: Mapping[int, Line],
    people: Mapping[int, tuple[str, str | None, str | None]],
    today: date,
) -> Iterator[PayrollCheck]:
    """Who must be insured and is not, by the same days as the board of social insurance."""
    missing = [line for line in lines.values() if line.insured == "{}" and line.kind not in ELSEWHERE]
    missing = [line for line in missing if people.get(line.employee_id, ("", None, None))[2] is None]
    until = insurance_joining.deadlines(session, [line.employee_id for line in missing], today)
    for line in missing:
        day = until.get(line.employee_id)
        if day is None:
            yield warn("payroll_not_insured", line, name=line.name)
        else:
            code = "payroll_insure_soon" if day >= today else "payroll_insure_late"
            yield warn(code, line, name=line.name, day=day)


def _unconfirmed(session: Session, lines: Mapping[int, Line], month: date) -> Iterator[PayrollCheck]:
    """Policies that were not compared with the city's notice yet, and that people of the sheet are insured by."""
    for one in insurance_unconfirmed.of_month(session, month):
        known = [lines[person] for person in one.employee_ids if person in lines]
        if known:
            yield warn("payroll_policy_unconfirmed", known[0], city=one.city, fund=one.fund, count=len(known))


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
