"""The personnel file of a person as it is typed: its fields, and its lists, each line known by what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.personnel import (
    DeductionItem,
    Education,
    EmploymentKind,
    HouseholdKind,
    IdentityKind,
    PersonalStatus,
    Sex,
)


@dataclass(frozen=True, slots=True)
class CardDraft:
    """A bank card from a day on."""

    from_on: date | None = None
    bank_name: str = ""
    number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DependantDraft:
    """A member of the family; the name is what deductions refer to."""

    name: str = ""
    relation: str = ""
    identity_number: str = ""
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class DeductionDraft:
    """A deduction of so many yuan a month (None: the usual amount), from a month to a month; any day of them will do."""

    item: DeductionItem | None = None
    amount: Decimal | None = None
    from_month: date | None = None
    to_month: date | None = None
    dependant: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TaxYearDraft:
    """A tax year, in yuan; `opened_through` is the last month that the opening figures hold."""

    year: int | None = None
    first_wage: bool = False
    prior_income: Decimal | None = None
    prior_twelve_months: bool = False
    deduct_basic: bool = True
    opened_through: date | None = None
    opening_income: Decimal | None = None
    opening_exempt: Decimal | None = None
    opening_basic: Decimal | None = None
    opening_special: Decimal | None = None
    opening_additional: Decimal | None = None
    opening_other: Decimal | None = None
    opening_withheld: Decimal | None = None
    opening_bonus: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OpeningItemDraft:
    """What of a tax year's opening deductions was for one item, yuan."""

    year: int | None = None
    item: DeductionItem | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PostDraft:
    """A post in a department from a day on."""

    from_on: date | None = None
    department_id: int | None = None
    post: str = ""
    grade: int | None = 3
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HealthDraft:
    """A health check; without `next_due` the next one is due a year later."""

    checked_on: date | None = None
    place: str = ""
    result: str = ""
    next_due: date | None = None


@dataclass(frozen=True, slots=True)
class PersonalFileDraft:
    """The whole file; `id` is the employee's, `version` that of the file, None while there is none."""

    id: int
    version: int | None = None
    number: str = ""
    name: str = ""
    hired_on: date | None = None
    identity_kind: IdentityKind = IdentityKind.ID_CARD
    identity_number: str = ""
    sex: Sex | None = None
    born_on: date | None = None
    nationality: str = "中国"
    household_kind: HouseholdKind | None = None
    personal_status: PersonalStatus | None = None
    household_address: str = ""
    home_address: str = ""
    email: str = ""
    emergency_name: str = ""
    emergency_phone: str = ""
    employment_kind: EmploymentKind = EmploymentKind.FULL_TIME
    started_work_on: date | None = None
    probation_until: date | None = None
    confirmed_on: date | None = None
    education: Education | None = None
    school: str = ""
    major: str = ""
    graduated_on: date | None = None
    file_place: str = ""
    note: str = ""
    cards: tuple[CardDraft, ...] = ()
    dependants: tuple[DependantDraft, ...] = ()
    deductions: tuple[DeductionDraft, ...] = ()
    tax_years: tuple[TaxYearDraft, ...] = ()
    opening_items: tuple[OpeningItemDraft, ...] = ()
    posts: tuple[PostDraft, ...] = ()
    health_checks: tuple[HealthDraft, ...] = ()


LISTS = ("cards", "dependants", "deductions", "tax_years", "opening_items", "posts", "health_checks")
EMPLOYEES = ("id", "version", "number", "name", "hired_on")  # what the file shows and does not own
FIELDS = tuple(name for name in PersonalFileDraft.__dataclass_fields__ if name not in (*LISTS, *EMPLOYEES))
