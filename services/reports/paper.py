"""Sheets of paper and how a form sits on them; all measures in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from services.errors import Refused

FARTHEST_OFFSET = Decimal(30)
LARGEST_SIDE = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as it lies before the reader: width × height in millimetres."""

    name: str
    width_mm: Decimal
    height_mm: Decimal


VOUCHER = Paper("240×140", Decimal(240), Decimal(140))
A5_LANDSCAPE = Paper("A5", Decimal(210), Decimal(148))
A4 = Paper("A4", Decimal(210), Decimal(297))
A4_LANDSCAPE = Paper("A4 landscape", Decimal(297), Decimal(210))
A3_LANDSCAPE = Paper("A3 landscape", Decimal(420), Decimal(297))
PAPERS = (VOUCHER, A5_LANDSCAPE, A4)


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """Paper and the correction, in millimetres, for a printer that feeds off centre (right and down are plus)."""

    paper: Paper = VOUCHER
    offset_x_mm: Decimal = Decimal(0)
    offset_y_mm: Decimal = Decimal(0)


def check_settings(settings: PrintSettings, *, min_width: int, min_height: int) -> None:
    """Refuse paper that the form, ``min_width`` × ``min_height`` mm, cannot be printed on.

    Raises:
        Refused: ``print.paper_too_small`` (width, height, min_width, min_height), ``print.paper_too_large``
            (largest), ``print.offset_too_far`` (farthest), all in millimetres.
    """
    sides = (settings.paper.width_mm, settings.paper.height_mm)
    if not all(side.is_finite() and side <= LARGEST_SIDE for side in sides):
        raise Refused("print.paper_too_large", field="paper", largest=LARGEST_SIDE)
    if sides[0] < min_width or sides[1] < min_height:
        raise Refused(
            "print.paper_too_small",
            field="paper",
            width=sides[0],
            height=sides[1],
            min_width=min_width,
            min_height=min_height,
        )
    for field in ("offset_x_mm", "offset_y_mm"):
        offset: Decimal = getattr(settings, field)
        if not offset.is_finite() or abs(offset) > FARTHEST_OFFSET:
            raise Refused("print.offset_too_far", field=field, farthest=FARTHEST_OFFSET)
