"""What goes out of a digest: the sheet, the table, and the file that is kept of it once it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.bid_lead import BidDigest, BidLead
from models.people import Department
from services import attachments, audit, bid_digests, records
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.bid_digests import Digest
from services.permissions import Actor, Permission, requires
from services.reports.bid_digest import digest_pdf
from services.reports.paper import PrintSettings

HEADINGS = (
    "新", "省份", "部门", "项目名称", "招标人", "预算（元）", "发布日期", "报名截止", "投标截止", "链接",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DigestDetail:
    """A digest that went out: its file, and the titles it told for the first time."""

    id: int
    number: str
    from_on: date
    to_on: date
    leads: int
    fresh: int
    made_by: str
    department: str
    files: tuple[AttachmentRow, ...]
    titles: tuple[str, ...]
    history: tuple[HistoryRow, ...]


@requires(Permission.BID_EDIT)
def send(session: Session, actor: Actor, digest: Digest, *, command_id: str) -> Digest | None:
    """Keep a digest as it was looked at, with its sheet as a file. Returns it with its number, None when repeated.

    Raises Refused "bid_digest.empty".
    """
    kept = bid_digests.keep(session, actor, digest, command_id=command_id)
    if kept is None:
        return None
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"招标信息周报 {kept.number}.pdf"
        path.write_bytes(digest_pdf(kept))
        attachments.store(session, actor, "bid_digest", kept.id, path)
    return kept


@requires(Permission.BID_SEE)
def pdf(
    session: Session,  # noqa: ARG001 - every work of a print job has it
    actor: Actor,  # noqa: ARG001 - the permission needs it
    digest: Digest,
    settings: PrintSettings | None = None,
) -> bytes:
    """The sheet of a digest. Raises Refused "bid_digest.empty" and what a paper too small raises."""
    return digest_pdf(digest, settings)


@requires(Permission.BID_SEE)
def detail(session: Session, actor: Actor, digest_id: int) -> DigestDetail:
    """The digest of that id; Refused "record.gone"."""
    item = records.load(session, BidDigest, digest_id)
    department = session.get(Department, item.department_id) if item.department_id is not None else None
    told = select(BidLead.province, BidLead.title).where(BidLead.digest_id == digest_id)
    titles = session.execute(told.order_by(BidLead.province, BidLead.id)).all()
    return DigestDetail(
        item.id, item.number, item.from_on, item.to_on, item.leads, item.fresh, item.made_by_name,
        department.name if department is not None else "",
        files=tuple(attachments.of(session, actor, "bid_digest", digest_id)),
        titles=tuple(f"{row.province}　{row.title}" for row in titles),
        history=tuple(audit.history(session, actor, "bid_digest", digest_id)),
    )  # fmt: skip


def rows(digest: Digest) -> Iterator[tuple[object, ...]]:
    """The digest as a table, a notice a row, under `HEADINGS`."""
    for lead in digest.leads:
        yield (
            "新" if lead.fresh else "", lead.province, lead.department, lead.title, lead.owner, lead.budget,
            lead.published_on, lead.register_until, lead.deadline_on, lead.link,
        )  # fmt: skip
