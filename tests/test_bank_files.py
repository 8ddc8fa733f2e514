"""Bank files: read back as bytes, accounts as text, amounts without hidden decimals, nothing that runs."""

from __future__ import annotations

import csv
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from models.bank_account import BankAccount
from models.payment import BatchState, FileKind
from services import attachments, bank_files, bank_formats, payment_batches
from services.bank_formats import BankFormatDraft, ColumnDraft, usual
from services.bank_sheets import Paying, Payment, content
from services.bank_values import BankValue, FileEncoding
from services.database import Database
from services.errors import Refused
from tests.claims import TODAY, Office, command, refusal
from tests.payments import act, confirm, format_id, lines, make, make_treasury, now

PAYING = Paying("PC-2026-0001", date(2026, 11, 20), "127906000010101", "武汉云图", "招商银行武汉光谷支行")
ONE = Payment("BX-2026-0001", "李文静", "0621483000000009", "招商银行", Decimal("74.51"), "差旅")
FORMS = {form.code: form for form in usual()}
EVIL = ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1")


def sheet(made: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_index(0).to_python()


def rows(made: bytes, encoding: str = "gb18030") -> list[list[str]]:
    return list(csv.reader(StringIO(made.decode(encoding))))


@pytest.fixture
def office(database: Database) -> Office:
    return make_treasury(database)


def write(office: Office, batch, code: str = "generic", **changes: object) -> bank_files.BankFile:
    given = {"command_id": command(), "version": now(office, batch).version} | changes
    with office.writing() as session:
        return bank_files.write(
            session, office.cashier, batch.id, given.pop("version"), format_id(office, code), **given
        )


def test_the_generic_file_has_its_titles_its_rows_and_a_control_line() -> None:
    two = replace(ONE, number="BX-2026-0002", amount=Decimal("0.10"))
    found = sheet(content(FORMS["generic"], PAYING, [ONE, two]))
    assert found[0] == ["序号", "户名", "账号", "开户行", "金额", "用途", "备注"]
    assert found[1] == [1, "李文静", "0621483000000009", "招商银行", 74.51, "差旅", "BX-2026-0001"]
    assert (found[-1][0], found[-1][4]) == ("合计 2 笔", 74.61)


@pytest.mark.parametrize("code", ["cmb", "icbc"])
def test_every_bank_gets_its_own_columns(code: str) -> None:
    found = sheet(content(FORMS[code], PAYING, [ONE]))
    assert found[0] == [column.title for column in FORMS[code].columns]
    said = dict(zip(found[0], found[1], strict=True))
    assert said["收款账号"] == "0621483000000009"
    assert said["金额"] == 74.51
    assert len(found) == 2
    if code == "icbc":
        assert (said["币种"], said["付款账号"], said["日期"]) == ("RMB", "127906000010101", "2026-11-20")


def test_accounts_are_text_cells_and_amounts_numbers_of_two_decimals() -> None:
    with zipfile.ZipFile(BytesIO(content(FORMS["generic"], PAYING, [ONE]))) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r'<c r="C2" s="[0-9]+" t="s">', page)
    assert re.search(r'<c r="E2" s="[0-9]+"><v>74\.51</v></c>', page)


@given(st.integers(min_value=1, max_value=99_999_999_999))
def test_no_amount_has_a_hidden_decimal(fen: int) -> None:
    amount = Decimal(fen).scaleb(-2)
    with zipfile.ZipFile(BytesIO(content(FORMS["generic"], PAYING, [replace(ONE, amount=amount)]))) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    written = re.search(r'<c r="E2" s="[0-9]+"><v>([0-9.]+)</v></c>', page)
    assert written
    assert Decimal(written[1]) == amount


def test_a_csv_is_gb_18030_and_opens_with_all_its_signs() -> None:
    made = content(FORMS["ccb"], PAYING, [replace(ONE, payee_name="𬭎辉")])
    assert rows(made)[1] == ["1", "0621483000000009", "𬭎辉", "74.51", "差旅 BX-2026-0001"]


def test_signs_that_an_encoding_does_not_have_are_named() -> None:
    form = replace(FORMS["ccb"], encoding=FileEncoding.GBK)
    with pytest.raises(Refused) as refused:
        content(form, PAYING, [replace(ONE, payee_name="𬭎辉")])
    assert (refused.value.code, refused.value.values) == (
        "bank_file.not_encodable",
        {"text": "𬭎", "encoding": "GBK"},
    )


@pytest.mark.parametrize("evil", EVIL)
def test_no_name_becomes_a_formula(evil: str) -> None:
    one = replace(ONE, payee_name=evil, purpose=evil, bank_name=evil)
    for cell in rows(content(FORMS["ccb"], PAYING, [one]))[1]:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    with zipfile.ZipFile(BytesIO(content(FORMS["generic"], PAYING, [one]))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("payments", "code"),
    [
        ([], "bank_file.nothing"),
        ([replace(ONE, amount=Decimal(0))], "bank_file.not_positive"),
        ([replace(ONE, amount=Decimal(-1))], "bank_file.not_positive"),
        ([replace(ONE, amount=Decimal("1.005"))], "bank_file.decimals"),
        ([ONE, ONE], "bank_file.twice"),
    ],
)
def test_what_no_bank_may_get_is_refused(payments, code: str) -> None:
    with refusal(code):
        content(FORMS["generic"], PAYING, payments)


def test_the_same_lines_give_the_same_bytes() -> None:
    for form in FORMS.values():
        assert content(form, PAYING, [ONE]) == content(form, PAYING, [ONE])


