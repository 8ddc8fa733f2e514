"""A new card comes into the register: received, and issued at once where somebody has it."""

from __future__ import annotations

from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.people import Employee
from services import asset_movements, records
from services.asset_drafts import AssetDraft
from services.asset_movements import Standing
from services.database import Session
from services.permissions import Actor, open_to_all


@open_to_all("called inside services that were permitted to write assets")
def put_into_register(
    session: Session, actor: Actor, item: FixedAsset, draft: AssetDraft, *, note: str = ""
) -> int:
    """Store a new card with its first movements; returns its id. Refuses like `asset_movements.write`.

    One that somebody has at once is in use from that day on, at the latest since it was bought: it is depreciated, and
    a person brings their department along.
    """
    item.state, item.outside = AssetState.IDLE, ""
    used_at_once = draft.department_id is not None or draft.employee_id is not None
    if used_at_once and item.start_on is None:
        item.start_on = item.bought_on
    found_by = (
        item.number,
        item.name,
        item.serial_number,
        item.specification,
        item.supplier,
        item.invoice_number,
    )
    records.keep(session, actor, item, *found_by)
    stored = Standing(AssetState.IDLE, place_id=draft.place_id)
    asset_movements.write(session, actor, item, MovementKind.RECEIVE, item.bought_on, stored, note=note)
    if used_at_once and item.start_on is not None:
        department = draft.department_id
        if department is None and draft.employee_id is not None:
            department = records.load(session, Employee, draft.employee_id).department_id
        used = Standing(AssetState.IN_USE, department, draft.employee_id, draft.place_id)
        asset_movements.write(session, actor, item, MovementKind.ISSUE, item.start_on, used, note=note)
    return item.id
