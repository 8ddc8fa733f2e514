"""Checks of a payroll sheet before it goes on 发放检查, each about a person where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.expense_claim import CheckLevel
from services.database import Session
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class PayrollCheck:
    """`code` and `level` name the sentence (CHECKS of ui/vocabulary/pay.py), `values` fill it; `employee_id` to go to."""

    code: str
    level: CheckLevel
    values: Mapping[str, object]
    employee_id: int | None = None
    line_id: int | None = None


@requires(Permission.PAYROLL_SEE)
def checks(session: Session, actor: Actor, run_id: int, today: date) -> list[PayrollCheck]:
    """What is to be looked at: stops, then warnings, then what is in order. Refused "record.gone"."""
    raise NotImplementedError
