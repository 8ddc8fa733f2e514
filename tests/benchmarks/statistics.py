"""Statistics over 1,000,000 papers and their lines: how long a user waits for a chart, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import Any

from models.expense_category import ExpenseCategory
from services import expense_statistics, promise_levels, promises, registers
from services.database import Database, Session
from services.expense_statistics import Question
from services.permissions import Actor
from services.registers import Query
from services.statistics_terms import Counted, Grouping, Period, Span, span_of
from tests.benchmarks import million

ROUNDS = 5
YEAR_MS, ALL_MS = 2000, 10_000  # after two seconds there must be a way to cancel, after ten nobody waits
CATEGORIES = 16

# two lines for every other paper, spent up to nine days before it
_LINES = """
INSERT INTO expense_line (
  claim_id, position, category_id, category_name, spent_on, description, amount, tax, sanctioned, project_name, city
)
SELECT id, {place}, 1 + (id * 7 + {place}) % {categories}, '', date(business_date, '-' || (id % 9) || ' days'), purpose,
  {amount}, 0, {amount}, '', ''
FROM expense_claim WHERE {which} ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question a user asks, and how long it may take."""

    what: str
    ask: Callable[[Session, Actor], Any]
    reach_ms: int = YEAR_MS


def folder(today: date) -> Path:
    """The database of a million papers, with lines; they are written when they are not there yet."""
    made = million.folder(today=today)
    if not (made / "lines").exists():
        database = Database.open(made)
        _write_lines(database)
        database.close()
        (made / "lines").touch()
    return made


def _write_lines(database: Database) -> None:
    """As every loader does: past the guards, which want drafts, and the indexes after the rows."""
    with database.write() as session:
        names = range(1, CATEGORIES + 1)
        session.add_all(ExpenseCategory(code=f"{n:02}", name=f"费用{n:02}", position=n) for n in names)
        session.flush()
        connection = session.connection()
        wanted = "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'expense_line' AND type IN ('trigger', 'index') AND sql <> ''"
        found = connection.exec_driver_sql(wanted).all()
        for kind, name, _sql in found:
            connection.exec_driver_sql(f"DROP {kind} {name}")
        half = "amount - amount / 3 * (id % 2)"
        for place, amount, which in ((0, half, "1"), (1, "amount / 3", "id % 2 AND amount > 3")):
            connection.exec_driver_sql(
                _LINES.format(place=place, amount=amount, which=which, categories=CATEGORIES)
            )
        for _kind, _name, sql in found:
            connection.exec_driver_sql(sql)
        connection.exec_driver_sql("ANALYZE")


def rows() -> list[tuple[str, str, str, bool]]:
    """(what, reach, measured, met) of every question."""
    today = date.today()
    database = Database.open(folder(today), exclusive=False)
    try:
        actor = million.clerk(database)
        with database.read() as session:
            return [_measured(session, actor, asked) for asked in _questions(today)]
    finally:
        database.close()


def _questions(today: date) -> list[Asked]:
    year, ever = span_of(Period.TWELVE_MONTHS, today), Span(date(today.year - 10, 1, 1), today)

    def added_up(by: Grouping, counted: Counted, span: Span) -> Callable[[Session, Actor], Any]:
        question = Question(by, counted, span)
        return lambda session, actor: expense_statistics.statistics(session, actor, question)

    months = Question(Grouping.CATEGORY, Counted.PAID, year)
    first = today.replace(day=1)
    return [
        Asked("twelve months by category, by the day paid", added_up(Grouping.CATEGORY, Counted.PAID, year)),
        Asked("twelve months by department, by the day spent", added_up(Grouping.DEPARTMENT, Counted.SPENT, year)),
        Asked("twelve months, category × month", lambda session, actor: expense_statistics.matrix(session, actor, months, Grouping.MONTH)),
        Asked("ten years by month", added_up(Grouping.MONTH, Counted.PAID, ever), ALL_MS),
        Asked("the list behind a figure: first rows and sum", _list_behind(months)),
        Asked("promises of twelve months", lambda session, actor: promises.by_month(session, actor, today=today)),
        Asked("where the time of a month went", lambda session, actor: promise_levels.by_level(session, actor, first, today=today)),
    ]  # fmt: skip


def _list_behind(question: Question) -> Callable[[Session, Actor], Any]:
    def ask(session: Session, actor: Actor) -> Any:
        register = expense_statistics.behind(question, question.span, {Grouping.CATEGORY: 3})
        query = Query(question.span.last)
        registers.count_and_sum(session, actor, register, query)
        return registers.window(session, actor, register, query, 0, 100)

    return ask


def _measured(session: Session, actor: Actor, asked: Asked) -> tuple[str, str, str, bool]:
    asked.ask(session, actor)
    took = []
    for _ in range(ROUNDS):
        start = perf_counter_ns()
        asked.ask(session, actor)
        took.append(perf_counter_ns() - start)
    middle = median(took) / 1_000_000
    what = f"statistics of 1,000,000 papers: {asked.what}"
    return what, f"≤ {asked.reach_ms} ms", f"{middle:.0f} ms", middle <= asked.reach_ms


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
