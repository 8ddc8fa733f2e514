"""职工名册: the statutory roster, on A4 landscape, with places to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.reports.paper import A4_LANDSCAPE, PrintSettings
from services.reports.sheet import Sheet, SheetColumn, sheet_pdf

if TYPE_CHECKING:
    from services.rosters import Roster

COLUMNS = (
    SheetColumn("序号", 5, "centre"),
    SheetColumn("工号", 7, "centre"),
    SheetColumn("姓　名", 9),
    SheetColumn("性别", 5, "centre"),
    SheetColumn("公民身份号码", 19),
    SheetColumn("部　门", 12),
    SheetColumn("岗　位", 12),
    SheetColumn("户籍地址", 23),
    SheetColumn("现住址", 25),
    SheetColumn("联系方式", 13),
    SheetColumn("用工形式", 9, "centre"),
    SheetColumn("用工起始时间", 11, "centre"),
    SheetColumn("劳动合同期限", 21),
)


def roster_pdf(roster: Roster, settings: PrintSettings | None = None) -> bytes:
    """Print the roster, by default on A4 landscape; the same input, the same bytes.

    Raises what `sheet_pdf` raises about the paper.
    """
    sheet = Sheet(
        title="职　工　名　册",
        columns=COLUMNS,
        rows=[
            ["" if cell is None else str(cell) for cell in row.cells(place)]
            for place, row in enumerate(roster.rows, start=1)
        ],
        company=f"用人单位：{roster.company}",
        subtitle=f"截止日期：{roster.on:%Y年%m月%d日}　　在册 {len(roster.rows)} 人",
        footer="依据《劳动合同法》第七条、《劳动合同法实施条例》第八条",
        ending=(f"编制人：{roster.made_by}　　　　　　审核人：　　　　　　　　　　用人单位（盖章）：",),
    )
    return sheet_pdf(sheet, settings or PrintSettings(A4_LANDSCAPE))
