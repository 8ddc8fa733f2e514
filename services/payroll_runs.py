"""Payroll runs 工资表: drafts made from what the company knows, reckoned again, thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.payroll import BonusTax, PayrollRun, RunKind, RunState
from services import numbering, payroll_filling, records, search
from services.database import Session, once
from services.errors import Refused
from services.months import month_of, next_month
from services.payroll_months import due_on, pay_settings, wage_month
from services.permissions import Actor, Permission, open_to_all, requires

SERIES = "GZ"
EDITABLE = frozenset({RunState.DRAFT})


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A row of the schedule: a sheet, or (run_id None) a month whose sheet is still to be made. Yuan.

    `month` is the month of payment, `wage_month` the one whose work is paid: "November sheet, due 6 November".
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
    """A sheet's head, as `ScheduleRow`; `bonus_tax` of a bonus; components in their order as the sheet keeps them.

    A component: id, code, name, kind, effect, taxable, in_base, formula.
    """

    head: ScheduleRow
    bonus_tax: BonusTax | None
    components: tuple[dict[str, object], ...]


@requires(Permission.PAYROLL_SEE)
def schedule(session: Session, actor: Actor, year: int, today: date) -> list[ScheduleRow]:  # noqa: ARG001 - the permission needs it
    """The sheets of a year by month of payment, the earliest first; regular ones that are not made yet among them.

    Months begin with the first sheet there is (or the month of `today`) and end with the month of `today`, or the
    next one once this month's regular sheet is paid.
    """
    how = pay_settings(session)
    known = session.scalars(
        select(PayrollRun)
        .where(PayrollRun.month >= date(year, 1, 1), PayrollRun.month <= date(year, 12, 31))
        .order_by(PayrollRun.month, PayrollRun.id)
    ).all()
    found = [row_of(run, wage_month(run.month, how), today) for run in known]
    regular = {run.month: run for run in known if run.kind == RunKind.REGULAR}
    first = session.scalar(select(PayrollRun.month).order_by(PayrollRun.month).limit(1)) or month_of(today)
    month, last = max(first, date(year, 1, 1)), _last_asked(session, today)
    while month <= last and month.year == year:
        if month not in regular:
            due = due_on(month, how)
            found.append(_missing(month, wage_month(month, how), due, overdue=due < today))
        month = next_month(month)
    return sorted(found, key=lambda row: (row.month, row.kind != RunKind.REGULAR, row.run_id or 0))


@requires(Permission.PAYROLL_SEE)
def get(session: Session, actor: Actor, run_id: int, today: date) -> Run:  # noqa: ARG001 - the permission needs it
    """A sheet; Refused "record.gone"."""
    run = records.load(session, PayrollRun, run_id)
    head = row_of(run, wage_month(run.month, pay_settings(session)), today)
    return Run(head, run.bonus_tax, tuple(run.components))


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

    The sheet "November" is due in November and pays the work of October, unless the setting `payroll_setting.wage_month`
    says "same". Regular: everybody employed in the wage month. Bonus: the lines of `annual_bonus` of the month.
    Supplement: the one-off lines no sheet has taken yet. A repeated command makes it once.
    Raises Refused "payroll.exists" (month), "payroll.later_run" (number) and its like, "payroll.nobody", "payroll.month_too_far",
    "payroll.no_components", "payroll.formula" (component, person, cause), "payroll.bonus_taken" (names),
    "payroll.bonus_ended" (day), "payroll.bonus_tax_missing", "payroll.no_local_wage".
    """
    month = month_of(month)
    if not once(session, command_id):
        return _made(session, month, kind)
    if month > next_month(month_of(today)):
        raise Refused("payroll.month_too_far", field="month", month=f"{month:%Y-%m}")
    if kind == RunKind.BONUS and bonus_tax is None:
        raise Refused("payroll.bonus_tax_missing", field="bonus_tax")
    due = due_on(month, pay_settings(session))
    pay_on = max(due, today)  # whoever is late pays, and is taxed, later
    _refuse_later(session, pay_on, None)
    run = PayrollRun(
        number=numbering.next_number(session, f"{SERIES}-{month:%Y%m}", width=2),
        month=month, kind=kind, title=records.tidy(title, "title"), state=RunState.DRAFT,
        bonus_tax=bonus_tax if kind == RunKind.BONUS else None, due_on=due, pay_on=pay_on,
        made_by_id=actor.user_id, made_by_name=actor.name,
    )  # fmt: skip
    _store(session, actor, run)
    payroll_filling.fill(session, actor, run, "draft")
    return run.id


