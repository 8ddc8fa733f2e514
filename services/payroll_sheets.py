"""The rows of a payroll sheet for window and print: people by department, subtotals, the total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from services.database import Session
from services.permissions import Actor, Permission, requires


class SheetRowKind(StrEnum):
    """人员, 部门小计, 合计."""

    PERSON = "person"
    DEPARTMENT = "department"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A person, the subtotal of a department, or the total; yuan, days in hundredths.

    `amounts` by code of component, `insured` by insurance item (base, employer, employee). `net_before` is the net of
    last month's regular sheet, None when the person was not on it.
    """

    kind: SheetRowKind
    line_id: int | None
    employee_id: int | None
    position: int
    number: str
    name: str
    department: str
    post: str
    identity_number: str
    bank_name: str
    bank_account: str
    due_days: int
    worked_days: int
    amounts: Mapping[str, Decimal]
    insured: Mapping[str, tuple[Decimal, Decimal, Decimal]]
    gross: Decimal
    exempt: Decimal
    social: Decimal
    housing: Decimal
    additional: Decimal
    cum_additional: Decimal
    other: Decimal
    tax: Decimal
    withheld: Decimal
    net: Decimal
    employer_insurance: Decimal
    employer_cost: Decimal
    net_before: Decimal | None
    people: int
    note: str


@requires(Permission.PAYROLL_SEE)
def rows(session: Session, actor: Actor, run_id: int) -> list[SheetRow]:
    """The sheet in its order: the people of a department, its subtotal, …, the total. Refused "record.gone"."""
    raise NotImplementedError
