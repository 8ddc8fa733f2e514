"""证照时间轴: the coming eighteen months on A4 landscape, a bar a certificate; months on top, today as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.reports.paper import A4_LANDSCAPE, PrintSettings, check_settings

if TYPE_CHECKING:
    from services.certificate_timeline import Timeline

MIN_WIDTH_MM, MIN_HEIGHT_MM = 250, 180


def timeline_pdf(timeline: Timeline, settings: PrintSettings | None = None) -> bytes:
    """Print the timeline, by default on A4 landscape, on as many pages as its certificates need.

    Raises Refused "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4_LANDSCAPE)
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.certificate_timeline_draw import (
        draw_timeline,
    )  # reportlab is imported when it is printed
    from services.reports.pen import Pen

    pen = Pen(settings, title="证照时间轴", author=timeline.company)
    draw_timeline(pen, timeline)
    return pen.finish()
