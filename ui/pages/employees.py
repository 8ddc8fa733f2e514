"""Employees 员工: what claims need of a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import audit, departments, employees, personal_files, personal_overview
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.personnel import people_dialog, roster_acts
from ui.personnel.certificate_dialog import CERTIFICATES
from ui.personnel.file_dialog import FileDialog
from ui.personnel.file_pane import show_file
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.history_list import HistoryList
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.personal_overview import FilesHeadline

translate = QCoreApplication.translate

FORM = Form(
    name="employee",
    title_new=QT_TRANSLATE_NOOP("Form", "New employee"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Employee"),
    fields=(
        FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Employee no."), required=True),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Full name"), required=True),
        FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, required=True, choices=departments.choices, hint=QT_TRANSLATE_NOOP("Field", "Somebody moves with a transfer paper. Another department, post or grade entered here is kept as corrected by hand.")),
        FieldSpec("post", QT_TRANSLATE_NOOP("Field", "Post")),
        FieldSpec("grade", QT_TRANSLATE_NOOP("Field", "Grade"), FieldKind.NUMBER, required=True, hint=QT_TRANSLATE_NOOP("Field", "1 leads the company, 2 heads a department, 3 everybody else.")),
        FieldSpec("phone", QT_TRANSLATE_NOOP("Field", "Phone")),
        FieldSpec("hired_on", QT_TRANSLATE_NOOP("Field", "Hired"), FieldKind.DAY),
        FieldSpec("bank_name", QT_TRANSLATE_NOOP("Field", "Bank")),
        FieldSpec("bank_account", QT_TRANSLATE_NOOP("Field", "Bank account")),
        FieldSpec("left_on", QT_TRANSLATE_NOOP("Field", "Left"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Somebody joins and leaves with a personnel paper. A day entered here is kept as corrected by hand.")),
    ),
    empty=lambda _today: employees.EmployeeDraft(),
    get=employees.get,
    save=employees.save,
    doubts=employees.doubts,
)  # fmt: skip


def _file(page: EmployeesPage, ids: list[int]) -> None:
    page.open_file(ids[0])


_SEE_FILES = (Permission.PERSONNEL_SEE,)


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
    actions: ClassVar[tuple[Action, ...]] = (
        Action("file", QT_TRANSLATE_NOOP("Action", "Personnel file"), _file, "folder-open", "Ctrl+Return", _SEE_FILES, takes=Takes.ONE, pane=True),
        Action("roster", QT_TRANSLATE_NOOP("Action", "Print the roster"), lambda page, _ids: roster_acts.print_roster(page.desk, page), "printer", needs=_SEE_FILES, takes=Takes.NONE, more=True),
        Action("export_roster", QT_TRANSLATE_NOOP("Action", "Export the roster"), lambda page, _ids: roster_acts.export_roster(page.desk, page), "file-spreadsheet", needs=_SEE_FILES, takes=Takes.NONE, more=True),
        Action("assets_held", QT_TRANSLATE_NOOP("Action", "Assets in hand"), lambda page, ids: page.desk.go("asset_holders", ids[0]), "boxes", needs=(Permission.ASSET_SEE,), takes=Takes.ONE, more=True),
        Action("import", QT_TRANSLATE_NOOP("Action", "Import people"), lambda page, _ids: people_dialog.import_people(page), "upload", needs=(Permission.PEOPLE_EDIT,), takes=Takes.NONE, more=True),
        Action("bank_list", QT_TRANSLATE_NOOP("Action", "List for opening cards"), lambda page, ids: roster_acts.export_bank_list(page.desk, page, ids), "landmark", needs=_SEE_FILES, takes=Takes.MANY, more=True),
        CERTIFICATES,
    )  # fmt: skip

    def open_file(self, employee_id: int) -> FileDialog:
        """The whole personnel file; only to look at for those who may not change it."""
        locked = not self.desk.can(Permission.PERSONNEL_EDIT)
        dialog = FileDialog(self.desk, employee_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def dropped(self, paths: Sequence[Path]) -> bool:
        """A table dropped onto the page is imported."""
        if not paths or not self.desk.can(Permission.PEOPLE_EDIT):
            return False
        people_dialog.show_file(self, paths[0])
        return True

    def headline(self) -> None:
        if not self.desk.can(Permission.PERSONNEL_SEE):
            return
        actor, today = self.desk.actor, self.desk.today()
        self.desk.tasks.read(
            self,
            lambda session: personal_overview.headline(session, actor, today=today),
            self._show_headline,
            lambda _refused: None,
        )

    def _show_headline(self, found: FilesHeadline) -> None:
        parts = [
            words.format(count=count)
            for count, words in (
                (found.no_number, translate("Personnel", "{count} files without an ID card number")),
                (found.wrong_number, translate("Personnel", "{count} with a number that contradicts")),
                (found.checks_due, translate("Personnel", "{count} health checks due within 30 days")),
            )
            if count
        ]
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> Any:
        acts = audit.history(session, actor, kind, record_id)
        if not actor.can(Permission.PERSONNEL_SEE):
            return acts, None, []
        short = personal_overview.in_short(session, actor, record_id, today=today)
        return acts, short, personal_files.history(session, actor, record_id)

    def show_detail(self, record_id: int, found: Any) -> None:
        acts, self._file, self._file_acts = found
        super().show_detail(record_id, acts)

    def show_history(self, acts: Sequence[Any]) -> None:
        """Above the history the personnel file in short, below it the history of the file."""
        if self._file is not None:
            show_file(self.pane, self._file, self.desk.today())
        super().show_history(acts)
        if self._file_acts:
            self.pane.section(translate("Personnel", "History of the file"))
            self.pane.widget(HistoryList("personal_file", self._file_acts, self.desk.today()))
