"""盘点表 and 盘点盈亏表: the whole list, and the differences with what is done about them, for signature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from models.stock_take import Adjustment, FoundState, StockTakeState
from services.database import Session
from services.errors import Refused
from services.money import format_money
from services.permissions import Actor, Permission, requires
from services.reports.sheet import Sheet, SheetColumn
from services.stock_take_details import TakeDetail, TakeLine, detail

FOUND_WORDS = {
    FoundState.MISSING: "未盘到",
    FoundState.FOUND: "相符",
    FoundState.SHORT: "数量短少",
    FoundState.OVER: "数量多出",
    FoundState.DISPUTED: "数目不一",
    FoundState.ELSEWHERE: "地点不符",
    FoundState.UNKNOWN: "账外",
    FoundState.FOREIGN: "非本公司",
}
ADJUSTMENT_WORDS = {
    Adjustment.NONE: "",
    Adjustment.MOVE: "更正地点",
    Adjustment.WRITE_OFF: "盘亏核销",
    Adjustment.ADD: "盘盈入账",
    Adjustment.SEARCH: "继续查找",
}
_COLUMNS = (
    SheetColumn("序号", 4, "centre"), SheetColumn("资产编号", 11), SheetColumn("名　称", 12), SheetColumn("规格型号", 12),
    SheetColumn("单位", 4, "centre"), SheetColumn("账面数", 5, "right"), SheetColumn("实盘数", 5, "right"),
    SheetColumn("盘盈", 4, "right"), SheetColumn("盘亏", 4, "right"), SheetColumn("账面原值", 10, "right"),
    SheetColumn("账面净值", 10, "right"), SheetColumn("存放地点", 15), SheetColumn("使用人", 7),
    SheetColumn("盘点结果", 8), SheetColumn("差异原因", 13), SheetColumn("处理意见", 8),
)  # fmt: skip
_DIFFERENT = (
    SheetColumn("序号", 4, "centre"), SheetColumn("资产编号", 11), SheetColumn("名　称", 12), SheetColumn("规格型号", 11),
    SheetColumn("账面数", 5, "right"), SheetColumn("实盘数", 5, "right"),
    SheetColumn("盘盈金额", 10, "right", summed=True), SheetColumn("盘亏原值", 10, "right", summed=True),
    SheetColumn("盘点日净值", 10, "right", summed=True), SheetColumn("账面地点", 13), SheetColumn("实盘地点", 13),
    SheetColumn("使用人", 6), SheetColumn("差异原因", 14), SheetColumn("处理意见", 8),
)  # fmt: skip
_BOOKED = SheetColumn("入账日净值", 10, "right", summed=True)
_ZERO = Decimal(0)


@requires(Permission.ASSET_SEE)
def count_sheet(session: Session, actor: Actor, take_id: int) -> Sheet:
    """盘点表: every line; while a blind one is counted, without what the register expects. Refused "record.gone"."""
    found = detail(session, actor, take_id)
    rows = [_counted(found, place, line) for place, line in enumerate(found.lines, 1)]
    return Sheet(
        title="固定资产盘点表",
        columns=_COLUMNS,
        rows=rows,
        company=found.company,
        subtitle=_subtitle(found),
        totals=() if found.hidden else _totals(found),
        footer=found.number,
        ending=_signatures(found),
    )


def _counted(found: TakeDetail, place: int, line: TakeLine) -> tuple[str, ...]:
    """A row; what was not counted yet is written by hand on the paper."""
    known = (str(place), line.code, line.name, line.specification, line.unit)
    if found.hidden:  # nothing of what is expected, nor how many are all of a lot
        seen = "" if not line.times else "√" if line.pieces is None else str(line.pieces)
        return (*known, "", seen, *[""] * (len(_COLUMNS) - len(known) - 2))
    untouched = _untouched(found, line)
    counted = (str(line.counted), _plain(line.more), _plain(line.less)) if not untouched else ("", "", "")
    return (
        *known, str(line.quantity), *counted, format_money(line.cost), format_money(line.net), line.place, line.employee,
        "" if untouched else _result(line), line.explanation, ADJUSTMENT_WORDS[line.adjustment],
    )  # fmt: skip


def _untouched(found: TakeDetail, line: TakeLine) -> bool:
    """Not looked for yet: whether it is missing, nobody knows before the count ends."""
    return found.state is StockTakeState.OPEN and not line.times


def _result(line: TakeLine) -> str:
    words = FOUND_WORDS[line.found]
    more = [f"重复{line.times}次"] if line.times > 1 and line.found is not FoundState.DISPUTED else []
    more += [line.seen] if line.seen else []
    return f"{words}（{'：'.join(more)}）" if more else words


def _totals(found: TakeDetail) -> tuple[str, ...]:
    """What the rows sum up to: the register whole, the count as far as it was counted."""
    seen = [line for line in found.lines if not _untouched(found, line)]
    more = sum(line.more for line in seen)
    less = sum(line.less for line in seen)
    return (
        "", "合　计", "", "", "", str(sum(line.quantity for line in found.lines)), str(sum(line.counted for line in seen)),
        _plain(more), _plain(less), *_sums(line for line in found.lines if line.quantity), "", "", "", "", "",
    )  # fmt: skip


def _sums(found: Iterable[TakeLine]) -> tuple[str, str]:
    kept = list(found)
    return format_money(sum((line.cost for line in kept), _ZERO)), format_money(
        sum((line.net for line in kept), _ZERO)
    )


@requires(Permission.ASSET_SEE)
def difference_sheet(session: Session, actor: Actor, take_id: int) -> Sheet:
    """盘点盈亏表: surplus, shortage and what stood elsewhere, with the signatures of those who decided.

    Values are those of the day of the count, and beside them those that were booked, once they are. While it is counted,
    the sheet says so and has no places to sign. Refused "record.gone", "stock_take.blind" (number) while a blind one is
    counted.
    """
    found = detail(session, actor, take_id)
    if found.hidden:
        raise Refused("stock_take.blind", number=found.number)
    different = [line for line in found.different if line.found is not FoundState.FOREIGN]
    done = found.booked is not None
    return Sheet(
        title="固定资产盘点盈亏表",
        columns=(*_DIFFERENT[:9], *([_BOOKED] if done else []), *_DIFFERENT[9:]),
        rows=[_different(place, line, done=done) for place, line in enumerate(different, 1)],
        company=found.company,
        subtitle="　".join([*_unfinished(found), _subtitle(found)]),
        totals=_sums_of(different, done=done),
        footer=found.number,
        ending=(*_worth(found), *_signed(found)),
    )


def _unfinished(found: TakeDetail) -> list[str]:
    """What a reader must know before anything else: more may still be found."""
    if found.state is not StockTakeState.OPEN:
        return []
    return [f"盘点未结束（尚有 {sum(_untouched(found, line) for line in found.lines)} 项未盘）"]


def _signed(found: TakeDetail) -> tuple[str, ...]:
    if found.state is StockTakeState.OPEN:
        return ("盘点未结束，本表仅供核对；未盘的资产暂列为盘亏，请在盘点结束后再打印签字。",)
    return (*_signatures(found), _decided(found))


def _sums_of(different: Sequence[TakeLine], *, done: bool) -> tuple[str, ...]:
    lost = [line for line in different if line.less]
    surplus = [line for line in different if line.more]
    sums = [sum((line.gained for line in surplus), _ZERO)]
    sums += [sum(column, _ZERO) for column in zip((_ZERO, _ZERO), *(line.lost for line in lost), strict=True)]
    if done:
        sums.append(sum((line.booked or _ZERO for line in different), _ZERO))
    return (
        "", "合　计", f"盘盈 {len(surplus)} 项　盘亏 {len(lost)} 项", "", str(sum(line.quantity for line in different)),
        str(sum(line.counted for line in different)), *map(format_money, sums), "", "", "", "", "",
    )  # fmt: skip


def _different(place: int, line: TakeLine, *, done: bool) -> tuple[str, ...]:
    lost = [format_money(amount) for amount in line.lost] if line.less else ["", ""]
    if done:
        lost.append("" if line.booked is None else format_money(line.booked))
    return (
        str(place), line.code, line.name, line.specification, str(line.quantity), str(line.counted),
        format_money(line.gained) if line.more and line.gained else "",
        *lost,
        line.place, line.seen or line.found_place, line.employee, line.explanation, ADJUSTMENT_WORDS[line.adjustment],
    )  # fmt: skip


def _worth(found: TakeDetail) -> tuple[str, ...]:
    """Of which day the values are: that of the count, and that on which what is missing was booked."""
    if not found.net_missing and found.booked is None:
        return ()
    words = f"核销资产净值：盘点日 {found.on_day:%Y-%m-%d} 为 {format_money(found.net_missing)} 元"
    done = found.booked
    if done is None:
        return (f"{words}；批准后按批准日净值入账。",)
    after = "（该处置单已冲回）" if done.reversed else ""
    return (f"{words}；{done.on_day:%Y-%m-%d} 随处置单 {done.number} 入账 {format_money(done.total)} 元{after}。",)  # fmt: skip


def _plain(count: int) -> str:
    return str(count) if count else ""


def _subtitle(found: TakeDetail) -> str:
    parts = (
        f"单号：{found.number}",
        f"盘点日：{found.on_day:%Y-%m-%d}",
        f"范围：{found.scope or '全部固定资产'}",
        "盲盘" if found.blind else "",
    )
    return "　".join(part for part in parts if part)


def _signatures(found: TakeDetail) -> tuple[str, ...]:
    counted, watched = found.counted_by or "　　　　　　", found.watched_by or "　　　　　　"
    return (f"盘点人：{counted}　　　　监盘人：{watched}　　　　资产管理员：{found.made_by_name}　　　　日期：　　　　年　　月　　日",)  # fmt: skip


def _decided(found: TakeDetail) -> str:
    """Who approved when; before that, places to sign."""
    named = [
        f"{one.label}：{one.decided_by_name} {one.decided_at:%Y-%m-%d}"
        for one in found.steps
        if one.decided_at is not None
    ]
    if found.state is StockTakeState.APPROVED and named:
        return "　　　　".join(named)
    return "部门负责人：　　　　　　　　　财务负责人：　　　　　　　　　总经理：　　　　　　　　　日期：　　　　年　　月　　日"
