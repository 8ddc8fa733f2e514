"""Months of vouchers: bound when nothing is open, unchanged from then on, opened again with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from models.expense_claim import ClaimState, ExpenseClaim
from models.payment import PaymentState
from models.voucher import Voucher, VoucherMonth, VoucherState
from services import attachments, audit, integrity, voucher_months
from services.database import Database
from services.errors import Refused
from tests.claims import TODAY, Office, at_once, command, make_office, refusal
from tests.vouchers import LATER, MONTH, batch_line, bind, bundle, not_paid, numbers, pay_late


@pytest.fixture
def company(database: Database) -> Office:
    return make_office(database)


def month_of(company: Office) -> VoucherMonth:
    with company.database.read() as session:
        found = voucher_months.bound_month(session, MONTH)
        assert found is not None
        return found


def test_a_bound_month_keeps_its_counts_and_the_end_of_the_history(company: Office) -> None:
    company.paid(company.draft("100"))
    not_paid(company, company.paid(company.draft("40")))
    with company.database.read() as session:
        head = audit.head(session)
    bind(company)
    kept = month_of(company)
    assert (kept.count, kept.voided, kept.total, kept.attachments) == (2, 1, 100, 0)
    assert (kept.bound_on, kept.bound_by_name) == (LATER, "孙倩")
    assert (kept.head_seq, kept.head_mac) == head


def test_nothing_is_paid_into_a_bound_month_and_nothing_is_half_done(company: Office) -> None:
    advance = company.paid(company.advance_draft("300"))
    waiting = company.approved(company.offsetting(advance, "500", offset="100"))
    bind(company)
    with pytest.raises(Refused) as refused:
        pay_late(company, waiting, date(2026, 11, 30))
    assert (refused.value.code, refused.value.field) == ("voucher.month_bound", "paid_on")
    assert refused.value.values == {"month": "2026-11", "day": date(2026, 12, 1)}
    assert company.detail(waiting).state is ClaimState.TO_PAY
    assert company.detail(advance).outstanding == 300
    pay_late(company, waiting, date(2026, 12, 1))
    assert numbers(company)[-1] == ("付-2026-12-0001", "valid")


def test_the_next_open_day_skips_months_that_are_bound_too(company: Office) -> None:
    company.paid(company.draft("1"))
    pay_late(company, company.approved(company.draft("2")), date(2026, 12, 1))
    bind(company)
    bind(company, date(2026, 12, 1), date(2027, 1, 4))
    waiting = company.approved(company.draft("3"))
    with pytest.raises(Refused) as refused:
        pay_late(company, waiting, date(2026, 11, 30))
    assert refused.value.values["day"] == date(2027, 1, 1)


def test_a_paper_of_a_bound_month_is_reversed_in_the_open_one(company: Office) -> None:
    paid = company.paid(company.draft("100"))
    bind(company)
    with company.writing() as session:
        from services import expense_claims

        expense_claims.void(
            session, company.cashier, paid.id, paid.version, reason="重复", command_id=command(), today=LATER
        )
    assert numbers(company) == [("付-2026-11-0001", "valid"), ("付-2026-12-0001", "valid")]


def test_a_payment_of_a_bound_month_is_not_taken_back(company: Office) -> None:
    paid = company.paid(company.draft("100"))
    bind(company)
    with refusal("voucher.month_bound"):
        not_paid(company, paid)
    assert numbers(company) == [("付-2026-11-0001", "valid")]


@pytest.mark.parametrize("act", ["insert", "void", "attachments"])
def test_the_database_itself_keeps_a_bound_month(company: Office, act: str) -> None:
    company.paid(company.draft("100"))
    bind(company)
    with refusal("voucher.month_bound"), company.writing() as session:
        if act == "insert":
            row = session.scalars(select(Voucher)).one()
            values = {
                name: getattr(row, name) for name in ("month", "type", "claim_id", "dated_on", "amount")
            }
            late = values | {"number": 2, "label": "付-2026-11-0002", "created_at": row.created_at}
            session.execute(insert(Voucher).values(late | {"updated_at": row.created_at}))
        elif act == "void":
            session.execute(update(Voucher).values(state=VoucherState.VOIDED))
        else:
            session.execute(update(Voucher).values(attachments=5))


def test_a_voucher_is_never_deleted(company: Office) -> None:
    company.paid(company.draft("100"))
    with refusal("voucher.fixed"), company.writing() as session:
        session.execute(delete(Voucher))


def test_a_month_is_bound_once(company: Office) -> None:
    company.paid(company.draft("100"))
    bind(company)
    with pytest.raises(Refused) as refused:
        bind(company)
    assert refused.value.code == "voucher.already_bound"
    assert refused.value.values == {"month": "2026-11", "day": LATER, "by": "孙倩"}


def test_a_double_click_binds_once_and_says_so(company: Office) -> None:
    company.paid(company.draft("100"))
    found = []
    for _ in range(2):
        with company.writing() as session:
            found.append(voucher_months.bind(session, company.cashier, MONTH, "click", today=LATER))
    assert found[0] == found[1]


def test_a_month_that_is_not_over_is_not_bound(company: Office) -> None:
    company.paid(company.draft("100"))
    with pytest.raises(Refused) as refused:
        bind(company, today=date(2026, 11, 30))
    assert (refused.value.code, refused.value.values["day"]) == ("voucher.month_not_over", date(2026, 12, 1))


def test_an_empty_month_is_not_bound(company: Office) -> None:
    with refusal("voucher.nothing_to_bind"):
        bind(company)


def test_a_month_with_papers_at_the_bank_is_not_bound(company: Office) -> None:
    company.paid(company.draft("100"))
    waiting = company.approved(company.draft("40"))
    with company.writing() as session:
        batch_line(session, company, waiting, PaymentState.WAITING)
    with pytest.raises(Refused) as refused:
        bind(company)
    assert refused.value.code == "voucher.at_the_bank"
    assert refused.value.values == {"count": 1, "numbers": waiting.number}
    with company.database.read() as session:
        assert [row.waiting for row in voucher_months.months(session, company.cashier)] == [1]


def test_a_paid_paper_without_a_number_is_named(company: Office) -> None:
    company.paid(company.draft("100"))
    other = company.approved(company.draft("40"))
    with company.writing() as session:
        session.get_one(ExpenseClaim, other.id).paid_on = TODAY
        session.get_one(ExpenseClaim, other.id).state = ClaimState.PAID
        session.flush()
    with pytest.raises(Refused) as refused:
        bind(company)
    assert (refused.value.code, refused.value.values) == ("voucher.number_missing", {"number": other.number})


def test_files_that_came_after_the_payment_are_counted_before_the_month_closes(
    company: Office, tmp_path: Path
) -> None:
    paid = company.paid(company.draft("100"))
    slip = tmp_path / "回单.txt"
    slip.write_text("回单")
    with company.writing() as session:
        attachments.store(session, company.clerk, "expense_claim", paid.id, slip)
    bind(company)
    assert month_of(company).attachments == 1
    with company.writing() as session:
        attachments.store(session, company.clerk, "expense_claim", paid.id, slip)
        assert (
            voucher_months.facts_of(session, MONTH).attachments == 1
        )  # what came later is not of this month


def test_opening_again_needs_a_reason_and_is_in_the_history(company: Office) -> None:
    company.paid(company.draft("100"))
    bind(company)
    act = partial(voucher_months.unbind, reason="  ")
    with refusal("voucher.unbind_reason_missing"), company.writing() as session:
        act(session, company.boss, MONTH, command())
    with company.writing() as session:
        voucher_months.unbind(session, company.boss, MONTH, command(), reason="补附回单")
    with refusal("voucher.not_bound"), company.writing() as session:
        voucher_months.unbind(session, company.boss, MONTH, command(), reason="补附回单")
    company.paid(company.draft("7"))
    bind(company)
    assert month_of(company).count == 2


def test_who_binds_does_not_open_again_and_the_other_way_round(company: Office) -> None:
    company.paid(company.draft("100"))
    with refusal("permission.denied"):
        bind(company, actor=company.boss)
    bind(company)
    with refusal("permission.denied"), company.writing() as session:
        voucher_months.unbind(session, company.cashier, MONTH, command(), reason="改")
    with refusal("permission.denied"), company.database.read() as session:
        voucher_months.months(session, company.clerk)


def test_the_months_are_told_newest_first(company: Office) -> None:
    company.paid(company.draft("100"))
    pay_late(company, company.approved(company.draft("7")), date(2026, 12, 1))
    bind(company)
    with company.database.read() as session:
        rows = voucher_months.months(session, company.cashier)
    assert [(row.month, row.count, row.total, row.bound_on) for row in rows] == [
        (date(2026, 12, 1), 1, Decimal(7), None),
        (MONTH, 1, Decimal(100), LATER),
    ]


def test_what_was_printed_is_what_is_bound(company: Office, tmp_path: Path) -> None:
    company.paid(company.draft("100"))
    made = bundle(company, tmp_path / "a.pdf", binding=True)
    pay_late(company, company.approved(company.draft("7")), date(2026, 11, 21))
    with refusal("voucher.changed_meanwhile"), company.writing() as session:
        voucher_months.bind(
            session, company.cashier, MONTH, command(), today=LATER, made=(made.facts, made.binding)
        )
    made = bundle(company, tmp_path / "a.pdf", binding=True)
    with company.writing() as session:
        voucher_months.bind(
            session, company.cashier, MONTH, command(), today=LATER, made=(made.facts, made.binding)
        )
    kept = month_of(company)
    assert (kept.pages, kept.head_seq) == (made.pages, made.binding.head_seq)
    assert replace(made.binding, pages=0) != made.binding


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (update(VoucherMonth).values(total=Decimal(1)), "integrity.bound_month"),
        (update(VoucherMonth).values(count=9), "integrity.bound_month"),
        (update(ExpenseClaim).values(voucher_number="付-2026-11-0009"), "integrity.voucher"),
    ],
)
def test_the_check_of_the_database_finds_what_does_not_agree(
    either: Database, change: object, code: str
) -> None:
    company = make_office(either)
    company.paid(company.draft("100"))
    bind(company)
    with company.writing() as session:
        assert integrity.sums(session) == []
        session.execute(change)  # type: ignore[call-overload]  # an UPDATE
        assert [refused.code for refused in integrity.sums(session)] == [code]


def test_the_check_of_the_database_finds_a_gap(database: Database) -> None:
    company = make_office(database)
    company.paid(company.draft("100"))
    company.paid(company.draft("7"))
    with company.database.writer.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER voucher_delete")
        connection.exec_driver_sql("DELETE FROM voucher WHERE number = 1")
    with company.writing() as session:
        (found,) = integrity.sums(session)
        assert (found.code, found.values) == ("integrity.voucher", {"number": "付-2026-11-0002"})
    with pytest.raises(Refused) as refused:
        bind(company)
    assert (refused.value.code, refused.value.values) == ("voucher.gap", {"label": "付-2026-11-0001"})


def test_paying_and_binding_at_once_leave_no_voucher_uncounted(either: Database) -> None:
    company = make_office(either)
    company.paid(company.draft("100"))
    for _ in range(3):
        waiting = [company.approved(company.draft("1")) for _ in range(3)]
        answers = at_once(
            *(partial(pay_late, company, one, date(2026, 11, 25)) for one in waiting), partial(bind, company)
        )
        assert set(answers) <= {"done", "voucher.month_bound"}
        with company.writing() as session:
            kept = voucher_months.bound_month(session, MONTH)
            assert kept is not None
            assert kept.count == voucher_months.facts_of(session, MONTH).count
            voucher_months.unbind(session, company.boss, MONTH, command(), reason="试")
