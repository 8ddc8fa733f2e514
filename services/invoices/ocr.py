"""Recognising the text of pictures in a process of its own: for what has neither text nor a code, after all else."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from services.errors import Refused
from services.invoices.model import Reading
from services.invoices.reader import read_files

SECONDS_PER_PICTURE = 60
_WITHOUT_TEXT = frozenset({"invoice.unreadable", "invoice.not_an_invoice"})
_ONLY_THE_CODE = frozenset({"qr", "net + tax = total"})
_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".pdf")


def is_installed() -> bool:
    """Whether the extra `ocr` is there."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def read_all(
    paths: Sequence[Path],
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], None] | None = None,
    pictures: Callable[[int, int], None] | None = None,
) -> list[Reading]:
    """As `read_files`; then what is only a picture is recognised (`pictures` tells how many of them are done).

    Without the extra such a file is refused as "invoice.no_ocr". A picture of which the code alone could be read
    keeps what the code said, beyond doubt, and gains the rest as likely or guessed.
    """
    readings = read_files(paths, cancelled=cancelled, progress=progress)
    wanted = [place for place, reading in enumerate(readings) if _is_picture(paths[place], reading)]
    if not wanted or (cancelled and cancelled()):
        return readings
    if not is_installed():
        return [
            _without_ocr(reading) if place in wanted else reading for place, reading in enumerate(readings)
        ]
    if pictures:
        pictures(0, len(wanted))
    found = read_files(
        [paths[place] for place in wanted],
        cancelled=cancelled,
        progress=pictures,
        seconds=SECONDS_PER_PICTURE,
        serve="services.invoices.ocr_child",
    )
    for place, reading in zip(wanted, found, strict=True):
        readings[place] = _better(readings[place], reading)
    return readings


def _is_picture(path: Path, reading: Reading) -> bool:
    """Whether there is more to find in the file than its code says."""
    if Path(path).suffix.lower() not in _PICTURES:
        return False
    if reading.invoice is None:
        return reading.error is not None and reading.error.code in _WITHOUT_TEXT
    return {source.where for source in reading.invoice.sources.values()} <= _ONLY_THE_CODE


def _without_ocr(reading: Reading) -> Reading:
    return reading if reading.invoice else replace(reading, error=Refused("invoice.no_ocr"))


def _better(before: Reading, after: Reading) -> Reading:
    return before if after.invoice is None and before.invoice is not None else after
