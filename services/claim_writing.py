"""A claim's draft written into its record, and its record read as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from models.expense_claim import AdvanceOffset, ExpenseClaim, ExpenseLine, PaperKind
from models.travel import TravelLeg
from services import claim_checks
from services.claim_values import ClaimDraft, LegDraft, LineDraft, OffsetDraft, total
from services.database import now

# what the record keeps as it was typed
_SAME = (
    "claimant_id",
    "department_id",
    "project_id",
    "business_date",
    "payee_id",
    "contract_amount",
    "invoice_promise",
    "invoice_due_on",
    "funding_source_id",
    "recurring_id",
)
_TRIMMED = ("purpose", "payee_name", "payee_bank", "payee_account", "contract_number")
_OF_LINE = (
    "category_id",
    "spent_on",
    "spent_to",
    "tax",
    "project_id",
    "invoice_id",
    "nights",
    "headcount",
    "leg",
)
_OF_LEG = ("departed_on", "departed_hour", "arrived_on", "arrived_hour", "vehicle")


def write(claim: ExpenseClaim, draft: ClaimDraft) -> None:
    """Everything of a draft that `refuse_nonsense` let pass, into the record that was loaded whole."""
    for name in _SAME:
        setattr(claim, name, getattr(draft, name))
    for name in _TRIMMED:
        setattr(claim, name, getattr(draft, name).strip())
    claim.due_on = draft.due_on if draft.kind == PaperKind.ADVANCE else None
    claim.amount = claim.sanctioned = total(draft)
    claim.tax = sum((line.tax for line in draft.lines), Decimal(0))
    claim.offset_total = sum((offset.amount for offset in draft.offsets), Decimal(0))
    claim.updated_at = now()  # a change of lines alone is a change of the claim, too
    _write_lines(claim, draft.lines)
    _write_legs(claim, draft.legs)
    _write_offsets(claim, draft.offsets)


def draft_of(claim: ExpenseClaim) -> ClaimDraft:
    """The record as a draft."""
    return ClaimDraft(
        id=claim.id,
        version=claim.version,
        kind=claim.kind,
        due_on=claim.due_on,
        lines=tuple(_line_draft(line) for line in claim.lines),
        legs=tuple(_leg_draft(leg) for leg in claim.legs),
        offsets=tuple(OffsetDraft(offset.advance_id, offset.amount) for offset in claim.offsets),
        reasons=dict(claim_checks.reasons_of(claim)),
        amount=claim.amount,
        **{name: getattr(claim, name) for name in (*_SAME, *_TRIMMED)},
    )


def _line_draft(line: ExpenseLine) -> LineDraft:
    return LineDraft(**{name: getattr(line, name) for name in LineDraft.__slots__})


def _leg_draft(leg: TravelLeg) -> LegDraft:
    return LegDraft(**{name: getattr(leg, name) for name in LegDraft.__slots__})


def _write_lines(claim: ExpenseClaim, drafts: Sequence[LineDraft]) -> None:
    del claim.lines[len(drafts) :]
    for position, draft in enumerate(drafts):
        if position == len(claim.lines):
            claim.lines.append(ExpenseLine(position=position))
        line = claim.lines[position]
        for name in _OF_LINE:
            setattr(line, name, getattr(draft, name))
        line.description, line.city = draft.description.strip(), draft.city.strip()
        line.amount = line.sanctioned = draft.amount


def _write_legs(claim: ExpenseClaim, drafts: Sequence[LegDraft]) -> None:
    del claim.legs[len(drafts) :]
    for position, draft in enumerate(drafts):
        if position == len(claim.legs):
            claim.legs.append(TravelLeg(position=position))
        leg = claim.legs[position]
        for name in _OF_LEG:
            setattr(leg, name, getattr(draft, name))
        leg.from_place, leg.to_place = draft.from_place.strip(), draft.to_place.strip()
        leg.seat = draft.seat.strip()


def _write_offsets(claim: ExpenseClaim, drafts: Sequence[OffsetDraft]) -> None:
    wanted = {draft.advance_id: draft.amount for draft in drafts}
    for offset in list(claim.offsets):
        amount = wanted.pop(offset.advance_id, None)
        if amount is None:
            claim.offsets.remove(offset)
        else:
            offset.amount = amount
    claim.offsets.extend(AdvanceOffset(advance_id=key, amount=amount) for key, amount in wanted.items())
