"""A slip of supplies as typed: one act, one day, several articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.supply import SupplyAct

SLIP = {SupplyAct.RECEIVE: "RK", SupplyAct.ISSUE: "LY", SupplyAct.RETURN: "TK", SupplyAct.COUNT: "WP", SupplyAct.TRANSFER: "DB"}  # fmt: skip
"""The series of each act; PD is that of stock-takes of assets."""


@dataclass(frozen=True, slots=True)
class SupplyLine:
    """One article of a slip: `quantity` moved (of a count: found), `value` yuan in all of what is received (0: a gift).

    `unit_value` (yuan) says what a surplus costs when nothing is on hand; `expected` is what the books said when a count
    was listed; `employee_id` who of the department got it, where that is somebody else on every line.
    """

    supply_id: int | None = None
    quantity: Decimal | None = None
    value: Decimal | None = None
    unit_value: Decimal | None = None
    note: str = ""
    expected: Decimal | None = None
    employee_id: int | None = None


@dataclass(frozen=True, slots=True)
class SlipDraft:
    """A slip as typed: one act of one day, from or at a place, to a place, a department or a person."""

    act: SupplyAct
    on_day: date | None = None
    place_id: int | None = None
    lines: tuple[SupplyLine, ...] = ()
    to_place_id: int | None = None
    department_id: int | None = None
    employee_id: int | None = None
    supplier: str = ""
    note: str = ""
    benefit_id: int | None = None
