"""Bank accounts 银行账户 that the company pays from."""

from __future__ import annotations

from services import bank_accounts
from services.permissions import Permission
from services.terms import AccountKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="bank_account",
    title_new=QT_TRANSLATE_NOOP("Form", "New bank account"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Bank account"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True),
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, members=AccountKind),
        FieldSpec("bank", QT_TRANSLATE_NOOP("Field", "Bank"), width=2),
        FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Account number")),
        FieldSpec("holder", QT_TRANSLATE_NOOP("Field", "Account holder")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: bank_accounts.BankAccountDraft(),
    get=bank_accounts.get,
    save=bank_accounts.save,
)  # fmt: skip


class BankAccountsPage(RegisterPage):
    """Where money is paid from."""

    name = "bank_accounts"
    title = QT_TRANSLATE_NOOP("Page", "Bank accounts")
    about = QT_TRANSLATE_NOOP("Page", "The accounts and cash boxes that claims are paid from.")
    register = bank_accounts.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New account")
    edit = (Permission.BANK_ACCOUNT_EDIT,)
    remove_record = staticmethod(bank_accounts.remove)
