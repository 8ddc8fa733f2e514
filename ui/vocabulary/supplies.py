"""Supplies and benefits: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "supply.not_enough": QT_TRANSLATE_NOOP(
        "Errors", "Only {on_hand} are on hand. Enter less, or receive more first."
    ),
    "supply.too_large": QT_TRANSLATE_NOOP("Errors", "A line has {most} at most. Check the number."),
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
    "supply.kind_prefix": QT_TRANSLATE_NOOP("Errors", "Enter one to six letters from A to Z, as BG."),
    "supply.unit_kept": QT_TRANSLATE_NOOP(
        "Errors", "Its movements were written in {unit}. Keep it, and write a new article for another unit."
    ),
    "supply.inactive": QT_TRANSLATE_NOOP(
        "Errors", "This article is not in use. Tick “In use” in its form first."
    ),
    "supply.left": QT_TRANSLATE_NOOP(
        "Errors", "{name} left on {day}. Choose who takes it now, or the department alone."
    ),
    "supply.name_person": QT_TRANSLATE_NOOP(
        "Errors",
        "Only {went_out} went out to the department itself. The rest is with {names}: name the person.",
    ),
    "supply.name_department": QT_TRANSLATE_NOOP(
        "Errors",
        "Only {went_out} went out to this person. The rest went to {department} itself: leave the person empty.",
    ),
    "supply.not_out_yet": QT_TRANSLATE_NOOP(
        "Errors", "Only {went_out} were out by {day}. Enter less, or the day it came back."
    ),
    "supply.not_there_then": QT_TRANSLATE_NOOP(
        "Errors",
        "Of what stood there on {day}, only {on_hand} were not needed since. Enter less, or a later day.",
    ),
    "supply.counted_since": QT_TRANSLATE_NOOP(
        "Errors", "It was counted on {day}, which closed the days before. Enter that day or a later one."
    ),
    "supply.moved_since": QT_TRANSLATE_NOOP(
        "Errors",
        "It was moved on {day}, after this count. Count it again, and enter that day or a later one.",
    ),
    "supply.moved_since_listed": QT_TRANSLATE_NOOP(
        "Errors",
        "{article} was moved while it was counted: {listed} were listed, {on_hand} stand there by now. "
        "Take the fresh figures and look again.",
    ),
    "supply.is_reversal": QT_TRANSLATE_NOOP(
        "Errors", "This slip takes another one back. Write a new slip for what is right."
    ),
    "supply.reversed": QT_TRANSLATE_NOOP("Errors", "It was taken back by {slip} already. Write a new slip."),
    "supply.reverse_day": QT_TRANSLATE_NOOP("Errors", "The slip is of {day}. Enter that day or a later one."),
    "supply.reverse_benefit": QT_TRANSLATE_NOOP(
        "Errors", "This slip belongs to a benefit sheet. Open the sheet again to take it back."
    ),
    "supply.reverse_returned": QT_TRANSLATE_NOOP(
        "Errors", "Some of it came back on {slip}. Take that slip back first."
    ),
    "supply.reverse_value": QT_TRANSLATE_NOOP(
        "Errors",
        "It has gone out at this cost since. Take back the later issues first, or count the article instead.",
    ),
    "benefit.signed": QT_TRANSLATE_NOOP(
        "Errors",
        "The quantity was signed for on {day}. Take the signature out, change it, have it signed again.",
    ),
    "benefit.signed_article": QT_TRANSLATE_NOOP(
        "Errors", "People have signed for this article. Write another sheet for another article."
    ),
    "benefit.open": QT_TRANSLATE_NOOP("Errors", "The sheet is open already. Change it in its form."),
    "benefit.twice": QT_TRANSLATE_NOOP("Errors", "This person is on the sheet twice. Remove one line."),
    "benefit.closed": QT_TRANSLATE_NOOP(
        "Errors",
        "The sheet is closed and booked. Open it again with a reason, or hand back on a slip what comes back.",
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
        "person": QT_TRANSLATE_NOOP("Label", "Person"),
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
    "slips": QT_TRANSLATE_NOOP("Field", "Slips"),
    "signed": QT_TRANSLATE_NOOP("Field", "Signed for"),
    "quantity": QT_TRANSLATE_NOOP("Field", "Quantity"),
    "prefix": QT_TRANSLATE_NOOP("Field", "Codes begin with"),
    "unit_value": QT_TRANSLATE_NOOP("Field", "Cost of one"),
    "low_stock": QT_TRANSLATE_NOOP("Field", "Low-stock line"),
    "supply_id": QT_TRANSLATE_NOOP("Field", "Article"),
    "place_id": QT_TRANSLATE_NOOP("Field", "Place"),
    "to_place_id": QT_TRANSLATE_NOOP("Field", "To place"),
}
