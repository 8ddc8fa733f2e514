"""Several PCs on one server: the same services, the same refusals, races decided by conditional updates."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from models.people import Department
from services import audit, backups, integrity, numbering, settings
from services.database import Database, once
from services.errors import Refused
from services.permissions import Actor
from tests.test_faults import check_race


def test_a_change_its_history_and_its_number_are_one_act(office: Database, administrator: Actor) -> None:
    with office.write() as session:
        department = Department(code="02", name="财务部")
        audit.record(session, administrator, "create", department)
        department.name = "财务"
        audit.record(session, administrator, "edit", department)
        assert numbering.next_number(session, "BX-2026") == "BX-2026-0001"
        settings.put(session, administrator, "paper", {"width": 240})
        assert once(session, "a")
        assert not once(session, "a")
    with office.read() as session:
        assert [row.action for row in audit.history(session, administrator, "department", department.id)][
            -1
        ] == "create"
        assert audit.verify(session, administrator).ok
        assert integrity.problems(session) == []
        assert settings.get(session, "paper", None) == {"width": 240}


def test_the_refusals_are_those_of_a_file(office: Database) -> None:
    with pytest.raises(Refused) as refusal, office.write() as session:
        session.add(Department(code="01", name="财务部"))
    assert (refusal.value.code, refusal.value.field) == ("record.duplicate", "code")
    with pytest.raises(Refused, match=r"record\.in_use"), office.write() as session:
        session.execute(text("DELETE FROM department"))
    with pytest.raises(Refused) as refusal, office.write() as session:
        session.execute(text(f"INSERT INTO attachment VALUES (1, '', 1, '', '{'x' * 64}', 0, 1, '', '')"))
    assert refusal.value.values == {"rule": "ck_attachment_size_positive"}


def test_the_history_cannot_be_changed_on_a_server_either(office: Database, administrator: Actor) -> None:
    with office.write() as session:
        audit.record(session, administrator, "create", Department(code="02", name="财务部"))
    for statement in (
        "UPDATE audit_entry SET user_name = 'x'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
    ):
        with pytest.raises(Refused, match=r"audit\.immutable"), office.write() as session:
            session.execute(text(statement))


def test_a_reader_keeps_its_temporary_tables_and_stores_nothing(office: Database) -> None:
    with office.read() as session:
        session.execute(text("CREATE TEMP TABLE place (id INTEGER)"))
    with office.read() as session:
        assert session.execute(text("SELECT count(*) FROM place")).scalar() == 0
    with pytest.raises(RuntimeError, match="changes nothing"), office.read() as session:
        session.add(Department(code="02", name="财务部"))


def test_a_second_pc_edits_and_the_first_is_told(office: Database) -> None:
    with office.read() as session:
        mine = session.scalars(select(Department)).one()
    with office.write() as session:
        session.get_one(Department, mine.id).name = "甲"
    with pytest.raises(Refused, match=r"record\.stale"), office.write() as session:  # noqa: PT012 - at the commit
        session.add(mine)
        mine.name = "乙"


def test_eight_pcs_approve_each_paper_once(office: Database) -> None:
    check_race(office, office.url, 50)


@pytest.mark.long
def test_eight_pcs_approve_each_of_many_papers_once(office: Database) -> None:
    check_race(office, office.url, 500)


def test_opening_it_again_changes_nothing(office: Database) -> None:
    again = Database.open(office.url, folder=office.folder)
    assert not again.is_sqlite
    assert "postgres" in again.place
    again.close()


def test_a_server_is_backed_up_with_its_own_tools(office: Database) -> None:
    with pytest.raises(Refused, match=r"backup\.server"):
        backups.make(office)
