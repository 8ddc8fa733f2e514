"""The lines of two sheets side by side, compared by the database: texts come only where they differ. Amounts in fen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from models.payroll import PayrollRun
from services.database import Session
from services.payroll_facts import INTERN
from services.permissions import open_to_all
from services.plain_rows import plain_rows

_WHY = "a step of services that have checked"


class Pair(NamedTuple):
    """A person's line and the one on the earlier sheet; of a joiner the figures of the earlier one are None.

    `hired_on` is told of a joiner only, `bank_account`, the amounts and the insurance (JSON text) where they differ.
    """

    position: int
    employee_id: int
    line_id: int
    name: str
    department: str
    hired_on: str | None
    bank_account: str | None
    amounts_before: str | None
    amounts: str | None
    insured_before: str | None
    insured: str | None
    net_before: int | None
    net: int
    tax_before: int
    tax: int
    deducted_before: int
    deducted: int
    taxable_before: int
    taxable: int
    intern_income_before: int
    intern_income: int


class Gone(NamedTuple):
    """Somebody of the earlier sheet who is not on the later one; `left_on` is None for whoever has not left."""

    employee_id: int
    name: str
    department: str
    net: int
    left_on: str | None


def _if_other(name: str) -> str:
    """Both texts of a column where they differ."""
    return (
        f"CASE WHEN b.{name} <> n.{name} THEN b.{name} END, CASE WHEN b.{name} <> n.{name} THEN n.{name} END"
    )


def _year_of(line: str) -> str:
    """What is taxable of the year with a line, and the income of an intern, before the costs."""
    return (
        f"{line}.cum_income - {line}.cum_exempt - {line}.cum_basic - {line}.cum_special - {line}.cum_additional"
        f" - {line}.cum_other, CASE WHEN {line}.employment_kind = '{INTERN}' THEN {line}.cum_income ELSE 0 END"
    )


def _interleaved(before: str, now: str) -> str:
    one, other = before.split(", "), now.split(", ")
    return ", ".join(each for both in zip(one, other, strict=True) for each in both)


_PAIRS = f"""SELECT n.position, n.employee_id, n.id, n.name, n.department_name,
    CASE WHEN b.id IS NULL THEN (SELECT e.hired_on FROM employee AS e WHERE e.id = n.employee_id) END,
    CASE WHEN b.bank_account <> n.bank_account THEN n.bank_account END,
    {_if_other("amounts")}, {_if_other("insured")}, b.net, n.net, b.tax, n.tax,
    b.additional + b.other, n.additional + n.other, {_interleaved(_year_of("b"), _year_of("n"))}
    FROM payroll_line AS n LEFT JOIN payroll_line AS b ON b.run_id = :before AND b.employee_id = n.employee_id
    WHERE n.run_id = :run"""  # noqa: S608 - our own names
_GONE = """SELECT b.employee_id, b.name, b.department_name, b.net, e.left_on
    FROM payroll_line AS b JOIN employee AS e ON e.id = b.employee_id
    WHERE b.run_id = :before AND NOT EXISTS
    (SELECT 1 FROM payroll_line AS n WHERE n.run_id = :run AND n.employee_id = b.employee_id) ORDER BY b.position"""


@open_to_all(_WHY)
def pairs(session: Session, before: PayrollRun, run: PayrollRun) -> Sequence[Pair]:
    """Every line of a run beside the one of the same person on the sheet before, in the order of the run."""
    rows = plain_rows(session, _PAIRS, before=before.id, run=run.id)
    rows.sort()  # by their place
    return list(map(Pair._make, rows))


@open_to_all(_WHY)
def gone(session: Session, before: PayrollRun, run: PayrollRun) -> Sequence[Gone]:
    """Who was on the sheet before and is not on this one, in the order of the former."""
    return [Gone._make(row) for row in plain_rows(session, _GONE, before=before.id, run=run.id)]
