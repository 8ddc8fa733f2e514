"""The page of a register: what differs between registers is data of its subclass, what is common stands here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services import audit
from services.database import Session
from services.permissions import Actor, Permission
from services.registers import Register
from ui.commands import Command
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets import page_frame
from ui.widgets.attachments_list import local_files
from ui.widgets.detail_pane import WIDTH, DetailPane
from ui.widgets.exporting import copy_table
from ui.widgets.form import Form
from ui.widgets.history_list import HistoryList
from ui.widgets.notice import Notice
from ui.widgets.page_actions import Action, Actions
from ui.widgets.record_dialog import RecordDialog
from ui.widgets.register_rows import CellRule
from ui.widgets.register_view import RegisterView
from ui.widgets.saved_views import SavedViews
from ui.widgets.standard_actions import STANDARD, record_actions

SETTLED_MS = 60

translate = QCoreApplication.translate


class RegisterPage(QWidget):
    """Subclasses say what their register is; the strings are source strings of context "Page" or "Action".

    `remove_record` is the service's `remove(session, actor, id, version)`. What a page may override: `headline`,
    `load_detail` and `show_detail`, `open_form`, `dropped`, `remove_question`.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    register: ClassVar[Register]
    form: ClassVar[Form | None] = None
    actions: ClassVar[tuple[Action, ...]] = ()  # type: ignore[assignment]  # architecture §4 names it; ours are in acts
    cells: ClassVar[Mapping[str, CellRule]] = {}
    edit: ClassVar[tuple[Permission, ...]] = ()
    remove_record: ClassVar[Callable[..., object] | None] = None
    state_column: ClassVar[str] = "state"
    figure: ClassVar[str] = "name"  # the column that heads the detail pane
    new_label: ClassVar[str] = QT_TRANSLATE_NOOP("Action", "New")
    about: ClassVar[str] = ""  # one line below the title, and what an empty page says it is for
    search_hint: ClassVar[str] = QT_TRANSLATE_NOOP(
        "Page", "Search by text, number or pinyin initials  Ctrl+F"
    )

    status_changed = Signal(str)
    detail_shown = Signal(object)  # the id in the pane, or None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(f"page.{self.name}")
        self.setAcceptDrops(True)
        self.view = RegisterView(desk, self.register, self.cells, translate("Page", self.search_hint), self)
        self.acts = Actions(self, desk, (*record_actions(self), *self.actions, *STANDARD))
        self.notice = Notice(self)
        self.views = SavedViews(self)
        self.pane = DetailPane(self)
        self.line = page_frame.headline_label(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._asked = 0
        self._asked_for: int | None = None  # the record the pane shows, or waits for
        self._shown_acts: list[Action] = []  # those the pane has buttons for
        self._build()
        self._connect()
        self.set_compact(desk.prefs.get("compact", default=False))
        self.say_headline(translate("Page", self.about) if self.about else "")
        self._show_nothing()

    # what pages override

    def headline(self) -> None:
        """Refresh the line below the title: ask a service, then `say_headline`."""

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> Any:  # noqa: ARG004 - pages that override it need the day
        """What the pane shows beyond the row itself; runs on a worker."""
        return audit.history(session, actor, kind, record_id)

    def show_detail(self, record_id: int, found: Any) -> None:
        """Build the pane between `pane.begin` and `pane.finish`: by default the row's columns and the history."""
        row = self._row(record_id)
        if row is not None:
            page_frame.tell_columns(self.pane, self.register, self.figure, row)
            self.show_history(found)

    def dropped(self, paths: Sequence[Path]) -> bool:  # noqa: ARG002 - pages that take files override it
        """Take dropped files; False when the page has no use for them."""
        return False

    def remove_question(self, ids: list[int]) -> str:
        """What is asked before a record is removed."""
        values = self.view.values(ids[0])
        name = values[self.figure] if values is not None else ""
        return translate("Page", "Remove {name}?").format(name=name)

    # what the window and pages call

    def title_words(self) -> str:
        return translate("Page", self.title)

    def status_text(self) -> str:
        """Count and sum of what is filtered and selected, for the status bar."""
        return self.view.totals.text()

    def commands(self) -> list[Command]:
        """What is possible now, for the palette."""
        return [*self.acts.commands(self.title_words()), *self.views.commands(self.title_words())]

    def say_headline(self, text: str) -> None:
        """The line below the title."""
        self.line.setText(text)

    def open_record(self, record_id: int) -> None:
        """Show a record: select it in the list, in view."""
        self.view.show_record(record_id)

    def refresh(self) -> None:
        """Look again at everything on the page."""
        self.view.refresh()
        self.headline()
        self._settled.start()

    def changed(self, record_id: int) -> None:
        """A record was saved here: show it as it is now."""
        self.refresh()
        self.open_record(record_id)

    def open_form(self, record_id: int | None) -> RecordDialog | None:
        """The form of a record, or of a new one."""
        if self.form is None:
            return None
        locked = bool(self.edit) and not self.desk.can(*self.edit)
        dialog = RecordDialog(self.desk, self.form, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    @property
    def has_remove(self) -> bool:
        return type(self).remove_record is not None

    def remove(self, ids: list[int]) -> None:
        """Remove a record through its service."""
        form, service = self.form, type(self).remove_record
        if form is not None and service is not None:
            work = partial(page_frame.remove_by_id, form, service, self.desk.actor, ids[0])
            self.desk.tasks.run(self, work, lambda _none: self.refresh())

    def set_compact(self, compact: bool) -> None:
        """Narrow or wide rows, on every page from now on."""
        self.desk.prefs.put("compact", compact)
        self.view.table.set_compact(compact)

    def toggle_pane(self) -> None:
        """Show or hide the detail pane."""
        self.pane.setVisible(self.pane.isHidden())
        self.desk.prefs.put("pane", not self.pane.isHidden())
        self._settled.start()

    # the detail pane

    def show_history(self, acts: Sequence[Any]) -> None:
        """The history section of the pane; nothing where nobody has done anything yet."""
        if not acts:
            return
        self.pane.section(translate("Page", "History"))
        self.pane.widget(HistoryList(self.register.name, acts, self.desk.today()))

    def _ask_detail(self) -> None:
        self._asked_for = record_id = self.view.table.current_id()
        self._asked += 1
        if record_id is None:
            self._show_nothing()
        elif self._wants_detail():
            done = partial(self._show_detail, self._asked, record_id)
            self.desk.tasks.read(self, self._reading(record_id), done, self.pane.refuse)

    def _reading(self, record_id: int) -> Callable[[Session], Any]:
        return partial(self.load_detail, self.register.name, self.desk.actor, record_id, self.desk.today())

    def _wants_detail(self) -> bool:
        """Whether there is anybody to read a record for."""
        return not self.pane.isHidden()

    def _show_detail(self, asked: int, record_id: int, found: Any) -> None:
        if asked != self._asked:
            return
        self.pane.begin(record_id)
        self.show_detail(record_id, found)
        self.pane.finish()
        self._fit_acts()
        self._show_buttons()
        self.detail_shown.emit(record_id)

    def _show_nothing(self) -> None:
        self.pane.say(translate("Page", "Select a row to see its details."))
        self.detail_shown.emit(None)

    def _show_buttons(self) -> None:
        self._shown_acts = self.acts.in_pane()
        self.pane.set_buttons(self.acts.pane_buttons(self.pane))

    def _row(self, record_id: int) -> tuple[str, ...] | None:
        held = (row.cells for _, row in self.view.table.rows.held() if row.id == record_id)
        return next(held, None)

    # building

    def _build(self) -> None:
        self._split = page_frame.list_beside_pane(self.view, self.pane, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        column.addLayout(
            page_frame.page_header(self.title_words(), self.line, self.acts.header_buttons(self))
        )
        column.addWidget(self.notice)
        column.addWidget(page_frame.list_head(self.view, self.views.button))
        column.addWidget(self._split, 1)
        self.pane.setVisible(self.desk.prefs.get("pane", default=True))

    def _connect(self) -> None:
        view = self.view
        self._settled.timeout.connect(self._ask_detail)
        view.current_changed.connect(lambda _id: self._settled.start())
        view.selection_changed.connect(self._selected)
        view.selection_arrived.connect(self._selected)
        view.activated.connect(self.open_form)
        view.peeked.connect(lambda _id: self.toggle_pane())
        view.delete_requested.connect(self._remove_selected)
        view.copy_requested.connect(lambda: copy_table(view))
        view.context_menu_requested.connect(self.acts.show_menu)
        view.status_changed.connect(self.status_changed)
        view.refused.connect(lambda refused: self.desk.tasks.refused.emit(self, refused))
        view.loaded.connect(self._say_empty)
        self._split.splitterMoved.connect(lambda *_: self.desk.prefs.put("pane.width", self.pane.width()))
        self._selected()

    def _selected(self) -> None:
        """Other rows are selected, or the same came in anew: acts, buttons and pane follow."""
        self._fit_acts()
        current = self.view.table.current_id()
        if current != self._asked_for:
            self._settled.start()
        elif current == self.pane.record_id is not None and self._shown_acts != self.acts.in_pane():
            self._show_buttons()

    def _fit_acts(self) -> None:
        """Enable what is possible with what is selected."""
        self.acts.update(self.view.selected_values(), self.view.table.selected_count(), self.state_column)

    def _remove_selected(self) -> None:
        action = self.acts.get("remove")
        if action is not None:
            action.trigger()

    def _say_empty(self) -> None:
        about = translate("Page", self.about) if self.about else ""
        page_frame.say_empty(self.view, self.acts.get("new"), about)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.view.table.setFocus()
        self.headline()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.desk.prefs.get("pane.width", WIDTH)
        room = self._split.width() - width - self._split.handleWidth()
        if room > 0:
            self._split.setSizes([room, width])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.dropped(local_files(event)):
            event.acceptProposedAction()
