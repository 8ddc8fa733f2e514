"""Tax years that are no single story: of who came back within the year, or whose pay became another kind of income."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from services.database import Session
from services.dated_rules import value_on
from services.payroll_facts import INTERN, LABOUR, Carried, Year, month_number
from services.permissions import open_to_all
from services.plain_rows import plain_rows

_UNKNOWN = Year()
_MONTHS = 12
# who may be one of them: hired in the year, or with pay, in it or now, that is no wage
_WHO = """WITH who AS (SELECT id FROM employee WHERE hired_on >= :first
    UNION SELECT employee_id FROM personal_file WHERE employment_kind IN ('intern', 'labour')
    UNION SELECT employee_id FROM payroll_line WHERE tax_year = :year AND employment_kind IN ('intern', 'labour'))
    """
_LINES = """SELECT l.employee_id, l.id, l.tax_month, l.employment_kind, l.cum_basic, l.cum_income, l.cum_exempt,
    l.cum_special, l.cum_additional, l.cum_other, l.cum_withheld FROM who CROSS JOIN payroll_line AS l
    WHERE l.employee_id = who.id AND l.tax_year = :year ORDER BY l.employee_id, l.tax_month, l.id"""
_PEOPLE = """SELECT e.id, coalesce(f.employment_kind, 'full_time'), e.hired_on, e.left_on FROM who
    CROSS JOIN employee AS e LEFT JOIN personal_file AS f ON f.employee_id = e.id WHERE e.id = who.id"""
_CONTRACTS = """SELECT c.employee_id, c.from_on, c.ended_on FROM who CROSS JOIN labour_contract AS c
    WHERE c.employee_id = who.id AND c.kind IN ('fixed_term', 'open_ended', 'task', 'part_time')"""
_PAPERS = """SELECT p.employee_id, p.kind, p.effective_on FROM who CROSS JOIN personnel_paper AS p
    WHERE p.employee_id = who.id AND p.kind IN ('join', 'leave') AND p.applied_on IS NOT NULL"""


class Tenure(NamedTuple):
    """What the lines of the year say of such a person, about the kind of income they get now.

    `months`: the months of the year, as year × 12 + month, in which they work here for it, to December or their last
    one. `carried`: its figures with its last line, None before the first one. `opened`: whether the opening figures of the
    year are of it. `earlier`: whether they worked for it in the year before they were hired again.
    """

    months: frozenset[int]
    carried: Carried | None
    opened: bool
    earlier: bool


class _Line(NamedTuple):
    """A line of the year: its place in time, its kind, and the year's figures with it; fen."""

    employee_id: int
    id: int
    tax_month: int
    kind: str
    basic: int
    income: int
    exempt: int
    special: int
    additional: int
    other: int
    withheld: int


class _Known(NamedTuple):
    """A person now, their labour contracts, and the papers by which they came and left; days as months."""

    kind: str
    hired: int  # 0 where it is not known
    left: int  # 0 while they are here
    contracts: Sequence[tuple[int, int]]  # first month and last one, 0 while it runs
    came: Sequence[int]
    went: Sequence[int]


@open_to_all("a step of services that have checked")
def tenures(session: Session, paid: date, years: Mapping[int, Year]) -> dict[int, Tenure]:
    """Of everybody with lines in the year of `paid` who came back in it or whose pay is or was no wage; by employee."""
    asked = {"year": paid.year, "first": f"{paid.year}-01-01"}
    lines = plain_rows(session, _WHO + _LINES, **asked)
    if not lines:
        return {}
    people = _people(session, asked)
    basic = int(value_on("income_tax", "basic_month", paid) * 100)
    found = {}
    for who, of_one in groupby(map(_Line._make, lines), key=lambda line: line.employee_id):
        found[who] = _tenure(people[who], list(of_one), years.get(who, _UNKNOWN), paid.year, basic)
    return found


