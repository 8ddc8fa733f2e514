"""What is due: the same days as the rules say, whoever may see them; handled, put off, told again at every start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from models.asset_class import AssetClass
from models.asset_terms import Method
from models.bid import Bid, BidDate
from models.bid_deposit import BidDeposit
from models.bid_terms import (
    BidKind,
    BidLaw,
    BidMethod,
    BidResult,
    BidRole,
    BidStage,
    DepositForm,
    DepositKind,
    DepositState,
)
from models.certificate import CertificateKind
from models.certificate_case import CaseKind, CaseState, CertificateCase
from models.fixed_asset import AssetState, FixedAsset
from services import (
    case_starts,
    certificate_cases,
    certificate_duties,
    due_dates,
    reminders,
)
from services.case_starts import CaseStart
from services.database import at_moment
from services.due_model import DueDate, DueKind, DueState, level_of, standing
from services.errors import Refused
from tests import certificates
from tests.certificates import AUDITOR, CASHIER, CLERK, certificate, lent, request
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def due(session, first=TODAY, last=TODAY + 90 * DAY, actor=CLERK, **more) -> list[DueDate]:
    return due_dates.due(session, actor, first=first, last=last, today=TODAY, **more)


def told(found: list[DueDate]) -> list[tuple]:
    return [(one.kind, one.what, one.on_day) for one in found]


def waiting(session, today=TODAY) -> list[DueDate]:
    return reminders.waiting(session, CLERK, today=today)


def report(session, **fields) -> int:
    """A high-tech certificate: its report is due on 31 May of every year after the issue."""
    given = {"valid_from": date(2024, 11, 1), "valid_to": date(2027, 10, 31)} | fields
    return certificate(session, "high_tech", **given)


def one_due(session, kind: DueKind) -> DueDate:
    return next(one for one in due(session, TODAY - 400 * DAY, TODAY + 366 * DAY) if one.kind is kind)


def test_the_end_the_day_to_apply_and_the_steps_of_a_renewal_are_due(session):
    certificate(session, "surveying_b", valid_from=None, valid_to=date(2026, 5, 20))
    assert told(due(session)) == [
        (DueKind.RENEWAL_STEP, "准备延续材料", date(2026, 3, 21)),
        (DueKind.APPLY_BY, "申请延续", date(2026, 4, 20)),
        (DueKind.EXPIRY, "", date(2026, 5, 20)),
    ]


def test_a_renewal_in_hand_stands_for_the_steps_of_the_kind(session):
    made = certificate(session, "surveying_b", valid_from=None, valid_to=date(2026, 5, 20))
    draft = case_starts.begin(session, CLERK, CaseStart(CaseKind.RENEWAL, certificate_id=made), today=TODAY)
    certificate_cases.save(session, CLERK, draft, today=TODAY)
    assert told(due(session)) == [
        (DueKind.CASE_STEP, "准备延续材料", date(2026, 3, 21)),
        (DueKind.CASE_STEP, "申请延续", date(2026, 4, 20)),
        (DueKind.EXPIRY, "", date(2026, 5, 20)),
    ]


def test_the_grace_after_the_end_of_a_trademark_is_due_and_what_is_over_needs_no_application(session):
    with at_moment(certificates_entered()):
        certificate(session, "trademark", valid_from=None, valid_to=TODAY - 120 * DAY)
    found = told(due(session, TODAY - 400 * DAY))
    assert [one[:2] for one in found] == [(DueKind.EXPIRY, ""), (DueKind.RENEWAL_STEP, "宽展期最后一天")]


def certificates_entered():
    from datetime import UTC, datetime

    return datetime(2024, 1, 1, tzinfo=UTC)


def test_a_duty_of_a_fixed_time_of_the_year_is_due_once_and_handled_it_is_gone(session):
    made = report(session)
    one = one_due(session, DueKind.DUTY)
    assert (one.what, one.on_day) == ("高新技术企业年度发展情况报表", date(2026, 5, 31))
    reminders.handle(session, CLERK, one, day=TODAY, note="回执已存档", today=TODAY)
    assert DueKind.DUTY not in [one.kind for one in due(session)]
    case = session.scalar(select(CertificateCase))
    assert (case.state, case.due_on, case.certificate_id) == (CaseState.DONE, date(2026, 5, 31), made)
    assert case.result == "回执已存档"
    following = due(session, date(2027, 1, 1), date(2027, 12, 31))
    assert (DueKind.DUTY, one.what, date(2027, 5, 31)) in told(following)
    with pytest.raises(Refused, match=r"reminder\.gone"):
        reminders.handle(session, CLERK, one, day=TODAY, today=TODAY)


def test_what_was_due_before_the_certificate_was_entered_is_nobody_s_omission(session):
    report(session)
    assert date(2025, 5, 31) not in [one.on_day for one in due(session, TODAY - 400 * DAY, TODAY)]
    with at_moment(certificates_entered()):
        report(session, number="older")
    found = due(session, TODAY - 400 * DAY, TODAY)
    assert [(one.on_day, one.state) for one in found] == [(date(2025, 5, 31), DueState.OVERDUE)]


def test_the_duties_are_those_of_the_rules(database):
    """Sixty certificates of five kinds, begun on any day of ten years; spans short, long, and over the new year."""
    random = Random(7)
    codes = ("iso9001", "telecom_licence", "special_work", "registered_surveyor", "silver_partner")
    with database.write() as session:
        certificates.set_up(session)
        kinds = {
            code: session.scalar(select(CertificateKind).where(CertificateKind.code == code))
            for code in codes
        }
        made = {}
        for number in range(60):
            kind = kinds[codes[number % 5]]
            begun = date(2024, 2, 29) if number < 5 else date(2016, 3, 1) + random.randrange(3650) * DAY
            end = certificate_duties.valid_until(kind, begun)
            made[certificate(session, kind.code, employee_id=1, valid_from=begun, valid_to=end)] = (
                kind,
                begun,
                end,
            )
        for ahead, span in ((0, 0), (0, 90), (250, 120), (300, 366), (30, 700)):
            first, last = TODAY + ahead * DAY, TODAY + (ahead + span) * DAY
            found = {
                (one.record_id, one.on_day) for one in due(session, first, last) if one.kind is DueKind.DUTY
            }
            said = {
                (record_id, duty.due_on)
                for record_id, (kind, begun, end) in made.items()
                for duty in certificate_duties.duties_between(kind, begun, end, first, last)
            }
            assert found == said


@given(left=st.integers(-5, 400), levels=st.sets(st.integers(1, 365), max_size=6))
def test_levels_are_those_of_the_rules(left, levels):
    rising = tuple(sorted(levels))
    assert level_of(left, rising) == certificate_duties.reminder_level(
        TODAY + left * DAY, TODAY, sorted(levels)
    )
    assert (standing(left, rising)[1] is DueState.LATER) == (level_of(left, rising) is None)


def test_an_original_that_is_out_is_due_back_and_sealed_copies_are_not(session):
    lent(session, request(certificate(session, valid_to=None)))
    assert (DueKind.LOAN_BACK, "", TODAY + 7 * DAY) in told(due(session))


def bid(session, result=BidResult.PENDING) -> Bid:
    made = Bid(
        number=f"TB-{result.value}", name="荆门地形测量", tenderer="某局", law=BidLaw.TENDERING, method=BidMethod.OPEN,
        kind=BidKind.SERVICES, role=BidRole.LEAD, result=result, owner_id=1,
    )  # fmt: skip
    session.add(made)
    session.flush()
    for stage, days, done in (
        (BidStage.ANNOUNCEMENT, 0, None),
        (BidStage.DOCUMENTS, 1, TODAY),
        (BidStage.OPENING, 5, None),
        (BidStage.CONTRACT, 30, None),
    ):
        session.add(BidDate(bid_id=made.id, stage=stage, on_day=TODAY + days * DAY, done_on=done))
    session.flush()
    return made


def test_stages_of_bids_are_due_while_they_matter(session):
    for result in (BidResult.PENDING, BidResult.WON, BidResult.LOST):
        bid(session, result)
    found = due(session)
    assert [(one.number, one.what) for one in found] == [
        ("TB-pending", "opening"),
        ("TB-pending", "contract"),
        ("TB-won", "contract"),
    ]
    assert found[0].owner == "陈小雨"
    assert (found[0].level, found[0].state, found[1].state) == (7, DueState.DUE, DueState.LATER)


def test_deposits_are_due_to_be_paid_and_to_come_back(session):
    made = bid(session, BidResult.LOST)
    for number, state in enumerate((DepositState.OWED, DepositState.PAID, DepositState.RETURNED)):
        session.add(
            BidDeposit(
                number=f"BZ-{number}", bid_id=made.id, kind=DepositKind.BID, form=DepositForm.TRANSFER, state=state,
                amount=Decimal(100), due_on=TODAY + DAY, due_back_on=TODAY + 20 * DAY,
            )
        )  # fmt: skip
    session.flush()
    assert [(one.kind, one.number) for one in due(session)] == [
        (DueKind.DEPOSIT_DUE, "BZ-0"),
        (DueKind.DEPOSIT_BACK, "BZ-1"),
    ]


def test_assets_that_are_lent_and_warranties_that_end_are_due(session):
    group = AssetClass(code="03", name="电子设备", months=36, residual_rate=Decimal("0.05"), method=Method.STRAIGHT_LINE, tax_class="electronics")  # fmt: skip
    session.add(group)
    session.flush()
    for number, state in (("A1", AssetState.LENT), ("A2", AssetState.IDLE)):
        session.add(
            FixedAsset(
                number=number, name="全站仪", class_id=group.id, cost=Decimal(100), residual=Decimal(5), months=36,
                method=Method.STRAIGHT_LINE, bought_on=TODAY - 300 * DAY, state=state, outside="某院",
                due_back_on=TODAY - DAY, warranty_until=TODAY + 10 * DAY,
            )
        )  # fmt: skip
    session.flush()
    found = due(session, TODAY - 9 * DAY)
    assert [(one.kind, one.number, one.state) for one in found] == [
        (DueKind.ASSET_BACK, "A1", DueState.OVERDUE),
        (DueKind.WARRANTY, "A1", DueState.DUE),
        (DueKind.WARRANTY, "A2", DueState.DUE),
    ]
    only = due(session, TODAY - 9 * DAY, kinds={DueKind.ASSET_BACK})
    assert [one.kind for one in only] == [DueKind.ASSET_BACK]


def test_everybody_finds_what_they_may_see_only(session):
    certificate(session, valid_to=TODAY + 20 * DAY)
    bid(session)
    blind = replace(CASHIER, permissions=frozenset())
    assert due(session, actor=blind) == []
    assert len(due(session, actor=AUDITOR)) == len(due(session))
    one = one_due(session, DueKind.EXPIRY)
    with pytest.raises(Refused, match=r"permission\.denied"):
        reminders.handle(session, CASHIER, one, day=TODAY, today=TODAY)
    with pytest.raises(Refused, match=r"permission\.denied"):
        reminders.snooze(session, AUDITOR, one, until=TODAY + DAY, reason="x", today=TODAY)


def test_a_deposit_and_the_stage_of_its_bid_are_one_date(session):
    made = bid(session, BidResult.WON)
    day = TODAY + 20 * DAY
    session.add(BidDate(bid_id=made.id, stage=BidStage.DEPOSIT_BACK, on_day=day))
    session.flush()
    assert (DueKind.BID_STAGE, "deposit_back", day) in told(due(session))
    session.add(
        BidDeposit(
            number="BZ-9", bid_id=made.id, kind=DepositKind.BID, form=DepositForm.TRANSFER, state=DepositState.PAID,
            amount=Decimal(100), due_back_on=day,
        )
    )  # fmt: skip
    session.flush()
    assert [one.kind for one in due(session) if one.on_day == day] == [DueKind.DEPOSIT_BACK]
