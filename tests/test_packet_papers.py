"""What is handed over: the list of a packet on paper and as a workbook, the list of cards; read back from the files."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest

from services import packet_lists, recurring_making
from services.reports.packet_list import packet_pdf
from services.reports.top_up_list import top_up_pdf
from tests.claims import make_office
from tests.packets import UNIVERSITY, Desk, make_desk_of
from tests.recurring import fuel, save
from tests.test_xlsx import cells


@pytest.fixture
def desk(database) -> Desk:
    return make_desk_of(make_office(database))


def read_back(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(document[n].get_textpage().get_text_range() for n in range(len(document)))


def test_the_printed_list_has_its_papers_the_sum_in_capitals_and_places_to_sign(desk):
    made = desk.make(desk.papers("1200", "34.50"))
    with desk.office.database.read() as session:
        packet = packet_lists.printed(session, desk.office.clerk, made.id)
    text = read_back(packet_pdf([packet]))
    for words in ("经费报销清单（未送交）", made.number, UNIVERSITY, "BX-2026-0001", "1,200.00", "1,234.50",
                  "人民币壹仟贰佰叁拾肆元伍角整", "送交人：", "接收人：", "合计 2 份"):  # fmt: skip
        assert words in text, words
    assert packet_pdf([packet]) == packet_pdf([packet])


def test_a_long_list_goes_on_with_page_sums(desk):
    with desk.office.database.read() as session:
        packet = packet_lists.printed(session, desk.office.clerk, desk.make(desk.papers("10")).id)
    long = replace(packet, lines=packet.lines * 90, total=Decimal(900))
    pdf = packet_pdf([long])
    assert len(pypdfium2.PdfDocument(pdf)) > 1
    assert "本页小计" in read_back(pdf)


def test_the_workbook_has_what_was_accepted(desk):
    lodged = desk.lodged("100", "200")
    desk.answer(lodged)
    with desk.office.database.read() as session:
        made = packet_lists.exported(session, desk.office.clerk, lodged.id)
    found = cells(BytesIO(made))
    assert (found["A1"], found["B1"]) == ("序号", "单据编号")
    shown = [[found[f"{column}{row}"] for column in "GHI"] for row in (2, 3, 4)]
    assert [[Decimal(value) for value in row] for row in shown] == [
        [100, 100, 0],
        [200, 200, 0],
        [300, 300, 0],
    ]


def test_the_top_up_list_has_a_column_to_sign_in(desk):
    first = save(desk.office, fuel(desk.office))
    with desk.office.database.read() as session:
        one = recurring_making.printed(session, desk.office.clerk, first)
    text = read_back(top_up_pdf([one]))
    for words in (
        "油卡充值名单",
        "2026年11—12月",
        "1000 1120 0002",
        "张国强",
        "签　收",
        "壹仟肆佰伍拾元零伍角整",
    ):
        assert words in text, words
