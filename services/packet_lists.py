"""A packet's list 经费报销清单 as it is printed and exported."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select

from models.people import Company
from services.database import Session
from services.exchange import xlsx
from services.money import voucher_capitals
from services.packet_register import PacketDetail, detail
from services.permissions import Actor, Permission, requires
from services.reports.packet_list import PacketList, PaperLine

HEADINGS = (
    "序号",
    "单据编号",
    "日期",
    "报销人",
    "事由",
    "发票张数",
    "报销金额",
    "认可金额",
    "差额",
    "差额说明",
)


@requires(Permission.PACKET_SEE)
def printed(session: Session, actor: Actor, packet_id: int) -> PacketList:
    """The list of a packet. Raises Refused "record.gone"."""
    found = detail(session, actor, packet_id)
    return PacketList(
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
        number=found.number,
        title=found.title,
        source=found.source_name,
        body=found.body,
        day=found.lodged_on or found.made_on,
        lines=tuple(
            PaperLine(
                paper.number,
                paper.business_date,
                paper.claimant_name,
                paper.purpose,
                paper.invoice_count,
                paper.amount,
            )
            for paper in found.papers
        ),
        total=found.total,
        capitals=voucher_capitals(found.total),
        made_by=found.history[-1].user_name if found.history else "",
        lodged_with=found.lodged_with,
        draft=found.lodged_on is None,
    )


@requires(Permission.PACKET_SEE)
def export(session: Session, actor: Actor, packet_id: int, target: Path | BinaryIO) -> int:
    """Write the list with what was accepted as .xlsx; how many papers. Raises what `xlsx.write_table` raises."""
    found = detail(session, actor, packet_id)
    rows = [*_rows(found), _sum(found)]
    return xlsx.write_table(target, f"经费报销清单 {found.number}", HEADINGS, rows) - 1


@requires(Permission.PACKET_SEE)
def exported(session: Session, actor: Actor, packet_id: int) -> bytes:
    """The same as bytes."""
    made = BytesIO()
    export(session, actor, packet_id, made)
    return made.getvalue()


def _rows(found: PacketDetail) -> Sequence[Sequence[object]]:
    return [
        (
            place, paper.number, paper.business_date, paper.claimant_name, paper.purpose, paper.invoice_count,
            paper.amount, paper.accepted, None if paper.accepted is None else paper.refused, _note(paper.voided, paper.note),
        )
        for place, paper in enumerate(found.papers, start=1)
    ]  # fmt: skip


def _note(voided: bool, note: str) -> str:
    return "　".join(filter(None, ["已作废" if voided else "", note]))


def _sum(found: PacketDetail) -> Sequence[object]:
    invoices = sum(paper.invoice_count for paper in found.papers)
    refused: Decimal | None = None if found.accepted is None else found.refused
    return (None, "合计", None, None, voucher_capitals(found.total), invoices, found.total, found.accepted, refused, None)  # fmt: skip
