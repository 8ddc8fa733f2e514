"""A database that an earlier release wrote is opened, upgraded, and worked on."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from models.expense_claim import ClaimState, ExpenseClaim, PaymentMethod
from models.invoice import Invoice, InvoiceState
from services import audit, expense_claims, integrity
from services.database import FILE_NAME, Database
from services.errors import Refused
from services.permissions import Actor
from tests.claims import command

DATA = Path(__file__).parent / "data"
PAID_ON = date(2026, 11, 24)


@pytest.fixture
def released(tmp_path: Path) -> Iterator[Database]:
    """What 0.1.0 wrote: papers in every state, an advance settled in part, invoices, a reversal."""
    folder = tmp_path / "data"
    (folder / "keys").mkdir(parents=True)
    (folder / FILE_NAME).write_bytes(gzip.decompress((DATA / "opsdesk-0.1.0.db.gz").read_bytes()))
    shutil.copy(DATA / "opsdesk-0.1.0.key", folder / "keys" / "audit.key")
    opened = Database.open(folder)
    yield opened
    opened.close()


def test_everything_in_it_is_still_there_and_adds_up(released: Database, auditor: Actor) -> None:
    with released.read() as session:
        papers = session.scalars(select(ExpenseClaim).order_by(ExpenseClaim.id)).all()
        assert {paper.state for paper in papers} == set(ClaimState) - {
            ClaimState.RETURNED,
            ClaimState.WITHDRAWN,
        }
        assert (papers[0].number, papers[0].outstanding) == ("JK-2026-0001", 1800)
        assert [*integrity.file_problems(session), *integrity.sums(session)] == []
        assert audit.verify(session, auditor).ok


def test_who_has_a_paper_has_had_it_since_it_last_changed(released: Database) -> None:
    with released.read() as session:
        waiting = session.scalars(select(ExpenseClaim).where(ExpenseClaim.state == ClaimState.TO_PAY)).one()
        assert waiting.held_since == waiting.updated_at


def test_its_invoices_are_used_or_not_yet(released: Database) -> None:
    with released.read() as session:
        invoices = session.scalars(select(Invoice).order_by(Invoice.id)).all()
    assert [invoice.state for invoice in invoices] == [
        InvoiceState.USED,
        InvoiceState.USED,
        InvoiceState.UNUSED,
    ]
    assert all(invoice.seen_on for invoice in invoices)


def test_the_guards_stand_again(released: Database) -> None:
    with pytest.raises(Refused, match=r"claim\.not_editable"), released.write() as session:  # noqa: PT012 - at the commit
        paid = session.scalars(select(ExpenseClaim).where(ExpenseClaim.state == ClaimState.PAID)).first()
        assert paid is not None
        paid.purpose = "other"


def test_work_goes_on_where_it_was(released: Database, cashier: Actor) -> None:
    with released.write() as session:
        waiting = session.scalars(select(ExpenseClaim).where(ExpenseClaim.state == ClaimState.TO_PAY)).one()
        saved = expense_claims.pay(
            session,
            cashier,
            waiting.id,
            waiting.version,
            account_id=1,
            method=PaymentMethod.TRANSFER,
            paid_on=PAID_ON,
            command_id=command(),
            today=PAID_ON,
        )
    with released.read() as session:
        paid = session.get_one(ExpenseClaim, saved.id)
        assert paid.state is ClaimState.PAID
        assert paid.voucher_number.startswith("付-2026-11-")
