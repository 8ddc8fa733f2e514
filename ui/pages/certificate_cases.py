"""Cases 办理事项: renewals, applications, yearly duties, company changes and subsidies, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services import attachments, case_acts, case_details, case_register
from services.case_details import CaseAction
from services.case_register import REGISTER
from services.permissions import Permission
from ui.certificates import case_acts as acts
from ui.certificates.case_cells import CASES
from ui.certificates.case_form import CaseDialog
from ui.certificates.case_pane import show_case
from ui.certificates.case_papers import show_papers
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.case_details import CaseDetail, StepRow
    from services.case_register import CaseHeadline
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


class CertificateCasesPage(RegisterPage):
    """Every case with its steps; a file dropped here belongs to the selected one."""

    name = "certificate_cases"
    title = QT_TRANSLATE_NOOP("Page", "Cases")
    about = QT_TRANSLATE_NOOP(
        "Page", "Renewals, applications, yearly duties, company changes and subsidies, step by step."
    )
    register = REGISTER
    edit = (Permission.CERTIFICATE_EDIT,)
    figure = "title"
    cells: ClassVar[dict[str, Any]] = CASES
    actions: ClassVar[tuple[Action, ...]] = acts.ALL

    _detail: CaseDetail | None = None

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,
        session: Session,
    ) -> CaseDetail:
        return case_details.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: CaseDetail) -> None:
        self._detail = found
        show_case(
            self.pane,
            self.desk,
            found,
            self.tick,
            partial(show_papers, self),
            lambda: self.changed(record_id),
        )
        if self.view.table.selected_count() == 1:
            self._allow(found)

    def _selected(self) -> None:
        super()._selected()
        found, row = self._detail, self.view.values(self._detail.id) if self._detail else None
        if found is None or row is None or self.pane.isHidden():
            return
        if found.id == self.view.table.current_id() and row["state"] is found.state:
            self._allow(found)

    def _allow(self, found: CaseDetail) -> None:
        """The row tells the state; only the case itself tells what may be done with it."""
        for act in CaseAction:
            action = self.acts.get(act.value)
            if action is not None and act is not CaseAction.EDIT:
                action.setEnabled(act in found.actions)

    def _show_buttons(self) -> None:
        """What leads the case on is the blue one."""
        super()._show_buttons()
        possible = {spec.name for spec in self.acts.possible() if spec.pane}
        leading = next((name for name in acts.LEADING if name in possible), None)
        for button in self.pane.findChildren(QPushButton, f"button.{leading}"):
            button.setProperty("primary", True)
            button.style().unpolish(button)
            button.style().polish(button)

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: CaseHeadline) -> None:
        parts = [
            words.format(count=count)
            for count, words in (
                (found.overdue, translate("Certificates", "{count} overdue")),
                (found.soon, translate("Certificates", "{count} to end within 30 days")),
                (found.open, translate("Certificates", "{count} in hand")),
            )
            if count
        ]
        if found.outstanding:
            words = translate("Certificates", "¥{amount} of subsidies granted and not here yet")
            parts.append(words.format(amount=formats.money(found.outstanding)))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    # forms

    def open_form(self, record_id: int | None) -> Any:
        """The form of a case, only to look at once it is closed."""
        if record_id is None:
            return acts.new(self, [])
        self.with_detail(record_id, lambda found: self.open_case(found.id, locked=CaseAction.EDIT not in found.actions))  # fmt: skip
        return None

    def open_case(self, record_id: int, *, locked: bool = False) -> CaseDialog:
        dialog = CaseDialog(self.desk, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    # acts

    def with_detail(self, record_id: int, act: Callable[[CaseDetail], object]) -> None:
        """Call `act` with the case as it is shown, or as it is found when it is not shown."""
        shown = self._detail
        if shown is not None and not self.pane.isHidden() and shown.id == record_id == self.pane.record_id:
            act(shown)
            return
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def act(self, work: Callable[[Session], object], found: CaseDetail, *, gone: bool = False) -> None:
        """Carry out an act; what is refused is said above the list, and the case shown as it is now."""

        def refuse(refused: Refused) -> None:
            self.desk.tasks.refused.emit(self, refused)
            self.refresh()

        done: Callable[[object], None] = lambda _none: self.refresh() if gone else self.changed(found.id)  # noqa: E731 - a name would say no more
        self.desk.tasks.run(self, work, done, refuse)

    def tick(self, found: CaseDetail, step: StepRow, checked: bool) -> None:
        """A step was done today, or was not after all."""
        today = self.desk.today()
        self.act(partial(_tick, self.desk.actor, found, step.id, today if checked else None, today), found)

    def dropped(self, paths: Sequence[Path]) -> bool:
        """Files dropped onto the page belong to the selected case."""
        record_id = self.view.table.current_id()
        if not paths or not self.desk.can(*self.edit):
            return False
        if record_id is None:
            self.notice.say(
                translate("Certificates", "Select the case first, then drop its file here."), "amber"
            )
            return False
        self.notice.clear()
        work = partial(_store, self.desk.actor, record_id, tuple(paths))
        self.desk.tasks.run(self, work, lambda _count: self.changed(record_id))
        return True

    # paper

    def print_cases(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the sheets of these cases."""
        title = translate("Certificates", "Case sheets")
        if self._detail is not None and list(ids) == [self._detail.id]:
            title = self._detail.number
        make = partial(_sheets, self.desk.actor, tuple(ids), self.desk.today())
        return self._preview(PrintJob("certificate_case", title, ("A4",), make))

    def print_list(self) -> PrintPreview:
        """The preview of everything in hand."""
        title = translate("Certificates", "List of cases")
        make = partial(_list, self.desk.actor, self.desk.today())
        return self._preview(PrintJob("case_list", title, ("A4 landscape", "A3 landscape"), make))

    def _preview(self, job: PrintJob) -> PrintPreview:
        preview = PrintPreview(self.desk, job, self)
        preview.open()
        return preview


def _headline(actor: Actor, today: date, session: Session) -> CaseHeadline:
    return case_register.headline(session, actor, today=today)


def _tick(
    actor: Actor, found: CaseDetail, step_id: int, day: date | None, today: date, session: Session
) -> int:
    return case_acts.tick(session, actor, found.id, found.version, step_id, done_on=day, today=today)


def _store(actor: Actor, record_id: int, paths: tuple[Path, ...], session: Session) -> int:
    for path in paths:
        attachments.store(session, actor, "certificate_case", record_id, path)
    return len(paths)


def _sheets(
    actor: Actor, ids: Sequence[int], today: date, session: Session, settings: PrintSettings
) -> bytes:
    from services.case_forms import printed
    from services.reports.case_form import case_pdf

    return case_pdf([printed(session, actor, case_id, today=today) for case_id in ids], settings)


def _list(actor: Actor, today: date, session: Session, settings: PrintSettings) -> bytes:
    from services.case_forms import case_list
    from services.reports.case_list_form import case_list_pdf

    return case_list_pdf(case_list(session, actor, on=today), settings)
