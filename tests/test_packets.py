"""Packets: papers of one source together, lodged, answered, paid; what does not fit is refused with its sentence."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from models.expense_claim import ClaimState, ExpenseClaim
from models.packet import PacketState
from services import attachments, integrity, packet_register, packet_steps, packets, registers
from services.packet_register import PacketAction
from services.packet_steps import Accepted
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


# lodged


def test_an_empty_packet_is_not_lodged(desk):
    with desk.office.writing() as session:
        draft = PacketDraft(title="空包", funding_source_id=desk.university)
        made = packets.save(session, desk.office.clerk, draft, today=TODAY)
    with refusal("packet.empty"):
        desk.lodge(made)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"lodged_on": None}, "record.required", "lodged_on"),
        ({"lodged_with": " "}, "record.required", "lodged_with"),
        ({"lodged_on": TODAY + timedelta(days=1)}, "packet.day_in_future", "lodged_on"),
        ({"lodged_on": TODAY - timedelta(days=1)}, "packet.lodged_before_made", "lodged_on"),
    ],
)
def test_lodging_wants_a_day_and_a_person(desk, changes, code, field):
    made = desk.make(desk.papers("1"))
    with refusal(code) as refused:
        desk.lodge(made, **changes)
    assert refused.value.field == field


def test_what_is_lodged_is_closed_to_papers(desk):
    lodged = desk.lodged("1", "2")
    with refusal("packet.wrong_state") as refused:
        desk.add(lodged, desk.paper())
    assert refused.value.values["state"] == "lodged"
    with refusal("packet.wrong_state"), desk.office.writing() as session:
        packets.remove(session, desk.office.clerk, lodged.id, lodged.version)


def test_the_headline_says_how_much_is_out_since_when(desk):
    desk.lodged("1000", days=40)
    second = desk.lodged("300", "200", days=3)
    first_paper = desk.detail(second).papers[0]
    desk.answer(second, {first_paper.id: Accepted(Decimal(100), "无附件")})
    with desk.office.database.read() as session:
        found = packet_register.headline(session, desk.office.clerk)
    assert (found.count, found.total) == (2, Decimal(1300))
    assert found.oldest_on == TODAY - timedelta(days=40)


# answered


def test_an_answer_names_what_was_not_accepted_and_why(both):
    lodged = both.lodged("100", "200")
    first, second = both.detail(lodged).papers
    answered = both.answer(lodged, {second.id: Accepted(Decimal(150), "超标准住宿费")})
    found = both.detail(answered)
    assert [(row.accepted, row.refused, row.note) for row in found.papers] == [
        (Decimal(100), Decimal(0), ""),
        (Decimal(150), Decimal(50), "超标准住宿费"),
    ]
    assert (found.accepted, found.refused, found.answer) == (Decimal(250), Decimal(50), "同意")
    assert first.accepted is None
    assert sums(both.office) == []


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        (Accepted(Decimal("100.01"), "多"), "packet.accepted_above", "lines.0.accepted"),
        (Accepted(Decimal(-1), "负"), "claim.amount_negative", "lines.0.accepted"),
        (Accepted(Decimal("NaN"), "无"), "claim.amount_wrong", "lines.0.accepted"),
        (Accepted(Decimal("0.001"), "厘"), "claim.amount_wrong", "lines.0.accepted"),
        (Accepted(Decimal(99)), "packet.why_less", "lines.0.note"),
    ],
)
def test_nonsense_in_an_answer_is_said_at_its_line(desk, said, code, field):
    lodged = desk.lodged("100")
    paper = desk.detail(lodged).papers[0]
    with refusal(code) as refused:
        desk.answer(lodged, {paper.id: said})
    assert refused.value.field == field
    assert desk.detail(lodged).state is PacketState.LODGED


def test_nobody_answers_before_it_was_lodged(desk):
    lodged = desk.lodged("1", days=2)
    with refusal("packet.answered_before_lodged"):
        desk.answer(lodged, answered_on=TODAY - timedelta(days=3))
    with refusal("packet.wrong_state"):
        desk.answer(desk.make(desk.papers("2")))


# received


def test_the_money_that_came_is_noted_with_what_is_missing(both):
    answered = both.answer(both.lodged("100", "200"))
    received = both.receive(answered, "280", "学校扣除管理费 20 元")
    found = both.detail(received, both.office.cashier)
    assert (found.state, found.received, found.missing) == (PacketState.RECEIVED, Decimal(280), Decimal(20))
    assert (found.account_name, found.note) == ("招商银行 基本户", "学校扣除管理费 20 元")
    assert sums(both.office) == []


def test_money_is_not_received_before_there_is_an_answer(desk):
    for packet in (desk.make(desk.papers("1")), desk.lodged("2")):
        with refusal("packet.not_answered") as refused:
            desk.receive(packet, "1")
        assert refused.value.values["number"] == packet.number


@pytest.mark.parametrize(
    ("received", "changes", "code", "field"),
    [
        ("99", {}, "packet.why_differs", "note"),
        ("-1", {"note": "x"}, "claim.amount_negative", "received"),
        ("100", {"account_id": None}, "record.required", "account_id"),
        ("100", {"account_id": 99}, "claim.account_closed", "account_id"),
        ("100", {"received_on": TODAY + timedelta(days=1)}, "packet.day_in_future", "received_on"),
        ("100", {"received_on": TODAY - timedelta(days=1)}, "packet.received_before_lodged", "received_on"),
    ],
)
def test_nonsense_about_the_money_is_said_at_its_field(desk, received, changes, code, field):
    answered = desk.answer(desk.lodged("100"))
    with refusal(code) as refused:
        desk.receive(answered, received, **changes)
    assert refused.value.field == field


def test_only_the_cashier_says_that_money_came(desk):
    answered = desk.answer(desk.lodged("100"))
    with refusal("permission.denied"):
        desk.receive(answered, "100", actor=desk.office.clerk)
    assert PacketAction.RECEIVE not in desk.detail(answered).actions
    assert PacketAction.RECEIVE in desk.detail(answered, desk.office.cashier).actions


def test_a_second_click_on_received_is_one_receipt(desk):
    answered, click = desk.answer(desk.lodged("100")), command()
    values = {"received_on": TODAY, "account_id": desk.office.account, "received": Decimal(100), "note": ""}
    for _ in range(2):
        with desk.office.writing() as session:
            packet_steps.receive(
                session,
                desk.office.cashier,
                answered.id,
                answered.version,
                command_id=click,
                today=TODAY,
                **values,
            )
    assert desk.detail(answered).received == Decimal(100)


def test_two_cashiers_at_once_receive_it_once(both):
    answered = both.answer(both.lodged("100"))
    answers = at_once(lambda: both.receive(answered, "100"), lambda: both.receive(answered, "100"))
    assert answers.count("done") == 1
    assert sums(both.office) == []


# back again


def test_every_step_is_taken_back_with_a_reason_and_leaves_nothing(desk):
    received = desk.receive(desk.answer(desk.lodged("100")), "90", "扣管理费")
    with refusal("packet.reopen_reason"):
        desk.reopen(received, " ", desk.office.cashier)
    with refusal("permission.denied"):
        desk.reopen(received)
    answered = desk.reopen(received, actor=desk.office.cashier)
    found = desk.detail(answered)
    assert (found.state, found.received, found.account_name) == (PacketState.ANSWERED, Decimal(0), "")
    lodged = desk.reopen(answered)
    assert (desk.detail(lodged).accepted, desk.detail(lodged).papers[0].accepted) == (None, None)
    opened = desk.reopen(lodged)
    found = desk.detail(opened)
    assert (found.state, found.lodged_on, found.lodged_with) == (PacketState.OPEN, None, "")
    reasons = [row.changes.get("reason") for row in found.history]
    assert reasons.count("填错了") == 3
    assert sums(desk.office) == []


def test_whoever_saw_an_older_packet_is_told(desk):
    made = desk.make(desk.papers("1"))
    desk.add(made, desk.paper())
    with refusal("record.stale"):
        desk.lodge(made)


# what becomes of its papers


def test_a_paper_in_an_open_packet_is_taken_out_before_it_is_voided(desk):
    paper = desk.paper()
    made = desk.make([paper])
    with refusal("claim.in_packet") as refused:
        desk.office.void(paper)
    assert refused.value.values == {"number": paper.number, "packet": made.number}
    desk.take_out(made, paper)
    desk.office.void(paper)


def test_a_paper_voided_after_lodging_stays_and_is_told_as_a_difference(desk):
    paper = desk.paper()
    lodged = desk.lodge(desk.make([paper]))
    desk.office.void(paper)
    row = desk.detail(lodged).papers[0]
    assert (row.voided, row.state) == (True, ClaimState.VOIDED)
    assert sums(desk.office) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("UPDATE packet SET total = total + 1", "integrity.packet"),
        ("UPDATE packet SET count = 7", "integrity.packet"),
        ("UPDATE packet SET accepted = 5", "integrity.packet"),
        ("UPDATE packet_line SET accepted = 5", "integrity.packet"),
        ("UPDATE packet SET received = 5", "integrity.packet"),
        ("UPDATE expense_claim SET packet_number = 'SB-9'", "integrity.packet_paper"),
        ("UPDATE packet_line SET amount = amount + 1", "integrity.packet_paper"),
        ("UPDATE packet SET funding_source_id = 2", "integrity.packet_paper"),
    ],
)
def test_a_packet_that_does_not_add_up_is_found(desk, change, code):
    desk.lodged("100", "200")
    with desk.office.writing() as session:
        session.execute(text(change))
    assert code in [found for found, _number in sums(desk.office)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(
        st.tuples(st.integers(1, 99999), st.integers(0, 100)).map(
            lambda pair: (Decimal(pair[0]).scaleb(-2), Decimal(pair[0] * pair[1] // 100).scaleb(-2))
        ),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_is_accepted_the_sums_agree(desk, parts):
    lodged = desk.lodged(*(f"{amount:.2f}" for amount, _ in parts))
    rows = desk.detail(lodged).papers
    said = {
        row.id: Accepted(accepted, "不予认可" if accepted < row.amount else "")
        for row, (_, accepted) in zip(rows, parts, strict=True)
    }
    found = desk.detail(desk.answer(lodged, said))
    assert found.refused == sum(row.refused for row in found.papers)
    assert found.accepted == sum(accepted for _, accepted in parts)
    assert sums(desk.office) == []


def test_differences_and_what_waits_have_their_chips(desk):
    desk.lodged("1")
    answered = desk.lodged("10")
    desk.answer(answered, {desk.detail(answered).papers[0].id: Accepted(Decimal(9), "少")})
    desk.receive(desk.answer(desk.lodged("5")), "5")
    desk.make(desk.papers("4"))
    with desk.office.database.read() as session:
        found = registers.chip_counts(session, desk.office.clerk, packet_register.REGISTER, TODAY)
    assert found == {"all": 4, "open": 1, "lodged": 1, "expected": 1, "differs": 1}


def test_its_letters_are_kept_until_the_money_is_there(desk, tmp_path, hr):
    letter = tmp_path / "回函.pdf"
    letter.write_bytes(b"%PDF letter")
    answered = desk.answer(desk.lodged("1"))
    with desk.office.writing() as session:
        kept = attachments.store(session, desk.office.clerk, "packet", answered.id, letter).id
        with refusal("permission.denied"):
            attachments.store(session, hr, "packet", answered.id, letter)
    assert [row.name for row in desk.detail(answered).attachments] == ["回函.pdf"]
    desk.receive(answered, "1")
    with refusal("attachment.packet_done"), desk.office.writing() as session:
        attachments.remove(session, desk.office.clerk, kept)
