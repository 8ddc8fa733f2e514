"""`invoice FILE… --json` and `words AMOUNT`: nothing of the database is touched."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from ui.console.words import Words

if TYPE_CHECKING:
    from services.invoices.model import Reading


def invoice(arguments: argparse.Namespace, words: Words) -> int:
    """Print what each file says: one JSON array, or a few readable lines a file."""
    from services.invoices.model import as_json
    from services.invoices.reader import read_files

    readings = read_files(arguments.files)
    if arguments.json:
        found = [as_json(reading, words.sentence) for reading in readings]
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for reading in readings:
            print(_readable(reading, words))
    return 0 if all(reading.error is None for reading in readings) else 1


def _readable(reading: Reading, words: Words) -> str:
    if reading.invoice is None:
        problem = words.sentence(reading.error) if reading.error else ""
        return f"{reading.file}: {problem}"
    found = reading.invoice
    return f"{reading.file}: {found.code} {found.number}  {found.date}  {found.seller_name}  {found.total}"


def words(arguments: argparse.Namespace, words: Words) -> int:
    """Print an amount in capitals."""
    from services.money import in_capitals, parse_amount

    del words
    print(in_capitals(parse_amount(arguments.amount)))
    return 0
