"""`invoice FILE… --json` and `words AMOUNT`: nothing of the database is touched."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from ui.console.words import Words

if TYPE_CHECKING:
    from services.invoices.model import Reading


def invoice(arguments: argparse.Namespace, words: Words) -> int:
    """Print what each file says: one JSON array (0: a file's problem is a value in it), or a readable line a file."""
    from services.invoices.model import as_json
    from services.invoices.reader import read_files

    readings = read_files(arguments.files)
    if arguments.json:
        print(json.dumps([as_json(each, words.sentence) for each in readings], ensure_ascii=False, indent=1))
        return 0
    for reading in readings:
        print(_readable(reading, words))
    return 0 if all(reading.error is None for reading in readings) else 1


def _readable(reading: Reading, words: Words) -> str:
    found = reading.invoice
    if found is None:
        return f"{reading.file}: {words.sentence(reading.error) if reading.error else ''}"
    parts = (
        words.label(type(found.kind).__name__, found.kind.value),
        f"{found.code} {found.number}".strip(),
        words.cell(found.date),
        found.seller_name,
        words.cell(found.total),
    )
    return f"{reading.file}: {'  '.join(part for part in parts if part)}"


def words(arguments: argparse.Namespace, words: Words) -> int:  # noqa: ARG001 - capitals are Chinese in any language
    """Print an amount in capitals."""
    from services.money import in_capitals, parse_amount

    print(in_capitals(parse_amount(arguments.amount)))
    return 0
