"""招标信息周报 on A4: notices under their province and department, what is new marked, page x of y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings

if TYPE_CHECKING:
    from services.bid_digests import Digest

MIN_WIDTH_MM, MIN_HEIGHT_MM = 190, 140


def digest_pdf(digest: Digest, settings: PrintSettings | None = None) -> bytes:
    """Print a digest; the same input gives the same bytes.

    Raises Refused "bid_digest.empty", "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    if not digest.leads:
        raise Refused("bid_digest.empty")
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.bid_digest_form import (
        draw_digest,
    )  # reportlab is imported when something is printed
    from services.reports.pen import Pen

    pen = Pen(settings, title=f"招标信息周报 {digest.number}".strip(), author=digest.company)
    draw_digest(pen, digest)
    return pen.finish()
