"""Ways to vouchers for tests: papers paid on a day, payments that did not happen, months bound, bundles read back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image
from sqlalchemy import select

from models.expense_claim import ClaimState, ExpenseClaim, PaymentMethod
from models.payment import BatchState, PaymentBatch, PaymentLine, PaymentState
from models.voucher import Voucher
from services import expense_claims, voucher_bundles, voucher_months, vouchers
from services.claim_values import Saved
from services.database import Session
from services.permissions import Actor
from services.voucher_bundles import Bundle
from tests.claims import TODAY, Office, command, invoice_file

MONTH = date(2026, 11, 1)
LATER = date(2026, 12, 3)  # the month is over


def with_files(office: Office, *files: tuple[Path, object]) -> Saved:
    """A draft of these invoices, with a reason for every doubt."""
    draft = office.from_files(*files).draft  # type: ignore[arg-type]  # files with readings
    with office.database.read() as session:
        checks = expense_claims.check_draft(session, office.clerk, draft, today=TODAY)
    reasons = {check.key: "已核对" for check in checks if check.level == "warn"}
    return office.save(replace(draft, reasons=reasons))


def paid_with_files(office: Office, *files: tuple[Path, object]) -> Saved:
    return office.pay(office.approve(office.submit(with_files(office, *files))))


def with_invoices(office: Office, folder: Path, *contents: bytes) -> Saved:
    """A paid claim whose invoices' files hold these bytes."""
    files = []
    for content in contents:
        path, reading = invoice_file(folder, number=f"264220000004812{len(list(folder.iterdir())):05}")
        path.write_bytes(content)
        files.append((path, reading))
    return paid_with_files(office, *files)


def pay_late(office: Office, saved: Saved, paid_on: date, today: date = LATER) -> Saved:
    """Pay an approved paper on a day of one's choice."""
    with office.writing() as session:
        return expense_claims.pay(
            session,
            office.cashier,
            saved.id,
            saved.version,
            account_id=office.account,
            method=PaymentMethod.TRANSFER,
            paid_on=paid_on,
            command_id=command(),
            today=today,
        )


def not_paid(office: Office, saved: Saved, reason: str = "退汇") -> Saved:
    """The bank sent the money back: the paper is to be paid again, its number is void."""
    with office.writing() as session:
        batch_line(session, office, saved, PaymentState.BOUNCED)
        claim = session.get_one(ExpenseClaim, saved.id)
        vouchers.void(session, office.cashier, claim, reason)
        claim.state, claim.paid_on, claim.outstanding = ClaimState.TO_PAY, None, Decimal(0)
        session.flush()
        return Saved(claim.id, claim.version, claim.number)


def batch_line(
    session: Session, office: Office, saved: Saved, state: PaymentState, day: date = TODAY
) -> PaymentBatch:
    """The paper in a batch of its own."""
    open_ = state == PaymentState.WAITING
    batch = PaymentBatch(
        number=command(),
        account_id=office.account,
        account_name="基本户",
        state=BatchState.SENT if open_ else BatchState.SETTLED,
        paid_on=day,
        count=1,
        total=Decimal(1),
        made_by_id=office.cashier.user_id,
        made_by_name=office.cashier.name,
    )
    session.add(batch)
    session.flush()
    line = PaymentLine(
        batch_id=batch.id,
        position=0,
        claim_id=saved.id,
        claim_number=saved.number,
        payee_name="李文静",
        amount=Decimal(1),
        state=state,
    )
    session.add(line)
    session.flush()
    return batch


def bind(office: Office, month: date = MONTH, today: date = LATER, actor: Actor | None = None) -> None:
    with office.writing() as session:
        voucher_months.bind(session, actor or office.cashier, month, command(), today=today)


def numbers(office: Office) -> list[tuple[str, str]]:
    """Every voucher in the order it was given: its number and its state."""
    with office.database.read() as session:
        rows = session.execute(select(Voucher.label, Voucher.state).order_by(Voucher.id))
        return [(label, state.value) for label, state in rows]


def bundle(office: Office, target: Path, **how: object) -> Bundle:
    with office.database.read() as session:
        return voucher_bundles.write(session, office.cashier, MONTH, target, today=LATER, **how)  # type: ignore[arg-type]  # its own words


def pages(path: Path) -> list[str]:
    """What stands on each page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return list(_texts(document))
    finally:
        document.close()


def _texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        text = page.get_textpage()
        yield text.get_text_range()
        text.close()
        page.close()


def is_sound(path: Path) -> bool:
    """Whether a second reader finds nothing wrong with the file."""
    with pikepdf.open(path) as pdf:
        return not pdf.check_pdf_syntax()


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 600), mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, 120 if mode == "L" else "red").save(made, kind)
    return made.getvalue()
