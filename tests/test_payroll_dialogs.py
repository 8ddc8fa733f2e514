"""The dialogs around a payroll sheet: rates, one-off lines, bonuses, settings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication

from models.payroll import PayrollRun, RunKind, RunState
from services.database import Database
from tests import payrolls
from tests.hands import keys, settle
from tests.payroll_pages import NOVEMBER, company, dialog_of, names, page_of, take

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def people(database: Database, clerk) -> dict[str, int]:
    return company(database, clerk)


@pytest.fixture
def page(qtbot, database, tasks, clerk, people):
    payrolls.make(database, clerk, NOVEMBER)
    return page_of(qtbot, database, tasks, clerk)


def state(database: Database) -> RunState | None:
    with database.read() as session:
        found = session.query(PayrollRun).filter_by(month=NOVEMBER, kind=RunKind.REGULAR).one_or_none()
        return found.state if found else None


def test_rates_of_a_person_are_added_and_the_draft_offers_to_follow(page, people, tasks) -> None:
    take(page, people["何俊"], "base")
    page.acts.get("rates").trigger()
    settle(tasks)
    dialog = dialog_of(page, "pay_rates")
    assert "3 components" in dialog.told.text()
    form = dialog.add()
    settle(tasks)
    values = {box.spec.label: box.spec.name for box in form.body.boxes.values()}
    assert set(values.values()) == {"component_id", "from_on", "amount", "reason"}
    options = form.body.boxes["component_id"].editor.options()
    form.body.boxes["component_id"].editor.set_value(next(one.id for one in options if one.label == "绩效"))
    form.body.boxes["amount"].editor.set_value(Decimal(4000))
    form.body.boxes["from_on"].editor.set_value(date(2026, 11, 1))
    keys("Ctrl+S", within=form)
    settle(tasks)
    assert any(row.cells[3] == "4,000.00" for row in dialog.table.model.rows)
    dialog.reject()
    settle(tasks)
    assert "Saved. The draft follows" in page.notice._text.text()


def test_one_off_lines_are_pasted_and_what_is_wrong_is_said_at_its_cell(
    page, database, people, tasks
) -> None:
    page.acts.get("one_off").trigger()
    settle(tasks)
    dialog = dialog_of(page, "one_off")
    table = dialog.table
    assert len(table.model.lines()) == 1
    table.view.setCurrentIndex(table.model.index(1, 0))
    QGuiApplication.clipboard().setText("何俊\t奖金\t500\n谁\t奖金\tabc")
    table._paste()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert dialog.isVisible()
    assert table.model.wrong_at(2, 0) is not None
    assert table.model.wrong_at(2, 2) is not None
    table.model.remove({2})
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert not any(one.isVisible() for one in page.findChildren(type(dialog)))


def test_a_table_with_titles_becomes_lines(page, people, tasks) -> None:
    page.acts.get("one_off").trigger()
    settle(tasks)
    dialog = dialog_of(page, "one_off")
    QGuiApplication.clipboard().setText("姓名\t奖金\t其他增减\n何俊\t100\t-20\n李文静\t200\t")
    dialog.paste_table()
    settle(tasks)
    assert len(dialog.table.model.lines()) == 4
    QGuiApplication.clipboard().setText("姓名\t奖金\n谁呀\t1")
    dialog.paste_table()
    settle(tasks)
    assert "Nobody here is called 谁呀" in dialog.notice._text.text()
    dialog._dirty = False
    dialog.reject()


def test_bonuses_are_advised_before_their_sheet_is_made(page, database, people, tasks) -> None:
    payrolls.once_only(database, people["何俊"], NOVEMBER, "annual_bonus", "36500")
    page.acts.get("bonus").trigger()
    settle(tasks)
    dialog = dialog_of(page, "bonus")
    (row,) = dialog.cells()
    assert row[:3] == ("何俊", "运营部", "36,500.00")
    assert "blind zone" in row[7]
    dialog.make_button.click()
    settle(tasks)
    form = dialog_of(page, "act")
    keys("Ctrl+S", within=form)
    settle(tasks)
    assert page.head.kind is RunKind.BONUS
    assert names(page)[0] == "何俊"


def test_settings_of_pay_are_kept(page, tasks) -> None:
    page.acts.get("settings").trigger()
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["pay_day"].editor.set_value(10)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert page.settings.pay_day == 10
    page.acts.get("settings").trigger()
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["pay_day"].editor.set_value(32)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "between 1 and 31" in dialog.body.boxes["pay_day"].error()
    dialog.reject()
