"""付款批次清单, read back from the PDF: every transfer, count and sum in capitals, places to sign."""

from __future__ import annotations

import pypdfium2
import pytest

from services import bank_formats, payment_batches, payment_confirmations, setup, users
from services.database import Database
from services.payment_lists import printed
from services.reports.payment_list import PaymentList, list_pdf
from services.setup import Answers
from tests.claims import TODAY, Office, refusal
from tests.payments import act, lines, make, make_treasury


@pytest.fixture
def office(database: Database) -> Office:
    return make_treasury(database)


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def found(office: Office, batch) -> PaymentList:
    with office.database.read() as session:
        return printed(session, office.cashier, batch.id)


def test_the_list_shows_every_transfer_its_sum_in_capitals_and_who_signs(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800")), office.approved(office.draft("56.40"))])
    (page,) = text_of(list_pdf([found(office, batch)]))
    for words in (
        "付款批次清单", "武汉光谷测绘信息有限公司", "PC-2026-0001", "6222020000000000000", "BX-2026-0002", "56.40",
        "合计2笔", "856.40", "大写：人民币捌佰伍拾陆元肆角整", "制单：孙倩", "复核：", "审批：", "出纳：",
    ):  # fmt: skip
        assert words in page, words


def test_what_came_back_is_marked_and_what_was_taken_out_is_not_printed(office: Office) -> None:
    papers = [office.approved(office.draft(amount)) for amount in ("800", "50", "7")]
    batch = make(office, papers)
    rows = lines(office, batch)
    act(office, payment_batches.take_out, batch, [rows[2].id])
    act(office, payment_confirmations.bounce, batch, [rows[0].id], reason="已销户", today=TODAY)
    act(office, payment_confirmations.bounce, batch, [rows[1].id], reason="退汇：户名不符", today=TODAY)
    (page,) = text_of(list_pdf([found(office, batch)]))
    assert "退汇已销户" in page
    assert page.count("退汇：户名不符") == 1
    assert "退汇退汇" not in page
    assert papers[2].number not in page


def test_a_long_list_repeats_its_head_and_signs_once(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("1")) for _ in range(60)])
    pages = text_of(list_pdf([found(office, batch)]))
    assert len(pages) == 2
    assert all("单据编号" in page for page in pages)
    assert ["制单" in page for page in pages] == [False, True]


def test_the_same_batch_prints_the_same_bytes_and_several_print_together(office: Office) -> None:
    one = found(office, make(office, [office.approved(office.draft("1"))]))
    two = found(office, make(office, [office.approved(office.advance_draft("3000"))]))
    assert list_pdf([one]) == list_pdf([one])
    assert len(text_of(list_pdf([one, two]))) == 2
    with refusal("print.nothing"):
        list_pdf([])


def test_a_new_company_begins_with_the_usual_formats(tmp_path) -> None:
    database = Database.open(tmp_path)
    with database.write() as session:
        actor = setup.create(session, Answers("武汉云图", "", "孙立", "sunli", "correct horse battery"))
        known = bank_formats.choices(session, users.actor_of(session, actor.user_id))
    database.close()
    assert len(known) == len(bank_formats.usual())
