"""The forms of insurance changes as .xlsx, as the funds' windows take them: title, head, table, signatures."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

from services.reports.insurance_change_form import InsuranceForm

_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PLAIN = {"font_name": "SimSun", "font_size": 10, "valign": "vcenter"}
_GRID = {**_PLAIN, "border": 1, "text_wrap": True}
_NARROW = 1.35  # of a weight of the printed column, in characters


def form_xlsx(form: InsuranceForm) -> bytes:
    """The workbook; numbers of people stay text, so that no digit is lost."""
    import xlsxwriter

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {**_SAFE, "in_memory": True})
    sheet = book.add_worksheet(form.title[:31])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    last = len(form.columns) - 1
    sheet.merge_range(0, 0, 0, last, form.title, book.add_format({**_PLAIN, "bold": True, "font_size": 16, "align": "center"}))  # fmt: skip
    head = "　　".join(f"{word}：{value}" for word, value in form.head)
    sheet.merge_range(1, 0, 1, last, head, book.add_format({**_PLAIN, "text_wrap": True}))
    sheet.set_row(1, 30)
    bottom = _table(book, sheet, form)
    sheet.merge_range(bottom, 0, bottom, last, "　　　　".join(form.ending), book.add_format(_PLAIN))
    sheet.repeat_rows(2)
    sheet.freeze_panes(3, 0)
    book.close()
    return made.getvalue()


def _table(book: Any, sheet: Any, form: InsuranceForm) -> int:
    """Headings and rows; returns the row below them."""
    heading = book.add_format({**_GRID, "bold": True, "align": "center", "bg_color": "#F2F2F2"})
    sides = {
        side: book.add_format({**_GRID, "align": side}) for side in ("left", "center", "right")
    }  # the rules of a cell are its own
    money = book.add_format({**_GRID, "align": "right", "num_format": "#,##0.00"})
    for place, column in enumerate(form.columns):
        sheet.set_column(place, place, max(column.weight * _NARROW, 5))
        sheet.write_string(2, place, column.label, heading)
    for number, row in enumerate(form.rows, start=3):
        for place, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sheet.write_number(number, place, cell, money)
            else:
                side = form.columns[place].align.replace("centre", "center")
                sheet.write_string(number, place, cell, sides[side])
    return 3 + len(form.rows)
