"""What becomes of the papers of a packet: voided, miscounted, differing; its letters are kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from models.expense_claim import ClaimState
from services import attachments, integrity, packet_register, registers
from services.packet_steps import Accepted
from tests.claims import TODAY, Office, make_office, refusal
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
