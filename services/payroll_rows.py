"""What the papers of a payroll run are made of: the run, its frozen lines by department, who signed for what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import func, select

from models.approval import ApprovalStep, DecidedKind, StepState
from models.audit import AuditEntry
from models.insurance_terms import InsuranceItem
from models.pay import ComponentEffect
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Company, Department
from services import paid_lines, records
from services.calendars import CHINA
from services.database import Session
from services.paid_lines import PaidLine
from services.pay_template_words import CHECKED, MADE, PAID, marked, signed
from services.payroll_months import pay_settings, wage_month
from services.permissions import open_to_all

ITEMS = {
    InsuranceItem.PENSION: "养老保险",
    InsuranceItem.MEDICAL: "医疗保险",
    InsuranceItem.LARGE_MEDICAL: "大额医疗",
    InsuranceItem.UNEMPLOYMENT: "失业保险",
    InsuranceItem.INJURY: "工伤保险",
    InsuranceItem.MATERNITY: "生育保险",
    InsuranceItem.HOUSING_FUND: "住房公积金",
}
KIND_WORDS = {RunKind.REGULAR: "工资", RunKind.BONUS: "奖金", RunKind.SUPPLEMENT: "补发"}
DECIDED = (RunState.APPROVED, RunState.PAID, RunState.LOCKED)
EMPLOYER, EMPLOYEE = 1, 2  # places in `insured`
EMPLOYER_EFFECT = "employer"  # a component that only the company pays
ZERO = Decimal(0)
_WHY = "a step of the papers of a run, which have checked"


class PaperFile(NamedTuple):
    """A paper or file as it is kept: its name carries month and kind, never an amount."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Component:
    """A column of the sheet as the run froze it."""

    code: str
    name: str
    effect: str

    @property
    def earned(self) -> bool:
        """计入应发."""
        return self.effect == ComponentEffect.EARNING

    @property
    def deducted(self) -> bool:
        """税前扣减应发."""
        return self.effect == ComponentEffect.DEDUCTION

    @property
    def kept_back(self) -> bool:
        """税后扣款."""
        return self.effect == ComponentEffect.WITHHOLDING


def component(stored: dict[str, Any]) -> Component:
    """A component as a run keeps it; the bar that a formula needs between two words is a space on paper."""
    return Component(stored["code"], stored["name"].replace("_", " "), stored.get("effect", "earning"))


@dataclass(frozen=True, slots=True)
class PaidRun:
    """A run as printed; `used` components somebody has an amount of, `lines` by department (its code) and place."""

    run: PayrollRun
    company: str
    wage_month: date
    components: tuple[Component, ...]
    used: tuple[Component, ...]
    lines: Sequence[PaidLine]
    departments: tuple[tuple[str, tuple[PaidLine, ...]], ...]

    @property
    def final(self) -> bool:
        """Approved or later: nobody can change it any more."""
        return self.run.state in DECIDED

    @property
    def kind_word(self) -> str:
        """工资, 奖金, 补发."""
        return KIND_WORDS[self.run.kind]

    @property
    def month_words(self) -> str:
        """2026年11月."""
        return month_words(self.run.month)

    def first(self, most: int) -> PaidRun:
        """The same with its first people only."""
        lines = self.lines[:most]
        return replace(self, lines=lines, departments=_by_department(lines))

    def words(self, text: str) -> str:
        """A template's text with its marks filled in."""
        return marked(
            text,
            kind=self.kind_word,
            month=self.month_words,
            year=f"{self.run.month.year}",
            company=self.company,
        )

    def title(self, what: str) -> str:
        """The heading of a paper; whoever sees a draft must know it."""
        return what if self.final else f"{what}（草稿）"

    def file_name(self, what: str, ending: str) -> str:
        """Month and kind; the number, too, where a month may have several."""
        number = "" if self.run.kind is RunKind.REGULAR else f" {self.run.number}"
        return f"{self.run.month:%Y-%m}{number} {what}.{ending}"

    @property
    def subtitle(self) -> str:
        """Which wages, when they are paid, the number."""
        paid = self.run.paid_on or self.run.pay_on
        own = f"　{self.run.title}" if self.run.title else ""
        return f"工资所属月份：{month_words(self.wage_month)}　发放日期：{paid.isoformat()}　编号：{self.run.number}{own}"


def month_words(month: date) -> str:
    """2026年11月."""
    return f"{month.year}年{month.month}月"


def yuan(line: PaidLine, code: str) -> Decimal:
    """What a line has of a component."""
    return line.amounts.get(code, ZERO)


