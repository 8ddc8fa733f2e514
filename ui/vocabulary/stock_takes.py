"""Stock-takes: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "stock_take.not_editable": QT_TRANSLATE_NOOP(
        "Errors", "This stock-take was submitted. Withdraw it first, or leave it as it is."
    ),
    "stock_take.scan_kept": QT_TRANSLATE_NOOP("Errors", "A scan stays as it was. Explain the line instead."),
    "asset_label.empty": QT_TRANSLATE_NOOP("Errors", "Nothing was read. Scan the label again."),
    "asset_label.first": QT_TRANSLATE_NOOP(
        "Errors", "A sheet of this size has {most} labels. Enter a number from 1 to {most}."
    ),
    "asset_label.foreign": QT_TRANSLATE_NOOP(
        "Errors", "This is a label of another company (its number there is {number}). Nothing was opened."
    ),
    "asset_label.no_code": QT_TRANSLATE_NOOP(
        "Errors",
        "No QR code and no bars were found in the picture. Take it closer and straight on, or type the number.",
    ),
    "asset_label.no_picture": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is no picture that can be read. Choose a photo or a scan of the label."
    ),
    "asset_label.slow": QT_TRANSLATE_NOOP(
        "Errors", "Reading “{name}” took too long. Cut the picture down to the label."
    ),
    "asset_label.unknown": QT_TRANSLATE_NOOP(
        "Errors", "No asset has the number or serial number “{text}”. Check whether it is in the register."
    ),
    "stock_take.adjustment": QT_TRANSLATE_NOOP(
        "Errors", "{number} is “{found}”: “{what}” does not fit that. Choose something else."
    ),
    "stock_take.away": QT_TRANSLATE_NOOP(
        "Errors",
        "{number} is lent or leased out, not lost. Take it back first, or choose something else for it.",
    ),
    "stock_take.month_closed": QT_TRANSLATE_NOOP(
        "Errors",
        "Depreciation of {month} is closed, so nothing can leave the register in it. Open the month again, or approve next month.",
    ),
    "stock_take.not_open": QT_TRANSLATE_NOOP(
        "Errors", "{number} is “{state}”: that is not possible any more. Look at how it stands now."
    ),
    "stock_take.nothing_counted": QT_TRANSLATE_NOOP(
        "Errors", "Nothing was counted yet. Scan the labels first."
    ),
    "stock_take.nothing_in_scope": QT_TRANSLATE_NOOP(
        "Errors",
        "The register has nothing of this scope on that day. Choose more departments, classes or places.",
    ),
    "stock_take.place_unknown": QT_TRANSLATE_NOOP(
        "Errors",
        "“{place}” for {number} is no place of the register. Add the place, or choose something else for the asset.",
    ),
    "stock_take.disputed": QT_TRANSLATE_NOOP(
        "Errors",
        "Two counts of {number} differ. Go on counting, enter its pieces as they really are, then submit.",
    ),
    "stock_take.several_places": QT_TRANSLATE_NOOP(
        "Errors",
        "{number} was found at several places: {place}. Explain it here, then split the card and move its parts.",
    ),
    "stock_take.scope_kept": QT_TRANSLATE_NOOP(
        "Errors", "Something was counted already: day and scope stay. Give this one up and plan another."
    ),
    "stock_take.lot_changed": QT_TRANSLATE_NOOP(
        "Errors",
        "{number} has {quantity} pieces by now: it was split or merged after it was counted. Count it again, or choose “Search on”.",
    ),
    "stock_take.blind": QT_TRANSLATE_NOOP(
        "Errors", "{number} is a blind count: its differences are shown when the count is finished."
    ),
    "stock_take.not_yet": QT_TRANSLATE_NOOP(
        "Errors", "{number} is planned for {day}. Count on that day, or change the day in its plan first."
    ),
    "stock_take.surplus_entered": QT_TRANSLATE_NOOP(
        "Errors",
        "{number} was found by {other} too and entered in the register there. Choose “Nothing” for it; if it is another thing, count it under another number.",
    ),
    "stock_take.pieces": QT_TRANSLATE_NOOP(
        "Errors", "Type how many pieces were counted, 1 to {most}. For none, use “Counted by mistake”."
    ),
    "stock_take.surplus_unknown": QT_TRANSLATE_NOOP(
        "Errors",
        "{number} is to be entered in the register: say its name, class and replacement value first.",
    ),
    "stock_take.unexplained": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} differences are not explained, the first is {number}. Say for each how it came about.",
    ),
    "stock_take.value": QT_TRANSLATE_NOOP("Errors", "The replacement value must be more than 0."),
    "stock_take_list.no_titles": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” has no column with asset numbers (资产编号). Use the exported list, or a table with that title.",
    ),
    "stock_take_list.nothing": QT_TRANSLATE_NOOP(
        "Errors", "In “{name}” nothing was counted: every count is empty. Fill in the column 实盘数量."
    ),
    "stock_take_list.other_take": QT_TRANSLATE_NOOP(
        "Errors", "Row {row} belongs to another stock-take ({number}). Import it there."
    ),
    "stock_take_list.stops": QT_TRANSLATE_NOOP(
        "Errors", "{count} rows cannot be read. Correct them in the file and choose it again."
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "StockTakeState": {
        "open": QT_TRANSLATE_NOOP("Label", "Counting"),
        "counted": QT_TRANSLATE_NOOP("Label", "Count finished"),
        "submitted": QT_TRANSLATE_NOOP("Label", "Waiting"),
        "approved": QT_TRANSLATE_NOOP("Label", "Approved"),
        "voided": QT_TRANSLATE_NOOP("Label", "Voided"),
    },
    "FoundState": {
        "missing": QT_TRANSLATE_NOOP("Label", "Missing"),
        "found": QT_TRANSLATE_NOOP("Label", "Found"),
        "short": QT_TRANSLATE_NOOP("Label", "Too few"),
        "over": QT_TRANSLATE_NOOP("Label", "Too many"),
        "disputed": QT_TRANSLATE_NOOP("Label", "Counts differ"),
        "elsewhere": QT_TRANSLATE_NOOP("Label", "Elsewhere"),
        "unknown": QT_TRANSLATE_NOOP("Label", "Not in the register"),
        "foreign": QT_TRANSLATE_NOOP("Label", "Another company's"),
    },
    "Adjustment": {
        "none": QT_TRANSLATE_NOOP("Label", "Nothing"),
        "move": QT_TRANSLATE_NOOP("Label", "Correct the place"),
        "write_off": QT_TRANSLATE_NOOP("Label", "Write off"),
        "add": QT_TRANSLATE_NOOP("Label", "Enter in the register"),
        "search": QT_TRANSLATE_NOOP("Label", "Search on"),
    },
    "TakeAction": {
        "count_take": QT_TRANSLATE_NOOP("Label", "Count"),
        "edit_take": QT_TRANSLATE_NOOP("Label", "Edit the plan"),
        "finish": QT_TRANSLATE_NOOP("Label", "Finish the count"),
        "count_on": QT_TRANSLATE_NOOP("Label", "Go on counting"),
        "submit": QT_TRANSLATE_NOOP("Label", "Submit"),
        "withdraw": QT_TRANSLATE_NOOP("Label", "Take back"),
        "approve": QT_TRANSLATE_NOOP("Label", "Approve"),
        "return": QT_TRANSLATE_NOOP("Label", "Return"),
        "void": QT_TRANSLATE_NOOP("Label", "Give up"),
        "explain": QT_TRANSLATE_NOOP("Label", "Differences"),
        "print_differences": QT_TRANSLATE_NOOP("Label", "Surplus and shortage"),
        "export_differences": QT_TRANSLATE_NOOP("Label", "Surplus and shortage as workbook"),
    },
    "ListRemark": {
        "twice": QT_TRANSLATE_NOOP("Label", "Twice in the file"),
        "unknown": QT_TRANSLATE_NOOP("Label", "No such number in the register"),
        "foreign": QT_TRANSLATE_NOOP("Label", "Another company's label"),
        "not_listed": QT_TRANSLATE_NOOP("Label", "Not on this list"),
        "lost_digits": QT_TRANSLATE_NOOP("Label", "The spreadsheet has lost digits"),
        "count": QT_TRANSLATE_NOOP("Label", "The count cannot be read"),
        "changed": QT_TRANSLATE_NOOP("Label", "Said something else before: this replaces it"),
        "taken_back": QT_TRANSLATE_NOOP("Label", "Was counted before: taken back"),
        "disputed": QT_TRANSLATE_NOOP("Label", "Another list has counted it differently"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "StockTakeState": {
        "open": "amber",
        "counted": "blue",
        "submitted": "amber",
        "approved": "green",
        "voided": "grey",
    },
    "FoundState": {
        "missing": "red",
        "found": "green",
        "short": "red",
        "over": "red",
        "disputed": "red",
        "elsewhere": "amber",
        "unknown": "red",
        "foreign": "grey",
    },
    "Adjustment": {"none": "grey", "move": "blue", "write_off": "red", "add": "green", "search": "amber"},
}
FIELDS: dict[str, str] = {
    "blind": QT_TRANSLATE_NOOP("Field", "Blind"),
    "scope": QT_TRANSLATE_NOOP("Field", "Scope"),
    "ticket": QT_TRANSLATE_NOOP("Field", "Ticket"),
    "counted_by": QT_TRANSLATE_NOOP("Field", "Counted by"),
    "watched_by": QT_TRANSLATE_NOOP("Field", "Watched by"),
    "scans": QT_TRANSLATE_NOOP("Field", "Scans"),
    "origin": QT_TRANSLATE_NOOP("Field", "Scanned from"),
    "listed": QT_TRANSLATE_NOOP("Field", "On the list"),
    "found": QT_TRANSLATE_NOOP("Field", "Result"),
    "found_place": QT_TRANSLATE_NOOP("Field", "Place of the count"),
    "times": QT_TRANSLATE_NOOP("Field", "Scans"),
    "explanation": QT_TRANSLATE_NOOP("Field", "Cause of the difference"),
    "adjustment": QT_TRANSLATE_NOOP("Field", "What is done"),
    "write_off_net": QT_TRANSLATE_NOOP("Field", "Net value to be written off"),
    "on_day": QT_TRANSLATE_NOOP("Field", "Day"),
    "class_id": QT_TRANSLATE_NOOP("Field", "Class"),
    "take_id": QT_TRANSLATE_NOOP("Field", "Stock-take"),
    "asset_id": QT_TRANSLATE_NOOP("Field", "Asset"),
}
