"""The pages of a paper's invoices beside its lines: small ones in the pane, large ones in a window of their own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
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
from ui.claims.invoice_sheet import drawn_sheet
from ui.icons import icon
from ui.state import Desk
from ui.widgets.field_words import field_words

if TYPE_CHECKING:
    from services.database import Session
    from services.invoice_pages import Shown
    from services.permissions import Actor

LEAST_HEIGHT, LEAST_PAGE = 150, 60
CAPTION, FRAME = 24, 4  # below and around a page
ZOOM, LEAST, MOST = 1.25, 0.3, 4.0
PATIENCE_MS = 250  # who goes on to the next paper at once waits for no pages of this one
KEPT = 48  # papers' worth of pictures in memory

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to look at: of the file, or the registered data of an invoice that has none (`drawn`)."""

    invoice: Shown
    picture: bytes | None
    place: int
    count: int
    drawn: bool = False
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


class InvoicePages(QFrame):
    """The pages of one paper side by side, as high as there is room. Filled off the window's thread; nothing waits."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.sheets: tuple[Sheet, ...] = ()
        self.setObjectName("invoice.pages")
        self.setProperty("role", "pane")
        self.setMinimumHeight(LEAST_HEIGHT)
        self._claim_id: int | None = None
        self._head = QLabel(self)
        self._head.setProperty("role", "muted")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 4)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._area, 1)
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(self._ask)
        self.show_paper(None, 0)

    def show_paper(self, claim_id: int | None, count: int) -> None:
        """Forget the pages that are there; those of this paper, which has `count` invoices, come in a moment."""
        self._claim_id = claim_id if count else None
        self._fill(())
        if claim_id is None:
            self._head.setText(translate("Invoice pages", "The invoices of the selected paper appear here."))
        elif not count:
            self._head.setText(translate("Invoice pages", "This paper has no invoices."))
        else:
            self._head.setText(translate("Invoice pages", "Drawing the pages…"))
        self._waiting.start()

    def look(self, place: int = 0) -> PagesDialog | None:
        """Enlarge one page."""
        if not self.sheets:
            return None
        dialog = PagesDialog(self.sheets, place, self.window())
        dialog.open()
        return dialog

    def _ask(self) -> None:
        if self._claim_id is not None:
            work, claim_id = partial(_shown, self.desk.actor, self._claim_id), self._claim_id
            self.desk.tasks.read(
                self, work, partial(self._draw, claim_id), lambda _refused: self._head.clear()
            )

    def _draw(self, claim_id: int, invoices: Sequence[Shown]) -> None:
        if claim_id == self._claim_id:
            self.desk.tasks.aside(self, partial(_drawn, tuple(invoices)), partial(self._show, claim_id))

    def _show(self, claim_id: int, sheets: tuple[Sheet, ...]) -> None:
        if claim_id == self._claim_id:
            self._fill(sheets)
            self._head.setText(translate("Claim", "Invoice pages  F8"))

    def _fill(self, sheets: tuple[Sheet, ...]) -> None:
        self.sheets = sheets
        body = QWidget()
        body.setProperty("role", "body")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._buttons = [self._button(number, sheet) for number, sheet in enumerate(sheets)]
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._area.setWidget(body)
        self._measure()

    def _button(self, number: int, sheet: Sheet) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"invoice.page.{number}")
        made.setProperty("role", "page")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        picture, words = _pixmap(sheet), caption(sheet)
        made.setIcon(QIcon(picture) if picture is not None else icon("file-text", "muted"))
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self.look(number))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Pages as high as the strip, so wide as most invoices are; a bar only where they are too many."""
        room, gap = self._area.size(), 8
        high = max(room.height() - CAPTION, LEAST_PAGE)
        if len(self._buttons) * (high * 3 // 2 + FRAME + gap) - gap > room.width():
            high = max(high - self._area.horizontalScrollBar().sizeHint().height(), LEAST_PAGE)
        size = QSize(high * 3 // 2, high)
        for button, sheet in zip(self._buttons, self.sheets, strict=True):
            button.setIconSize(size)
            button.setFixedSize(size + QSize(FRAME, CAPTION))
            words = button.fontMetrics().elidedText(
                caption(sheet), Qt.TextElideMode.ElideMiddle, size.width()
            )
            button.setText(words)


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
        self.page.setAccessibleDescription(data_sheet(sheet) if sheet.drawn else "")
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
    if sheet.drawn:
        return translate("Invoice pages", "{number}, registered data").format(number=words)
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
        return (Sheet(invoice, drawn_sheet(invoice.sheet), 1, 1, drawn=True),)
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
    if not made:
        trouble = "文件已损坏，无法显示" if damaged else ""
        made = (Sheet(invoice, drawn_sheet(invoice.sheet, trouble), 1, 1, drawn=True, damaged=damaged),)
    _KEPT.put(key, made)
    return made
