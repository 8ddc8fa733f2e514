"""Cases 办理事项: renewals, applications, yearly duties, company changes and subsidies, with steps, saved as typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.certificate import Certificate, CertificateKind
from models.certificate_case import CaseKind, CaseState, CaseStep, CertificateCase
from models.people import Employee
from services import numbering, records
from services.case_paper_list import follow_steps
from services.case_register import REGISTER
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required, tidy

__all__ = ["REGISTER", "CaseDraft", "StepDraft", "expect_open", "get", "loaded", "remove", "save"]
SERIES = "BL"
_WHY = "a step of services that have checked"
_SAME = (
    "kind", "kind_id", "certificate_id", "duty_code", "owner_id", "opened_on", "due_on", "cost", "asked", "granted",
    "received", "received_on",
)  # fmt: skip
_WORDS = ("agency", "result", "note")
_AMOUNTS = ("cost", "asked", "granted", "received")
_OF_CERTIFICATE = frozenset({CaseKind.RENEWAL, CaseKind.DUTY})


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step as typed: by when, by whom, with which papers, done on."""

    id: int | None = None
    name: str = ""
    due_on: date | None = None
    owner_id: int | None = None
    papers: str = ""
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """A case as typed; amounts in yuan. An empty `due_on` is the day of its last step."""

    id: int | None = None
    version: int | None = None
    kind: CaseKind = CaseKind.APPLICATION
    title: str = ""
    kind_id: int | None = None
    certificate_id: int | None = None
    duty_code: str = ""
    owner_id: int | None = None
    agency: str = ""
    opened_on: date | None = None
    due_on: date | None = None
    cost: Decimal = Decimal(0)
    asked: Decimal = Decimal(0)
    granted: Decimal = Decimal(0)
    received: Decimal = Decimal(0)
    received_on: date | None = None
    result: str = ""
    note: str = ""
    steps: tuple[StepDraft, ...] = ()


@requires(Permission.CERTIFICATE_SEE)
def get(session: Session, actor: Actor, case_id: int) -> CaseDraft:  # noqa: ARG001 - the permission needs it
    """The case of that id with its steps; Refused "record.gone"."""
    case = loaded(session, case_id)
    names = ("id", "version", "title", *_SAME, *_WORDS)
    steps = tuple(_step_draft(step) for step in case.steps)
    return CaseDraft(**{name: getattr(case, name) for name in names}, steps=steps)


def _step_draft(step: CaseStep) -> StepDraft:
    names = ("id", "name", "due_on", "owner_id", "papers", "done_on", "note")
    return StepDraft(**{name: getattr(step, name) for name in names})


@requires(Permission.CERTIFICATE_EDIT)
def save(session: Session, actor: Actor, draft: CaseDraft, *, today: date) -> int:
    """Store a case that is in hand, a new one as "BL-2026-0001"; returns its id.

    Raises Refused "record.required" (title, certificate_id, opened_on, received_on, steps.N.name), "case.negative" (an
    amount), "case.received" (received), "case.future" (received_on, steps.N.done_on), "case.early" (due_on, steps.N.due_on),
    "case.closed", "case.running" (certificate_id, with the number of the case there is), "record.gone", "record.stale".
    """
    case = _case(session, draft)
    _refuse(session, draft, today)
    _refuse_running(session, draft)
    for field in _SAME:
        setattr(case, field, getattr(draft, field))
    for field in _WORDS:
        setattr(case, field, tidy(getattr(draft, field), field))
    case.title = required(draft.title, "title")
    certificate = session.get(Certificate, draft.certificate_id) if draft.certificate_id else None
    if certificate is not None:
        case.kind_id = certificate.kind_id
    _put_steps(session, case, draft)
    follow_steps(session, case)
    case.due_on = draft.due_on or max((step.due_on for step in draft.steps if step.due_on), default=None)
    if not case.number:
        case.number = numbering.next_number(session, f"{SERIES}-{today.year}")
    case.updated_at = now()  # a change of steps alone is a change of the case, too
    named = (certificate.name, certificate.number) if certificate else ()
    return records.keep(session, actor, case, case.number, case.title, case.agency, *named)


