"""Filter chips with counts: one row, one chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.icons import icon

HEIGHT = 36
GAP = 8
MORE = 32  # the button for what finds no room
UNKNOWN = "…"
_BORDERS = 28  # the style sheet's padding and border left and right

translate = QCoreApplication.translate


class Chip(QPushButton):
    """A word and a count; wide enough for both in bold, so that choosing it moves nothing."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.name, self._label = name, label
        self.setObjectName(f"chip.{name}")
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.set_count(None, counted=False)

    def set_count(self, count: int | None, *, counted: bool = True) -> None:
        """The number after the word: "…" until it is known, nothing where nothing is counted."""
        shown = f"{count:,}" if count is not None else UNKNOWN if counted else ""
        self.setText(f"{self._label} {shown}".strip())
        self.setAccessibleName(self.text())
        self.measure()

    def measure(self) -> None:
        """Take the width of the bold text."""
        font = self.font()
        font.setBold(True)
        self.setFixedWidth(QFontMetrics(font).horizontalAdvance(self.text()) + _BORDERS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the bar's, which goes round and chooses
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.measure()


class ChipBar(QScrollArea):
    """Chips side by side from the left; those that find no room are in a menu. Arrow keys choose."""

    chips_changed = Signal(str)  # the name chosen by the user

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._chosen)
        self._chips: dict[str, Chip] = {}
        self._more = self._more_button()

    def _more_button(self) -> QToolButton:
        more = QToolButton(self)
        more.setObjectName("action.more_chips")
        more.setIcon(icon("chevron-down", "muted"))
        more.setAccessibleName(translate("Register page", "All of these lists"))
        more.setToolTip(more.accessibleName())
        more.clicked.connect(lambda: self.menu().popup(more.mapToGlobal(more.rect().bottomLeft())))
        more.hide()
        return more

    def menu(self) -> QMenu:
        """All chips to choose from, also those out of sight."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for chip in self._chips.values():
            action = menu.addAction(chip.text().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.triggered.connect(chip.click)
        return menu

    def sizeHint(self) -> QSize:
        return QSize(max(self._whole_width(), 0), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The menu's button stands where chips find no room; each is whole or in the menu, the chosen one is seen."""
        if self.widget() is None:
            return
        short = self._whole_width() > self.width()
        self._more.setVisible(short)
        self.setViewportMargins(0, 0, MORE if short else 0, 0)
        left = self.width() - (MORE if short else 0) - 2
        chosen = self._chips.get(self.selected())
        if chosen is not None:
            left -= chosen.width() + GAP
        for chip in self._chips.values():
            left -= 0 if chip is chosen else chip.width() + GAP
            chip.setVisible(chip is chosen or not short or left >= -GAP)
        used = sum(chip.width() + GAP for chip in self._chips.values() if not chip.isHidden())
        self._more.setGeometry(min(used, self.width() - MORE) + 4, 2, MORE - 4, HEIGHT - 4)
        self.horizontalScrollBar().setValue(0)

    def _whole_width(self) -> int:
        return sum(chip.width() + GAP for chip in self._chips.values()) - GAP + 2

    def set_chips(self, chips: Sequence[tuple[str, str]], *, counted: bool = True) -> None:
        """Name and translated label of each, in order; the first is chosen. Counts are unknown until set."""
        body = QWidget()
        body.setProperty("role", "body")
        row = QHBoxLayout(body)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(GAP)
        self._chips = {name: Chip(name, label) for name, label in chips}
        for chip in self._chips.values():
            chip.set_count(None, counted=counted)
            self._group.addButton(chip)
            row.addWidget(chip)
        row.addStretch()
        self.setWidget(body)
        if chips:
            self.select(chips[0][0])

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Numbers by name; names that are no chips are left out."""
        for name, count in counts.items():
            if name in self._chips:
                self._chips[name].set_count(count)
        self._settle()

    def _settle(self) -> None:
        body = self.widget()
        layout = body.layout() if body else None
        if layout is not None:
            layout.activate()  # the chips have other widths now
        self.updateGeometry()
        self._arrange()

    def forget_counts(self) -> None:
        """The numbers are being counted again."""
        for chip in self._chips.values():
            chip.set_count(None)

    def select(self, name: str) -> None:
        """Choose a chip without a signal."""
        if name in self._chips:
            self._chips[name].setChecked(True)
            self._arrange()

    def selected(self) -> str:
        """The chosen chip's name, "" where there are no chips."""
        return next((name for name, chip in self._chips.items() if chip.isChecked()), "")

    def _chosen(self, chip: Chip) -> None:
        self._arrange()
        self.chips_changed.emit(chip.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(event.key())
        names = list(self._chips)
        if step is None or not names:
            super().keyPressEvent(event)
            return
        chip = self._chips[names[(names.index(self.selected()) + step) % len(names)]]
        chip.click()
        chip.setFocus(Qt.FocusReason.TabFocusReason)
