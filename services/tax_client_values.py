"""What stands in the columns of the tax client's sheets, by the name of the value; yuan as Decimal, the rest as text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.insurance_terms import InsuranceItem
from models.payroll import PayrollLine
from models.people import Employee
from models.personnel import DeductionItem, EmploymentKind, IdentityKind
from services.bank_cards import Card
from services.payroll_rows import EMPLOYEE, ZERO, insured
from services.personal_files import Identity
from services.tax_client_severance import Severance
from services.tax_client_templates import words
from services.tax_years import TaxYearFigures

type Value = str | Decimal | None

_NOTHING = TaxYearFigures()
_NO_SEVERANCE = Severance()
_MEDICAL = (InsuranceItem.MEDICAL, InsuranceItem.LARGE_MEDICAL, InsuranceItem.MATERNITY)
# in the client's sheet these are of the month, everything else is of the year so far
OF_MONTH = (DeductionItem.ENTERPRISE_ANNUITY, DeductionItem.HEALTH_INSURANCE)
_ADDRESS = re.compile(
    r"(?P<province>[^省市区县]{2,4}省|[^省市县]{2,8}自治区|(?:北京|上海|天津|重庆)市)?"
    r"(?P<city>[^省市区县]{2,8}(?:自治州|地区|盟|市))?"
    r"(?P<county>[^省市区县]{1,9}(?:区|县|市|旗))?"
    r"(?P<rest>.*)"
)
_MUNICIPAL = {"北京市", "上海市", "天津市", "重庆市"}


@dataclass(frozen=True, slots=True)
class TaxPerson:
    """Everything known of a person for the month: lines in their order, the file, the card, the tax year."""

    employee: Employee
    identity: Identity
    lines: Sequence[PayrollLine]
    so_far: Mapping[DeductionItem, Decimal]
    of_month: Mapping[DeductionItem, Decimal]
    card: Card | None = None
    year: TaxYearFigures = _NOTHING
    bonus: Decimal = ZERO  # 全年一次性奖金, taxed by itself
    severance: Severance = _NO_SEVERANCE  # 解除劳动合同一次性补偿金, taxed by itself
    severance_taken: Decimal = ZERO  # the tax that was taken off it
    labour: Decimal = ZERO  # 劳务报酬, taxed by the payment

    @property
    def last(self) -> PayrollLine:
        """The latest line."""
        return self.lines[-1]

    @property
    def reckoned(self) -> PayrollLine:
        """The latest line that is not wholly taxed by itself: its cumulative figures are those of the tax."""
        found = [line for line in self.lines if line.gross != line.separate_bonus]
        return found[-1] if found else self.last

    @property
    def number(self) -> str:
        """The identity number the pay was reckoned with, else that of the file."""
        return next(
            (line.identity_number for line in reversed(self.lines) if line.identity_number),
            self.identity.number,
        )

    @property
    def income(self) -> Decimal:
        """本期收入: gross pay without what was taxed by itself."""
        return sum((line.gross - line.separate_bonus for line in self.lines), ZERO)

    @property
    def deducted(self) -> dict[DeductionItem, Decimal]:
        """The year's deductions as the line froze them, else as the file has them; two items are of the month only."""
        line = self.reckoned
        frozen = {DeductionItem(item): Decimal(text) for item, text in line.deducted.items()}
        found = frozen if frozen or not (line.cum_additional or line.cum_other) else dict(self.so_far)
        of_year = {item: amount for item, amount in found.items() if item not in OF_MONTH}
        return of_year | {item: self.of_month[item] for item in OF_MONTH if item in self.of_month}

    def insured(self, *items: InsuranceItem) -> Decimal:
        """What the person paid for those items this month."""
        return sum((insured(line, item, EMPLOYEE) for line in self.lines for item in items), ZERO)

    @property
    def insured_apart(self) -> bool:
        """Whether the items do not add up to what was taken off the pay (a difference paid afterwards)."""
        taken = sum((line.social + line.housing for line in self.lines), ZERO)
        return taken != self.insured(*InsuranceItem)

    @property
    def deducted_apart(self) -> bool:
        """Whether the items of the year do not add up to what the tax was reckoned with."""
        other = {DeductionItem.PRIVATE_PENSION, *OF_MONTH}
        known = sum((amount for item, amount in self.deducted.items() if item not in other), ZERO)
        return known != self.reckoned.cum_additional


