"""Why the tax of a payroll line is what it is: the cumulative reckoning of the year, as the law writes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.payroll import PayrollLine, PayrollRun
from models.personnel import DeductionItem, EmploymentKind
from services.database import Session
from services.dated_rules import value_on
from services.money import round_fen
from services.paid_lines import PaidLine
from services.payroll_why import WhyRow, remark, step, total
from services.permissions import open_to_all
from services.tax_tables import Bracket, bracket_of, table_on

_WHY = "a step of the explanations, which have their permission"
_ZERO = Decimal(0)


@open_to_all(_WHY)
def of_tax(session: Session, run: PayrollRun, line: PayrollLine) -> list[WhyRow]:
    """The steps of 累计预扣法, then what was taxed by itself, then the tax of the line."""
    rows = _by_itself(run, line)
    if line.separate_bonus and line.gross == line.separate_bonus:
        return [*rows, total("why_tax", line.tax)]
    paid = date(line.tax_year, line.tax_month, 1)
    costs, taxable = costs_of(line), taxable_of(line)
    bracket = bracket_of(max(_ZERO, taxable), table_on("annual", paid))
    now = line.tax - line.separate_tax
    basic = value_on("income_tax", "basic_month", paid)
    month = line.tax_month
    steps = [
        step("why_income", line.cum_income, last=month),
        step("why_exempt", line.cum_exempt, "−"),
        step("why_costs", costs, "−"),
        step("why_basic", line.cum_basic, "−", each=f"{basic:.0f}", months=int(line.cum_basic / basic)),
        step("why_special", line.cum_special, "−"),
        step("why_additional", line.cum_additional, "−"),
        step("why_other", line.cum_other, "−"),
    ]
    rows += [one for one in steps if one.amount or one.code in {"why_income", "why_basic", "why_special"}]
    rows.append(step("why_taxable", max(_ZERO, taxable), "="))
    percent = f"{(bracket.rate * 100).normalize():f}"
    rows.append(
        step(
            "why_times", cumulative_tax(taxable, bracket), "×", percent=percent, quick=f"{bracket.quick:,.0f}"
        )
    )
    rows.append(step("why_withheld_before", line.cum_withheld - now, "−", last=month))
    rows.append(total("why_tax_now" if line.separate_tax else "why_tax", now))
    if line.cum_withheld - now > cumulative_tax(taxable, bracket):
        rows.append(remark("why_no_refund"))
    if taxable < 0:
        rows.append(remark("why_below_zero"))
    rows += _crossed(session, line, bracket, paid)
    return [*rows, total("why_tax", line.tax)] if line.separate_tax else rows


@open_to_all(_WHY)
def of_deductions(line: PayrollLine) -> list[WhyRow]:
    """专项附加扣除 and 其他扣除 of the year so far, by item; what of it came with this line."""
    rows = [
        step("why_deducted", Decimal(amount), "+" if place else "", item=DeductionItem(item))
        for place, (item, amount) in enumerate(line.deducted.items())
    ]
    whole = line.cum_additional + line.cum_other
    opening = whole - sum((Decimal(amount) for amount in line.deducted.values()), _ZERO)
    if opening:
        rows.append(step("why_opening", opening, "+"))
    rows.append(step("why_deducted_so_far", whole, "="))
    return [*rows, total("why_deducted_now", line.additional + line.other)]


@open_to_all(_WHY)
def costs_of(line: PaidLine | PayrollLine) -> Decimal:
    """The costs of an intern's pay so far this year, yuan."""
    if line.employment_kind != EmploymentKind.INTERN:
        return _ZERO
    share = value_on("income_tax", "intern_costs", date(line.tax_year, line.tax_month, 1))
    return round_fen(line.cum_income * share)


@open_to_all(_WHY)
def taxable_of(line: PayrollLine) -> Decimal:
    """累计应纳税所得额 with a line, yuan; below zero where deductions are left over."""
    return (
        line.cum_income - costs_of(line) - line.cum_exempt - line.cum_basic - line.cum_special - line.cum_additional
        - line.cum_other
    )  # fmt: skip


def cumulative_tax(taxable: Decimal, bracket: Bracket) -> Decimal:
    """The tax of the year so far, yuan."""
    return round_fen(max(_ZERO, taxable * bracket.rate - bracket.quick)) if taxable > 0 else _ZERO


def _by_itself(run: PayrollRun, line: PayrollLine) -> list[WhyRow]:
    if not line.separate_bonus:
        return []
    if line.employment_kind == EmploymentKind.LABOUR:
        return [step("why_labour", line.separate_bonus), step("why_labour_tax", line.separate_tax, "=")]
    if run.kind == "bonus":
        bracket = bracket_of(line.separate_bonus / 12, table_on("bonus", run.pay_on))
        percent = f"{(bracket.rate * 100).normalize():f}"
        return [
            step("why_bonus", line.separate_bonus),
            step("why_bonus_twelfth", round_fen(line.separate_bonus / 12)),
            step("why_bonus_tax", line.separate_tax, "=", percent=percent, quick=f"{bracket.quick:,.0f}"),
        ]
    return [step("why_severance", line.separate_bonus), step("why_severance_tax", line.separate_tax, "=")]


def _crossed(session: Session, line: PayrollLine, bracket: Bracket, paid: date) -> list[WhyRow]:
    """A word when the rate rose with this line."""
    intern = PayrollLine.employment_kind == EmploymentKind.INTERN  # whose year is reckoned for itself
    was = session.scalar(
        select(PayrollLine)
        .where(
            PayrollLine.tax_year == line.tax_year,
            PayrollLine.employee_id == line.employee_id,
            PayrollLine.id < line.id,
            intern if line.employment_kind == EmploymentKind.INTERN else ~intern,
        )
        .order_by(PayrollLine.id.desc())
        .limit(1)
    )
    if was is None:
        return []
    lower = bracket_of(max(_ZERO, taxable_of(was)), table_on("annual", paid))
    if lower.rate >= bracket.rate or lower.top is None:
        return []
    percents = [f"{(rate * 100).normalize():f}" for rate in (lower.rate, bracket.rate)]
    return [
        remark(
            "why_crossed", month=line.tax_month, top=f"{lower.top:,.0f}", before=percents[0], now=percents[1]
        )
    ]
