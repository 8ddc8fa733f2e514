"""What a payroll sheet says about the pay itself: jumps, the minimum wage, bonuses in a blind zone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from models.pay import ComponentKind
from services import bonus_advice, pay_components
from services.database import Session
from services.payroll_check_rows import PayrollCheck, warn
from services.payroll_ground import minimum_wage
from services.payroll_lines import Line
from services.payroll_months import PaySettings
from services.permissions import open_to_all

_MINIMUM_KINDS = frozenset({"full_time", "dispatched", "retired"})


@open_to_all("a step of the checks, which have their permission")
def wage_checks(
    session: Session,
    lines: Mapping[int, Line],
    before: Mapping[int, Line],
    how: PaySettings,
    month: date,
) -> list[PayrollCheck]:
    """Net pay that moved by more than the company's per cent, and wages below the minimum wage."""
    return [*_jumps(lines, before, how.jump_percent), *_minimum(session, lines, how, month)]


@open_to_all("a step of the checks, which have their permission")
def bonus_checks(lines: Mapping[int, Line], paid: date) -> list[PayrollCheck]:
    """Bonuses taxed by themselves that leave less than a smaller one would."""
    found = []
    for line in lines.values():
        if line.separate_tax:
            zone = bonus_advice.in_blind_zone(Decimal(line.separate).scaleb(-2), paid=paid)
            if zone is not None:
                found.append(
                    warn("payroll_blind_zone", line, name=line.name, instead=zone.instead, more=zone.more)
                )
    return found


def _jumps(lines: Mapping[int, Line], before: Mapping[int, Line], percent: int) -> Iterator[PayrollCheck]:
    for line in lines.values():
        was = before.get(line.employee_id)
        if was is None or was.net <= 0 or was.due != was.worked:
            continue  # after a part of a month, a whole one is no jump
        moved = (line.net - was.net) * 100
        if abs(moved) > was.net * percent:
            code = "payroll_jump_up" if moved > 0 else "payroll_jump_down"
            yield warn(code, line, name=line.name, percent=round(Decimal(abs(moved)) / was.net))


def _minimum(
    session: Session, lines: Mapping[int, Line], how: PaySettings, month: date
) -> Iterator[PayrollCheck]:
    """Pay for a whole month without overtime (最低工资规定 art 12) below the local minimum wage."""
    least = minimum_wage(session, how, month)
    overtime = {part.code for part in pay_components.parts(session) if part.kind == ComponentKind.OVERTIME}
    for line in lines.values():
        if line.kind not in _MINIMUM_KINDS or not line.due or line.worked < line.due or not least:
            continue
        amounts = json.loads(line.amounts)
        extra = sum(int(Decimal(amounts[code]) * 100) for code in overtime & amounts.keys())
        if line.gross - extra < least:
            yield warn("payroll_minimum", line, name=line.name, least=Decimal(least).scaleb(-2))
