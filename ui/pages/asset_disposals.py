"""Disposals 资产处置: what is scrapped, sold, given away, lost or damaged; approved, it leaves the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

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
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.asset_disposal_details import DisposalDetail
    from services.asset_disposals import DisposalHeadline
    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


def _holder(row: RowValues, _today: date) -> tuple[str, str | None]:
    return (row["holder_name"], None) if row["holder_name"] else (formats.NOTHING, "muted")


class AssetDisposalsPage(WorkflowPage["DisposalDetail"]):
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
    record_acts = frozenset(DisposalAction)
    leading = acts.LEADING

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
        show_disposal(self.pane, self.desk, found, self.open_schedule, self.refresh)

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

    def dropped(self, paths: Sequence[Path]) -> bool:
        """Photos and papers dropped on the page go to the disposal that is shown."""
        found = self.detail
        if found is None or found.id != self.pane.record_id or not self.desk.can(Permission.ASSET_EDIT):
            return False
        work = partial(_attach, self.desk.actor, found.id, tuple(paths))
        self.desk.tasks.run(self, work, lambda _none: self.refresh())
        return True

    # paper

    def print_papers(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the forms of these papers."""
        title = translate("Page", "Disposals")
        if self.detail is not None and list(ids) == [self.detail.id]:
            title = self.detail.number
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
