"""What can be done about a date: handled, put off, reminded of again, made a case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import reminders
from services.due_model import DueKind
from ui.certificates.case_start import begin_case
from ui.claims.act_dialog import ActDialog, Question
from ui.due.due_words import what_words
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.database import Session
    from services.due_model import DueDate
    from services.permissions import Actor
    from ui.state import Desk

HANDLED = (
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Handled on"), FieldKind.DAY, required=True, width=2),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), FieldKind.LONG_TEXT, width=2, blank=""),
)
SNOOZE = (
    FieldSpec(
        "until",
        QT_TRANSLATE_NOOP("Field", "Remind again on"),
        FieldKind.DAY,
        required=True,
        width=2,
        hint=QT_TRANSLATE_NOOP("Field", "For example +7."),
    ),
    FieldSpec(
        "reason", QT_TRANSLATE_NOOP("Field", "Reason"), FieldKind.LONG_TEXT, required=True, width=2, blank=""
    ),
)
USUAL = timedelta(days=7)

translate = QCoreApplication.translate

type Done = Callable[[], object]


def ask_handled(desk: Desk, parent: QWidget, one: DueDate, done: Done) -> ActDialog:
    """On which day, and what to remember."""
    today = desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        reminders.handle(session, actor, one, day=typed.day, note=typed.note or "", today=today)

    about = translate("Certificates", "Nobody is reminded of it again.")
    if one.kind is DueKind.DUTY:
        about = translate("Certificates", "It is kept as a case that is done; next year it comes back.")
    if one.kind is DueKind.CASE_STEP:
        about = translate("Certificates", "The step is ticked in its case.")
    title = translate("Certificates", "Handled: {what}").format(what=_name(one))
    button = translate("Certificates", "Handled  Ctrl+S")
    question = Question(title, button, HANDLED, {"day": today, "note": ""}, about)
    return _ask(desk, parent, question, work, done)


def ask_snooze(desk: Desk, parent: QWidget, one: DueDate, done: Done) -> ActDialog:
    """Until when, and why."""
    today = desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        reminders.snooze(session, actor, one, until=typed.until, reason=typed.reason or "", today=today)

    title = translate("Certificates", "Put off: {what}").format(what=_name(one))
    button = translate("Certificates", "Put off  Ctrl+S")
    question = Question(
        title, button, SNOOZE, {"until": min(today + USUAL, reminders.put_off_to(one, today)), "reason": ""}
    )
    return _ask(desk, parent, question, work, done)


def wake(desk: Desk, parent: QWidget, one: DueDate, done: Done) -> None:
    """Be reminded of it again from now on."""
    desk.tasks.run(parent, partial(_wake, desk.actor, one), lambda _none: done())


def make_case(desk: Desk, parent: QWidget, one: DueDate) -> None:
    """The form of the case that the date leads to; saved, it is shown on its page."""
    start = reminders.case_of(one)
    if start is not None:
        begin_case(desk, parent, partial(desk.go, "certificate_cases"), start)


def _ask(desk: Desk, parent: QWidget, question: Question, work: Callable[..., None], done: Done) -> ActDialog:
    dialog = ActDialog(desk, question, work, parent)
    dialog.saved.connect(lambda _id: done())
    dialog.open()
    return dialog


def _name(one: DueDate) -> str:
    return f"{one.title} · {what_words(one)}"


def _wake(actor: Actor, one: DueDate, session: Session) -> None:
    reminders.wake(session, actor, one)
