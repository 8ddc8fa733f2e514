"""Values on any day, the year, both books, the schedule of a card, the entries and the sheets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from models.asset_terms import Method
from models.fixed_asset import AssetEstimate, FixedAsset
from models.people import Department
from models.user import Role
from services import (
    asset_schedules,
    asset_units,
    asset_values,
    depreciation_entries,
    depreciation_register,
    depreciation_runs,
    depreciation_years,
)
from services.asset_schedules import MonthCause
from services.database import Database
from services.depreciation_entries import AccountLine, AccountSide
from services.errors import Refused
from services.permissions import Permission
from tests.assets import Stock, stocked
from tests.conftest import actor_of_role

CLERK = actor_of_role(Role.CLERK)
TODAY = date(2027, 8, 20)
LAPTOP = {"cost": Decimal(5999), "bought_on": date(2026, 3, 18), "start_on": date(2026, 3, 18), "months": 36}
DESK = {
    "name": "办公桌", "cost": Decimal(3200), "bought_on": date(2026, 1, 5), "start_on": date(2026, 1, 5), "months": 60,
}  # fmt: skip
D = Decimal


class Books:
    """A laptop of the sales department, a desk of nobody."""

    def __init__(self, database: Database) -> None:
        self.stock: Stock = stocked(database)
        with database.write() as session:
            sales = Department(code="901", name="市场部")
            session.add(sales)
            session.flush()
            self.sales: int = sales.id
        self.laptop = self.stock.card(**LAPTOP, department_id=self.sales)
        self.desk = self.stock.card(**DESK, class_id=self.stock.classes["ZY"])

    def read(self, work: Callable[..., Any], *args: Any, **named: Any) -> Any:
        with self.stock.database.read() as session:
            return work(session, CLERK, *args, **named)

    def write(self, work: Callable[..., Any], *args: Any, **named: Any) -> Any:
        with self.stock.database.write() as session:
            return work(session, CLERK, *args, **named)

    def month(self, month: date, *, close: bool = True) -> int:
        run: int = self.write(depreciation_runs.reckon, month, today=TODAY)
        if close:
            version = self.read(depreciation_register.detail, run).version
            self.write(depreciation_runs.close, run, version, command_id=f"close {month}")
        return run


@pytest.fixture
def books(either: Database) -> Books:
    return Books(either)


@pytest.fixture
def one(database: Database) -> Books:
    return Books(database)


def test_the_value_of_all_on_days_past_and_to_come(books: Books) -> None:
    def net(day: date) -> Decimal:
        return sum((group.net for group in books.read(asset_values.groups_on, day)), D(0))

    assert net(date(2026, 1, 4)) == 0
    assert net(date(2026, 1, 5)) == D(3200)
    assert net(date(2026, 3, 31)) == D(5999) + D(3200) - 2 * D("50.67")
    assert net(date(2027, 8, 10)) == D("3307.73") + D(3200) - 19 * D("50.67")
    assert net(date(2040, 1, 1)) == D("299.95") + D(160)
    total = books.read(asset_values.total_on, date(2040, 1, 1))
    assert (total.cost, total.net) == (D(9199), D("459.95"))


def test_groups_are_by_class_and_department_and_lead_to_their_cards(books: Books) -> None:
    first, second = books.read(asset_values.groups_on, date(2027, 8, 10))
    assert (first.class_name, first.department_name, first.cards) == ("电子设备", "市场部", 1)
    assert (second.class_name, second.department_name) == ("桌椅", "")
    (card,) = books.read(
        asset_values.cards_on, date(2027, 8, 10), class_ids=[first.class_id], department_ids=[books.sales]
    )
    assert (card.asset_id, card.net, card.accumulated) == (books.laptop, D("3307.73"), D("2691.27"))
    (card,) = books.read(asset_values.cards_on, date(2027, 8, 10), department_ids=[None])
    assert card.asset_id == books.desk
    assert books.read(asset_values.cards_on, date(2027, 8, 10), ids=[books.desk])[0].name == "办公桌"


def test_on_a_day_of_a_closed_month_cards_stand_where_they_stood_then(books: Books) -> None:
    books.month(date(2026, 4, 1))
    with books.stock.database.write() as session:
        other = Department(code="902", name="技术部")
        session.add(other)
        session.flush()
        session.get_one(FixedAsset, books.laptop).department_id = other.id

    def department(day: date) -> str:
        (card,) = books.read(asset_values.cards_on, day, ids=[books.laptop])
        groups = {
            group.class_name: group.department_name for group in books.read(asset_values.groups_on, day)
        }
        assert groups["电子设备"] == card.department_name
        return card.department_name

    assert [department(date(2026, 4, day)) for day in (1, 30)] == ["市场部", "市场部"]
    assert department(date(2026, 3, 31)) == department(date(2026, 5, 1)) == "技术部"
    (found,) = books.read(asset_values.cards_on, date(2026, 4, 9), department_ids=[books.sales])
    assert found.asset_id == books.laptop
    assert books.read(asset_values.total_on, date(2026, 4, 9)).cost == D(9199)


def test_a_year_by_card_and_by_class_adds_up(books: Books) -> None:
    laptop, desk = books.read(depreciation_years.year_cards, 2026)
    if laptop.id != books.laptop:
        laptop, desk = desk, laptop
    assert laptop.months == (D(0),) * 3 + (D("158.31"),) * 9
    assert (laptop.total, desk.total) == (D("1424.79"), 11 * D("50.67"))
    by_class = books.read(depreciation_years.year_classes, 2026)
    assert sum((row.total for row in by_class), D(0)) == laptop.total + desk.total
    assert [row.net for row in by_class] == [laptop.net, desk.net]
    only = books.read(depreciation_years.year_cards, 2026, class_id=books.stock.classes["ZY"])
    assert [row.id for row in only] == [books.desk]
    spent = books.read(depreciation_years.year_cards, 2041)
    assert [(row.total, row.net) for row in spent] == [
        (D(0), value.net) for value in books.read(asset_values.cards_on, date(2041, 12, 31))
    ], "nothing is charged any more, and still it is there"
    assert books.read(depreciation_years.year_cards, 2020) == []


def test_both_books_and_their_difference(books: Books) -> None:
    once = books.stock.card(**{**LAPTOP, "name": "服务器"}, one_off=True)
    (row,) = books.read(depreciation_years.both_books, 2026, only_different=True)
    assert (row.id, row.company, row.tax, row.difference) == (once, D("1424.79"), D(5999), D("-4574.21"))
    assert len(books.read(depreciation_years.both_books, 2026)) == 3


def test_the_schedule_of_a_card_says_why(books: Books) -> None:
    with books.stock.database.write() as session:
        session.add(
            AssetEstimate(
                asset_id=books.laptop, from_on=date(2027, 1, 1), months=15, residual=D(0), method=Method.STRAIGHT_LINE,
                added=D(600), reason="加装内存", made_by_name="文员",
            )
        )  # fmt: skip
    books.month(date(2026, 4, 1))
    found = books.read(asset_schedules.schedule_of_card, books.laptop)
    assert found.rows[0].month == date(2026, 4, 1)
    assert (found.rows[0].opening, found.rows[0].charge, found.rows[0].net) == (
        D(5999),
        D("158.31"),
        D("5840.69"),
    )
    assert found.rows[0].causes == (MonthCause.FIRST,)
    assert found.rows[0].closed
    assert not found.rows[1].closed
    changed = found.rows[9]
    assert (changed.month, changed.causes) == (date(2027, 1, 1), (MonthCause.ESTIMATE,))
    assert changed.opening == D(5999) - D("1424.79") + 600
    assert found.rows[23].causes == (MonthCause.LAST,)
    assert found.rows[23].net == 0
    assert len(found.rows) == 36  # the tax book goes on
    assert sum((row.charge for row in found.rows), D(0)) == D(6599)
    assert sum((row.tax_charge for row in found.rows), D(0)) == D("5699.05")
    with pytest.raises(Refused, match=r"record\.gone"):
        books.read(asset_schedules.schedule_of_card, 999)


def test_the_schedule_tells_when_the_books_have_another_amount(one: Books) -> None:
    one.month(date(2026, 4, 1))
    with one.stock.database.write() as session:
        session.get_one(FixedAsset, one.laptop).months = 72  # not by the window, which refuses it
    (first, *_) = one.read(asset_schedules.schedule_of_card, one.laptop).rows
    assert (first.charge, first.booked) == (D("79.15"), D("158.31"))


def test_a_card_that_is_not_in_use_has_no_schedule(one: Books) -> None:
    idle = one.stock.card(cost=D(100), start_on=None)
    assert one.read(asset_schedules.schedule_of_card, idle).rows == ()


def test_units_and_imported_balances_have_their_causes(one: Books) -> None:
    car = one.stock.card(
        name="货车", class_id=one.stock.classes["QC"], cost=D(120_000), residual=D(6000), months=48,
        method=Method.UNITS, units_total=D(300_000), bought_on=date(2026, 1, 1), start_on=date(2026, 1, 1),
    )  # fmt: skip
    one.write(asset_units.enter, date(2026, 2, 1), {car: D(4512)})
    rows = one.read(asset_schedules.schedule_of_card, car).rows
    assert (rows[0].charge, rows[0].units) == (D("1714.56"), D(4512))
    assert MonthCause.USE in rows[0].causes
    old = one.stock.card(**{**LAPTOP, "opening_months": 3, "opening_accumulated": D(500)})
    rows = one.read(asset_schedules.schedule_of_card, old).rows
    assert rows[3].causes == (MonthCause.OPENING,)
    assert rows[2].accumulated == D(500)


def test_entries_stand_department_against_class(books: Books) -> None:
    run = books.month(date(2026, 4, 1))
    laptop, desk = books.read(depreciation_entries.entries, run)
    assert (laptop.day, laptop.summary, laptop.amount) == (
        date(2026, 4, 30),
        "计提2026年4月折旧",
        D("158.31"),
    )
    assert (laptop.expense.code, laptop.expense.title) == ("660202", "管理费用—折旧费")
    assert (desk.department, desk.accumulated.code) == ("", "1602")
    chosen = [
        AccountLine(AccountSide.DEPARTMENT, books.sales, "市场部", "660102", "销售费用—折旧费"),
        AccountLine(AccountSide.CLASS, books.stock.classes["DZ"], "电子设备", "160204", "累计折旧—电子设备"),
    ]
    books.write(depreciation_entries.save_accounts, chosen)
    laptop, _ = books.read(depreciation_entries.entries, run)
    assert (laptop.expense.code, laptop.accumulated.title) == ("660102", "累计折旧—电子设备")
    back = [AccountLine(AccountSide.DEPARTMENT, books.sales, "市场部", "", "")]
    books.write(depreciation_entries.save_accounts, back)
    laptop, _ = books.read(depreciation_entries.entries, run)
    assert laptop.expense.code == "660202"
    wrong = [AccountLine(AccountSide.DEPARTMENT, books.sales, "市场部", "六六", "")]
    with pytest.raises(Refused, match=r"accounts\.code") as refused:
        books.write(depreciation_entries.save_accounts, wrong)
    assert refused.value.field == "0.code"
    gone = [AccountLine(AccountSide.DEPARTMENT, 9999, "", "6602", "")]
    with pytest.raises(Refused, match=r"record\.gone"):
        books.write(depreciation_entries.save_accounts, gone)


def test_intangibles_are_amortised(one: Books) -> None:
    one.stock.card(**{**LAPTOP, "name": "软件", "class_id": one.stock.classes["RJ"]})
    kinds = {
        line.name: line for line in one.read(depreciation_entries.accounts) if line.side is AccountSide.CLASS
    }
    assert (kinds["软件"].code, kinds["软件"].title) == ("1702", "累计摊销")
    assert one.read(depreciation_entries.usual_expenses)[0].code == "660202"


def test_software_is_amortised_not_depreciated(one: Books) -> None:
    one.stock.card(**{**LAPTOP, "name": "软件", "class_id": one.stock.classes["RJ"]})
    found = {
        each.class_name: each for each in one.read(depreciation_entries.entries, one.month(date(2026, 4, 1)))
    }
    software = found["软件"]
    assert (software.summary, software.expense.title) == ("2026年4月无形资产摊销", "管理费用—无形资产摊销")
    assert found["桌椅"].summary == "计提2026年4月折旧"


def test_a_month_tells_its_classes_departments_and_what_changed(books: Books) -> None:
    march = books.month(date(2026, 3, 1))
    april = books.month(date(2026, 4, 1), close=False)
    found = books.read(depreciation_register.detail, april)
    assert (found.before, found.joined, found.left) == (D("50.67"), 1, 0)
    assert [(part.name, part.amount) for part in found.classes] == [
        ("电子设备", D("158.31")),
        ("桌椅", D("50.67")),
    ]
    assert [(part.name, part.cards) for part in found.departments] == [("市场部", 1), ("", 1)]
    assert books.read(depreciation_register.detail, march).newest_closed
    assert not found.newest_closed
    (card,) = books.read(depreciation_register.cards, april, class_id=found.classes[0].id)
    assert (card.asset_id, card.amount, card.cost) == (books.laptop, D("158.31"), D(5999))
    assert [
        c.asset_id for c in books.read(depreciation_register.cards, april, department_id=books.sales)
    ] == [books.laptop]
    assert [c.asset_id for c in books.read(depreciation_register.cards, april, no_department=True)] == [
        books.desk
    ]


def test_the_headline_says_what_to_do(books: Books) -> None:
    books.month(date(2026, 3, 1))
    books.stock.card(**{**DESK, "name": "漏登的"})
    head = books.read(depreciation_register.headline, today=date(2026, 4, 20))
    assert (head.next_month, head.next_id, head.closed_until) == (date(2026, 4, 1), None, date(2026, 3, 1))
    assert head.late == 1
    assert head.worth.cost == D(5999) + 2 * D(3200)


def test_who_may_not_see_assets_sees_no_values(one: Books) -> None:
    nobody = actor_of_role(Role.CLERK)
    nobody = type(nobody)(
        nobody.user_id, "", "", None, frozenset(), nobody.permissions - {Permission.ASSET_SEE}
    )
    with pytest.raises(Refused, match=r"permission\.denied"), one.stock.database.read() as session:
        asset_values.total_on(session, nobody, TODAY)
