"""Disposals 资产处置: what is scrapped, sold, given away, lost or damaged; approved, it leaves the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services import asset_disposal_details, asset_disposals, attachments
from services.asset_disposal_details import DisposalAction
from services.asset_disposals import REGISTER, DisposalDraft, DisposalLine
from services.permissions import Permission
from ui.depreciation.schedule_dialog import ScheduleDialog
from ui.disposals import acts
from ui.disposals.form import DisposalDialog
from ui.disposals.pane import show_disposal
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.asset_disposal_details import DisposalDetail
    from services.asset_disposals import DisposalHeadline
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


def _holder(row: RowValues, _today: date) -> tuple[str, str | None]:
    return (row["holder_name"], None) if row["holder_name"] else (formats.NOTHING, "muted")


class AssetDisposalsPage(RegisterPage):
    """Every disposal with what may be done to it."""

    name = "asset_disposals"
    title = QT_TRANSLATE_NOOP("Page", "Disposals")
    about = QT_TRANSLATE_NOOP(
        "Page", "What is scrapped, sold, given away, lost or damaged: approved, it leaves the register."
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Search number, asset, buyer or pinyin initials  Ctrl+F")
    register = REGISTER
    figure = "title"
    cells: ClassVar[dict[str, Any]] = {"holder_name": _holder}
    actions: ClassVar[tuple[Action, ...]] = acts.ALL

    _detail: DisposalDetail | None = None

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> DisposalDetail:
        return asset_disposal_details.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: DisposalDetail) -> None:  # noqa: ARG002 - it stands in what was found
        self._detail = found
        show_disposal(self.pane, self.desk, found, self.open_schedule, self.refresh)
        if self.view.table.selected_count() == 1:
            self._allow(found)

    def _selected(self) -> None:
        super()._selected()
        found, row = self._detail, self.view.values(self._detail.id) if self._detail else None
        if found is None or row is None or self.pane.isHidden():
            return
        if found.id == self.view.table.current_id() and row["state"] is found.state:
            self._allow(found)

    def _allow(self, found: DisposalDetail) -> None:
        """The row tells the state; only the paper itself tells what may be done with it."""
        for act in DisposalAction:
            action = self.acts.get(act.value)
            if action is not None:
                action.setEnabled(act in found.actions)

    def _show_buttons(self) -> None:
        """What leads the paper on is the blue one."""
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

    def _show_headline(self, found: DisposalHeadline) -> None:
        parts = []
        if found.to_finish:
            parts.append(translate("Disposal", "{count} to finish and submit").format(count=found.to_finish))
        if found.submitted:
            parts.append(translate("Disposal", "{count} being decided").format(count=found.submitted))
        if found.cards:
            words = (
                translate("Disposal", "this year {count} cards left, loss {gain}")
                if found.gain < 0
                else translate("Disposal", "this year {count} cards left, gain {gain}")
            )
            parts.append(words.format(count=found.cards, gain=formats.yuan(abs(found.gain))))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    # forms

    def open_form(self, record_id: int | None) -> Any:
        """The form of a disposal, locked once it was handed in."""
        if record_id is None:
            return self.open_paper()
        self.with_detail(record_id, self._open)
        return None

    def _open(self, found: DisposalDetail) -> None:
        self.open_paper(found.id, locked=DisposalAction.EDIT not in found.actions)

    def open_paper(
        self, record_id: int | None = None, *, locked: bool = False, assets: Sequence[int] = ()
    ) -> DisposalDialog:
        """The form of a disposal; a new one may begin with `assets`."""
        lines = tuple(DisposalLine(each) for each in assets)
        start = DisposalDraft(on_day=self.desk.today(), lines=lines) if record_id is None else None
        dialog = DisposalDialog(self.desk, record_id, self, locked=locked, start=start)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def open_schedule(self, asset_id: int) -> ScheduleDialog:
        """Why a card is worth what it is."""
        dialog = ScheduleDialog(self.desk, asset_id, self)
        dialog.open()
        return dialog

    # acts

    def with_detail(self, record_id: int, act: Callable[[DisposalDetail], object]) -> None:
        """Call `act` with the paper as it is shown, or as it is found when it is not shown."""
        shown = self._detail
        if shown is not None and not self.pane.isHidden() and shown.id == record_id == self.pane.record_id:
            act(shown)
            return
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def act(self, work: Callable[[Session], object], found: DisposalDetail, *, gone: bool = False) -> None:
        """Carry out an act; what is refused is said above the list, and the paper shown as it is now."""

        def refuse(refused: Refused) -> None:
            self.desk.tasks.refused.emit(self, refused)
            self.refresh()

        done: Callable[[object], None] = lambda _none: self.refresh() if gone else self.changed(found.id)  # noqa: E731 - a name would say no more
        self.desk.tasks.run(self, work, done, refuse)

    def dropped(self, paths: Sequence[Path]) -> bool:
        """Photos and papers dropped on the page go to the disposal that is shown."""
        found = self._detail
        if found is None or found.id != self.pane.record_id or not self.desk.can(Permission.ASSET_EDIT):
            return False
        work = partial(_attach, self.desk.actor, found.id, tuple(paths))
        self.desk.tasks.run(self, work, lambda _none: self.refresh())
        return True

    # paper

    def print_papers(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the forms of these papers."""
        title = translate("Page", "Disposals")
        if self._detail is not None and list(ids) == [self._detail.id]:
            title = self._detail.number
        job = PrintJob("asset_disposal", title, ("A4",), partial(_forms, self.desk.actor, tuple(ids)))
        preview = PrintPreview(self.desk, job, self)
        preview.open()
        return preview


def _headline(actor: Actor, today: date, session: Session) -> DisposalHeadline:
    return asset_disposals.headline(session, actor, today=today)


def _attach(actor: Actor, disposal_id: int, paths: tuple[Path, ...], session: Session) -> None:
    for path in paths:
        attachments.store(session, actor, "asset_disposal", disposal_id, path)


def _forms(actor: Actor, ids: Sequence[int], session: Session, settings: PrintSettings) -> bytes:
    from services.reports.disposal_form import disposal_pdf

    return disposal_pdf([asset_disposal_details.printed(session, actor, each) for each in ids], settings)
