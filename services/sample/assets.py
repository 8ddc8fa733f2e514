"""The sample's assets: places, cards over four years, movements, what is lent, in repair or overdue, two requests."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.asset_class import AssetClass, Place
from models.asset_paper import AssetRequest
from models.fixed_asset import FixedAsset, MovementKind
from models.personnel_paper import OfficePaperState
from services import (
    asset_classes,
    asset_moves,
    asset_receipts,
    asset_requests,
    attachments,
    fixed_assets,
    office_papers,
    places,
    users,
)
from services.asset_drafts import AssetDraft
from services.asset_moves import MoveDraft
from services.asset_receipts import ReceiptDraft
from services.asset_requests import AssetRequestDraft, RequestLineDraft
from services.asset_terms_of import terms_of
from services.database import Session, at_moment
from services.depreciation import accumulated_on, elapsed_months
from services.permissions import Actor, open_to_all
from services.places import PlaceDraft
from services.sample.asset_photo import photo
from services.sample.asset_rows import CARDS, LOTS, PLACES, ROOMS
from services.sample.company import Standing

_WHY = "a step of making the sample, before anybody is there"
_BEGAN = 770  # days since the company began with the register; older cards bring what was charged before
_DAY = timedelta(days=1)
KIND = DecidedKind.ASSET_REQUEST


class Store:
    """Who writes, and what cards are called."""

    def __init__(self, session: Session, standing: Standing, today: date) -> None:
        self.session, self.standing, self.today = session, standing, today
        self.writer = users.actor_of(session, standing.user_of("王雪")[0])
        self.classes = {row[0]: row[1] for row in session.execute(select(AssetClass.code, AssetClass.id))}
        self.places = {row[0]: row[1] for row in session.execute(select(Place.code, Place.id))}
        self.clicks = count(1)

    def click(self) -> str:
        return f"sample.assets.{next(self.clicks)}"

    def add(self, draft: AssetDraft) -> int:
        assert draft.bought_on is not None
        with at_moment(_moment(draft.bought_on, 10)):
            return fixed_assets.add(self.session, self.writer, draft)[0]

    def move(self, kind: MovementKind, name: str, place: int, days_ago: int, **given: object) -> None:
        """Move the `place`-th card of that name as so many days ago."""
        found = self.session.scalars(select(FixedAsset).filter_by(name=name).order_by(FixedAsset.id)).all()
        day = self.today - days_ago * _DAY
        draft = replace(MoveDraft(kind, (found[place].id,), day), **given)  # type: ignore[arg-type]  # by name
        with at_moment(_moment(day, 15)):
            asset_moves.move(self.session, self.writer, draft, command_id=self.click(), today=self.today)

    def person(self, name: str) -> int:
        return self.standing.people[name].id


def _moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 20)).astimezone(UTC)


@open_to_all(_WHY)
def write_assets(session: Session, standing: Standing, today: date) -> None:
    """About sixty cards, a year of movements, one request being decided and one partly received."""
    asset_classes.fill(session)
    _places(session, standing, today)
    store = Store(session, standing, today)
    for row in CARDS:
        _cards(store, *row)
    for lot in LOTS:
        _lot(store, *lot)
    _movements(store)
    _photo(store)
    _requests(store)


def _places(session: Session, standing: Standing, today: date) -> None:
    writer = users.actor_of(session, standing.user_of("王雪")[0])
    ids: dict[str, int] = {}
    with at_moment(_moment(today - _BEGAN * _DAY, 9)):
        for code, name, above in PLACES:
            draft = PlaceDraft(code=code, name=name, parent_id=ids.get(above))
            ids[code] = places.save(session, writer, draft)


def _cards(
    store: Store, code: str, name: str, specification: str, supplier: str, price: str, days: int,
    holders: tuple[str, ...], place: str,
) -> None:  # fmt: skip
    bought = store.today - days * _DAY
    for number, holder in enumerate(holders):
        department = _department(store, holder)
        draft = AssetDraft(
            name=name,
            class_id=store.classes[code],
            specification=specification,
            serial_number=f"{code}{bought:%y%m}{days * 37 % 9973:04}{number + 1}"
            if code not in {"JJ", "RJ"}
            else "",
            cost=Decimal(price),
            bought_on=bought,
            start_on=bought if holder else None,
            supplier=supplier,
            invoice_number=f"24{bought:%y%m}000000{days * 7919 % 10**10:010}",
            warranty_until=bought + (1095 if code in {"BJ", "TS", "FQ"} else 730) * _DAY,
            department_id=store.standing.departments[department][0] if department else None,
            employee_id=store.person(holder) if holder and not holder.startswith("@") else None,
            place_id=store.places[place or ROOMS.get(department, "B")],
        )
        store.add(_with_opening(store, draft))


def _department(store: Store, holder: str) -> str:
    if not holder or holder.startswith("@"):
        return holder.removeprefix("@")
    return store.standing.people[holder].department


def _lot(store: Store, code: str, name: str, specification: str, price: str, pieces: int, days: int, department: str) -> None:  # fmt: skip
    bought = store.today - days * _DAY
    draft = AssetDraft(
        name=name,
        class_id=store.classes[code],
        specification=specification,
        quantity=pieces,
        cost=Decimal(price) * pieces,
        bought_on=bought,
        start_on=bought,
        supplier="武汉得力办公设备有限公司",
        department_id=store.standing.departments[department][0],
        place_id=store.places["A505" if department == "01" else ROOMS[department]],
    )
    store.add(_with_opening(store, draft))


def _with_opening(store: Store, draft: AssetDraft) -> AssetDraft:
    """What was bought before the register began brings what had been charged by then."""
    began = store.today - _BEGAN * _DAY
    if draft.start_on is None or draft.start_on >= began:
        return draft
    kind = store.session.get_one(AssetClass, draft.class_id)
    item = FixedAsset(
        bought_on=draft.bought_on, start_on=draft.start_on, cost=draft.cost, months=kind.months, method=kind.method,
        residual=(draft.cost or Decimal(0)) * kind.residual_rate, estimates=[], uses=[],
    )  # fmt: skip
    item.residual = item.residual.quantize(Decimal("0.01"))
    months = min(elapsed_months(draft.start_on, began), kind.months)
    return replace(
        draft,
        opening_months=months,
        opening_accumulated=accumulated_on(terms_of(item), began),
        residual=item.residual,
    )


def _movements(store: Store) -> None:
    """What happened lately: lent inside and outside, one overdue, a repair going on and one done, things moved."""
    move, person = store.move, store.person
    move(MovementKind.TRANSFER, "RTK 接收机", 2, 140, employee_id=person("谢楠"), note="项目调整")
    move(MovementKind.TRANSFER, "笔记本电脑", 5, 95, employee_id=person("方舟"), note="岗位调整")
    move(MovementKind.REPAIR, "激光打印机", 0, 66, outside="武汉得力办公设备有限公司", note="卡纸、走纸不正")
    move(MovementKind.REPAIRED, "激光打印机", 0, 60, cost=Decimal("380.00"), note="更换搓纸轮")
    move(MovementKind.RETURN, "平板电脑", 0, 40, place_id=store.places["A502"], note="换用手机")
    move(
        MovementKind.LEND,
        "无人机",
        2,
        38,
        outside="湖北省地质测绘院 杨工",
        due_on=store.today - 8 * _DAY,
        note="应急测绘支援",
    )
    move(
        MovementKind.LEND,
        "全站仪",
        3,
        12,
        outside="中铁大桥局五公司 吴工",
        due_on=store.today + 9 * _DAY,
        note="复测借用",
    )
    move(
        MovementKind.LEND,
        "相机",
        0,
        5,
        employee_id=person("石磊"),
        due_on=store.today + 3 * _DAY,
        note="踏勘拍照",
    )
    move(
        MovementKind.REPAIR,
        "电子水准仪",
        0,
        9,
        outside="武汉天信测绘仪器有限公司",
        due_on=store.today + 6 * _DAY,
        note="年检校准",
    )
    move(
        MovementKind.ISSUE,
        "RTK 接收机",
        4,
        4,
        employee_id=person("潘婷"),
        place_id=store.places["D"],
        note="阳新项目",
    )


def _photo(store: Store) -> None:
    card = store.session.scalars(select(FixedAsset).filter_by(name="全站仪").order_by(FixedAsset.id)).first()
    assert card is not None, "just made"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "全站仪照片.png"
        path.write_bytes(photo())
        attachments.store(store.session, store.writer, "fixed_asset", card.id, path)


def _requests(store: Store) -> None:
    day = store.today
    waiting = _asked(
        store, day - 2 * _DAY, "研发部图形工作站", "06", "三维建模项目开工，现有工作站显存不足", day + 20 * _DAY,
        (("TS", "图形工作站", "i9/64G/RTX4000", 2, "23800.00"), ("DY", "激光打印机", "A3 彩色", 1, "6980.00")),
    )  # fmt: skip
    assert waiting.state is OfficePaperState.SUBMITTED
    partly = _asked(
        store, day - 26 * _DAY, "新员工办公设备", "07", "市场部两名新员工入职", day - 4 * _DAY,
        (("BJ", "笔记本电脑", "ThinkPad E14 Gen6", 2, "5999.00"), ("TS", "显示器", "27 英寸 4K", 3, "1899.00")),
    )  # fmt: skip
    _approve(store, partly, day - 24 * _DAY)
    _receive(store, partly, 0, 2, day - 15 * _DAY, "5899.00")
    _receive(store, partly, 1, 1, day - 6 * _DAY, "1849.00")
    _asked(
        store,
        day - _DAY,
        "外业对讲机",
        "05",
        "",
        None,
        (("QJ", "对讲机", "摩托罗拉 SL2M", 6, "1350.00"),),
        submit=False,
    )


def _asked(
    store: Store, day: date, title: str, department: str, reason: str, wanted: date | None,
    rows: tuple[tuple[str, str, str, int, str], ...], *, submit: bool = True,
) -> AssetRequest:  # fmt: skip
    lines = tuple(
        RequestLineDraft(name, store.classes[code], specification, pieces, Decimal(price), "京东企业购")
        for code, name, specification, pieces, price in rows
    )
    draft = AssetRequestDraft(
        title=title, department_id=store.standing.departments[department][0], reason=reason, wanted_on=wanted, lines=lines
    )  # fmt: skip
    with at_moment(_moment(day, 9)):
        made = asset_requests.save(store.session, store.writer, draft, today=day)
        item = store.session.get_one(AssetRequest, made)
        if submit:
            office_papers.submit(store.session, store.writer, KIND, made, item.version, store.click())
    return item


def _approve(store: Store, item: AssetRequest, day: date) -> None:
    while item.state is OfficePaperState.SUBMITTED:
        decider = _user(store, item.holder_name)
        with at_moment(_moment(day, 14)):
            office_papers.decide(
                store.session, decider, KIND, item.id, item.version, Decision.APPROVE,
                reason="", command_id=store.click(), today=day,
            )  # fmt: skip


def _user(store: Store, name: str) -> Actor:
    return users.actor_of(store.session, store.standing.user_of(name)[0])


def _receive(store: Store, item: AssetRequest, line: int, pieces: int, day: date, price: str) -> None:
    loaded = asset_requests.load(store.session, item.id)
    draft = ReceiptDraft(
        loaded.id, loaded.version, loaded.lines[line].id, pieces, day, None, Decimal(price), "京东企业购",
        invoice_number=f"24{day:%y%m}00000042017{line}", place_id=store.places["A604"],
        warranty_until=day + 1095 * _DAY,
    )  # fmt: skip
    with at_moment(_moment(day, 11)):
        asset_receipts.receive(
            store.session, store.writer, draft, command_id=store.click(), today=store.today
        )
