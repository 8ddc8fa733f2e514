"""An approved change at the fund: lodged 申报 on a day with a receipt, confirmed 确认 or refused 退回."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from models.insurance import ChangeKind, ChangeStage, Enrolment, InsuranceChange
from models.personnel_paper import OfficePaperState
from services import audit, insurance_change_effects, insured_arrears, records
from services.database import Session, once
from services.errors import Refused
from services.insurance_changes import ChangeDraft, SavedChange, get, saved, written
from services.permissions import Actor, Permission, requires
from services.records import required, tidy


@requires(Permission.INSURANCE_EDIT)
def lodge(
    session: Session,
    actor: Actor,
    change_ids: Sequence[int],
    *,
    lodged_on: date | None,
    receipt_number: str,
    command_id: str,
    today: date,
) -> int:
    """Note that approved changes were handed in on a day, under one receipt number; returns how many.

    Raises Refused "insurance_change.none", "record.required" (lodged_on), "insurance_change.later" (lodged_on),
    "insurance_change.wrong_stage" (numbers).
    """
    if not once(session, command_id):
        return len(change_ids)
    items = _at(session, change_ids, ChangeStage.TO_LODGE)
    day = _day(lodged_on, "lodged_on", today)
    receipt = tidy(receipt_number, "receipt_number")
    for item in items:
        item.stage, item.lodged_on, item.receipt_number = ChangeStage.LODGED, day, receipt
        written(session, actor, "lodge", item)
    return len(items)


@requires(Permission.INSURANCE_EDIT)
def confirm(
    session: Session,
    actor: Actor,
    change_ids: Sequence[int],
    *,
    confirmed_on: date | None,
    account_number: str = "",
    command_id: str,
    today: date,
) -> int:
    """Note that the fund confirmed lodged changes; `account_number` is that of the person with the fund, of one change.

    Raises Refused "insurance_change.none", "record.required" (confirmed_on), "insurance_change.later",
    "insurance_change.before_lodged" (confirmed_on), "insurance_change.wrong_stage" (numbers).
    """
    if not once(session, command_id):
        return len(change_ids)
    items = _at(session, change_ids, ChangeStage.LODGED)
    day = _day(confirmed_on, "confirmed_on", today)
    if any(item.lodged_on is not None and day < item.lodged_on for item in items):
        raise Refused("insurance_change.before_lodged", field="confirmed_on")
    account = tidy(account_number, "account_number")
    for item in items:
        item.stage, item.confirmed_on = ChangeStage.CONFIRMED, day
        if account and len(items) == 1:
            _note_account(session, actor, item, account)
        written(session, actor, "confirm", item)
    return len(items)


@requires(Permission.INSURANCE_EDIT)
def refuse(
    session: Session, actor: Actor, change_id: int, version: int, *, reason: str, command_id: str
) -> SavedChange:
    """Note that the fund refused a lodged change: it stops counting; correct it in a new one (`again`).

    Raises Refused "record.required" (reason), "record.stale", "insurance_change.wrong_stage" (numbers),
    "insurance_change.built_upon" (number).
    """
    item = records.load(session, InsuranceChange, change_id)
    if not once(session, command_id):
        return saved(item)
    records.expect(session, InsuranceChange, change_id, version)
    _at(session, [change_id], ChangeStage.LODGED)
    why = required(reason, "reason")
    insurance_change_effects.take_back(session, actor, item)
    item.stage, item.state_note = ChangeStage.REFUSED, why
    insured_arrears.settle_change(session, actor, item, "被退回")
    return written(session, actor, "return", item, reason=why)


@requires(Permission.INSURANCE_EDIT)
def again(session: Session, actor: Actor, change_id: int) -> ChangeDraft:
    """A new draft like a refused or voided change. Raises Refused "record.gone"."""
    return replace(get(session, actor, change_id), id=None, version=None)


def _at(session: Session, change_ids: Sequence[int], stage: ChangeStage) -> list[InsuranceChange]:
    if not change_ids:
        raise Refused("insurance_change.none")
    query = select(InsuranceChange).where(InsuranceChange.id.in_(change_ids)).order_by(InsuranceChange.id)
    items = list(session.scalars(query))
    wrong = [
        item.number
        for item in items
        if item.state is not OfficePaperState.APPROVED or item.stage is not stage
    ]
    if wrong:
        raise Refused("insurance_change.wrong_stage", numbers=", ".join(wrong[:5]))
    return items


def _day(day: date | None, field: str, today: date) -> date:
    if day is None:
        raise Refused("record.required", field=field)
    if day > today:
        raise Refused("insurance_change.later", field=field)
    return day


def _note_account(session: Session, actor: Actor, item: InsuranceChange, account: str) -> None:
    if item.kind not in {ChangeKind.JOIN, ChangeKind.RESUME, ChangeKind.TRANSFER}:
        return
    made = session.scalar(select(Enrolment).where(Enrolment.change_id == item.id))
    if made is not None:
        made.account_number = account
        audit.record(session, actor, "edit", made)
