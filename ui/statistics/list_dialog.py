"""The list behind a figure: the same list as everywhere, with exactly the rows that the figure adds up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services import expense_lines
from services.database import Session
from services.errors import Refused
from services.permissions import Actor
from ui.claims.claim_cells import CELLS
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.statistics.figures import Behind
from ui.widgets.exporting import copy_table, export_table, print_table
from ui.widgets.key_button import key_button
from ui.widgets.notice import Notice
from ui.widgets.page_frame import list_head
from ui.widgets.register_view import RegisterView

# where a row of a register is opened; a line of a paper opens its paper
PAGES = {
    "expense_claim": "reimbursements",
    "candidate": "candidates",
    "bid": "bids",
    "bid_deposit": "bid_deposits",
    "supply_movement": "supply_movements",
    "asset_lease": "asset_leases",
}

# what is typed into the search of a register
_HINT = QT_TRANSLATE_NOOP("Page", "Search number, name, purpose, invoice number or pinyin initials  Ctrl+F")
_LEASES = QT_TRANSLATE_NOOP("Page", "Lease, tenant, asset, note or pinyin initials  Ctrl+F")
HINTS = {
    "lease_due": _LEASES,
    "lease_receipt": _LEASES,
    "asset_lease": QT_TRANSLATE_NOOP("Page", "Number, tenant, asset, contract or pinyin initials  Ctrl+F"),
    "supply_movement": QT_TRANSLATE_NOOP("Page", "Article, slip, department, person, supplier  Ctrl+F"),
}

translate = QCoreApplication.translate


class ListDialog(QDialog):
    """Search, filter, sort, copy, export and print; Enter opens the paper on its page."""

    def __init__(self, desk: Desk, behind: Behind, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.behind")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(behind.title)
        self.desk, self._title = desk, behind.title
        self.notice = Notice(self)
        rules = CELLS if behind.register.name == "expense_claim" else {}
        hint = translate("Page", HINTS.get(behind.register.name, _HINT))
        self.view = RegisterView(desk, behind.register, rules, hint, self)
        self.view.filters.set_filters(behind.filters)
        self.totals = QLabel(self)
        self.totals.setObjectName("label.totals")
        self.totals.setProperty("role", "muted")
        self._build()
        self._connect()
        self.resize(1080, 640)
        self.view.table.setFocus()

    def _build(self) -> None:
        heading = QLabel(self._title, self)
        heading.setProperty("role", "title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.view.search.setMinimumWidth(360)
        self.view.top_row.setAlignment(self.view.search, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.totals, 1)
        for button in self._buttons():
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.notice)
        column.addWidget(list_head(self.view))
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _buttons(self) -> list[QPushButton]:
        acts: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("print", translate("Action", "Print list"), "Ctrl+P", lambda: print_table(self.view, self._title)),
            ("export", translate("Action", "Export"), "Ctrl+E", lambda: export_table(self.view, self._title)),
            ("open", translate("Statistics", "Open the paper"), "", self.open_paper),
            ("close", translate("Page", "Close"), "", self.reject),
        )  # fmt: skip
        return [key_button(self, *act) for act in acts]

    def _connect(self) -> None:
        self.view.status_changed.connect(self.totals.setText)
        self.view.activated.connect(lambda _id: self.open_paper())
        self.view.copy_requested.connect(lambda: copy_table(self.view))
        self.view.refused.connect(self._refused)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.view.search.setFocus)

    def open_paper(self) -> None:
        """Show the paper of the current row on its own page."""
        current = self.view.table.current_id()
        if current is None:
            return
        page = PAGES.get(self.view.register.name)
        if page is not None:
            self._go(current, page)
        else:
            self.desk.tasks.read(self, partial(_paper, self.desk.actor, current), self._go, self._refused)

    def _go(self, record: int, page: str = "reimbursements") -> None:
        self.accept()
        self.desk.go(page, record)

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))


def _paper(actor: Actor, line: int, session: Session) -> int:
    return expense_lines.paper_of(session, actor, line)
