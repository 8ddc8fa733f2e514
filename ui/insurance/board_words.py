"""What a row of the board says: what is missing, by when, what lateness costs, and the step that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.insurance_board_rows import BoardKind
from services.terms import ChangeKind, EmploymentKind
from ui.labels import label
from ui.widgets import formats

if TYPE_CHECKING:
    from datetime import date

    from services.insurance_board import BoardHeadline
    from services.insurance_board_rows import BoardRow

translate = QCoreApplication.translate


def funds(row: BoardRow) -> str:
    """Which funds it is about."""
    if len(row.funds) > 1:
        return translate("Insurance", "Both funds")
    return label(row.funds[0])


def what(row: BoardRow, today: date) -> str:
    """The sentence of a row."""
    sentences = {
        BoardKind.NOT_INSURED: _not_insured,
        BoardKind.STILL_INSURED: _still_insured,
        BoardKind.BASE_OUTSIDE: _base_outside,
        BoardKind.NO_BASE: _no_base,
        BoardKind.NO_POLICY: _no_policy,
        BoardKind.POLICY_UNCONFIRMED: _policy_unconfirmed,
        BoardKind.TO_LODGE: _to_lodge,
        BoardKind.UNCONFIRMED: _unconfirmed,
        BoardKind.EXCLUDED: _excluded,
    }
    return sentences[row.kind](row, today)


def step(row: BoardRow) -> str:
    """What a double click does."""
    if row.kind is BoardKind.TO_LODGE:
        return translate("Insurance", "Lodge…")
    if row.kind is BoardKind.UNCONFIRMED:
        return translate("Insurance", "Confirm…")
    if row.kind is BoardKind.NO_POLICY:
        return translate("Insurance", "Enter the policy…")
    if row.kind is BoardKind.POLICY_UNCONFIRMED:
        return translate("Insurance", "Confirm the policy…")
    if row.change_number:
        return translate("Insurance", "Open {number}").format(number=row.change_number)
    if row.draft is None:
        return ""
    return {
        ChangeKind.JOIN: translate("Insurance", "Join…"),
        ChangeKind.RESUME: translate("Insurance", "Resume…"),
        ChangeKind.STOP: translate("Insurance", "Stop…"),
    }.get(row.draft.kind, translate("Insurance", "Change the base…"))


def headline(found: BoardHeadline, today: date) -> str:
    """What needs doing now, and what the month costs."""
    parts = []
    if found.to_join:
        words = translate("Insurance", "{count} to join")
        if found.join_by is not None:
            words = translate("Insurance", "{count} to join by {day}")
        day = formats.day(found.join_by, today)
        parts.append(words.format(count=found.to_join, day=day))
    if found.to_stop:
        parts.append(translate("Insurance", "{count} to stop").format(count=found.to_stop))
    if found.late:
        parts.append(translate("Insurance", "{count} late").format(count=found.late))
    if found.other:
        parts.append(translate("Insurance", "{count} more to look at").format(count=found.other))
    done = translate("Insurance", "Everybody is insured as they should be")
    bill = translate("Insurance", "this month's bill about {amount}").format(amount=formats.yuan(found.bill))
    return " · ".join([*(parts or [done]), bill])


def _not_insured(row: BoardRow, today: date) -> str:
    since = translate("Insurance", "{funds}: works here since {day}")
    unknown = translate("Insurance", "{funds}: works here, the first day is not entered")
    parts = [(since if row.since else unknown).format(funds=funds(row), day=formats.day(row.since, today))]
    if row.probation:
        parts.append(translate("Insurance", "on probation, to be insured all the same"))
    if row.change_number:
        parts.append(translate("Insurance", "{number} is under way").format(number=row.change_number))
    if row.days and row.fee:
        words = translate(
            "Insurance", "late fee on social insurance of 0.05 % a day since {day}, {amount} so far"
        )
        parts.append(words.format(day=formats.day(row.late_from, today), amount=formats.yuan(row.fee)))
    elif row.late_from is not None:
        words = translate("Insurance", "a late fee on social insurance of 0.05 % a day runs from {day}")
        parts.append(words.format(day=formats.day(row.late_from, today)))
    return " · ".join(parts)


def _still_insured(row: BoardRow, today: date) -> str:
    words = translate("Insurance", "{funds}: left on {day}, still insured in {city}")
    said = words.format(funds=funds(row), day=formats.day(row.since, today), city=row.city)
    if row.change_number:
        said += " · " + translate("Insurance", "{number} is under way").format(number=row.change_number)
    return said


def _base_outside(row: BoardRow, today: date) -> str:  # noqa: ARG001 - every sentence gets the day
    words = translate("Insurance", "{funds}: base {declared} is outside the limits of {city}, {base} counts")
    return words.format(
        funds=funds(row),
        declared=formats.money(row.declared),
        city=row.city,
        base=formats.money(row.suggested),
    )


def _no_base(row: BoardRow, today: date) -> str:  # noqa: ARG001 - every sentence gets the day
    return translate("Insurance", "{funds}: insured, but no base is entered").format(funds=funds(row))


def _policy_unconfirmed(row: BoardRow, today: date) -> str:  # noqa: ARG001 - every sentence gets the day
    words = translate(
        "Insurance",
        "{funds}: {count} people are reckoned by the parameters of {city}, which nobody has confirmed: compare them with the notice",
    )
    return words.format(funds=funds(row), count=formats.count(row.people), city=row.city)


def _no_policy(row: BoardRow, today: date) -> str:  # noqa: ARG001 - every sentence gets the day
    words = translate("Insurance", "{funds}: {city} has no policy for this month, so nothing can be reckoned")
    return words.format(funds=funds(row), city=row.city)


def _to_lodge(row: BoardRow, today: date) -> str:
    words = translate("Insurance", "{funds}: {number} is approved, lodge it by {day}")
    return words.format(funds=funds(row), number=row.change_number, day=formats.day(row.deadline, today))


def _unconfirmed(row: BoardRow, today: date) -> str:
    words = translate("Insurance", "{funds}: {number} was lodged on {day} and is not confirmed yet")
    return words.format(funds=funds(row), number=row.change_number, day=formats.day(row.since, today))


def _excluded(row: BoardRow, today: date) -> str:  # noqa: ARG001 - every sentence gets the day
    why = {
        EmploymentKind.INTERN: translate(
            "Insurance", "students have no employment; insure accidents yourself"
        ),
        EmploymentKind.RETIRED: translate("Insurance", "draws a pension, an engagement is no employment"),
        EmploymentKind.LABOUR: translate("Insurance", "works under a contract for services"),
        EmploymentKind.DISPATCHED: translate("Insurance", "the dispatching company insures them"),
        EmploymentKind.PART_TIME: translate("Insurance", "insures themselves; only work injury is ours"),
    }
    assert row.employment is not None, "the board says why"
    return f"{label(row.employment)}: {why.get(row.employment, '')}"
