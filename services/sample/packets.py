"""The sample's funding sources, three packets on their way, and the papers that come again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.payee import Payee
from services import funding_sources, packet_steps, packets, recurring_papers, search, users
from services.database import Session
from services.funding_sources import FundingSourceDraft
from services.months import next_month
from services.packet_records import PacketSaved, load
from services.packet_steps import Accepted
from services.permissions import Actor, open_to_all
from services.recurring_dates import day_in
from services.recurring_papers import CardDraft, RecurringDraft
from services.sample.acts import CASHIER
from services.sample.company import Standing

SOURCES = (
    FundingSourceDraft(
        code="WHU-2411",
        name="武汉大学测绘遥感合作课题",
        body="武汉大学测绘遥感国家重点实验室",
        contact="刘建华",
        phone="027-68778000",
    ),
    FundingSourceDraft(
        code="GG-2503", name="光谷科技专项", body="东湖高新区科技创新局", contact="陈晓", phone="027-67880000"
    ),
)
# lodged so many days ago, its papers so many days before today, how many, title
RECEIVED, LODGED, OPEN = (88, (135, 92), 5), (40, (80, 44), 6), (0, (30, 3), 4)
CARDS = (
    ("1000 1142 0000 3187", "何俊", "900", "鄂A·3K72F 皮卡"),
    ("1000 1142 0000 3195", "曾凡", "900", "鄂A·8D215 越野"),
    ("1000 1142 0000 3203", "张国强", "800", "鄂A·6Q908 商务"),
    ("1000 1142 0000 3211", "韩冰", "800", "鄂A·2M531 皮卡"),
    ("1000 1142 0000 3229", "罗一鸣", "600", "鄂A·9F047 公务"),
    ("1000 1142 0000 3237", "彭涛", "700.50", "备用卡"),
)
TRANSIT = (("武汉通 8066 2201", "罗一鸣"), ("武汉通 8066 2202", "王雪"), ("武汉通 8066 2203", "刘洋"), ("武汉通 8066 2204", "石磊"))  # fmt: skip
LANDLORD = "武汉光谷软件园物业管理有限公司"


@open_to_all("a step of making the sample, before anybody is there")
def write_packets(session: Session, standing: Standing, today: date) -> None:
    """Sources, packets, recurring papers, each through its service."""
    clerk = users.actor_of(session, standing.user_of("王雪")[0])
    cashier = users.actor_of(session, standing.users[CASHIER][0])
    university, special = (funding_sources.save(session, clerk, draft) for draft in SOURCES)
    _received(session, (clerk, cashier), standing, university, today)
    _lodged(session, clerk, university, today, *LODGED)
    _packet(session, clerk, university, today, *OPEN)
    rest = [paper.id for paper in _papers(session, today, (44, 3), 12)]
    funding_sources.assign(session, clerk, rest[:3], university)
    funding_sources.assign(session, clerk, rest[3:8], special)
    _recurring(session, clerk, standing, today)


def _papers(session: Session, today: date, days: tuple[int, int], count: int) -> Sequence[ExpenseClaim]:
    """Paid claims of projects of those days that have no source yet."""
    first, last = (today - timedelta(days=ago) for ago in days)
    return session.scalars(
        select(ExpenseClaim)
        .where(
            ExpenseClaim.kind == PaperKind.CLAIM,
            ExpenseClaim.state == ClaimState.PAID,
            ExpenseClaim.project_id.is_not(None),
            ExpenseClaim.funding_source_id.is_(None),
            ExpenseClaim.business_date.between(first, last),
        )
        .order_by(ExpenseClaim.id)
        .limit(count)
    ).all()


def _packet(
    session: Session, clerk: Actor, source: int, today: date, ago: int, days: tuple[int, int], count: int
) -> PacketSaved:
    ids = [paper.id for paper in _papers(session, today, days, count)]
    funding_sources.assign(session, clerk, ids, source)
    made_on = today - timedelta(days=ago)
    title = f"合作课题外业费用 {made_on:%Y-%m}"
    return packets.make(
        session, clerk, ids, title=title, command_id=f"sample-packet-{ago}-{days[0]}", today=made_on
    )


def _lodged(
    session: Session, clerk: Actor, source: int, today: date, ago: int, days: tuple[int, int], count: int
) -> PacketSaved:
    made, day = _packet(session, clerk, source, today, ago, days, count), today - timedelta(days=ago)
    return packet_steps.lodge(
        session, clerk, made.id, made.version,
        lodged_on=day, lodged_with="刘建华", command_id=f"sample-lodge-{ago}", today=today,
    )  # fmt: skip


def _received(
    session: Session, people: tuple[Actor, Actor], standing: Standing, source: int, today: date
) -> None:
    """One paper accepted in part, and a fee kept back from the money."""
    clerk, cashier = people
    lodged = _lodged(session, clerk, source, today, *RECEIVED)
    line = load(session, lodged.id).lines[1]
    less = (line.amount / 2).quantize(Decimal(1))
    answered = packet_steps.answer(
        session, clerk, lodged.id, lodged.version,
        answered_on=today - timedelta(days=60), accepted={line.claim_id: Accepted(less, "超出课题差旅标准，按标准认可")},
        words="审核通过，其余费用据实认可", command_id="sample-answer", today=today,
    )  # fmt: skip
    accepted = load(session, lodged.id).accepted or Decimal(0)
    packet_steps.receive(
        session, cashier, answered.id, answered.version,
        received_on=today - timedelta(days=46), account_id=standing.accounts[0], received=accepted - Decimal(200),
        note="学校代扣管理费 200 元", command_id="sample-receive", today=today,
    )  # fmt: skip


def _recurring(session: Session, clerk: Actor, standing: Standing, today: date) -> None:
    soon, later = today + timedelta(days=2), today + timedelta(days=23)
    whose = standing.people["罗一鸣"]
    base = RecurringDraft(
        claimant_id=whose.id, department_id=standing.departments[whose.department][0], every_months=2
    )
    drafts = (
        _draft(base, "油卡充值", "fuel", "外业及公务车辆油卡充值", soon, [
            CardDraft(label, standing.people[name].id, Decimal(amount), note) for label, name, amount, note in CARDS
        ]),
        _draft(base, "公交卡充值", "local", "员工公务公交卡充值", later, [
            CardDraft(label, standing.people[name].id, Decimal(200)) for label, name in TRANSIT
        ]),
        _rent(session, base, today),
    )  # fmt: skip
    for draft, category in drafts:
        recurring_papers.save(session, clerk, replace(draft, category_id=standing.categories[category][0]))


def _draft(
    base: RecurringDraft, name: str, category: str, purpose: str, day: date, cards: Sequence[CardDraft]
) -> tuple[RecurringDraft, str]:
    changed = replace(base, name=name, purpose=purpose, next_on=day, day_of_month=day.day, lines=tuple(cards))
    return changed, category


def _rent(session: Session, base: RecurringDraft, today: date) -> tuple[RecurringDraft, str]:
    first = next_month(today)
    rent = [
        CardDraft("4 号楼 12 层办公室租金", None, Decimal("28600.00")),
        CardDraft("物业管理费", None, Decimal("3718.00")),
    ]
    draft, _ = _draft(
        base, "办公室房租", "rent", "办公室租金及物业费", day_in(first.year, first.month, 5), rent
    )
    return replace(
        draft, kind=PaperKind.PAYMENT, payee_id=_payee(session), every_months=1, lead_days=10
    ), "rent"


def _payee(session: Session) -> int:
    """The landlord, unless another part of the sample has written it."""
    known = session.scalar(select(Payee).where(Payee.name == LANDLORD))
    if known is None:
        found_by = search.text_for(LANDLORD, "中国建设银行武汉光谷支行")
        known = Payee(name=LANDLORD, bank_name="中国建设银行武汉光谷支行", bank_account="42001237044059188866", search_text=found_by)  # fmt: skip
        session.add(known)
        session.flush()
        search.index(session, Payee.__tablename__, known.id, found_by)
    return known.id
