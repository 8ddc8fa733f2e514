"""Monthly remittances 汇缴: what goes to each fund, reckoned as a draft, frozen, paid; never reckoned again once frozen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, select

from models.insurance import Enrolment
from models.insurance_terms import Fund
from models.remittance import Remittance, RemittanceKind, RemittanceState
from services import audit, insured, records, remittance_lines, remittance_owed
from services.database import Session, now, once
from services.errors import Refused
from services.months import month_of, month_text, next_month
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required
from services.registers import Chip, ChipContext, Column, ColumnKind, Register
from services.remittance_lines import Line

_WHY = "a step of services that have checked"
_FUND_WORDS = {Fund.SOCIAL: "社会保险 社保", Fund.HOUSING: "住房公积金"}


def _to_do(_context: ChipContext) -> ColumnElement[bool]:
    return Remittance.state != RemittanceState.PAID


def _this_year(context: ChipContext) -> ColumnElement[bool]:
    return Remittance.month >= context.today.replace(month=1, day=1)


REGISTER = Register(
    name="remittance",
    record=Remittance,
    columns=(
        Column("month", "Month", ColumnKind.DAY, Remittance.month, width=84),
        Column("fund", "Fund", ColumnKind.CHOICE, Remittance.fund, width=108, choices=Fund),
        Column("city", "City", ColumnKind.TEXT, Remittance.city, width=64),
        Column("kind", "Kind", ColumnKind.CHOICE, Remittance.kind, width=96, choices=RemittanceKind),
        Column("state", "State", ColumnKind.CHOICE, Remittance.state, width=92, choices=RemittanceState),
        Column("people", "People", ColumnKind.NUMBER, Remittance.people, width=64),
        Column(
            "base_total", "Sum of the bases", ColumnKind.MONEY, Remittance.base_total, width=124, shown=False
        ),
        Column("employer", "Employer's part", ColumnKind.MONEY, Remittance.employer, width=120, shown=False),
        Column("employee", "Employees' part", ColumnKind.MONEY, Remittance.employee, width=120, shown=False),
        Column("total", "Together", ColumnKind.MONEY, Remittance.total, width=112),
        Column("paid_on", "Paid on", ColumnKind.DAY, Remittance.paid_on, width=84),
        Column("bill_name", "Bill", ColumnKind.TEXT, Remittance.bill_name, width=140, shown=False),
        Column("note", "Note", ColumnKind.TEXT, Remittance.note, width=60, stretch=True),
    ),
    see=Permission.REMITTANCE_SEE,
    sort="month",
    descending=True,
    total="total",
    chips=(
        Chip("to_do", "To be paid", clause=_to_do),
        Chip("year", "This year", clause=_this_year),
        Chip("all", "All"),
    ),
    default_chip="year",
)


@requires(Permission.INSURANCE_EDIT)
def draft(session: Session, actor: Actor, month: date, command_id: str, today: date) -> list[int]:
    """Make the drafts of a month: one for each fund and city anybody is insured with; returns the ids of the new ones.

    Raises Refused "remittance.month_too_far" (month), "remittance.nobody" (month), "remittance.made" (month).
    A repeated command makes them once.
    """
    month = month_of(month)
    if not once(session, command_id):
        return []
    if month > next_month(month_of(today)):
        raise Refused("remittance.month_too_far", field="month", month=month_text(month))
    wanted = _insured_with(session, month)
    if not wanted:
        raise Refused("remittance.nobody", field="month", month=month_text(month))
    missing = [pair for pair in wanted if remittance_lines.monthly(session, *pair, month) is None]
    if not missing:
        raise Refused("remittance.made", field="month", month=month_text(month))
    return [make(session, actor, fund, city, month).id for fund, city in missing]


@open_to_all(_WHY)
def make(
    session: Session,
    actor: Actor,
    fund: Fund,
    city: str,
    month: date,
    kind: RemittanceKind = RemittanceKind.MONTHLY,
    note: str = "",
) -> Remittance:
    """A draft with its lines."""
    item = Remittance(
        fund=fund, city=city, month=month, kind=kind, state=RemittanceState.DRAFT, bill_result=[], note=note
    )
    lines = reckon(session, item)
    remittance_lines.add_up(item, lines)
    _keep(session, actor, item)
    remittance_lines.write(session, item.id, lines)
    return item


@requires(Permission.INSURANCE_EDIT)
def back_payment(session: Session, actor: Actor, fund: Fund, city: str, command_id: str, today: date) -> int:
    """A row of its own for what is owed for months before 补缴; returns its id.

    Raises Refused "remittance.nothing_owed" (city), "remittance.back_open" (city) while a draft of one is there.
    """
    if not once(session, command_id):
        return 0
    return make_back_payment(session, actor, fund, city, today)


@open_to_all(_WHY)
def make_back_payment(
    session: Session, actor: Actor, fund: Fund, city: str, today: date, note: str = ""
) -> int:
    """As `back_payment`."""
    if open_back_payment(session, fund, required(city, "city")) is not None:
        raise Refused("remittance.back_open", city=city)
    item = make(session, actor, fund, city, month_of(today), RemittanceKind.BACK_PAYMENT, note)
    if not item.people:
        raise Refused("remittance.nothing_owed", city=city)
    return item.id


@open_to_all(_WHY)
def open_back_payment(session: Session, fund: Fund, city: str) -> Remittance | None:
    """The back payment of a fund and city that is still a draft; there is one at most."""
    return session.scalar(
        select(Remittance)
        .where(
            Remittance.fund == fund,
            Remittance.city == city,
            Remittance.kind == RemittanceKind.BACK_PAYMENT,
            Remittance.state == RemittanceState.DRAFT,
        )
        .limit(1)
    )


@open_to_all(_WHY)
def add_to_back_payment(session: Session, actor: Actor, item: Remittance, today: date, note: str) -> None:
    """Reckon a draft back payment again with what was decided since; it goes where nothing is owed any more."""
    item.month = max(item.month, month_of(today))
    _reckon_again(session, actor, item)
    if not item.people:
        records.drop(session, actor, item)
    elif note not in item.note:
        item.note = "；".join(filter(None, (item.note, note)))
        _keep(session, actor, item)


@requires(Permission.INSURANCE_EDIT)
def reckon_again(session: Session, actor: Actor, remittance_id: int, version: int) -> int:
    """Reckon a draft from what the registers say now; returns its id. Raises Refused "remittance.frozen", "record.stale"."""
    item = _draft_of(session, remittance_id, version)
    _reckon_again(session, actor, item)
    return item.id


def _reckon_again(session: Session, actor: Actor, item: Remittance) -> None:
    lines = reckon(session, item)
    remittance_lines.add_up(item, lines)
    item.bill_name, item.bill_result = "", []
    item.updated_at = now()
    _keep(session, actor, item)
    remittance_lines.write(session, item.id, lines)


@requires(Permission.INSURANCE_EDIT)
def freeze(session: Session, actor: Actor, remittance_id: int, version: int, command_id: str) -> int:
    """Archive a draft: every base, rate and amount stays as it is now 归档. Returns its id.

    Raises Refused "remittance.frozen", "record.stale", "remittance.gaps" (names: who has no base, or a city without
    parameters), "remittance.changed" when the registers say something else by now: reckon again first,
    "remittance.empty".
    """
    if not once(session, command_id):
        return remittance_id
    item = _draft_of(session, remittance_id, version)
    if item.kind == RemittanceKind.MONTHLY:
        refuse_gaps(session, item)
    lines = reckon(session, item)
    if not lines:
        raise Refused("remittance.empty")
    if lines != remittance_lines.kept(session, [item.id]):
        raise Refused("remittance.changed")
    item.state = RemittanceState.FROZEN
    audit.record(session, actor, "freeze", item)
    session.flush()
    return item.id


@requires(Permission.INSURANCE_EDIT, Permission.PAYROLL_PAY)
def pay(
    session: Session,
    actor: Actor,
    remittance_id: int,
    version: int,
    paid_on: date | None,
    command_id: str,
    today: date,
) -> int:
    """The money went out on `paid_on`; returns the id.

    Raises Refused "record.required" (paid_on), "remittance.paid_later" (in the future), "remittance.not_frozen",
    "record.stale".
    """
    if not once(session, command_id):
        return remittance_id
    item = records.expect(session, Remittance, remittance_id, version)
    if item.state != RemittanceState.FROZEN:
        raise Refused("remittance.not_frozen")
    if paid_on is None:
        raise Refused("record.required", field="paid_on")
    if paid_on > today:
        raise Refused("remittance.paid_later", field="paid_on")
    item.state, item.paid_on = RemittanceState.PAID, paid_on
    audit.record(session, actor, "pay", item)
    session.flush()
    return item.id


@requires(Permission.INSURANCE_EDIT, Permission.PAYROLL_PAY)
def unpay(session: Session, actor: Actor, remittance_id: int, version: int, reason: str) -> int:
    """The money did not go out after all; the amounts stay frozen. Raises Refused "record.required" (reason), "record.stale"."""
    item = records.expect(session, Remittance, remittance_id, version)
    if item.state != RemittanceState.PAID:
        raise Refused("remittance.not_paid")
    said = required(reason, "reason")
    item.state, item.paid_on = RemittanceState.FROZEN, None
    audit.record(session, actor, "unpay", item, reason=said)
    session.flush()
    return item.id


@requires(Permission.INSURANCE_EDIT)
def remove(session: Session, actor: Actor, remittance_id: int, version: int) -> bool:
    """Throw a draft away. Raises Refused "remittance.frozen", "record.stale"."""
    item = _draft_of(session, remittance_id, version)
    remittance_lines.write(session, item.id, [])
    return records.drop(session, actor, item)


@open_to_all(_WHY)
def reckon(session: Session, item: Remittance) -> list[Line]:
    """What the registers say now for a remittance."""
    if item.kind == RemittanceKind.BACK_PAYMENT:
        return remittance_owed.owed(session, item.fund, item.city, next_month(item.month), but=item.id)
    return remittance_lines.reckoned(session, item.fund, item.city, item.month)


@open_to_all(_WHY)
def refuse_gaps(session: Session, item: Remittance) -> None:
    """Refuse with "remittance.gaps" (names) when somebody insured has no amount."""
    found = [
        gap.employee_id
        for gap in insured.gaps(session, item.month)
        if (gap.fund, gap.city) == (item.fund, item.city)
    ]
    if found:
        names = remittance_lines.names_of(session, found).values()
        raise Refused("remittance.gaps", names="、".join(sorted(one.name for one in names)[:10]))


def _insured_with(session: Session, month: date) -> list[tuple[Fund, str]]:
    query = select(Enrolment.fund, Enrolment.city).where(insured.in_force(Enrolment, month)).distinct()
    return sorted((row[0], row[1]) for row in session.execute(query))


def _draft_of(session: Session, remittance_id: int, version: int) -> Remittance:
    item = records.expect(session, Remittance, remittance_id, version)
    if item.state != RemittanceState.DRAFT:
        raise Refused("remittance.frozen")
    return item


def _keep(session: Session, actor: Actor, item: Remittance) -> None:
    """Store with history, findable by fund, city and month; no amount and no name is in what is searched."""
    records.keep(session, actor, item, *found_by(item))


def found_by(item: Remittance) -> Iterable[str]:
    """What a remittance is found by."""
    return _FUND_WORDS[item.fund], item.city, month_text(item.month), item.note
