"""What is different from last month in a remittance 与上月比较: who joined, who left, whose base or amount changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from services.remittance_lines import Line, Person, people_of


class Difference(StrEnum):
    """增加, 减少, 基数变更, 金额变更 (the policy changed)."""

    JOINED = "joined"
    LEFT = "left"
    BASE = "base"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Changed:
    """One person who is not as last month; amounts of both sides together (yuan), None when there was or is none."""

    kind: Difference
    employee_id: int
    name: str
    department: str
    base_before: Decimal | None
    base: Decimal | None
    before: Decimal | None
    now: Decimal | None


def changes(lines: Sequence[Line], before: Sequence[Line]) -> list[Changed]:
    """The differences by kind: joined, left, base, amount."""
    now = {one.employee_id: one for one in people_of(lines)}
    then = {one.employee_id: one for one in people_of(before)}
    found = [_changed(then.get(one), now.get(one)) for one in (now | then)]
    order = {kind: place for place, kind in enumerate(Difference)}
    return sorted((one for one in found if one), key=lambda one: order[one.kind])


def _changed(then: Person | None, now: Person | None) -> Changed | None:
    kind = _kind(then, now)
    one = now or then
    if kind is None or one is None:
        return None
    return Changed(
        kind,
        one.employee_id,
        one.name,
        one.department,
        then.base if then else None,
        now.base if now else None,
        then.total if then else None,
        now.total if now else None,
    )


def _kind(then: Person | None, now: Person | None) -> Difference | None:
    if then is None or now is None:
        return Difference.JOINED if then is None else Difference.LEFT
    if (then.declared, then.base) != (now.declared, now.base):
        return Difference.BASE
    return None if then.total == now.total else Difference.AMOUNT
