"""The rules of pay: sentences for what they refuse, words for their choices."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "calendar.pay_day": QT_TRANSLATE_NOOP("Errors", "A pay day is a day of the month from 1 to 31. Correct it."),
    "deduction.not_together": QT_TRANSLATE_NOOP("Errors", "“{one}” and “{other}” cannot be deducted together. Remove one of them."),
    "deduction.share": QT_TRANSLATE_NOOP("Errors", "“{title}” cannot be deducted that often, or with that share. Correct it."),
    "deduction.twice": QT_TRANSLATE_NOOP("Errors", "“{title}” is claimed twice. Remove one of the two."),
    "deduction.unknown": QT_TRANSLATE_NOOP("Errors", "There is no deduction {name} in this month. Choose one from the list."),
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
    "insurance.amount": QT_TRANSLATE_NOOP("Errors", "In the policy of {city}, a limit or fixed sum is below zero or has more than two decimals. Correct it."),
    "insurance.gap": QT_TRANSLATE_NOOP("Errors", "The policies of {city} leave out {month}. Let one of them hold in it."),
    "insurance.item_twice": QT_TRANSLATE_NOOP("Errors", "The policy of {city} has an item twice. Remove one of the two."),
    "insurance.limits_turned": QT_TRANSLATE_NOOP("Errors", "In the policy of {city}, a ceiling is below its floor. Correct them."),
    "insurance.months": QT_TRANSLATE_NOOP("Errors", "The policy of {city} ends before it begins. Correct its months."),
    "insurance.negative": QT_TRANSLATE_NOOP("Errors", "A base wage must not be below zero. Correct it."),
    "insurance.no_policy": QT_TRANSLATE_NOOP("Errors", "No policy of {city} is known for {month}. Enter the one of the local notice."),
    "insurance.overlap": QT_TRANSLATE_NOOP("Errors", "Two policies of {city} hold in {month}. End the earlier one before the later begins."),
    "insurance.rate": QT_TRANSLATE_NOOP("Errors", "In the policy of {city}, a rate is not between 0 and 100 %, or has more than four decimals. Correct it."),
    "labour.days_turned": QT_TRANSLATE_NOOP("Errors", "The last day is before the first one. Correct the days."),
    "labour.probation": QT_TRANSLATE_NOOP("Errors", "A contract of this term allows {months} months of probation, to {day} at most. Shorten the probation."),
    "labour.term": QT_TRANSLATE_NOOP("Errors", "A contract lasts one month at least. Correct its term."),
    "rules.none_on_day": QT_TRANSLATE_NOOP("Errors", "No rule “{name}” is known for {day}. Choose another day, or have the rules brought up to date."),
    "tax.months": QT_TRANSLATE_NOOP("Errors", "Tax is reckoned over the months of one year, in order and each once. Check the months."),
    "tax.negative": QT_TRANSLATE_NOOP("Errors", "The amount to be taxed must not be below zero. Correct it."),
    "wage.attended": QT_TRANSLATE_NOOP("Errors", "More days were attended than the {days} paid days of the month. Correct them."),
    "wage.negative": QT_TRANSLATE_NOOP("Errors", "Wages, days and hours must not be below zero. Correct them."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "Fund": {
        "social": QT_TRANSLATE_NOOP("Label", "Social insurance"),
        "housing": QT_TRANSLATE_NOOP("Label", "Housing fund"),
    },
    "InsuranceItem": {
        "pension": QT_TRANSLATE_NOOP("Label", "Pension"),
        "medical": QT_TRANSLATE_NOOP("Label", "Medical"),
        "large_medical": QT_TRANSLATE_NOOP("Label", "Large medical costs"),
        "unemployment": QT_TRANSLATE_NOOP("Label", "Unemployment"),
        "injury": QT_TRANSLATE_NOOP("Label", "Work injury"),
        "maternity": QT_TRANSLATE_NOOP("Label", "Maternity"),
        "housing_fund": QT_TRANSLATE_NOOP("Label", "Housing fund"),
    },
    "Overtime": {
        "weekday": QT_TRANSLATE_NOOP("Label", "On a working day"),
        "rest_day": QT_TRANSLATE_NOOP("Label", "On a day off"),
        "holiday": QT_TRANSLATE_NOOP("Label", "On a public holiday"),
    },
    "Rounding": {
        "half_up_fen": QT_TRANSLATE_NOOP("Label", "Half up, to fen"),
        "ceil_jiao": QT_TRANSLATE_NOOP("Label", "Up, to jiao"),
        "half_up_yuan": QT_TRANSLATE_NOOP("Label", "Half up, to yuan"),
        "ceil_yuan": QT_TRANSLATE_NOOP("Label", "Up, to yuan"),
    },
}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {}
