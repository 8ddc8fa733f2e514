"""办理事项一览表: every case in hand, on A4 landscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.reports.paper import A4_LANDSCAPE, PrintSettings
from services.reports.sheet import Align, Sheet, SheetColumn, sheet_pdf

if TYPE_CHECKING:
    from services.case_forms import CaseList

_WIDE: dict[str, tuple[int, Align]] = {
    "序号": (5, "centre"), "编号": (13, "left"), "类型": (9, "left"), "事项": (28, "left"), "相关证照": (18, "left"),
    "受理机关": (18, "left"), "负责人": (8, "left"), "下一步骤": (24, "left"), "步骤期限": (11, "centre"),
    "进度": (6, "centre"), "办理期限": (11, "centre"), "剩余天数": (8, "right"), "状态": (7, "centre"),
}  # fmt: skip


def case_list_pdf(found: CaseList, settings: PrintSettings | None = None) -> bytes:
    """Print the list, by default on A4 landscape; the same input, the same bytes. Raises what `sheet_pdf` raises."""
    sheet = Sheet(
        title="办理事项一览表",
        columns=tuple(SheetColumn(label, weight, align) for label, (weight, align) in _WIDE.items()),
        rows=found.rows,
        company=f"单位：{found.company}",
        subtitle=f"截止日期：{found.on:%Y年%m月%d日}　　办理中 {len(found.rows)} 件",
        footer="剩余天数为负数的，已超过办理期限",
        ending=(f"编制人：{found.made_by}　　　　　　审核人：",),
    )
    return sheet_pdf(sheet, settings or PrintSettings(A4_LANDSCAPE))
