"""Where papers come from and go to: their funding source, a packet, a copy, a recurring paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from services import claim_copies, funding_sources, packets, recurring_making
from services.permissions import Permission
from services.terms import ClaimState
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.recurring.recurring_dialog import RecurringDialog
from ui.widgets import formats
from ui.widgets.confirm import tell
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.claim_copies import Copied
    from services.database import Session
    from services.permissions import Actor
    from services.recurring_papers import RecurringDraft
    from ui.claims.claims_page import ClaimsPage

SOURCE = (
    FieldSpec("source_id", QT_TRANSLATE_NOOP("Field", "Funding source"), FieldKind.COMBO, width=2, choices=funding_sources.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty takes it off.")),
)  # fmt: skip
PACKET = (
    FieldSpec("packet_id", QT_TRANSLATE_NOOP("Field", "Packet"), FieldKind.COMBO, width=2, choices=packets.open_choices, hint=QT_TRANSLATE_NOOP("Field", "Empty makes a new one.")),
    FieldSpec("title", QT_TRANSLATE_NOOP("Field", "Title of a new packet"), width=2, blank=""),
)  # fmt: skip

translate = QCoreApplication.translate


def name_source(page: ClaimsPage, ids: list[int]) -> ActDialog:
    """Whose money these papers are."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        funding_sources.assign(session, actor, ids, typed.source_id)

    title = translate("Packet", "Funding source of {count} papers").format(count=len(ids))
    return _ask(page, Question(title, translate("Form", "Save  Ctrl+S"), SOURCE, {}), work)


def put_in(page: ClaimsPage, ids: list[int]) -> ActDialog:
    """Into a packet that is being prepared, or a new one."""
    click, today = str(uuid4()), page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        if typed.packet_id is None:
            packets.make(session, actor, ids, title=typed.title or "", command_id=click, today=today)
            return
        version = packets.get(session, actor, typed.packet_id).version
        assert version is not None, "it is stored"
        packets.add(session, actor, typed.packet_id, version, ids, command_id=click)

    title = translate("Packet", "Put {count} papers into a packet").format(count=len(ids))
    return _ask(page, Question(title, translate("Packet", "Put in  Ctrl+S"), PACKET, {"title": ""}), work)


def copy(page: ClaimsPage, ids: list[int]) -> None:
    """The same paper once more, as a draft that is not saved yet."""
    work = partial(_copy, page.desk.actor, ids[0], page.desk.today())
    page.desk.tasks.read(page, work, partial(_opened, page))


def _opened(page: ClaimsPage, found: Copied) -> None:
    dialog = page.open_paper(found.draft.kind, None, start=found.draft)
    dialog.loaded.connect(dialog.touch)
    if found.left_out:
        words = translate("Packet", "Left empty, because it is over: {names}")
        tell(dialog, words.format(names=formats.listed(found.left_out)))


def recur(page: ClaimsPage, ids: list[int]) -> None:
    """The form of a recurring paper that begins with this one."""
    work = partial(_recurring, page.desk.actor, ids[0], page.desk.today())
    page.desk.tasks.read(page, work, partial(_open_recurring, page))


def _open_recurring(page: ClaimsPage, draft: RecurringDraft) -> None:
    dialog = RecurringDialog(page.desk, None, page, start=draft)
    dialog.saved.connect(lambda record_id: page.desk.go("recurring_papers", record_id))
    dialog.open()


def _ask(page: ClaimsPage, question: Question, work: Any) -> ActDialog:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.refresh())
    dialog.open()
    return dialog


def _copy(actor: Actor, claim_id: int, today: Any, session: Session) -> Copied:
    return claim_copies.copy(session, actor, claim_id, today=today)


def _recurring(actor: Actor, claim_id: int, today: Any, session: Session) -> RecurringDraft:
    return recurring_making.from_claim(session, actor, claim_id, today=today)


_GRANTED = frozenset({ClaimState.TO_PAY, ClaimState.PAID})
_STANDING = frozenset(ClaimState) - {ClaimState.VOIDED}
_PACKETS, _RECURRING = (Permission.PACKET_EDIT,), (Permission.RECURRING_EDIT,)

# fmt: off
ALL: Sequence[Action] = (
    Action("copy_paper", QT_TRANSLATE_NOOP("Action", "Copy as new"), copy, "copy", "Ctrl+D", (Permission.CLAIM_EDIT,), None, Takes.ONE, more=True),
    Action("source", QT_TRANSLATE_NOOP("Action", "Funding source…"), name_source, "wallet", "", _PACKETS, _STANDING, Takes.MANY, more=True),
    Action("put_in_packet", QT_TRANSLATE_NOOP("Action", "Put into a packet…"), put_in, "package", "", _PACKETS, _GRANTED, Takes.MANY, more=True),
    Action("recurring", QT_TRANSLATE_NOOP("Action", "Make it recurring…"), recur, "calendar-days", "", _RECURRING, None, Takes.ONE, more=True),
)
# fmt: on
