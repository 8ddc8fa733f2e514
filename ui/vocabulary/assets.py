"""Fixed assets, places, movements: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
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
