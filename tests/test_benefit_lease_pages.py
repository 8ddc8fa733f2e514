"""Benefit sheets and leases, by actions of their pages."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
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
from tests.test_asset_leases import let, look
from tests.test_benefit_sheets import draft_of, sheet
from ui.claims.act_dialog import ActDialog
from ui.pages.asset_leases import AssetLeasesPage
from ui.pages.benefit_sheets import BenefitSheetsPage
from ui.pages.supplies import SuppliesPage
from ui.supplies.benefit_dialog import BenefitDialog
from ui.supplies.lease_acts import RentList
from ui.supplies.slip_dialog import SlipDialog
from ui.supplies.vacancy_dialog import VacancyDialog
from ui.widgets.print_preview import PrintPreview
from ui.widgets.record_dialog import RecordDialog

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
