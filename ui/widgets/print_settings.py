"""Paper and offset of one kind of print: fields in the preview, remembered per form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QWidget

from services.reports.paper import A3_LANDSCAPE, A4, A4_LANDSCAPE, A5_LANDSCAPE, VOUCHER, Paper, PrintSettings
from ui.state import Desk

KNOWN = {paper.name: paper for paper in (VOUCHER, A5_LANDSCAPE, A4, A4_LANDSCAPE, A3_LANDSCAPE)}
OWN = "own"
_SIZE = re.compile(r"(\d+)×(\d+)")

translate = QCoreApplication.translate


class PrintSettingsBar(QWidget):
    """Paper, own size, offset in millimetres; `changed` comes with every change."""

    changed = Signal()

    def __init__(self, desk: Desk, form: str, papers: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._key = desk, f"print.{form}"
        self.paper = QComboBox(self)
        self.paper.setObjectName("field.paper")
        self.paper.setAccessibleName(translate("Print", "Paper"))
        for name in papers:
            self.paper.addItem(paper_words(name), name)
        self.paper.addItem(translate("Print", "Own size"), OWN)
        self.width_mm = self._spin("width", translate("Print", "Width in mm"), 60, 1000)
        self.height_mm = self._spin("height", translate("Print", "Height in mm"), 60, 1000)
        self.offset_x = self._spin("offset_x", translate("Print", "Offset to the right in mm"), -30, 30)
        self.offset_y = self._spin("offset_y", translate("Print", "Offset downwards in mm"), -30, 30)
        self._times = QLabel("×", self)
        self._lay_out()
        self._restore(papers)
        self.paper.currentIndexChanged.connect(self._changed)
        for spin in (self.width_mm, self.height_mm, self.offset_x, self.offset_y):
            spin.valueChanged.connect(self._changed)

    def settings(self) -> PrintSettings:
        """What is chosen."""
        return PrintSettings(self._paper(), _decimal(self.offset_x), _decimal(self.offset_y))

    def _paper(self) -> Paper:
        name = str(self.paper.currentData())
        return _known(name) or Paper(name, _decimal(self.width_mm), _decimal(self.height_mm))

    def _spin(self, name: str, words: str, least: int, most: int) -> QDoubleSpinBox:
        spin = QDoubleSpinBox(self)
        spin.setObjectName(f"field.{name}")
        spin.setAccessibleName(words)
        spin.setToolTip(words)
        spin.setRange(least, most)
        spin.setDecimals(1)
        spin.setSingleStep(1)
        spin.setSuffix(" mm")
        spin.setKeyboardTracking(False)
        spin.setFixedWidth(104)
        return spin

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.paper, self.width_mm, self._times, self.height_mm):
            row.addWidget(widget)
        offset = QLabel(translate("Print", "Offset →↓"), self)
        offset.setProperty("role", "muted")
        for one in (offset, self.offset_x, self.offset_y):
            row.addWidget(one)

    def _restore(self, papers: Sequence[str]) -> None:
        kept: dict[str, Any] = self._desk.prefs.get(self._key, {})
        self.paper.setCurrentIndex(max(self.paper.findData(kept.get("paper", papers[0])), 0))
        self.width_mm.setValue(int(kept.get("width", 2400)) / 10)
        self.height_mm.setValue(int(kept.get("height", 1400)) / 10)
        self.offset_x.setValue(int(kept.get("x", 0)) / 10)
        self.offset_y.setValue(int(kept.get("y", 0)) / 10)
        self._show_size()

    def _show_size(self) -> None:
        own = self.paper.currentData() == OWN
        for widget in (self.width_mm, self._times, self.height_mm):
            widget.setVisible(own)

    def _changed(self) -> None:
        self._show_size()
        kept = {
            "paper": self.paper.currentData(),
            "width": _tenths(self.width_mm),
            "height": _tenths(self.height_mm),
            "x": _tenths(self.offset_x),
            "y": _tenths(self.offset_y),
        }
        self._desk.prefs.put(self._key, kept)
        self.changed.emit()


def _known(name: str) -> Paper | None:
    """A paper by its name; a label's is its size in millimetres: 50×30."""
    size = _SIZE.fullmatch(name)
    if size is None or name in KNOWN:
        return KNOWN.get(name)
    return Paper(name, Decimal(size[1]), Decimal(size[2]))


def paper_words(name: str) -> str:
    """A paper's name for people."""
    words = {
        VOUCHER.name: translate("Print", "Voucher 240 × 140 mm"),
        A5_LANDSCAPE.name: translate("Print", "A5 landscape"),
        A4.name: translate("Print", "A4"),
        A4_LANDSCAPE.name: translate("Print", "A4 landscape"),
        A3_LANDSCAPE.name: translate("Print", "A3 landscape"),
    }
    return words.get(name) or (f"{name.replace('×', ' × ')} mm" if _SIZE.fullmatch(name) else name)


def _tenths(spin: QDoubleSpinBox) -> int:
    return round(spin.value() * 10)


def _decimal(spin: QDoubleSpinBox) -> Decimal:
    return Decimal(_tenths(spin)) / 10
