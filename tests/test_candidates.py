"""Candidates go on stage by stage, and the funnel's figures are the rows behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from models.personnel_paper import PersonnelPaper
from models.recruiting import Candidate, CandidateStage
from services import (
    candidate_details,
    candidate_steps,
    candidates,
    personnel_papers,
    recruiting_events,
    recruiting_funnel,
    registers,
)
from services.candidate_details import CandidateAction
from services.candidates import CandidateDraft
from services.errors import Refused
from services.recruiting_events import EventDraft
from services.recruiting_funnel import LISTS, FunnelBy
from services.registers import Query
from tests import personnel
from tests.personnel import NUMBER, joiner

TODAY = date(2026, 3, 12)
_clicks = count()


@pytest.fixture
def session(database):
    with database.write() as opened:
        yield opened


def click() -> str:
    return f"test-candidate-{next(_clicks)}"


def somebody(session, actor, name: str = "周一", applied_on: date = date(2026, 2, 1), **more) -> Candidate:
    draft = CandidateDraft(name=name, applied_on=applied_on, post="测绘员", **more)
    return session.get_one(Candidate, candidates.save(session, actor, draft))


def go_on(session, actor, item: Candidate, day: date = TODAY) -> None:
    candidate_steps.go_on(session, actor, item.id, item.version, day=day, command_id=click())


def close(
    session, actor, item: Candidate, stage: CandidateStage, reason: str = "x", day: date = TODAY
) -> None:
    candidate_steps.close(
        session, actor, item.id, item.version, stage, day=day, reason=reason, command_id=click()
    )


def to_offer(session, actor, item: Candidate) -> None:
    for _ in range(3):
        go_on(session, actor, item)


def refused_code(act, *arguments) -> str:
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return refused.value.code


def test_a_candidate_goes_on_to_the_offer_and_each_stage_keeps_its_day(session, clerk):
    item = somebody(session, clerk)
    for day in (date(2026, 2, 3), date(2026, 2, 10), date(2026, 2, 20)):
        go_on(session, clerk, item, day)
    assert item.stage is CandidateStage.OFFER
    found = candidate_details.detail(session, clerk, item.id)
    assert [day for _stage, day in found.reached] == [
        date(2026, 2, 1), date(2026, 2, 3), date(2026, 2, 10), date(2026, 2, 20),
    ]  # fmt: skip
    assert refused_code(go_on, session, clerk, item) == "candidate.join_paper"


def test_an_interview_is_noted_and_leads_on(session, clerk):
    item = somebody(session, clerk)
    go_on(session, clerk, item, date(2026, 2, 3))
    again = click()
    for _ in range(2):
        candidate_steps.interview(
            session, clerk, item.id, item.version, held_on=date(2026, 2, 9), interviewer="张国强",
            passed=True, note="基础好", command_id=again,
        )  # fmt: skip
    assert (item.stage, item.interviewed_on) == (CandidateStage.INTERVIEW, date(2026, 2, 9))
    found = candidate_details.detail(session, clerk, item.id)
    assert [(one.interviewer, one.passed, one.note) for one in found.interviews] == [
        ("张国强", True, "基础好")
    ]


def test_no_thanks_needs_a_reason_and_can_be_taken_back(session, clerk):
    item = somebody(session, clerk)
    go_on(session, clerk, item)
    assert refused_code(close, session, clerk, item, CandidateStage.REJECTED, " ") == "candidate.no_reason"
    close(session, clerk, item, CandidateStage.REJECTED, "经验不足")
    assert (item.stage, item.closed_on) == (CandidateStage.REJECTED, TODAY)
    assert refused_code(go_on, session, clerk, item) == "candidate.closed"
    candidate_steps.step_back(session, clerk, item.id, item.version, command_id=click())
    assert (item.stage, item.closed_on) == (CandidateStage.SCREENED, None)
    candidate_steps.step_back(session, clerk, item.id, item.version, command_id=click())
    assert (item.stage, item.screened_on) == (CandidateStage.APPLIED, None)


def test_a_day_before_the_application_and_an_old_version_are_refused(session, clerk):
    item = somebody(session, clerk)
    assert refused_code(go_on, session, clerk, item, date(2026, 1, 1)) == "candidate.day_before_applied"
    with pytest.raises(Refused) as refused:
        candidate_steps.go_on(session, clerk, item.id, 0, day=TODAY, command_id=click())
    assert refused.value.code == "record.stale"
    with pytest.raises(Refused) as refused:
        candidate_steps.step_back(session, clerk, item.id, 0, command_id=click())
    assert refused.value.code == "record.stale"


def test_an_offer_becomes_a_join_paper_and_a_hire_on_its_day(session, clerk):
    deciders = personnel.set_up(session)
    item = somebody(session, clerk, phone="13800000000", department_id=1)
    assert refused_code(candidate_steps.join_draft, session, clerk, item.id) == "candidate.not_offered"
    to_offer(session, clerk, item)
    draft = candidate_steps.join_draft(session, clerk, item.id)
    assert (draft.name, draft.phone, draft.post, draft.department_id) == ("周一", "13800000000", "测绘员", 1)
    begun = joiner(name=draft.name, candidate_id=draft.candidate_id)
    paper_id = personnel_papers.save(session, clerk, begun, today=TODAY)
    assert item.paper_id == paper_id
    assert refused_code(close, session, clerk, item, CandidateStage.DECLINED) == "candidate.has_paper"
    assert refused_code(candidates.remove, session, clerk, item.id, item.version) == "candidate.has_paper"
    paper = session.get_one(PersonnelPaper, paper_id)
    personnel.office_papers.submit(session, clerk, personnel.KIND, paper.id, paper.version, click())
    for decider in deciders:
        personnel.decide(session, decider, paper)
    assert (item.stage, item.closed_on) == (CandidateStage.HIRED, date(2026, 3, 2))
    assert paper.body["identity_number"] == NUMBER


def test_a_deleted_join_paper_lets_the_candidate_go(session, clerk):
    personnel.set_up(session)
    item = somebody(session, clerk)
    to_offer(session, clerk, item)
    paper_id = personnel_papers.save(session, clerk, joiner(candidate_id=item.id), today=TODAY)
    personnel_papers.remove(session, clerk, paper_id, session.get_one(PersonnelPaper, paper_id).version)
    assert item.paper_id is None
    assert candidates.remove(session, clerk, item.id, item.version)


def test_the_same_person_is_not_entered_twice_while_in_the_running(session, clerk):
    item = somebody(session, clerk, phone="13900000000")
    draft = CandidateDraft(name="周一", phone="13900000000", applied_on=TODAY)
    assert refused_code(candidates.save, session, clerk, draft) == "candidate.known"
    close(session, clerk, item, CandidateStage.DECLINED)
    assert candidates.save(session, clerk, draft)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": ""}, "record.required"),
        ({"applied_on": None}, "record.required"),
        ({"department_id": 99}, "record.gone"),
        ({"event_id": 99}, "record.gone"),
    ],
)
def test_what_a_candidate_needs(session, clerk, changes, code):
    draft = replace(CandidateDraft(name="周一", applied_on=TODAY), **changes)
    assert refused_code(candidates.save, session, clerk, draft) == code


def test_what_may_be_done_follows_the_stage(session, clerk, manager):
    item = somebody(session, clerk)

    def may(actor):
        return {one.value for one in candidate_details.detail(session, actor, item.id).actions}

    assert may(manager) == set()
    assert may(clerk) == {"edit_candidate", "remove", "reject", "decline", "next_stage"}
    go_on(session, clerk, item)
    assert {"interview", "step_back"} <= may(clerk)
    go_on(session, clerk, item)
    go_on(session, clerk, item)
    assert CandidateAction.JOIN.value in may(clerk)
    close(session, clerk, item, CandidateStage.DECLINED)
    assert may(clerk) == {"edit_candidate", "remove", "step_back"}


def test_an_event_gives_its_source_and_is_kept_while_somebody_came_from_it(session, clerk):
    event = recruiting_events.save(
        session, clerk, EventDraft(name="双选会", source="校园招聘", held_on=TODAY, cost=Decimal("500.00"))
    )
    item = somebody(session, clerk, event_id=event)
    assert item.source == "校园招聘"
    found = recruiting_events.get(session, clerk, event)
    assert [one.label for one in recruiting_events.choices(session, clerk)] == ["双选会"]
    assert refused_code(recruiting_events.remove, session, clerk, event, found.version) == "record.in_use"
    candidates.remove(session, clerk, item.id, item.version)
    assert recruiting_events.remove(session, clerk, event, found.version)
    for wrong, code in (
        (EventDraft(), "record.required"),
        (EventDraft(name="x"), "record.required"),
        (EventDraft(name="x", held_on=TODAY, cost=Decimal(-1)), "candidate.cost_negative"),
    ):
        assert refused_code(recruiting_events.save, session, clerk, wrong) == code


@pytest.fixture
def year(session, clerk):
    """Six people of two events: two offers, one of them taken, one rejected after the interview."""
    campus, fair = (
        recruiting_events.save(session, clerk, EventDraft(name=name, source=source, held_on=day, cost=Decimal(cost)))
        for name, source, day, cost in (
            ("校园双选会", "校园招聘", date(2026, 1, 10), "900.00"), ("招聘会", "现场招聘会", date(2026, 2, 5), "100.00"),
        )
    )  # fmt: skip
    recruiting_events.save(
        session, clerk, EventDraft(name="没人来", held_on=date(2026, 2, 6), cost=Decimal("50.00"))
    )
    people = [somebody(session, clerk, f"甲{n}", date(2026, 1, 12), event_id=campus) for n in range(4)]
    people += [somebody(session, clerk, f"乙{n}", date(2026, 2, 6), event_id=fair) for n in range(1)]
    people.append(somebody(session, clerk, "丙", date(2026, 2, 7)))
    to_offer(session, clerk, people[0])
    to_offer(session, clerk, people[1])
    people[0].stage, people[0].closed_on = CandidateStage.HIRED, TODAY
    close(session, clerk, people[1], CandidateStage.DECLINED)
    go_on(session, clerk, people[2])
    go_on(session, clerk, people[2])
    close(session, clerk, people[2], CandidateStage.REJECTED)
    go_on(session, clerk, people[4])
    session.flush()


FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)


def test_the_funnel_counts_how_far_everybody_came(session, clerk, year):
    rows = recruiting_funnel.funnel(session, clerk, FunnelBy.SOURCE, first=FIRST, last=LAST)
    assert [(row.key, row.counts) for row in rows] == [
        ("校园招聘", (4, 3, 3, 2, 1)), ("", (1, 0, 0, 0, 0)), ("现场招聘会", (1, 1, 0, 0, 0)),
    ]  # fmt: skip
    assert [row.rate for row in rows] == [Decimal("25.0"), Decimal("0.0"), Decimal("0.0")]


def test_an_event_shows_what_a_hire_cost_also_when_nobody_came(session, clerk, year):
    rows = recruiting_funnel.funnel(session, clerk, FunnelBy.EVENT, first=FIRST, last=LAST)
    found = {row.key: (row.counts[0], row.cost, row.cost_each) for row in rows}
    assert found["校园双选会"] == (4, Decimal("900.00"), Decimal("900.00"))
    assert found["没人来"] == (0, Decimal("50.00"), None)


@pytest.mark.parametrize("by", list(FunnelBy))
def test_behind_every_figure_stand_exactly_its_rows(session, clerk, year, by):
    rows = recruiting_funnel.funnel(session, clerk, by, first=FIRST, last=LAST)
    for row in rows:
        filters = recruiting_funnel.behind(by, row.key, FIRST, LAST)
        for stage, number in zip(candidates.ORDER, row.counts, strict=True):
            query = Query(TODAY, filters=filters)
            assert registers.count(session, clerk, LISTS[stage], query) == number, (row.key, stage)
    assert sum(row.counts[0] for row in rows) == 6


def test_the_period_counts_who_applied_in_it(session, clerk, year):
    rows = recruiting_funnel.funnel(session, clerk, FunnelBy.MONTH, first=date(2026, 2, 1), last=LAST)
    assert [(row.key, row.counts[0]) for row in rows] == [("2026-02", 2)]


def test_the_headline_names_who_waits(session, clerk, year):
    found = candidates.headline(session, clerk, before=date(2026, 2, 1))
    assert (found.running, found.offers, found.waiting) == (3, 0, 1)


def test_the_funnel_is_the_same_on_a_server(office, clerk):
    with office.write() as session:
        somebody(session, clerk, source="网络招聘")
        for by in FunnelBy:
            rows = recruiting_funnel.funnel(session, clerk, by, first=FIRST, last=LAST)
            assert [row.counts for row in rows] == [(1, 0, 0, 0, 0)]
            filters = recruiting_funnel.behind(by, rows[0].key, FIRST, LAST)
            query = Query(TODAY, filters=filters)
            assert registers.count(session, clerk, LISTS[CandidateStage.APPLIED], query) == 1
