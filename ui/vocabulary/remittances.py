"""Remittances, bills, base seasons and certificates: sentences for refusals, words for choices, states and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "base_season.exists": QT_TRANSLATE_NOOP("Errors", "The adjustment of {city} from {month} is there already. Open it, or choose another month."),
    "base_season.negative": QT_TRANSLATE_NOOP("Errors", "A base is never below zero. Correct the amount."),
    "base_season.no_average": QT_TRANSLATE_NOOP("Errors", "No payroll of {year} is here for {names}. Enter their average wages of that year, then submit."),
    "base_season.nobody": QT_TRANSLATE_NOOP("Errors", "Nobody was insured with this fund in {city} in {month} and still is. Choose another city or month."),
    "base_season.not_editable": QT_TRANSLATE_NOOP("Errors", "This adjustment was submitted or is in force. Withdraw it first, or leave it as it is."),
    "base_season.stopped": QT_TRANSLATE_NOOP("Errors", "Not insured there any more: {names}. Return the adjustment, collect the wages again, and submit it anew."),
    "base_season.year": QT_TRANSLATE_NOOP("Errors", "The wages of a whole year before the first month count. Enter {year}."),
    "insurance_bill.no_rows": QT_TRANSLATE_NOOP("Errors", "{name} has titles but nobody below them. Download the list of persons, not the sum."),
    "insurance_bill.no_titles": QT_TRANSLATE_NOOP("Errors", "{name} has no line with a name and an amount as titles. Download the bill with a line for each person."),
    "insurance_bill.nobody": QT_TRANSLATE_NOOP("Errors", "Nobody in {name} is in this remittance. Choose the bill of this fund and city."),
    "insurance_bill.several_months": QT_TRANSLATE_NOOP("Errors", "{name} is the bill of several months ({found}). Ask the fund for the bill of {month} alone; nothing was kept."),
    "insurance_bill.other_month": QT_TRANSLATE_NOOP("Errors", "{name} is the bill of {found}, this is {month}. Choose the bill of this month; nothing was kept."),
    "insurance_bill.problems": QT_TRANSLATE_NOOP("Errors", "{count} cells of the bill are no numbers. Correct them in the file, then check it again; nothing was kept."),
    "insurance_roster.months_turned": QT_TRANSLATE_NOOP("Errors", "The last month is before the first one. Correct the months."),
    "insurance_roster.nobody": QT_TRANSLATE_NOOP("Errors", "Nobody is insured with this fund in {city} in {month}. Choose another month or city."),
    "insurance_roster.not_insured": QT_TRANSLATE_NOOP("Errors", "{name} was never insured here. There is nothing to certify."),
    "insurance_roster.nothing_paid": QT_TRANSLATE_NOOP("Errors", "Nothing was archived for {name} in these months. Choose other months."),
    "insurance_roster.too_long": QT_TRANSLATE_NOOP("Errors", "At most {most} months fit. Choose a later first month."),
    "remittance.back_open": QT_TRANSLATE_NOOP("Errors", "A back payment of {city} is still a draft. Archive it or remove it first."),
    "remittance.changed": QT_TRANSLATE_NOOP("Errors", "People, bases or policies have changed since this was reckoned. Reckon again, look at it, then archive it."),
    "remittance.empty": QT_TRANSLATE_NOOP("Errors", "Nobody is in it. Remove this draft."),
    "remittance.frozen": QT_TRANSLATE_NOOP("Errors", "It is archived and stays as it is. What is still owed becomes a back payment."),
    "remittance.gaps": QT_TRANSLATE_NOOP("Errors", "No amount can be reckoned for {names}. Enter the base, or the policy of the city, then reckon again."),
    "remittance.made": QT_TRANSLATE_NOOP("Errors", "{month} is there for every fund. Choose another month."),
    "remittance.month_too_far": QT_TRANSLATE_NOOP("Errors", "{month} is too far ahead. Choose this month or the next one."),
    "remittance.nobody": QT_TRANSLATE_NOOP("Errors", "Nobody is insured in {month}. Let people join at Social insurance first."),
    "remittance.not_frozen": QT_TRANSLATE_NOOP("Errors", "Archive it first: only what stays as it is can be paid."),
    "remittance.not_paid": QT_TRANSLATE_NOOP("Errors", "It is not marked as paid. Look again."),
    "remittance.nothing_owed": QT_TRANSLATE_NOOP("Errors", "Nothing is owed in {city} for the months before."),
    "remittance.paid_later": QT_TRANSLATE_NOOP("Errors", "That day is still to come. Enter the day the money went out."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "RemittanceKind": {
        "monthly": QT_TRANSLATE_NOOP("Label", "Monthly"),
        "back_payment": QT_TRANSLATE_NOOP("Label", "Back payment"),
    },
    "RemittanceState": {
        "draft": QT_TRANSLATE_NOOP("Label", "Draft"),
        "frozen": QT_TRANSLATE_NOOP("Label", "Archived"),
        "paid": QT_TRANSLATE_NOOP("Label", "Paid"),
    },
    "Difference": {
        "joined": QT_TRANSLATE_NOOP("Label", "Joined"),
        "left": QT_TRANSLATE_NOOP("Label", "Left"),
        "base": QT_TRANSLATE_NOOP("Label", "Base changed"),
        "amount": QT_TRANSLATE_NOOP("Label", "Amount changed"),
    },
    "RosterKind": {
        "roster": QT_TRANSLATE_NOOP("Label", "Roster of a month"),
        "record": QT_TRANSLATE_NOOP("Label", "Record of a person"),
        "statement": QT_TRANSLATE_NOOP("Label", "Certificate of insurance"),
    },
    "BillKind": {
        "missing": QT_TRANSLATE_NOOP("Label", "Missing in the bill"),
        "extra": QT_TRANSLATE_NOOP("Label", "Only in the bill"),
        "differs": QT_TRANSLATE_NOOP("Label", "Differs"),
        "identity": QT_TRANSLATE_NOOP("Label", "Other ID number"),
        "twice": QT_TRANSLATE_NOOP("Label", "Twice in the bill"),
    },
    "BillColumn": {
        "name": QT_TRANSLATE_NOOP("Label", "Name"),
        "identity": QT_TRANSLATE_NOOP("Label", "ID number"),
        "month": QT_TRANSLATE_NOOP("Label", "Month"),
        "item": QT_TRANSLATE_NOOP("Label", "Item"),
        "base": QT_TRANSLATE_NOOP("Label", "Base"),
        "employer": QT_TRANSLATE_NOOP("Label", "Employer's part"),
        "employee": QT_TRANSLATE_NOOP("Label", "Employees' part"),
        "total": QT_TRANSLATE_NOOP("Label", "Together"),
    },
}

TONES: dict[str, dict[str, str]] = {
    "RemittanceState": {"draft": "grey", "frozen": "blue", "paid": "green"},
    "Difference": {"joined": "green", "left": "red", "base": "amber", "amount": "amber"},
    "BillKind": {"missing": "red", "extra": "red", "differs": "amber", "identity": "amber", "twice": "amber"},
}

FIELDS: dict[str, str] = {
    "applied_from": QT_TRANSLATE_NOOP("Field", "First paid in"),
    "average": QT_TRANSLATE_NOOP("Field", "Average wage"),
    "average_of": QT_TRANSLATE_NOOP("Field", "Wages of the year"),
    "base_total": QT_TRANSLATE_NOOP("Field", "Sum of the bases"),
    "bill_name": QT_TRANSLATE_NOOP("Field", "Bill"),
    "bill_result": QT_TRANSLATE_NOOP("Field", "Differences to the bill"),
    "declared": QT_TRANSLATE_NOOP("Field", "Declared base"),
    "differences": QT_TRANSLATE_NOOP("Field", "Differences to the bill"),
    "employee": QT_TRANSLATE_NOOP("Field", "Employees' part"),
    "employee_difference": QT_TRANSLATE_NOOP("Field", "Difference of the employee"),
    "employer": QT_TRANSLATE_NOOP("Field", "Employer's part"),
    "employer_difference": QT_TRANSLATE_NOOP("Field", "Difference of the employer"),
    "months": QT_TRANSLATE_NOOP("Field", "Months"),
    "new_base": QT_TRANSLATE_NOOP("Field", "New base"),
    "people": QT_TRANSLATE_NOOP("Field", "People"),
    "season_id": QT_TRANSLATE_NOOP("Field", "Base adjustment"),
    "total": QT_TRANSLATE_NOOP("Field", "Together"),
}
