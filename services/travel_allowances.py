"""Allowances 出差补贴 of a travel from its legs: which days, in which city, at which rates. No database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from models.policy import PolicyKind
from services.claim_values import LegDraft
from services.errors import Refused
from services.money import round_fen
from services.policies import Policies

WHOLE, HALF = Decimal(1), Decimal("0.5")
_NOTHING = Decimal(0)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayRule:
    """How the first and the last day count; `noon` is an hour, `most` days."""

    halves: bool = False
    noon: int = 12
    most: int = 366


@dataclass(frozen=True, slots=True)
class TravelDay:
    """A day of the travel: where, how much of it counts, and what a whole one is worth there in yuan."""

    day: date
    city: str
    share: Decimal
    meal: Decimal = _NOTHING
    local: Decimal = _NOTHING

    @property
    def amount(self) -> Decimal:
        """What the day is worth, in yuan."""
        return round_fen(self.share * (self.meal + self.local))


@dataclass(frozen=True, slots=True)
class Stay:
    """Days in a row in one city at the same rates; `days` may end in a half, amounts in yuan."""

    first: date
    last: date
    city: str
    days: Decimal
    meal: Decimal
    local: Decimal
    amount: Decimal


def is_complete(leg: LegDraft) -> bool:
    """Whether places, days and hours of the leg are typed."""
    known = (leg.departed_on, leg.departed_hour, leg.arrived_on, leg.arrived_hour)
    return bool(leg.from_place.strip() and leg.to_place.strip()) and None not in known


def same_place(one: str, other: str) -> bool:
    """Whether both name the same city: 武汉, 武汉市 and 武汉站 do."""
    first, second = _bare(one), _bare(other)
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


def returns(legs: Sequence[LegDraft]) -> bool:
    """Whether the last leg ends where the first one began."""
    return bool(legs) and same_place(legs[0].from_place, legs[-1].to_place)


def trips(legs: Sequence[LegDraft]) -> list[list[LegDraft]]:
    """The legs from leaving home until the return, and again."""
    found: list[list[LegDraft]] = []
    home = True
    for leg in legs:
        if home:
            found.append([])
        found[-1].append(leg)
        home = same_place(leg.to_place, legs[0].from_place)
    return found


def days_of(legs: Sequence[LegDraft], rule: DayRule) -> list[TravelDay]:
    """Every day away from home in its order; the legs are complete and in order.

    The city of a day is where one goes that day, on the way home where one comes from. A day on which one comes home
    and leaves again counts once. Raises Refused "travel.too_many_days" (most).
    """
    found: dict[date, TravelDay] = {}
    for trip in trips(legs):
        for day in _days_of_trip(trip, rule):
            before = found.get(day.day)
            share = min(before.share + day.share, WHOLE) if before else day.share
            found[day.day] = TravelDay(day.day, day.city, share)
    return [found[day] for day in sorted(found)]


def priced(days: Sequence[TravelDay], policies: Policies, grade: int | None) -> list[TravelDay]:
    """The days with what the policies of each grant for meals and local transport 伙食补助, 市内交通."""
    return [
        TravelDay(
            one.day,
            one.city,
            one.share,
            _rate(policies, PolicyKind.MEAL_PER_DAY, one, grade),
            _rate(policies, PolicyKind.LOCAL_PER_DAY, one, grade),
        )
        for one in days
    ]


def stays(days: Sequence[TravelDay]) -> list[Stay]:
    """Days in a row in one city at the same rates put together; their sum is the sum of the days."""
    groups: list[list[TravelDay]] = []
    for day in days:
        last = groups[-1][-1] if groups else None
        if last and day.day - last.day == _DAY and _terms(last) == _terms(day):
            groups[-1].append(day)
        else:
            groups.append([day])
    return [_stay(group) for group in groups]


def words(stay: Stay) -> str:
    """What stands on the line: 宜昌 伙食 100 + 市内交通 80 × 3 天."""
    rates = [("伙食", stay.meal), ("市内交通", stay.local)]
    said = " + ".join(f"{name} {_plain(rate)}" for name, rate in rates if rate)
    return f"{stay.city} {said} × {_plain(stay.days)} 天"


def _days_of_trip(trip: Sequence[LegDraft], rule: DayRule) -> Iterator[TravelDay]:
    first, last = trip[0].departed_on, trip[-1].arrived_on
    assert first, "complete legs only"
    assert last, "complete legs only"
    if (last - first).days >= rule.most:
        raise Refused("travel.too_many_days", field="legs", most=rule.most)
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        yield TravelDay(day, _city(trip, day), _share(trip, day, rule))


def _city(trip: Sequence[LegDraft], day: date) -> str:
    """Where one is bound for: by the last leg left on that day or before; on the way home where one comes from."""
    left = [leg for leg in trip if leg.departed_on and leg.departed_on <= day]
    leg = left[-1]
    homeward = same_place(leg.to_place, trip[0].from_place)
    return (leg.from_place if homeward and leg is not trip[0] else leg.to_place).strip()


def _share(trip: Sequence[LegDraft], day: date, rule: DayRule) -> Decimal:
    if not rule.halves:
        return WHOLE
    start, end = trip[0], trip[-1]
    late = day == start.departed_on and (start.departed_hour or 0) >= rule.noon
    home = same_place(end.to_place, start.from_place)
    early = home and day == end.arrived_on and (end.arrived_hour or 0) < rule.noon
    return HALF if late or early else WHOLE


def _rate(policies: Policies, kind: PolicyKind, one: TravelDay, grade: int | None) -> Decimal:
    limit = policies.find(kind, one.day, city_tier=policies.tier_of(one.city), grade=grade)
    return limit.amount if limit and limit.amount is not None else _NOTHING


def _terms(day: TravelDay) -> tuple[str, Decimal, Decimal]:
    return day.city, day.meal, day.local


def _stay(days: Sequence[TravelDay]) -> Stay:
    one = days[0]
    whole = sum((day.share for day in days), _NOTHING)
    amount = sum((day.amount for day in days), _NOTHING)
    return Stay(one.day, days[-1].day, one.city, whole, one.meal, one.local, amount)


def _bare(place: str) -> str:
    plain = place.strip()
    return plain[:-1] if len(plain) > 2 and plain[-1] in "市站" else plain


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