def wage_values(person: TaxPerson) -> dict[str, Value]:
    """The values of 正常工资薪金收入; zero is left empty but for the income."""
    amounts = {
        "exempt": sum((line.exempt for line in person.lines), ZERO),
        "pension": person.insured(InsuranceItem.PENSION),
        "medical": person.insured(*_MEDICAL),
        "unemployment": person.insured(InsuranceItem.UNEMPLOYMENT),
        "housing_fund": person.insured(InsuranceItem.HOUSING_FUND),
        **{item.value: person.deducted.get(item, ZERO) for item in DeductionItem},
    }
    return {
        **who(person),
        "income": person.income,
        **{name: amount or None for name, amount in amounts.items()},
    }


def bonus_values(person: TaxPerson) -> dict[str, Value]:
    """The values of 全年一次性奖金收入."""
    return {**who(person), "bonus": person.bonus}


def severance_values(person: TaxPerson) -> dict[str, Value]:
    """The values of 解除劳动合同一次性补偿金."""
    return {
        **who(person),
        "severance": person.severance.paid,
        "severance_exempt": person.severance.exempt or None,
    }


def labour_values(person: TaxPerson) -> dict[str, Value]:
    """The values of 劳务报酬所得."""
    return {**who(person), "labour_item": words()["labour_item"], "labour": person.labour}


def who(person: TaxPerson) -> dict[str, Value]:
    """工号, 姓名, 证件."""
    kind = person.identity.kind if person.identity.number else IdentityKind.ID_CARD
    return {
        "number": person.employee.number,
        "name": person.last.name,
        "identity_kind": words()["identity_kind"][kind.value],
        "identity_number": person.number,
        "note": "",
    }


def people_values(person: TaxPerson, month: date) -> dict[str, Value]:
    """The values of 人员信息."""
    employee, identity = person.employee, person.identity
    late = employee.left_on is not None and employee.left_on < month
    return {
        **who(person),
        "nationality": identity.nationality,
        "sex": words()["sex"][identity.sex.value] if identity.sex else "",
        "born_on": _day(identity.born_on),
        "employment": words()["employment"][identity.employment_kind.value],
        "first_year": _first_year(person, month),
        "phone": employee.phone,
        "hired_on": _day(employee.hired_on),
        "left_on": _day(employee.left_on),
        "paid_after_leaving": "是" if late else "否",
        "paid_after_month": f"{month:%Y-%m}" if late else "",
        "no": "否",
        "deduct_basic": "是" if person.year.deduct_basic else "否",
        "email": identity.email,
        "education": words()["education"][identity.education.value] if identity.education else "",
        "bank_name": person.card.bank_name if person.card else "",
        "bank_account": person.card.number if person.card else "",
        **_address("household", identity.household_address),
        **_address("home", identity.home_address),
    }


def _first_year(person: TaxPerson, month: date) -> str:
    """入职年度就业情形: only in the year of the hiring, when its first wage is paid here."""
    hired = person.employee.hired_on
    if not person.year.first_wage or hired is None or hired.year != month.year:
        return ""
    intern = person.identity.employment_kind is EmploymentKind.INTERN
    said: str = words()["first_year"]["intern" if intern else "usual"]
    return said


def _address(prefix: str, text: str) -> dict[str, Value]:
    """省, 市, 区县, 详细地址, as far as an address names them."""
    found = _ADDRESS.fullmatch("".join(text.split()))
    parts = found.groupdict() if found else {"rest": text}
    province = parts.get("province") or ""
    city = parts.get("city") or (province if province in _MUNICIPAL else "")
    return {
        f"{prefix}_province": province,
        f"{prefix}_city": city,
        f"{prefix}_county": parts.get("county") or "",
        f"{prefix}_rest": parts.get("rest") or "",
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
