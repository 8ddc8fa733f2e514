"""充值名单: the cards of a recurring paper with amounts, their sum in capitals, and a column to sign in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from services.errors import Refused
from services.money import format_money
from services.reports.paper import A4, PrintSettings, check_settings
from services.reports.sheet import MIN_SIDE_MM, Sheet, SheetColumn

COLUMNS = (
    SheetColumn("序号", 6, "centre"),
    SheetColumn("卡号（项目）", 26),
    SheetColumn("持卡人", 12),
    SheetColumn("部　门", 15),
    SheetColumn("金　额（元）", 15, "right", summed=True),
    SheetColumn("备　注", 18),
    SheetColumn("签　收", 16),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One card as printed; `amount` in yuan."""

    label: str
    holder: str
    department: str
    amount: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class TopUpList:
    """The list of one period as printed."""

    company: str
    name: str
    title: str
    period: str
    cards: tuple[Card, ...]
    total: Decimal
    capitals: str
    made_by: str


def top_up_pdf(lists: Sequence[TopUpList], settings: PrintSettings | None = None) -> bytes:
    """Print the lists, each from a page of its own, by default on upright A4; the same input, the same bytes.

    Raises Refused "print.nothing", and what `sheet_pdf` raises about the paper.
    """
    settings = settings or PrintSettings(A4)
    if not lists:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.list_form import (  # reportlab is imported when something is printed
        Ending,
        draw_list,
    )
    from services.reports.pen import Pen

    pen = Pen(settings, title=lists[0].name, author=lists[0].company)
    for one in lists:
        signatures = (f"编制人：{one.made_by}", "审核人：", "经办人：", "日期：")
        draw_list(pen, _sheet(one), Ending("", one.capitals, signatures))
    return pen.finish()


def _sheet(one: TopUpList) -> Sheet:
    rows = [
        (str(place), card.label, card.holder, card.department, format_money(card.amount), card.note, "")
        for place, card in enumerate(one.cards, start=1)
    ]
    return Sheet(
        title=one.name.removesuffix("充值") + one.title,
        columns=COLUMNS,
        rows=rows,
        company=one.company,
        subtitle=f"所属期间：{one.period}",
        totals=("", f"合计 {len(rows)} 张", "", "", format_money(one.total), "", ""),
        footer=one.made_by,
    )
