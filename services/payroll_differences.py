"""Every difference between a sheet and last month's, with its cause 差异."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import text

from models.pay import ComponentEffect, ComponentKind
from models.payroll import PayrollRun
from services import payroll_lines, records
from services.database import Session
from services.income_tax import fen_brackets
from services.months import month_of
from services.payroll_lines import Line
from services.payroll_months import pay_settings, wage_month
from services.payroll_taxes import INTERN, rules
from services.permissions import Actor, Permission, requires
from services.tax_tables import FenBrackets


class DifferenceCause(StrEnum):
    """Why a figure moved: 新增, 离职, 不在表, 调薪, 考勤, 一次性, 公式, 基数, 参保, 停保, 费率, 税率跳档, 累计预扣, 附加扣除, 代扣, 换卡."""

    JOINED = "joined"
    LEFT = "left"
    MISSING = "missing"
    RATE = "rate"
    ATTENDANCE = "attendance"
    ONE_OFF = "one_off"
    FORMULA = "formula"
    BASE = "base"
    INSURANCE_BEGAN = "insurance_began"
    INSURANCE_ENDED = "insurance_ended"
    INSURANCE_RATE = "insurance_rate"
    BRACKET = "bracket"
    TAX = "tax"
    DEDUCTION = "deduction"
    WITHHELD = "withheld"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: `what` is the component or insurance item in words or by code, before and now in yuan.

    `day` is the day a rate began, a person joined or left (ISO text); rates of tax are per cent.
    """

    cause: DifferenceCause
    what: str = ""
    before: Decimal | None = None
    now: Decimal | None = None
    day: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A person whose pay differs, or whose tax bracket, card or presence does. Yuan; None: not on that sheet."""

    employee_id: int
    line_id: int | None
    name: str
    department: str
    net_before: Decimal | None
    net: Decimal | None
    causes: tuple[Cause, ...] = field(default=())


class _Known(NamedTuple):
    """What the causes need beside the two lines."""

    kinds: Mapping[str, tuple[str, ComponentKind, ComponentEffect]]
    rate_days: Mapping[tuple[int, str], str]
    people: Mapping[int, tuple[str, str | None, str | None]]
    brackets: FenBrackets
    brackets_before: FenBrackets
    same_year: bool
    deducted_before: Mapping[int, int]  # of the whole tax month, whatever sheet it came with
    deducted: Mapping[int, int]
    costs_before: int  # per cent of an intern's pay
    costs: int


@requires(Permission.PAYROLL_SEE)
def differences(session: Session, actor: Actor, run_id: int) -> list[Difference]:  # noqa: ARG001 - the permission needs it
    """Everybody of a run that is not as on the sheet of its kind before it, in the order of the sheet; then the missing.

    Nothing where there is no such sheet. Two frozen sheets are compared, so that a locked month always tells the same. Refused "record.gone".
    """
    run = records.load(session, PayrollRun, run_id)
    earlier = payroll_lines.run_before(session, run)
    if earlier is None:
        return []
    before, now = payroll_lines.of_run(session, earlier.id), payroll_lines.of_run(session, run.id)
    known = _known(session, run, earlier)
    found = []
    for person, line in now.items():
        was = before.get(person)
        causes = tuple(_joined(line, known) if was is None else _moved(was, line, known))
        if causes:
            net_before = None if was is None else _yuan(was.net)
            found.append(
                Difference(person, line.id, line.name, line.department, net_before, _yuan(line.net), causes)
            )
    for person, line in before.items():
        if person not in now:
            cause = _gone(person, known)
            found.append(
                Difference(person, None, line.name, line.department, _yuan(line.net), None, (cause,))
            )
    return found


def _known(session: Session, run: PayrollRun, earlier: PayrollRun) -> _Known:
    kinds = {
        str(row["code"]): (str(row["name"]), ComponentKind(row["kind"]), ComponentEffect(row["effect"]))
        for row in (*earlier.components, *run.components)
    }
    how = pay_settings(session)
    since = wage_month(earlier.month, how)
    rows = session.execute(
        text(
            "SELECT r.employee_id, c.code, max(r.from_on) FROM pay_rate AS r"
            " JOIN pay_component AS c ON c.id = r.component_id WHERE r.from_on > :first GROUP BY r.employee_id, c.code"
        ),
        {"first": since.isoformat()},
    )
    return _Known(
        kinds,
        {(row[0], row[1]): row[2] for row in rows},
        payroll_lines.employment(session),
        fen_brackets(run.pay_on),
        fen_brackets(earlier.pay_on),
        month_of(run.pay_on).year == earlier.pay_on.year,
        payroll_lines.deducted_in_month(session, earlier),
        payroll_lines.deducted_in_month(session, run),
        rules(earlier.pay_on, earlier.kind).costs,
        rules(run.pay_on, run.kind).costs,
    )


def _joined(line: Line, known: _Known) -> Iterator[Cause]:
    hired = known.people.get(line.employee_id, ("", None, None))[1]
    yield Cause(DifferenceCause.JOINED, now=_yuan(line.net), day=hired or "")


def _gone(person: int, known: _Known) -> Cause:
    left = known.people.get(person, ("", None, None))[2]
    return Cause(DifferenceCause.LEFT if left else DifferenceCause.MISSING, day=left or "")


def _moved(was: Line, now: Line, known: _Known) -> Iterator[Cause]:
    if was.amounts != now.amounts:
        yield from _components(was, now, known)
    if was.insured != now.insured:
        yield from _insurance(was.insured, now.insured)
    who = now.employee_id
    if known.same_year and known.deducted_before.get(who, 0) != known.deducted.get(who, 0):
        deducted = _yuan(known.deducted_before.get(who, 0)), _yuan(known.deducted.get(who, 0))
        yield Cause(DifferenceCause.DEDUCTION, before=deducted[0], now=deducted[1])
    if was.tax != now.tax:
        yield from _tax(was, now, known)
    if now.bank_account != was.bank_account:
        yield Cause(DifferenceCause.CARD, what=now.bank_account[-4:])


def _components(was: Line, now: Line, known: _Known) -> Iterator[Cause]:
    before, after = json.loads(was.amounts), json.loads(now.amounts)
    for code in {**before, **after}:
        one, other = before.get(code, "0"), after.get(code, "0")
        if one == other:
            continue
        name, kind, effect = known.kinds.get(code, (code, ComponentKind.ONE_OFF, ComponentEffect.EARNING))
        day = known.rate_days.get((now.employee_id, code), "")
        yield Cause(_cause_of(kind, effect), name, Decimal(one), Decimal(other), day)


def _cause_of(kind: ComponentKind, effect: ComponentEffect) -> DifferenceCause:
    if effect == ComponentEffect.WITHHOLDING:
        return DifferenceCause.WITHHELD
    match kind:
        case ComponentKind.FIXED:
            return DifferenceCause.RATE
        case ComponentKind.ATTENDANCE | ComponentKind.OVERTIME:
            return DifferenceCause.ATTENDANCE
        case ComponentKind.FORMULA:
            return DifferenceCause.FORMULA
    return DifferenceCause.ONE_OFF


def _insurance(was: str, now: str) -> Iterator[Cause]:
    before, after = json.loads(was), json.loads(now)
    bases = set()
    for item in {**before, **after}:
        one, other = before.get(item), after.get(item)
        if one == other:
            continue
        if one is None or other is None:
            began = one is None
            cause = DifferenceCause.INSURANCE_BEGAN if began else DifferenceCause.INSURANCE_ENDED
            yield Cause(cause, item, None if began else Decimal(one[2]), Decimal(other[2]) if began else None)
        elif one[0] != other[0]:
            if (one[0], other[0]) not in bases:  # one base change, whatever the number of items
                bases.add((one[0], other[0]))
                yield Cause(DifferenceCause.BASE, item, Decimal(one[0]), Decimal(other[0]))
        else:
            yield Cause(DifferenceCause.INSURANCE_RATE, item, Decimal(one[2]), Decimal(other[2]))


def _tax(was: Line, now: Line, known: _Known) -> Iterator[Cause]:
    one = _rate(was, known.brackets_before, known.costs_before)
    other = _rate(now, known.brackets, known.costs)
    if one != other and known.same_year:
        yield Cause(DifferenceCause.BRACKET, before=_yuan(one), now=_yuan(other))
    else:
        yield Cause(DifferenceCause.TAX, before=_yuan(was.tax), now=_yuan(now.tax))


def _rate(line: Line, brackets: FenBrackets, costs: int) -> int:
    """The rate of tax the year has reached with a line, in ten-thousandths."""
    taxable = (
        line.cum_income - line.cum_exempt - line.cum_basic - line.cum_special - line.cum_additional - line.cum_other
    )  # fmt: skip
    if line.kind == INTERN:
        taxable -= (line.cum_income * costs * 2 + 100) // 200
    return next(rate for top, rate, _quick in brackets if taxable <= top)


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)
