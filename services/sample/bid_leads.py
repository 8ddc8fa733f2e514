"""The sample's tender notices: six weeks of them in eight provinces, three digests, some dropped, some made bids."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import select

from models.bid import Bid
from models.bid_lead import BidLead, LeadState
from services import bid_digest_papers, bid_digests, bid_leads, users
from services.bid_leads import LeadDraft
from services.database import Session
from services.permissions import Actor, open_to_all
from services.sample.company import Standing


class _Notice(NamedTuple):
    """A notice of the story: budget in thousand yuan, days before today it was found, days until it closes from then."""

    title: str
    owner: str
    province: str
    budget: int
    found: int
    closes: int
    department: str = "07"
    ended: str = ""


_FAR, _SMALL, _LATE = "异地项目，现场服务成本高", "预算低于成本线", "投标准备时间不足"
_GRADE = "要求甲级测绘资质，我公司不满足"
# fmt: off
NOTICES = (
    _Notice("武汉市东西湖区城市部件普查更新", "武汉市东西湖区城市管理执法局", "湖北", 860, 0, 18),
    _Notice("随州市曾都区农村集体土地地籍调查", "随州市自然资源和规划局曾都分局", "湖北", 1520, 0, 20),
    _Notice("南昌市红谷滩区地下管线补测补绘", "南昌市红谷滩区住房和城乡建设局", "江西", 1180, 1, 17),
    _Notice("郑州航空港区无人机巡查服务", "郑州航空港经济综合实验区管委会", "河南", 990, 1, 13, "06"),
    _Notice("西安市长安区不动产存量档案数字化", "西安市自然资源和规划局长安分局", "陕西", 2360, 1, 21, "06"),
    _Notice("重庆市北碚区实景三维建模", "重庆市北碚区规划和自然资源局", "重庆", 1750, 2, 16),
    _Notice("株洲市智慧停车平台运维服务", "株洲市城市发展集团有限公司", "湖南", 640, 2, 7, "06"),
    _Notice("南昌市红谷滩区地下管线补测补绘（第二次）公告", "南昌市红谷滩区住房和城乡建设局", "江西", 1180, 0, 19),
    _Notice("黄石市大冶湖水下地形测量", "黄石市水利和湖泊局", "湖北", 720, 3, 8),
    _Notice("滁州市林草湿调查监测", "滁州市林业局", "安徽", 1340, 3, 18, ended="kept"),
    _Notice("成都市青羊区历史建筑测绘建档", "成都市青羊区住房和城乡建设局", "四川", 580, 4, 14, ended=_FAR),
    _Notice("益阳市高标准农田竣工测绘", "益阳市农业农村局", "湖南", 930, 4, 17),
    _Notice("信阳市实景三维城市建设", "信阳市自然资源和规划局", "河南", 3200, 5, 24, ended="bid"),
    _Notice("九江港智慧码头监测系统", "九江港口集团有限公司", "江西", 640, 6, 15, "06", "bid"),
    _Notice("咸宁市咸安区闲置土地核查", "咸宁市自然资源和规划局咸安分局", "湖北", 360, 6, 14, ended="kept"),
    _Notice("洛阳市龙门石窟三维数字化", "龙门石窟研究院", "河南", 2880, 8, 21, "06", "kept"),
    _Notice("长沙县农村房地一体确权登记", "长沙县自然资源局", "湖南", 980, 9, 22, ended="bid"),
    _Notice("蚌埠市禹会区部件编码更新", "蚌埠市禹会区城市管理局", "安徽", 210, 9, 12, ended=_SMALL),
    _Notice("宜昌市地下管线更新普查", "宜昌市住房和城乡建设局", "湖北", 2400, 12, 18, ended="bid"),
    _Notice("汉中市水利工程标准化管理测绘", "汉中市水利局", "陕西", 1150, 10, 20, ended=_FAR),
    _Notice("荆州市纪南文旅区地形图测绘", "荆州市纪南生态文化旅游区管委会", "湖北", 680, 11, 20, ended="kept"),
    _Notice("吉安市井冈山农村公路测绘", "吉安市交通运输局", "江西", 770, 12, 15),
    _Notice("洪山区国土变更调查服务", "武汉市自然资源和规划局洪山分局", "湖北", 1860, 15, 19, ended="bid"),
    _Notice("重庆市万州区地质灾害风险评估", "重庆市万州区规划和自然资源局", "重庆", 1420, 13, 18, ended=_GRADE),
    _Notice("安庆市城区三维地籍试点", "安庆市自然资源和规划局", "安徽", 1690, 14, 20),
    _Notice("荆门市水库大坝变形监测", "荆门市水利和湖泊局", "湖北", 1280, 27, 21, ended="bid"),
    _Notice("怀化市沅江岸线规划测量", "怀化市水利局", "湖南", 510, 16, 15, ended=_LATE),
    _Notice("绵阳市智慧社区平台开发", "绵阳市涪城区人民政府", "四川", 1980, 17, 20, "06", _FAR),
    _Notice("合肥轨道交通第三方测量", "合肥市轨道交通集团有限公司", "安徽", 4800, 33, 21, ended="bid"),
    _Notice("商丘市睢阳区耕地保护监测", "商丘市自然资源和规划局", "河南", 840, 19, 14, ended=_LATE),
    _Notice("武汉市黄陂区水库确权划界", "武汉市黄陂区水务和湖泊局", "湖北", 960, 20, 15, ended=_LATE),
    _Notice("宝鸡市城市信息模型基础平台", "宝鸡市住房和城乡建设局", "陕西", 3600, 22, 20, "06", _GRADE),
    _Notice("永州市零陵区宅基地调查", "永州市自然资源和规划局", "湖南", 1230, 23, 18, ended="kept"),
    _Notice("景德镇市陶溪川街区测绘", "景德镇陶文旅控股集团有限公司", "江西", 430, 25, 14, ended=_SMALL),
    _Notice("襄阳市轨道交通控制网复测", "襄阳市自然资源和规划局", "湖北", 1570, 26, 20, ended="kept"),
    _Notice("周口市港区征迁测绘", "周口港区建设发展有限公司", "河南", 690, 28, 12, ended=_LATE),
    _Notice("池州市九华山景区管网探测", "九华山风景区管理委员会", "安徽", 880, 30, 15, ended=_FAR),
    _Notice("宜昌市三峡库区岸线无人机监测", "宜昌市水利和湖泊局", "湖北", 1460, 33, 20, "06", "kept"),
    _Notice("德阳市工业遗产数字建档", "德阳市经济和信息化局", "四川", 520, 36, 14, "06", _FAR),
    _Notice("郴州市矿区沉陷监测", "郴州市自然资源和规划局", "湖南", 1090, 38, 18, ended=_GRADE),
    _Notice("孝感市澴河水下地形测量", "孝感市水利和湖泊局", "湖北", 470, 40, 15, ended=_SMALL),
)
SOURCES = ("中国政府采购网", "中国招标投标公共服务平台", "公共资源交易中心", "采招网")
DIGESTS = ((28, 22), (21, 15), (14, 8))  # the days before today that each covers, from and to
# fmt: on
_DAY = timedelta(days=1)
_THOUSAND = 1000


@open_to_all("a step of making the sample, before anybody is there")
def write_bid_leads(session: Session, standing: Standing, today: date) -> None:
    """Every notice through its services, the oldest first; after the bids some of them became."""
    clerk = users.actor_of(session, standing.user_of("王雪")[0])
    ids = [
        bid_leads.save(session, clerk, _draft(standing, one, today, number))
        for number, one in enumerate(sorted(NOTICES, key=lambda one: -one.found))
    ]
    for lead_id, one in zip(ids, sorted(NOTICES, key=lambda one: -one.found), strict=True):
        if one.ended and one.ended != "bid":
            _sort_out(session, clerk, lead_id, one.ended)
        elif one.ended:
            _make_bid(session, clerk, lead_id, one.title)
    for number, (first, last) in enumerate(DIGESTS):
        digest = bid_digests.look(session, clerk, from_on=today - first * _DAY, to_on=today - last * _DAY)
        bid_digest_papers.send(session, clerk, digest, command_id=f"sample.digest:{number}")


def _draft(standing: Standing, one: _Notice, today: date, number: int) -> LeadDraft:
    found = today - one.found * _DAY
    closes = found + one.closes * _DAY
    return LeadDraft(
        province=one.province,
        source=f"{one.province}省公共资源交易网"
        if number % 4 == 2 and one.province != "重庆"
        else SOURCES[number % 4],
        title=one.title,
        owner=one.owner,
        tender_number=f"ZB{found.year}-{1042 + number * 17}",
        budget=Decimal(one.budget * _THOUSAND) if number % 7 else None,
        found_on=found,
        published_on=found - (number % 3) * _DAY,
        register_until=closes - 10 * _DAY if closes - 10 * _DAY >= found else None,
        deadline_on=closes,
        link=f"https://www.example.gov.cn/zbgg/{found:%Y%m}/{20418 + number * 37}.html",
        department_id=standing.departments[one.department][0],
    )


def _sort_out(session: Session, clerk: Actor, lead_id: int, ended: str) -> None:
    state = LeadState.KEPT if ended == "kept" else LeadState.DROPPED
    seen = [(lead_id, session.get_one(BidLead, lead_id).version)]
    bid_leads.sort_out(session, clerk, seen, state, "" if state is LeadState.KEPT else ended)


def _make_bid(session: Session, clerk: Actor, lead_id: int, title: str) -> None:
    bid = session.scalar(select(Bid).where(Bid.name == title))
    assert bid is not None, "it is among the sample's bids"
    bid.lead_id = lead_id
    bid_leads.become_bid(session, clerk, lead_id)
