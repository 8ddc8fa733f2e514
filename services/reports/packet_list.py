"""经费报销清单: the papers of a packet with their sum in capitals and places to sign, and the way to PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.errors import Refused
from services.money import format_money
from services.reports.paper import A4, PrintSettings, check_settings
from services.reports.sheet import MIN_SIDE_MM, Sheet, SheetColumn

COLUMNS = (
    SheetColumn("序号", 5, "centre"),
    SheetColumn("单据编号", 14),
    SheetColumn("日　期", 11, "centre"),
    SheetColumn("报销人", 10),
    SheetColumn("事　由", 33),
    SheetColumn("发票张数", 8, "right"),
    SheetColumn("金　额（元）", 14, "right", summed=True),
)


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper as printed; `amount` in yuan."""

    number: str
    day: date
    claimant: str
    purpose: str
    invoices: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PacketList:
    """A packet as printed; `draft` until it was lodged."""

    company: str
    number: str
    title: str
    source: str
    body: str
    day: date
    lines: tuple[PaperLine, ...]
    total: Decimal
    capitals: str
    made_by: str
    lodged_with: str = ""
    draft: bool = False


def packet_pdf(packets: Sequence[PacketList], settings: PrintSettings | None = None) -> bytes:
    """Print the lists, each from a page of its own, by default on upright A4; the same input, the same bytes.

    Raises Refused "print.nothing", "packet.empty", and what `sheet_pdf` raises about the paper.
    """
    settings = settings or PrintSettings(A4)
    if not packets:
        raise Refused("print.nothing")
    if not all(packet.lines for packet in packets):
        raise Refused("packet.empty")
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.list_form import (  # reportlab is imported when something is printed
        Ending,
        draw_list,
    )
    from services.reports.pen import Pen

    pen = Pen(settings, title=packets[0].number, author=packets[0].company)
    for packet in packets:
        draw_list(pen, sheet_of(packet), Ending(packet.number, packet.capitals, _signatures(packet)))
    return pen.finish()


def sheet_of(packet: PacketList) -> Sheet:
    """The table of the list."""
    rows = [
        (
            str(place),
            line.number,
            line.day.isoformat(),
            line.claimant,
            line.purpose,
            str(line.invoices),
            format_money(line.amount),
        )
        for place, line in enumerate(packet.lines, start=1)
    ]
    invoices = sum(line.invoices for line in packet.lines)
    day = f"{packet.day.year} 年 {packet.day.month} 月 {packet.day.day} 日"
    return Sheet(
        title="经费报销清单" + ("（未送交）" if packet.draft else ""),
        columns=COLUMNS,
        rows=rows,
        company=packet.company,
        subtitle=f"清单编号：{packet.number}　　经费来源：{packet.source}　　送交单位：{packet.body}　　{day}",
        totals=("", f"合计 {len(rows)} 份", "", "", "", str(invoices), format_money(packet.total)),
        footer=packet.title,
    )


def _signatures(packet: PacketList) -> tuple[str, ...]:
    return (
        f"编制人：{packet.made_by}",
        "审核人：",
        "送交人：",
        f"接收人：{packet.lodged_with}",
        "接收日期：",
    )
