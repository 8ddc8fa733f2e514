"""Payroll sheets and what they are made of: words for their kinds, states and causes."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}
CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "RunKind": {
        "regular": QT_TRANSLATE_NOOP("Label", "Wages"),
        "bonus": QT_TRANSLATE_NOOP("Label", "Bonus"),
        "supplement": QT_TRANSLATE_NOOP("Label", "Supplement"),
    },
    "RunState": {
        "draft": QT_TRANSLATE_NOOP("Label", "Draft"),
        "checked": QT_TRANSLATE_NOOP("Label", "Checked"),
        "submitted": QT_TRANSLATE_NOOP("Label", "Being approved"),
        "approved": QT_TRANSLATE_NOOP("Label", "To be paid"),
        "paid": QT_TRANSLATE_NOOP("Label", "Paid"),
        "locked": QT_TRANSLATE_NOOP("Label", "Locked"),
    },
    "BonusTax": {
        "separate": QT_TRANSLATE_NOOP("Label", "By itself"),
        "merged": QT_TRANSLATE_NOOP("Label", "Merged with the year's income"),
    },
    "ComponentKind": {
        "fixed": QT_TRANSLATE_NOOP("Label", "Fixed"),
        "attendance": QT_TRANSLATE_NOOP("Label", "By attendance"),
        "overtime": QT_TRANSLATE_NOOP("Label", "Overtime"),
        "formula": QT_TRANSLATE_NOOP("Label", "Formula"),
        "one_off": QT_TRANSLATE_NOOP("Label", "One-off"),
    },
    "ComponentEffect": {
        "earning": QT_TRANSLATE_NOOP("Label", "Earned"),
        "deduction": QT_TRANSLATE_NOOP("Label", "Deducted before tax"),
        "withholding": QT_TRANSLATE_NOOP("Label", "Withheld after tax"),
    },
    "AdjustmentCause": {
        "typed": QT_TRANSLATE_NOOP("Label", "Typed"),
        "imported": QT_TRANSLATE_NOOP("Label", "Pasted or imported"),
        "repayment": QT_TRANSLATE_NOOP("Label", "Advance paid back"),
        "insurance": QT_TRANSLATE_NOOP("Label", "Insurance difference"),
        "correction": QT_TRANSLATE_NOOP("Label", "Correction of a locked month"),
    },
    "DifferenceCause": {
        "joined": QT_TRANSLATE_NOOP("Label", "Joined"),
        "left": QT_TRANSLATE_NOOP("Label", "Left"),
        "missing": QT_TRANSLATE_NOOP("Label", "Not on this sheet"),
        "rate": QT_TRANSLATE_NOOP("Label", "Change of pay"),
        "attendance": QT_TRANSLATE_NOOP("Label", "Attendance"),
        "one_off": QT_TRANSLATE_NOOP("Label", "One-off"),
        "formula": QT_TRANSLATE_NOOP("Label", "Formula"),
        "base": QT_TRANSLATE_NOOP("Label", "Insurance base"),
        "insurance_began": QT_TRANSLATE_NOOP("Label", "Insurance began"),
        "insurance_ended": QT_TRANSLATE_NOOP("Label", "Insurance ended"),
        "insurance_rate": QT_TRANSLATE_NOOP("Label", "Insurance rate"),
        "bracket": QT_TRANSLATE_NOOP("Label", "Tax bracket"),
        "tax": QT_TRANSLATE_NOOP("Label", "Tax"),
        "deduction": QT_TRANSLATE_NOOP("Label", "Additional deduction"),
        "withheld": QT_TRANSLATE_NOOP("Label", "Withheld"),
        "card": QT_TRANSLATE_NOOP("Label", "New bank card"),
    },
}  # fmt: skip

TONES: dict[str, dict[str, str]] = {
    "RunState": {
        "draft": "grey",
        "checked": "amber",
        "submitted": "amber",
        "approved": "blue",
        "paid": "green",
        "locked": "grey",
    },
}

FIELDS: dict[str, str] = {}
