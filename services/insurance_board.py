"""The board of what is missing 应参未参、应停未停: computed each time from the staff list, the enrolments, the changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models.insurance import ChangeKind, ChangeStage, InsuranceChange
from models.insurance_terms import Fund
from models.personnel import EmploymentKind
from models.personnel_paper import OfficePaperState
from services import insurance_deadlines
from services.calendars import business_day
from services.database import Session
from services.insurance_board_rows import BoardKind, BoardRow, Ground, Person, ground
from services.insurance_change_rules import ChangeReason
from services.insurance_changes import ChangeDraft
from services.insured import GapKind
from services.months import each_month, month_of, next_month
from services.permissions import Actor, Permission, requires

# Who is insured elsewhere or not at all: students, pensioners and freelancers have no employment; the dispatching
# company insures those it sends (劳动合同法 art 58), part-timers insure themselves (社会保险法 art 10)
ELSEWHERE = frozenset(
    {
        EmploymentKind.INTERN,
        EmploymentKind.RETIRED,
        EmploymentKind.LABOUR,
        EmploymentKind.DISPATCHED,
        EmploymentKind.PART_TIME,
    }
)
_ZERO = Decimal(0)
_ORDER = {kind: place for place, kind in enumerate(BoardKind)}


@dataclass(frozen=True, slots=True)
class BoardHeadline:
    """What needs doing: how many to join and by when the first of those not late, how many to stop, what is late, this month's bill (yuan)."""

    to_join: int
    join_by: date | None
    to_stop: int
    late: int
    other: int
    bill: Decimal


@dataclass(frozen=True, slots=True)
class Board:
    """The rows, the most urgent first, and the headline over them."""

    rows: tuple[BoardRow, ...]
    headline: BoardHeadline


@requires(Permission.INSURANCE_SEE)
def board(session: Session, actor: Actor, today: date) -> Board:
    """Everything that is missing today, with the change that mends it."""
    here = ground(session, today, with_wages=actor.can(Permission.PAYROLL_SEE))
    found = [
        *_people(here),
        *_outside(here),
        *_gaps(here),
        *_at_the_fund(here),
    ]
    rows = sorted(found, key=_urgency)
    bill = sum(item.employer + item.employee for items in here.amounts.values() for item in items)
    return Board(tuple(rows), _headline(rows, Decimal(bill).scaleb(-2)))


@requires(Permission.INSURANCE_SEE)
def headline(session: Session, actor: Actor, today: date) -> BoardHeadline:
    """The line over the page."""
    return board(session, actor, today).headline


@requires(Permission.INSURANCE_SEE)
def waiting_count(session: Session, actor: Actor) -> int:
    """How many rows nobody has begun on, or that are late; none for those who only look."""
    if not actor.can(Permission.INSURANCE_EDIT):
        return 0
    return sum(row.urgent for row in board(session, actor, business_day()).rows)


def _urgency(row: BoardRow) -> tuple[bool, int, date, str]:
    return not row.days, _ORDER[row.kind], row.deadline or date.max, row.name


def _headline(rows: list[BoardRow], bill: Decimal) -> BoardHeadline:
    joins = [row for row in rows if row.kind is BoardKind.NOT_INSURED]
    stops = [row for row in rows if row.kind is BoardKind.STILL_INSURED]
    days = [row.deadline for row in joins if row.deadline and not row.days]
    other = sum(row.urgent for row in rows) - sum(row.urgent for row in [*joins, *stops])
    return BoardHeadline(
        len({row.employee_id for row in joins}), min(days, default=None), len({row.employee_id for row in stops}),
        sum(bool(row.days) for row in rows), other, bill,
    )  # fmt: skip


def _people(here: Ground) -> Iterator[BoardRow]:
    for person in here.people:
        if person.works_on(here.today):
            if person.kind in ELSEWHERE:
                yield from _excluded(here, person)
            else:
                yield from _together(
                    [row for fund in Fund if (row := _missing(here, person, fund)) is not None]
                )
        elif person.left_on is not None and person.left_on < here.today:
            yield from _together([row for fund in Fund if (row := _left(here, person, fund)) is not None])


