"""The page of everything that was done: found, told in words without ids, opened, and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from models.user import Role
from services import audit, audit_list, company, departments, employees, registers
from services.database import Database, now
from services.errors import Refused
from services.registers import Filter, Operator, Query
from tests.claims import TODAY, make_office
from tests.conftest import actor_of_role
from tests.desks import add_employees, make_desk, named
from ui.pages.history import HistoryPage
from ui.state import Desk
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
ACTOR = actor_of_role(Role.ADMINISTRATOR)


@pytest.fixture
def acts(database: Database) -> Database:
    """A company, 李文静 and 王雪 in department 1, and 李文静 moved to 测绘一部."""
    with database.write() as session:
        company.save(session, ACTOR, company.CompanyDraft(name="Acme"))
    moved, _ = add_employees(database, ACTOR, "李文静", "王雪")
    with database.write() as session:
        place = departments.save(session, ACTOR, departments.DepartmentDraft(code="02", name="测绘一部"))
        draft = employees.get(session, ACTOR, moved)
        employees.save(session, ACTOR, replace(draft, department_id=place, phone="139"))
    return database


@pytest.fixture
def opened(acts: Database, qtbot: QtBot, today) -> Iterator[list[tuple[str, int | None]]]:
    return []


@pytest.fixture
def desk(acts: Database, qtbot: QtBot, today, opened) -> Iterator[Desk]:
    tasks = Tasks(acts)
    made = make_desk(acts, tasks, ACTOR, today)
    yield replace(made, go=lambda page, record: opened.append((page, record)))
    assert tasks.wait_idle()
    tasks.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> HistoryPage:
    made = HistoryPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitUntil(lambda: made.view.count > 0)
    return made


def cells(page: HistoryPage) -> list[tuple[str, ...]]:
    return [row.cells for _, row in page.view.table.rows.held()]


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def told(page: HistoryPage, qtbot: QtBot, position: int) -> list[str]:
    """What the pane says of the act in this row."""
    with qtbot.waitSignal(page.detail_shown):
        page.view.table.select_row(position)
        page.refresh()
    return words(page.pane)


def listed(database: Database, query: Query) -> list[tuple[str, str]]:
    with database.read() as session:
        rows = registers.window(session, ACTOR, audit_list.REGISTER, query, 0, 100)
    return [(row[4], row[6]) for row in rows]


def test_every_act_is_listed_newest_first_by_the_words_of_its_record(page):
    shown = [(row[3], row[4], row[5]) for row in cells(page)]
    assert shown == [
        ("changed", "Employee", "李文静"),
        ("created", "Department", "测绘一部"),
        ("created", "Employee", "王雪"),
        ("created", "Employee", "李文静"),
        ("created", "Company", "Acme"),
    ]


def test_the_changes_stand_short_in_the_row_and_whole_in_the_pane(page, qtbot):
    assert cells(page)[0][6] == "Department · Phone: — → 139"
    pane = told(page, qtbot, 0)
    assert pane[pane.index("Department") + 1].endswith("→ 测绘一部")
    assert pane[pane.index("Phone") + 1] == "— → 139"


def test_acts_are_found_by_the_name_of_their_record_and_by_pinyin(acts, today):
    for text_ in ("李文静", "lwj", "liwenjing"):
        assert listed(acts, Query(today, text=text_)) == [("edit", "李文静"), ("create", "李文静")]
    assert len(listed(acts, Query(today, text=f"{ACTOR.name} 李文静"))) == 2
    assert listed(acts, Query(today, text="nobody")) == []


def test_acts_are_filtered_by_user_kind_and_day(acts, today):
    def found(name: str, operator: Operator, value: object) -> int:
        return len(listed(acts, Query(today, filters=(Filter(name, operator, value),))))

    with acts.read() as session:
        last = registers.window(session, ACTOR, audit_list.REGISTER, Query(today), 0, 1)[0][2]
    assert found("user_name", Operator.IS, ACTOR.name) == 5
    assert found("user_name", Operator.IS, "somebody else") == 0
    assert found("record_kind", Operator.IS, "department") == 1
    assert found("at", Operator.AT_LEAST, last + timedelta(days=1)) == 0
    assert len(listed(acts, Query(last.astimezone().date(), chip="today"))) == 5


def test_who_is_gone_keeps_the_name_in_the_history(acts, today):
    with acts.write() as session:
        gone = next(row for row in employees.choices(session, ACTOR) if "王雪" in row.label)
        employees.remove(session, ACTOR, gone.id, employees.get(session, ACTOR, gone.id).version)
    assert listed(acts, Query(today))[0] == ("delete", "王雪")
    with acts.read() as session, pytest.raises(Refused, match=r"record\.gone"):
        audit_list.target(session, ACTOR, 6)


def test_the_record_of_an_act_opens_on_its_own_page(page, qtbot, opened):
    page.view.table.select_row(0)
    page.acts.get("open_record").trigger()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0][0] == "employees"


def test_a_file_opens_the_paper_it_belongs_to(database, tmp_path):
    from services import attachments

    office = make_office(database)
    saved = office.save(office.draft("100"))
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with office.writing() as session:
        attachments.store(session, office.clerk, "expense_claim", saved.id, tmp_path / "a.pdf")
    with database.read() as session:
        last = audit.verify(session, ACTOR).head_seq
        assert audit_list.target(session, ACTOR, last) == ("expense_claim", saved.id)
        found = audit_list.detail(session, ACTOR, last)
    assert (found.subject, found.changes["record_id"]) == ("a.pdf", saved.number)


def test_histories_name_people_and_departments_instead_of_their_ids(database):
    office = make_office(database)
    saved = office.save(office.draft("100"))
    with database.read() as session:
        (act,) = audit.history(session, office.clerk, "expense_claim", saved.id)
        stored = session.scalar(text("SELECT changes FROM audit_entry ORDER BY seq DESC LIMIT 1"))
    assert act.changes["claimant_id"] == "李文静"
    assert act.changes["department_id"] == "测绘一部"
    assert f'"claimant_id":{office.clerk.employee_id}' in stored
    assert TODAY.isoformat() in stored


def test_the_chain_of_acts_is_checked_on_request(page, qtbot):
    named(page, QPushButton, "button.verify").click()
    qtbot.waitUntil(lambda: "All 5 acts" in page.notice.text())


def test_an_act_that_was_changed_is_named_and_shown(page, qtbot, acts):
    with acts.write() as session:
        session.execute(text("DROP TRIGGER audit_entry_no_update"))
        session.execute(text("UPDATE audit_entry SET user_name = '别人' WHERE seq = 2"))
    named(page, QPushButton, "button.verify").click()
    qtbot.waitUntil(lambda: "Act 2 of 5" in page.notice.text())
    qtbot.waitUntil(lambda: page.view.table.current_id() == 2)


def test_the_list_is_the_same_on_a_server(office, today):
    with office.write() as session:
        company.save(session, ACTOR, company.CompanyDraft(name="Acme"))
    (record_id,) = add_employees(office, ACTOR, "李文静")
    with office.write() as session:
        employees.remove(session, ACTOR, record_id, 1)
    assert listed(office, Query(today, text="acme")) == [("create", "Acme")]
    assert listed(office, Query(today))[:2] == [("delete", "李文静"), ("create", "李文静")]


def test_an_act_on_pay_is_told_without_its_figures(acts, desk, qtbot):
    """The list brings nothing of what such an act changed, and the page shows the others all the same."""
    changes = {"net": ["1", "2"]}
    with acts.write() as session:
        audit.append_many(session, [audit.AuditRow(now(), 1, "陈小雨", "edit", "payroll_run", 1, changes)])
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(cells(page)))
    rows = cells(page)
    assert rows[0][-1] == ""
    assert any(row[-1] for row in rows[1:])