def test_a_written_file_puts_the_batch_at_the_bank_and_stays_with_it(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    made = write(office, batch)
    found = now(office, batch)
    assert (found.state, found.file_sha256) == (BatchState.SENT, made.sha256)
    assert found.file_name == made.name == "PC-2026-0001 通用格式.xlsx"
    with office.database.read() as session:
        kept = attachments.of(session, office.cashier, "payment_batch", batch.id)
    assert [(row.name, row.sha256) for row in kept] == [(made.name, made.sha256)]


def test_written_again_it_is_the_same_bytes_whatever_happened_to_the_format(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    click = command()
    made = write(office, batch, command_id=click)
    with office.writing() as session:
        draft = bank_formats.get(session, office.cashier, format_id(office))
        bank_formats.save(session, office.cashier, replace(draft, control_line=False))
    assert write(office, batch, command_id=click).content == made.content
    with office.database.read() as session:
        again = bank_files.again(session, office.cashier, batch.id)
    assert (again.content, again.again) == (made.content, True)
    with refusal("batch.wrong_state"):
        write(office, batch)


def test_a_file_whose_bytes_were_changed_is_not_given_out(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    made = write(office, batch)
    place = next(office.database.folder.rglob(made.sha256))
    place.write_bytes(b"changed")
    with refusal("attachment.missing"), office.database.read() as session:
        bank_files.again(session, office.cashier, batch.id)


def test_a_batch_taken_back_from_the_bank_may_be_written_anew(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    write(office, batch)
    act(office, payment_batches.reopen, batch, reason="银行要求另一格式")
    assert now(office, batch).state is BatchState.OPEN
    assert write(office, batch, "ccb").name.endswith(".csv")
    confirm(office, batch)
    with refusal("batch.wrong_state"):
        act(office, payment_batches.reopen, batch, reason="不行")


def test_nothing_is_written_from_a_closed_account(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    with office.writing() as session:
        session.get_one(BankAccount, office.account).active = False
    with refusal("claim.account_closed"):
        write(office, batch)


def test_files_of_a_batch_are_the_cashiers_and_stay_once_it_is_sent(office: Office, tmp_path) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    slip = tmp_path / "回单.pdf"
    slip.write_bytes(b"%PDF-1.4 slip")

    def store(actor):
        with office.writing() as session:
            return attachments.store(session, actor, "payment_batch", batch.id, slip).id

    with refusal("permission.denied"):
        store(office.clerk)
    first = store(office.cashier)
    with office.writing() as session:
        attachments.remove(session, office.cashier, first)
    write(office, batch)
    kept = store(office.cashier)
    with refusal("attachment.batch_sent"), office.writing() as session:
        attachments.remove(session, office.cashier, kept)
    with refusal("permission.denied"), office.database.read() as session:
        attachments.of(session, office.clerk, "payment_batch", batch.id)


def test_a_look_at_the_file_shows_its_beginning_its_sum_and_its_doubts(office: Office) -> None:
    papers = [office.approved(office.draft(f"{n}")) for n in range(1, 12)]
    batch = make(office, papers)
    with office.database.read() as session:
        look = bank_files.look(session, office.cashier, batch.id, format_id(office), today=TODAY)
    assert (look.count, look.total, len(look.rows)) == (11, Decimal(66), 6)
    assert look.rows[-1][0] == "合计 11 笔"
    assert look.doubts == ()
    assert [line.state for line in lines(office, batch)] == ["waiting"] * 11


def test_a_format_is_saved_as_typed_and_refused_with_its_field(office: Office) -> None:
    needed = (
        ColumnDraft("账号", BankValue.BANK_ACCOUNT),
        ColumnDraft("户名", BankValue.PAYEE_NAME),
        ColumnDraft("金额", BankValue.AMOUNT),
    )
    draft = BankFormatDraft(code="boc", name="中国银行", file_kind=FileKind.CSV, columns=(*needed, ColumnDraft("币种", BankValue.TEXT, '人民"币')), paid_words="成功\n\n成功 \n已付")  # fmt: skip
    with office.writing() as session:
        saved = bank_formats.save(session, office.cashier, draft)
    with office.database.read() as session:
        found = bank_formats.get(session, office.cashier, saved)
    assert found == replace(draft, id=saved, version=1, paid_words="成功\n已付", columns=(*needed, ColumnDraft("币种", BankValue.TEXT, "人民币")))  # fmt: skip
    for columns, code, field in (
        (needed[:2], "bank_format.column_missing", "columns"),
        ((*needed, ColumnDraft("金额", BankValue.POSITION)), "bank_format.title_twice", "columns.3.title"),
        ((*needed, ColumnDraft("", BankValue.POSITION)), "record.required", "columns.3.title"),
        ((*needed, ColumnDraft("空")), "record.required", "columns.3.value"),
    ):
        with pytest.raises(Refused) as refused, office.writing() as session:
            bank_formats.save(session, office.cashier, replace(draft, code="x", name="y", columns=columns))
        assert (refused.value.code, refused.value.field) == (code, field)


def test_the_usual_formats_come_once(office: Office) -> None:
    with office.writing() as session:
        assert bank_formats.load_usual(session, office.cashier) == 0
        assert [one.label for one in bank_formats.choices(session, office.cashier)] == sorted(
            form.name for form in usual()
        )
        look = bank_files.sample(session, office.cashier, FORMS["ccb"], today=TODAY)
    assert look.titles == ("序号", "账号", "户名", "金额", "摘要")
    assert look.rows[1][3] == "74.51"
