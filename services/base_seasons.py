"""The yearly adjustment of all bases 年度基数调整: last year's average wages, before and after, differences, approval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, select

from models.approval import DecidedKind
from models.insurance import BaseReason, Enrolment, InsuranceBase
from models.insurance_terms import Fund
from models.personnel_paper import OfficePaperState
from models.remittance import BaseSeason, BaseSeasonLine
from services import (
    audit,
    base_season_lines,
    insurance_policy_store,
    insured_arrears,
    records,
    remittance_owed,
    remittances,
)
from services.database import Session, now, once
from services.errors import Refused
from services.months import month_of, month_text
from services.permissions import Actor, Permission, check, open_to_all, requires
from services.records import required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Register
from services.remittance_lines import names_of

KIND = DecidedKind.BASE_SEASON
EDITABLE = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})
SEASON_MONTHS = range(5, 10)  # 汇缴基数调整 from May to September
_ZERO = Decimal(0)


def _open(_context: ChipContext) -> ColumnElement[bool]:
    return BaseSeason.state != OfficePaperState.APPROVED


REGISTER = Register(
    name="base_season",
    record=BaseSeason,
    columns=(
        Column("from_month", "From month", ColumnKind.DAY, BaseSeason.from_month, width=88),
        Column("fund", "Fund", ColumnKind.CHOICE, BaseSeason.fund, width=110, choices=Fund),
        Column("city", "City", ColumnKind.TEXT, BaseSeason.city, width=70),
        Column("state", "State", ColumnKind.CHOICE, BaseSeason.state, width=92, choices=OfficePaperState),
        Column(
            "average_of", "Wages of the year", ColumnKind.NUMBER, BaseSeason.average_of, width=118, spare=1
        ),
        Column("people", "People", ColumnKind.NUMBER, BaseSeason.people, width=60),
        Column("applied_from", "First paid in", ColumnKind.DAY, BaseSeason.applied_from, width=92),
        Column("made_by_name", "Made by", ColumnKind.TEXT, BaseSeason.made_by_name, width=80),
        Column("holder_name", "With", ColumnKind.TEXT, BaseSeason.holder_name, width=60, stretch=True),
    ),
    see=Permission.INSURANCE_SEE,
    sort="from_month",
    descending=True,
    chips=(Chip("open", "Open", clause=_open), Chip("all", "All")),
    default_chip="all",
)


@dataclass(frozen=True, slots=True)
class SeasonDraft:
    """A new season as typed; `from_month` by any of its days. `average_of` is the year whose wages count."""

    id: int | None = None
    version: int | None = None
    fund: Fund = Fund.SOCIAL
    city: str = ""
    from_month: date | None = None
    average_of: int | None = None


@dataclass(frozen=True, slots=True)
class LineEdit:
    """What is typed into a line: the declared base (yuan) and a note."""

    line_id: int
    declared: Decimal | None
    note: str = ""


@requires(Permission.INSURANCE_EDIT)
def usual(session: Session, actor: Actor, today: date) -> SeasonDraft:  # noqa: ARG001 - the permission needs it
    """What a new season begins with: July of this year, or of the last one before May, and the year before that."""
    year = today.year if today.month in SEASON_MONTHS or today.month > SEASON_MONTHS[-1] else today.year - 1
    cities = insurance_policy_store.cities(session, Fund.SOCIAL)
    return SeasonDraft(
        city=cities[0] if len(cities) == 1 else _usual_city(session),
        from_month=date(year, 7, 1),
        average_of=year - 1,
    )


@requires(Permission.INSURANCE_EDIT)
def make(session: Session, actor: Actor, draft: SeasonDraft, command_id: str) -> int:
    """Begin a season: a line for everybody insured in its first month and still insured; returns its id.

    Raises Refused "record.required" (city, from_month, average_of), "base_season.exists" (city, month),
    "base_season.year" when the year is not over by then, "insurance.no_policy" (city, month),
    "base_season.nobody" (city, month), "permission.denied" without payroll.see: it shows wages.
    """
    check(actor, Permission.PAYROLL_SEE)
    city, month, year = _checked(draft)
    if not once(session, command_id):
        return session.scalar(_same(draft.fund, city, month)) or 0
    if session.scalar(_same(draft.fund, city, month)) is not None:
        raise Refused("base_season.exists", field="from_month", city=city, month=month_text(month))
    insurance_policy_store.in_month(session, city, draft.fund, month)
    item = BaseSeason(
        fund=draft.fund, city=city, average_of=year, from_month=month, applied_from=month,
        state=OfficePaperState.DRAFT, made_by_id=actor.user_id, made_by_name=actor.name,
    )  # fmt: skip
    _keep(session, actor, item)
    base_season_lines.fill(session, item)
    if not item.people:
        raise Refused("base_season.nobody", field="city", city=city, month=month_text(month))
    session.flush()
    return item.id


@requires(Permission.INSURANCE_EDIT)
def collect_again(session: Session, actor: Actor, season_id: int, version: int) -> int:
    """Take wages, people and frozen months as they are now; declared bases that were typed stay. Returns the id.

    Raises Refused "base_season.not_editable", "record.stale", "permission.denied" without payroll.see.
    """
    check(actor, Permission.PAYROLL_SEE)
    item = _editable(session, season_id, version)
    base_season_lines.fill(session, item)
    item.updated_at = now()
    audit.record(session, actor, "edit", item)
    session.flush()
    return item.id


@requires(Permission.INSURANCE_EDIT)
def save_lines(
    session: Session, actor: Actor, season_id: int, version: int, edits: Sequence[LineEdit]
) -> int:
    """Write declared bases and notes; the new bases and differences follow. Returns the id.

    Raises Refused "record.required" (declared), "base_season.negative" (declared), "base_season.not_editable",
    "record.gone", "record.stale".
    """
    item = _editable(session, season_id, version)
    lines = {line.id: line for line in base_season_lines.lines_of(session, item.id)}
    changed = []
    for edit in edits:
        if edit.line_id not in lines:
            raise Refused("record.gone")
        if edit.declared is None:
            raise Refused("record.required", field="declared")
        if edit.declared < 0:
            raise Refused("base_season.negative", field="declared")
        line = lines[edit.line_id]
        line.declared, line.note = edit.declared, tidy(edit.note, "note")
        changed.append(line)
    audit.record_all(session, actor, "edit", changed)
    base_season_lines.reckon(session, item, list(lines.values()))
    item.updated_at = now()
    session.flush()
    return item.id


@requires(Permission.INSURANCE_EDIT)
def remove(session: Session, actor: Actor, season_id: int, version: int) -> bool:
    """Throw a season away that was not approved. Raises Refused "base_season.not_editable", "record.stale"."""
    item = _editable(session, season_id, version)
    for line in base_season_lines.lines_of(session, item.id):
        session.delete(line)
    session.flush()
    return records.drop(session, actor, item)


@open_to_all("office_papers calls it before a season goes into approval")
def submitting(session: Session, season: BaseSeason) -> None:
    """Refuse with "base_season.no_average" (names, year) while somebody's average is still to be entered."""
    lines = base_season_lines.lines_of(session, season.id)
    people = names_of(session, [line.employee_id for line in lines if not line.declared])
    if people:
        names = "、".join(sorted(one.name for one in people.values())[:10])
        raise Refused("base_season.no_average", names=names, year=season.average_of)


