"""What may be done with the selected record, as it goes from state to state here and at other desks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.approval import Decision
from models.fixed_asset import AssetState, MovementKind
from models.user import Role
from services import asset_moves, asset_requests, office_papers
from services.asset_moves import MoveDraft
from services.asset_requests import AssetRequestDraft, RequestLineDraft
from tests.asset_pages import choose, shown, wait
from tests.assets import CLERK, KIND, Stock, approved_request, stocked
from tests.conftest import TODAY, actor_of_role
from tests.hands import settle
from tests.personnel_pages import texts
from ui.pages.asset_requests import AssetRequestsPage
from ui.pages.fixed_assets import FixedAssetsPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


@pytest.fixture
def tasks(database, stock, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def drafted(stock: Stock) -> int:
    """A request that may be submitted; a rule says who decides on it."""
    approved_request(stock, ("x", 1, "1"))
    line = RequestLineDraft("电脑", stock.classes["DZ"], price=stock.draft().cost)
    with stock.database.write() as session:
        draft = AssetRequestDraft(title="电脑", lines=(line,))
        return asset_requests.save(session, CLERK, draft, today=TODAY)


def submitted_elsewhere(stock: Stock, request: int) -> None:
    with stock.database.write() as session:
        version = asset_requests.get(session, CLERK, request).version
        office_papers.submit(session, CLERK, KIND, request, version, f"submit {request}")


def possible(page) -> set[str]:
    return {spec.name for spec in page.acts.possible()}


def buttons(page) -> set[str]:
    """The buttons of the pane that are there to be pressed."""
    found = page.pane.findChildren(QPushButton)
    return {one.objectName() for one in found if not one.isHidden() and one.isEnabled()}


def test_a_record_led_on_at_another_desk_is_read_again_when_its_row_comes_in(qtbot, stock, tasks):
    request = drafted(stock)
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    choose(page, tasks, request)
    assert {"submit", "delete"} <= possible(page)
    assert {"button.submit"} <= buttons(page)
    submitted_elsewhere(stock, request)
    page.view.refresh()  # the rows only: nobody asks for the record
    wait(tasks)
    assert possible(page) & {"submit", "delete", "withdraw"} == {"withdraw"}
    assert buttons(page) & {"button.submit", "button.withdraw"} == {"button.withdraw"}


def test_what_is_done_with_a_record_led_on_elsewhere_is_done_with_it_as_it_is(qtbot, stock, tasks):
    request = drafted(stock)
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    choose(page, tasks, request)
    shown_first = page.detail
    submitted_elsewhere(stock, request)
    page._settled.setInterval(10_000)  # the pane is slow: it still shows what was
    page.view.refresh()
    settle(tasks)
    assert page.detail is shown_first
    assert "submit" not in possible(page)
    got = []
    page.with_detail(request, got.append)
    settle(tasks)
    assert got[0].version > shown_first.version


def test_acts_fit_the_record_when_the_pane_is_hidden(qtbot, stock, tasks):
    request = drafted(stock)
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    page.toggle_pane()
    choose(page, tasks, request)
    assert "delete" in possible(page)
    page.acts.get("submit").trigger()
    wait(tasks)
    assert possible(page) & {"submit", "delete", "withdraw", "approve"} == {"withdraw"}


def test_nothing_is_possible_with_a_record_that_left_with_the_whole_list(qtbot, stock, tasks):
    request = drafted(stock)
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    choose(page, tasks, request)
    page.view.chips.findChild(QPushButton, "chip.submitted").click()
    wait(tasks)
    assert page.view.count == 0
    assert possible(page) & {"submit", "delete", "print_request"} == set()
    assert buttons(page) == set()
    assert "Select a row to see its details." in texts(page.pane)
    assert page.detail is None


def test_the_pane_finds_the_record_again_when_it_was_asked_while_its_row_was_on_the_way(qtbot, stock, tasks):
    request = drafted(stock)
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    choose(page, tasks, request)
    page.view.table.rows.invalidate()
    page._ask_detail()  # as after an act, while another chip's rows are read
    assert "Select a row to see its details." in texts(page.pane)
    page.view.table.select_row(0)
    wait(tasks)
    assert page.pane.record_id == page.view.table.current_id() is not None
    assert "Select a row to see its details." not in texts(page.pane)


def test_a_row_on_its_way_allows_nothing_that_depends_on_its_state(qtbot, stock, tasks):
    request = drafted(stock)
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    choose(page, tasks, request)
    page.view.table.rows.invalidate()
    page.view.table.select_row(0)
    assert possible(page) & {"submit", "withdraw", "delete"} == set()
    wait(tasks)
    assert possible(page) & {"submit", "withdraw", "delete"} != set()


def test_a_refused_act_shows_the_record_as_it_is(qtbot, stock, tasks):
    request = drafted(stock)
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    choose(page, tasks, request)
    submitted_elsewhere(stock, request)
    page.acts.get("submit").trigger()
    wait(tasks)
    assert page.refusals
    assert possible(page) & {"submit", "withdraw"} == {"withdraw"}


def test_what_leads_a_record_on_is_blue(qtbot, stock, tasks):
    request = drafted(stock)
    submitted_elsewhere(stock, request)
    manager = shown(qtbot, AssetRequestsPage, stock, tasks, Role.MANAGER)
    choose(manager, tasks, request)
    blue = [one for one in manager.pane.findChildren(QPushButton) if one.property("primary")]
    assert [one.objectName() for one in blue if not one.isHidden()] == ["button.approve"]
    with stock.database.write() as session:
        actor = actor_of_role(Role.MANAGER)
        version = asset_requests.get(session, actor, request).version
        office_papers.decide(
            session, actor, KIND, request, version, Decision.APPROVE,
            reason="", command_id="elsewhere", today=TODAY,
        )  # fmt: skip
    manager.refresh()
    wait(tasks)
    assert "button.approve" not in buttons(manager)


def test_the_buttons_of_a_card_follow_its_movements(qtbot, stock, tasks):
    card = stock.card()
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(page, tasks, card)
    assert buttons(page) & {"button.issue", "button.return"} == {"button.issue"}
    with stock.database.write() as session:
        issue = MoveDraft(MovementKind.ISSUE, (card,), on_day=TODAY, employee_id=2)
        asset_moves.move(session, CLERK, issue, command_id="issue", today=TODAY)
    assert stock.look(card).state is AssetState.IN_USE
    page.view.refresh()
    wait(tasks)
    assert "button.return" in buttons(page)
