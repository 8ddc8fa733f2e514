"""What the detail pane tells about a voucher: number, amount, paper, what it reverses, files, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.terms import VoucherState
from ui.labels import label
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.detail_pane import DetailPane
from ui.widgets.history_list import HistoryList

if TYPE_CHECKING:
    from services.voucher_register import VoucherDetail

translate = QCoreApplication.translate


def show_voucher(pane: DetailPane, desk: Desk, found: VoucherDetail) -> None:
    """Fill the pane from top to bottom."""
    today = desk.today()
    pane.headline(f"{found.label} · {label(found.type)}", formats.yuan(found.amount), found.capitals)
    _standing(pane, found)
    pane.section(translate("Voucher", "Paper"))
    rows = (
        (translate("Field", "Number"), f"{label(found.claim_kind)} {found.claim_number}"),
        (translate("Field", "Claimant"), found.claimant_name),
        (translate("Field", "Department"), found.department_name),
        (translate("Field", "Project"), found.project_name),
        (translate("Field", "Purpose"), found.purpose),
        (translate("Field", "Date"), found.dated_on.isoformat()),
        (translate("Field", "Paid from"), found.paid_from_name),
        (translate("Field", "Paid by"), found.paid_by_name),
        (translate("Voucher", "Batch"), found.batch_number),
    )
    for words, value in rows:
        if value:
            pane.row(words, value)
    if found.files:
        pane.section(translate("Claim", "Attachments ({count})").format(count=len(found.files)))
        pane.widget(AttachmentsList(desk, "expense_claim", found.claim_id, found.files, editable=False))
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("voucher", found.history, today))


def _standing(pane: DetailPane, found: VoucherDetail) -> None:
    """Void or valid, what it reverses or is reversed by, bound or open."""
    if found.state is VoucherState.VOIDED:
        words = translate("Voucher", "Void: {reason}. The number stays in its row and counts for nothing.")
        pane.text(words.format(reason=found.void_reason), "red")
    for words, number in (
        (translate("Voucher", "Reverses {number}"), found.reverses),
        (translate("Voucher", "Reversed by {number}"), found.reversed_by),
        (translate("Voucher", "The same paper also has {number}"), ", ".join(found.others)),
    ):
        if number:
            pane.text(words.format(number=number))
    if found.bound_on is None:
        pane.text(translate("Voucher", "{month} is not bound yet.").format(month=f"{found.month:%Y-%m}"))
        return
    words = translate("Voucher", "{month} was bound on {day} by {name}: nothing of it changes.")
    day, name = found.bound_on.isoformat(), found.bound_by_name
    pane.text(words.format(month=f"{found.month:%Y-%m}", day=day, name=name))
