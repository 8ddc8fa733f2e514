"""Tax years 个税年度信息: what the withholding of a person's year must know beforehand, and opening figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.personnel import TaxYear
from services import opening_items, personal_lists
from services.errors import Refused
from services.money import round_fen
from services.permissions import open_to_all
from services.personal_drafts import OpeningItemDraft, TaxYearDraft

_WHY = "a step of services that have checked"
_YEARS = range(2019, 2101)  # since the cumulative method began


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
OPENING = tuple(name for name in FIGURES if name.startswith("opening_"))


@open_to_all(_WHY)
def of_year(session: Session, year: int) -> Mapping[int, TaxYearFigures]:
    """What is known of the `year` by employee id; who is not among them has `TaxYearFigures()`."""
    columns = [getattr(TaxYear, name) for name in FIGURES]
    found = session.execute(select(TaxYear.employee_id, *columns).where(TaxYear.year == year))
    return {row[0]: TaxYearFigures(*row[1:]) for row in found}


@open_to_all(_WHY)
def of_employee(session: Session, employee_id: int) -> tuple[TaxYearDraft, ...]:
    """The tax years in a person's file, the newest first."""
    found = personal_lists.of_employee(session, TaxYear, employee_id, TaxYear.year.desc())
    return tuple(TaxYearDraft(item.year, **{name: getattr(item, name) for name in FIGURES}) for item in found)


@open_to_all(_WHY)
def write(
    session: Session,
    employee_id: int,
    drafts: Sequence[TaxYearDraft],
    items: Sequence[OpeningItemDraft] = (),
) -> None:
    """Make the file's tax years those of `drafts`, their opening deductions made of `items`.

    Raises Refused at `tax_years.<n>.<column>`: "record.required" (year), "tax_year.range", "tax_year.twice",
    "tax_year.amount", "tax_year.opened_through" (the last month of the opening figures lies in another year),
    "tax_year.opening_without_month"; and what `opening_items.by_year` refuses.
    """
    wanted: dict[object, dict[str, object]] = {}
    for number, draft in enumerate(drafts):
        at = f"tax_years.{number}"
        if draft.year is None:
            raise Refused("record.required", field=f"{at}.year")
        if draft.year not in _YEARS:
            raise Refused("tax_year.range", field=f"{at}.year", first=_YEARS[0], last=_YEARS[-1])
        if draft.year in wanted:
            raise Refused("tax_year.twice", field=f"{at}.year")
        wanted[draft.year] = {"year": draft.year, **_figures(at, draft)}
    of_year = opening_items.by_year(items, drafts)
    for year, values in wanted.items():
        values["opening_items"] = of_year.get(int(str(year)), {})
    personal_lists.write(session, TaxYear, employee_id, wanted, lambda item: item.year)


def _figures(at: str, draft: TaxYearDraft) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(draft, name) for name in FIGURES}
    for name in ("prior_income", *OPENING):
        amount = getattr(draft, name)
        if amount is not None and (amount < 0 or amount != round_fen(amount)):
            raise Refused("tax_year.amount", field=f"{at}.{name}")
        values[name] = amount if name == "prior_income" else amount or Decimal(0)
    through = draft.opened_through
    if through is None and any(values[name] for name in OPENING):
        raise Refused("tax_year.opening_without_month", field=f"{at}.opened_through")
    if through is not None:
        if through.year != draft.year:
            raise Refused("tax_year.opened_through", field=f"{at}.opened_through", year=draft.year)
        values["opened_through"] = through.replace(day=1)
    return values
