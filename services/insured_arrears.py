"""What insurance decided late owes 社保补扣补退: each person's own part of sheets that left the office, in the open month."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import func, or_, select

from models.insurance import ChangeKind, InsuranceChange
from models.insurance_terms import Fund
from models.pay import AdjustmentCause, ComponentEffect, ComponentKind, PayAdjustment, PayComponent
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Employee
from services import audit, insurance_back_payments, insured, pay_arrears
from services.database import Session
from services.months import each_month, last_day
from services.pay_components import INSURANCE_DIFFERENCE
from services.payroll_months import pay_settings, wage_month
from services.permissions import Actor, open_to_all
from services.records import tidy
from services.remittance_deadlines import paid_in

# One rule for joining, resuming, stopping, moving, another base, a back payment and the base season: what the registers
# and the approved back payments say now of a month, less what its sheet took, less the lines that made it good already.
_WHY = "a step of services that have checked"
_MOST_ASKED = 500  # more people than that are all read and sorted out here
_FUNDS = {Fund.SOCIAL: "社会保险", Fund.HOUSING: "住房公积金"}
_KINDS = {
    ChangeKind.JOIN: "参保",
    ChangeKind.STOP: "停保",
    ChangeKind.RESUME: "续保",
    ChangeKind.TRANSFER: "转移",
    ChangeKind.BASE: "基数变更",
    ChangeKind.BACK_PAYMENT: "补缴",
}
_OF_HOUSING = {ChangeKind.JOIN: "新增", ChangeKind.STOP: "封存", ChangeKind.RESUME: "启封"}  # its own words

type _Items = dict[tuple[Fund, str, str], int]
"""A person's own part in fen by fund, city and item."""
type _Row = tuple[int, int, str]
"""Whose line, how much (fen), and its note."""


class Sheet(NamedTuple):
    """A month of insurance, the month of the sheet that takes it, and that sheet once it left the office."""

    wages: date
    month: date
    run_id: int | None


@open_to_all(_WHY)
def settle(session: Session, actor: Actor, people: Collection[int], since: date, why: str) -> None:
    """What was decided for people from a month on becomes lines of the open sheet; `why` says the cause."""
    _settle(session, actor, people, closed(session, since), why)


@open_to_all(_WHY)
def settle_change(session: Session, actor: Actor, change: InsuranceChange, what: str = "") -> None:
    """As `settle` for a change that counts since now, or that stopped counting (`what` says how).

    No sheet takes a back payment by itself, so that one brings lines for every month of it.
    """
    kinds = _KINDS | _OF_HOUSING if change.fund is Fund.HOUSING else _KINDS
    why = f"{_FUNDS[change.fund]}{kinds[change.kind]} {change.number} {what}".strip()
    sheets = closed(session, change.month)
    if change.kind is ChangeKind.BACK_PAYMENT:
        sheets = _of_months(session, sheets, change.month, change.to_month or change.month)
    session.flush()
    _settle(session, actor, [change.employee_id], sheets, why)


@open_to_all(_WHY)
def forget(session: Session, actor: Actor, run: PayrollRun) -> None:
    """A sheet that is reckoned again takes itself what its registers say: lines for it keep only what it does not."""
    sheet = Sheet(wage_month(run.month, pay_settings(session)), run.month, None)
    lines = _waiting(session, sheet)
    of_sheet = select(PayAdjustment.employee_id).where(
        PayAdjustment.cause == AdjustmentCause.INSURANCE, PayAdjustment.of_month == run.month
    )
    people = set(session.scalars(of_sheet))
    rows: list[_Row] = []
    for person, fen in unsettled(session, sheet, people).items() if people else ():
        own = [line for line in lines if line.employee_id == person]
        rest = fen + sum(int(line.amount.scaleb(2)) for line in own)
        for line in own:
            _drop(session, actor, line)
        if rest:
            rows.append((person, rest, own[0].note if own else f"{run.number} 重算后个人部分差额"))
    _add(session, actor, sheet, rows)


