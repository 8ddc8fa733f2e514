"""Users 用户 who sign in, and their roles."""

from __future__ import annotations

from services import employees, users
from services.permissions import Permission
from services.terms import Role
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="user_account",
    title_new=QT_TRANSLATE_NOOP("Form", "New user"),
    title_edit=QT_TRANSLATE_NOOP("Form", "User"),
    fields=(
        FieldSpec("login", QT_TRANSLATE_NOOP("Field", "Login"), required=True),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Full name"), required=True),
        FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Employee"), FieldKind.COMBO, choices=employees.choices, hint=QT_TRANSLATE_NOOP("Field", "Nobody decides on their own papers: this says which are theirs.")),
        FieldSpec("password", QT_TRANSLATE_NOOP("Field", "New password"), FieldKind.PASSWORD, hint=QT_TRANSLATE_NOOP("Field", "Empty keeps the present one.")),
        FieldSpec("roles", QT_TRANSLATE_NOOP("Field", "Roles"), FieldKind.SEVERAL, required=True, width=2, members=Role),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "May sign in"), FieldKind.CHECK),
    ),
    empty=lambda _today: users.UserDraft(),
    get=users.get,
    save=users.save,
)  # fmt: skip


class UsersPage(RegisterPage):
    """Who may sign in."""

    name = "users"
    title = QT_TRANSLATE_NOOP("Page", "Users")
    about = QT_TRANSLATE_NOOP("Page", "Who may sign in, and what their roles allow.")
    register = users.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New user")
    edit = (Permission.USER_EDIT,)
    remove_record = staticmethod(users.remove)
