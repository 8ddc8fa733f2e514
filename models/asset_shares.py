"""What a card that was split or merged is reckoned by: its share of the cards as they were, kept with it as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from models.asset_lives import Change, Units
from models.asset_terms import Method

_ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Booked:
    """What the months up to that so numbered have really charged to a share, in both books, in fen."""

    until: int
    company: int
    tax: int


@dataclass(frozen=True, slots=True)
class Share:
    """What lies between two cuts of a whole: of every amount from `low` to `high` of `of` parts.

    Neighbours share a cut, so that whatever is cut, the pieces together are the whole to the fen.
    """

    whole: Terms
    low: int
    high: int
    of: int

    def cut(self, amount: int) -> int:
        """Its part of an amount in fen (or of any whole number)."""
        return _at(amount, self.high, self.of) - _at(amount, self.low, self.of)


@dataclass(frozen=True, slots=True)
class Terms:
    """A card as depreciation sees it (services/depreciable.py), without a database: to reckon before anything is written.

    `shares` say what it is reckoned by where it was split or merged, up to its next change of estimate; `booked` what
    had been charged then.
    """

    bought_on: date
    start_on: date | None
    cost: Decimal
    residual: Decimal
    months: int
    method: Method = Method.STRAIGHT_LINE
    stopped_on: date | None = None
    units: Units | None = None
    opening_accumulated: Decimal = _ZERO
    opening_months: int = 0
    changes: Sequence[Change] = ()
    tax_months: int = 0
    one_off: bool = False
    shares: Sequence[Share] = ()
    booked: Booked | None = None


def _at(amount: int, cut: int, of: int) -> int:
    """Where a cut falls in an amount: half up."""
    return (2 * amount * cut + of) // (2 * of)


def plain(shares: Sequence[Share], booked: Booked | None) -> dict[str, Any]:
    """As kept with the card."""
    kept = None if booked is None else [booked.until, booked.company, booked.tax]
    return {
        "shares": [[_terms(share.whole), share.low, share.high, share.of] for share in shares],
        "booked": kept,
    }


def shares_in(kept: Mapping[str, Any] | None) -> tuple[Share, ...]:
    """The shares that are kept so."""
    return tuple(Share(_read(one[0]), *one[1:]) for one in kept["shares"]) if kept else ()


def booked_in(kept: Mapping[str, Any] | None) -> Booked | None:
    """What had been charged, as it is kept."""
    return Booked(*kept["booked"]) if kept and kept["booked"] else None


def _terms(terms: Terms) -> dict[str, Any]:
    return {
        "bought_on": terms.bought_on.isoformat(),
        "start_on": terms.start_on.isoformat() if terms.start_on else None,
        "cost": str(terms.cost),
        "opening_accumulated": str(terms.opening_accumulated),
        "opening_months": terms.opening_months,
        "tax_months": terms.tax_months,
        "one_off": terms.one_off,
        "changes": [_change(one) for one in terms.changes],
        **_life(terms),
        **plain(terms.shares, terms.booked),
    }


def _change(change: Change) -> dict[str, Any]:
    return {"from_on": change.from_on.isoformat(), "added": str(change.added), **_life(change)}


def _life(terms: Terms | Change) -> dict[str, Any]:
    units = None if terms.units is None else [str(terms.units[0]), [str(one) for one in terms.units[1]]]
    return {
        "months": terms.months, "residual": str(terms.residual), "method": terms.method.value, "units": units,
    }  # fmt: skip


def _read(kept: Mapping[str, Any]) -> Terms:
    return Terms(
        bought_on=date.fromisoformat(kept["bought_on"]),
        start_on=date.fromisoformat(kept["start_on"]) if kept["start_on"] else None,
        cost=Decimal(kept["cost"]),
        opening_accumulated=Decimal(kept["opening_accumulated"]),
        opening_months=kept["opening_months"],
        tax_months=kept["tax_months"],
        one_off=kept["one_off"],
        changes=tuple(_read_change(one) for one in kept["changes"]),
        shares=shares_in(kept),
        booked=booked_in(kept),
        **_read_life(kept),
    )


def _read_change(kept: Mapping[str, Any]) -> Change:
    return Change(date.fromisoformat(kept["from_on"]), added=Decimal(kept["added"]), **_read_life(kept))


def _read_life(kept: Mapping[str, Any]) -> dict[str, Any]:
    units = kept["units"]
    return {
        "months": kept["months"],
        "residual": Decimal(kept["residual"]),
        "method": Method(kept["method"]),
        "units": None if units is None else (Decimal(units[0]), tuple(Decimal(one) for one in units[1])),
    }
