"""A claim on its way: submitted, withdrawn, approved, returned, its amounts granted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy.exc import IntegrityError

from models.approval import Decision, StepState
from models.expense_claim import EDITABLE, ClaimState, ExpenseClaim, PaperKind
from services import (
    advances,
    approval_steps,
    approvals,
    audit,
    calendars,
    claim_checks,
    claim_circumstances,
    claim_drafts,
    invoice_records,
)
from services.claim_records import (
    cashiers,
    expect,
    hold,
    invoices_of,
    load,
    name_all,
    paper_of,
    refuse_stranger,
    saved,
)
from services.claim_rules import rules_on
from services.claim_values import Saved, refuse_amount
from services.database import Session, now, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires

_SUBMITTED = frozenset({ClaimState.SUBMITTED})


@requires(Permission.CLAIM_EDIT)
def submit(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    command_id: str,
    *,
    today: date,
) -> Saved:
    """Hand the paper in: names freeze, its invoices are used from now on, the first level is asked.

    To be paid within the promised working days (resources/rules/claims.toml).
    Raises Refused "record.gone", "claim.not_yours" (number), "record.stale", "claim.wrong_state", "claim.no_lines",
    "claim.stopped", "claim.reason_missing", "claim.offset_not_open", "claim.offset_too_large",
    "claim.invoice_in_use" (a race lost), "claim.project_closed" (number), "claim.claimant_left" (name, day), "approval.no_rule", "approval.no_approver" (level, place),
    "approval.on_leave" (level, approver, until).
    """
    claim = load(session, claim_id)
    refuse_stranger(actor, claim)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, EDITABLE)
    if claim.kind != PaperKind.ADVANCE and not claim.lines:
        raise Refused("claim.no_lines", field="lines")
    claim_circumstances.refuse_changed(session, claim, today)
    _freeze(session, claim, today)
    advances.refuse_excess(session, claim, lock=True)
    claim.submitted_by_id = actor.user_id
    steps = approvals.start(session, actor, paper_of(claim), command_id)
    promised = rules_on(session, today).promise_working_days
    claim.round += 1
    claim.state, claim.state_note = ClaimState.SUBMITTED, ""
    hold(claim, steps[0].holder_name)
    claim.submitted_on, claim.pay_by = today, calendars.add_working_days(today, promised)
    return _written(session, actor, "submit", claim)


@requires(Permission.CLAIM_EDIT)
def withdraw(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    command_id: str,
    *,
    reason: str = "",
) -> Saved:
    """Take a submitted paper back to change it.

    Raises Refused "record.gone", "claim.not_yours" (number), "record.stale", "claim.wrong_state",
    "approval.already_decided" (by, decision).
    """
    claim = load(session, claim_id)
    refuse_stranger(actor, claim)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, _SUBMITTED)
    approvals.withdraw(session, actor, paper_of(claim), reason=reason, command_id=command_id)
    _back(claim, ClaimState.WITHDRAWN, reason)
    return _written(session, actor, "withdraw", claim, reason=reason.strip())


@requires(Permission.CLAIM_DECIDE)
def approve(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    command_id: str,
    *,
    note: str = "",
) -> Saved:
    """Agree at the pending level; after the last one the paper waits for the cashier.

    Raises Refused "record.gone", "record.stale", "claim.wrong_state", "approval.own_paper", "approval.not_yours",
    "approval.approver_gone", "approval.already_decided" (by, decision), "claim.invoice_red_lettered",
    "claim.invoice_cancelled" (number, day), "claim.project_closed" (number), "claim.claimant_left" (name, day).
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, _SUBMITTED)
    invoice_records.refuse_marked(session, claim)
    claim_circumstances.refuse_changed(session, claim, calendars.business_day(now()))
    paper = paper_of(claim)
    outcome = approvals.decide(session, actor, paper, Decision.APPROVE, reason=note, command_id=command_id)
    hold(claim, cashiers(session) if outcome.finished else outcome.holder_name)
    claim.updated_at = now()  # the paper changes even when the same person is asked again
    if outcome.finished:
        claim.state = ClaimState.TO_PAY
    return _written(session, actor, "approve", claim, level=outcome.label, reason=note.strip())


