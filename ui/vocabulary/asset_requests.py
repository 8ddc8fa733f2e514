"""Purchase requests and registers taken over: sentences for refusals, words for acts."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "asset_import.alike": QT_TRANSLATE_NOOP(
        "Errors",
        "A card like this is here already. Leave the row out, or give it an asset number if it is another one.",
    ),
    "asset_import.leased": QT_TRANSLATE_NOOP(
        "Errors", "It is leased out. Write 在用 or 闲置 in the table and enter its lease afterwards."
    ),
    "asset_import.lent": QT_TRANSLATE_NOOP(
        "Errors",
        "It is lent, but the table does not say who has it (借用人) and until when (应还日期). Add both, or write 在用 and lend it afterwards.",
    ),
    "asset_import.amount": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” is no amount with two decimals at most. Correct it in the table."
    ),
    "asset_import.class": QT_TRANSLATE_NOOP(
        "Errors", "There is no class “{value}”. Add it, or correct the table."
    ),
    "asset_import.disposed": QT_TRANSLATE_NOOP("Errors", "It has been disposed of. Leave the row out."),
    "asset_import.future": QT_TRANSLATE_NOOP("Errors", "This day is still to come. Correct it in the table."),
    "asset_import.method": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” is no method of depreciation. Correct it in the table."
    ),
    "asset_import.net": QT_TRANSLATE_NOOP(
        "Errors", "Cost less depreciation is not the net value: {value}. Correct one of them."
    ),
    "asset_import.no_rows": QT_TRANSLATE_NOOP(
        "Errors", "{name} has titles but no assets below them. Check the file."
    ),
    "asset_import.no_titles": QT_TRANSLATE_NOOP(
        "Errors", "{name} has no row with these titles: {titles}. Add them above the assets."
    ),
    "asset_import.nothing": QT_TRANSLATE_NOOP("Errors", "No row can be taken over. Correct the table first."),
    "asset_import.number": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” is no whole number. Correct it in the table."
    ),
    "asset_import.number_taken": QT_TRANSLATE_NOOP(
        "Errors", "{value} is in the register already. Leave the row out or change the number."
    ),
    "asset_import.person": QT_TRANSLATE_NOOP(
        "Errors", "Nobody here is called {value}. Correct the name, or leave it empty."
    ),
    "asset_import.problems": QT_TRANSLATE_NOOP(
        "Errors", "{count} rows have problems. Correct the table, or leave these rows out."
    ),
    "asset_import.rate": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” is no rate such as 5 %. Correct it in the table."
    ),
    "asset_import.serial_taken": QT_TRANSLATE_NOOP(
        "Errors", "A card has the serial number {value} already. Leave the row out or correct it."
    ),
    "asset_import.several_people": QT_TRANSLATE_NOOP(
        "Errors", "Several people are called {value}. Write the employee number instead."
    ),
    "asset_import.state": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” is no state such as in use or idle. Correct it in the table."
    ),
    "asset_request.above_approved": QT_TRANSLATE_NOOP(
        "Errors",
        "{approved} each was approved, and {most} is the most that may be received. Ask for the dearer one with a new request.",
    ),
    "asset_request.before_approval": QT_TRANSLATE_NOOP(
        "Errors", "{number} was approved on {day}. Choose that day or a later one."
    ),
    "asset_request.closed": QT_TRANSLATE_NOOP(
        "Errors", "{number} is closed. Write a new request for what is still needed."
    ),
    "asset_request.more_than_asked": QT_TRANSLATE_NOOP(
        "Errors", "Only {left} are still to come. Receive no more than was asked for."
    ),
    "asset_request.no_lines": QT_TRANSLATE_NOOP(
        "Errors", "The request has no lines. Add what is to be bought."
    ),
    "asset_request.not_approved": QT_TRANSLATE_NOOP(
        "Errors", "{number} is not approved yet. It is received after that."
    ),
    "asset_request.price": QT_TRANSLATE_NOOP("Errors", "A price is zero or more. Correct it."),
    "asset_request.quantity": QT_TRANSLATE_NOOP("Errors", "Enter a quantity of one or more."),
    "asset_request.too_dear": QT_TRANSLATE_NOOP(
        "Errors", "The amount is too large. Check quantity and price."
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "RequestAction": {
        "edit_request": QT_TRANSLATE_NOOP("Label", "Edit"),
        "submit": QT_TRANSLATE_NOOP("Label", "Submit"),
        "withdraw": QT_TRANSLATE_NOOP("Label", "Withdraw"),
        "approve": QT_TRANSLATE_NOOP("Label", "Approve"),
        "return": QT_TRANSLATE_NOOP("Label", "Return"),
        "receive": QT_TRANSLATE_NOOP("Label", "Receive"),
        "close": QT_TRANSLATE_NOOP("Label", "Close"),
        "delete": QT_TRANSLATE_NOOP("Label", "Delete"),
    },
}
TONES: dict[str, dict[str, str]] = {}
FIELDS: dict[str, str] = {}
