"""The sample's recruiting: events over the year, and candidates who came so far."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from models.personnel_paper import PersonnelPaper
from models.recruiting import Candidate, CandidateStage, Interview, RecruitingEvent
from services import search
from services.audit import AuditRow, append_many
from services.database import Session, now
from services.permissions import open_to_all
from services.sample.company import Standing, insert_rows, stamp

# name, source, place, days ago, cost
EVENTS = (
    ("武汉大学测绘学院春季双选会", "校园招聘", "武汉大学信息学部", 252, "2600"),
    ("光谷人才大市场专场", "现场招聘会", "光谷国际人才港", 171, "1200"),
    ("华中农业大学资环学院宣讲会", "校园招聘", "华中农业大学", 58, "1850.50"),
    ("招聘网站年度套餐", "网络招聘", "", 330, "6800"),
    ("中国地质大学秋季双选会", "校园招聘", "中国地质大学（武汉）南望山校区", 31, "2200"),
)
# who: name, post, department, event (-1: by recommendation), days since they applied, how far, how it ended
_A, _S, _I, _O, _H, _R, _D = ["applied", "screened", "interview", "offer", "hired", "rejected", "declined"]
PEOPLE = (
    ("严诚", "测绘员", "05", 0, 250, _O, _H), ("徐朗", "测绘员", "05", 0, 250, _I, _R), ("邱悦", "测绘员", "04", 0, 251, _S, _R),
    ("曹正", "内业工程师", "05", 0, 249, _A, _R), ("孟芸", "测绘员", "04", 0, 250, _O, _D), ("卢森", "测绘员", "05", 0, 248, _A, _R),
    ("陆晓峰", "测绘工程师", "04", 1, 168, _O, _H), ("侯磊", "测绘工程师", "04", 1, 170, _I, _R), ("薛琳", "商务专员", "07", 1, 169, _S, _R),
    ("余霞", "市场专员", "07", 1, 167, _A, _R), ("温博", "研发工程师", "06", 1, 166, _I, _D), ("贺敏", "市场专员", "07", 3, 352, _O, _H),
    ("夏雨", "测绘员", "04", 2, 55, _O, ""), ("纪元", "研发工程师", "06", 3, 49, _O, ""), ("白露", "商务专员", "07", 3, 36, _O, ""),
    ("钟情", "测绘员", "04", 2, 56, _I, ""), ("倪静", "内业工程师", "04", 2, 55, _I, _R), ("聂凡", "测绘员", "05", 2, 54, _S, ""),
    ("龚宇", "测绘员", "05", 2, 56, _A, _R), ("康宁", "研发工程师", "06", 3, 62, _I, ""), ("柯桥", "研发工程师", "06", 3, 44, _S, ""),
    ("费扬", "测试工程师", "06", 3, 70, _I, _R), ("苗青", "产品经理", "06", 3, 88, _S, _R), ("樊星", "研发工程师", "06", 3, 29, _A, ""),
    ("莫离", "市场专员", "07", 3, 120, _O, _D), ("骆驰", "投标专员", "07", 3, 101, _I, _R), ("尤佳", "投标专员", "07", 3, 16, _A, ""),
    ("章程", "测绘员", "04", 4, 29, _I, ""), ("丛林", "测绘员", "04", 4, 30, _S, ""), ("边疆", "测绘员", "05", 4, 28, _S, ""),
    ("池莉", "内业工程师", "05", 4, 30, _A, ""), ("汪洋", "测绘员", "05", 4, 29, _A, _R), ("欧阳雪", "测绘工程师", "04", 4, 27, _O, ""),
    ("施工", "外业组长", "05", -1, 77, _I, _R), ("翁帆", "测绘工程师", "05", -1, 21, _I, ""), ("左岸", "商务专员", "07", -1, 9, _A, ""),
)  # fmt: skip
_ORDER = (_A, _S, _I, _O)
_AFTER = (0, 3, 9, 16)
_WHY = "a step of making the sample, before anybody is there"


@open_to_all(_WHY)
def write_recruiting(session: Session, standing: Standing, today: date) -> None:
    """Five events and what came of them; who was hired has their join paper."""
    events, people = _events(today), _people(session, standing, today)
    talks: list[dict[str, Any]] = []
    for row in people:
        talks += _talks(row, len(talks), standing)
    insert_rows(session, RecruitingEvent, events)
    insert_rows(session, Candidate, people)
    insert_rows(session, Interview, talks)
    writer = standing.user_of("冯佳")
    acts = [(RecruitingEvent, row) for row in events] + [(Candidate, row) for row in people]
    append_many(session, (AuditRow(row["created_at"], *writer, "create", kind.__tablename__, row["id"], {}) for kind, row in acts))  # fmt: skip


def _moment(today: date, day: date) -> Any:
    return now() - timedelta(days=(today - day).days)


def _events(today: date) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            "name": name,
            "source": source,
            "place": place,
            "held_on": today - timedelta(days=ago),
            "cost": Decimal(cost),
            "note": "",
            "search_text": search.text_for(name, source, place),
            **stamp(_moment(today, today - timedelta(days=ago))),
        }
        for number, (name, source, place, ago, cost) in enumerate(EVENTS, start=1)
    ]


def _people(session: Session, standing: Standing, today: date) -> list[dict[str, Any]]:
    papers: dict[str, tuple[int, date]] = {
        row.employee_name: (row.id, row.effective_on)
        for row in session.scalars(select(PersonnelPaper).where(PersonnelPaper.kind == "join"))
    }
    first = (session.scalar(select(func.max(Candidate.id))) or 0) + 1
    return [_person(number, one, papers, standing, today) for number, one in enumerate(PEOPLE, start=first)]


def _person(
    number: int, one: tuple[Any, ...], papers: dict[str, tuple[int, date]], standing: Standing, today: date
) -> dict[str, Any]:
    name, post, code, event, ago, furthest, end = one
    applied = today - timedelta(days=ago)
    far = _ORDER.index(furthest)
    days = [
        min(applied + timedelta(days=after), today) if place <= far else None
        for place, after in enumerate(_AFTER)
    ]
    paper_id, hired_on = papers.get(name, (None, None))
    last = days[far] or applied
    closed = hired_on if end == _H else min(last + timedelta(days=4), today) if end else None
    source = EVENTS[event][1] if event >= 0 else "员工推荐"
    return {
        "id": number,
        "name": name,
        "phone": f"1370000{1000 + number:04d}",
        "email": "",
        "post": post,
        "department_id": standing.departments[code][0],
        "source": source,
        "event_id": event + 1 if event >= 0 else None,
        "stage": CandidateStage(end or furthest),
        "applied_on": applied,
        "screened_on": days[1],
        "interviewed_on": days[2],
        "offered_on": days[3],
        "closed_on": closed,
        "paper_id": paper_id,
        "note": "",
        "search_text": search.text_for(name, post, source),
        **stamp(_moment(today, applied)),
    }


def _talks(row: dict[str, Any], made: int, standing: Standing) -> list[dict[str, Any]]:
    """Whoever was interviewed talked with the head of the department."""
    held = row["interviewed_on"]
    if held is None:
        return []
    head = next(
        head for number, _name, head in standing.departments.values() if number == row["department_id"]
    )
    lost = row["stage"] is CandidateStage.REJECTED
    waits = row["stage"] is CandidateStage.INTERVIEW
    words = "专业基础一般，外业经验不足" if lost else "" if waits else "基础扎实，能适应外业"
    talk = {
        "id": made + 1,
        "candidate_id": row["id"],
        "held_on": held,
        "interviewer": head,
        "passed": None if waits else not lost,
        "note": words,
    }
    return [talk | stamp(row["created_at"])]
