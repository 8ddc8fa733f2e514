"""付款批次清单: the transfers of a batch with count and sum in capitals, and places to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings
from services.reports.sheet import MIN_SIDE_MM, Sheet, SheetColumn

COLUMNS = (
    SheetColumn("序号", 5, "centre"),
    SheetColumn("单据编号", 14),
    SheetColumn("收款人", 11),
    SheetColumn("开户行", 19),
    SheetColumn("账　号", 20),
    SheetColumn("金　额", 12, "right", summed=True),
    SheetColumn("备　注", 19),
)


@dataclass(frozen=True, slots=True)
class ListedPayment:
    """One transfer as printed."""

    number: str
    payee: str
    bank: str
    account: str
    amount: str
    note: str


@dataclass(frozen=True, slots=True)
class PaymentList:
    """A batch as printed; amounts are ready text in yuan."""

    company: str
    number: str
    account: str
    day: date
    lines: tuple[ListedPayment, ...]
    total: str
    capitals: str
    made_by: str
    cancelled: bool = False


def list_pdf(lists: Sequence[PaymentList], settings: PrintSettings | None = None) -> bytes:
    """Print the lists of batches, each from a page of its own, by default on upright A4.

    Raises Refused "print.nothing", and what `sheet_pdf` raises about the paper.
    """
    settings = settings or PrintSettings(A4)
    if not lists:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.pen import Pen  # reportlab is imported when something is printed
    from services.reports.sheet_form import draw_sheet

    pen = Pen(settings, title=lists[0].number, author=lists[0].company)
    for one in lists:
        draw_sheet(pen, sheet_of(one))
    return pen.finish()


def sheet_of(one: PaymentList) -> Sheet:
    """The list as a sheet: particulars above, the control line below the table, then the signatures."""
    count = len(one.lines)
    return Sheet(
        title="付款批次清单" + ("（已取消）" if one.cancelled else ""),
        columns=COLUMNS,
        rows=[
            (str(place), line.number, line.payee, line.bank, line.account, line.amount, line.note)
            for place, line in enumerate(one.lines, start=1)
        ],
        subtitle=f"批次：{one.number}　付款账户：{one.account}　付款日期：{one.day.isoformat()}",
        totals=("", f"合计 {count} 笔", "", "", "", one.total, ""),
        company=one.company,
        footer=one.number,
        ending=(
            f"付款笔数：{count} 笔　　付款金额：¥{one.total}　　大写：{one.capitals}",
            f"制单：{one.made_by}　　　　　　　　复核：　　　　　　　　　　审批：　　　　　　　　　　出纳：",
        ),
    )
