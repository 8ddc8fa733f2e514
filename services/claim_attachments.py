"""附单据: how many attachments a paper has, whether they are files or lie on paper."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from models.attachment import Attachment
from models.expense_claim import ExpenseClaim
from models.invoice import Invoice
from services.database import Session
from services.permissions import open_to_all

_OF_PAPERS = Attachment.record_kind == ExpenseClaim.__tablename__


@open_to_all("a step of services that have checked")
def count(session: Session, claim_id: int) -> int:
    """Every invoice once, as a file or on paper, and every other file; see 会计基础工作规范 51."""
    files = select(func.count(Attachment.id)).where(_OF_PAPERS, Attachment.record_id == claim_id)
    bare = select(func.count(Invoice.id)).where(Invoice.claim_id == claim_id, without_file())
    return (session.scalar(files) or 0) + (session.scalar(bare) or 0)


def without_file(until: datetime | None = None) -> ColumnElement[bool]:
    """The condition on Invoice: its paper has no file of it. With `until`, only what was registered by then."""
    filed = select(Attachment.id).where(_OF_PAPERS, Attachment.record_id == Invoice.claim_id)
    bare = Invoice.attachment_id.is_(None) | Invoice.attachment_id.not_in(filed.correlate(Invoice))
    return bare if until is None else bare & (Invoice.created_at <= until)
