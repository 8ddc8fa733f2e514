"""Monthly remittances: reckoned, compared with last month, frozen for good, paid; back payments in rows of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text

from models.insurance_terms import Fund, InsuranceItem
from models.remittance import RemittanceState
from services import remittance_register, remittances
from services.database import Database
from services.errors import Refused
from services.permissions import Permission
from services.remittance_changes import Difference
from tests.remittances import (
    AUGUST,
    CITY,
    JUNE,
    OCTOBER,
    SEPTEMBER,
    TODAY,
    command,
    draft,
    freeze,
    frozen,
    hire,
    policies,
    set_base,
    shown,
    stop,
)


@pytest.fixture
def house(database: Database) -> Database:
    policies(database)
    return database


def test_a_draft_of_each_fund_has_everybody_with_both_parts(either: Database, clerk) -> None:
    policies(either)
    hire(either, "甲", "8000")
    hire(either, "乙", "30000")
    found = {fund: shown(either, clerk, one) for fund, one in draft(either, clerk, OCTOBER).items()}
    social, housing = found[Fund.SOCIAL], found[Fund.HOUSING]
    assert [one.name for one in social.people] == ["甲", "乙"]
    pension = next(one for one in social.items if one.item is InsuranceItem.PENSION)
    assert (pension.employer, pension.employee) == (Decimal("4878.08"), Decimal("2439.04"))
    assert social.people[0].total == Decimal("2895.00")  # 1280+640 + 696+167 + 56+24 + 32
    assert social.total == social.employer + social.employee
    assert housing.base_total == Decimal(30488)
    assert (housing.employer, housing.employee) == (Decimal("3658.56"), Decimal("3658.56"))


def test_a_month_is_made_once_and_never_too_early(house, clerk) -> None:
    hire(house, "甲", "8000")
    draft(house, clerk, OCTOBER)
    for month, code in ((OCTOBER, "remittance.made"), (date(2026, 12, 1), "remittance.month_too_far")):
        with pytest.raises(Refused) as error:
            draft(house, clerk, month)
        assert error.value.code == code


def test_without_anybody_insured_there_is_nothing_to_make(house, clerk) -> None:
    with pytest.raises(Refused) as error:
        draft(house, clerk, OCTOBER)
    assert error.value.code == "remittance.nobody"


def test_a_double_click_makes_the_drafts_once(house, clerk) -> None:
    hire(house, "甲", "8000")
    with house.write() as session:
        first = remittances.draft(session, clerk, OCTOBER, "same", TODAY)
        again = remittances.draft(session, clerk, OCTOBER, "same", TODAY)
    assert len(first) == 2
    assert again == []


def test_the_change_against_last_month_names_everybody(house, clerk) -> None:
    leaver, changed = hire(house, "走", "6000"), hire(house, "变", "7000")
    hire(house, "同", "8000")
    frozen(house, clerk, SEPTEMBER)
    stop(house, leaver, SEPTEMBER)
    set_base(house, changed, "7500", OCTOBER)
    hire(house, "新", "9000", since=OCTOBER)
    found = shown(house, clerk, draft(house, clerk, OCTOBER)[Fund.SOCIAL])
    assert [(one.kind, one.name) for one in found.changes] == [
        (Difference.JOINED, "新"), (Difference.LEFT, "走"), (Difference.BASE, "变"),
    ]  # fmt: skip
    base = found.changes[2]
    assert (base.base_before, base.base) == (Decimal(7000), Decimal(7500))
    assert found.before_people == 3
    assert found.total - found.before == sum((one.now or 0) - (one.before or 0) for one in found.changes)


def test_what_was_frozen_is_never_reckoned_again(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    one = frozen(house, clerk, SEPTEMBER)[Fund.SOCIAL, SEPTEMBER]
    before = shown(house, clerk, one)
    set_base(house, person, "9000", AUGUST)
    with house.write() as session, pytest.raises(Refused) as error:
        remittances.reckon_again(session, clerk, one, before.version)
    assert error.value.code == "remittance.frozen"
    after = shown(house, clerk, one)
    assert after.lines == before.lines
    assert (after.owed_people, after.owed) == (1, Decimal("361.00"))  # 36.1 % of 1,000


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE remittance_line SET employer = 1",
        "DELETE FROM remittance_line",
        "UPDATE remittance SET total = 1",
        "UPDATE remittance SET state = 'draft'",
        "DELETE FROM remittance",
    ],
)
def test_the_database_itself_refuses_to_change_an_archive(either: Database, clerk, sql: str) -> None:
    policies(either)
    hire(either, "甲", "8000", funds=(Fund.SOCIAL,))
    frozen(either, clerk, SEPTEMBER)
    with pytest.raises(Refused) as error, either.write() as session:
        session.execute(text(sql))
    assert error.value.code == "remittance.frozen"


def test_what_changed_since_the_draft_must_be_looked_at_before_it_is_frozen(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    one = draft(house, clerk, OCTOBER)[Fund.SOCIAL]
    assert not shown(house, clerk, one).stale
    set_base(house, person, "9000", OCTOBER)
    seen = shown(house, clerk, one)
    assert seen.stale
    with house.write() as session, pytest.raises(Refused) as error:
        remittances.freeze(session, clerk, one, seen.version, command())
    assert error.value.code == "remittance.changed"
    with house.write() as session:
        remittances.reckon_again(session, clerk, one, shown(house, clerk, one).version)
    freeze(house, clerk, one)
    assert shown(house, clerk, one).state is RemittanceState.FROZEN


def test_nobody_without_a_base_goes_missing_in_silence(house, clerk) -> None:
    hire(house, "甲", "8000")
    hire(house, "无", None)
    one = draft(house, clerk, OCTOBER)[Fund.SOCIAL]
    seen = shown(house, clerk, one)
    assert [gap.name for gap in seen.gaps] == ["无"]
    with house.write() as session, pytest.raises(Refused) as error:
        remittances.freeze(session, clerk, one, seen.version, command())
    assert (error.value.code, error.value.values["names"]) == ("remittance.gaps", "无")


def test_it_is_paid_once_frozen_on_a_day_that_was(house, clerk) -> None:
    hire(house, "甲", "8000")
    one = draft(house, clerk, OCTOBER)[Fund.SOCIAL]

    def pay(day: date | None) -> str:
        with house.write() as session:
            try:
                remittances.pay(session, clerk, one, shown(house, clerk, one).version, day, command(), TODAY)
            except Refused as error:
                return error.code
        return ""

    assert pay(TODAY) == "remittance.not_frozen"
    freeze(house, clerk, one)
    assert pay(None) == "record.required"
    assert pay(date(2026, 10, 14)) == "remittance.paid_later"
    assert pay(TODAY) == ""
    assert (shown(house, clerk, one).state, shown(house, clerk, one).paid_on) == (
        RemittanceState.PAID,
        TODAY,
    )
    with house.write() as session:
        remittances.unpay(session, clerk, one, shown(house, clerk, one).version, "退票")
    assert shown(house, clerk, one).state is RemittanceState.FROZEN
    with house.write() as session, pytest.raises(Refused) as error:
        remittances.unpay(session, clerk, one, shown(house, clerk, one).version, "退票")
    assert error.value.code == "remittance.not_paid"


def test_a_draft_can_be_thrown_away_an_archive_cannot(house, clerk) -> None:
    hire(house, "甲", "8000")
    made = draft(house, clerk, OCTOBER)
    freeze(house, clerk, made[Fund.HOUSING])
    with house.write() as session:
        assert remittances.remove(
            session, clerk, made[Fund.SOCIAL], shown(house, clerk, made[Fund.SOCIAL]).version
        )
    version = shown(house, clerk, made[Fund.HOUSING]).version
    with house.write() as session, pytest.raises(Refused) as error:
        remittances.remove(session, clerk, made[Fund.HOUSING], version)
    assert error.value.code == "remittance.frozen"


def test_nobody_without_the_permission_sees_or_makes_anything(house, cashier, auditor) -> None:
    hire(house, "甲", "8000")
    with house.write() as session, pytest.raises(Refused) as error:
        remittances.draft(session, auditor, JUNE, command(), TODAY)
    assert error.value.code == "permission.denied"
    with house.write() as session, pytest.raises(Refused):
        remittances.draft(session, cashier, JUNE, command(), TODAY)
    with house.read() as session, pytest.raises(Refused):
        remittance_register.owed_lines(session, cashier, Fund.SOCIAL, CITY, TODAY)


def test_the_cashier_pays_it_and_sees_sums_and_nobody(house, clerk, cashier) -> None:
    hire(house, "甲某某", "8000")
    one = draft(house, clerk, OCTOBER)[Fund.SOCIAL]
    freeze(house, clerk, one)
    whole = shown(house, clerk, one)
    with house.read() as session:
        (due,) = [
            due
            for due in remittance_register.headline(session, cashier, TODAY).due
            if due.fund is Fund.SOCIAL
        ]
        seen = remittance_register.detail(session, cashier, one)
    assert (due.total, seen.total, seen.head_count, seen.items) == (whole.total, whole.total, 1, whole.items)
    assert seen.sums_only
    assert not whole.sums_only
    assert "甲某某" not in repr(seen)
    assert "甲某某" in repr(whole)
    with house.write() as session:
        remittances.pay(session, cashier, one, seen.version, TODAY, command(), TODAY)
    assert shown(house, clerk, one).state is RemittanceState.PAID
    with house.write() as session:
        remittances.unpay(session, cashier, one, shown(house, clerk, one).version, "退票")
    assert shown(house, clerk, one).state is RemittanceState.FROZEN


def test_who_sets_up_the_house_sees_no_remittance(administrator) -> None:
    assert not administrator.can(Permission.REMITTANCE_SEE)


def test_names_and_amounts_are_in_no_search(house, clerk) -> None:
    hire(house, "甲某某", "8000")
    one = draft(house, clerk, OCTOBER)[Fund.SOCIAL]
    with house.read() as session:
        kept = session.execute(
            text("SELECT search_text FROM remittance WHERE id = :id"), {"id": one}
        ).scalar()
    assert kept is not None
    assert "甲" not in kept
    assert "8000" not in kept
