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
        "lend": QT_TRANSLATE_NOOP("Label", "Lent"),
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
FIELDS: dict[str, str] = {}
