"""合同要点: the terms of the contract a bid was won for, on one sheet for whoever writes and signs it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from models.bid_terms import BidResult, BidStage, DepositState
from models.people import Company, Department, Employee
from models.project import Project
from services import bid_due
from services.bid_details import BidDetail, detail
from services.bid_words import DEPOSITS, KINDS, LAWS, METHODS, PARTS, ROLES
from services.database import Session
from services.errors import Refused
from services.money import format_money, in_capitals
from services.permissions import Actor, Permission, open_to_all, requires
from services.reports.bid_summary import Summary, Table

HEADING = "合同要点"
_FAITHFUL = "合同应按招标文件和投标文件订立，双方不得再行订立背离合同实质性内容的其他协议。"


@requires(Permission.BID_SEE)
def outline(session: Session, actor: Actor, bid_id: int, *, today: date) -> Summary:
    """The terms as they stand. Raises Refused "record.gone", "bid.no_contract" (number) before one was drafted."""
    found = detail(session, actor, bid_id, today=today)
    if found.project_id is None:
        raise Refused("bid.no_contract", number=found.number)
    project = session.get_one(Project, found.project_id)
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    return Summary(
        company=company,
        number=project.number,
        name=project.name,
        day=today,
        facts=(*_parties(found, project, company), *_terms(found, project), *_people(session, found, project)),
        tables=tuple(table for table in (_lots(found), _deposits(found)) if table.rows),
        texts=tuple((label, text) for label, text in (("签订要求", _law(found)), ("资格要求", found.requirements), ("备注", found.note)) if text),
        heading=HEADING,
    )  # fmt: skip


def _parties(found: BidDetail, project: Project, company: str) -> Iterator[tuple[str, str]]:
    partners = f"（联合体成员：{found.partners}）" if found.partners else ""
    yield "合同编号", project.number
    yield "投标编号", found.number
    yield "甲方", project.customer
    yield "乙方", f"{company}{partners}"
    yield "招标编号", found.tender_number
    yield "招标方式", f"{METHODS[found.method]}（{LAWS[found.law]}）"
    yield "类别", KINDS[found.kind]
    yield "投标角色", ROLES[found.role]


def _terms(found: BidDetail, project: Project) -> Iterator[tuple[str, str]]:
    days = {one.stage: one for one in found.stages}
    notice, contract = days.get(BidStage.NOTICE), days.get(BidStage.CONTRACT)
    price = found.won_price
    yield "合同价（元）", format_money(price) if price is not None else ""
    yield "合同价大写", in_capitals(price) if price is not None else ""
    yield "中标通知书", str(notice.on_day) if notice else ""
    yield "签订期限", f"{contract.on_day} 前" if contract and not contract.done_on else ""
    yield "签订日期", str(contract.done_on) if contract and contract.done_on else ""
    yield "履行期限", _span(project.started_on, project.ended_on)


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{first} 至 {last}"
    return f"自 {first} 起" if first else f"至 {last}" if last else ""


@open_to_all("a step of the paper, which has its permission")
def _people(session: Session, found: BidDetail, project: Project) -> Iterator[tuple[str, str]]:
    manager = session.get(Employee, project.manager_id) if project.manager_id else None
    department = session.get(Department, project.department_id) if project.department_id else None
    yield "项目负责人", manager.name if manager else ""
    yield "承办部门", department.name if department else ""
    yield "授权签字人", found.signer
    yield "代理机构", found.agency


def _law(found: BidDetail) -> str:
    """The days and the rule the contract is signed by, with the article; and when the deposit comes home."""
    law = bid_due.held_to(found.law)
    notice = next((one.on_day for one in found.stages if one.stage is BidStage.NOTICE), None)
    rule = next(bid_due.rules(law, found.method, BidResult.WON, notice, "contract"), None)
    told = f"{rule['text']}（{rule['article']}）。" if rule else ""
    back = next((one.due_back_on for one in found.deposits if one.due_back_on), None)
    home = f"投标保证金应退日期 {back}。" if back else ""
    return f"{told}{_FAITHFUL}{home}"


def _lots(found: BidDetail) -> Table:
    won = [one for one in found.lots if one.result is BidResult.WON]
    rows = [(one.name, format_money(price) if (price := one.won_price or one.price) else "") for one in won]
    return Table("中标标段", (("标段", 8), ("中标价（元）", 3)), tuple(rows))


def _deposits(found: BidDetail) -> Table:
    live = [one for one in found.deposits if one.state is not DepositState.CANCELLED]
    rows = [
        (PARTS[one.kind], format_money(one.amount), DEPOSITS[one.state], str(one.due_on or ""), str(one.due_back_on or ""))
        for one in live
    ]  # fmt: skip
    heads = (("保证金", 3), ("金额（元）", 3), ("状态", 2), ("缴纳截止", 3), ("应退日期", 3))
    return Table("保证金", heads, tuple(rows))
