"""Rents of a lease that are still to come: another amount from a day on, a month free of rent, a first one in part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from services import lease_records
from services.database import Session, once
from services.depreciable import fen
from services.errors import Refused
from services.lease_plan import is_fixed
from services.permissions import Actor, Permission, requires


@requires(Permission.ASSET_EDIT)
def change_rents(
    session: Session,
    actor: Actor,
    lease_id: int,
    version: int,
    *,
    from_on: date | None,
    to_on: date | None,
    rent: Decimal | None,
    command_id: str,
    today: date,
) -> int:
    """Every planned rent due from a day to a day (None: to the end) is `rent` yuan (0: free); returns how many changed.

    What is overdue, and of which something came in, stays. A repeated command does it once. Raises Refused
    "record.required" (from_on, rent), "lease.days" (to_on), "lease.amount" (rent), "lease.no_rents" (from_on),
    "lease.ended", "record.gone", "record.stale".
    """
    if not once(session, command_id):
        return 0
    item = lease_records.expect(session, lease_id, version)
    for field, value in (("from_on", from_on), ("rent", rent)):
        if value is None:
            raise Refused("record.required", field)
    assert from_on is not None
    assert rent is not None
    if fen(rent) < 0:
        raise Refused("lease.amount", "rent")
    last = to_on or date.max
    if last < from_on:
        raise Refused("lease.days", "to_on")
    meant = [due for due in item.dues if from_on <= due.due_on <= last and not is_fixed(item, due, today)]
    if not meant:
        raise Refused("lease.no_rents", "from_on")
    for due in meant:
        due.amount = rent
    span = " – ".join(day.isoformat() for day in (meant[0].due_on, meant[-1].due_on))
    lease_records.touched(session, actor, item, rents=span, amount=f"{rent:.2f}")
    return len(meant)
