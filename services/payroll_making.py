"""The lines of a payroll run: reckoned from its ground and written in one go, whatever the number of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from models.base import RATE_DECIMALS
from models.insurance_terms import InsuranceItem
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
WHOLE: int = 10**RATE_DECIMALS


# head of the JSON, declared bases, floor, ceiling, employer's rate and what is added, employee's, step, unit, housing fund
type _Item = tuple[str, Mapping[int, int], int, int, int, int, int, int, int, int, bool]


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


_CENTS = [f'.{cents:02}"' for cents in range(100)]
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
    insure = _Insurer(ground)
    paid = (ground.rates, ground.changes, ground.one_off, ground.enrolled)
    position = 0
    for person in ground.people:
        if regular and not any(person.id in known for known in paid):
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
    """Amounts as canonical JSON of yuan; a set of codes is put in order once."""

    def __init__(self) -> None:
        self._orders: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}

    def of(self, amounts: dict[str, int]) -> str:
        if not amounts:
            return "{}"
        codes = tuple(amounts)
        order = self._orders.get(codes)
        if order is None:
            order = self._orders[codes] = tuple((f'"{code}":"', code) for code in sorted(codes))
        return "{" + ",".join([head + _yuan(amounts[code]) for head, code in order]) + "}"


def _yuan(fen: int) -> str:
    """Yuan as they stand in JSON, with the quotation mark behind."""
    if fen < 0:
        return f"-{-fen // 100}{_CENTS[-fen % 100]}"
    return f"{fen // 100}{_CENTS[fen % 100]}"


class _Insurer:
    """The insurance of each person: the items of their funds and cities, put in order once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._known: dict[tuple[tuple[str, str], ...], list[_Item]] = {}

    def of(self, employee_id: int) -> Insured:
        enrolled = self._ground.enrolled.get(employee_id)
        if enrolled is None:
            return _NOT_INSURED
        items = self._known.get(enrolled)
        if items is None:
            items = self._known[enrolled] = self._items(enrolled)
        texts, social, housing, costs = [], 0, 0, 0
        for head, bases, floor, ceiling, employer, more, employee, also, step, unit, fund in items:
            base = bases.get(employee_id)
            if base is None:
                continue  # a check says so
            base = floor if base < floor else min(base, ceiling)
            cost, due = (base * employer + more) // step * unit, (base * employee + also) // step * unit
            texts.append(
                f'{head}{base // 100}{_CENTS[base % 100]},"{cost // 100}{_CENTS[cost % 100]}'
                f',"{due // 100}{_CENTS[due % 100]}]'
            )
            costs += cost
            if fund:
                housing += due
            else:
                social += due
        return Insured("{" + ",".join(texts) + "}", social, housing, costs)

    def _items(self, enrolled: tuple[tuple[str, str], ...]) -> list[_Item]:
        """Canonical order; a city without parameters has none, and a check says so."""
        found = []
        for fund, city in enrolled:
            for rule in self._ground.policies.get((fund, city), ()):
                unit, up = insured.unit_of(rule.rounding)
                step = unit * WHOLE
                half = step - 1 if up else step // 2
                found.append(
                    (
                        f'"{rule.item.value}":["', self._ground.bases[fund], rule.floor, rule.ceiling,
                        rule.employer_rate, rule.employer_fixed * WHOLE + half,
                        rule.employee_rate, rule.employee_fixed * WHOLE + half, step, unit, rule.item == _HOUSING,
                    )
                )  # fmt: skip
        return sorted(found, key=lambda item: item[0])