def _together(rows: list[BoardRow]) -> Iterator[BoardRow]:
    """Both funds as one row where they say the same, so that one click writes both changes."""
    if len(rows) == 2 and _same(*rows):
        first, second = rows
        both = replace(first.draft, fund=None) if first.draft else None
        last = max(filter(None, (first.late_from, second.late_from)), default=None)
        yield replace(
            first, funds=(*first.funds, *second.funds), fee=first.fee + second.fee, draft=both,
            days=max(first.days, second.days), late_from=min(last, first.late_from or last) if last else None,
            deadline=min(filter(None, (first.deadline, second.deadline)), default=None),
        )  # fmt: skip
    else:
        yield from rows


def _same(one: BoardRow, other: BoardRow) -> bool:
    if one.draft is None or other.draft is None or one.city != other.city:
        return False
    return replace(one.draft, fund=None) == replace(other.draft, fund=None)


def _excluded(here: Ground, person: Person) -> Iterator[BoardRow]:
    if all((person.id, fund) not in here.enrolments for fund in Fund):
        yield BoardRow(
            BoardKind.EXCLUDED, person.id, person.name, person.department, tuple(Fund), since=person.hired_on,
            employment=person.kind,
        )  # fmt: skip


def _missing(here: Ground, person: Person, fund: Fund) -> BoardRow | None:
    """Works here, is not insured: by when it must be lodged, and what lateness costs so far."""
    if (person.id, fund) in here.enrolments:
        return None
    city, cut_off = here.city, here.cut_off_day(fund, here.city)
    first = here.month
    deadline = None
    if person.hired_on is not None:
        first = insurance_deadlines.first_month(
            person.hired_on, cut_off, housing=fund is Fund.HOUSING, newly_working=person.newly_working
        )
        deadline = insurance_deadlines.deadline(ChangeKind.JOIN, first, person.hired_on, cut_off)
    frozen = here.frozen.get((fund, city))
    month = max(first, next_month(frozen)) if frozen else first
    begun = here.open.get((person.id, fund))
    late = deadline is not None and here.today > deadline
    return BoardRow(
        BoardKind.NOT_INSURED, person.id, person.name, person.department, (fund,), city, person.hired_on, deadline,
        insurance_deadlines.late_from(first, deadline) if deadline else None,
        _fee(here, person, (fund, first, deadline)) if late and deadline else _ZERO,
        (here.today - deadline).days if late and deadline else 0,
        probation=bool(person.probation_until and person.probation_until >= here.today),
        change_id=begun.id if begun else None,
        change_number=begun.number if begun else "",
        draft=None if begun else _join(here, person, fund, month),
    )  # fmt: skip


def _join(here: Ground, person: Person, fund: Fund, month: date) -> ChangeDraft:
    resumed = (person.id, fund) in here.ended
    reason = ChangeReason.FIRST if person.newly_working else ChangeReason.FROM_INSIDE
    return ChangeDraft(
        employee_id=person.id, kind=ChangeKind.RESUME if resumed else ChangeKind.JOIN, fund=fund, city=here.city,
        month=month, base=None if resumed else here.wages.get(person.id),
        reason=ChangeReason.AGAIN_HERE if resumed else reason,
    )  # fmt: skip


def _fee(here: Ground, person: Person, owed: tuple[Fund, date, date]) -> Decimal:
    """On the amounts of the months since then, reckoned from the pay, or from the floor where pay is not seen."""
    fund, first, deadline = owed
    wage = int(here.wages.get(person.id, _ZERO).scaleb(2))
    months = [(month, here.cost(fund, wage, month)) for month in each_month(first, here.month)]
    return insurance_deadlines.late_fee(months, deadline, here.today)


