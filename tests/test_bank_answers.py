"""The bank's answer: matched by account, name and amount, shown before it is saved, carried out once; hostile files."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.expense_claim import ClaimState
from models.payment import BatchState, PaymentState
from services import attachments
from services.bank_answer_match import AnswerKind
from services.database import Database
from services.errors import Refused
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
    assert (compared.matches[0].kind, compared.matches[0].other) == (AnswerKind.OTHER_BATCH, other.number)
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
        ("S0000", "余额不足", AnswerKind.UNCLEAR),
        ("已入账", "交易成功", AnswerKind.CONFIRM),
        ("提交成功", "等待复核", AnswerKind.PENDING),
        ("网银已接收", "请登录网银授权", AnswerKind.UNCLEAR),
        ("已退汇", "户名不符", AnswerKind.BOUNCE),
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
    file.write_bytes(
        f'账号,户名,金额,处理结果\r\n\'{OTHER_CARD},王卡,"1,234.500",成功\r\n合计,,1234.50,\r\n'.encode(
            "gb18030"
        )
    )
    assert kinds(compare(office, batch, file)) == [AnswerKind.CONFIRM]


def test_a_sheet_of_something_else_says_which_titles_are_looked_for(office: Office, tmp_path: Path) -> None:
    batch, _ = two(office)
    with pytest.raises(Refused) as refused:
        compare(office, batch, answer_file(tmp_path / "a.xlsx", [["x"]], ("姓名", "工号")))
    assert refused.value.code == "bank_answer.no_titles"
    with refusal("bank_answer.no_rows"):
        compare(office, batch, answer_file(tmp_path / "b.xlsx", []))
