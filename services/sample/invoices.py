"""The sample's store of invoices: some wait for a paper, some too long, some were taken back by their sellers."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random

from sqlalchemy import select

from models.expense_claim import ClaimState, ExpenseClaim
from models.invoice import Invoice, InvoiceState
from services import invoice_marks, invoice_store, users
from services.database import Session
from services.invoices.model import InvoiceKind, Reading
from services.permissions import Actor, open_to_all
from services.sample.company import Standing
from services.sample.invoice_files import as_read, invoice_from, invoice_xml

# what it was for, yuan, how many days ago it was issued and brought
UNUSED = (
    ("travel", "268.00", 3, 2), ("lodging", "956.00", 6, 4), ("print", "1380.00", 9, 7), ("office", "415.60", 20, 18),
    ("travel", "742.50", 52, 44), ("meal", "386.00", 47, 41), ("office", "1299.00", 71, 63),
)  # fmt: skip
SPECIAL = frozenset({"print", "lodging"})  # sellers that issue special invoices to the company
CANCELLED = ("print", "520.00", 26, 24)
_RED_NOTE = "供应商退款，已开具红字发票"
_CANCELLED_NOTE = "抬头开错，销售方已作废重开"


@open_to_all("a step of making the sample, before anybody is there")
def write_store(session: Session, standing: Standing, today: date, random: Random) -> None:
    """Seven unused invoices, a cancelled one, and one red-lettered after its paper was paid."""
    clerk = users.actor_of(session, standing.users["wangxue"][0])
    with tempfile.TemporaryDirectory() as folder:
        for row in UNUSED:
            _bring(session, clerk, standing, today, random, Path(folder), row)
        invoice_id = _bring(session, clerk, standing, today, random, Path(folder), CANCELLED)
    _mark(session, clerk, invoice_id, InvoiceState.CANCELLED, _CANCELLED_NOTE, today)
    paid = session.scalar(
        select(Invoice.id)
        .join(ExpenseClaim, ExpenseClaim.id == Invoice.claim_id)
        .where(
            ExpenseClaim.state == ClaimState.PAID,
            ExpenseClaim.paid_on < today - timedelta(days=9),
            Invoice.attachment_id.is_not(None),
            Invoice.total >= Decimal(300),
        )
        .order_by(Invoice.id.desc())
        .limit(1)
    )
    if paid is not None:
        _mark(session, clerk, paid, InvoiceState.RED_LETTERED, _RED_NOTE, today)


def _bring(
    session: Session,
    clerk: Actor,
    standing: Standing,
    today: date,
    random: Random,
    folder: Path,
    row: tuple[str, str, int, int],
) -> int:
    """One invoice file into the store, as read; returns its id."""
    category, amount, issued, brought = row
    bill = invoice_from(category, today - timedelta(days=issued), Decimal(amount), random)
    content = invoice_xml(bill, standing.company, standing.tax_id)
    special = category in SPECIAL
    if special:
        content = content.replace("普通发票".encode(), "增值税专用发票".encode())
    path = folder / f"{bill.number}.xml"
    path.write_bytes(content)
    read = as_read(bill, standing.company, standing.tax_id)
    read = replace(read, kind=InvoiceKind.DIGITAL_SPECIAL) if special else read
    reading = Reading(path.name, sha256(content).hexdigest(), read)
    day = today - timedelta(days=brought)
    return invoice_store.add_files(session, clerk, [reading], [path], today=day).ids[0]


def _mark(
    session: Session, clerk: Actor, invoice_id: int, state: InvoiceState, note: str, today: date
) -> None:
    version = session.get_one(Invoice, invoice_id).version
    day = today - timedelta(days=1)
    invoice_marks.mark(
        session, clerk, invoice_id, version, state,
        marked_on=day, note=note, command_id=f"sample-mark-{invoice_id}", today=today,
    )  # fmt: skip
