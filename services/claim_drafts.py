"""Claims and advances while they are written: opened, saved, deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from models.expense_category import ExpenseCategory
from models.expense_claim import EDITABLE, ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.packet import FundingSource
from models.people import Department, Employee
from models.project import Project, ProjectState
from services import (
    advances,
    attachments,
    audit,
    bid_deposit_claims,
    claim_attachments,
    claim_checks,
    invoice_records,
    numbering,
    paper_kinds,
    recurring_links,
    search,
)
from services.claim_check_row import Check
from services.claim_records import (
    expect,
    hold,
    invoices_of,
    load,
    make_findable,
    name_all,
    refuse_stranger,
    saved,
)
from services.claim_values import ClaimDraft, Saved, refuse_nonsense
from services.claim_writing import draft_of, write
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires

SERIES = {
    PaperKind.CLAIM: "BX",
    PaperKind.ADVANCE: "JK",
    PaperKind.REVERSAL: "CX",
    PaperKind.TRAVEL: "CL",
    PaperKind.PAYMENT: "FK",
    PaperKind.REPAYMENT: "HK",
}
OWN_WAYS = frozenset({PaperKind.REVERSAL, PaperKind.REPAYMENT})  # written by acts on other papers


@requires(Permission.CLAIM_EDIT)
def new(session: Session, actor: Actor, kind: PaperKind, *, today: date) -> ClaimDraft:
    """An empty draft for the actor themself, in their department, dated `today`; nothing is stored."""
    employee = session.get(Employee, actor.employee_id) if actor.employee_id else None
    return ClaimDraft(
        kind=kind,
        claimant_id=employee.id if employee else None,
        department_id=employee.department_id if employee else None,
        business_date=today,
    )


@requires(Permission.CLAIM_SEE)
def get(session: Session, actor: Actor, claim_id: int) -> ClaimDraft:  # noqa: ARG001 - the permission needs it
    """The paper as a draft. Raises Refused "record.gone"."""
    return draft_of(load(session, claim_id))


@requires(Permission.CLAIM_EDIT)
def save(session: Session, actor: Actor, draft: ClaimDraft, *, today: date) -> Saved:
    """Store a new draft (it gets its number, e.g. BX-2026-0413) or change one that was not submitted.

    Amounts in yuan. Invoices that no line rests on any more go back to the store with their files. The checks
    are run and kept; they stop a submission, never a save.
    Raises Refused of `refuse_nonsense` and `paper_kinds.completed`, "record.stale", "record.gone", "claim.wrong_state", "claim.not_yours"
    (number), "claim.for_others" (field), "claim.unknown_choice" (field), "claim.project_closed" (number), "claim.invoice_elsewhere", "claim.offset_not_open",
    "claim.offset_too_large" (number, available), "bid.deposit_request" (number, amount).
    """
    refuse_nonsense(draft)
    draft = paper_kinds.completed(session, draft)
    _refuse_unknown(session, draft)
    claim = _opened(session, actor, draft, today)
    _refuse_other_claimant(actor, draft, claim)
    with session.no_autoflush:  # the audit needs the old values
        before = _lines_shown(claim)
        write(claim, draft)
        if draft.id is not None:
            bid_deposit_claims.refuse_other_amount(session, claim)
        name_all(session, claim)
        hold(claim, claim.claimant_name)
        advances.refuse_excess(session, claim)
        notes = {} if before == _lines_shown(claim) else {"lines": [before, _lines_shown(claim)]}
        audit.record(session, actor, "edit" if draft.id else "create", claim, **notes)
    session.flush()
    _drop_unused(session, actor, claim)
    refresh(session, claim, draft.reasons, today=today)
    return saved(claim)


@requires(Permission.CLAIM_EDIT)
def delete(session: Session, actor: Actor, claim_id: int, version: int) -> None:
    """Delete a draft that was never submitted, with its files; its invoices go back to the store with theirs.

    Raises Refused "record.gone", "claim.not_yours" (number), "record.stale", "claim.wrong_state" (number, state).
    """
    claim = load(session, claim_id)
    refuse_stranger(actor, claim)
    expect(session, claim, version, {ClaimState.DRAFT})
    audit.record(session, actor, "delete", claim)
    recurring_links.give_back(session, actor, claim)
    bid_deposit_claims.give_back(session, actor, claim)
    invoices = invoices_of(session, claim)
    claim.lines.clear()
    session.flush()
    invoice_records.let_go(session, actor, invoices)
    for file in attachments.of(session, actor, ExpenseClaim.__tablename__, claim.id):
        attachments.remove(session, actor, file.id)
    search.remove(session, ExpenseClaim.__tablename__, claim.id)
    session.delete(claim)
    session.flush()


@open_to_all("a step of saving and attaching, which have their permissions")
def refresh(session: Session, claim: ExpenseClaim, reasons: dict[str, str], *, today: date) -> list[Check]:
    """Run and keep the checks, count invoices and attachments, and make the paper findable."""
    invoices = invoices_of(session, claim)
    draft = replace(draft_of(claim), reasons=reasons)
    checks = claim_checks.evaluate(session, draft, invoices, today=today)
    claim_checks.keep(session, claim, checks)
    claim.invoice_count = len(invoices)
    claim.attachment_count = claim_attachments.count(session, claim.id)
    make_findable(session, claim, invoices)
    return checks


def _opened(session: Session, actor: Actor, draft: ClaimDraft, today: date) -> ExpenseClaim:
    if draft.id is not None:
        claim = load(session, draft.id)
        refuse_stranger(actor, claim)
        expect(session, claim, draft.version, EDITABLE)
        if claim.kind != draft.kind:
            raise Refused("claim.unknown_choice", field="kind")
        return claim
    if draft.kind in OWN_WAYS:
        raise Refused("claim.unknown_choice", field="kind")
    number = numbering.next_number(session, f"{SERIES[draft.kind]}-{today.year}")
    return ExpenseClaim(
        kind=draft.kind,
        number=number,
        state=ClaimState.DRAFT,
        created_by_id=actor.user_id,
        lines=[],
        legs=[],
        offsets=[],
        checks=[],
    )


def _refuse_other_claimant(actor: Actor, draft: ClaimDraft, claim: ExpenseClaim) -> None:
    allowed = {actor.employee_id, claim.claimant_id}
    if draft.claimant_id not in allowed and not actor.can(Permission.CLAIM_FOR_OTHERS):
        raise Refused("claim.for_others", field="claimant_id")


def _lines_shown(claim: ExpenseClaim) -> list[str]:
    return [
        f"{line.category_name} {line.spent_on} {line.description} {line.amount:.2f}" for line in claim.lines
    ]


def _drop_unused(session: Session, actor: Actor, claim: ExpenseClaim) -> None:
    used = {line.invoice_id for line in claim.lines}
    unused = [invoice for invoice in invoices_of(session, claim) if invoice.id not in used]
    invoice_records.let_go(session, actor, unused)


def _refuse_unknown(session: Session, draft: ClaimDraft) -> None:
    if session.get(Employee, draft.claimant_id) is None:
        raise Refused("claim.unknown_choice", field="claimant_id")
    if session.get(Department, draft.department_id) is None:
        raise Refused("claim.unknown_choice", field="department_id")
    if draft.funding_source_id and session.get(FundingSource, draft.funding_source_id) is None:
        raise Refused("claim.unknown_choice", field="funding_source_id")
    _refuse_project(session, draft.project_id, "project_id")
    categories = set(session.scalars(select(ExpenseCategory.id)))
    own = set(session.scalars(select(Invoice.id).where(Invoice.claim_id == (draft.id or 0))))
    for number, line in enumerate(draft.lines):
        if line.category_id not in categories:
            raise Refused("claim.unknown_choice", field=f"lines.{number}.category_id")
        if line.invoice_id is not None and line.invoice_id not in own:
            raise Refused("claim.invoice_elsewhere", field=f"lines.{number}.invoice_id")
        _refuse_project(session, line.project_id, f"lines.{number}.project_id")


def _refuse_project(session: Session, project_id: int | None, field: str) -> None:
    project = session.get(Project, project_id) if project_id else None
    if project_id and project is None:
        raise Refused("claim.unknown_choice", field=field)
    if project and project.state == ProjectState.CLOSED:
        raise Refused("claim.project_closed", field=field, number=project.number)
