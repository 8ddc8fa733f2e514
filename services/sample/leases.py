"""The sample's benefit sheets and leases: a festival closed, a quarter being signed for, a rent that is overdue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from models.asset_lease import AssetLease
from models.fixed_asset import FixedAsset
from models.supply import BenefitSheet, SupplyAct
from services import asset_leases, benefit_people, benefit_sheets, lease_receipts, lease_register
from services.asset_leases import LeaseDraft
from services.benefit_sheets import BenefitDraft
from services.database import at_moment
from services.permissions import open_to_all
from services.sample.supplies import Shelf, moment
from services.supply_drafts import SlipDraft, SupplyLine

_WHY = "a step of making the sample, before anybody is there"
_DAY = timedelta(days=1)
# the full moon of the eighth month, month and day; other years as the first
_MID_AUTUMN = {
    2024: (9, 17),
    2025: (10, 6),
    2026: (9, 25),
    2027: (9, 15),
    2028: (10, 3),
    2029: (9, 22),
    2030: (9, 12),
}
_QUARTERS = "一二三四"


@open_to_all(_WHY)
def write_benefits(shelf: Shelf) -> None:
    """Mid-autumn closed and booked, this quarter signed for by some."""
    today = shelf.today
    festival = max(day for day in map(_festival, (today.year, today.year - 1)) if day <= today)
    _buy(shelf, "中秋月饼礼盒", festival - 4 * _DAY, 40, "128.00", "武汉仟吉食品有限公司")
    closed = _sheet(shelf, f"{festival.year}年中秋节福利", festival - 2 * _DAY, "中秋月饼礼盒")
    with at_moment(moment(festival - _DAY)):
        benefit_sheets.mark_received(
            shelf.session,
            shelf.writer,
            closed,
            _version(shelf, closed),
            on_day=festival - _DAY,
            today=festival - _DAY,
        )
        benefit_sheets.close(
            shelf.session, shelf.writer, closed, _version(shelf, closed), place_id=shelf.store,
            on_day=festival - _DAY, command_id=shelf.click(), today=festival - _DAY,
        )  # fmt: skip
    _buy(shelf, "季度福利", today - 5 * _DAY, 36, "98.00", "中百仓储江夏店")
    name = f"{today.year}年第{_QUARTERS[(today.month - 1) // 3]}季度福利"
    _half_signed(shelf, _sheet(shelf, name, today - 3 * _DAY, "季度福利"))


def _festival(year: int) -> date:
    return date(year, *_MID_AUTUMN.get(year, (9, 25)))


def _buy(shelf: Shelf, name: str, day: date, pieces: int, price: str, supplier: str) -> None:
    line = SupplyLine(shelf.ids[name], Decimal(pieces), Decimal(price) * pieces)
    shelf.book(SlipDraft(SupplyAct.RECEIVE, day, shelf.store, (line,), supplier=supplier))


def _sheet(shelf: Shelf, name: str, day: date, article: str) -> int:
    with at_moment(moment(day)):
        lines = tuple(benefit_people.people(shelf.session, shelf.writer, on_day=day))
        draft = BenefitDraft(name=name, on_day=day, supply_id=shelf.ids[article], lines=lines)
        return benefit_sheets.save(shelf.session, shelf.writer, draft, today=shelf.today)


def _version(shelf: Shelf, sheet_id: int) -> int:
    return shelf.session.get_one(BenefitSheet, sheet_id).version


def _half_signed(shelf: Shelf, sheet_id: int) -> None:
    """Two of three have signed by now."""
    draft = benefit_sheets.get(shelf.session, shelf.writer, sheet_id)
    signed = shelf.today - _DAY
    lines = tuple(
        replace(line, received_on=signed) if place % 3 else line for place, line in enumerate(draft.lines)
    )
    with at_moment(moment(shelf.today - _DAY)):
        benefit_sheets.save(shelf.session, shelf.writer, replace(draft, lines=lines), today=shelf.today)


@open_to_all(_WHY)
def write_leases(shelf: Shelf) -> None:
    """A generator let twice, its last rent overdue; a scanner whose lease ends soon."""
    today = shelf.today
    power = LeaseDraft(
        asset_id=_card(shelf, "发电机"), tenant="武汉楚天应急救援服务有限公司", contract_number="ZL-HT-001",
        from_on=today - 330 * _DAY, to_on=today - 240 * _DAY, rent=Decimal("480.00"), deposit=Decimal("1000.00"),
    )  # fmt: skip
    first = _lease(shelf, power)
    _deposit(shelf, first, "1000.00", power.from_on)
    _paid(shelf, first, today)
    with at_moment(moment(today - 240 * _DAY)):
        item = shelf.session.get_one(AssetLease, first)
        asset_leases.end(
            shelf.session, shelf.writer, first, item.version, on_day=today - 240 * _DAY, place_id=shelf.places["B"],
            reason="租期届满", command_id=shelf.click(), today=today,
        )  # fmt: skip
    _deposit(shelf, first, "-1000.00", today - 238 * _DAY)
    again = replace(
        power, tenant="湖北长江水文勘测有限公司", contract_number="ZL-HT-003", rent=Decimal("520.00"),
        from_on=today - 160 * _DAY, to_on=today + 204 * _DAY,
    )  # fmt: skip
    second = _lease(shelf, again)
    _deposit(shelf, second, "1000.00", again.from_on)
    _paid(shelf, second, today, but_last=True)
    scanner = LeaseDraft(
        asset_id=_card(shelf, "三维激光扫描仪"), tenant="中南建筑设计院数字化中心", contract_number="ZL-HT-002",
        from_on=today - 330 * _DAY, to_on=today + 34 * _DAY, rent=Decimal("28500.00"), every_months=3,
        deposit=Decimal("50000.00"), note="含操作培训，不含保险",
    )  # fmt: skip
    third = _lease(shelf, scanner)
    _deposit(shelf, third, "50000.00", scanner.from_on)
    _paid(shelf, third, today)


def _card(shelf: Shelf, name: str) -> int:
    found = shelf.session.scalars(select(FixedAsset.id).filter_by(name=name).order_by(FixedAsset.id)).first()
    assert found is not None, "just made"
    return found


def _lease(shelf: Shelf, draft: LeaseDraft) -> int:
    assert draft.from_on is not None
    with at_moment(moment(draft.from_on)):
        return asset_leases.save(shelf.session, shelf.writer, draft, today=shelf.today)


def _deposit(shelf: Shelf, lease_id: int, amount: str, day: date | None) -> None:
    """The security deposit came in, or went back."""
    assert day is not None
    version = shelf.session.get_one(AssetLease, lease_id).version
    with at_moment(moment(day)):
        lease_receipts.receive_deposit(
            shelf.session, shelf.writer, lease_id, version, amount=Decimal(amount), on_day=day,
            command_id=shelf.click(), today=shelf.today,
        )  # fmt: skip


def _paid(shelf: Shelf, lease_id: int, today: date, *, but_last: bool = False) -> None:
    """The rents due by now came in two days after their day; of the last one perhaps nothing yet."""
    dues = [
        due
        for due in lease_register.detail(shelf.session, shelf.writer, lease_id).dues
        if due.due_on < today - 3 * _DAY
    ]
    for due in dues[:-1] if but_last else dues:
        day = due.due_on + 2 * _DAY
        version = shelf.session.get_one(AssetLease, lease_id).version
        with at_moment(moment(day)):
            lease_receipts.receive(
                shelf.session, shelf.writer, lease_id, version, due_id=due.id, amount=due.amount, on_day=day,
                command_id=shelf.click(), today=today,
            )  # fmt: skip
