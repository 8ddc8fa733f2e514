"""A bid as typed: its fields, stages, lots and competitors; and what can be told to be wrong without the database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from models.bid_terms import (
    BidKind,
    BidLaw,
    BidMethod,
    BidResult,
    BidRole,
    BidStage,
    DepositForm,
)
from services.errors import Refused
from services.money import FEN, LARGEST

ORDER = tuple(BidStage)
LASTING = frozenset({BidStage.DOCUMENTS, BidStage.PUBLICITY})  # with a first and a last day
_TIME = re.compile(r"^([01]?\d|2[0-3])[:：]([0-5]\d)$")


@dataclass(frozen=True, slots=True)
class StageDraft:
    """A stage as typed; without `on_day` it is not known yet and nothing is stored of it."""

    stage: BidStage | None = None
    from_on: date | None = None
    on_day: date | None = None
    at_time: str = ""
    place: str = ""
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LotDraft:
    """A lot 标段 as typed, yuan."""

    name: str = ""
    budget: Decimal | None = None
    price: Decimal | None = None
    result: BidResult = BidResult.PENDING
    rank: int | None = None
    won_price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CompetitorDraft:
    """Who else bid, as typed; yuan."""

    name: str = ""
    price: Decimal | None = None
    rank: int | None = None
    won: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class BidDraft:
    """A bid as typed; amounts in yuan. `entered_on` gives the year of a new number (today when None).

    `deposit_amount` and `deposit_form` are of the bid's deposit while it is still to be paid.
    """

    id: int | None = None
    version: int | None = None
    name: str = ""
    tender_number: str = ""
    tenderer: str = ""
    agency: str = ""
    province: str = ""
    source: str = ""
    law: BidLaw = BidLaw.TENDERING
    method: BidMethod = BidMethod.OPEN
    kind: BidKind = BidKind.SERVICES
    role: BidRole = BidRole.LEAD
    partners: str = ""
    budget: Decimal | None = None
    requirements: str = ""
    department_id: int | None = None
    owner_id: int | None = None
    signer_id: int | None = None
    copies: int | None = None
    document_fee: Decimal | None = None
    deposit_amount: Decimal | None = None
    deposit_form: DepositForm = DepositForm.TRANSFER
    deposit_payee: str = ""
    price: Decimal | None = None
    contract_number: str = ""
    review: str = ""
    note: str = ""
    lead_id: int | None = None
    entered_on: date | None = None
    stages: tuple[StageDraft, ...] = ()
    lots: tuple[LotDraft, ...] = ()
    competitors: tuple[CompetitorDraft, ...] = ()


def ladder(stages: Iterable[StageDraft]) -> tuple[StageDraft, ...]:
    """The stages in their order, those that are not known yet as empty ones."""
    known = {one.stage: one for one in stages}
    return tuple(known.get(stage) or StageDraft(stage) for stage in ORDER)


def clock(text: str, field: str) -> str:
    """A time of the day as 09:30, "" for none; Refused "bid.time" at the field."""
    if not text.strip():
        return ""
    found = _TIME.match(text.strip())
    if found is None:
        raise Refused("bid.time", field=field, text=text.strip())
    return f"{int(found[1]):02}:{found[2]}"


def known_stages(stages: Iterable[StageDraft]) -> list[tuple[int, StageDraft]]:
    """Those with a day, each with its place in the draft.

    Raises Refused "bid.stage_missing", "bid.stage_twice" (stage), "bid.stage_day", "bid.days_turned", each at
    `stages.<n>.<column>`.
    """
    found: list[tuple[int, StageDraft]] = []
    seen: set[BidStage] = set()
    for place, one in enumerate(stages):
        if one.on_day is None:
            if one.from_on or one.at_time.strip() or one.place.strip() or one.done_on:
                raise Refused("bid.stage_day", field=f"stages.{place}.on_day")
            continue
        if one.stage is None:
            raise Refused("bid.stage_missing", field=f"stages.{place}.stage")
        if one.stage in seen:
            raise Refused("bid.stage_twice", field=f"stages.{place}.stage", stage=one.stage)
        if one.from_on and one.from_on > one.on_day:
            raise Refused("bid.days_turned", field=f"stages.{place}.on_day")
        seen.add(one.stage)
        found.append((place, one))
    return found


def refuse_amount(amount: Decimal | None, field: str) -> None:
    """Refuse what is no amount a bid can have: "bid.amount_negative", "bid.amount_wrong", "bid.amount_too_large"."""
    if amount is None:
        return
    if amount < 0:
        raise Refused("bid.amount_negative", field=field)
    if amount > LARGEST:
        raise Refused("bid.amount_too_large", field=field)
    if amount != amount.quantize(FEN):
        raise Refused("bid.amount_wrong", field=field)


def refuse_amounts(draft: BidDraft) -> None:
    """Refuse wrong amounts, each at its field."""
    for name in ("budget", "document_fee", "deposit_amount", "price"):
        refuse_amount(getattr(draft, name), name)
    lists: tuple[tuple[str, tuple[Any, ...], tuple[str, ...]], ...] = (
        ("lots", draft.lots, ("budget", "price", "won_price")),
        ("competitors", draft.competitors, ("price",)),
    )
    for part, rows, names in lists:
        for place, row in enumerate(rows):
            for name in names:
                refuse_amount(getattr(row, name), f"{part}.{place}.{name}")
            if row.rank is not None and row.rank < 0:
                raise Refused("bid.amount_negative", field=f"{part}.{place}.rank")
    if draft.copies is not None and draft.copies < 0:
        raise Refused("bid.amount_negative", field="copies")
