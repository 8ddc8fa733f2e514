"""The lines of a payroll run: reckoned from its ground and written in one go, whatever the number of people."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from itertools import batched, chain, count
from operator import itemgetter
from typing import Any, NamedTuple

from models.payroll import PayrollLine, RunKind
from services.database import Session
from services.payroll_facts import Person
from services.payroll_ground import Ground
from services.payroll_insured import NOT_INSURED, Insured, Insurer
from services.payroll_taxes import Tax, rules, tax_of
from services.payroll_texts import Texts
from services.payroll_wages import Columns, Wage, columns, wage_of
from services.permissions import open_to_all
from services.plain_rows import plain_rows

COLUMNS = tuple(column.name for column in PayrollLine.__table__.columns if column.name != "id")


class Totals(NamedTuple):
    """What the lines add up to, in fen."""

    people: int = 0
    gross: int = 0
    insurance: int = 0
    tax: int = 0
    net: int = 0
    employer_cost: int = 0


_BATCH = 500  # lines a statement: 20,500 values of the 32,766 that SQLite takes
_AHEAD = 4  # statements that may wait while the writing thread waits for its turn at Python
_WHO, _PLACE = COLUMNS.index("employee_id"), COLUMNS.index("position")
_SUMMED = [
    itemgetter(COLUMNS.index(name)) for name in ("gross", "social", "housing", "tax", "net", "employer_cost")
]


@open_to_all("a step of services that have checked")
def write(session: Session, ground: Ground, run_id: int) -> Totals:
    """Reckon and write every line of a run; returns their sums. Raises Refused "payroll.formula".

    The database writes some lines while the next are reckoned: many a statement, so that it seldom asks for Python.
    """
    connection = session.connection()
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    place = f"({', '.join([mark] * len(COLUMNS))})"
    head = f"INSERT INTO payroll_line ({', '.join(COLUMNS)}) VALUES "  # noqa: S608 - our own names
    people, sums, writing = 0, [0] * len(_SUMMED), deque[Future[Any]]()
    with closing(connection.connection.cursor()) as cursor, ThreadPoolExecutor(1) as writer:
        for lines in batched(_lines(ground, run_id), _BATCH):
            if len(writing) == _AHEAD:
                writing.popleft().result()
            values = tuple(chain.from_iterable(lines))
            writing.append(writer.submit(cursor.execute, head + ", ".join([place] * len(lines)), values))
            people += len(lines)
            sums = [so_far + sum(map(get, lines)) for so_far, get in zip(sums, _SUMMED, strict=True)]
        for written in writing:
            written.result()
    gross, social, housing, tax, net, cost = sums
    return Totals(people, gross, social + housing, tax, net, cost)


@open_to_all("a step of services that have checked")
def stored(session: Session, run_id: int) -> dict[int, tuple[Any, ...]]:
    """The lines of a run by employee as `reckoned` makes them."""
    asked = f"SELECT {', '.join(COLUMNS)} FROM payroll_line WHERE run_id = :run"  # noqa: S608 - our own names
    rows = plain_rows(session, asked, run=run_id)
    return {row[_WHO]: _without_place(row) for row in rows}


@open_to_all("a step of services that have checked")
def reckoned(ground: Ground, run_id: int) -> dict[int, tuple[Any, ...]]:
    """The lines of a run by employee as they would be written now, whatever their place on the sheet."""
    return {row[_WHO]: _without_place(row) for row in _lines(ground, run_id)}


def _without_place(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[:_PLACE], *row[_PLACE + 1 :])


def _lines(ground: Ground, run_id: int) -> Iterator[tuple[Any, ...]]:
    """In the order of the employees' ids, in which the facts lie in memory and the indexes in the file."""
    regular, paid = ground.asked.kind == RunKind.REGULAR, ground.asked.pay_on
    of, by, texts = columns(ground), rules(paid, ground.asked.kind), Texts()
    insure, year, month = Insurer(ground).of, paid.year, paid.month
    for person, position in sorted(zip(_paid(ground, of), count(1), strict=False)):
        wage = wage_of(person, of, regular=regular)
        cover = insure(person[0]) if regular else NOT_INSURED
        tax = tax_of(person, wage, cover[1] + cover[2] + wage.insurance_difference, ground, by)
        yield (
            run_id,
            position,
            *person[:10],
            *_figures(wage, cover, tax, texts),
            year,
            month,
            *tax[5],
            wage.note,
        )


def _paid(ground: Ground, of: Columns) -> Iterator[Person]:
    """Who has a line, in the order of the sheet: of a regular run whoever anything is known of."""
    if ground.asked.kind != RunKind.REGULAR:
        for person in ground.people:
            if any(row[0] in of.by_id for row in ground.one_off.get(person.id, ())):
                yield person
        return
    known = {*ground.rates, *ground.social, *ground.housing, *ground.one_off, *ground.changes}
    yield from (person for person in ground.people if person[0] in known)


def _figures(wage: Wage, cover: Insured, tax: Tax, texts: Texts) -> tuple[Any, ...]:
    """From the days to the separate tax in the order of `COLUMNS`, which a test compares."""
    amounts, gross, exempt, withheld, base_wage, difference, _bonus, _severance, due, worked, _note = wage
    insured, social, housing, employer = cover
    additional, other, whole_tax, separate, separate_tax, _year, deducted = tax
    social += difference
    net = gross - social - housing - whole_tax - withheld
    return (
        due, worked, texts.of(amounts), insured, texts.known(deducted), gross, exempt, social, housing, additional,
        other, whole_tax, withheld, net, employer, gross + employer, base_wage, separate, separate_tax,
    )  # fmt: skip
