"""The sample's assets: places, cards over four years, movements, what is lent, in repair or overdue, two requests."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from models.approval import DecidedKind
from models.asset_class import AssetClass
from models.fixed_asset import FixedAsset, MovementKind
from services import (
    asset_classes,
    attachments,
    places,
    users,
)
from services.asset_drafts import AssetDraft
from services.asset_terms_of import terms_of
from services.database import Session, at_moment
from services.depreciation import accumulated_on, elapsed_months
from services.permissions import open_to_all
from services.places import PlaceDraft
from services.sample.asset_photo import photo
from services.sample.asset_requests import write_requests
from services.sample.asset_rows import CARDS, LOTS, MOVES, PLACES, ROOMS
from services.sample.asset_store import Store, moment
from services.sample.company import Standing

_WHY = "a step of making the sample, before anybody is there"
_BEGAN = 770  # days since the company began with the register; older cards bring what was charged before
_DAY = timedelta(days=1)
KIND = DecidedKind.ASSET_REQUEST


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
    write_requests(store)


def _places(session: Session, standing: Standing, today: date) -> None:
    writer = users.actor_of(session, standing.user_of("王雪")[0])
    ids: dict[str, int] = {}
    with at_moment(moment(today - _BEGAN * _DAY, 9)):
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
    for kind, name, place, days, given in MOVES:
        told: dict[str, object] = {"note": given[-1]}
        for word in given[:-1]:
            key, _, value = word.partition("=")
            told |= _given(store, key, value)
        store.move(MovementKind(kind), name, place, days, **told)


def _given(store: Store, key: str, value: str) -> dict[str, object]:
    match key:
        case "to":
            return {"employee_id": store.person(value)}
        case "at":
            return {"place_id": store.places[value]}
        case "due":
            return {"due_on": store.today + int(value) * _DAY}
        case "cost":
            return {"cost": Decimal(value)}
        case _:
            return {"outside": value}


def _photo(store: Store) -> None:
    card = store.session.scalars(select(FixedAsset).filter_by(name="全站仪").order_by(FixedAsset.id)).first()
    assert card is not None, "just made"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "全站仪照片.png"
        path.write_bytes(photo())
        attachments.store(store.session, store.writer, "fixed_asset", card.id, path)
