"""The sample company's vouchers: past months bound, this one open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from services import sample, users, voucher_entries, voucher_months
from services.database import Database

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path)
    sample.create(database, today=FRIDAY)
    yield database
    database.close()


def test_every_month_but_this_one_is_bound_and_this_one_has_a_void_number(office: Database) -> None:
    with office.write() as session:
        cashier = users.sign_in(session, "sunqian", "opsdesk")
        months = voucher_months.months(session, cashier)
        assert [row.bound_on is None for row in months] == [True] + [False] * (len(months) - 1)
        assert len(months) > 10
        assert months[0].voided == 1
        assert all(voucher_months.facts_of(session, row.month).count == row.count for row in months)
        assert voucher_entries.missing(session, cashier, months[1].month) == []
