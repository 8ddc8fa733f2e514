"""How a case begins: what the certificate, its kind, the change of the company or the subsidy gives beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.certificate import Certificate, CertificateKind, CertificateState
from models.certificate_case import CaseKind, CaseState, CertificateCase
from services import certificate_duties, certificate_owed, company_changes, due_certificates, records
from services.certificate_cases import CaseDraft, StepDraft
from services.certificate_chains import chains
from services.certificate_owed import LOOK_BACK
from services.certificate_register import followed
from services.database import Session
from services.due_model import DueKind
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice

_AHEAD = timedelta(days=550)
_SUBSIDY_KIND = "subsidy"
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class CaseStart:
    """What is asked before the form opens. `day`: when a change happened, or when a subsidy's window ends."""

    kind: CaseKind = CaseKind.RENEWAL
    certificate_id: int | None = None
    kind_id: int | None = None
    duty_code: str = ""
    due_on: date | None = None
    change: str = ""
    day: date | None = None


@requires(Permission.CERTIFICATE_EDIT)
def begin(session: Session, actor: Actor, start: CaseStart, *, today: date) -> CaseDraft:  # noqa: ARG001 - the permission needs it
    """The case that `start` leads to, with its steps; nothing is stored yet.

    Raises Refused "record.required" (certificate_id, kind_id, change, day), "case.no_end" (certificate_id), "case.running"
    (certificate_id, number), "case.no_duty" (certificate_id), "case.change" (change), "rules.none_on_day" (happened_on),
    "certificate.followed" (number), "record.gone".
    """
    if start.kind == CaseKind.CHANGE:
        return _change(session, start, today)
    if start.kind in (CaseKind.RENEWAL, CaseKind.DUTY):
        certificate = _certificate(session, start)
        of = _renewal if start.kind == CaseKind.RENEWAL else _duty
        return of(session, certificate, start, today)
    if start.kind == CaseKind.SUBSIDY:
        return _subsidy(session, start, today)
    return _application(session, start, today)


def _certificate(session: Session, start: CaseStart) -> Certificate:
    if start.certificate_id is None:
        raise Refused("record.required", "certificate_id")
    records.load(session, Certificate, start.certificate_id)
    query = select(Certificate).where(Certificate.id == start.certificate_id)
    return session.scalars(query.options(selectinload(Certificate.kind))).one()


def _renewal(session: Session, item: Certificate, _start: CaseStart, today: date) -> CaseDraft:
    if followed(session, item):
        after = session.get_one(Certificate, item.successor_id)
        raise Refused("certificate.followed", number=after.number or after.name)
    if item.valid_to is None:
        raise Refused("case.no_end", "certificate_id", name=item.name)
    number = running(session, item.id, CaseKind.RENEWAL)
    if number:
        raise Refused("case.running", "certificate_id", number=number)
    steps = [one for one in certificate_duties.renewal_dates(item.kind, item.valid_to) if not one.start]
    return CaseDraft(
        kind=CaseKind.RENEWAL,
        title=f"{item.name}到期换证",
        kind_id=item.kind_id,
        certificate_id=item.id,
        owner_id=item.keeper_id,
        agency=item.issuer,
        opened_on=today,
        due_on=max(item.valid_to, today),
        cost=item.kind.cost or Decimal(0),
        steps=tuple(
            StepDraft(name=step.name, due_on=step.due_on, papers="、".join(step.papers)) for step in steps
        ),
    )


@open_to_all(_WHY)
def running(session: Session, certificate_id: int, kind: CaseKind) -> str:
    """The number of the case in hand of that kind about a certificate, "" when there is none."""
    found = select(CertificateCase.number).where(
        CertificateCase.certificate_id == certificate_id,
        CertificateCase.kind == kind,
        CertificateCase.state == CaseState.OPEN,
    )
    return session.scalar(found.limit(1)) or ""


def _duty(session: Session, item: Certificate, start: CaseStart, today: date) -> CaseDraft:
    """The duty that is named, else the first one that is asked for."""
    named = start.due_on is not None
    asked = start if named else next(iter(duties_asked(session, today, item.id)), start)
    cases = certificate_owed.cases_of(session, [item.id]).get(item.id, [])
    found = [
        duty
        for day in [asked.due_on]
        if day is not None
        for duty in certificate_owed.open_duties(item, cases, day, day, chains(session))
        if (start if named else asked).duty_code in ("", duty.code)
    ]
    if not found:
        raise Refused("case.no_duty", "certificate_id", name=item.name)
    duty = found[0]
    return CaseDraft(
        kind=CaseKind.DUTY,
        title=f"{item.name} {duty.of_year}年度{duty.name}",
        kind_id=item.kind_id,
        certificate_id=item.id,
        duty_code=duty.code,
        duty_on=duty.due_on,
        owner_id=item.keeper_id,
        agency=item.issuer,
        opened_on=today,
        due_on=duty.due_on,
        steps=(
            StepDraft(name="准备材料", due_on=max(duty.from_on, duty.due_on - timedelta(days=14))),
            StepDraft(name=f"提交{duty.name}", due_on=duty.due_on),
        ),
    )


