"""What the pane tells about a packet: how much, where it stands, papers, differences, letters, history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.money import voucher_capitals
from services.permissions import Permission
from services.terms import PacketState
from ui.labels import label
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from services.packet_register import PacketDetail, PaperRow
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

ORDER = tuple(PacketState)

translate = QCoreApplication.translate


def show_packet(pane: DetailPane, desk: Desk, found: PacketDetail, again: Callable[[], object]) -> None:
    """From top to bottom; `again` is called when files were added or removed."""
    pane.headline(f"{found.number} · {found.title}", formats.yuan(found.total), voucher_capitals(found.total))
    bar = StepBar()
    bar.set_steps(list(_steps(found)))
    pane.widget(bar)
    _standing(pane, desk, found)
    _sums(pane, found)
    pane.section(translate("Packet", "Papers ({count})").format(count=found.count))
    for paper in found.papers:
        _paper(pane, paper)
    if not found.papers:
        pane.text(translate("Packet", "No paper yet: “Add papers” shows those of this funding source."))
    editable = desk.can(Permission.PACKET_EDIT) and found.state is not PacketState.RECEIVED
    if found.attachments or editable:
        pane.section(translate("Packet", "Letters ({count})").format(count=len(found.attachments)))
        files = AttachmentsList(desk, "packet", found.id, found.attachments, editable=editable)
        files.changed.connect(again)
        pane.widget(files)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("packet", found.history, desk.today()))


def _steps(found: PacketDetail) -> Iterator[Step]:
    here = ORDER.index(found.state)
    for place, state in enumerate(ORDER):
        done = place < here or state is found.state is PacketState.RECEIVED
        step = StepState.DONE if done else StepState.CURRENT if place == here else StepState.LATER
        yield Step(label(state), step)


def _standing(pane: DetailPane, desk: Desk, found: PacketDetail) -> None:
    pane.row(translate("Field", "Funding source"), found.source_name)
    if found.lodged_on is not None:
        words = translate("Packet", "{day}, with {person}")
        day = found.lodged_on.isoformat()
        pane.row(translate("Field", "Lodged on"), words.format(day=day, person=found.lodged_with))
    if found.state is PacketState.LODGED and found.lodged_on is not None:
        days = (desk.today() - found.lodged_on).days
        pane.text(translate("Packet", "Waiting for an answer for {days} days").format(days=days), "amber")
    if found.answered_on is not None:
        pane.row(translate("Field", "Answered on"), found.answered_on.isoformat())
    if found.answer:
        pane.text(found.answer)
    if found.received_on is not None:
        words = translate("Packet", "{day}, {account}")
        day = found.received_on.isoformat()
        pane.row(translate("Field", "Received on"), words.format(day=day, account=found.account_name))
    if found.note:
        pane.row(translate("Field", "Note"), found.note)


def _sums(pane: DetailPane, found: PacketDetail) -> None:
    """Lodged, accepted, received, and what lies between them."""
    if found.accepted is None:
        return
    pane.section(translate("Packet", "Differences"))
    pane.row(translate("Packet", "Lodged"), formats.money(found.total))
    pane.row(translate("Packet", "Accepted"), formats.money(found.accepted))
    if found.refused:
        pane.row(translate("Packet", "Not accepted"), formats.money(found.refused), tone="amber", strong=True)
    if found.state is PacketState.RECEIVED:
        pane.row(translate("Packet", "Received"), formats.money(found.received))
        if found.missing:
            more = found.missing < 0
            words = (
                translate("Packet", "More than accepted")
                if more
                else translate("Packet", "Less than accepted")
            )
            pane.row(words, formats.money(abs(found.missing)), tone="amber", strong=True)
    else:
        pane.row(translate("Packet", "Still expected"), formats.money(found.accepted), strong=True)


def _paper(pane: DetailPane, paper: PaperRow) -> None:
    words = f"{paper.number}  {paper.claimant_name}  {paper.purpose}"
    middle = formats.money(paper.amount) + " →" if paper.refused else ""
    shown = paper.amount if paper.accepted is None else paper.accepted
    pane.row(words, formats.money(shown), middle=middle)
    if paper.note:
        pane.text(paper.note, "amber")
    if paper.voided:
        pane.text(translate("Packet", "Voided after it was lodged"), "red")
