"""The pages of depreciation and disposals, by hand: a month closed, values on a day, a card's figure explained, a disposal written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from models.asset_terms import Method
from models.depreciation import DepreciationState
from models.user import Role
from services import (
    asset_units,
    depreciation_entries,
    depreciation_register,
    depreciation_runs,
)
from services.depreciable import month_at, month_number
from tests.assets import CLERK, Stock, stocked
from tests.claim_pages import act
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_pages import dialog_of, opened, put, texts
from ui.claims.act_dialog import ActDialog
from ui.depreciation.cards_dialog import CardsDialog
from ui.depreciation.lines_dialog import AccountsDialog, UnitsDialog
from ui.depreciation.schedule_dialog import ScheduleDialog
from ui.depreciation.values_dialog import ValuesDialog
from ui.depreciation.year_dialog import YearDialog
from ui.pages.depreciation import DepreciationPage
from ui.payroll.link_label import LinkLabel
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
D = Decimal
FIRST = TODAY.replace(day=1)
BOUGHT = date(TODAY.year - 1, 3, 18)
LAPTOP = {"cost": D(5999), "bought_on": BOUGHT, "start_on": BOUGHT, "months": 36}


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


@pytest.fixture
def tasks(database, stock, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def shown(qtbot: QtBot, kind: type, stock: Stock, tasks: Tasks, role: Role = Role.CLERK):
    return opened(qtbot, kind, stock.database, tasks, role)


def run_of(stock: Stock, record_id: int = 1):
    with stock.database.read() as session:
        return depreciation_register.detail(session, CLERK, record_id)


def reckoned(stock: Stock, month: date = FIRST) -> int:
    with stock.database.write() as session:
        return depreciation_runs.reckon(session, CLERK, month, today=TODAY)


def choose(qtbot: QtBot, page, tasks: Tasks, record_id: int) -> None:
    page.open_record(record_id)
    wait(qtbot, tasks)


def wait(qtbot: QtBot, tasks: Tasks) -> None:
    settle(tasks)
    qtbot.wait(100)
    settle(tasks)


def rows(dialog) -> list[tuple[str, ...]]:
    return [row.cells for row in dialog.table.model.rows]


def yes(page) -> None:
    box = [one for one in page.findChildren(QMessageBox) if one.isVisible()][-1]
    reject = QMessageBox.ButtonRole.RejectRole
    next(button for button in box.buttons() if box.buttonRole(button) is not reject).click()


def test_a_month_is_reckoned_and_closed_by_hand(qtbot, stock, tasks) -> None:
    stock.card(**LAPTOP)
    page = shown(qtbot, DepreciationPage, stock, tasks)
    assert "to be reckoned" in page.line.text()
    act(page, "new")
    dialog = dialog_of(page, "act")
    assert isinstance(dialog, ActDialog)
    put(dialog, month=FIRST)
    dialog.save()
    wait(qtbot, tasks)
    assert run_of(stock).amount == D("158.31")
    assert "¥158.31" in texts(page.pane)
    act(page, "close_month")
    yes(page)
    wait(qtbot, tasks)
    assert run_of(stock).state is DepreciationState.CLOSED
    assert page.acts.get("reopen").isEnabled()
    act(page, "reopen")
    dialog = dialog_of(page, "act")
    put(dialog, reason="漏登一台")
    dialog.save()
    wait(qtbot, tasks)
    assert run_of(stock).state is DepreciationState.OPEN
    stock.card(**LAPTOP)
    act(page, "reckon")
    wait(qtbot, tasks)
    assert run_of(stock).assets == 2
    act(page, "remove")
    yes(page)
    wait(qtbot, tasks)
    assert page.view.table.rows.rowCount() == 0


def test_the_figures_of_a_month_lead_to_the_card_and_why(qtbot, stock, tasks) -> None:
    laptop = stock.card(**LAPTOP)
    run = reckoned(stock)
    page = shown(qtbot, DepreciationPage, stock, tasks)
    choose(qtbot, page, tasks, run)
    link = page.pane.findChild(LinkLabel, f"link.class.{stock.classes['DZ']}")
    link.followed.emit()
    settle(tasks)
    dialog = dialog_of(page, "asset_cards")
    assert isinstance(dialog, CardsDialog)
    (row,) = rows(dialog)
    assert row[0].startswith("DZ-")
    assert "158.31" in row
    dialog.why.click()
    settle(tasks)
    why = dialog_of(dialog, "asset_schedule")
    assert isinstance(why, ScheduleDialog)
    assert why.asset_id == laptop
    assert rows(why)[0][2] == "158.31"
    assert "first month" in rows(why)[0][-1]
    assert rows(why)[-1][2] == "158.20"
    assert "last month takes the rest" in rows(why)[-1][-1]
    why.reject()
    page.pane.findChild(LinkLabel, "link.department.0").followed.emit()
    settle(tasks)
    assert len(rows(dialog_of(page, "asset_cards"))) == 1


def test_values_on_any_day_are_grouped_and_lead_to_their_cards(qtbot, stock, tasks) -> None:
    stock.card(**LAPTOP)
    page = shown(qtbot, DepreciationPage, stock, tasks)
    act(page, "values")
    dialog = dialog_of(page, "asset_values")
    assert isinstance(dialog, ValuesDialog)
    dialog.show_day(date(TODAY.year + 30, 1, 1))
    settle(tasks)
    assert rows(dialog)[0][-1] == "299.95"
    dialog.day_edit.setText((BOUGHT.replace(year=BOUGHT.year - 1)).isoformat())
    dialog.day_edit.edited.emit()
    qtbot.wait(350)
    settle(tasks)
    assert rows(dialog) == []
    dialog.show_day(BOUGHT)
    settle(tasks)
    for way in (0, 1, 2):
        dialog.by.setCurrentIndex(way)
        assert rows(dialog)[0][3] == "5,999.00"
        cards = dialog.open_cards(0)
        settle(tasks)
        assert len(rows(cards)) == 1
        cards.reject()
    dialog.cards.click()
    settle(tasks)
    assert len(rows(dialog_of(dialog, "asset_cards"))) == 1
    assert isinstance(dialog.print(), PrintPreview)
    settle(tasks)


def test_a_year_by_card_by_class_and_in_both_books(qtbot, stock, tasks) -> None:
    laptop = stock.card(**LAPTOP, one_off=True)
    page = shown(qtbot, DepreciationPage, stock, tasks)
    act(page, "year")
    dialog = dialog_of(page, "depreciation_year")
    assert isinstance(dialog, YearDialog)
    dialog.year.setValue(BOUGHT.year)
    settle(tasks)
    (row,) = rows(dialog)
    assert row[2:5] == ("—", "—", "—")
    assert row[5] == "158.31"
    dialog.view.setCurrentIndex(1)
    settle(tasks)
    assert rows(dialog)[0][0] == "电子设备"
    dialog.view.setCurrentIndex(2)
    settle(tasks)
    assert rows(dialog)[0][2:5] == ("1,424.79", "5,999.00", "−4,574.21")
    assert dialog.show_schedule(laptop).asset_id == laptop
    assert isinstance(dialog.print(), PrintPreview)
    settle(tasks)


def test_units_are_entered_and_the_open_month_follows(qtbot, stock, tasks) -> None:
    car = stock.card(
        name="货车", class_id=stock.classes["QC"], cost=D(120_000), residual=D(6000), months=48, method=Method.UNITS,
        units_total=D(300_000), bought_on=BOUGHT, start_on=BOUGHT,
    )  # fmt: skip
    run = reckoned(stock)
    page = shown(qtbot, DepreciationPage, stock, tasks)
    choose(qtbot, page, tasks, run)
    assert "enter its units" in texts(page.pane)
    act(page, "close_month")
    yes(page)
    settle(tasks)
    assert page.refusals == ["depreciation.units_missing"]
    act(page, "units")
    dialog = dialog_of(page, "asset_units")
    assert isinstance(dialog, UnitsDialog)
    assert dialog.table.model.rowCount() == 1
    dialog.table.model.set_cell(0, 3, D(-1))
    dialog.save()
    settle(tasks)
    assert dialog.notice.isVisible()
    dialog.table.model.set_cell(0, 3, D(4512))
    dialog.save()
    wait(qtbot, tasks)
    assert run_of(stock).amount == D("1714.56")
    with stock.database.read() as session:
        assert asset_units.of_month(session, CLERK, FIRST)[0].asset_id == car


def test_accounts_are_chosen_and_stand_in_the_entries(qtbot, stock, tasks, tmp_path, monkeypatch) -> None:
    stock.card(**LAPTOP)
    run = reckoned(stock)
    page = shown(qtbot, DepreciationPage, stock, tasks)
    choose(qtbot, page, tasks, run)
    act(page, "accounts")
    dialog = dialog_of(page, "depreciation_accounts")
    assert isinstance(dialog, AccountsDialog)
    names = [line.draft.name for line in dialog.table.model.lines()]
    nobody = names.index("No department")
    dialog.table.model.set_cell(nobody, 2, "五一")
    dialog.save()
    settle(tasks)
    assert dialog.notice.isVisible()
    dialog.table.model.set_cell(nobody, 2, "510102")
    dialog.save()
    settle(tasks)
    with stock.database.read() as session:
        (entry,) = depreciation_entries.entries(session, CLERK, run)
    assert entry.expense.code == "510102"
    for name in ("entries", "export_run"):
        act(page, name)
        chooser = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
        chooser.fileSelected.emit(str(tmp_path / f"{name}.xlsx"))
        settle(tasks)
        chooser.reject()
        assert (tmp_path / f"{name}.xlsx").stat().st_size > 1000
    for name in ("print_run", "print_entries"):
        act(page, name)
        assert [one for one in page.findChildren(PrintPreview) if one.isVisible()]


def test_who_only_sees_closes_nothing(qtbot, stock, tasks) -> None:
    stock.card(**LAPTOP)
    reckoned(stock)
    page = shown(qtbot, DepreciationPage, stock, tasks, Role.MANAGER)
    assert page.acts.get("close_month") is None
    assert page.acts.get("values") is not None


def test_what_a_closed_month_left_out_is_named_where_it_is_made_up(qtbot, stock, tasks) -> None:
    months = [month_at(month_number(FIRST) - back) for back in (2, 1)]
    stock.card(**LAPTOP)
    for month in months:
        run = reckoned(stock, month)
        with stock.database.write() as session:
            depreciation_runs.close(
                session, CLERK, run, run_of(stock, run).version, command_id=f"close {run}"
            )
    late = stock.card(**{**LAPTOP, "name": "漏登的电脑"})
    open_run = reckoned(stock)
    page = shown(qtbot, DepreciationPage, stock, tasks)
    assert "made up in the next one: 1" in page.line.text()
    choose(qtbot, page, tasks, open_run)
    assert "Of it catch-up" in texts(page.pane)
    assert "316.62" in texts(page.pane)
    cards = page.open_cards(run_of(stock, open_run))
    wait(qtbot, tasks)
    assert next(row for row in rows(cards) if "漏登的电脑" in row)[5:7] == ("474.93", "316.62")
    schedule = cards.show_schedule(late)
    wait(qtbot, tasks)
    told = {row[0]: row[-1] for row in rows(schedule)}
    assert "catch-up of closed months 316.62" in told[f"{FIRST:%Y-%m}"]
    assert "the closed month has 0.00" in told[f"{months[0]:%Y-%m}"]
