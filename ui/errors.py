"""Sentences for refusals: what happened, and what to do. Every code of the services has one here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from services.errors import Refused
from ui import vocabulary
from ui.marking import QT_TRANSLATE_NOOP

SENTENCES = vocabulary.SENTENCES | {
    "approval.already_decided": QT_TRANSLATE_NOOP("Errors", "{by} has decided on this paper already ({decision}). Reload it to see where it stands."),
    "approval.approver_gone": QT_TRANSLATE_NOOP("Errors", "At “{level}” nobody is left who may decide ({approver}). Ask an administrator to change the approval rule or the user."),
    "approval.immutable": QT_TRANSLATE_NOOP("Errors", "Decisions cannot be changed afterwards. Reverse the paper instead."),
    "approval.no_approver": QT_TRANSLATE_NOOP("Errors", "Nobody can decide at “{level}” ({place}). Ask an administrator to name somebody, then submit again."),
    "approval.no_rule": QT_TRANSLATE_NOOP("Errors", "No approval rule fits this paper. Ask an administrator to add one, then submit again."),
    "approval.not_yours": QT_TRANSLATE_NOOP("Errors", "“{level}” is waiting for {approver}, not for you."),
    "approval.own_paper": QT_TRANSLATE_NOOP("Errors", "Nobody decides on their own paper. Somebody else has to."),
    "approval.reason_missing": QT_TRANSLATE_NOOP("Errors", "Say why you return it, so that it can be mended."),
    "approval_rule.amount": QT_TRANSLATE_NOOP("Errors", "The amount must be zero or more. Correct it."),
    "approval_rule.cannot_decide": QT_TRANSLATE_NOOP("Errors", "Whoever is named here may not approve. Choose somebody with the right to."),
    "approval_rule.level": QT_TRANSLATE_NOOP("Errors", "A level is a number from 1 to 9. Correct it."),
    "approval_rule.paper_kind": QT_TRANSLATE_NOOP("Errors", "There is no such kind of paper. Choose one from the list."),
    "attachment.empty": QT_TRANSLATE_NOOP("Errors", "The file {name} is empty. Choose another one."),
    "attachment.missing": QT_TRANSLATE_NOOP("Errors", "The file {name} is missing from the attachments folder. Restore it from a backup."),
    "attachment.paper_submitted": QT_TRANSLATE_NOOP("Errors", "The paper has been submitted, so its files stay with it. Withdraw it first, or add the right file beside this one."),
    "attachment.too_large": QT_TRANSLATE_NOOP("Errors", "The file {name} is larger than {largest_mb} MB. Make it smaller, then attach it again."),
    "attachment.unreadable": QT_TRANSLATE_NOOP("Errors", "The file {name} cannot be read. Check that it exists and that you may open it."),
    "audit.immutable": QT_TRANSLATE_NOOP("Errors", "The history cannot be changed. Nothing was saved."),
    "audit.sequence": QT_TRANSLATE_NOOP("Errors", "The history was written by somebody else in the same moment. Try again."),
    "backup.alone": QT_TRANSLATE_NOOP("Errors", "{file} was copied without what belongs to it: its description (.json), the key of its history, or the attachments. Copy the whole backups folder, then choose the file in it."),
    "backup.changed": QT_TRANSLATE_NOOP("Errors", "The backup {file} was changed after it was made. Choose another one."),
    "backup.missing": QT_TRANSLATE_NOOP("Errors", "{file} is not there. Check the name, or plug in the disk it is on."),
    "backup.not_verified": QT_TRANSLATE_NOOP("Errors", "The backup was made but did not pass its check ({detail}), so it was thrown away. Check the disk, then try again."),
    "backup.server": QT_TRANSLATE_NOOP("Errors", "A database server is backed up with its own tools. Ask whoever looks after it."),
    "backup.unreadable": QT_TRANSLATE_NOOP("Errors", "{file} is not an OpsDesk backup, or it cannot be read. Choose another file."),
    "bank_account.number": QT_TRANSLATE_NOOP("Errors", "This account number does not look right. Check the digits."),
    "claim.account_closed": QT_TRANSLATE_NOOP("Errors", "This account is no longer in use. Choose another one."),
    "claim.advance_has_offsets": QT_TRANSLATE_NOOP("Errors", "Claims settle this advance: {numbers}. Void them first."),
    "claim.amount_missing": QT_TRANSLATE_NOOP("Errors", "Enter an amount above zero."),
    "claim.amount_negative": QT_TRANSLATE_NOOP("Errors", "The amount must not be negative. Correct it."),
    "claim.amount_too_large": QT_TRANSLATE_NOOP("Errors", "The amount is too large. Check it, or split the paper."),
    "claim.amount_wrong": QT_TRANSLATE_NOOP("Errors", "An amount has two decimals at most. Correct it."),
    "claim.days_turned": QT_TRANSLATE_NOOP("Errors", "The last day is before the first one. Correct the days."),
    "claim.due_before_date": QT_TRANSLATE_NOOP("Errors", "The advance is due before the day of the paper. Choose a later day."),
    "claim.for_others": QT_TRANSLATE_NOOP("Errors", "You may write papers for yourself only. Choose yourself, or ask a clerk to write it."),
    "claim.invoice_already_here": QT_TRANSLATE_NOOP("Errors", "Invoice {number} is on this claim already."),
    "claim.invoice_elsewhere": QT_TRANSLATE_NOOP("Errors", "This invoice belongs to another claim. Add its file here instead."),
    "claim.invoice_in_use": QT_TRANSLATE_NOOP("Errors", "One of the invoices was claimed by somebody else in the meantime. Reload the claim and look at its checks."),
    "claim.invoice_on_advance": QT_TRANSLATE_NOOP("Errors", "An advance carries no invoices. Make a claim for them."),
    "claim.invoice_without_amount": QT_TRANSLATE_NOOP("Errors", "Invoice {number} was read without an amount. Enter the line yourself."),
    "claim.no_category": QT_TRANSLATE_NOOP("Errors", "There is no expense category yet. Ask an administrator to add one."),
    "claim.no_lines": QT_TRANSLATE_NOOP("Errors", "The claim has no lines. Add one, or drop an invoice here."),
    "claim.not_editable": QT_TRANSLATE_NOOP("Errors", "This paper has been submitted and cannot be changed. Withdraw it first."),
    "claim.not_yours": QT_TRANSLATE_NOOP("Errors", "{number} is somebody else's paper. Ask its claimant or a clerk to change it."),
    "claim.offset_not_open": QT_TRANSLATE_NOOP("Errors", "Advance {number} is not open any more. Take it off the claim."),
    "claim.offset_of_advance": QT_TRANSLATE_NOOP("Errors", "An advance has neither lines nor offsets. Clear them."),
    "claim.offset_too_large": QT_TRANSLATE_NOOP("Errors", "Only {available} of advance {number} are still open. Lower the offset."),
    "claim.offset_twice": QT_TRANSLATE_NOOP("Errors", "The same advance is listed twice. Put both amounts into one row."),
    "claim.paid_in_future": QT_TRANSLATE_NOOP("Errors", "The day of payment is in the future. Enter the day the money left."),
    "claim.paid_too_early": QT_TRANSLATE_NOOP("Errors", "The paper was submitted on {day}, so it cannot have been paid before. Correct the day."),
    "claim.project_closed": QT_TRANSLATE_NOOP("Errors", "Project {number} is closed. Choose another one, or have it opened again."),
    "claim.reason_missing": QT_TRANSLATE_NOOP("Errors", "Checks that want a reason: {count}, first: “{check}” Write why it is all right."),
    "claim.red_letter_invoice": QT_TRANSLATE_NOOP("Errors", "Invoice {number} is a red-letter invoice and cannot be claimed. Take it off."),
    "claim.reversal_stays": QT_TRANSLATE_NOOP("Errors", "{number} is a reversal and stays as it is. Make a new paper instead."),
    "claim.sanction_above": QT_TRANSLATE_NOOP("Errors", "No more can be granted than was claimed. Lower the amount."),
    "claim.sanction_note_missing": QT_TRANSLATE_NOOP("Errors", "Say why you grant less."),
    "claim.sanction_nothing": QT_TRANSLATE_NOOP("Errors", "Nothing would be left to pay. Return the paper instead."),
    "claim.stopped": QT_TRANSLATE_NOOP("Errors", "Checks that stop this claim: {count}, first: {check}"),
    "claim.unknown_choice": QT_TRANSLATE_NOOP("Errors", "This choice does not exist any more. Choose again."),
    "claim.unknown_number": QT_TRANSLATE_NOOP("Errors", "There is no paper {number}. Check the number."),
    "claim.void_reason_missing": QT_TRANSLATE_NOOP("Errors", "Say why the paper is voided."),
    "claim.wrong_state": QT_TRANSLATE_NOOP("Errors", "{number} has moved on ({state}), so this is no longer possible. Reload it."),
    "console.cannot_write": QT_TRANSLATE_NOOP("Errors", "{path} cannot be written. Choose another file."),
    "console.disk_full": QT_TRANSLATE_NOOP("Errors", "The disk is full, so {path} was not written. Free some space, or choose another disk."),
    "console.is_folder": QT_TRANSLATE_NOOP("Errors", "{path} is a folder. Name a file in it."),
    "console.may_not_write": QT_TRANSLATE_NOOP("Errors", "You may not write {path}. Choose a folder of your own."),
    "console.no_database": QT_TRANSLATE_NOOP("Errors", "There is no database at {place}. Start the window once, or name another place with --data."),
    "console.no_folder": QT_TRANSLATE_NOOP("Errors", "There is no folder {folder}. Make it first, or choose another one."),
    "console.no_numbers": QT_TRANSLATE_NOOP("Errors", "Name at least one paper, for example BX-2026-0412."),
    "console.unknown_kind": QT_TRANSLATE_NOOP("Errors", "There is no “{kind}”. Choose one of: {kinds}."),
    "console.who": QT_TRANSLATE_NOOP("Errors", "Say who you are with --user, and give the password in OPSDESK_PASSWORD or at the terminal."),
    "console.wrong_ending": QT_TRANSLATE_NOOP("Errors", "{path} does not end in {ending}, the only kind of file this command writes. Name it so."),
    "database.busy": QT_TRANSLATE_NOOP("Errors", "The database is busy with another change. Wait a moment and try again."),
    "database.cannot_open": QT_TRANSLATE_NOOP("Errors", "The folder {folder} cannot be opened. Check that it exists and that you may write in it."),
    "database.cloud_folder": QT_TRANSLATE_NOOP("Errors", "{folder} is synchronised by {service}, which can tear a database. Choose a folder that stays on this computer, or use a PostgreSQL server."),
    "database.damaged": QT_TRANSLATE_NOOP("Errors", "The database file is damaged. Nothing more was written. Restore the last backup."),
    "database.disk_error": QT_TRANSLATE_NOOP("Errors", "The disk reported an error and nothing was saved. Check the disk, then try again."),
    "database.foreign": QT_TRANSLATE_NOOP("Errors", "This database belongs to another program. Choose another file or folder."),
    "database.full": QT_TRANSLATE_NOOP("Errors", "The disk is full and nothing was saved. Free some space, then try again."),
    "database.in_use": QT_TRANSLATE_NOOP("Errors", "This database is open in another OpsDesk: {holder}. Close it there first."),
    "database.network_folder": QT_TRANSLATE_NOOP("Errors", "{folder} is on a network share, where a database file can be torn. Choose a folder on this computer, or use a PostgreSQL server."),
    "database.newer": QT_TRANSLATE_NOOP("Errors", "This database was made by a newer OpsDesk. Update the program, then open it again."),
    "database.not_a_database": QT_TRANSLATE_NOOP("Errors", "This file is not an OpsDesk database. Choose another one, or restore a backup."),
    "database.other_file": QT_TRANSLATE_NOOP("Errors", "{file} is a file of another kind. Name a folder, a .db or .sqlite file, or a postgresql:// address."),
    "database.read_only": QT_TRANSLATE_NOOP("Errors", "The data folder is read-only and nothing was saved. Allow writing there, then try again."),
    "database.unknown_scheme": QT_TRANSLATE_NOOP("Errors", "{scheme}:// is not understood. Name a folder, a .db or .sqlite file, or a postgresql:// address."),
    "database.unreachable": QT_TRANSLATE_NOOP("Errors", "The database server does not answer. Check the network, then try again."),
    "database.upgrade_failed": QT_TRANSLATE_NOOP("Errors", "The database could not be upgraded ({tables}) and was left as it was. Send the log to whoever looks after OpsDesk."),
    "department.cycle": QT_TRANSLATE_NOOP("Errors", "A department cannot stand below itself. Choose another one above it."),
    "employee.left_before_hired": QT_TRANSLATE_NOOP("Errors", "The last day is before the first one ({hired_on}). Correct the days."),
    "expense_category.position": QT_TRANSLATE_NOOP("Errors", "The position is a number from 0 on. Correct it."),
    "export.cannot_write": QT_TRANSLATE_NOOP("Errors", "{path} cannot be written. Close it in other programs, or choose a folder you may write in."),
    "export.too_many_rows": QT_TRANSLATE_NOOP("Errors", "Excel holds {most} rows at most. Filter the list, then export again."),
    "integrity.attachment_changed": QT_TRANSLATE_NOOP("Errors", "The attachment {name} was changed outside OpsDesk. Restore it from a backup."),
    "integrity.attachment_missing": QT_TRANSLATE_NOOP("Errors", "The attachment {name} is missing. Restore it from a backup."),
    "integrity.file": QT_TRANSLATE_NOOP("Errors", "The database file is damaged ({detail}). Restore the last backup."),
    "integrity.history": QT_TRANSLATE_NOOP("Errors", "The history was changed outside OpsDesk, first at entry {seq}. Compare it with a backup."),
    "integrity.history_cut": QT_TRANSLATE_NOOP("Errors", "The end of the history is missing: it should reach entry {seq}. Compare it with a backup."),
    "integrity.lines": QT_TRANSLATE_NOOP("Errors", "The lines of {number} do not add up to its amount. Compare it with a backup."),
    "integrity.offsets": QT_TRANSLATE_NOOP("Errors", "The offsets of {number} do not add up. Compare it with a backup."),
    "integrity.outstanding": QT_TRANSLATE_NOOP("Errors", "What is open of advance {number} does not agree with the claims that settle it. Compare it with a backup."),
    "integrity.reference": QT_TRANSLATE_NOOP("Errors", "Rows of {table} refer to something that is not there. Restore the last backup."),
    "integrity.reversal": QT_TRANSLATE_NOOP("Errors", "The reversal {number} does not agree with the paper it reverses. Compare it with a backup."),
    "invoice.cancelled": QT_TRANSLATE_NOOP("Errors", "Reading was stopped. Add the file again when you like."),
    "invoice.damaged": QT_TRANSLATE_NOOP("Errors", "This file is damaged and cannot be read. Ask the seller to send it again."),
    "invoice.empty": QT_TRANSLATE_NOOP("Errors", "This file is empty. Ask the seller to send it again."),
    "invoice.encrypted": QT_TRANSLATE_NOOP("Errors", "This file asks for a password. Save it without one, then add it again."),
    "invoice.entities": QT_TRANSLATE_NOOP("Errors", "This file holds definitions that could harm the computer, so it was not read. Ask the seller for another one."),
    "invoice.folder": QT_TRANSLATE_NOOP("Errors", "This is a folder, not an invoice. Add the files in it."),
    "invoice.no_access": QT_TRANSLATE_NOOP("Errors", "You may not open this file. Copy it to a folder of your own, then add it again."),
    "invoice.no_reader": QT_TRANSLATE_NOOP("Errors", "The invoice reader could not be started. Start OpsDesk again; if that does not help, reinstall it."),
    "invoice.not_given": QT_TRANSLATE_NOOP("Errors", "The disk or the network did not give this file. Copy it to this computer, then add it again."),
    "invoice.not_an_invoice": QT_TRANSLATE_NOOP("Errors", "This file is not an invoice. Attach it to the claim instead."),
    "invoice.not_found": QT_TRANSLATE_NOOP("Errors", "This file is not there any more. Look for it, then add it again."),
    "invoice.timeout": QT_TRANSLATE_NOOP("Errors", "Reading this file took too long and was stopped. Enter the invoice yourself and attach the file."),
    "invoice.too_large": QT_TRANSLATE_NOOP("Errors", "This file is larger than {limit}. Ask the seller for a smaller one."),
    "invoice.unpacks_too_large": QT_TRANSLATE_NOOP("Errors", "This file would unpack to far more than an invoice can hold, so it was not read. Ask the seller for another one."),
    "invoice.unreadable": QT_TRANSLATE_NOOP("Errors", "No invoice could be read from this file. Enter it yourself and attach the file."),
    "invoice.wrong_type": QT_TRANSLATE_NOOP("Errors", "This is neither a PDF, OFD, XML nor a picture. Add the invoice in one of these forms."),
    "money.divided_by_zero": QT_TRANSLATE_NOOP("Errors", "“{text}” divides by zero. Correct the sum."),
    "money.no_weights": QT_TRANSLATE_NOOP("Errors", "There is nothing to share the amount by. Enter at least one share above zero."),
    "money.not_a_number": QT_TRANSLATE_NOOP("Errors", "The amount is not a number. Enter it again."),
    "money.not_an_amount": QT_TRANSLATE_NOOP("Errors", "“{text}” is not an amount. Enter it like 1,234.50 or =12*80+35."),
    "money.too_large": QT_TRANSLATE_NOOP("Errors", "The amount is too large. The largest is 999,999,999,999.99."),
    "money.too_many_decimals": QT_TRANSLATE_NOOP("Errors", "An amount has two decimals at most. Round it yourself, so that you know how."),
    "permission.denied": QT_TRANSLATE_NOOP("Errors", "You may not do this ({permission}). Ask an administrator for the right."),
    "print.no_columns": QT_TRANSLATE_NOOP("Errors", "No column is shown, so there is nothing to print. Show at least one."),
    "print.no_lines": QT_TRANSLATE_NOOP("Errors", "{number} has no lines to print. Add one first."),
    "print.nothing": QT_TRANSLATE_NOOP("Errors", "There is nothing to print. Choose at least one paper."),
    "print.offset_too_far": QT_TRANSLATE_NOOP("Errors", "The offset is too far: {farthest} mm at most. Make it smaller."),
    "print.paper_too_large": QT_TRANSLATE_NOOP("Errors", "The paper is too large: {largest} mm at most on each side."),
    "print.paper_too_small": QT_TRANSLATE_NOOP("Errors", "{width} × {height} mm is too small for this form. It needs {min_width} × {min_height} mm at least."),
    "print.row_length": QT_TRANSLATE_NOOP("Errors", "Row {row} has {cells} cells for {columns} columns. Reload the list, then print again."),
    "project.ended_before_started": QT_TRANSLATE_NOOP("Errors", "The project ends before it starts ({started_on}). Correct the days."),
    "record.duplicate": QT_TRANSLATE_NOOP("Errors", "There is already a record with this value. Choose another one."),
    "record.gone": QT_TRANSLATE_NOOP("Errors", "This record does not exist any more. Reload the list."),
    "record.in_use": QT_TRANSLATE_NOOP("Errors", "Other records refer to this one, so it cannot be removed. Deactivate it instead."),
    "record.not_allowed": QT_TRANSLATE_NOOP("Errors", "The database refused a value ({rule}). Check what was entered."),
    "record.required": QT_TRANSLATE_NOOP("Errors", "This must be filled in."),
    "record.stale": QT_TRANSLATE_NOOP("Errors", "Somebody else has changed this meanwhile. Reload it and look at what they changed."),
    "record.taken": QT_TRANSLATE_NOOP("Errors", "“{value}” is taken already. Choose another one."),
    "record.too_long": QT_TRANSLATE_NOOP("Errors", "This is too long: {longest} characters at most. Shorten it."),
    "register.bad_value": QT_TRANSLATE_NOOP("Errors", "The filter's value does not suit its column. Choose it again."),
    "register.not_sortable": QT_TRANSLATE_NOOP("Errors", "The list cannot be sorted by this column. Choose another one."),
    "register.unknown_chip": QT_TRANSLATE_NOOP("Errors", "There is no filter “{chip}” any more. Choose another one."),
    "register.unknown_column": QT_TRANSLATE_NOOP("Errors", "There is no column “{column}” any more. Choose another one."),
    "register.unknown_operator": QT_TRANSLATE_NOOP("Errors", "This column cannot be compared like that. Choose another comparison."),
    "setup.company_missing": QT_TRANSLATE_NOOP("Errors", "Enter what your company is called, as it stands on its invoices."),
    "setup.not_empty": QT_TRANSLATE_NOOP("Errors", "There is a company in this database already. Sign in instead."),
    "user.exists": QT_TRANSLATE_NOOP("Errors", "There are users already. Sign in instead."),
    "user.inactive": QT_TRANSLATE_NOOP("Errors", "This user has been deactivated. Ask an administrator."),
    "user.last_administrator": QT_TRANSLATE_NOOP("Errors", "Somebody has to stay administrator. Give the role to somebody else first."),
    "user.locked": QT_TRANSLATE_NOOP("Errors", "Too many wrong passwords. Wait {minutes} minutes, or ask an administrator for a new one."),
    "user.login_missing": QT_TRANSLATE_NOOP("Errors", "Enter what will be typed to sign in."),
    "user.name_missing": QT_TRANSLATE_NOOP("Errors", "Enter the name."),
    "user.own_account": QT_TRANSLATE_NOOP("Errors", "You cannot remove yourself. Ask another administrator."),
    "user.password_login": QT_TRANSLATE_NOOP("Errors", "The password must not be the sign-in name. Choose another one."),
    "user.password_short": QT_TRANSLATE_NOOP("Errors", "The password needs at least {shortest} characters. Make it longer."),
    "user.roles_missing": QT_TRANSLATE_NOOP("Errors", "Choose at least one role."),
    "user.wrong_password": QT_TRANSLATE_NOOP("Errors", "The name or the password is wrong. Try again."),
}  # fmt: skip


class Shown(dict[str, str]):
    """Values for a sentence; what a refusal does not know (a guard of the database) is a dash."""

    def __missing__(self, name: str) -> str:
        return "—"


def shown(values: Mapping[str, object]) -> Shown:
    """Values as sentences show them: amounts, days, words of states, checks."""
    return Shown({name: _shown(name, value) for name, value in values.items()})


def sentence(refused: Refused) -> str:
    """What a refusal says to the user, in their language."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Errors", SENTENCES[refused.code]).format_map(shown(refused.values))


def _shown(name: str, value: object) -> str:
    from ui import labels

    match value:
        case StrEnum():
            return labels.label(value)
        case Decimal():
            return f"{value:,.2f}"
        case datetime():
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case list() | tuple() | set() | frozenset():
            return ", ".join(_shown(name, part) for part in value)
        case str():
            return labels.by_value(_KINDS[name], value) if name in _KINDS else value
    return str(value) if name != "check" else _check_sentence(value)


def _check_sentence(check: Any) -> str:
    from ui.claims.check_words import check_sentence

    return check_sentence(check)


# Values that services send as plain text though they are words of a choice.
_KINDS = {"permission": "Permission", "state": "ClaimState", "decision": "Decision"}
