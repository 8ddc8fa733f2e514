"""What can be done with a disposal: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import approval_reasons, asset_disposal_reversals, asset_disposals, office_papers
from services.permissions import Permission
from services.terms import DecidedKind, Decision, OfficePaperState
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.claims.return_dialog import ReturnDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from datetime import date

    from services.asset_disposal_details import DisposalDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.asset_disposals import AssetDisposalsPage

KIND = DecidedKind.ASSET_DISPOSAL
GO_ON = "Ctrl+Return"

translate = QCoreApplication.translate

type Act = Callable[[AssetDisposalsPage, DisposalDetail], object]


def _on_paper(act: Act) -> Callable[[AssetDisposalsPage, list[int]], None]:
    """Act on the selected paper as it is shown: what changed since then is refused, not overrun."""

    def run(page: AssetDisposalsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def command(page: AssetDisposalsPage, act: str, found: DisposalDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"disposal.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def submit(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    page.act(partial(_submit, page.desk.actor, found, command(page, "submit", found)), found)


def withdraw(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    work = partial(_withdraw, page.desk.actor, found, command(page, "withdraw", found))
    question = translate("Disposal", "Withdraw {number} to change it?").format(number=found.number)
    ask(page, question, translate("Disposal", "Withdraw"), lambda: page.act(work, found))


def approve(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    """What is approved last leaves the register: asked once more."""
    work = partial(_approve, page.desk.actor, found, command(page, "approve", found), page.desk.today())
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


def return_(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    """Ask why; reasons that were given before are one key away."""
    page.desk.tasks.read(page, partial(_remembered, page.desk.actor), partial(ask_reason, page, found))


def ask_reason(page: AssetDisposalsPage, found: DisposalDetail, reasons: list[str]) -> None:
    today, click = page.desk.today(), command(page, "return", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        office_papers.decide(
            session, actor, KIND, found.id, found.version, Decision.RETURN,
            reason=typed.reason, command_id=click, today=today,
        )  # fmt: skip

    title = translate("Disposal", "Return {number}").format(number=found.number)
    question = Question(title, translate("Disposal", "Return  Ctrl+S"), REASON, {"reason": ""})
    dialog = ReturnDialog(page.desk, question, work, reasons, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def reverse(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    """Ask why the cards come back."""
    today, click = page.desk.today(), command(page, "reverse", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        asset_disposal_reversals.reverse(
            session, actor, found.id, found.version, reason=typed.reason, command_id=click, today=today
        )

    title = translate("Disposal", "Reverse {number}: {title}").format(number=found.number, title=found.title)
    about = translate(
        "Disposal",
        "The cards live again where they stood, with their values. What closed months left out is charged in the next open month.",
    )
    button = translate("Disposal", "Reverse  Ctrl+S")
    question = Question(title, button, REASON, {"reason": ""}, about=about, danger=True)
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def delete(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    work = partial(_remove, page.desk.actor, found)
    question = translate("Disposal", "Delete the draft {number}?").format(number=found.number)
    ask(page, question, translate("Disposal", "Delete"), lambda: page.act(work, found, gone=True))


def _submit(actor: Actor, found: DisposalDetail, click: str, session: Session) -> None:
    office_papers.submit(session, actor, KIND, found.id, found.version, click)


def _withdraw(actor: Actor, found: DisposalDetail, click: str, session: Session) -> None:
    office_papers.withdraw(session, actor, KIND, found.id, found.version, reason="", command_id=click)


def _approve(actor: Actor, found: DisposalDetail, click: str, today: date, session: Session) -> None:
    office_papers.decide(
        session,
        actor,
        KIND,
        found.id,
        found.version,
        Decision.APPROVE,
        reason="",
        command_id=click,
        today=today,
    )


def _remembered(actor: Actor, session: Session) -> list[str]:
    return approval_reasons.remembered(session, actor)


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
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), _on_paper(submit), "send", GO_ON, _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw"), _on_paper(withdraw), "undo", "", _EDIT, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_paper(approve), "check", GO_ON, _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_paper(return_), "rotate-ccw", "Ctrl+Backspace", _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
REVERSE = Action("reverse", QT_TRANSLATE_NOOP("Action", "Reverse…"), _on_paper(reverse), "undo", "", _DECIDE, _APPROVED, Takes.ONE, pane=True, more=True, danger=True)
DELETE = Action("delete", QT_TRANSLATE_NOOP("Action", "Delete the draft"), _on_paper(delete), "trash-2", "Del", _EDIT, _DRAFT, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (PRINT, VALUES, NEW, EDIT, SUBMIT, WITHDRAW, APPROVE, RETURN, REVERSE, DELETE)
LEADING = ("submit", "approve")
