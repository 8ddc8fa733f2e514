"""Asset classes 资产类别: the tree of what the company owns, with lives and residuals a new card begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from models.asset_class import AssetClass
from models.asset_terms import Method, TaxClass
from services import records, search
from services.depreciable import LONGEST_LIFE
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Join, Operator, Register
from services.usual_asset_classes import UsualClass, usual_classes

_Parent = aliased(AssetClass, name="parent")
_PREFIX = re.compile(r"[A-Z0-9]{1,8}")
_HUNDRED = Decimal(100)

REGISTER = Register(
    name="asset_class",
    record=AssetClass,
    columns=(
        Column("code", "Code", ColumnKind.TEXT, AssetClass.code, width=80),
        Column("name", "Name", ColumnKind.TEXT, AssetClass.name, width=160, stretch=True),
        Column("parent", "Class above", ColumnKind.TEXT, _Parent.name, width=130),
        Column("months", "Life in months", ColumnKind.NUMBER, AssetClass.months, width=90),
        Column("method", "Depreciation", ColumnKind.CHOICE, AssetClass.method, width=120, choices=Method),
        Column("tax_class", "Tax class", ColumnKind.CHOICE, AssetClass.tax_class, width=130, choices=TaxClass),
        Column("unit", "Unit", ColumnKind.TEXT, AssetClass.unit, width=60),
        Column("account_code", "Account", ColumnKind.TEXT, AssetClass.account_code, width=90, shown=False),
        Column("active", "Active", ColumnKind.YES_NO, AssetClass.active, width=80),
    ),
    see=Permission.ASSET_SEE,
    sort="name",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
    joins=(Join(_Parent, _Parent.id == AssetClass.parent_id),),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AssetClassDraft:
    """A class as typed; `code` begins the numbers of its cards, `residual_percent` is what is left at the end."""

    id: int | None = None
    version: int | None = None
    code: str = ""
    name: str = ""
    parent_id: int | None = None
    months: int | None = 60
    residual_percent: Decimal | None = Decimal(5)
    method: Method = Method.STRAIGHT_LINE
    tax_class: TaxClass = TaxClass.ELECTRONICS
    unit: str = "台"
    account_code: str = ""
    active: bool = True


@requires(Permission.ASSET_SEE)
def get(session: Session, actor: Actor, class_id: int) -> AssetClassDraft:  # noqa: ARG001 - the permission needs it
    """The class of that id; Refused "record.gone"."""
    item = records.load(session, AssetClass, class_id)
    same = {name: getattr(item, name) for name in AssetClassDraft.__slots__ if name != "residual_percent"}
    return AssetClassDraft(**same, residual_percent=_plain(item.residual_rate * _HUNDRED))


@requires(Permission.ASSET_EDIT)
def save(session: Session, actor: Actor, draft: AssetClassDraft) -> int:
    """Store a class; returns its id. Cards that are there keep what they were given.

    Raises Refused "record.required" (code, name, months, residual_percent), "record.taken" (code, name),
    "asset_class.code", "asset_class.cycle" (parent_id), "asset.life" (months), "asset_class.residual", "record.stale".
    """
    item = AssetClass() if draft.id is None else records.expect(session, AssetClass, draft.id, draft.version)
    code, name = required(draft.code, "code").upper(), required(draft.name, "name")
    if not _PREFIX.fullmatch(code):
        raise Refused("asset_class.code", "code")
    records.refuse_taken(session, AssetClass.code, code, draft.id)
    records.refuse_taken(session, AssetClass.name, name, draft.id)
    _refuse_cycle(session, draft)
    item.residual_rate, item.months = _rate(draft.residual_percent), _life(draft.months)
    item.code, item.name, item.parent_id = code, name, draft.parent_id
    item.method, item.tax_class, item.active = draft.method, draft.tax_class, draft.active
    item.unit, item.account_code = required(draft.unit, "unit"), tidy(draft.account_code, "account_code")
    return records.keep(session, actor, item, code, name, item.account_code)


def _life(months: int | None) -> int:
    if months is None:
        raise Refused("record.required", "months")
    if not 1 <= months <= LONGEST_LIFE:
        raise Refused("asset.life", "months", longest=LONGEST_LIFE)
    return months


def _rate(percent: Decimal | None) -> Decimal:
    if percent is None:
        raise Refused("record.required", "residual_percent")
    if not 0 <= percent <= _HUNDRED:
        raise Refused("asset_class.residual", "residual_percent")
    return percent / _HUNDRED


def _plain(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _refuse_cycle(session: Session, draft: AssetClassDraft) -> None:
    above = draft.parent_id
    while above is not None:
        if above == draft.id:
            raise Refused("asset_class.cycle", field="parent_id")
        records.refuse_unknown(session, AssetClass, above, "parent_id")
        above = session.scalar(select(AssetClass.parent_id).where(AssetClass.id == above))


@requires(Permission.ASSET_EDIT)
def remove(session: Session, actor: Actor, class_id: int, version: int) -> bool:
    """Delete a class, or make it inactive when cards are of it; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    return records.drop(session, actor, records.expect(session, AssetClass, class_id, version))


@requires(Permission.ASSET_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active classes, those of a branch together, with the class above in grey."""
    found = session.scalars(select(AssetClass).filter_by(active=True)).all()
    names = {item.id: item.name for item in found}
    ordered = sorted(
        found, key=lambda item: (names.get(item.parent_id or 0, item.name), bool(item.parent_id), item.name)
    )
    return [
        Choice(item.id, item.name, names.get(item.parent_id or 0, item.code), item.search_text)
        for item in ordered
    ]


@open_to_all("run by setup and by the upgrade, before anybody signs in")
def fill(session: Session) -> None:
    """Give a company without classes the usual ones (resources/rules/asset_classes.toml)."""
    if session.scalar(select(func.count()).select_from(AssetClass)):
        return
    ids: dict[str, int] = {}
    for usual in usual_classes():
        ids[usual.code] = _add(session, usual, ids.get(usual.parent or ""))


def _add(session: Session, usual: UsualClass, parent_id: int | None) -> int:
    item = AssetClass(
        code=usual.prefix,
        name=usual.name,
        parent_id=parent_id,
        months=usual.months,
        residual_rate=usual.residual,
        method=usual.method,
        tax_class=usual.tax_class,
        unit=usual.unit,
        search_text=search.text_for(usual.prefix, usual.name),
    )
    session.add(item)
    session.flush()
    search.index(session, "asset_class", item.id, item.search_text)
    return item.id
