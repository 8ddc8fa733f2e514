"""Annual bonuses 年终奖 before they are paid: which tax is cheaper for whom, and who stands in a blind zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from models.pay import PayAdjustment, PayComponent
from models.people import Department, Employee
from services import bonus_advice, payroll_taken
from services.database import Session
from services.months import month_of
from services.pay_components import ANNUAL_BONUS
from services.payroll_bonus_year import expected_taxable
from services.payroll_months import due_on, pay_settings
from services.permissions import Actor, Permission, requires

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class BonusAdviceRow:
    """A person's bonus (yuan): tax by itself, tax more when it is merged, what is cheaper by how much.

    `blind_from`, `blind_to`: in this zone more bonus leaves less money; `blind_from` leaves more than this bonus does.
    `taken`: the person had a bonus taxed by itself this year.
    """

    employee_id: int
    name: str
    department: str
    bonus: Decimal
    separate_tax: Decimal
    merged_tax: Decimal
    separate_is_cheaper: bool
    saves: Decimal
    blind_from: Decimal | None
    blind_to: Decimal | None
    taken: bool


@requires(Permission.PAYROLL_SEE)
def advice(session: Session, actor: Actor, month: date) -> list[BonusAdviceRow]:  # noqa: ARG001 - the permission needs it
    """The bonuses among the one-off lines of the sheet of `month`, with advice by the year as far as it is known.

    The wages of the months that are still to come are taken to be those of the last sheet. After the rule of separate
    taxing has ended, both ways cost the same. Raises Refused "rules.none_on_day" then.
    """
    month = month_of(month)
    paid = due_on(month, pay_settings(session))
    rows = session.execute(
        select(Employee.id, Employee.name, Department.name, func.sum(PayAdjustment.amount))
        .join(Employee, Employee.id == PayAdjustment.employee_id)
        .join(Department, Department.id == Employee.department_id)
        .join(PayComponent, PayComponent.id == PayAdjustment.component_id)
        .where(PayAdjustment.month == month, PayComponent.code == ANNUAL_BONUS)
        .group_by(Employee.id, Employee.name, Department.name, Department.code, Employee.number)
        .order_by(Department.code, Employee.number)
    ).all()
    taxable = expected_taxable(session, paid)
    taken = payroll_taken.had_bonus(session, paid.year, 0)
    return [
        _row(person, name, department, bonus, taxable.get(person, _ZERO), paid, taken=person in taken)
        for person, name, department, bonus in rows
        if bonus > 0
    ]


def _row(
    person: int, name: str, department: str, bonus: Decimal, taxable: Decimal, paid: date, *, taken: bool
) -> BonusAdviceRow:
    found = bonus_advice.advise(bonus, taxable, paid=paid)
    without = bonus_advice.advise(_ZERO, taxable, paid=paid).merged
    zone = found.blind.zone if found.blind else None
    return BonusAdviceRow(
        person, name, department, bonus, found.separately - without, found.merged - without, not found.merge,
        found.saving, zone.lower if zone else None, zone.upper if zone else None, taken,
    )  # fmt: skip
