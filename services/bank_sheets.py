"""The bytes of a bank's file: accounts as text, amounts with exactly two decimals, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO

from models.payment import FileKind
from services.bank_formats import BankFormatDraft, ColumnDraft
from services.bank_values import BankValue
from services.errors import Refused
from services.money import FEN

_SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_RUNS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula when a cell begins with it

type Cell = str | int | Decimal


@dataclass(frozen=True, slots=True)
class Payment:
    """One transfer; amount in yuan."""

    number: str
    payee_name: str
    bank_account: str
    bank_name: str
    amount: Decimal
    purpose: str


@dataclass(frozen=True, slots=True)
class Paying:
    """What all transfers of a file share."""

    batch_number: str
    paid_on: date
    account: str
    holder: str
    bank: str


def table(form: BankFormatDraft, paying: Paying, payments: Sequence[Payment]) -> list[list[Cell]]:
    """The lines of the file below its titles, the control line (合计, count and sum) last when the format has one.

    Raises Refused "bank_file.nothing", "bank_file.not_positive" (numbers), "bank_file.decimals" (numbers),
    "bank_file.twice" (numbers): the same account, amount and paper on two lines.
    """
    _refuse(payments)
    rows = [
        [_cell(column, place, one, paying) for column in form.columns]
        for place, one in enumerate(payments, start=1)
    ]
    return [*rows, _control(form, payments)] if form.control_line else rows


def content(form: BankFormatDraft, paying: Paying, payments: Sequence[Payment]) -> bytes:
    """The whole file; the same lines give the same bytes. Raises what `table` raises, "bank_file.not_encodable" (text)."""
    titles = [column.title for column in form.columns]
    rows = table(form, paying, payments)
    if form.file_kind == FileKind.CSV:
        return _csv(titles, rows, form.encoding.value)
    return _xlsx(titles, rows, paying)


def _refuse(payments: Sequence[Payment]) -> None:
    if not payments:
        raise Refused("bank_file.nothing")
    for code, wrong in (
        ("bank_file.not_positive", [one.number for one in payments if one.amount <= 0]),
        ("bank_file.decimals", [one.number for one in payments if one.amount != one.amount.quantize(FEN)]),
        ("bank_file.twice", _twice(payments)),
    ):
        if wrong:
            raise Refused(code, numbers="、".join(wrong[:20]))


def _twice(payments: Sequence[Payment]) -> list[str]:
    seen: set[tuple[str, Decimal, str]] = set()
    twice = []
    for one in payments:
        key = (one.bank_account, one.amount, one.number)
        twice += [one.number] if key in seen else []
        seen.add(key)
    return twice


def _cell(column: ColumnDraft, place: int, one: Payment, paying: Paying) -> Cell:
    match column.value:
        case BankValue.POSITION:
            return place
        case BankValue.AMOUNT:
            return one.amount.quantize(FEN)
        case BankValue.TEXT | None:
            return column.text
        case BankValue.PURPOSE_AND_NUMBER:
            return f"{one.purpose} {one.number}".strip()
    shared = {
        BankValue.BATCH_NUMBER: paying.batch_number,
        BankValue.PAID_ON: paying.paid_on.isoformat(),
        BankValue.OWN_ACCOUNT: paying.account,
        BankValue.OWN_HOLDER: paying.holder,
        BankValue.OWN_BANK: paying.bank,
        BankValue.PAYEE_NAME: one.payee_name,
        BankValue.BANK_ACCOUNT: one.bank_account,
        BankValue.BANK_NAME: one.bank_name,
        BankValue.PURPOSE: one.purpose,
        BankValue.CLAIM_NUMBER: one.number,
    }
    return shared[column.value]


def _control(form: BankFormatDraft, payments: Sequence[Payment]) -> list[Cell]:
    """合计 with the number of transfers, and the sum where the amounts stand."""
    line: list[Cell] = ["" for _ in form.columns]
    words = next(place for place, column in enumerate(form.columns) if column.value is not BankValue.AMOUNT)
    amount = next(place for place, column in enumerate(form.columns) if column.value is BankValue.AMOUNT)
    line[words] = f"合计 {len(payments)} 笔"
    line[amount] = sum((one.amount for one in payments), Decimal(0)).quantize(FEN)
    return line


def _csv(titles: Sequence[str], rows: Sequence[Sequence[Cell]], encoding: str) -> bytes:
    made = StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([_harmless(title) for title in titles])
    writer.writerows(
        [[_harmless(cell) if isinstance(cell, str) else str(cell) for cell in row] for row in rows]
    )
    try:
        return made.getvalue().encode(encoding)
    except UnicodeEncodeError as error:
        wrong = error.object[error.start : error.end]
        raise Refused("bank_file.not_encodable", text=wrong, encoding=encoding.upper()) from error


def _harmless(text: str) -> str:
    """A text that begins like a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_RUNS) else text


def _xlsx(titles: Sequence[str], rows: Sequence[Sequence[Cell]], paying: Paying) -> bytes:
    import xlsxwriter  # imported when a file is written

    made = BytesIO()
    book = xlsxwriter.Workbook(made, _SAFE)
    book.set_properties({"created": datetime.combine(paying.paid_on, time(), UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet("Sheet1")
    text = book.add_format({"num_format": "@"})
    amount = book.add_format({"num_format": "0.00"})
    bold = book.add_format({"bold": True, "num_format": "@"})
    for place, title in enumerate(titles):
        longest = max([len(title) * 2, *(len(str(row[place])) for row in rows[:200])])
        sheet.set_column(place, place, min(longest + 4, 48))
        sheet.write_string(0, place, title, bold)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sheet.write_number(number, place, cell, amount)
            elif isinstance(cell, int):
                sheet.write_number(number, place, cell)
            else:
                sheet.write_string(number, place, cell, text)
    book.close()
    return made.getvalue()
