"""What can be done with a case: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import case_acts, certificate_cases
from services.permissions import Permission
from services.terms import CaseState
from ui.certificates.case_papers import submit, unsubmit
from ui.certificates.case_start import open_start
from ui.certificates.certificate_form import CertificateDialog
from ui.claims.act_dialog import REASON, ActDialog, Question, Work
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from datetime import date

    from services.case_details import CaseDetail
    from services.company_certificates import CertificateDraft
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.certificate_cases import CertificateCasesPage

FINISH_FIELDS = (
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Closed on"), FieldKind.DAY, required=True),
    FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Cost"), FieldKind.MONEY),
    FieldSpec("result", QT_TRANSLATE_NOOP("Field", "Result"), FieldKind.LONG_TEXT, width=2, blank=""),
)
GRANT_FIELDS = (
    FieldSpec("granted", QT_TRANSLATE_NOOP("Field", "Granted"), FieldKind.MONEY, required=True, blank=None),
    FieldSpec("expected_on", QT_TRANSLATE_NOOP("Field", "Money expected by"), FieldKind.DAY),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "By which notice"), width=2, blank=""),
)
RECEIVE_FIELDS = (
    FieldSpec("received", QT_TRANSLATE_NOOP("Field", "Came in"), FieldKind.MONEY, required=True),
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Received on"), FieldKind.DAY, required=True),
)

translate = QCoreApplication.translate

type Act = Callable[[CertificateCasesPage, CaseDetail], object]


def _on_case(act: Act) -> Callable[[CertificateCasesPage, list[int]], None]:
    """Act on the selected case as it is shown: what changed since then is refused, not overrun."""

    def run(page: CertificateCasesPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def command(page: CertificateCasesPage, act: str, found: CaseDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"certificate_case.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def new(page: CertificateCasesPage, _ids: list[int]) -> None:
    open_start(page.desk, page, page.changed)


def finish(page: CertificateCasesPage, found: CaseDetail) -> None:
    """A renewal or application ends with the certificate it brought; everything else with a day and a result."""
    work = partial(_outcome, page.desk.actor, found.id, page.desk.today())

    def go_on(start: CertificateDraft | None) -> None:
        ask_outcome(page, found, start) if start is not None else ask_finish(page, found)

    page.desk.tasks.read(page, work, go_on)


def ask_outcome(page: CertificateCasesPage, found: CaseDetail, start: CertificateDraft) -> None:
    """First the day, what it cost and what came out; then the certificate that it brought."""
    today, answers = page.desk.today(), SimpleNamespace()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        case_acts.finishing(
            session, actor, found.id, found.version, day=typed.day, cost=typed.cost, today=today
        )
        answers.__dict__.update(day=typed.day, cost=typed.cost, result=typed.result or "")

    title = translate("Certificates", "{number} is done").format(number=found.number)
    button = translate("Certificates", "Go on  Ctrl+S")
    values = {"day": today, "cost": found.cost or None, "result": found.result}
    question = Question(title, button, FINISH_FIELDS, values, _left_over(found))
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: ask_certificate(page, found, start, answers))
    dialog.open()


def _left_over(found: CaseDetail) -> str:
    left = len(found.steps) - found.done
    return translate("Certificates", "{count} steps are not ticked yet.").format(count=left) if left else ""


def ask_certificate(
    page: CertificateCasesPage, found: CaseDetail, start: CertificateDraft, answers: SimpleNamespace
) -> CertificateDialog:
    """The form of the certificate that came out of it; saving it closes the case."""
    today, click = page.desk.today(), command(page, "finish", found)
    dialog = CertificateDialog(page.desk, None, page, start=start)
    dialog.form = replace(
        dialog.form,
        save=lambda session, actor, draft: case_acts.finish_with(
            session,
            actor,
            found.id,
            found.version,
            draft,
            day=answers.day,
            cost=answers.cost,
            result=answers.result,
            command_id=click,
            today=today,
        ),
    )
    words = translate("Certificates", "The certificate that {number} brought")
    dialog.setWindowTitle(words.format(number=found.number))
    dialog.heading.setText(words.format(number=found.number))
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()
    return dialog


def ask_finish(page: CertificateCasesPage, found: CaseDetail) -> None:
    today, click = page.desk.today(), command(page, "finish", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        case_acts.finish(
            session, actor, found.id, found.version,
            day=typed.day, result=typed.result or "", cost=typed.cost, command_id=click, today=today,
        )  # fmt: skip

    about = _left_over(found)
    title = translate("Certificates", "{number} is done").format(number=found.number)
    values = {"day": today, "cost": found.cost or None, "result": found.result}
    _ask(
        page,
        found,
        Question(title, translate("Certificates", "Finish  Ctrl+S"), FINISH_FIELDS, values, about),
        work,
    )


def end_without(state: CaseState) -> Act:
    """Refused by the agency, or given up."""

    def run(page: CertificateCasesPage, found: CaseDetail) -> None:
        today, click = page.desk.today(), command(page, state.value, found)

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
            case_acts.end_without(
                session, actor, found.id, found.version,
                state=state, reason=typed.reason or "", command_id=click, today=today,
            )  # fmt: skip

        refused = state is CaseState.REFUSED
        title = (
            translate("Certificates", "{number} was not granted")
            if refused
            else translate("Certificates", "Give {number} up")
        )
        button = (
            translate("Certificates", "Not granted  Ctrl+S")
            if refused
            else translate("Certificates", "Give up  Ctrl+S")
        )
        question = Question(
            title.format(number=found.number), button, REASON, {"reason": ""}, found.title, danger=True
        )
        _ask(page, found, question, work)

    return run


def grant(page: CertificateCasesPage, found: CaseDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        case_acts.grant(
            session, actor, found.id, found.version,
            granted=typed.granted, note=typed.note or "", expected_on=typed.expected_on,
        )  # fmt: skip

    title = translate("Certificates", "Granted: {number}").format(number=found.number)
    values = {"granted": found.granted or found.asked or None, "note": "", "expected_on": None}
    _ask(
        page,
        found,
        Question(title, translate("Certificates", "Write down  Ctrl+S"), GRANT_FIELDS, values, found.title),
        work,
    )


def receive(page: CertificateCasesPage, found: CaseDetail) -> None:
    today, click = page.desk.today(), command(page, "receive", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        case_acts.receive(
            session, actor, found.id, found.version,
            received=typed.received, day=typed.day, command_id=click, today=today,
        )  # fmt: skip

    title = translate("Certificates", "Money of {number} came in").format(number=found.number)
    about = translate("Certificates", "When all that was granted is here, the case is done.")
    values = {"received": found.granted - found.received, "day": today}
    _ask(
        page,
        found,
        Question(title, translate("Certificates", "Write down  Ctrl+S"), RECEIVE_FIELDS, values, about),
        work,
    )


def take_up(page: CertificateCasesPage, found: CaseDetail) -> None:
    work = partial(_take_up, page.desk.actor, found)
    question = translate("Certificates", "Take {number} in hand again?").format(number=found.number)
    ask(page, question, translate("Certificates", "Take it up"), lambda: page.act(work, found), danger=False)


def delete(page: CertificateCasesPage, found: CaseDetail) -> None:
    work = partial(_remove, page.desk.actor, found)
    question = translate("Certificates", "Delete the case {number}?").format(number=found.number)
    ask(page, question, translate("Personnel", "Delete"), lambda: page.act(work, found, gone=True))


def _ask(page: CertificateCasesPage, found: CaseDetail, question: Question, work: Work) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def _outcome(actor: Actor, case_id: int, today: date, session: Session) -> CertificateDraft | None:
    return case_acts.outcome(session, actor, case_id, today=today)


def _take_up(actor: Actor, found: CaseDetail, session: Session) -> object:
    return case_acts.take_up(session, actor, found.id, found.version)


def _remove(actor: Actor, found: CaseDetail, session: Session) -> object:
    return certificate_cases.remove(session, actor, found.id, found.version)


_OPEN = frozenset({CaseState.OPEN})
_CLOSED = frozenset(CaseState) - _OPEN
_EDIT, _SEE = (Permission.CERTIFICATE_EDIT,), (Permission.CERTIFICATE_SEE,)
# fmt: off
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "New case"), new, "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
PRINT = Action("print_case", QT_TRANSLATE_NOOP("Action", "Print case sheet"), lambda page, ids: page.print_cases(ids), "printer", "Ctrl+Shift+P", _SEE, None, Takes.MANY)
LIST = Action("case_list", QT_TRANSLATE_NOOP("Action", "Print the list of cases"), lambda page, _ids: page.print_list(), "printer", needs=_SEE, takes=Takes.NONE, more=True)
EDIT = Action("edit_case", QT_TRANSLATE_NOOP("Action", "Edit"), lambda page, ids: page.open_form(ids[0]), "pencil", "", _EDIT, _OPEN, Takes.ONE, more=True)
GRANT = Action("grant", QT_TRANSLATE_NOOP("Action", "Granted"), _on_case(grant), "badge-check", "", _EDIT, _OPEN, Takes.ONE, pane=True, more=True)
RECEIVE = Action("receive", QT_TRANSLATE_NOOP("Action", "Money came in"), _on_case(receive), "coins", "", _EDIT, _OPEN, Takes.ONE, pane=True, more=True)
FINISH = Action("finish", QT_TRANSLATE_NOOP("Action", "Finish"), _on_case(finish), "check", "Ctrl+Return", _EDIT, _OPEN, Takes.ONE, pane=True, more=True)
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Papers submitted"), _on_case(submit), "send", "", _EDIT, _OPEN, Takes.ONE, pane=True, more=True)
UNSUBMIT = Action("unsubmit", QT_TRANSLATE_NOOP("Action", "Papers came back"), _on_case(unsubmit), "undo", "", _EDIT, _OPEN, Takes.ONE, more=True)
REFUSE = Action("refuse", QT_TRANSLATE_NOOP("Action", "Not granted"), _on_case(end_without(CaseState.REFUSED)), "x", "", _EDIT, _OPEN, Takes.ONE, more=True)
GIVE_UP = Action("give_up", QT_TRANSLATE_NOOP("Action", "Give up"), _on_case(end_without(CaseState.GIVEN_UP)), "x", "", _EDIT, _OPEN, Takes.ONE, more=True)
TAKE_UP = Action("take_up", QT_TRANSLATE_NOOP("Action", "Take up again"), _on_case(take_up), "rotate-ccw", "", _EDIT, _CLOSED, Takes.ONE, pane=True, more=True)
DELETE = Action("delete", QT_TRANSLATE_NOOP("Action", "Delete the case"), _on_case(delete), "trash-2", "Del", _EDIT, _OPEN, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (NEW, PRINT, LIST, EDIT, GRANT, RECEIVE, SUBMIT, UNSUBMIT, FINISH, REFUSE, GIVE_UP, TAKE_UP, DELETE)
LEADING = ("receive", "finish")
