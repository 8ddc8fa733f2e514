"""A loan as its printed slip 证照借用单: what is stored with it, signed by those who decided."""

from __future__ import annotations

from datetime import date, datetime

from models.approval import StepState
from models.certificate import LoanKind, LoanState
from services import certificate_loan_details
from services.approval_steps import StepRow
from services.calendars import business_day
from services.certificate_lists import ENDLESS
from services.certificate_loan_details import LoanDetail
from services.database import Session
from services.permissions import Actor, Permission, requires
from services.reports.certificate_loan_form import LoanForm
from services.reports.voucher import Signature

KINDS = {
    LoanKind.ORIGINAL: "借用原件（正本）",
    LoanKind.DUPLICATE: "借用原件（副本）",
    LoanKind.COPY: "复印件加盖公章",
    LoanKind.DEVICE: "借用设备（UKey、CA锁等）",
}
_MARKS = {
    LoanState.DRAFT: "草稿",
    LoanState.WITHDRAWN: "草稿",
    LoanState.RETURNED: "已退回",
    LoanState.VOIDED: "作废",
}


STATES = {
    LoanState.DRAFT: "草稿",
    LoanState.SUBMITTED: "审批中",
    LoanState.APPROVED: "已批准",
    LoanState.LENT: "已借出",
    LoanState.BACK: "已归还",
    LoanState.RETURNED: "已退回",
    LoanState.WITHDRAWN: "已撤回",
    LoanState.VOIDED: "已作废",
}
SEALED = "已用印"


@requires(Permission.CERTIFICATE_SEE)
def printed(session: Session, actor: Actor, loan_id: int, *, today: date) -> LoanForm:
    """The slip of a loan. Raises Refused "record.gone"."""
    found = certificate_loan_details.detail(session, actor, loan_id, today=today)
    copies = found.kind == LoanKind.COPY
    return LoanForm(
        company=found.company,
        number=found.number,
        mark=_MARKS.get(found.state, ""),
        rows=(
            ("证照名称", found.certificate_name), ("证　　号", found.certificate_number),
            ("持 证 人", found.holder), ("有效期至", _day(found.valid_to) or ENDLESS),
            ("借用方式", KINDS[found.kind] + _which(found)), ("加盖份数" if copies else "副本存放" if found.kind == LoanKind.DUPLICATE else "原件存放", f"{found.copies} 份" if copies else found.original_place),
            ("借 用 人", found.employee_name), ("部　　门", found.department_name),
            ("借用日期", _day(found.from_on)), ("应还日期", "不归还" if copies else _day(found.due_back_on)),
        ),
        purpose=found.purpose,
        bid=found.bid,
        handed=_handed(found, copies=copies),
        signatures=_signatures(found),
        values=_values(found, copies=copies),
    )  # fmt: skip


def _values(found: LoanDetail, *, copies: bool) -> tuple[object, ...]:
    """What a sheet sorts and filters by, in the order of `certificate_sheets.SLIP_HEADINGS` up to what happened at the counter."""
    sealed = copies and found.state == LoanState.BACK
    return (
        found.number, SEALED if sealed else STATES[found.state], found.certificate_name, found.certificate_number,
        found.holder, found.valid_to or ENDLESS, KINDS[found.kind] + _which(found),
        "" if copies else found.original_place, found.copies if copies else None, found.employee_name,
        found.department_name, found.from_on, None if copies else found.due_back_on, found.purpose, found.bid,
        found.lent_on, None if copies else found.back_on, _late(found).strip("（）"), found.back_note,
    )  # fmt: skip


def _late(found: LoanDetail) -> str:
    return (
        "（逾期）"
        if found.back_on and found.kind != LoanKind.COPY and found.back_on > found.due_back_on
        else ""
    )


def _which(found: LoanDetail) -> str:
    """Which one, where there are several."""
    return f" 第 {found.piece} 份" if found.piece and found.pieces > 1 else ""


def _handed(found: LoanDetail, *, copies: bool) -> tuple[tuple[str, str], ...]:
    """What happened at the counter, empty where it has not yet."""
    if copies:
        return (
            ("用印日期", _day(found.lent_on)),
            ("用印份数", f"{found.copies} 份" if found.lent_on else ""),
        )
    back = _day(found.back_on) + _late(found)
    return (("借出日期", _day(found.lent_on)), ("归还日期", back), ("归还情况", found.back_note))


def _signatures(found: LoanDetail) -> tuple[Signature, ...]:
    signed = [
        Signature(step.label, _signed_by(step), _date(step.decided_at))
        if step.state == StepState.APPROVED
        else Signature(step.label)
        for step in found.steps
        if step.state != StepState.REFERRED
    ]
    return (Signature("经办人", found.made_by_name), *signed, Signature("借用人签字"))


def _signed_by(step: StepRow) -> str:
    return f"{step.decided_by_name}（代{step.for_name}）" if step.for_name else step.decided_by_name


def _date(moment: datetime | None) -> date | None:
    return business_day(moment) if moment else None


def _day(day: date | None) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日" if day else ""
