"""`print KIND … --out F` and `export KIND --out F`."""

from __future__ import annotations

import argparse
import importlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from services.errors import Refused
from ui.console.access import opened, signed_in
from ui.console.words import Words

if TYPE_CHECKING:
    from services.registers import Register
    from services.reports.paper import PrintSettings

PAPERS = ("claim", "advance", "reversal")
REGISTERS = {
    "expense_claim": "services.expense_claims",
    "employee": "services.employees",
    "department": "services.departments",
    "bank_account": "services.bank_accounts",
    "project": "services.projects",
    "expense_category": "services.expense_categories",
    "approval_rule": "services.approval_rules",
}


def print_papers(arguments: argparse.Namespace, words: Words) -> int:
    """Write papers, or a register as a list, to a PDF file."""
    if arguments.kind in PAPERS:
        pdf = _claims(arguments)
    else:
        pdf = _sheet(arguments, words)
    return _written(arguments.out, pdf, words)


def export(arguments: argparse.Namespace, words: Words) -> int:
    """Write a register as an Excel file."""
    from datetime import date
    from io import BytesIO

    from services.exchange.xlsx import write_table
    from services.registers import everything, rows_for_export

    register = _register(arguments.kind)
    target = BytesIO()
    with opened(arguments) as database, database.read() as session:
        actor = signed_in(session, arguments.user)
        rows = rows_for_export(session, actor, register, everything(register), today=date.today())  # noqa: DTZ011
        write_table(target, words.tr("Register", register.name), register.columns, rows)
    return _written(arguments.out, target.getvalue(), words)


def _claims(arguments: argparse.Namespace) -> bytes:
    from services import expense_claims
    from services.reports.voucher import claim_pdf

    if not arguments.numbers:
        raise Refused("console.no_numbers")
    settings = _settings(arguments.paper)
    with opened(arguments) as database, database.read() as session:
        actor = signed_in(session, arguments.user)
        papers = [expense_claims.voucher_by_number(session, actor, number) for number in arguments.numbers]
    return claim_pdf(papers, settings)


def _register(name: str) -> Register:
    if name not in REGISTERS:
        raise Refused("console.unknown_kind", kind=name, kinds=", ".join((*PAPERS, *REGISTERS)))
    register: Register = importlib.import_module(REGISTERS[name]).REGISTER
    return register


def _written(out: Path, content: bytes, words: Words) -> int:
    """Write the file whole or not at all, and say where it is."""
    try:
        handle, part = tempfile.mkstemp(dir=out.parent, prefix=out.name, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(part).replace(out)
    except OSError as error:
        raise Refused("console.cannot_write", path=str(out), problem=error.strerror or "") from error
    print(words.tr("Console", "Written: {path}", path=out))
    return 0
