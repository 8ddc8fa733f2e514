"""Pay in words: why a figure is what it is, what a check found, what made a difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.payroll_differences import DifferenceCause
from ui import vocabulary
from ui.labels import label
from ui.vocabulary import pay
from ui.widgets import formats

if TYPE_CHECKING:
    from services.pay_adjustment_rows import AdjustmentProblem
    from services.payroll_checks import PayrollCheck
    from services.payroll_differences import Cause, Difference
    from services.payroll_reasons import WhyRow

# what is worth a word in the table, the first of them that holds
_NOTED = (
    (DifferenceCause.JOINED, "blue"),
    (DifferenceCause.LEFT, "grey"),
    (DifferenceCause.BRACKET, "amber"),
    (DifferenceCause.CARD, "amber"),
)

translate = QCoreApplication.translate


def filled(template: str, values: Mapping[str, object]) -> str:
    """A sentence with its values as people read them."""
    return template.format(**{name: _shown(value) for name, value in values.items()})


def why_sentence(row: WhyRow) -> str:
    """One step to a figure, its sign before it."""
    words = filled(translate("Why", pay.WHY[row.code]), row.values)
    return f"{row.sign} {words}" if row.sign else words


def check_sentence(check: PayrollCheck) -> str:
    """What a check found."""
    return filled(translate("Check", vocabulary.CHECKS[check.code][check.level.value]), check.values)


def problem_sentence(problem: AdjustmentProblem) -> str:
    """What is wrong with a pasted row."""
    return filled(translate("Check", vocabulary.CHECKS[problem.code]["stop"]), {"value": problem.value})


def cause_words(cause: Cause) -> str:
    """One cause of a difference: 加班费_工作日 0.00 → 517.24."""
    what = " ".join(filter(None, (label(cause.cause), cause.what)))
    if cause.before is None and cause.now is None:
        return what
    if cause.before is None or cause.now is None:
        amount = cause.now if cause.before is None else cause.before
        return f"{what} {formats.money(amount)}"
    return f"{what} {formats.money(cause.before)} → {formats.money(cause.now)}"


def causes_words(causes: Sequence[Cause]) -> str:
    """All causes of a difference on one line."""
    return "; ".join(map(cause_words, causes))


def notes(differences: Sequence[Difference]) -> dict[int, tuple[str, str]]:
    """The word and its tone that stand in the table for people with something special about them."""
    found = {}
    for one in differences:
        causes = {cause.cause for cause in one.causes}
        for cause, tone in _NOTED:
            if cause in causes:
                found[one.employee_id] = (label(cause), tone)
                break
    return found


def people_of(differences: Sequence[Difference], *causes: DifferenceCause) -> frozenset[int]:
    """Who differs for one of these causes; for any when none is named."""
    wanted = set(causes)
    return frozenset(
        one.employee_id for one in differences if not wanted or wanted & {cause.cause for cause in one.causes}
    )


def _shown(value: object) -> str:
    match value:
        case StrEnum():
            return label(value)
        case Decimal():
            return formats.money(value)
        case date():
            return value.isoformat()
        case None:
            return formats.NOTHING
    return str(value)
