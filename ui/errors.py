"""Sentences for refusals: what happened, and what to do. Every code of the services has one here."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from services.errors import Refused
from ui.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    # the database and its file
    "database.busy": QT_TRANSLATE_NOOP("Errors", "The database is busy with another change. Wait a moment and try again."),
    "database.cannot_open": QT_TRANSLATE_NOOP("Errors", "The folder {folder} cannot be opened. Check that it exists and that you may write in it."),
    "database.cloud_folder": QT_TRANSLATE_NOOP("Errors", "{folder} is synchronised by {service}, which can tear a database. Choose a folder that stays on this computer, or use a PostgreSQL server."),
    "database.damaged": QT_TRANSLATE_NOOP("Errors", "The database file is damaged. Nothing more was written. Restore the last backup."),
    "database.disk_error": QT_TRANSLATE_NOOP("Errors", "The disk reported an error and nothing was saved. Check the disk, then try again."),
    "database.full": QT_TRANSLATE_NOOP("Errors", "The disk is full and nothing was saved. Free some space, then try again."),
    "database.in_use": QT_TRANSLATE_NOOP("Errors", "This database is open in another OpsDesk: {holder}. Close it there first."),
    "database.network_folder": QT_TRANSLATE_NOOP("Errors", "{folder} is on a network share, where a database file can be torn. Choose a folder on this computer, or use a PostgreSQL server."),
    "database.newer": QT_TRANSLATE_NOOP("Errors", "This database was made by a newer OpsDesk. Update the program, then open it again."),
    "database.not_a_database": QT_TRANSLATE_NOOP("Errors", "This file is not an OpsDesk database. Choose another one, or restore a backup."),
    "database.read_only": QT_TRANSLATE_NOOP("Errors", "The data folder is read-only and nothing was saved. Allow writing there, then try again."),
    "database.unreachable": QT_TRANSLATE_NOOP("Errors", "The database server does not answer. Check the network, then try again."),
    "database.upgrade_failed": QT_TRANSLATE_NOOP("Errors", "The database could not be upgraded and was left as it was. Send the log to whoever looks after OpsDesk."),
    # any record
    "permission.denied": QT_TRANSLATE_NOOP("Errors", "You may not do this ({permission}). Ask an administrator for the right."),
    "record.duplicate": QT_TRANSLATE_NOOP("Errors", "There is already a record with this value. Choose another one."),
    "record.in_use": QT_TRANSLATE_NOOP("Errors", "Other records refer to this one, so it cannot be removed. Deactivate it instead."),
    "record.not_allowed": QT_TRANSLATE_NOOP("Errors", "The database refused a value ({rule}). Check what was entered."),
    "record.required": QT_TRANSLATE_NOOP("Errors", "This must be filled in."),
    "record.stale": QT_TRANSLATE_NOOP("Errors", "Somebody else has changed this meanwhile. Reload it and look at what they changed."),
    "record.taken": QT_TRANSLATE_NOOP("Errors", "Another record has this already. Choose another one."),
    # money as it is typed
    "money.divided_by_zero": QT_TRANSLATE_NOOP("Errors", "“{text}” divides by zero. Correct the sum."),
    "money.no_weights": QT_TRANSLATE_NOOP("Errors", "There is nothing to share the amount by. Enter at least one share above zero."),
    "money.not_a_number": QT_TRANSLATE_NOOP("Errors", "The amount is not a number. Enter it again."),
    "money.not_an_amount": QT_TRANSLATE_NOOP("Errors", "“{text}” is not an amount. Enter it like 1,234.50 or =12*80+35."),
    "money.too_large": QT_TRANSLATE_NOOP("Errors", "The amount is too large. The largest is 999,999,999,999.99."),
    "money.too_many_decimals": QT_TRANSLATE_NOOP("Errors", "An amount has two decimals at most. Round it yourself, so that you know how."),
    # signing in
    "user.inactive": QT_TRANSLATE_NOOP("Errors", "This user has been deactivated. Ask an administrator."),
    "user.locked": QT_TRANSLATE_NOOP("Errors", "Too many wrong passwords. Wait 15 minutes, or ask an administrator for a new one."),
    "user.wrong_password": QT_TRANSLATE_NOOP("Errors", "The name or the password is wrong. Try again."),
}  # fmt: skip


def shown(value: object) -> str:
    """A value as a sentence shows it."""
    from ui.labels import label

    match value:
        case StrEnum():
            return label(value)
        case Decimal():
            return f"{value:,.2f}"
        case datetime():
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case list() | tuple() | set() | frozenset():
            return ", ".join(shown(part) for part in value)
        case _:
            return str(value)


def sentence(refused: Refused) -> str:
    """What a refusal says to the user, in their language."""
    from PySide6.QtCore import QCoreApplication

    translated = QCoreApplication.translate("Errors", SENTENCES[refused.code])
    return translated.format(**{name: shown(value) for name, value in _values(refused)})


def _values(refused: Refused) -> list[tuple[str, object]]:
    values = dict(refused.values)
    if refused.code == "permission.denied":
        from services.permissions import Permission

        values["permission"] = Permission(str(values["permission"]))
    return list(values.items())
