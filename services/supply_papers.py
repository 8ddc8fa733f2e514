"""Papers about supplies filled in for printing: slips 入库单 领用单, a count sheet 盘点表, sign-for sheets 福利发放签收表."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.asset_class import Place
from models.people import Company, Department, Employee
from models.supply import BenefitSheet, Supply, SupplyAct, SupplyMovement, SupplyStock
from services import records
from services.database import Session
from services.errors import Refused
from services.money import voucher_capitals
from services.moving_average import plain
from services.permissions import Actor, Permission, open_to_all, requires
from services.reports.asset_forms import AssetForm, Table, chinese_day, yuan
from services.reports.voucher import Signature

TITLES: Mapping[SupplyAct, str] = MappingProxyType(
    {
        SupplyAct.RECEIVE: "入库单", SupplyAct.ISSUE: "领用单", SupplyAct.RETURN: "退库单",
        SupplyAct.COUNT: "盘点单", SupplyAct.TRANSFER: "调拨单",
    }
)  # fmt: skip
_SIGNING: Mapping[SupplyAct, tuple[str, ...]] = MappingProxyType(
    {
        SupplyAct.RECEIVE: ("采购人", "验收人", "仓库管理员", "部门负责人"),
        SupplyAct.ISSUE: ("领用人", "领用部门负责人", "仓库管理员"),
        SupplyAct.RETURN: ("退库人", "仓库管理员"),
        SupplyAct.COUNT: ("盘点人", "监盘人", "仓库管理员", "部门负责人"),
        SupplyAct.TRANSFER: ("调出经手人", "调入经手人", "仓库管理员"),
    }
)  # fmt: skip
_HEADS = (
    ("序号", "0.07", "centre"), ("名　称", "0.23", "left"), ("规格型号", "0.2", "left"), ("单位", "0.08", "centre"),
    ("数量", "0.12", "right"), ("金　额", "0.14", "right"), ("备注", "0.16", "left"),
)  # fmt: skip
_FOUND_HEADS = (
    ("序号", "0.07", "centre"), ("名　称", "0.2", "left"), ("规格型号", "0.17", "left"), ("单位", "0.07", "centre"),
    ("账面数", "0.1", "right"), ("实盘数", "0.1", "right"), ("差异", "0.08", "right"), ("金　额", "0.11", "right"),
    ("备注", "0.1", "left"),
)  # fmt: skip
_COUNT_HEADS = (
    ("序号", "0.07", "centre"), ("编码", "0.12", "left"), ("名　称", "0.19", "left"), ("规格型号", "0.18", "left"),
    ("单位", "0.07", "centre"), ("账面数", "0.1", "right"), ("实盘数", "0.1", "right"), ("差异", "0.08", "right"),
    ("备注", "0.09", "left"),
)  # fmt: skip
_SIGN_HEADS = (
    ("序号", "0.07", "centre"), ("部　门", "0.16", "left"), ("姓　名", "0.13", "left"), ("数量", "0.1", "centre"),
    ("签　收", "0.2", "left"), ("签收日期", "0.17", "centre"), ("备注", "0.17", "left"),
)  # fmt: skip


@requires(Permission.SUPPLY_SEE)
def slip(session: Session, actor: Actor, number: str) -> AssetForm:  # noqa: ARG001 - the permission needs it
    """The slip of that number with all its articles. Raises Refused "supply.no_slip"."""
    found = session.execute(
        select(SupplyMovement, Supply, Employee.name)
        .join(Supply, Supply.id == SupplyMovement.supply_id)
        .outerjoin(Employee, Employee.id == SupplyMovement.employee_id)
        .where(SupplyMovement.slip == number, SupplyMovement.slip != "")
        .order_by(SupplyMovement.id)
    ).all()
    if not found:
        raise Refused("supply.no_slip")
    first: SupplyMovement = found[0][0]
    rows = tuple(_slip_row(place, row, item, who) for place, (row, item, who) in enumerate(found, start=1))
    total = sum((row.value for row, *_of in found), Decimal(0))
    counted = first.act is SupplyAct.COUNT
    shown = "" if first.act is SupplyAct.TRANSFER else yuan(_signed(first, total))
    heads = _FOUND_HEADS if _was_counted(first) else _HEADS
    sums = ("", f"合计 {len(rows)} 项", *[""] * (len(heads) - 4), shown, "")
    return AssetForm(
        f"物资{TITLES[first.act]}" + ("（红字）" if first.reverses_id else ""),
        _company(session),
        number,
        subtitle=chinese_day(first.on_day),
        pairs=tuple(_slip_pairs(session, first)),
        tables=(Table(heads, rows, sums),),
        mark="已冲销" if _taken_back(session, first) else "",
        declaration=""
        if counted or first.reverses_id or not total
        else f"金额大写：{voucher_capitals(abs(total))}",
        signatures=tuple(Signature(label) for label in _SIGNING[first.act]),
    )


def _slip_row(place: int, row: SupplyMovement, item: Supply, who: str | None) -> tuple[str, ...]:
    start = (str(place), item.name, item.specification, item.unit)
    if _was_counted(row):
        assert row.book is not None
        assert row.found is not None
        return (*start, plain(row.book), plain(row.found), _told(row.quantity), yuan(row.value), row.note)
    carried = row.act is SupplyAct.TRANSFER
    quantity = row.moved if carried else _signed(row, row.quantity)
    amount = "" if carried else yuan(_signed(row, row.value))
    note = f"{who or ''} {row.note}".strip() if row.benefit_id else row.note
    return (*start, plain(quantity), amount, note)


def _was_counted(row: SupplyMovement) -> bool:
    return row.book is not None and row.found is not None


def _signed(row: SupplyMovement, amount: Decimal) -> Decimal:
    """Without a sign, but of a count as it is; what takes a slip back has a minus."""
    if row.act is SupplyAct.COUNT:
        return amount
    return -abs(amount) if row.reverses_id else abs(amount)


def _told(difference: Decimal) -> str:
    return f"+{plain(difference)}" if difference > 0 else plain(difference)


@open_to_all("called inside services that were permitted to see supplies")
def _taken_back(session: Session, row: SupplyMovement) -> bool:
    found = select(SupplyMovement.id).where(SupplyMovement.reverses_id == row.id)
    return session.scalar(found) is not None


@open_to_all("called inside services that were permitted to see supplies")
def _reversed_slip(session: Session, row: SupplyMovement) -> str:
    return session.get_one(SupplyMovement, row.reverses_id).slip if row.reverses_id else ""


@open_to_all("called inside services that were permitted to see supplies")
def _one_person(session: Session, row: SupplyMovement) -> bool:
    """Whether all of a slip is with the same person."""
    found = select(SupplyMovement.employee_id).where(SupplyMovement.slip == row.slip).distinct()
    return len(session.scalars(found).all()) == 1


def _slip_pairs(session: Session, row: SupplyMovement) -> list[tuple[str, str]]:
    place, to_place = _path(session, row.place_id), _path(session, row.to_place_id)
    department = session.get(Department, row.department_id) if row.department_id else None
    alone = row.employee_id is not None and row.benefit_id is None and _one_person(session, row)
    person = session.get(Employee, row.employee_id) if alone else None
    words = {SupplyAct.TRANSFER: "调出地点", SupplyAct.COUNT: "盘点地点"}
    pairs = [(words.get(row.act, "存放地点"), place), ("日　　期", chinese_day(row.on_day))]
    who = "退库" if row.act is SupplyAct.RETURN else "领用"
    optional = (
        ("冲销单号", _reversed_slip(session, row)),
        ("调入地点", to_place),
        (f"{who}部门", department.name if department else ""),
        (f"{who}人", person.name if person else ""),
        ("供应商", row.supplier),
    )
    return [*pairs, *(pair for pair in optional if pair[1]), ("经　办　人", row.made_by_name)]


@requires(Permission.SUPPLY_SEE)
def count_sheet(session: Session, actor: Actor, place_id: int, *, today: date) -> AssetForm:  # noqa: ARG001 - the permission needs it
    """What the books say stands at a place, with room for what is counted. Raises Refused "record.gone", "supply.nothing_there"."""
    place = records.load(session, Place, place_id)
    found = session.execute(
        select(Supply, SupplyStock.quantity)
        .join(SupplyStock, SupplyStock.supply_id == Supply.id)
        .where(SupplyStock.place_id == place_id, SupplyStock.quantity > 0)
        .order_by(Supply.kind, Supply.code)
    ).all()
    if not found:
        raise Refused("supply.nothing_there", "place_id")
    rows = tuple(
        (str(number), item.code, item.name, item.specification, item.unit, plain(there), "", "", "")
        for number, (item, there) in enumerate(found, start=1)
    )
    return AssetForm(
        "物资盘点表",
        _company(session),
        "",
        subtitle=chinese_day(today),
        pairs=(("盘点地点", place.path), ("账面项数", f"{len(rows)} 项")),
        tables=(Table(_COUNT_HEADS, rows),),
        signatures=tuple(Signature(label) for label in _SIGNING[SupplyAct.COUNT]),
    )


@requires(Permission.SUPPLY_SEE)
def benefit(session: Session, actor: Actor, sheet_id: int) -> AssetForm:  # noqa: ARG001 - the permission needs it
    """The sheet that everybody signs. Raises Refused "record.gone"."""
    sheet = session.scalar(
        select(BenefitSheet)
        .where(BenefitSheet.id == sheet_id)
        .options(selectinload(BenefitSheet.lines), selectinload(BenefitSheet.supply))
    )
    if sheet is None:
        raise Refused("record.gone")
    item = sheet.supply
    rows = tuple(
        (
            str(place), line.department_name, line.employee_name, plain(line.quantity), "",
            line.received_on.isoformat() if line.received_on else "", line.note,
        )
        for place, line in enumerate(sheet.lines, start=1)
    )  # fmt: skip
    total = sum((line.quantity for line in sheet.lines), Decimal(0))
    article = f"{item.name} {item.specification}".strip()
    return AssetForm(
        "福利发放签收表",
        _company(session),
        sheet.number,
        subtitle=chinese_day(sheet.on_day),
        pairs=(
            ("发放事由", sheet.name), ("发放日期", chinese_day(sheet.on_day)), ("发放物品", article),
            ("发放人数", f"{len(rows)} 人，共 {plain(total)} {item.unit}"),
        ),
        tables=(Table(_SIGN_HEADS, rows, ("", "合　计", f"{len(rows)} 人", plain(total), "", "", "")),),
        declaration="以上物品由本人签收；代领的，代领人在备注栏注明。",
        signatures=(Signature("制表人", sheet.made_by_name), Signature("发放人"), Signature("部门负责人"), Signature("审批人")),
    )  # fmt: skip


@open_to_all("called inside services that were permitted to see supplies")
def _path(session: Session, place_id: int | None) -> str:
    place = session.get(Place, place_id) if place_id else None
    return place.path if place else ""


@open_to_all("called inside services that were permitted to see supplies")
def _company(session: Session) -> str:
    return session.scalar(select(Company.name).order_by(Company.id)) or ""
