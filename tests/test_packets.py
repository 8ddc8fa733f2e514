"""Packets: papers of one source together, lodged, answered, paid; what does not fit is refused with its sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select

from models.expense_claim import ExpenseClaim
from models.packet import PacketState
from services import integrity, packet_register, packets, registers
from services.packets import PacketDraft
from services.registers import Query
from tests.claims import TODAY, Office, at_once, command, make_office, refusal
from tests.packets import UNIVERSITY, Desk, make_desk_of


@pytest.fixture
def desk(database) -> Desk:
    return make_desk_of(make_office(database))


@pytest.fixture
def both(either) -> Desk:
    return make_desk_of(make_office(either))


def packet_of(office: Office, claim_id: int) -> str:
    with office.database.read() as session:
        return session.scalar(select(ExpenseClaim.packet_number).where(ExpenseClaim.id == claim_id)) or ""


def sums(office: Office) -> list[tuple[str, object]]:
    with office.database.read() as session:
        return [(one.code, one.values["number"]) for one in integrity.sums(session)]


def test_papers_of_one_source_become_a_packet_that_counts_them(both):
    papers = [*both.papers("100", "250.50"), both.paper("49.50", paid=False)]
    made = both.make(papers)
    found = both.detail(made)
    assert (made.number, found.state, found.count) == (f"SB-{TODAY.year}-0001", PacketState.OPEN, 3)
    assert (found.total, found.accepted, found.received) == (Decimal(400), None, Decimal(0))
    assert (found.source_name, found.body) == (UNIVERSITY, "武汉大学遥感信息工程学院")
    assert [row.amount for row in found.papers] == [Decimal(100), Decimal("250.50"), Decimal("49.50")]
    assert {packet_of(both.office, paper.id) for paper in papers} == {made.number}
    assert sums(both.office) == []


def test_a_packet_without_a_title_is_called_after_its_source_and_month(desk):
    assert desk.detail(desk.make(desk.papers("1"), title=" ")).title == f"{UNIVERSITY} 2026-11"


def test_the_paper_itself_keeps_its_version_so_that_nobody_who_pays_it_is_held_up(desk):
    paper = desk.paper(paid=False)
    desk.make([paper])
    assert desk.office.pay(paper).version > paper.version
    assert sums(desk.office) == []


def test_a_double_click_makes_one_packet(both):
    papers, click = both.papers("1", "2"), command()
    first = both.make(papers, command_id=click)
    assert both.make(papers, command_id=click) == first
    with both.office.database.read() as session:
        assert registers.count(session, both.office.clerk, packet_register.REGISTER, Query(TODAY)) == 1


def test_two_at_once_cannot_put_one_paper_into_two_packets(both):
    papers = both.papers("10")
    answers = at_once(lambda: both.make(papers), lambda: both.make(papers))
    assert answers[-1] in {"packet.paper_elsewhere", "record.stale"} or answers[0] != "done"
    assert answers.count("done") == 1
    assert sums(both.office) == []


def test_sources_are_not_mixed(desk):
    own = desk.papers("1")
    strange = desk.paper(source=desk.bureau)
    with refusal("packet.mixed_sources") as refused:
        desk.make([*own, strange])
    assert refused.value.values["number"] == strange.number
    made = desk.make(desk.papers("2"))
    with refusal("packet.mixed_sources"):
        desk.add(made, strange)


def test_a_paper_already_in_a_packet_names_that_one(desk):
    papers = desk.papers("1")
    first = desk.make(papers)
    with refusal("packet.paper_elsewhere") as refused:
        desk.make(papers)
    assert refused.value.values == {"number": papers[0].number, "packet": first.number}


def test_what_was_not_granted_or_has_no_source_or_no_lines_stays_out(desk):
    office = desk.office
    waiting = office.submit(office.save(office.draft("5", funding_source_id=desk.university)))
    with refusal("packet.paper_not_granted") as refused:
        desk.make([waiting])
    assert refused.value.values == {"number": waiting.number, "state": "submitted"}
    with refusal("packet.no_source"):
        desk.make([office.paid(office.draft("6"))])
    with refusal("packet.no_lines_kind"):
        desk.make([office.paid(office.advance_draft())])
    with refusal("packet.empty"):
        desk.make([])


def test_a_voided_paper_and_its_reversal_stay_out(desk):
    paper = desk.paper()
    reversal = desk.office.void(paper)
    with refusal("packet.paper_not_granted"):
        desk.make([paper])
    with refusal("packet.no_lines_kind"):
        desk.make([reversal])


def test_papers_come_and_go_while_it_is_open(desk):
    first, second, third = desk.papers("1", "2", "3")
    made = desk.add(desk.make([first, second]), third)
    left = desk.take_out(made, second)
    found = desk.detail(left)
    assert [(row.position, row.amount) for row in found.papers] == [(0, Decimal(1)), (1, Decimal(3))]
    assert (found.count, found.total, packet_of(desk.office, second.id)) == (2, Decimal(4), "")
    desk.make([second])
    assert sums(desk.office) == []


def test_an_open_packet_is_deleted_and_its_papers_are_free(desk):
    papers = desk.papers("1")
    made = desk.make(papers)
    with desk.office.writing() as session:
        packets.remove(session, desk.office.clerk, made.id, made.version)
    assert packet_of(desk.office, papers[0].id) == ""
    assert desk.make(papers).number == f"SB-{TODAY.year}-0002"
    assert sums(desk.office) == []


def test_title_source_and_note_of_a_packet_without_papers_may_change(desk):
    office = desk.office
    with office.writing() as session:
        draft = PacketDraft(title="空包", funding_source_id=desk.university)
        made = packets.save(session, office.clerk, draft, today=TODAY)
        changed = packets.get(session, office.clerk, made.id)
        other = PacketDraft(changed.id, changed.version, "改名", desk.bureau, "待补")
        made = packets.save(session, office.clerk, other, today=TODAY)
    found = desk.detail(made)
    assert (found.title, found.body, found.note) == ("改名", "武汉市自然资源局", "待补")
    made = desk.add(made, desk.paper(source=desk.bureau))
    with refusal("packet.mixed_sources"), office.writing() as session:
        packets.save(
            session, office.clerk, PacketDraft(made.id, made.version, "x", desk.university), today=TODAY
        )


def test_candidates_are_the_granted_papers_of_the_source_in_no_packet(desk):
    one, two, _other = desk.paper("1"), desk.paper("2", paid=False), desk.paper("3", desk.bureau)
    desk.make([one])
    with desk.office.database.read() as session:
        found = packets.candidates(session, desk.office.clerk, desk.university)
    assert [(row.number, row.amount) for row in found] == [(two.number, Decimal(2))]
