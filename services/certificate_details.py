"""Everything about one certificate: facts, scans, what comes next, loans, cases, trainings, what may be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.attachment import Attachment
from models.bid import Bid
from models.certificate import Certificate, CertificateLoan, CertificateState, LoanKind, LoanState
from models.certificate_case import CaseKind, CaseState, CertificateCase
from models.certificate_terms import HolderType
from services import audit, certificate_duties, records, staff_trainings, training_goals
from services.audit import HistoryRow
from services.certificate_chains import Chains, chains
from services.certificate_duties import Duty, RenewalStep
from services.certificate_facts import state_on
from services.certificate_register import followed
from services.labour_law import add_months
from services.permissions import Actor, Permission, open_to_all, requires
from services.staff_trainings import TrainingDraft
from services.training_goals import Goal

AHEAD_MONTHS = 18
LOANS_SHOWN = 6
_WHY = "a step of services that have checked"


class CertificateAction(StrEnum):
    """What the actor may do with a certificate as it stands."""

    EDIT = "open"
    RENEW = "renew"
    LEND = "lend"
    TRAIN = "train"
    ARCHIVE = "archive"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class LoanRow:
    """A loan of the certificate, in short; `due_back_on` in the past is overdue while it is lent."""

    id: int
    number: str
    kind: LoanKind
    state: LoanState
    employee_name: str
    purpose: str
    bid: str
    piece: int
    copies: int
    from_on: date
    due_back_on: date
    lent_on: date | None
    back_on: date | None


@dataclass(frozen=True, slots=True)
class ScanRow:
    """A scan; `number` counts the versions from the first one on, `size` in bytes."""

    id: int
    name: str
    size: int
    number: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case about the certificate, in short."""

    id: int
    number: str
    title: str
    kind: CaseKind
    state: CaseState
    due_on: date | None
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class Linked:
    """The certificate before or after this one."""

    id: int
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class CertificateDetail:
    """One certificate, whole. `state` is as of the day asked; `scans` the newest first; `duties` of the coming months."""

    id: int
    version: int
    name: str
    kind_id: int
    kind_name: str
    group: str
    holder: HolderType
    employee_id: int | None
    holder_name: str
    number: str
    issuer: str
    scope: str
    level: str
    issued_on: date | None
    valid_from: date | None
    valid_to: date | None
    state: CertificateState
    originals: int
    copies: int
    original_place: str
    keeper_name: str
    note: str
    scans: tuple[ScanRow, ...]
    duties: tuple[Duty, ...]
    steps: tuple[RenewalStep, ...]
    loans: tuple[LoanRow, ...]
    out: LoanRow | None
    cases: tuple[CaseRow, ...]
    trainings: tuple[TrainingDraft, ...]
    goals: tuple[Goal, ...]
    before: Linked | None
    after: Linked | None
    history: tuple[HistoryRow, ...]
    actions: frozenset[CertificateAction]


_OWN = (
    "id", "version", "name", "kind_id", "employee_id", "holder_name", "number", "issuer", "scope", "level",
    "issued_on", "valid_from", "valid_to", "originals", "copies", "original_place", "note",
)  # fmt: skip


@requires(Permission.CERTIFICATE_SEE)
def detail(session: Session, actor: Actor, certificate_id: int, *, today: date) -> CertificateDetail:
    """The certificate with everything around it. Raises Refused "record.gone"."""
    records.load(session, Certificate, certificate_id)
    item = session.scalars(
        select(Certificate)
        .where(Certificate.id == certificate_id)
        .options(selectinload(Certificate.kind), selectinload(Certificate.keeper))
    ).one()
    loans = loans_of(session, certificate_id)
    cases = cases_of(session, [certificate_id]).get(certificate_id, [])
    trainings = staff_trainings.of(session, actor, certificate_id) if item.employee_id else []
    taken = [(one.on_day, one.hours) for one in trainings if one.on_day and one.hours]
    kind = item.kind
    return CertificateDetail(
        **{name: getattr(item, name) for name in _OWN},
        kind_name=kind.name,
        group=kind.group,
        holder=kind.holder,
        state=state_on(item.state, item.valid_to, today),
        keeper_name=item.keeper.name if item.keeper else "",
        scans=tuple(scans_of(session, certificate_id)),
        duties=tuple(duty for duty in _duties(session, item, cases, today) if not training_goals.met(duty, taken)),
        steps=tuple(renewal_steps(session, item)),
        loans=tuple(loans[:LOANS_SHOWN]),
        out=next((one for one in loans if is_out(one)), None),
        cases=tuple(_case_row(case) for case in cases),
        trainings=tuple(trainings),
        goals=training_goals.goals(kind, (item.valid_from, item.valid_to), taken, today),
        before=_linked(session, Certificate.successor_id == item.id),
        after=_linked(session, Certificate.id == item.successor_id) if item.successor_id else None,
        history=tuple(audit.history(session, actor, "certificate", certificate_id)),
        actions=_actions(actor, item),
    )  # fmt: skip


