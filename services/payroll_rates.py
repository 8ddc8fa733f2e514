"""The rates of pay a payroll run stands on, by the code of the component; amounts in whole fen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from models.pay import ComponentKind
from services.database import Session
from services.months import last_day
from services.pay_formulas import Part
from services.permissions import open_to_all
from services.plain_rows import plain_rows

type Rates = dict[int, dict[str, int]]
"""By employee and code, on the first of the month."""

type Changes = dict[int, list[tuple[str, str, int]]]
"""By employee: the code, the day within the month, the new rate."""


@open_to_all("a step of services that have checked")
def rates_of_month(
    session: Session, parts: Sequence[Part], month: date, only: int
) -> tuple[Rates, Rates, Changes]:
    """The rates of fixed components, those of components with a formula, and what changes within the month.

    Whoever has any rate is among the first; `only` one employee, everybody for 0.
    """
    first, last = month.isoformat(), last_day(month).isoformat()
    fixed = {part.id: part.code for part in parts if part.kind == ComponentKind.FIXED}
    others = {part.id: part.code for part in parts if part.id not in fixed}
    rates: Rates = {}
    own_rates: Rates = defaultdict(dict)
    own, who = {}, 0
    for employee_id, component_id, amount in plain_rows(
        session,
        "SELECT employee_id, component_id, amount FROM pay_rate WHERE from_on <= :first"
        " AND (:only = 0 OR employee_id = :only) ORDER BY employee_id, component_id, from_on",
        first=first,
        only=only,
    ):
        if employee_id != who:
            who = employee_id
            own = rates[who] = {}
        code = fixed.get(component_id)
        if code is not None:
            own[code] = amount  # the latest comes last
        elif component_id in others:
            own_rates[who][others[component_id]] = amount
    return rates, own_rates, _changes(session, first, last, fixed | others)


def _changes(session: Session, first: str, last: str, codes: Mapping[int, str]) -> Changes:
    """The rates that begin within the month, by the day."""
    changes: Changes = {}
    for employee_id, component_id, from_on, amount in plain_rows(
        session,
        "SELECT employee_id, component_id, from_on, amount FROM pay_rate WHERE from_on > :first AND from_on <= :last"
        " ORDER BY from_on",
        first=first,
        last=last,
    ):
        changes.setdefault(employee_id, []).append((codes.get(component_id, ""), from_on, amount))
    return changes
