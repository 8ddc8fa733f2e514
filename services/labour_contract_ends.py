"""How labour contracts end 解除与终止: notice, last day, reason; and what needs doing about contracts now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from models.labour_contract import LabourContract
from models.people import Employee
from models.personnel import EmploymentKind, PersonalFile
from services import labour_contracts, labour_law, records
from services.errors import Refused
from services.labour_contract_rules import MAIN
from services.permissions import Actor, Permission, requires
from services.records import tidy


class EndCause(StrEnum):
    """到期终止, 本人辞职, 协商一致解除, 用人单位提前通知解除, 过失性解除, 退休, 其他."""

    EXPIRED = "expired"
    RESIGNED = "resigned"
    AGREED = "agreed"
    DISMISSED = "dismissed"
    MISCONDUCT = "misconduct"
    RETIRED = "retired"
    OTHER = "other"


# as the paper of leaving says it, in any language of the window
WORDS = {
    EndCause.EXPIRED: "劳动合同期满终止（劳动合同法第四十四条第一项）",
    EndCause.RESIGNED: "劳动者提出解除劳动合同（劳动合同法第三十七条）",
    EndCause.AGREED: "双方协商一致解除劳动合同（劳动合同法第三十六条）",
    EndCause.DISMISSED: "用人单位解除劳动合同（劳动合同法第四十条）",
    EndCause.MISCONDUCT: "用人单位解除劳动合同（劳动合同法第三十九条）",
    EndCause.RETIRED: "劳动者依法享受基本养老保险待遇，劳动合同终止（劳动合同法第四十四条第二项）",
    EndCause.OTHER: "",
}


@dataclass(frozen=True, slots=True)
class EndDraft:
    """The end as typed; `shorter`: both agreed on shorter notice, or a month's pay is given instead 代通知金."""

    cause: EndCause | None = None
    notice_on: date | None = None
    ended_on: date | None = None
    shorter: bool = False
    details: str = ""


@dataclass(frozen=True, slots=True)
class ContractHeadline:
    """What needs doing now: counts, and who has no contract at all (names, the longest here first)."""

    expired: int
    unsigned: int
    ending: int
    probation: int
    missing: tuple[str, ...]


@requires(Permission.PERSONNEL_EDIT)
def end(session: Session, actor: Actor, contract_id: int, version: int, draft: EndDraft) -> int:
    """Note how and when a contract ends; returns its id.

    劳动合同法 arts 37, 40: 30 days' notice, 3 by the employee on probation. Raises Refused "record.required" (cause,
    ended_on, details of another cause, notice_on where notice counts), "contract.ended" (number),
    "contract.ended_before" (day), "contract.ended_after" (day), "contract.notice" (days, needed, day), "record.stale", "record.gone".
    """
    item = records.expect(session, LabourContract, contract_id, version)
    if item.ended_on is not None:
        raise Refused("contract.ended", number=item.number)
    if draft.cause is None:
        raise Refused("record.required", field="cause")
    if draft.ended_on is None:
        raise Refused("record.required", field="ended_on")
    details = tidy(draft.details, "details")
    if draft.cause is EndCause.OTHER and not details:
        raise Refused("record.required", field="details")
    _refuse_days(item, draft.ended_on)
    _refuse_notice(item, draft, draft.ended_on)
    item.notice_on, item.ended_on = draft.notice_on, draft.ended_on
    item.end_reason = "：".join(part for part in (WORDS[draft.cause], details) if part)
    return labour_contracts.keep(session, actor, item)


def _refuse_days(item: LabourContract, last: date) -> None:
    if last < item.from_on:
        raise Refused("contract.ended_before", field="ended_on", day=item.from_on)
    if item.to_on is not None and last > item.to_on:
        raise Refused("contract.ended_after", field="ended_on", day=item.to_on)


