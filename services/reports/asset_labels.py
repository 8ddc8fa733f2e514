"""Asset labels 资产标签: their sizes as data, and the way to PDF."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from services.errors import Refused
from services.progress import Progress
from services.reports.paper import A4, Paper, PrintSettings, check_settings

_SIZES = Path(__file__).resolve().parents[2] / "resources" / "rules" / "label_sizes.toml"

type Mm = float


@dataclass(frozen=True, slots=True)
class AssetLabel:
    """What stands on a label; `code` is the text of the QR, the Code128 says the number."""

    code: str
    number: str
    name: str
    specification: str
    holder: str
    place: str
    start_on: date | None


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Labels of one company."""

    company: str
    labels: tuple[AssetLabel, ...]


@dataclass(frozen=True, slots=True)
class LabelSize:
    """A size of label in millimetres: one a page, or columns × rows on an A4 sheet."""

    name: str
    width: Mm
    height: Mm
    bars: bool
    columns: int = 1
    rows: int = 1
    left: Mm = 0
    top: Mm = 0
    step_x: Mm = 0
    step_y: Mm = 0

    @property
    def on_sheet(self) -> int:
        return self.columns * self.rows

    @property
    def paper(self) -> Paper:
        """The sheet it is printed on."""
        if self.on_sheet > 1:
            return A4
        return Paper(self.name, Decimal(str(self.width)), Decimal(str(self.height)))

    def corner(self, place: int) -> tuple[Mm, Mm]:
        """The top left corner of the label at a place of its sheet, the first is 0."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.step_x, self.top + row * self.step_y


@cache
def label_sizes() -> tuple[LabelSize, ...]:
    """All sizes in the order of the file."""
    return tuple(_size(row) for row in tomllib.loads(_SIZES.read_text("utf-8"))["size"])


def _size(row: Mapping[str, Any]) -> LabelSize:
    return LabelSize(**row)


def labels_pdf(
    labels: LabelSet,
    size: LabelSize,
    first: int = 1,
    settings: PrintSettings | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Print labels; on a sheet that was begun, `first` (from 1) is the first label that is still there.

    Raises Refused "print.nothing", "asset_label.first" (most), and what `check_settings` raises about the paper.
    """
    settings = settings or PrintSettings(size.paper)
    if not labels.labels:
        raise Refused("print.nothing")
    if not 1 <= first <= size.on_sheet:
        raise Refused("asset_label.first", "first", most=size.on_sheet)
    paper = size.paper
    check_settings(settings, min_width=int(paper.width_mm), min_height=int(paper.height_mm))
    from services.reports.label_pen import draw_labels  # reportlab is imported when something is printed

    return draw_labels(labels, size, first, settings, progress or Progress())
