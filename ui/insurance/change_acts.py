"""What can be done with insurance changes: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from hashlib import sha256
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import insurance_changes, insurance_lodging, office_papers
from services.insurance_change_register import ChangeAction, ChangeStanding
from services.permissions import Permission
from services.terms import DecidedKind
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes
from ui.widgets.standard_actions import OPEN

if TYPE_CHECKING:
    from services.database import Session
    from services.insurance_change_register import ChangeDetail
    from services.permissions import Actor
    from ui.pages.social_insurance import SocialInsurancePage
    from ui.state import Desk

KIND = DecidedKind.INSURANCE_CHANGE
LODGED = (
    FieldSpec("lodged_on", QT_TRANSLATE_NOOP("Field", "Declared on"), FieldKind.DAY, required=True),
    FieldSpec("receipt_number", QT_TRANSLATE_NOOP("Field", "Receipt number"), blank=""),
)
CONFIRMED = (
    FieldSpec("confirmed_on", QT_TRANSLATE_NOOP("Field", "Confirmed on"), FieldKind.DAY, required=True),
    FieldSpec("account_number", QT_TRANSLATE_NOOP("Field", "Account number"), blank="", hint=QT_TRANSLATE_NOOP("Field", "Of the person, when the fund gave a new one.")),
)  # fmt: skip

translate = QCoreApplication.translate

type Act = Callable[[SocialInsurancePage, ChangeDetail], object]


def command(desk: Desk, act: str, ids: Collection[int], mark: object = "") -> str:
    """The same click twice is the same command: same changes as they were seen, same user."""
    named = sha256(",".join(map(str, sorted(ids))).encode()).hexdigest()[:16]
    return f"insurance.{act}:{named}:{mark}:{desk.actor.user_id}"


def _on_change(act: Act) -> Callable[[SocialInsurancePage, list[int]], None]:
    def run(page: SocialInsurancePage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def submit(page: SocialInsurancePage, ids: list[int]) -> None:
    """Send the selected changes into approval."""
    work = partial(_submit, page.desk.actor, tuple(ids), command(page.desk, "submit", ids, page.mark))
    page.desk.tasks.run(page, work, lambda _count: page.acted(ids))


def withdraw(page: SocialInsurancePage, detail: ChangeDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return office_papers.withdraw(
            session, actor, KIND, detail.id, detail.version,
            reason=typed.reason, command_id=command(page.desk, "withdraw", [detail.id], detail.version),
        )  # fmt: skip

    title = translate("Insurance", "Take {number} back").format(number=detail.number)
    question = Question(title, translate("Insurance", "Take back  Ctrl+S"), REASON, {"reason": ""})
    _ask(page, [detail.id], question, work)


def approve(page: SocialInsurancePage, detail: ChangeDetail) -> None:
    """Agree: the change counts from its month on."""
    work = partial(_approve, page.desk, detail)
    page.desk.tasks.run(page, work, lambda _version: page.acted([detail.id]))


def send_back(page: SocialInsurancePage, detail: ChangeDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return insurance_changes.send_back(
            session, actor, detail.id, detail.version, reason=typed.reason,
            command_id=command(page.desk, "return", [detail.id], detail.version), today=page.desk.today(),
        )  # fmt: skip

    title = translate("Insurance", "Return {number}").format(number=detail.number)
    question = Question(title, translate("Insurance", "Return  Ctrl+S"), REASON, {"reason": ""}, danger=True)
    _ask(page, [detail.id], question, work)


def lodge(page: SocialInsurancePage, ids: list[int]) -> None:
    """The selected changes were handed in: when, under which receipt."""
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return insurance_lodging.lodge(
            session, actor, ids, lodged_on=typed.lodged_on, receipt_number=typed.receipt_number,
            command_id=command(page.desk, "lodge", ids, page.mark), today=today,
        )  # fmt: skip

    title = translate("Insurance", "Lodged with the fund: {count}").format(count=len(ids))
    button = translate("Insurance", "Note it  Ctrl+S")
    values = {"lodged_on": today, "receipt_number": ""}
    _ask(page, ids, Question(title, button, LODGED, values), work)


def confirm(page: SocialInsurancePage, ids: list[int]) -> None:
    """The fund confirmed the selected changes."""
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return insurance_lodging.confirm(
            session, actor, ids, confirmed_on=typed.confirmed_on,
            account_number=getattr(typed, "account_number", ""),
            command_id=command(page.desk, "confirm", ids, page.mark), today=today,
        )  # fmt: skip

    title = translate("Insurance", "Confirmed by the fund: {count}").format(count=len(ids))
    button = translate("Insurance", "Note it  Ctrl+S")
    fields = CONFIRMED if len(ids) == 1 else CONFIRMED[:1]
    values = {"confirmed_on": today, "account_number": ""}
    _ask(page, ids, Question(title, button, fields, values), work)


def refuse(page: SocialInsurancePage, detail: ChangeDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return insurance_lodging.refuse(
            session, actor, detail.id, detail.version,
            reason=typed.reason, command_id=command(page.desk, "refuse", [detail.id], detail.version),
        )  # fmt: skip

    title = translate("Insurance", "Refused by the fund: {number}").format(number=detail.number)
    about = translate("Insurance", "The change stops counting. Write it again when it is corrected.")
    button = translate("Insurance", "Note it  Ctrl+S")
    _ask(page, [detail.id], Question(title, button, REASON, {"reason": ""}, about, danger=True), work)


def void(page: SocialInsurancePage, detail: ChangeDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return insurance_changes.void(
            session, actor, detail.id, detail.version,
            reason=typed.reason, command_id=command(page.desk, "void", [detail.id], detail.version),
        )  # fmt: skip

    title = translate("Insurance", "Void {number}").format(number=detail.number)
    button = translate("Insurance", "Void  Ctrl+S")
    _ask(page, [detail.id], Question(title, button, REASON, {"reason": ""}, danger=True), work)


def _ask(page: SocialInsurancePage, ids: list[int], question: Question, work: Any) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.acted(ids))
    dialog.open()


def _submit(actor: Actor, ids: tuple[int, ...], command_id: str, session: Session) -> int:
    return insurance_changes.submit(session, actor, ids, command_id=command_id)


def _approve(desk: Desk, detail: ChangeDetail, session: Session) -> int:
    command_id = command(desk, "approve", [detail.id], detail.version)
    return insurance_changes.agree(
        session, desk.actor, detail.id, detail.version, command_id=command_id, today=desk.today()
    )


_EDIT, _DECIDE = (Permission.INSURANCE_EDIT,), (Permission.CLAIM_DECIDE,)
_TO_DO = frozenset({ChangeStanding.DRAFT, ChangeStanding.RETURNED, ChangeStanding.WITHDRAWN})
_WAITING = frozenset({ChangeStanding.SUBMITTED})
_TO_LODGE, _LODGED = frozenset({ChangeStanding.TO_LODGE}), frozenset({ChangeStanding.LODGED})
_GONE = frozenset({ChangeStanding.REFUSED, ChangeStanding.VOIDED})

# fmt: off
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "New change"), lambda page, _ids: page.open_form(None), "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), submit, "send", "Ctrl+Shift+S", _EDIT, _TO_DO, Takes.MANY, pane=True, more=True)
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_change(approve), "check", "Ctrl+Return", _DECIDE, _WAITING, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_change(send_back), "undo", "", _DECIDE, _WAITING, Takes.ONE, pane=True, more=True, danger=True)
LODGE = Action("lodge", QT_TRANSLATE_NOOP("Action", "Lodged"), lodge, "upload", "Ctrl+L", _EDIT, _TO_LODGE, Takes.MANY, pane=True, more=True)
CONFIRM = Action("confirm", QT_TRANSLATE_NOOP("Action", "Confirmed"), confirm, "circle-check", "Ctrl+B", _EDIT, _LODGED, Takes.MANY, pane=True, more=True)
REFUSE = Action("refuse", QT_TRANSLATE_NOOP("Action", "Refused by the fund"), _on_change(refuse), "x", "", _EDIT, _LODGED, Takes.ONE, pane=True, more=True, danger=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Take back"), _on_change(withdraw), "undo", "", _EDIT, _WAITING, Takes.ONE, pane=True, more=True)
AGAIN = Action("again", QT_TRANSLATE_NOOP("Action", "Write again"), lambda page, ids: page.write_again(ids[0]), "copy", "", _EDIT, _GONE, Takes.ONE, pane=True, more=True)
VOID = Action("void", QT_TRANSLATE_NOOP("Action", "Void"), _on_change(void), "x", "", _EDIT, _TO_DO | _TO_LODGE, Takes.ONE, more=True, danger=True)
WHY = Action("why", QT_TRANSLATE_NOOP("Action", "Why these amounts"), _on_change(lambda page, detail: page.open_why(detail)), "circle-help", "Ctrl+Y", (Permission.INSURANCE_SEE,), None, Takes.ONE, more=True)
FORMS = Action("print_forms", QT_TRANSLATE_NOOP("Action", "Print forms"), lambda page, _ids: page.choose_form(), "printer", "Ctrl+Shift+P", (Permission.INSURANCE_SEE,), takes=Takes.NONE)
POLICIES = Action("policies", QT_TRANSLATE_NOOP("Action", "Insurance policies"), lambda page, _ids: page.desk.go("insurance_policies", None), "umbrella", "", (Permission.INSURANCE_SEE,), takes=Takes.NONE, more=True)
# fmt: on
ALL = (
    NEW,
    OPEN,
    SUBMIT,
    APPROVE,
    RETURN,
    LODGE,
    CONFIRM,
    REFUSE,
    WITHDRAW,
    AGAIN,
    VOID,
    WHY,
    FORMS,
    POLICIES,
)
GUARDED = tuple(act.value for act in ChangeAction if act is not ChangeAction.EDIT)
LEADING = ("submit", "approve", "lodge", "confirm")
