"""What a kind of certificate must be, so that days can be reckoned from it: checked before it is stored. No database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.certificate_terms import DutyKind, DutyRhythm
from services.certificate_duties import KindTerms, day_of, hours_of
from services.errors import Refused

MOST_DAYS, MOST_MONTHS, MOST_REMINDER = 3660, 1200, 366


def check_kind(kind: KindTerms) -> None:
    """Refuse a kind these rules cannot read, at the row.

    Raises:
        Refused: ``certificate.reminders`` (reminders): not all from 1 to 366; ``certificate.too_many`` (months, lead_days,
            duties.N.months, …; most): a number that no calendar holds; ``certificate.duty_twice`` (duties.N); ``certificate.duty`` (duties.N): a word or day
            that is none, or no months between anniversaries; ``certificate.step`` (steps.N): no name, or neither days
            nor months.
    """
    if any(not 1 <= level <= MOST_REMINDER for level in kind.reminders):
        raise Refused("certificate.reminders", "reminders", most=MOST_REMINDER)
    _refuse_numbers(kind)
    _refuse_twice(kind)
    for place, row in enumerate(kind.duties):
        if not _is_duty(row):
            raise Refused("certificate.duty", f"duties.{place}", name=row.get("name", ""))
    for place, row in enumerate(kind.steps):
        if not row.get("name") or ("days" in row) == ("months" in row):
            raise Refused("certificate.step", f"steps.{place}", name=row.get("name", ""))


def _refuse_numbers(kind: KindTerms) -> None:
    """A date typed into a field of days, say: it would stop the reminders of everybody."""
    own: list[tuple[str, object]] = [("months", kind.months), ("lead_days", kind.lead_days)]
    own += [
        (f"{part}.{place}.{name}", row[name])
        for part, rows in (("duties", kind.duties), ("steps", kind.steps))
        for place, row in enumerate(rows)
        for name in ("days", "months", "open_days", "longest")
        if name in row
    ]
    for field, number in own:
        most = MOST_MONTHS if field.endswith(("months", "longest")) else MOST_DAYS
        if isinstance(number, int) and abs(number) > most:
            raise Refused("certificate.too_many", field, most=most)


def _refuse_twice(kind: KindTerms) -> None:
    """Two duties of one code: handling one would silence the other."""
    codes = [row.get("code") for row in kind.duties]
    for place, row in enumerate(kind.duties):
        if row.get("code") in codes[:place]:
            raise Refused("certificate.duty_twice", f"duties.{place}", name=row.get("name", ""))


def _is_duty(row: Mapping[str, Any]) -> bool:
    if row.get("kind") not in set(DutyKind) or not row.get("name") or not row.get("code"):
        return False
    try:
        if "hours" in row and (row["kind"] != DutyKind.TRAINING or (hours_of(row) or 0) <= 0):
            return False
        if row.get("rhythm") == DutyRhythm.VALIDITY:
            return True
        if row.get("rhythm") == DutyRhythm.ANNIVERSARY:
            return int(row["months"]) > 0
        return row.get("rhythm") == DutyRhythm.WINDOW and day_of(row["from"], 2024) <= day_of(row["to"], 2024)
    except (ArithmeticError, KeyError, TypeError, ValueError):
        return False
