"""Certificates and their loans: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "certificate.duty": QT_TRANSLATE_NOOP(
        "Errors",
        "A yearly duty needs a name, a kind, and either its days from and to or its months. Complete this row.",
    ),
    "certificate.reminders": QT_TRANSLATE_NOOP(
        "Errors", "Days of reminders are whole numbers above 0, such as 180, 90, 60, 30, 7."
    ),
    "certificate.step": QT_TRANSLATE_NOOP(
        "Errors", "A step needs a name and either days or months before the end. Complete this row."
    ),
}
    "certificate.archived": QT_TRANSLATE_NOOP("Errors", "This certificate is in the archive. Take it out first, then change it."),
    "certificate.days": QT_TRANSLATE_NOOP("Errors", "It would end before it begins. Correct one of both days."),
    "certificate.duty": QT_TRANSLATE_NOOP("Errors", "The duty “{name}” is not complete. A period needs two days such as 01-01 and 06-30 in this order; an anniversary needs its months."),
    "certificate.followed": QT_TRANSLATE_NOOP("Errors", "It has been renewed by {number} already. Open that one."),
    "certificate.is_out": QT_TRANSLATE_NOOP("Errors", "{holder} has the original until {day}. Take it back first, then archive it."),
    "certificate.negative": QT_TRANSLATE_NOOP("Errors", "A number below zero has no meaning here. Correct it."),
    "certificate.not_archived": QT_TRANSLATE_NOOP("Errors", "It is not in the archive any more. Look at it again."),
    "certificate.number_taken": QT_TRANSLATE_NOOP("Errors", "“{name}” of this kind has the number {number} already. Open that one, or correct the number."),
    "certificate.reminders": QT_TRANSLATE_NOOP("Errors", "Reminders are days before the end, for example 180, 90, 60, 30, 7. Correct them."),
    "certificate.state": QT_TRANSLATE_NOOP("Errors", "Choose valid, applied for or lapsed here. It is archived with “Archive”."),
    "certificate.step": QT_TRANSLATE_NOOP("Errors", "The step “{name}” needs a name, and either days or months before the end. Correct its row."),
    "loan.archived": QT_TRANSLATE_NOOP("Errors", "{name} is in the archive and is not lent. Choose the one in force."),
    "loan.back_early": QT_TRANSLATE_NOOP("Errors", "It was handed out on {day}, so it cannot be back before. Correct the day."),
    "loan.copies": QT_TRANSLATE_NOOP("Errors", "Enter how many copies are to be sealed, at least one."),
    "loan.days": QT_TRANSLATE_NOOP("Errors", "The day it is due back is too early. Choose a later one."),
    "loan.future": QT_TRANSLATE_NOOP("Errors", "This day is still to come. Enter today or an earlier day."),
    "loan.has_left": QT_TRANSLATE_NOOP("Errors", "{name} left on {day}. Choose somebody who works here."),
    "loan.no_original": QT_TRANSLATE_NOOP("Errors", "There is no original of {name}. Ask for sealed copies instead."),
    "loan.out": QT_TRANSLATE_NOOP("Errors", "{holder} has the original until {day}. Take it back first, choose later days, or ask for sealed copies."),
    "loan.promised": QT_TRANSLATE_NOOP("Errors", "{number} promises it to {holder} from {first} to {last}. Choose other days, or ask for sealed copies."),
    "training.future": QT_TRANSLATE_NOOP("Errors", "This training is still to come. Enter it when it has taken place."),
    "training.hours": QT_TRANSLATE_NOOP("Errors", "Hours lie above 0 and up to 1,000. Correct them."),
    "training.no_person": QT_TRANSLATE_NOOP("Errors", "{name} belongs to the company. Trainings are entered for certificates of a person."),
}  # fmt: skip
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "HolderType": {
        "company": QT_TRANSLATE_NOOP("Label", "Company"),
        "person": QT_TRANSLATE_NOOP("Label", "Person"),
    },
    "CertificateState": {
        "valid": QT_TRANSLATE_NOOP("Label", "Valid"),
        "in_progress": QT_TRANSLATE_NOOP("Label", "Applied for"),
        "lapsed": QT_TRANSLATE_NOOP("Label", "Lapsed"),
        "archived": QT_TRANSLATE_NOOP("Label", "Archived"),
    },
    "LoanKind": {
        "original": QT_TRANSLATE_NOOP("Label", "Original"),
        "copy": QT_TRANSLATE_NOOP("Label", "Sealed copies"),
        "device": QT_TRANSLATE_NOOP("Label", "Seal, key or device"),
    },
    "LoanState": {
        "draft": QT_TRANSLATE_NOOP("Label", "Draft"),
        "submitted": QT_TRANSLATE_NOOP("Label", "Waiting"),
        "approved": QT_TRANSLATE_NOOP("Label", "To hand out"),
        "lent": QT_TRANSLATE_NOOP("Label", "Lent"),
        "back": QT_TRANSLATE_NOOP("Label", "Back"),
        "returned": QT_TRANSLATE_NOOP("Label", "Returned"),
        "withdrawn": QT_TRANSLATE_NOOP("Label", "Withdrawn"),
        "voided": QT_TRANSLATE_NOOP("Label", "Voided"),
    },
    "DutyKind": {
        "annual_report": QT_TRANSLATE_NOOP("Label", "Annual report"),
        "surveillance": QT_TRANSLATE_NOOP("Label", "Surveillance audit"),
        "fee": QT_TRANSLATE_NOOP("Label", "Fee"),
        "review": QT_TRANSLATE_NOOP("Label", "Yearly review"),
        "application": QT_TRANSLATE_NOOP("Label", "Yearly application"),
        "training": QT_TRANSLATE_NOOP("Label", "Training"),
    },
    "DutyRhythm": {
        "window": QT_TRANSLATE_NOOP("Label", "Within a period"),
        "anniversary": QT_TRANSLATE_NOOP("Label", "Anniversary"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "CertificateState": {"valid": "green", "in_progress": "amber", "lapsed": "red", "archived": "grey"},
    "LoanKind": {"original": "blue", "copy": "grey", "device": "blue"},
    "LoanState": {
        "draft": "grey",
        "submitted": "amber",
        "approved": "blue",
        "lent": "amber",
        "back": "green",
        "returned": "red",
        "withdrawn": "grey",
        "voided": "grey",
    },
}
FIELDS: dict[str, str] = {
    "back_note": QT_TRANSLATE_NOOP("Field", "In which state, what is missing"),
    "back_on": QT_TRANSLATE_NOOP("Field", "Back on"),
    "bid_id": QT_TRANSLATE_NOOP("Field", "For the bid"),
    "certificate_id": QT_TRANSLATE_NOOP("Field", "Which certificate"),
    "certificate_name": QT_TRANSLATE_NOOP("Field", "Which certificate"),
    "certificate_number": QT_TRANSLATE_NOOP("Field", "Number of the certificate"),
    "certificate.holder_name": QT_TRANSLATE_NOOP("Field", "Certificate holder"),
    "certificate.issued_on": QT_TRANSLATE_NOOP("Field", "Issued on"),
    "certificate.level": QT_TRANSLATE_NOOP("Field", "Level or class"),
    "certificate_kind.holder": QT_TRANSLATE_NOOP("Field", "Held by"),
    "certificate_kind.months": QT_TRANSLATE_NOOP("Field", "Months valid"),
    "certificate_loan.employee_id": QT_TRANSLATE_NOOP("Field", "Borrower"),
    "certificate_loan.employee_name": QT_TRANSLATE_NOOP("Field", "Borrower"),
    "certificate_loan.kind": QT_TRANSLATE_NOOP("Field", "What"),
    "certificate_kind.confirmed": QT_TRANSLATE_NOOP("Field", "Compared with the rules in force"),
    "copies": QT_TRANSLATE_NOOP("Field", "Copies"),
    "cost": QT_TRANSLATE_NOOP("Field", "Cost"),
    "due_back_on": QT_TRANSLATE_NOOP("Field", "Due back"),
    "duties": QT_TRANSLATE_NOOP("Field", "Yearly duties"),
    "certificate_loan.from_on": QT_TRANSLATE_NOOP("Field", "Borrowed from"),
    "group": QT_TRANSLATE_NOOP("Field", "Group"),
    "hours": QT_TRANSLATE_NOOP("Field", "Hours"),
    "issuer": QT_TRANSLATE_NOOP("Field", "Issuer"),
    "keeper_id": QT_TRANSLATE_NOOP("Field", "Kept by"),
    "kind_id": QT_TRANSLATE_NOOP("Field", "Kind"),
    "lead_days": QT_TRANSLATE_NOOP("Field", "Apply so many days before"),
    "lent_on": QT_TRANSLATE_NOOP("Field", "Handed out on"),
    "on_day": QT_TRANSLATE_NOOP("Field", "Day"),
    "original_place": QT_TRANSLATE_NOOP("Field", "Where the original lies"),
    "originals": QT_TRANSLATE_NOOP("Field", "Originals"),
    "reminders": QT_TRANSLATE_NOOP("Field", "Remind, days before"),
    "scope": QT_TRANSLATE_NOOP("Field", "Scope"),
    "steps": QT_TRANSLATE_NOOP("Field", "Steps of the renewal"),
    "successor_id": QT_TRANSLATE_NOOP("Field", "Renewed by"),
    "valid_from": QT_TRANSLATE_NOOP("Field", "Valid from"),
    "valid_to": QT_TRANSLATE_NOOP("Field", "Valid to"),
}
