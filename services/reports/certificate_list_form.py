"""证照一览表: every certificate in use, on A4 landscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.reports.paper import A4_LANDSCAPE, PrintSettings
from services.reports.sheet import Align, Sheet, SheetColumn, sheet_pdf

if TYPE_CHECKING:
    from services.certificate_lists import CertificateList

_WIDE: dict[str, tuple[int, Align]] = {
    "序号": (5, "centre"), "类别": (9, "left"), "证照名称": (22, "left"), "证号": (21, "left"), "持有人": (15, "left"),
    "发证机关": (18, "left"), "等级/范围": (18, "left"), "有效期起": (11, "centre"), "有效期至": (11, "centre"),
    "剩余天数": (8, "right"), "状态": (7, "centre"), "正本": (5, "centre"), "正本存放": (13, "left"),
    "副本": (5, "centre"), "副本存放": (13, "left"), "借出": (14, "left"),
}  # fmt: skip


def certificate_list_pdf(found: CertificateList, settings: PrintSettings | None = None) -> bytes:
    """Print the list, by default on A4 landscape; the same input, the same bytes. Raises what `sheet_pdf` raises."""
    sheet = Sheet(
        title="证照资质一览表",
        columns=tuple(SheetColumn(label, weight, align) for label, (weight, align) in _WIDE.items()),
        rows=[[_text(cell) for cell in row.cells(place)] for place, row in enumerate(found.rows, start=1)],
        company=f"单位：{found.company}",
        subtitle=f"截止日期：{found.on:%Y年%m月%d日}　　在用证照 {len(found.rows)} 件",
        footer="剩余天数为负数的，有效期已过",
        ending=(f"编制人：{found.made_by}　　　　　　审核人：　　　　　　　　　　档案管理员：",),
    )
    return sheet_pdf(sheet, settings or PrintSettings(A4_LANDSCAPE))


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
