"""The form of one invoice: typed from paper, or corrected where a file was misread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from services import typed_invoices
from services.invoices.model import InvoiceKind
from services.typed_invoices import InvoiceDraft
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

FIELDS = (
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, members=InvoiceKind),
    FieldSpec("issued_on", QT_TRANSLATE_NOOP("Field", "Date"), FieldKind.DAY, required=True),
    FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Invoice code")),
    FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Invoice number"), required=True),
    FieldSpec("net", QT_TRANSLATE_NOOP("Field", "Net"), FieldKind.MONEY),
    FieldSpec("tax", QT_TRANSLATE_NOOP("Field", "Tax"), FieldKind.MONEY),
    FieldSpec("total", QT_TRANSLATE_NOOP("Field", "Total with tax"), FieldKind.MONEY, required=True),
    FieldSpec("check_code", QT_TRANSLATE_NOOP("Field", "Check code")),
    FieldSpec("buyer_name", QT_TRANSLATE_NOOP("Field", "Buyer")),
    FieldSpec("buyer_tax_id", QT_TRANSLATE_NOOP("Field", "Buyer's tax number")),
    FieldSpec("seller_name", QT_TRANSLATE_NOOP("Field", "Seller")),
    FieldSpec("seller_tax_id", QT_TRANSLATE_NOOP("Field", "Seller's tax number")),
    FieldSpec("red_letter", QT_TRANSLATE_NOOP("Field", "Red-letter invoice"), FieldKind.CHECK),
)  # fmt: skip

type Save = Callable[[Session, Actor, InvoiceDraft], int]


def invoice_form(today: date, add: Save | None = None) -> Form:
    """The form of a stored invoice; `add` stores a new one."""

    def save(session: Session, actor: Actor, draft: InvoiceDraft) -> int:
        if draft.id is None and add is not None:
            return add(session, actor, draft)
        return typed_invoices.correct(session, actor, draft, today=today)

    return Form(
        name="invoice",
        title_new=QT_TRANSLATE_NOOP("Form", "Paper invoice"),
        title_edit=QT_TRANSLATE_NOOP("Form", "Invoice"),
        fields=FIELDS,
        empty=lambda _day: InvoiceDraft(),
        get=typed_invoices.get,
        save=save,
    )
