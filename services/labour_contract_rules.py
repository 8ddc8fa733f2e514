"""What a labour contract must keep to: written in time, its term, its probation, its place in the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.labour_contract import ContractAct, ContractKind, LabourContract
from services import labour_law
from services.errors import Refused
from services.months import whole_months

# what makes somebody an employee or takes its place; the others stand beside it
MAIN = frozenset(ContractKind) - {ContractKind.NDA, ContractKind.NON_COMPETE}
BESIDE = frozenset(ContractKind) - MAIN
WITH_PROBATION = frozenset({ContractKind.FIXED_TERM, ContractKind.OPEN_ENDED})
WITH_END = frozenset({ContractKind.FIXED_TERM, ContractKind.INTERN})
_DAY = timedelta(days=1)
FOR_EVER = date.max


@dataclass(frozen=True, slots=True)
class ContractDraft:
    """A contract as typed. `fixed_before` counts the fixed terms one after another before it: told, not typed."""

    id: int | None = None
    version: int | None = None
    number: str = ""
    employee_id: int | None = None
    kind: ContractKind | None = ContractKind.FIXED_TERM
    act: ContractAct | None = ContractAct.NEW
    previous_id: int | None = None
    signed_on: date | None = None
    from_on: date | None = None
    to_on: date | None = None
    probation_until: date | None = None
    note: str = ""
    fixed_before: int = 0


def refuse(draft: ContractDraft) -> None:
    """Refuse what a contract alone may not say.

    Raises Refused "record.required" (employee_id, kind, act, from_on; to_on of a fixed term), "contract.open_ended",
    "contract.days", "contract.no_probation", "contract.probation" (months, day).
    """
    for name in ("employee_id", "kind", "act", "from_on"):
        if getattr(draft, name) is None:
            raise Refused("record.required", field=name)
    assert draft.from_on is not None, "required"
    if draft.kind is ContractKind.OPEN_ENDED and draft.to_on is not None:
        raise Refused("contract.open_ended", field="to_on")
    if draft.kind in WITH_END and draft.to_on is None:
        raise Refused("record.required", field="to_on")
    if draft.to_on is not None and draft.to_on < draft.from_on:
        raise Refused("contract.days", field="to_on")
    if draft.probation_until is not None and draft.act is not ContractAct.CHANGED:
        _refuse_probation(draft, draft.from_on, draft.probation_until)


def _refuse_probation(draft: ContractDraft, first: date, last: date) -> None:
    """劳动合同法 arts 19, 70: by the term; none for tasks, part time and terms below three months."""
    months = whole_months(first, draft.to_on) if draft.to_on else None
    none = draft.kind not in WITH_PROBATION or months == 0
    latest = None if none else labour_law.probation_end(first, months)
    if latest is None:
        raise Refused("contract.no_probation", field="probation_until")
    if last < first:
        raise Refused("contract.days", field="probation_until")
    if last > latest:
        most = labour_law.longest_probation(months, on=first)
        raise Refused("contract.probation", field="probation_until", months=most, day=latest)


def doubts(draft: ContractDraft) -> dict[str, str]:
    """What is allowed and yet rarely meant: signed too late (art 10), another fixed term after two (art 14)."""
    found: dict[str, str] = {}
    written = draft.signed_on if draft.kind in MAIN else None
    if draft.from_on and written and written > labour_law.contract_due(draft.from_on):
        found["signed_on"] = "signed_late"
    if draft.kind is ContractKind.FIXED_TERM and labour_law.must_be_open_ended(draft.fixed_before, 0):
        found["kind"] = "open_ended_due"
    return found


@dataclass(frozen=True, slots=True)
class Link:
    """A stored contract in a person's chain, and the first day of the one that follows it."""

    item: LabourContract
    followed_on: date | None

    @property
    def last_day(self) -> date:
        """The last day it holds: its term, its end, or the day before the next link."""
        days = [day for day in (self.item.to_on, self.item.ended_on) if day is not None]
        if self.followed_on is not None:
            days.append(self.followed_on - _DAY)
        return min(days, default=FOR_EVER)


def refuse_in_chain(draft: ContractDraft, links: Sequence[Link]) -> None:
    """Refuse what the person's other contracts do not allow.

    Raises Refused "contract.previous" (previous_id), "contract.followed" (number), "contract.before_previous" (day),
    "contract.overlaps" (number), "contract.probation_once" (number).
    """
    others = [link for link in links if link.item.id != draft.id]
    before = _previous(draft, others)
    assert draft.from_on is not None, "required"
    if draft.kind in MAIN:
        for link in others:
            apart = link is before or link.item.kind not in MAIN
            if not apart and _meet(draft, link):
                raise Refused("contract.overlaps", field="from_on", number=link.item.number)
        _refuse_second_probation(draft, before, others)


def _previous(draft: ContractDraft, others: Sequence[Link]) -> Link | None:
    if draft.act is ContractAct.NEW:
        return None
    before = next((link for link in others if link.item.id == draft.previous_id), None)
    if before is None:
        raise Refused("contract.previous", field="previous_id")
    follower = next((link for link in others if link.item.previous_id == draft.previous_id), None)
    if follower is not None:
        raise Refused("contract.followed", field="previous_id", number=follower.item.number)
    ends = min((day for day in (before.item.to_on, before.item.ended_on) if day), default=None)
    earliest = before.item.from_on if draft.act is ContractAct.CHANGED else ends or before.item.from_on
    assert draft.from_on is not None, "required"
    if draft.from_on <= earliest:
        raise Refused("contract.before_previous", field="from_on", day=earliest)
    return before


def _meet(draft: ContractDraft, link: Link) -> bool:
    assert draft.from_on is not None, "required"
    return draft.from_on <= link.last_day and link.item.from_on <= (draft.to_on or FOR_EVER)


def _refuse_second_probation(draft: ContractDraft, before: Link | None, others: Sequence[Link]) -> None:
    """劳动合同法 art 19: once with the same person; a change carries the one that runs on."""
    if draft.probation_until is None:
        return
    if draft.act is ContractAct.CHANGED and before and before.item.probation_until == draft.probation_until:
        return
    had = next((link.item for link in others if link.item.probation_until is not None), None)
    if had is not None:
        raise Refused("contract.probation_once", field="probation_until", number=had.number)


def fixed_terms(item: LabourContract, links: Sequence[Link]) -> int:
    """How many fixed terms one after another end with `item`, which is among `links`; a change is no term of its own."""
    by_id = {link.item.id: link.item for link in links}
    count, at = 0, item
    while at.kind is ContractKind.FIXED_TERM:
        count += at.act is not ContractAct.CHANGED
        before = by_id.get(at.previous_id or 0)
        if before is None:
            break
        at = before
    return count
