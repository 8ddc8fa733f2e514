"""What the invoices made for tests say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

Line = tuple[str, str, str, str, str, str, str, str]


@dataclass(frozen=True)
class Facts:
    """What an invoice says; `lines` are name, spec, unit, quantity, price, amount, rate, tax as printed."""

    code: str = "033002100611"
    number: str = "45678901"
    day: date = date(2021, 7, 9)
    check: str = "12345678901234567890"
    buyer: str = "武汉测试商贸有限公司"
    buyer_id: str = "91420100MA4KTE0T6L"
    seller: str = "北京样例科技（集团）有限公司"
    seller_id: str = "91110108300000002F"
    net: str = "1000.00"
    tax: str = "130.00"
    total: str = "1130.00"
    words: str = "壹仟壹佰叁拾圆整"
    title: str = "浙江增值税电子普通发票"
    note: str = ""
    lines: tuple[Line, ...] = field(
        default=(("*电子计算机*笔记本电脑", "X1-14", "台", "2", "500", "1000.00", "13%", "130.00"),)
    )

    @property
    def qr(self) -> str:
        if len(self.number) == 20:
            return f"01,32,,{self.number},{self.total},{self.day:%Y%m%d},,74AE"
        return f"01,10,{self.code},{self.number},{self.net},{self.day:%Y%m%d},{self.check},0816,"


TWO_LINES: tuple[Line, ...] = (
    ("*餐饮服务*商务套餐", "", "份", "3", "100", "300.00", "6%", "18.00"),
    ("*物流辅助服务*同城配送服务费", "普通", "次", "1", "50", "50.00", "6%", "3.00"),
)
OLD = Facts()
MULTI = replace(OLD, lines=TWO_LINES, net="350.00", tax="21.00", total="371.00", words="叁佰柒拾壹圆整")
TAX_FREE = replace(
    OLD,
    lines=(("*蔬菜*鲜活蔬菜", "", "公斤", "10", "8.8", "88.00", "免税", "***"),),
    net="88.00",
    tax="***",
    total="88.00",
    words="捌拾捌圆整",
)
RED = replace(
    OLD,
    lines=(("*餐饮服务*餐费", "", "次", "-1", "200", "-200.00", "6%", "-12.00"),),
    net="-200.00",
    tax="-12.00",
    total="-212.00",
    words="（负数）贰佰壹拾贰圆整",
    note="对应正数发票代码:033002100611号码:45678900",
)
SPECIAL = replace(OLD, title="湖北增值税电子专用发票", code="042002100113")
DIGITAL = replace(
    OLD,
    code="",
    check="",
    number="25422000000123456789",
    day=date(2025, 3, 31),
    title="电子发票（增值税专用发票）",
)
TOLL = replace(
    OLD,
    code="042001700112",
    title="湖北增值税电子普通发票",
    lines=(("*经营租赁*通行费", "鄂A12345", "货车", "20180212", "20180213", "184.65", "3%", "5.54"),),
    net="184.65",
    tax="5.54",
    total="190.19",
    words="壹佰玖拾元零壹角玖分",
)


def money(text: str) -> Decimal:
    """The amount as a reader gives it: stars are nothing."""
    return Decimal("0.00") if text.startswith("*") else Decimal(text)
