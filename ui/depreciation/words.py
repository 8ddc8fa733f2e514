"""Words and headings that the lists of depreciation share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from ui.labels import label
from ui.payments.rows_table import Heading, Shown
from ui.widgets import formats

translate = QCoreApplication.translate


class CardFigures(Protocol):
    """A card with its figures, of a month or on a day."""

    @property
    def asset_id(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def class_name(self) -> str: ...
    @property
    def department_name(self) -> str: ...
    @property
    def cost(self) -> Decimal: ...
    @property
    def accumulated(self) -> Decimal: ...
    @property
    def net(self) -> Decimal: ...


def no_department() -> str:
    """What stands where a card has no department."""
    return translate("Depreciation", "No department")


def card_headings(*more: str) -> tuple[Heading, ...]:
    """Number, name, class, department, cost, `more` amounts, accumulated, net."""
    return (
        Heading(translate("Field", "Asset no."), 124),
        Heading(translate("Field", "Name")),
        Heading(translate("Field", "Class"), 110),
        Heading(translate("Field", "Department"), 110),
        Heading(translate("Field", "Original cost"), 116, right=True),
        *(Heading(words, 110, right=True) for words in more),
        Heading(translate("Depreciation", "Accumulated"), 116, right=True),
        Heading(translate("Depreciation", "Net value"), 116, right=True),
    )


def card_row(card: CardFigures, *more: Decimal) -> Shown:
    """A card as a row under `card_headings`."""
    amounts = (card.cost, *more, card.accumulated, card.net)
    words = (card.number, card.name, card.class_name, card.department_name or formats.NOTHING)
    return Shown(card.asset_id, (*words, *map(formats.money, amounts)), (*words, *amounts))


def sums(rows: Sequence[Any], *names: str) -> list[Decimal]:
    """What these figures of the rows add up to."""
    return [sum((getattr(row, name) for row in rows), Decimal(0)) for name in names]


def told(rows: Sequence[Any]) -> str:
    """How many cards, and what they are worth together."""
    cost, accumulated, net = sums(rows, "cost", "accumulated", "net")
    words = translate("Depreciation", "{count} cards · cost {cost} · accumulated {accumulated} · net {net}")
    return words.format(
        count=formats.count(len(rows)), cost=formats.yuan(cost), accumulated=formats.yuan(accumulated),
        net=formats.yuan(net),
    )  # fmt: skip


def causes(found: Sequence[Any]) -> str:
    """Why a month differs from the one before."""
    return formats.listed(label(cause) for cause in found)
