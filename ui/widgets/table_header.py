"""The header of a register: bold muted labels, an arrow where it is sorted, a menu that chooses columns."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ui import theme
from ui.widgets.row_painter import PADDING, PILL_PADDING, Column, Writer, draw_arrow
from ui.widgets.table_model import ColumnSpec, Kind

HEADER_HEIGHT = 40
ARROW = 12
SHRINK = Fraction(4, 5)  # of their usual width, on a narrow screen
LEAST_STRETCHED = 90
TIGHT = 4  # left and right of a text where there is little room
APART = 12  # at least, between a number and the word to its right


class TableHeader(QHeaderView):
    """Painted on nothing, so that the pane's round corner shows. Knows the columns, and fits them to the width."""

    sort_requested = Signal(str, bool)  # column name, descending
    columns_changed = Signal()  # width, order or choice, by the user

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("table.header")
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(HEADER_HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._sorted: tuple[str, bool] | None = None
        self._writer: Writer | None = None
        self._specs: tuple[ColumnSpec, ...] = ()
        self._fitting = False
        self._padding = PADDING
        self._own_widths = False  # the user's, which nobody changes behind him
        self._gone: set[int] = set()  # chosen, but there is no room for them
        self._kept: set[str] = set()  # spare ones that the user wants to see all the same
        self.sectionClicked.connect(self._clicked)
        self.sectionResized.connect(self._resized)
        self.sectionMoved.connect(self._moved)
        self.customContextMenuRequested.connect(lambda at: self.column_menu().popup(self.mapToGlobal(at)))

    # columns

    def set_columns(self, specs: tuple[ColumnSpec, ...]) -> None:
        """Take over these columns, in their own order and widths, unless they are the ones already there."""
        if specs == self._specs:
            return
        self._specs = specs
        self._own_widths = False
        self._gone, self._kept = set(), set()
        self._fitting = True
        for section, spec in enumerate(specs):
            self.moveSection(self.visualIndex(section), section)
            self.resizeSection(section, spec.width)
            self.setSectionHidden(section, spec.hidden)
            # the stretched one has no edge to drag: it takes what the others leave
            fixed = QHeaderView.ResizeMode.Fixed if spec.stretch else QHeaderView.ResizeMode.Interactive
            self.setSectionResizeMode(section, fixed)
        self._fitting = False
        self.fit()

    def fit(self) -> None:
        """Give the stretched column what the others leave; where that is too little, it gives way, then they do."""
        stretched = next((n for n, spec in enumerate(self._specs) if spec.stretch), None)
        if self._fitting or stretched is None or self.isSectionHidden(stretched):
            return
        self._fitting = True
        self._give_way(stretched)
        room, least = self.viewport().width(), self._specs[stretched].width
        if not any(spec.spare for spec in self._specs):
            least = min(least, LEAST_STRETCHED)
        others = [n for n in range(len(self._specs)) if n != stretched and not self.isSectionHidden(n)]
        if not self._own_widths:
            self._share(others, room - least)
        left = room - sum(map(self.sectionSize, others))
        self.resizeSection(stretched, max(left, least))
        self._fitting = False

    def _give_way(self, stretched: int) -> None:
        """Spare columns go while the stretched one would be narrower than its own width, and come back after."""
        self._padding = TIGHT
        chosen = [n for n in range(len(self._specs)) if n != stretched and self._is_chosen(n)]
        spare = [n for n in chosen if self._specs[n].spare and self._specs[n].name not in self._kept]
        needed = {n: self._needed_width(n) for n in chosen}
        room = self.viewport().width() - self._specs[stretched].width
        gone = set[int]()
        for n in sorted(spare, key=lambda n: self._specs[n].spare):
            if sum(needed.values()) > room:
                gone.add(n)
                del needed[n]
        for n in gone ^ self._gone:
            self.setSectionHidden(n, n in gone)
        self._gone = gone

    def _is_chosen(self, section: int) -> bool:
        return section in self._gone or not self.isSectionHidden(section)

    def _needed_width(self, section: int) -> int:
        if not self._own_widths:
            return self._usual_width(section)
        return self.sectionSize(section) or self._specs[section].width

    def _share(self, sections: list[int], room: int) -> None:
        """Their usual widths; on a narrow screen with less around the texts, then in proportion to what each can spare."""
        for self._padding in range(PADDING, TIGHT - 1, -1):
            usual = {n: self._usual_width(n) for n in sections}
            if sum(usual.values()) <= room:
                break
        spare = {n: usual[n] - self.least_width(n) for n in sections}
        over = max(sum(usual.values()) - room, 0)
        share = min(Fraction(over, max(sum(spare.values()), 1)), Fraction(1))
        for n in sections:
            self.resizeSection(n, usual[n] - ceil(spare[n] * share))

    def _usual_width(self, section: int) -> int:
        usual = self._specs[section].width - 2 * (PADDING - self._padding) + self._after(section)
        return max(usual, self.least_width(section))

    def _after(self, section: int) -> int:
        """What a number keeps free on its right beside the padding, so that the next word does not touch it."""
        if self._specs[section].align != "right":
            return 0
        shown = [n for n in self._in_order() if not self.isSectionHidden(n)]
        following = shown[shown.index(section) + 1 :] if section in shown else []
        if not following or self._specs[following[0]].align == "right":
            return 0
        return max(APART - 2 * self._padding, 0)

    def _in_order(self) -> list[int]:
        return sorted(range(len(self._specs)), key=self.visualIndex)

    def least_width(self, section: int) -> int:
        """So narrow that the heading and all its words can still be read."""
        spec, writer = self._specs[section], self.writer()
        arrow = ARROW if self._sorted is not None and self._sorted[0] == spec.name else 0
        heading = ceil(writer.width(spec.label)) + arrow + 2 * self._padding + self._after(section)
        around = 2 * PILL_PADDING + self._padding if spec.kind == Kind.STATE else 2 * self._padding
        words = max((ceil(writer.width(one)) + around for one in spec.words), default=0)
        return max(heading, words, int(spec.width * SHRINK), self.minimumSectionSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def visible_columns(self) -> list[Column]:
        """From left to right, where they are on the screen."""
        return [
            Column(
                n, self.sectionViewportPosition(n), self.sectionSize(n), self._specs[n], self._padding, self._after(n)
            )
            for n in self._in_order()
            if not self.isSectionHidden(n)
        ]  # fmt: skip

    def chosen_names(self) -> tuple[str, ...]:
        """The columns from left to right, with those that find no room on this screen."""
        return tuple(self._specs[n].name for n in self._in_order() if self._is_chosen(n))

    def columns_state(self) -> dict[str, Any]:
        """Order, widths and hidden columns by name, fit for JSON."""
        return {
            "order": [self._specs[n].name for n in self._in_order()],
            "widths": self._widths() if self._own_widths else {},
            "hidden": [spec.name for n, spec in enumerate(self._specs) if not self._is_chosen(n)],
            "kept": sorted(self._kept),
        }

    def _widths(self) -> dict[str, int]:
        shown = [n for n, spec in enumerate(self._specs) if not spec.stretch and not self.isSectionHidden(n)]
        return {self._specs[n].name: self.sectionSize(n) for n in shown}

    def restore_columns(self, state: dict[str, Any]) -> None:
        """Bring back what `columns_state` gave; names that are gone are skipped, new columns stay as they are."""
        places = {spec.name: n for n, spec in enumerate(self._specs)}
        self._fitting = True
        known = [name for name in state.get("order", []) if name in places]
        for target, name in enumerate(known):
            self.moveSection(self.visualIndex(places[name]), target)
        self._own_widths = bool(state.get("widths"))
        self._gone, self._kept = set(), set(state.get("kept", ()))
        for name, width in state.get("widths", {}).items():
            if name in places:
                self.resizeSection(places[name], max(int(width), self.minimumSectionSize()))
        for name, section in places.items():
            if name in known:
                self.setSectionHidden(section, name in state.get("hidden", []))
        self._fitting = False
        self.fit()

    def column_menu(self) -> QMenu:
        """The columns to choose from; the last visible one cannot be taken away."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = len(self._specs) - self.hiddenSectionCount()
        for section, spec in enumerate(self._specs):
            action = menu.addAction(spec.label)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(shown > 1 or self.isSectionHidden(section))
            action.toggled.connect(lambda on, n=section: self.show_column(n, on))
        return menu

    def show_column(self, section: int, on: bool) -> None:
        """Show or hide a column and fit the rest."""
        self._fitting = True
        self._gone.discard(section)
        self._kept = self._kept - {self._specs[section].name} | ({self._specs[section].name} if on else set())
        self.setSectionHidden(section, not on)
        if on and self.sectionSize(section) < self.minimumSectionSize():
            self.resizeSection(section, self._specs[section].width)
        self._fitting = False
        self.fit()
        self.columns_changed.emit()

    def _resized(self) -> None:
        if not self._fitting:
            self._own_widths = True
            self.fit()
            self.columns_changed.emit()

    def _moved(self) -> None:
        if not self._fitting:
            self.columns_changed.emit()

    # the arrow

    def set_sorted(self, column: str | None, *, descending: bool = False) -> None:
        """Show the arrow at this column, or nowhere."""
        self._sorted = None if column is None else (column, descending)
        self.fit()
        self.viewport().update()

    def _clicked(self, section: int) -> None:
        spec = self._specs[section]
        if spec.sortable:
            descending = self._sorted == (spec.name, False)
            self.set_sorted(spec.name, descending=descending)
            self.sort_requested.emit(spec.name, descending)

    # painting

    def writer(self) -> Writer:
        """The header's bold font, measured."""
        if self._writer is None:
            font = self.font()
            font.setBold(True)
            self._writer = Writer(font)
        return self._writer

    def measure_again(self) -> None:
        """Measure again: the application has another font now."""
        self._writer = None
        self.fit()
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        now, writer = theme.current(), self.writer()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, now.line)
        arrow = self._sorted is not None and self._sorted[0] == self._specs[section].name
        room = rect.width() - 2 * self._padding - self._after(section) - (ARROW if arrow else 0)
        text = writer.fitted(str(self.model().headerData(section, self.orientation())), room)
        align = self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        free = room - writer.width(text)
        flag = Qt.AlignmentFlag
        share = 1.0 if align & flag.AlignRight else 0.5 if align & flag.AlignHCenter else 0.0
        left = rect.left() + self._padding + max(free, 0) * share
        painter.setFont(writer.font)
        painter.setPen(now.ink if arrow else now.muted)
        painter.drawText(QPointF(left, round(rect.center().y() + writer.baseline)), text)
        if arrow and self._sorted is not None:
            draw_arrow(
                painter,
                left + writer.width(text) + 6,
                rect.center().y(),
                down=self._sorted[1],
                colour=now.ink,
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        end = self.length() - self.offset()
        if end < self.width():  # the line goes on to the edge where the columns end before it
            painter.fillRect(end, self.height() - 1, self.width() - end, 1, theme.current().line)
        painter.end()
