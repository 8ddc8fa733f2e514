"""What is to be bought is asked for, approved, and received line by line: never more than asked, every piece a card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.asset_paper import AssetRequest
from models.expense_claim import ExpenseClaim, PaperKind
from models.fixed_asset import AssetState, FixedAsset
from models.personnel_paper import OfficePaperState
from models.user import Role
from services import (
    asset_receipts,
    asset_request_details,
    asset_requests,
    office_details,
    office_papers,
    registers,
)
from services.asset_receipts import ReceiptDraft
from services.asset_request_details import RequestAction
from services.asset_requests import AssetRequestDraft, RequestLineDraft
from services.errors import Refused
from services.registers import Query
from tests.assets import CLERK, KIND, Stock, approved_request, stocked
from tests.conftest import TODAY, actor_of_role

DAY = timedelta(days=1)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def line(stock: Stock, **given: object) -> RequestLineDraft:
    usual = RequestLineDraft(
        name="笔记本电脑", class_id=stock.classes["DZ"], quantity=3, price=Decimal("5999.00")
    )
    return replace(usual, **given)


def save(stock: Stock, **given: object) -> int:
    draft = replace(AssetRequestDraft(title="电脑", lines=(line(stock),)), **given)
    with stock.database.write() as session:
        return asset_requests.save(session, CLERK, draft, today=TODAY)


def detail(stock: Stock, request: int, actor=CLERK) -> asset_request_details.RequestDetail:
    with stock.database.read() as session:
        return asset_request_details.detail(session, actor, request)


def receive(stock: Stock, request: int, quantity: int | None, **given: object) -> list[int]:
    found = detail(stock, request)
    usual = ReceiptDraft(
        request, found.version, found.lines[0].id, quantity=quantity, received_on=TODAY, price=Decimal(5800)
    )
    draft = replace(usual, **given)
    with stock.database.write() as session:
        return asset_receipts.receive(session, CLERK, draft, command_id=f"{draft}", today=TODAY)


def refused(stock: Stock, request: int, quantity: int | None, **given: object) -> tuple[str, str | None]:
    with pytest.raises(Refused) as caught:
        receive(stock, request, quantity, **given)
    return caught.value.code, caught.value.field


def test_a_request_is_numbered_summed_and_belongs_to_its_writer_s_department(stock):
    saved = save(stock, lines=(line(stock), line(stock, name="显示器", quantity=2, price=Decimal("1299.50"))))
    found = detail(stock, saved)
    assert (found.number, found.amount, found.department_name) == (
        "CG-2026-0001",
        Decimal("20596.00"),
        "运营部",
    )
    assert [row.amount for row in found.lines] == [Decimal("17997.00"), Decimal("2599.00")]
    assert found.actions == {RequestAction.EDIT, RequestAction.SUBMIT, RequestAction.DELETE}


def test_a_request_is_changed_until_it_is_submitted(stock):
    saved = save(stock)
    with stock.database.write() as session:
        draft = asset_requests.get(session, CLERK, saved)
        lines = (line(stock, name="平板", quantity=1), *draft.lines)
        asset_requests.save(session, CLERK, replace(draft, title="平板和电脑", lines=lines), today=TODAY)
    assert [(row.position, row.name) for row in detail(stock, saved).lines] == [
        (1, "平板"),
        (2, "笔记本电脑"),
    ]
    with pytest.raises(Refused) as caught, stock.database.write() as session:
        asset_requests.save(session, CLERK, draft, today=TODAY)
    assert caught.value.code == "record.stale"


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"title": ""}, "record.required", "title"),
        ({"lines": ()}, "asset_request.no_lines", "lines"),
        ({"department_id": 99}, "record.gone", "department_id"),
    ],
)
def test_what_makes_no_request_is_refused(stock, given, code, field):
    with pytest.raises(Refused) as caught:
        save(stock, **given)
    assert (caught.value.code, caught.value.field) == (code, field)


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": " "}, "record.required", "lines.0.name"),
        ({"class_id": None}, "record.required", "lines.0.class_id"),
        ({"class_id": 99}, "record.gone", "lines.0.class_id"),
        ({"quantity": 0}, "asset_request.quantity", "lines.0.quantity"),
        ({"price": None}, "record.required", "lines.0.price"),
        ({"price": Decimal(-1)}, "asset_request.price", "lines.0.price"),
        ({"price": Decimal(999999999999)}, "asset_request.too_dear", "lines.0.price"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_at_the_line(stock, given, code, field):
    with pytest.raises(Refused) as caught:
        save(stock, lines=(line(stock, **given),))
    assert (caught.value.code, caught.value.field) == (code, field)


def test_who_belongs_to_no_department_has_to_name_one(stock):
    nobody = replace(CLERK, employee_id=None)
    draft = AssetRequestDraft(title="电脑", lines=(line(stock),))
    with pytest.raises(Refused) as caught, stock.database.write() as session:
        asset_requests.save(session, nobody, draft, today=TODAY)
    assert (caught.value.code, caught.value.field) == ("record.required", "department_id")


def test_whoever_decides_sees_the_lines_and_why(stock):
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    manager = actor_of_role(Role.MANAGER)
    with stock.database.read() as session:
        seen = office_details.detail(session, manager, KIND, request, today=TODAY)
    assert [(one.name, one.after) for one in seen.changes][:2] == [
        ("笔记本电脑 × 3", Decimal(17997)),
        ("amount", Decimal(17997)),
    ]
    assert seen.reason == "三人入职"


def test_the_manager_may_decide_and_the_writer_take_it_back(stock):
    approved_request(stock, ("台式机", 1, "4000"))
    saved, manager = save(stock), actor_of_role(Role.MANAGER)
    with stock.database.write() as session:
        office_papers.submit(session, CLERK, KIND, saved, 1, "go")
    assert detail(stock, saved).actions == {RequestAction.WITHDRAW}
    assert detail(stock, saved, manager).actions == {RequestAction.APPROVE, RequestAction.RETURN}
    with pytest.raises(Refused) as caught, stock.database.write() as session:
        asset_requests.remove(session, CLERK, saved, detail(stock, saved).version)
    assert caught.value.code == "office_paper.wrong_state"


def test_what_comes_in_parts_gets_its_cards_until_all_is_here(either):
    stock = stocked(either)
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    first = receive(
        stock,
        request,
        2,
        serial_numbers="A1 A2",
        supplier="京东",
        invoice_number="24420",
        place_id=stock.places["305室"],
    )
    cards = [stock.look(card) for card in first]
    assert [(card.number, card.serial_number, card.cost, card.state) for card in cards] == [
        ("DZ-2026-0001", "A1", Decimal(5800), AssetState.IDLE),
        ("DZ-2026-0002", "A2", Decimal(5800), AssetState.IDLE),
    ]
    assert {(card.supplier, card.invoice_number, card.place_id) for card in cards} == {
        ("京东", "24420", stock.places["305室"])
    }
    found = detail(stock, request)
    assert (found.lines[0].left, found.closed_on, len(found.lines[0].cards)) == (1, None, 2)
    assert RequestAction.RECEIVE in found.actions
    receive(stock, request, 1, employee_id=2)
    found = detail(stock, request)
    assert (found.lines[0].left, found.closed_on, found.actions) == (0, TODAY, frozenset())
    assert found.lines[0].cards[2].number == "DZ-2026-0003"


def test_never_more_is_received_than_was_asked_for(stock):
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    receive(stock, request, 2)
    assert refused(stock, request, 2) == ("asset_request.more_than_asked", "quantity")
    assert len(detail(stock, request).lines[0].cards) == 2


def test_chairs_come_as_one_lot(stock):
    request = approved_request(stock, ("会议椅", 12, "260"))
    [card] = receive(stock, request, 12, price=Decimal(250), as_lot=True)
    assert (stock.look(card).quantity, stock.look(card).cost) == (12, Decimal(3000))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"quantity": 0}, ("asset_request.quantity", "quantity")),
        ({"quantity": None}, ("asset_request.quantity", "quantity")),
        ({"received_on": None}, ("record.required", "received_on")),
        ({"received_on": TODAY + DAY}, ("asset.future_day", "received_on")),
        ({"price": None}, ("record.required", "price")),
        ({"claim_number": "BX-2026-0999"}, ("asset.no_claim", "claim_number")),
        ({"serial_numbers": "A B C"}, ("asset.several_serials", "serial_number")),
        ({"version": 99}, ("record.stale", None)),
        ({"line_id": 99}, ("record.gone", None)),
        ({"start_on": date(2026, 1, 1)}, ("asset.start_before_bought", "start_on")),
    ],
)
def test_what_cannot_be_received_is_said_and_makes_no_card(stock, given, said):
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    assert refused(stock, request, **({"quantity": 2} | given)) == said
    with stock.database.read() as session:
        assert session.query(FixedAsset).count() == 0


def test_a_card_names_the_claim_that_paid_for_it(stock):
    request = approved_request(stock, ("笔记本电脑", 1, "5999"))
    with stock.database.write() as session:
        session.add(
            ExpenseClaim(
                kind=PaperKind.CLAIM, number="BX-2026-0007", business_date=TODAY, purpose="x", claimant_id=1,
                department_id=1, created_by_id=1, amount=Decimal(5999), sanctioned=Decimal(5999),
            )
        )  # fmt: skip
    [card] = receive(stock, request, 1, claim_number="BX-2026-0007")
    assert stock.look(card).claim_number == "BX-2026-0007"


def test_nothing_is_received_before_it_is_approved_or_after_it_is_closed(stock):
    assert refused(stock, save(stock), 1)[0] == "asset_request.not_approved"
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    receive(stock, request, 1)
    close(stock, request)
    assert refused(stock, request, 1)[0] == "asset_request.closed"
    assert (detail(stock, request).closed_on, detail(stock, request).state_note) == (TODAY, "停产")
    with pytest.raises(Refused) as caught:
        close(stock, request)
    assert caught.value.code == "asset_request.closed"
    with pytest.raises(Refused) as caught:
        close(stock, save(stock))
    assert caught.value.code == "asset_request.not_approved"


def close(stock: Stock, request: int) -> None:
    with stock.database.write() as session:
        version = session.get_one(AssetRequest, request).version
        asset_receipts.close(session, CLERK, request, version, reason="停产", today=TODAY)


def test_a_double_click_receives_once(stock):
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    found = detail(stock, request)
    draft = ReceiptDraft(request, found.version, found.lines[0].id, 1, TODAY, price=Decimal(1))
    for _ in range(2):
        with stock.database.write() as session:
            made = asset_receipts.receive(session, CLERK, draft, command_id="once", today=TODAY)
    assert len(made) == 1
    assert detail(stock, request).lines[0].received == 1


def test_the_page_tells_what_is_to_come(stock):
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    receive(stock, request, 1)
    save(stock)
    with stock.database.write() as session:
        session.get_one(AssetRequest, request).wanted_on = TODAY - DAY
    with stock.database.read() as session:
        head = asset_requests.headline(session, CLERK, today=TODAY)
        rows = registers.window(session, CLERK, asset_requests.REGISTER, Query(TODAY, chip="to_come"), 0, 9)
        assert asset_requests.to_come_count(session, CLERK) == 1
    assert (head.to_finish, head.submitted, head.to_come, head.late) == (1, 0, 1, 1)
    names = [column.name for column in asset_requests.REGISTER.columns]
    shown = dict(zip(names, rows[0][1:], strict=True))
    assert (shown["asked"], shown["received"], shown["state"]) == (3, 1, OfficePaperState.APPROVED)


def test_a_draft_is_deleted_and_a_missing_one_gone(stock):
    saved = save(stock)
    with stock.database.write() as session:
        with pytest.raises(Refused) as caught:
            asset_requests.remove(session, CLERK, saved, 9)
        assert caught.value.code == "record.stale"
        assert asset_requests.remove(session, CLERK, saved, 1)
    with pytest.raises(Refused) as caught:
        detail(stock, saved)
    assert caught.value.code == "record.gone"
