"""Annual bonuses 年终奖 before they are paid: which tax is cheaper for whom, and who stands in a blind zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.database import Session
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class BonusAdviceRow:
    """A person's bonus (yuan): tax by itself, tax more when it is merged, what is cheaper by how much.

    `blind_from`, `blind_to`: in this zone more bonus leaves less money; `blind_from` leaves as much as this bonus would.
    `taken`: the person had a bonus taxed by itself this year.
    """

    employee_id: int
    name: str
    department: str
    bonus: Decimal
    separate_tax: Decimal
    merged_tax: Decimal
    separate_is_cheaper: bool
    saves: Decimal
    blind_from: Decimal | None
    blind_to: Decimal | None
    taken: bool


@requires(Permission.PAYROLL_SEE)
def advice(session: Session, actor: Actor, month: date) -> list[BonusAdviceRow]:
    """The bonuses among the one-off lines of the sheet of `month`, with advice by the year as far as it is known."""
    raise NotImplementedError
