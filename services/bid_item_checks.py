"""Items of a bid's checklist and what is wrong with each: certificates against the opening day, originals, scans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from models.attachment import Attachment
from models.bid import Bid, BidItem, BidItemKind
from models.bid_terms import BidStage
from models.certificate import Certificate, CertificateLoan, CertificateState, LoanKind, LoanState
from models.expense_claim import CheckLevel
from models.project import Project
from services.claim_check_row import Check, passed
from services.database import Session
from services.permissions import open_to_all

CERTIFICATES = frozenset({BidItemKind.CERTIFICATE, BidItemKind.STAFF_CERTIFICATE})
OVER = (CertificateState.LAPSED, CertificateState.ARCHIVED)
NOT_IN_FORCE = (*OVER, CertificateState.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """An item as typed; `certificate_id` counts for certificates, `project_id` for contracts."""

    id: int | None = None
    kind: BidItemKind = BidItemKind.OTHER
    title: str = ""
    kind_code: str = ""
    certificate_id: int | None = None
    project_id: int | None = None
    needed: bool = True
    done: bool = False
    packed: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item as it stands: what was chosen for it, its own files and scans, what is wrong with it."""

    draft: ItemDraft
    chosen: str
    files: int
    scans: int
    checks: tuple[Check, ...]

    @property
    def level(self) -> CheckLevel:
        """The worst of its checks."""
        levels = [one.level for one in self.checks]
        return next((one for one in (CheckLevel.STOP, CheckLevel.WARN) if one in levels), CheckLevel.OK)


def opening_of(bid: Bid) -> date | None:
    """The day on which everything must hold: the opening, else the submission."""
    days = {one.stage: one.on_day for one in bid.stages}
    return days.get(BidStage.OPENING) or days.get(BidStage.SUBMISSION)


@open_to_all("a step of services that have checked")
def rows_of(session: Session, bid: Bid) -> list[ItemRow]:
    """Every item of a bid that was loaded whole."""
    opening = opening_of(bid)
    wanted = [one.certificate_id for one in bid.items if one.certificate_id]
    certificates = _certificates(session, wanted)
    projects = _by_id(session, Project, [one.project_id for one in bid.items if one.project_id])
    loans = _loans(session, certificates)
    own = _file_counts(session, "bid_item", [one.id for one in bid.items])
    scans = _file_counts(session, "certificate", wanted)
    papers = _file_counts(session, "project", list(projects))
    found = []
    for one in bid.items:
        files = own.get(one.id, 0)
        certificate, project = certificates.get(one.certificate_id or 0), projects.get(one.project_id or 0)
        scanned = scans.get(one.certificate_id or 0, 0) + papers.get(one.project_id or 0, 0)
        checks = tuple(_checks(one, certificate, project, loans, opening, files + scanned))
        chosen = certificate.name if certificate else f"{project.number} {project.name}" if project else ""
        found.append(
            ItemRow(draft_of(one), chosen, files, scanned, checks or (passed("bid_item", title=one.title),))
        )
    return found


def _checks(
    item: BidItem,
    certificate: Certificate | None,
    project: Project | None,
    loans: dict[int, CertificateLoan],
    opening: date | None,
    files: int,
) -> Iterator[Check]:
    if item.kind in CERTIFICATES and certificate is not None:
        yield from _certificate_checks(item, certificate, loans.get(certificate.id), opening, files)
    elif item.kind == BidItemKind.CONTRACT and project is not None:
        if not files:
            yield _problem("bid_item_no_scan", CheckLevel.WARN, title=f"{project.number} {project.name}")
    elif not files and not item.done:
        level = CheckLevel.STOP if item.needed else CheckLevel.WARN
        code = (
            "bid_item_missing"
            if item.kind in CERTIFICATES or item.kind == BidItemKind.CONTRACT
            else "bid_item_open"
        )
        yield _problem(code, level, title=item.title)


def _certificate_checks(
    item: BidItem, certificate: Certificate, loan: CertificateLoan | None, opening: date | None, files: int
) -> Iterator[Check]:
    name = (
        certificate.name
        if item.kind == BidItemKind.CERTIFICATE
        else f"{certificate.holder_name} {certificate.name}"
    )
    if certificate.state in OVER:
        yield _problem("bid_item_over", CheckLevel.STOP, title=name)
    elif certificate.state == CertificateState.IN_PROGRESS:
        yield _problem("bid_item_applied", CheckLevel.STOP, title=name)
    if opening and certificate.valid_to and certificate.valid_to < opening:
        yield _problem(
            "bid_item_ends", CheckLevel.STOP, title=name, day=certificate.valid_to, opening=opening
        )
    if opening and certificate.valid_from and certificate.valid_from > opening:
        yield _problem(
            "bid_item_begins", CheckLevel.STOP, title=name, day=certificate.valid_from, opening=opening
        )
    if item.kind_code and certificate.kind.code != item.kind_code:
        yield _problem("bid_item_other", CheckLevel.WARN, title=item.title, chosen=name)
    if loan is not None:
        yield _problem(
            "bid_item_lent", CheckLevel.WARN, title=name, holder=loan.employee_name, day=loan.due_back_on
        )
    if not files:
        yield _problem("bid_item_no_scan", CheckLevel.WARN, title=name)


def _problem(code: str, level: CheckLevel, **values: Any) -> Check:
    shown = {
        name: value.isoformat() if isinstance(value, date) else str(value) for name, value in values.items()
    }
    return Check(code, level, "", shown)


def draft_of(row: BidItem) -> ItemDraft:
    return ItemDraft(**{name: getattr(row, name) for name in ItemDraft.__slots__})


def _certificates(session: Session, ids: Sequence[int]) -> dict[int, Certificate]:
    found = select(Certificate).options(joinedload(Certificate.kind)).where(Certificate.id.in_(ids))
    return {one.id: one for one in session.scalars(found)}


def _by_id(session: Session, kind: type[Any], ids: Iterable[int]) -> dict[int, Any]:
    return {one.id: one for one in session.scalars(select(kind).where(kind.id.in_(list(ids))))}


def _loans(session: Session, wanted: dict[int, Certificate]) -> dict[int, CertificateLoan]:
    """Of certificates whose originals are all out, the loan that is back first."""
    out = select(CertificateLoan).where(
        CertificateLoan.certificate_id.in_(wanted),
        CertificateLoan.state == LoanState.LENT,
        CertificateLoan.kind == LoanKind.ORIGINAL,
    )
    found: dict[int, list[CertificateLoan]] = {}
    for one in session.scalars(out.order_by(CertificateLoan.due_back_on, CertificateLoan.id)):
        found.setdefault(one.certificate_id, []).append(one)
    return {number: lent[0] for number, lent in found.items() if len(lent) >= wanted[number].originals}


def _file_counts(session: Session, kind: str, ids: Sequence[int]) -> dict[int, int]:
    counted = (
        select(Attachment.record_id, func.count())
        .where(Attachment.record_kind == kind, Attachment.record_id.in_(ids))
        .group_by(Attachment.record_id)
    )
    return {row[0]: row[1] for row in session.execute(counted)}
