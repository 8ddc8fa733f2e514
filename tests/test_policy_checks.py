"""Every limit against papers: to the fen, on the day the money was spent, with what holds and the excess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

from models.expense_category import CategoryRole, ExpenseCategory
from models.expense_claim import CheckLevel, PaperKind
from models.invoice import Invoice
from models.policy import CityTier, ExpensePolicy, PolicyKind
from models.travel import Vehicle
from services import expense_claims
from services.claim_check_row import Check
from services.claim_values import ClaimDraft, LegDraft, LineDraft
from services.database import Database
from tests.claims import TODAY, Office, invoice_file, make_office
from ui.claims.check_words import check_sentence

FROM = date(2026, 1, 1)
ROLES = {"住宿": CategoryRole.LODGING, "招待": CategoryRole.ENTERTAINMENT, "补助": CategoryRole.ALLOWANCE}
CODES = {
    "lodging_above", "lodging_within", "allowance_above", "allowance_within", "heads_missing", "per_head_above",
    "day_off", "seat_above", "category_above", "month_above", "consecutive", "split_papers", "invoice_old",
}  # fmt: skip


@pytest.fixture
def office(database: Database) -> Office:
    made = make_office(database)
    with database.write() as session:
        for name, role in ROLES.items():
            session.execute(update(ExpenseCategory).where(ExpenseCategory.name == name).values(role=role))
        session.add(CityTier(city="北京", tier=1))
    return made


def limit(office: Office, kind: PolicyKind, amount: str = "", **changes: object) -> None:
    with office.writing() as session:
        base = {"from_on": FROM, "level": CheckLevel.WARN, "amount": Decimal(amount) if amount else None}
        session.add(ExpensePolicy(kind=kind, **(base | changes)))


def line(office: Office, category: str, amount: str, **changes: object) -> LineDraft:
    base = LineDraft(office.categories[category], TODAY - timedelta(days=8), amount=Decimal(amount))
    return replace(base, **changes)


def checks(office: Office, draft: ClaimDraft, today: date = TODAY) -> dict[str, Check]:
    with office.database.read() as session:
        found = expense_claims.check_draft(session, office.clerk, draft, today=today)
    return {check.code: check for check in found if check.code in CODES}


def of(office: Office, *lines: LineDraft, **changes: object) -> dict[str, Check]:
    return checks(office, office.draft(lines=lines, **changes))


@pytest.mark.parametrize(
    ("amount", "code", "excess"),
    [
        ("2800.00", "lodging_within", None),
        ("2800.01", "lodging_above", "0.00"),
        ("2930.50", "lodging_above", "32.63"),
    ],
)
def test_a_night_costs_what_the_limit_says_to_the_fen(
    office: Office, amount: str, code: str, excess: str | None
):
    limit(office, PolicyKind.LODGING_PER_NIGHT, "700")
    first = TODAY - timedelta(days=8)
    found = of(office, line(office, "住宿", amount, spent_on=first, spent_to=first + timedelta(days=4)))
    assert set(found) == {code}
    assert found[code].values.get("excess") == excess


def test_a_line_without_a_city_says_so_instead_of_a_dash(office: Office):
    limit(office, PolicyKind.LODGING_PER_NIGHT, "700")
    here = of(office, line(office, "住宿", "900", city="宜昌", nights=1))["lodging_above"]
    nowhere = of(office, line(office, "住宿", "900", nights=1))["lodging_above"]
    assert "(宜昌, tier 3)" in check_sentence(here)
    assert "(no city given, as tier 3)" in check_sentence(nowhere)


def test_nights_and_city_of_the_line_count_before_its_days(office: Office):
    limit(office, PolicyKind.LODGING_PER_NIGHT, "700")
    limit(office, PolicyKind.LODGING_PER_NIGHT, "900", city_tier=1)
    assert "lodging_within" in of(office, line(office, "住宿", "1800", city="北京", nights=2))
    assert (
        of(office, line(office, "住宿", "1800", city="宜昌", nights=2))["lodging_above"].values["rate"]
        == "900.00"
    )
    assert "lodging_within" in of(office, line(office, "住宿", "880", description="北京协议酒店"))


def test_the_limit_of_the_day_it_was_spent_holds(office: Office):
    change = TODAY - timedelta(days=5)
    limit(office, PolicyKind.LODGING_PER_NIGHT, "700", to_on=change - timedelta(days=1))
    limit(office, PolicyKind.LODGING_PER_NIGHT, "900", from_on=change)
    assert "lodging_above" in of(office, line(office, "住宿", "800", spent_on=change - timedelta(days=1)))
    assert "lodging_within" in of(office, line(office, "住宿", "800", spent_on=change))


def test_a_limit_that_stops_keeps_the_paper_from_being_submitted(office: Office):
    limit(office, PolicyKind.LODGING_PER_NIGHT, "700", level=CheckLevel.STOP)
    assert of(office, line(office, "住宿", "800"))["lodging_above"].level is CheckLevel.STOP


@pytest.mark.parametrize(("amount", "code"), [("900.00", "allowance_within"), ("900.01", "allowance_above")])
def test_an_allowance_is_meals_and_local_transport_for_calendar_days(office: Office, amount: str, code: str):
    limit(office, PolicyKind.MEAL_PER_DAY, "100")
    limit(office, PolicyKind.LOCAL_PER_DAY, "80")
    first = TODAY - timedelta(days=8)
    found = of(office, line(office, "补助", amount, spent_on=first, spent_to=first + timedelta(days=4)))
    assert set(found) == {code}


def test_a_meal_says_how_many_were_there_and_what_a_head_may_cost(office: Office):
    limit(office, PolicyKind.PER_HEAD, "150")
    assert set(of(office, line(office, "招待", "868"))) == {"heads_missing"}
    assert set(of(office, line(office, "招待", "868", headcount=6))) == set()
    assert set(of(office, line(office, "招待", "868", description="接待襄阳客户 6 人"))) == set()
    above = of(office, line(office, "招待", "868", headcount=5))["per_head_above"]
    assert (above.values["rate"], above.values["excess"]) == ("173.60", "23.60")


def test_a_day_off_is_asked_about_a_make_up_day_is_not(office: Office):
    limit(office, PolicyKind.WEEKEND)
    sunday, worked_sunday = date(2026, 11, 15), date(2026, 9, 20)
    assert of(office, line(office, "招待", "100", spent_on=sunday))["day_off"].values["day"] == "2026-11-15"
    assert "day_off" not in of(office, line(office, "招待", "100", spent_on=worked_sunday))
    spread = line(office, "招待", "100", spent_on=sunday, spent_to=sunday + timedelta(days=2))
    assert "day_off" not in of(office, spread)


def test_a_class_above_the_grade_is_told_with_the_leg(office: Office):
    limit(office, PolicyKind.SEAT, words="二等座、硬卧")
    leg = LegDraft("武汉", "北京", TODAY, 8, TODAY, 13, Vehicle.TRAIN, "一等座")
    draft = office.draft("100", kind=PaperKind.TRAVEL, legs=(leg, replace(leg, seat="二等座")))
    assert checks(office, draft)["seat_above"].values["leg"] == "1"


def test_a_category_has_a_limit_on_one_paper(office: Office):
    limit(office, PolicyKind.CATEGORY_PER_PAPER, "500", category_id=office.categories["招待"])
    assert of(office, line(office, "招待", "250"), line(office, "招待", "250")) == {}
    found = of(
        office, line(office, "招待", "250"), line(office, "招待", "250.01"), line(office, "交通", "900")
    )
    assert found["category_above"].values["excess"] == "0.01"


def test_a_category_has_a_limit_in_a_month_with_the_claimant_s_other_papers(office: Office):
    limit(office, PolicyKind.CATEGORY_PER_MONTH, "300", category_id=office.categories["补助"])
    first = office.submit(office.save(office.draft("200")))
    found = checks(office, office.draft("150"))
    assert found["month_above"].values["others"] == first.number
    assert found["month_above"].values["excess"] == "50.00"
    last_month = line(office, "补助", "150", spent_on=TODAY.replace(month=10))
    assert "month_above" not in of(office, last_month)


def test_invoices_of_one_seller_in_a_row_are_noticed_over_several_papers(office: Office, tmp_path):
    limit(office, PolicyKind.CONSECUTIVE, count=3)
    numbers = ["26422000000481236547", "26422000000481236549"]
    first = office.from_files(*(invoice_file(tmp_path, number) for number in numbers)).draft
    office.submit(expense_claims.Saved(first.id, first.version, ""))
    between = office.from_files(invoice_file(tmp_path, "26422000000481236548")).draft
    found = checks(office, between)["consecutive"]
    assert (found.values["count"], found.values["others"]) == ("3", "BX-2026-0001")
    apart = office.from_files(invoice_file(tmp_path, "26422000000481236600")).draft
    assert "consecutive" not in checks(office, apart)


def test_papers_split_just_below_a_level_are_seen_together(office: Office):
    limit(office, PolicyKind.SPLIT, "200", count=7)
    first = office.submit(office.save(office.draft("4900")))
    found = checks(office, office.draft("4850"))["split_papers"]
    assert (found.values["others"], found.values["sum"]) == (first.number, "9,750.00")
    assert "split_papers" not in checks(office, office.draft("4700"))
    assert "split_papers" not in checks(office, office.draft("5000"))
    assert "split_papers" not in checks(office, office.draft("4850"), TODAY + timedelta(days=8))


def test_the_age_of_invoices_is_a_limit_like_the_others(office: Office, tmp_path):
    draft = office.from_files(invoice_file(tmp_path)).draft
    assert "invoice_old" not in checks(office, draft)
    limit(office, PolicyKind.INVOICE_AGE, count=5)
    assert checks(office, draft)["invoice_old"].values["limit"] == "5"


def test_without_limits_nothing_is_asked_of_the_other_papers(office: Office):
    assert of(office, line(office, "住宿", "99999"), line(office, "招待", "9999")) == {}
    with office.database.read() as session:
        assert session.query(Invoice).count() == 0
