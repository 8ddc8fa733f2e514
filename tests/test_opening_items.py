"""What the opening deductions of a tax year are made of: typed in the personnel file, asked for by the tax client."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from models.personnel import DeductionItem
from services.personal_drafts import OpeningItemDraft, TaxYearDraft
from tests.hands import keys, settle
from tests.personnel_pages import file_of, fill_line, opened, stored
from tests.test_personal_files import keep, load, refused
from ui.pages.employees import EmployeesPage
from ui.tasks import Tasks

OPENED = OpeningItemDraft(2026, DeductionItem.ELDERLY_CARE, Decimal(8000))
JUNE = TaxYearDraft(2026, opened_through=date(2026, 5, 1), opening_additional=Decimal(10_000))


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"opening_items": (OpeningItemDraft(2026, None, Decimal(1)),)}, "record.required", "opening_items.0.item"),
        ({"opening_items": (OPENED,)}, "tax_year.item_year", "opening_items.0.year"),
        ({"tax_years": (JUNE,), "opening_items": (replace(OPENED, amount=Decimal("0.001")),)}, "tax_year.amount", "opening_items.0.amount"),
        ({"tax_years": (JUNE,), "opening_items": (OPENED, OPENED)}, "tax_year.item_twice", "opening_items.1.item"),
        ({"tax_years": (JUNE,), "opening_items": (OPENED,)}, "tax_year.item_sum", "opening_items.0.amount"),
        ({"tax_years": (JUNE,), "opening_items": (replace(OPENED, item=DeductionItem.PRIVATE_PENSION),)}, "tax_year.item_sum", "opening_items.0.amount"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_cell(database, changes, code, field):
    assert refused(database, replace(load(database), **changes)) == (code, field)


def test_opening_deductions_by_item_come_back_as_typed_and_stand_in_the_history(either):
    rent = OpeningItemDraft(2026, DeductionItem.HOUSING_RENT, Decimal("2000.00"))
    items = (replace(OPENED, amount=Decimal("8000.00")), rent)
    keep(either, load(either))
    keep(either, replace(load(either), tax_years=(JUNE,), opening_items=items))
    assert load(either).opening_items == items
    keep(either, replace(load(either), note="其他"))
    assert load(either).opening_items == items
    keep(either, replace(load(either), opening_items=()))
    assert load(either).opening_items == ()


@pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
def test_items_are_typed_below_the_year_and_a_wrong_sum_is_told_at_its_cell(qtbot: QtBot, database) -> None:
    tasks = Tasks(database)
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    dialog.tabs.setCurrentIndex(5)
    fill_line(
        dialog.lists["tax_years"],
        year=2026,
        opened_through=date(2026, 5, 1),
        opening_additional=Decimal(10_000),
    )
    fill_line(dialog.lists["opening_items"], year=2026, item=DeductionItem.ELDERLY_CARE, amount=Decimal(8000))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "8,000.00" in dialog.notice.text()
    assert "10,000.00" in dialog.notice.text()
    fill_line(dialog.lists["opening_items"], year=2026, item=DeductionItem.HOUSING_RENT, amount=Decimal(2000))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert [one.item for one in stored(database).opening_items] == [
        DeductionItem.ELDERLY_CARE, DeductionItem.HOUSING_RENT,
    ]  # fmt: skip
    assert tasks.wait_idle(20_000)
    tasks.close()
