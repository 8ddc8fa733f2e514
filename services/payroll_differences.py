"""Every difference between a sheet and last month's, with its cause 差异."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import text

from models.pay import ComponentEffect, ComponentKind
from models.payroll import PayrollRun
from services import payroll_lines, payroll_pairs, records
from services.database import Session
from services.income_tax import fen_brackets
from services.payroll_months import pay_settings, wage_month
from services.payroll_pairs import Gone, Pair
from services.payroll_taxes import rules
from services.permissions import Actor, Permission, requires
from services.tax_tables import FenBrackets

_FEN = Decimal("0.01")


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


class Cause(NamedTuple):
    """One cause: `what` is the component or insurance item in words or by code, before and now in yuan.

    `day` is the day a rate began, a person joined or left (ISO text); rates of tax are per cent.
    """

    cause: DifferenceCause
    what: str = ""
    before: Decimal | None = None
    now: Decimal | None = None
    day: str = ""


class Difference(NamedTuple):
    """A person whose pay differs, or whose tax bracket, card or presence does. Yuan; None: not on that sheet."""

    employee_id: int
    line_id: int | None
    name: str
    department: str
    net_before: Decimal | None
    net: Decimal | None
    causes: tuple[Cause, ...] = ()


class _Known(NamedTuple):
    """What the causes need beside the two lines."""

    kinds: Mapping[str, tuple[str, ComponentKind, ComponentEffect]]
    rate_days: Mapping[tuple[int, str], str]
    brackets: FenBrackets
    brackets_before: FenBrackets
    same_year: bool
    besides_before: Mapping[int, int]  # deducted in the tax month with other sheets
    besides: Mapping[int, int]
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
    known = _known(session, run, earlier)
    found = []
    for pair in payroll_pairs.pairs(session, earlier, run):
        before = None if pair.net_before is None else _yuan(pair.net_before)
        causes = (_joined(pair),) if before is None else tuple(_moved(pair, known))
        if causes:
            found.append(
                Difference(
                    pair.employee_id, pair.line_id, pair.name, pair.department, before, _yuan(pair.net), causes
                )
            )  # fmt: skip
    for one in payroll_pairs.gone(session, earlier, run):
        before = _yuan(one.net)
        found.append(Difference(one.employee_id, None, one.name, one.department, before, None, (_gone(one),)))
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
        fen_brackets(run.pay_on),
        fen_brackets(earlier.pay_on),
        run.pay_on.year == earlier.pay_on.year,
        payroll_lines.deducted_besides(session, earlier),
        payroll_lines.deducted_besides(session, run),
        rules(earlier.pay_on, earlier.kind).costs,
        rules(run.pay_on, run.kind).costs,
    )


def _joined(pair: Pair) -> Cause:
    return Cause(DifferenceCause.JOINED, now=_yuan(pair.net), day=pair.hired_on or "")


def _gone(one: Gone) -> Cause:
    return Cause(DifferenceCause.LEFT if one.left_on else DifferenceCause.MISSING, day=one.left_on or "")


def _moved(pair: Pair, known: _Known) -> Iterator[Cause]:
    if pair.amounts_before is not None and pair.amounts is not None:
        yield from _components(pair.employee_id, pair.amounts_before, pair.amounts, known)
    if pair.insured_before is not None and pair.insured is not None:
        yield from _insurance(pair.insured_before, pair.insured)
    if known.same_year:
        deducted_before = pair.deducted_before + known.besides_before.get(pair.employee_id, 0)
        deducted = pair.deducted + known.besides.get(pair.employee_id, 0)
        if deducted_before != deducted:
            yield Cause(DifferenceCause.DEDUCTION, before=_yuan(deducted_before), now=_yuan(deducted))
    if pair.tax_before != pair.tax:
        yield _tax(pair, known)
    if pair.bank_account is not None:
        yield Cause(DifferenceCause.CARD, what=pair.bank_account[-4:])


def _components(who: int, was: str, now: str, known: _Known) -> Iterator[Cause]:
    before, after = json.loads(was), json.loads(now)
    for code in {**before, **after}:
        one, other = before.get(code, "0"), after.get(code, "0")
        if one == other:
            continue
        name, kind, effect = known.kinds.get(code, (code, ComponentKind.ONE_OFF, ComponentEffect.EARNING))
        day = known.rate_days.get((who, code), "")
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


def _tax(pair: Pair, known: _Known) -> Cause:
    if known.same_year:
        one = _rate(pair.taxable_before, pair.intern_income_before, known.brackets_before, known.costs_before)
        other = _rate(pair.taxable, pair.intern_income, known.brackets, known.costs)
        if one != other:
            return Cause(DifferenceCause.BRACKET, before=_yuan(one), now=_yuan(other))
    return Cause(DifferenceCause.TAX, before=_yuan(pair.tax_before), now=_yuan(pair.tax))


def _rate(taxable: int, intern_income: int, brackets: FenBrackets, costs: int) -> int:
    """The rate of tax the year has reached, in ten-thousandths; an intern's costs go off before."""
    taxable -= (intern_income * costs * 2 + 100) // 200
    for top, rate, _quick in brackets:
        if taxable <= top:
            return rate
    raise OverflowError(taxable)


def _yuan(fen: int) -> Decimal:
    return _FEN * fen
