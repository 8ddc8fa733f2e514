"""What happens to the papers of a case 资料清单: each is in hand or faulty, and they are handed in."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from models.attachment import Attachment
from models.certificate_case import CertificateCase, PaperState
from services import audit
from services.case_paper_list import of
from services.certificate_cases import expect_open, loaded
from services.database import now, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import Choice, tidy


@requires(Permission.CERTIFICATE_SEE)
def file_choices(session: Session, actor: Actor, case_id: int) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The files of the case, of which one may be the paper."""
    query = select(Attachment).where(_files_of(case_id)).order_by(Attachment.id)
    return [Choice(one.id, one.name, "", one.name) for one in session.scalars(query)]


def _files_of(case_id: int) -> ColumnElement[bool]:
    return and_(Attachment.record_kind == "certificate_case", Attachment.record_id == case_id)


@requires(Permission.CERTIFICATE_EDIT)
def mark(
    session: Session,
    actor: Actor,
    case_id: int,
    version: int,
    paper_id: int,
    *,
    state: PaperState,
    remark: str = "",
    attachment_id: int | None = None,
) -> int:
    """Write down where a paper stands; returns the new version of the case.

    Raises Refused "case.paper_fault" (remark): faulty without a word what is wrong, "record.gone" (attachment_id for a
    file that is not the case's), "case.closed", "record.stale".
    """
    case = expect_open(session, case_id, version)
    paper = next((one for one in of(session, case_id) if one.id == paper_id), None)
    if paper is None:
        raise Refused("record.gone")
    words = tidy(remark, "remark")
    if state == PaperState.FAULTY and not words:
        raise Refused("case.paper_fault", field="remark", name=paper.name)
    if attachment_id is not None and attachment_id not in {
        one.id for one in file_choices(session, actor, case_id)
    }:
        raise Refused("record.gone", field="attachment_id")
    paper.state, paper.remark, paper.attachment_id = state, words, attachment_id
    return _written(session, actor, "mark", case, paper=paper.name, paper_state=state)


@requires(Permission.CERTIFICATE_EDIT)
def submit(
    session: Session, actor: Actor, case_id: int, version: int, *, day: date, reason: str = "", command_id: str, today: date
) -> int:  # fmt: skip
    """Write down that the papers were handed in on a day; returns the new version.

    Raises Refused "case.papers_missing" (reason; names) where a paper is not in hand and nobody says why it was handed
    in without, "case.future" (day), "case.early" (day), "case.submitted" (day), "case.closed", "record.gone",
    "record.stale". A repeated command does it once.
    """
    case = loaded(session, case_id)
    if not once(session, command_id):
        return case.version
    case = expect_open(session, case_id, version)
    if case.submitted_on is not None:
        raise Refused("case.submitted", day=case.submitted_on)
    if day > today:
        raise Refused("case.future", "day")
    if day < case.opened_on:
        raise Refused("case.early", "day")
    missing = [one.name for one in of(session, case_id) if one.state != PaperState.IN_HAND]
    why = tidy(reason, "reason")
    if missing and not why:
        raise Refused("case.papers_missing", "reason", names="、".join(missing))
    case.submitted_on, case.submitted_without = day, why if missing else ""
    return _written(session, actor, "submit", case, **({"reason": why} if why else {}))


@requires(Permission.CERTIFICATE_EDIT)
def unsubmit(session: Session, actor: Actor, case_id: int, version: int) -> int:
    """The authority gave the papers back; returns the new version. Raises Refused "case.closed", "record.gone", "record.stale"."""
    case = expect_open(session, case_id, version)
    case.submitted_on, case.submitted_without = None, ""
    return _written(session, actor, "withdraw", case)


def _written(session: Session, actor: Actor, action: str, case: CertificateCase, **notes: object) -> int:
    case.updated_at = now()  # a paper alone is a change of the case, too
    audit.record(session, actor, action, case, **notes)
    session.flush()
    return case.version
