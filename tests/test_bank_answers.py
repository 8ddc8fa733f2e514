"""The bank's answer: matched by account, name and amount, shown before it is saved, carried out once; hostile files."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.expense_claim import ClaimState
from models.payment import BatchState, PaymentState
from services import attachments
from services.bank_answer_match import AnswerKind, Line, match
from services.bank_answer_rows import AnswerRow
from services.database import Database
from services.errors import Refused
from services.exchange.foreign_sheets import read_sheet
from tests.claims import Office, refusal
from tests.payments import (
    OTHER_CARD,
    answer_file,
    apply,
    approved_for,
    compare,
    confirm,
    lines,
    make,
    make_treasury,
    now,
    paper,
    person,
    row_of,
)


@pytest.fixture
def office(database: Database) -> Office:
    return make_treasury(database)


def kinds(compared) -> list[AnswerKind]:
    return [one.kind for one in compared.matches]


def two(office: Office):
    papers = [office.approved(office.draft("800")), office.approved(office.draft("56.40"))]
    return make(office, papers), papers


def test_an_answer_pays_what_is_paid_and_sends_back_what_came_back(office: Office, tmp_path: Path) -> None:
    batch, papers = two(office)
    first, second = lines(office, batch)
    file = answer_file(
        tmp_path / "a.xlsx", [row_of(first, reference="N1"), row_of(second, "失败", "户名不符")]
    )
    assert kinds(compare(office, batch, file)) == [AnswerKind.CONFIRM, AnswerKind.BOUNCE]
    assert paper(office, papers[0]).state is ClaimState.TO_PAY, "comparing changes nothing"
    told = apply(office, batch, file)
    assert (told.confirmed, told.bounced, told.already) == (1, 1, 0)
    assert [paper(office, saved).state for saved in papers] == [ClaimState.PAID, ClaimState.TO_PAY]
    assert paper(office, papers[1]).state_note == "户名不符"
    assert lines(office, batch)[0].bank_reference == "N1"
    assert now(office, batch).state is BatchState.SETTLED


def test_the_same_answer_again_changes_nothing_and_says_so(office: Office, tmp_path: Path) -> None:
    batch, papers = two(office)
    file = answer_file(tmp_path / "a.xlsx", [row_of(line) for line in lines(office, batch)])
    apply(office, batch, file)
    version = now(office, batch).version
    told = apply(office, batch, file)
    assert (told.confirmed, told.bounced, told.already) == (0, 0, 2)
    assert now(office, batch).version == version
    assert kinds(compare(office, batch, file)) == [AnswerKind.ALREADY] * 2
    assert paper(office, papers[0]).voucher_number == "付-2026-11-0001"
    with office.database.read() as session:
        assert len(attachments.of(session, office.cashier, "payment_batch", batch.id)) == 1


def test_an_answer_of_another_batch_names_that_batch_and_does_nothing(office: Office, tmp_path: Path) -> None:
    batch, papers = two(office)
    other = make(office, [office.approved(office.draft("99"))])
    file = answer_file(tmp_path / "a.xlsx", [row_of(lines(office, other)[0])])
    compared = compare(office, batch, file)
    assert [(one.kind, one.other) for one in compared.matches][0] == (AnswerKind.OTHER_BATCH, other.number)
    with pytest.raises(Refused) as refused:
        apply(office, batch, file)
    assert (refused.value.code, refused.value.values["batch"]) == ("bank_answer.other_batch", other.number)
    assert [paper(office, saved).state for saved in papers] == [ClaimState.TO_PAY] * 2
    assert now(office, other).state is BatchState.OPEN


def test_an_answer_of_two_batches_settles_each_where_it_is_imported(office: Office, tmp_path: Path) -> None:
    batch, _ = two(office)
    other = make(office, [office.approved(office.draft("99"))])
    rows = [row_of(line) for line in (*lines(office, batch), *lines(office, other))]
    file = answer_file(tmp_path / "a.xlsx", rows)
    assert apply(office, batch, file).confirmed == 2
    assert now(office, other).state is BatchState.OPEN
    assert apply(office, other, file).confirmed == 1


def test_last_months_answer_does_not_pay_the_same_sum_again(office: Office, tmp_path: Path) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    file = answer_file(tmp_path / "a.xlsx", [row_of(lines(office, batch)[0], reference="N1")])
    apply(office, batch, file)
    again = office.approved(office.draft("800"))
    next_batch = make(office, [again])
    copied = answer_file(tmp_path / "b.xlsx", [[*row_of(lines(office, batch)[0], reference="N1")[:5], "N1"]])
    for path in (file, copied):
        with refusal("bank_answer.other_batch"):
            apply(office, next_batch, path)
    assert paper(office, again).state is ClaimState.TO_PAY


def test_what_fits_nearly_is_named_and_left_alone(office: Office, tmp_path: Path) -> None:
    batch, _ = two(office)
    first, second = lines(office, batch)
    odd = row_of(first)
    odd[2] = "801.00"
    wrong_name = row_of(second)
    wrong_name[1] = "李文竞"
    file = answer_file(
        tmp_path / "a.xlsx",
        [odd, wrong_name, ["6217000000000000004", "陌生人", "1.00", "成功", "", ""], [first.bank_account, first.payee_name, "八百", "成功", "", ""]],
    )  # fmt: skip
    compared = compare(office, batch, file)
    assert kinds(compared) == [
        AnswerKind.AMOUNT_DIFFERS,
        AnswerKind.NAME_DIFFERS,
        AnswerKind.UNKNOWN,
        AnswerKind.UNREADABLE,
    ]
    assert (compared.matches[0].other, compared.matches[1].other) == ("800.00", "李文静")
    with refusal("bank_answer.nothing_fits"):
        apply(office, batch, file)


def test_lines_the_bank_does_not_mention_are_missing(office: Office, tmp_path: Path) -> None:
    batch, papers = two(office)
    file = answer_file(tmp_path / "a.xlsx", [row_of(lines(office, batch)[1])])
    compared = compare(office, batch, file)
    assert kinds(compared) == [AnswerKind.CONFIRM, AnswerKind.MISSING]
    assert compared.matches[1].number == papers[0].number
    apply(office, batch, file)
    assert now(office, batch).state is BatchState.SENT


@pytest.mark.parametrize(
    ("result", "reason", "kind"),
    [
        ("成功", "", AnswerKind.CONFIRM),
        ("未成功", "", AnswerKind.BOUNCE),
        ("处理中", "", AnswerKind.PENDING),
        ("", "", AnswerKind.PENDING),
        ("S0000", "", AnswerKind.UNCLEAR),
        ("S0000", "余额不足", AnswerKind.BOUNCE),
    ],
)
def test_only_the_banks_whole_words_decide(office: Office, tmp_path: Path, result, reason, kind) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    file = answer_file(tmp_path / "a.xlsx", [row_of(lines(office, batch)[0], result, reason)])
    assert kinds(compare(office, batch, file))[0] is kind


def test_what_was_decided_otherwise_before_is_a_conflict_for_a_person(office: Office, tmp_path: Path) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    confirm(office, batch)
    file = answer_file(tmp_path / "a.xlsx", [row_of(lines(office, batch)[0], "失败", "已销户")])
    assert kinds(compare(office, batch, file)) == [AnswerKind.CONFLICT]
    with refusal("bank_answer.nothing_fits"):
        apply(office, batch, file)
    assert lines(office, batch)[0].state is PaymentState.CONFIRMED


def test_two_alike_with_different_ends_are_told_apart_by_the_papers_number_only(
    office: Office, tmp_path: Path
) -> None:
    papers = [office.approved(office.draft("800")) for _ in range(2)]
    batch = make(office, papers)
    first, second = lines(office, batch)
    file = answer_file(tmp_path / "a.xlsx", [row_of(first), row_of(second, "失败", "限额")])
    assert kinds(compare(office, batch, file))[:2] == [AnswerKind.AMBIGUOUS] * 2
    named = answer_file(
        tmp_path / "b.xlsx",
        [[*row_of(second, "失败", "限额"), second.claim_number], [*row_of(first), first.claim_number]],
        ("账号", "户名", "金额", "结果", "失败原因", "流水号", "附言"),
    )
    assert [(one.kind, one.number) for one in compare(office, batch, named).matches] == [
        (AnswerKind.BOUNCE, second.claim_number),
        (AnswerKind.CONFIRM, first.claim_number),
    ]


def test_an_account_whose_digits_excel_has_lost_is_matched_by_name_and_amount(
    office: Office, tmp_path: Path
) -> None:
    batch, _ = two(office)
    row = row_of(lines(office, batch)[0])
    row[0] = int(str(row[0]))  # written as a number: the last digits are gone
    assert kinds(compare(office, batch, answer_file(tmp_path / "a.xlsx", [row])))[0] is AnswerKind.CONFIRM


def test_a_csv_of_the_bank_is_read_too(office: Office, tmp_path: Path) -> None:
    who = person(office, "王卡", account=OTHER_CARD)
    batch = make(office, [approved_for(office, who, "1234.50")])
    file = tmp_path / "a.csv"
    file.write_bytes(f"账号,户名,金额,处理结果\r\n'{OTHER_CARD},王卡,\"1,234.500\",成功\r\n合计,,1234.50,\r\n".encode("gb18030"))
    assert kinds(compare(office, batch, file)) == [AnswerKind.CONFIRM]


# hostile files


def write_zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"", "sheet.empty"),
        ("a.xlsx", b"PK\x03\x04 not a workbook", "sheet.damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\xff" * 4000, "sheet.damaged"),
        ("a.xlsx", b"%PDF-1.7\n1 0 obj", "sheet.wrong_type"),
        ("a.csv", b"\0\1\2\3" * 50, "sheet.wrong_type"),
        ("a.csv", b"<html><td>a,b</td></html>", "sheet.wrong_type"),
        ("a.csv", "只有一句话".encode(), "sheet.wrong_type"),
        ("a.csv", b"a,b\n" * 100_001, "sheet.too_many_rows"),
    ],
)
def test_what_is_no_sheet_gets_a_sentence(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with refusal(code):
        read_sheet(path)


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with refusal("sheet.not_readable"):
        read_sheet(tmp_path / "none.xlsx")
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    with refusal("sheet.too_large"):
        read_sheet(large)


def test_a_bomb_bursts_in_the_reader_and_not_here(tmp_path: Path) -> None:
    zeros = b"\0" * (64 * 1024 * 1024)
    bomb = write_zip(tmp_path / "bomb.xlsx", {"xl/worksheets/sheet1.xml": zeros, "xl/sharedStrings.xml": zeros})
    with refusal("sheet.unpacks_too_large"):
        read_sheet(bomb)


def test_a_reader_that_does_not_come_back_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n")
    with refusal("sheet.timeout"):
        read_sheet(path, seconds=0)


def test_a_sheet_of_something_else_says_which_titles_are_looked_for(office: Office, tmp_path: Path) -> None:
    batch, _ = two(office)
    with pytest.raises(Refused) as refused:
        compare(office, batch, answer_file(tmp_path / "a.xlsx", [["x"]], ("姓名", "工号")))
    assert refused.value.code == "bank_answer.no_titles"
    with refusal("bank_answer.no_rows"):
        compare(office, batch, answer_file(tmp_path / "b.xlsx", []))


# matching, whatever comes

amounts = st.sampled_from([Decimal(1), Decimal("2.50"), Decimal(800)])
names = st.sampled_from(["李文静", "王卡"])
accounts = st.sampled_from(["6222", "6214"])
states = st.sampled_from([PaymentState.WAITING, PaymentState.CONFIRMED, PaymentState.BOUNCED])
line_sets = st.lists(st.tuples(names, accounts, amounts, states), max_size=8).map(
    lambda found: [Line(n, f"BX-2026-{n:04}", *one) for n, one in enumerate(found, start=1)]
)
row_sets = st.lists(st.tuples(accounts, names, st.one_of(st.none(), amounts), st.sampled_from([True, False, None])), max_size=10).map(
    lambda found: [AnswerRow(n, *one, "原因", "") for n, one in enumerate(found, start=1)]
)  # fmt: skip


@given(row_sets, line_sets)
def test_every_row_gets_one_answer_and_no_line_two(rows: list[AnswerRow], known: list[Line]) -> None:
    found = match(rows, known)
    assert [one.row for one in found if one.row] == [row.row for row in rows]
    meant = [one.line_id for one in found if one.line_id is not None]
    assert len(meant) == len(set(meant))


@given(row_sets, line_sets)
def test_only_waiting_lines_of_the_same_payee_and_amount_are_touched(rows: list[AnswerRow], known: list[Line]) -> None:
    by_id, by_row = {line.id: line for line in known}, {row.row: row for row in rows}
    for one in match(rows, known):
        if one.kind in (AnswerKind.CONFIRM, AnswerKind.BOUNCE):
            assert one.line_id is not None
            line, row = by_id[one.line_id], by_row[one.row]
            assert line.state is PaymentState.WAITING
            assert (line.account, line.name, line.amount) == (row.account, row.name, row.amount)
            assert row.paid is (one.kind is AnswerKind.CONFIRM)


@given(row_sets, line_sets)
def test_carried_out_and_compared_again_nothing_is_left_to_do(rows: list[AnswerRow], known: list[Line]) -> None:
    done = {one.line_id: one.kind for one in match(rows, known)}
    ends = {AnswerKind.CONFIRM: PaymentState.CONFIRMED, AnswerKind.BOUNCE: PaymentState.BOUNCED}
    after = [
        Line(line.id, line.number, line.name, line.account, line.amount, ends.get(done.get(line.id), line.state))
        for line in known
    ]
    again = {one.kind for one in match(rows, after)}
    assert not again & {AnswerKind.CONFIRM, AnswerKind.BOUNCE}
