"""Expense policies and city tiers: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "employee.grade": QT_TRANSLATE_NOOP("Errors", "A grade is 1, 2 or 3. Correct it."),
    "policy.amount": QT_TRANSLATE_NOOP(
        "Errors", "A limit is an amount of zero or more with two decimals at most. Correct it."
    ),
    "policy.change_too_early": QT_TRANSLATE_NOOP(
        "Errors",
        "The limit holds from {day} on, so the change must begin later. Choose a later day, or correct the limit itself.",
    ),
    "policy.count": QT_TRANSLATE_NOOP("Errors", "Days or pieces are a number from 1 to {most}. Correct it."),
    "policy.days_turned": QT_TRANSLATE_NOOP(
        "Errors", "The last day is before the first one. Correct the days."
    ),
    "policy.grade": QT_TRANSLATE_NOOP("Errors", "A grade is 1, 2 or 3, or empty for everybody. Correct it."),
    "policy.level": QT_TRANSLATE_NOOP(
        "Errors", "A limit that is passed asks for a reason or stops the paper. Choose one of both."
    ),
    "policy.not_empty": QT_TRANSLATE_NOOP("Errors", "There are limits already. Change them one by one."),
    "policy.overlaps": QT_TRANSLATE_NOOP(
        "Errors",
        "From {first} to {last} another limit holds for the same. End that one first, or use “Change from a day on”.",
    ),
    "policy.tier": QT_TRANSLATE_NOOP("Errors", "A city tier is 1, 2 or 3. Correct it."),
}

WITHOUT_CITY = {  # "lodging_above" where the line names no city
    "warn": QT_TRANSLATE_NOOP(
        "Check",
        "Line {line}: {rate} a night, {excess} above the limit of {limit} (no city given, as tier {tier})",
    ),
    "stop": QT_TRANSLATE_NOOP(
        "Check",
        "Line {line}: {rate} a night, {excess} above the limit of {limit} (no city given, as tier {tier}). Lower it.",
    ),
}

CHECKS: dict[str, dict[str, str]] = {
    "lodging_above": {
        "warn": QT_TRANSLATE_NOOP("Check", "Line {line}: {rate} a night, {excess} above the limit of {limit} ({city}, tier {tier})"),
        "stop": QT_TRANSLATE_NOOP("Check", "Line {line}: {rate} a night, {excess} above the limit of {limit} ({city}, tier {tier}). Lower it."),
    },
    "lodging_within": {
        "ok": QT_TRANSLATE_NOOP("Check", "Lodging is within the limits"),
    },
    "allowance_above": {
        "warn": QT_TRANSLATE_NOOP("Check", "Line {line}: {amount} for {days} days, {excess} above the limit of {limit} a day"),
        "stop": QT_TRANSLATE_NOOP("Check", "Line {line}: {amount} for {days} days, {excess} above the limit of {limit} a day. Lower it."),
    },
    "allowance_within": {
        "ok": QT_TRANSLATE_NOOP("Check", "Allowances are within the limits"),
    },
    "heads_missing": {
        "warn": QT_TRANSLATE_NOOP("Check", "Line {line}: write in its description how many were there, for example 4 人"),
    },
    "per_head_above": {
        "warn": QT_TRANSLATE_NOOP("Check", "Line {line}: {rate} a head for {heads}, {excess} above the limit of {limit}"),
        "stop": QT_TRANSLATE_NOOP("Check", "Line {line}: {rate} a head for {heads}, {excess} above the limit of {limit}. Lower it."),
    },
    "day_off": {
        "warn": QT_TRANSLATE_NOOP("Check", "Line {line} ({category}) was spent on {day}, a day off"),
        "stop": QT_TRANSLATE_NOOP("Check", "Line {line} ({category}) was spent on {day}, a day off. Lower it."),
    },
    "seat_above": {
        "warn": QT_TRANSLATE_NOOP("Check", "Leg {leg} ({from}—{to}): {seat} is above what the grade allows ({allowed})"),
        "stop": QT_TRANSLATE_NOOP("Check", "Leg {leg} ({from}—{to}): {seat} is above what the grade allows ({allowed}). Lower it."),
    },
    "category_above": {
        "warn": QT_TRANSLATE_NOOP("Check", "{category}: {amount} on this paper, {excess} above the limit of {limit}"),
        "stop": QT_TRANSLATE_NOOP("Check", "{category}: {amount} on this paper, {excess} above the limit of {limit}. Lower it."),
    },
    "month_above": {
        "warn": QT_TRANSLATE_NOOP("Check", "{category} in {month}: {amount} with {others}, {excess} above the limit of {limit}"),
        "stop": QT_TRANSLATE_NOOP("Check", "{category} in {month}: {amount} with {others}, {excess} above the limit of {limit}. Lower it."),
    },
    "consecutive": {
        "warn": QT_TRANSLATE_NOOP("Check", "{count} invoices of {seller} in a row: {numbers} (also on {others})"),
        "stop": QT_TRANSLATE_NOOP("Check", "{count} invoices of {seller} in a row: {numbers} (also on {others}). Lower it."),
    },
    "split_papers": {
        "warn": QT_TRANSLATE_NOOP("Check", "{amount} is just below the level of {level}; with {others} it is {sum}"),
        "stop": QT_TRANSLATE_NOOP("Check", "{amount} is just below the level of {level}; with {others} it is {sum}. Lower it."),
    },
}  # fmt: skip

LABELS: dict[str, dict[str, str]] = {
    "CategoryRole": {
        "general": QT_TRANSLATE_NOOP("Label", "General"),
        "transport": QT_TRANSLATE_NOOP("Label", "Intercity transport"),
        "lodging": QT_TRANSLATE_NOOP("Label", "Lodging"),
        "local": QT_TRANSLATE_NOOP("Label", "Local transport"),
        "allowance": QT_TRANSLATE_NOOP("Label", "Travel allowance"),
        "entertainment": QT_TRANSLATE_NOOP("Label", "Entertainment"),
    },
    "PolicyKind": {
        "category_per_paper": QT_TRANSLATE_NOOP("Label", "Limit per paper"),
        "category_per_month": QT_TRANSLATE_NOOP("Label", "Limit per month"),
        "lodging_per_night": QT_TRANSLATE_NOOP("Label", "Lodging per night"),
        "meal_per_day": QT_TRANSLATE_NOOP("Label", "Meals per day"),
        "local_per_day": QT_TRANSLATE_NOOP("Label", "Local transport per day"),
        "seat": QT_TRANSLATE_NOOP("Label", "Class of travel"),
        "per_head": QT_TRANSLATE_NOOP("Label", "Entertainment per head"),
        "invoice_age": QT_TRANSLATE_NOOP("Label", "Age of invoices"),
        "consecutive": QT_TRANSLATE_NOOP("Label", "Invoices in a row"),
        "weekend": QT_TRANSLATE_NOOP("Label", "Weekends and holidays"),
        "split": QT_TRANSLATE_NOOP("Label", "Split papers"),
    },
}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {
    "account_code": QT_TRANSLATE_NOOP("Field", "Account in the books"),
    "account_name": QT_TRANSLATE_NOOP("Field", "Account name"),
    "city": QT_TRANSLATE_NOOP("Field", "City"),
    "city_tier": QT_TRANSLATE_NOOP("Field", "City tier"),
    "count": QT_TRANSLATE_NOOP("Field", "Days or pieces"),
    "from_on": QT_TRANSLATE_NOOP("Field", "From"),
    "grade": QT_TRANSLATE_NOOP("Field", "Grade"),
    "headcount": QT_TRANSLATE_NOOP("Field", "Heads"),
    "source": QT_TRANSLATE_NOOP("Field", "Source"),
    "tier": QT_TRANSLATE_NOOP("Field", "City tier"),
    "to_on": QT_TRANSLATE_NOOP("Field", "To"),
    "words": QT_TRANSLATE_NOOP("Field", "Allowed classes"),
}
