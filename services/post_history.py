"""Posts 任职经历: where somebody worked from which day on; a change of the employee writes the next entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.people import Department, Employee
from models.personnel import PostEntry
from services import personal_lists, records
from services.errors import Refused
from services.permissions import open_to_all
from services.personal_drafts import PostDraft
from services.records import tidy

_WHY = "a step of services that have checked"
GRADES = range(1, 4)
BY_HAND, _DAYS = "手工更正", ("入职日期", "离职日期")


@dataclass(frozen=True, slots=True)
class Standing:
    """Department, post and grade as they are."""

    department_id: int
    post: str
    grade: int


def standing_of(employee: Employee) -> Standing:
    """Where an employee works now."""
    return Standing(employee.department_id, employee.post, employee.grade)


@open_to_all(_WHY)
def note(
    session: Session,
    employee: Employee,
    before: Standing | None,
    from_on: date,
    *,
    reason: str = "",
    paper_id: int | None = None,
    always: bool = False,
) -> None:
    """Write down where `employee` (flushed) works from a day on, if that differs from `before` (None: they joined).

    Who has no entries yet also gets one for where they were, from the day they were hired. A second change of the
    same day corrects the first.
    """
    now = standing_of(employee)
    if before == now and not always:
        return
    entries = {
        item.from_on: item
        for item in personal_lists.of_employee(session, PostEntry, employee.id, PostEntry.from_on)
    }
    if before is not None and not entries and employee.hired_on and employee.hired_on < from_on:
        session.add(_entry(employee.id, employee.hired_on, before))
    held = entries.get(from_on)
    if held is None:
        held = _entry(employee.id, from_on, now)
        session.add(held)
    held.department_id, held.post, held.grade = now.department_id, now.post, now.grade
    held.reason, held.paper_id = reason or held.reason, paper_id or held.paper_id
    session.flush()


@open_to_all(_WHY)
def correct(
    session: Session,
    employee: Employee,
    before: Standing,
    days: tuple[date | None, date | None],
    from_on: date,
) -> None:
    """Write down what was changed without a paper: where `employee` works, or their first or last day (`days` before)."""
    changed = [
        f"{word} {_day(was)}→{_day(now)}"
        for word, was, now in zip(_DAYS, days, (employee.hired_on, employee.left_on), strict=True)
        if was != now
    ]
    reason = f"{BY_HAND}：{'，'.join(changed)}" if changed else BY_HAND
    note(session, employee, before, from_on, reason=reason, always=bool(changed))


def _day(day: date | None) -> str:
    return day.isoformat() if day else "空"


@open_to_all(_WHY)
def forget(session: Session, employee_id: int) -> None:
    """Remove the posts of somebody who is about to be deleted."""
    personal_lists.write(session, PostEntry, employee_id, {}, lambda item: item.from_on)


def _entry(employee_id: int, from_on: date, standing: Standing) -> PostEntry:
    return PostEntry(
        employee_id=employee_id,
        from_on=from_on,
        department_id=standing.department_id,
        post=standing.post,
        grade=standing.grade,
        reason="",
    )


@open_to_all(_WHY)
def of_employee(session: Session, employee_id: int) -> tuple[PostDraft, ...]:
    """The posts in a person's file, the newest first."""
    order = (PostEntry.from_on.desc(), PostEntry.id.desc())
    found = personal_lists.of_employee(session, PostEntry, employee_id, *order)
    return tuple(
        PostDraft(item.from_on, item.department_id, item.post, item.grade, item.reason) for item in found
    )


@open_to_all(_WHY)
def department_names(session: Session) -> dict[int, str]:
    """The name of every department by id."""
    return {row[0]: row[1] for row in session.execute(select(Department.id, Department.name))}


@open_to_all(_WHY)
def write(session: Session, employee_id: int, drafts: Sequence[PostDraft]) -> None:
    """Make the file's posts those of `drafts`; what a personnel paper caused stays as the paper says.

    Raises Refused at `posts.<n>.<column>`: "record.required", "record.gone", "post.same_day", "employee.grade"; "post.of_paper".
    """
    wanted: dict[object, dict[str, object]] = {}
    for number, draft in enumerate(drafts):
        at = f"posts.{number}"
        for name in ("from_on", "department_id"):
            if getattr(draft, name) is None:
                raise Refused("record.required", field=f"{at}.{name}")
        records.refuse_unknown(session, Department, draft.department_id, f"{at}.department_id")
        if draft.from_on in wanted:
            raise Refused("post.same_day", field=f"{at}.from_on")
        if draft.grade not in GRADES:
            raise Refused("employee.grade", field=f"{at}.grade")
        wanted[draft.from_on] = {
            "from_on": draft.from_on,
            "department_id": draft.department_id,
            "post": tidy(draft.post, f"{at}.post"),
            "grade": draft.grade,
            "reason": tidy(draft.reason, f"{at}.reason"),
        }
    _refuse_of_paper(session, employee_id, wanted)
    personal_lists.write(session, PostEntry, employee_id, wanted, lambda item: item.from_on)


def _refuse_of_paper(session: Session, employee_id: int, wanted: dict[object, dict[str, object]]) -> None:
    for item in personal_lists.of_employee(session, PostEntry, employee_id):
        typed = wanted.get(item.from_on)
        same = typed is not None and all(
            typed[name] == getattr(item, name) for name in ("department_id", "post", "grade")
        )
        if item.paper_id is not None and not same:
            raise Refused("post.of_paper", field="posts", day=item.from_on)
