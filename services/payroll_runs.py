"""Payroll runs 工资表: the schedule of a year, and drafts made from what the company knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.payroll import BonusTax, RunKind, RunState
from services.database import Session
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A row of the schedule: a sheet, or (run_id None) a month whose sheet is still to be made. Yuan.

    `month` is the month of payment, `wage_month` the one whose work is paid.
    """

    run_id: int | None
    version: int | None
    number: str
    month: date
    wage_month: date
    kind: RunKind
    title: str
    state: RunState | None
    due_on: date
    pay_on: date
    paid_on: date | None
    overdue: bool
    people: int
    gross: Decimal
    insurance: Decimal
    tax: Decimal
    net: Decimal
    employer_cost: Decimal
    holder_name: str
    state_note: str


@dataclass(frozen=True, slots=True)
class Run:
    """A sheet's head, as `ScheduleRow`; `bonus_tax` of a bonus; components in their order as the sheet keeps them."""

    head: ScheduleRow
    bonus_tax: BonusTax | None
    components: tuple[dict[str, object], ...]


@requires(Permission.PAYROLL_SEE)
def schedule(session: Session, actor: Actor, year: int, today: date) -> list[ScheduleRow]:
    """The sheets of a year by month of payment, the latest last; regular ones that are not made yet among them.

    Months begin with the first sheet there is (or the month of `today`) and end with the month after `today`.
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_SEE)
def get(session: Session, actor: Actor, run_id: int, today: date) -> Run:
    """A sheet; Refused "record.gone"."""
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def draft(
    session: Session,
    actor: Actor,
    month: date,
    kind: RunKind,
    command_id: str,
    today: date,
    *,
    bonus_tax: BonusTax | None = None,
    title: str = "",
) -> int:
    """Make the sheet of `month` (of payment) as a draft; returns the id of the run.

    Regular: everybody employed in the wage month. Bonus: the lines of `annual_bonus` of the month. Supplement: the
    one-off lines no sheet has taken yet. A repeated command makes it once.
    Raises Refused "payroll.exists" (month), "payroll.later_run" (number), "payroll.nobody", "payroll.month_too_far",
    "payroll.no_components", "payroll.formula" (component, and what formulas refuse), "payroll.bonus_taken" (names),
    "payroll.bonus_ended" (day), "payroll.bonus_tax_missing".
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def recompute(session: Session, actor: Actor, run_id: int, version: int, today: date) -> int:
    """Reckon a draft again from what is known now; returns the run's new version.

    Raises Refused "record.gone", "record.stale", "payroll.not_editable", "payroll.later_run", and what `draft` raises.
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def remove(session: Session, actor: Actor, run_id: int, version: int) -> None:
    """Throw a draft away; its one-off lines wait for another sheet. Raises as `recompute`."""
    raise NotImplementedError
