"""Payments 付款批次: approved papers paid together, from the choice to the bank's answer."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.batches_page import BatchesPage


class PaymentsPage(BatchesPage):
    """Every payment batch."""

    name = "payments"
    title = QT_TRANSLATE_NOOP("Page", "Payments")
