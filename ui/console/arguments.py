"""The console's commands, as argparse knows them, and the way from one to its function."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from services.errors import Refused
from ui.console.kinds import PAPERS, REGISTERS
from ui.console.words import Words, speak

type Command = Callable[[argparse.Namespace, Words], int]

COMMANDS = {
    "check": "ui.console.keeping:check",
    "backup": "ui.console.keeping:backup",
    "restore": "ui.console.keeping:restore",
    "print": "ui.console.papers:print_papers",
    "export": "ui.console.papers:export",
    "invoice": "ui.console.reading:invoice",
    "words": "ui.console.reading:words",
}


def parser() -> argparse.ArgumentParser:
    """Options of the window, and the console's commands."""
    translate = speak(sys.argv).translate
    made = argparse.ArgumentParser(prog="main.py", description="OpsDesk 运营台")
    made.add_argument(
        "--data",
        metavar="PATH|URL",
        help=translate("Console", "folder, .db file or postgresql:// URL of the data"),
    )
    made.add_argument(
        "--lang", choices=("zh_CN", "en"), help=translate("Console", "language (default: the system's)")
    )
    made.add_argument(
        "--theme", choices=("light", "dark", "system"), help=translate("Console", "colours of the window")
    )
    made.add_argument(
        "--demo", action="store_true", help=translate("Console", "a sample company in a temporary folder")
    )
    commands = made.add_subparsers(dest="command", metavar="command")
    _add_commands(commands, translate)
    tour = commands.add_parser(
        "tour", help=translate("Console", "pictures of every page and a PDF of every form")
    )
    tour.add_argument("folder", metavar="DIR")
    _add_lang(tour)
    return made


def _add_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], translate: Callable[[str, str], str]
) -> None:
    made = [
        commands.add_parser(
            "check", help=translate("Console", "verify the database, its audit chain and its attachments")
        )
    ]
    backup = commands.add_parser("backup", help=translate("Console", "make a verified backup"))
    backup.add_argument(
        "folder",
        nargs="?",
        type=Path,
        help=translate("Console", "where to (default: the data folder's backups)"),
    )
    restore = commands.add_parser(
        "restore", help=translate("Console", "put a backup in place of the database")
    )
    restore.add_argument("file", type=Path)
    invoice = commands.add_parser("invoice", help=translate("Console", "read e-invoice files"))
    invoice.add_argument("files", nargs="+", type=Path, metavar="FILE")
    invoice.add_argument("--json", action="store_true", help=translate("Console", "print one JSON array"))
    words = commands.add_parser("words", help=translate("Console", "write an amount of yuan in capitals"))
    words.add_argument("amount")
    # argparse has no public way to say that -1,234.50 is a value and no option
    words._negative_number_matcher = re.compile(r"-[¥￥\d.]")  # noqa: SLF001 - see above
    for parser in (*made, backup, restore, invoice, words, *_add_papers(commands, translate)):
        # the same options are understood before the command and after it
        parser.add_argument("--data", metavar="PATH|URL", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        _add_lang(parser)


def _add_lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=("zh_CN", "en"), default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _add_papers(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], translate: Callable[[str, str], str]
) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    prints, exports = _add_prints(commands, translate), _add_exports(commands, translate)
    for parser in (prints, exports):
        parser.add_argument("--out", required=True, type=Path, help=translate("Console", "the file to write"))
        asked = translate("Console", "who signs in; the password is asked for, or read from OPSDESK_PASSWORD")
        parser.add_argument("--user", help=asked)
    return prints, exports


def _add_prints(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], translate: Callable[[str, str], str]
) -> argparse.ArgumentParser:
    told = translate("Console", "print papers by number, or a register, as PDF")
    parser = commands.add_parser("print", help=told)
    kinds = translate("Console", "{papers}, or a register: {registers}").format(
        papers=", ".join((*PAPERS, "payroll", "payslips")), registers=", ".join(REGISTERS)
    )
    parser.add_argument("kind", help=kinds)
    numbers = translate(
        "Console", "numbers of papers, e.g. BX-2026-0412; with payroll: a number, or a month YYYY-MM"
    )
    parser.add_argument("numbers", nargs="*", help=numbers)
    paper = translate("Console", "240x140, A5, A4, or WIDTHxHEIGHT in mm (default: 240x140, lists A4)")
    parser.add_argument("--paper", help=paper)
    return parser


def _add_exports(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], translate: Callable[[str, str], str]
) -> argparse.ArgumentParser:
    parser = commands.add_parser("export", help=translate("Console", "export a register as .xlsx"))
    kinds = translate(
        "Console", "tax_wages, tax_bonus, tax_severance, tax_labour, tax_people, or a register: {registers}"
    ).format(registers=", ".join(REGISTERS))
    parser.add_argument("kind", help=kinds)
    month = translate(
        "Console",
        "with vouchers: the entries of this month for the accountant; with tax_…: the month of payment, YYYY-MM",
    )
    parser.add_argument("--month", metavar="YYYY-MM", help=month)
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Carry out one command; 0 when it went well, 1 with a sentence on the error stream when it did not."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # the console of Windows would choose its code page
    words = Words(arguments.lang)
    module, _, name = COMMANDS[arguments.command].partition(":")
    command: Command = getattr(importlib.import_module(module), name)
    try:
        code = command(arguments, words)
        sys.stdout.flush()
    except Refused as refused:
        print(words.sentence(refused), file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code
