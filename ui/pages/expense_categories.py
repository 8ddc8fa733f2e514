"""Expense categories 费用类别, in the company's own words."""

from __future__ import annotations

from services import expense_categories
from services.permissions import Permission
from services.terms import CategoryRole
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="expense_category",
    title_new=QT_TRANSLATE_NOOP("Form", "New category"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Category"),
    fields=(
        FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Code"), required=True),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True),
        FieldSpec("position", QT_TRANSLATE_NOOP("Field", "Order"), FieldKind.NUMBER, blank=0, hint=QT_TRANSLATE_NOOP("Field", "Smaller numbers stand first in lists.")),
        FieldSpec("needs_invoice", QT_TRANSLATE_NOOP("Field", "Needs an invoice"), FieldKind.CHECK),
        FieldSpec("role", QT_TRANSLATE_NOOP("Field", "Is to the policies"), FieldKind.CHOICE, required=True, members=CategoryRole, hint=QT_TRANSLATE_NOOP("Field", "Limits for lodging, allowances and entertainment look at this.")),
        FieldSpec("account_code", QT_TRANSLATE_NOOP("Field", "Account in the books"), hint=QT_TRANSLATE_NOOP("Field", "What the accountant debits, for example 6602.01.")),
        FieldSpec("account_name", QT_TRANSLATE_NOOP("Field", "Account name")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: expense_categories.ExpenseCategoryDraft(),
    get=expense_categories.get,
    save=expense_categories.save,
)  # fmt: skip


class ExpenseCategoriesPage(RegisterPage):
    """What money is spent on."""

    name = "expense_categories"
    title = QT_TRANSLATE_NOOP("Page", "Expense categories")
    about = QT_TRANSLATE_NOOP(
        "Page", "What lines of claims are sorted by, and which of them need an invoice."
    )
    register = expense_categories.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New category")
    edit = (Permission.COMPANY_EDIT,)
    remove_record = staticmethod(expense_categories.remove)
