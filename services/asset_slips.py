"""Slips of movements 资产变动单 filled in for printing, as they were signed: each card with where it came from and went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import select

from models.fixed_asset import AssetMovement, FixedAsset, MovementKind
from models.people import Company
from services.asset_as_of import Then, as_of
from services.asset_movements import MovementRow, row_of
from services.asset_papers import KINDS
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.reports.asset_forms import AssetForm, Table, chinese_day, yuan
from services.reports.voucher import Signature

# who signs which slip
_SIGNING: Mapping[MovementKind, tuple[str, ...]] = MappingProxyType(
    {
        MovementKind.ISSUE: ("领用人", "部门负责人", "资产管理员"),
        MovementKind.RETURN: ("交回人", "部门负责人", "资产管理员"),
        MovementKind.TRANSFER: ("移交人", "接收人", "部门负责人", "资产管理员"),
        MovementKind.LEND: ("借用人", "出借部门负责人", "资产管理员"),
        MovementKind.LEND_BACK: ("归还人", "验收人", "资产管理员"),
        MovementKind.REPAIR: ("送修人", "承修方", "资产管理员"),
        MovementKind.REPAIRED: ("验收人", "部门负责人", "资产管理员"),
    }
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A card on a slip, as it was then."""

    moved: MovementRow
    card: FixedAsset
    then: Then


@requires(Permission.ASSET_SEE)
def slip(session: Session, actor: Actor, number: str) -> AssetForm:  # noqa: ARG001 - the permission needs it
    """The slip of that number with all its cards. Raises Refused "asset.no_slip"."""
    found = session.execute(
        select(AssetMovement, FixedAsset)
        .join(FixedAsset, FixedAsset.id == AssetMovement.asset_id)
        .where(AssetMovement.slip == number, AssetMovement.slip != "")
        .order_by(AssetMovement.id)
    ).all()
    if not found:
        raise Refused("asset.no_slip")
    then = as_of(session, [row for row, _card in found])
    lines = [_Line(row_of(row), card, then[row.id]) for row, card in found]
    first = lines[0].moved
    return AssetForm(
        f"固定资产{KINDS[first.kind]}单",
        session.scalar(select(Company.name).order_by(Company.id)) or "",
        number,
        subtitle=chinese_day(first.on_day),
        pairs=tuple(_pairs(lines)),
        tables=(_table(lines),),
        declaration=_declared(first),
        signatures=tuple(Signature(label) for label in _SIGNING.get(first.kind, ("经办人", "资产管理员"))),
    )


type _Fact = tuple[str, str, tuple[str, ...]]
"""What may differ from card to card: its word above the slip, as a column, and what it is for each card."""


def _facts(lines: Sequence[_Line]) -> list[_Fact]:
    moved = [line.moved for line in lines]
    facts: list[_Fact] = [
        ("原使用/存放", "原使用/存放", tuple(row.origin for row in moved)),
        ("现使用/存放", "现使用/存放", tuple(row.target for row in moved)),
    ]
    if moved[0].kind is MovementKind.REPAIRED:
        facts.append(("维修天数", "维修天数", tuple(f"{row.days} 天" for row in moved)))
    return facts


def _differ(fact: _Fact) -> bool:
    return len(set(fact[2])) > 1


def _pairs(lines: Sequence[_Line]) -> list[tuple[str, str]]:
    row = lines[0].moved
    pairs = [("变动类型", KINDS[row.kind]), ("变动日期", chinese_day(row.on_day))]
    pairs += [(fact[0], fact[2][0]) for fact in _facts(lines) if fact[2][0] and not _differ(fact)]
    if row.due_on:
        pairs.append(("应归还日期", chinese_day(row.due_on)))
    if row.kind is MovementKind.REPAIRED:
        pairs.append(("维修费用", yuan(sum((line.moved.cost for line in lines), Decimal(0)))))
    pairs.append(("经　办　人", row.made_by_name))
    return [*pairs, *((("说　　明", row.note),) if row.note else ())]


def _table(lines: Sequence[_Line]) -> Table:
    """The cards; what differs between them has a column of its own."""
    facts = [fact for fact in _facts(lines) if _differ(fact)]
    rows = tuple(
        (
            str(place + 1), line.card.number, *_named(line, together=bool(facts)), *(fact[2][place] for fact in facts),
            f"{line.then.quantity} {line.card.unit}", yuan(line.then.cost),
        )
        for place, line in enumerate(lines)
    )  # fmt: skip
    total = yuan(sum((line.then.cost for line in lines), Decimal(0)))
    heads = _heads(facts)
    totals = ("", f"合计 {len(rows)} 项", *[""] * (len(heads) - 3), total)
    return Table(heads, rows, totals, tall=bool(facts))


def _named(line: _Line, *, together: bool) -> tuple[str, ...]:
    card = line.card
    return (f"{card.name} {card.specification}".strip(),) if together else (card.name, card.specification)


def _heads(facts: Sequence[_Fact]) -> tuple[tuple[str, str, str], ...]:
    if not facts:
        return (
            ("序号", "0.07", "centre"), ("资产编号", "0.19", "left"), ("名　称", "0.22", "left"), ("规格型号", "0.27", "left"),
            ("数量", "0.1", "centre"), ("原　值", "0.15", "right"),
        )  # fmt: skip
    share = {1: "0.34", 2: "0.21", 3: "0.14"}[len(facts)]
    named = Decimal(1) - Decimal("0.41") - len(facts) * Decimal(share)
    return (
        ("序号", "0.06", "centre"), ("资产编号", "0.14", "left"), ("名称规格", str(named), "left"),
        *((fact[1], share, "left") for fact in facts),
        ("数量", "0.08", "centre"), ("原　值", "0.13", "right"),
    )  # fmt: skip


def _declared(row: MovementRow) -> str:
    match row.kind:
        case MovementKind.ISSUE | MovementKind.TRANSFER:
            return "本人已核对上列资产，数量、外观及附件无误，自签收之日起负责使用与保管；调动、离职时交回。"
        case MovementKind.LEND:
            return "借用人应妥善保管，按期归还；如有损坏、遗失，按公司资产管理办法处理。"
    return ""


@requires(Permission.ASSET_SEE)
def last_slip(session: Session, actor: Actor, asset_id: int) -> str:  # noqa: ARG001 - the permission needs it
    """The number of the newest slip of a card; Refused "asset.no_slip" when it has none."""
    wanted = select(AssetMovement.slip).where(AssetMovement.asset_id == asset_id, AssetMovement.slip != "")
    number = session.scalar(wanted.order_by(AssetMovement.id.desc()).limit(1))
    if number is None:
        raise Refused("asset.no_slip")
    return number
