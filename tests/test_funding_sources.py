"""Funding sources: a register of its own, named on papers before and after submission, shown and printed with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.expense_claim import ClaimState
from services import audit, claim_papers, expense_claims, funding_sources, registers
from services.funding_sources import FundingSourceDraft
from services.registers import Filter, Operator, Query
from tests.claims import TODAY, make_office, refusal
from tests.packets import UNIVERSITY, Desk, make_desk_of


@pytest.fixture
def desk(database) -> Desk:
    return make_desk_of(make_office(database))


@pytest.fixture
def both(either) -> Desk:
    return make_desk_of(make_office(either))


def assign(desk: Desk, source: int | None, *papers, actor=None) -> int:
    with desk.office.writing() as session:
        ids = [paper.id for paper in papers]
        return funding_sources.assign(session, actor or desk.office.clerk, ids, source)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"code": " "}, "record.required", "code"),
        ({"name": ""}, "record.required", "name"),
        ({"body": ""}, "record.required", "body"),
        ({"code": "WHU-01"}, "record.taken", "code"),
        ({"name": UNIVERSITY}, "record.taken", "name"),
    ],
)
def test_a_source_needs_a_code_a_name_and_a_body_of_its_own(desk, changes, code, field):
    draft = replace(FundingSourceDraft(code="N", name="新", body="单位"), **changes)
    with refusal(code) as refused, desk.office.writing() as session:
        funding_sources.save(session, desk.office.clerk, draft)
    assert refused.value.field == field


def test_a_source_that_papers_name_is_put_out_of_use_and_one_without_is_deleted(desk):
    desk.paper()
    office = desk.office
    with office.writing() as session:
        first = funding_sources.get(session, office.clerk, desk.university)
        second = funding_sources.get(session, office.clerk, desk.bureau)
        assert not funding_sources.remove(session, office.clerk, desk.university, first.version)
        assert funding_sources.remove(session, office.clerk, desk.bureau, second.version)
        assert funding_sources.choices(session, office.clerk) == []


def test_the_form_of_a_claim_names_its_source_and_no_other_than_there_is(desk):
    office = desk.office
    saved = office.save(office.draft("1", funding_source_id=desk.university))
    assert office.detail(saved).source_name == UNIVERSITY
    with refusal("claim.unknown_choice") as refused:
        office.save(office.draft("1", funding_source_id=99))
    assert refused.value.field == "funding_source_id"


def test_after_submission_the_source_is_named_in_the_history_and_holds_up_nobody(both):
    office = both.office
    waiting = office.submit(office.save(office.draft("1")))
    assert assign(both, both.university, waiting) == 1
    assert assign(both, both.university, waiting) == 0
    found = office.detail(waiting)
    assert (found.source_name, found.version) == (UNIVERSITY, waiting.version)
    assert found.history[0].changes["funding_source_id"] == [None, UNIVERSITY]
    office.approve(waiting)
    assert office.detail(waiting).state is ClaimState.TO_PAY


def test_of_a_draft_the_change_is_a_change_that_its_form_must_see(desk):
    saved = desk.office.save(desk.office.draft("1"))
    assign(desk, desk.bureau, saved)
    assert desk.office.detail(saved).version > saved.version
    assign(desk, None, saved)
    assert desk.office.detail(saved).source_name == ""


def test_a_paper_in_a_packet_keeps_its_source(desk):
    paper = desk.paper()
    made = desk.make([paper])
    with refusal("packet.paper_elsewhere") as refused:
        assign(desk, desk.bureau, paper)
    assert refused.value.values["packet"] == made.number


def test_advances_and_voided_papers_have_no_source(desk):
    office = desk.office
    with refusal("packet.no_lines_kind"):
        assign(desk, desk.university, office.save(office.advance_draft()))
    paper = desk.paper()
    office.void(paper)
    with refusal("packet.paper_voided"):
        assign(desk, desk.university, paper)
    with refusal("record.gone") as refused:
        assign(desk, 99, desk.paper())
    assert refused.value.field == "source_id"


def test_the_auditor_only_looks(desk, auditor):
    with refusal("permission.denied"):
        assign(desk, desk.university, desk.paper(), actor=auditor)


def test_the_list_of_papers_is_filtered_by_source_and_packet(both):
    paper = both.paper("7")
    both.paper("8", both.bureau)
    made = both.make([paper])
    with both.office.database.read() as session:
        for name, value in (("source", UNIVERSITY), ("packet_number", made.number)):
            query = Query(TODAY, filters=(Filter(name, Operator.IS, value),))
            rows = registers.window(session, both.office.clerk, claim_papers.REGISTER, query, 0, 5)
            assert [row[0] for row in rows] == [paper.id]
        empty = Query(TODAY, filters=(Filter("source", Operator.EMPTY),))
        assert registers.count(session, both.office.clerk, claim_papers.REGISTER, empty) == 0


def test_the_voucher_says_whose_money_it_is_beside_the_project(desk):
    office = desk.office
    paper = office.save(office.draft("1", project_id=office.project, funding_source_id=desk.university))
    with office.database.read() as session:
        form = expense_claims.voucher(session, office.clerk, paper.id)
    assert form.project == f"宜昌不动产测绘（HT-2026-031）　经费：{UNIVERSITY}"


def test_its_history_is_for_whoever_sees_packets(desk, auditor):
    with desk.office.database.read() as session:
        assert audit.history(session, auditor, "funding_source", desk.university)[0].action == "create"
