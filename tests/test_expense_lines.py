"""The lines of claims as a list: found, ordered, added up, and the paper each stands on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from models.expense_claim import ClaimState, ExpenseClaim
from services import expense_lines, registers
from services.database import Database
from services.expense_lines import REGISTER
from services.registers import Filter, Operator, Query
from tests.claims import TODAY, Office, make_office, refusal


@pytest.fixture
def firm(database: Database) -> Office:
    return make_office(database)


def rows(firm: Office, query: Query, first: int = 0, count: int = 99) -> list[registers.Row]:
    with firm.database.read() as session:
        return registers.window(session, firm.clerk, REGISTER, query, first, count)


def value(row: registers.Row, name: str) -> object:
    return row[1 + [column.name for column in REGISTER.columns].index(name)]


def test_every_line_of_every_paper_is_listed_with_its_paper_s_words(firm: Office) -> None:
    saved = firm.paid(firm.draft("1", "2", project_id=firm.project))
    firm.save(firm.draft("4"))
    found = rows(firm, Query(TODAY, sort="sanctioned"))
    assert [value(row, "sanctioned") for row in found] == [1, 2, 4]
    assert [value(row, "number") for row in found][:2] == [saved.number] * 2
    assert value(found[0], "project_name") == "宜昌不动产测绘（HT-2026-031）"
    assert value(found[2], "project_name") == ""


def test_the_sum_is_that_of_the_lines(firm: Office) -> None:
    firm.paid(firm.draft("1.10", "2"))
    with firm.database.read() as session:
        found = registers.count_and_sum(session, firm.clerk, REGISTER, Query(TODAY))
    assert (found.count, found.total) == (2, Decimal("3.10"))


def test_lines_are_found_by_the_words_of_their_paper(firm: Office) -> None:
    firm.paid(firm.draft("1", purpose="恩施外业"))
    firm.paid(firm.draft("2"))
    assert len(rows(firm, Query(TODAY, text="恩施"))) == 1
    assert len(rows(firm, Query(TODAY, text="esww"))) == 0
    assert len(rows(firm, Query(TODAY, text="eswy 李文静"))) == 1


def test_filters_on_the_paper_and_on_the_line_work_together(firm: Office) -> None:
    firm.paid(firm.draft("1", "20"))
    firm.save(firm.draft("300"))
    paid = Filter("paid_on", Operator.IS, TODAY)
    large = Filter("sanctioned", Operator.AT_LEAST, Decimal(10))
    assert len(rows(firm, Query(TODAY, filters=(paid, large)))) == 1


@pytest.mark.parametrize("sort", [column.name for column in REGISTER.columns])
def test_any_column_orders_the_list_and_windows_follow_one_another(firm: Office, sort: str) -> None:
    for amount in ("3", "1", "2"):
        firm.paid(firm.draft(amount))
    query = Query(TODAY, sort=sort, descending=True)
    whole = [row[0] for row in rows(firm, query)]
    with firm.database.read() as session:
        near = registers.anchor_at(REGISTER, query, 0, rows(firm, query)[0])
        rest = registers.window(session, firm.clerk, REGISTER, query, 1, 9, near=near)
    assert [row[0] for row in rest] == whole[1:]


def test_a_line_leads_to_its_paper(firm: Office) -> None:
    saved = firm.paid(firm.draft("1"))
    with firm.database.read() as session:
        line = registers.window(session, firm.clerk, REGISTER, Query(TODAY), 0, 1)[0][0]
        assert expense_lines.paper_of(session, firm.clerk, line) == saved.id
        with refusal("record.gone"):
            expense_lines.paper_of(session, firm.clerk, 999)


def test_a_list_may_be_narrowed_to_one_of_several(firm: Office) -> None:
    firm.paid(firm.draft("1"))
    firm.approved(firm.draft("2"))
    firm.save(firm.draft("4"))
    states = ExpenseClaim.state.in_([ClaimState.PAID, ClaimState.TO_PAY])
    narrowed = replace(REGISTER, scope=lambda _context: states)
    with firm.database.read() as session:
        found = registers.window(session, firm.clerk, narrowed, Query(TODAY, text="lwj"), 0, 9)
        near = registers.anchor_at(narrowed, Query(TODAY), 0, found[0])
        rest = registers.window(session, firm.clerk, narrowed, Query(TODAY), 1, 9, near=near)
    assert {value(row, "sanctioned") for row in found} == {Decimal(1), Decimal(2)}
    assert len(rest) == 1
