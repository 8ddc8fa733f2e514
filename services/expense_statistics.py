"""What was spent on what, by whom, against the year before; every figure is the sum of lines that can be listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, false, func, or_, select, type_coerce

from models.expense_claim import ClaimState, ExpenseClaim, ExpenseLine
from services.database import Session
from services.expense_lines import PROJECT_ID, REGISTER
from services.money import percent_of
from services.permissions import Actor, Permission, requires
from services.registers import Register
from services.statistics_names import names_of
from services.statistics_terms import Counted, Grouping, Key, Span

_NOTHING = Decimal(0)
_ON_THE_WAY = (ClaimState.SUBMITTED, ClaimState.TO_PAY)
_WAS_PAID = (ClaimState.PAID, ClaimState.VOIDED)


@dataclass(frozen=True, slots=True)
class Question:
    """What is added up: by what, which lines by which of their days, from when to when."""

    by: Grouping
    counted: Counted
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: lines and yuan of the span, and of the same span a year before."""

    key: Key
    name: str
    count: int
    amount: Decimal
    count_before: int
    before: Decimal

    @property
    def difference(self) -> Decimal:
        """Yuan more (or less) than the year before."""
        return self.amount - self.before

    @property
    def change(self) -> Decimal | None:
        """The same in percent of the year before; None where nothing was spent then."""
        return percent_of(self.difference, self.before)


@dataclass(frozen=True, slots=True)
class Statistics:
    """The answer: rows by amount, the largest first (months in their order), and their sum."""

    question: Question
    figures: tuple[Figure, ...]
    total: Figure

    def share(self, figure: Figure) -> Decimal | None:
        """What part of the whole a row is, in percent."""
        return percent_of(figure.amount, self.total.amount)


@dataclass(frozen=True, slots=True)
class Matrix:
    """One grouping down, another across: yuan of every pair that has lines; the sums stand in `statistics`."""

    statistics: Statistics
    across: Statistics
    cells: Mapping[tuple[Key, Key], Decimal]


@requires(Permission.CLAIM_SEE)
def statistics(session: Session, actor: Actor, question: Question) -> Statistics:  # noqa: ARG001 - the permission needs it
    """The sanctioned amounts of the lines, grouped.

    What counts: `Counted.PAID` and `Counted.SPENT` papers that were paid, by the day of the payment or by the day the
    line was spent on; `Counted.CLAIMED` also those that are on the way. A voided paper that had been paid counts as
    paid on its day, and its reversal, whose lines are negative, on the day of the reversal (by the days spent:
    on the same days as the paper), so that both together are nothing.
    """
    now, before = _sums(session, question, question.span), _sums(session, question, question.span.before())
    if question.by is Grouping.MONTH:
        before = {_a_year_later(key): sums for key, sums in before.items()}
        keys: Iterable[Key] = question.span.months()
    else:
        keys = now.keys() | before.keys()
    names = names_of(session, question.by, keys)
    nothing = (0, _NOTHING)
    figures = [Figure(key, names[key], *now.get(key, nothing), *before.get(key, nothing)) for key in keys]
    if question.by is not Grouping.MONTH:
        figures.sort(key=lambda one: (-one.amount, -one.before, one.name))
    return Statistics(question, tuple(figures), _total(figures))


@requires(Permission.CLAIM_SEE)
def matrix(session: Session, actor: Actor, question: Question, across: Grouping) -> Matrix:
    """The same lines, each row divided by a second grouping."""
    first, second = _key(question.counted, question.by), _key(question.counted, across)
    found = select(first, second, func.sum(ExpenseLine.sanctioned)).select_from(ExpenseLine)
    rows = found.join(ExpenseClaim, ExpenseLine.claim_id == ExpenseClaim.id)
    rows = rows.where(*_lines(question.counted, question.span)).group_by(first, second)
    cells = {(row[0], row[1]): row[2] for row in session.execute(rows)}
    return Matrix(
        statistics(session, actor, question),
        statistics(session, actor, replace(question, by=across)),
        cells,
    )


def behind(question: Question, span: Span, picks: Mapping[Grouping, Key]) -> Register:
    """The register of exactly the lines that a figure of `span` adds up: `picks` are the row, and the column."""
    wanted = [_is(question.counted, by, key) for by, key in picks.items()]
    clause = and_(*_lines(question.counted, span), *wanted)
    return replace(REGISTER, scope=lambda _context: clause)


def _sums(session: Session, question: Question, span: Span) -> dict[Key, tuple[int, Decimal]]:
    key = _key(question.counted, question.by)
    found = select(key, func.count(), func.sum(ExpenseLine.sanctioned)).select_from(ExpenseLine)
    rows = found.join(ExpenseClaim, ExpenseLine.claim_id == ExpenseClaim.id)
    rows = rows.where(*_lines(question.counted, span)).group_by(key)
    return {row[0]: (row[1], row[2]) for row in session.execute(rows)}


def _lines(counted: Counted, span: Span) -> Sequence[ColumnElement[bool]]:
    """The condition on lines and their papers for what counts in `span`; a reversal of a paid paper is paid itself."""
    if span.last < span.first:
        return (false(),)
    paid = and_(ExpenseClaim.paid_on.is_not(None), ExpenseClaim.state.in_(_WAS_PAID))
    if counted is Counted.CLAIMED:
        paid = or_(paid, ExpenseClaim.state.in_(_ON_THE_WAY))
    return paid, _day(counted).between(span.first, span.last)


def _day(counted: Counted) -> ColumnElement[Any]:
    """The day by which a line belongs to a span."""
    return (ExpenseClaim.paid_on if counted is Counted.PAID else ExpenseLine.spent_on).expression


def _key(counted: Counted, by: Grouping) -> ColumnElement[Any]:
    """What lines are grouped by: ids, and months as the first seven signs of a day."""
    keys: Mapping[Grouping, ColumnElement[Any]] = {
        Grouping.CATEGORY: ExpenseLine.category_id.expression,
        Grouping.DEPARTMENT: ExpenseClaim.department_id.expression,
        Grouping.PROJECT: PROJECT_ID,
        Grouping.PERSON: ExpenseClaim.claimant_id.expression,
        Grouping.MONTH: func.substr(type_coerce(_day(counted), Text()), 1, 7),
    }
    return keys[by]


def _is(counted: Counted, by: Grouping, key: Key) -> ColumnElement[bool]:
    column = _key(counted, by)
    return column.is_(None) if key is None else column == key


def _total(figures: Sequence[Figure]) -> Figure:
    return Figure(
        None,
        "",
        sum(one.count for one in figures),
        sum((one.amount for one in figures), _NOTHING),
        sum(one.count_before for one in figures),
        sum((one.before for one in figures), _NOTHING),
    )


def _a_year_later(key: Key) -> Key:
    year, _, month = str(key).partition("-")
    return f"{int(year) + 1}-{month}"
