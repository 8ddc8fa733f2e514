"""The way of a payroll sheet: draft → checked → submitted → approved → paid → locked."""

from __future__ import annotations

from datetime import date

from models.approval import DecidedKind
from models.bank_account import BankAccount
from models.expense_claim import CheckLevel
from models.payroll import PayrollRun, RunState
from services import (
    audit,
    office_papers,
    pay_templates,
    pay_withholdings,
    payroll_checks,
    payroll_filling,
    records,
)
from services.database import Session, now, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.permissions import check as check_permission


@requires(Permission.PAYROLL_EDIT)
def check(session: Session, actor: Actor, run_id: int, version: int, command_id: str, today: date) -> int:
    """A draft was looked over 已核对; returns the new version.

    Raises Refused "record.gone", "record.stale", "payroll.wrong_state" (number, state), "payroll.stopped" (count: how
    many checks stop it), "payroll.stale" (count: people who would be otherwise if it were reckoned now).
    """
    run = records.load(session, PayrollRun, run_id)
    if not once(session, command_id):
        return run.version
    _expect(run, version, RunState.DRAFT)
    _refuse_stopped(session, actor, run, today)
    _refuse_stale(session, run, today)
    return _moved(session, actor, run, RunState.CHECKED, "check", people=run.people)


@requires(Permission.PAYROLL_EDIT)
def reopen(session: Session, actor: Actor, run_id: int, version: int, command_id: str) -> int:
    """A checked sheet is a draft again; returns the new version. Raises as `check`."""
    run = records.load(session, PayrollRun, run_id)
    if not once(session, command_id):
        return run.version
    _expect(run, version, RunState.CHECKED)
    return _moved(session, actor, run, RunState.DRAFT, "reopen")


@requires(Permission.PAYROLL_EDIT)
def submit(session: Session, actor: Actor, run_id: int, version: int, command_id: str, today: date) -> int:
    """Send a checked sheet to be approved, if nothing stops it; returns the new version.

    Raises what `check` and `office_papers.submit` raise.
    """
    run = records.load(session, PayrollRun, run_id)
    if run.version == version and run.state == RunState.CHECKED:
        _refuse_stopped(session, actor, run, today)
        _refuse_stale(session, run, today)
    return office_papers.submit(session, actor, DecidedKind.PAYROLL_RUN, run_id, version, command_id)


@requires(Permission.PAYROLL_EDIT)
def withdraw(
    session: Session, actor: Actor, run_id: int, version: int, *, reason: str, command_id: str
) -> int:
    """Take a sheet back while it is being decided; it is checked again. Raises what `office_papers.withdraw` raises."""
    return office_papers.withdraw(
        session, actor, DecidedKind.PAYROLL_RUN, run_id, version, reason=reason, command_id=command_id
    )


@requires(Permission.PAYROLL_EDIT, Permission.CLAIM_DECIDE)
def take_back(
    session: Session, actor: Actor, run_id: int, version: int, *, reason: str, command_id: str
) -> int:
    """An approved sheet that was not paid is a draft again, to be reckoned for another month; the new version.

    It goes through its approval once more. Raises as `check`, "approval.reason_missing" (field "reason"), and
    "payroll.file_written" (number: the bank may have its file).
    """
    run = records.load(session, PayrollRun, run_id)
    check_permission(actor, Permission.PAYROLL_SEE)
    if not once(session, command_id):
        return run.version
    _expect(run, version, RunState.APPROVED)
    if not reason.strip():
        raise Refused("approval.reason_missing", field="reason")
    if run.file_sha256:
        raise Refused("payroll.file_written", number=run.number)
    _moved(session, actor, run, RunState.DRAFT, "reopen", reason=reason.strip())
    run.state_note = reason.strip()
    session.flush()
    return run.version


@open_to_all("called by office_papers when the last level has approved")
def approved(session: Session, actor: Actor, run: PayrollRun, today: date) -> None:  # noqa: ARG001 - every kind's hook
    """The last approval: the figures stand, and the cashier pays next."""
    run.holder_name = ""


@requires(Permission.PAYROLL_PAY)
def pay(
    session: Session,
    actor: Actor,
    run_id: int,
    version: int,
    *,
    paid_on: date,
    command_id: str,
    today: date,
    account_id: int | None = None,
) -> int:
    """Note that an approved sheet was paid on a day; held repayments on it are done. Returns the new version.

    Raises Refused "record.gone", "record.stale", "payroll.wrong_state" (number, state), "payroll.paid_in_future"
    (field "paid_on"), "payroll.other_month" (field "paid_on"; month: the tax was reckoned for it), "payroll.no_account"
    (field "account_id"), "payroll.repayment_changed" (number), "voucher.month_bound".
    """
    run = records.load(session, PayrollRun, run_id)
    if not once(session, command_id):
        return run.version
    _expect(run, version, RunState.APPROVED)
    if paid_on > today:
        raise Refused("payroll.paid_in_future", field="paid_on")
    if paid_on.replace(day=1) != run.pay_on.replace(day=1):
        raise Refused("payroll.other_month", field="paid_on", month=f"{run.pay_on:%Y-%m}")
    if account_id is not None:
        account = session.get(BankAccount, account_id)
        if account is None or not account.active:
            raise Refused("payroll.no_account", field="account_id")
        run.account_id = account_id
    pay_withholdings.settle(session, actor, run.id, paid_on)
    run.paid_on = paid_on
    return _moved(session, actor, run, RunState.PAID, "pay", people=run.people)


@requires(Permission.PAYROLL_EDIT, Permission.PAYROLL_PAY)
def lock(session: Session, actor: Actor, run_id: int, version: int, command_id: str) -> int:
    """Close a paid sheet for good, with the templates it is printed with; returns the new version. Raises as `check`."""
    run = records.load(session, PayrollRun, run_id)
    if not once(session, command_id):
        return run.version
    _expect(run, version, RunState.PAID)
    pay_templates.keep_for(session, actor, run)
    return _moved(session, actor, run, RunState.LOCKED, "lock", people=run.people)


def _expect(run: PayrollRun, version: int, state: RunState) -> None:
    if run.version != version:
        raise Refused("record.stale")
    if run.state != state:
        raise Refused("payroll.wrong_state", number=run.number, state=run.state)


def _refuse_stopped(session: Session, actor: Actor, run: PayrollRun, today: date) -> None:
    found = payroll_checks.checks(session, actor, run.id, today)
    stops = sum(check.level == CheckLevel.STOP for check in found)
    if stops:
        raise Refused("payroll.stopped", count=stops)


def _refuse_stale(session: Session, run: PayrollRun, today: date) -> None:
    count = payroll_filling.changed_since(session, run, today)
    if count:
        raise Refused("payroll.stale", count=count)


def _moved(
    session: Session, actor: Actor, run: PayrollRun, state: RunState, action: str, **notes: object
) -> int:
    """The new state, written down with counts, never with an amount."""
    run.state, run.updated_at = state, now()
    run.state_note = ""
    audit.record(session, actor, action, run, **notes)
    session.flush()
    return run.version
