"""The days and sums of a bid: every rule of the two laws, kept on its last day and broken a day later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from services import dated_rules
from services.bid_rules import (
    BidDates,
    BidKind,
    BidLaw,
    BidMethod,
    BidResult,
    BidStage,
    complaint_due,
    contract_due,
    deadline_least,
    deposit_due,
    deposit_limit,
    due,
    last_before,
    losers_deposit_due,
    notes,
    publicity_due,
    publicity_least,
    reminder_days,
    warnings,
    withdrawal_refund_due,
)

D = Decimal
DAY = timedelta(days=1)
TENDERING, PROCUREMENT = BidLaw.TENDERING, BidLaw.PROCUREMENT


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def codes(dates: BidDates, law: BidLaw, **more: object) -> list[str]:
    return [warning.code for warning in warnings(dates, law=law, **more)]


# first, last day that keeps the rule, whether more days would keep it too
TERMS = [
    ("sale_period", TENDERING, "sale_from", "11-02", "sale_to", "11-06", True),
    ("sale_period", PROCUREMENT, "sale_from", "11-04", "sale_to", "11-10", True),  # a weekend between
    ("clarification", TENDERING, "clarified_on", "11-05", "submission_on", "11-20", True),
    ("objection", TENDERING, "objection_on", "11-10", "submission_on", "11-20", True),
    ("objection", PROCUREMENT, "documents_on", "11-02", "objection_on", "11-11", False),
    ("objection_answer", TENDERING, "objection_on", "11-10", "objection_answered_on", "11-13", False),
    (
        "prequalification_clarification", TENDERING, "prequalification_clarified_on", "11-10",
        "prequalification_on", "11-13", True,
    ),
    (
        "prequalification_objection", TENDERING, "prequalification_objection_on", "11-10",
        "prequalification_on", "11-12", True,
    ),
    ("deadline", TENDERING, "issued_on", "11-02", "submission_on", "11-22", True),
    ("deadline", PROCUREMENT, "issued_on", "11-02", "submission_on", "11-22", True),
    ("withdrawal_refund", TENDERING, "withdrawn_on", "11-06", "deposit_back_on", "11-11", False),
    ("withdrawal_refund", PROCUREMENT, "withdrawn_on", "11-06", "deposit_back_on", "11-13", False),
    ("publicity_start", TENDERING, "report_on", "11-06", "publicity_from", "11-09", False),
    ("publicity_period", TENDERING, "publicity_from", "11-10", "publicity_to", "11-12", True),
    ("complaint", TENDERING, "known_on", "11-10", "complaint_on", "11-20", False),
    ("contract", TENDERING, "notice_on", "11-02", "contract_on", "12-02", False),
    ("contract", PROCUREMENT, "notice_on", "11-02", "contract_on", "12-02", False),
    ("deposit_back", TENDERING, "contract_on", "11-06", "deposit_back_on", "11-11", False),
    ("deposit_back", PROCUREMENT, "contract_on", "11-06", "deposit_back_on", "11-13", False),
]  # fmt: skip


@pytest.mark.parametrize(("code", "law", "first", "begin", "last", "end", "least"), TERMS)
def test_a_term_is_kept_on_its_bound_and_broken_beyond(code, law, first, begin, last, end, least):
    kept = BidDates(**{first: day(begin), last: day(end)})
    assert code not in codes(kept, law)
    broken = replace(kept, **{last: day(end) + (-DAY if least else DAY)})
    [warning] = [warning for warning in warnings(broken, law=law) if warning.code == code]
    assert warning.values["bound"] == day(end) == due(code, day(begin), law)
    assert warning.article
    assert warning.values["text"]


def test_every_rule_of_tendering_is_tried():
    named = {row["name"] for row in dated_rules.rows("bids")}
    assert named == {row[0] for row in TERMS}


@pytest.mark.parametrize(
    ("method", "short", "enough"),
    [
        (BidMethod.CONSULTATION, "11-11", "11-12"),
        (BidMethod.NEGOTIATION, "11-04", "11-05"),
        (BidMethod.INQUIRY, "11-04", "11-05"),
    ],
)
def test_the_other_methods_have_shorter_deadlines(method, short, enough):
    issued = BidDates(sale_from=day("11-02"))
    for submission, expected in ((short, ["deadline"]), (enough, [])):
        dates = replace(issued, submission_on=day(submission))
        assert codes(dates, PROCUREMENT, method=method) == expected
    assert deadline_least(day("11-02"), PROCUREMENT, method) == day(enough)


def test_single_source_is_shown_five_working_days_and_has_no_deadline():
    assert deadline_least(day("11-02"), PROCUREMENT, BidMethod.SINGLE_SOURCE) is None
    shown = BidDates(publicity_from=day("11-02"), publicity_to=day("11-05"))
    assert codes(shown, PROCUREMENT, method=BidMethod.SINGLE_SOURCE) == ["publicity_period"]
    longer = replace(shown, publicity_to=day("11-06"))
    assert codes(longer, PROCUREMENT, method=BidMethod.SINGLE_SOURCE) == []


def test_clarifications_postpone_the_deadline_by_method():
    dates = BidDates(clarified_on=day("11-06"), submission_on=day("11-10"))
    bounds = {
        method: warnings(dates, law=PROCUREMENT, method=method)
        for method in (BidMethod.OPEN, BidMethod.CONSULTATION, BidMethod.NEGOTIATION)
    }
    assert [found[0].values["bound"] for found in bounds.values()] == [
        day("11-21"),
        day("11-11"),
        day("11-11"),
    ]


def test_derived_days():
    assert contract_due(day("11-02")) == contract_due(day("11-02"), PROCUREMENT) == day("12-02")
    assert deposit_due(day("09-24")) == day("09-29")
    assert deposit_due(day("09-24"), PROCUREMENT) == date(2026, 10, 9)  # the holidays of autumn and October
    assert losers_deposit_due(day("11-06")) == day("11-13")
    assert withdrawal_refund_due(day("11-06")) == day("11-11")
    assert publicity_due(day("11-06")) == day("11-09")
    assert publicity_least(day("11-10")) == day("11-12")
    assert complaint_due(day("11-10")) == day("11-20")
    assert last_before("clarification", day("11-20"), TENDERING) == day("11-05")
    assert last_before("objection", day("11-20"), TENDERING) == day("11-10")
    assert last_before("clarification", day("11-12"), PROCUREMENT, BidMethod.INQUIRY) == day("11-09")
    assert last_before("contract", day("11-20"), TENDERING) is None
    assert last_before("nothing", day("11-20"), TENDERING) is None
    assert reminder_days() == (7, 3, 1)


def test_where_no_law_holds_there_is_no_day():
    assert deposit_due(date(2010, 1, 1)) is None
    assert contract_due(day("11-02"), BidLaw.OWN) is None
    assert deposit_due(day("11-02"), BidLaw.OWN) is None
    assert withdrawal_refund_due(day("11-02"), BidLaw.OWN) is None


def test_the_deposit_has_a_share_and_a_cap():
    dates = BidDates(submission_on=day("11-20"))

    def over(law, kind, estimate, deposit):
        return codes(dates, law, kind=kind, estimate=estimate, deposit=deposit)

    assert over(TENDERING, None, D(1_000_000), D(20_000)) == []
    assert over(TENDERING, None, D(1_000_000), D("20000.01")) == ["deposit_share"]
    assert over(PROCUREMENT, BidKind.WORKS, D(90_000_000), D(1_800_000)) == []
    assert over(TENDERING, BidKind.WORKS, D(90_000_000), D(800_000)) == []
    assert over(TENDERING, BidKind.WORKS, D(90_000_000), D(800_001)) == ["deposit_cap"]
    assert over(TENDERING, BidKind.GOODS, None, D(800_001)) == ["deposit_cap"]
    assert over(TENDERING, BidKind.SURVEY_DESIGN, D(4_000_000), D(100_001)) == [
        "deposit_share",
        "deposit_cap",
    ]
    assert over(TENDERING, BidKind.SERVICES, None, D(900_000)) == []
    assert deposit_limit(D(90_000_000), TENDERING, BidKind.WORKS) == 800_000
    assert deposit_limit(D(1_000_000), TENDERING, BidKind.WORKS) == 20_000
    assert deposit_limit(None, PROCUREMENT, None) is None


@pytest.mark.parametrize("law", [TENDERING, PROCUREMENT])
def test_the_performance_bond_is_a_tenth_at_most(law):
    assert codes(BidDates(), law, contract_amount=D(500_000), bond=D(50_000)) == []
    [warning] = warnings(BidDates(), law=law, contract_amount=D(500_000), bond=D("50000.01"))
    assert (warning.code, warning.stage, warning.values["most"]) == (
        "bond_share",
        BidStage.CONTRACT,
        D(50_000),
    )


def test_a_deposit_that_does_not_come_home_is_overdue():
    dates = BidDates(contract_on=day("11-06"))
    assert codes(dates, TENDERING, deposit=D(100), today=day("11-11")) == []
    [warning] = warnings(dates, law=TENDERING, deposit=D(100), today=day("11-12"))
    assert (warning.code, warning.values["day"], warning.values["bound"]) == (
        "deposit_back",
        None,
        day("11-11"),
    )
    assert codes(dates, TENDERING, today=day("11-12")) == []
    assert (
        codes(replace(dates, deposit_back_on=day("11-10")), TENDERING, deposit=D(1), today=day("12-12")) == []
    )


def test_a_loser_waits_from_the_notice_and_a_winner_from_the_contract():
    dates = BidDates(notice_on=day("11-06"), contract_on=day("11-30"))
    late = {"deposit": D(100), "today": day("11-16")}
    assert codes(dates, PROCUREMENT, result=BidResult.LOST, **late) == ["deposit_back"]
    assert codes(dates, PROCUREMENT, result=BidResult.WON, **late) == []


def test_nobody_must_object_so_it_is_never_overdue():
    dates = BidDates(documents_on=day("11-02"), known_on=day("11-02"))
    assert codes(dates, PROCUREMENT, today=day("12-31")) == []
    assert codes(dates, TENDERING, today=day("12-31")) == []


def test_warnings_stand_in_the_order_of_the_stages():
    dates = BidDates(
        sale_from=day("11-02"), sale_to=day("11-03"), submission_on=day("11-10"), opening_on=day("11-11"),
        notice_on=day("11-12"), contract_on=day("12-31"),
    )  # fmt: skip
    found = warnings(dates, law=TENDERING, deposit=D(30), estimate=D(100))
    assert [warning.stage for warning in found] == [
        BidStage.DOCUMENTS, BidStage.DEPOSIT, BidStage.SUBMISSION, BidStage.OPENING, BidStage.CONTRACT,
    ]  # fmt: skip


def test_a_law_says_more_than_days():
    assert {note.stage for note in notes(TENDERING)} >= {
        BidStage.ANNOUNCEMENT,
        BidStage.SITE_VISIT,
        BidStage.OPENING,
        BidStage.DEPOSIT,
    }
    assert [note.stage for note in notes(PROCUREMENT)] == [BidStage.DEPOSIT]
    assert all(note.article and note.text for law in BidLaw for note in notes(law))


def test_a_company_that_buys_by_its_own_rules_is_bound_by_none_of_the_two():
    dates = BidDates(
        sale_from=day("11-02"), submission_on=day("11-03"), opening_on=day("11-04"), contract_on=day("11-06")
    )
    assert (
        warnings(dates, law=BidLaw.OWN, deposit=D(900), estimate=D(1000), bidders=1, today=day("12-31")) == []
    )


def test_every_row_has_its_source():
    for group in ("rule", "cap", "condition", "note"):
        for row in dated_rules.rows("bids", group):
            assert row["article"]
            assert row["text"]
            assert row["source"]
            assert row["status"] in {"confirmed", "unconfirmed"}
