"""What every list can do: open, copy, export, print, choose columns, look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import exporting
from ui.widgets.column_chooser import ColumnChooser
from ui.widgets.confirm import ask
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from ui.widgets.register_page import RegisterPage

translate = QCoreApplication.translate


def _choose_columns(page: RegisterPage, _ids: list[int]) -> None:
    ColumnChooser(page.view.table, page).open()


def _open(page: RegisterPage, ids: list[int]) -> None:
    page.open_form(ids[0])


def _find(page: RegisterPage, _ids: list[int]) -> None:
    page.view.search.setFocus()
    page.view.search.selectAll()


def _compact(page: RegisterPage, _ids: list[int]) -> None:
    page.set_compact(not page.desk.prefs.get("compact", default=False))


def _ask_remove(page: RegisterPage, ids: list[int]) -> None:
    ask(page, page.remove_question(ids), translate("Action", "Remove"), lambda: page.remove(ids))


STANDARD = (
    Action("print_list", QT_TRANSLATE_NOOP("Action", "Print list"), lambda page, _ids: exporting.print_table(page.view, page.title_words()), "printer", "Ctrl+P", takes=Takes.NONE),
    Action("export", QT_TRANSLATE_NOOP("Action", "Export"), lambda page, _ids: exporting.export_table(page.view, page.title_words()), "download", "Ctrl+E", takes=Takes.NONE),
    Action("copy", QT_TRANSLATE_NOOP("Action", "Copy as table"), lambda page, _ids: exporting.copy_table(page.view), "copy", takes=Takes.NONE, more=True),
    Action("export_selected", QT_TRANSLATE_NOOP("Action", "Export the selected rows"), lambda page, _ids: exporting.export_table(page.view, page.title_words(), selected=True), "download", "Ctrl+Shift+E", takes=Takes.MANY, more=True),
    Action("print_selected", QT_TRANSLATE_NOOP("Action", "Print the selected rows"), lambda page, _ids: exporting.print_table(page.view, page.title_words(), selected=True), "printer", "Ctrl+Alt+P", takes=Takes.MANY, more=True),
    Action("filter", QT_TRANSLATE_NOOP("Action", "Add a filter"), lambda page, _ids: page.view.add_filter(), "filter", "Ctrl+Shift+F", takes=Takes.NONE, more=True),
    Action("columns", QT_TRANSLATE_NOOP("Action", "Columns"), _choose_columns, "columns-3", takes=Takes.NONE, more=True),
    Action("compact", QT_TRANSLATE_NOOP("Action", "Narrow rows on or off"), _compact, "chevrons-left", takes=Takes.NONE, more=True),
    Action("pane", QT_TRANSLATE_NOOP("Action", "Details on or off"), lambda page, _ids: page.toggle_pane(), "panel-left", "F4", takes=Takes.NONE, more=True),
    Action("refresh", QT_TRANSLATE_NOOP("Action", "Look again"), lambda page, _ids: page.refresh(), "refresh-cw", "F5", takes=Takes.NONE, more=True),
    Action("find", QT_TRANSLATE_NOOP("Action", "Search"), _find, "search", "Ctrl+F", takes=Takes.NONE, more=True),
)  # fmt: skip

OPEN = Action(
    "open", QT_TRANSLATE_NOOP("Action", "Open"), _open, "pencil", takes=Takes.ONE, more=True, pane=True
)


def record_actions(page: RegisterPage) -> tuple[Action, ...]:
    """New, open and remove, as far as the page has a form and the user may edit."""
    if page.form is None:
        return ()
    new = Action(
        "new", page.new_label, lambda page, _ids: page.open_form(None), "plus", "Ctrl+N", page.edit, takes=Takes.NONE, primary=True
    )  # fmt: skip
    found: tuple[Action, ...] = (new, OPEN)
    if page.has_remove:
        remove = Action("remove", QT_TRANSLATE_NOOP("Action", "Remove"), _ask_remove, "trash-2", needs=page.edit, takes=Takes.ONE, more=True, danger=True)  # fmt: skip
        found = (*found, remove)
    return found
