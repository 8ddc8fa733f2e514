"""How cases look in a list: the day with what is left, the step that is next, how many are done."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from services.case_register import SOON
from services.terms import CaseState
from ui.certificates.certificate_cells import days_words
from ui.widgets import formats
from ui.widgets.register_rows import RowValues

translate = QCoreApplication.translate


def _due_on(row: RowValues, today: date) -> tuple[str, str | None]:
    day = row["due_on"]
    if day is None:
        return formats.NOTHING, "muted"
    if row["state"] is not CaseState.OPEN:
        return formats.day(day, today), "muted"
    days = (day - today).days
    return (
        f"{formats.day(day, today)} · {days_words(days)}",
        "red" if days < 0 else "amber" if day <= today + SOON else None,
    )


def _next_day(row: RowValues, today: date) -> tuple[str, str | None]:
    day = row["next_day"]
    if day is None or row["state"] is not CaseState.OPEN:
        return formats.NOTHING, "muted"
    return formats.day(day, today), "red" if day < today else None


def _next_step(row: RowValues, _today: date) -> tuple[str, str | None]:
    if row["state"] is not CaseState.OPEN:
        return (row["result"], "muted") if row["result"] else (formats.NOTHING, "muted")
    return (row["next_step"], None) if row["next_step"] else (formats.NOTHING, "muted")


def _done(row: RowValues, _today: date) -> tuple[str, str | None]:
    if not row["steps"]:
        return formats.NOTHING, "muted"
    return f"{row['steps_done']} / {row['steps']}", "green" if row["steps_done"] == row["steps"] else None


CASES: dict[str, Any] = {"due_on": _due_on, "next_day": _next_day, "next_step": _next_step, "steps_done": _done}  # fmt: skip
