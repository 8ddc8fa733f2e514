"""The rows of a payroll sheet for window and print: people by department, subtotals, the total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import Any

from sqlalchemy import select

from models.payroll import PayrollLine, PayrollRun
from services import payroll_lines, records
from services.database import Session
from services.permissions import Actor, Permission, requires

_SUMS = (
    "gross", "exempt", "social", "housing", "additional", "cum_additional", "other", "tax", "withheld", "net",
    "employer_insurance", "employer_cost",
)  # fmt: skip


class SheetRowKind(StrEnum):
    """人员, 部门小计, 合计."""

    PERSON = "person"
    DEPARTMENT = "department"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A person, the subtotal of a department, or the total; yuan, days in hundredths.

    `amounts` by code of component, `insured` by insurance item (base, employer, employee). `net_before` is the net of
    the regular sheet before, None when the person was not on it.
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
def rows(session: Session, actor: Actor, run_id: int) -> list[SheetRow]:  # noqa: ARG001 - the permission needs it
    """The sheet in its order: the people of a department, its subtotal, …, the total. Refused "record.gone"."""
    run = records.load(session, PayrollRun, run_id)
    earlier = payroll_lines.run_before(session, run)
    before = {
        person: Decimal(line.net).scaleb(-2)
        for person, line in payroll_lines.of_run(session, earlier.id if earlier else None).items()
    }
    lines = session.scalars(
        select(PayrollLine).where(PayrollLine.run_id == run_id).order_by(PayrollLine.position)
    )
    people = [_person(line, before.get(line.employee_id)) for line in lines]
    found: list[SheetRow] = []
    for department, members in groupby(people, key=lambda row: row.department):
        own = list(members)
        found += [*own, _summed(SheetRowKind.DEPARTMENT, department, own)]
    return [*found, _summed(SheetRowKind.TOTAL, "", people)]


def _person(line: PayrollLine, before: Decimal | None) -> SheetRow:
    return SheetRow(
        kind=SheetRowKind.PERSON,
        line_id=line.id,
        employee_id=line.employee_id,
        position=line.position,
        department=line.department_name,
        amounts={code: Decimal(amount) for code, amount in line.amounts.items()},
        insured={item: _three(map(Decimal, parts)) for item, parts in line.insured.items()},
        net_before=before,
        people=1,
        **{
            name: getattr(line, name)
            for name in (
                "number", "name", "post", "identity_number", "bank_name", "bank_account", "due_days", "worked_days",
                "note", *_SUMS,
            )
        },
    )  # fmt: skip


def _summed(kind: SheetRowKind, department: str, people: list[SheetRow]) -> SheetRow:
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    insured: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
    for row in people:
        for code, amount in row.amounts.items():
            amounts[code] += amount
        for item, parts in row.insured.items():
            insured[item] = [one + other for one, other in zip(insured[item], parts, strict=True)]
    before = [row.net_before for row in people if row.net_before is not None]
    sums: dict[str, Any] = {name: sum((getattr(row, name) for row in people), Decimal(0)) for name in _SUMS}
    blank: dict[str, Any] = {field.name: "" for field in fields(SheetRow) if field.type == "str"}
    return SheetRow(
        kind=kind,
        line_id=None,
        employee_id=None,
        position=0,
        due_days=0,
        worked_days=0,
        amounts=dict(amounts),
        insured={item: _three(parts) for item, parts in insured.items()},
        net_before=sum(before, Decimal(0)) if before else None,
        people=len(people),
        **(blank | {"department": department}),
        **sums,
    )


def _three(parts: Iterable[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    base, employer, employee = parts
    return base, employer, employee
