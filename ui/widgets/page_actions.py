"""What can be done on a page: as buttons, in menus, in the palette, by keys; and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from services.permissions import Permission
from ui.commands import Command
from ui.icons import icon
from ui.shortcuts import sequences
from ui.state import Desk
from ui.widgets.register_rows import RowValues
from ui.widgets.selected_rows import with_selected

if TYPE_CHECKING:
    from ui.widgets.register_page import RegisterPage

PLAIN_BUTTONS = 2  # beside "More" and the primary one

translate = QCoreApplication.translate


class Takes(StrEnum):
    """How many selected records an action works on."""

    NONE = "none"
    ONE = "one"
    MANY = "many"  # one or more
    SEVERAL = "several"  # two or more


@dataclass(frozen=True, slots=True, eq=False)
class Action:
    """Something a page can do. `label` is a source string of context "Action".

    `needs` are permissions of which one is enough; `states` are the values of the page's state column for which it
    is possible (None: all). `primary` is the one blue button; `more` puts it into the menu instead of the header;
    `pane` also shows it below the detail pane, in `danger` for what undoes.
    """

    name: str
    label: str
    run: Callable[[Any, list[int]], object]  # the page, the ids of the selected records
    icon: str = ""
    shortcut: str = ""
    needs: tuple[Permission, ...] = ()
    states: frozenset[Any] | None = None
    takes: Takes = Takes.MANY
    primary: bool = False
    more: bool = False
    pane: bool = False
    danger: bool = False

    def fits(self, rows: Sequence[RowValues], count: int, state_column: str) -> bool:
        """Whether it is possible for the selected `rows` (those in memory) of `count`."""
        if self.takes is Takes.NONE:
            return True
        if count == 0 or (self.takes is Takes.ONE and count != 1):
            return False
        if self.takes is Takes.SEVERAL and count < 2:
            return False
        if self.states is None:
            return True
        if not rows:  # of many, those never seen are asked for when it is done; a single one is on its way
            return count > 1
        return all(state_column in row and row[state_column] in self.states for row in rows)


def action_button(action: QAction, name: str, parent: QWidget) -> QPushButton:
    """A button that does what the action does, and is possible when it is."""
    made = QPushButton(action.text(), parent)
    made.setObjectName(f"button.{name}")
    made.setToolTip(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
    made.setEnabled(action.isEnabled())
    made.setAutoDefault(False)
    action.enabledChanged.connect(made.setEnabled)
    made.clicked.connect(action.trigger)
    return made


class Actions(QObject):
    """The actions of one page that this user may see, as QActions with their shortcuts."""

    def __init__(self, page: RegisterPage, desk: Desk, actions: Sequence[Action]) -> None:
        super().__init__(page)
        self._page = page
        self.specs = [action for action in actions if desk.can(*action.needs)]
        self._made = {action.name: self._make(action) for action in self.specs}

    def _make(self, spec: Action) -> QAction:
        made = QAction(translate("Action", spec.label), self._page)
        made.setObjectName(f"action.{spec.name}")
        if spec.icon:
            made.setIcon(icon(spec.icon, "red" if spec.danger else "ink"))
        if spec.shortcut:
            made.setShortcuts(sequences(spec.shortcut))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: self._run(spec))
        self._page.addAction(made)
        return made

    def _run(self, spec: Action) -> None:
        """What takes many gets every selected record, seen or not."""
        if spec.takes in (Takes.MANY, Takes.SEVERAL):
            with_selected(self._page.view, partial(spec.run, self._page))
        else:
            spec.run(self._page, self._page.view.table.selected_ids())

    def get(self, name: str) -> QAction | None:
        """The action of that name, if this user may see it."""
        return self._made.get(name)

    def update(self, rows: Sequence[RowValues], count: int, state_column: str) -> None:
        """Enable what is possible now."""
        for spec in self.specs:
            self._made[spec.name].setEnabled(spec.fits(rows, count, state_column))

    def button(self, name: str, parent: QWidget) -> QPushButton:
        """A button that does what the action does, and is possible when it is."""
        action, spec = self._made[name], next(one for one in self.specs if one.name == name)
        keys = f"  {action.shortcut().toString()}" if spec.primary and spec.shortcut else ""
        made = action_button(action, name, parent)
        made.setText(action.text() + keys)
        made.setProperty("primary", spec.primary)
        made.setProperty("danger", spec.danger)
        return made

    def menu(self, names: Sequence[str | None], parent: QWidget) -> QMenu:
        """A menu of these actions; None is a line between them."""
        menu = QMenu(parent)
        for name in names:
            if name is None:
                menu.addSeparator()
            elif name in self._made:
                menu.addAction(self._made[name])
        return menu

    def header_buttons(self, parent: QWidget) -> list[QPushButton]:
        """At most two plain ones, the menu with the rest, the primary one."""
        plain = [spec.name for spec in self.specs if not spec.primary and not spec.more]
        primary = [spec.name for spec in self.specs if spec.primary]
        menu = [spec.name for spec in self.specs if spec.more and not spec.pane and not spec.danger]
        rest: list[str | None] = [*plain[PLAIN_BUTTONS:], *menu]
        more = QPushButton(translate("Page", "More"), parent)
        more.setObjectName("button.more")
        more.setProperty("menu", True)
        more.setMenu(self.menu(rest, more))
        made = [self.button(name, parent) for name in plain[:PLAIN_BUTTONS]]
        return [*made, more, *(self.button(name, parent) for name in primary[:1])]

    def show_menu(self, where: QPoint) -> None:
        """The context menu: what is possible with the selected rows."""
        possible = [spec for spec in self.possible() if spec.takes is not Takes.NONE or spec.name == "copy"]
        names: list[str | None] = [spec.name for spec in possible if not spec.danger]
        dangers = [spec.name for spec in possible if spec.danger]
        menu = self.menu([*names, None, *dangers] if dangers else names, self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def in_pane(self) -> list[Action]:
        """What can be done now with the record in the pane."""
        return [spec for spec in self.possible() if spec.pane]

    def pane_buttons(self, pane: QWidget) -> list[QPushButton | None]:
        """Its buttons: what undoes on the left, what leads on at the right."""
        found = self.in_pane()
        left = [self.button(spec.name, pane) for spec in found if spec.danger]
        right = [self.button(spec.name, pane) for spec in found if not spec.danger]
        return [*left, None, *right]

    def possible(self) -> list[Action]:
        """What can be done now."""
        return [spec for spec in self.specs if self._made[spec.name].isEnabled()]

    def commands(self, where: str) -> list[Command]:
        """The same for the palette; `where` is the page's title."""
        return [
            Command(
                name=f"{self._page.name}.{spec.name}",
                words=self._made[spec.name].text(),
                run=self._made[spec.name].trigger,
                hint=where,
                shortcut=self._made[spec.name].shortcut().toString(),
                source=spec.label,
                icon=spec.icon,
            )
            for spec in self.possible()
        ]
