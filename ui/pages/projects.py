"""Projects 项目 that costs are charged to."""

from __future__ import annotations

from services import departments, employees, projects
from services.permissions import Permission
from services.terms import ProjectState
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="project",
    title_new=QT_TRANSLATE_NOOP("Form", "New project"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Project"),
    fields=(
        FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Number"), required=True),
        FieldSpec("state", QT_TRANSLATE_NOOP("Field", "State"), FieldKind.CHOICE, required=True, members=ProjectState),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, width=2),
        FieldSpec("customer", QT_TRANSLATE_NOOP("Field", "Customer"), width=2),
        FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices),
        FieldSpec("manager_id", QT_TRANSLATE_NOOP("Field", "Manager"), FieldKind.COMBO, choices=employees.choices),
        FieldSpec("started_on", QT_TRANSLATE_NOOP("Field", "Started"), FieldKind.DAY),
        FieldSpec("ended_on", QT_TRANSLATE_NOOP("Field", "Ended"), FieldKind.DAY),
    ),
    empty=lambda today: projects.ProjectDraft(started_on=today),
    get=projects.get,
    save=projects.save,
)  # fmt: skip


class ProjectsPage(RegisterPage):
    """What costs are charged to."""

    name = "projects"
    title = QT_TRANSLATE_NOOP("Page", "Projects")
    about = QT_TRANSLATE_NOOP("Page", "The projects and contracts that costs are charged to.")
    register = projects.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New project")
    edit = (Permission.PROJECT_EDIT,)
    remove_record = staticmethod(projects.remove)
