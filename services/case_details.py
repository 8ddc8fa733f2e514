"""Everything about one case: what it is about, its steps, money, files, what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.attachment import Attachment
from models.certificate_case import CaseKind, CaseState, CaseStep, CertificateCase, PaperState
from models.people import Company
from services import audit, records
from services.audit import HistoryRow
from services.case_paper_list import PaperRow, rows_of
from services.permissions import Actor, Permission, requires


class CaseAction(StrEnum):
    """What the actor may do with a case as it stands."""

    EDIT = "open"
    SUBMIT = "submit"
    UNSUBMIT = "unsubmit"
    FINISH = "finish"
    GRANT = "grant"
    RECEIVE = "receive"
    REFUSE = "refuse"
    GIVE_UP = "give_up"
    TAKE_UP = "take_up"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as shown; `late` once its day is past and it is not done."""

    id: int
    name: str
    due_on: date | None
    done_on: date | None
    owner: str
    papers: str
    note: str
    late: bool


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file kept with the case; `size` in bytes."""

    id: int
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """One case, whole; amounts in yuan."""

    id: int
    version: int
    number: str
    kind: CaseKind
    state: CaseState
    title: str
    company: str
    kind_name: str
    certificate_id: int | None
    certificate_name: str
    certificate_number: str
    valid_to: date | None
    owner: str
    agency: str
    opened_on: date
    due_on: date | None
    submitted_on: date | None
    submitted_without: str
    closed_on: date | None
    cost: Decimal
    asked: Decimal
    granted: Decimal
    received: Decimal
    received_on: date | None
    result: str
    note: str
    steps: tuple[StepRow, ...]
    papers: tuple[PaperRow, ...]
    files: tuple[FileRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[CaseAction]

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.done_on is not None for step in self.steps)

    @property
    def missing(self) -> tuple[PaperRow, ...]:
        """The papers that are not in hand."""
        return tuple(paper for paper in self.papers if paper.state != PaperState.IN_HAND)


_OWN = (
    "id", "version", "number", "kind", "state", "title", "certificate_id", "agency", "opened_on", "due_on",
    "submitted_on", "submitted_without", "closed_on", "cost", "asked", "granted", "received", "received_on", "result", "note",
)  # fmt: skip


@requires(Permission.CERTIFICATE_SEE)
def detail(session: Session, actor: Actor, case_id: int, *, today: date) -> CaseDetail:
    """The case with everything around it. Raises Refused "record.gone"."""
    records.load(session, CertificateCase, case_id)
    query = select(CertificateCase).where(CertificateCase.id == case_id)
    case = session.scalars(
        query.options(
            selectinload(CertificateCase.steps).selectinload(CaseStep.owner),
            selectinload(CertificateCase.certificate),
            selectinload(CertificateCase.kind_of),
            selectinload(CertificateCase.owner),
        ).execution_options(populate_existing=True)
    ).one()
    of = case.certificate
    return CaseDetail(
        **{name: getattr(case, name) for name in _OWN},
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
        kind_name=case.kind_of.name if case.kind_of else "",
        certificate_name=of.name if of else "",
        certificate_number=of.number if of else "",
        valid_to=of.valid_to if of else None,
        owner=case.owner.name if case.owner else "",
        steps=tuple(_step(step, case, today) for step in case.steps),
        papers=tuple(rows_of(session, case_id)),
        files=tuple(_files(session, case_id)),
        history=tuple(audit.history(session, actor, "certificate_case", case_id)),
        actions=_actions(actor, case),
    )


def _step(step: CaseStep, case: CertificateCase, today: date) -> StepRow:
    late = case.state == CaseState.OPEN and step.done_on is None
    return StepRow(
        step.id,
        step.name,
        step.due_on,
        step.done_on,
        step.owner.name if step.owner else "",
        step.papers,
        step.note,
        late=late and step.due_on is not None and step.due_on < today,
    )


def _files(session: Session, case_id: int) -> list[FileRow]:
    query = select(Attachment).where(
        Attachment.record_kind == "certificate_case", Attachment.record_id == case_id
    )
    return [FileRow(one.id, one.name, one.size) for one in session.scalars(query.order_by(Attachment.id))]


def _actions(actor: Actor, case: CertificateCase) -> frozenset[CaseAction]:
    if not actor.can(Permission.CERTIFICATE_EDIT):
        return frozenset()
    if case.state != CaseState.OPEN:
        return frozenset({CaseAction.TAKE_UP})
    may = {CaseAction.EDIT, CaseAction.FINISH, CaseAction.REFUSE, CaseAction.GIVE_UP, CaseAction.DELETE}
    may.add(CaseAction.SUBMIT if case.submitted_on is None else CaseAction.UNSUBMIT)
    if case.kind == CaseKind.SUBSIDY:
        may.add(CaseAction.GRANT)
        if case.granted > case.received:
            may.add(CaseAction.RECEIVE)
    return frozenset(may)
