"""`print KIND … --out F` and `export KIND --out F`."""

from __future__ import annotations

import argparse
import errno
import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from services.errors import Refused
from ui.console import kinds, payroll
from ui.console.access import opened, signed_in
from ui.console.words import Words

if TYPE_CHECKING:
    from services.registers import Column, Query
    from services.reports.paper import Paper, PrintSettings
    from services.reports.sheet import Sheet, SheetColumn

_SIZE = re.compile(r"(\d{2,4}(?:\.\d)?)[x×*](\d{2,4}(?:\.\d)?)")


def print_papers(arguments: argparse.Namespace, words: Words) -> int:
    """Write papers, or a register as a list, to a PDF file."""
    _refuse_ending(arguments.out, ".pdf")
    if payroll.known(arguments.kind, payroll.PRINTED):
        return _written(arguments.out, payroll.made(arguments, words, arguments.numbers), words)
    everything = arguments.kind.lower() == "claims" and not arguments.numbers
    made = _claims if kinds.paper(arguments.kind, words) and not everything else _list
    return _written(arguments.out, made(arguments, words), words)


def export(arguments: argparse.Namespace, words: Words) -> int:
    """Write a register, every row and column, as an Excel file."""
    from services.exchange.xlsx import write_table
    from services.registers import rows_for_export

    _refuse_ending(arguments.out, ".xlsx")
    if payroll.known(arguments.kind, payroll.EXPORTED):
        return _written(arguments.out, payroll.made(arguments, words, [arguments.month or ""]), words)
    register, title = kinds.register(arguments.kind, words)
    if arguments.month:
        return _entries(arguments, register.name, words)
    headings = [words.translate("Register", column.label) for column in register.columns]
    target = BytesIO()
    with opened(arguments) as database:
        actor = signed_in(database, arguments.user, words)
        with database.read() as session:
            rows = rows_for_export(session, actor, register, _everything())
            write_table(target, title, headings, ([_plain(value, words) for value in row] for row in rows))
    return _written(arguments.out, target.getvalue(), words)


def _entries(arguments: argparse.Namespace, kind: str, words: Words) -> int:
    """A month's vouchers as the accountant takes them."""
    from services import voucher_export

    if kind != "voucher":
        raise Refused("console.month_of_vouchers")
    try:
        month = date.fromisoformat(f"{arguments.month}-01")
    except ValueError:
        raise Refused("console.no_month", typed=arguments.month) from None
    if not arguments.out.parent.is_dir():
        raise Refused("console.no_folder", folder=str(arguments.out.parent))
    with opened(arguments) as database:
        actor = signed_in(database, arguments.user, words)
        with database.read() as session:
            voucher_export.write(session, actor, month, arguments.out)
    print(words.translate("Console", "Written: {path}").format(path=arguments.out))
    return 0


def _claims(arguments: argparse.Namespace, words: Words) -> bytes:
    from services import expense_claims
    from services.reports.paper import VOUCHER
    from services.reports.voucher import claim_pdf

    if not arguments.numbers:
        raise Refused("console.no_numbers")
    settings = _settings(arguments.paper, VOUCHER)
    with opened(arguments) as database:
        actor = signed_in(database, arguments.user, words)
        with database.read() as session:
            found = [expense_claims.voucher_by_number(session, actor, number) for number in arguments.numbers]
    return claim_pdf(found, settings)


def _list(arguments: argparse.Namespace, words: Words) -> bytes:
    from services.registers import count_and_sum, rows_for_export
    from services.reports.paper import A4_LANDSCAPE
    from services.reports.sheet import sheet_pdf

    register, title = kinds.register(arguments.kind, words, papers=kinds.PAPERS)
    settings = _settings(arguments.paper, A4_LANDSCAPE)
    columns = [column for column in register.columns if column.shown]
    with opened(arguments) as database:
        actor = signed_in(database, arguments.user, words)
        with database.read() as session:
            names = [column.name for column in columns]
            found = rows_for_export(session, actor, register, _everything(), names)
            rows = [[words.cell(value) for value in row] for row in found]
            total = count_and_sum(session, actor, register, _everything()).total
    last = [words.cell(total) if column.name == register.total else "" for column in columns]
    return sheet_pdf(_sheet(title, columns, rows, last, words), settings)


def _sheet(title: str, columns: list[Column], rows: list[list[str]], last: list[str], words: Words) -> Sheet:
    from services.reports.sheet import Sheet, SheetWords

    return Sheet(
        title=title,
        columns=tuple(_sheet_column(column, words) for column in columns),
        rows=rows,
        subtitle=words.translate("Export", "{count} records").format(count=f"{len(rows):,}"),
        totals=tuple(last) if any(last) else (),
        footer=_today().isoformat(),
        words=SheetWords(
            page=words.translate("Export", "Page {page} of {pages}"),
            page_total=words.translate("Export", "This page"),
            missing=words.translate("Export", "Characters the font does not have are printed as 〓: {codes}"),
        ),
    )


def _sheet_column(column: Column, words: Words) -> SheetColumn:
    from services.registers import ColumnKind
    from services.reports.sheet import SheetColumn

    right = column.kind in {ColumnKind.MONEY, ColumnKind.NUMBER}
    weight = max(column.width, 1) * (2 if column.stretch else 1)
    label = words.translate("Register", column.label)
    return SheetColumn(label, weight, "right" if right else "left", summed=column.kind is ColumnKind.MONEY)


def _settings(typed: str | None, usual: Paper) -> PrintSettings:
    from services.reports.paper import A4, A5_LANDSCAPE, VOUCHER, Paper, PrintSettings

    known = {"a4": A4, "a5": A5_LANDSCAPE, "240x140": VOUCHER, "": usual}
    name = (typed or "").strip().lower()
    if name in known:
        return PrintSettings(known[name])
    size = _SIZE.fullmatch(name)
    if size is None:
        raise Refused("console.unknown_kind", kind=typed, kinds="240x140, A5, A4, 200x120 (mm)")
    return PrintSettings(Paper(name, Decimal(size[1]), Decimal(size[2])))


def _everything() -> Query:
    from services.registers import Query

    return Query(today=_today())


def _plain(value: object, words: Words) -> object:
    """Amounts, numbers and days as they are, everything else as words."""
    kept = isinstance(value, Decimal | date) or (isinstance(value, int) and not isinstance(value, bool))
    return value if kept or value is None else words.cell(value)


def _today() -> date:
    from services.calendars import business_day

    return business_day()


def _refuse_ending(out: Path, ending: str) -> None:
    if out.suffix.lower() != ending:
        raise Refused("console.wrong_ending", path=str(out), ending=ending)


def _written(out: Path, content: bytes, words: Words) -> int:
    """Write the file whole or not at all, and say where it is."""
    from services import durable

    if out.is_dir():
        raise Refused("console.is_folder", path=str(out))
    try:
        with durable.written(out) as part:
            part.write_bytes(content)
    except OSError as error:
        raise _not_written(out, error) from error
    print(words.translate("Console", "Written: {path}").format(path=out))
    return 0


def _not_written(out: Path, error: OSError) -> Refused:
    if not out.parent.is_dir():
        return Refused("console.no_folder", folder=str(out.parent))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Refused("console.may_not_write", path=str(out))
    if error.errno in {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return Refused("console.disk_full", path=str(out))
    return Refused("console.cannot_write", path=str(out))
