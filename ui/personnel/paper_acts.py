"""What can be done with a personnel paper: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import approval_reasons, leaving, office_papers, personnel_papers
from services.leaving import BY_HAND, LeavingCheck
from services.permissions import Permission
from services.terms import DecidedKind, Decision, OfficePaperState, PersonnelKind
from ui.claims.act_dialog import REASON, ActDialog, Question, Work
from ui.claims.return_dialog import ReturnDialog
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor
    from services.personnel_details import PersonnelDetail
    from ui.pages.personnel_papers import PersonnelPapersPage

KIND = DecidedKind.PERSONNEL_PAPER
GO_ON = "Ctrl+Return"
TICKED = (
    FieldSpec("done_on", QT_TRANSLATE_NOOP("Field", "Settled on"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty takes the tick away.")),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank=""),
)  # fmt: skip

translate = QCoreApplication.translate

type Act = Callable[[PersonnelPapersPage, PersonnelDetail], object]


def _on_paper(act: Act) -> Callable[[PersonnelPapersPage, list[int]], None]:
    """Act on the selected paper as it is shown: what changed since then is refused, not overrun."""

    def run(page: PersonnelPapersPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def command(page: PersonnelPapersPage, act: str, found: PersonnelDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"personnel.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def new(kind: PersonnelKind) -> Callable[[PersonnelPapersPage, list[int]], object]:
    """The form of a new paper of a kind."""
    return lambda page, _ids: page.open_paper(kind)


def submit(page: PersonnelPapersPage, found: PersonnelDetail) -> None:
    page.act(partial(_submit, page.desk.actor, found, command(page, "submit", found)), found)


def withdraw(page: PersonnelPapersPage, found: PersonnelDetail) -> None:
    work = partial(_withdraw, page.desk.actor, found, command(page, "withdraw", found))
    question = translate("Personnel", "Withdraw {number} to change it?").format(number=found.number)
    ask(page, question, translate("Personnel", "Withdraw"), lambda: page.act(work, found))


def approve(page: PersonnelPapersPage, found: PersonnelDetail) -> None:
    work = partial(_approve, page.desk.actor, found, command(page, "approve", found), page.desk.today())
    page.act(work, found)


def return_(page: PersonnelPapersPage, found: PersonnelDetail) -> None:
    """Ask why; reasons that were given before are one key away."""
    page.desk.tasks.read(page, partial(_remembered, page.desk.actor), partial(ask_reason, page, found))


def ask_reason(page: PersonnelPapersPage, found: PersonnelDetail, reasons: list[str]) -> None:
    today, click = page.desk.today(), command(page, "return", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return office_papers.decide(
            session, actor, KIND, found.id, found.version, Decision.RETURN,
            reason=typed.reason, command_id=click, today=today,
        )  # fmt: skip

    title = translate("Personnel", "Return {number}").format(number=found.number)
    question = Question(title, translate("Personnel", "Return  Ctrl+S"), REASON, {"reason": ""})
    dialog = ReturnDialog(page.desk, question, _none(work), reasons, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def void(page: PersonnelPapersPage, found: PersonnelDetail) -> None:
    click = command(page, "void", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return personnel_papers.void(
            session, actor, found.id, found.version, reason=typed.reason, command_id=click
        )

    title = translate("Personnel", "Take {number} back").format(number=found.number)
    about = translate("Personnel", "It was approved and has not taken effect yet. Nothing of it will.")
    button = translate("Personnel", "Take it back  Ctrl+S")
    _ask(page, found, Question(title, button, REASON, {"reason": ""}, about, danger=True), work)


def delete(page: PersonnelPapersPage, found: PersonnelDetail) -> None:
    work = partial(_remove, page.desk.actor, found)
    question = translate("Personnel", "Delete the draft {number}?").format(number=found.number)
    ask(page, question, translate("Personnel", "Delete"), lambda: page.act(work, found, gone=True))


def tick(page: PersonnelPapersPage, found: PersonnelDetail) -> None:
    """Every thing that is looked at by hand, the first that is not settled proposed."""
    rows = {row.check: row for row in found.leaving if row.by_hand}
    first = next((check for check in BY_HAND if not rows[check].settled), BY_HAND[0])
    fields = (
        FieldSpec("check", QT_TRANSLATE_NOOP("Field", "What is settled"), FieldKind.CHOICE, required=True, width=2, members=BY_HAND),
        *TICKED,
    )  # fmt: skip

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        leaving.tick(
            session, actor, found.id, LeavingCheck(typed.check), done_on=typed.done_on, note=typed.note or ""
        )

    title = translate("Personnel", "{name}: settled").format(name=found.employee_name)
    values = {"check": first, "done_on": page.desk.today(), "note": rows[first].note}
    about = "  ".join(f"{'✓' if row.settled else '□'} {label(row.check)}" for row in rows.values())
    question = Question(title, translate("Personnel", "Settled  Ctrl+S"), fields, values, about)
    _ask(page, found, question, work)


def print_papers(page: PersonnelPapersPage, ids: list[int]) -> None:
    page.print_papers(ids)


def _ask(page: PersonnelPapersPage, found: PersonnelDetail, question: Question, work: Work) -> None:
    dialog = ActDialog(page.desk, question, _none(work), page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def _none(work: Work) -> Work:
    """The act, without what it answers: the dialog asks a record for its id."""

    def run(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        work(session, actor, typed)

    return run


def _submit(actor: Actor, found: PersonnelDetail, click: str, session: Session) -> None:
    office_papers.submit(session, actor, KIND, found.id, found.version, click)


def _withdraw(actor: Actor, found: PersonnelDetail, click: str, session: Session) -> None:
    office_papers.withdraw(session, actor, KIND, found.id, found.version, reason="", command_id=click)


def _approve(actor: Actor, found: PersonnelDetail, click: str, today: date, session: Session) -> None:
    office_papers.decide(
        session, actor, KIND, found.id, found.version, Decision.APPROVE,
        reason="", command_id=click, today=today,
    )  # fmt: skip


def _remembered(actor: Actor, session: Session) -> list[str]:
    return approval_reasons.remembered(session, actor)


def _remove(actor: Actor, found: PersonnelDetail, session: Session) -> None:
    personnel_papers.remove(session, actor, found.id, found.version)


_EDITABLE = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})
_SUBMITTED, _DRAFT = frozenset({OfficePaperState.SUBMITTED}), frozenset({OfficePaperState.DRAFT})
_APPROVED = frozenset({OfficePaperState.APPROVED})
_EDIT, _DECIDE = (Permission.PERSONNEL_EDIT,), (Permission.CLAIM_DECIDE,)
_PAY = (Permission.PAYROLL_EDIT,)

# fmt: off
JOIN = Action("join", QT_TRANSLATE_NOOP("Action", "Somebody joins"), new(PersonnelKind.JOIN), "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
LEAVE = Action("leave", QT_TRANSLATE_NOOP("Action", "Somebody leaves"), new(PersonnelKind.LEAVE), "log-out", "", _EDIT, takes=Takes.NONE)
TRANSFER = Action("transfer", QT_TRANSLATE_NOOP("Action", "Transfer"), new(PersonnelKind.TRANSFER), "arrow-right", "", _EDIT, takes=Takes.NONE)
PAY_CHANGE = Action("pay_change", QT_TRANSLATE_NOOP("Action", "Change of pay"), new(PersonnelKind.PAY_CHANGE), "banknote", "", _PAY, takes=Takes.NONE, more=True)
CONFIRM = Action("confirm", QT_TRANSLATE_NOOP("Action", "Confirm after probation"), new(PersonnelKind.CONFIRM), "badge-check", "", _EDIT, takes=Takes.NONE, more=True)
PRINT = Action("print_paper", QT_TRANSLATE_NOOP("Action", "Print form"), print_papers, "printer", "Ctrl+Shift+P", (Permission.PERSONNEL_SEE,), None, Takes.MANY, more=True)
EDIT = Action("edit_paper", QT_TRANSLATE_NOOP("Action", "Edit"), lambda page, ids: page.open_form(ids[0]), "pencil", "", _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), _on_paper(submit), "send", GO_ON, _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw"), _on_paper(withdraw), "undo", "", _EDIT, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_paper(approve), "check", GO_ON, _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_paper(return_), "rotate-ccw", "Ctrl+Backspace", _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
TICK = Action("tick", QT_TRANSLATE_NOOP("Action", "Tick the leaver's list"), _on_paper(tick), "clipboard-list", "Ctrl+T", _EDIT, None, Takes.ONE, pane=True, more=True)
VOID = Action("void", QT_TRANSLATE_NOOP("Action", "Take back"), _on_paper(void), "x", "", (Permission.CLAIM_VOID,), _APPROVED, Takes.ONE, pane=True, more=True, danger=True)
DELETE = Action("delete", QT_TRANSLATE_NOOP("Action", "Delete the draft"), _on_paper(delete), "trash-2", "Del", _EDIT, _DRAFT, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (
    LEAVE,
    TRANSFER,
    JOIN,
    PAY_CHANGE,
    CONFIRM,
    PRINT,
    EDIT,
    SUBMIT,
    WITHDRAW,
    APPROVE,
    RETURN,
    TICK,
    VOID,
    DELETE,
)
LEADING = ("submit", "approve", "tick")
