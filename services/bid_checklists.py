"""The checklist of a bid 清单: what its document needs, chosen and checked by itself against the opening day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from models.attachment import Attachment
from models.bid import Bid, BidItem, BidItemKind, BidTemplate
from models.bid_terms import BidStage
from models.certificate import Certificate, CertificateLoan, CertificateState, LoanKind, LoanState
from models.expense_claim import CheckLevel
from models.project import Project
from services import audit, records
from services.bid_stages import written
from services.bids import load_whole
from services.claim_check_row import Check, passed
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy

CERTIFICATES = frozenset({BidItemKind.CERTIFICATE, BidItemKind.STAFF_CERTIFICATE})
_OVER = (CertificateState.LAPSED, CertificateState.ARCHIVED)


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
class ChecklistDraft:
    """The whole list of one bid."""

    id: int | None = None
    version: int | None = None
    items: tuple[ItemDraft, ...] = ()


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


@requires(Permission.BID_SEE)
def get(session: Session, actor: Actor, bid_id: int) -> ChecklistDraft:  # noqa: ARG001 - the permission needs it
    """The list as a draft; Refused "record.gone"."""
    item = load_whole(session, bid_id)
    return ChecklistDraft(item.id, item.version, tuple(_draft(one) for one in item.items))


@requires(Permission.BID_EDIT)
def save(session: Session, actor: Actor, draft: ChecklistDraft) -> int:
    """Store the list as typed; what is no longer in it goes, with its files. Returns the bid's id.

    Raises Refused "record.gone", "record.stale", and at `items.<n>.<column>` "record.required" (title), "record.gone"
    (certificate_id, project_id).
    """
    assert draft.id is not None, "the list is of a bid"
    records.expect(session, Bid, draft.id, draft.version)
    item = load_whole(session, draft.id)
    with session.no_autoflush:
        before = [one.title for one in item.items]
        kept = _kept(session, item, draft.items)
        for one in [one for one in item.items if one not in kept]:
            _drop_files(session, one.id)
            item.items.remove(one)
        # places are unique: first out of the way, then where they belong
        for place, one in enumerate(item.items):
            one.position = -1 - place
        session.flush()
        for place, (one, typed) in enumerate(zip(kept, draft.items, strict=True)):
            _write(one, typed, place)
            if one not in item.items:
                item.items.append(one)
        written(session, actor, "checklist", item, items=[before, [one.title for one in kept]])
    return item.id


@requires(Permission.BID_EDIT)
def load_template(
    session: Session, actor: Actor, bid_id: int, version: int, template_id: int, *, command_id: str
) -> int:
    """Add what a template asks for and the list does not have yet, certificates chosen where there is one; how many.

    Raises Refused "record.gone", "record.stale".
    """
    item = load_whole(session, bid_id)
    template = records.load(session, BidTemplate, template_id)
    if not once(session, command_id):
        return 0
    if item.version != version:
        raise Refused("record.stale")
    known = {one.title for one in item.items}
    asked = [row for row in template.items if row["title"] not in known]
    start = max((one.position for one in item.items), default=0)
    for place, row in enumerate(asked, start + 1):
        new = BidItem(
            position=place,
            kind=BidItemKind(row["kind"]),
            title=row["title"],
            kind_code=row.get("kind_code", ""),
            needed=row.get("needed", True),
        )
        new.certificate_id = _best(session, new)
        item.items.append(new)
    written(session, actor, "template", item, template=template.name, items=len(asked))
    return len(asked)


@requires(Permission.BID_SEE)
def rows(session: Session, actor: Actor, bid_id: int) -> list[ItemRow]:  # noqa: ARG001 - the permission needs it
    """Every item with its checks. Refused "record.gone"."""
    return rows_of(session, load_whole(session, bid_id))


@open_to_all("a step of services that have checked")
def rows_of(session: Session, bid: Bid) -> list[ItemRow]:
    """Every item of a bid that was loaded whole."""
    days = {one.stage: one.on_day for one in bid.stages}
    opening = days.get(BidStage.OPENING) or days.get(BidStage.SUBMISSION)
    wanted = [one.certificate_id for one in bid.items if one.certificate_id]
    certificates = _certificates(session, wanted)
    projects = _by_id(session, Project, [one.project_id for one in bid.items if one.project_id])
    loans = _loans(session, wanted)
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
        found.append(ItemRow(_draft(one), chosen, files, scanned, checks or (passed("bid_item", title=one.title),)))
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
        code = "bid_item_missing" if item.kind in CERTIFICATES or item.kind == BidItemKind.CONTRACT else "bid_item_open"
        yield _problem(code, level, title=item.title)


def _certificate_checks(
    item: BidItem, certificate: Certificate, loan: CertificateLoan | None, opening: date | None, files: int
) -> Iterator[Check]:
    name = certificate.name if item.kind == BidItemKind.CERTIFICATE else f"{certificate.holder_name} {certificate.name}"
    if certificate.state in _OVER:
        yield _problem("bid_item_over", CheckLevel.STOP, title=name)
    if opening and certificate.valid_to and certificate.valid_to < opening:
        yield _problem("bid_item_ends", CheckLevel.STOP, title=name, day=certificate.valid_to, opening=opening)
    if opening and certificate.valid_from and certificate.valid_from > opening:
        yield _problem("bid_item_begins", CheckLevel.STOP, title=name, day=certificate.valid_from, opening=opening)
    if item.kind_code and certificate.kind.code != item.kind_code:
        yield _problem("bid_item_other", CheckLevel.WARN, title=item.title, chosen=name)
    if loan is not None:
        yield _problem(
            "bid_item_lent", CheckLevel.WARN, title=name, holder=loan.employee_name, day=loan.due_back_on
        )
    if not files:
        yield _problem("bid_item_no_scan", CheckLevel.WARN, title=name)


def _problem(code: str, level: CheckLevel, **values: Any) -> Check:
    shown = {name: value.isoformat() if isinstance(value, date) else str(value) for name, value in values.items()}
    return Check(code, level, "", shown)


@requires(Permission.BID_SEE)
def certificate_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """Certificates of the company and of its people that were not archived; the last day beside them."""
    live = select(Certificate).where(Certificate.state != CertificateState.ARCHIVED)
    found = session.scalars(live.order_by(Certificate.employee_id.is_not(None), Certificate.name))
    return [
        Choice(
            one.id,
            f"{one.holder_name} {one.name}" if one.employee_id else one.name,
            one.valid_to.isoformat() if one.valid_to else one.number,
            one.search_text,
        )
        for one in found
    ]


@open_to_all("a step of services that have checked")
def _best(session: Session, item: BidItem) -> int | None:
    """The valid certificate of the kind asked for that lasts longest."""
    if not item.kind_code or item.kind not in CERTIFICATES:
        return None
    live = [
        one
        for one in session.scalars(
            select(Certificate).options(joinedload(Certificate.kind)).where(Certificate.state.not_in(_OVER))
        )
        if one.kind.code == item.kind_code
    ]
    best = max(live, key=lambda one: (one.valid_to or date.max, one.id), default=None)
    return best.id if best else None


def _kept(session: Session, bid: Bid, drafts: Sequence[ItemDraft]) -> list[BidItem]:
    by_id = {one.id: one for one in bid.items}
    found = []
    for place, typed in enumerate(drafts):
        required(typed.title, f"items.{place}.title")
        for kind, name in ((Certificate, "certificate_id"), (Project, "project_id")):
            records.refuse_unknown(session, kind, getattr(typed, name), f"items.{place}.{name}")
        found.append(by_id.get(typed.id or 0) or BidItem())
    return found


def _write(item: BidItem, typed: ItemDraft, place: int) -> None:
    item.position = place + 1
    item.title, item.note = tidy(typed.title, f"items.{place}.title"), tidy(typed.note, f"items.{place}.note")
    for name in ("kind", "needed", "done", "packed"):
        setattr(item, name, getattr(typed, name))
    item.kind_code = typed.kind_code
    item.certificate_id = typed.certificate_id if typed.kind in CERTIFICATES else None
    item.project_id = typed.project_id if typed.kind == BidItemKind.CONTRACT else None


def _draft(row: BidItem) -> ItemDraft:
    return ItemDraft(**{name: getattr(row, name) for name in ItemDraft.__slots__})


def _drop_files(session: Session, item_id: int) -> None:
    found = select(Attachment).where(Attachment.record_kind == "bid_item", Attachment.record_id == item_id)
    for one in session.scalars(found):
        session.delete(one)


def _certificates(session: Session, ids: Sequence[int]) -> dict[int, Certificate]:
    found = select(Certificate).options(joinedload(Certificate.kind)).where(Certificate.id.in_(ids))
    return {one.id: one for one in session.scalars(found)}


def _by_id(session: Session, kind: type[Any], ids: Iterable[int]) -> dict[int, Any]:
    return {one.id: one for one in session.scalars(select(kind).where(kind.id.in_(list(ids))))}


def _loans(session: Session, ids: Sequence[int]) -> dict[int, CertificateLoan]:
    out = select(CertificateLoan).where(
        CertificateLoan.certificate_id.in_(ids),
        CertificateLoan.state == LoanState.LENT,
        CertificateLoan.kind == LoanKind.ORIGINAL,
    )
    return {one.certificate_id: one for one in session.scalars(out)}


def _file_counts(session: Session, kind: str, ids: Sequence[int]) -> dict[int, int]:
    counted = (
        select(Attachment.record_id, func.count())
        .where(Attachment.record_kind == kind, Attachment.record_id.in_(ids))
        .group_by(Attachment.record_id)
    )
    return {record_id: number for record_id, number in session.execute(counted)}
