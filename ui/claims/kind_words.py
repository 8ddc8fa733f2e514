"""What the pane tells of a travel, of a payment to a payee, and of money that comes back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.terms import ClaimState, InvoicePromise, PaperKind
from ui.labels import label
from ui.widgets import formats
from ui.widgets.detail_pane import DetailPane

if TYPE_CHECKING:
    from services.claim_details import ClaimDetail
    from services.claim_values import LegDraft

translate = QCoreApplication.translate


def tell(pane: DetailPane, detail: ClaimDetail, today: date) -> None:
    """What only papers of this kind have; nothing for the others."""
    if detail.legs:
        _legs(pane, detail, today)
    if detail.payee_name:
        _payee(pane, detail, today)
    if detail.kind is PaperKind.REPAYMENT:
        _repayment(pane, detail)


def _legs(pane: DetailPane, detail: ClaimDetail, today: date) -> None:
    pane.section(translate("Claim", "Itinerary"))
    for leg in detail.legs:
        vehicle = label(leg.vehicle) if leg.vehicle else ""
        pane.row(leg_words(leg, today), f"{vehicle} {leg.seat}".strip())
    if detail.grade:
        pane.row(translate("Field", "Grade"), str(detail.grade))


def leg_words(leg: LegDraft, today: date) -> str:
    """One leg: when it leaves where, when it arrives where."""
    words = translate("Claim", "{start} {first} {origin} → {second} {goal}")
    arrives = f"{leg.arrived_hour:02}:00"
    if leg.arrived_on != leg.departed_on:
        arrives = f"{formats.day(leg.arrived_on, today)} {arrives}"
    return words.format(
        start=formats.day(leg.departed_on, today),
        first=f"{leg.departed_hour:02}:00",
        origin=leg.from_place,
        second=arrives,
        goal=leg.to_place,
    )


def _payee(pane: DetailPane, detail: ClaimDetail, today: date) -> None:
    pane.section(translate("Field", "Payee"))
    pane.row(translate("Field", "Payee's name"), detail.payee_name)
    for words, value in (
        (translate("Field", "Payee's bank"), detail.payee_bank),
        (translate("Field", "Payee's account"), detail.payee_account),
        (translate("Field", "Contract number"), detail.contract_number),
    ):
        if value:
            pane.row(words, value)
    if detail.contract_amount is not None:
        pane.row(translate("Field", "Contract amount"), formats.yuan(detail.contract_amount))
    if detail.contract_number:
        pane.row(translate("Field", "Paid before"), formats.yuan(detail.paid_before))
    _invoice(pane, detail, today)


def _invoice(pane: DetailPane, detail: ClaimDetail, today: date) -> None:
    if detail.invoice_promise is not None:
        due = detail.invoice_due_on if detail.invoice_promise is InvoicePromise.LATER else None
        day = f" {formats.day(due, today)}" if due else ""
        pane.row(translate("Field", "Invoice"), f"{label(detail.invoice_promise)}{day}")
    if detail.invoice_owed:
        late = detail.invoice_due_on is not None and detail.invoice_due_on < today
        tone = "red" if late else "amber"
        owed = formats.yuan(detail.invoice_owed)
        pane.row(translate("Claim", "Invoice still owed"), owed, strong=True, tone=tone)


def _repayment(pane: DetailPane, detail: ClaimDetail) -> None:
    if detail.payment_method is not None:
        pane.row(translate("Field", "Method"), label(detail.payment_method))
    if detail.pay_month is not None:
        month = f"{detail.pay_month:%Y-%m}"
        pane.row(translate("Field", "Pay of"), month)
        if detail.state is ClaimState.TO_PAY:
            pane.text(translate("Claim", "Held for the pay of {month}").format(month=month), "blue")
