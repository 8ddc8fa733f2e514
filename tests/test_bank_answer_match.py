"""Matching rows of a bank with lines of a batch, whatever rows and lines there are."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.payment import PaymentState
from services.bank_answer_match import AnswerKind, Line, match
from services.bank_answer_rows import AnswerRow

amounts = st.sampled_from([Decimal(1), Decimal("2.50"), Decimal(800)])
names = st.sampled_from(["李文静", "王卡"])
accounts = st.sampled_from(["6222", "6214"])
states = st.sampled_from([PaymentState.WAITING, PaymentState.CONFIRMED, PaymentState.BOUNCED])
line_sets = st.lists(st.tuples(names, accounts, amounts, states), max_size=8).map(
    lambda found: [Line(n, f"BX-2026-{n:04}", *one) for n, one in enumerate(found, start=1)]
)
row_sets = st.lists(st.tuples(accounts, names, st.one_of(st.none(), amounts), st.sampled_from([True, False, None])), max_size=10).map(
    lambda found: [AnswerRow(n, *one, "原因", "") for n, one in enumerate(found, start=1)]
)  # fmt: skip


@given(row_sets, line_sets)
def test_every_row_gets_one_answer_and_no_line_two(rows: list[AnswerRow], known: list[Line]) -> None:
    found = match(rows, known)
    assert [one.row for one in found if one.row] == [row.row for row in rows]
    meant = [one.line_id for one in found if one.line_id is not None]
    assert len(meant) == len(set(meant))


@given(row_sets, line_sets)
def test_only_waiting_lines_of_the_same_payee_and_amount_are_touched(
    rows: list[AnswerRow], known: list[Line]
) -> None:
    by_id, by_row = {line.id: line for line in known}, {row.row: row for row in rows}
    for one in match(rows, known):
        if one.kind in (AnswerKind.CONFIRM, AnswerKind.BOUNCE):
            assert one.line_id is not None
            line, row = by_id[one.line_id], by_row[one.row]
            assert line.state is PaymentState.WAITING
            assert (line.account, line.name, line.amount) == (row.account, row.name, row.amount)
            assert row.paid is (one.kind is AnswerKind.CONFIRM)


@given(row_sets, line_sets)
def test_carried_out_and_compared_again_nothing_is_left_to_do(
    rows: list[AnswerRow], known: list[Line]
) -> None:
    done = {one.line_id: one.kind for one in match(rows, known)}
    ends = {AnswerKind.CONFIRM: PaymentState.CONFIRMED, AnswerKind.BOUNCE: PaymentState.BOUNCED}
    after = [
        Line(
            line.id,
            line.number,
            line.name,
            line.account,
            line.amount,
            ends.get(done.get(line.id), line.state),
        )
        for line in known
    ]
    again = {one.kind for one in match(rows, after)}
    assert not again & {AnswerKind.CONFIRM, AnswerKind.BOUNCE}