@requires(Permission.PAYROLL_EDIT)
def recompute(session: Session, actor: Actor, run_id: int, version: int, today: date) -> int:
    """Reckon a draft again from what is known now; returns the run's new version.

    Later sheets that are drafts are reckoned after it, for they go on from its figures. Raises Refused "record.gone",
    "record.stale", "payroll.not_editable", "payroll.later_on_its_way" (number, state), "payroll.later_paid"
    (number), and what `draft` raises.
    """
    run = _expect_draft(session, run_id, version)
    later = payroll_filling.later_runs(session, run)
    _refuse_settled(later)
    run.pay_on = max(run.due_on, today)
    payroll_filling.refill(session, actor, run, later)
    session.refresh(run)
    return run.version


@requires(Permission.PAYROLL_EDIT)
def remove(session: Session, actor: Actor, run_id: int, version: int) -> None:
    """Throw a draft away; its one-off lines wait for another sheet.

    Later sheets go first: raises "payroll.later_run" (number: the last of them, a draft), and as `recompute`.
    """
    run = _expect(session, run_id, version)
    payroll_filling.empty(session, run)
    payroll_filling.write_down(session, actor, "delete", run)
    session.delete(run)
    session.flush()
    search.remove(session, "payroll_run", run_id)


@open_to_all("a step of services that have checked")
def row_of(run: PayrollRun, wages_of: date, today: date) -> ScheduleRow:
    """A sheet as the schedule shows it."""
    open_still = run.state not in {RunState.PAID, RunState.LOCKED}
    return ScheduleRow(
        run.id, run.version, run.number, run.month, wages_of, run.kind, run.title, run.state, run.due_on, run.pay_on,
        run.paid_on, open_still and run.due_on < today, run.people, run.gross, run.insurance, run.tax, run.net,
        run.employer_cost, run.holder_name, run.state_note,
    )  # fmt: skip


def _missing(month: date, wages_of: date, due: date, *, overdue: bool) -> ScheduleRow:
    nothing = Decimal(0)
    return ScheduleRow(
        None, None, "", month, wages_of, RunKind.REGULAR, "", None, due, due, None, overdue, 0,
        nothing, nothing, nothing, nothing, nothing, "", "",
    )  # fmt: skip


def _last_asked(session: Session, today: date) -> date:
    month = month_of(today)
    done = session.scalar(
        select(PayrollRun.id).where(
            PayrollRun.month == month,
            PayrollRun.kind == RunKind.REGULAR,
            PayrollRun.state.in_([RunState.PAID, RunState.LOCKED]),
        )
    )
    return next_month(month) if done else month


def _made(session: Session, month: date, kind: RunKind) -> int:
    """The sheet a repeated command made before."""
    newest = select(PayrollRun.id).where(PayrollRun.month == month, PayrollRun.kind == kind)
    found = session.scalar(newest.order_by(PayrollRun.id.desc()).limit(1))
    if found is None:
        raise Refused("record.gone")
    return found


def _expect_draft(session: Session, run_id: int, version: int) -> PayrollRun:
    run = records.expect(session, PayrollRun, run_id, version)
    if run.state not in EDITABLE:
        raise Refused("payroll.not_editable", number=run.number)
    return run


def _refuse_settled(later: Sequence[PayrollRun]) -> None:
    """What was paid or is on its way goes on from these figures and cannot follow them."""
    for run in reversed(later):
        if run.state not in EDITABLE:
            raise _behind(run)


def _expect(session: Session, run_id: int, version: int) -> PayrollRun:
    run = _expect_draft(session, run_id, version)
    _refuse_later(session, run.pay_on, run.id)
    return run


def _refuse_later(session: Session, pay_on: date, run_id: int | None) -> None:
    """Later sheets of the tax year go on from this one's figures."""
    later = select(PayrollRun).where(PayrollRun.pay_on > pay_on)
    if run_id is not None:
        later = select(PayrollRun).where(PayrollRun.id > run_id)
    last = session.scalar(later.order_by(PayrollRun.id.desc()).limit(1))
    if last is not None:
        raise _behind(last)


def _behind(run: PayrollRun) -> Refused:
    """What must be done about a later sheet first: removed, taken back to the draft, or nothing any more."""
    if run.state in EDITABLE:
        return Refused("payroll.later_run", number=run.number)
    if run.state in {RunState.PAID, RunState.LOCKED}:
        return Refused("payroll.later_paid", number=run.number)
    return Refused("payroll.later_on_its_way", number=run.number, state=run.state)


def _store(session: Session, actor: Actor, run: PayrollRun) -> None:
    run.search_text = search.text_for(run.number, f"{run.month:%Y-%m}", run.title)
    try:
        with session.begin_nested():
            session.add(run)
            session.flush()
    except IntegrityError as error:
        raise Refused("payroll.exists", field="month", month=f"{run.month:%Y-%m}") from error
    search.index(session, "payroll_run", run.id, run.search_text)
    payroll_filling.write_down(session, actor, "create", run)
