"""What changed around a paper: its claimant left, its project closed, the trip was claimed, one person signs twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from models.people import Employee
from models.project import Project, ProjectState
from services import absences, bank_files
from services.absences import AbsenceDraft
from services.bank_answer_match import AnswerKind
from services.calendars import business_day
from services.claim_values import Saved
from services.database import Database
from services.permissions import Actor
from tests.claims import TODAY, Office, command, refusal
from tests.payments import (
    answer_file,
    apply,
    approved_for,
    compare,
    format_id,
    lines,
    make,
    make_treasury,
    now,
    person,
    row_of,
)
from tests.travels import travel, travel_office


@pytest.fixture
def office(database: Database) -> Office:
    return make_treasury(database)


@pytest.fixture
def leaver(office: Office) -> Actor:
    return person(office, "钱走", left_on=TODAY - timedelta(days=30))


def found(office: Office, saved: Saved) -> dict[str, str]:
    return {check.code: check.level.value for check in office.detail(saved).checks}


def test_who_left_gets_no_advance(office: Office, leaver: Actor) -> None:
    saved = office.save(replace(office.advance_draft("3000"), claimant_id=leaver.employee_id))
    assert found(office, saved)["claimant_left"] == "stop"
    with refusal("claim.claimant_left"):
        office.submit(saved)


def test_what_a_leaver_is_still_owed_wants_a_reason(office: Office, leaver: Actor) -> None:
    saved = office.save(office.draft("90", claimant_id=leaver.employee_id))
    with refusal("claim.reason_missing"):
        office.submit(saved)
    told = replace(office.get(saved), reasons={"claimant_left:": "离职前的外业补助"})
    assert office.submit(office.save(told)).id == saved.id


def test_an_approved_advance_is_not_paid_to_somebody_who_left_since(office: Office) -> None:
    who = person(office, "周在")
    approved = office.approved(replace(office.advance_draft("500"), claimant_id=who.employee_id))
    with office.writing() as session:
        session.execute(
            update(Employee).where(Employee.id == who.employee_id).values(left_on=TODAY - timedelta(days=1))
        )
    with refusal("claim.claimant_left"):
        office.pay(approved)
    with refusal("batch.left"):
        make(office, [approved])


def test_nothing_is_submitted_or_agreed_to_on_a_project_that_closed(office: Office) -> None:
    draft = office.save(office.draft("120", project_id=office.project))
    waiting = office.submit(office.save(office.draft("130", project_id=office.project)))
    with office.writing() as session:
        session.get_one(Project, office.project).state = ProjectState.CLOSED
    with refusal("claim.project_closed"):
        office.submit(draft)
    with refusal("claim.project_closed"):
        office.approve(waiting)


def test_the_same_trip_twice_wants_a_reason(database: Database) -> None:
    office = travel_office(database)
    first = office.submit(office.save(travel(office)))
    again = office.save(travel(office, purpose="另一事由"))
    assert found(office, again)["trip_again"] == "warn"
    with refusal("claim.reason_missing"):
        office.submit(again)
    assert "trip_again" not in found(office, first)


def test_a_substitute_does_not_sign_for_two_levels(office: Office) -> None:
    away(office, office.head, office.boss)
    with refusal("approval.substitute_signs_too"):
        office.submit(office.save(office.draft("6000")))


def test_nor_when_the_absence_began_after_the_paper_was_sent(office: Office) -> None:
    waiting = office.submit(office.save(office.draft("6000")))
    away(office, office.head, office.boss)
    with refusal("approval.signs_twice"):
        office.approve(waiting, office.boss)


def away(office: Office, who: Actor, substitute: Actor) -> None:
    today = business_day()
    leave = AbsenceDraft(
        user_id=who.user_id, substitute_id=substitute.user_id, from_on=today, to_on=today + timedelta(days=9)
    )
    with office.writing() as session:
        absences.save(session, who, leave)


def alike(office: Office) -> tuple[Saved, Saved]:
    """Two batches, each with the same amount for the same person."""
    who = person(office, "赵同")
    first, second = (make(office, [approved_for(office, who, "200")]) for _ in range(2))
    return first, second


def test_a_row_that_fits_two_batches_is_left_to_the_cashier(office: Office, tmp_path: Path) -> None:
    first, second = alike(office)
    send(office, first)
    answer = answer_file(tmp_path / "a.xlsx", [row_of(lines(office, first)[0])])
    assert compare(office, second, answer).matches[0].kind is AnswerKind.AMBIGUOUS


def test_last_weeks_answer_downloaded_again_pays_nothing(office: Office, tmp_path: Path) -> None:
    first, second = alike(office)
    answer = answer_file(tmp_path / "a.xlsx", [row_of(lines(office, first)[0])])
    assert apply(office, first, answer).confirmed == 1
    again = answer_file(
        tmp_path / "b.xlsx",
        [row_of(lines(office, first)[0])],
        ("账号", "户名", "金额", "结果", "失败原因", "流水号 "),
    )
    assert compare(office, second, again).matches[0].kind is AnswerKind.AMBIGUOUS
    with refusal("bank_answer.nothing_fits"):
        apply(office, second, again)


def test_the_papers_number_in_the_row_decides(office: Office, tmp_path: Path) -> None:
    first, second = alike(office)
    send(office, first)
    line = lines(office, second)[0]
    titles = ("账号", "户名", "金额", "结果", "失败原因", "流水号", "附言")
    answer = answer_file(tmp_path / "a.xlsx", [[*row_of(line), line.claim_number]], titles)
    assert apply(office, second, answer).confirmed == 1


def test_another_reference_is_another_transfer(office: Office, tmp_path: Path) -> None:
    first, second = alike(office)
    assert apply(
        office, first, answer_file(tmp_path / "a.xlsx", [row_of(lines(office, first)[0], reference="R1")])
    ).confirmed
    answer = answer_file(tmp_path / "b.xlsx", [row_of(lines(office, second)[0], reference="R2")])
    assert apply(office, second, answer).confirmed == 1


def send(office: Office, batch: Saved) -> None:

    with office.writing() as session:
        bank_files.write(
            session,
            office.cashier,
            batch.id,
            now(office, batch).version,
            format_id(office),
            command_id=command(),
        )