@open_to_all(_WHY)
def closed(session: Session, since: date | None = None) -> list[Sheet]:
    """The regular sheets that left the office and pay months from `since` on, the earliest first."""
    how = pay_settings(session)
    runs = session.scalars(
        select(PayrollRun)
        .where(PayrollRun.kind == RunKind.REGULAR, PayrollRun.state.in_(pay_arrears.FROZEN))
        .order_by(PayrollRun.month)
    )
    sheets = [Sheet(run.wage_month or wage_month(run.month, how), run.month, run.id) for run in runs]
    return [sheet for sheet in sheets if since is None or sheet.wages >= since]


@open_to_all(_WHY)
def unsettled(session: Session, sheet: Sheet, people: Collection[int] | None = None) -> dict[int, int]:
    """Who still owes of their own part of a month's insurance, or is owed (below zero), by now; fen."""
    asked = list(people) if people is not None and len(people) <= _MOST_ASKED else None
    registers = _registers(session, sheet.wages, asked)
    backs = _asked_back(session, sheet.wages)
    by_itself = {person: sum(items.values()) for person, items in registers.items()}
    due = by_itself | {
        person: sum((registers.get(person, {}) | own).values()) for person, own in backs.items()
    }
    taken = by_itself if sheet.run_id is None else _taken(session, sheet, by_itself, asked)
    good = _made_good(session, sheet)
    found = {
        person: due.get(person, 0) - taken.get(person, 0) - good.get(person, 0)
        for person in sorted({*due, *taken, *good})
        if people is None or person in people
    }
    return {person: fen for person, fen in found.items() if fen}


def _settle(
    session: Session, actor: Actor, people: Collection[int], sheets: Collection[Sheet], why: str
) -> None:
    if _open_month(session) is None:
        return  # pay is not kept here
    wanted = set(people)
    for sheet in sheets:
        against = {(line.employee_id, int(line.amount.scaleb(2))): line for line in _waiting(session, sheet)}
        rows: list[_Row] = []
        for person, fen in unsettled(session, sheet, wanted).items():
            undone = against.get((person, -fen))
            if undone is not None:
                _drop(session, actor, undone)
            else:
                rows.append((person, fen, f"{why} 个人部分{'补扣' if fen > 0 else '退还'}"))
        _add(session, actor, sheet, rows)


def _of_months(session: Session, sheets: Collection[Sheet], first: date, last: date) -> list[Sheet]:
    """Every month of a back payment: with its sheet where one left the office."""
    known = {sheet.wages: sheet for sheet in sheets}
    months = each_month(first, last)
    return [known.get(month, Sheet(month, paid_in(session, month), None)) for month in months]


def _open_month(session: Session) -> date | None:
    """The month after the last sheet that left the office, or that of the first sheet there is."""
    first = select(func.min(PayrollRun.month)).where(PayrollRun.kind == RunKind.REGULAR)
    return pay_arrears.open_month(session) or session.scalar(first)


def _registers(session: Session, month: date, people: list[int] | None) -> dict[int, _Items]:
    """What the enrolments and bases say."""
    found = insured.fen_of_month(session, month, people)
    return {
        person: {(one.fund, one.city, one.item.value): one.employee for one in items}
        for person, items in found.items()
    }


def _asked_back(session: Session, month: date) -> dict[int, _Items]:
    """What approved back payments ask for a month; the latest one where two meet."""
    rows = session.scalars(
        select(InsuranceChange)
        .where(
            insurance_back_payments.counts(),
            InsuranceChange.month <= month,
            InsuranceChange.to_month >= month,
        )
        .order_by(InsuranceChange.id)
    ).all()
    rules = insured.rules_of_month(session, month) if rows else {}
    found: dict[int, _Items] = {}
    for row in rows:
        known = rules.get((row.fund, row.city))
        if known is not None and row.base is not None:
            items = insured.items_of(int(row.base.scaleb(2)), known)
            own = {(one.fund, one.city, one.item.value): one.employee for one in items}
            found[row.employee_id] = found.get(row.employee_id, {}) | own
    return found


