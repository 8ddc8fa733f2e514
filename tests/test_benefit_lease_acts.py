"""Rents, deposits and the ledger, sheets opened again, by actions of their pages."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QFileDialog
from python_calamine import CalamineWorkbook

from services import lease_receipts
from services.benefit_sheets import BenefitLineDraft
from tests.assets import stocked
from tests.claim_pages import act, texts
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_paper_pages import select as choose
from tests.personnel_paper_pages import shown
from tests.shelf import RECEIVE, Shelf, line, shelved
from tests.test_asset_leases import act as leased
from tests.test_asset_leases import let, look, receive
from tests.test_benefit_lease_pages import asked, put
from tests.test_benefit_sheets import closed, sheet
from ui.claims.act_dialog import ActDialog
from ui.pages.asset_leases import AssetLeasesPage
from ui.pages.benefit_sheets import BenefitSheetsPage
from ui.supplies.lease_acts import RentList
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


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
    return [tuple(row) for row in CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()]


def test_money_and_ledger_are_listed(qtbot, database, tasks, clerk):
    stock = stocked(database)
    lease = let(stock, stock.card())
    receive(stock, lease, 0, "400")
    page = shown(qtbot, AssetLeasesPage, database, tasks, clerk)
    act(page, "lease_receipts")
    settle(tasks)
    money = page.findChild(RentList, "dialog.lease_receipts")
    assert money.view.search.toolTip().startswith("Lease, tenant"), "what this list is searched by"
    money.view.show_record(1)
    settle(tasks)
    went = []
    object.__setattr__(money.desk, "go", lambda name, record_id=None: went.append((name, record_id)))
    money.open_paper()
    settle(tasks)
    assert went == [("asset_leases", lease)]
    act(page, "rent_ledger")
    settle(tasks)
    asked(page).save()
    settle(tasks)
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


def test_a_lease_the_tenant_withdrew_from_is_cancelled_with_a_reason(qtbot, database, tasks, clerk):
    stock = stocked(database)
    begins = TODAY + timedelta(days=9)
    lease = let(stock, stock.card(), from_on=begins, to_on=begins + timedelta(days=90), deposit=Decimal(500))
    for amount in ("500", "-500"):
        given = {"amount": Decimal(amount), "on_day": TODAY}
        leased(stock, lease_receipts.receive_deposit, lease, amount, **given)
    page = shown(qtbot, AssetLeasesPage, database, tasks, clerk)
    choose(page, tasks, lease)
    act(page, "cancel_lease")
    settle(tasks)
    dialog = asked(page)
    settle(tasks)
    put(dialog, reason="承租方放弃")
    dialog.save()
    settle(tasks)
    assert look(stock, lease).cancelled
    page.show_detail(lease, look(stock, lease))
    assert "Cancelled: the thing was never handed over." in texts(page.pane)
    assert not page.allows(look(stock, lease))["lease_deposit"]
