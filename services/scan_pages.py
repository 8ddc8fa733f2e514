"""Which scans of a certificate are its newest version: several files named as pages of one paper belong together. No database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Protocol

_TOGETHER = timedelta(days=7)  # pages of one paper are added within a few days
_PAGE = re.compile(
    r"[\s_\-.(（]*(?:(?:p|pg|page|第)?[\s_.]?(?<!\d)\d{1,2}(?!\d)\s*[页面张]?|[正反背]面|封面|封底|首页|内页|附页|续页|[一二三四五六七八九十]|front|back)\s*[)）]?$",
    re.IGNORECASE,
)


class Scan(Protocol):
    """A file with its name and the moment it was added."""

    @property
    def name(self) -> str: ...
    @property
    def created_at(self) -> datetime: ...


def newest_pages[S: Scan](files: Sequence[S]) -> list[S]:
    """The newest file and those before it that are other pages of the same paper, in the order they were added.

    licence_p1.png and licence_p2.png, 执照正面 and 执照反面 are pages; licence_v2.png or a scan of last year is a version.
    """
    found: list[S] = []
    for one in reversed(files):
        if found and not _another_page(one, found):
            break
        found.append(one)
    return found[::-1]


def _another_page(one: Scan, known: Sequence[Scan]) -> bool:
    last = known[0]
    paper = _paper(last.name)
    return (
        paper is not None
        and _paper(one.name) == paper
        and one.name not in {other.name for other in known}
        and last.created_at - one.created_at <= _TOGETHER
    )


def _paper(name: str) -> str | None:
    """The name without which page it is; None when it does not say that it is a page."""
    stem = PurePath(name).stem
    found = _PAGE.search(stem)
    if found is None or stem[: found.start()].lower().endswith("v"):
        return None
    return stem[: found.start()].casefold()
