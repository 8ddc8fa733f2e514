"""Saved views of a page: lists, filters, order and columns under a name, on a button, on Alt+1 to Alt+9, in the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from services import register_views
from services.registers import Query
from ui.commands import Command
from ui.icons import icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.view_dialogs import ManageViews, NamedView, SaveView, Wished

if TYPE_CHECKING:
    from ui.widgets.register_page import RegisterPage

KEYS = 9  # views that have a key of their own
NAME_WIDTH = 132  # of a view's name on the button
_PLAIN = QT_TRANSLATE_NOOP("Views", "The list without a view")
_SAVE = QT_TRANSLATE_NOOP("Views", "Save this view…")
_MANAGE = QT_TRANSLATE_NOOP("Views", "Manage views…")

translate = QCoreApplication.translate


class SavedViews(QObject):
    """What a user has saved of one page, kept with their preferences; the first of all may open with the page."""

    def __init__(self, page: RegisterPage) -> None:
        super().__init__(page)
        self._page, self._view, self._prefs = page, page.view, page.desk.prefs
        self._key = f"views.{page.name}"
        self._active = ""
        self._shown: dict[str, Any] | None = None  # how the list looked when the view had come up
        self._slots: list[QAction] = []
        self._save, self._plain = self._acts()
        self.button = QPushButton(page)
        self.button.setObjectName("action.views")
        self.button.setIcon(icon("bookmark", "muted"))
        self.button.setProperty("menu", True)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.button.setMenu(self.menu)
        self._make_slots()
        self._view.loaded.connect(self._look)
        self._view.table.header.columns_changed.connect(self._look)
        if any(one.name == self._first() for one in self.all()):
            self.show_named(self._first())
        self._say()

    def _acts(self) -> tuple[QAction, QAction]:
        made = []
        for name, words, keys, run in (
            ("save_view", _SAVE, "Ctrl+Shift+S", self.open_save),
            ("no_view", _PLAIN, "Alt+0", self.show_plain),
        ):
            action = QAction(translate("Views", words), self._page)
            action.setObjectName(f"action.{name}")
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(run)
            self._page.addAction(action)
            made.append(action)
        return made[0], made[1]

    # what is kept

    def _kept(self) -> dict[str, Any]:
        nothing: dict[str, Any] = {}
        return self._prefs.get(self._key, nothing)

    def all(self) -> list[NamedView]:
        """The views in their order; what is no view, from whatever program, is passed over."""
        kept = self._kept().get("views")
        found = [
            NamedView(one["name"], one)
            for one in (kept if isinstance(kept, list) else [])
            if isinstance(one, dict) and isinstance(one.get("name"), str) and one["name"]
        ]
        return list({one.name: one for one in found}.values())

    def active(self) -> str:
        """The name of the view that is shown, "" for none."""
        return self._active

    def is_changed(self) -> bool:
        """Whether the list looks otherwise than when the view came up."""
        return bool(self._active) and self._shown is not None and self._shown != self._plain_now()

    def _first(self) -> str:
        first = self._kept().get("first")
        return first if isinstance(first, str) else ""

    def _keep(self, views: list[NamedView], first: str) -> None:
        kept = [one.plain | {"name": one.name} for one in views]
        self._prefs.put(self._key, {"views": kept, "first": first})
        self._make_slots()
        self._say()

    def _plain_now(self, *, moving: bool = False) -> dict[str, Any]:
        columns = self._view.table.columns_state()
        return register_views.plain(self._view.register, self._view.query(), columns, moving=moving)

    # acts

    def show_named(self, name: str) -> None:
        """Show the list as this view has it, as far as it still can."""
        kept = next((one for one in self.all() if one.name == name), None)
        if kept is None:
            return
        register = self._view.register
        found = register_views.restored(register, kept.plain, self._page.desk.today())
        self._active, self._shown = name, None
        self._view.arrange(found.query, found.columns, own=False)
        self._page.notice.clear()
        if found.lost:
            text = translate(
                "Views",
                "“{name}” uses a list, a filter or a column that is no longer there. The rest of it is shown; save it again to keep it like this.",
            )
            close = translate("Views", "Close"), lambda: None
            self._page.notice.say(text.format(name=name), "amber", dismiss=close)
        self._say()

    def show_plain(self) -> None:
        """The list as it is without any view: the user's own columns, the register's order."""
        register = self._view.register
        self._active, self._shown = "", None
        own = self._prefs.get(f"columns.{register.name}", {}) or register_views.usual_columns(register)
        query = Query(self._page.desk.today(), chip=register.default_chip)
        self._view.arrange(query, own, own=True)
        self._say()

    def open_save(self) -> SaveView:
        """Ask for the name of what is on screen."""
        register, query = self._view.register, self._view.query()
        moving = any(register_views.span_of(register, each, query.today) for each in query.filters)
        names = [one.name for one in self.all()]
        dialog = SaveView(
            names, Wished(self._active, moving, self._active == self._first() != ""), self._page
        )
        dialog.chosen.connect(self.save)
        dialog.open()
        return dialog

    def save(self, wished: Wished) -> None:
        """Keep what is on screen; a view of the same name is replaced where it stands."""
        made = NamedView(wished.name, self._plain_now(moving=wished.moving))
        views = self.all()
        names = [one.name for one in views]
        if wished.name in names:
            views[names.index(wished.name)] = made
        else:
            views.append(made)
        first = wished.name if wished.first else "" if self._first() == wished.name else self._first()
        self._active = wished.name
        self._shown = self._plain_now()
        self._view.view_columns = self._view.table.columns_state()
        self._keep(views, first)

    def save_changes(self) -> None:
        """Keep what is on screen under the name of the view that is shown."""
        kept = next((one for one in self.all() if one.name == self._active), None)
        moving = kept is not None and any("span" in each for each in kept.plain.get("filters", []))
        self.save(Wished(self._active, moving, self._active == self._first()))

    def open_manage(self) -> ManageViews:
        """Rename, order, delete."""
        dialog = ManageViews(self.all(), self._first(), self._page)
        dialog.chosen.connect(self._manage)
        dialog.open()
        return dialog

    def _manage(self, views: list[NamedView], first: str) -> None:
        active = next((one.name for one in views if one.was == self._active), "") if self._active else ""
        gone = bool(self._active) and not active
        self._active = active
        self._keep(views, first)
        if gone:
            self.show_plain()

    # button, menu, keys, palette

    def commands(self, where: str) -> list[Command]:
        """The views and what can be done with them, for the palette."""
        words = translate("Views", "View: {name}")
        found = [
            Command(
                f"{self._page.name}.view.{one.name}",
                words.format(name=one.name),
                partial(self.show_named, one.name),
                where,
                f"Alt+{number}" if number <= KEYS else "",
                f"View {one.name}",
                "bookmark",
            )
            for number, one in enumerate(self.all(), 1)
        ]
        own = (("save_view", _SAVE, self.open_save), ("manage_views", _MANAGE, self.open_manage))
        return [
            *found,
            *(
                Command(
                    f"{self._page.name}.{name}",
                    translate("Views", source),
                    run,
                    where,
                    "",
                    source,
                    "bookmark",
                )
                for name, source, run in own
            ),
        ]

    def _make_slots(self) -> None:
        for action in self._slots:
            self._page.removeAction(action)
            action.deleteLater()
        self._slots = [self._slot(number, one.name) for number, one in enumerate(self.all(), 1)]

    def _slot(self, number: int, name: str) -> QAction:
        action = QAction(name.replace("&", "&&"), self._page)
        action.setObjectName(f"action.view.{number}")
        action.setData(name)
        action.setCheckable(True)
        if number <= KEYS:
            action.setShortcut(QKeySequence(f"Alt+{number}"))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self.show_named(name))
        self._page.addAction(action)
        return action

    def _fill_menu(self) -> None:
        self.menu.clear()
        self._say()
        for action in self._slots:
            self.menu.addAction(action)
        if self._active:
            self.menu.addAction(self._plain)
        self.menu.addSeparator()
        if self.is_changed():
            words = translate("Views", "Save the changes in “{name}”").format(name=self._active)
            self.menu.addAction(words.replace("&", "&&"), self.save_changes).setObjectName(
                "action.save_changes"
            )
        self.menu.addAction(self._save)
        if self._slots:
            manage = self.menu.addAction(translate("Views", _MANAGE), self.open_manage)
            manage.setObjectName("action.manage_views")

    def _look(self) -> None:
        """The list has come up anew: is it still what the view shows?"""
        if self._active and self._shown is None:
            self._view.table.restore_columns(
                self._view.view_columns
            )  # the table has columns since now at the latest
            self._shown = self._plain_now()
        self._say()

    def _say(self) -> None:
        """The button says which view is shown, and whether something was changed since."""
        text = translate("Views", "Views")
        if self._active:
            metrics = self.button.fontMetrics()
            text = metrics.elidedText(self._active, Qt.TextElideMode.ElideRight, NAME_WIDTH)
            if self.is_changed():
                text = translate("Views", "{name} (changed)").format(name=text)
        self.button.setText(text.replace("&", "&&"))
        self.button.setToolTip(
            self._active or translate("Views", "Ways to look at this list that you saved (Alt+1 to Alt+9)")
        )
        self.button.setAccessibleName(f"{translate('Views', 'Views')} {self._active}".strip())
        for action in self._slots:
            with QSignalBlocker(action):
                action.setChecked(action.data() == self._active)