def _taken(
    session: Session, sheet: Sheet, by_itself: Mapping[int, int], people: list[int] | None
) -> dict[int, int]:
    """What a sheet took of each. Nothing is asked of whoever did not work here in its month: the board tells of them."""
    query = select(PayrollLine.employee_id, PayrollLine.insured).where(PayrollLine.run_id == sheet.run_id)
    if people is not None:
        query = query.where(PayrollLine.employee_id.in_(people))
    found = {person: _own(items) for person, items in session.execute(query)}
    beside = by_itself.keys() - found.keys()
    if beside:
        found |= {person: by_itself[person] for person in beside - _employed(session, sheet.wages)}
    return found


def _own(items: Mapping[str, list[str]]) -> int:
    """The employee's side of a line's insurance."""
    return sum(int(Decimal(parts[2]).scaleb(2)) for parts in items.values())


def _employed(session: Session, month: date) -> set[int]:
    hired, left = Employee.hired_on, Employee.left_on
    return set(
        session.scalars(
            select(Employee.id).where(
                or_(hired.is_(None), hired <= last_day(month)), or_(left.is_(None), left >= month)
            )
        )
    )


def _made_good(session: Session, sheet: Sheet) -> dict[int, int]:
    """What lines for the sheet's month took, or will, whoever wrote them; fen."""
    rows = session.execute(
        select(PayAdjustment.employee_id, PayAdjustment.amount)
        .join(PayComponent, PayComponent.id == PayAdjustment.component_id)
        .where(PayComponent.code == INSURANCE_DIFFERENCE, PayAdjustment.of_month == sheet.month)
    )
    found: dict[int, int] = {}
    for person, amount in rows:
        found[person] = found.get(person, 0) + int(amount.scaleb(2))
    return found


def _waiting(session: Session, sheet: Sheet) -> list[PayAdjustment]:
    """The lines for a sheet's month that only drafts have taken."""
    drafts = select(PayrollRun.id).where(PayrollRun.state == RunState.DRAFT)
    return list(
        session.scalars(
            select(PayAdjustment)
            .where(
                PayAdjustment.cause == AdjustmentCause.INSURANCE,
                PayAdjustment.of_month == sheet.month,
                or_(PayAdjustment.run_id.is_(None), PayAdjustment.run_id.in_(drafts)),
            )
            .order_by(PayAdjustment.id)
        )
    )


def _drop(session: Session, actor: Actor, line: PayAdjustment) -> None:
    audit.record(session, actor, "delete", line)
    session.delete(line)
    session.flush()


def _add(session: Session, actor: Actor, sheet: Sheet, rows: Collection[_Row]) -> None:
    """On the open sheet, or on the month's own where that comes later."""
    if not rows:
        return
    month, component = max(_open_month(session) or sheet.month, sheet.month), _component(session, actor)
    lines = [
        PayAdjustment(
            month=month, employee_id=person, component_id=component, amount=Decimal(fen).scaleb(-2),
            cause=AdjustmentCause.INSURANCE, of_month=sheet.month, note=tidy(note, "note"),
        )
        for person, fen, note in rows
    ]  # fmt: skip
    audit.record_all(session, actor, "create", lines)
    session.flush()


def _component(session: Session, actor: Actor) -> int:
    """The pay component of such differences; made when the company has none."""
    found = session.scalar(select(PayComponent.id).where(PayComponent.code == INSURANCE_DIFFERENCE))
    if found is not None:
        return found
    last = session.scalar(select(func.max(PayComponent.position))) or 0
    made = PayComponent(
        code=INSURANCE_DIFFERENCE, name="社保公积金补差", kind=ComponentKind.ONE_OFF,
        effect=ComponentEffect.WITHHOLDING, position=last + 1, taxable=False, in_base=False,
    )  # fmt: skip
    audit.record(session, actor, "create", made)
    session.flush()
    return made.id