@open_to_all(_WHY)
def duties_asked(session: Session, today: date, certificate_id: int | None = None) -> list[CaseStart]:
    """The yearly duties that wait or come within eighteen months and that no case handles yet, as the due page asks for them."""
    found = due_certificates.of_certificates(session, today - LOOK_BACK, today + _AHEAD, today)
    return [
        CaseStart(CaseKind.DUTY, one.record_id, None, one.code.partition(":")[2], one.on_day)
        for one in sorted(found, key=lambda one: (one.on_day, one.title, one.record_id, one.code))
        if one.kind is DueKind.DUTY and certificate_id in (None, one.record_id)
    ]


@requires(Permission.CERTIFICATE_SEE)
def duty_choices(session: Session, actor: Actor, *, today: date) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The duties to choose from: which, of what, by when; a choice stays the same whatever else is met meanwhile."""
    asked = duties_asked(session, today)
    query = select(Certificate).where(Certificate.id.in_({one.certificate_id for one in asked}))
    items = {item.id: item for item in session.scalars(query.options(selectinload(Certificate.kind)))}
    return [_duty_choice(one, items[one.certificate_id or 0]) for one in asked]


def _duty_key(one: CaseStart) -> int:
    """A number of certificate, duty and day that stays the same from one look to the next."""
    told = f"{one.certificate_id}|{one.duty_code}|{one.due_on}"
    return int.from_bytes(sha256(told.encode()).digest()[:6])


def _duty_choice(one: CaseStart, item: Certificate) -> Choice:
    row = next(row for row in item.kind.duties if row["code"] == one.duty_code)
    own = f"（{item.holder_name}）" if item.employee_id else ""
    name, day = f"{item.name}{own} {row['name']}", one.due_on.isoformat() if one.due_on else ""
    return Choice(_duty_key(one), name, f"→ {day}", f"{item.search_text} {row['name']} {day}")


@open_to_all(_WHY)
def duty_start(session: Session, chosen: int | None, *, today: date) -> CaseStart:
    """The duty chosen in `duty_choices`; Refused "record.required" (duty) for none, "record.gone" when it was met meanwhile."""
    if chosen is None:
        raise Refused("record.required", "duty")
    found = next((one for one in duties_asked(session, today) if _duty_key(one) == chosen), None)
    if found is None:
        raise Refused("record.gone")
    return found


def _application(session: Session, start: CaseStart, today: date) -> CaseDraft:
    """The steps of the kind without their days: what it needs is the same, when is up to the applicant."""
    if start.kind_id is None:
        raise Refused("record.required", "kind_id")
    kind = records.load(session, CertificateKind, start.kind_id)
    return CaseDraft(
        kind=CaseKind.APPLICATION,
        title=f"新申请{kind.name}",
        kind_id=kind.id,
        opened_on=today,
        due_on=start.day,
        cost=kind.cost or Decimal(0),
        steps=tuple(_steps_of(kind, start.day)),
    )


def _subsidy(session: Session, start: CaseStart, today: date) -> CaseDraft:
    kind = session.get(CertificateKind, start.kind_id) if start.kind_id else None
    if kind is None:
        kind = session.scalar(select(CertificateKind).where(CertificateKind.code == _SUBSIDY_KIND))
    return CaseDraft(
        kind=CaseKind.SUBSIDY,
        title=f"{today.year}年度{kind.name if kind else '专项资金'}申报",
        kind_id=kind.id if kind else None,
        opened_on=today,
        due_on=start.day,
        steps=tuple(_steps_of(kind, start.day)) if kind else (),
    )


def _steps_of(kind: CertificateKind, end: date | None) -> Iterable[StepDraft]:
    if end is not None:
        for step in certificate_duties.renewal_dates(kind, end):
            if not step.start:
                yield StepDraft(name=step.name, due_on=step.due_on, papers="、".join(step.papers))
        return
    for row in (row for row in kind.steps if not row.get("start")):
        yield StepDraft(name=row["name"], papers="、".join(row.get("papers", ())))


def _change(session: Session, start: CaseStart, today: date) -> CaseDraft:
    if not start.change:
        raise Refused("record.required", "change")
    happened = start.day or today
    found = company_changes.filings(start.change, happened, held(session))
    return CaseDraft(
        kind=CaseKind.CHANGE,
        title=f"{company_changes.name_of(start.change)}（{happened.isoformat()}）",
        opened_on=happened,
        due_on=max((filing.due_on for filing in found), default=None),
        steps=tuple(
            StepDraft(name=f"{one.agency}：{one.name}", due_on=one.due_on, papers=one.papers, note=_by(one))
            for one in found
        ),
    )


def _by(filing: company_changes.Filing) -> str:
    return filing.source if filing.confirmed else f"{filing.source}（待核对）"


@open_to_all(_WHY)
def held(session: Session) -> frozenset[str]:
    """The codes of the kinds of which the company has a certificate in use."""
    query = (
        select(CertificateKind.code).join(Certificate).where(Certificate.state != CertificateState.ARCHIVED)
    )
    return frozenset(session.scalars(query.distinct()))


@requires(Permission.CERTIFICATE_SEE)
def change_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - every combo's
    """The kinds of change of a company, by their place in the list."""
    return [
        Choice(place, one.name, "", one.name) for place, one in enumerate(company_changes.changes(), start=1)
    ]


def change_code(place: int | None) -> str:
    """The code of the change chosen in `change_choices`, "" for none."""
    return company_changes.changes()[place - 1].code if place else ""
