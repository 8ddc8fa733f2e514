"""One-off lines 一次性项目 of the sheet of a month: typed, pasted, held off for an advance, or correcting a locked month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.pay import AdjustmentCause
from services.database import Session
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class AdjustmentDraft:
    """A one-off line as typed; `of_month` names the locked month it corrects (then a note is needed)."""

    id: int | None = None
    version: int | None = None
    month: date | None = None
    employee_id: int | None = None
    component_id: int | None = None
    amount: Decimal | None = None
    of_month: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """A one-off line of a month; `run_number` is the sheet that took it, `locked` when nothing may change it."""

    id: int
    version: int
    employee_id: int
    number: str
    name: str
    department: str
    component_id: int
    component: str
    amount: Decimal
    cause: AdjustmentCause
    of_month: date | None
    claim_number: str
    run_number: str
    locked: bool
    note: str


@dataclass(frozen=True, slots=True)
class AdjustmentProblem:
    """What is wrong with a pasted or imported row (from 1) and column; `code` names the sentence (CHECKS)."""

    row: int
    column: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class ReadAdjustments:
    """Pasted or imported rows as they were understood, and what could not be; nothing is saved yet."""

    drafts: tuple[AdjustmentDraft, ...]
    names: tuple[str, ...]
    problems: tuple[AdjustmentProblem, ...]


@requires(Permission.PAYROLL_SEE)
def of_month(session: Session, actor: Actor, month: date) -> list[AdjustmentRow]:
    """The one-off lines of the sheet of `month` by person."""
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def save(session: Session, actor: Actor, draft: AdjustmentDraft) -> int:
    """Store a one-off line; returns its id.

    Raises Refused "record.required" (month, employee_id, component_id, amount, note), "record.gone", "record.stale",
    "pay_adjustment.zero", "pay_adjustment.locked" (its sheet is no draft any more), "pay_adjustment.of_month"
    (of_month is not before month).
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def remove(session: Session, actor: Actor, adjustment_id: int, version: int) -> None:
    """Delete a one-off line that no sheet keeps; those of repayments go with the repayment. Raises as `save`."""
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def read_rows(
    session: Session, actor: Actor, month: date, component_id: int, rows: Sequence[Sequence[str]]
) -> ReadAdjustments:
    """Understand pasted rows: 工号 or 姓名, amount, note; or with a row of titles whose columns are component names.

    Problems are values: "adjustment_unknown_person", "adjustment_two_people", "adjustment_amount",
    "adjustment_unknown_title", "adjustment_twice".
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def save_read(
    session: Session, actor: Actor, drafts: Sequence[AdjustmentDraft], cause: AdjustmentCause, command_id: str
) -> int:
    """Store what `read_rows` understood, all or nothing, once; how many lines."""
    raise NotImplementedError
