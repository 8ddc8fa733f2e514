"""Why a component of the payroll sheet is what it is: the rate and its day, the formula with its values, the one-off lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from models.expense_claim import ExpenseClaim
from models.pay import AdjustmentCause, ComponentEffect, ComponentKind, PayAdjustment, PayComponent, PayRate
from models.payroll import PayrollLine, PayrollRun
from models.personnel_paper import PersonnelPaper
from services import payroll_ground, payroll_wages
from services.database import Session
from services.errors import Refused
from services.months import last_day
from services.pay_formulas import FACTS, Computed
from services.payroll_ground import Asked
from services.payroll_months import pay_settings, wage_month
from services.payroll_why import WhyRow, remark, step, total
from services.permissions import open_to_all

_WHY = "a step of the explanations, which have their permission"


@open_to_all(_WHY)
def of_sum(run: PayrollRun, line: PayrollLine, kind: str) -> list[WhyRow]:
    """应发 from its earnings and deductions, or what was withheld beside tax and insurance."""
    wanted = (
        {ComponentEffect.WITHHOLDING}
        if kind == "withheld"
        else {ComponentEffect.EARNING, ComponentEffect.DEDUCTION}
    )
    rows: list[WhyRow] = []
    for part in run.components:
        amount = Decimal(line.amounts.get(str(part["code"]), "0"))
        if (
            amount
            and part["effect"] in wanted
            and (kind != "withheld" or part["code"] != "insurance_difference")
        ):
            sign = "−" if part["effect"] == ComponentEffect.DEDUCTION else "+" if rows else ""
            rows.append(step("why_component", amount, sign, name=part["name"], code=part["code"]))
    return [*rows, total(f"why_{kind}", getattr(line, kind))]


@open_to_all(_WHY)
def of_component(session: Session, run: PayrollRun, line: PayrollLine, code: str) -> list[WhyRow]:
    """One component. Raises Refused "payroll.unknown_figure"."""
    part = next((row for row in run.components if row["code"] == code), None)
    if part is None:
        raise Refused("payroll.unknown_figure")
    rows: list[WhyRow] = []
    lines = _lines(session, run, line, code)
    if part["kind"] == ComponentKind.FIXED:
        once = sum((row.amount or Decimal(0) for row in lines), Decimal(0))
        frozen = Decimal(line.amounts.get(code, "0")) - once
        rows += _rates(session, run, line, int(part["id"]), frozen)
    elif part["kind"] != ComponentKind.ONE_OFF:
        rows += _formula(session, run, line, part)
    rows += lines
    return [*rows, total("why_component", Decimal(line.amounts.get(code, "0")), name=part["name"], code=code)]


def _rates(
    session: Session, run: PayrollRun, line: PayrollLine, component_id: int, frozen: Decimal
) -> list[WhyRow]:
    """The rates that held in the wage month, each from its day, with the paper that decided it.

    Where they do not give what the line froze, that is said instead of a rate that is not the reason.
    """
    if _now_otherwise(session, run, line, component_id, frozen):
        return [step("why_frozen", frozen), remark("why_rate_changed_since")]
    month = wage_month(run.month, pay_settings(session))
    found = session.execute(
        select(PayRate.from_on, PayRate.amount, PayRate.reason, PersonnelPaper.number)
        .outerjoin(PersonnelPaper, PersonnelPaper.id == PayRate.paper_id)
        .where(
            PayRate.employee_id == line.employee_id,
            PayRate.component_id == component_id,
            PayRate.from_on <= last_day(month),
        )
        .order_by(PayRate.from_on)
    ).all()
    held = [
        row for place, row in enumerate(found) if place + 1 == len(found) or found[place + 1].from_on > month
    ]
    rows = [
        step("why_rate_paper" if paper else "why_rate", amount, day=day, paper=paper or "", reason=reason)
        for day, amount, reason, paper in held
    ]
    if len(held) > 1:
        rows.append(remark("why_by_days", month=f"{month:%Y-%m}"))
    return rows


def _now_otherwise(
    session: Session, run: PayrollRun, line: PayrollLine, component_id: int, frozen: Decimal
) -> bool:
    ground = payroll_ground.read(
        session, Asked(run.month, run.kind, run.pay_on, run.id, run.bonus_tax, line.employee_id)
    )
    ground.one_off = {}
    part = next((one for one in ground.parts if one.id == component_id), None)
    person = next(iter(ground.people), None)
    if part is None or person is None:
        return bool(frozen)
    amounts = payroll_wages.explained(person, payroll_wages.columns(ground))[2]
    return Decimal(amounts.get(part.code, 0)).scaleb(-2) != frozen


def _formula(session: Session, run: PayrollRun, line: PayrollLine, part: dict[str, Any]) -> list[WhyRow]:
    ground = payroll_ground.read(
        session, Asked(run.month, run.kind, run.pay_on, run.id, run.bonus_tax, line.employee_id)
    )
    rows = [step("why_formula", None, formula=part["formula"])]
    person = next(iter(ground.people), None)
    computed = next((one for one in ground.computed if one.part.code == part["code"]), None)
    if person is None or computed is None:
        return rows
    of = payroll_wages.columns(ground)
    facts, own, amounts = payroll_wages.explained(person, of)
    facts["own_rate"] = own.get(computed.part.code, 0)
    rows += [_fact(facts[code], code, decimals) for _name, code, decimals in computed.facts]
    rows += [
        step("why_named", Decimal(amounts.get(code, 0)).scaleb(-2), name=of.by_code[code].name)
        for _name, code in computed.parts
    ]
    if _differs(computed, amounts, line):
        rows.append(remark("why_changed_since"))
    return rows


def _fact(value: int, code: str, decimals: int) -> WhyRow:
    number = Decimal(value).scaleb(decimals)
    if code in {"fixed_total", "own_rate", "minimum_wage"}:
        return step("why_named", number, name=FACTS[code][0])
    return step("why_counted", None, name=FACTS[code][0], count=f"{number.normalize():f}")


def _differs(computed: Computed, amounts: dict[str, int], line: PayrollLine) -> bool:
    now = Decimal(amounts.get(computed.part.code, 0)).scaleb(-2)
    return now != Decimal(line.amounts.get(computed.part.code, "0"))


def _lines(session: Session, run: PayrollRun, line: PayrollLine, code: str) -> list[WhyRow]:
    found = session.execute(
        select(PayAdjustment, ExpenseClaim.number)
        .join(PayComponent, PayComponent.id == PayAdjustment.component_id)
        .outerjoin(ExpenseClaim, ExpenseClaim.id == PayAdjustment.claim_id)
        .where(
            PayAdjustment.run_id == run.id,
            PayAdjustment.employee_id == line.employee_id,
            PayComponent.code == code,
        )
        .order_by(PayAdjustment.id)
    )
    return [_line(item, paper or "") for item, paper in found]


def _line(item: PayAdjustment, paper: str) -> WhyRow:
    if item.of_month is not None:
        return step("why_correction", item.amount, month=_month(item.of_month), note=item.note)
    if item.cause == AdjustmentCause.REPAYMENT:
        return step("why_repayment", item.amount, paper=paper)
    return step("why_line", item.amount, note=item.note)


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
