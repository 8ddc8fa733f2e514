"""First and last days in the sample: such that the wages of their month bear the person's own share of its insurance."""

from __future__ import annotations

from datetime import date, timedelta

_FIRST_THIRD, _HALF = 10, 15


def came_on(about: date) -> date:
    """The first day of somebody who comes about `about`: in the first third of its month."""
    return min(about, about.replace(day=_FIRST_THIRD))


def left_on(about: date) -> date:
    """The last day of somebody who goes about `about`: never in the first half of a month, rather the day before it."""
    return about if about.day > _HALF else about.replace(day=1) - timedelta(days=1)
