"""What is printed of a batch 付款批次清单: frozen names and amounts, read back from its lines."""

from __future__ import annotations

from models.payment import BatchState, PaymentBatch, PaymentState
from services import company, records
from services.database import Session
from services.money import format_money, voucher_capitals
from services.payment_records import lines_of
from services.permissions import Actor, Permission, requires
from services.reports.payment_list import ListedPayment, PaymentList

_WORDS = {
    PaymentState.WAITING: "",
    PaymentState.CONFIRMED: "已付",
    PaymentState.BOUNCED: "退汇",
    PaymentState.TAKEN_OUT: "移出",
}


@requires(Permission.BATCH_SEE)
def printed(session: Session, actor: Actor, batch_id: int) -> PaymentList:
    """The list of a batch; lines taken out are left out unless all of them were. Raises Refused "record.gone"."""
    batch = records.load(session, PaymentBatch, batch_id)
    every = lines_of(session, batch)
    kept = [line for line in every if line.state != PaymentState.TAKEN_OUT] or every
    return PaymentList(
        company=company.get(session, actor).name,
        number=batch.number,
        account=f"{batch.account_name} {batch.account_number}".strip(),
        day=batch.paid_on,
        lines=tuple(
            ListedPayment(
                number=line.claim_number,
                payee=line.payee_name,
                bank=line.bank_name,
                account=line.bank_account,
                amount=format_money(line.amount),
                note=_note(_WORDS[line.state], line.reason or line.purpose),
            )
            for line in kept
        ),
        total=format_money(batch.total),
        capitals=voucher_capitals(batch.total),
        made_by=batch.made_by_name,
        cancelled=batch.state == BatchState.CANCELLED,
    )


def _note(state: str, words: str) -> str:
    """State and reason; banks begin a reason with the state, which is then said once."""
    return words if state and words.startswith(state) else f"{state} {words}".strip()
