"""The steps of a payroll sheet that need no form: drafted, reckoned again, checked, submitted, approved, locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import office_papers, payroll_runs, payroll_states
from services.terms import DecidedKind, Decision, RunKind
from ui.payroll import clicks
from ui.widgets.confirm import ask

if TYPE_CHECKING:
    from services.database import Session
    from services.payroll_runs import ScheduleRow
    from services.permissions import Actor
    from ui.pages.payroll import PayrollPage

translate = QCoreApplication.translate


def make_draft(page: PayrollPage) -> None:
    """Make the regular sheet of the month in hand from what the company knows."""
    head = page.head
    if head is None or head.run_id is not None:
        return
    key = f"payroll.draft:{head.month:%Y-%m}:{page.desk.actor.user_id}:{clicks.of_dialog('draft')}"
    work = partial(_draft, page.desk.actor, head.month, key, page.desk.today())
    title = translate("Payroll", "Making the sheet of {month}").format(month=f"{head.month:%Y-%m}")
    page.run_long(title, work, page.show_run)


def recompute(page: PayrollPage) -> None:
    """Reckon the draft again from what is known now."""
    title = translate("Payroll", "Reckoning again")
    if (head := page.head) is not None and head.run_id is not None:
        work = partial(_recompute, page.desk.actor, head, page.desk.today())
        page.run_long(title, work, lambda _version: page.refresh())


def check(page: PayrollPage) -> None:
    """The draft was looked over."""
    _act(page, partial(_check, page.desk.today()))


def submit(page: PayrollPage) -> None:
    """Send the checked sheet into its approval."""
    _act(page, partial(_submit, page.desk.today()))


def approve(page: PayrollPage) -> None:
    """Approve the sheet that waits for this user."""
    _act(page, partial(decide, Decision.APPROVE, "", page.desk.today()))


def reopen(page: PayrollPage) -> None:
    """A checked sheet is a draft again."""
    _act(page, _reopen)


def ask_lock(page: PayrollPage) -> None:
    """Ask, then close the paid month for good."""
    head = page.head
    if head is None:
        return
    question = translate("Payroll", "Lock {month}?").format(month=f"{head.month:%Y-%m}")
    detail = translate(
        "Payroll", "A locked sheet is never reckoned again; corrections become lines of the open month."
    )
    ask(page, question, translate("Payroll", "Lock"), lambda: _act(page, _lock), detail=detail, danger=False)


def ask_remove(page: PayrollPage) -> None:
    """Ask, then throw the draft away."""
    head = page.head
    if head is None:
        return
    question = translate("Payroll", "Throw the draft {number} away?").format(number=head.number)
    detail = translate(
        "Payroll", "Attendance, rates and one-off lines stay; it can be made again at any time."
    )
    ask(page, question, translate("Payroll", "Throw away"), lambda: _act(page, _remove), detail=detail)


type Work = Callable[[Actor, ScheduleRow, str, Session], object]


def _act(page: PayrollPage, work: Work) -> None:
    """Do something with the sheet as it was seen; then look again."""
    if (head := page.head) is None or head.run_id is None:
        return
    name = getattr(work, "func", work).__name__
    key = clicks.of_run(page.desk, name, head)
    page.desk.tasks.run(
        page, partial(work, page.desk.actor, head, key), lambda _done: page.refresh(), page.refuse
    )


def decide(
    decision: Decision,
    reason: str,
    today: date,
    actor: Actor,
    head: ScheduleRow,
    key: str,
    session: Session,
) -> int:
    """Approve or return a sheet; runs on a worker."""
    return office_papers.decide(
        session, actor, DecidedKind.PAYROLL_RUN, _id(head), _version(head), decision,
        reason=reason, command_id=key, today=today,
    )  # fmt: skip


def _draft(actor: Actor, month: date, key: str, today: date, session: Session) -> int:
    return payroll_runs.draft(session, actor, month, RunKind.REGULAR, key, today)


def _recompute(actor: Actor, head: ScheduleRow, today: date, session: Session) -> int:
    return payroll_runs.recompute(session, actor, _id(head), _version(head), today)


def _check(today: date, actor: Actor, head: ScheduleRow, key: str, session: Session) -> int:
    return payroll_states.check(session, actor, _id(head), _version(head), key, today)


def _submit(today: date, actor: Actor, head: ScheduleRow, key: str, session: Session) -> int:
    return payroll_states.submit(session, actor, _id(head), _version(head), key, today)


def _reopen(actor: Actor, head: ScheduleRow, key: str, session: Session) -> int:
    return payroll_states.reopen(session, actor, _id(head), _version(head), key)


def _lock(actor: Actor, head: ScheduleRow, key: str, session: Session) -> int:
    return payroll_states.lock(session, actor, _id(head), _version(head), key)


def _remove(actor: Actor, head: ScheduleRow, _key: str, session: Session) -> None:
    payroll_runs.remove(session, actor, _id(head), _version(head))


def _id(head: ScheduleRow) -> int:
    assert head.run_id is not None, "only of sheets that are made"
    return head.run_id


def _version(head: ScheduleRow) -> int:
    assert head.version is not None, "only of sheets that are made"
    return head.version
