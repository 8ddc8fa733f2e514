"""The checklist of a bid 清单: what its document needs, chosen and checked by itself against the opening day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.attachment import Attachment
from models.bid import Bid, BidItem, BidItemKind, BidTemplate
from models.certificate import Certificate, CertificateState
from models.project import Project
from services import records
from services.bid_item_checks import (
    CERTIFICATES,
    NOT_IN_FORCE,
    PARTS,
    ItemDraft,
    ItemRow,
    draft_of,
    named,
    opening_of,
    rows_of,
)
from services.bid_stages import written
from services.bids import load_whole
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy


@dataclass(frozen=True, slots=True)
class ChecklistDraft:
    """The whole list of one bid."""

    id: int | None = None
    version: int | None = None
    items: tuple[ItemDraft, ...] = ()


@requires(Permission.BID_SEE)
def get(session: Session, actor: Actor, bid_id: int) -> ChecklistDraft:  # noqa: ARG001 - the permission needs it
    """The list as a draft; Refused "record.gone"."""
    item = load_whole(session, bid_id)
    return ChecklistDraft(item.id, item.version, tuple(draft_of(one) for one in item.items))


@requires(Permission.BID_EDIT)
def save(session: Session, actor: Actor, draft: ChecklistDraft) -> int:
    """Store the list as typed; what is no longer in it goes, with its files. Returns the bid's id.

    Raises Refused "record.gone", "record.stale", and at `items.<n>.<column>` "record.required" (title), "record.gone"
    (certificate_id, project_id).
    """
    assert draft.id is not None, "the list is of a bid"
    records.expect(session, Bid, draft.id, draft.version)
    item = load_whole(session, draft.id)
    with session.no_autoflush:
        before = [one.title for one in item.items]
        kept = _kept(session, item, draft.items)
        for one in [one for one in item.items if one not in kept]:
            _drop_files(session, one.id)
            item.items.remove(one)
        # places are unique: first out of the way, then where they belong
        for place, one in enumerate(item.items):
            one.position = -1 - place
        session.flush()
        for place, (one, typed) in enumerate(zip(kept, draft.items, strict=True)):
            _write(one, typed, place)
            if one not in item.items:
                item.items.append(one)
        written(session, actor, "checklist", item, items=[before, [one.title for one in kept]])
    return item.id


@requires(Permission.BID_EDIT)
def load_template(
    session: Session, actor: Actor, bid_id: int, version: int, template_id: int, *, command_id: str
) -> int:
    """Add what a template asks for and the list does not have yet, certificates chosen where there is one; how many.

    Raises Refused "record.gone", "record.stale".
    """
    item = load_whole(session, bid_id)
    template = records.load(session, BidTemplate, template_id)
    if not once(session, command_id):
        return 0
    if item.version != version:
        raise Refused("record.stale")
    known = {one.title for one in item.items}
    asked = [row for row in template.items if row["title"] not in known]
    start = max((one.position for one in item.items), default=0)
    for place, row in enumerate(asked, start + 1):
        new = BidItem(
            position=place,
            kind=BidItemKind(row["kind"]),
            title=row["title"],
            kind_code=row.get("kind_code", ""),
            needed=row.get("needed", True),
        )
        new.certificate_id = _best(session, new, opening_of(item))
        item.items.append(new)
    written(session, actor, "template", item, template=template.name, items=len(asked))
    return len(asked)


@requires(Permission.BID_SEE)
def rows(session: Session, actor: Actor, bid_id: int) -> list[ItemRow]:  # noqa: ARG001 - the permission needs it
    """Every item with its checks. Refused "record.gone"."""
    return rows_of(session, load_whole(session, bid_id))


@requires(Permission.BID_SEE)
def certificate_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """Certificates of the company and of its people that were not archived; the last day beside them."""
    live = select(Certificate).where(Certificate.state != CertificateState.ARCHIVED)
    found = session.scalars(live.order_by(Certificate.employee_id.is_not(None), Certificate.name))
    return [
        Choice(
            one.id,
            named(one),
            one.valid_to.isoformat() if one.valid_to else one.number,
            one.search_text,
        )
        for one in found
    ]


@open_to_all("a step of services that have checked")
def _best(session: Session, item: BidItem, opening: date | None) -> int | None:
    """The certificate in force of the kind asked for: one that holds on the opening day, then the one that lasts longest."""
    if not item.kind_code or item.kind not in CERTIFICATES:
        return None
    live = [
        one
        for one in session.scalars(
            select(Certificate).options(*PARTS).where(Certificate.state.not_in(NOT_IN_FORCE))
        )
        if one.kind.code == item.kind_code and _with_us(one, opening)
    ]
    best = max(live, key=lambda one: (_holds(one, opening), one.valid_to or date.max, one.id), default=None)
    return best.id if best else None


def _with_us(one: Certificate, opening: date | None) -> bool:
    """Whether a person whose certificate it is still works here on the opening day."""
    left_on = one.employee.left_on if one.employee is not None else None
    return left_on is None or (opening is not None and left_on >= opening)


def _holds(one: Certificate, opening: date | None) -> bool:
    if opening is None:
        return True
    return (one.valid_from or opening) <= opening <= (one.valid_to or opening)


def _kept(session: Session, bid: Bid, drafts: Sequence[ItemDraft]) -> list[BidItem]:
    by_id = {one.id: one for one in bid.items}
    found = []
    for place, typed in enumerate(drafts):
        required(typed.title, f"items.{place}.title")
        for kind, name in ((Certificate, "certificate_id"), (Project, "project_id")):
            records.refuse_unknown(session, kind, getattr(typed, name), f"items.{place}.{name}")
        found.append(by_id.get(typed.id or 0) or BidItem())
    return found


def _write(item: BidItem, typed: ItemDraft, place: int) -> None:
    item.position = place + 1
    item.title, item.note = tidy(typed.title, f"items.{place}.title"), tidy(typed.note, f"items.{place}.note")
    for name in ("kind", "needed", "done", "packed"):
        setattr(item, name, getattr(typed, name))
    item.kind_code = typed.kind_code
    item.certificate_id = typed.certificate_id if typed.kind in CERTIFICATES else None
    item.project_id = typed.project_id if typed.kind == BidItemKind.CONTRACT else None


def _drop_files(session: Session, item_id: int) -> None:
    found = select(Attachment).where(Attachment.record_kind == "bid_item", Attachment.record_id == item_id)
    for one in session.scalars(found):
        session.delete(one)
