"""The opening of a bid, and days in an order that cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from services.bid_rules import BidDates, BidLaw, BidMethod, check_dates, warnings
from services.errors import Refused

TENDERING, PROCUREMENT = BidLaw.TENDERING, BidLaw.PROCUREMENT


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def codes(dates: BidDates, law: BidLaw, **more: object) -> list[str]:
    return [warning.code for warning in warnings(dates, law=law, **more)]


def test_the_opening_is_at_the_deadline():
    same = BidDates(submission_on=day("11-20"), opening_on=day("11-20"))
    assert codes(same, TENDERING) == []
    assert codes(replace(same, opening_on=day("11-21")), TENDERING) == ["opening_at_deadline"]
    assert codes(replace(same, opening_on=day("11-21")), PROCUREMENT) == ["opening_at_deadline"]
    assert codes(replace(same, opening_on=day("11-21")), PROCUREMENT, method=BidMethod.INQUIRY) == []
    timed = replace(same, submission_time=time(9), opening_time=time(9))
    assert codes(timed, TENDERING) == []
    assert codes(replace(timed, opening_time=time(9, 30)), TENDERING) == ["opening_at_deadline"]


def test_two_bidders_are_not_opened():
    assert codes(BidDates(), TENDERING, bidders=3) == []
    [warning] = warnings(BidDates(), law=TENDERING, bidders=2)
    assert (warning.code, warning.values["least"]) == ("least_bidders", 3)
    assert codes(BidDates(), PROCUREMENT, bidders=2) == ["least_bidders"]
    assert codes(BidDates(), PROCUREMENT, method=BidMethod.SINGLE_SOURCE, bidders=1) == []


@pytest.mark.parametrize(
    ("dates", "code", "field"),
    [
        (
            BidDates(submission_on=day("11-20"), opening_on=day("11-19")),
            "bid.opening_before_submission", "opening_on",
        ),
        (
            BidDates(
                submission_on=day("11-20"), opening_on=day("11-20"),
                submission_time=time(10), opening_time=time(9),
            ),
            "bid.opening_before_submission", "opening_on",
        ),
        (BidDates(sale_from=day("11-20"), sale_to=day("11-19")), "bid.days_turned", "sale_to"),
        (BidDates(publicity_from=day("11-20"), publicity_to=day("11-19")), "bid.days_turned", "publicity_to"),
    ],
)  # fmt: skip
def test_days_in_an_impossible_order_are_refused(dates, code, field):
    with pytest.raises(Refused) as refusal:
        check_dates(dates)
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_days_in_order_are_taken():
    check_dates(BidDates())
    check_dates(
        BidDates(
            sale_from=day("11-02"), sale_to=day("11-06"), submission_on=day("11-22"), opening_on=day("11-22"),
            submission_time=time(9), opening_time=None,
        )
    )  # fmt: skip
