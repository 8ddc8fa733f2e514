"""Disposals 资产处置单: cards that are scrapped, sold, given away, lost or damaged leave the register when approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import selectinload

from models.asset_paper import AssetDisposal, AssetDisposalLine, DisposalReason
from models.base import Record
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.people import Department
from models.personnel_paper import OfficePaperState
from services import asset_movements, numbering, records
from services.asset_disposal_rules import DisposalLine, reckoned, refuse_changed, refuse_wrong
from services.asset_movements import Standing
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Register

__all__ = [
    "EDITABLE", "REGISTER", "DisposalDraft", "DisposalLine", "approved", "get", "headline", "preview", "remove",
    "save", "submitting",
]  # fmt: skip

SERIES = "CZ"
EDITABLE = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})


def _open(_context: ChipContext) -> ColumnElement[bool]:
    return AssetDisposal.state.in_([*EDITABLE, OfficePaperState.SUBMITTED])


def _done(_context: ChipContext) -> ColumnElement[bool]:
    return AssetDisposal.state == OfficePaperState.APPROVED


def _this_year(context: ChipContext) -> ColumnElement[bool]:
    return AssetDisposal.on_day >= context.today.replace(month=1, day=1)


REGISTER = Register(
    name="asset_disposal",
    record=AssetDisposal,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, AssetDisposal.number, width=112),
        Column("title", "What", ColumnKind.TEXT, AssetDisposal.title, width=120, stretch=True),
        Column("reason", "Cause of disposal", ColumnKind.CHOICE, AssetDisposal.reason, width=84, choices=DisposalReason),
        Column("on_day", "Day it left", ColumnKind.DAY, AssetDisposal.on_day, width=84),
        Column("amount", "Original cost", ColumnKind.MONEY, AssetDisposal.amount, width=104),
        Column("state", "State", ColumnKind.CHOICE, AssetDisposal.state, width=88, choices=OfficePaperState),
        Column("holder_name", "With", ColumnKind.TEXT, AssetDisposal.holder_name, width=72),
        Column("department_name", "Department", ColumnKind.TEXT, AssetDisposal.department_name, width=92, spare=1),
        Column("buyer", "Buyer", ColumnKind.TEXT, AssetDisposal.buyer, width=140, shown=False),
        Column("made_by", "Made by", ColumnKind.TEXT, AssetDisposal.made_by_name, width=90, shown=False),
        Column("note", "Note", ColumnKind.TEXT, AssetDisposal.note, width=150, shown=False),
    ),
    see=Permission.ASSET_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("open", "Open", clause=_open),
        Chip("done", "Disposed", clause=_done),
        Chip("year", "This year", clause=_this_year),
        Chip("all", "All"),
    ),
    default_chip="all",
    total="amount",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DisposalDraft:
    """A disposal as typed."""

    id: int | None = None
    version: int | None = None
    reason: DisposalReason = DisposalReason.SCRAP
    on_day: date | None = None
    buyer: str = ""
    note: str = ""
    lines: tuple[DisposalLine, ...] = ()


@dataclass(frozen=True, slots=True)
class DisposalHeadline:
    """What is going on: to finish, being decided; of this year, how many cards left and what they brought, yuan."""

    to_finish: int
    submitted: int
    cards: int
    gain: Decimal


@requires(Permission.ASSET_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> DisposalHeadline:  # noqa: ARG001 - the permission needs it
    """The figures above the register."""
    rows = session.execute(select(AssetDisposal.state, func.count()).group_by(AssetDisposal.state))
    count = {row[0]: int(row[1]) for row in rows}
    done = session.execute(
        select(func.count(), func.coalesce(func.sum(AssetDisposalLine.gain), 0))
        .join(AssetDisposal, AssetDisposal.id == AssetDisposalLine.disposal_id)
        .where(
            AssetDisposal.state == OfficePaperState.APPROVED,
            AssetDisposal.on_day.between(today.replace(month=1, day=1), today.replace(month=12, day=31)),
        )
    ).one()
    waiting = count.get(OfficePaperState.SUBMITTED, 0)
    return DisposalHeadline(
        sum(count.get(one, 0) for one in EDITABLE), waiting, int(done[0]), Decimal(done[1])
    )


@requires(Permission.ASSET_SEE)
def get(session: Session, actor: Actor, disposal_id: int) -> DisposalDraft:  # noqa: ARG001 - the permission needs it
    """The paper as it was typed, its lines with their figures. Refused "record.gone"."""
    paper = with_lines(session, disposal_id)
    return DisposalDraft(
        paper.id, paper.version, paper.reason, paper.on_day, paper.buyer, paper.note, lines_of(session, paper)
    )


@open_to_all("called inside services that were permitted to see assets")
def with_lines(session: Session, disposal_id: int) -> AssetDisposal:
    """The paper with its lines; Refused "record.gone"."""
    wanted = select(AssetDisposal).where(AssetDisposal.id == disposal_id)
    paper = session.scalar(wanted.options(selectinload(AssetDisposal.lines)))
    if paper is None:
        raise Refused("record.gone")
    return paper


@open_to_all("called inside services that were permitted to see assets")
def lines_of(session: Session, paper: AssetDisposal) -> tuple[DisposalLine, ...]:
    """The lines as they are kept."""
    ids = [line.asset_id for line in paper.lines]
    found = session.execute(select(FixedAsset.id, FixedAsset.name).where(FixedAsset.id.in_(ids)))
    names = {row[0]: row[1] for row in found}
    return tuple(
        DisposalLine(
            line.asset_id, names[line.asset_id], line.cost, line.accumulated, line.net, line.proceeds, line.fees, line.gain
        )
        for line in paper.lines
    )  # fmt: skip


@requires(Permission.ASSET_SEE)
def preview(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    lines: tuple[DisposalLine, ...],
    on_day: date,
) -> tuple[DisposalLine, ...]:
    """The lines with what each card is worth on the day and what its disposal brings, before anything is kept."""
    return reckoned(session, lines, on_day)


@requires(Permission.ASSET_EDIT)
def save(session: Session, actor: Actor, draft: DisposalDraft, *, today: date) -> int:
    """Store a disposal that may still be changed, a new one as "CZ-2027-0001"; returns its id.

    Raises Refused "record.required" (on_day), "record.gone", "record.stale", "office_paper.wrong_state" (state), and
    what `asset_disposal_rules.refuse_wrong` refuses.
    """
    if draft.on_day is None:
        raise Refused("record.required", "on_day")
    paper = _paper(session, actor, draft)
    refuse_wrong(session, draft.lines, draft.on_day, draft.id, today=today)
    paper.reason, paper.on_day = draft.reason, draft.on_day
    paper.buyer, paper.note = tidy(draft.buyer, "buyer"), tidy(draft.note, "note")
    lines = reckoned(session, draft.lines, draft.on_day)
    _fill(session, paper, lines)
    if not paper.number:
        paper.number = numbering.next_number(session, f"{SERIES}-{today.year}")
    return records.keep(
        session, actor, paper, paper.number, paper.title, paper.buyer, paper.department_name,
        *(line.name for line in lines),
    )  # fmt: skip


def _paper(session: Session, actor: Actor, draft: DisposalDraft) -> AssetDisposal:
    if draft.id is None:
        return AssetDisposal(
            state=OfficePaperState.DRAFT, made_by_id=actor.user_id, made_by_name=actor.name, lines=[]
        )
    records.expect(session, AssetDisposal, draft.id, draft.version)
    paper = with_lines(session, draft.id)
    _refuse_state(paper, EDITABLE)
    return paper


def _fill(session: Session, paper: AssetDisposal, lines: tuple[DisposalLine, ...]) -> None:
    """Title, department and sum follow from the lines."""
    with session.no_autoflush:
        if paper.id is not None and paper.lines:
            paper.lines.clear()
            session.flush()
        paper.lines = [_stored(place, line) for place, line in enumerate(lines)]
        paper.amount = sum((line.cost for line in paper.lines), Decimal(0))
        name = lines[0].name
        paper.title = name if len(lines) == 1 else f"{name}等{len(lines)}项"
        cards = [session.get_one(FixedAsset, line.asset_id) for line in lines]
        departments = {card.department_id for card in cards}
        paper.department_id = departments.pop() if len(departments) == 1 else None
        named = session.get(Department, paper.department_id) if paper.department_id else None
        paper.department_name = named.name if named else ""


def _stored(place: int, line: DisposalLine) -> AssetDisposalLine:
    return AssetDisposalLine(
        position=place, asset_id=line.asset_id, cost=line.cost, accumulated=line.accumulated, net=line.net,
        proceeds=line.proceeds or Decimal(0), fees=line.fees or Decimal(0), gain=line.gain,
    )  # fmt: skip


@requires(Permission.ASSET_EDIT)
def remove(session: Session, actor: Actor, disposal_id: int, version: int) -> bool:
    """Delete a draft. Raises Refused "office_paper.wrong_state" (state), "record.gone", "record.stale"."""
    records.expect(session, AssetDisposal, disposal_id, version)
    paper = with_lines(session, disposal_id)
    _refuse_state(paper, frozenset({OfficePaperState.DRAFT}))
    return records.drop(session, actor, paper)


def _refuse_state(paper: AssetDisposal, states: frozenset[OfficePaperState]) -> None:
    if paper.state not in states:
        raise Refused("office_paper.wrong_state", state=paper.state.value)


@open_to_all("called by services.office_papers before a paper is submitted")
def submitting(session: Session, item: Record) -> None:
    """Look at the cards once more and reckon the figures anew. Raises what `refuse_wrong` raises."""
    assert isinstance(item, AssetDisposal)
    _renew(session, item)


@open_to_all("called by services.office_papers when the last level has approved")
def approved(session: Session, actor: Actor, item: Record, today: date) -> None:
    """The cards leave the register on their day, each with its movement.

    Raises what `refuse_wrong` would by now, and "asset_disposal.changed" (number): what was approved is what goes.
    """
    assert isinstance(item, AssetDisposal)
    paper = with_lines(session, item.id)
    lines = lines_of(session, paper)
    refuse_wrong(session, lines, paper.on_day, paper.id, today=today)
    refuse_changed(session, paper, reckoned(session, lines, paper.on_day))
    for line in paper.lines:
        card = session.get_one(FixedAsset, line.asset_id)
        with session.no_autoflush:  # state and day change together
            card.stopped_on = paper.on_day
            asset_movements.write(
                session, actor, card, MovementKind.DISPOSE, paper.on_day,
                Standing(AssetState.DISPOSED), slip=paper.number, note=paper.note or paper.buyer,
            )  # fmt: skip


def _renew(session: Session, item: AssetDisposal) -> None:
    paper = with_lines(session, item.id)
    lines = lines_of(session, paper)
    refuse_wrong(session, lines, paper.on_day, paper.id, today=paper.on_day)
    for stored, line in zip(paper.lines, reckoned(session, lines, paper.on_day), strict=True):
        assert line.cost is not None and line.accumulated is not None and line.net is not None  # noqa: PT018 - one fact
        assert line.gain is not None
        stored.cost, stored.accumulated, stored.net, stored.gain = (
            line.cost,
            line.accumulated,
            line.net,
            line.gain,
        )
    paper.amount = sum((line.cost for line in paper.lines), Decimal(0))
    session.flush()
