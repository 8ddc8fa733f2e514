"""Windows, counts and sums of a register, on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import or_

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.user import Role
from services import order_maps, registers, search
from services.errors import Refused
from services.permissions import Permission
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Query, Register
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
ALL = Query(TODAY)
COUNT = 60

REGISTER = Register(
    name="expense_claim",
    record=ExpenseClaim,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, ExpenseClaim.number),
        Column("business_date", "Date", ColumnKind.DAY, ExpenseClaim.business_date),
        Column("claimant_name", "Claimant", ColumnKind.TEXT, ExpenseClaim.claimant_name),
        Column("amount", "Amount", ColumnKind.MONEY, ExpenseClaim.amount),
        Column("state", "State", ColumnKind.CHOICE, ExpenseClaim.state, choices=ClaimState),
        Column("pay_by", "Time limit", ColumnKind.DAY, ExpenseClaim.pay_by),
        Column("invoice_count", "Invoices", ColumnKind.NUMBER, ExpenseClaim.invoice_count),
        Column("purpose", "Purpose", ColumnKind.TEXT, ExpenseClaim.purpose, sortable=False),
    ),
    see=Permission.CLAIM_SEE,
    sort="number",
    chips=(
        Chip("all", "All"),
        Chip("paid", "Paid", lambda _: (Filter("state", Operator.IS, ClaimState.PAID),)),
        Chip("mine", "Mine", clause=lambda context: ExpenseClaim.claimant_id == context.actor.employee_id),
    ),
    total="amount",
)


def claim(number: int) -> ExpenseClaim:
    name = "李文静" if number % 2 else "王建国"
    return ExpenseClaim(
        kind=PaperKind.CLAIM,
        number=f"BX-2026-{number:04}",
        state=ClaimState.PAID if number % 3 == 0 else ClaimState.DRAFT,
        claimant_id=1 + number % 2,
        department_id=1,
        created_by_id=1,
        business_date=date(2026, 1, 1 + number % 20),
        paid_on=date(2026, 2, 1),
        pay_by=date(2026, 3, 1 + number % 5) if number % 4 else None,
        purpose=f"100% 武汉_{number}" if number < 3 else "",
        amount=Decimal(number % 7) + Decimal("0.10"),
        sanctioned=Decimal(0),
        claimant_name=name,
        invoice_count=number % 3,
        search_text=search.text_for(f"BX-2026-{number:04}", name),
    )


def fill(database):
    with database.write() as session:
        items = [claim(number) for number in range(1, COUNT + 1)]
        session.add_all(items)
        session.flush()
        for item in items:
            search.index(session, "expense_claim", item.id, item.search_text)


@pytest.fixture
def session(database):
    fill(database)
    with database.read() as session:
        yield session


@pytest.fixture(params=[search.RARE, 5], ids=["few matches", "many matches"])
def rare(request, monkeypatch):
    monkeypatch.setattr(search, "RARE", request.param)


ORDERS = [(name, down) for name in ("number", "claimant_name", "amount", "pay_by") for down in (False, True)]


@pytest.mark.parametrize("text", ["", "李文静", "wjg 00"])
@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_every_window_is_the_same_piece_of_the_whole(session, order, text, rare):
    query = Query(TODAY, text=text, sort=order[0], descending=order[1])
    whole = registers.window(session, CLERK, REGISTER, query, 0, 1000)
    known = order_maps.build(session, CLERK, REGISTER, query, step=7)
    end = registers.anchor_at(REGISTER, query, len(whole) - 1, whole[-1])
    assert registers.count(session, CLERK, REGISTER, query) == len(whole)
    for first in range(0, len(whole), 3):
        for near in (None, known.anchor(first), known.anchor(first // 2), known.anchor(first + 9), end):
            found = registers.window(session, CLERK, REGISTER, query, first, 8, near=near)
            assert found == whole[first : first + 8]


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_rows_are_in_order_and_positions_are_found_again(session, order):
    query = Query(TODAY, sort=order[0], descending=order[1])
    rows = registers.window(session, CLERK, REGISTER, query, 0, 1000)
    place = 1 + [column.name for column in REGISTER.columns].index(order[0])
    keys = [((row[place] is not None, row[place] or 0), row[0]) for row in rows]
    assert keys == sorted(keys, reverse=order[1])
    ids = [row[0] for row in rows]
    assert registers.ids_to_positions(session, CLERK, REGISTER, query, [*ids[:9], 999_999]) == {
        row_id: position for position, row_id in enumerate(ids[:9])
    }
    assert list(registers.rows_for_export(session, CLERK, REGISTER, query)) == [row[1:] for row in rows]


def test_values_come_as_yuan_days_and_members(session):
    row = registers.window(session, CLERK, REGISTER, ALL, 2, 1)[0]
    assert row[1:] == (
        "BX-2026-0003",
        date(2026, 1, 4),
        "李文静",
        Decimal("3.10"),
        ClaimState.PAID,
        date(2026, 3, 4),
        0,
        "",
    )
    assert str(row[4]) == "3.10"


@pytest.mark.parametrize(
    ("column", "operator", "value", "numbers"),
    [
        ("number", Operator.CONTAINS, "-000", range(1, 10)),
        ("purpose", Operator.CONTAINS, "100%", (1, 2)),
        ("purpose", Operator.CONTAINS, "武汉_1", (1,)),
        ("purpose", Operator.NOT_EMPTY, None, (1, 2)),
        ("number", Operator.IN, ("BX-2026-0001", "BX-2026-0009"), (1, 9)),
        ("number", Operator.IN, (), ()),
        ("amount", Operator.AT_LEAST, Decimal("6.10"), range(6, 61, 7)),
        ("amount", Operator.AT_MOST, Decimal("0.10"), range(7, 61, 7)),
        ("business_date", Operator.BETWEEN, (date(2026, 1, 1), date(2026, 1, 2)), (1, 20, 21, 40, 41, 60)),
        ("state", Operator.IS, ClaimState.PAID, range(3, 61, 3)),
        ("state", Operator.IN, (ClaimState.PAID, ClaimState.VOIDED), range(3, 61, 3)),
        ("pay_by", Operator.EMPTY, None, range(4, 61, 4)),
        ("invoice_count", Operator.IS, 2, range(2, 61, 3)),
        ("invoice_count", Operator.IS_NOT, 2, [n for n in range(1, 61) if n % 3 != 2]),
    ],
)
def test_a_filter_shows_what_it_says(session, column, operator, value, numbers):
    query = Query(TODAY, filters=(Filter(column, operator, value),))
    found = registers.window(session, CLERK, REGISTER, query, 0, 100)
    assert [row[1] for row in found] == [f"BX-2026-{number:04}" for number in numbers]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (
            Query(TODAY, filters=(Filter("id; DROP TABLE expense_claim", Operator.IS, 1),)),
            "register.unknown_column",
        ),
        (Query(TODAY, sort="search_text"), "register.unknown_column"),
        (Query(TODAY, sort="purpose"), "register.not_sortable"),
        (Query(TODAY, chip="nobody"), "register.unknown_chip"),
        (Query(TODAY, filters=(Filter("state", Operator.CONTAINS, "x"),)), "register.unknown_operator"),
        (Query(TODAY, filters=(Filter("state", Operator.IS, "x"),)), "register.bad_value"),
        (Query(TODAY, filters=(Filter("amount", Operator.IS, Decimal("1.234")),)), "register.bad_value"),
        (Query(TODAY, filters=(Filter("business_date", Operator.IS, "2026-02-30"),)), "register.bad_value"),
        (
            Query(TODAY, filters=(Filter("business_date", Operator.BETWEEN, date(2026, 1, 1)),)),
            "register.bad_value",
        ),
        (Query(TODAY, filters=(Filter("amount", Operator.BETWEEN, (Decimal(1),)),)), "register.bad_value"),
        (Query(TODAY, filters=(Filter("invoice_count", Operator.IS, True),)), "register.bad_value"),
        (Query(TODAY, filters=(Filter("number", Operator.IS, None),)), "register.bad_value"),
    ],
)
def test_what_is_not_known_is_refused(session, query, code):
    with pytest.raises(Refused) as refused:
        registers.window(session, CLERK, REGISTER, query, 0, 10)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE expense_claim --", '" OR 1', "* NEAR( ) AND", "%", "_", "¥ -"]
)
def test_no_search_text_is_read_as_a_command(session, text):
    found = registers.window(session, CLERK, REGISTER, Query(TODAY, text=text), 0, 100)
    assert len(found) in {0, COUNT}
    assert registers.count(session, CLERK, REGISTER, ALL) == COUNT


def test_chips_count_and_totals_add_up(session):
    counts = registers.chip_counts(session, CLERK, REGISTER, TODAY)
    assert counts == {"all": 60, "paid": 20, "mine": 30}
    totals = registers.count_and_sum(session, CLERK, REGISTER, Query(TODAY, chip="paid"))
    rows = registers.window(session, CLERK, REGISTER, Query(TODAY, chip="paid"), 0, 100)
    assert totals == registers.Totals(20, sum((row[4] for row in rows), Decimal(0)))
    untotalled = replace(REGISTER, total=None)
    assert registers.count_and_sum(session, CLERK, untotalled, ALL) == registers.Totals(60, None)


def test_a_selection_of_ids_or_of_ranges_adds_up(session):
    rows = registers.window(session, CLERK, REGISTER, ALL, 0, 100)
    chosen = registers.selection_totals(
        session, CLERK, REGISTER, ALL, ids=[row[0] for row in rows[:3]], ranges=[(10, 19), (30, 30)]
    )
    expected = sum((row[4] for row in [*rows[:3], *rows[10:20], rows[30]]), Decimal(0))
    assert chosen == registers.Totals(14, expected)
    untotalled = replace(REGISTER, total=None)
    counted = registers.selection_totals(session, CLERK, untotalled, ALL, ranges=[(0, 4)])
    assert counted == registers.Totals(5, None)


def test_rows_by_ids_are_fresh_and_respect_the_scope(session):
    paid = replace(REGISTER, scope=lambda _: or_(ExpenseClaim.state == ClaimState.PAID))
    found = registers.rows_by_ids(session, CLERK, paid, TODAY, [1, 2, 3, 777])
    assert [row[1] for row in found] == ["BX-2026-0003"]
    assert registers.count(session, CLERK, paid, ALL) == 20
    assert registers.rows_by_ids(session, CLERK, REGISTER, TODAY, []) == []


def test_an_export_takes_the_columns_asked_for(session):
    rows = registers.rows_for_export(session, CLERK, REGISTER, ALL, ["amount", "number"])
    assert next(rows) == (Decimal("1.10"), "BX-2026-0001")
    with pytest.raises(Refused, match=r"register\.unknown_column"):
        registers.rows_for_export(session, CLERK, REGISTER, ALL, ["password_hash"])


def test_a_changed_record_does_not_break_the_paging(session, database):
    anchor = order_maps.build(session, CLERK, REGISTER, ALL, step=10).anchor(33)
    with database.write() as writing:
        search.remove(writing, "expense_claim", 5)
        writing.delete(writing.get_one(ExpenseClaim, 5))
    with database.read() as later:
        found = registers.window(later, CLERK, REGISTER, ALL, 33, 3, near=anchor)
        gone = registers.count(later, CLERK, REGISTER, Query(TODAY, text="0005"))
    assert [row[1] for row in found] == ["BX-2026-0034", "BX-2026-0035", "BX-2026-0036"]
    assert gone == 0


def test_the_order_map_of_nothing_knows_nothing(session):
    nothing = Query(TODAY, filters=(Filter("number", Operator.IS, "x"),))
    assert order_maps.build(session, CLERK, REGISTER, nothing).anchor(5) is None
    assert registers.window(session, CLERK, REGISTER, nothing, 0, 5) == []


@pytest.mark.parametrize("ask", [registers.count, registers.count_and_sum, order_maps.build])
def test_nobody_counts_what_they_may_not_see(session, ask):
    hidden = replace(REGISTER, see=Permission.AUDIT_SEE)
    with pytest.raises(Refused, match=r"permission\.denied"):
        ask(session, CLERK, hidden, ALL)
    with pytest.raises(Refused, match=r"permission\.denied"):
        registers.window(session, CLERK, hidden, ALL, 0, 1)
    with pytest.raises(Refused, match=r"permission\.denied"):
        registers.rows_for_export(session, CLERK, hidden, ALL)


def test_a_frequent_word_is_found_wherever_it_stands(session, monkeypatch):
    monkeypatch.setattr(search, "RARE", 1)
    monkeypatch.setattr(registers.register_windows, "WALK", 10)
    for text, count in (("李文静", 30), ("006", 2), ("004", 11)):
        found = registers.window(session, CLERK, REGISTER, Query(TODAY, text=text), 0, 40)
        assert len(found) == count
    assert len(registers.window(session, CLERK, REGISTER, Query(TODAY, text="李文静"), 0, 3)) == 3


def test_a_server_gives_the_same_rows_as_a_file(session, office):
    fill(office)
    orders = [Query(TODAY, sort=name, descending=down) for name, down in ORDERS]
    filters = (Filter("pay_by", Operator.NOT_EMPTY), Filter("number", Operator.CONTAINS, "-00"))
    queries = [
        *orders,
        Query(TODAY, text="lwj 001"),
        Query(TODAY, filters=filters),
        Query(TODAY, chip="mine"),
    ]
    with office.read() as served:
        for query in queries:
            rows = registers.window(session, CLERK, REGISTER, query, 0, 100)
            assert registers.window(served, CLERK, REGISTER, query, 0, 100) == rows
            assert list(registers.rows_for_export(served, CLERK, REGISTER, query)) == [
                row[1:] for row in rows
            ]
            totals = registers.count_and_sum(session, CLERK, REGISTER, query)
            assert registers.count_and_sum(served, CLERK, REGISTER, query) == totals
            near = order_maps.build(served, CLERK, REGISTER, query, step=7).anchor(9)
            assert registers.window(served, CLERK, REGISTER, query, 5, 9, near=near) == rows[5:14]
        search.remove(served, "expense_claim", 1)
