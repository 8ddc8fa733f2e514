"""Approved disposals taken back 处置冲回: the cards live again where they stood, by a movement and with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from models.asset_class import Place
from models.asset_paper import AssetDisposal
from models.audit import AuditEntry
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.people import Department, Employee
from models.personnel_paper import OfficePaperState
from services import asset_movements, audit, records
from services.asset_disposals import with_lines
from services.asset_movements import Standing
from services.database import Session, now, once
from services.errors import Refused
from services.permissions import Actor, Permission, check, requires
from services.records import required

_STOOD: dict[str, type[Department | Employee | Place]] = {
    "department_id": Department,
    "employee_id": Employee,
    "place_id": Place,
}


@requires(Permission.CLAIM_DECIDE)
def reverse(
    session: Session,
    actor: Actor,
    disposal_id: int,
    version: int,
    *,
    reason: str,
    command_id: str,
    today: date,
) -> int:
    """Take an approved disposal back; returns its new version. The paper stays and says who did it and why.

    Every card stands again where it stood, with its values, by a movement of today; its disposal stays in its history.
    No closed month changes: what those after the disposal left out is made up by the next open one 补提.

    Raises Refused "permission.denied", "record.gone", "record.stale", "office_paper.wrong_state" (state),
    "approval.own_paper", "record.required" (reason).
    """
    check(actor, Permission.ASSET_SEE)
    paper = records.load(session, AssetDisposal, disposal_id)
    if not once(session, command_id):
        return paper.version
    records.expect(session, AssetDisposal, disposal_id, version)
    if paper.state is not OfficePaperState.APPROVED:
        raise Refused("office_paper.wrong_state", state=paper.state)
    if paper.made_by_id == actor.user_id:
        raise Refused("approval.own_paper")
    why = required(reason, "reason")
    for line in with_lines(session, disposal_id).lines:
        _live_again(session, actor, session.get_one(FixedAsset, line.asset_id), paper, why, today)
    paper.state, paper.updated_at = OfficePaperState.VOIDED, now()
    paper.state_note = f"{today:%Y-%m-%d} 由 {actor.name} 冲回：{why}"
    audit.record(session, actor, "void", paper, reason=why)
    session.flush()
    return paper.version


def _live_again(
    session: Session, actor: Actor, card: FixedAsset, paper: AssetDisposal, why: str, today: date
) -> None:
    before = _stood(session, card.id)
    with session.no_autoflush:  # state and day change together
        card.state, card.stopped_on = before.state, None
        asset_movements.write(
            session, actor, card, MovementKind.RECEIVE, max(today, paper.on_day), before,
            slip=paper.number, note=f"冲回处置：{why}",
        )  # fmt: skip


def _stood(session: Session, asset_id: int) -> Standing:
    """Where the card stood before its disposal, as the act of its disposal wrote it down; what is gone since is left out."""
    wanted = select(AuditEntry.changes).where(
        AuditEntry.record_kind == "fixed_asset", AuditEntry.record_id == asset_id
    )
    rows = session.scalars(wanted.order_by(AuditEntry.seq.desc()))
    act = next(found for found in rows if found.get("movement") == MovementKind.DISPOSE.value)
    kept = {name: _living(session, kind, _before(act, name)) for name, kind in _STOOD.items()}
    state = AssetState(_before(act, "state"))
    return Standing(state, **kept, outside=_before(act, "outside") or "", due_back_on=_day(act))


def _before(act: dict[str, Any], name: str) -> Any:
    """What a column was before; nothing where the disposal did not change it, for it empties all of them."""
    return act.get(name, (None, None))[0]


def _day(act: dict[str, Any]) -> date | None:
    found = _before(act, "due_back_on")
    return date.fromisoformat(found) if found else None


def _living(session: Session, kind: type[Department | Employee | Place], record_id: int | None) -> int | None:
    return record_id if record_id is not None and session.get(kind, record_id) is not None else None
