"""What happens to a case: steps ticked, money granted and received, finished, refused, given up, taken up again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.certificate import Certificate
from models.certificate_case import CaseKind, CaseState, CertificateCase
from services import audit, company_certificates, records
from services.case_starts import running
from services.certificate_cases import expect_open, loaded
from services.company_certificates import CertificateDraft
from services.database import Session, now, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import tidy

NOT_DONE = (CaseState.REFUSED, CaseState.GIVEN_UP)


@requires(Permission.CERTIFICATE_EDIT)
def tick(
    session: Session, actor: Actor, case_id: int, version: int, step_id: int, *, done_on: date | None, today: date
) -> int:  # fmt: skip
    """Write down that a step was done on a day, or that it was not after all (None); returns the new version.

    Raises Refused "case.future" (day), "case.closed", "record.gone", "record.stale".
    """
    case = expect_open(session, case_id, version)
    step = next((one for one in case.steps if one.id == step_id), None)
    if step is None:
        raise Refused("record.gone")
    if done_on is not None and done_on > today:
        raise Refused("case.future", "day")
    step.done_on, case.updated_at = done_on, now()
    return _written(session, actor, "tick" if done_on else "untick", case, step=step.name)


@requires(Permission.CERTIFICATE_EDIT)
def finish(
    session: Session,
    actor: Actor,
    case_id: int,
    version: int,
    *,
    day: date,
    result: str = "",
    cost: Decimal | None = None,
    command_id: str,
    today: date,
) -> int:
    """Close a case as done; returns the new version. What it was about is reminded of no more.

    Raises Refused "case.future" (day), "case.early" (day), "case.negative" (cost), "case.outstanding" (amount) while money
    of a subsidy is to come, "case.closed", "record.gone", "record.stale". A repeated command does it once.
    """
    case = loaded(session, case_id)
    if not once(session, command_id):
        return case.version
    case = finishing(session, actor, case_id, version, day=day, cost=cost, today=today)
    case.cost = case.cost if cost is None else cost
    case.opened_on = min(case.opened_on, day)  # a duty done before its case was written down
    _end(case, CaseState.DONE, day, tidy(result, "result") or case.result)
    return _written(session, actor, "finish", case)


@requires(Permission.CERTIFICATE_EDIT)
def finishing(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    case_id: int,
    version: int,
    *,
    day: date,
    cost: Decimal | None,
    today: date,
) -> CertificateCase:
    """The case, where it can be closed as done on that day. Raises as `finish`."""
    case = expect_open(session, case_id, version)
    if day > today:
        raise Refused("case.future", "day")
    if day < case.opened_on and case.kind != CaseKind.DUTY:
        raise Refused("case.early", "day")
    if cost is not None and cost < 0:
        raise Refused("case.negative", "cost")
    if case.kind == CaseKind.SUBSIDY and case.granted > case.received:
        raise Refused("case.outstanding", amount=case.granted - case.received)
    return case


@requires(Permission.CERTIFICATE_EDIT)
def finish_with(
    session: Session,
    actor: Actor,
    case_id: int,
    version: int,
    draft: CertificateDraft,
    *,
    day: date | None = None,
    cost: Decimal | None = None,
    result: str = "",
    command_id: str,
    today: date,
) -> int:
    """Close a renewal or application with the certificate it brought, in one transaction; returns the certificate's id.

    The new certificate follows the old one, which is put away as soon as the new one holds. `day`: when it was closed,
    today by default. Raises what `company_certificates.save` and `finish` raise. A repeated command does it once.
    """
    if not once(session, command_id):
        return _brought(session, loaded(session, case_id))
    case = finishing(session, actor, case_id, version, day=day or today, cost=cost, today=today)
    made = company_certificates.save(session, actor, draft, today=today)
    case.cost = case.cost if cost is None else cost
    told = tidy(result, "result") or case.result or f"取得{draft.number or draft.name or case.title}"
    _end(case, CaseState.DONE, day or today, told)
    if case.kind == CaseKind.APPLICATION:
        case.certificate_id = made
    _written(session, actor, "finish", case)
    return made


def _brought(session: Session, case: CertificateCase) -> int:
    """The certificate that a case has brought already."""
    about = session.get_one(Certificate, case.certificate_id)
    return about.id if case.kind == CaseKind.APPLICATION else about.successor_id or about.id


@requires(Permission.CERTIFICATE_SEE)
def outcome(session: Session, actor: Actor, case_id: int, *, today: date) -> CertificateDraft | None:
    """The certificate that the case is to bring, as the form begins: of a renewal the successor; None for other cases.

    A successor that was typed when it was applied for is the one that is granted now.
    Raises Refused "certificate.followed" (number), "record.gone".
    """
    case = records.load(session, CertificateCase, case_id)
    if case.kind == CaseKind.RENEWAL and case.certificate_id is not None:
        return company_certificates.granted(session, actor, case.certificate_id, today=today)
    if case.kind == CaseKind.APPLICATION and case.kind_id is not None:
        return CertificateDraft(
            kind_id=case.kind_id, issuer=case.agency, valid_from=today, keeper_id=case.owner_id
        )
    return None


@requires(Permission.CERTIFICATE_EDIT)
def end_without(
    session: Session, actor: Actor, case_id: int, version: int, *, state: CaseState, reason: str, command_id: str, today: date
) -> int:  # fmt: skip
    """Close a case that was refused or given up; returns the new version.

    Raises Refused "approval.reason_missing" (reason), "case.closed", "record.gone", "record.stale".
    """
    case = loaded(session, case_id)
    if not once(session, command_id):
        return case.version
    case = expect_open(session, case_id, version)
    why = tidy(reason, "reason")
    if not why:
        raise Refused("approval.reason_missing", "reason")
    assert state in NOT_DONE, "the two ways to end without a result"
    _end(case, state, today, why)
    return _written(session, actor, "end", case, reason=why)


@requires(Permission.CERTIFICATE_EDIT)
def take_up(session: Session, actor: Actor, case_id: int, version: int) -> int:
    """Take a closed case in hand again; returns the new version.

    Raises Refused "case.open", "case.running" (number) while another one renews the certificate, "record.gone",
    "record.stale".
    """
    case = records.expect(session, CertificateCase, case_id, version)
    if case.state == CaseState.OPEN:
        raise Refused("case.open")
    if case.kind == CaseKind.RENEWAL and case.certificate_id is not None:
        number = running(session, case.certificate_id, CaseKind.RENEWAL)
        if number:
            raise Refused("case.running", number=number)
    case.state, case.closed_on = CaseState.OPEN, None
    return _written(session, actor, "take_up", case)


@requires(Permission.CERTIFICATE_EDIT)
def grant(
    session: Session,
    actor: Actor,
    case_id: int,
    version: int,
    *,
    granted: Decimal,
    note: str = "",
    expected_on: date | None = None,
) -> int:
    """Write down how much (yuan) of a subsidy was granted and by when it is expected; returns the new version.

    Raises Refused "case.negative" (granted), "case.received" (granted) below what came in already, "case.no_subsidy",
    "case.closed", "record.gone", "record.stale".
    """
    case = _subsidy(session, case_id, version)
    if granted <= 0:
        raise Refused("case.negative", "granted")
    if granted < case.received:
        raise Refused("case.received", "granted")
    case.granted, case.result = granted, tidy(note, "note") or case.result
    case.due_on = expected_on or case.due_on
    return _written(session, actor, "grant", case)


@requires(Permission.CERTIFICATE_EDIT)
def receive(
    session: Session, actor: Actor, case_id: int, version: int, *, received: Decimal, day: date, command_id: str, today: date
) -> int:  # fmt: skip
    """Add what came in (yuan) of a subsidy; the case is done when all that was granted is there. Returns the new version.

    Raises Refused "case.negative" (received), "case.received" (received) above what was granted, "case.future" (day),
    "case.no_subsidy", "case.closed", "record.gone", "record.stale". A repeated command does it once.
    """
    case = loaded(session, case_id)
    if not once(session, command_id):
        return case.version
    case = _subsidy(session, case_id, version)
    if received <= 0:
        raise Refused("case.negative", "received")
    if day > today:
        raise Refused("case.future", "day")
    if case.received + received > case.granted:
        raise Refused("case.received", "received")
    case.received, case.received_on = case.received + received, day
    if case.received == case.granted:
        _end(case, CaseState.DONE, day, case.result or "资金已到账")
    return _written(session, actor, "receive", case)


def _subsidy(session: Session, case_id: int, version: int) -> CertificateCase:
    case = expect_open(session, case_id, version)
    if case.kind != CaseKind.SUBSIDY:
        raise Refused("case.no_subsidy")
    return case


def _end(case: CertificateCase, state: CaseState, day: date, result: str) -> None:
    case.state, case.closed_on, case.result = state, day, result


def _written(session: Session, actor: Actor, action: str, case: CertificateCase, **notes: object) -> int:
    audit.record(session, actor, action, case, **notes)
    session.flush()
    return case.version
