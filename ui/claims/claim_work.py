"""What the form of a claim asks of the services; every function runs on a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services import attachments, claim_checks, claim_details, claimants, typed_invoices
from services.claim_values import OffsetDraft

if TYPE_CHECKING:
    from services.claim_check_row import Check
    from services.claim_details import ClaimDetail
    from services.claim_values import ClaimDraft, LineDraft
    from services.claimants import Claimant
    from services.database import Session
    from services.permissions import Actor
    from services.typed_invoices import InvoiceDraft
    from ui.widgets.form import Form


def look(actor: Actor, claim_id: int, today: date, session: Session) -> ClaimDetail:
    """The stored paper with its invoices and files."""
    return claim_details.detail(session, actor, claim_id, today=today)


def claimant(actor: Actor, claimant_id: int, today: date, claim_id: int | None, session: Session) -> Claimant:
    """Department and open advances of the claimant."""
    return claimants.find(session, actor, claimant_id, today=today, without_claim=claim_id)


def checks(actor: Actor, draft: ClaimDraft, today: date, session: Session) -> list[Check]:
    """How the checks of what is typed come out."""
    return claim_checks.check_draft(session, actor, draft, today=today)


def save_and_attach(
    form: Form, actor: Actor, draft: ClaimDraft, paths: Sequence[Path], session: Session
) -> int:
    """Save the paper and keep files with it, in one act."""
    record_id = form.save(session, actor, draft)
    for path in paths:
        attachments.store(session, actor, "expense_claim", record_id, path)
    return record_id


def offsets_kept(kept: Mapping[str, Any]) -> tuple[OffsetDraft, ...]:
    """The offsets as `kept` wrote them down before a crash."""
    return tuple(OffsetDraft(int(advance), Decimal(amount)) for advance, amount in kept.get("offsets", []))


def paper_invoice(actor: Actor, line: LineDraft, session: Session) -> InvoiceDraft:
    """A paper invoice made out to us, of the line's day and amounts."""
    empty = typed_invoices.new(session, actor)
    net = line.amount - line.tax if line.amount and line.tax else None
    return replace(empty, issued_on=line.spent_on, net=net, tax=line.tax or None, total=line.amount or None)


def add_invoice(
    claim: ClaimDraft, place: int, today: date, session: Session, actor: Actor, draft: InvoiceDraft
) -> int:
    """Put a typed invoice under a line; gives the id of the claim, which is saved with it."""
    saved = typed_invoices.add(session, actor, claim, place, draft, today=today)
    assert saved.id is not None, "it was saved"
    return saved.id
