"""The lines of a payroll run: reckoned from its ground and written in one go, whatever the number of people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from models.insurance_terms import Fund, InsuranceItem
from models.payroll import PayrollLine, RunKind
from services import insured
from services.database import Session
from services.payroll_facts import Person
from services.payroll_ground import Ground
from services.payroll_taxes import Tax, rules, tax_of
from services.payroll_wages import Wage, columns, wage_of
from services.permissions import open_to_all

COLUMNS = tuple(column.name for column in PayrollLine.__table__.columns if column.name != "id")
_HOUSING = InsuranceItem.HOUSING_FUND


class Insured(NamedTuple):
    """A person's insurance of the month, in fen, and its text in a line."""

    text: str
    social: int
    housing: int
    employer: int


class Totals(NamedTuple):
    """What the lines add up to, in fen."""

    people: int = 0
    gross: int = 0
    insurance: int = 0
    tax: int = 0
    net: int = 0
    employer_cost: int = 0


_NOT_INSURED = Insured("{}", 0, 0, 0)


@open_to_all("a step of services that have checked")
def write(session: Session, ground: Ground, run_id: int) -> Totals:
    """Reckon and write every line of a run; returns their sums. Raises Refused "payroll.formula"."""
    lines = list(_lines(ground, run_id))
    if lines:
        connection = session.connection()
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        places = ", ".join([mark] * len(COLUMNS))
        statement = f"INSERT INTO payroll_line ({', '.join(COLUMNS)}) VALUES ({places})"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, lines)
    at = {name: place for place, name in enumerate(COLUMNS)}
    sums = {
        name: sum(line[at[name]] for line in lines)
        for name in ("gross", "social", "housing", "tax", "net", "employer_cost")
    }
    return Totals(
        len(lines), sums["gross"], sums["social"] + sums["housing"], sums["tax"], sums["net"], sums["employer_cost"]
    )  # fmt: skip


def _lines(ground: Ground, run_id: int) -> Iterator[tuple[Any, ...]]:
    regular = ground.asked.kind == RunKind.REGULAR
    of, by, texts = columns(ground), rules(ground.asked.pay_on), Texts()
    insure = _Insurer(ground, texts)
    position = 0
    for person in ground.people:
        if regular and not (
            person.id in ground.rates or person.id in ground.one_off or person.id in ground.enrolled
        ):
            continue
        wage = wage_of(person, of, regular=regular)
        if not regular and not wage.amounts:
            continue
        cover = insure.of(person.id) if regular else _NOT_INSURED
        special = cover.social + cover.housing + wage.insurance_difference
        tax = tax_of(person, wage, special, ground, by)
        position += 1
        yield _line(run_id, position, person, wage, cover, tax, ground, texts)


def _line(
    run_id: int,
    position: int,
    person: Person,
    wage: Wage,
    cover: Insured,
    tax: Tax,
    ground: Ground,
    texts: Texts,
) -> tuple[Any, ...]:
    """In the order of `COLUMNS`, which a test compares."""
    social = cover.social + wage.insurance_difference
    net = wage.gross - social - cover.housing - tax.tax - wage.withheld
    paid = ground.asked.pay_on
    return (
        run_id, position, person.id, person.number, person.name, person.department_id, person.department, person.post,
        person.kind, person.identity_number, person.bank_name, person.bank_account, wage.due, wage.worked,
        texts.of(wage.amounts), cover.text, texts.of(tax.deducted), wage.gross, wage.exempt, social, cover.housing,
        tax.now_additional, tax.now_other, tax.tax, wage.withheld, net, cover.employer, wage.gross + cover.employer,
        wage.base_wage, tax.separate, tax.separate_tax, paid.year, paid.month, tax.income, tax.exempt, tax.basic,
        tax.special, tax.additional, tax.other, tax.withheld, wage.note,
    )  # fmt: skip


class Texts:
    """Amounts as canonical JSON of yuan; most of them come again and again."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}

    def yuan(self, fen: int) -> str:
        text = self._known.get(fen)
        if text is None:
            whole, part = divmod(abs(fen), 100)
            text = self._known[fen] = f'"{"-" if fen < 0 else ""}{whole}.{part:02}"'
        return text

    def of(self, amounts: dict[str, int]) -> str:
        if not amounts:
            return "{}"
        yuan = self.yuan
        return "{" + ",".join([f'"{code}":{yuan(amounts[code])}' for code in sorted(amounts)]) + "}"


class _Insurer:
    """The insurance of each person, reckoned once for each base and place."""

    def __init__(self, ground: Ground, texts: Texts) -> None:
        self._ground = ground
        self._texts = texts
        self._known: dict[tuple[tuple[int, str, str], ...], Insured] = {}

    def of(self, employee_id: int) -> Insured:
        enrolled = self._ground.enrolled.get(employee_id)
        if not enrolled:
            return _NOT_INSURED
        bases = self._ground.bases
        key = tuple((bases.get((employee_id, fund), -1), fund, city) for fund, city in enrolled)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._reckoned(key)
        return found

    def _reckoned(self, key: tuple[tuple[int, str, str], ...]) -> Insured:
        texts, social, housing, employer = {}, 0, 0, 0
        for base, fund, city in key:
            rules_of_city = self._ground.policies.get((fund, city))
            if rules_of_city is None or base < 0:
                continue  # a check says so
            for item in insured.reckon(base, rules_of_city, Fund(fund), city):
                yuan = self._texts.yuan
                texts[item.item.value] = f"[{yuan(item.base)},{yuan(item.employer)},{yuan(item.employee)}]"
                employer += item.employer
                if item.item == _HOUSING:
                    housing += item.employee
                else:
                    social += item.employee
        text = "{" + ",".join(f'"{name}":{texts[name]}' for name in sorted(texts)) + "}"
        return Insured(text, social, housing, employer)
