"""What surrounds a list: the header above it, and what it says when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from services.database import Session
from services.permissions import Actor
from services.registers import Register
from ui.widgets.detail_pane import DetailPane, words
from ui.widgets.form import Form
from ui.widgets.register_rows import column_words
from ui.widgets.register_view import RegisterView

translate = QCoreApplication.translate


def page_header(title: str, line: QLabel, buttons: Sequence[QPushButton]) -> QHBoxLayout:
    """Title and headline on the left, buttons on the right."""
    heading = words(title, "title")
    heading.setWordWrap(False)
    line.setWordWrap(True)  # a long one takes two lines rather than more window than there is
    left = QVBoxLayout()
    left.setSpacing(4)
    left.addWidget(heading)
    left.addWidget(line)
    header = QHBoxLayout()
    header.setSpacing(12)
    header.addLayout(left, 1)
    for button in buttons:
        header.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return header


def headline_label(parent: QWidget) -> QLabel:
    """The line below the title."""
    line = QLabel(parent)
    line.setObjectName("label.headline")
    line.setProperty("role", "muted")
    line.setTextFormat(Qt.TextFormat.PlainText)
    return line


def list_beside_pane(view: QWidget, pane: QWidget, parent: QWidget) -> QSplitter:
    """The list, which takes what room there is, and the pane of its selected row."""
    split = QSplitter(Qt.Orientation.Horizontal, parent)
    split.setHandleWidth(16)
    split.setChildrenCollapsible(False)
    for place, each in enumerate((view, pane)):
        split.addWidget(each)
        split.setStretchFactor(place, 1 - place)
    return split


def tell_columns(pane: DetailPane, register: Register, figure: str, cells: Sequence[str]) -> None:
    """A row's columns in the pane, the one of name `figure` at its head."""
    names = [column.name for column in register.columns]
    shown = dict(zip(names, cells, strict=True))
    first = names[0] if names[0] != figure else ""
    pane.headline(shown.get(first, ""), shown[figure])
    for column in register.columns:
        if column.name not in (first, figure):
            pane.row(column_words(column), shown[column.name] or "—")


def say_empty(view: RegisterView, new: QAction | None, about: str) -> None:
    """What an empty list says: how to see more of it, or what it is for and the first thing to do."""
    if view.is_narrowed():
        nothing = translate("Page", "Nothing matches")
        hint = translate("Page", "Search and filters hide every row.")
        view.table.set_empty(nothing, hint, translate("Page", "Show all"), view.show_all)
    elif new is not None:
        view.table.set_empty(translate("Page", "Nothing here yet"), about, new.text(), new.trigger)
    else:
        view.table.set_empty(translate("Page", "Nothing here yet"), about)


def list_head(view: RegisterView, views: QWidget | None = None) -> QWidget:
    """Search, chips, filters and saved views: they stand over list and pane."""
    head = QWidget(view.parentWidget())
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addLayout(view.top_row)
    if views is not None:
        view.top_row.addWidget(views)
    column.addWidget(view.filters)
    return head


def remove_by_id(
    form: Form, service: Callable[..., object], actor: Actor, record_id: int, session: Session
) -> None:
    """Remove a record as it is now; runs on a worker."""
    draft = form.get(session, actor, record_id)
    service(session, actor, record_id, draft.version)
