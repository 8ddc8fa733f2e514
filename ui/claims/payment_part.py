"""What a payment request shows of its contract, and how a registered payee fills the fields of the account."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from services import payment_requests
from services.claim_values import total
from ui.widgets import formats

if TYPE_CHECKING:
    from services.claim_values import ClaimDraft
    from services.database import Session
    from services.payees import PayeeChoice
    from services.payment_requests import Contract
    from services.permissions import Actor
    from ui.state import Desk
    from ui.widgets.form import FormBody

translate = QCoreApplication.translate


class PaymentPart(QLabel):
    """How the contract stands, with this payment and without."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("payment.contract")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._payees: dict[object, PayeeChoice] = {}
        self.hide()

    def watch(self, body: FormBody, payees: Sequence[PayeeChoice]) -> None:
        """A payee that is chosen brings its name, bank and account along."""
        if not self._payees:
            body.boxes["payee_id"].editor.edited.connect(partial(self._chosen, body))
        self._payees = {one.id: one for one in payees}

    def _chosen(self, body: FormBody) -> None:
        box = body.boxes["payee_id"]
        found = self._payees.get(box.editor.kept())
        if found is None:
            return
        taken = {
            "payee_name": found.label,
            "payee_bank": found.bank_name,
            "payee_account": found.bank_account,
        }
        for name, text in taken.items():
            body.boxes[name].editor.set_value(text)

    def look(self, desk: Desk, draft: ClaimDraft) -> None:
        """Ask how the contract stands."""
        if not draft.contract_number.strip():
            self.hide()
            return
        desk.tasks.read(
            self, partial(_contract, desk.actor, draft), partial(self._show, draft), lambda _refused: None
        )

    def _show(self, draft: ClaimDraft, found: Contract) -> None:
        words = [
            translate("Claim", "Contract {number}: paid so far {paid}").format(
                number=draft.contract_number.strip(), paid=formats.yuan(found.paid)
            )
        ]
        if found.waiting:
            words.append(translate("Claim", "on its way {amount}").format(amount=formats.yuan(found.waiting)))
        rest = None
        if found.amount is not None:
            rest = found.amount - found.paid - found.waiting - total(draft)
            after = translate("Claim", "left after this {amount}")
            over = translate("Claim", "overpaid by {amount}")
            words.append((over if rest < 0 else after).format(amount=formats.yuan(abs(rest))))
        self.setText("  ·  ".join(words))
        wrong = rest is not None and rest < 0
        self.setProperty("role", "" if wrong else "muted")
        self.setProperty("tone", "amber" if wrong else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()


def _contract(actor: Actor, draft: ClaimDraft, session: Session) -> Contract:
    return payment_requests.contract(session, actor, draft)
