"""Attendance of a month: taken over from a file once everything in it is clear, or typed; closed with the payroll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.pay import AttendanceMonth
from models.payroll import PayrollRun, RunState
from models.people import Department, Employee
from services import attendance
from services.attendance import AttendanceDraft
from services.attendance_match import SKIPPED
from services.attendance_values import AttendanceValue, RowProblem
from services.database import Database
from services.exchange.foreign_sheets import read_sheet
from services.permissions import Actor
from tests.attendance_sheets import person, write
from tests.claims import command, refusal

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def crew(database: Database) -> dict[str, int]:
    """Two of one name in two departments, one hired in the month, one who left long ago; beside the six roles."""
    with database.write() as session:
        survey = Department(code="02", name="测绘一部")
        session.add(survey)
        session.flush()
        people = [
            Employee(number="0101", name="李文静", department_id=1),
            Employee(number="0102", name="李文静", department_id=survey.id),
            Employee(number="0103", name="林悦", department_id=survey.id, hired_on=date(2026, 11, 9)),
            Employee(number="0104", name="胡走", department_id=1, left_on=date(2026, 3, 31)),
        ]
        session.add_all(people)
        session.flush()
        return {one.number: one.id for one in people}


def looked(database: Database, clerk: Actor, path: Path, **how):
    with database.read() as session:
        return attendance.look(session, clerk, read_sheet(path), NOVEMBER, **how)


def take(database: Database, clerk: Actor, path: Path, mapping, chosen=None, command_id: str = "") -> int:
    with database.write() as session:
        return attendance.take(
            session, clerk, read_sheet(path), NOVEMBER,
            mapping=mapping, chosen=chosen or {}, command_id=command_id or command(),
        )  # fmt: skip


def stored(database: Database, employee_id: int) -> AttendanceMonth | None:
    with database.read() as session:
        return session.query(AttendanceMonth).filter_by(employee_id=employee_id).one_or_none()


def codes(found) -> list[tuple[int, RowProblem]]:
    return [(one.row, one.code) for one in found.problems if one.code is not RowProblem.MISSING]


def closed(database: Database, clerk: Actor, state: RunState) -> None:
    with database.write() as session:
        session.add(
            PayrollRun(
                number="GZ-2026-12", month=date(2026, 12, 1), state=state, due_on=NOVEMBER, pay_on=NOVEMBER,
                made_by_id=clerk.user_id, made_by_name=clerk.name,
            )
        )  # fmt: skip


def test_people_are_found_by_number_then_by_name_and_department(database, clerk, crew, tmp_path) -> None:
    rows = [person("李文静", "101"), person("李文静", "", "测绘中心-测绘一部"), person("林悦", worked="16")]
    found = looked(database, clerk, write(tmp_path / "a.xlsx", rows))
    assert [one.employee_id for one in found.rows] == [crew["0101"], crew["0102"], crew["0103"]]
    assert codes(found) == []
    assert (found.month, found.ready, found.stops) == (NOVEMBER, 3, 0)


def test_two_of_one_name_are_asked_for_and_the_choice_counts(database, clerk, crew, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", department="总部")])
    found = looked(database, clerk, path)
    assert codes(found) == [(5, RowProblem.SEVERAL)]
    assert set(found.rows[0].candidates) == {crew["0101"], crew["0102"]}
    with refusal("attendance_file.problems"):
        take(database, clerk, path, found.mapping)
    assert take(database, clerk, path, found.mapping, {5: crew["0102"]}) == 1
    assert stored(database, crew["0102"]).worked == 2100
    assert stored(database, crew["0101"]) is None


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (person("无此人", "9999"), RowProblem.UNKNOWN),
        (person("李静文", "0101"), RowProblem.OTHER_NAME),
        (person("胡走", "0104"), RowProblem.NOT_EMPLOYED),
        (person("林悦", "0103", worked="十五"), RowProblem.NOT_A_NUMBER),
    ],
)
def test_a_row_that_is_not_clear_stops_until_it_is_skipped(
    database, clerk, crew, tmp_path, row, code
) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101"), row])
    found = looked(database, clerk, path)
    assert codes(found) == [(6, code)]
    assert looked(database, clerk, path, chosen={6: SKIPPED}).stops == 0
    assert take(database, clerk, path, found.mapping, {6: SKIPPED}) == 1


def test_a_number_that_nobody_has_is_pointed_out_and_settled_by_hand(database, clerk, crew, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "101"), person("林悦", "D-77", worked="16")])
    found = looked(database, clerk, path)
    doubt = next(one for one in found.problems if one.code is RowProblem.UNKNOWN_NUMBER)
    assert (doubt.row, doubt.name, doubt.value) == (6, "林悦", "D-77 → 0103")
    assert (found.ready, found.stops) == (2, 0)
    settled = looked(database, clerk, path, chosen={6: crew["0103"]})
    assert RowProblem.UNKNOWN_NUMBER not in {one.code for one in settled.problems}


def test_one_person_twice_in_a_file_is_said(database, clerk, crew, tmp_path) -> None:
    rows = [person("李文静", "0101"), person("李文静", "0101", worked="3")]
    assert codes(looked(database, clerk, write(tmp_path / "a.xlsx", rows))) == [(6, RowProblem.TWICE)]


def test_days_that_nothing_explains_and_people_who_are_missing_are_doubts(
    database, clerk, crew, tmp_path
) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101", worked="18", leave=("1",))])
    found = looked(database, clerk, path)
    assert [(one.code, one.value) for one in found.problems if one.name == "李文静" and one.row] == [
        (RowProblem.DAYS_DO_NOT_ADD_UP, "2")
    ]
    missing = {one.name for one in found.problems if one.code is RowProblem.MISSING}
    assert "林悦" in missing
    assert "胡走" not in missing
    assert found.stops == 0


def test_what_is_taken_over_is_stored_in_hundredths_with_the_files_name(
    database, clerk, crew, tmp_path
) -> None:
    row = person(
        "林悦", "0103", worked="14.5", leave=("0.5", "4"), overtime=("2.25",), late=("3", "1"), absent="1"
    )
    path = write(tmp_path / "考勤.xlsx", [row])
    found = looked(database, clerk, path)
    assert take(database, clerk, path, found.mapping) == 1
    item = stored(database, crew["0103"])
    assert (item.due, item.worked, item.absent, item.late_times) == (2100, 1450, 100, 4)
    assert item.leave == {"personal": 50, "sick": 50}
    assert (item.overtime_weekday, item.source) == (225, "考勤.xlsx")


def test_the_same_command_stores_once_and_a_second_file_corrects(database, clerk, crew, tmp_path) -> None:
    first = write(tmp_path / "a.xlsx", [person("李文静", "0101", worked="20")])
    mapping = looked(database, clerk, first).mapping
    take(database, clerk, first, mapping, command_id="one")
    second = write(tmp_path / "b.xlsx", [person("李文静", "0101", worked="21")])
    assert take(database, clerk, second, mapping, command_id="one") == 1
    assert stored(database, crew["0101"]).worked == 2000
    take(database, clerk, second, mapping)
    assert stored(database, crew["0101"]).worked == 2100


def test_what_a_column_was_taken_for_is_remembered(database, clerk, crew, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101", leave=("-", "-", "2"))])
    mapping = dict(looked(database, clerk, path).mapping)
    annual = next(place for place, value in mapping.items() if value is AttendanceValue.ANNUAL)
    del mapping[annual]
    take(database, clerk, path, mapping)
    assert annual not in looked(database, clerk, path).mapping
    with database.read() as session:
        columns, again, first = attendance.columns_of(session, clerk, read_sheet(path))
    assert annual not in again
    assert columns[annual].title == "请假/年假"
    assert first[0] == "李文静"


def test_everybody_employed_in_the_month_has_a_line_to_begin_with(database, clerk, crew) -> None:
    with database.read() as session:
        found = {one.employee_id: one for one in attendance.of_month(session, clerk, NOVEMBER)}
        named = {one.id: one.label for one in attendance.choices(session, clerk, NOVEMBER)}
    assert found[crew["0101"]].worked == found[crew["0101"]].due == Decimal(21)
    assert (found[crew["0103"]].due, found[crew["0103"]].worked) == (Decimal(21), Decimal(16))
    assert crew["0104"] not in found
    assert set(named) == set(found)


def test_typed_attendance_is_stored_and_read_again(database, clerk, crew) -> None:
    draft = AttendanceDraft(
        crew["0101"], due=Decimal(21), worked=Decimal("19.5"), sick=Decimal("1.5"), overtime_rest=Decimal(8), late_times=2
    )  # fmt: skip
    with database.write() as session:
        assert attendance.save(session, clerk, NOVEMBER, [draft], command_id=command()) == 1
    with database.read() as session:
        again = next(one for one in attendance.of_month(session, clerk, NOVEMBER) if one.version)
    assert again == replace(draft, version=1)
    with database.write() as session:
        assert attendance.save(session, clerk, NOVEMBER, [again], command_id=command()) == 0


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"worked": None}, "record.required", "lines.0.worked"),
        ({"employee_id": None}, "record.required", "lines.0.employee_id"),
        ({"worked": Decimal(32)}, "attendance.range", "lines.0.worked"),
        (
            {"due": Decimal(21), "worked": Decimal(21), "personal": Decimal(10)},
            "attendance.contradictory",
            "lines.0.personal",
        ),
        (
            {"due": Decimal(21), "worked": Decimal(22), "absent": Decimal(1)},
            "attendance.contradictory",
            "lines.0.absent",
        ),
        ({"sick": Decimal(-1)}, "attendance.range", "lines.0.sick"),
        ({"overtime_rest": Decimal(745)}, "attendance.range", "lines.0.overtime_rest"),
        ({"version": 7}, "record.stale", "lines.0.employee_id"),
    ],
)
def test_what_is_wrong_is_refused_at_its_cell(database, clerk, crew, changes, code, field) -> None:
    draft = replace(AttendanceDraft(crew["0101"], due=Decimal(21), worked=Decimal(21)), **changes)
    with database.write() as session, refusal(code) as refused:
        attendance.save(session, clerk, NOVEMBER, [draft], command_id=command())
    assert refused.value.field == field


def test_nobody_has_two_lines_and_a_repeated_command_does_nothing(database, clerk, crew) -> None:
    draft = AttendanceDraft(crew["0101"], due=Decimal(21), worked=Decimal(21))
    with database.write() as session, refusal("attendance.twice"):
        attendance.save(session, clerk, NOVEMBER, [draft, draft], command_id=command())
    for expected in (1, 0):
        with database.write() as session:
            assert attendance.save(session, clerk, NOVEMBER, [draft], command_id="twice") == expected


@pytest.mark.parametrize("state", [RunState.SUBMITTED, RunState.APPROVED, RunState.PAID, RunState.LOCKED])
def test_a_month_that_is_being_decided_or_paid_takes_no_attendance(
    database, clerk, crew, tmp_path, state
) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101")])
    mapping = looked(database, clerk, path).mapping
    closed(database, clerk, state)
    with refusal("attendance.month_closed"):
        take(database, clerk, path, mapping)
    with database.write() as session, refusal("attendance.month_closed"):
        attendance.save(session, clerk, NOVEMBER, [], command_id=command())
    with database.read() as session:
        assert attendance.closed_by(session, clerk, NOVEMBER) is state


def test_a_draft_of_the_payroll_leaves_attendance_open(database, clerk) -> None:
    closed(database, clerk, RunState.DRAFT)
    with database.read() as session:
        assert attendance.closed_by(session, clerk, NOVEMBER) is None


def test_attendance_is_nothing_for_who_sees_no_pay(database, administrator) -> None:
    with database.read() as session, refusal("permission.denied"):
        attendance.of_month(session, administrator, NOVEMBER)


def test_only_who_edits_pay_takes_a_file_over(database, cashier, clerk, crew, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101")])
    mapping = looked(database, cashier, path).mapping
    with refusal("permission.denied"):
        take(database, cashier, path, mapping)


def test_december_ends_on_the_last_day_of_the_year(database, clerk) -> None:
    with database.read() as session:
        found = attendance.of_month(session, clerk, date(2026, 12, 1))
    assert found[0].due == Decimal(23)


def test_the_same_works_on_a_server(either: Database, clerk, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", [person("陈小雨", "0001")])
    found = looked(either, clerk, path)
    assert take(either, clerk, path, found.mapping) == 1
    with either.read() as session:
        assert next(
            one for one in attendance.of_month(session, clerk, NOVEMBER) if one.version
        ).worked == Decimal(21)
