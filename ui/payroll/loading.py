"""What the payroll page asks for: the schedule, a sheet, what differs, what the checks say, why a figure is what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from services import (
    office_papers,
    pay_templates,
    payroll_checks,
    payroll_differences,
    payroll_months,
    payroll_reasons,
    payroll_runs,
    payroll_sheets,
    search,
)
from services.terms import DecidedKind, RunState

if TYPE_CHECKING:
    from services.database import Session
    from services.pay_templates import PayPaper
    from services.payroll_checks import PayrollCheck
    from services.payroll_differences import Difference
    from services.payroll_months import PaySettings
    from services.payroll_reasons import Compared, WhyRow
    from services.payroll_runs import Run, ScheduleRow
    from services.payroll_sheets import SheetRow
    from services.permissions import Actor


@dataclass(frozen=True, slots=True)
class Year:
    """The schedule of a year, and what the company set."""

    number: int
    rows: tuple[ScheduleRow, ...]
    settings: PaySettings


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it is now; `found`: what each person is found by; `mine`: it waits for this user's decision.

    `sizes`: the paper each of its templates is for.
    """

    run: Run
    rows: tuple[SheetRow, ...]
    found: dict[int, str]
    mine: bool
    sizes: Mapping[PayPaper, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say about a sheet."""

    differences: tuple[Difference, ...]
    checks: tuple[PayrollCheck, ...]


def year(actor: Actor, number: int, wanted: int | None, today: date, session: Session) -> Year:
    """The schedule of a year: that of the `wanted` sheet, where one is."""
    if wanted is not None:
        number = payroll_runs.get(session, actor, wanted, today).head.month.year
    rows = payroll_runs.schedule(session, actor, number, today)
    return Year(number, tuple(rows), payroll_months.pay_settings(session))


def sheet(actor: Actor, run_id: int, today: date, session: Session) -> Sheet:
    """The rows of a sheet."""
    run = payroll_runs.get(session, actor, run_id, today)
    mine = run.head.state is RunState.SUBMITTED and any(
        one.kind is DecidedKind.PAYROLL_RUN and one.id == run_id
        for one in office_papers.waiting(session, actor)
    )
    rows = tuple(payroll_sheets.rows(session, actor, run_id))
    found = {
        row.employee_id: search.text_for(row.number, row.name, row.department, row.post).lower()
        for row in rows
        if row.employee_id is not None
    }
    return Sheet(run, rows, found, mine, pay_templates.sizes(session, run_id))


def told(actor: Actor, run_id: int, today: date, session: Session) -> Told:
    """Differences and checks, asked for once the sheet is on the screen."""
    found = payroll_differences.differences(session, actor, run_id)
    return Told(tuple(found), tuple(payroll_checks.checks(session, actor, run_id, today)))


def reason(
    actor: Actor, line_id: int, figure: str, session: Session
) -> tuple[Sequence[WhyRow], Sequence[Compared]]:
    """The steps to a figure, and last month beside it."""
    steps = payroll_reasons.why(session, actor, line_id, figure) if figure else []
    return steps, payroll_reasons.compared(session, actor, line_id)


def names_of(components: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """What the components are called, by code."""
    return {str(one["code"]): str(one["name"]) for one in components}


def usual_place(rows: Sequence[ScheduleRow]) -> int:
    """Which row of the schedule is in hand first: the earliest that is not done, else the last."""
    done = (RunState.PAID, RunState.LOCKED)
    waiting = [place for place, row in enumerate(rows) if row.state not in done]
    return waiting[0] if waiting else len(rows) - 1
