"""Depreciation and disposals: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "asset_disposal.away": QT_TRANSLATE_NOOP("Errors", "{number} is with {outside}. Take it back first."),
    "asset_disposal.changed": QT_TRANSLATE_NOOP("Errors", "{number} is worth something else than when this was submitted. Return the disposal, so that it is submitted with the new amounts."),
    "asset_disposal.future": QT_TRANSLATE_NOOP("Errors", "The day is still to come. Enter the day on which it left, today at the latest."),
    "asset_disposal.month_closed": QT_TRANSLATE_NOOP("Errors", "Depreciation of {month} is closed. Choose a day of an open month, or reopen the month."),
    "asset_disposal.moved_later": QT_TRANSLATE_NOOP("Errors", "{number} moved on {day} still. Choose that day or a later one."),
    "asset_disposal.negative": QT_TRANSLATE_NOOP("Errors", "Proceeds and fees cannot be below zero. Enter 0 when there were none."),
    "asset_disposal.no_lines": QT_TRANSLATE_NOOP("Errors", "Add at least one asset."),
    "asset_disposal.second": QT_TRANSLATE_NOOP("Errors", "{number} stands in the disposal {other} already. Take it out of one of them."),
    "asset_disposal.twice": QT_TRANSLATE_NOOP("Errors", "{number} stands here twice. Remove one of the lines."),
    "asset.estimate_shared": QT_TRANSLATE_NOOP("Errors", "{number} was estimated anew before it was split or merged. Estimate it anew once more instead."),
    "asset.tax_closed": QT_TRANSLATE_NOOP("Errors", "{month} is closed with this value of the tax book. Leave it, or reopen the month first."),
    "asset.too_far": QT_TRANSLATE_NOOP("Errors", "This goes on beyond the year 9999. Correct the day or the life."),
    "asset.units_month": QT_TRANSLATE_NOOP("Errors", "{number} is charged by units from {first} on, and not after the day it left or this month. Choose another month."),
    "asset.units_most": QT_TRANSLATE_NOOP("Errors", "{number} has {left} units of its whole life left. Correct the units of the month."),
    "asset.units_unused": QT_TRANSLATE_NOOP("Errors", "{number} is not in use yet. Enter since when, then its units."),
    "depreciation.closed": QT_TRANSLATE_NOOP(
        "Errors", "This month is closed. Reopen the newest closed month first."
    ),
    "depreciation.future": QT_TRANSLATE_NOOP("Errors", "{month} has not begun. Choose this month or an earlier one."),
    "depreciation.month_before": QT_TRANSLATE_NOOP("Errors", "A month before is still open. Close that one first."),
    "depreciation.not_closed": QT_TRANSLATE_NOOP("Errors", "This month is open already."),
    "depreciation.nothing": QT_TRANSLATE_NOOP("Errors", "No card is charged in this month. Enter cards with the day they were put into use, or remove the month."),
    "depreciation.skipped": QT_TRANSLATE_NOOP("Errors", "Months follow one another. The next one is {month}."),
    "depreciation.units_missing": QT_TRANSLATE_NOOP("Errors", "{count} cards are charged by units and have none for this month, such as {name}. Enter them under Units of use."),
}  # fmt: skip
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "AccountSide": {
        "department": QT_TRANSLATE_NOOP("Label", "Department"),
        "class": QT_TRANSLATE_NOOP("Label", "Class"),
    },
    "DisposalAction": {
        "edit_disposal": QT_TRANSLATE_NOOP("Label", "Edit"),
        "submit": QT_TRANSLATE_NOOP("Label", "Submit"),
        "withdraw": QT_TRANSLATE_NOOP("Label", "Withdraw"),
        "approve": QT_TRANSLATE_NOOP("Label", "Approve"),
        "return": QT_TRANSLATE_NOOP("Label", "Return"),
        "reverse": QT_TRANSLATE_NOOP("Label", "Reverse"),
        "delete": QT_TRANSLATE_NOOP("Label", "Delete"),
        "print_disposal": QT_TRANSLATE_NOOP("Label", "Print"),
    },
    "MonthCause": {
        "first": QT_TRANSLATE_NOOP("Label", "first month"),
        "opening": QT_TRANSLATE_NOOP("Label", "goes on from the opening balance"),
        "estimate": QT_TRANSLATE_NOOP("Label", "new estimate"),
        "last": QT_TRANSLATE_NOOP("Label", "last month takes the rest"),
        "disposed": QT_TRANSLATE_NOOP("Label", "month of the disposal"),
        "use": QT_TRANSLATE_NOOP("Label", "by units"),
        "catch_up": QT_TRANSLATE_NOOP("Label", "with catch-up"),
    },
    "DisposalReason": {
        "scrap": QT_TRANSLATE_NOOP("Label", "Scrapped"),
        "sale": QT_TRANSLATE_NOOP("Label", "Sold"),
        "donation": QT_TRANSLATE_NOOP("Label", "Given away"),
        "loss": QT_TRANSLATE_NOOP("Label", "Lost"),
        "damage": QT_TRANSLATE_NOOP("Label", "Damaged"),
    },
    "DepreciationState": {
        "open": QT_TRANSLATE_NOOP("Label", "Open month"),
        "closed": QT_TRANSLATE_NOOP("Label", "Closed month"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "DisposalReason": {"scrap": "grey", "sale": "blue", "donation": "grey", "loss": "red", "damage": "red"},
    "DepreciationState": {"open": "amber", "closed": "green"},
}
FIELDS: dict[str, str] = {
    "accumulated": QT_TRANSLATE_NOOP("Field", "Accumulated"),
    "assets": QT_TRANSLATE_NOOP("Field", "Cards"),
    "buyer": QT_TRANSLATE_NOOP("Field", "Buyer"),
    "cost": QT_TRANSLATE_NOOP("Field", "Original cost"),
    "disposal_fees": QT_TRANSLATE_NOOP("Field", "Taxes and fees"),
    "disposal_reason": QT_TRANSLATE_NOOP("Field", "Cause of disposal"),
    "gain_or_loss": QT_TRANSLATE_NOOP("Field", "Gain or loss"),
    "left_on": QT_TRANSLATE_NOOP("Field", "Day it left"),
    "net_value": QT_TRANSLATE_NOOP("Field", "Net value"),
    "on_day": QT_TRANSLATE_NOOP("Field", "On the day"),
    "proceeds": QT_TRANSLATE_NOOP("Field", "Proceeds ex VAT"),
    "tax_amount": QT_TRANSLATE_NOOP("Field", "Tax book"),
    "units": QT_TRANSLATE_NOOP("Field", "Units"),
}