def insured(line: PaidLine | PayrollLine, item: InsuranceItem, side: int) -> Decimal:
    """What a line has of an insurance item, for the side EMPLOYER or EMPLOYEE."""
    found = line.insured.get(item.value)
    return Decimal(found[side]) if found else ZERO


def insured_sum(line: PaidLine, side: int) -> Decimal:
    """All items of a line together."""
    return sum([Decimal(found[side]) for found in line.insured.values()], ZERO)


def note_words(line: PaidLine) -> str:
    """The note of a line without remarks that only say the component again: 年终奖：年终奖."""
    if not line.note:
        return ""
    parts = (part.partition("：") for part in line.note.split("；"))
    return "；".join("".join(part) for part in parts if part[0] != part[2])


@cache
def days_words(hundredths: int) -> str:
    """Days as written: 21.75, 20.5, 21."""
    return f"{Decimal(hundredths).scaleb(-2).normalize():f}" if hundredths else "0"


@open_to_all(_WHY)
def load(session: Session, run_id: int) -> PaidRun:
    """A run with its lines. Raises Refused "record.gone"."""
    run = records.load(session, PayrollRun, run_id)
    codes = {row[0]: row[1] for row in session.execute(select(Department.id, Department.code))}
    lines = sorted(
        paid_lines.of_run(session, run_id),
        key=lambda line: (codes.get(line.department_id, ""), line.department_id, line.position),
    )
    had = set[str]().union(*(line.amounts for line in lines))
    components = tuple(map(component, run.components))
    return PaidRun(
        run=run,
        company=session.scalar(select(Company.name).order_by(Company.id).limit(1)) or "",
        wage_month=run.wage_month or wage_month(run.month, pay_settings(session)),
        components=components,
        used=tuple(one for one in components if one.code in had),
        lines=lines,
        departments=_by_department(lines),
    )


def _by_department(lines: Iterable[PaidLine]) -> tuple[tuple[str, tuple[PaidLine, ...]], ...]:
    groups: dict[int, list[PaidLine]] = {}
    for line in lines:
        groups.setdefault(line.department_id, []).append(line)
    return tuple((group[0].department_name, tuple(group)) for group in groups.values())


@open_to_all(_WHY)
def signatures(session: Session, run: PayrollRun, words: Sequence[str]) -> tuple[str, ...]:
    """制表, 复核, 审批, 发放 as a template calls them: who did it and when; an empty place for what nobody has done yet."""
    if run.id is None:
        return signed(words, {}, [])
    checked, paid = (_act(session, run, act) for act in ("check", "pay"))
    who = {
        MADE: f"{run.made_by_name} {_day(run.created_at)}",
        CHECKED: checked if run.state is not RunState.DRAFT else "",
        PAID: paid if run.paid_on else "",
    }
    return signed(words, who, _approvals(session, run))


def _act(session: Session, run: PayrollRun, action: str) -> str:
    """Who did something to a run last, and when."""
    entry = session.execute(
        select(AuditEntry.user_name, AuditEntry.at)
        .where(AuditEntry.record_kind == PayrollRun.__tablename__, AuditEntry.record_id == run.id)
        .where(AuditEntry.action == action)
        .order_by(AuditEntry.seq.desc())
        .limit(1)
    ).first()
    return f"{entry.user_name} {_day(entry.at)}" if entry else ""


def _approvals(session: Session, run: PayrollRun) -> list[tuple[str, str]]:
    """Every level of the last round: its name, who approved and when; none before it was submitted."""
    of_run = (
        ApprovalStep.paper_kind == DecidedKind.PAYROLL_RUN.value,
        ApprovalStep.paper_id == run.id,
    )
    if run.state in {RunState.DRAFT, RunState.CHECKED}:
        return []
    last = select(func.max(ApprovalStep.round)).where(*of_run).scalar_subquery()
    steps = session.scalars(
        select(ApprovalStep).where(*of_run, ApprovalStep.round == last).order_by(ApprovalStep.level)
    ).all()
    return [(step.label, _decided(step)) for step in steps]


def _decided(step: ApprovalStep) -> str:
    if step.state is not StepState.APPROVED or step.decided_at is None:
        return ""
    name = f"{step.decided_by_name}（代 {step.for_name}）" if step.for_name else step.decided_by_name
    return f"{name} {_day(step.decided_at)}"


def _day(moment: datetime) -> str:
    return moment.astimezone(CHINA).date().isoformat()
