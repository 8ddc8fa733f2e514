"""The purchase request as a form 采购申请单, with who approved it."""

from __future__ import annotations

from collections.abc import Sequence

from models.approval import StepState
from models.personnel_paper import OfficePaperState
from services import asset_request_details
from services.asset_request_details import RequestDetail
from services.calendars import business_day
from services.database import Session
from services.money import voucher_capitals
from services.permissions import Actor, Permission, requires
from services.reports.asset_forms import AssetForm, Table, chinese_day, yuan
from services.reports.voucher import Signature


@requires(Permission.ASSET_SEE)
def requests(session: Session, actor: Actor, request_ids: Sequence[int]) -> list[AssetForm]:
    """The purchase requests as printed, with who approved."""
    return [_request(asset_request_details.detail(session, actor, each)) for each in request_ids]


def _request(found: RequestDetail) -> AssetForm:
    heads = (("序号", "0.06", "centre"), ("名　称", "0.2", "left"), ("规格型号", "0.25", "left"), ("类　别", "0.13", "left"), ("数量", "0.07", "centre"), ("单　价", "0.13", "right"), ("金　额", "0.16", "right"))  # fmt: skip
    rows = tuple(
        (
            str(line.position), line.name, line.specification, line.class_name, str(line.quantity), yuan(line.price),
            yuan(line.amount),
        )
        for line in found.lines
    )  # fmt: skip
    marks = {
        OfficePaperState.DRAFT: "草稿",
        OfficePaperState.RETURNED: "已退回",
        OfficePaperState.WITHDRAWN: "已撤回",
    }
    suppliers = "、".join(dict.fromkeys(line.supplier for line in found.lines if line.supplier))
    pairs = [("申请部门", found.department_name), ("申　请　人", found.made_by_name)]
    pairs += [("申请日期", chinese_day(found.made_on)), ("需用日期", chinese_day(found.wanted_on))]
    pairs += [("采购事项", found.title)]
    pairs += [("意向供应商", suppliers)] if suppliers else []
    pairs += [("申请理由", found.reason)] if found.reason else []
    total = ("", "合　计", "", "", str(sum(line.quantity for line in found.lines)), "", yuan(found.amount))
    return AssetForm(
        "采购申请单",
        found.company,
        found.number,
        pairs=tuple(pairs),
        tables=(Table(heads, rows, total),),
        declaration=f"金额大写：{voucher_capitals(found.amount)}",
        opinions=tuple(_opinions(found)),
        signatures=(Signature("申请人", found.made_by_name), Signature("验收人"), Signature("资产管理员")),
        mark=marks.get(found.state, ""),
    )


def _opinions(found: RequestDetail) -> list[Signature]:
    return [
        Signature(step.label, step.holder_name or step.approver_name, business_day(step.decided_at))
        if step.state is StepState.APPROVED and step.decided_at
        else Signature(step.label)
        for step in found.steps
        if step.state is not StepState.REFERRED
    ]
