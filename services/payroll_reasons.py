"""Why a figure of the payroll sheet is what it is 为什么是这个数, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.database import Session
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class WhyRow:
    """One step: `code` names its sentence (ui/vocabulary/pay.py WHY), `values` fill it, `amount` stands beside (yuan).

    `sign` is "", "−", "+", "×", "=", as it is written before the sentence; `bold` the result, `tone` "warn" a remark.
    """

    code: str
    values: Mapping[str, object]
    amount: Decimal | None
    sign: str = ""
    bold: bool = False
    tone: str = ""


@requires(Permission.PAYROLL_SEE)
def why(session: Session, actor: Actor, line_id: int, figure: str) -> list[WhyRow]:
    """The steps to one figure of a line, the result last.

    `figure`: "gross", "social", "housing", "insurance", "tax", "withheld", "net", "employer_insurance",
    "employer_cost", "additional", "component:<code>", "item:<insurance item>". Refused "record.gone",
    "payroll.unknown_figure".
    """
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure last month and now (yuan; None: the person was not on the sheet)."""

    figure: str
    before: Decimal | None
    now: Decimal | None


@requires(Permission.PAYROLL_SEE)
def compared(session: Session, actor: Actor, line_id: int) -> list[Compared]:
    """Gross, insurance, tax and net of last month's sheet and of this one 较上月."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One run in a person's tax year 个税台账: what it added, the year so far, and the tax. Yuan."""

    line_id: int | None
    run_number: str
    month: date
    gross: Decimal
    exempt: Decimal
    special: Decimal
    additional: Decimal
    other: Decimal
    cum_income: Decimal
    cum_exempt: Decimal
    cum_basic: Decimal
    cum_special: Decimal
    cum_additional: Decimal
    cum_other: Decimal
    cum_costs: Decimal
    taxable: Decimal
    rate: Decimal
    quick: Decimal
    cum_tax: Decimal
    withheld_before: Decimal
    tax: Decimal
    separate_bonus: Decimal
    separate_tax: Decimal
    net: Decimal


@requires(Permission.PAYROLL_SEE)
def ledger(session: Session, actor: Actor, employee_id: int, year: int) -> list[LedgerRow]:
    """How each month of a person's tax year came about, opening figures first (line_id None)."""
    raise NotImplementedError
