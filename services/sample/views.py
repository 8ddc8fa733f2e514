"""The sample's saved views: how three of its people look at the papers every day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.expense_claim import ClaimState
from services import register_views, settings, sign_in
from services.claim_papers import APPROVAL_REGISTER, REGISTER
from services.database import Session
from services.permissions import open_to_all
from services.registers import Filter, Operator, Query, Register
from services.sample.company import Standing

PAPERS, DECISIONS = "reimbursements", "approvals"  # the pages, as the window names them
_BACK = (ClaimState.DRAFT, ClaimState.RETURNED, ClaimState.WITHDRAWN)


@open_to_all("a step of making the sample, before anybody is there")
def write_views(session: Session, standing: Standing, today: date) -> None:
    """Saved under the preferences of the clerk, the department's head and the cashier; none opens with its page."""
    month = Filter("business_date", Operator.BETWEEN, register_views.SPANS["this_month"](today))
    week = Filter("paid_on", Operator.BETWEEN, register_views.SPANS["this_week"](today))
    large = Filter("sanctioned", Operator.AT_LEAST, Decimal(3000))
    mine = Query(today, "mine", (Filter("state", Operator.IN, _BACK),))
    travel = Query(today, "all", (month,), "差旅", "sanctioned", descending=True)
    paid = Query(today, "all", (week,), sort="paid_on", descending=True)
    late = Query(today, "to_pay", sort="pay_by")
    for name, page, register, views in (
        ("王雪", PAPERS, REGISTER, {"我还没交的": mine, "本月差旅，从大到小": travel}),
        ("孙倩", PAPERS, REGISTER, {"先付到期的": late, "本周已付": paid}),
        ("张国强", DECISIONS, APPROVAL_REGISTER, {"三千元以上": Query(today, "waiting_for_me", (large,))}),
    ):
        kept = [_plain(register, title, query) for title, query in views.items()]
        _put(session, standing.user_of(name)[0], {f"views.{page}": {"views": kept, "first": ""}})


def _plain(register: Register, title: str, query: Query) -> register_views.Plain:
    columns = register_views.usual_columns(register)
    columns["hidden"] = [name for name in columns["hidden"] if name != query.sort]
    return {"name": title} | register_views.plain(register, query, columns, moving=True)


def _put(session: Session, user_id: int, prefs: register_views.Plain) -> None:
    settings.put(session, sign_in.actor_of(session, user_id), "prefs", prefs, user_id=user_id)
