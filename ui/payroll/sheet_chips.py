"""The chips above a payroll sheet: everybody, who differs, who is new, who left, each department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.payroll_differences import DifferenceCause
from services.payroll_sheets import SheetRowKind
from ui.payroll import pay_words

if TYPE_CHECKING:
    from services.payroll_differences import Difference
    from services.payroll_sheets import SheetRow

ALL = "all"
_DEPARTMENT = "department."

translate = QCoreApplication.translate


def chips_of(rows: Sequence[SheetRow]) -> list[tuple[str, str]]:
    """Name and words of each chip, for the departments on this sheet."""
    departments = list(dict.fromkeys(row.department for row in _people(rows)))
    found = [
        (ALL, translate("Payroll", "All")),
        ("differences", translate("Payroll", "With differences")),
        ("joined", translate("Payroll", "New")),
        ("left", translate("Payroll", "Left")),
    ]
    return found + [(_DEPARTMENT + name, name) for name in departments if name]


def members_of(
    name: str, rows: Sequence[SheetRow], differences: Sequence[Difference]
) -> frozenset[int] | None:
    """Who stands behind a chip; None for everybody."""
    causes = {"joined": (DifferenceCause.JOINED,), "left": (DifferenceCause.LEFT, DifferenceCause.MISSING)}
    if name in causes:
        return pay_words.people_of(differences, *causes[name])
    if name == "differences":
        return pay_words.people_of(differences)
    if name.startswith(_DEPARTMENT):
        wanted = name.removeprefix(_DEPARTMENT)
        return frozenset(
            row.employee_id for row in _people(rows) if row.department == wanted and row.employee_id
        )
    return None


def counts_of(rows: Sequence[SheetRow], differences: Sequence[Difference]) -> dict[str, int]:
    """How many people each chip shows."""
    people = _people(rows)
    here = {row.employee_id for row in people}
    counts = Counter(_DEPARTMENT + row.department for row in people)
    for name in ("differences", "joined", "left"):
        counts[name] = len((members_of(name, rows, differences) or frozenset()) & here)
    return {**counts, ALL: len(people)}


def differing(rows: Sequence[SheetRow], differences: Sequence[Difference]) -> int:
    """How many people of the sheet are to be looked at: the number of the chip and of the headline."""
    return counts_of(rows, differences)["differences"]


def _people(rows: Sequence[SheetRow]) -> list[SheetRow]:
    return [row for row in rows if row.kind is SheetRowKind.PERSON]
