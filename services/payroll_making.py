"""The lines of a payroll run: reckoned from its ground and written in one go, whatever the number of people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import batched
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import text

from models.insurance_terms import Fund
from models.payroll import PayrollLine, RunKind
from services.database import Session
from services.payroll_facts import Person
from services.payroll_ground import Ground
from services.payroll_taxes import Tax, rules, tax_of
from services.payroll_wages import Wage, columns, wage_of
from services.permissions import open_to_all
from services.social_insurance import fen_item

COLUMNS = tuple(column.name for column in PayrollLine.__table__.columns if column.name != "id")


type _Side = tuple[int, int, int]
# head of the JSON, 0 or 1 by fund, floor, ceiling, employer's side, employee's side, unit
type _Item = tuple[str, int, int, int, _Side, _Side, int]


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


_BATCH = 200  # lines that stay close by while they are made and written
_SUMMED = [
    itemgetter(COLUMNS.index(name)) for name in ("gross", "social", "housing", "tax", "net", "employer_cost")
]
_WHO, _PLACE = COLUMNS.index("employee_id"), COLUMNS.index("position")
_CENTS = [f'.{cents:02}"' for cents in range(100)]
_NOT_INSURED = Insured("{}", 0, 0, 0)


@open_to_all("a step of services that have checked")
def write(session: Session, ground: Ground, run_id: int) -> Totals:
    """Reckon and write every line of a run; returns their sums. Raises Refused "payroll.formula"."""
    connection = session.connection()
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    places = ", ".join([mark] * len(COLUMNS))
    statement = f"INSERT INTO payroll_line ({', '.join(COLUMNS)}) VALUES ({places})"  # noqa: S608 - our own names
    people, sums = 0, [0] * len(_SUMMED)
    with closing(
        connection.connection.cursor()
    ) as cursor:  # the driver's own: every step more costs at 100,000
        for lines in batched(_lines(ground, run_id), _BATCH):
            cursor.executemany(statement, lines)
            people += len(lines)
            sums = [so_far + sum(map(get, lines)) for so_far, get in zip(sums, _SUMMED, strict=True)]
    gross, social, housing, tax, net, cost = sums
    return Totals(people, gross, social + housing, tax, net, cost)


@open_to_all("a step of services that have checked")
def stored(session: Session, run_id: int) -> dict[int, tuple[Any, ...]]:
    """The lines of a run by employee as `reckoned` makes them."""
    result = session.execute(
        text(f"SELECT {', '.join(COLUMNS)} FROM payroll_line WHERE run_id = :run"),  # noqa: S608 - our own names
        {"run": run_id},
    )
    rows = result.cursor.fetchall()  # type: ignore[attr-defined]  # a CursorResult, typed as its base
    result.close()
    return {row[_WHO]: _without_place(row) for row in rows}


@open_to_all("a step of services that have checked")
def reckoned(ground: Ground, run_id: int) -> dict[int, tuple[Any, ...]]:
    """The lines of a run by employee as they would be written now, whatever their place on the sheet."""
    return {row[_WHO]: _without_place(row) for row in _lines(ground, run_id)}


def _without_place(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[:_PLACE], *row[_PLACE + 1 :])


def _lines(ground: Ground, run_id: int) -> Iterator[tuple[Any, ...]]:
    regular = ground.asked.kind == RunKind.REGULAR
    of, by, texts = columns(ground), rules(ground.asked.pay_on), Texts()
    insure = _Insurer(ground)
    rates, changes, one_off, enrolled = ground.rates, ground.changes, ground.one_off, ground.enrolled
    position = 0
    for person in ground.people:
        who = person.id
        if regular and who not in rates and who not in enrolled and who not in one_off and who not in changes:
            continue
        wage = wage_of(person, of, regular=regular)
        if not regular and not wage.amounts:
            continue
        cover = insure.of(who) if regular else _NOT_INSURED
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
        texts.of(wage.amounts), cover.text, texts.known(tax.deducted), wage.gross, wage.exempt, social, cover.housing,
        tax.now_additional, tax.now_other, tax.tax, wage.withheld, net, cover.employer, wage.gross + cover.employer,
        wage.base_wage, tax.separate, tax.separate_tax, paid.year, paid.month, tax.income, tax.exempt, tax.basic,
        tax.special, tax.additional, tax.other, tax.withheld, wage.note,
    )  # fmt: skip


class Texts:
    """Amounts as canonical JSON of yuan; a set of codes is put in order once."""

    def __init__(self) -> None:
        self._orders: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
        self._same: dict[int, tuple[dict[str, int], str]] = {}

    def known(self, amounts: dict[str, int]) -> str:
        """As `of`, for amounts that many people share as one and the same object."""
        found = self._same.get(id(amounts))
        if found is None:
            found = self._same[id(amounts)] = (amounts, self.of(amounts))
        return found[1]

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
    """The insurance of each person: the items of their cities, put in order once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._known: dict[tuple[str | None, str | None], list[_Item]] = {}

    def of(self, employee_id: int) -> Insured:
        enrolled = self._ground.enrolled.get(employee_id)
        if enrolled is None:
            return _NOT_INSURED
        _id, social_city, housing_city, *bases = enrolled
        items = self._known.get((social_city, housing_city))
        if items is None:
            items = self._known[social_city, housing_city] = self._items(social_city, housing_city)
        texts, sums, costs, seen, base_text = [], [0, 0], 0, 0, ""
        for head, fund, floor, ceiling, employer, employee, unit in items:
            base = bases[fund]
            if base is None:
                continue  # a check says so
            if base < floor:
                base = floor
            elif base > ceiling:
                base = ceiling
            if base != seen:
                seen, base_text = base, f"{base // 100}{_CENTS[base % 100]}"
            rate, more, whole = employer
            cost = (base * rate + more) // whole * unit
            rate, more, whole = employee
            due = (base * rate + more) // whole * unit if rate or more else 0
            texts.append(
                f'{head}{base_text},"{cost // 100}{_CENTS[cost % 100]},"{due // 100}{_CENTS[due % 100]}]'
            )
            costs += cost
            sums[fund] += due
        return Insured("{" + ",".join(texts) + "}", sums[0], sums[1], costs)

    def _items(self, *cities: str | None) -> list[_Item]:
        """Canonical order; a city without parameters has none, and a check says so."""
        found = []
        for fund, city in zip((Fund.SOCIAL, Fund.HOUSING), cities, strict=True):
            for rule in self._ground.policies.get((fund.value, city or ""), ()):
                floor, ceiling, *rates, employer_more, employee_more, whole, unit = fen_item(rule)
                employer = _side(rates[0], employer_more, whole, fixed=bool(rule.employer_fixed))
                employee = _side(rates[1], employee_more, whole, fixed=bool(rule.employee_fixed))
                head = f'"{rule.item.value}":["'
                found.append((head, int(fund == Fund.HOUSING), floor, ceiling, employer, employee, unit))
        return sorted(found)


def _side(rate: int, more: int, whole: int, *, fixed: bool) -> _Side:
    """Rate, what is added before cutting to whole steps, and the step; all nothing for a side that pays nothing."""
    return (rate, more, whole) if rate or fixed else (0, 0, 1)
