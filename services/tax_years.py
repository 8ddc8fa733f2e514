"""Tax years 个税年度信息: what the withholding of a person's year must know beforehand, and opening figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.personnel import TaxYear
from services.permissions import open_to_all


@dataclass(frozen=True, slots=True)
class TaxYearFigures:
    """As models.personnel.TaxYear: flags, last year's wages here (None: not known), and 年初数 in yuan.

    Opening figures count up to and including `opened_through` (first day of a month; None: there are none).
    """

    first_wage: bool = False
    prior_income: Decimal | None = None
    prior_twelve_months: bool = False
    deduct_basic: bool = True
    opened_through: date | None = None
    opening_income: Decimal = Decimal(0)
    opening_exempt: Decimal = Decimal(0)
    opening_basic: Decimal = Decimal(0)
    opening_special: Decimal = Decimal(0)
    opening_additional: Decimal = Decimal(0)
    opening_other: Decimal = Decimal(0)
    opening_withheld: Decimal = Decimal(0)
    opening_bonus: Decimal = Decimal(0)

    def prior_year_at_most(self, limit: Decimal) -> bool:
        """公告2020年第19号: all twelve months of last year withheld here, its wages no more than `limit` (60,000 yuan)."""
        return self.prior_twelve_months and self.prior_income is not None and self.prior_income <= limit


FIGURES = tuple(field.name for field in fields(TaxYearFigures))


@open_to_all("a step of services that have checked")
def of_year(session: Session, year: int) -> Mapping[int, TaxYearFigures]:
    """What is known of the `year` by employee id; who is not among them has `TaxYearFigures()`."""
    columns = [getattr(TaxYear, name) for name in FIGURES]
    found = session.execute(select(TaxYear.employee_id, *columns).where(TaxYear.year == year))
    return {row[0]: TaxYearFigures(*row[1:]) for row in found}
