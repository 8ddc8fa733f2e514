"""Benefit sheets and leases, by actions of their pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.fixed_asset import AssetState
from models.supply import BenefitSheet, SupplyMovement
from services.benefit_sheets import BenefitLineDraft
from tests.assets import stocked
from tests.claim_pages import act, texts
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_paper_pages import select as choose
from tests.personnel_paper_pages import shown
from tests.shelf import PAPER, RECEIVE, Shelf, line, shelved
from tests.test_asset_leases import let, look, receive
from tests.test_benefit_sheets import closed, draft_of, sheet
from ui.claims.act_dialog import ActDialog
from ui.pages.asset_leases import AssetLeasesPage
from ui.pages.benefit_sheets import BenefitSheetsPage
from ui.pages.supplies import SuppliesPage
from ui.supplies.benefit_dialog import BenefitDialog
from ui.supplies.lease_acts import RentList
from ui.supplies.slip_dialog import SlipDialog
from ui.supplies.vacancy_dialog import VacancyDialog
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview
from ui.widgets.record_dialog import RecordDialog

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


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


def test_a_benefit_sheet_from_people_to_slips(qtbot, shelf, tasks, clerk):
    shelf.book(RECEIVE, line("50", "500.00"))
    page = shown(qtbot, BenefitSheetsPage, shelf.database, tasks, clerk)
    dialog = page.open_form(None)
    settle(tasks)
    put(dialog, name="端午节福利", on_day=TODAY, supply_id=PAPER)
    dialog.save()
    settle(tasks)
    assert dialog.said.isVisible(), "nobody is on it yet"
    dialog.put_people()
    settle(tasks)
    count = len(dialog.lines.drafts())
    dialog.put_people()
    settle(tasks)
    assert len(dialog.lines.drafts()) == count > 2, "nobody twice"
    dialog.save()
    settle(tasks)
    choose(page, tasks, 1)
    act(page, "mark_received")
    settle(tasks)
    asked(page).save()
    settle(tasks)
    choose(page, tasks, 1)
    act(page, "close_sheet")
    settle(tasks)
    dialog = asked(page)
    put(dialog, place_id=shelf.store)
    dialog.save()
    settle(tasks)
    assert shelf.look()[0] == 50 - count
    choose(page, tasks, 1)
    assert not page.acts.get("close_sheet").isEnabled()
    assert page.open_form(1).locked
    act(page, "print_sheet")
    settle(tasks)
    assert page.findChild(PrintPreview) is not None


def test_an_open_sheet_is_changed_and_deleted(qtbot, shelf, tasks, clerk):
    made = sheet(shelf, BenefitLineDraft(1), BenefitLineDraft(2))
    page = shown(qtbot, BenefitSheetsPage, shelf.database, tasks, clerk)
    choose(page, tasks, made)
    assert "2" in texts(page.pane)
    dialog = page.open_form(made)
    settle(tasks)
    assert isinstance(dialog, BenefitDialog)
    dialog.lines.fill((BenefitLineDraft(1, Decimal(3)), BenefitLineDraft(1)))
    dialog.save()
    settle(tasks)
    assert dialog.isVisible(), "one person twice"
    dialog.lines.fill((BenefitLineDraft(1, Decimal(3), TODAY),))
    dialog.save()
    settle(tasks)
    assert draft_of(shelf, made).lines == (BenefitLineDraft(1, Decimal(3), TODAY),)
    choose(page, tasks, made)
    page.ask_remove(page.detail)
    box = page.findChild(QPushButton, "action.confirm")
    box.click()
    settle(tasks)
    with shelf.database.read() as session:
        assert session.get(BenefitSheet, made) is None


def test_a_lease_by_its_page(qtbot, database, tasks, clerk):
    stock = stocked(database)
    card = stock.card()
    page = shown(qtbot, AssetLeasesPage, database, tasks, clerk)
    dialog = page.open_form(None)
    settle(tasks)
    begun = TODAY - timedelta(days=40)
    put(
        dialog,
        asset_id=card,
        tenant="江汉工程",
        rent=Decimal("900.00"),
        from_on=begun,
        to_on=date(2026, 12, 31),
    )
    dialog.save()
    settle(tasks)
    assert stock.look(card).state is AssetState.LEASED
    choose(page, tasks, 1)
    assert "¥" in page.line.text(), "overdue"
    act(page, "receive_rent")
    settle(tasks)
    menu = page.findChild(QObject, "menu.dues")
    assert len(menu.actions()) == 2, "two rents are late: which one?"
    menu.actions()[0].trigger()
    settle(tasks)
    asked(page).save()
    settle(tasks)
    assert look(stock, 1).received == Decimal("900.00")
    choose(page, tasks, 1)
    act(page, "take_back")
    settle(tasks)
    asked(page).save()
    settle(tasks)
    assert stock.look(card).state is AssetState.IDLE
    assert isinstance(page.open_form(1), RecordDialog)


def test_rents_and_vacancy_are_listed(qtbot, database, tasks, clerk):
    stock = stocked(database)
    lease = let(stock, stock.card(), from_on=TODAY - timedelta(days=10), to_on=TODAY + timedelta(days=30))
    page = shown(qtbot, AssetLeasesPage, database, tasks, clerk)
    choose(page, tasks, lease)
    assert not page.acts.get("hand_over").isEnabled()
    assert not page.acts.get("delete_lease").isEnabled()
    act(page, "rents")
    settle(tasks)
    rents = page.findChild(RentList)
    rents.view.show_record(1)
    settle(tasks)
    went = []
    object.__setattr__(rents.desk, "go", lambda name, record_id=None: went.append((name, record_id)))
    rents.open_paper()
    settle(tasks)
    assert went == [("asset_leases", lease)]
    act(page, "vacancy")
    settle(tasks)
    figures = page.findChild(VacancyDialog).view.figures
    assert (figures.total[1].value, figures.total[3].value) == (11, 0)


def test_a_lease_of_the_future_is_handed_over_or_deleted(qtbot, database, tasks, clerk):
    stock = stocked(database)
    card = stock.card()
    lease = let(stock, card, from_on=TODAY + timedelta(days=3), to_on=TODAY + timedelta(days=90))
    page = shown(qtbot, AssetLeasesPage, database, tasks, clerk)
    choose(page, tasks, lease)
    assert page.acts.get("delete_lease").isEnabled()
    act(page, "hand_over")
    settle(tasks)
    dialog = asked(page)
    dialog.save()
    settle(tasks)
    assert dialog.body.boxes["on_day"].error(), "not before its first day"
    dialog.reject()
    dialog = page.open_form(lease)
    settle(tasks)
    put(dialog, from_on=TODAY)
    dialog.save()
    settle(tasks)
    choose(page, tasks, lease)
    act(page, "hand_over")
    settle(tasks)
    asked(page).save()
    settle(tasks)
    assert stock.look(card).state is AssetState.LEASED


def test_rents_deposit_and_ledger_by_the_page(qtbot, database, tasks, clerk):
    stock = stocked(database)
    begun = {"from_on": TODAY - timedelta(days=40), "to_on": TODAY + timedelta(days=90)}
    lease = let(stock, stock.card(), deposit=Decimal("2000.00"), **begun)
    page = shown(qtbot, AssetLeasesPage, database, tasks, clerk)

    def do(name: str, **typed: object) -> ActDialog:
        choose(page, tasks, lease)
        act(page, name)
        settle(tasks)
        dialog = asked(page)
        put(dialog, **typed)
        dialog.save()
        settle(tasks)
        return dialog

    do("change_rents", rent=Decimal("1300.00"))
    assert [due.amount for due in look(stock, lease).dues] == [1000, 1000, 1300, 1300, 1300]
    do("change_rents", to_on=look(stock, lease).dues[2].due_on, rent=Decimal(0))
    do("lease_deposit", amount=Decimal("1500.00"))
    assert look(stock, lease).held == 1500
    receive(stock, lease, 0, "400")
    receive(stock, lease, 0, "600")
    receive(stock, lease, 3, "500")
    page.refresh()
    choose(page, tasks, lease)
    told = texts(page.pane)
    assert "1,500.00" in told
    assert "400.00 ·" in told, "every instalment with its day"
    act(page, "lease_receipts")
    settle(tasks)
    money = page.findChild(RentList, "dialog.lease_receipts")
    assert "租" in money.view.search.placeholderText() or "Lease" in money.view.search.placeholderText()
    money.view.show_record(1)
    settle(tasks)
    went = []
    object.__setattr__(money.desk, "go", lambda name, record_id=None: went.append((name, record_id)))
    money.open_paper()
    settle(tasks)
    assert went == [("asset_leases", lease)]
    do("rent_ledger")
    assert page.findChild(PrintPreview) is not None
    page.findChild(PrintPreview).reject()
    act(page, "rent_ledger")
    settle(tasks)
    dialog = asked(page)
    put(dialog, from_on=TODAY - timedelta(days=900), to_on=TODAY - timedelta(days=800))
    dialog.save()
    settle(tasks)
    assert dialog.body.boxes["from_on"].error(), "nothing is due in these days"
    dialog.reject()
    do("take_back")
    told = texts(page.pane)
    assert look(stock, lease).ahead == 500
    choose(page, tasks, lease)
    assert "500.00" in texts(page.pane)
    do("lease_deposit")
    assert look(stock, lease).held == 0, "what is here goes back"


def test_what_its_tenant_kept_comes_back_with_its_rents(qtbot, database, tasks, clerk):
    stock = stocked(database)
    lease = let(stock, stock.card(), from_on=date(2026, 1, 10), to_on=date(2026, 2, 9))
    page = shown(qtbot, AssetLeasesPage, database, tasks, clerk)
    choose(page, tasks, lease)
    act(page, "take_back")
    settle(tasks)
    dialog = asked(page)
    assert dialog.body.boxes["goes_on"].value() is True
    dialog.save()
    settle(tasks)
    assert len(look(stock, lease).dues) == 3


def test_a_closed_sheet_is_opened_again_and_exported(qtbot, shelf, tasks, clerk, tmp_path, monkeypatch):
    shelf.book(RECEIVE, line("50", "500.00"))
    made = sheet(shelf, BenefitLineDraft(1, Decimal(2), TODAY), BenefitLineDraft(2, Decimal("1.5"), TODAY))
    closed(shelf, made)
    page = shown(qtbot, BenefitSheetsPage, shelf.database, tasks, clerk)
    choose(page, tasks, made)
    act(page, "reopen_sheet")
    settle(tasks)
    dialog = asked(page)
    dialog.save()
    settle(tasks)
    assert shelf.look()[0] == Decimal("46.5"), "it asks for the reason"
    put(dialog, reason="多签了一份")
    dialog.save()
    settle(tasks)
    assert shelf.look()[0] == 50
    choose(page, tasks, made)
    assert not page.acts.get("reopen_sheet").isEnabled()
    assert page.acts.get("close_sheet").isEnabled()
    rows = exported(page, tasks, "export_sheet", tmp_path, monkeypatch)
    assert rows[0][:5] == ("单号", "序号", "部门", "姓名", "数量")
    assert [row[4] for row in rows[1:]] == [2, 1.5], "numbers, so that a workbook can add them up"


def exported(page, tasks, name: str, folder, monkeypatch) -> list[tuple[object, ...]]:
    """What an export of the page writes."""
    target = folder / f"{name}.xlsx"
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(target)))
    act(page, name)
    settle(tasks)
    return list(load_workbook(target).active.values)
