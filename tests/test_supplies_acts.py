"""Counts that moved meanwhile, slips taken back and exported, kinds, by actions of their pages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from models.supply import Supply
from services import supply_costs
from services.statistics_terms import Span
from services.supply_costs import CostBy
from services.supply_drafts import SupplyLine
from tests.claim_pages import act
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_paper_pages import select as choose
from tests.personnel_paper_pages import shown
from tests.shelf import CLERK, ISSUE, PAPER, PENS, RECEIVE, Shelf, line, shelved
from tests.test_benefit_lease_acts import exported
from tests.test_supplies_page import asked, booked, put, slip_of
from ui.pages.supplies import SuppliesPage
from ui.pages.supply_kinds import SupplyKindsPage
from ui.pages.supply_movements import SupplyMovementsPage
from ui.supplies import cost_figures

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


def test_what_moved_while_it_was_counted_is_looked_at_again(qtbot, shelf, tasks, clerk):
    shelf.book(RECEIVE, line("52", "520.00"), line("3", "3.00", PENS))
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    act(page, "count")
    settle(tasks)
    dialog = slip_of(page)
    put(dialog, place_id=shelf.store)
    dialog.list_place()
    settle(tasks)
    shelf.book(ISSUE, line("10"), department_id=1)
    before = len(booked(shelf))
    dialog.save()
    settle(tasks)
    assert len(booked(shelf)) == before
    assert "42" in dialog.notice.text()
    dialog.notice.findChild(QPushButton, "action.take_fresh").click()
    settle(tasks)
    assert [(one.expected, one.quantity) for one in dialog.lines.drafts()] == [(42, 42), (3, 3)]
    dialog.save()
    settle(tasks)
    assert shelf.look()[0] == 42


def test_an_article_typed_into_a_count_is_compared_before_it_is_booked(qtbot, shelf, tasks, clerk):
    shelf.book(RECEIVE, line("12", "240.00"))
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    act(page, "count")
    settle(tasks)
    dialog = slip_of(page)
    put(dialog, place_id=shelf.store)
    dialog.lines.fill((SupplyLine(PAPER, Decimal(11)),))
    dialog.save()
    settle(tasks)
    (found,) = dialog.lines.drafts()
    assert (found.expected, found.quantity, shelf.look()[0]) == (12, 11, 12)
    put(dialog, place_id=shelf.site)
    dialog.save()
    settle(tasks)
    assert dialog.lines.drafts()[0].expected == 0, "of the place that is counted"
    put(dialog, place_id=shelf.store)
    dialog.save()
    settle(tasks)
    dialog.save()
    settle(tasks)
    assert shelf.look()[0] == 11


def test_a_wrong_slip_is_taken_back_and_slips_are_exported(qtbot, shelf, tasks, clerk, tmp_path, monkeypatch):
    shelf.book(RECEIVE, line("10", "1000.00"), supplier="得力")
    page = shown(qtbot, SupplyMovementsPage, shelf.database, tasks, clerk)
    choose(page, tasks, 1)
    rows = exported(page, tasks, "export_slip", tmp_path, monkeypatch)
    assert rows[1][:8] == ("RK-2026-0001", 1, "A4复印纸", "", "包", 10, 1000, "")
    assert dict(zip(rows[0], rows[1], strict=True))["供应商"] == "得力"
    act(page, "reverse_slip")
    settle(tasks)
    dialog = asked(page)
    put(dialog, reason="金额录错")
    dialog.save()
    settle(tasks)
    assert shelf.look() == (0, Decimal("0.00"))
    assert "RK-2026-0002" in page.notice.text()
    choose(page, tasks, 1)
    act(page, "reverse_slip")
    settle(tasks)
    dialog = asked(page)
    put(dialog, reason="再来")
    dialog.save()
    settle(tasks)
    assert "RK-2026-0002" in dialog.notice.text(), "taken back already"
    dialog.reject()


def test_a_count_sheet_is_exported(qtbot, shelf, tasks, clerk, tmp_path, monkeypatch):
    shelf.book(RECEIVE, line("12", "240.00"))
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    target = tmp_path / "sheet.xlsx"
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(target)))
    act(page, "export_count_sheet")
    settle(tasks)
    dialog = asked(page)
    put(dialog, place_id=shelf.store)
    dialog.save()
    settle(tasks)
    rows = [tuple(row) for row in CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()]
    assert (rows[0][6], rows[1][6]) == ("账面数", 12)


def test_a_kind_is_added_in_the_window(qtbot, shelf, tasks, clerk):
    page = shown(qtbot, SupplyKindsPage, shelf.database, tasks, clerk)
    dialog = page.open_form(None)
    settle(tasks)
    put(dialog, name="清洁用品", prefix="QJ")
    dialog.save()
    settle(tasks)
    articles = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    dialog = articles.open_form(None)
    settle(tasks)
    put(dialog, name="洗手液", kind="QJ", unit="瓶")
    dialog.save()
    settle(tasks)
    with shelf.database.read() as session:
        assert session.scalars(select(Supply.code).where(Supply.kind == "QJ")).all() == ["QJ-0001"]


def test_what_nobody_took_by_name_is_said_so(shelf):
    shelf.book(RECEIVE, line("10", "100.00"))
    shelf.book(ISSUE, line("4"), department_id=1)
    shelf.book(ISSUE, line("1"), employee_id=2)
    with shelf.database.read() as session:
        span = Span(TODAY, TODAY)
        alone = cost_figures.figures(supply_costs.costs(session, CLERK, CostBy.PERSON, span))
        across = cost_figures.figures(
            supply_costs.costs(session, CLERK, CostBy.DEPARTMENT, span, CostBy.PERSON)
        )
    assert alone.rows[0][0].text == "To nobody by name"
    assert "To nobody by name" in [heading.words for heading in across.headings]
