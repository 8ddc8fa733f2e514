"""The pages of social insurance: from a row of the board to the fund's confirmation, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.insurance import ChangeKind, ChangeStage
from models.personnel_paper import OfficePaperState
from services.database import Database
from services.permissions import Actor
from services.terms import Fund
from tests.claim_pages import act, column, possible, texts
from tests.desks import make_desk, named
from tests.hands import keys, settle
from tests.insurance import TODAY, House, draft, house
from tests.test_insurance_amounts import CITY
from ui.pages.social_insurance import SocialInsurancePage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def home(database: Database) -> House:
    return house(database)


@pytest.fixture
def tasks(home: House, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(home.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def opened(
    qtbot: QtBot, home: House, tasks: Tasks, kind: type = SocialInsurancePage, actor: Actor | None = None
) -> SocialInsurancePage:
    page = kind(make_desk(home.database, tasks, actor or home.hr, TODAY))
    qtbot.addWidget(page)
    page.resize(1160, 720)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    settle(tasks)
    return page


def dialog_of(page: QWidget, name: str) -> QDialog:
    found = [one for one in page.findChildren(QDialog, f"dialog.{name}") if one.isVisible()]
    assert found, name
    return found[-1]


def test_the_headline_says_what_waits_and_what_the_month_costs(qtbot, home, tasks) -> None:
    home.person("夏雨桐")
    left = home.person("老王", hired_on=date(2025, 1, 6), left_on=date(2026, 10, 9))
    home.insure(left)
    page = opened(qtbot, home, tasks)
    assert page.line.text() == "1 to join by 11-25 · 1 to stop · 1 late · this month's bill about ¥33,705.00"
    heading = named(page, QLabel, "label.board")
    assert heading.text() == "What is missing (2)"


def test_when_nothing_is_missing_the_board_goes_away(qtbot, home, tasks) -> None:
    page = opened(qtbot, home, tasks)
    assert page.line.text().startswith("Everybody is insured as they should be · ")
    assert page.board.isHidden()


def test_one_row_of_the_board_becomes_two_changes_by_keyboard(qtbot, home, tasks) -> None:
    home.person("夏雨桐")
    page = opened(qtbot, home, tasks)
    assert named(page.board, QPushButton, "action.mend").text() == "Join…"
    page.board.table.view.setFocus()
    keys("⏎", within=page.board)
    settle(tasks)
    dialog = dialog_of(page, "insurance_change")
    assert dialog.body.boxes["employee_id"].widget.text() == "夏雨桐"
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert dialog.body.boxes["base"].error() == "This must be filled in."
    dialog.body.boxes["base"].widget.setFocus()
    keys("8000", "Ctrl+S", within=dialog)
    settle(tasks)
    assert sorted(column(page, "fund")) == ["Housing fund", "Social insurance"]
    assert (
        "is under way" in page.board.rows[0].change_number + texts(page.board) or page.board.rows[0].change_id
    )
    assert page.board.rows[0].draft is None


def test_a_change_goes_all_the_way_to_the_confirmation(qtbot, home, tasks) -> None:
    person = home.person("夏雨桐")
    ids = home.create(draft(person, fund=Fund.SOCIAL))
    page = opened(qtbot, home, tasks)
    page.open_record(ids[0])
    settle(tasks)
    assert {"submit", "void"} <= possible(page)
    assert "lodge" not in possible(page)
    act(page, "submit")
    settle(tasks)
    assert home.change(ids[0]).state is OfficePaperState.SUBMITTED
    deciding = opened(qtbot, home, tasks, actor=home.manager)
    deciding.open_record(ids[0])
    settle(tasks)
    act(deciding, "approve")
    settle(tasks)
    assert home.change(ids[0]).stage is ChangeStage.TO_LODGE
    page.refresh()
    page.open_record(ids[0])
    settle(tasks)
    act(page, "lodge")
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["receipt_number"].editor.set_value("WH-77")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    act(page, "confirm")
    settle(tasks)
    keys("Ctrl+S", within=dialog_of(page, "act"))
    settle(tasks)
    found = home.change(ids[0])
    assert (found.stage, found.receipt_number, found.confirmed_on) == (ChangeStage.CONFIRMED, "WH-77", TODAY)
    assert column(page, "standing") == ["Confirmed"]
    assert "WH-77" in texts(page.pane)
    assert "2026-11 – now" in texts(page.pane)


def test_a_refused_change_is_written_again(qtbot, home, tasks) -> None:
    ids = home.lodged(draft(home.person("夏雨桐"), fund=Fund.SOCIAL))
    page = opened(qtbot, home, tasks)
    page.open_record(ids[0])
    settle(tasks)
    act(page, "refuse")
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["reason"].editor.set_value("证件号码不符")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "证件号码不符" in texts(page.pane)
    act(page, "again")
    settle(tasks)
    keys("Ctrl+S", within=dialog_of(page, "insurance_change"))
    settle(tasks)
    assert sorted(column(page, "standing")) == ["Draft", "Refused"]


def test_take_back_and_void_ask_why(qtbot, home, tasks) -> None:
    ids = home.submit(home.create(draft(home.person("夏雨桐"), fund=Fund.SOCIAL)))
    page = opened(qtbot, home, tasks)
    page.open_record(ids[0])
    settle(tasks)
    for name, state in (("withdraw", OfficePaperState.WITHDRAWN), ("void", OfficePaperState.VOIDED)):
        act(page, name)
        settle(tasks)
        dialog = dialog_of(page, "act")
        dialog.body.boxes["reason"].editor.set_value("等一下")
        keys("Ctrl+S", within=dialog)
        settle(tasks)
        assert home.change(ids[0]).state is state
        page.view.show_all()
        page.open_record(ids[0])
        settle(tasks)


def test_the_manager_returns_a_change_with_the_reason(qtbot, home, tasks) -> None:
    ids = home.submit(home.create(draft(home.person("夏雨桐"), fund=Fund.SOCIAL)))
    page = opened(qtbot, home, tasks, actor=home.manager)
    page.open_record(ids[0])
    settle(tasks)
    act(page, "return")
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["reason"].editor.set_value("基数不对")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert home.change(ids[0]).state_note == "基数不对"
    assert page.acts.get("submit") is None


def test_the_board_leads_to_lodging_confirming_and_the_policies(qtbot, home, tasks) -> None:
    home.lodged(draft(1, ChangeKind.BASE, fund=Fund.SOCIAL, base=Decimal(9000)), on=date(2026, 11, 5))
    home.approved(draft(2, ChangeKind.BASE, fund=Fund.SOCIAL, base=Decimal(9000)))
    home.insure(home.person("外地", hired_on=date(2025, 1, 6)), city="深圳")
    page = opened(qtbot, home, tasks)
    steps = {row.kind.value: row for row in page.board.rows.values()}
    page.mend(steps["unconfirmed"])
    settle(tasks)
    dialog_of(page, "act").reject()
    page.mend(steps["to_lodge"])
    settle(tasks)
    dialog_of(page, "act").reject()
    gone: list[str] = []
    object.__setattr__(page.desk, "go", lambda name, _id: gone.append(name))
    page.mend(steps["no_policy"])
    assert gone == ["insurance_policies"]


def test_a_manager_only_opens_what_is_under_way(qtbot, home, tasks) -> None:
    home.person("夏雨桐")
    page = opened(qtbot, home, tasks, actor=home.manager)
    assert not named(page.board, QPushButton, "action.mend").isEnabled()
    assert page.acts.get("new") is None


def test_the_board_folds_and_stays_folded(qtbot, home, tasks) -> None:
    home.person("夏雨桐")
    page = opened(qtbot, home, tasks)
    named(page.board, QPushButton, "action.board").click()
    assert page.board.table.isHidden()
    assert page.desk.prefs.get("insurance.board_folded", default=False)
    page.board.toggle()
    assert not page.board.table.isHidden()


def test_the_form_asks_only_what_the_kind_needs(qtbot, home, tasks) -> None:
    page = opened(qtbot, home, tasks)
    act(page, "new")
    settle(tasks)
    dialog = dialog_of(page, "insurance_change")
    boxes = dialog.body.boxes
    boxes["employee_id"].editor.set_value(1)
    boxes["kind"].editor.set_value(ChangeKind.STOP)
    boxes["kind"].editor.edited.emit()
    settle(tasks)
    assert boxes["base"].isHidden()
    assert boxes["to_month"].isHidden()
    assert not boxes["reason"].isHidden()
    assert boxes["city"].value() == CITY
    boxes["kind"].editor.set_value(ChangeKind.BACK_PAYMENT)
    boxes["kind"].editor.edited.emit()
    settle(tasks)
    assert not boxes["to_month"].isHidden()
    assert boxes["base"].value() == 8000


def test_a_contradiction_stands_beside_its_field(qtbot, home, tasks) -> None:
    page = opened(qtbot, home, tasks)
    dialog = page.open_draft(draft(1, fund=Fund.SOCIAL))
    settle(tasks)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "is insured in 测试市 since 2026-01 already" in dialog.body.boxes["kind"].error()
    assert dialog.isVisible()


def test_the_amounts_say_why(qtbot, home, tasks) -> None:
    ids = home.approved(draft(1, ChangeKind.BASE, fund=Fund.SOCIAL, base=Decimal(30_000)))
    page = opened(qtbot, home, tasks)
    page.open_record(ids[0])
    settle(tasks)
    act(page, "why")
    settle(tasks)
    dialog = dialog_of(page, "insurance_why")
    pension, medical = dialog.table.model.rows[:2]
    assert pension.cells[1:4] == ("30,000.00 from 2026-11", "4,498.00 – 22,488.00", "22,488.00")
    assert pension.cells[4:6] == ("× 16 % = 3,598.08", "× 8 % = 1,799.04")
    assert medical.cells[5] == "× 2 % + 7.00 = 456.76"
    assert pension.tones == {3: "amber"}
    assert "together" in texts(dialog)
