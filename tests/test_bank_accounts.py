"""Bank accounts: saved, refused, removed, chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.bank_account import AccountKind
from models.user import Role
from services import bank_accounts, registers
from services.bank_accounts import REGISTER, BankAccountDraft
from services.errors import Refused
from services.registers import Query
from tests.conftest import TODAY, actor_of_role

CASHIER = actor_of_role(Role.CASHIER)
BASIC = BankAccountDraft(
    name="基本户",
    kind=AccountKind.BASIC,
    bank="招商银行武汉光谷支行",
    number="127900123410201",
    holder="武汉云图",
)


def save(database, draft):
    with database.write() as session:
        return bank_accounts.save(session, CASHIER, draft)


def test_an_account_comes_back_as_saved_its_number_without_spaces(database):
    saved = save(database, replace(BASIC, number="1279 0012-3410 201"))
    with database.read() as session:
        assert bank_accounts.get(session, CASHIER, saved) == replace(BASIC, id=saved, version=1)


def test_money_is_usually_paid_from_the_basic_account(database):
    save(database, BankAccountDraft(name="库存现金", kind=AccountKind.CASH))
    with database.read() as session:
        assert bank_accounts.usual(session, CASHIER) is None
    basic = save(database, BASIC)
    with database.read() as session:
        assert bank_accounts.usual(session, CASHIER) == basic


def test_cash_needs_neither_bank_nor_number(database):
    saved = save(database, BankAccountDraft(name="库存现金", kind=AccountKind.CASH))
    with database.read() as session:
        assert [one.hint for one in bank_accounts.choices(session, CASHIER)] == [""]
    assert saved


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": ""}, "record.required", "name"),
        ({"bank": ""}, "record.required", "bank"),
        ({"number": ""}, "record.required", "number"),
        ({"number": "12a4"}, "bank_account.number", "number"),
        ({"number": "١٢٣"}, "bank_account.number", "number"),
    ],
)
def test_what_cannot_be_saved_is_refused_at_its_field(database, changes, code, field):
    with pytest.raises(Refused) as refused:
        save(database, replace(BASIC, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_name_is_given_once(database):
    saved = save(database, BASIC)
    with pytest.raises(Refused, match=r"record\.taken"):
        save(database, BASIC)
    assert save(database, replace(BASIC, id=saved, version=1, holder="")) == saved


def test_an_account_is_listed_offered_and_removed(database):
    saved = save(database, BASIC)
    with database.read() as session:
        found = registers.window(session, CASHIER, REGISTER, Query(TODAY, chip="active", text="0201"), 0, 5)
        offered = bank_accounts.choices(session, CASHIER)
    assert found[0][1:4] == ("基本户", AccountKind.BASIC, "招商银行武汉光谷支行")
    assert [(one.label, one.hint) for one in offered] == [("基本户", "… 0201")]
    with database.write() as session:
        assert bank_accounts.remove(session, CASHIER, saved, 1)


def test_a_clerk_does_not_see_accounts(database):
    with database.read() as session, pytest.raises(Refused, match=r"permission\.denied"):
        bank_accounts.choices(session, actor_of_role(Role.CLERK))
