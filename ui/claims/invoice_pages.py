"""The pages of a paper's invoices beside its lines: small ones in the pane, large ones in a window of their own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from services import invoice_pages
from services.errors import Refused
from services.invoices.pages import page_pictures
from ui.icons import icon
from ui.state import Desk
from ui.widgets.field_words import field_words

if TYPE_CHECKING:
    from services.database import Session
    from services.invoice_pages import Shown
    from services.permissions import Actor

SMALL, COLUMNS = QSize(150, 106), 2
ZOOM, LEAST, MOST = 1.25, 0.3, 4.0
PATIENCE_MS = 250  # who goes on to the next paper at once waits for no pages of this one
KEPT = 48  # papers' worth of pictures in memory

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to look at: a picture, or the fields of an invoice that has none."""

    invoice: Shown
    picture: bytes | None
    place: int
    count: int
    damaged: bool = False


class _Kept:
    """Pages that were drawn before, the latest last."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, tuple[Sheet, ...]] = OrderedDict()

    def get(self, key: str) -> tuple[Sheet, ...] | None:
        return self._pages.get(key)

    def put(self, key: str, sheets: tuple[Sheet, ...]) -> None:
        self._pages[key] = sheets
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)


_KEPT = _Kept()


class InvoicePages(QWidget):
    """Filled off the window's thread; nothing waits for it."""

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.sheets: tuple[Sheet, ...] = ()
        self.setObjectName("invoice.pages")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._waits = QLabel(translate("Invoice pages", "Drawing the pages…"), self)
        self._waits.setProperty("role", "muted")
        self._grid.addWidget(self._waits, 0, 0)
        self._claim_id = claim_id
        QTimer.singleShot(PATIENCE_MS, self, self._ask)

    def _ask(self) -> None:
        work = partial(_shown, self.desk.actor, self._claim_id)
        self.desk.tasks.read(self, work, self._draw, lambda _refused: self._waits.hide())

    def look(self, place: int = 0) -> PagesDialog | None:
        """Enlarge one page."""
        if not self.sheets:
            return None
        dialog = PagesDialog(self.sheets, place, self.window())
        dialog.open()
        return dialog

    def _draw(self, invoices: Sequence[Shown]) -> None:
        self.desk.tasks.aside(self, partial(_drawn, tuple(invoices)), self._show)

    def _show(self, sheets: tuple[Sheet, ...]) -> None:
        self.sheets = sheets
        self._waits.hide()
        for number, sheet in enumerate(sheets):
            self._grid.addWidget(self._button(number, sheet), number // COLUMNS, number % COLUMNS)

    def _button(self, number: int, sheet: Sheet) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"invoice.page.{number}")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setIconSize(SMALL)
        made.setFixedSize(SMALL + QSize(10, 30))
        picture = _pixmap(sheet)
        made.setIcon(QIcon(picture) if picture is not None else icon("file-text", "muted"))
        words = caption(sheet)
        made.setText(made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, SMALL.width()))
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self.look(number))
        return made


class PagesDialog(QDialog):
    """One page large: PgUp and PgDown turn, Ctrl+Plus and Ctrl+Minus enlarge, Esc closes."""

    def __init__(self, sheets: Sequence[Sheet], place: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.invoice_pages")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Invoice pages", "Invoice pages"))
        self.resize(940, 680)
        self._sheets, self.place, self._factor = tuple(sheets), place, 0.75
        self.caption = QLabel(self)
        self.caption.setObjectName("pages.caption")
        self.page = QLabel(self)
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.page.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self.page)
        top = QHBoxLayout()
        top.addWidget(self.caption, 1)
        for name, words, keys, run in (
            ("previous", translate("Invoice pages", "Back  PgUp"), "PgUp", lambda: self.turn(-1)),
            ("next", translate("Invoice pages", "On  PgDown"), "PgDown", lambda: self.turn(1)),
            ("smaller", translate("Invoice pages", "Smaller  Ctrl+-"), "Ctrl+-", lambda: self.zoom(1 / ZOOM)),
            ("larger", translate("Invoice pages", "Larger  Ctrl++"), "Ctrl++", lambda: self.zoom(ZOOM)),
        ):
            button = QPushButton(words, self)
            button.setObjectName(f"action.{name}")
            button.setShortcut(keys)
            button.setAutoDefault(False)
            button.clicked.connect(run)
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(area, 1)
        self._show()

    def turn(self, by: int) -> None:
        """To another page; the ends stay."""
        self.place = min(max(self.place + by, 0), len(self._sheets) - 1)
        self._show()

    def zoom(self, by: float) -> None:
        self._factor = min(max(self._factor * by, LEAST), MOST)
        self._show()

    def _show(self) -> None:
        sheet = self._sheets[self.place]
        self.caption.setText(f"{caption(sheet)}   {self.place + 1} / {len(self._sheets)}")
        picture = _pixmap(sheet)
        if picture is None:
            self.page.setTextFormat(Qt.TextFormat.PlainText)
            self.page.setText(data_sheet(sheet))
        else:
            width = round(picture.width() * self._factor)
            self.page.setPixmap(picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))


def caption(sheet: Sheet) -> str:
    """Which invoice, and which of its pages."""
    words = sheet.invoice.number or sheet.invoice.seller
    return f"{words} {sheet.place}/{sheet.count}" if sheet.count > 1 else words


def data_sheet(sheet: Sheet) -> str:
    """What the invoice says, where its file has no picture."""
    lines = [f"{field_words(name)}: {value}" for name, value in sheet.invoice.fields]
    if sheet.damaged:
        lines.insert(
            0, translate("Invoice pages", "The file cannot be drawn; this is what was read or typed.")
        )
    return "\n".join(lines)


def _pixmap(sheet: Sheet) -> QPixmap | None:
    made = QPixmap()
    return made if sheet.picture and made.loadFromData(sheet.picture) else None


def _shown(actor: Actor, claim_id: int, session: Session) -> list[Shown]:
    return invoice_pages.shown_invoices(session, actor, claim_id)


def _drawn(invoices: Sequence[Shown]) -> tuple[Sheet, ...]:
    return tuple(sheet for invoice in invoices for sheet in _sheets(invoice))


def _sheets(invoice: Shown) -> tuple[Sheet, ...]:
    if invoice.path is None:
        return (Sheet(invoice, None, 1, 1),)
    key = f"{invoice.path.name}/{invoice.invoice_id}"
    known = _KEPT.get(key)
    if known is not None:
        return known
    damaged = False
    try:
        pages = page_pictures(invoice.path)
    except Refused:
        pages, damaged = [], True
    made = tuple(Sheet(invoice, page, n, len(pages)) for n, page in enumerate(pages, start=1))
    made = made or (Sheet(invoice, None, 1, 1, damaged=damaged),)
    _KEPT.put(key, made)
    return made
