"""Payees: kept with account and numbers, doubted, chosen."""

from __future__ import annotations

import pytest

from models.user import Role
from services import payees
from services.payees import PayeeDraft
from tests.claims import refusal

GOOD = PayeeDraft(
    name="湖北华测仪器有限公司",
    bank_name="中国银行武汉光谷支行",
    bank_account="5587 6600-1234",
    bank_code="104521003017",
    tax_id="91420100ma4kte0t6l",
)


@pytest.fixture
def clerk(actor):
    return actor(Role.CLERK)


def test_a_payee_is_kept_with_plain_digits_and_found_by_pinyin(database, clerk):
    with database.write() as session:
        saved = payees.save(session, clerk, GOOD)
        found = payees.get(session, clerk, saved)
        assert (found.bank_account, found.tax_id) == ("558766001234", "91420100MA4KTE0T6L")
        (choice,) = payees.choices(session, clerk)
        assert (choice.label, choice.hint, choice.bank_account) == (GOOD.name, GOOD.bank_name, "558766001234")
        assert "hbhc" in choice.search


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"name": " "}, "name", "record.required"),
        ({"bank_name": ""}, "bank_name", "record.required"),
        ({"bank_account": "55A"}, "bank_account", "payee.account"),
        ({"bank_code": "123"}, "bank_code", "payee.bank_code"),
        ({"bank_code": "10452100301X"}, "bank_code", "payee.bank_code"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(database, clerk, changes, field, code):
    from dataclasses import replace

    with database.write() as session, refusal(code) as caught:
        payees.save(session, clerk, replace(GOOD, **changes))
    assert caught.value.field == field


def test_a_name_is_kept_once_and_a_stale_form_is_refused(database, clerk):
    from dataclasses import replace

    with database.write() as session:
        saved = payees.save(session, clerk, GOOD)
        with refusal("record.taken"):
            payees.save(session, clerk, GOOD)
        with refusal("record.stale"):
            payees.save(session, clerk, replace(GOOD, id=saved, version=99))


def test_numbers_that_look_mistyped_are_doubted_only():
    assert payees.doubts(GOOD) == {}
    assert payees.doubts(PayeeDraft(name="X公司", tax_id="91420100MA4KTE0T61"))["tax_id"] == "check_digit"
    person = PayeeDraft(name="王小明", bank_account="6222021234567890")
    assert payees.doubts(person) == {"bank_account": "check_digit"}
    assert payees.doubts(PayeeDraft(name="湖北华测仪器有限公司", bank_account="6222021234567890")) == {}


def test_one_that_no_paper_names_is_removed_and_only_editors_may(database, clerk, actor):
    with database.write() as session:
        saved = payees.save(session, clerk, GOOD)
        with refusal("permission.denied"):
            payees.save(session, actor(Role.MANAGER), GOOD)
        assert payees.remove(session, clerk, saved, 1)
        assert payees.choices(session, clerk) == []