def _refuse_notice(item: LabourContract, draft: EndDraft, last: date) -> None:
    needed = notice_needed(item, draft.cause, draft.notice_on)
    if not needed or draft.shorter:
        return
    if draft.notice_on is None:
        raise Refused("record.required", field="notice_on")
    given = (last - draft.notice_on).days
    if given < needed:
        earliest = draft.notice_on + timedelta(days=needed)
        raise Refused("contract.notice", field="ended_on", days=given, needed=needed, day=earliest)


def notice_needed(item: LabourContract, cause: EndCause | None, notice_on: date | None) -> int:
    """Days of notice the law asks for: of who resigns (art 37), of the employer (art 40); 0 otherwise."""
    if cause is EndCause.RESIGNED:
        day = notice_on or item.from_on
        in_probation = item.probation_until is not None and day <= item.probation_until
        return labour_law.notice_days(in_probation=in_probation, on=day)
    return labour_law.dismissal_days() if cause is EndCause.DISMISSED else 0


@requires(Permission.PERSONNEL_EDIT)
def reopen(session: Session, actor: Actor, contract_id: int, version: int) -> int:
    """Take an end back that was noted by mistake. Raises Refused "contract.not_ended" (number), "record.stale"."""
    item = records.expect(session, LabourContract, contract_id, version)
    if item.ended_on is None:
        raise Refused("contract.not_ended", number=item.number)
    item.notice_on, item.ended_on, item.end_reason = None, None, ""
    return labour_contracts.keep(session, actor, item)


@requires(Permission.PERSONNEL_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> ContractHeadline:
    """What needs doing about contracts now."""
    expired, unsigned, ending, probation = (
        session.scalar(select(func.count(LabourContract.id)).where(clause)) or 0
        for clause in (
            labour_contracts.expired(today),
            labour_contracts.unsigned(today),
            labour_contracts.ending(today),
            labour_contracts.on_probation(today),
        )
    )
    missing = tuple(name for _id, name in without_contract(session, actor, today=today))
    return ContractHeadline(expired, unsigned, ending, probation, missing)


@requires(Permission.PERSONNEL_SEE)
def without_contract(session: Session, actor: Actor, *, today: date) -> list[tuple[int, str]]:  # noqa: ARG001 - the permission needs it
    """Who works here without a contract for this employment: id and name, the longest here first.

    A contract that was over before somebody came back is not one; dispatched workers have theirs elsewhere.
    """
    covers = and_(
        LabourContract.employee_id == Employee.id,
        LabourContract.kind.in_(MAIN),
        or_(LabourContract.to_on.is_(None), LabourContract.to_on >= Employee.hired_on),
        or_(LabourContract.ended_on.is_(None), LabourContract.ended_on >= Employee.hired_on),
    )
    elsewhere = select(PersonalFile.employee_id).where(
        PersonalFile.employment_kind == EmploymentKind.DISPATCHED
    )
    query = (
        select(Employee.id, Employee.name)
        .where(Employee.hired_on <= today, or_(Employee.left_on.is_(None), Employee.left_on >= today))
        .where(~exists().where(covers), Employee.id.not_in(elsewhere))
    )
    return [(row[0], row[1]) for row in session.execute(query.order_by(Employee.hired_on, Employee.id))]


@requires(Permission.PERSONNEL_SEE)
def waiting_count(session: Session, actor: Actor, *, today: date) -> int:
    """How many contracts need doing now, for somebody who writes them."""
    if not actor.can(Permission.PERSONNEL_EDIT):
        return 0
    found = headline(session, actor, today=today)
    return found.expired + found.unsigned + found.ending + len(found.missing)


@requires(Permission.PERSONNEL_SEE)
def of_employee(session: Session, actor: Actor, employee_id: int) -> list[LabourContract]:  # noqa: ARG001 - the permission needs it
    """The contracts of a person, the newest first."""
    return [link.item for link in reversed(labour_contracts.links(session, employee_id))]
