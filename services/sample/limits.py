"""The sample's expense policies: in force for three weeks, so that papers of before are judged by nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.expense_claim import CheckLevel, ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.policy import CityTier, ExpensePolicy
from services import claim_checks, policy_seeds, search
from services.claim_check_row import Check
from services.claim_writing import draft_of
from services.database import Session
from services.permissions import open_to_all
from services.sample.company import insert_rows, stamp

IN_FORCE = timedelta(days=21)
_REASON = "外业旺季，协议酒店满房，已报部门同意"
_WHY = "a step of making the sample, before anybody is there"


@open_to_all(_WHY)
def write_limits(session: Session, today: date, founded: datetime) -> None:
    """The usual limits and the tiers of cities."""
    usual = policy_seeds.rows(session, today - IN_FORCE)
    rows = [
        {
            "id": number,
            **row,
            **stamp(founded),
            "search_text": search.text_for(row["kind"].value, row["words"], row["source"]),
        }
        for number, row in enumerate(usual, start=1)
    ]
    insert_rows(session, ExpensePolicy, rows)
    cities = [
        {
            "id": number,
            "city": city,
            "tier": tier,
            "active": True,
            "search_text": search.text_for(city),
            **stamp(founded),
        }
        for number, (city, tier) in enumerate(policy_seeds.cities(), start=1)
    ]
    insert_rows(session, CityTier, cities)


@open_to_all(_WHY)
def judge_planned(session: Session, today: date) -> None:
    """Let the limits look at the planned papers that fall under them, and their clerks say why."""
    loaded = [
        selectinload(part)
        for part in (ExpenseClaim.lines, ExpenseClaim.legs, ExpenseClaim.offsets, ExpenseClaim.checks)
    ]
    papers = session.scalars(
        select(ExpenseClaim)
        .where(ExpenseClaim.kind == PaperKind.CLAIM, ExpenseClaim.business_date >= today - IN_FORCE)
        .order_by(ExpenseClaim.id)
        .options(*loaded)
    )
    for paper in papers:
        day = paper.submitted_on or paper.business_date
        invoices = session.scalars(
            select(Invoice).where(Invoice.claim_id == paper.id).order_by(Invoice.id)
        ).all()
        draft = draft_of(paper)
        found = claim_checks.evaluate(session, draft, invoices, today=day)
        reasons = {check.key: check.reason or _REASON for check in found if check.level == CheckLevel.WARN}
        said = [
            check if check.key not in reasons else _with_reason(check, reasons[check.key]) for check in found
        ]
        claim_checks.keep(session, paper, said)
    session.flush()


def _with_reason(check: Check, reason: str) -> Check:
    return Check(check.code, check.level, check.subject, check.values, reason)
