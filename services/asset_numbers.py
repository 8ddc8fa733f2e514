"""Numbers of cards 资产编号: class, year of purchase, serial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.asset_class import AssetClass
from models.fixed_asset import FixedAsset
from services import numbering
from services.permissions import open_to_all


@open_to_all("called inside services that were permitted to write assets")
def number_cards(session: Session, cards: Sequence[FixedAsset]) -> None:
    """Give new cards their numbers in their order: DZ-2026-0007. Numbers of an imported register are not given again."""
    series: dict[str, list[FixedAsset]] = defaultdict(list)
    for card in cards:
        series[f"{session.get_one(AssetClass, card.class_id).code}-{card.bought_on.year}"].append(card)
    for name, wanted in series.items():
        taken = set(
            session.scalars(select(FixedAsset.number).where(FixedAsset.number.startswith(f"{name}-")))
        )
        free: list[str] = []
        while len(free) < len(wanted):
            found = numbering.next_numbers(session, name, len(wanted) - len(free))
            free += [number for number in found if number not in taken]
        for card, number in zip(wanted, free, strict=True):
            card.number = number
