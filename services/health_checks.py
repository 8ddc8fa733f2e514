"""Health checks 体检 in a person's file, and whose next one is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.personnel import HealthCheck
from services import personal_lists
from services.errors import Refused
from services.months import add_months
from services.permissions import open_to_all
from services.personal_drafts import HealthDraft
from services.records import tidy

_WHY = "a step of services that have checked"
_MONTHS = 12  # the office's own: once a year


@open_to_all(_WHY)
def of_employee(session: Session, employee_id: int) -> tuple[HealthDraft, ...]:
    """The checks in a person's file, the newest first."""
    found = personal_lists.of_employee(session, HealthCheck, employee_id, HealthCheck.checked_on.desc())
    return tuple(HealthDraft(item.checked_on, item.place, item.result, item.next_due) for item in found)


@open_to_all(_WHY)
def write(session: Session, employee_id: int, drafts: Sequence[HealthDraft]) -> None:
    """Make the file's checks those of `drafts`; without a day the next one is due a year later.

    Raises Refused at `health_checks.<n>.<column>`: "record.required", "health.same_day", "health.next_due".
    """
    wanted: dict[object, dict[str, object]] = {}
    for number, draft in enumerate(drafts):
        at = f"health_checks.{number}"
        if draft.checked_on is None:
            raise Refused("record.required", field=f"{at}.checked_on")
        if draft.checked_on in wanted:
            raise Refused("health.same_day", field=f"{at}.checked_on")
        if draft.next_due is not None and draft.next_due <= draft.checked_on:
            raise Refused("health.next_due", field=f"{at}.next_due")
        wanted[draft.checked_on] = {
            "checked_on": draft.checked_on,
            "place": tidy(draft.place, f"{at}.place"),
            "result": tidy(draft.result, f"{at}.result"),
            "next_due": draft.next_due or add_months(draft.checked_on, _MONTHS),
        }
    personal_lists.write(session, HealthCheck, employee_id, wanted, lambda item: item.checked_on)


@open_to_all(_WHY)
def next_due(session: Session) -> Mapping[int, date]:
    """When the next check of everybody who had one is due, by employee id: that of the newest check."""
    newest = (
        select(HealthCheck.employee_id, func.max(HealthCheck.checked_on).label("day"))
        .group_by(HealthCheck.employee_id)
        .subquery()
    )
    query = select(HealthCheck.employee_id, HealthCheck.next_due).join(
        newest,
        (newest.c.employee_id == HealthCheck.employee_id) & (newest.c.day == HealthCheck.checked_on),
    )
    return {row[0]: row[1] for row in session.execute(query) if row[1] is not None}
