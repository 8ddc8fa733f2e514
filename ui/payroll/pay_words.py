"""Pay in words: why a figure is what it is, what a check found, what made a difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.payroll_differences import DifferenceCause
from services.terms import Fund, InsuranceItem
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
_BY_ITEM = {
    DifferenceCause.BASE,
    DifferenceCause.INSURANCE_BEGAN,
    DifferenceCause.INSURANCE_ENDED,
    DifferenceCause.INSURANCE_RATE,
}
_ROUNDING = Decimal("0.01")

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
    named = _insured(cause.what) if cause.cause in _BY_ITEM and cause.what else cause.what
    figures = [_figure(cause, one) for one in (cause.before, cause.now) if one is not None]
    return " ".join(filter(None, (label(cause.cause), named, " → ".join(figures))))


def _insured(what: str) -> str:
    """An insurance item, or all of a fund."""
    return label(Fund(what) if what in set(Fund) else InsuranceItem(what))


def _figure(cause: Cause, figure: Decimal) -> str:
    """Yuan; the rate of tax in per cent."""
    if cause.cause is DifferenceCause.BRACKET:
        return f"{figure.normalize():f}%"
    return formats.money(figure)


def causes_words(causes: Sequence[Cause]) -> str:
    """All causes of a difference on one line; what comes again is said once."""
    words: list[str] = []
    for cause, before in zip(causes, (None, *causes), strict=False):
        said = cause_words(cause)
        if before is not None and before.cause == cause.cause:
            said = said.removeprefix(label(cause.cause)).lstrip()
        words.append(said)
    return "; ".join(words)


def to_look_at(differences: Sequence[Difference]) -> list[Difference]:
    """Everybody who differs by more than a rounding of the cumulative tax."""
    return [one for one in differences if not all(map(_is_rounding, one.causes))]


def _is_rounding(cause: Cause) -> bool:
    if cause.cause is not DifferenceCause.TAX or cause.before is None or cause.now is None:
        return False
    return abs(cause.now - cause.before) <= _ROUNDING


def notes(differences: Sequence[Difference]) -> dict[int, tuple[str, str]]:
    """The word and its tone that stand in the table for people with something special about them."""
    found = {}
    for one in differences:
        causes = {cause.cause for cause in one.causes}
        for cause, tone in _NOTED:
            if cause in causes:
                found[one.employee_id] = (_in_short(cause), tone)
                break
    return found


def _in_short(cause: DifferenceCause) -> str:
    """The word of a cause in the column of changes, which is as wide as an amount."""
    return {
        DifferenceCause.JOINED: translate("Payroll", "New"),
        DifferenceCause.LEFT: translate("Payroll", "Left"),
        DifferenceCause.BRACKET: translate("Payroll", "Bracket"),
        DifferenceCause.CARD: translate("Payroll", "New card"),
    }[cause]


def people_of(differences: Sequence[Difference], *causes: DifferenceCause) -> frozenset[int]:
    """Who differs for one of these causes; for any that is worth a look when none is named."""
    wanted = set(causes)
    if not wanted:
        return frozenset(one.employee_id for one in to_look_at(differences))
    return frozenset(one.employee_id for one in differences if wanted & {cause.cause for cause in one.causes})


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
