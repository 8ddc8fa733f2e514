"""The frozen lines of payroll runs as their papers read them: tens of thousands as plain tuples, yuan as Decimal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from models.base import Money
from models.payroll import PayrollLine
from services.database import Session
from services.permissions import open_to_all
from services.plain_rows import plain_rows

_FEN = Decimal("0.01")


class PaidLine(NamedTuple):
    """A `PayrollLine`: `amounts` by component are yuan, `insured` (base, employer, employee by item) yuan as text."""

    employee_id: int
    position: int
    number: str
    name: str
    department_id: int
    department_name: str
    post: str
    employment_kind: str
    identity_number: str
    bank_name: str
    bank_account: str
    due_days: int
    worked_days: int
    amounts: Mapping[str, Decimal]
    insured: Mapping[str, Sequence[str]]
    gross: Decimal
    social: Decimal
    housing: Decimal
    tax: Decimal
    withheld: Decimal
    net: Decimal
    employer_insurance: Decimal
    employer_cost: Decimal
    separate_bonus: Decimal
    tax_year: int
    tax_month: int
    cum_income: Decimal
    cum_exempt: Decimal
    cum_basic: Decimal
    cum_special: Decimal
    cum_additional: Decimal
    cum_other: Decimal
    cum_withheld: Decimal
    note: str


@open_to_all("a step of papers that have checked")
def of_run(session: Session, run_id: int, employee_id: int = 0) -> list[PaidLine]:
    """The lines of a run, of one person if asked."""
    rows = plain_rows(
        session,
        f"SELECT {', '.join(PaidLine._fields)} FROM payroll_line"  # noqa: S608 - our own names
        " WHERE run_id = :run AND (:who = 0 OR employee_id = :who)",
        run=run_id,
        who=employee_id,
    )
    columns = zip(*rows, strict=True)
    read = (make(cells) for make, cells in zip(_READ, columns, strict=False))
    return list(map(PaidLine._make, zip(*read, strict=True)))


def _plain(cells: Iterable[Any]) -> Iterable[Any]:
    return cells


def _yuan(cells: Iterable[int]) -> list[Decimal]:
    """Whole fen as yuan."""
    return [fen * _FEN for fen in cells]


def _amounts(cells: Iterable[str]) -> list[dict[str, Decimal]]:
    found = _texts(cells)
    yuan = map(Decimal, chain.from_iterable(one.values() for one in found))
    return [dict(zip(one, yuan, strict=False)) for one in found]


def _texts(cells: Iterable[str]) -> list[dict[str, Any]]:
    """What `Json` columns hold, in one go."""
    found: list[dict[str, Any]] = json.loads(f"[{','.join(cells)}]")
    return found


def _reader(name: str) -> Callable[[Iterable[Any]], Iterable[Any]]:
    if name in {"amounts", "insured"}:
        return _amounts if name == "amounts" else _texts
    return _yuan if isinstance(PayrollLine.__table__.c[name].type, Money) else _plain


_READ = [_reader(name) for name in PaidLine._fields]
