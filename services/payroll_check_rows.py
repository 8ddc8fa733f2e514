"""One result of a check of a payroll sheet, and short ways to write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.expense_claim import CheckLevel
from services.payroll_lines import Line


@dataclass(frozen=True, slots=True)
class PayrollCheck:
    """`code` and `level` name the sentence (CHECKS of ui/vocabulary/pay.py), `values` fill it; `employee_id` to go to."""

    code: str
    level: CheckLevel
    values: Mapping[str, object]
    employee_id: int | None = None
    line_id: int | None = None


def stop(
    code: str, line: Line | None = None, *, employee_id: int | None = None, **values: object
) -> PayrollCheck:
    """The sheet cannot go on like this."""
    return _made(code, CheckLevel.STOP, line, employee_id, values)


def warn(
    code: str, line: Line | None = None, *, employee_id: int | None = None, **values: object
) -> PayrollCheck:
    """Somebody should look at it."""
    return _made(code, CheckLevel.WARN, line, employee_id, values)


def passed(code: str, **values: object) -> PayrollCheck:
    """In order."""
    return _made(code, CheckLevel.OK, None, None, values)


def _made(
    code: str, level: CheckLevel, line: Line | None, employee_id: int | None, values: Mapping[str, object]
) -> PayrollCheck:
    if line is None:
        return PayrollCheck(code, level, values, employee_id)
    return PayrollCheck(code, level, values, line.employee_id, line.id)
