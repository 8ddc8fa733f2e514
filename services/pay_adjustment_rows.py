"""One-off lines pasted from a sheet or read from a file: understood first, stored when nothing is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.pay import AdjustmentCause, PayComponent
from models.people import Employee
from services import money, pay_adjustment_lines
from services.database import Session, once
from services.errors import Refused
from services.months import month_of
from services.pay_adjustment_lines import AdjustmentDraft
from services.permissions import Actor, Permission, requires

_NUMBER = frozenset({"工号", "员工编号", "编号", "number"})
_NAME = frozenset({"姓名", "员工", "员工姓名", "name"})
_AMOUNT = frozenset({"金额", "数额", "amount"})
_NOTE = frozenset({"备注", "说明", "note"})
_SKIPPED = frozenset({"序号", "部门", "岗位", "合计"})


@dataclass(frozen=True, slots=True)
class AdjustmentProblem:
    """What is wrong with a pasted or imported row (from 1) and column; `code` names the sentence (CHECKS)."""

    row: int
    column: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class ReadAdjustments:
    """Pasted or imported rows as they were understood, whose they are, and what could not be; nothing is saved yet."""

    drafts: tuple[AdjustmentDraft, ...]
    names: tuple[str, ...]
    problems: tuple[AdjustmentProblem, ...]


@dataclass(frozen=True, slots=True)
class _People:
    by_number: Mapping[str, tuple[int, str]]
    by_name: Mapping[str, list[tuple[int, str]]]


@requires(Permission.PAYROLL_EDIT)
def read_rows(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    month: date,
    component_id: int,
    rows: Sequence[Sequence[str]],
) -> ReadAdjustments:
    """Understand pasted rows: 工号 or 姓名, amount, note; or with a row of titles, whose columns may be component names.

    `component_id` takes the amounts of a column that names no component. Problems are values:
    "adjustment_unknown_person", "adjustment_two_people", "adjustment_amount", "adjustment_unknown_title".
    """
    people = _people(session)
    components = {row.name: row.id for row in session.scalars(select(PayComponent).filter_by(active=True))}
    cells = [[str(cell).strip() for cell in row] for row in rows]
    titles, first = _titles(cells)
    problems = [
        AdjustmentProblem(first, title, "adjustment_unknown_title", title)
        for title in titles
        if title and title not in _NUMBER | _NAME | _AMOUNT | _NOTE | _SKIPPED and title not in components
    ]
    drafts: list[AdjustmentDraft] = []
    names: list[str] = []
    for place, row in enumerate(cells[first:], start=first + 1):
        if not any(row):
            continue
        found, wrong = _read_row(place, row, titles, people, components, component_id, month_of(month))
        problems += wrong
        drafts += [draft for draft, _ in found]
        names += [name for _, name in found]
    return ReadAdjustments(tuple(drafts), tuple(names), tuple(problems))


@requires(Permission.PAYROLL_EDIT)
def save_read(
    session: Session, actor: Actor, drafts: Sequence[AdjustmentDraft], cause: AdjustmentCause, command_id: str
) -> int:
    """Store what `read_rows` understood, all or nothing, once; how many lines. Raises as `pay_adjustment_lines.save`."""
    if not once(session, command_id):
        return len(drafts)
    for draft in drafts:
        pay_adjustment_lines.save(session, actor, draft, cause=cause)
    return len(drafts)


def _people(session: Session) -> _People:
    by_number: dict[str, tuple[int, str]] = {}
    by_name: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for employee_id, number, name in session.execute(select(Employee.id, Employee.number, Employee.name)):
        by_number[number] = (employee_id, name)
        by_name[name].append((employee_id, name))
    return _People(by_number, by_name)


def _titles(rows: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    """The titles and how many rows they take; without any: person, amount, note."""
    known = _NUMBER | _NAME
    if rows and any(cell in known for cell in rows[0]):
        return list(rows[0]), 1
    return ["姓名", "金额", "备注"], 0


def _read_row(
    place: int,
    row: Sequence[str],
    titles: Sequence[str],
    people: _People,
    components: Mapping[str, int],
    component_id: int,
    month: date,
) -> tuple[list[tuple[AdjustmentDraft, str]], list[AdjustmentProblem]]:
    by_title = dict(zip(titles, row, strict=False))
    number = next((by_title[title] for title in titles if title in _NUMBER and by_title.get(title)), "")
    name = next((by_title[title] for title in titles if title in _NAME and by_title.get(title)), "")
    note = next((by_title[title] for title in titles if title in _NOTE and by_title.get(title)), "")
    fits = _fits(people, number, name)
    if len(fits) != 1:
        code = "adjustment_two_people" if fits else "adjustment_unknown_person"
        return [], [AdjustmentProblem(place, "姓名", code, number or name)]
    found, problems = [], []
    for title, text in by_title.items():
        target = components.get(title) or (component_id if title in _AMOUNT else None)
        if target is None or not text or text in {"-", "—"}:
            continue
        amount = _amount(text)
        if amount is None:
            problems.append(AdjustmentProblem(place, title, "adjustment_amount", text))
        elif amount:
            draft = AdjustmentDraft(
                month=month, employee_id=fits[0][0], component_id=target, amount=amount, note=note
            )
            found.append((draft, fits[0][1]))
    return found, problems


def _fits(people: _People, number: str, name: str) -> list[tuple[int, str]]:
    """Whom a row may mean: by number, then by name; a first column may hold either."""
    for key in filter(None, (number, name)):
        if key in people.by_number:
            found = people.by_number[key]
            return [found] if not name or name in {key, found[1]} else []
    return people.by_name.get(name, [])


def _amount(text: str) -> Decimal | None:
    try:
        return money.parse_amount(text)
    except Refused:
        return None
