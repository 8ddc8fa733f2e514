"""The sample's approvals: somebody away, papers that wait, one referred, one asked after, one with one more signer."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from models.expense_claim import ExpenseClaim
from services import absences, expense_claims, users
from services.absences import AbsenceDraft
from services.claim_values import ClaimDraft, LineDraft, Saved
from services.database import Session
from services.permissions import Actor, open_to_all
from services.sample.company import Standing

_HEAD, _BOSS, _DEPUTY, _PEER = "张国强", "何志远", "周凯", "赵明远"
# claimant, category, words, yuan, days ago, what is done with it
_PAPERS = (
    ("何俊", "allowance", "汉阳外业补助 3 天", "480.00", 4, ""),
    ("林悦", "allowance", "汉阳外业补助 3 天", "480.00", 4, ""),
    ("高翔", "allowance", "汉阳外业补助 3 天", "480.00", 4, ""),
    ("马骏", "allowance", "管线探测外业补助 2 天", "320.00", 3, ""),
    ("宋雨", "allowance", "管线探测外业补助 2 天", "320.00", 3, ""),
    ("邓超群", "allowance", "内业加班外业支援 1 天", "160.00", 2, "remind"),
    ("马骏", "allowance", "蔡甸外业补助 4 天", "640.00", 6, "refer"),
    ("宋雨", "allowance", "江夏外业补助 2 天", "320.00", 5, "sign"),
)
_A_DAY = Decimal(160)  # of fieldwork, as the words of the sample say
_WHY = "a step of making the sample, before anybody is there"


@open_to_all(_WHY)
def act_approvals(session: Session, standing: Standing, today: date) -> None:
    """Everything through the services, by the people themselves."""
    for number, (name, category, words, amount, ago, then) in enumerate(_PAPERS):
        saved = _submitted(
            session, standing, (name, category, words, amount), today - timedelta(days=ago), today
        )
        _then(session, standing, saved, then, (f"sample-approvals-{number}", today))


@open_to_all(_WHY)
def write_absence(session: Session, standing: Standing, today: date) -> None:
    """The boss is away since yesterday; what was handed in before had found him there.

    Who decides for him signs at no other level of the papers of the whole company (payroll, insurance, staff).
    """
    boss = _actor(session, standing, _BOSS)
    deputy = _actor(session, standing, _DEPUTY)
    leave = AbsenceDraft(
        user_id=boss.user_id,
        substitute_id=deputy.user_id,
        from_on=today - timedelta(days=1),
        to_on=today + timedelta(days=6),
        note="外地投标",
    )
    absences.save(session, boss, leave)


def _submitted(
    session: Session, standing: Standing, paper: tuple[str, str, str, str], spent_on: date, today: date
) -> Saved:
    name, category, words, amount = paper
    person = standing.people[name]
    clerk = _actor(session, standing, standing.clerk_of(person.department)[1])
    last = spent_on + timedelta(days=int(Decimal(amount) / _A_DAY) - 1)
    line = LineDraft(standing.categories[category][0], spent_on, last, words, Decimal(amount))
    draft = ClaimDraft(
        claimant_id=person.id,
        department_id=standing.departments[person.department][0],
        business_date=today,
        purpose=words,
        lines=(line,),
    )
    saved = expense_claims.save(session, clerk, draft, today=today)
    return expense_claims.submit(
        session, clerk, saved.id, saved.version, f"submit:{saved.number}", today=today
    )


def _then(session: Session, standing: Standing, saved: Saved, act: str, how: tuple[str, date]) -> None:
    command_id, today = how
    head, peer = _actor(session, standing, _HEAD), _actor(session, standing, _PEER)
    version = session.get_one(ExpenseClaim, saved.id).version
    if act == "remind":
        clerk = _actor(session, standing, standing.clerk_of("04")[1])
        expense_claims.remind(session, clerk, saved.id, version, command_id, today=today)
    elif act == "refer":
        reason = "二部借用期间由赵经理确认"
        expense_claims.refer(
            session, head, saved.id, version, command_id, user_id=peer.user_id, reason=reason
        )
    elif act == "sign":
        reason = "与二部联合作业，请赵经理会签"
        expense_claims.add_signer(
            session, head, saved.id, version, command_id, user_id=peer.user_id, before=False, reason=reason
        )


def _actor(session: Session, standing: Standing, name: str) -> Actor:
    return users.actor_of(session, standing.user_of(name)[0])
