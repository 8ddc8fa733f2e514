"""The accountant's export: entries by the mapping, balanced, complete; nothing is written before all is mapped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from models.bank_account import BankAccount
from models.expense_category import ExpenseCategory
from models.user import Role
from services import accounts, expense_claims, voucher_entries, voucher_export
from services.accounts import AccountPlace, AccountRow
from services.database import Database
from services.errors import Refused
from services.invoices.model import InvoiceKind
from services.voucher_entries import Entry
from tests.claims import Office, invoice_file, make_office, refusal
from tests.conftest import actor_of_role
from tests.vouchers import MONTH, not_paid, paid_with_files


@pytest.fixture
def bare(database: Database) -> Office:
    return make_office(database)


@pytest.fixture
def company(bare: Office) -> Office:
    """Everything is mapped."""
    with bare.writing() as session:
        for place, item in enumerate(session.query(ExpenseCategory).order_by(ExpenseCategory.id)):
            item.account_code, item.account_name = f"6602.{place + 1:02}", f"管理费用—{item.name}"
        session.get_one(BankAccount, bare.account).account_code = "1002.01"
        session.flush()
    return bare


def entries(company: Office) -> list[Entry]:
    with company.database.read() as session:
        return list(voucher_entries.entries(session, company.cashier, MONTH))


def sides(company: Office) -> list[tuple[str, str, Decimal | None, Decimal | None]]:
    return [(one.label[-4:], one.account.code, one.debit, one.credit) for one in entries(company)]


def split(company: Office) -> None:
    with company.writing() as session:
        accounts.save(session, company.cashier, (), split_tax=True)


def test_a_claim_is_debited_by_category_and_credited_to_the_bank(company: Office) -> None:
    company.paid(company.draft("100", "20"))
    assert sides(company) == [
        ("0001", "6602.04", 100, None),
        ("0001", "6602.04", 20, None),
        ("0001", "1002.01", None, 120),
    ]
    first = entries(company)[0]
    assert (first.day, first.summary, first.department) == (
        date(2026, 11, 20),
        "李文静 武汉—宜昌 外业差旅",
        "测绘一部",
    )
    assert (first.account.title, first.paper) == ("管理费用—补助", "BX-2026-0001")


def test_an_advance_is_owed_until_a_claim_takes_it(company: Office) -> None:
    advance = company.paid(company.advance_draft("300"))
    company.paid(company.offsetting(advance, "400", offset="300"))
    assert sides(company) == [
        ("0001", "1221", 300, None),
        ("0001", "1002.01", None, 300),
        ("0002", "6602.04", 400, None),
        ("0002", "1221", None, 300),
        ("0002", "1002.01", None, 100),
    ]


def test_what_is_refunded_is_debited_to_the_bank(company: Office) -> None:
    advance = company.paid(company.advance_draft("300"))
    handed_in = company.submit(company.save(company.offsetting(advance, "200", offset="200")))
    with company.writing() as session:
        less = expense_claims.sanction(
            session,
            company.head,
            handed_in.id,
            handed_in.version,
            {0: Decimal(150)},
            note="超标",
            command_id="less",
        )
    company.pay(company.approve(less))
    refund = [one for one in entries(company) if one.label.startswith("收")]
    assert [(one.account.code, one.debit, one.credit) for one in refund] == [
        ("6602.04", 150, None),
        ("1002.01", 50, None),
        ("1221", None, 200),
    ]


def test_what_advances_settle_whole_moves_no_money(company: Office) -> None:
    advance = company.paid(company.advance_draft("300"))
    company.paid(company.offsetting(advance, "100", offset="100"))
    found = [one for one in entries(company) if one.label.startswith("转")]
    assert [(one.account.code, one.debit, one.credit) for one in found] == [
        ("6602.04", 100, None),
        ("1221", None, 100),
    ]


@pytest.mark.parametrize("kind", ["claim", "advance", "offset"])
def test_a_reversal_is_booked_in_red_on_the_same_accounts(company: Office, kind: str) -> None:
    if kind == "offset":
        paid = company.paid(company.offsetting(company.paid(company.advance_draft("30")), "100", offset="30"))
    else:
        paid = company.paid(company.advance_draft("100") if kind == "advance" else company.draft("100"))
    company.void(paid)
    rows = entries(company)
    red = [one for one in rows if one.summary.startswith("冲销")]
    first = [one for one in rows if one.label[-4:] == f"{int(red[0].label[-4:]) - 1:04}"]
    assert [(one.account.code, one.debit, one.credit) for one in red] == [
        (one.account.code, -one.debit if one.debit else None, -one.credit if one.credit else None)
        for one in first
    ]


def test_input_tax_is_booked_apart_when_chosen(company: Office, tmp_path: Path) -> None:
    paid_with_files(company, invoice_file(tmp_path, kind=InvoiceKind.DIGITAL_SPECIAL))
    together = entries(company)
    assert [(one.debit, one.tax) for one in together] == [(Decimal("556.00"), Decimal("45.91")), (None, None)]
    split(company)
    assert [(one.account.code, one.debit, one.credit) for one in entries(company)] == [
        ("6602.01", Decimal("510.09"), None),
        ("22210101", Decimal("45.91"), None),
        ("1002.01", None, Decimal("556.00")),
    ]


def test_the_tax_of_an_ordinary_invoice_is_part_of_the_cost(company: Office, tmp_path: Path) -> None:
    paid_with_files(company, invoice_file(tmp_path))
    split(company)
    first = entries(company)[0]
    assert (first.account.code, first.debit) == ("6602.01", Decimal("556.00"))
    assert "22210101" not in {one.account.code for one in entries(company)}


def test_a_reversal_takes_the_input_tax_back(company: Office, tmp_path: Path) -> None:
    company.void(paid_with_files(company, invoice_file(tmp_path, kind=InvoiceKind.DIGITAL_SPECIAL)))
    split(company)
    booked = [one.debit for one in entries(company) if one.account.code == "22210101"]
    assert booked == [Decimal("45.91"), Decimal("-45.91")]


def test_a_void_number_is_a_row_without_amounts(company: Office) -> None:
    company.paid(company.draft("100"))
    not_paid(company, company.paid(company.draft("40")))
    void = entries(company)[-1]
    assert (void.label, void.summary, void.debit, void.credit) == (
        "付-2026-11-0002",
        "作废：退汇",
        None,
        None,
    )


def test_debits_are_credits_voucher_by_voucher(company: Office) -> None:
    for amount in ("1.01", "33.33", "0.02"):
        company.paid(company.draft(amount, "7.77"))
    sums: dict[str, Decimal] = {}
    for one in entries(company):
        sums[one.label] = sums.get(one.label, Decimal(0)) + (one.debit or 0) - (one.credit or 0)
    assert set(sums.values()) == {Decimal(0)}


def test_a_voucher_that_does_not_balance_is_named(company: Office, tmp_path: Path) -> None:
    paid = company.paid(company.draft("100"))
    with company.database.writer.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER expense_line_update")
        connection.exec_driver_sql(f"UPDATE expense_line SET sanctioned = 9000 WHERE claim_id = {paid.id}")
    target = tmp_path / "a.xlsx"
    with pytest.raises(Refused) as refused, company.database.read() as session:
        voucher_export.write(session, company.cashier, MONTH, target)
    assert refused.value.code == "voucher.unbalanced"
    assert refused.value.values == {"label": "付-2026-11-0001", "debit": 90, "credit": 100}
    assert not target.exists()


def test_nothing_is_written_before_everything_is_mapped(bare: Office, tmp_path: Path) -> None:
    bare.paid(bare.draft("100"))
    bare.paid(bare.draft("7"))
    with bare.database.read() as session:
        lacking = voucher_entries.missing(session, bare.cashier, MONTH)
        assert [(one.place, one.label, one.vouchers) for one in lacking] == [
            (AccountPlace.CATEGORY, "补助", 2),
            (AccountPlace.BANK_ACCOUNT, "招商银行 基本户", 2),
        ]
        with pytest.raises(Refused) as refused:
            voucher_export.write(session, bare.cashier, MONTH, tmp_path / "a.xlsx")
    assert refused.value.values == {"names": "补助、招商银行 基本户"}
    assert not (tmp_path / "a.xlsx").exists()
    chosen = tuple(AccountRow(one.place, one.key, one.label, "6602", "管理费用") for one in lacking)
    with bare.writing() as session:
        accounts.save(session, bare.cashier, chosen, split_tax=False)
    with bare.database.read() as session:
        assert voucher_export.write(session, bare.cashier, MONTH, tmp_path / "a.xlsx") == 4


def test_general_accounts_may_be_the_companys_own(company: Office) -> None:
    with company.database.read() as session:
        rows = accounts.rows(session, company.cashier)
    advances = next(row for row in rows if row.key == "advances")
    assert (advances.code, advances.title) == ("1221", "其他应收款")
    with company.writing() as session:
        accounts.save(
            session, company.cashier, (replace(advances, code="1133", title="备用金"),), split_tax=False
        )
    company.paid(company.advance_draft("300"))
    assert sides(company)[0][1] == "1133"


@pytest.mark.parametrize("code", ["=1+1", "66 02", "科目", "1" * 21, "-1"])
def test_a_code_that_is_none_is_refused_at_its_field(company: Office, code: str) -> None:
    row = AccountRow(AccountPlace.GENERAL, "advances", "advances", code, "其他应收款")
    with pytest.raises(Refused) as refused, company.writing() as session:
        accounts.save(session, company.cashier, (row,), split_tax=False)
    assert (refused.value.code, refused.value.field) == ("accounts.code", "general.advances")


def test_who_may_not_bind_does_not_change_the_mapping(company: Office) -> None:
    with refusal("permission.denied"), company.writing() as session:
        accounts.save(session, company.clerk, (), split_tax=True)
    with refusal("permission.denied"), company.database.read() as session:
        voucher_entries.missing(session, actor_of_role(Role.CLERK), MONTH)


def test_an_empty_month_is_said_to_be_empty(company: Office, tmp_path: Path) -> None:
    with refusal("voucher.nothing_to_bind"), company.database.read() as session:
        voucher_export.write(session, company.cashier, MONTH, tmp_path / "a.xlsx")


def test_names_never_become_formulas(company: Office, tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://x","y")'
    company.paid(company.draft("1", purpose=evil))
    target = tmp_path / "a.xlsx"
    with company.database.read() as session:
        assert voucher_export.write(session, company.cashier, MONTH, target) == 2
    with ZipFile(target) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = (
            book.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in book.namelist() else sheet
        )
    assert "<f>" not in sheet
    assert "HYPERLINK" in texts
    assert all(name in texts for name in voucher_export.HEADINGS)


def test_a_place_that_cannot_be_written_is_named(company: Office, tmp_path: Path) -> None:
    company.paid(company.draft("1"))
    with refusal("export.cannot_write"), company.database.read() as session:
        voucher_export.write(session, company.cashier, MONTH, tmp_path / "no" / "a.xlsx")
