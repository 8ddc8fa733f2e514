"""Files for the tax office's withholding client 扣缴端: wages, bonuses and people of a month of payment, as .xlsx."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from io import BytesIO

from sqlalchemy import or_, select

from models.payroll import PayrollLine, PayrollRun, RunKind
from models.people import Employee
from models.personnel import EmploymentKind, IdentityKind
from services import bank_cards, personal_files, records, special_deductions, tax_client_severance, tax_years
from services.claim_check_row import Check, warn
from services.database import Session
from services.errors import Refused
from services.exchange.xlsx import write_table
from services.identity_numbers import id_card_problem
from services.payroll_rows import DECIDED, ZERO, PaperFile
from services.permissions import Actor, Permission, requires
from services.personal_files import Identity
from services.tax_client_severance import Severance
from services.tax_client_templates import TaxSheet, Template, template
from services.tax_client_values import (
    TaxPerson,
    Value,
    bonus_values,
    labour_values,
    people_values,
    severance_values,
    wage_values,
)
from services.tax_years import TaxYearFigures

_APART = {EmploymentKind.LABOUR, EmploymentKind.INTERN}  # 劳务报酬: a sheet of its own in the client

_OF_WAGES = {TaxSheet.WAGES, TaxSheet.BONUS}
_FIRST = 6

type Values = Callable[[TaxPerson], Mapping[str, Value]]


class _Alone(Enum):
    """Why something is taxed by itself."""

    BONUS = 1
    SEVERANCE = 2
    LABOUR = 3

    @classmethod
    def of(cls, line: PayrollLine, kind: RunKind) -> _Alone:
        if line.employment_kind == EmploymentKind.LABOUR:
            return cls.LABOUR
        return cls.BONUS if kind is RunKind.BONUS else cls.SEVERANCE


_NONE = (ZERO, ZERO)


@dataclass(frozen=True, slots=True)
class TaxLook:
    """A file before it is written: its titles and first rows, people, sum (yuan; None for people), what is left out, what looks odd.

    `unknown` are columns of the company's own template that stay empty because nobody knows them here.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    people: int
    total: Decimal | None
    own_template: bool
    unknown: tuple[str, ...]
    left_out: tuple[Check, ...] = ()
    doubts: tuple[Check, ...] = ()


@requires(Permission.PAYROLL_SEE)
def wages(session: Session, actor: Actor, run_id: int) -> PaperFile:  # noqa: ARG001 - the permission needs the actor
    """正常工资薪金收入 of the month a run is paid in: every approved run of that month, and this one.

    Raises Refused "record.gone", "tax_file.nobody" (month).
    """
    return _file(session, TaxSheet.WAGES, *_of_month(session, run_id))


@requires(Permission.PAYROLL_SEE)
def bonus(session: Session, actor: Actor, run_id: int) -> PaperFile:  # noqa: ARG001 - as above
    """全年一次性奖金收入 of the month: bonuses taxed by themselves. Raises as `wages`."""
    return _file(session, TaxSheet.BONUS, *_of_month(session, run_id))


@requires(Permission.PAYROLL_SEE)
def severance(session: Session, actor: Actor, run_id: int) -> PaperFile:  # noqa: ARG001 - as above
    """解除劳动合同一次性补偿金 of the month, with what of it is exempt. Raises as `wages`."""
    return _file(session, TaxSheet.SEVERANCE, *_of_month(session, run_id))


@requires(Permission.PAYROLL_SEE)
def labour(session: Session, actor: Actor, run_id: int) -> PaperFile:  # noqa: ARG001 - as above
    """劳务报酬所得 of the month: what was paid to freelancers. Raises as `wages`."""
    return _file(session, TaxSheet.LABOUR, *_of_month(session, run_id))


@requires(Permission.PAYROLL_SEE)
def people(session: Session, actor: Actor, run_id: int) -> PaperFile:  # noqa: ARG001 - as above
    """人员信息 of everybody paid in the month. Raises as `wages`."""
    return _file(session, TaxSheet.PEOPLE, *_of_month(session, run_id))


