"""Everything about one disposal: its cards, what they bring, where it stands, what may be done; and its printed form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from models.approval import DecidedKind, StepState
from models.asset_class import AssetClass
from models.asset_paper import AssetDisposal, DisposalReason
from models.fixed_asset import FixedAsset
from models.people import Company
from models.personnel_paper import OfficePaperState
from services import approval_steps, attachments, audit, office_papers
from services.approval_steps import DecisionRow, StepRow
from services.asset_costs import lives_on
from services.asset_disposals import EDITABLE, with_lines
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.calendars import business_day
from services.database import Session
from services.office_details import Change
from services.permissions import Actor, Permission, requires
from services.reports.disposal_form import DisposalForm, FormLine
from services.reports.voucher import Signature

KIND = DecidedKind.ASSET_DISPOSAL
_MARKS = {
    OfficePaperState.DRAFT: "草稿",
    OfficePaperState.WITHDRAWN: "草稿",
    OfficePaperState.RETURNED: "已退回",
    OfficePaperState.VOIDED: "已冲回",
}
_REASONS = {
    DisposalReason.SCRAP: "报废", DisposalReason.SALE: "出售", DisposalReason.DONATION: "捐赠",
    DisposalReason.LOSS: "盘亏", DisposalReason.DAMAGE: "毁损",
}  # fmt: skip


class DisposalAction(StrEnum):
    """What the actor may do with a disposal as it stands."""

    EDIT = "edit_disposal"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    REVERSE = "reverse"
    DELETE = "delete"
    PRINT = "print_disposal"


@dataclass(frozen=True, slots=True)
class DisposedCard:
    """A line of a disposal with its card, yuan."""

    asset_id: int
    number: str
    name: str
    class_name: str
    specification: str
    bought_on: date
    start_on: date | None
    months: int
    cost: Decimal
    accumulated: Decimal
    net: Decimal
    proceeds: Decimal
    fees: Decimal
    gain: Decimal


@dataclass(frozen=True, slots=True)
class DisposalDetail:
    """One disposal, whole; yuan."""

    id: int
    version: int
    number: str
    title: str
    state: OfficePaperState
    reason: DisposalReason
    on_day: date
    department_name: str
    buyer: str
    note: str
    made_by_name: str
    holder_name: str
    state_note: str
    cards: tuple[DisposedCard, ...]
    steps: tuple[StepRow, ...]
    decisions: tuple[DecisionRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[DisposalAction]
    company: str
    files: tuple[AttachmentRow, ...]

    def total(self, name: str) -> Decimal:
        """The sum of a figure of the cards: "cost", "net", "proceeds", "gain", …"""
        return sum((getattr(card, name) for card in self.cards), Decimal(0))


_SAME = (
    "id", "version", "number", "title", "state", "reason", "on_day", "department_name", "buyer", "note",
    "made_by_name", "holder_name", "state_note",
)  # fmt: skip


@requires(Permission.ASSET_SEE)
def detail(session: Session, actor: Actor, disposal_id: int) -> DisposalDetail:
    """The disposal with everything around it. Raises Refused "record.gone"."""
    paper = with_lines(session, disposal_id)
    seen = office_papers.paper_of(session, KIND, paper)
    return DisposalDetail(
        **{name: getattr(paper, name) for name in _SAME},
        cards=tuple(_cards(session, paper)),
        steps=tuple(approval_steps.steps(session, seen)),
        decisions=tuple(approval_steps.decisions(session, seen)),
        history=tuple(audit.history(session, actor, "asset_disposal", disposal_id)),
        actions=_actions(session, actor, paper),
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
        files=tuple(attachments.of(session, actor, "asset_disposal", disposal_id)),
    )


def _cards(session: Session, paper: AssetDisposal) -> Iterator[DisposedCard]:
    ids = [line.asset_id for line in paper.lines]
    found = session.execute(
        select(FixedAsset, AssetClass.name)
        .join(AssetClass, AssetClass.id == FixedAsset.class_id)
        .where(FixedAsset.id.in_(ids))
    )
    cards = {card.id: (card, kind) for card, kind in found}
    lives = lives_on(session, paper.on_day)
    for line in paper.lines:
        card, kind = cards[line.asset_id]
        yield DisposedCard(
            card.id, card.number, card.name, kind, card.specification, card.bought_on, card.start_on,
            lives.get(card.id, card.months), line.cost, line.accumulated, line.net, line.proceeds, line.fees, line.gain,
        )  # fmt: skip


def _actions(session: Session, actor: Actor, paper: AssetDisposal) -> frozenset[DisposalAction]:
    may = {DisposalAction.PRINT}
    if actor.can(Permission.ASSET_EDIT):
        if paper.state in EDITABLE:
            may |= {DisposalAction.EDIT, DisposalAction.SUBMIT}
        if paper.state == OfficePaperState.DRAFT:
            may.add(DisposalAction.DELETE)
        if paper.state == OfficePaperState.SUBMITTED:
            may.add(DisposalAction.WITHDRAW)
    seen = office_papers.paper_of(session, KIND, paper)
    decides = paper.state == OfficePaperState.SUBMITTED and actor.can(Permission.CLAIM_DECIDE)
    if decides and approval_steps.asked(session, actor, seen):
        may |= {DisposalAction.APPROVE, DisposalAction.RETURN}
    approved = paper.state == OfficePaperState.APPROVED and actor.can(Permission.CLAIM_DECIDE)
    if approved and paper.made_by_id != actor.user_id:
        may.add(DisposalAction.REVERSE)
    return frozenset(may)


@requires(Permission.ASSET_SEE)
def rows(session: Session, actor: Actor, disposal_id: int) -> list[Change]:
    """What somebody who decides on it looks at: cause, day, each card with its net, what comes in, gain or loss."""
    found = detail(session, actor, disposal_id)
    changes = [
        Change("disposal_reason", None, found.reason),
        Change("left_on", None, found.on_day),
        Change("buyer", None, found.buyer),
        Change("note", None, found.note),
        *(Change(f"{card.name}（{card.number}）", card.cost, card.net) for card in found.cards),
        Change("cost", None, found.total("cost")),
        Change("net_value", None, found.total("net")),
        Change("proceeds", None, found.total("proceeds")),
        Change("disposal_fees", None, found.total("fees")),
        Change("gain_or_loss", None, found.total("gain")),
    ]
    return [one for one in changes if one.after not in (None, "")]


@requires(Permission.ASSET_SEE)
def printed(session: Session, actor: Actor, disposal_id: int) -> DisposalForm:
    """The form 固定资产处置单 with the approvals so far; Refused "record.gone"."""
    found = detail(session, actor, disposal_id)
    return DisposalForm(
        company=found.company, number=found.number, reason=_REASONS[found.reason], day=found.on_day,
        department=found.department_name, buyer=found.buyer, note=_note(found), made_by=found.made_by_name,
        lines=tuple(
            FormLine(
                card.number, card.name, card.specification, card.start_on, card.months, card.cost, card.accumulated,
                card.net, card.proceeds, card.fees, card.gain,
            )
            for card in found.cards
        ),
        attachments=len(found.files),
        signatures=tuple(_signatures(found)),
        mark=_MARKS.get(found.state, ""),
    )  # fmt: skip


def _note(found: DisposalDetail) -> str:
    """What was said about it; a paper taken back says by whom and why."""
    reversed_ = found.state_note if found.state is OfficePaperState.VOIDED else ""
    return "；".join(part for part in (found.note, reversed_) if part)


def _signatures(found: DisposalDetail) -> Iterator[Signature]:
    """Who wrote it, who decided at each level; those who keep and book it sign in ink."""
    yield Signature("经办人", found.made_by_name)
    for step in found.steps:
        if step.state == StepState.APPROVED:
            yield Signature(step.label, _signed_by(step), _day(step.decided_at))
        elif step.state != StepState.REFERRED:
            yield Signature(step.label)
    yield Signature("资产管理员")
    yield Signature("财务")


def _signed_by(step: StepRow) -> str:
    return f"{step.decided_by_name}（代{step.for_name}）" if step.for_name else step.decided_by_name


def _day(moment: datetime | None) -> date | None:
    return business_day(moment) if moment else None
