"""Tender notices: entered, like others, kept, dropped and taken up again, made a bid once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.bid import Bid
from models.bid_lead import LeadState
from models.bid_terms import BidStage
from services import bid_lead_details, bid_leads, bids
from services.bid_lead_likeness import KnownTitles, is_alike, match_key
from services.errors import Refused
from services.permissions import Role
from services.registers import Query, window
from tests.conftest import actor_of_role
from tests.leads import TODAY, made, seen, sort_out, stored

DAY = timedelta(days=1)


def detail(database, actor, lead_id):
    with database.read() as session:
        return bid_lead_details.detail(session, actor, lead_id)


def found_by_chip(database, actor, chip):
    with database.read() as session:
        rows = window(session, actor, bid_leads.REGISTER, Query(TODAY, chip=chip), 0, 50)
    return [int(row[0]) for row in rows]


def alike(database, actor, title, owner="", own_id=None):
    with database.read() as session:
        return [one.title for one in bid_leads.alike(session, actor, title, owner, own_id)]


def test_a_notice_keeps_what_was_typed_and_is_changed_under_its_version(either, clerk):
    lead_id = made(
        either, clerk, title=" 洪山区　国土 变更调查 ", budget=Decimal("1860000.50"), link="https://a.cn/1"
    )
    with either.read() as session:
        found = bid_leads.get(session, clerk, lead_id)
    assert (found.title, found.budget, found.link) == (
        "洪山区 国土 变更调查",
        Decimal("1860000.50"),
        "https://a.cn/1",
    )
    with either.write() as session:
        bid_leads.save(session, clerk, replace(found, province="湖南"))
    with pytest.raises(Refused) as refused, either.write() as session:
        bid_leads.save(session, clerk, replace(found, province="江西"))
    assert refused.value.code == "record.stale"
    assert stored(either, lead_id).province == "湖南"


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"title": " "}, "record.required", "title"),
        ({"province": ""}, "record.required", "province"),
        ({"found_on": None}, "record.required", "found_on"),
        ({"budget": Decimal(-1)}, "bid_lead.budget", "budget"),
        ({"budget": Decimal(10) ** 12}, "bid_lead.budget", "budget"),
        ({"published_on": TODAY, "deadline_on": TODAY - DAY}, "bid_lead.days", "deadline_on"),
        ({"published_on": TODAY, "register_until": TODAY - DAY}, "bid_lead.days", "register_until"),
        ({"link": "javascript:alert(1)"}, "bid_lead.link", "link"),
        ({"department_id": 999}, "record.gone", "department_id"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(database, clerk, more, code, field):
    with pytest.raises(Refused) as refused:
        made(database, clerk, **more)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_who_only_looks_enters_nothing(database):
    with pytest.raises(Refused) as refused:
        made(database, actor_of_role(Role.CASHIER))
    assert refused.value.code == "permission.denied"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("武汉市国土调查项目招标公告", "市规划局"), ("武汉市国土调查（第二次）", "市规划局"), True),
        (("武汉市国土调查", "市规划局"), ("武汉市国土调查", "区规划局"), False),
        (("武汉市国土调查", ""), ("武汉市国土调查", "区规划局"), True),
        (("宜昌市地下管线更新普查一标段", "住建局"), ("宜昌市地下管线更新普查二标段", "住建局"), True),
        (("宜昌市地下管线更新普查", "住建局"), ("宜昌市房屋安全普查", "住建局"), False),
        (("ＡＢＣ平台采购", ""), ("abc 平台采购", ""), True),
        (("公告", ""), ("项目", ""), False),
    ],
)
def test_which_notices_may_be_the_same(one, other, same):
    assert is_alike(match_key(*one), match_key(*other)) is same
    known = KnownTitles()
    known.add(match_key(*other), other[0])
    assert bool(known.like(match_key(*one))) is same


def test_similar_titles_are_named_the_newest_first_and_never_oneself(either, clerk):
    first = made(either, clerk, title="洪山区国土变更调查服务招标公告", found_on=TODAY - 9 * DAY)
    second = made(either, clerk, title="关于洪山区国土变更调查服务", found_on=TODAY)
    made(either, clerk, title="洪山区园林养护")
    owner = stored(either, first).owner
    assert alike(either, clerk, "洪山区国土变更调查服务", owner) == [
        "关于洪山区国土变更调查服务",
        "洪山区国土变更调查服务招标公告",
    ]
    assert alike(either, clerk, "洪山区国土变更调查服务", owner, second) == ["洪山区国土变更调查服务招标公告"]
    assert alike(either, clerk, "洪山区国土变更调查服务", "别的招标人") == []
    assert alike(either, clerk, " ！") == []


def test_dropped_with_a_reason_and_taken_up_again(either, clerk):
    one, two = made(either, clerk), made(either, clerk, title="另一个项目")
    with pytest.raises(Refused) as refused:
        sort_out(either, clerk, LeadState.DROPPED, one, two, reason=" ")
    assert (refused.value.code, refused.value.field) == ("bid_lead.reason", "reason")
    sort_out(either, clerk, LeadState.DROPPED, one, two, reason="异地")
    assert [(stored(either, lead).state, stored(either, lead).drop_reason) for lead in (one, two)] == [
        (LeadState.DROPPED, "异地")
    ] * 2
    assert found_by_chip(either, clerk, "dropped") == [two, one]
    sort_out(either, clerk, LeadState.NEW, one)
    assert (stored(either, one).state, stored(either, one).drop_reason) == (LeadState.NEW, "")


def test_all_of_several_are_sorted_out_or_none(database, clerk):
    one, two = made(database, clerk), made(database, clerk, title="另一个项目")
    versions = seen(database, one, two)
    sort_out(database, clerk, LeadState.KEPT, two)
    with pytest.raises(Refused) as refused, database.write() as session:
        bid_leads.sort_out(session, clerk, versions, LeadState.DROPPED, "异地")
    assert refused.value.code == "record.stale"
    assert stored(database, one).state is LeadState.NEW


def test_a_bid_is_made_of_a_notice_once_and_taking_it_out_gives_the_notice_back(either, clerk):
    lead_id = made(
        either, clerk, budget=Decimal(500000), tender_number="ZB-1", published_on=TODAY - DAY,
        register_until=TODAY + 5 * DAY, deadline_on=TODAY + 20 * DAY,
    )  # fmt: skip
    with either.read() as session:
        draft = bid_lead_details.bid_draft(session, clerk, lead_id, today=TODAY)
    days = {one.stage: one.on_day for one in draft.stages if one.on_day}
    assert days == {
        BidStage.ANNOUNCEMENT: TODAY - DAY,
        BidStage.REGISTRATION: TODAY + 5 * DAY,
        BidStage.SUBMISSION: TODAY + 20 * DAY,
        BidStage.OPENING: TODAY + 20 * DAY,
    }
    with either.write() as session:
        bid_id = bids.save(session, clerk, draft)
    found = detail(either, clerk, lead_id)
    assert (found.state, found.bid_id, found.bid) == (LeadState.BID, bid_id, "TB-2026-0001")
    with either.read() as session:
        bid = session.get_one(Bid, bid_id)
    assert (bid.lead_id, bid.name, bid.budget, bid.tender_number) == (
        lead_id,
        draft.name,
        Decimal(500000),
        "ZB-1",
    )
    for again in (
        lambda s: bids.save(s, clerk, draft),
        lambda s: bid_lead_details.bid_draft(s, clerk, lead_id, today=TODAY),
    ):
        with pytest.raises(Refused) as refused, either.write() as session:
            again(session)
        assert (refused.value.code, refused.value.values["title"]) == ("bid_lead.is_bid", draft.name)
    with pytest.raises(Refused) as refused:
        sort_out(either, clerk, LeadState.DROPPED, lead_id, reason="异地")
    assert refused.value.code == "bid_lead.is_bid"
    with pytest.raises(Refused) as refused, either.write() as session:
        bid_leads.remove(session, clerk, *seen(either, lead_id)[0])
    assert refused.value.code == "record.in_use"
    with either.write() as session:
        bids.remove(session, clerk, bid_id, bid.version)
    assert stored(either, lead_id).state is LeadState.KEPT


def test_editing_the_bid_of_a_notice_leaves_the_notice(database, clerk):
    lead_id = made(database, clerk)
    with database.write() as session:
        bid_id = bids.save(session, clerk, bid_lead_details.bid_draft(session, clerk, lead_id, today=TODAY))
    with database.write() as session:
        bids.save(session, clerk, replace(bids.get(session, clerk, bid_id), note="改"))
    assert stored(database, lead_id).state is LeadState.BID


def test_the_headline_counts_what_is_new_and_what_ends(either, clerk):
    made(either, clerk, register_until=TODAY + 7 * DAY)
    made(either, clerk, title="乙", deadline_on=TODAY)
    made(either, clerk, title="丙", deadline_on=TODAY + 8 * DAY)
    past = made(either, clerk, title="丁", deadline_on=TODAY - DAY)
    dropped = made(either, clerk, title="戊", deadline_on=TODAY)
    sort_out(either, clerk, LeadState.DROPPED, dropped, reason="小")
    sort_out(either, clerk, LeadState.KEPT, past)
    with either.read() as session:
        found = bid_lead_details.headline(session, clerk, today=TODAY)
        assert bid_lead_details.ending_count(session, clerk) >= 0
    assert (found.new, found.ending, found.digest_on) == (3, 2, None)
    assert len(found_by_chip(either, clerk, "ending")) == 2


def test_a_notice_entered_by_mistake_goes_away(database, clerk):
    lead_id = made(database, clerk)
    with database.write() as session:
        assert bid_leads.remove(session, clerk, *seen(database, lead_id)[0])
    with pytest.raises(Refused) as refused:
        detail(database, clerk, lead_id)
    assert refused.value.code == "record.gone"


def test_the_usual_provinces_begin_with_those_in_use(database, clerk):
    for title, province in (("甲", "湖南"), ("乙", "湖南"), ("丙", "全省通用"), ("丁", "湖北")):
        made(database, clerk, title=title, province=province)
    with database.read() as session:
        found = bid_leads.provinces(session, clerk)
    assert found[0] == "湖南"
    assert set(found[:3]) == {"湖南", "湖北", "全省通用"}
    assert found.count("湖北") == 1
    assert found[-1] == "全国"


def test_what_the_detail_tells(database, clerk):
    first = made(
        database, clerk, department_id=1, register_until=date(2026, 12, 1), deadline_on=date(2026, 12, 9)
    )
    second = made(database, clerk, title="洪山区国土变更调查服务（二次）", deadline_on=date(2026, 12, 9))
    found = detail(database, clerk, first)
    assert [one.id for one in found.alike] == [second]
    assert found.department
    assert found.ends_on == date(2026, 12, 1)
    assert detail(database, clerk, second).ends_on == date(2026, 12, 9)
    assert (found.bid, found.digest) == ("", "")
    with database.read() as session:
        assert bid_lead_details.versions(session, clerk, [second, 99, first]) == seen(database, second, first)
