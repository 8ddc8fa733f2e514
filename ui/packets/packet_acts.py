"""What can be done with a packet: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import bank_accounts, funding_sources, packet_steps, packets
from services.permissions import Permission
from services.terms import PacketState
from ui.claims.act_dialog import REASON, ActDialog, Question, Work
from ui.marking import QT_TRANSLATE_NOOP
from ui.packets.answer_dialog import AnswerDialog
from ui.packets.paper_picker import PaperPicker, Pickable
from ui.widgets import formats
from ui.widgets.confirm import ask, tell
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.database import Session
    from services.packet_register import PacketDetail
    from services.packet_steps import Accepted
    from services.permissions import Actor
    from ui.pages.packets import PacketsPage

PACKET = (
    FieldSpec("title", QT_TRANSLATE_NOOP("Field", "Title"), required=True, width=2),
    FieldSpec("funding_source_id", QT_TRANSLATE_NOOP("Field", "Funding source"), FieldKind.COMBO, required=True, width=2, choices=funding_sources.choices),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=2, blank=""),
)  # fmt: skip
LODGED = (
    FieldSpec("lodged_on", QT_TRANSLATE_NOOP("Field", "Lodged on"), FieldKind.DAY, required=True),
    FieldSpec("lodged_with", QT_TRANSLATE_NOOP("Field", "Lodged with"), required=True),
)
RECEIVED = (
    FieldSpec("received_on", QT_TRANSLATE_NOOP("Field", "Received on"), FieldKind.DAY, required=True),
    FieldSpec("received", QT_TRANSLATE_NOOP("Field", "Received"), FieldKind.MONEY, required=True),
    FieldSpec("account_id", QT_TRANSLATE_NOOP("Field", "Received in"), FieldKind.COMBO, required=True, width=2, choices=bank_accounts.choices),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Why another amount came"), width=2, blank=""),
)  # fmt: skip

translate = QCoreApplication.translate

type Act = Callable[[PacketsPage, PacketDetail], object]


def _on_packet(act: Act) -> Callable[[PacketsPage, list[int]], None]:
    """Act on the selected packet as it is shown: what changed since then is refused, not overrun."""

    def run(page: PacketsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def command(page: PacketsPage, act: str, found: PacketDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"packet.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def new(page: PacketsPage, _ids: list[int]) -> None:
    """A packet of a source; its papers are chosen next."""
    title = translate("Packet", "New packet")
    question = Question(
        title, translate("Packet", "Go on to the papers  Ctrl+S"), PACKET, {"title": "", "note": ""}
    )
    dialog = ActDialog(page.desk, question, partial(_save, None, page.desk.today()), page)
    dialog.saved.connect(page.began)
    dialog.open()


def edit(page: PacketsPage, found: PacketDetail) -> None:
    values = {"title": found.title, "funding_source_id": found.source_id, "note": found.note}
    question = Question(found.number, translate("Form", "Save  Ctrl+S"), PACKET, values)
    _ask(page, found, question, partial(_save, found, page.desk.today()))


def add(page: PacketsPage, found: PacketDetail) -> None:
    """The papers of the source that are in no packet, all of them ticked."""
    work = partial(_candidates, page.desk.actor, found.source_id)
    page.desk.tasks.read(page, work, partial(_pick, page, found))


def _pick(page: PacketsPage, found: PacketDetail, papers: Sequence[Pickable]) -> None:
    if not papers:
        words = translate("Packet", "No granted paper of {source} is left. Name the source on papers first.")
        tell(page, words.format(source=found.source_name))
        return

    def work(session: Session, actor: Actor, ids: list[int]) -> Any:
        return packets.add(
            session, actor, found.id, found.version, ids, command_id=command(page, "add", found)
        )

    title = translate("Packet", "Papers for {number}").format(number=found.number)
    _open(
        page, found, PaperPicker(page.desk, title, translate("Packet", "Put in  Ctrl+S"), papers, work, page)
    )


def take_out(page: PacketsPage, found: PacketDetail) -> None:
    def work(session: Session, actor: Actor, ids: list[int]) -> Any:
        command_id = command(page, "take_out", found)
        return packets.take_out(session, actor, found.id, found.version, ids, command_id=command_id)

    title, button = (
        translate("Packet", "Take papers out of {number}"),
        translate("Packet", "Take out  Ctrl+S"),
    )
    title = title.format(number=found.number)
    _open(page, found, PaperPicker(page.desk, title, button, found.papers, work, page, ticked=False))


def lodge(page: PacketsPage, found: PacketDetail) -> None:
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return packet_steps.lodge(
            session, actor, found.id, found.version,
            lodged_on=typed.lodged_on, lodged_with=typed.lodged_with or "",
            command_id=command(page, "lodge", found), today=today,
        )  # fmt: skip

    about = translate("Packet", "{count} papers, {amount}, for {body}. No paper goes in or out afterwards.")
    about = about.format(count=found.count, amount=formats.yuan(found.total), body=found.body)
    title = translate("Packet", "Lodge {number}").format(number=found.number)
    question = Question(title, translate("Packet", "Lodged  Ctrl+S"), LODGED, {"lodged_on": today}, about)
    _ask(page, found, question, work)


def answer(page: PacketsPage, found: PacketDetail) -> None:
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace, said: dict[int, Accepted]) -> Any:
        return packet_steps.answer(
            session, actor, found.id, found.version,
            answered_on=typed.answered_on, accepted=said, words=typed.words or "",
            command_id=command(page, "answer", found), today=today,
        )  # fmt: skip

    _open(page, found, AnswerDialog(page.desk, found, work, page))


def receive(page: PacketsPage, found: PacketDetail) -> None:
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return packet_steps.receive(
            session, actor, found.id, found.version,
            received_on=typed.received_on, account_id=typed.account_id, received=typed.received,
            note=typed.note or "", command_id=command(page, "receive", found), today=today,
        )  # fmt: skip

    about = translate("Packet", "{amount} was accepted.").format(
        amount=formats.yuan(found.accepted or found.total)
    )
    values = {"received_on": today, "received": found.accepted, "note": ""}
    title = translate("Packet", "Money for {number}").format(number=found.number)
    _ask(page, found, Question(title, translate("Packet", "Received  Ctrl+S"), RECEIVED, values, about), work)


def reopen(page: PacketsPage, found: PacketDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        command_id = command(page, "reopen", found)
        return packet_steps.reopen(
            session, actor, found.id, found.version, reason=typed.reason, command_id=command_id
        )

    title = translate("Packet", "Take a step back with {number}").format(number=found.number)
    about = translate("Packet", "What the last step wrote is gone from the packet; the history keeps it.")
    button = translate("Packet", "Take it back  Ctrl+S")
    _ask(page, found, Question(title, button, REASON, {"reason": ""}, about, danger=True), work)


def delete(page: PacketsPage, found: PacketDetail) -> None:
    work = partial(_delete, page.desk.actor, found)
    question = translate("Packet", "Delete {number}? Its papers are in no packet then.")
    button = translate("Packet", "Delete")
    ask(page, question.format(number=found.number), button, lambda: page.act(work, found, gone=True))


def _ask(page: PacketsPage, found: PacketDetail, question: Question, work: Work) -> None:
    _open(page, found, ActDialog(page.desk, question, work, page))


def _open(page: PacketsPage, found: PacketDetail, dialog: ActDialog) -> None:
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def _save(
    found: PacketDetail | None, today: Any, session: Session, actor: Actor, typed: SimpleNamespace
) -> Any:
    record_id, version = (found.id, found.version) if found else (None, None)
    draft = packets.PacketDraft(
        record_id, version, typed.title or "", typed.funding_source_id, typed.note or ""
    )
    return packets.save(session, actor, draft, today=today)


def _candidates(actor: Actor, source_id: int, session: Session) -> Sequence[Pickable]:
    return packets.candidates(session, actor, source_id)


def _delete(actor: Actor, found: PacketDetail, session: Session) -> None:
    packets.remove(session, actor, found.id, found.version)


_EDIT, _SEE = (Permission.PACKET_EDIT,), (Permission.PACKET_SEE,)
_OPEN, _LODGED, _ANSWERED = (
    {state} for state in (PacketState.OPEN, PacketState.LODGED, PacketState.ANSWERED)
)
_BACK = frozenset(_LODGED | _ANSWERED | {PacketState.RECEIVED})

# fmt: off
PRINT = Action("print_packet", QT_TRANSLATE_NOOP("Action", "Print packet list"), lambda page, ids: page.print_packets(ids), "printer", "Ctrl+Shift+P", _SEE, None, Takes.MANY)
EXPORT = Action("export_packet", QT_TRANSLATE_NOOP("Action", "Packet list as Excel"), _on_packet(lambda page, found: page.export_packet(found)), "file-spreadsheet", "", _SEE, None, Takes.ONE, more=True)
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "New packet"), new, "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
EDIT = Action("edit_packet", QT_TRANSLATE_NOOP("Action", "Edit"), _on_packet(edit), "pencil", "", _EDIT, frozenset(_OPEN), Takes.ONE, more=True)
ADD = Action("add_papers", QT_TRANSLATE_NOOP("Action", "Add papers"), _on_packet(add), "plus", "Ctrl+I", _EDIT, frozenset(_OPEN), Takes.ONE, pane=True, more=True)
TAKE_OUT = Action("take_out", QT_TRANSLATE_NOOP("Action", "Take papers out"), _on_packet(take_out), "undo", "", _EDIT, frozenset(_OPEN), Takes.ONE, more=True)
LODGE = Action("lodge", QT_TRANSLATE_NOOP("Action", "Lodge"), _on_packet(lodge), "send", "Ctrl+Return", _EDIT, frozenset(_OPEN), Takes.ONE, pane=True, more=True)
ANSWER = Action("answer", QT_TRANSLATE_NOOP("Action", "Note the answer"), _on_packet(answer), "check", "Ctrl+Return", _EDIT, frozenset(_LODGED), Takes.ONE, pane=True, more=True)
RECEIVE = Action("receive", QT_TRANSLATE_NOOP("Action", "Money received"), _on_packet(receive), "banknote", "Ctrl+Return", (Permission.CLAIM_PAY,), frozenset(_ANSWERED), Takes.ONE, pane=True, more=True)
REOPEN = Action("reopen", QT_TRANSLATE_NOOP("Action", "Take a step back"), _on_packet(reopen), "rotate-ccw", "", _EDIT, _BACK, Takes.ONE, more=True, danger=True)
DELETE = Action("delete", QT_TRANSLATE_NOOP("Action", "Delete the packet"), _on_packet(delete), "trash-2", "Del", _EDIT, frozenset(_OPEN), Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (PRINT, NEW, EDIT, ADD, TAKE_OUT, LODGE, ANSWER, RECEIVE, EXPORT, REOPEN, DELETE)
LEADING = ("lodge", "answer", "receive", "add_papers")
