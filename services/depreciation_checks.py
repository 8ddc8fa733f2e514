"""What is refused of a whole asset: days that contradict, an opening balance too large, changes out of order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.asset_terms import Method
from services.depreciable import Depreciable, check_terms, fen, month_number
from services.depreciation_books import books, first_month, own_changes
from services.errors import Refused


def check_asset(asset: Depreciable) -> None:
    """Refuse an asset that contradicts itself, at the field.

    Raises:
        Refused: what `check_terms` says; ``asset.start_before_bought`` (start_on); ``asset.stopped_before_bought``
            (stopped_on); ``asset.opening`` (opening_accumulated): negative, above the depreciable amount or without
            months; ``asset.opening_months``: longer than the life, or at its end with something left to charge;
            ``asset.change_order`` (changes.N.from_on): before the first charge or the change before it.
    """
    check_terms(asset.cost, asset.residual, asset.months, asset.method, asset.units)
    if asset.start_on is not None and asset.start_on < asset.bought_on:
        raise Refused("asset.start_before_bought", "start_on", bought=asset.bought_on)
    if asset.stopped_on is not None and asset.stopped_on < asset.bought_on:
        raise Refused("asset.stopped_before_bought", "stopped_on", bought=asset.bought_on)
    if not asset.shares:
        _check_opening(asset)
    _check_changes(asset)


def _check_opening(asset: Depreciable) -> None:
    opening, whole = fen(asset.opening_accumulated), fen(asset.cost) - fen(asset.residual)
    if not 0 <= opening <= whole or (opening and not asset.opening_months):
        raise Refused("asset.opening", "opening_accumulated", most=asset.cost - asset.residual)
    ended = asset.opening_months >= asset.months and asset.method is not Method.UNITS
    if asset.opening_months < 0 or (ended and opening < whole):
        raise Refused("asset.opening_months", "opening_months", months=asset.months)


def _check_changes(asset: Depreciable) -> None:
    if asset.start_on is None:
        if asset.changes:
            raise Refused("asset.change_order", "changes.0.from_on")
        return
    before = first_month(asset) - 1 + asset.opening_months
    last = month_number(asset.stopped_on or date.max)
    inherited = len(asset.changes) - len(own_changes(asset))
    for place, change in enumerate(asset.changes):
        if place < inherited:
            continue  # it held for the whole already
        at = month_number(change.from_on)
        if at > last:
            break  # it left before: what was to hold from then on never does
        if at <= before:
            raise Refused("asset.change_order", f"changes.{place}.from_on")
        charged, cost = books(asset, at - 1)
        net = Decimal(cost - charged).scaleb(-2) + change.added
        if net < 0:
            raise Refused("asset.cost_negative", f"changes.{place}.added")
        check_terms(net, change.residual, change.months, change.method, change.units, at=f"changes.{place}.")
        before = at
