"""Papers about assets filled in for printing: card 资产卡片, responsibility sheet 责任表; slips are services/asset_slips.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from sqlalchemy import select

from models.asset_terms import Method
from models.fixed_asset import AssetState, MovementKind
from models.people import Company
from services import asset_details, asset_holders
from services.asset_details import AssetDetail
from services.asset_holders import HeldAsset, Responsibility
from services.asset_movements import MovementRow
from services.database import Session
from services.exchange.photo_pictures import PhotoReader
from services.permissions import Actor, Permission, open_to_all, requires
from services.reports.asset_forms import AssetForm, Table, chinese_day, yuan
from services.reports.voucher import Signature

STATES: Mapping[AssetState, str] = MappingProxyType(
    {
        AssetState.IN_USE: "在用", AssetState.IDLE: "闲置", AssetState.REPAIR: "维修", AssetState.LENT: "借出",
        AssetState.LEASED: "出租", AssetState.DISPOSED: "已处置",
    }
)  # fmt: skip
METHODS: Mapping[Method, str] = MappingProxyType(
    {
        Method.STRAIGHT_LINE: "年限平均法", Method.DOUBLE_DECLINING: "双倍余额递减法",
        Method.SUM_OF_YEARS: "年数总和法", Method.UNITS: "工作量法",
    }
)  # fmt: skip
KINDS: Mapping[MovementKind, str] = MappingProxyType(
    {
        MovementKind.RECEIVE: "入库", MovementKind.ISSUE: "领用", MovementKind.RETURN: "退回",
        MovementKind.TRANSFER: "调拨", MovementKind.LEND: "借出", MovementKind.LEND_BACK: "归还",
        MovementKind.REPAIR: "送修", MovementKind.REPAIRED: "修复", MovementKind.LEASE: "出租",
        MovementKind.LEASE_BACK: "收回", MovementKind.COUNT: "盘点调整", MovementKind.DISPOSE: "处置",
        MovementKind.SPLIT: "拆分", MovementKind.MERGE: "合并", MovementKind.REVALUE: "价值变更",
    }
)  # fmt: skip
_LATEST = 14  # movements on a card; the whole way is in the program


@requires(Permission.ASSET_SEE)
def cards(session: Session, actor: Actor, asset_ids: Sequence[int], *, today: date) -> list[AssetForm]:
    """The cards as printed, with what they are worth today."""
    with PhotoReader() as photos:
        return [
            _card(asset_details.detail(session, actor, each, today=today), today, photos)
            for each in asset_ids
        ]


def _card(found: AssetDetail, today: date, photos: PhotoReader) -> AssetForm:
    rate = f"（{found.residual / found.cost * 100:.2f}%）" if found.cost else ""
    pairs = (
        ("资产名称", found.name), ("资产类别", found.class_name),
        ("规格型号", found.specification), ("序列号", found.serial_number),
        ("数　　量", f"{found.quantity} {found.unit}"), ("使用状况", STATES[found.state]),
        ("使用部门", found.department), ("使　用　人", found.employee),
        ("存放地点", found.place), ("供　应　商", found.supplier),
        ("购置日期", chinese_day(found.bought_on)), ("启用日期", chinese_day(found.start_on)),
        ("发票号码", found.invoice_number), ("报销单号", found.claim_number),
        ("保修期至", chinese_day(found.warranty_until)), ("税务处理", "一次性扣除" if found.one_off else "按期折旧"),
        *((("采购申请", found.request_number),) if found.request_number else ()),
        ("原　　值", yuan(found.cost)), ("预计净残值", f"{yuan(found.residual)}{rate}"),
        ("折旧方法", METHODS[found.method]), ("使用期限", f"{found.months} 个月"),
        ("累计折旧", yuan(found.accumulated)), ("净　　值", f"{yuan(found.value)}（{today.isoformat()}）"),
        *((("备　　注", found.note),) if found.note else ()),
    )  # fmt: skip
    rows = tuple(_way(row) for row in found.movements[:_LATEST])
    heads = (("日　期", "0.14", "centre"), ("变　动", "0.12", "centre"), ("单　号", "0.18", "left"), ("去　向", "0.36", "left"), ("说　明", "0.2", "left"))  # fmt: skip
    return AssetForm(
        "固定资产卡片",
        found.company,
        found.number,
        pairs=pairs,
        tables=(Table(heads, rows, title="变 动 记 录"),),
        signatures=(Signature("资产管理员"), Signature("使用人"), Signature("财务核对")),
        mark="已处置" if found.state is AssetState.DISPOSED else "",
        photo=photos.read(found.photo) if found.photo else None,
    )


def _way(row: MovementRow) -> tuple[str, ...]:
    parts = [
        row.note,
        f"应还 {row.due_on.isoformat()}" if row.due_on else "",
        yuan(row.cost) if row.cost else "",
    ]
    told = " ".join(part for part in parts if part)
    return row.on_day.isoformat(), KINDS[row.kind], row.slip, row.target, told


RESPONSIBILITY_HEADS = (
    ("序号", "0.06", "centre"), ("资产编号", "0.14", "left"), ("名称规格", "0.2", "left"), ("数量", "0.07", "centre"),
    ("存放地点", "0.11", "left"), ("状态", "0.07", "centre"), ("领用及应还", "0.13", "centre"), ("原　值", "0.11", "right"),
    ("净　值", "0.11", "right"),
)  # fmt: skip


RESPONSIBILITY_TITLES = (
    "资产编号",
    "名称",
    "规格型号",
    "数量",
    "单位",
    "存放地点",
    "状态",
    "领用日期",
    "应还日期",
    "原值",
    "净值",
)


@requires(Permission.ASSET_SEE)
def responsibility_rows(
    session: Session, actor: Actor, employee_id: int, *, today: date
) -> list[tuple[object, ...]]:
    """The rows of somebody's sheet as a table, the sums last. Raises Refused "record.gone"."""
    found = asset_holders.held_by(session, actor, employee_id, today=today)
    rows: list[tuple[object, ...]] = [
        (
            row.number, row.name, row.specification, row.quantity, row.unit, row.place, STATES[row.state], row.since,
            row.due_back_on, row.cost, row.value,
        )
        for row in found.rows
    ]  # fmt: skip
    return [
        *rows,
        ("合计", found.name, None, len(rows), "项", None, None, None, None, found.cost, found.value),
    ]


