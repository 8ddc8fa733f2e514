"""A personnel paper as its printed form 人事审批表: what is stored with it, signed by those who decided."""

from __future__ import annotations

from datetime import date, datetime

from models.approval import StepState
from models.personnel import EmploymentKind
from models.personnel_paper import OfficePaperState, PersonnelKind
from services import personnel_details
from services.approval_steps import StepRow
from services.calendars import business_day
from services.database import Session
from services.leaving import LeavingCheck, LeavingRow
from services.permissions import Actor, Permission, requires
from services.personnel_details import PersonnelDetail
from services.personnel_terms import (
    EMPLOYMENT_WORDS,
    ENDING_WORDS,
    FORM_TITLES,
    GRADE_WORDS,
    IDENTITY_WORDS,
    Ending,
)
from services.reports.personnel_form import FormRow, ListedItem, PayRow, PersonnelForm
from services.reports.voucher import Signature

_MARKS = {
    OfficePaperState.DRAFT: "草稿",
    OfficePaperState.WITHDRAWN: "草稿",
    OfficePaperState.RETURNED: "已退回",
    OfficePaperState.VOIDED: "作废",
}
_FIELDS = {
    "identity_number": "证件号码", "department_id": "部　　门", "post": "岗　　位", "grade": "职　　级",
    "employment_kind": "用工形式", "hired_on": "入职日期", "contract_until": "合同期至", "probation_until": "试用期至", "phone": "联系电话",
    "bank_name": "开户银行", "bank_number": "工资卡号", "last_day": "最后工作日", "ending": "离职类型",
    "notice_on": "书面通知日", "handover_id": "工作接交人", "confirmed_on": "转正日期", "effective_on": "生效日期",
}  # fmt: skip
_LIST = {
    LeavingCheck.ADVANCES: "借款结清", LeavingCheck.REPAYMENTS: "待扣还款处理", LeavingCheck.PAPERS: "在办报销单据",
    LeavingCheck.HANDOVER: "工作交接", LeavingCheck.ASSETS: "资产及办公用品归还", LeavingCheck.SEALS: "证照原件、印章归还",
    LeavingCheck.INSURANCE: "社保停保、公积金封存", LeavingCheck.CONTRACT: "劳动合同终止或解除",
    LeavingCheck.ACCOUNT: "系统账号停用", LeavingCheck.CERTIFICATE: "离职证明出具", LeavingCheck.LAST_PAY: "工资结清",
}  # fmt: skip
_FUNDS = {"social": "社会保险", "housing": "住房公积金"}


@requires(Permission.PERSONNEL_SEE)
def printed(session: Session, actor: Actor, paper_id: int, *, today: date) -> PersonnelForm:
    """The form of a paper; its pay only for those who may see pay. Raises Refused "record.gone"."""
    found = personnel_details.detail(session, actor, paper_id, today=today)
    lines = found.pay
    totals = personnel_details.pay_totals(lines) if lines else (None, None)
    return PersonnelForm(
        title=FORM_TITLES[found.kind],
        company=found.company,
        number=found.number,
        day=found.effective_on,
        person=_person(found),
        rows=tuple(_rows(found)),
        pay=tuple(PayRow(line.name, line.before, line.amount) for line in lines or ()),
        pay_hidden=lines is None and found.kind in (PersonnelKind.JOIN, PersonnelKind.PAY_CHANGE),
        pay_before=totals[0],
        pay_after=totals[1],
        reason=found.reason,
        items=tuple(_item(row) for row in found.leaving),
        signatures=_signatures(found),
        mark=_MARKS.get(found.state, ""),
        in_force=f"已于 {found.applied_on.isoformat()} 生效" if found.applied_on else "",
    )


def _person(found: PersonnelDetail) -> tuple[FormRow, ...]:
    moves = found.kind == PersonnelKind.TRANSFER
    return (
        FormRow("姓　　名", "", found.employee_name),
        FormRow("工　　号", "", found.employee_number or "（生效时编）"),
        FormRow("原部门" if moves else "部　　门", "", found.department_name),
    )


def _rows(found: PersonnelDetail) -> list[FormRow]:
    rows = []
    for one in found.changes:
        if one.name == "department_id" and found.kind == PersonnelKind.JOIN:
            continue
        label = _FIELDS[one.name]
        if one.name == "identity_number":
            label = {"居民身份证": "身份证号"}.get(IDENTITY_WORDS[found.draft.identity_kind], "证件号码")
        before = "" if one.before is None else _text(one.name, one.before)
        rows.append(FormRow(label, before, _text(one.name, one.after)))
    return rows


def _text(name: str, value: object) -> str:
    match value:
        case Ending():
            return ENDING_WORDS[value]
        case EmploymentKind():
            return EMPLOYMENT_WORDS[value]
        case date():
            return f"{value.year} 年 {value.month} 月 {value.day} 日"
        case int() if name == "grade":
            return GRADE_WORDS.get(value, str(value))
        case _:
            return str(value)


def _item(row: LeavingRow) -> ListedItem:
    told = "、".join(_FUNDS.get(one, one) for one in row.open)
    if row.done_on is not None:
        told = " ".join(filter(None, (row.done_by, row.done_on.isoformat(), row.note)))
    elif row.by_hand:
        told = " ".join(filter(None, (told, row.note)))
    due = f"应于 {row.due_on.isoformat()} 前" if row.due_on and not row.settled else ""
    return ListedItem(_LIST[row.check], settled=row.settled, told=" ".join(filter(None, (told, due))))


def _signatures(found: PersonnelDetail) -> tuple[Signature, ...]:
    """Who wrote it, who decided at each level; the person signs in ink."""
    signed = [
        Signature(step.label, _signed_by(step), _day(step.decided_at))
        if step.state == StepState.APPROVED
        else Signature(step.label)
        for step in found.steps
        if step.state != StepState.REFERRED
    ]
    return (Signature("经办人", found.made_by_name), *signed, Signature("本人签字"))


def _signed_by(step: StepRow) -> str:
    return f"{step.decided_by_name}（代{step.for_name}）" if step.for_name else step.decided_by_name


def _day(moment: datetime | None) -> date | None:
    return business_day(moment) if moment else None