def _left(here: Ground, person: Person, fund: Fund) -> BoardRow | None:
    """Left, is insured beyond the month of leaving."""
    found = here.enrolments.get((person.id, fund))
    if found is None or person.left_on is None:
        return None
    stops = next_month(month_of(person.left_on))
    if found.to_month is not None and found.to_month < stops:
        return None
    frozen = here.frozen.get((fund, found.city))
    month = max(stops, next_month(frozen)) if frozen else stops
    deadline = insurance_deadlines.deadline(
        ChangeKind.STOP, stops, person.left_on, here.cut_off_day(fund, found.city)
    )
    begun = here.open.get((person.id, fund))
    reason = ChangeReason.PAUSED
    return BoardRow(
        BoardKind.STILL_INSURED, person.id, person.name, person.department, (fund,), found.city, person.left_on,
        deadline, days=max((here.today - deadline).days, 0),
        change_id=begun.id if begun else None, change_number=begun.number if begun else "",
        draft=None if begun else ChangeDraft(
            employee_id=person.id, kind=ChangeKind.STOP, fund=fund, city=found.city, month=month, reason=reason
        ),
    )  # fmt: skip


def _outside(here: Ground) -> Iterator[BoardRow]:
    """Declared bases that the policy in force does not take as they are."""
    names = {person.id: person for person in here.people}
    for employee_id, items in here.amounts.items():
        person = names.get(employee_id)
        for fund in Fund:
            own = [item for item in items if item.fund is fund]
            clamped = next((item for item in own if item.base != item.declared), None)
            if person is None or clamped is None or (employee_id, fund) in here.open:
                continue
            base = Decimal(clamped.base).scaleb(-2)
            yield BoardRow(
                BoardKind.BASE_OUTSIDE, person.id, person.name, person.department, (fund,), clamped.city,
                declared=Decimal(clamped.declared).scaleb(-2), suggested=base,
                draft=ChangeDraft(
                    employee_id=person.id, kind=ChangeKind.BASE, fund=fund, city=clamped.city,
                    month=_open_month(here, fund, clamped.city), base=base,
                ),
            )  # fmt: skip


def _gaps(here: Ground) -> Iterator[BoardRow]:
    names = {person.id: person for person in here.people}
    for gap in here.gaps:
        person = names.get(gap.employee_id)
        if person is None:
            continue
        no_policy = gap.kind is GapKind.NO_POLICY
        yield BoardRow(
            BoardKind.NO_POLICY if no_policy else BoardKind.NO_BASE, person.id, person.name, person.department,
            (gap.fund,), gap.city,
            draft=None if no_policy else ChangeDraft(
                employee_id=person.id, kind=ChangeKind.BASE, fund=gap.fund, city=gap.city,
                month=_open_month(here, gap.fund, gap.city), base=here.wages.get(person.id),
            ),
        )  # fmt: skip


def _at_the_fund(here: Ground) -> Iterator[BoardRow]:
    for change in here.changes:
        if change.state is not OfficePaperState.APPROVED:
            continue
        if change.stage is ChangeStage.TO_LODGE:
            yield _waiting(BoardKind.TO_LODGE, change, None, (here.today - change.deadline).days)
        elif change.lodged_on is not None:
            asked = (here.today - change.lodged_on).days - insurance_deadlines.unconfirmed_days()
            if asked >= 0:
                yield _waiting(BoardKind.UNCONFIRMED, change, change.lodged_on, asked + 1)


def _waiting(kind: BoardKind, change: InsuranceChange, since: date | None, days: int) -> BoardRow:
    return BoardRow(
        kind, change.employee_id, change.employee_name, change.department_name, (change.fund,), change.city,
        since, None if since else change.deadline, days=max(days, 0), change_id=change.id, change_number=change.number,
    )  # fmt: skip


def _open_month(here: Ground, fund: Fund, city: str) -> date:
    frozen = here.frozen.get((fund, city))
    return max(here.month, next_month(frozen)) if frozen else here.month
