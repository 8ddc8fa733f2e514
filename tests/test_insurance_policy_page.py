"""The page of insurance policies with its form, and the choice of the funds' forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.insurance import InsuranceChange
from services import insurance_forms
from services.database import Database
from services.terms import Fund
from tests.claim_pages import act, column, texts
from tests.desks import named
from tests.hands import keys, settle
from tests.insurance import House, draft, house
from tests.test_insurance_amounts import CITY
from tests.test_insurance_page import dialog_of, opened
from ui.insurance.form_choice import Chosen, FormChoice
from ui.pages.insurance_policies import InsurancePoliciesPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def home(database: Database) -> House:
    return house(database)


@pytest.fixture
def tasks(home: House, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(home.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def test_a_policy_is_tried_out_while_it_is_typed(qtbot, home, tasks) -> None:
    page = opened(qtbot, home, tasks, InsurancePoliciesPage)
    assert column(page, "fund") == ["Social insurance", "Housing fund"]
    page.view.table.select_row(0)
    settle(tasks)
    dialog = page.open_form(page.view.table.current_id())
    settle(tasks)
    qtbot.waitUntil(lambda: "together" in dialog.sum.text() and dialog.trial.model.rowCount() == 4)
    assert dialog.sum.text() == "Company ¥2,064.00, person ¥831.00, together ¥2,895.00"
    dialog.wage.set_value(Decimal(3000))
    dialog.look()
    settle(tasks)
    assert dialog.trial.model.rows[0].cells[1:] == ("4,498.00", "719.68", "359.84")
    dialog.reject()


def test_a_wrong_rate_is_said_in_its_cell_and_a_gap_at_its_month(qtbot, home, tasks) -> None:
    page = opened(qtbot, home, tasks, InsurancePoliciesPage)
    page.view.table.select_row(0)
    settle(tasks)
    dialog = page.open_form(page.view.table.current_id())
    settle(tasks)
    items = dialog.draft.items
    dialog.items.fill([replace(items[0], employer_percent="abc"), *items[1:]])
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "is no rate" in texts(dialog)
    dialog.items.fill(items)
    dialog.body.boxes["to_month"].editor.set_value(date(2025, 12, 31))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "ends before it begins" in dialog.body.boxes["from_month"].error()
    dialog.discard()


def test_new_limits_and_the_usual_policies_are_two_clicks(qtbot, home, tasks) -> None:
    page = opened(qtbot, home, tasks, InsurancePoliciesPage)
    page.view.table.select_row(0)
    settle(tasks)
    dialog = page.open_following(page.view.table.current_id())
    settle(tasks)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    page.view.show_all()
    settle(tasks)
    assert column(page, "fund").count("Social insurance") == 2
    act(page, "load_usual")
    settle(tasks)
    with home.database.read() as session:
        assert session.query(InsuranceChange).count() == 0
        assert insurance_forms.unit_number(session, Fund.SOCIAL, CITY) == ""


def test_the_form_of_the_month_is_previewed_and_saved(qtbot, home, tasks, tmp_path: Path) -> None:
    home.approved(draft(home.person("夏雨桐"), fund=Fund.SOCIAL))
    page = opened(qtbot, home, tasks)
    act(page, "print_forms")
    settle(tasks)
    choice = dialog_of(page, "insurance_form")
    assert isinstance(choice, FormChoice)
    assert choice.body.boxes["city"].value() == CITY
    choice.body.boxes["unit_number"].editor.set_value("4201 8899")
    keys("Ctrl+S", within=choice)
    settle(tasks)
    preview = choice.findChildren(PrintPreview)[-1]
    words = "".join(pypdfium2.PdfDocument(preview.pdf)[0].get_textpage().get_text_range().split())
    assert "42018899" in words
    assert "夏雨桐" in words
    preview.reject()
    with home.database.read() as session:
        assert insurance_forms.unit_number(session, Fund.SOCIAL, CITY) == "4201 8899"
    named(choice, QPushButton, "action.workbook").click()
    settle(tasks)
    chosen = choice.choose_file.__self__
    target = tmp_path / "form.xlsx"
    chosen.write(_choice(choice), target)
    settle(tasks)
    assert target.read_bytes()[:2] == b"PK"


def _choice(choice: FormChoice):
    return Chosen(**choice.body.values())


def test_a_form_without_a_city_is_refused_at_the_field(qtbot, home, tasks) -> None:
    page = opened(qtbot, home, tasks, actor=home.manager)
    choice = page.choose_form()
    settle(tasks)
    choice.body.boxes["city"].editor.set_value("")
    keys("Ctrl+S", within=choice)
    settle(tasks)
    assert choice.body.boxes["city"].error() == "This must be filled in."
