"""The rules of pay: sentences for what they refuse, words for their choices."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "calendar.pay_day": QT_TRANSLATE_NOOP("Errors", "A pay day is a day of the month from 1 to 31. Correct it."),
    "formula.empty": QT_TRANSLATE_NOOP("Errors", "The formula is empty. Write one, such as 基本工资 × 0.1."),
    "formula.too_long": QT_TRANSLATE_NOOP("Errors", "The formula is longer than {most} signs. Split it into two components."),
    "formula.too_deep": QT_TRANSLATE_NOOP("Errors", "The formula has more than {most} brackets inside one another. Split it into two components."),
    "formula.syntax": QT_TRANSLATE_NOOP("Errors", "The formula cannot be read at place {position}: “{found}” does not belong there. Correct it."),
    "formula.unfinished": QT_TRANSLATE_NOOP("Errors", "The formula breaks off at place {position}: something is missing there. Complete it."),
    "formula.unknown_function": QT_TRANSLATE_NOOP("Errors", "There is no function {name} (place {position}). Use min, max or round."),
    "formula.arguments": QT_TRANSLATE_NOOP("Errors", "{name} at place {position} has the wrong number of arguments. Write it as min(a, b), max(a, b) or round(a, 2)."),
    "formula.places": QT_TRANSLATE_NOOP("Errors", "The decimals of round at place {position} are a whole number from 0 to {most}. Correct it."),
    "formula.circle": QT_TRANSLATE_NOOP("Errors", "These formulas use one another in a circle: {names}. Change one of them."),
    "formula.division_by_zero": QT_TRANSLATE_NOOP("Errors", "The formula divides by zero. Check the values it divides by."),
    "formula.unknown_name": QT_TRANSLATE_NOOP("Errors", "The formula uses {name}, and there is no component of that name. Correct it, or add the component."),
    "formula.too_large": QT_TRANSLATE_NOOP("Errors", "The formula gives a number that is too large. Check its values."),
    "rules.none_on_day": QT_TRANSLATE_NOOP("Errors", "No rule “{name}” is known for {day}. Choose another day, or have the rules brought up to date."),
    "tax.months": QT_TRANSLATE_NOOP("Errors", "Tax is reckoned over the months of one year, in order and each once. Check the months."),
    "tax.negative": QT_TRANSLATE_NOOP("Errors", "The amount to be taxed must not be below zero. Correct it."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {}
