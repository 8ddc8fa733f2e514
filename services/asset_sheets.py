"""An existing register of assets in a stranger's table: which column is which, and what each cell says. No database."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from models.asset_terms import Method
from models.fixed_asset import AssetState
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.people_sheets import LOST, Problem

# what tables call a column, without blanks and brackets; the first is what problems call it
TITLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("资产编号", "固定资产编号", "资产编码", "资产代码", "卡片编号", "编号", "编码"),
        "name": ("资产名称", "固定资产名称", "名称", "设备名称", "品名"),
        "class": ("资产类别", "固定资产类别", "资产分类", "类别", "分类", "类别名称"),
        "specification": ("规格型号", "规格", "型号", "型号规格"),
        "serial_number": ("序列号", "出厂编号", "机身号", "SN", "设备序列号"),
        "unit": ("计量单位", "单位"),
        "quantity": ("数量", "账面数量"),
        "price": ("单价",),
        "cost": ("原值", "资产原值", "购置原值", "账面原值", "入账原值", "入账价值", "购置金额", "金额"),
        "residual_rate": ("净残值率", "残值率", "预计净残值率"),
        "residual": ("预计净残值", "净残值", "残值", "预计残值"),
        "months": ("使用月数", "预计使用月数", "折旧月数", "使用月限", "预计使用期间数"),
        "years": ("使用年限", "预计使用年限", "折旧年限", "使用寿命", "预计使用寿命"),
        "method": ("折旧方法",),
        "units_total": ("总工作量", "预计总工作量"),
        "bought_on": ("购置日期", "购入日期", "取得日期", "入账日期", "购买日期"),
        "start_on": ("启用日期", "开始使用日期", "投入使用日期", "使用日期"),
        "opening_months": ("已提月数", "已计提月数", "已折旧月数", "已使用月数", "已计提期数"),
        "opening_accumulated": ("累计折旧", "期初累计折旧", "已提折旧", "累计折旧额", "已计提折旧"),
        "net": ("净值", "账面净值", "资产净值", "期末净值"),
        "department": ("使用部门", "所属部门", "部门", "管理部门"),
        "employee": ("使用人", "保管人", "责任人", "领用人", "使用者", "使用保管人"),
        "place": ("存放地点", "存放位置", "地点", "位置", "使用地点"),
        "outside": ("借用人", "借用单位", "借用方", "借出对象"),
        "due_on": ("应还日期", "归还日期", "预计归还日期", "应归还日期"),
        "state": ("使用状况", "使用状态", "状态", "资产状态"),
        "supplier": ("供应商", "供货商", "供应单位", "销售方"),
        "invoice_number": ("发票号码", "发票号"),
        "warranty_until": ("保修期至", "保修截止日期", "质保到期日", "保修到期"),
        "note": ("备注", "说明"),
    }
)
NEEDED = ("name", "cost")
_BY_TITLE = {title: name for name, titles in TITLES.items() for title in titles}
_HEAD_ROWS = 20
_SUM = re.compile(
    r".{0,20}?(合计|小计|总计|共计)($|[:：（(\d])|(制表|制单|审核|复核|盘点|监盘|负责|打印)(人|日期)?($|[:：])"
)  # at the end of the cell or before its figure: 打印机 and 总计算中心服务器 are cards
_NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十0-9]+[)）、.．]+")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})?\s*日?)?(?:[ T].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_METHODS = MappingProxyType(
    {
        "平均年限": Method.STRAIGHT_LINE, "年限平均": Method.STRAIGHT_LINE, "直线": Method.STRAIGHT_LINE,
        "双倍余额": Method.DOUBLE_DECLINING, "年数总和": Method.SUM_OF_YEARS, "工作量": Method.UNITS,
    }
)  # fmt: skip
_STATES = MappingProxyType(
    {
        "在用": AssetState.IN_USE, "使用": AssetState.IN_USE, "正常": AssetState.IN_USE, "良好": AssetState.IN_USE,
        "闲置": AssetState.IDLE, "库存": AssetState.IDLE, "未使用": AssetState.IDLE, "封存": AssetState.IDLE,
        "维修": AssetState.REPAIR, "送修": AssetState.REPAIR, "在修": AssetState.REPAIR, "借出": AssetState.LENT,
        "外借": AssetState.LENT, "出租": AssetState.LEASED,
        "待报废": AssetState.IN_USE, "拟报废": AssetState.IN_USE, "待处置": AssetState.IN_USE, "拟处置": AssetState.IN_USE,
        "报废": AssetState.DISPOSED, "处置": AssetState.DISPOSED, "已售": AssetState.DISPOSED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AssetRow:
    """One card of the table; texts are tidied, "" and None are empty cells. `section` is the heading above it."""

    row: int
    section: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    quantity: int | None = None
    price: Decimal | None = None
    cost: Decimal | None = None
    residual: Decimal | None = None
    residual_rate: Decimal | None = None
    months: int | None = None
    method: Method | None = None
    units_total: Decimal | None = None
    bought_on: date | None = None
    start_on: date | None = None
    opening_months: int | None = None
    opening_accumulated: Decimal | None = None
    net: Decimal | None = None
    state: AssetState | None = None
    due_on: date | None = None
    warranty_until: date | None = None
    problems: tuple[Problem, ...] = ()

    def text(self, name: str) -> str:
        return self.texts.get(name, "")


def assets_of(sheet: ForeignSheet, classes: Collection[str] = ()) -> tuple[AssetRow, ...]:
    """The cards below the titles; sums, repeated titles, headings of classes and signatures are no cards.

    A lone text in the column of names is a heading when it is numbered or one of `classes`, else a card that lacks the rest.
    Raises Refused "asset_import.no_titles" (name, titles), "asset_import.no_rows" (name).
    """
    first, places = _titles(sheet)
    rows: list[AssetRow] = []
    section = ""
    for number, cells in enumerate(sheet.rows[first:], start=first + 1):
        texts = {name: _cell(cells, place) for name, place in places.items()}
        heading = _heading(cells)
        if heading and not _lone_name(cells, texts, classes):
            section = heading
        elif _is_card(cells, texts):
            rows.append(_row(number, section, texts))
    if not rows:
        raise Refused("asset_import.no_rows", name=sheet.file)
    return tuple(rows)


def _titles(sheet: ForeignSheet) -> tuple[int, dict[str, int]]:
    """The place of the first row below the titles, and of every known column; titles may take two rows."""
    for at, cells in enumerate(sheet.rows[:_HEAD_ROWS]):
        places = _known(cells)
        below = _known(sheet.rows[at + 1]) if at + 1 < len(sheet.rows) else {}
        both = below | places
        if "name" in places and ("cost" in both or "price" in both):
            two = any(name not in places for name in below) or below == places
            return (at + 2, both) if two and below else (at + 1, places)
    needed = "、".join(TITLES[name][0] for name in NEEDED)
    raise Refused("asset_import.no_titles", name=sheet.file, titles=needed)


def _known(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        plain = re.sub(r"\s", "", cell)
        title = re.sub(r"[*：:（(\[【].*$", "", plain.lstrip("*")).rstrip("*")
        name = _BY_TITLE.get(title) or _BY_TITLE.get(title.upper())
        if name == "years" and "月" in plain:
            name = "months"
        if name is not None:
            found.setdefault(name, place)
    return found


def _cell(cells: Sequence[str], place: int) -> str:
    return " ".join(cells[place].split()) if place < len(cells) else ""


def _heading(cells: Sequence[str]) -> str:
    """A row with one text in it is the heading of what follows: “一、电子设备”."""
    texts = {cell.strip() for cell in cells if cell.strip()}
    if len(texts) != 1:
        return ""
    text = texts.pop()
    if (
        _amount(text) is not None
        or _SUM.match(re.sub(r"\s", "", text))
        or any(sign in text for sign in ("：", ":"))
    ):
        return ""
    return _NUMBERING.sub("", text)


def _lone_name(cells: Sequence[str], texts: Mapping[str, str], classes: Collection[str]) -> bool:
    alone, name = sum(bool(cell.strip()) for cell in cells) == 1, texts["name"]
    return alone and bool(name) and not _NUMBERING.match(name) and bool(classes) and name not in classes


def _is_card(cells: Sequence[str], texts: Mapping[str, str]) -> bool:
    shown = [re.sub(r"\s", "", cell) for cell in cells if cell.strip()]
    if not shown or any(_SUM.match(text) for text in shown[:3]):
        return False
    if texts["name"] in TITLES["name"]:
        return False
    return any(texts.get(name) for name in ("name", "number", "cost", "price", "quantity"))


def _row(number: int, section: str, texts: Mapping[str, str]) -> AssetRow:
    problems = [
        Problem(number, name, "people.lost_digits", text) for name, text in texts.items() if LOST in text
    ]
    if not texts["name"]:
        problems.append(Problem(number, "name", "people.required", ""))
    read: dict[str, object] = {}
    for name, value, code in _values(texts):
        if value is None:
            problems.append(Problem(number, name, code, texts[name]))
        else:
            read["months" if name == "years" else name] = value
    return AssetRow(number, section, texts, problems=tuple(problems), **read)  # type: ignore[arg-type]  # by name


def _values(texts: Mapping[str, str]) -> Iterator[tuple[str, object, str]]:
    """Every cell that is no plain text, read; None where it cannot be."""
    for name, (reader, code) in _READERS.items():
        text = texts.get(name, "")
        if text and LOST not in text and not (name == "years" and texts.get("months")):
            yield name, reader(text), code


def _amount(text: str) -> Decimal | None:
    plain = (
        text.replace(",", "")
        .replace("，", "")
        .removeprefix("¥")
        .removeprefix("￥")
        .removesuffix("元")
        .strip()
    )
    if plain in {"-", "—", "－"}:
        return Decimal(0)
    try:
        found = Decimal(plain)
    except InvalidOperation:
        return None
    if not found.is_finite() or abs(found) > Decimal(10) ** 12:
        return None
    cents = found.quantize(Decimal("0.01"))
    return cents if abs(found - cents) < Decimal("0.000001") else None  # what a spreadsheet adds is no fen


def _whole(text: str) -> int | None:
    found = re.fullmatch(r"(\d{1,6})(?:\.0+)?\s*(个月|月|台|套|件|把|张|辆|个)?", text)
    return int(found[1]) if found else None


def _years(text: str) -> int | None:
    found = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*年?", text)
    if found is None:
        return None
    months = Decimal(found[1]) * 12
    return int(months) if months == months.to_integral_value() else None


def _rate(text: str) -> Decimal | None:
    amount = _amount(text.removesuffix("%").removesuffix("％"))
    if amount is None or amount < 0:
        return None
    return amount / 100 if amount >= 1 or text.endswith(("%", "％")) else amount


def _day(text: str) -> date | None:
    """A day; of “2024年3月” or “2024.03” the first of the month."""
    found = _COMPACT.fullmatch(text) or _DAY.fullmatch(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None
    except ValueError:
        return None


def _method(text: str) -> Method | None:
    return next((method for word, method in _METHODS.items() if word in text), None)


def _state(text: str) -> AssetState | None:
    ordered = sorted(_STATES, key=len, reverse=True)  # 未使用 before 使用
    return next((_STATES[word] for word in ordered if word in text), None)


_READERS: Mapping[str, tuple[Callable[[str], object], str]] = MappingProxyType(
    {
        "quantity": (_whole, "asset_import.number"),
        "price": (_amount, "asset_import.amount"),
        "cost": (_amount, "asset_import.amount"),
        "residual": (_amount, "asset_import.amount"),
        "residual_rate": (_rate, "asset_import.rate"),
        "units_total": (_amount, "asset_import.amount"),
        "months": (_whole, "asset_import.number"),
        "years": (_years, "asset_import.number"),
        "method": (_method, "asset_import.method"),
        "bought_on": (_day, "people.day"),
        "start_on": (_day, "people.day"),
        "opening_months": (_whole, "asset_import.number"),
        "opening_accumulated": (_amount, "asset_import.amount"),
        "net": (_amount, "asset_import.amount"),
        "state": (_state, "asset_import.state"),
        "warranty_until": (_day, "people.day"),
        "due_on": (_day, "people.day"),
    }
)
