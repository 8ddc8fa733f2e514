"""Who writes the sample's assets, and how its things are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from sqlalchemy import select

from models.asset_class import AssetClass, Place
from models.fixed_asset import FixedAsset, MovementKind
from services import asset_moves, fixed_assets, users
from services.asset_drafts import AssetDraft
from services.asset_moves import MoveDraft
from services.database import Session, at_moment
from services.sample.company import Standing

_DAY = timedelta(days=1)


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
        with at_moment(moment(draft.bought_on, 10)):
            return fixed_assets.add(self.session, self.writer, draft, today=self.today)[0]

    def move(self, kind: MovementKind, name: str, place: int, days_ago: int, **given: object) -> None:
        """Move the `place`-th card of that name as so many days ago."""
        found = self.session.scalars(select(FixedAsset).filter_by(name=name).order_by(FixedAsset.id)).all()
        day = self.today - days_ago * _DAY
        draft = replace(MoveDraft(kind, (found[place].id,), day), **given)  # type: ignore[arg-type]  # by name
        with at_moment(moment(day, 15)):
            asset_moves.move(self.session, self.writer, draft, command_id=self.click(), today=self.today)

    def person(self, name: str) -> int:
        return self.standing.people[name].id


def moment(day: date, hour: int) -> datetime:
    """That day at an hour, here."""
    return datetime.combine(day, time(hour, 20)).astimezone(UTC)
