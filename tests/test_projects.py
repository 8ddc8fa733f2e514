"""Projects: saved, refused, removed, chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from models.attachment import Attachment
from models.project import ProjectState
from models.user import Role
from services import attachments, projects, registers
from services.errors import Refused
from services.projects import REGISTER, ProjectDraft
from services.registers import Query
from tests.conftest import TODAY, actor_of_role

MANAGER = actor_of_role(Role.MANAGER)
METRO = ProjectDraft(
    number="HT-2026-031",
    name="地铁12号线控制测量",
    customer="武汉地铁集团",
    department_id=1,
    manager_id=4,
    started_on=date(2026, 1, 5),
    ended_on=date(2026, 12, 31),
)


def save(database, draft):
    with database.write() as session:
        return projects.save(session, MANAGER, draft)


def test_a_project_comes_back_as_saved(database):
    saved = save(database, METRO)
    with database.read() as session:
        assert projects.get(session, MANAGER, saved) == replace(METRO, id=saved, version=1)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"number": ""}, "record.required", "number"),
        ({"name": ""}, "record.required", "name"),
        ({"department_id": 77}, "record.gone", "department_id"),
        ({"manager_id": 77}, "record.gone", "manager_id"),
        ({"ended_on": date(2026, 1, 4)}, "project.ended_before_started", "ended_on"),
    ],
)
def test_what_cannot_be_saved_is_refused_at_its_field(database, changes, code, field):
    with pytest.raises(Refused) as refused:
        save(database, replace(METRO, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_number_is_given_once(database):
    save(database, METRO)
    with pytest.raises(Refused, match=r"record\.taken"):
        save(database, METRO)


def test_only_open_projects_are_offered_the_newest_first(database):
    save(database, METRO)
    save(database, replace(METRO, number="HT-2026-032", name="桥梁监测"))
    save(database, replace(METRO, number="HT-2025-001", name="旧项目", state=ProjectState.CLOSED))
    with database.read() as session:
        offered = [one.hint for one in projects.choices(session, MANAGER)]
        counts = registers.chip_counts(session, MANAGER, REGISTER, TODAY)
    assert offered == ["HT-2026-032", "HT-2026-031"]
    assert counts == {"open": 2, "closed": 1, "all": 3}


def test_a_project_is_found_and_removed(database):
    saved = save(database, METRO)
    with database.read() as session:
        found = registers.window(session, MANAGER, REGISTER, Query(TODAY, text="2026-031 whdt"), 0, 5)
    assert found[0][4:7] == ("运营部", "王建国", ProjectState.OPEN)
    with database.write() as session:
        assert projects.remove(session, MANAGER, saved, 1)


def test_a_project_holds_its_contract_and_a_closed_one_is_a_reference(database, tmp_path):
    done = save(database, replace(METRO, state=ProjectState.CLOSED))
    scan = tmp_path / "合同.pdf"
    scan.write_bytes(b"%PDF-1.4 contract")
    with database.write() as session:
        attachments.store(session, MANAGER, "project", done, scan)
        assert [file.name for file in projects.detail(session, MANAGER, done).files] == ["合同.pdf"]
        assert [one.id for one in projects.choices(session, MANAGER)] == []
        assert [one.id for one in projects.references(session, MANAGER)] == [done]
        cashier = actor_of_role(Role.CASHIER)
        with pytest.raises(Refused, match=r"permission\.denied"):
            attachments.store(session, cashier, "project", done, scan)
    with database.write() as session:
        projects.remove(session, MANAGER, done, projects.get(session, MANAGER, done).version)
    with database.read() as session:
        assert session.scalars(select(Attachment)).all() == []