@requires(Permission.ASSET_SEE)
def responsibilities(
    session: Session, actor: Actor, employee_ids: Sequence[int], *, today: date
) -> list[AssetForm]:
    """What each of these people answers for, to be signed."""
    company = _company(session)
    found = (asset_holders.held_by(session, actor, each, today=today) for each in employee_ids)
    return [_responsibility(one, company) for one in found]


def _responsibility(found: Responsibility, company: str) -> AssetForm:
    rows = tuple(
        (
            str(place), row.number, f"{row.name} {row.specification}".strip(), f"{row.quantity} {row.unit}",
            row.place.rsplit(" / ", 1)[-1], STATES[row.state], _since(row), yuan(row.cost), yuan(row.value),
        )
        for place, row in enumerate(found.rows, start=1)
    )  # fmt: skip
    total = ("", f"合计 {len(rows)} 项", "", "", "", "", "", yuan(found.cost), yuan(found.value))
    return AssetForm(
        "个人资产责任表",
        company,
        f"{found.number}-{found.on_day:%Y%m%d}",
        subtitle=chinese_day(found.on_day),
        pairs=(
            ("姓　　名", found.name), ("工　　号", found.number), ("部　　门", found.department), ("岗　　位", found.post),
            ("资产项数", f"{len(rows)} 项"), ("原值合计", yuan(found.cost)),
        ),
        tables=(Table(RESPONSIBILITY_HEADS, rows, total, tall=True),),
        declaration="上列资产由本人领用并负责保管。本人承诺合理使用、妥善保管，不擅自转借、拆卸或带离；岗位变动或离职时全部交回，"
        "如因个人原因损坏、遗失，按公司资产管理办法承担责任。",
        signatures=(Signature("责任人"), Signature("部门负责人"), Signature("资产管理员")),
    )  # fmt: skip


def _since(row: HeldAsset) -> str:
    """Since when somebody has it, and when it is due back."""
    due = f" 应还 {row.due_back_on.isoformat()}" if row.due_back_on else ""
    return f"{row.since.isoformat()}{due}"


@open_to_all("called inside services that were permitted to see assets")
def _company(session: Session) -> str:
    return session.scalar(select(Company.name).order_by(Company.id)) or ""
