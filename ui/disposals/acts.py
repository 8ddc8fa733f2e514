"""What can be done with a disposal: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import asset_disposals
from services.permissions import Permission
from services.terms import DecidedKind, OfficePaperState
from ui.disposals.reversing import reverse
from ui.marking import QT_TRANSLATE_NOOP
from ui.office.paper_acts import PaperActs
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.asset_disposal_details import DisposalDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.asset_disposals import AssetDisposalsPage

PAPERS = PaperActs(DecidedKind.ASSET_DISPOSAL, "disposal")
GO_ON = "Ctrl+Return"

translate = QCoreApplication.translate

type Act = Callable[[AssetDisposalsPage, DisposalDetail], object]


def _on_paper(act: Act) -> Callable[[AssetDisposalsPage, list[int]], None]:
    """Act on the selected paper as it is shown: what changed since then is refused, not overrun."""

    def run(page: AssetDisposalsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def approve(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    """What is approved last leaves the register: asked once more."""
    work = PAPERS.approving(page, found)
    words = translate("Disposal", "Approve {number}: {title}, net {net}?")
    question = words.format(number=found.number, title=found.title, net=formats.yuan(found.total("net")))
    about = translate("Disposal", "With the last approval the cards leave the register.")
    ask(
        page,
        question,
        translate("Disposal", "Approve"),
        lambda: page.act(work, found),
        detail=about,
        danger=False,
    )


def delete(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    work = partial(_remove, page.desk.actor, found)
    question = translate("Disposal", "Delete the draft {number}?").format(number=found.number)
    ask(page, question, translate("Disposal", "Delete"), lambda: page.act(work, found, gone=True))


def _remove(actor: Actor, found: DisposalDetail, session: Session) -> None:
    asset_disposals.remove(session, actor, found.id, found.version)


_EDITABLE = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})
_APPROVED = frozenset({OfficePaperState.APPROVED})
_SUBMITTED, _DRAFT = frozenset({OfficePaperState.SUBMITTED}), frozenset({OfficePaperState.DRAFT})
_EDIT, _DECIDE = (Permission.ASSET_EDIT,), (Permission.CLAIM_DECIDE,)

# fmt: off
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "New disposal"), lambda page, _ids: page.open_form(None), "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
PRINT = Action("print_disposal", QT_TRANSLATE_NOOP("Action", "Print form"), lambda page, ids: page.print_papers(ids), "printer", "Ctrl+Shift+P", (Permission.ASSET_SEE,), None, Takes.MANY)
VALUES = Action("depreciation", QT_TRANSLATE_NOOP("Action", "Depreciation"), lambda page, _ids: page.desk.go("depreciation"), "coins", "", (Permission.ASSET_SEE,), takes=Takes.NONE)
EDIT = Action("edit_disposal", QT_TRANSLATE_NOOP("Action", "Edit"), lambda page, ids: page.open_form(ids[0]), "pencil", "", _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), _on_paper(PAPERS.submit), "send", GO_ON, _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw"), _on_paper(PAPERS.withdraw), "undo", "", _EDIT, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_paper(approve), "check", GO_ON, _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_paper(PAPERS.return_), "rotate-ccw", "Ctrl+Backspace", _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
REVERSE = Action("reverse", QT_TRANSLATE_NOOP("Action", "Reverse…"), _on_paper(reverse), "undo", "", _DECIDE, _APPROVED, Takes.ONE, pane=True, more=True, danger=True)
DELETE = Action("delete", QT_TRANSLATE_NOOP("Action", "Delete the draft"), _on_paper(delete), "trash-2", "Del", _EDIT, _DRAFT, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (PRINT, VALUES, NEW, EDIT, SUBMIT, WITHDRAW, APPROVE, RETURN, REVERSE, DELETE)
LEADING = ("submit", "approve")