def _people(session: Session, asked: Mapping[str, Any]) -> dict[int, _Known]:
    contracts: dict[int, list[tuple[int, int]]] = {}
    papers: dict[tuple[int, str], list[int]] = {}
    for who, begun, ended in plain_rows(session, _WHO + _CONTRACTS, **asked):
        contracts.setdefault(who, []).append((month_number(begun), month_number(ended) if ended else 0))
    for who, kind, day in plain_rows(session, _WHO + _PAPERS, **asked):
        papers.setdefault((who, kind), []).append(month_number(day))
    return {
        who: _Known(
            kind,
            month_number(hired) if hired else 0,
            month_number(left) if left else 0,
            contracts.get(who, ()),
            papers.get((who, "join"), ()),
            papers.get((who, "leave"), ()),
        )
        for who, kind, hired, left in plain_rows(session, _WHO + _PEOPLE, **asked)
    }


def _tenure(known: _Known, lines: list[_Line], year: Year, number: int, basic: int) -> Tenure:
    january = number * _MONTHS + 1
    own = [line for line in lines if _ledger(line.kind) == _ledger(known.kind)]
    last = max(own, key=lambda line: line.id, default=None)
    whole = not year.deduct_basic or year.first_wage or year.whole_year  # then `cum_basic` counts no months
    of_kind = [line for line in lines if _owner(line.kind) == _owner(known.kind)]
    before = set(_counted(of_kind, january, known.hired, 0 if whole else basic))
    before |= set(_contracted(known, january))
    before -= set(_away(known))
    ends = min(known.left or january + 11, january + 11)
    months = before | set(range(max(known.hired, january), ends + 1))
    since = _employed_since(known, lines, january)
    return Tenure(
        frozenset(month for month in months if month >= since or _is_own(month, known, lines, january)),
        Carried(*last[5:]) if last else None,
        min(lines, key=lambda line: line.id) in own,
        bool(before),
    )


def _ledger(kind: str) -> bool:
    """Which figures of the year go on: an intern's pay is 劳务报酬, with a withholding of its own (公告2020年第13号)."""
    return kind == INTERN


def _owner(kind: str) -> str:
    """Whose months count: neither interns nor freelancers are employed."""
    return kind if kind in {INTERN, LABOUR} else ""


def _counted(lines: Iterable[_Line], january: int, hired: int, basic: int) -> Iterator[int]:
    """The months for which lines paid before the person was hired (again) took the basic deduction."""
    so_far = 0
    for line in lines:
        month = january - 1 + line.tax_month
        if month >= hired:
            return
        added = line.basic // basic - so_far if basic else 1
        yield from range(max(january, month - added + 1), month + 1)
        so_far += max(0, added)


def _contracted(known: _Known, january: int) -> Iterator[int]:
    """The months of contracts that ended before an employee was hired again."""
    if _owner(known.kind):
        return
    for begun, ended in known.contracts:
        if ended and ended < known.hired:
            yield from range(max(begun, january), ended + 1)


def _away(known: _Known) -> Iterator[int]:
    """The months between leaving and coming back: a sheet made before the leaving was known may have counted one."""
    came = [known.hired, *known.came, *(first for first, _ in known.contracts)]
    for month in (*known.went, *(ended for _, ended in known.contracts if ended)):
        if month < known.hired:
            yield from range(month + 1, min(one for one in came if one >= month))


def _employed_since(known: _Known, lines: Iterable[_Line], january: int) -> int:
    """From which month on all months are of the present kind, whatever the pay in them was called."""
    others = [january - 1 + line.tax_month for line in lines if _owner(line.kind) != _owner(known.kind)]
    if not others:
        return 0
    begun = [month for month in (known.hired,) if month > min(others)]
    if not _owner(known.kind):
        begun += [first for first, _ in known.contracts if first >= january]
    return min(begun, default=january + _MONTHS)


def _is_own(month: int, known: _Known, lines: Sequence[_Line], january: int) -> bool:
    """Whether the next pay from a month on was of the present kind; what nobody has paid yet will be."""
    place = month - january + 1
    to_come = [line for line in lines if line.tax_month >= place]
    if not to_come:
        return True
    next_one = min(line.tax_month for line in to_come)
    return any(_owner(line.kind) == _owner(known.kind) for line in to_come if line.tax_month == next_one)