@open_to_all("the approval engine calls it when the last level has approved")
def approved(session: Session, actor: Actor, season: BaseSeason, today: date) -> None:
    """Let the new bases count: written for everybody from the season's month on.

    What the fund is owed for frozen months becomes a back payment, with the draft of one there is; what the people's sheets took too little
    or too much for months since then, a one-off line on the open sheet of wages.

    Raises Refused "base_season.stopped" (names) when somebody on the list is not insured there any more.
    """
    lines = base_season_lines.lines_of(session, season.id)
    _refuse_stopped(session, season, lines)
    base_season_lines.reckon(session, season, lines)
    bases = [_write_base(session, season, line) for line in lines]
    session.add_all(bases)
    session.flush()
    audit.record_all(session, actor, "edit", bases)
    note = f"{month_text(season.from_month)} 起年度基数调整补差"
    insured_arrears.settle(session, actor, [line.employee_id for line in lines], season.from_month, note)
    waiting = remittances.open_back_payment(session, season.fund, season.city)
    if waiting is not None:
        remittances.add_to_back_payment(session, actor, waiting, today, note)
    elif any(line.employer_difference or line.employee_difference for line in lines):
        _pay_back(session, actor, season, today, note)


def _checked(draft: SeasonDraft) -> tuple[str, date, int]:
    city = required(draft.city, "city")
    if draft.from_month is None:
        raise Refused("record.required", field="from_month")
    if draft.average_of is None:
        raise Refused("record.required", field="average_of")
    month = month_of(draft.from_month)
    if not month.year - 2 <= draft.average_of < month.year:
        raise Refused("base_season.year", field="average_of", year=month.year - 1)
    return city, month, draft.average_of


def _write_base(session: Session, season: BaseSeason, line: BaseSeasonLine) -> InsuranceBase:
    found = session.scalar(
        select(InsuranceBase).where(
            InsuranceBase.employee_id == line.employee_id,
            InsuranceBase.fund == season.fund,
            InsuranceBase.from_month == season.from_month,
        )
    )
    base = found or InsuranceBase(
        employee_id=line.employee_id, fund=season.fund, from_month=season.from_month, base=line.declared
    )
    base.base, base.reason = line.declared, BaseReason.SEASON
    return base


def _pay_back(session: Session, actor: Actor, season: BaseSeason, today: date, note: str) -> None:
    if remittance_owed.owed(session, season.fund, season.city, season.applied_from):
        remittances.make_back_payment(session, actor, season.fund, season.city, today, note)


def _refuse_stopped(session: Session, season: BaseSeason, lines: Sequence[BaseSeasonLine]) -> None:
    insured_now = base_season_lines.bases_before(session, season)
    gone = [line.employee_id for line in lines if line.employee_id not in insured_now]
    if gone:
        names = sorted(one.name for one in names_of(session, gone).values())
        raise Refused("base_season.stopped", names="、".join(names[:10]))


def _usual_city(session: Session) -> str:
    query = select(Enrolment.city).order_by(Enrolment.id.desc()).limit(1)
    return session.scalar(query) or ""


def _same(fund: Fund, city: str, month: date) -> Select[int]:
    return select(BaseSeason.id).where(
        BaseSeason.fund == fund, BaseSeason.city == city, BaseSeason.from_month == month
    )


def _editable(session: Session, season_id: int, version: int) -> BaseSeason:
    item = records.expect(session, BaseSeason, season_id, version)
    if item.state not in EDITABLE:
        raise Refused("base_season.not_editable")
    return item


def _keep(session: Session, actor: Actor, item: BaseSeason) -> None:
    records.keep(session, actor, item, item.city, month_text(item.from_month), str(item.average_of))
