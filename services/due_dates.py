"""Every date due in a span of days over certificates, bids and assets, as far as the actor may see them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from operator import itemgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.reminder import Reminder
from services import due_certificates, due_others
from services.due_model import DueDate, DueKind, DueState, rows
from services.permissions import Actor, Permission, open_to_all

__all__ = ["PARTS", "DueDate", "DueKind", "DueState", "due"]

type Find = Callable[[Session, date, date, date], list[DueDate]]

UNTIL_CLOSED = frozenset(
    {
        DueKind.LOAN_BACK,
        DueKind.CASE,
        DueKind.ASSET_BACK,
        DueKind.DEPOSIT_DUE,
        DueKind.DEPOSIT_BACK,
        DueKind.UNREADABLE,
    }
)
"""Told as long as the record itself is open: nobody settles them beside it."""
BY_RECORD = UNTIL_CLOSED | {DueKind.DUTY, DueKind.CASE_STEP, DueKind.BID_STAGE}
"""What the record itself tells is done: handled here it is written there, and taken back there it is due again."""
_ORDER = itemgetter(8, 5, 2)  # day, title, record
# what sees it, what finds it
PARTS: tuple[tuple[Permission, frozenset[DueKind], Find], ...] = (
    (
        Permission.CERTIFICATE_SEE,
        frozenset(
            {
                DueKind.EXPIRY,
                DueKind.APPLY_BY,
                DueKind.RENEWAL_START,
                DueKind.RENEWAL_STEP,
                DueKind.DUTY,
                DueKind.UNREADABLE,
            }
        ),
        due_certificates.of_certificates,
    ),
    (Permission.CERTIFICATE_SEE, frozenset({DueKind.CASE, DueKind.CASE_STEP}), due_others.of_cases),
    (Permission.CERTIFICATE_SEE, frozenset({DueKind.LOAN_BACK}), due_others.of_loans),
    (Permission.BID_SEE, frozenset({DueKind.BID_STAGE}), due_others.of_bids),
    (Permission.BID_SEE, frozenset({DueKind.DEPOSIT_DUE, DueKind.DEPOSIT_BACK}), due_others.of_deposits),
    (Permission.ASSET_SEE, frozenset({DueKind.ASSET_BACK, DueKind.WARRANTY}), due_others.of_assets),
)


@open_to_all("every part is found only for those who may see it")
def due(
    session: Session,
    actor: Actor,
    *,
    first: date,
    last: date,
    today: date | None = None,
    kinds: Collection[DueKind] = frozenset(DueKind),
) -> list[DueDate]:
    """The dates from `first` to `last`, both counted, by the day; days left count from `today` (else `first`).

    What was snoozed until after today or handled is there with that state. Only what `actor` may see, only `kinds`.
    """
    day = today or first
    session.flush()  # the rows are read past the session's machinery
    found: list[DueDate] = []
    for permission, made, find in PARTS:
        if actor.can(permission) and not made.isdisjoint(kinds):
            found += find(session, first, last, day)
    if len(kinds) < len(DueKind):
        found = [one for one in found if one.kind in kinds]
    acts = _acts(session, first, last)
    if acts:
        found = [
            _acted(one, acts[key], day) if (key := one[1:4] + one[8:9]) in acts else one for one in found
        ]
    found.sort(key=_ORDER)
    return found


def _acts(session: Session, first: date, last: date) -> dict[tuple[object, ...], tuple[date | None, date | None, str]]:  # fmt: skip
    """What somebody did about the dates of these days: snoozed until, handled on, why."""
    query = select(
        Reminder.record_kind, Reminder.record_id, Reminder.code, Reminder.due_on,
        Reminder.snoozed_until, Reminder.handled_on, Reminder.reason,
    ).where(Reminder.due_on.between(first, last))  # fmt: skip
    return {tuple(row[:4]): (row[4], row[5], row[6]) for row in rows(session, query)}


def _acted(one: DueDate, act: tuple[date | None, date | None, str], today: date) -> DueDate:
    until, handled, reason = act
    if handled is not None and one.kind not in BY_RECORD:
        return one._replace(state=DueState.HANDLED, reason=reason)
    if until is not None and until > today:
        return one._replace(state=DueState.SNOOZED, snoozed_until=until, reason=reason)
    return one
