"""The way of a payroll sheet: draft → checked → submitted → approved → paid → locked."""

from __future__ import annotations

from datetime import date

from models.payroll import PayrollRun
from services.database import Session
from services.permissions import Actor, Permission, open_to_all, requires


@requires(Permission.PAYROLL_EDIT)
def check(session: Session, actor: Actor, run_id: int, version: int, command_id: str, today: date) -> int:
    """A draft was looked over 已核对; returns the new version.

    Raises Refused "record.gone", "record.stale", "payroll.wrong_state" (number, state), "payroll.stopped" (count: how
    many checks stop it).
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def reopen(session: Session, actor: Actor, run_id: int, version: int, command_id: str) -> int:
    """A checked sheet is a draft again; returns the new version. Raises as `check`."""
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def submit(session: Session, actor: Actor, run_id: int, version: int, command_id: str, today: date) -> int:
    """Send a checked sheet to be approved (office_papers.submit), if nothing stops it; returns the new version."""
    raise NotImplementedError


@open_to_all("called by office_papers when the last level has approved")
def approved(session: Session, actor: Actor, run: PayrollRun, today: date) -> None:
    """The last approval: nothing else moves; the cashier pays it next."""
    raise NotImplementedError


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
    """Note that an approved sheet was paid on a day; held repayments on it are confirmed. Returns the new version.

    Raises Refused "record.gone", "record.stale", "payroll.wrong_state", "payroll.paid_in_future" (field "paid_on"),
    "payroll.other_month" (field "paid_on"; month), "claim.account_closed" (field "account_id").
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT, Permission.PAYROLL_PAY)
def lock(session: Session, actor: Actor, run_id: int, version: int, command_id: str) -> int:
    """Close a paid sheet for good; returns the new version. Raises as `check`."""
    raise NotImplementedError