@requires(Permission.PAYROLL_SEE)
def look(session: Session, actor: Actor, run_id: int, kind: TaxSheet) -> TaxLook:  # noqa: ARG001 - as above
    """What a file will say, before it is written. Raises as `wages`."""
    month, everybody = _of_month(session, run_id)
    found, form = _chosen(kind, everybody, month), template(session, kind)
    values = _values(kind, month)
    return TaxLook(
        titles=tuple(title for title, _ in form.columns),
        rows=tuple(tuple(map(_shown, _row(form, values(one)))) for one in found[:_FIRST]),
        people=len(found),
        total=_total(kind, found),
        own_template=form.own,
        unknown=form.unknown,
        left_out=tuple(_left_out(kind, everybody)),
        doubts=tuple(_doubts(kind, found)),
    )


def _total(kind: TaxSheet, found: Sequence[TaxPerson]) -> Decimal | None:
    ways: dict[TaxSheet, Callable[[TaxPerson], Decimal]] = {
        TaxSheet.WAGES: lambda one: one.income,
        TaxSheet.BONUS: lambda one: one.bonus,
        TaxSheet.SEVERANCE: lambda one: one.severance.paid,
        TaxSheet.LABOUR: lambda one: one.labour,
    }
    return sum((ways[kind](one) for one in found), ZERO) if kind in ways else None


def _file(session: Session, kind: TaxSheet, month: date, everybody: Sequence[TaxPerson]) -> PaperFile:
    form, values = template(session, kind), _values(kind, month)
    rows = [_row(form, values(one)) for one in _chosen(kind, everybody, month)]
    made = BytesIO()
    write_table(made, form.sheet, [title for title, _ in form.columns], rows)
    return PaperFile(f"{month:%Y-%m} {form.sheet}.xlsx", made.getvalue())


def _values(kind: TaxSheet, month: date) -> Values:
    ways: dict[TaxSheet, Values] = {
        TaxSheet.WAGES: wage_values,
        TaxSheet.BONUS: bonus_values,
        TaxSheet.SEVERANCE: severance_values,
        TaxSheet.LABOUR: labour_values,
        TaxSheet.PEOPLE: lambda person: people_values(person, month),
    }
    return ways[kind]


def _row(form: Template, values: Mapping[str, Value]) -> list[Value]:
    """A row; text that is empty leaves its cell empty, an amount of zero is one (全员全额: who got nothing is declared too)."""
    found = (values[value] if value else None for _, value in form.columns)
    return [None if one == "" else one for one in found]


def _shown(value: Value) -> str:
    return f"{value:.2f}" if isinstance(value, Decimal) else value or ""


def _chosen(kind: TaxSheet, everybody: Sequence[TaxPerson], month: date) -> list[TaxPerson]:
    """Who belongs on a sheet."""
    match kind:
        case TaxSheet.WAGES:
            found = [
                one
                for one in everybody
                if _kind(one) not in _APART and (one.income or not (one.bonus or one.severance.paid))
            ]
        case TaxSheet.BONUS:
            found = [one for one in everybody if _kind(one) not in _APART and one.bonus]
        case TaxSheet.SEVERANCE:
            found = [one for one in everybody if one.severance.paid]
        case TaxSheet.LABOUR:
            found = [one for one in everybody if one.labour]
        case TaxSheet.PEOPLE:
            found = list(everybody)
    if not found:
        raise Refused("tax_file.nobody", month=month.strftime("%Y-%m"), sheet=kind.value)
    return found


def _kind(person: TaxPerson) -> EmploymentKind:
    return person.last.employment_kind


def _left_out(kind: TaxSheet, everybody: Sequence[TaxPerson]) -> Iterator[Check]:
    for one in everybody:
        if kind is TaxSheet.LABOUR and _kind(one) is EmploymentKind.INTERN:
            yield warn("tax_file_intern", one.last.number, **_told(one))
        if kind not in _OF_WAGES:
            continue
        if _kind(one) in _APART:
            yield warn("tax_file_apart", one.last.number, **_told(one))
        elif one.severance.paid:
            yield warn("tax_file_severance", one.last.number, **_told(one))


