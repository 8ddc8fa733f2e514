"""Checks of a payroll sheet before it goes on 发放检查, each about a person where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import text

from models.expense_claim import CheckLevel
from models.payroll import PayrollRun, RunKind
from services import payroll_lines, records
from services.calendars import is_confirmed
from services.database import Session
from services.months import last_day
from services.payroll_check_rows import PayrollCheck, passed, stop, warn
from services.payroll_insurance_checks import insurance_checks
from services.payroll_lines import Line
from services.payroll_months import PaySettings, pay_settings, wage_month
from services.payroll_pay_checks import bonus_checks, wage_checks
from services.payroll_settled_checks import settled_checks
from services.permissions import Actor, Permission, requires

__all__ = ["PayrollCheck", "checks"]


class Compared(NamedTuple):
    """A sheet beside last month's, and what the office knows of the people."""

    run: PayrollRun
    how: PaySettings
    wages_of: date
    lines: Mapping[int, Line]
    before: Mapping[int, Line]
    people: Mapping[int, tuple[str, str | None, str | None]]
    first_sheet: bool
    paid: frozenset[int]  # who has a rate in the wage month


@requires(Permission.PAYROLL_SEE)
def checks(session: Session, actor: Actor, run_id: int, today: date) -> list[PayrollCheck]:  # noqa: ARG001 - the permission needs it
    """What is to be looked at: stops, then warnings, then what is in order. Refused "record.gone"."""
    run = records.load(session, PayrollRun, run_id)
    how = pay_settings(session)
    earlier = payroll_lines.regular_before(session, run)
    seen = Compared(
        run, how, wage_month(run.month, how), payroll_lines.of_run(session, run.id),
        payroll_lines.of_run(session, earlier.id if earlier else None), payroll_lines.employment(session),
        earlier is None, _with_rates(session, wage_month(run.month, how)),
    )  # fmt: skip
    found = [*_sums(seen), *_money(seen), *_waiting(session, seen)]
    if run.kind == RunKind.REGULAR:
        found += [*_presence(seen), *_calendar(seen)]
        found += insurance_checks(session, seen.lines, seen.people, seen.wages_of, today)
        found += wage_checks(session, seen.lines, seen.before, how, seen.wages_of)
        found += settled_checks(session, run, how)
    if run.kind == RunKind.BONUS:
        found += bonus_checks(seen.lines, run.pay_on)
    order = list(CheckLevel)
    return sorted(found, key=lambda check: order.index(check.level))


def _with_rates(session: Session, month: date) -> frozenset[int]:
    rows = session.execute(
        text("SELECT DISTINCT employee_id FROM pay_rate WHERE from_on <= :last AND amount > 0"),
        {"last": last_day(month).isoformat()},
    )
    return frozenset(row[0] for row in rows)


def _sums(seen: Compared) -> Iterator[PayrollCheck]:
    """Departments add up to the total, every line to its net."""
    run, lines = seen.run, seen.lines.values()
    wrong = [
        line
        for line in lines
        if line.net != line.gross - line.social - line.housing - line.tax - line.withheld
    ]
    for line in wrong:
        yield stop("payroll_net_wrong", line, name=line.name)
    by_department: dict[int, int] = {}
    for line in lines:
        by_department[line.department_id] = by_department.get(line.department_id, 0) + line.net
    stored = (run.people, *(int(sum_ * 100) for sum_ in (run.gross, run.tax, run.net)))
    added = (
        len(seen.lines), sum(line.gross for line in lines), sum(line.tax for line in lines), sum(by_department.values())
    )  # fmt: skip
    if stored != added:
        yield stop("payroll_total")
    elif not wrong:
        yield passed("payroll_total", departments=len(by_department))


def _money(seen: Compared) -> Iterator[PayrollCheck]:
    for line in seen.lines.values():
        if line.net < 0:
            yield stop("payroll_net_below", line, name=line.name)
        elif line.net == 0:
            yield warn("payroll_net_zero", line, name=line.name)
        if not line.bank_account and line.net > 0:
            yield warn("payroll_no_card", line, name=line.name)
        if not line.identity_number:
            yield warn("payroll_no_identity", line, name=line.name)
        was = seen.before.get(line.employee_id)
        if was is not None and line.bank_account and was.bank_account != line.bank_account:
            yield warn("payroll_new_card", line, name=line.name, ending=line.bank_account[-4:])


def _waiting(session: Session, seen: Compared) -> Iterator[PayrollCheck]:
    """One-off lines of the month that no sheet has taken: they came after it was reckoned."""
    count = session.scalar(
        text(
            "SELECT count(*) FROM pay_adjustment AS a JOIN pay_component AS c ON c.id = a.component_id"
            " WHERE a.month = :month AND a.run_id IS NULL AND (c.code = 'annual_bonus') = :is_bonus"
        ),
        {"month": seen.run.month.isoformat(), "is_bonus": seen.run.kind == RunKind.BONUS},
    )
    if count:
        yield warn("payroll_waiting", count=count)
    if seen.run.kind == RunKind.REGULAR:
        yield from _forgotten(session, seen.run)


def _forgotten(session: Session, run: PayrollRun) -> Iterator[PayrollCheck]:
    """One-off lines of months whose regular sheet is paid and that no other sheet has taken."""
    rows = session.execute(
        text(
            "SELECT a.month, count(*) FROM pay_adjustment AS a JOIN payroll_run AS r ON r.month = a.month"
            " WHERE a.run_id IS NULL AND a.month < :month AND r.kind = 'regular' AND r.state IN ('paid', 'locked')"
            " GROUP BY a.month ORDER BY a.month"
        ),
        {"month": run.month.isoformat()},
    )
    for month, count in rows:
        yield warn("payroll_forgotten", month=str(month)[:7], count=count)


def _presence(seen: Compared) -> Iterator[PayrollCheck]:
    first, last = seen.wages_of.isoformat(), last_day(seen.wages_of).isoformat()
    strange = False
    for line in seen.lines.values():
        _name, hired, left = seen.people.get(line.employee_id, ("", None, None))
        if left is not None and left < first:
            strange = True
            yield warn("payroll_leaver", line, name=line.name, day=left)
        elif line.employee_id not in seen.before and not seen.first_sheet and not (hired and hired >= first):
            strange = True
            yield warn("payroll_new", line, name=line.name)
    for employee_id, line in seen.before.items():
        name, _hired, left = seen.people.get(employee_id, (line.name, None, None))
        if employee_id not in seen.lines and (left is None or left >= first):
            strange = True
            yield warn("payroll_missing", None, employee_id=employee_id, name=name)
    for employee_id, (name, hired, left) in seen.people.items():
        here = (hired is None or hired <= last) and (left is None or left >= first)
        if here and employee_id not in seen.lines and employee_id not in seen.before:
            code = "payroll_left_out" if employee_id in seen.paid else "payroll_no_pay"
            yield warn(code, None, employee_id=employee_id, name=name)
    if not strange:
        yield passed("payroll_people", count=len(seen.lines))


def _calendar(seen: Compared) -> Iterator[PayrollCheck]:
    for year in sorted({seen.wages_of.year, seen.run.month.year}):
        if not is_confirmed(year):
            yield warn("payroll_year", year=year)
