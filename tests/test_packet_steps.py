"""A packet on its way: lodged, answered, received, taken back; and what becomes of its papers."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from models.packet import PacketState
from services import integrity, packet_register, packet_steps, packets
from services.packet_register import PacketAction
from services.packet_steps import Accepted
from services.packets import PacketDraft
from tests.claims import TODAY, Office, at_once, command, make_office, refusal
from tests.packets import Desk, make_desk_of


@pytest.fixture
def desk(database) -> Desk:
    return make_desk_of(make_office(database))


@pytest.fixture
def both(either) -> Desk:
    return make_desk_of(make_office(either))


def sums(office: Office) -> list[tuple[str, object]]:
    with office.database.read() as session:
        return [(one.code, one.values["number"]) for one in integrity.sums(session)]


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
