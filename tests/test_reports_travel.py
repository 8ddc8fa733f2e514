"""The printed travel claim, payment request and repayment, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.expense_claim import InvoicePromise, PaymentMethod
from services import expense_claims
from services.claim_values import LineDraft, OffsetDraft
from services.database import Database
from services.reports.paper import A4, A5_LANDSCAPE, VOUCHER, PrintSettings
from services.reports.travel import (
    AllowanceRow,
    LegRow,
    OtherRow,
    RepaymentVoucher,
    RequestLine,
    RequestVoucher,
    TravelVoucher,
)
from services.reports.voucher import AdvanceUse, Payment, Signature, claim_pdf
from tests.claims import TODAY, Office
from tests.test_payment_requests import file_read, owing
from tests.test_repayments import held, now, repay
from tests.test_reports_voucher import pages
from tests.travels import request, travel, travel_office

DAY = date(2026, 11, 20)
SIGNED = (
    Signature("报销人", "李文静", DAY),
    Signature("部门审批", "张国强", DAY),
    Signature("出纳", "孙倩", DAY),
    Signature("领款人"),
)
TRAVEL = TravelVoucher(
    "武汉光谷测绘信息有限公司", "CL-2026-0007", DAY, 5, "李文静", "3 级", "测绘一部", "宜昌不动产测绘", "宜昌外业控制测量",
    legs=(
        LegRow("11-09 08时", "武汉", "11-09 10时", "宜昌", "火车 二等座", 1, Decimal("139.00")),
        LegRow("11-13 15时", "宜昌", "11-13 17时", "武汉", "火车 二等座", 1, Decimal("139.00")),
    ),
    allowances=(AllowanceRow(1, "5", Decimal(180), Decimal(900)),),
    others=(OtherRow("住宿 4 晚", 1, Decimal(1200)), OtherRow("市内交通", 2, Decimal("56.50"))),
    signatures=SIGNED,
    advance=AdvanceUse("JK-2026-0031", Decimal(2000), Decimal(2000)),
    settlement=Decimal("434.50"),
    payment=Payment("招商银行 基本户", "转账", DAY),
)  # fmt: skip
REQUEST = RequestVoucher(
    "武汉光谷测绘信息有限公司", "FK-2026-0003", DAY, 0, "李文静", "测绘一部", "", "全站仪维修", "湖北华测仪器有限公司",
    "中国银行武汉光谷支行", "558766001234", "CG-2026-008", Decimal(12000), Decimal(4000), "后补，2026-11-30 前交回",
    (RequestLine("11-20", "设备维修　全站仪维修", "", Decimal("5000.50")),), SIGNED,
)  # fmt: skip
REPAYMENT = RepaymentVoucher(
    "武汉光谷测绘信息有限公司", "HK-2026-0001", DAY, 0, "李文静", "测绘一部", "", "JK-2026-0031", Decimal(3000), DAY,
    "赴宜昌外业，预借差旅费", Decimal("1000.50"), "现金", Payment("现金库", "现金", DAY), signatures=SIGNED,
)  # fmt: skip


def flat(pdf: bytes) -> str:
    return " ".join(" ".join(pages(pdf)).split())


def printed(office: Office, saved) -> bytes:
    with office.database.read() as session:
        return claim_pdf([expense_claims.voucher(session, office.clerk, saved.id)])


@pytest.fixture
def office(database: Database) -> Office:
    return travel_office(database)


def test_a_travel_claim_shows_what_an_accountant_looks_for():
    text = flat(claim_pdf([TRAVEL]))
    for said in (
        "差旅费报销单", "姓名", "职级", "3 级", "出差事由", "宜昌外业控制测量", "出 发", "到 达", "月日时", "地点", "交通工具",
        "火车 二等座", "张数", "人数", "天数", "标准", "180.00", "900.00", "住宿 4 晚", "1,200.00", "278.00", "1,256.50",
        "人民币贰仟肆佰叁拾肆元伍角整", "¥2,434.50", "预支金额", "JK-2026-0031", "补领金额", "¥434.50", "领款人",
    ):  # fmt: skip
        assert said.replace(" ", "") in text.replace("　", "").replace(" ", ""), said


def test_less_than_was_prepaid_is_money_to_give_back():
    text = flat(claim_pdf([replace(TRAVEL, settlement=Decimal("-65.50"))]))
    assert "退还金额" in text
    assert "¥65.50" in text


@pytest.mark.parametrize("paper", [VOUCHER, A5_LANDSCAPE, A4])
def test_many_legs_go_over_pages_whose_sums_stand_on_the_last(paper):
    long = replace(TRAVEL, legs=TRAVEL.legs * 6)
    found = pages(claim_pdf([long], PrintSettings(paper)))
    assert len(found) > 1
    assert all("差旅费报销单" in page for page in found)
    assert "过次页" in found[0]
    assert "报销总额" not in found[0]
    assert "人民币" in found[-1]
    assert "".join("".join(found).split()).count("火车二等座") == 12


@pytest.mark.parametrize("paper", [VOUCHER, A5_LANDSCAPE, A4])
def test_a_travel_without_legs_still_is_a_form(paper):
    assert "差旅费报销单" in flat(
        claim_pdf([replace(TRAVEL, legs=(), others=(), allowances=())], PrintSettings(paper))
    )


def test_a_payment_request_shows_payee_contract_and_what_is_paid_of_it():
    text = flat(claim_pdf([REQUEST]))
    for said in (
        "付款申请单", "收款单位", "湖北华测仪器有限公司", "开户行", "中国银行武汉光谷支行", "558766001234", "CG-2026-008",
        "¥12,000.00", "累计已付", "¥4,000.00", "后补，2026-11-30 前交回", "人民币伍仟元零伍角整", "¥5,000.50", "¥9,000.50",
        "¥2,999.50",
    ):  # fmt: skip
        assert said in text, said
    assert "合同超付" in flat(claim_pdf([replace(REQUEST, paid_before=Decimal(8000))]))


@pytest.mark.parametrize("paper", [VOUCHER, A5_LANDSCAPE, A4])
def test_many_lines_of_a_request_go_over_pages(paper):
    found = pages(claim_pdf([replace(REQUEST, lines=REQUEST.lines * 20)], PrintSettings(paper)))
    assert len(found) > 1
    assert "过次页" in found[0]
    assert "¥100,010.00" in found[-1]


@pytest.mark.parametrize("paper", [VOUCHER, A5_LANDSCAPE, A4])
def test_a_repayment_is_a_receipt_too(paper):
    text = flat(claim_pdf([REPAYMENT], PrintSettings(paper)))
    assert "还款单" in text
    assert "今收到 李文静 归还借款 JK-2026-0031，计人民币壹仟元零伍角整（现金）。" in text


@pytest.mark.parametrize("form", [TRAVEL, REQUEST, REPAYMENT])
def test_the_same_paper_prints_the_same_bytes(form):
    assert claim_pdf([form]) == claim_pdf([form])


def test_a_stored_travel_claim_prints_its_legs_and_the_parts_of_its_lines(office):
    advance = office.paid(office.advance_draft("2000"))
    transport = LineDraft(
        office.categories["补助"], TODAY.replace(day=9), description="高铁", amount=Decimal(139), leg=0
    )
    lodging = LineDraft(
        office.categories["补助"], TODAY.replace(day=9), description="酒店", amount=Decimal(800), nights=4
    )
    offsets = (OffsetDraft(advance.id, Decimal(1000)),)
    draft = travel(office)
    lines = (transport, *draft.lines, lodging)
    beyond = {"allowance_above:2026-11-09/800.00": "酒店"}
    draft = replace(draft, lines=lines, offsets=offsets, reasons=beyond)
    paid = office.paid(draft)
    text = flat(printed(office, paid))
    for said in (
        "11-09 08时",
        "火车 二等座",
        "139.00",
        "180.00",
        "900.00",
        "4 晚",
        "¥1,839.00",
        "JK-2026-0001",
        "¥839.00",
    ):
        assert said in text, said
    first = printed(office, paid)
    repay(office, now(office, advance), "10", account_id=office.account)
    assert printed(office, paid) == first
    reversal = flat(printed(office, office.void(paid)))
    assert "差旅费报销单（红字）" in reversal
    assert "-1,839.00" in reversal or "-¥1,839.00" in reversal
    assert "武汉" in reversal


def test_a_paid_request_prints_the_same_before_and_after_its_invoice_came(office, tmp_path):
    from tests.claims import invoice_file

    paid = owing(office, "556")
    first = printed(office, paid)
    assert "后补，2026-11-30 前交回" in flat(first)
    file_read(office, paid, invoice_file(tmp_path))
    assert printed(office, paid) == first
    assert "付款申请单（红字）" in flat(printed(office, office.void(now(office, paid))))
    none = office.save(request(office, invoice_promise=InvoicePromise.NONE))
    assert "无需发票" in flat(printed(office, none))


def test_a_repayment_prints_how_it_came_and_so_does_its_advance(office):
    advance = office.paid(office.advance_draft("3000"))
    paper = repay(office, advance, "1000", method=PaymentMethod.CASH)
    assert "今收到 李文静 归还借款 JK-2026-0001" in flat(printed(office, paper))
    assert "现金归还" in flat(printed(office, advance))
    waiting = held(office, now(office, advance), "500")
    assert "工资扣还（2026-12 工资），待确认。" in flat(printed(office, waiting))
    red = flat(printed(office, office.void(paper)))
    assert "还款单（红字）" in red
    assert "冲销原还款单 HK-2026-0001。" in red
