"""What stands on a payroll sheet: reckoned from what the company knows and written, or only compared with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import delete, select, text, update

from models.pay import PayAdjustment
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from services import audit, insured_arrears, pay_arrears, pay_withholdings, payroll_ground, payroll_making
from services.database import Session, now
from services.errors import Refused
from services.payroll_ground import Asked, Ground
from services.payroll_making import Totals
from services.payroll_taken import refuse_taken
from services.permissions import Actor, open_to_all

_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def fill(session: Session, actor: Actor, run: PayrollRun, action: str) -> None:
    """Reckon a sheet's lines and totals, and take its one-off lines. Raises as `payroll_runs.draft`."""
    empty(session, run)
    if run.kind == RunKind.REGULAR:
        pay_withholdings.take_in(session, run.month, run.pay_on)
        pay_arrears.forget(session, actor, run)
        insured_arrears.forget(session, actor, run)
    ground = payroll_ground.read(session, Asked(run.month, run.kind, run.pay_on, run.id, run.bonus_tax))
    if not ground.parts:
        raise Refused("payroll.no_components")
    refuse_taken(session, ground)
    totals, run.wage_month = payroll_making.write(session, ground, run.id), ground.wages_of
    if not totals.people:
        raise Refused("payroll.nobody", month=f"{run.month:%Y-%m}")
    _take(session, ground, run)
    _total(run, ground, totals)
    session.flush()
    if action == "recompute":
        write_down(session, actor, action, run)


@open_to_all(_WHY)
def empty(session: Session, run: PayrollRun) -> None:
    """Take its lines away; its one-off lines wait for a sheet again."""
    session.execute(delete(PayrollLine).where(PayrollLine.run_id == run.id))
    session.execute(
        update(PayAdjustment)
        .where(PayAdjustment.run_id == run.id)
        .values(run_id=None)
        .execution_options(synchronize_session=False)
    )


@open_to_all(_WHY)
def later_runs(session: Session, run: PayrollRun) -> list[PayrollRun]:
    """The sheets made after a run, in their order: the figures of the tax year go on from one to the next."""
    return list(session.scalars(select(PayrollRun).where(PayrollRun.id > run.id).order_by(PayrollRun.id)))


@open_to_all(_WHY)
def refill(session: Session, actor: Actor, run: PayrollRun, later: Sequence[PayrollRun]) -> None:
    """Reckon a draft again, then the later drafts, each from the figures before it; they keep their one-off lines."""
    for one in later:
        session.execute(delete(PayrollLine).where(PayrollLine.run_id == one.id))
    for one in (run, *later):
        fill(session, actor, one, "recompute")


@open_to_all(_WHY)
def changed_since(session: Session, run: PayrollRun, today: date) -> int:
    """How many people of an open sheet would be otherwise if it were reckoned now; nothing is written.

    Nobody where a later sheet is no draft: that one goes on from these figures, which stay; what changed is a supplement.
    """
    later = later_runs(session, run)
    if any(one.state != RunState.DRAFT for one in later):
        return 0
    run_id, pay_on = run.id, max(run.due_on, today)
    was = payroll_making.stored(session, run_id)
    with session.begin_nested() as trial:
        for one in later:
            session.execute(delete(PayrollLine).where(PayrollLine.run_id == one.id))
        empty(session, run)
        if run.kind == RunKind.REGULAR:
            pay_withholdings.take_in(session, run.month, pay_on)
            session.flush()
        ground = payroll_ground.read(session, Asked(run.month, run.kind, pay_on, run_id, run.bonus_tax))
        now_lines = payroll_making.reckoned(ground, run_id)
        trial.rollback()
    return sum(was.get(person) != now_lines.get(person) for person in {*was, *now_lines})


def _take(session: Session, ground: Ground, run: PayrollRun) -> None:
    """The one-off lines that went into the run are its own from now on."""
    session.execute(
        text(
            "UPDATE pay_adjustment SET run_id = :run WHERE month = :month AND run_id IS NULL AND component_id IN"
            " (SELECT id FROM pay_component WHERE (code = 'annual_bonus') = :is_bonus)"
        ),
        {"run": run.id, "month": ground.asked.month.isoformat(), "is_bonus": run.kind == RunKind.BONUS},
    )


def _total(run: PayrollRun, ground: Ground, totals: Totals) -> None:
    run.people = totals.people
    for name in ("gross", "insurance", "tax", "net", "employer_cost"):
        setattr(run, name, Decimal(getattr(totals, name)).scaleb(-2))
    run.components = [
        {
            "id": part.id, "code": part.code, "name": part.name, "kind": part.kind.value, "effect": part.effect.value,
            "taxable": part.taxable, "in_base": part.in_base, "formula": part.formula,
        }
        for part in ground.parts
    ]  # fmt: skip
    run.updated_at = now()


@open_to_all(_WHY)
def write_down(session: Session, actor: Actor, action: str, run: PayrollRun) -> None:
    """What was done to a sheet: its month and how many people, never an amount."""
    changes: dict[str, object] = {
        "number": run.number,
        "month": run.month.isoformat(),
        "people": run.people or 0,
    }
    audit.append_many(
        session,
        [audit.AuditRow(now(), actor.user_id, actor.name, action, "payroll_run", run.id, changes)],
    )
