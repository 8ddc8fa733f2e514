"""A case as its printed sheet 办理事项单, and the list of cases 办理事项一览表."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.certificate_case import CaseKind, CaseState, CertificateCase, PaperState
from models.people import Company
from services import case_details
from services.case_details import CaseDetail, StepRow
from services.case_paper_list import PaperRow
from services.case_register import in_hand
from services.errors import Refused
from services.money import format_money
from services.permissions import Actor, Permission, requires
from services.reports.case_form import CaseForm
from services.reports.voucher import Signature

KINDS = {
    CaseKind.RENEWAL: "到期换证",
    CaseKind.APPLICATION: "新申请",
    CaseKind.DUTY: "年度义务",
    CaseKind.CHANGE: "公司变更",
    CaseKind.SUBSIDY: "补贴申报",
}
STATES = {
    CaseState.OPEN: "办理中",
    CaseState.DONE: "已办结",
    CaseState.REFUSED: "未获批",
    CaseState.GIVEN_UP: "已放弃",
}
PAPERS = {PaperState.OPEN: "□ 待收集", PaperState.IN_HAND: "√ 已备齐", PaperState.FAULTY: "× 有问题"}
HEADINGS = (
    "序号", "编号", "类型", "事项", "相关证照", "受理机关", "负责人", "下一步骤", "步骤期限", "进度", "办理期限",
    "剩余天数", "状态",
)  # fmt: skip


@requires(Permission.CERTIFICATE_SEE)
def printed(session: Session, actor: Actor, case_id: int, *, today: date) -> CaseForm:
    """The sheet of a case. Raises Refused "record.gone"."""
    found = case_details.detail(session, actor, case_id, today=today)
    return CaseForm(
        company=found.company,
        number=found.number,
        mark="" if found.state in (CaseState.OPEN, CaseState.DONE) else STATES[found.state],
        title=found.title,
        rows=(*_facts(found), *_money(found)),
        steps=tuple(_step(place, step, found.owner) for place, step in enumerate(found.steps, start=1)),
        papers=tuple(_paper(place, paper) for place, paper in enumerate(found.papers, start=1)),
        result=found.result,
        note=found.note,
        signatures=(Signature("负责人", found.owner), Signature("部门负责人"), Signature("归档")),
    )


def _facts(found: CaseDetail) -> tuple[tuple[str, str], ...]:
    about = " ".join(part for part in (found.certificate_name, found.certificate_number) if part)
    return (
        ("类　　型", KINDS[found.kind]), ("状　　态", STATES[found.state]),
        ("相关证照", about or found.kind_name), ("有效期至", _day(found.valid_to)),
        ("受理机关", found.agency), ("负 责 人", found.owner),
        ("开始日期", _day(found.opened_on)), ("办理期限", _day(found.due_on)),
        ("递交日期", _day(found.submitted_on)), ("办结日期", _day(found.closed_on)),
        ("费　　用", f"{format_money(found.cost)} 元" if found.cost else ""), ("缺件说明", found.submitted_without),
    )  # fmt: skip


def _money(found: CaseDetail) -> tuple[tuple[str, str], ...]:
    if found.kind != CaseKind.SUBSIDY:
        return ()
    amounts = (("申报金额", found.asked), ("批准金额", found.granted), ("到账金额", found.received))
    money = tuple((word, f"{format_money(amount)} 元" if amount else "") for word, amount in amounts)
    return (*money, ("到账日期", _day(found.received_on)))


def _step(place: int, step: StepRow, owner: str) -> tuple[str, ...]:
    due, done = (day.isoformat() if day else "" for day in (step.due_on, step.done_on))
    return str(place), step.name, step.papers, step.owner or owner, due, done


def _paper(place: int, paper: PaperRow) -> tuple[str, ...]:
    return str(place), paper.name, PAPERS[paper.state], paper.file, paper.remark


def _day(day: date | None) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日" if day else ""


@dataclass(frozen=True, slots=True)
class CaseList:
    """The cases in hand on a day as printed."""

    company: str
    on: date
    rows: tuple[tuple[str, ...], ...]
    made_by: str


@requires(Permission.CERTIFICATE_SEE)
def case_list(session: Session, actor: Actor, *, on: date) -> CaseList:
    """Every case in hand, the one that ends first on top; Refused "print.nothing" when there is none."""
    query = select(CertificateCase).where(in_hand())
    cases = session.scalars(
        query.options(
            selectinload(CertificateCase.steps),
            selectinload(CertificateCase.certificate),
            selectinload(CertificateCase.owner),
        )
    ).all()
    if not cases:
        raise Refused("print.nothing")
    ordered = sorted(cases, key=lambda case: (case.due_on or date.max, case.id))
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    rows = tuple(_row(place, case, on) for place, case in enumerate(ordered, start=1))
    return CaseList(company, on, rows, actor.name)


def _row(place: int, case: CertificateCase, on: date) -> tuple[str, ...]:
    following = next((step for step in case.steps if step.done_on is None), None)
    done = sum(step.done_on is not None for step in case.steps)
    return (
        str(place), case.number, KINDS[case.kind], case.title,
        case.certificate.name if case.certificate else "", case.agency, case.owner.name if case.owner else "",
        following.name if following else "", following.due_on.isoformat() if following and following.due_on else "",
        f"{done}/{len(case.steps)}" if case.steps else "", case.due_on.isoformat() if case.due_on else "",
        str((case.due_on - on).days) if case.due_on else "", STATES[case.state],
    )  # fmt: skip
