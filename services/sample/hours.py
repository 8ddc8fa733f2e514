"""When the acts of today were done: one after the other through the office hours so far, none of them ahead of now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import repeat

from services.calendars import CHINA

OPENS, CLOSES = time(8, 40), time(17, 30)
SHORTEST = timedelta(hours=3)


def moments(today: date, count: int, *, after: datetime, now: datetime) -> Iterator[datetime]:
    """`count` moments, each later than the one before, later than `after` and never later than `now` (aware).

    They lie in the office hours of `today` as far as it has come; in the early morning, in the three hours before
    now. Where no time is left between `after` and now, all of them are now.
    """
    end = min(now, datetime.combine(today, CLOSES, CHINA))
    begin = max(min(datetime.combine(today, OPENS, CHINA), end - SHORTEST), after + timedelta(minutes=1))
    if begin >= end:
        return repeat(now, count)
    step = (end - begin) / (count + 1)
    # people do not work in equal steps: up to six tenths of a step late, the same in every sample
    return (begin + step * (place + place * 37 % 60 / 100) for place in range(count))
