"""Supplies, their movements and costs, by actions of their pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.supply import SupplyMovement
from services.supply_costs import CostBy, CostSource
from services.supply_drafts import SupplyLine
from tests.claim_pages import act, texts
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_paper_pages import select as choose
from tests.personnel_paper_pages import shown
from tests.shelf import ISSUE, PAPER, PENS, RECEIVE, Shelf, line, shelved
from ui.claims.act_dialog import ActDialog
from ui.pages.supplies import SuppliesPage
from ui.pages.supply_movements import SupplyMovementsPage
from ui.statistics.list_dialog import ListDialog
from ui.supplies.costs_dialog import CostsDialog
from ui.supplies.slip_dialog import SlipDialog
from ui.widgets.editors import UnitsEdit, UnreadableError
from ui.widgets.field_words import value_words
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


def booked(shelf: Shelf) -> list[SupplyMovement]:
    with shelf.database.read() as session:
        return list(session.scalars(select(SupplyMovement).order_by(SupplyMovement.id)))


def slip_of(page: SuppliesPage) -> SlipDialog:
    return next(one for one in page.findChildren(SlipDialog) if one.isVisible())


def asked(page) -> ActDialog:
    return next(one for one in page.findChildren(ActDialog) if one.isVisible())


def put(dialog, **values: object) -> None:
    for name, value in values.items():
        dialog.body.boxes[name].editor.set_value(value)


def test_articles_are_received_and_issued_on_slips(qtbot, shelf, tasks, clerk):
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    assert "A4复印纸" in page.line.text(), "running short"
    choose(page, tasks, PAPER)
    act(page, "receive")
    settle(tasks)
    dialog = slip_of(page)
    put(dialog, place_id=shelf.store)
    dialog.lines.fill((SupplyLine(PAPER, Decimal(12), Decimal("240.00")), SupplyLine(PENS, Decimal(5))))
    dialog.save()
    settle(tasks)
    assert dialog.isVisible(), "the second line has no amount"
    assert dialog.lines.complaint() == ""
    assert booked(shelf) == []
    dialog.lines.fill((SupplyLine(PAPER, Decimal(12), Decimal("240.00")),))
    dialog.save()
    settle(tasks)
    assert [row.slip for row in booked(shelf)] == ["RK-2026-0001"]
    assert "RK-2026-0001" in page.notice.text()
    choose(page, tasks, PAPER)
    assert "库房" in texts(page.pane)
    act(page, "issue")
    settle(tasks)
    dialog = slip_of(page)
    assert dialog.body.boxes["place_id"].value() == shelf.store, "the place is remembered"
    assert [line.supply_id for line in dialog.lines.drafts()] == [PAPER], "the selected article stands on it"
    dialog.lines.fill((SupplyLine(PAPER, Decimal(99)),))
    put(dialog, department_id=1)
    dialog.save()
    settle(tasks)
    assert "12" in texts(dialog), "how many there are"
    dialog.lines.fill((SupplyLine(PAPER, Decimal(2)),))
    dialog.save()
    settle(tasks)
    assert shelf.look() == (10, Decimal("200.00"))


def test_a_count_lists_the_place_and_books_differences(qtbot, shelf, tasks, clerk):
    shelf.book(RECEIVE, line("12", "240.00"), line("3", "3.00", PENS))
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    act(page, "count")
    settle(tasks)
    dialog = slip_of(page)
    dialog.list_place()
    assert dialog.body.boxes["place_id"].error()
    put(dialog, place_id=shelf.store)
    dialog.list_place()
    settle(tasks)
    found = dialog.lines.drafts()
    assert [(one.supply_id, one.expected, one.quantity) for one in found] == [(PAPER, 12, 12), (PENS, 3, 3)]
    dialog.lines.fill((replace(found[0], quantity=Decimal(11)), found[1]))
    dialog.save()
    settle(tasks)
    assert shelf.look()[0] == 11
    assert shelf.look(PENS)[0] == 3


def test_slips_and_count_sheets_are_previewed(qtbot, shelf, tasks, clerk):
    shelf.book(RECEIVE, line("12", "240.00"))
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    choose(page, tasks, PAPER)
    act(page, "print_slip")
    settle(tasks)
    page.findChild(PrintPreview).reject()
    act(page, "count_sheet")
    settle(tasks)
    dialog = asked(page)
    put(dialog, place_id=shelf.store)
    dialog.save()
    settle(tasks)
    assert [one for one in page.findChildren(PrintPreview) if one.isVisible()]


def test_the_usual_articles_come_by_one_click(qtbot, shelf, tasks, clerk):
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    act(page, "load_usual")
    settle(tasks)
    many = page.view.totals.text()
    assert page.notice.text()
    act(page, "load_usual")
    settle(tasks)
    assert page.view.totals.text() == many


def test_an_article_is_written_with_its_kind(qtbot, shelf, tasks, clerk):
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    dialog = page.open_form(None)
    settle(tasks)
    put(dialog, name="桶装水", kind="water", unit="桶", low_stock=Decimal("2.5"))
    dialog.save()
    settle(tasks)
    assert page.view.values(3)["code"] == "YS-0001"
    assert page.view.values(3)["kind"] == "饮用水"


def test_the_list_of_movements_leads_to_article_and_slip(qtbot, shelf, tasks, clerk):
    shelf.book(RECEIVE, line("12", "240.00"))
    shelf.book(ISSUE, line("1.5"), employee_id=2)
    page = shown(qtbot, SupplyMovementsPage, shelf.database, tasks, clerk)
    choose(page, tasks, 2)
    quantities = [row.cells[5] for _, row in page.view.table.rows.held()]
    assert quantities == ["−1.5", "+12"]
    went = []
    object.__setattr__(page.desk, "go", lambda name, record_id=None: went.append((name, record_id)))
    act(page, "article")
    settle(tasks)
    assert went == [("supplies", PAPER)]
    act(page, "print_slip")
    settle(tasks)
    assert page.findChild(PrintPreview) is not None


def test_costs_open_the_list_behind_and_can_be_of_claims(qtbot, shelf, tasks, clerk):
    shelf.book(RECEIVE, line("12", "240.00"), on_day=TODAY - timedelta(days=20))
    shelf.book(ISSUE, line("2"), department_id=1)
    page = shown(qtbot, SuppliesPage, shelf.database, tasks, clerk)
    act(page, "costs")
    settle(tasks)
    dialog = page.findChild(CostsDialog)
    assert dialog.view.figures.rows[0][2].value == Decimal("40.00")
    behind = dialog.view.open_behind(dialog.view.figures.rows[0][2].behind)
    settle(tasks)
    assert isinstance(behind, ListDialog)
    assert "40.00" in behind.totals.text()
    behind.reject()
    dialog.across.setCurrentIndex(dialog.across.findData(CostBy.DEPARTMENT))
    settle(tasks)
    assert dialog.view.figures.rows[0][2].value == Decimal("40.00")
    assert dialog.view.figures.total[1].value == Decimal("40.00")
    dialog.by.setCurrentIndex(dialog.by.findData(CostBy.MONTH))
    settle(tasks)
    assert dialog.view.figures.rows[-1][0].text == f"{TODAY:%Y-%m}"
    dialog.source.setCurrentIndex(dialog.source.findData(CostSource.CLAIMS))
    settle(tasks)
    assert dialog.view.figures.name.startswith("expenses.month")
    dialog.across.setCurrentIndex(0)
    settle(tasks)
    assert dialog.view.figures.name == "expenses.month"


def test_a_quantity_has_three_decimals_at_most(qtbot):
    editor = UnitsEdit()
    qtbot.addWidget(editor)
    for typed, meant in (("1.5", Decimal("1.5")), ("12", Decimal(12)), ("", None), ("—", None)):
        editor.setText(typed)
        assert editor.value() == meant
    for typed in ("1.2345", "-1", "two", "1,5"):
        editor.setText(typed)
        with pytest.raises(UnreadableError, match="quantity"):
            editor.value()
    editor.set_value(Decimal("12.50000000"))
    assert editor.text() == "12.5"


def test_the_history_tells_quantities_without_needless_zeros():
    assert value_words("supply", "quantity", "14.00000000", TODAY) == "14"
    assert value_words("supply", "quantity", "-1.50000000", TODAY) == "-1.5"
    assert value_words("supply", "code", "BG-0001", TODAY) == "BG-0001"
