"""The console's commands, as argparse knows them, and the way from one to its function."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from services.errors import Refused
from ui.console.words import Words

COMMANDS = {
    "check": "ui.console.keeping:check",
    "backup": "ui.console.keeping:backup",
    "restore": "ui.console.keeping:restore",
    "print": "ui.console.papers:print_papers",
    "export": "ui.console.papers:export",
    "invoice": "ui.console.reading:invoice",
    "words": "ui.console.reading:words",
}


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add every console command to the parser of main.py."""
    commands.add_parser("check", help="verify the database, its audit chain and its attachments")
    backup = commands.add_parser("backup", help="make a verified backup")
    backup.add_argument("folder", nargs="?", type=Path, help="where to (default: the data folder's backups)")
    restore = commands.add_parser("restore", help="put a backup in place of the database")
    restore.add_argument("file", type=Path)
    _add_papers(commands)
    invoice = commands.add_parser("invoice", help="read e-invoice files")
    invoice.add_argument("files", nargs="+", type=Path)
    invoice.add_argument("--json", action="store_true", help="print one JSON array")
    words = commands.add_parser("words", help="write an amount of yuan in capitals")
    words.add_argument("amount")


def _add_papers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    prints = commands.add_parser("print", help="print papers by number, or a register, as PDF")
    prints.add_argument("kind", help="claim, advance, or the name of a register")
    prints.add_argument("numbers", nargs="*", help="numbers of papers, e.g. BX-2026-0412")
    prints.add_argument("--paper", default="240x140", help="240x140 (default), A5, A4, or WIDTHxHEIGHT in mm")
    exports = commands.add_parser("export", help="export a register as .xlsx")
    exports.add_argument("kind", help="the name of a register, e.g. expense_claim")
    for parser in (prints, exports):
        parser.add_argument("--out", required=True, type=Path, help="the file to write")
        parser.add_argument("--user", help="who signs in; the password is asked for, or read from OPSDESK_PASSWORD")


def run(arguments: argparse.Namespace) -> int:
    """Carry out one command; 0 when it went well, 1 with a sentence on the error stream when it did not."""
    words = Words(arguments.lang)
    module, _, name = COMMANDS[arguments.command].partition(":")
    try:
        code = getattr(importlib.import_module(module), name)(arguments, words)
    except Refused as refused:
        print(words.sentence(refused), file=sys.stderr)
        return 1
    return int(code)
