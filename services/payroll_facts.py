"""The facts of people that a payroll run stands on, as plain rows: amounts in fen, months as year × 12 + month."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

INTERN, LABOUR = "intern", "labour"

type Enrolled = tuple[str, int | None]
"""City and declared base (fen) of a person's fund."""


class Person(NamedTuple):
    """Somebody a sheet may pay: first as their line says it; days as ISO text, None where there is none."""

    id: int
    number: str
    name: str
    department_id: int
    department: str
    post: str
    kind: str
    identity_number: str
    bank_name: str
    bank_account: str
    hired_on: str | None
    left_on: str | None


class Attendance(NamedTuple):
    """A month's attendance: days and hours in hundredths."""

    due: int
    worked: int
    absent: int
    sick: int
    late_times: int
    weekday: int
    rest: int
    holiday: int

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> Attendance:
        """A stored row: (employee, due, worked, absent, leave as JSON, times late, overtime of three kinds)."""
        _person, due, worked, absent, leave, late, weekday, rest, holiday = row
        kinds = json.loads(leave) if leave != "{}" else {}
        unpaid, sick = absent + int(kinds.get("personal", 0)), int(kinds.get("sick", 0))
        return cls(due, worked, unpaid, sick, late, weekday, rest, holiday)


class Carried(NamedTuple):
    """The figures of the tax year before this run, and what of the year's beginning was given by hand."""

    income: int = 0
    exempt: int = 0
    special: int = 0
    additional: int = 0
    other: int = 0
    withheld: int = 0


class Year(NamedTuple):
    """What is known of a person's tax year beforehand; months counted as year × 12 + month."""

    first_wage: bool = False
    whole_year: bool = False
    deduct_basic: bool = True
    opened: int = 0
    opening: Carried = Carried()
    opening_basic: int = 0
    opening_items: Mapping[str, int] = MappingProxyType({})  # what of it was for which deduction

    def unopened(self) -> Year:
        """The same without opening figures: those are of another kind of income."""
        return self._replace(opened=0, opening=Carried(), opening_basic=0, opening_items={})


class Deduction(NamedTuple):
    """A deduction in force in the year so far: months as year × 12 + month."""

    item: str
    amount: int
    first: int
    last: int

    @classmethod
    def read(cls, text: str, until: int) -> list[Deduction]:
        """The deductions of a person as one text, up to a month: item|fen|from|to,…"""
        found = []
        for one in sorted(text.split(",")):
            item, amount, begun, ended = one.split("|")
            last = min(month_number(ended), until) if ended else until
            found.append(cls(item, int(amount), month_number(begun), last))
        return found


def month_number(day: str | date) -> int:
    """A month as one whole number, of a day or its ISO text."""
    if isinstance(day, date):
        return day.year * 12 + day.month
    return int(day[:4]) * 12 + int(day[5:7])
