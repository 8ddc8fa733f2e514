"""A payment batch of a thousand papers: confirmed, with the history of every paper, in one transaction."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import func, insert, select, update

from models.audit import AuditEntry
from models.expense_claim import ClaimState, ExpenseClaim
from models.voucher import Voucher
from services import payment_batches, payment_confirmations
from services.claim_values import Saved
from services.database import Database
from tests.claims import TODAY, Office, command
from tests.conftest import people
from tests.payments import make_treasury

PAPERS = 1000
REACH = 2.0
ROUNDS = 3


def office_with_papers(folder: Path, rounds: int) -> tuple[Office, list[list[int]]]:
    """The office of the tests with `rounds` times a thousand approved papers of one line, written past the forms."""
    database = Database.open(folder)
    people(database)
    office = make_treasury(database)
    one = office.approved(office.draft("800"))
    with office.writing() as session:
        table = ExpenseClaim.__table__
        row = dict(session.execute(select(table).where(table.c.id == one.id)).mappings().one())
        row |= {"state": ClaimState.DRAFT}
        del row["id"]
        rows = [row | {"number": f"BX-2025-{number:05}"} for number in range(rounds * PAPERS)]
        session.execute(insert(table), rows)
        made = table.c.number.like("BX-2025-%")
        for state in (ClaimState.SUBMITTED, ClaimState.TO_PAY):
            session.execute(update(table).where(made).values(state=state))
        ids = list(session.scalars(select(table.c.id).where(made).order_by(table.c.id)))
    return office, [ids[start : start + PAPERS] for start in range(0, len(ids), PAPERS)]


def paid(office: Office, ids: list[int]) -> tuple[float, float]:
    """Seconds to make a batch of these papers, and to confirm all of it."""
    begun = perf_counter()
    with office.writing() as session:
        batch: Saved = payment_batches.make(session, office.cashier, ids, account_id=office.account, paid_on=TODAY, command_id=command(), today=TODAY)  # fmt: skip
    made = perf_counter()
    with office.writing() as session:
        payment_confirmations.confirm(session, office.cashier, batch.id, batch.version, None, paid_on=TODAY, command_id=command(), today=TODAY)  # fmt: skip
    return made - begun, perf_counter() - made


def rows() -> list[tuple[str, str, str, bool]]:
    """One line: how long the confirmation of a thousand papers takes, audit included."""
    with tempfile.TemporaryDirectory() as folder:
        office, parts = office_with_papers(Path(folder), ROUNDS)
        times = [paid(office, ids) for ids in parts]
        with office.database.read() as session:
            done = session.scalar(select(func.count()).select_from(Voucher)) or 0
            acts = session.scalar(
                select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "pay")
            )
        office.database.close()
    whole = done == acts == ROUNDS * PAPERS
    making, seconds = median(one for one, _ in times), median(one for _, one in times)
    told = f"{seconds:.2f} s (the batch made in {making:.2f} s)"
    return [
        (
            "a batch of 1,000 papers paid, audit included, one transaction",
            "≤ 2 s",
            told,
            whole and seconds <= REACH,
        )
    ]


if __name__ == "__main__":
    print(rows())
