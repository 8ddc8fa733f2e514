"""The tab rail: icon and word, groups, badges; folds to icons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import fonts, icons, theme
from ui.registry import Page

WIDTH = 208
FOLDED = 60
ICON = QSize(18, 18)
BADGE = 18
_BADGE_EDGE = 6
_WORDS_FROM = 40  # where the words begin, after the icon


class TabButton(QPushButton):
    """One tab; the badge counts what waits for this user."""

    def __init__(self, page: Page, shortcut: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"tab.{page.name}")
        self.setCheckable(True)
        self.setProperty("role", "tab")
        self.setIcon(icons.icon(page.icon, "rail"))
        self.setIconSize(ICON)
        self._words, self._shortcut = page.words(), shortcut
        self._count = 0
        self._folded = False
        self.fold(folded=False)
        self.toggled.connect(lambda _on: self._write())

    def count(self, number: int) -> None:
        """Show that `number` papers wait; nothing for none."""
        self._count = number
        self._name()
        self._write()
        self.update()

    def fold(self, *, folded: bool) -> None:
        self._folded = folded
        self._write()
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        """The words as far as the badge leaves room for them."""
        room = self.width() - _WORDS_FROM - (self._badge_width() + _BADGE_EDGE + 2 if self._count else 0)
        metrics = QFontMetrics(fonts.sized(13, bold=self.isChecked()))
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText("" if self._folded else f"  {words}")

    def _badge_width(self) -> int:
        metrics = QFontMetrics(fonts.sized(11, bold=True))
        return max(BADGE, metrics.horizontalAdvance(self._badge()) + 10)

    def _badge(self) -> str:
        return "99+" if self._count > 99 else str(self._count)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            self._paint_badge(QPainter(self), self._badge())

    def _name(self) -> None:
        waiting = self.tr("{count} waiting").format(count=self._count) if self._count else ""
        self.setAccessibleName(f"{self._words}, {waiting}" if waiting else self._words)
        self.setToolTip(f"{self._words}  {self._shortcut}".strip())

    def _paint_badge(self, painter: QPainter, text: str) -> None:
        tone = theme.current().amber
        painter.setFont(fonts.sized(11, bold=True))
        wide = self._badge_width()
        folded = not self.text()
        place = QRect(
            self.width() - wide - (0 if folded else _BADGE_EDGE),
            0 if folded else (self.height() - BADGE) // 2,
            wide,
            BADGE,
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone.fill)
        painter.drawRoundedRect(place, BADGE / 2, BADGE / 2)
        painter.setPen(tone.text)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Group(QToolButton):
    """The heading of some tabs; a click hides them or brings them back."""

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.tabs: list[TabButton] = []
        self.setObjectName(f"group.{name.lower()}")
        self.setProperty("role", "rail-group")
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(12, 12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _open: self.show_tabs())
        self.show_tabs()

    def show_tabs(self, *, always: bool = False) -> None:
        """The tabs as the heading says; `always` where there is no heading to click."""
        self.setIcon(icons.icon("chevron-down" if self.isChecked() else "chevron-right", "muted"))
        for tab in self.tabs:
            tab.setVisible(always or self.isChecked())


class Rail(QFrame):
    """The tabs this user may open, and below them who is signed in."""

    chosen = Signal(str)
    folded_changed = Signal(bool)
    closed_changed = Signal(list)  # the groups whose tabs are hidden

    def __init__(
        self, pages: Sequence[Page], user: str, roles: Sequence[str], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("role", "rail")
        self._tabs: dict[str, TabButton] = {}
        self._scroll = QScrollArea(self)
        self._groups: list[Group] = []
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(True)
        self._title = QLabel(self.tr("OpsDesk"), self)
        self._title.setFont(fonts.sized(16, bold=True))
        self._fold = QToolButton(self)
        self._fold.setObjectName("action.fold_rail")
        self._fold.setIcon(icons.icon("panel-left", "muted"))
        self._fold.setAccessibleName(self.tr("Fold the tabs to icons"))
        self._fold.setToolTip(self.tr("Fold the tabs to icons") + "  Ctrl+B")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._set_folded)
        self.user = _user_button(user, roles, self)
        together = self.tr(", ").join(roles)
        self._user_words = f"  {user} · {together}" if roles else f"  {user}"
        self._lay_out(pages)

    def select(self, name: str) -> None:
        """Show which tab is open."""
        if name in self._tabs:
            self._tabs[name].setChecked(True)
            for group in self._groups:
                if self._tabs[name] in group.tabs:
                    group.setChecked(True)
            QTimer.singleShot(0, self, partial(self._reveal, name))  # once tabs just shown have their places

    def _reveal(self, name: str) -> None:
        self._scroll.ensureWidgetVisible(self._tabs[name], 0, self._tabs[name].height())

    def count(self, name: str, number: int) -> None:
        """Show how much waits on a tab."""
        if name in self._tabs:
            self._tabs[name].count(number)

    def set_folded(self, *, folded: bool) -> None:
        self._fold.setChecked(folded)
        self._set_folded(folded)

    def set_closed(self, groups: Sequence[str]) -> None:
        """Hide the tabs of these groups, named by their English words."""
        for group in self._groups:
            group.setChecked(group.name not in groups)

    def toggle_folded(self) -> None:
        self._fold.toggle()

    def _lay_out(self, pages: Sequence[Page]) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(22, 12, 10, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._fold)
        body = QWidget(self)
        body.setProperty("role", "body")
        tabs = QVBoxLayout(body)
        tabs.setContentsMargins(10, 0, 10, 0)
        tabs.setSpacing(2)
        self._add_tabs(pages, tabs)
        tabs.addStretch(1)
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 10, 0)
        foot.addWidget(self.user)
        column.addLayout(foot)

    def _add_tabs(self, pages: Sequence[Page], column: QVBoxLayout) -> None:
        number = 0
        for name, members in groupby(pages, key=lambda page: page.group):
            group = self._add_group(name, column) if name else None
            for page in members:
                number += 1
                button = TabButton(page, f"Ctrl+{number}" if number < 10 else "", self)
                button.clicked.connect(lambda _checked=False, name=page.name: self.chosen.emit(name))
                self._buttons.addButton(button)
                self._tabs[page.name] = button
                column.addWidget(button)
                if group is not None:
                    group.tabs.append(button)

    def _add_group(self, name: str, column: QVBoxLayout) -> Group:
        group = Group(name, QCoreApplication.translate("Page", name), self)
        group.toggled.connect(lambda _open: self.closed_changed.emit(self._closed()))
        self._groups.append(group)
        column.addWidget(group)
        return group

    def _closed(self) -> list[str]:
        return [group.name for group in self._groups if not group.isChecked()]

    def _set_folded(self, folded: bool) -> None:
        self.setFixedWidth(FOLDED if folded else WIDTH)
        self._title.setVisible(not folded)
        for group in self._groups:
            group.setVisible(not folded)
            group.show_tabs(always=folded)
        for button in self._tabs.values():
            button.fold(folded=folded)
        room = WIDTH - 72
        words = self.user.fontMetrics().elidedText(self._user_words, Qt.TextElideMode.ElideRight, room)
        self.user.setText("" if folded else words)
        self.folded_changed.emit(folded)


def _user_button(user: str, roles: Sequence[str], parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setObjectName("action.user_menu")
    button.setProperty("role", "tab")
    button.setIcon(icons.icon("user", "muted"))
    button.setIconSize(ICON)
    button.setAccessibleName(", ".join([user, *roles]))
    button.setToolTip(" · ".join([user, *roles]))
    return button
