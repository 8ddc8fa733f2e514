"""What goes into a claim and comes back from saving it: plain values, no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from models.expense_claim import InvoicePromise, PaperKind
from models.travel import Vehicle
from services.errors import Refused
from services.money import FEN, LARGEST

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line as typed. Amounts in yuan; `sanctioned` is shown only, saving sets it to `amount`.

    `city` and `nights` tell of a lodging, `headcount` of an entertainment, `leg` (from 0) which leg it paid for.
    """

    category_id: int | None
    spent_on: date | None
    spent_to: date | None = None
    description: str = ""
    amount: Decimal = _NOTHING
    tax: Decimal = _NOTHING
    sanctioned: Decimal = _NOTHING
    project_id: int | None = None
    invoice_id: int | None = None
    city: str = ""
    nights: int | None = None
    headcount: int | None = None
    leg: int | None = None


@dataclass(frozen=True, slots=True)
class LegDraft:
    """One leg of a travel claim as typed; hours 0 to 23, None while they are not typed."""

    from_place: str = ""
    to_place: str = ""
    departed_on: date | None = None
    departed_hour: int | None = None
    arrived_on: date | None = None
    arrived_hour: int | None = None
    vehicle: Vehicle | None = None
    seat: str = ""


@dataclass(frozen=True, slots=True)
class OffsetDraft:
    """How much of an advance the claim settles, in yuan."""

    advance_id: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A paper as typed; `amount` counts for an advance only, that of the others is the sum of their lines.

    `legs` are of a travel claim; payee, contract (yuan) and the promise of an invoice of a payment request.

    `reasons` holds the clerk's words to warnings, by "code:subject" of the check.
    """

    id: int | None = None
    version: int | None = None
    kind: PaperKind = PaperKind.CLAIM
    claimant_id: int | None = None
    department_id: int | None = None
    project_id: int | None = None
    business_date: date | None = None
    purpose: str = ""
    due_on: date | None = None
    lines: tuple[LineDraft, ...] = ()
    offsets: tuple[OffsetDraft, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
    amount: Decimal = _NOTHING
    legs: tuple[LegDraft, ...] = ()
    payee_id: int | None = None
    payee_name: str = ""
    payee_bank: str = ""
    payee_account: str = ""
    contract_number: str = ""
    contract_amount: Decimal | None = None
    invoice_promise: InvoicePromise | None = None
    invoice_due_on: date | None = None
    funding_source_id: int | None = None
    recurring_id: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a paper stands after an act."""

    id: int
    version: int
    number: str


def refuse_nonsense(draft: ClaimDraft) -> None:
    """Check what the draft can tell alone.

    Raises Refused "record.required", "claim.due_before_date", and for amounts and days of lines and offsets
    "claim.amount_missing", "claim.amount_negative", "claim.amount_wrong", "claim.amount_too_large",
    "claim.days_turned", "claim.offset_twice", "claim.offset_of_advance".
    """
    needed = ("claimant_id", "department_id", "business_date") + (
        ("due_on",) if draft.kind == PaperKind.ADVANCE else ()
    )
    for name in needed:
        if not getattr(draft, name):
            raise Refused("record.required", field=name)
    if not draft.purpose.strip():
        raise Refused("record.required", field="purpose")
    if draft.kind == PaperKind.ADVANCE:
        _refuse_advance(draft)
    for number, line in enumerate(draft.lines):
        _refuse_line(f"lines.{number}", line)
    for number, offset in enumerate(draft.offsets):
        _refuse_amount(f"offsets.{number}.amount", offset.amount, positive=True)
    if len({offset.advance_id for offset in draft.offsets}) < len(draft.offsets):
        raise Refused("claim.offset_twice", field="offsets")
    if total(draft) > LARGEST:
        raise Refused("claim.amount_too_large", field="lines")


def total(draft: ClaimDraft) -> Decimal:
    """What the paper claims, in yuan."""
    if draft.kind == PaperKind.ADVANCE:
        return draft.amount
    return sum((line.amount for line in draft.lines), _NOTHING)


def refuse_amount(name: str, amount: Decimal) -> None:
    """Raise Refused "claim.amount_wrong", "claim.amount_negative" or "claim.amount_too_large" for field `name`."""
    _refuse_amount(name, amount, positive=False)


def _refuse_advance(draft: ClaimDraft) -> None:
    _refuse_amount("amount", draft.amount, positive=True)
    if draft.offsets or draft.lines:
        raise Refused("claim.offset_of_advance", field="offsets" if draft.offsets else "lines")
    if draft.due_on and draft.business_date and draft.due_on < draft.business_date:
        raise Refused("claim.due_before_date", field="due_on")


def _refuse_line(name: str, line: LineDraft) -> None:
    if not line.category_id:
        raise Refused("record.required", field=f"{name}.category_id")
    if not line.spent_on:
        raise Refused("record.required", field=f"{name}.spent_on")
    if line.spent_to and line.spent_to < line.spent_on:
        raise Refused("claim.days_turned", field=f"{name}.spent_to")
    _refuse_amount(f"{name}.amount", line.amount, positive=True)
    _refuse_amount(f"{name}.tax", line.tax, positive=False)


def _refuse_amount(name: str, amount: Decimal, *, positive: bool) -> None:
    if not amount.is_finite():
        raise Refused("claim.amount_wrong", field=name)
    if amount < 0:
        raise Refused("claim.amount_negative", field=name)
    if amount > LARGEST:
        raise Refused("claim.amount_too_large", field=name)
    if amount != amount.quantize(FEN):
        raise Refused("claim.amount_wrong", field=name)
    if positive and amount == 0:
        raise Refused("claim.amount_missing", field=name)
