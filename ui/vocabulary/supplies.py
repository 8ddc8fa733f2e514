"""Supplies and benefits: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "supply.not_enough": QT_TRANSLATE_NOOP(
        "Errors", "Only {on_hand} are on hand. Enter less, or receive more first."
    ),
    "supply.quantity": QT_TRANSLATE_NOOP("Errors", "Enter a quantity above 0 with three decimals at most."),
    "supply.returned_too_much": QT_TRANSLATE_NOOP(
        "Errors", "Only {went_out} went out. Enter no more than that."
    ),
    "supply.surplus_value": QT_TRANSLATE_NOOP(
        "Errors", "Nothing is on hand that tells the cost of the surplus. Enter the cost of one unit."
    ),
    "supply.value_negative": QT_TRANSLATE_NOOP(
        "Errors", "The value cannot be below zero. Enter 0 for a gift."
    ),
    "supply.future": QT_TRANSLATE_NOOP(
        "Errors", "This day has not come yet. Enter the day it happened, today at the latest."
    ),
    "supply.same_place": QT_TRANSLATE_NOOP("Errors", "It stands there already. Choose another place."),
    "supply.low_stock": QT_TRANSLATE_NOOP("Errors", "Enter a quantity with three decimals at most, or 0."),
    "supply.on_hand": QT_TRANSLATE_NOOP(
        "Errors", "{on_hand} of it are still on hand. Issue or count them off first."
    ),
    "supply.counted_twice": QT_TRANSLATE_NOOP(
        "Errors", "This article is on the slip twice. Put both numbers into one line."
    ),
    "supply.no_slip": QT_TRANSLATE_NOOP(
        "Errors", "There is no slip of this article yet. Receive or issue it first."
    ),
    "supply.nothing_there": QT_TRANSLATE_NOOP("Errors", "Nothing stands at this place. Choose another one."),
    "benefit.twice": QT_TRANSLATE_NOOP("Errors", "This person is on the sheet twice. Remove one line."),
    "benefit.closed": QT_TRANSLATE_NOOP(
        "Errors", "The sheet is closed and booked. What comes back is handed back on a slip."
    ),
    "benefit.nobody_signed": QT_TRANSLATE_NOOP(
        "Errors", "Nobody has signed yet. Note who signed, then close the sheet."
    ),
    "supply.movement_kept": QT_TRANSLATE_NOOP(
        "Errors", "A movement stays as it was written. Enter the opposite one."
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "SupplyAct": {
        "receive": QT_TRANSLATE_NOOP("Label", "Received"),
        "issue": QT_TRANSLATE_NOOP("Label", "Issued"),
        "return": QT_TRANSLATE_NOOP("Label", "Handed back"),
        "count": QT_TRANSLATE_NOOP("Label", "Counted"),
        "transfer": QT_TRANSLATE_NOOP("Label", "Moved"),
    },
    "CostBy": {
        "kind": QT_TRANSLATE_NOOP("Label", "Kind"),
        "department": QT_TRANSLATE_NOOP("Label", "Department"),
        "month": QT_TRANSLATE_NOOP("Label", "Month"),
        "article": QT_TRANSLATE_NOOP("Label", "Article"),
    },
    "CostSource": {
        "supplies": QT_TRANSLATE_NOOP("Label", "Supplies issued"),
        "claims": QT_TRANSLATE_NOOP("Label", "Paid claims"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "SupplyAct": {
        "receive": "green",
        "issue": "blue",
        "return": "grey",
        "count": "amber",
        "transfer": "grey",
    },
}
FIELDS: dict[str, str] = {
    "slip": QT_TRANSLATE_NOOP("Field", "Slip"),
    "signed": QT_TRANSLATE_NOOP("Field", "Signed for"),
    "quantity": QT_TRANSLATE_NOOP("Field", "Quantity"),
    "unit_value": QT_TRANSLATE_NOOP("Field", "Cost of one"),
    "low_stock": QT_TRANSLATE_NOOP("Field", "Low-stock line"),
    "supply_id": QT_TRANSLATE_NOOP("Field", "Article"),
    "place_id": QT_TRANSLATE_NOOP("Field", "Place"),
    "to_place_id": QT_TRANSLATE_NOOP("Field", "To place"),
}