def _case(session: Session, draft: CaseDraft) -> CertificateCase:
    if draft.id is None:
        return CertificateCase(state=CaseState.OPEN, steps=[], papers=[])
    return expect_open(session, draft.id, draft.version)


@open_to_all(_WHY)
def loaded(session: Session, case_id: int) -> CertificateCase:
    """The case with its steps; Refused "record.gone"."""
    records.load(session, CertificateCase, case_id)
    query = select(CertificateCase).where(CertificateCase.id == case_id)
    return session.scalars(
        query.options(selectinload(CertificateCase.steps), selectinload(CertificateCase.papers))
    ).one()


@open_to_all(_WHY)
def expect_open(session: Session, case_id: int, version: int | None) -> CertificateCase:
    """The case as the user saw it, still in hand; Refused "case.closed", "record.gone", "record.stale"."""
    case = loaded(session, case_id)
    if case.version != version:
        raise Refused("record.stale")
    if case.state != CaseState.OPEN:
        raise Refused("case.closed")
    return case


def _refuse(session: Session, draft: CaseDraft, today: date) -> None:
    required(draft.title, "title")
    if draft.opened_on is None:
        raise Refused("record.required", field="opened_on")
    if draft.kind in _OF_CERTIFICATE and draft.certificate_id is None:
        raise Refused("record.required", field="certificate_id")
    known = {"certificate_id": Certificate, "kind_id": CertificateKind, "owner_id": Employee}
    for field, kind in known.items():
        records.refuse_unknown(session, kind, getattr(draft, field), field)
    if draft.due_on is not None and draft.due_on < draft.opened_on and draft.kind != CaseKind.DUTY:
        raise Refused("case.early", field="due_on")
    _refuse_amounts(draft, today)
    for place, step in enumerate(draft.steps):
        if not step.name.strip():
            raise Refused("record.required", field=f"steps.{place}.name")
        if step.done_on is not None and step.done_on > today:
            raise Refused("case.future", field=f"steps.{place}.done_on")


def _refuse_amounts(draft: CaseDraft, today: date) -> None:
    for field in _AMOUNTS:
        if getattr(draft, field) < 0:
            raise Refused("case.negative", field=field)
    if draft.received > draft.granted:
        raise Refused("case.received", field="received")
    if draft.received and draft.received_on is None:
        raise Refused("record.required", field="received_on")
    if draft.received_on is not None and draft.received_on > today:
        raise Refused("case.future", field="received_on")


def _refuse_running(session: Session, draft: CaseDraft) -> None:
    """Two renewals of one certificate at a time, or one duty of a day twice, are one case typed twice."""
    if draft.kind not in _OF_CERTIFICATE:
        return
    same = select(CertificateCase.number).where(
        CertificateCase.certificate_id == draft.certificate_id,
        CertificateCase.kind == draft.kind,
        CertificateCase.duty_code == draft.duty_code,
        CertificateCase.state == CaseState.OPEN,
        CertificateCase.id != (draft.id or 0),
    )
    if draft.kind == CaseKind.DUTY:
        same = same.where(CertificateCase.due_on == draft.due_on)
    number = session.scalar(same.limit(1))
    if number is not None:
        raise Refused("case.running", field="certificate_id", number=number)


def _put_steps(session: Session, case: CertificateCase, draft: CaseDraft) -> None:
    """The steps as typed: those that were there keep their rows, so that what points to them still does."""
    known = {step.id: step for step in case.steps}
    for place, step in enumerate(case.steps):
        step.position = -1 - place  # out of the way of the places to come
    if known:
        session.flush()
    kept = []
    for place, line in enumerate(draft.steps):
        step = known.get(line.id or 0) or CaseStep()
        step.position, step.name = place, required(line.name, f"steps.{place}.name")
        step.due_on, step.done_on, step.owner_id = line.due_on, line.done_on, line.owner_id
        step.papers, step.note = (
            tidy(line.papers, f"steps.{place}.papers"),
            tidy(line.note, f"steps.{place}.note"),
        )
        kept.append(step)
    case.steps = kept


@requires(Permission.CERTIFICATE_EDIT)
def remove(session: Session, actor: Actor, case_id: int, version: int) -> bool:
    """Delete a case that is still in hand. Raises Refused "case.closed", "record.gone", "record.stale"."""
    return records.drop(session, actor, expect_open(session, case_id, version))
