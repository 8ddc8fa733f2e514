"""The sample's bids: two years of them in several provinces, some coming up this week, deposits out, overdue and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import select

from models.bid import Bid, BidTemplate
from models.bid_deposit import BidDeposit
from models.bid_terms import BidKind, BidLaw, BidMethod, BidResult, BidRole, BidStage
from models.project import Project
from services import bid_checklists, bid_contracts, bid_deposit_moves, bid_results, bid_templates, bids, users
from services.bid_drafts import BidDraft, CompetitorDraft, StageDraft
from services.bid_item_checks import ItemDraft
from services.bid_results import ResultDraft
from services.database import Session
from services.permissions import Actor, open_to_all
from services.sample.company import Standing


class _Plan(NamedTuple):
    """A bid of the story: amounts in thousand yuan, `opens` days from today, a word for how it ended."""

    name: str
    tenderer: str
    agency: str
    province: str
    law: str
    method: str
    kind: str
    budget: int
    price: int
    owner: str
    opens: int
    ended: str = ""
    deposit: str = ""


_T, _P, _O = "tendering", "procurement", "own"
_HB, _WH = "湖北省招标股份有限公司", "武汉市公共资源交易中心"
# fmt: off
PLANS = (
    _Plan("洪山区国土变更调查服务", "武汉市自然资源和规划局洪山分局", _WH, "湖北", _T, "open", "services", 1860, 1722, "石磊", 4, "", "requested"),
    _Plan("宜昌市地下管线更新普查", "宜昌市住房和城乡建设局", _HB, "湖北", _T, "open", "survey_design", 2400, 2235, "石磊", 6, "", "owed"),
    _Plan("长沙县农村房地一体确权登记", "长沙县自然资源局", "湖南省湘咨工程咨询管理有限公司", "湖南", _P, "consultation", "services", 980, 918, "任静", 13, "", "owed"),
    _Plan("信阳市实景三维城市建设", "信阳市自然资源和规划局", "河南省伟信招标管理咨询有限公司", "河南", _P, "open", "services", 3200, 0, "刘洋", 19, "", ""),
    _Plan("九江港智慧码头监测系统", "九江港口集团有限公司", "", "江西", _O, "inquiry", "goods", 640, 0, "任静", 9, "", ""),
    _Plan("荆门市水库大坝变形监测", "荆门市水利和湖泊局", _HB, "湖北", _T, "open", "services", 1280, 1196, "石磊", -6, "", "paid"),
    _Plan("合肥轨道交通第三方测量", "合肥市轨道交通集团有限公司", "安徽省招标集团股份有限公司", "安徽", _T, "open", "survey_design", 4800, 4365, "石磊", -12, "", "paid"),
    _Plan("鄂州机场物流园地形图测绘", "鄂州临空集团有限公司", _HB, "湖北", _T, "invited", "survey_design", 760, 715, "刘洋", -34, "won", "paid"),
    _Plan("襄阳市城区1:500地形图更新", "襄阳市自然资源和规划局", _HB, "湖北", _P, "open", "services", 2150, 1998, "石磊", -58, "signed", "overdue"),
    _Plan("岳阳市林地变更调查", "岳阳市林业局", "湖南天鉴工程项目管理有限公司", "湖南", _P, "open", "services", 1420, 1366, "任静", -64, "lost", "overdue"),
    _Plan("黄冈市不动产数据整合", "黄冈市自然资源和规划局", _HB, "湖北", _P, "consultation", "services", 890, 835, "石磊", -92, "signed", "back"),
    _Plan("驻马店市高标准农田验收测绘", "驻马店市农业农村局", "河南招标采购服务有限公司", "河南", _T, "open", "services", 1650, 1588, "刘洋", -118, "lost", "late"),
    _Plan("光谷智慧园区平台三期", "光谷软件园发展公司", "", "湖北", _O, "negotiation", "services", 1350, 1290, "陈立", -131, "signed", ""),
    _Plan("赣州市地质灾害详查", "赣州市自然资源局", "江西省机电设备招标有限公司", "江西", _T, "open", "services", 2280, 2105, "石磊", -160, "rejected", "back"),
    _Plan("孝感市三维管网系统采购", "孝感市城市管理执法委员会", _HB, "湖北", _P, "open", "goods", 1180, 1099, "任静", -186, "lost", "back"),
    _Plan("咸宁市矿山储量动态检测", "咸宁市自然资源和规划局", _HB, "湖北", _P, "inquiry", "services", 480, 452, "刘洋", -205, "signed", ""),
    _Plan("六安市农村公路路产测绘", "六安市交通运输局", "安徽诚信项目管理有限公司", "安徽", _T, "open", "services", 1560, 1487, "石磊", -233, "failed", "back"),
    _Plan("武汉停车场运营系统升级", "武汉停车投资公司", "", "湖北", _O, "single_source", "goods", 720, 720, "陈立", -262, "signed", ""),
    _Plan("常德市耕地资源质量分类", "常德市自然资源和规划局", "湖南省湘咨工程咨询管理有限公司", "湖南", _P, "open", "services", 1100, 1052, "任静", -290, "lost", "forfeited"),
    _Plan("十堰市输水管道测量", "十堰市水利投资有限公司", _HB, "湖北", _T, "open", "survey_design", 1930, 1815, "石磊", -331, "signed", "back"),
    _Plan("南阳市城市体检信息平台", "南阳市住房和城乡建设局", "河南省伟信招标管理咨询有限公司", "河南", _P, "consultation", "services", 860, 0, "刘洋", -365, "given_up", ""),
    _Plan("恩施州土地整治项目测绘", "恩施州自然资源和规划局", _HB, "湖北", _T, "open", "services", 1240, 1178, "石磊", -402, "lost", "back"),
    _Plan("荆州农村宅基地确权（二期）", "荆州市自然资源局", _HB, "湖北", _P, "open", "services", 2650, 2480, "石磊", -455, "signed", "back"),
    _Plan("上饶市水域岸线划界", "上饶市水利局", "江西省机电设备招标有限公司", "江西", _T, "open", "services", 1380, 1322, "任静", -511, "lost", "back"),
    _Plan("芜湖市燃气管网普查", "芜湖市城市管理局", "安徽省招标集团股份有限公司", "安徽", _T, "open", "survey_design", 2050, 1944, "刘洋", -580, "lost", "back"),
    _Plan("随州市国土空间规划底图", "随州市自然资源和规划局", _HB, "湖北", _P, "open", "services", 1010, 962, "石磊", -655, "signed", "back"),
)
RIVALS = ("湖北省测绘工程院有限公司", "中图数科信息技术有限公司", "长江空间信息技术工程有限公司", "正元地理信息集团华中公司", "苍穹数码技术华中分公司")
REASONS = {
    "lost": ("报价高于第一名4.6%，价格分低", "缺少同类业绩，商务分差3分", "技术方案实施进度得分低", "综合评分第二"),
    "rejected": ("投标函未按格式加盖骑缝章，形式评审未通过",),
    "given_up": ("项目负责人档期冲突，未递交投标文件",),
    "failed": ("有效投标人不足三家，流标重招",),
}
# fmt: on
_ENDS = {
    "won": BidResult.WON,
    "signed": BidResult.WON,
    "lost": BidResult.LOST,
    "rejected": BidResult.REJECTED,
    "failed": BidResult.FAILED,
    "given_up": BidResult.GIVEN_UP,
}
_DAY = timedelta(days=1)
_THOUSAND = 1000


@open_to_all("a step of making the sample, before anybody is there")
def write_bids(session: Session, standing: Standing, today: date) -> None:
    """Every bid of the story through its services, the oldest first; after the certificates, which lists name."""
    clerk = users.actor_of(session, standing.user_of("王雪")[0])
    bid_templates.begin_with_usual(session)
    for number, plan in enumerate(sorted(PLANS, key=lambda one: one.opens)):
        _bid(session, clerk, standing, plan, today, number)


def _bid(session: Session, clerk: Actor, standing: Standing, plan: _Plan, today: date, number: int) -> None:
    opens = today + plan.opens * _DAY
    bid_id = bids.save(session, clerk, _draft(standing, plan, today, opens, number))
    if plan.ended:
        _end(session, clerk, bid_id, plan, opens, number)
    if plan.deposit:
        _deposit(session, clerk, bid_id, plan, opens, today)
    if plan.opens > -60:
        _list(session, clerk, bid_id)


def _draft(standing: Standing, plan: _Plan, today: date, opens: date, number: int) -> BidDraft:
    share = Decimal("0.02") if plan.deposit else Decimal(0)
    deposit = min(plan.budget * _THOUSAND * share, Decimal(80_000)) if plan.deposit else None
    department = "07" if plan.kind != "goods" else "06"
    return BidDraft(
        name=plan.name,
        tender_number=f"{'HBZB' if plan.province == '湖北' else 'ZB'}-{opens.year}-{318 + number * 7}",
        tenderer=plan.tenderer,
        agency=plan.agency,
        province=plan.province,
        source="中国政府采购网"
        if plan.law == _P
        else "中国招标投标公共服务平台"
        if plan.law == _T
        else "邀请函",
        law=BidLaw(plan.law),
        method=BidMethod(plan.method),
        kind=BidKind(plan.kind),
        role=BidRole.JOINT if number % 9 == 4 else BidRole.LEAD,
        partners="武汉大学测绘学院" if number % 9 == 4 else "",
        budget=Decimal(plan.budget * _THOUSAND),
        requirements="乙级及以上测绘资质，近三年同类业绩不少于一项，项目负责人具有注册测绘师资格",
        department_id=standing.departments[department][0],
        owner_id=standing.people[plan.owner].id,
        signer_id=standing.people["陈立"].id,
        copies=5,
        document_fee=Decimal(500 if plan.law == _T else 0),
        deposit_amount=deposit,
        deposit_payee=plan.agency or plan.tenderer,
        price=Decimal(plan.price * _THOUSAND + 480) if plan.price else None,
        entered_on=opens - 25 * _DAY,
        stages=tuple(_stages(plan, today, opens)),
    )


def _stages(plan: _Plan, today: date, opens: date) -> list[StageDraft]:
    """The ladder up to the opening, and behind it what is known; what lies before today is done."""
    early = (
        16 if plan.opens == 6 else 22
    )  # one tender keeps too short a time: the warning has something to say
    city = f"{plan.province}省公共资源交易中心{2 + plan.budget % 5}楼开标室"
    days: list[tuple[BidStage, int | None, int, str, str]] = [
        (BidStage.ANNOUNCEMENT, None, -early, "", ""),
        (BidStage.REGISTRATION, None, 5 - early, "17:00", ""),
        (BidStage.DOCUMENTS, -early, 5 - early, "17:00", "电子交易平台下载"),
        (BidStage.QUESTIONS, None, -15, "17:00", "电子交易平台"),
    ]
    if plan.deposit:
        days.append((BidStage.DEPOSIT, None, -3, "16:00", "基本账户转账"))
    days += [(BidStage.SUBMISSION, None, 0, "09:30", city), (BidStage.OPENING, None, 0, "09:30", city)]
    if plan.opens < 0:
        days.append((BidStage.EVALUATION, None, 1, "", city))
        days.append((BidStage.PUBLICITY, 3, 6, "", "交易中心网站"))
    if plan.kind == "survey_design":
        days.append((BidStage.SITE_VISIT, None, -14, "14:00", plan.tenderer))
    found = []
    for stage, first, after, at_time, place in days:
        day = opens + after * _DAY
        begin = opens + first * _DAY if first is not None else None
        late = stage is BidStage.PUBLICITY and not plan.ended
        done = day if day < today and not late else None
        found.append(StageDraft(stage, begin, day, at_time, place, done))
    return found


def _version(session: Session, bid_id: int) -> int:
    return session.get_one(Bid, bid_id).version


def _end(session: Session, clerk: Actor, bid_id: int, plan: _Plan, opens: date, number: int) -> None:
    result = _ENDS[plan.ended]
    day = opens + 8 * _DAY if result is not BidResult.GIVEN_UP else opens - 4 * _DAY
    price = Decimal(plan.price * _THOUSAND + 480) if plan.price else None
    words = REASONS.get(plan.ended, ("",))
    won = result is BidResult.WON
    best = price if won or price is None else price - Decimal(41_000 + number * 1_300)
    draft = ResultDraft(
        result=result,
        day=day,
        notice_on=day if result in (BidResult.WON, BidResult.LOST, BidResult.REJECTED) else None,
        rank=1 if won else 2 + number % 2 if result is BidResult.LOST else None,
        price=price,
        won_price=best if result in (BidResult.WON, BidResult.LOST) else None,
        reason=words[number % len(words)],
        review="报价策略合适，业绩材料准备充分。" if won else "提前一周完成标书复核，补充同类业绩。",
        competitors=_rivals(result, best, number),
    )
    bid_results.set_result(
        session, clerk, bid_id, _version(session, bid_id), draft, command_id=f"sample.end:{bid_id}"
    )
    if plan.ended == "signed":
        bid_contracts.sign_contract(
            session, clerk, bid_id, _version(session, bid_id),
            day=day + 9 * _DAY, number="", command_id=f"sample.sign:{bid_id}",
        )  # fmt: skip
        bid_contracts.draft_contract(
            session,
            clerk,
            bid_id,
            _version(session, bid_id),
            command_id=f"sample.contract:{bid_id}",
            today=day,
        )


def _rivals(result: BidResult, best: Decimal | None, number: int) -> tuple[CompetitorDraft, ...]:
    if best is None or result in (BidResult.FAILED, BidResult.GIVEN_UP):
        return ()
    lost = result is not BidResult.WON
    names = [RIVALS[(number + place) % len(RIVALS)] for place in range(3)]
    return tuple(
        CompetitorDraft(name, best + place * 26_000 + (0 if lost else 33_000), place + (1 if lost else 2), won=lost and place == 0)
        for place, name in enumerate(names)
    )  # fmt: skip


def _deposit(session: Session, clerk: Actor, bid_id: int, plan: _Plan, opens: date, today: date) -> None:
    item = session.scalars(select(BidDeposit).where(BidDeposit.bid_id == bid_id)).one()
    if plan.deposit == "owed":
        return
    if plan.deposit == "requested":
        bid_deposit_moves.request(
            session, clerk, item.id, item.version, command_id=f"sample.ask:{bid_id}", today=today
        )
        return
    bid_deposit_moves.paid(
        session, clerk, item.id, item.version, day=opens - 4 * _DAY, command_id=f"sample.paid:{bid_id}"
    )
    _home(session, clerk, item, plan)


def _home(session: Session, clerk: Actor, item: BidDeposit, plan: _Plan) -> None:
    due = item.due_back_on
    if plan.deposit == "back" and due is not None:
        interest = (item.amount * Decimal("0.0006")).quantize(Decimal("0.01"))
        bid_deposit_moves.back(
            session, clerk, item.id, item.version,
            day=due - 2 * _DAY, amount=item.amount, interest=interest, command_id=f"sample.back:{item.id}",
        )  # fmt: skip
    elif plan.deposit == "forfeited":
        bid_deposit_moves.forfeit(
            session, clerk, item.id, item.version, day=(item.paid_on or due or date.min) + 5 * _DAY,
            amount=item.amount, reason="开标后撤回投标文件，保证金不予退还", command_id=f"sample.lost:{item.id}",
        )  # fmt: skip


def _list(session: Session, clerk: Actor, bid_id: int) -> None:
    """What is bid for now has its checklist, half of it ready."""
    item = session.get_one(Bid, bid_id)
    method = select(BidTemplate.id).where(BidTemplate.method.in_([item.method.value, ""]))
    template = session.scalar(method.order_by(BidTemplate.method.desc()).limit(1))
    assert template is not None, "the usual ones are there"
    bid_checklists.load_template(
        session, clerk, bid_id, item.version, template, command_id=f"sample.list:{bid_id}"
    )
    draft = bid_checklists.get(session, clerk, bid_id)
    over = item.result is not BidResult.PENDING
    ready: list[ItemDraft] = [
        replace(one, done=over or place % 3 != 2) if not one.kind_code else one
        for place, one in enumerate(draft.items)
    ]
    bid_checklists.save(session, clerk, replace(draft, items=tuple(_referred(session, ready))))


def _referred(session: Session, items: list[ItemDraft]) -> list[ItemDraft]:
    """References are contracts of the company."""
    projects = iter(session.scalars(select(Project.id).order_by(Project.id).limit(3)).all())
    return [replace(one, project_id=next(projects, None)) if one.kind == "contract" else one for one in items]
