"""Why the insurance of a payroll line is what it is: base, limits, rate, fixed sum, rounding, and the policy they come from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select

from models.insurance import Enrolment, InsuranceBase, InsurancePolicy, InsurancePolicyItem
from models.insurance_terms import Fund, InsuranceItem
from models.payroll import PayrollLine, PayrollRun
from services.database import Session
from services.errors import Refused
from services.payroll_months import pay_settings, wage_month
from services.payroll_why import WhyRow, remark, step, total
from services.permissions import open_to_all
from services.social_insurance import Policy, PolicyItem, contributions

_WHY = "a step of the explanations, which have their permission"
_HOUSING = InsuranceItem.HOUSING_FUND.value
_PERCENT = Decimal(100)


@open_to_all(_WHY)
def of_sum(line: PayrollLine, kind: str) -> list[WhyRow]:
    """Items of the employee's part, or of the company's; the company's cost begins with the gross pay."""
    side = 1 if kind.startswith("employer") else 2
    rows = [step("why_gross", line.gross)] if kind == "employer_cost" else []
    for item, parts in line.insured.items():
        if (kind == "social" and item == _HOUSING) or (kind == "housing" and item != _HOUSING):
            continue
        if amount := Decimal(parts[side]):
            rows.append(step("why_item", amount, "+" if rows else "", item=InsuranceItem(item)))
    difference = Decimal(line.amounts.get("insurance_difference", "0"))
    if difference and kind in {"social", "insurance"}:
        rows.append(step("why_insurance_difference", difference, "+"))
    whole = line.social + line.housing if kind == "insurance" else getattr(line, kind)
    return [*rows, total(f"why_{kind}", whole)]


@open_to_all(_WHY)
def of_item(session: Session, run: PayrollRun, line: PayrollLine, item: str) -> list[WhyRow]:
    """One item: what was declared, what it was held to, both parts. Raises Refused "payroll.unknown_figure"."""
    if item not in line.insured:
        raise Refused("payroll.unknown_figure")
    base, employer, employee = map(Decimal, line.insured[item])
    found = _policy(session, run, line, InsuranceItem(item))
    if found is None:
        return [step("why_base", base), step("why_employer", employer), total("why_employee", employee)]
    policy, rule, declared = found
    if _reckoned(rule, declared) != (base, employer, employee):
        frozen = [step("why_base", base), step("why_employer", employer), remark("why_policy_changed_since")]
        return [*frozen, total("why_employee", employee)]
    rows = [] if declared is None else [step("why_declared", declared)]
    if declared is not None and declared != base:
        rows.append(step("why_floor" if base > declared else "why_ceiling", base, "="))
    for code, rate, fixed, amount in (
        ("why_employer", rule.employer_rate, rule.employer_fixed, employer),
        ("why_employee", rule.employee_rate, rule.employee_fixed, employee),
    ):
        percent = f"{(rate * _PERCENT).normalize():f}"
        rows.append(
            step(
                f"{code}_fixed" if fixed else f"{code}_rate",
                amount,
                "×",
                percent=percent,
                fixed=f"{fixed:.2f}",
            )
        )
    rows.append(step("why_rounding", None, rounding=rule.rounding))
    since = f"{policy.from_month:%Y-%m}"
    rows.append(step("why_policy", None, city=policy.city, month=since, source=policy.source))
    return [*rows, total("why_employee", employee)]


def _reckoned(rule: InsurancePolicyItem, declared: Decimal | None) -> tuple[Decimal, Decimal, Decimal] | None:
    """Base and both parts by the policy and the declared base as they are now."""
    if declared is None:
        return None
    item = PolicyItem(
        rule.item, rule.floor, rule.ceiling, rule.employer_rate, rule.employee_rate, rule.employer_fixed,
        rule.employee_fixed, rule.rounding,
    )  # fmt: skip
    (found,) = contributions(declared, Policy("", Fund.SOCIAL, date.min, None, (item,)))
    return found.base, found.employer, found.employee


def _policy(
    session: Session, run: PayrollRun, line: PayrollLine, item: InsuranceItem
) -> tuple[InsurancePolicy, InsurancePolicyItem, Decimal | None] | None:
    month = wage_month(run.month, pay_settings(session))
    fund = Fund.HOUSING if item == InsuranceItem.HOUSING_FUND else Fund.SOCIAL
    found = session.execute(
        select(InsurancePolicy, InsurancePolicyItem)
        .join(InsurancePolicyItem, InsurancePolicyItem.policy_id == InsurancePolicy.id)
        .join(Enrolment, (Enrolment.city == InsurancePolicy.city) & (Enrolment.fund == InsurancePolicy.fund))
        .where(
            Enrolment.employee_id == line.employee_id,
            InsurancePolicy.fund == fund,
            InsurancePolicyItem.item == item,
            *(kind.from_month <= month for kind in (InsurancePolicy, Enrolment)),
            *(or_(kind.to_month.is_(None), kind.to_month >= month) for kind in (InsurancePolicy, Enrolment)),
        )
    ).first()
    if found is None:
        return None
    declared = session.scalar(
        select(InsuranceBase.base)
        .where(
            InsuranceBase.employee_id == line.employee_id,
            InsuranceBase.fund == fund,
            InsuranceBase.from_month <= month,
        )
        .order_by(InsuranceBase.from_month.desc())
        .limit(1)
    )
    return found[0], found[1], declared
