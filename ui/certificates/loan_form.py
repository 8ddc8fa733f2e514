"""The form of a request for an original, for sealed copies, or for a key or device."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from services import certificate_loans, employees
from services.calendars import business_day
from services.certificate_loans import LoanDraft
from services.terms import LoanKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ui.state import Desk

USUAL_DAYS = 7


def beginning(today: date) -> LoanDraft:
    """From today, for a week."""
    return LoanDraft(from_on=today, due_back_on=today + timedelta(days=USUAL_DAYS))


FORM = Form(
    name="certificate_loan",
    title_new=QT_TRANSLATE_NOOP("Form", "Borrow a certificate"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Loan of a certificate"),
    fields=(
        FieldSpec("certificate_id", QT_TRANSLATE_NOOP("Field", "Which certificate"), FieldKind.COMBO, required=True, width=2, choices=certificate_loans.lendable),
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "What"), FieldKind.CHOICE, required=True, members=LoanKind),
        FieldSpec("piece", QT_TRANSLATE_NOOP("Field", "Which one, 0 for any"), FieldKind.NUMBER, blank=0),
        FieldSpec("copies", QT_TRANSLATE_NOOP("Field", "Sealed copies"), FieldKind.NUMBER, blank=0),
        FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Borrower"), FieldKind.COMBO, required=True, choices=employees.choices),
        FieldSpec("bid_id", QT_TRANSLATE_NOOP("Field", "For the bid"), FieldKind.COMBO, choices=certificate_loans.bid_choices),
        FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "Borrowed from"), FieldKind.DAY, required=True),
        FieldSpec("due_back_on", QT_TRANSLATE_NOOP("Field", "Due back"), FieldKind.DAY),
        FieldSpec("purpose", QT_TRANSLATE_NOOP("Field", "What for"), FieldKind.LONG_TEXT, required=True, width=2, blank=""),
    ),
    empty=beginning,
    get=certificate_loans.get,
    save=lambda session, actor, draft: certificate_loans.save(session, actor, draft, today=business_day()),
)  # fmt: skip


class LoanDialog(RecordDialog):
    """Copies are asked for sealed copies only, the day it is due back for everything else."""

    def __init__(
        self,
        desk: Desk,
        record_id: int | None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: LoanDraft | None = None,
    ) -> None:
        today = desk.today()
        form = replace(
            FORM,
            save=lambda session, actor, draft: certificate_loans.save(session, actor, draft, today=today),
        )
        super().__init__(desk, form, record_id, parent, locked=locked, start=start)
        self.resize(680, 430)

    def _doubt(self) -> None:
        copies = self.body.peek(self.draft).kind is LoanKind.COPY
        self.body.boxes["copies"].widget.setEnabled(copies and not self.locked)
        self.body.boxes["piece"].widget.setEnabled(not copies and not self.locked)
        self.body.boxes["due_back_on"].widget.setEnabled(not copies and not self.locked)
        super()._doubt()
