"""What a payroll run must not pay: a second bonus taxed by itself, severance without the local wage."""

from __future__ import annotations

from sqlalchemy import text

from models.payroll import BonusTax, RunKind
from services.database import Session
from services.dated_rules import rows
from services.errors import Refused
from services.pay_components import SEVERANCE
from services.payroll_ground import Ground
from services.permissions import open_to_all

_NAMED = 5


@open_to_all("a step of making a payroll sheet, which has its permission")
def refuse_taken(session: Session, ground: Ground) -> None:
    """Refuse a run that the rules of tax do not allow.

    Raises Refused "payroll.bonus_taken" (names; once a person and year, 国税发〔2005〕9号), "payroll.bonus_ended" (day:
    the rule of 公告2023年第30号 is over), "payroll.no_local_wage" (severance needs it, 财税〔2018〕164号 art 5).
    """
    asked = ground.asked
    if asked.kind == RunKind.BONUS and asked.bonus_tax == BonusTax.SEPARATE:
        _refuse_ended(ground)
        taken = had_bonus(session, asked.pay_on.year, asked.run_id)
        names = [person.name for person in ground.people if person.id in taken]
        if names:
            raise Refused("payroll.bonus_taken", names="、".join(names[:_NAMED]), year=asked.pay_on.year)
    severance = {part.id for part in ground.parts if part.code == SEVERANCE}
    if not ground.how.local_wage and any(
        row[0] in severance for lines in ground.one_off.values() for row in lines
    ):
        raise Refused("payroll.no_local_wage")


@open_to_all("a step of services that have checked")
def had_bonus(session: Session, year: int, run_id: int) -> set[int]:
    """Who had a bonus taxed by itself in a year already, here or by the opening figures."""
    found = session.execute(
        text(
            "SELECT l.employee_id FROM payroll_line AS l JOIN payroll_run AS r ON r.id = l.run_id"
            " WHERE r.kind = 'bonus' AND r.bonus_tax = 'separate' AND l.tax_year = :year AND r.id <> :run"
            " UNION SELECT employee_id FROM tax_year WHERE year = :year AND opening_bonus > 0"
        ),
        {"year": year, "run": run_id},
    )
    return {row[0] for row in found}


def separate_until() -> str:
    """The last day a bonus may be taxed by itself, as ISO text; empty while the rule has no end."""
    return str(max(row["to"] for row in rows("income_tax", "table") if row["name"] == "bonus") or "")


def _refuse_ended(ground: Ground) -> None:
    last = separate_until()
    if last and ground.asked.pay_on.isoformat() > last:
        raise Refused("payroll.bonus_ended", field="bonus_tax", day=last)
