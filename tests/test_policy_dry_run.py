"""A dry run: what a changed limit would have flagged in a period, on real papers, stored nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select, update

from models.expense_category import CategoryRole, ExpenseCategory
from models.expense_claim import CheckLevel, ClaimCheck
from models.policy import PolicyKind
from services import expense_policies, policy_dry_run
from services.database import Database
from services.errors import Refused
from services.expense_policies import PolicyDraft
from services.progress import Cancelled, Progress
from tests.claims import TODAY, Office, make_office, refusal
from tests.desks import make_desk, named
from tests.hands import keys, settle
from ui.pages.policies import PoliciesPage
from ui.policies.dry_run import DryRunDialog
from ui.tasks import Tasks

LIMIT = PolicyDraft(kind=PolicyKind.CATEGORY_PER_PAPER, amount=Decimal(500), from_on=date(2026, 12, 1))


@pytest.fixture
def office(database: Database) -> Office:
    made = make_office(database)
    with database.write() as session:
        session.execute(update(ExpenseCategory).values(role=CategoryRole.GENERAL))
    for amounts in (("400",), ("600",), ("300", "300")):
        made.submit(made.save(made.draft(*amounts)))
    return made


def run(office: Office, draft: PolicyDraft, **how: object) -> policy_dry_run.DryRun:
    with office.database.read() as session:
        return policy_dry_run.dry_run(
            session, office.boss, draft, first=TODAY, last=TODAY, today=TODAY, **how
        )


def of_allowances(office: Office, **changes: object) -> PolicyDraft:
    return replace(LIMIT, category_id=office.categories["补助"], **changes)


def test_a_new_limit_shows_the_papers_it_would_have_flagged(office: Office):
    found = run(office, of_allowances(office))
    assert (found.papers, found.flagged_before, found.flagged_after) == (3, 0, 2)
    assert [(flag.number, flag.new, flag.check.values["excess"]) for flag in found.flags] == [
        ("BX-2026-0002", True, "100.00"),
        ("BX-2026-0003", True, "100.00"),
    ]


def test_a_changed_limit_shows_what_is_flagged_anew_and_no_longer(office: Office):
    with office.writing() as session:
        policy_id = expense_policies.save(session, office.boss, of_allowances(office, from_on=TODAY))
        stored = expense_policies.get(session, office.boss, policy_id)
    assert run(office, stored).flags == ()
    higher = run(office, replace(stored, amount=Decimal(600)))
    assert (higher.added, higher.gone, higher.flagged_after) == (0, 2, 0)
    lower = run(office, replace(stored, amount=Decimal(350)))
    assert [(flag.number, flag.new) for flag in lower.flags] == [("BX-2026-0001", True)]
    stricter = run(office, replace(stored, level=CheckLevel.STOP))
    assert (stricter.added, stricter.gone) == (2, 0)
    assert (run(office, stored, alone=True).added, run(office, replace(stored, active=False)).gone) == (2, 2)


def test_it_stores_nothing(office: Office):
    def count() -> int:
        with office.database.read() as session:
            return session.scalar(select(func.count()).select_from(ClaimCheck))

    before = count()
    run(office, of_allowances(office))
    assert count() == before


def test_nonsense_is_refused_before_anything_is_tried(office: Office):
    with refusal("policy.amount"):
        run(office, of_allowances(office, amount=Decimal(-1)))


def test_it_can_be_stopped(office: Office):
    class Stopped(Progress):
        def advance(self, done: int, total: int, text: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        run(office, of_allowances(office), progress=Stopped())


@pytest.mark.parametrize(
    ("today", "quarter"),
    [
        (date(2026, 11, 20), (date(2026, 7, 1), date(2026, 9, 30))),
        (date(2026, 1, 1), (date(2025, 10, 1), date(2025, 12, 31))),
        (date(2026, 6, 30), (date(2026, 1, 1), date(2026, 3, 31))),
    ],
)
def test_the_period_is_the_quarter_before(today: date, quarter: tuple[date, date]):
    assert policy_dry_run.last_quarter(today) == quarter


@pytest.fixture
def page(office: Office, qtbot: QtBot):
    tasks = Tasks(office.database)
    desk = make_desk(office.database, tasks, office.boss, TODAY)
    with office.writing() as session:
        expense_policies.save(session, office.boss, of_allowances(office, from_on=TODAY))
    made = PoliciesPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitSignal(made.view.loaded):
        made.show()
    settle(tasks)
    yield made
    tasks.close()


def test_from_the_form_by_keyboard_before_it_is_saved(page: PoliciesPage, office: Office):
    dialog = page.open_form(1)
    settle(page.desk.tasks)
    assert not dialog.body.boxes["words"].isVisible()  # what its kind does not look at is not asked
    dialog.body.boxes["amount"].editor.set_value(Decimal(350))
    keys("Ctrl+T", within=dialog)
    settle(page.desk.tasks)
    tried = named(dialog, DryRunDialog, "dialog.dry_run")
    tried.first.set_value(TODAY)
    tried.last.set_value(TODAY)
    tried.run()
    settle(page.desk.tasks)
    table = named(tried, QTableWidget, "table.dry_run")
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["BX-2026-0001"]
    assert "3 papers" in named(tried, QLabel, "dry_run.told").text()
    assert run(office, expense_policies.PolicyDraft(**_stored(office))).flags == ()
    for editor in (tried.first, tried.last):
        editor.set_value(date(2000, 1, 1))
    tried.run()
    settle(page.desk.tasks)
    assert not table.isVisible()
    assert "Nothing would change" in named(tried, QLabel, "dry_run.nothing").text()
    tried.reject()
    dialog.reject()


def _stored(office: Office) -> dict[str, object]:
    with office.database.read() as session:
        draft = expense_policies.get(session, office.boss, 1)
    return {name: getattr(draft, name) for name in draft.__slots__}


def test_a_period_that_is_turned_is_said(page: PoliciesPage):
    page.try_out(1)
    settle(page.desk.tasks)
    tried = named(page, DryRunDialog, "dialog.dry_run")
    tried.last.set_value(date(2000, 1, 1))
    tried.run()
    assert "order" in tried.told.text()
    tried.reject()


def test_the_change_from_a_day_on_begins_today_and_leaves_the_old_one(page: PoliciesPage, office: Office):
    dialog = page.open_change(1)
    settle(page.desk.tasks)
    assert dialog.body.boxes["from_on"].editor.value() == TODAY
    dialog.save()
    settle(page.desk.tasks)
    assert "later" in dialog.body.boxes["from_on"].error()
    dialog.body.boxes["from_on"].editor.set_value(date(2026, 12, 1))
    dialog.save()
    settle(page.desk.tasks)
    with office.database.read() as session:
        assert expense_policies.get(session, office.boss, 1).to_on == date(2026, 11, 30)


def test_usual_limits_are_not_loaded_over_others(page: PoliciesPage):
    refused: list[Refused] = []
    page.desk.tasks.refused.connect(lambda _owner, one: refused.append(one))
    page.load_usual()
    settle(page.desk.tasks)
    assert [one.code for one in refused] == ["policy.not_empty"]
