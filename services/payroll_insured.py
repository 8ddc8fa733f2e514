"""The social insurance and housing fund of each person of a payroll run, in whole fen. No database."""

from __future__ import annotations

from math import gcd

from models.insurance_terms import Fund
from services.payroll_ground import Ground
from services.payroll_texts import CENTS, WHOLE
from services.social_insurance import fen_item

# head of the JSON, whether of the housing fund, floor, ceiling, employer's side, employee's side, unit
type _Item = tuple[str, bool, int, int, int, int, int, int, int, int, int]
type _Side = tuple[int, int, int]
type Insured = tuple[str, int, int, int]
"""A person's insurance of the month as text, their own social insurance and housing fund, the employer's part; fen."""

_NOWHERE = (None, None)
NOT_INSURED: Insured = ("{}", 0, 0, 0)


class Insurer:
    """The insurance of each person: the items of their cities, put in order once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._known: dict[tuple[str | None, str | None], list[_Item]] = {}

    def of(self, who: int) -> Insured:
        """What is paid for an employee; an item without a base is left out, and a check says so."""
        social_city, social_base = self._ground.social.get(who, _NOWHERE)
        housing_city, housing_base = self._ground.housing.get(who, _NOWHERE)
        items = self._known.get((social_city, housing_city))
        if items is None:
            items = self._known[social_city, housing_city] = self._items(social_city, housing_city)
        whole, texts, social, housing, costs, seen, base_text = WHOLE, [], 0, 0, 0, -1, ""
        for head, of_housing, floor, ceiling, rate, more, step, own_rate, own_more, own_step, unit in items:
            base = housing_base if of_housing else social_base
            if base is None:
                continue
            if base < floor:
                base = floor
            elif base > ceiling:
                base = ceiling
            if base != seen:
                seen, base_text = base, f'{whole[base // 100]}{CENTS[base % 100]},"'
            cost = (base * rate + more) // step * unit
            due = (base * own_rate + own_more) // own_step * unit
            texts.append(
                f'{head}{base_text}{whole[cost // 100]}{CENTS[cost % 100]},"{whole[due // 100]}{CENTS[due % 100]}'
            )
            costs += cost
            if of_housing:
                housing += due
            else:
                social += due
        return "{" + "],".join(texts) + "]}" if texts else "{}", social, housing, costs

    def _items(self, *cities: str | None) -> list[_Item]:
        """Canonical order; a city without parameters has none, and a check says so."""
        found: list[_Item] = []
        for fund, city in zip((Fund.SOCIAL, Fund.HOUSING), cities, strict=True):
            for rule in self._ground.policies.get((fund.value, city or ""), ()):
                floor, ceiling, *rates, employer_more, employee_more, whole, unit = fen_item(rule)
                employer = _side(rates[0], employer_more, whole, fixed=bool(rule.employer_fixed))
                employee = _side(rates[1], employee_more, whole, fixed=bool(rule.employee_fixed))
                head = f'"{rule.item.value}":["'
                found.append((head, fund == Fund.HOUSING, floor, ceiling, *employer, *employee, unit))
        return sorted(found)


def _side(rate: int, more: int, step: int, *, fixed: bool) -> _Side:
    """Rate, what is added before cutting to whole steps, and the step, in the smallest numbers that cut the same.

    All nothing for a side that pays nothing.
    """
    if not rate and not fixed:
        return (0, 0, 1)
    common = gcd(rate, step)
    return (rate // common, more // common, step // common)
