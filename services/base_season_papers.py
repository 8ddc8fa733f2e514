"""What is printed and exported of a season 缴费基数调整表 for signature, 补差明细 month by month."""

from __future__ import annotations

from decimal import Decimal

from models.insurance_terms import Fund
from services import base_season_register, company
from services.base_season_register import SeasonDetail, SeasonLine
from services.database import Session
from services.money import format_money
from services.permissions import Actor, Permission, requires
from services.remittance_papers import FUND_WORDS, ITEM_WORDS
from services.reports.sheet import Sheet, SheetColumn

_BOUNDS = {"floor": "按下限", "ceiling": "按上限", "": ""}


@requires(Permission.INSURANCE_SEE)
def list_sheet(session: Session, actor: Actor, season_id: int) -> Sheet:
    """Before and after for everybody, with a column to sign; wages only for whoever may see pay. Refused "record.gone"."""
    found = base_season_register.detail(session, actor, season_id)
    bounds = "　".join(
        f"{word} {format_money(amount)}"
        for word, amount in (("下限", found.floor), ("上限", found.ceiling))
        if amount is not None and amount < Decimal(10) ** 9
    )
    word = "缴存" if found.fund is Fund.HOUSING else "缴费"
    return Sheet(
        title=f"{found.from_month.year}年度{FUND_WORDS[found.fund]}{word}基数调整确认表",
        columns=(
            SheetColumn("序号", 5, "centre"), SheetColumn("姓　名", 8), SheetColumn("部　门", 11),
            SheetColumn("上年月数", 6, "right"), SheetColumn("上年月均工资", 11, "right"), SheetColumn("原基数", 11, "right"),
            SheetColumn("申报基数", 11, "right"), SheetColumn("核定基数", 11, "right"), SheetColumn("限额", 7, "centre"),
            SheetColumn("单位补差", 11, "right", summed=True), SheetColumn("个人补差", 11, "right", summed=True),
            SheetColumn("备　注", 10), SheetColumn("本人签字", 12),
        ),
        rows=[_row(place, line) for place, line in enumerate(found.lines, start=1)],
        subtitle=(
            f"参保地：{found.city}　　工资年度：{found.average_of}　　自 {found.from_month:%Y年%m月} 起执行　　{bounds}　　{_months(found)}"
        ),
        company=company.get(session, actor).name,
        totals=_totals(found),
        ending=(f"制表：{found.made_by}　　　　　　　　　　复核：　　　　　　　　　　负责人：　　　　　　　　　　单位（盖章）：",),
    )  # fmt: skip


@requires(Permission.INSURANCE_SEE)
def difference_sheet(session: Session, actor: Actor, season_id: int) -> Sheet:
    """Both sides of every item in every month that was paid on the old base. Refused "record.gone"."""
    found = base_season_register.detail(session, actor, season_id)
    names = {line.employee_id: line for line in found.lines}
    rows = sorted(
        (one for one in found.differences if one.employer or one.employee),
        key=lambda one: (names[one.employee_id].department, one.employee_id, one.month),
    )
    return Sheet(
        title=f"{found.from_month.year}年度{FUND_WORDS[found.fund]}基数调整补差明细表",
        columns=(
            SheetColumn("序号", 5, "centre"), SheetColumn("姓　名", 9), SheetColumn("部　门", 12), SheetColumn("月　份", 9, "centre"),
            SheetColumn("险　种", 9), SheetColumn("原基数", 12, "right"), SheetColumn("新基数", 12, "right"),
            SheetColumn("单位补差", 12, "right", summed=True), SheetColumn("个人补差", 12, "right", summed=True),
        ),
        rows=[
            (
                str(place), names[one.employee_id].name, names[one.employee_id].department, f"{one.month:%Y-%m}",
                ITEM_WORDS[one.item], format_money(one.old_base), format_money(one.new_base),
                format_money(one.employer), format_money(one.employee),
            )
            for place, one in enumerate(rows, start=1)
        ],
        subtitle=f"参保地：{found.city}　　{_months(found)}　　单位：元",
        company=company.get(session, actor).name,
        totals=("", "合计", "", "", "", "", "", format_money(found.employer), format_money(found.employee)),
    )  # fmt: skip


def _row(place: int, line: SeasonLine) -> tuple[str, ...]:
    return (
        str(place), line.name, line.department, str(line.months or ""), _text(line.average), _text(line.old_base),
        format_money(line.declared), format_money(line.new_base), _BOUNDS[line.bound],
        format_money(line.employer_difference), format_money(line.employee_difference),
        line.note or ("" if line.declared else "月均工资待填"), "",
    )  # fmt: skip


def _totals(found: SeasonDetail) -> tuple[str, ...]:
    return (
        "", f"合计 {len(found.lines)} 人", "", "", "", format_money(found.old_total), "", format_money(found.new_total), "",
        format_money(found.employer), format_money(found.employee), "", "",
    )  # fmt: skip


def _months(found: SeasonDetail) -> str:
    if not found.months:
        return "无需补差"
    first, last = found.months[0], found.months[-1]
    return f"补差月份：{first:%Y-%m}" + (f"～{last:%Y-%m}" if last > first else "")


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else format_money(amount)
