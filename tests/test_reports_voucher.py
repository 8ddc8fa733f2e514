"""The printed claim and advance, read back from the PDF."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from services.errors import Refused
from services.reports.voucher import (
    AdvanceUse,
    AdvanceVoucher,
    ClaimLine,
    ClaimVoucher,
    Clearing,
    Payment,
    Signature,
    claim_pdf,
)

DAY = date(2026, 11, 20)
PEOPLE = (
    ("报销人", "李文静"),
    ("部门审批", "张国强"),
    ("财务复核", "王雪"),
    ("总经理", "何志远"),
    ("出纳", "孙倩"),
)
SIGNED = (*(Signature(label, name, DAY) for label, name in PEOPLE), Signature("领款人"))
TRAIN = ClaimLine(
    "11-12",
    "城市间交通",
    "武汉—宜昌 高铁（往返）",
    Decimal("556.00"),
    "26429120000123456789",
    Decimal("45.91"),
    Decimal("556.00"),
)
HOTEL = ClaimLine("11-12 至 11-16", "住宿", "4 晚", Decimal("3000.50"), "", None, Decimal("2930.50"))
CLAIM = ClaimVoucher(
    "武汉光谷测绘信息有限公司",
    "BX-2026-0412",
    DAY,
    3,
    "李文静",
    "测绘一部",
    "宜昌不动产测绘（HT-2026-031）",
    (TRAIN, HOTEL),
    SIGNED,
    AdvanceUse("JK-2026-0031", Decimal(3000), Decimal(3000)),
    payment=Payment("招商银行", "转账", date(2026, 11, 23)),
)
ADVANCE = AdvanceVoucher(
    "武汉光谷测绘信息有限公司",
    "JK-2026-0031",
    DAY,
    1,
    "李文静",
    "测绘一部",
    "宜昌不动产测绘",
    "赴宜昌外业，预借差旅费",
    Decimal(3000),
    date(2026, 12, 8),
    Payment("招商银行", "转账", DAY),
    SIGNED,
    (Clearing(DAY, "BX-2026-0412", "报销冲抵", Decimal(2000)),),
)


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_a_claim_shows_all_that_was_written_on_it() -> None:
    (text,) = pages(claim_pdf([CLAIM]))
    flat = text.replace("\r\n", " ")
    for said in (
        "费用报销单",
        "武汉光谷测绘信息有限公司",
        "2026 年 11 月 20 日",
        "单号 BX-2026-0412",
        "附单据 3 张",
    ):
        assert said in flat
    for said in (
        "武汉—宜昌 高铁（往返）",
        "26429120000123456789",
        "45.91",
        "3,000.50",
        "2,930.50",
        "¥3,556.50",
    ):
        assert said in flat


def test_a_claim_shows_capitals_settlement_payment_and_signers() -> None:
    (text,) = pages(claim_pdf([CLAIM]))
    flat = text.replace("\r\n", " ")
    for said in ("人民币叁仟肆佰捌拾陆元伍角整", "JK-2026-0031", "¥486.50", "招商银行 转账 2026-11-23"):
        assert said in flat
    assert "第 1 页 / 共 1 页" in flat
    assert all(name in flat for _, name in PEOPLE)


def test_an_undecided_claim_writes_the_claimed_amount_in_capitals() -> None:
    (text,) = pages(claim_pdf([replace(CLAIM, lines=(replace(TRAIN, sanctioned=None), HOTEL), advance=None)]))
    assert "人民币叁仟伍佰伍拾陆元伍角整" in text
    assert "核准合计" not in text
    assert "¥3,556.50" in text


def test_a_refund_is_named_as_such() -> None:
    (text,) = pages(claim_pdf([replace(CLAIM, settlement=Decimal("-713.50"))]))
    assert "应退回" in text
    assert "¥713.50" in text
    assert "应补付" not in text


def test_an_advance_shows_amount_due_date_and_what_is_left() -> None:
    (text,) = pages(claim_pdf([ADVANCE]))
    for said in (
        "借款单",
        "赴宜昌外业，预借差旅费",
        "人民币叁仟元整",
        "¥3,000.00",
        "2026-12-08",
        "报销冲抵",
        "1,000.00",
    ):
        assert said in text


def test_many_clearings_go_on_to_further_pages() -> None:
    clearing = ADVANCE.clearings[0]
    many = replace(ADVANCE, clearings=tuple(replace(clearing, amount=Decimal(n)) for n in range(1, 21)))
    printed = pages(claim_pdf([many]))
    assert len(printed) > 1
    assert f"第 {len(printed)} 页 / 共 {len(printed)} 页" in printed[-1]
    assert "2,790.00" in printed[-1]


@pytest.mark.parametrize("voucher", [CLAIM, ADVANCE])
def test_a_reprint_is_identical_to_the_byte(voucher: ClaimVoucher | AdvanceVoucher) -> None:
    first = claim_pdf([voucher])
    claim_pdf([replace(CLAIM, company="别的公司", mark="作废")])
    assert claim_pdf([voucher]) == first


def test_lines_that_do_not_fit_are_carried_with_their_totals() -> None:
    printed = pages(claim_pdf([replace(CLAIM, lines=(TRAIN,) * 14)]))
    assert len(printed) == 3
    assert "过次页" in printed[0]
    assert "承前页" not in printed[0]
    assert "人民币" not in printed[0]
    assert "¥3,892.00" in printed[0]
    assert "承前页" in printed[1]
    assert "3,892.00" in printed[1]
    assert "人民币柒仟柒佰捌拾肆元整" in printed[2]
    assert sum(page.count("26429120000123456789") for page in printed) == 14


def test_many_papers_in_one_file_count_their_own_pages() -> None:
    printed = pages(claim_pdf([CLAIM, ADVANCE, replace(CLAIM, lines=(TRAIN,) * 8)]))
    assert [text.split("第 ")[-1].strip()[:9].strip() for text in printed] == [
        "1 页 / 共 1",
        "1 页 / 共 1",
        "1 页 / 共 2",
        "2 页 / 共 2",
    ]


def test_a_voided_paper_says_so_across_the_page() -> None:
    assert "作废" in pages(claim_pdf([replace(CLAIM, mark="作废")]))[0].replace("\r\n", "")
    assert "作废" not in pages(claim_pdf([CLAIM]))[0]


def test_a_reversing_paper_is_negative_and_names_what_it_reverses() -> None:
    line = replace(TRAIN, amount=-TRAIN.amount, sanctioned=-TRAIN.amount, tax=-Decimal("45.91"))
    (text,) = pages(claim_pdf([replace(CLAIM, lines=(line,), reverses="BX-2026-0411", advance=None)]))
    assert "（红字）" in text.replace(" ", "")
    assert "冲销原单 BX-2026-0411" in text
    assert "人民币负伍佰伍拾陆元整" in text
    assert "-¥556.00" in text


def test_nothing_to_print_is_refused() -> None:
    with pytest.raises(Refused, match=r"print\.nothing"):
        claim_pdf([])
    with pytest.raises(Refused, match=r"print\.no_lines"):
        claim_pdf([replace(CLAIM, lines=())])


def test_the_qr_code_is_the_number_of_the_paper() -> None:
    with pypdfium2.PdfDocument(claim_pdf([CLAIM])) as document:
        picture = document[0].render(scale=3).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["BX-2026-0412"]


@pytest.mark.parametrize("count", [0, 1, 6, 7, 10])
def test_any_number_of_signers_has_a_place(count: int) -> None:
    signers = tuple(Signature(f"复核{n}", f"签{n}名", DAY) for n in range(count))
    (text,) = pages(claim_pdf([replace(CLAIM, signatures=signers)]))
    assert all(f"签{n}名" in text for n in range(count))


def test_describing_a_voucher_does_not_load_the_pdf_library() -> None:
    asked = (
        "import sys, services.reports.voucher, services.reports.sheet; sys.exit('reportlab' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[1]
    assert subprocess.run([sys.executable, "-c", asked], cwd=root, check=False).returncode == 0
