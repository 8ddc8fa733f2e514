"""The sample's purchase requests: one being decided, one approved and partly received, a draft."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from models.approval import DecidedKind, Decision
from models.asset_paper import AssetRequest
from models.personnel_paper import OfficePaperState
from services import asset_receipts, asset_requests, office_papers, users
from services.asset_receipts import ReceiptDraft
from services.asset_requests import AssetRequestDraft, RequestLineDraft
from services.database import at_moment
from services.permissions import Actor
from services.sample.asset_store import Store, moment

KIND = DecidedKind.ASSET_REQUEST
_DAY = timedelta(days=1)


def write_requests(store: Store) -> None:
    """Write them in the order of their days."""
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
    with at_moment(moment(day, 9)):
        made = asset_requests.save(store.session, store.writer, draft, today=day)
        item = store.session.get_one(AssetRequest, made)
        if submit:
            office_papers.submit(store.session, store.writer, KIND, made, item.version, store.click())
    return item


def _approve(store: Store, item: AssetRequest, day: date) -> None:
    while item.state is OfficePaperState.SUBMITTED:
        decider = _user(store, item.holder_name)
        with at_moment(moment(day, 14)):
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
    with at_moment(moment(day, 11)):
        asset_receipts.receive(
            store.session, store.writer, draft, command_id=store.click(), today=store.today
        )
