"""收租台账: the rents due in a period with every instalment that came in, and the security deposits of their leases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.asset_lease import AssetLease, LeaseDue, LeaseReceipt
from models.people import Company
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.reports.asset_forms import AssetForm, Table, chinese_day, yuan
from services.reports.voucher import Signature

_RENT_HEADS = (
    ("序号", "0.06", "centre"), ("应收日期", "0.12", "centre"), ("租约编号", "0.14", "left"), ("承租人／租赁物", "0.22", "left"),
    ("应收租金", "0.11", "right"), ("实收租金", "0.11", "right"), ("收款情况", "0.13", "left"), ("未收租金", "0.11", "right"),
)  # fmt: skip
_DEPOSIT_HEADS = (
    ("序号", "0.06", "centre"), ("租约编号", "0.16", "left"), ("承租人", "0.3", "left"), ("约定押金", "0.12", "right"),
    ("已收押金", "0.12", "right"), ("已退押金", "0.12", "right"), ("结存押金", "0.12", "right"),
)  # fmt: skip
_NOTHING = Decimal(0)

type Receipts = Sequence[LeaseReceipt]


@requires(Permission.ASSET_SEE)
def rent_ledger(
    session: Session, actor: Actor, *, first: date | None, last: date | None, today: date
) -> AssetForm:
    """What is due from a day to a day. Raises Refused "record.required", "lease.days" (to_on), "lease.nothing_due" (from_on)."""
    for field, value in (("from_on", first), ("to_on", last)):
        if value is None:
            raise Refused("record.required", field)
    assert first is not None
    assert last is not None
    if last < first:
        raise Refused("lease.days", "to_on")
    leases = _leases(session)
    dues = sorted(
        ((due.due_on, lease.number, lease, due) for lease in leases for due in lease.dues if first <= due.due_on <= last),
        key=lambda row: row[:2],
    )  # fmt: skip
    if not dues:
        raise Refused("lease.nothing_due", "from_on")
    money = _receipts(session)
    rents = [(lease, due) for _day, _number, lease, due in dues]
    concerned = list(dict.fromkeys(lease for lease, _due in sorted(rents, key=lambda row: row[0].number)))
    return AssetForm(
        "收租台账",
        session.scalar(select(Company.name).order_by(Company.id)) or "",
        "",
        subtitle=f"{chinese_day(first)} 至 {chinese_day(last)}",
        pairs=(("租约份数", f"{len(concerned)} 份"), ("制表日期", chinese_day(today))),
        tables=tuple(_tables(rents, concerned, money, today)),
        signatures=(Signature("制表人", actor.name), Signature("资产管理员"), Signature("财务"), Signature("部门负责人")),
    )  # fmt: skip


@open_to_all("a step of services that have checked")
def _leases(session: Session) -> Sequence[AssetLease]:
    wanted = select(AssetLease).options(selectinload(AssetLease.dues), selectinload(AssetLease.asset))
    return session.scalars(wanted).all()


@open_to_all("a step of services that have checked")
def _receipts(session: Session) -> dict[tuple[int, date | None], list[LeaseReceipt]]:
    found: dict[tuple[int, date | None], list[LeaseReceipt]] = {}
    for row in session.scalars(select(LeaseReceipt).order_by(LeaseReceipt.on_day, LeaseReceipt.id)):
        found.setdefault((row.lease_id, row.due_on), []).append(row)
    return found


def _tables(
    rents: Sequence[tuple[AssetLease, LeaseDue]],
    leases: Sequence[AssetLease],
    money: dict[tuple[int, date | None], list[LeaseReceipt]],
    today: date,
) -> list[Table]:
    rows = tuple(
        _rent(place, lease, due, money.get((lease.id, due.due_on), ()), today)
        for place, (lease, due) in enumerate(rents, start=1)
    )
    due = sum((one.amount for _lease, one in rents), _NOTHING)
    came = sum((one.received for _lease, one in rents), _NOTHING)
    totals = ("", "合　计", f"{len(rows)} 笔", "", yuan(due), yuan(came), "", yuan(due - came))
    tables = [Table(_RENT_HEADS, rows, totals, "租金")]
    held = [
        _deposit(place, lease, money.get((lease.id, None), ()))
        for place, lease in enumerate((one for one in leases if one.deposit), start=1)
    ]
    if held:
        tables.append(Table(_DEPOSIT_HEADS, tuple(held), title="押金"))
    return tables


def _rent(place: int, lease: AssetLease, due: LeaseDue, came: Receipts, today: date) -> tuple[str, ...]:
    left = due.amount - due.received
    told = "；".join(f"{row.on_day:%m-%d} {yuan(row.amount)}" for row in came) if len(came) > 1 else ""
    if len(came) == 1:
        told = came[0].on_day.isoformat()
    if left and due.due_on < today:
        told = "；".join(part for part in (told, f"逾期 {(today - due.due_on).days} 天") if part)
    return (
        str(place), due.due_on.isoformat(), lease.number, f"{lease.tenant}／{lease.asset.name}",
        yuan(due.amount), yuan(due.received), told, yuan(left),
    )  # fmt: skip


def _deposit(place: int, lease: AssetLease, came: Receipts) -> tuple[str, ...]:
    paid = sum((row.amount for row in came if row.amount > 0), _NOTHING)
    back = -sum((row.amount for row in came if row.amount < 0), _NOTHING)
    amounts = (lease.deposit, paid, back, paid - back)
    return (str(place), lease.number, lease.tenant, *(yuan(amount) for amount in amounts))
