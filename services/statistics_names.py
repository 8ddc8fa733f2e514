"""What the rows of the statistics are called today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import select

from models.expense_category import ExpenseCategory
from models.people import Department, Employee
from models.project import Project
from services.database import Session
from services.permissions import open_to_all
from services.statistics_terms import Grouping, Key


@open_to_all("a step of services/expense_statistics.py, which has checked")
def names_of(session: Session, by: Grouping, keys: Iterable[Key]) -> dict[Key, str]:
    """The name of each key: as it is called now, "" for none; two people of one name have their numbers beside."""
    match by:
        case Grouping.MONTH:
            return {key: str(key) for key in keys}
        case Grouping.CATEGORY:
            found = session.execute(select(ExpenseCategory.id, ExpenseCategory.name))
        case Grouping.DEPARTMENT:
            found = session.execute(select(Department.id, Department.name))
        case Grouping.PROJECT:
            found = session.execute(select(Project.id, Project.name + "（" + Project.number + "）"))
        case Grouping.PERSON:
            return {None: ""} | _people(session)
    names: dict[Key, str] = {row[0]: row[1] for row in found}
    return {None: ""} | names


def _people(session: Session) -> dict[Key, str]:
    found = session.execute(select(Employee.id, Employee.name, Employee.number)).all()
    often = Counter(name for _, name, _ in found)
    return {key: name if often[name] == 1 else f"{name} {number}" for key, name, number in found}
