"""What a paper beside the claims changes, before and after: what somebody who decides on it looks at."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from models.approval import DecidedKind
from models.insurance import InsuranceChange
from models.payroll import PayrollRun, RunKind, RunState
from models.people import Employee
from models.personnel_paper import PersonnelPaper
from models.remittance import BaseSeason, BaseSeasonLine
from services import approval_steps, office_kinds, office_papers, records
from services.approval_steps import DecisionRow, StepRow
from services.database import Session
from services.permissions import Actor, Permission, check, open_to_all

_WHY = "every kind names the permission that sees it, checked first thing"
_LISTED = 60
_WITH_REASON = (DecidedKind.PERSONNEL_PAPER, DecidedKind.ASSET_REQUEST)


@dataclass(frozen=True, slots=True)
class Change:
    """A line of what a paper changes; `name` is a field or a plain word, `before` None where there was nothing."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class OfficeDetail:
    """One paper as whoever decides on it sees it. `remarks` are codes with their values, of personnel papers."""

    kind: DecidedKind
    id: int
    version: int
    number: str
    title: str
    state: Any
    made_by: str
    holder_name: str
    reason: str
    changes: tuple[Change, ...]
    remarks: tuple[tuple[str, dict[str, object]], ...]
    steps: tuple[StepRow, ...]
    decisions: tuple[DecisionRow, ...]


# where a kind's own service answers `rows(session, actor, paper_id)` with (name, before, after); else ours below
_OWN: Mapping[DecidedKind, str] = MappingProxyType(
    {
        DecidedKind.PAYROLL_RUN: "services.payroll_details",
        DecidedKind.INSURANCE_CHANGE: "services.insurance_details",
        DecidedKind.BASE_SEASON: "services.base_season_details",
        DecidedKind.ASSET_REQUEST: "services.asset_request_details",
    }
)


@open_to_all(_WHY)
def detail(session: Session, actor: Actor, kind: DecidedKind, paper_id: int, *, today: date) -> OfficeDetail:  # noqa: ARG001 - what a paper says of other days may depend on it
    """The paper with its changes, steps and acts. Raises Refused "permission.denied", "record.gone"."""
    how = office_kinds.KINDS[kind]
    check(actor, how.see)
    item = records.load(session, how.model, paper_id)
    paper = office_papers.paper_of(session, kind, item)
    return OfficeDetail(
        kind=kind,
        id=item.id,
        version=item.version,
        number=str(getattr(item, "number", "") or item.city),
        title=office_papers.title(session, kind, item),
        state=item.state,
        made_by=item.made_by_name,
        holder_name=item.holder_name,
        reason=str(getattr(item, "reason", "")) if kind in _WITH_REASON else "",
        changes=tuple(rows(session, actor, kind, paper_id)),
        remarks=_remarks(session, item),
        steps=tuple(approval_steps.steps(session, paper)),
        decisions=tuple(approval_steps.decisions(session, paper)),
    )


@open_to_all(_WHY)
def rows(session: Session, actor: Actor, kind: DecidedKind, paper_id: int) -> list[Change]:
    """What the paper changes; amounts of pay only with "payroll.see". Raises as `detail`."""
    check(actor, office_kinds.KINDS[kind].see)
    module = _OWN.get(kind, "")
    if module and importlib.util.find_spec(module) is not None:
        found: Sequence[Any] = importlib.import_module(module).rows(session, actor, paper_id)
        return [one if isinstance(one, Change) else Change(*one) for one in found]
    return _PLAIN[kind](session, actor, paper_id)


def _personnel(session: Session, actor: Actor, paper_id: int) -> list[Change]:
    from services import personnel_details
    from services.personnel_drafts import pay_lines

    paper = records.load(session, PersonnelPaper, paper_id)
    found = [Change("kind", None, paper.kind), *personnel_details.changes(paper)]
    if not actor.can(Permission.PAYROLL_SEE):
        return found
    lines = pay_lines(paper.body)
    found += [Change(line.name, line.before, line.amount) for line in lines]
    if len(lines) > 1:
        before, after = personnel_details.pay_totals(lines)
        found.append(Change("pay_total", before, after))
    return found


def _payroll(session: Session, actor: Actor, paper_id: int) -> list[Change]:
    """The run against the last regular one before it."""
    run = records.load(session, PayrollRun, paper_id)
    last = session.scalar(
        select(PayrollRun)
        .where(PayrollRun.kind == RunKind.REGULAR, PayrollRun.month < run.month)
        .where(PayrollRun.state.in_([RunState.APPROVED, RunState.PAID, RunState.LOCKED]))
        .order_by(PayrollRun.month.desc())
        .limit(1)
    )
    found = [
        Change("kind", None, run.kind),
        Change("month", None, f"{run.month:%Y-%m}"),
        Change("pay_on", None, run.pay_on),
        Change("people", last.people if last else None, run.people),
    ]
    if actor.can(Permission.PAYROLL_SEE):
        names = ("gross", "insurance", "tax", "net", "employer_cost")
        found += [Change(name, getattr(last, name) if last else None, getattr(run, name)) for name in names]
    return found


def _insurance(session: Session, actor: Actor, paper_id: int) -> list[Change]:
    change = records.load(session, InsuranceChange, paper_id)
    found = [
        Change("fund", None, change.fund),
        Change("kind", None, change.kind),
        Change("month", None, f"{change.month:%Y-%m}"),
        Change("deadline", None, change.deadline),
    ]
    if actor.can(Permission.PAYROLL_SEE):
        found += [Change("base", change.old_base, change.base)] if change.base is not None else []
        found += [Change("amount", None, change.amount)] if change.amount is not None else []
    return found


def _season(session: Session, actor: Actor, paper_id: int) -> list[Change]:
    """Every person's base before and after, the highest first."""
    season = records.load(session, BaseSeason, paper_id)
    found = [
        Change("fund", None, season.fund),
        Change("from_month", None, f"{season.from_month:%Y-%m}"),
        Change("people", None, season.people),
    ]
    if not actor.can(Permission.PAYROLL_SEE):
        return found
    lines = session.execute(
        select(Employee.name, BaseSeasonLine.old_base, BaseSeasonLine.new_base)
        .join(Employee, Employee.id == BaseSeasonLine.employee_id)
        .where(BaseSeasonLine.season_id == paper_id)
        .order_by(BaseSeasonLine.new_base.desc(), Employee.id)
    ).all()
    return found + [Change(row.name, row.old_base, row.new_base) for row in lines[:_LISTED]]


_PLAIN: Mapping[DecidedKind, Callable[[Session, Actor, int], list[Change]]] = MappingProxyType(
    {
        DecidedKind.PERSONNEL_PAPER: _personnel,
        DecidedKind.PAYROLL_RUN: _payroll,
        DecidedKind.INSURANCE_CHANGE: _insurance,
        DecidedKind.BASE_SEASON: _season,
    }
)


def _remarks(session: Session, item: Any) -> tuple[tuple[str, dict[str, object]], ...]:
    from services.personnel_checks import remarks

    if not isinstance(item, PersonnelPaper):
        return ()
    return tuple((one.code, one.values) for one in remarks(session, item))
