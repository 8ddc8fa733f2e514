"""Packets 送审包: papers lodged with an outside body that pays later, from the list to the money."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from services import packet_register
from services.packet_register import REGISTER, PacketAction
from services.terms import PacketState
from ui.marking import QT_TRANSLATE_NOOP
from ui.packets import packet_acts
from ui.packets.packet_pane import show_packet
from ui.widgets import formats
from ui.widgets.confirm import tell
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage
from ui.widgets.write_whole import write_whole

if TYPE_CHECKING:
    from services.database import Session
    from services.packet_register import PacketDetail, PacketHeadline
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


def _received(row: RowValues, _today: date) -> tuple[str, str | None]:
    """What came; a dash before it came, amber when it is not what was accepted."""
    if row["state"] is not PacketState.RECEIVED:
        return formats.NOTHING, "muted"
    return formats.money(row["received"]), None if row["received"] == row["accepted"] else "amber"


def _accepted(row: RowValues, _today: date) -> tuple[str, str | None]:
    if row["accepted"] is None:
        return formats.NOTHING, "muted"
    return formats.money(row["accepted"]), None if row["accepted"] == row["total"] else "amber"


class PacketsPage(WorkflowPage["PacketDetail"]):
    """Every packet with what may be done to it."""

    name = "packets"
    title = QT_TRANSLATE_NOOP("Page", "Packets")
    about = QT_TRANSLATE_NOOP(
        "Page", "Papers lodged together with a university or a partner, which pays them later."
    )
    register = REGISTER
    figure = "number"
    cells: ClassVar[dict[str, Any]] = {"received": _received, "accepted": _accepted}
    actions: ClassVar[tuple[Action, ...]] = packet_acts.ALL
    record_acts = frozenset(PacketAction)
    leading = packet_acts.LEADING

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> PacketDetail:  # noqa: ARG004 - every page's
        return packet_register.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: PacketDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_packet(self.pane, self.desk, found, self.refresh)

    def headline(self) -> None:
        actor = self.desk.actor
        work: Callable[[Session], PacketHeadline] = lambda session: packet_register.headline(session, actor)  # noqa: E731 - runs on a worker
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: PacketHeadline) -> None:
        if not found.count or found.oldest_on is None:
            self.say_headline(translate("Page", self.about))
            return
        words = translate("Packet", "{amount} lodged and not yet received, oldest since {day}")
        self.say_headline(words.format(amount=formats.yuan(found.total), day=found.oldest_on.isoformat()))

    def open_form(self, record_id: int | None) -> Any:
        """A packet is opened where its papers are chosen, while that is possible."""
        if record_id is None:
            packet_acts.new(self, [])
        else:
            self.with_detail(record_id, self._open)
        return None

    def _open(self, found: PacketDetail) -> None:
        if PacketAction.EDIT in found.actions:
            packet_acts.edit(self, found)

    def began(self, record_id: int) -> None:
        """A packet without papers: which ones?"""
        self.changed(record_id)
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, partial(packet_acts.add, self))

    # paper

    def print_packets(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the lists of these packets."""
        title = translate("Packet", "Packet list")
        if self.detail is not None and list(ids) == [self.detail.id]:
            title = self.detail.number
        make = partial(_lists, self.desk.actor, tuple(ids))
        preview = PrintPreview(self.desk, PrintJob("packet_list", title, ("A4", "A4 landscape"), make), self)
        preview.open()
        return preview

    def export_packet(self, found: PacketDetail) -> QFileDialog:
        """Ask where to, then write the list as .xlsx."""
        dialog = QFileDialog(self, translate("Packet", "Export the list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{found.number} {found.title}.xlsx")
        dialog.fileSelected.connect(lambda name: self.export_to(found.id, Path(name)))
        dialog.open()
        return dialog

    def export_to(self, packet_id: int, path: Path) -> None:
        """Write the list to `path`."""
        work = partial(_export, self.desk.actor, packet_id, path)
        self.desk.tasks.read(self, work, lambda done: None if done else tell(self, cannot_write(path)))


def _lists(actor: Actor, ids: Sequence[int], session: Session, settings: PrintSettings) -> bytes:
    from services.packet_lists import printed
    from services.reports.packet_list import packet_pdf

    return packet_pdf([printed(session, actor, packet_id) for packet_id in ids], settings)


def _export(actor: Actor, packet_id: int, path: Path, session: Session) -> bool:
    from services import packet_lists

    return write_whole(path, lambda part: packet_lists.export(session, actor, packet_id, part))
