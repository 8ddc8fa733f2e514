"""What can be done with a personnel paper: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import leaving, personnel_papers
from services.leaving import BY_HAND, LeavingCheck
from services.permissions import Permission
from services.terms import DecidedKind, OfficePaperState, PersonnelKind
from ui.claims.act_dialog import REASON, ActDialog, Question, Work
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.office.paper_acts import PaperActs
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.personnel_details import PersonnelDetail
    from ui.pages.personnel_papers import PersonnelPapersPage

PAPERS = PaperActs(DecidedKind.PERSONNEL_PAPER, "personnel")
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


def new(kind: PersonnelKind) -> Callable[[PersonnelPapersPage, list[int]], object]:
    """The form of a new paper of a kind."""
    return lambda page, _ids: page.open_paper(kind)


def void(page: PersonnelPapersPage, found: PersonnelDetail) -> None:
    click = PAPERS.command(page, "void", found)

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
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), _on_paper(PAPERS.submit), "send", GO_ON, _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw"), _on_paper(PAPERS.withdraw), "undo", "", _EDIT, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_paper(PAPERS.approve), "check", GO_ON, _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_paper(PAPERS.return_), "rotate-ccw", "Ctrl+Backspace", _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
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
