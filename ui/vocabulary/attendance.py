"""Attendance: sentences for what is refused of a file or a line, words for its columns and problems."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "attendance.month_closed": QT_TRANSLATE_NOOP("Errors", "The sheet that pays {month} is no draft any more: {state}. Correct it with a one-off line in the open month."),
    "attendance.contradictory": QT_TRANSLATE_NOOP("Errors", "Of {due} days due, {worked} are worked and {missed} are missed (personal, sick, absent): together more than are due. Correct one of them; work on days off belongs to the overtime."),
    "attendance.range": QT_TRANSLATE_NOOP("Errors", "This must be between 0 and {most}. Correct it."),
    "attendance.twice": QT_TRANSLATE_NOOP("Errors", "This person has two lines. Remove one of them."),
    "attendance_file.no_column": QT_TRANSLATE_NOOP("Errors", "No column of {name} is taken for “{value}”. Choose it at Columns."),
    "attendance_file.no_heading": QT_TRANSLATE_NOOP("Errors", "{name} has no column of names. Choose the monthly summary of the attendance app."),
    "attendance_file.no_rows": QT_TRANSLATE_NOOP("Errors", "{name} names nobody below its heading. Export the monthly summary again."),
    "attendance_file.other_month": QT_TRANSLATE_NOOP("Errors", "{name} is the attendance of {month}, and {wanted} is wanted here. Choose the file of that month; nothing was changed."),
    "attendance_file.part_of_month": QT_TRANSLATE_NOOP("Errors", "{name} runs from {first} to {last} only. Export the whole month; nothing was changed."),
    "attendance_file.problems": QT_TRANSLATE_NOOP("Errors", "{count} rows are not clear yet. Say whose they are, correct the file, or skip them."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "AttendanceValue": {
        "name": QT_TRANSLATE_NOOP("Label", "Name"),
        "number": QT_TRANSLATE_NOOP("Label", "Employee no."),
        "department": QT_TRANSLATE_NOOP("Label", "Department"),
        "due": QT_TRANSLATE_NOOP("Label", "Days due"),
        "worked": QT_TRANSLATE_NOOP("Label", "Days worked"),
        "absent": QT_TRANSLATE_NOOP("Label", "Absent"),
        "late_times": QT_TRANSLATE_NOOP("Label", "Times late"),
        "personal": QT_TRANSLATE_NOOP("Label", "Personal leave"),
        "sick": QT_TRANSLATE_NOOP("Label", "Sick leave"),
        "annual": QT_TRANSLATE_NOOP("Label", "Annual leave"),
        "compensatory": QT_TRANSLATE_NOOP("Label", "Time off"),
        "marriage": QT_TRANSLATE_NOOP("Label", "Marriage leave"),
        "maternity": QT_TRANSLATE_NOOP("Label", "Maternity leave"),
        "paternity": QT_TRANSLATE_NOOP("Label", "Paternity leave"),
        "bereavement": QT_TRANSLATE_NOOP("Label", "Bereavement leave"),
        "injury": QT_TRANSLATE_NOOP("Label", "Injury leave"),
        "other": QT_TRANSLATE_NOOP("Label", "Other leave"),
        "overtime_weekday": QT_TRANSLATE_NOOP("Label", "Overtime, weekday"),
        "overtime_rest": QT_TRANSLATE_NOOP("Label", "Overtime, rest day"),
        "overtime_holiday": QT_TRANSLATE_NOOP("Label", "Overtime, holiday"),
    },
    "LeaveKind": {
        "personal": QT_TRANSLATE_NOOP("Label", "Personal leave"),
        "sick": QT_TRANSLATE_NOOP("Label", "Sick leave"),
        "annual": QT_TRANSLATE_NOOP("Label", "Annual leave"),
        "compensatory": QT_TRANSLATE_NOOP("Label", "Time off"),
        "marriage": QT_TRANSLATE_NOOP("Label", "Marriage leave"),
        "maternity": QT_TRANSLATE_NOOP("Label", "Maternity leave"),
        "paternity": QT_TRANSLATE_NOOP("Label", "Paternity leave"),
        "bereavement": QT_TRANSLATE_NOOP("Label", "Bereavement leave"),
        "injury": QT_TRANSLATE_NOOP("Label", "Injury leave"),
        "other": QT_TRANSLATE_NOOP("Label", "Other leave"),
    },
    "Unit": {
        "days": QT_TRANSLATE_NOOP("Label", "days"),
        "hours": QT_TRANSLATE_NOOP("Label", "hours"),
        "minutes": QT_TRANSLATE_NOOP("Label", "minutes"),
        "times": QT_TRANSLATE_NOOP("Label", "times"),
    },
    "RowProblem": {
        "unknown": QT_TRANSLATE_NOOP("Label", "Nobody here has this number or name"),
        "several": QT_TRANSLATE_NOOP("Label", "Several people fit: say who it is"),
        "other_name": QT_TRANSLATE_NOOP("Label", "The number is that of somebody else"),
        "unknown_number": QT_TRANSLATE_NOOP("Label", "Nobody has this number; found by the name only"),
        "twice": QT_TRANSLATE_NOOP("Label", "This person is in the file twice"),
        "not_a_number": QT_TRANSLATE_NOOP("Label", "Not a number"),
        "negative": QT_TRANSLATE_NOOP("Label", "Below zero"),
        "no_days": QT_TRANSLATE_NOOP("Label", "No days are given"),
        "too_many_days": QT_TRANSLATE_NOOP("Label", "More days than the month has"),
        "not_employed": QT_TRANSLATE_NOOP("Label", "Not employed in this month"),
        "days_do_not_add_up": QT_TRANSLATE_NOOP("Label", "Days that are neither worked nor leave"),
        "missing": QT_TRANSLATE_NOOP("Label", "Employed, but not in the file"),
    },
}  # fmt: skip

TONES: dict[str, dict[str, str]] = {
    "RowProblem": {
        "unknown": "red",
        "several": "amber",
        "other_name": "red",
        "unknown_number": "amber",
        "twice": "red",
        "not_a_number": "red",
        "negative": "red",
        "no_days": "red",
        "too_many_days": "red",
        "not_employed": "red",
        "days_do_not_add_up": "grey",
        "missing": "grey",
    },
}

FIELDS: dict[str, str] = {
    "absent": QT_TRANSLATE_NOOP("Field", "Absent"),
    "due": QT_TRANSLATE_NOOP("Field", "Days due"),
    "late_times": QT_TRANSLATE_NOOP("Field", "Late"),
    "leave": QT_TRANSLATE_NOOP("Field", "Leave"),
    "overtime_holiday": QT_TRANSLATE_NOOP("Field", "OT holiday"),
    "overtime_rest": QT_TRANSLATE_NOOP("Field", "OT rest day"),
    "overtime_weekday": QT_TRANSLATE_NOOP("Field", "OT weekday"),
    "source": QT_TRANSLATE_NOOP("Field", "Source"),
    "worked": QT_TRANSLATE_NOOP("Field", "Worked"),
}
