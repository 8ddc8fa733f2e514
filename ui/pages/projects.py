"""Projects 项目 that costs are charged to, with their contracts as files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import attachments, departments, employees, projects
from services.permissions import Permission
from services.terms import ProjectState
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.projects import ProjectDetail

translate = QCoreApplication.translate

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
    """What costs are charged to; a file dropped here, such as the contract, belongs to the selected one."""

    name = "projects"
    title = QT_TRANSLATE_NOOP("Page", "Projects")
    about = QT_TRANSLATE_NOOP("Page", "The projects and contracts that costs are charged to.")
    register = projects.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New project")
    edit = (Permission.PROJECT_EDIT,)
    remove_record = staticmethod(projects.remove)

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> ProjectDetail:
        return projects.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: ProjectDetail) -> None:
        """The files stand between the facts and the history."""
        super().show_detail(record_id, ())
        self.pane.section(translate("Page", "Contract and files ({count})").format(count=len(found.files)))
        editable = self.desk.can(*self.edit)
        files = AttachmentsList(self.desk, "project", found.id, found.files, editable=editable)
        files.changed.connect(partial(self.changed, found.id))
        self.pane.widget(files)
        self.show_history(found.history)

    def dropped(self, paths: Sequence[Path]) -> bool:
        """Files dropped onto the page belong to the selected project."""
        record_id = self.view.table.current_id()
        if not paths or not self.desk.can(*self.edit):
            return False
        if record_id is None:
            self.notice.say(translate("Page", "Select the project first, then drop its file here."), "amber")
            return False
        self.notice.clear()
        work = partial(_store, self.desk.actor, record_id, tuple(paths))
        self.desk.tasks.run(self, work, lambda _count: self.changed(record_id))
        return True


def _store(actor: Actor, record_id: int, paths: tuple[Path, ...], session: Session) -> int:
    for path in paths:
        attachments.store(session, actor, "project", record_id, path)
    return len(paths)
