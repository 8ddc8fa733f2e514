"""Departments 部门 and who heads them."""

from __future__ import annotations

from services import departments, employees
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="department",
    title_new=QT_TRANSLATE_NOOP("Form", "New department"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Department"),
    fields=(
        FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Code"), required=True),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True),
        FieldSpec("parent_id", QT_TRANSLATE_NOOP("Field", "Part of"), FieldKind.COMBO, choices=departments.choices),
        FieldSpec("head_id", QT_TRANSLATE_NOOP("Field", "Head"), FieldKind.COMBO, choices=employees.choices, hint=QT_TRANSLATE_NOOP("Field", "Decides first on the department's papers.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: departments.DepartmentDraft(),
    get=departments.get,
    save=departments.save,
)  # fmt: skip


class DepartmentsPage(RegisterPage):
    """What the company is made of."""

    name = "departments"
    title = QT_TRANSLATE_NOOP("Page", "Departments")
    about = QT_TRANSLATE_NOOP("Page", "The departments, and who decides on their papers first.")
    register = departments.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New department")
    edit = (Permission.COMPANY_EDIT,)
    remove_record = staticmethod(departments.remove)
