"""What the pane of an invoice tells: where it stands, every field with its source, paper, files, history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services.permissions import Permission
from services.terms import ClaimState, InvoiceState
from ui.claims import invoice_words
from ui.labels import by_value, label
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.detail_pane import DetailPane
from ui.widgets.history_list import HistoryList

if TYPE_CHECKING:
    from services.invoice_store import InvoiceDetail

# attribute, the name its source is kept under, label
FIELDS = (
    ("code", "code", QT_TRANSLATE_NOOP("Field", "Invoice code")),
    ("issued_on", "date", QT_TRANSLATE_NOOP("Field", "Date")),
    ("net", "net", QT_TRANSLATE_NOOP("Field", "Net")),
    ("tax", "tax", QT_TRANSLATE_NOOP("Field", "Tax")),
    ("total", "total", QT_TRANSLATE_NOOP("Field", "Total with tax")),
    ("seller_name", "seller_name", QT_TRANSLATE_NOOP("Field", "Seller")),
    ("seller_tax_id", "seller_tax_id", QT_TRANSLATE_NOOP("Field", "Seller's tax number")),
    ("buyer_name", "buyer_name", QT_TRANSLATE_NOOP("Field", "Buyer")),
    ("buyer_tax_id", "buyer_tax_id", QT_TRANSLATE_NOOP("Field", "Buyer's tax number")),
    ("check_code", "check_code", QT_TRANSLATE_NOOP("Field", "Check code")),
)
_MARKED = (InvoiceState.RED_LETTERED, InvoiceState.CANCELLED)

translate = QCoreApplication.translate


def show_invoice(pane: DetailPane, desk: Desk, found: InvoiceDetail, again: Callable[[], object]) -> None:
    """Fill the pane from top to bottom; `again` is called when files were added or removed."""
    total = formats.yuan(found.total) if found.total is not None else formats.NOTHING
    above = " · ".join(part for part in (found.number, by_value("InvoiceKind", found.kind)) if part)
    pane.headline(above, total, label(found.state))
    _standing(pane, found)
    _paper(pane, desk, found)
    pane.section(translate("Invoice", "What it says"))
    for name, source, words in FIELDS:
        value = getattr(found, name)
        if value not in (None, ""):
            _field(
                pane, translate("Field", words), formats.plain(value, desk.today()), found.sources.get(source)
            )
    if found.pages > 1:
        pane.row(translate("Field", "Pages"), str(found.pages))
    if places := invoice_words.places(found.sources):
        pane.text(places)
    pane.section(translate("Invoice", "Files"))
    editable = desk.can(Permission.INVOICE_EDIT)
    files = AttachmentsList(desk, "invoice", found.id, found.files, editable=editable)
    files.changed.connect(again)
    pane.widget(files)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("invoice", found.history, desk.today()))


def _standing(pane: DetailPane, found: InvoiceDetail) -> None:
    """What its seller did to it, and what that asks for; how long it has been waiting."""
    if found.state in _MARKED and found.marked_on is not None:
        words = translate("Invoice", "{state} on {day}. {note}")
        told = words.format(state=label(found.state), day=found.marked_on.isoformat(), note=found.mark_note)
        pane.text(told.strip(), "red")
    if found.state in _MARKED and found.paper_state is ClaimState.PAID:
        words = translate(
            "Invoice", "{paper} was paid already: ask {name} to pay {amount} back, or void the paper."
        )
        amount = formats.yuan(found.total) if found.total is not None else formats.NOTHING
        pane.text(words.format(paper=found.paper_number, name=found.claimant_name, amount=amount), "red")
    if found.late_days:
        words = translate(
            "Invoice", "Not handed in for {days} days. Put it on a paper and submit that, or remove it."
        )
        pane.text(words.format(days=found.late_days), "amber")


def _paper(pane: DetailPane, desk: Desk, found: InvoiceDetail) -> None:
    if found.paper_id is None or found.paper_state is None:
        return
    pane.section(translate("Invoice", "Its paper"))
    words = f"{found.paper_number}  {found.claimant_name}  {label(found.paper_state)}"
    button = QPushButton(words, pane)
    button.setObjectName("action.open_paper")
    button.setProperty("flat", True)
    button.setStyleSheet("text-align: left; padding: 0;")
    button.setAutoDefault(False)
    button.clicked.connect(partial(desk.go, "reimbursements", found.paper_id))
    pane.widget(button)


def _field(pane: DetailPane, words: str, value: str, source: dict[str, object] | None) -> None:
    """Green ones need no look; what is only likely or guessed says so in amber."""
    sure = str((source or {}).get("sure", ""))
    percent = (source or {}).get("percent")
    middle = "" if percent is None else f"{percent} %"
    doubtful = sure == "guess" or str((source or {}).get("where", "")) == "ocr"
    pane.row(words, value, middle=middle, tone="amber" if doubtful else "")
