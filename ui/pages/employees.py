"""Employees 员工: what claims need of a person."""

from __future__ import annotations

from services import departments, employees
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.personnel.certificate_dialog import CERTIFICATES
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="employee",
    title_new=QT_TRANSLATE_NOOP("Form", "New employee"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Employee"),
    fields=(
        FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Employee no."), required=True),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Full name"), required=True),
        FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, required=True, choices=departments.choices),
        FieldSpec("post", QT_TRANSLATE_NOOP("Field", "Post")),
        FieldSpec("grade", QT_TRANSLATE_NOOP("Field", "Grade"), FieldKind.NUMBER, required=True, hint=QT_TRANSLATE_NOOP("Field", "1 leads the company, 2 heads a department, 3 everybody else.")),
        FieldSpec("phone", QT_TRANSLATE_NOOP("Field", "Phone")),
        FieldSpec("hired_on", QT_TRANSLATE_NOOP("Field", "Hired"), FieldKind.DAY),
        FieldSpec("bank_name", QT_TRANSLATE_NOOP("Field", "Bank")),
        FieldSpec("bank_account", QT_TRANSLATE_NOOP("Field", "Bank account")),
        FieldSpec("left_on", QT_TRANSLATE_NOOP("Field", "Left"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "The last day at work; empty while employed.")),
    ),
    empty=lambda _today: employees.EmployeeDraft(),
    get=employees.get,
    save=employees.save,
    doubts=employees.doubts,
)  # fmt: skip


class EmployeesPage(RegisterPage):
    """Who works here."""

    name = "employees"
    title = QT_TRANSLATE_NOOP("Page", "Employees")
    about = QT_TRANSLATE_NOOP("Page", "Who works here, in which department, and where money is paid to.")
    register = employees.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New employee")
    edit = (Permission.PEOPLE_EDIT,)
    remove_record = staticmethod(employees.remove)
    actions = (CERTIFICATES,)