@requires(Permission.CLAIM_DECIDE)
def return_(
    session: Session, actor: Actor, claim_id: int, version: int, command_id: str, *, reason: str
) -> Saved:
    """Send the paper back to its clerk, saying why.

    Raises Refused as `approve`, and "approval.reason_missing" (field "reason").
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, _SUBMITTED)
    paper = paper_of(claim)
    outcome = approvals.decide(session, actor, paper, Decision.RETURN, reason=reason, command_id=command_id)
    _back(claim, ClaimState.RETURNED, reason)
    return _written(session, actor, "return", claim, level=outcome.label, reason=reason.strip())


@requires(Permission.CLAIM_DECIDE)
def sanction(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    amounts: Mapping[int, Decimal],
    *,
    note: str,
    command_id: str,
) -> Saved:
    """Grant less than was claimed: `amounts` maps a line's place (from 0) to yuan; an advance has place 0 only.

    What advances take stays: when less is granted than they take, the claimant refunds the rest.
    Raises Refused "record.gone", "record.stale", "claim.wrong_state", "approval.not_yours",
    "claim.sanction_note_missing" (field "note"), "claim.sanction_above" (field), "claim.sanction_nothing",
    "claim.unknown_choice", and of amounts "claim.amount_wrong", "claim.amount_negative".
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, _SUBMITTED)
    _refuse_unasked(session, actor, claim)
    if not note.strip():
        raise Refused("claim.sanction_note_missing", field="note")
    before = _grants(claim)
    for place, amount in amounts.items():
        _grant(claim, place, amount)
    if claim.sanctioned == 0:
        raise Refused("claim.sanction_nothing", field="lines")
    return _written(session, actor, "sanction", claim, lines=[before, _grants(claim)], reason=note.strip())


def _freeze(session: Session, claim: ExpenseClaim, today: date) -> None:
    """The last look while lines may still change: names as of today, checks, invoices taken."""
    name_all(session, claim)
    reasons = dict(claim_checks.reasons_of(claim))
    claim_checks.refuse_doubts(claim_drafts.refresh(session, claim, reasons, today=today))
    for invoice in invoices_of(session, claim):
        invoice_records.use(invoice)
    try:
        session.flush()
    except IntegrityError as error:
        raise Refused("claim.invoice_in_use", field="lines") from error


def _refuse_unasked(session: Session, actor: Actor, claim: ExpenseClaim) -> None:
    paper = paper_of(claim)
    if not approval_steps.asked(session, actor, paper):
        level = next(step for step in approval_steps.steps(session, paper) if step.state == StepState.PENDING)
        raise Refused("approval.not_yours", level=level.label, approver=level.approver_name)


def _back(claim: ExpenseClaim, state: ClaimState, reason: str) -> None:
    claim.state = state
    claim.state_note = reason.strip()
    hold(claim, claim.claimant_name)
    claim.pay_by = None


def _grant(claim: ExpenseClaim, place: int, amount: Decimal) -> None:
    field = f"lines.{place}.sanctioned"
    refuse_amount(field, amount)
    asked = [line.amount for line in claim.lines] or [claim.amount]
    if not 0 <= place < len(asked):
        raise Refused("claim.unknown_choice", field=field)
    if amount > asked[place]:
        raise Refused("claim.sanction_above", field=field)
    if claim.lines:
        claim.lines[place].sanctioned = amount
    claim.sanctioned = sum((line.sanctioned for line in claim.lines), Decimal(0)) if claim.lines else amount


def _grants(claim: ExpenseClaim) -> list[str]:
    return [f"{line.sanctioned:.2f}" for line in claim.lines] or [f"{claim.sanctioned:.2f}"]


def _written(session: Session, actor: Actor, action: str, claim: ExpenseClaim, **notes: object) -> Saved:
    audit.record(session, actor, action, claim, **{name: note for name, note in notes.items() if note})
    session.flush()
    return saved(claim)
