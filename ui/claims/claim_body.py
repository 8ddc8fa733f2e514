"""What stands below the fields of a claim's form: lines, advances and the sum; checks and files at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from services.attachments import AttachmentRow
from services.claim_details import InvoiceRow
from services.claim_values import ClaimDraft, total
from services.money import in_capitals
from services.paper_kinds import LINED
from services.terms import PaperKind
from ui.claims import invoice_words
from ui.claims.advances_panel import AdvancesPanel
from ui.claims.checks_panel import ChecksPanel
from ui.claims.claim_form import line_columns, new_line
from ui.claims.payment_part import PaymentPart
from ui.claims.travel_part import TravelPart
from ui.icons import icon
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.line_table import LineTable

FILES_HEIGHT = 132
ROOMY = 1100  # below this the checks give way to the lines
LINES_WIDTH, LEAST_SIDE = 780, 220

translate = QCoreApplication.translate


class ClaimBody(QSplitter):
    """Papers with lines have them on the left; an advance only its sum, with the checks below it."""

    edited = Signal()
    invoices_wanted = Signal()
    store_wanted = Signal()
    invoice_wanted = Signal()  # that of the current line

    def __init__(self, kind: PaperKind, today: Callable[[], date], parent: QWidget) -> None:
        claims = kind in LINED
        super().__init__(Qt.Orientation.Horizontal if claims else Qt.Orientation.Vertical, parent)
        self._invoices: dict[int, InvoiceRow] = {}
        self.lines = LineTable("lines", line_columns(kind), new_line, today, self)
        self.travel = TravelPart(self.lines, today, self) if kind is PaperKind.TRAVEL else None
        self.payment = PaymentPart(self) if kind is PaperKind.PAYMENT else None
        self.advances = AdvancesPanel(self)
        self.checks = ChecksPanel(self)
        self.files = FilesPanel(self)
        self.add_button = self._button("add_invoices", "upload", translate("Claim", "Add invoices  Ctrl+I"))
        self.add_button.clicked.connect(self.invoices_wanted)
        self.store_button = self._button("from_store", "package", translate("Claim", "From the store"))
        self.store_button.setToolTip(translate("Claim", "Take unused invoices of the store (Ctrl+Shift+I)"))
        self.store_button.clicked.connect(self.store_wanted)
        self.invoice_button = self._button("invoice", "receipt", translate("Claim", "Invoice  F6"))
        self.invoice_button.setToolTip(
            translate("Claim", "Type the paper invoice of this line, or correct it")
        )
        self.invoice_button.clicked.connect(self.invoice_wanted)
        self.invoice = QLabel(self)
        self.sum = QLabel(self)
        self._build(claims=claims)
        for part in (self.lines, self.advances, self.checks):
            part.edited.connect(self.edited)
        self.lines.view.selectionModel().currentChanged.connect(lambda *_: self._show_invoice())
        self.lines.model.modelReset.connect(self._show_invoice)

    def _button(self, name: str, picture: str, text: str) -> QPushButton:
        made = QPushButton(icon(picture), text, self)
        made.setObjectName(f"action.{name}")
        made.setAutoDefault(False)
        return made

    def _build(self, *, claims: bool) -> None:
        for label, name in ((self.invoice, "claim.invoice"), (self.sum, "claim.sum")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.invoice.setWordWrap(True)
        for part in (self.lines, self.invoice, self.invoice_button, self.store_button, self.add_button):
            part.setVisible(claims)
        left, right = QWidget(self), QWidget(self)
        column = _column(left, 8 if claims else 0)
        if self.travel is not None:
            column.addWidget(self.travel)
            self.travel.edited.connect(self.edited)
            self.travel.button.clicked.connect(self.travel.take)
        column.addWidget(self.lines, 1)
        column.addWidget(self.invoice)
        if self.payment is not None:
            column.addWidget(self.payment)
        column.addWidget(self.advances)
        foot = QHBoxLayout()
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.invoice_button)
        foot.addWidget(self.store_button)
        foot.addWidget(self.add_button)
        column.addLayout(foot)
        column = _column(right, 0)
        column.addWidget(self.checks, 1)
        column.addWidget(self.files)
        self.setStretchFactor(0 if claims else 1, 1)
        self.setSizes([800, 320] if claims else [32, 320])
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.orientation() is Qt.Orientation.Horizontal and self.width() < ROOMY:
            side = max(self.width() - LINES_WIDTH, LEAST_SIDE)
            self.setSizes([self.width() - side, side])

    # what is on the claim

    def show_invoices(self, rows: Sequence[InvoiceRow]) -> None:
        """What the lines can rest on; an invoice that is gone leaves its line."""
        self._invoices = {row.id: row for row in rows}
        self.lines.offer("invoice_id", invoice_words.choices(rows))
        self._show_invoice()

    def show_sum(self, draft: ClaimDraft) -> None:
        """The total, in capitals too, and what is left of it after the advances."""
        amount = total(draft)
        settled = sum((one.amount for one in draft.offsets), Decimal(0))
        words = [translate("Claim", "Total {amount}").format(amount=formats.yuan(amount))]
        words.append("人民币" + in_capitals(amount))
        if settled:
            rest = amount - settled
            text = (
                translate("Claim", "to pay {amount}")
                if rest >= 0
                else translate("Claim", "to refund {amount}")
            )
            words.append(text.format(amount=formats.yuan(abs(rest))))
        self.sum.setText("  ·  ".join(words))

    def set_locked(self, locked: bool) -> None:
        """Only to look at."""
        self.lines.set_locked(locked)
        if self.travel is not None:
            self.travel.set_locked(locked)
        self.advances.set_locked(locked)
        self.checks.set_locked(locked)
        self.add_button.setEnabled(not locked)

    def _show_invoice(self) -> None:
        """Which invoice the current line rests on, where that was read, and what is only a guess."""
        lines, row = self.lines.model.lines(), self.lines.view.currentIndex().row()
        found = self._invoices.get(lines[row].draft.invoice_id) if 0 <= row < len(lines) else None
        words = [] if found is None else [invoice_words.about(found), invoice_words.read_from(found)]
        doubt = "" if found is None else invoice_words.guessed(found)
        self.invoice.setText("\n".join(part for part in (*words, doubt) if part))
        self.invoice.setProperty("role", "" if doubt else "muted")
        self.invoice.setProperty("tone", "amber" if doubt else "")
        self.invoice.style().unpolish(self.invoice)
        self.invoice.style().polish(self.invoice)
        self.invoice.setVisible(found is not None)


class FilesPanel(QFrame):
    """The files of the paper; adding the first one to a new paper saves it."""

    changed = Signal()
    chosen = Signal(list)  # paths for a paper that is not saved yet

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._heading = QLabel(self)
        self._heading.setProperty("role", "group")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMaximumHeight(FILES_HEIGHT)
        column = _column(self, 12)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._heading)
        column.addWidget(self._area)
        self.show_none(editable=True)

    def show_none(self, *, editable: bool) -> None:
        """A paper that is not saved yet."""
        add = QPushButton(icon("plus", "muted"), translate("Attachments", "Add files"), self)
        add.setObjectName("action.attach")
        add.setProperty("flat", True)
        add.setAutoDefault(False)
        add.setEnabled(editable)
        add.clicked.connect(self._choose)
        self._put(add, 0)

    def show_files(self, desk: Desk, claim_id: int, rows: Sequence[AttachmentRow], *, editable: bool) -> None:
        """The files of a saved paper."""
        files = AttachmentsList(desk, "expense_claim", claim_id, rows, editable=editable)
        files.changed.connect(self.changed)
        self._put(files, len(rows))

    def _put(self, widget: QWidget, count: int) -> None:
        self._heading.setText(translate("Claim", "Attachments ({count})").format(count=count))
        widget.setProperty("role", "body")
        self._area.setWidget(widget)
        self._area.setMinimumHeight(min(widget.sizeHint().height() + 4, FILES_HEIGHT))

    def _choose(self) -> None:
        dialog = QFileDialog(self, translate("Attachments", "Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(name) for name in names]))
        dialog.open()


def _column(parent: QWidget, right: int) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, right, 0)
    column.setSpacing(8)
    return column