def _doubts(kind: TaxSheet, found: Sequence[TaxPerson]) -> Iterator[Check]:
    """What the client will refuse, or what does not fit the pay."""
    numbers = Counter(one.number for one in found if one.number)
    for one in found:
        subject, told = one.last.number, _told(one)
        if not one.number:
            yield warn("tax_file_no_identity", subject, **told)
        elif one.identity.kind is IdentityKind.ID_CARD and id_card_problem(one.number):
            yield warn("tax_file_identity", subject, **told)
        if numbers[one.number] > 1:
            yield warn("tax_file_twice", subject, **told)
        if kind is TaxSheet.WAGES and one.insured_apart:
            yield warn("tax_file_insurance", subject, **told)
        if kind is TaxSheet.WAGES and one.deducted_apart:
            yield warn("tax_file_deductions", subject, **told)
        if kind is TaxSheet.SEVERANCE and one.severance.tax != one.severance_taken:
            yield warn("tax_file_severance_tax", subject, **told)
        if kind is TaxSheet.PEOPLE and not (one.identity.sex and one.identity.born_on):
            yield warn("tax_file_person", subject, **told)


def _is_intern(line: PayrollLine) -> bool:
    """What was paid before an internship became employment is no wage, though it was paid in the same month."""
    return line.employment_kind == EmploymentKind.INTERN


def _told(person: TaxPerson) -> dict[str, str]:
    return {"name": person.last.name, "number": person.last.number}


def _of_month(session: Session, run_id: int) -> tuple[date, list[TaxPerson]]:
    """The month of payment, and everybody paid in it in the order of the sheets."""
    run = records.load(session, PayrollRun, run_id)
    month = run.pay_on.replace(day=1)
    query = (
        select(PayrollLine, Employee, PayrollRun.kind)
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .join(Employee, Employee.id == PayrollLine.employee_id)
        .where(PayrollLine.tax_year == month.year, PayrollLine.tax_month == month.month)
        .where(or_(PayrollRun.id == run_id, PayrollRun.state.in_(DECIDED)))
        .order_by(PayrollRun.pay_on, PayrollRun.id, PayrollLine.position)
    )
    lines: dict[int, list[PayrollLine]] = {}
    employees: dict[int, Employee] = {}
    alone: dict[tuple[int, _Alone], tuple[Decimal, Decimal]] = {}  # taxed by itself: amount and tax
    for line, employee, kind in session.execute(query):
        lines.setdefault(employee.id, []).append(line)
        employees[employee.id] = employee
        which = (employee.id, _Alone.of(line, kind))
        amount, tax = alone.get(which, (ZERO, ZERO))
        alone[which] = amount + line.separate_bonus, tax + line.separate_tax
    known, cards = personal_files.identities(session), bank_cards.in_force(session, run.pay_on)
    leaving = {one: paid for (one, why), (paid, _) in alone.items() if why is _Alone.SEVERANCE and paid}
    severances = tax_client_severance.of_month(session, month, leaving)
    years = tax_years.of_year(session, month.year)
    so_far = special_deductions.year_to_date(session, month)
    now = special_deductions.items_of_month(session, month)
    found = [
        TaxPerson(
            employee=employees[one],
            identity=known.get(one, Identity()),
            lines=[line for line in lines[one] if _is_intern(line) is _is_intern(lines[one][-1])],
            so_far=so_far.get(one, {}),
            of_month=now.get(one, {}),
            card=cards.get(one),
            year=years.get(one, TaxYearFigures()),
            bonus=alone.get((one, _Alone.BONUS), _NONE)[0],
            severance=severances.get(one, Severance()),
            severance_taken=alone.get((one, _Alone.SEVERANCE), _NONE)[1],
            labour=alone.get((one, _Alone.LABOUR), _NONE)[0],
        )
        for one in sorted(lines, key=lambda one: (lines[one][0].position, one))
    ]
    return month, found