@open_to_all(_WHY)
def renewal_steps(session: Session, item: Certificate) -> list[RenewalStep]:
    """The dates of a renewal that is still to come (its kind loaded): it ends, is in use, and nothing follows."""
    if item.valid_to is None or item.state == CertificateState.ARCHIVED or followed(session, item):
        return []
    return certificate_duties.renewal_dates(item.kind, item.valid_to)


def _duties(session: Session, item: Certificate, cases: Iterable[CertificateCase], today: date) -> list[Duty]:
    if item.state == CertificateState.ARCHIVED:
        return []
    links = chains(session)
    earlier = cases_of(session, [one.id for one in links.renewed(item.id)])
    known = [*cases, *(case for found in earlier.values() for case in found)]
    return open_duties(item, known, today, add_months(today, AHEAD_MONTHS), links)


@open_to_all(_WHY)
def open_duties(
    item: Certificate, cases: Iterable[CertificateCase], first: date, last: date, links: Chains
) -> list[Duty]:
    """The duties of a certificate (its kind loaded) due in these days that no finished case has met."""
    done = [case for case in cases if case.duty_code and case.state == CaseState.DONE]
    days = [case.closed_on for case in done if case.closed_on is not None]
    found = certificate_duties.duties_between(
        item.kind,
        item.valid_from,
        item.valid_to,
        first,
        last,
        days,
        links.held_from(item.id, item.valid_from),
    )
    return [
        duty
        for duty in found
        if links.owes(item.id, duty.due_on) and not any(_meets(case, duty) for case in done)
    ]


def _meets(case: CertificateCase, duty: Duty) -> bool:
    if case.duty_code != duty.code:
        return False
    if case.due_on is not None:
        return case.due_on in (duty.due_on, duty.latest_on)
    return case.closed_on is not None and duty.from_on <= case.closed_on <= duty.latest_on


@open_to_all(_WHY)
def cases_of(session: Session, ids: Iterable[int]) -> dict[int, list[CertificateCase]]:
    """The cases about these certificates, the newest first."""
    query = select(CertificateCase).where(CertificateCase.certificate_id.in_(list(ids)))
    found: dict[int, list[CertificateCase]] = {}
    for case in session.scalars(query.order_by(CertificateCase.opened_on.desc(), CertificateCase.id.desc())):
        found.setdefault(case.certificate_id or 0, []).append(case)
    return found


@open_to_all(_WHY)
def scans_of(session: Session, certificate_id: int) -> list[ScanRow]:
    """The scans of a certificate, the newest version first."""
    query = select(Attachment).where(
        Attachment.record_kind == "certificate", Attachment.record_id == certificate_id
    )
    found = [
        ScanRow(item.id, item.name, item.size, number, item.created_at)
        for number, item in enumerate(session.scalars(query.order_by(Attachment.id)), start=1)
    ]
    return found[::-1]


@open_to_all(_WHY)
def loans_of(session: Session, certificate_id: int) -> list[LoanRow]:
    """Every loan of a certificate, the newest first."""
    query = (
        select(CertificateLoan, Bid.name)
        .outerjoin(Bid, Bid.id == CertificateLoan.bid_id)
        .where(CertificateLoan.certificate_id == certificate_id)
        .order_by(CertificateLoan.from_on.desc(), CertificateLoan.id.desc())
    )
    return [_loan_row(loan, bid or "") for loan, bid in session.execute(query)]


def is_out(loan: LoanRow) -> bool:
    """Whether the original or the device is with somebody on this loan."""
    return loan.state == LoanState.LENT and loan.kind != LoanKind.COPY


def _loan_row(loan: CertificateLoan, bid: str) -> LoanRow:
    names = (
        "id", "number", "kind", "state", "employee_name", "purpose", "piece", "copies", "from_on",
        "due_back_on", "lent_on", "back_on",
    )  # fmt: skip
    return LoanRow(**{name: getattr(loan, name) for name in names}, bid=bid)


def _case_row(case: CertificateCase) -> CaseRow:
    names = ("id", "number", "title", "kind", "state", "due_on", "closed_on")
    return CaseRow(**{name: getattr(case, name) for name in names})


def _linked(session: Session, where: object) -> Linked | None:
    item = session.scalars(select(Certificate).where(where).limit(1)).first()  # type: ignore[arg-type]  # a clause
    return Linked(item.id, item.name, item.number) if item is not None else None


def _actions(actor: Actor, item: Certificate) -> frozenset[CertificateAction]:
    if not actor.can(Permission.CERTIFICATE_EDIT):
        return frozenset()
    if item.state == CertificateState.ARCHIVED:
        return frozenset({CertificateAction.REOPEN})
    may = {CertificateAction.EDIT, CertificateAction.LEND, CertificateAction.ARCHIVE}
    if item.successor_id is None:
        may.add(CertificateAction.RENEW)
    if item.employee_id is not None:
        may.add(CertificateAction.TRAIN)
    return frozenset(may)
