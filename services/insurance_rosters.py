"""Rosters and certificates 参保人员花名册、个人缴费记录、参保证明: who is insured, since when, on which base, what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from models.insurance import Enrolment
from models.insurance_terms import Fund
from models.people import Employee
from models.remittance import Remittance, RemittanceLine, RemittanceState
from services import company, insured, remittance_lines
from services.database import Session
from services.errors import Refused
from services.insurance_forms import unit_number
from services.money import format_money
from services.months import each_month, month_of
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice
from services.remittance_lines import Line, Who
from services.remittance_papers import FUND_WORDS, ITEM_WORDS
from services.reports.insurance_statement import Statement, StatementMonth
from services.reports.sheet import Sheet, SheetColumn

_ZERO = Decimal(0)
_LONGEST = 36  # months in a statement or a record


class RosterKind(StrEnum):
    """参保人员花名册, 个人缴费记录, 参保证明."""

    ROSTER = "roster"
    RECORD = "record"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class PaidMonth:
    """What was archived for somebody with a fund for a month (yuan); back payments count for their own months."""

    month: date
    fund: Fund
    base: Decimal
    employer: Decimal
    employee: Decimal


@requires(Permission.INSURANCE_SEE)
def people_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """Everybody who is or was insured."""
    query = select(Employee).where(Employee.id.in_(select(Enrolment.employee_id))).order_by(Employee.number)
    return [Choice(one.id, one.name, one.number, one.search_text) for one in session.scalars(query)]


@requires(Permission.INSURANCE_SEE)
def roster(session: Session, actor: Actor, fund: Fund, city: str, month: date) -> Sheet:
    """Everybody insured with a fund in a city in a month, amounts as archived or as reckoned now.

    Raises Refused "insurance_roster.nobody" (city, month).
    """
    month = month_of(month)
    lines = remittance_lines.of_month(session, fund, city, month)
    if not lines:
        raise Refused("insurance_roster.nobody", field="month", city=city, month=f"{month:%Y-%m}")
    since = _since(session, fund, city, month)
    accounts = {person: found[1] for person, found in since.items()}
    people = remittance_lines.people_of(lines)
    rows = [
        (
            str(place), one.name, one.identity_number, one.department, accounts.get(one.employee_id, ""),
            f"{since[one.employee_id][0]:%Y-%m}" if one.employee_id in since else "", _items(lines, one.employee_id),
            format_money(one.base), format_money(one.employer), format_money(one.employee), format_money(one.total), "",
        )
        for place, one in enumerate(people, start=1)
    ]  # fmt: skip
    sums = [sum((getattr(one, name) for one in people), _ZERO) for name in ("employer", "employee", "total")]
    return Sheet(
        title=f"{FUND_WORDS[fund]}参{'缴' if fund is Fund.HOUSING else '保'}人员花名册",
        columns=(
            SheetColumn("序号", 4, "centre"), SheetColumn("姓　名", 8), SheetColumn("证件号码", 16), SheetColumn("部　门", 11),
            SheetColumn("个人账号", 12), SheetColumn("参保起始", 8, "centre"), SheetColumn("险　种", 24),
            SheetColumn("基　数", 10, "right"), SheetColumn("单　位", 10, "right", summed=True),
            SheetColumn("个　人", 10, "right", summed=True), SheetColumn("合　计", 10, "right", summed=True),
            SheetColumn("备　注", 6),
        ),
        rows=rows,
        company=company.get(session, actor).name,
        subtitle=f"单位编号：{unit_number(session, fund, city)}　　参保地：{city}　　{month.year}年{month.month}月　　共 {len(rows)} 人",
        totals=("", f"合计 {len(rows)} 人", "", "", "", "", "", "", *map(format_money, sums), ""),
        ending=(f"制表：{actor.name}　　　　　　　　　　复核：　　　　　　　　　　单位（盖章）：",),
    )  # fmt: skip


@requires(Permission.INSURANCE_SEE)
def record(session: Session, actor: Actor, employee_id: int, first: date, last: date) -> Sheet:
    """What was archived for somebody month by month 个人缴费记录.

    Raises Refused "record.gone", "insurance_roster.months_turned", "insurance_roster.too_long" (most),
    "insurance_roster.nothing_paid" (name).
    """
    who = _who(session, employee_id)
    months = paid_months(session, employee_id, *_span(first, last))
    if not months:
        raise Refused("insurance_roster.nothing_paid", field="employee_id", name=who.name)
    rows = [
        (
            f"{one.month:%Y-%m}", FUND_WORDS[one.fund], format_money(one.base), format_money(one.employer),
            format_money(one.employee), format_money(one.employer + one.employee),
        )
        for one in months
    ]  # fmt: skip
    employer, employee = (
        sum((getattr(one, side) for one in months), _ZERO) for side in ("employer", "employee")
    )
    return Sheet(
        title="职工社会保险、住房公积金缴费记录",
        columns=(
            SheetColumn("所属月份", 12, "centre"), SheetColumn("项　目", 16), SheetColumn("缴费基数", 16, "right"),
            SheetColumn("单位缴纳", 16, "right", summed=True), SheetColumn("个人缴纳", 16, "right", summed=True),
            SheetColumn("合　计", 16, "right", summed=True),
        ),
        rows=rows,
        company=company.get(session, actor).name,
        subtitle=f"姓名：{who.name}　　证件号码：{who.identity_number}　　部门：{who.department_name}　　单位：元",
        totals=("合计", "", "", format_money(employer), format_money(employee), format_money(employer + employee)),
        ending=_enrolled(session, employee_id),
    )  # fmt: skip


@requires(Permission.INSURANCE_SEE)
def statement(
    session: Session, actor: Actor, employee_id: int, first: date, last: date, today: date
) -> Statement:
    """The company's statement that somebody is insured 参保证明, with what was archived from a month to a month.

    Raises what `record` raises, and "insurance_roster.not_insured" (name) when they never were.
    """
    who = _who(session, employee_id)
    start, end = _span(first, last)
    spans = _spans(session, employee_id)
    if not spans:
        raise Refused("insurance_roster.not_insured", field="employee_id", name=who.name)
    own = company.get(session, actor)
    identity = f"（公民身份号码：{who.identity_number}）" if who.identity_number else ""
    sentences = [f"兹证明{who.name}{identity}系我单位职工，任职部门为{who.department_name}。"]
    sentences += [_sentence(session, row, end) for row in spans]
    months = paid_months(session, employee_id, start, end)
    if months:
        sentences.append(
            f"{start.year}年{start.month}月至{end.year}年{end.month}月缴费情况如下（单位：元）："
        )
    phone = f"　联系电话：{own.phone}" if own.phone else ""
    contact = (
        f"经办人：{actor.name}{phone}　单位地址：{own.address}"
        if own.address
        else f"经办人：{actor.name}{phone}"
    )
    return Statement(own.name, "参保证明", tuple(sentences), tuple(_statement_months(months)), contact, today)


@open_to_all("a step of services that have checked")
def paid_months(session: Session, employee_id: int, first: date, last: date) -> list[PaidMonth]:
    """What was archived for somebody from a month to a month, by month and fund."""
    rows = session.execute(
        select(
            RemittanceLine.month, Remittance.fund, RemittanceLine.base, RemittanceLine.employer, RemittanceLine.employee,
        )
        .join(Remittance, Remittance.id == RemittanceLine.remittance_id)
        .where(
            RemittanceLine.employee_id == employee_id, RemittanceLine.month >= first, RemittanceLine.month <= last,
            Remittance.state != RemittanceState.DRAFT,
        )
        .order_by(RemittanceLine.month, Remittance.fund.desc(), Remittance.id, RemittanceLine.id)
    )  # fmt: skip
    found: dict[tuple[date, Fund], list[tuple[Decimal, Decimal, Decimal]]] = {}
    for month, fund, base, employer, employee in rows:
        found.setdefault((month, fund), []).append((base, employer, employee))
    return [
        PaidMonth(
            month,
            fund,
            _last_base(own),
            sum((one[1] for one in own), _ZERO),
            sum((one[2] for one in own), _ZERO),
        )
        for (month, fund), own in found.items()
    ]


def _last_base(own: Sequence[tuple[Decimal, Decimal, Decimal]]) -> Decimal:
    """The base last paid on: a back payment comes after the month itself."""
    return own[-1][0]


def _span(first: date, last: date) -> tuple[date, date]:
    first, last = month_of(first), month_of(last)
    if last < first:
        raise Refused("insurance_roster.months_turned", field="last")
    if sum(1 for _ in each_month(first, last)) > _LONGEST:
        raise Refused("insurance_roster.too_long", field="first", most=_LONGEST)
    return first, last


def _who(session: Session, employee_id: int) -> Who:
    found = remittance_lines.names_of(session, [employee_id])
    if employee_id not in found:
        raise Refused("record.gone")
    return found[employee_id]


def _since(session: Session, fund: Fund, city: str, month: date) -> dict[int, tuple[date, str]]:
    rows = session.execute(
        select(Enrolment.employee_id, Enrolment.from_month, Enrolment.account_number).where(
            Enrolment.fund == fund, Enrolment.city == city, insured.in_force(Enrolment, month)
        )
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _items(lines: Sequence[Line], employee_id: int) -> str:
    return "、".join(ITEM_WORDS[line.item] for line in lines if line.employee_id == employee_id)


def _spans(session: Session, employee_id: int) -> list[Enrolment]:
    query = select(Enrolment).where(Enrolment.employee_id == employee_id)
    return list(session.scalars(query.order_by(Enrolment.fund.desc(), Enrolment.from_month)))


def _sentence(session: Session, row: Enrolment, month: date) -> str:
    first = f"{row.from_month.year}年{row.from_month.month}月"
    until = f"至{row.to_month.year}年{row.to_month.month}月" if row.to_month else "起至今"
    if row.fund is Fund.HOUSING:
        account = f"（个人账号：{row.account_number}）" if row.account_number else ""
        return f"该职工自{first}{until}由我单位在{row.city}缴存住房公积金{account}。"
    rules = insured.rules_of_month(session, row.to_month or month).get((row.fund, row.city))
    items = "、".join(ITEM_WORDS[item.item] for item in rules.policy.items) if rules else ""
    return f"该职工自{first}{until}由我单位在{row.city}参加社会保险{f'（{items}）' if items else ''}。"


def _statement_months(months: Sequence[PaidMonth]) -> list[StatementMonth]:
    by_month: dict[date, dict[Fund, PaidMonth]] = {}
    for one in months:
        by_month.setdefault(one.month, {})[one.fund] = one
    return [
        StatementMonth(f"{month:%Y-%m}", *_three(own.get(Fund.SOCIAL)), *_three(own.get(Fund.HOUSING)))
        for month, own in by_month.items()
    ]


def _three(one: PaidMonth | None) -> tuple[str, str, str]:
    if one is None:
        return "", "", ""
    return format_money(one.base), format_money(one.employer), format_money(one.employee)


def _enrolled(session: Session, employee_id: int) -> tuple[str, ...]:
    """When and where they were insured, below the months."""
    return tuple(
        f"{FUND_WORDS[row.fund]}：{row.city}，{row.from_month:%Y-%m} 至 {f'{row.to_month:%Y-%m}' if row.to_month else '今'}"
        + (f"，个人账号 {row.account_number}" if row.account_number else "")
        for row in _spans(session, employee_id)
    )
