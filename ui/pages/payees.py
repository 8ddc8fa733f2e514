"""Payees 收款单位: the companies and people that payment requests are paid to."""

from __future__ import annotations

from services import payees
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="payee",
    title_new=QT_TRANSLATE_NOOP("Form", "New payee"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Payee"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, width=2),
        FieldSpec("bank_name", QT_TRANSLATE_NOOP("Field", "Bank")),
        FieldSpec("bank_account", QT_TRANSLATE_NOOP("Field", "Account number")),
        FieldSpec("bank_code", QT_TRANSLATE_NOOP("Field", "Bank code")),
        FieldSpec("tax_id", QT_TRANSLATE_NOOP("Field", "Tax number")),
        FieldSpec("contact", QT_TRANSLATE_NOOP("Field", "Contact")),
        FieldSpec("phone", QT_TRANSLATE_NOOP("Field", "Phone")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: payees.PayeeDraft(),
    get=payees.get,
    save=payees.save,
    doubts=payees.doubts,
)


class PayeesPage(RegisterPage):
    """Whom payment requests are paid to."""

    name = "payees"
    title = QT_TRANSLATE_NOOP("Page", "Payees")
    about = QT_TRANSLATE_NOOP(
        "Page", "Suppliers and others that payment requests are paid to, with their accounts."
    )
    register = payees.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New payee")
    edit = (Permission.PAYEE_EDIT,)
    remove_record = staticmethod(payees.remove)
