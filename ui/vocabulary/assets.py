"""Fixed assets, places, movements: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "asset.change_order": QT_TRANSLATE_NOOP(
        "Errors",
        "A change of estimate begins after the change before it and after the first charge, and not after the asset has left. Choose another month.",
    ),
    "asset.cost_negative": QT_TRANSLATE_NOOP(
        "Errors", "The cost cannot be below zero. Enter the amount on the invoice."
    ),
    "asset.life": QT_TRANSLATE_NOOP(
        "Errors", "The life is 1 to {longest} months. Enter how long the asset will be used."
    ),
    "asset.not_disposed": QT_TRANSLATE_NOOP(
        "Errors", "Enter the day on which the asset left; then gain or loss can be reckoned."
    ),
    "asset.one_off_class": QT_TRANSLATE_NOOP(
        "Errors", "Buildings, intangibles and deferred expenses cannot be deducted at once. Switch it off."
    ),
    "asset.one_off_day": QT_TRANSLATE_NOOP(
        "Errors",
        "Only what is bought by {until} may be deducted at once. Switch it off or correct the day of purchase.",
    ),
    "asset.one_off_value": QT_TRANSLATE_NOOP(
        "Errors",
        "Only a unit value up to {limit} may be deducted at once. Switch it off or correct the cost.",
    ),
    "asset.opening": QT_TRANSLATE_NOOP(
        "Errors",
        "The opening depreciation lies between 0 and {most}, and needs the months it was charged in.",
    ),
    "asset.opening_months": QT_TRANSLATE_NOOP(
        "Errors",
        "The months already charged are fewer than the life of {months} months, unless everything was charged. Correct the months, the residual or the opening depreciation.",
    ),
    "asset.quantity": QT_TRANSLATE_NOOP(
        "Errors", "A card is for one piece at least. Enter how many there are."
    ),
    "asset.residual": QT_TRANSLATE_NOOP("Errors", "The residual lies between 0 and the cost of {cost}."),
    "asset.start_before_bought": QT_TRANSLATE_NOOP(
        "Errors",
        "The asset was bought on {bought} and cannot be put into use before. Correct one of the days.",
    ),
    "asset.stopped_before_bought": QT_TRANSLATE_NOOP(
        "Errors", "The asset was bought on {bought} and cannot leave before. Correct one of the days."
    ),
    "asset.units": QT_TRANSLATE_NOOP(
        "Errors", "Enter the units of the whole life, above 0, and no month below 0."
    ),
    "asset.units_missing": QT_TRANSLATE_NOOP(
        "Errors", "Depreciation by units needs the units of the whole life, such as kilometres. Enter them."
    ),
    "asset.before_purchase": QT_TRANSLATE_NOOP(
        "Errors", "{number} was bought on {day}. Choose that day or a later one."
    ),
    "asset.borrower": QT_TRANSLATE_NOOP(
        "Errors", "Say who borrows it: a colleague or somebody outside, one of the two."
    ),
    "asset.count": QT_TRANSLATE_NOOP(
        "Errors", "Between 1 and {most} cards are made at once. Correct the number."
    ),
    "asset.disposed": QT_TRANSLATE_NOOP(
        "Errors", "{number} has left the register. Nothing on it changes any more."
    ),
    "asset.due_before": QT_TRANSLATE_NOOP(
        "Errors", "It cannot come back before it goes. Choose a later day."
    ),
    "asset.estimate_taken": QT_TRANSLATE_NOOP(
        "Errors",
        "There is a change of estimate from this month already. Take it back or choose another month.",
    ),
    "asset.future_day": QT_TRANSLATE_NOOP(
        "Errors", "This day is still to come. Enter it when it has happened."
    ),
    "asset.has_left": QT_TRANSLATE_NOOP(
        "Errors", "{name} left on {day}. Choose somebody who works here on the day of the slip."
    ),
    "asset.same_place": QT_TRANSLATE_NOOP(
        "Errors", "{number} is there already, with the same person. Choose another person or place."
    ),
    "asset.in_disposal": QT_TRANSLATE_NOOP(
        "Errors", "{number} stands in the disposal {other}. Take it off there, or wait until it is decided."
    ),
    "asset.is_leased": QT_TRANSLATE_NOOP("Errors", "{number} is leased out. End the lease first."),
    "asset.is_lent": QT_TRANSLATE_NOOP("Errors", "{number} is lent until {due}. Have it brought back first."),
    "asset.issue_it": QT_TRANSLATE_NOOP("Errors", "{number} is in store. Issue it instead of moving it."),
    "asset.merge_differs": QT_TRANSLATE_NOOP(
        "Errors",
        "{number} and {other} differ in name, specification, serial number, supplier, invoice, class, life, first day of use, user or place. Only what is alike is put together.",
    ),
    "asset.merge_method": QT_TRANSLATE_NOOP(
        "Errors",
        "{number} and {other} are depreciated by different methods or were estimated anew in another way. Leave them as two cards.",
    ),
    "asset.merge_two": QT_TRANSLATE_NOOP("Errors", "Select two cards or more to put them together."),
    "asset.month_closed": QT_TRANSLATE_NOOP(
        "Errors", "{month} is closed with this card in it. Begin with a later month."
    ),
    "asset.move_state": QT_TRANSLATE_NOOP(
        "Errors", "{number} is “{state}”, so this is not possible. Look at it again."
    ),
    "asset.moved_earlier": QT_TRANSLATE_NOOP(
        "Errors", "It moved on {day} already, so it was bought on that day or before. Correct the day."
    ),
    "asset.moved_since": QT_TRANSLATE_NOOP(
        "Errors", "{number} moved on {day}. Choose that day or a later one."
    ),
    "asset.no_claim": QT_TRANSLATE_NOOP(
        "Errors", "There is no claim {number}. Correct the number, or leave it empty."
    ),
    "asset.no_estimate": QT_TRANSLATE_NOOP("Errors", "This card has no change of estimate."),
    "asset.no_parts": QT_TRANSLATE_NOOP("Errors", "Say what is taken off."),
    "asset.no_slip": QT_TRANSLATE_NOOP(
        "Errors", "There is no slip of this card yet. Its next movement writes one."
    ),
    "asset.not_at_home": QT_TRANSLATE_NOOP(
        "Errors", "{number} is away. It is split or put together when it is back."
    ),
    "asset.not_started": QT_TRANSLATE_NOOP(
        "Errors", "{number} is not in use yet. Its values can still be typed on the card."
    ),
    "asset.nothing_chosen": QT_TRANSLATE_NOOP("Errors", "Select a card first."),
    "asset.nothing_left": QT_TRANSLATE_NOOP("Errors", "Something must stay on the card. Take less off."),
    "asset.part_cost": QT_TRANSLATE_NOOP("Errors", "Say how much of the cost goes with it; more than zero."),
    "asset.part_quantity": QT_TRANSLATE_NOOP("Errors", "Take one piece or more off."),
    "asset.repair_cost": QT_TRANSLATE_NOOP("Errors", "A repair costs nothing or more. Correct the amount."),
    "asset.repair_days": QT_TRANSLATE_NOOP("Errors", "The days are zero or more. Correct them."),
    "asset.several_serials": QT_TRANSLATE_NOOP(
        "Errors", "{given} serial numbers for {count} cards. Type one for each, or none."
    ),
    "asset.to_whom": QT_TRANSLATE_NOOP("Errors", "Say to whom it is issued: a person or a department."),
    "asset.too_many": QT_TRANSLATE_NOOP("Errors", "A slip takes {most} cards at most. Select fewer."),
    "asset.values_closed": QT_TRANSLATE_NOOP(
        "Errors", "{month} is closed with this value. Change it with “Estimate anew”, from a later month on."
    ),
    "asset.where_to": QT_TRANSLATE_NOOP("Errors", "Say where it goes: a person, a department or a place."),
    "asset_class.code": QT_TRANSLATE_NOOP(
        "Errors", "The code is one to eight capital letters or digits, such as DZ. Correct it."
    ),
    "asset_class.cycle": QT_TRANSLATE_NOOP(
        "Errors", "A class cannot belong to itself or to one below it. Choose another one."
    ),
    "asset_class.residual": QT_TRANSLATE_NOOP(
        "Errors", "The residual value is between 0 and 100 %. Correct it."
    ),
    "leaving.assets_held": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} assets are still in their hands ({first} first). Have them handed back in “Fixed assets”.",
    ),
    "place.cycle": QT_TRANSLATE_NOOP(
        "Errors", "A place cannot be part of itself or of one in it. Choose another one."
    ),
    "place.slash": QT_TRANSLATE_NOOP("Errors", "A place's name has no “/” in it. Write it without."),
    "asset.has_moved": QT_TRANSLATE_NOOP(
        "Errors", "This asset has movements and stays in the register. Dispose of it instead."
    ),
    "asset.movement_kept": QT_TRANSLATE_NOOP(
        "Errors", "A movement stays as it was written. Move the asset back with a new one."
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "TaxClass": {
        "building": QT_TRANSLATE_NOOP("Label", "Buildings"),
        "production": QT_TRANSLATE_NOOP("Label", "Machines"),
        "furniture": QT_TRANSLATE_NOOP("Label", "Tools and furniture"),
        "vehicle": QT_TRANSLATE_NOOP("Label", "Vehicles"),
        "electronics": QT_TRANSLATE_NOOP("Label", "Electronics"),
        "intangible": QT_TRANSLATE_NOOP("Label", "Intangibles"),
        "deferred": QT_TRANSLATE_NOOP("Label", "Deferred costs"),
    },
    "Method": {
        "straight_line": QT_TRANSLATE_NOOP("Label", "Straight line"),
        "double_declining": QT_TRANSLATE_NOOP("Label", "Double declining"),
        "sum_of_years": QT_TRANSLATE_NOOP("Label", "Sum of years"),
        "units": QT_TRANSLATE_NOOP("Label", "Units of use"),
    },
    "AssetState": {
        "in_use": QT_TRANSLATE_NOOP("Label", "In use"),
        "idle": QT_TRANSLATE_NOOP("Label", "Idle"),
        "repair": QT_TRANSLATE_NOOP("Label", "In repair"),
        "lent": QT_TRANSLATE_NOOP("Label", "Lent"),
        "leased": QT_TRANSLATE_NOOP("Label", "Leased out"),
        "disposed": QT_TRANSLATE_NOOP("Label", "Disposed"),
    },
    "MovementKind": {
        "receive": QT_TRANSLATE_NOOP("Label", "Received"),
        "issue": QT_TRANSLATE_NOOP("Label", "Issued"),
        "return": QT_TRANSLATE_NOOP("Label", "Handed back"),
        "transfer": QT_TRANSLATE_NOOP("Label", "Moved"),
        "lend": QT_TRANSLATE_NOOP("Label", "Lent out"),
        "lend_back": QT_TRANSLATE_NOOP("Label", "Brought back"),
        "repair": QT_TRANSLATE_NOOP("Label", "Sent to repair"),
        "repaired": QT_TRANSLATE_NOOP("Label", "Repaired"),
        "lease": QT_TRANSLATE_NOOP("Label", "Leased out"),
        "lease_back": QT_TRANSLATE_NOOP("Label", "Lease ended"),
        "count": QT_TRANSLATE_NOOP("Label", "Stock-take"),
        "dispose": QT_TRANSLATE_NOOP("Label", "Disposed"),
        "split": QT_TRANSLATE_NOOP("Label", "Split"),
        "merge": QT_TRANSLATE_NOOP("Label", "Merged"),
        "revalue": QT_TRANSLATE_NOOP("Label", "Revalued"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "AssetState": {
        "in_use": "green",
        "idle": "grey",
        "repair": "amber",
        "lent": "amber",
        "leased": "blue",
        "disposed": "grey",
    },
    "MovementKind": {
        "receive": "grey",
        "issue": "green",
        "return": "grey",
        "transfer": "blue",
        "lend": "amber",
        "lend_back": "green",
        "repair": "amber",
        "repaired": "green",
        "lease": "blue",
        "lease_back": "grey",
        "count": "blue",
        "dispose": "red",
        "split": "grey",
        "merge": "grey",
        "revalue": "amber",
    },
}
FIELDS: dict[str, str] = {
    "as_lot": QT_TRANSLATE_NOOP("Field", "One card for all of them"),
    "asset_class_id": QT_TRANSLATE_NOOP("Field", "Class"),
    "asset_id": QT_TRANSLATE_NOOP("Field", "Asset"),
    "bought_on": QT_TRANSLATE_NOOP("Field", "Bought on"),
    "charged_to": QT_TRANSLATE_NOOP("Field", "Charged up to"),
    "claim_number": QT_TRANSLATE_NOOP("Field", "Claim"),
    "class_id": QT_TRANSLATE_NOOP("Field", "Class"),
    "cost": QT_TRANSLATE_NOOP("Field", "Cost"),
    "due_back_on": QT_TRANSLATE_NOOP("Field", "Due back on"),
    "invoice_number": QT_TRANSLATE_NOOP("Field", "Invoice number"),
    "method": QT_TRANSLATE_NOOP("Field", "Depreciation"),
    "movement": QT_TRANSLATE_NOOP("Field", "Movement"),
    "one_off": QT_TRANSLATE_NOOP("Field", "Deducted at once for tax"),
    "opening_accumulated": QT_TRANSLATE_NOOP("Field", "Charged before"),
    "opening_months": QT_TRANSLATE_NOOP("Field", "Months charged before"),
    "outside": QT_TRANSLATE_NOOP("Field", "With"),
    "path": QT_TRANSLATE_NOOP("Field", "Whole place"),
    "place_id": QT_TRANSLATE_NOOP("Field", "Place"),
    "price": QT_TRANSLATE_NOOP("Field", "Price of one"),
    "quantity": QT_TRANSLATE_NOOP("Field", "Quantity"),
    "receipt_line_id": QT_TRANSLATE_NOOP("Field", "Line of the request"),
    "residual": QT_TRANSLATE_NOOP("Field", "Residual value"),
    "residual_rate": QT_TRANSLATE_NOOP("Field", "Residual value, %"),
    "serial_number": QT_TRANSLATE_NOOP("Field", "Serial number"),
    "source_id": QT_TRANSLATE_NOOP("Field", "Split from"),
    "specification": QT_TRANSLATE_NOOP("Field", "Specification"),
    "start_on": QT_TRANSLATE_NOOP("Field", "In use since"),
    "stopped_on": QT_TRANSLATE_NOOP("Field", "Disposed on"),
    "supplier": QT_TRANSLATE_NOOP("Field", "Supplier"),
    "tax_class": QT_TRANSLATE_NOOP("Field", "Class of the tax law"),
    "tax_months": QT_TRANSLATE_NOOP("Field", "Months for tax"),
    "unit": QT_TRANSLATE_NOOP("Field", "Unit"),
    "units_total": QT_TRANSLATE_NOOP("Field", "Units in its life"),
    "wanted_on": QT_TRANSLATE_NOOP("Field", "Wanted by"),
    "warranty_until": QT_TRANSLATE_NOOP("Field", "Warranty until"),
}
