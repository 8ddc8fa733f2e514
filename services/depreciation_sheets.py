"""What is printed and exported of depreciation 固定资产折旧表、年度折旧表、资产净值表、税会差异表、折旧分录: ready sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from sqlalchemy import select

from models.asset_class import AssetClass
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import FixedAsset
from models.people import Company, Department
from services import asset_schedules, asset_values, depreciation_entries, depreciation_years, records
from services.asset_costs import lives_on
from services.asset_schedules import MonthCause, ScheduleMonth
from services.asset_values import CardValue
from services.database import Session
from services.money import format_money
from services.permissions import Actor, Permission, requires
from services.reports.sheet import Sheet, SheetColumn

_AMOUNT = 13
_CAUSES = {
    MonthCause.FIRST: "首月", MonthCause.OPENING: "接期初", MonthCause.ESTIMATE: "估计变更", MonthCause.LAST: "末月取余额",
    MonthCause.DISPOSED: "处置当月", MonthCause.USE: "工作量",
    MonthCause.CATCH_UP: "补提",
}  # fmt: skip
_CARD_HEAD = (SheetColumn("序号", 5, "centre"), SheetColumn("资产编号", 12), SheetColumn("名　称", 18))


def _money(*labels: str) -> tuple[SheetColumn, ...]:
    return tuple(SheetColumn(label, _AMOUNT, "right", summed=True) for label in labels)


@requires(Permission.ASSET_SEE)
def run_sheet(session: Session, actor: Actor, run_id: int) -> Sheet:  # noqa: ARG001 - the permission needs it
    """固定资产折旧表 of a month: every card by class with subtotals; Refused "record.gone"."""
    run = records.load(session, DepreciationRun, run_id)
    found = session.execute(
        select(
            AssetClass.name, FixedAsset.number, FixedAsset.name, Department.name, FixedAsset.start_on, FixedAsset.months,
            DepreciationLine.amount, DepreciationLine.accumulated, DepreciationLine.net, DepreciationLine.catch_up,
            FixedAsset.id,
        )
        .join(FixedAsset, FixedAsset.id == DepreciationLine.asset_id)
        .join(AssetClass, AssetClass.id == DepreciationLine.class_id)
        .outerjoin(Department, Department.id == DepreciationLine.department_id)
        .where(DepreciationLine.run_id == run_id)
        .order_by(AssetClass.code, FixedAsset.number)
    ).all()  # fmt: skip
    lives = lives_on(session, run.month)
    caught = any(row[9] for row in found)  # a column of its own where the month makes something up
    lines = [
        (
            row[0], (row[1], row[2], row[3] or "", _day(row[4]), str(lives.get(row[10], row[5]))),
            (row[7] + row[8], row[6], *([row[9]] if caught else []), row[7], row[8]),
        )
        for row in found
    ]  # fmt: skip
    rows, strong, totals = _by_class(lines, texts=6)
    columns = (
        *_CARD_HEAD, SheetColumn("使用部门", 11), SheetColumn("启用日期", 10, "centre"), SheetColumn("月数", 5, "right"),
        *_money("原　值", "本月折旧", *(["其中补提"] if caught else []), "累计折旧", "净　值"),
    )  # fmt: skip
    state = "" if run.state is DepreciationState.CLOSED else "（未结账）"
    return Sheet(
        "固定资产折旧表", columns, rows, f"所属期：{run.month.year}年{run.month.month}月{state}　　共 {len(found)} 项",
        totals, _company(session), ending=(_signed(run.made_by_name),), bound=True, strong=strong, carried=True,
    )  # fmt: skip


@requires(Permission.ASSET_SEE)
def value_sheet(session: Session, actor: Actor, day: date, cards: Sequence[CardValue] | None = None) -> Sheet:
    """固定资产净值表 on any day, by class with subtotals; of `cards` where they are given."""
    found = list(asset_values.cards_on(session, actor, day) if cards is None else cards)
    order = {name: place for place, name in enumerate(asset_values.class_names(session).values())}
    found.sort(key=lambda card: (order.get(card.class_name, len(order)), card.number))
    lines = [
        (
            card.class_name, (card.number, card.name, card.department_name, _day(card.start_on)),
            (card.cost, card.accumulated, card.net),
        )
        for card in found
    ]  # fmt: skip
    rows, strong, totals = _by_class(lines, texts=5)
    columns = (
        *_CARD_HEAD, SheetColumn("使用部门", 12), SheetColumn("启用日期", 10, "centre"), *_money("原　值", "累计折旧", "净　值"),
    )  # fmt: skip
    when = f"截止日期：{day.year}年{day.month}月{day.day}日　　共 {len(found)} 项"
    return Sheet(
        "固定资产净值表", columns, rows, when, totals, _company(session), ending=(_signed(actor.name),), bound=True,
        strong=strong, carried=True,
    )  # fmt: skip


type _Line = tuple[str, tuple[str, ...], tuple[Decimal, ...]]


def _by_class(
    lines: Sequence[_Line], *, texts: int
) -> tuple[list[tuple[str, ...]], frozenset[int], tuple[str, ...]]:
    """The rows numbered, a subtotal below every class, and the sum of all."""
    rows: list[tuple[str, ...]] = []
    strong: list[int] = []
    number = 0
    for name, some in groupby(lines, key=lambda line: line[0]):
        listed = list(some)
        for _, words, amounts in listed:
            number += 1
            rows.append((str(number), *words, *map(format_money, amounts)))
        strong.append(len(rows))
        rows.append(_sum_row(f"{name} 小计（{len(listed)}）", listed, texts))
    return rows, frozenset(strong), _sum_row("合　计", lines, texts) if lines else ()


def _sum_row(words: str, lines: Iterable[_Line], texts: int) -> tuple[str, ...]:
    sums = [sum(column, Decimal(0)) for column in zip(*(amounts for _, _, amounts in lines), strict=True)]
    head = ("", "", words) if "小计" in words else (words, "", "")
    return (*head, *[""] * (texts - 3), *map(format_money, sums))


@requires(Permission.ASSET_SEE)
def year_sheet(session: Session, actor: Actor, year: int, *, by_card: bool = True) -> Sheet:
    """年度折旧表: twelve months of every card, or of every class."""
    found = (
        depreciation_years.year_cards(session, actor, year)
        if by_card
        else depreciation_years.year_classes(session, actor, year)
    )
    months = tuple(SheetColumn(f"{month}月", 9, "right", summed=True) for month in range(1, 13))
    head = (SheetColumn("资产编号", 12), SheetColumn("名称", 14)) if by_card else (SheetColumn("类　别", 14),)
    rows = [
        (
            row.label,
            *([row.name] if by_card else []),
            *(format_money(one) if one else "" for one in row.months),
            format_money(row.total),
            format_money(row.net),
        )
        for row in found
    ]
    sums = [sum((row.months[place] for row in found), Decimal(0)) for place in range(12)] + [
        sum((row.total for row in found), Decimal(0)),
        sum((row.net for row in found), Decimal(0)),
    ]
    totals = ("合　计", *[""] * (len(head) - 1), *map(format_money, sums)) if found else ()
    columns = (
        *head,
        *months,
        *(SheetColumn(word, 11, "right", summed=True) for word in ("全年", "年末净值")),
    )
    return Sheet(
        f"{year}年度折旧表", columns, rows, f"单位：元　　共 {len(found)} 项", totals, _company(session), bound=True, carried=True
    )  # fmt: skip


@requires(Permission.ASSET_SEE)
def books_sheet(session: Session, actor: Actor, year: int) -> Sheet:
    """税会差异表: both books of every card that differs in the year."""
    found = depreciation_years.both_books(session, actor, year, only_different=True)
    figures = ("company", "tax", "difference", "company_accumulated", "tax_accumulated")
    rows = [
        (str(place), row.label, row.name, *(format_money(getattr(row, name)) for name in figures))
        for place, row in enumerate(found, 1)
    ]
    sums = [sum((getattr(row, name) for row in found), Decimal(0)) for name in figures]
    columns = (*_CARD_HEAD, *_money("会计折旧", "税法折旧", "纳税调整", "会计累计", "税法累计"))
    totals = ("合计", "", "", *map(format_money, sums)) if found else ()
    return Sheet(
        f"{year}年度折旧税会差异表", columns, rows, "纳税调整为正数时调增应纳税所得额　　单位：元", totals, _company(session),
        ending=(_signed(actor.name),), bound=True, carried=True,
    )  # fmt: skip


@requires(Permission.ASSET_SEE)
def entries_sheet(session: Session, actor: Actor, run_id: int) -> Sheet:
    """折旧分录: what the accountant enters; Refused "record.gone"."""
    found = depreciation_entries.entries(session, actor, run_id)
    run = records.load(session, DepreciationRun, run_id)
    columns = (
        SheetColumn("日　期", 9, "centre"), SheetColumn("摘　要", 17), SheetColumn("部　门", 11), SheetColumn("借方科目编码", 9),
        SheetColumn("借方科目", 15), SheetColumn("类　别", 11), SheetColumn("贷方科目编码", 9), SheetColumn("贷方科目", 13),
        SheetColumn("金　额", _AMOUNT, "right", summed=True),
    )  # fmt: skip
    rows = [
        (
            one.day.isoformat(), one.summary, one.department or "未分配部门", one.expense.code, one.expense.title, one.class_name,
            one.accumulated.code, one.accumulated.title, format_money(one.amount),
        )
        for one in found
    ]  # fmt: skip
    total = format_money(sum((one.amount for one in found), Decimal(0)))
    return Sheet(
        f"{run.month.year}年{run.month.month}月折旧分录", columns, rows, f"共 {len(found)} 笔", ("合　计", *[""] * 7, total) if found else (),
        _company(session), ending=(_signed(actor.name),), bound=True, carried=True,
    )  # fmt: skip


@requires(Permission.ASSET_SEE)
def schedule_sheet(session: Session, actor: Actor, asset_id: int, *, on: date = date.max) -> Sheet:
    """折旧计算表 of one card, month by month in both books, with what holds `on` a day above; Refused "record.gone"."""
    found = asset_schedules.schedule_of_card(session, actor, asset_id, on=on)
    rows = [
        (
            f"{row.month:%Y-%m}", format_money(row.opening), format_money(row.charge), format_money(row.accumulated),
            format_money(row.net), format_money(row.tax_charge), format_money(row.difference),
            "、".join(_cause(cause, row) for cause in row.causes),
        )
        for row in found.rows
    ]  # fmt: skip
    columns = (
        SheetColumn("月　份", 8, "centre"),
        *(SheetColumn(word, _AMOUNT, "right") for word in ("期初净值", "本月折旧", "累计折旧", "期末净值", "税法折旧", "差　异")),
        SheetColumn("说　明", 16),
    )  # fmt: skip
    about = f"{found.number} {found.name}　　原值 {format_money(found.cost)}　　残值 {format_money(found.residual)}　　{found.months} 个月"
    return Sheet("固定资产折旧计算表", columns, rows, about, (), _company(session), bound=True)


def _cause(cause: MonthCause, row: ScheduleMonth) -> str:
    words = _CAUSES[cause]
    if cause is not MonthCause.CATCH_UP:
        return words
    return f"{words} {format_money(row.catch_up)}" + (
        f"（税法 {format_money(row.tax_catch_up)}）" if row.tax_catch_up != row.catch_up else ""
    )


def _signed(name: str) -> str:
    return f"制表：{name}　　　　　　　　　　复核：　　　　　　　　　　会计主管："


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _company(session: Session) -> str:
    return session.scalar(select(Company.name).order_by(Company.id)) or ""
