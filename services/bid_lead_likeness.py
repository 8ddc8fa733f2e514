"""Whether two tender notices may be the same one: their titles without noise, pairs of signs in common. No database."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

# What notices of one project differ in, and nothing else
_NOISE = re.compile(
    "公开招标|招标公告|竞争性磋商公告|竞争性谈判公告|采购公告|变更公告|更正公告|公告|第二次|重新招标|二次|项目"
)

_YEAR = re.compile(r"(20\d\d)年度?")
_BUYING = re.compile("采购|招标")
_LEAST_NAME = 4


class _Parts(NamedTuple):
    """What two keys are compared by."""

    owner: str
    year: str
    core: str
    pairs: set[str]


def match_key(title: str, owner: str) -> str:
    """Title and tenderer without marks, spaces and what notices of one project differ in; parts by `|`."""
    return f"{_bare(title)}|{_signs(owner)}" if _signs(owner) else _bare(title)


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for marks and spaces."""
    return _signs(one) == _signs(other)


def _bare(text: str) -> str:
    signs = _signs(text)
    return _NOISE.sub("", signs) or signs


def _signs(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LN")


def is_alike(one: str, other: str) -> bool:
    """Whether two keys may be the same notice: the tenderers agree (or one is unknown), the titles share most pairs of signs."""
    return _alike(_parts(one), _parts(other))


def _alike(one: _Parts, other: _Parts) -> bool:
    if not _same_owner(one.owner, other.owner) or (one.year and other.year and one.year != other.year):
        return False
    return one.core == other.core or _share(one.pairs, other.pairs)


def _parts(key: str) -> _Parts:
    """A key taken apart: the title without the year and the words of buying that one list writes and another does not."""
    title, _, owner = key.partition("|")
    year = _YEAR.search(title)
    core = _BUYING.sub("", _YEAR.sub("", title)) or title
    return _Parts(owner, year[1] if year else "", core, pairs_of(core))


def _same_owner(one: str, other: str) -> bool:
    """Whether two tenderers may be one: either unknown, or one's name within the other's (洪山区自然资源局 of 武汉市)."""
    short, long = sorted((one, other), key=len)
    return not short or short == long or (len(short) >= _LEAST_NAME and short in long)


def _share(pairs: set[str], others: set[str]) -> bool:
    """Whether Dice's coefficient of the pairs of neighbouring signs is 0.8 or more."""
    total = len(pairs) + len(others)
    return total > 0 and 20 * len(pairs & others) >= 8 * total


def pairs_of(text: str) -> set[str]:
    """The pairs of neighbouring signs."""
    return {text[place : place + 2] for place in range(len(text) - 1)}


class KnownTitles:
    """The notices known, so arranged that a title finds those like it without being compared with every other one.

    Titles that share most of their pairs share at least one of every few of them: the rarest ones are looked up.
    """

    def __init__(self) -> None:
        self._titles: dict[str, list[str]] = {}
        self._known: list[tuple[str, _Parts]] = []
        self._having: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, key: str, title: str) -> None:
        """One more that is known."""
        if key not in self._titles:
            self._titles[key] = []
            parts = _parts(key)
            for pair in parts.pairs:
                self._having[pair].append(len(self._known))
            self._known.append((key, parts))
        self._titles[key].append(title)

    def same(self, key: str, title: str) -> str:
        """The title of the notice that is the same one, "" when there is none."""
        return next((known for known in self._titles.get(key, ()) if same_title(known, title)), "")

    def like(self, key: str) -> str:
        """The title of one that may be the same, "" when there is none."""
        if key in self._titles:
            return self._titles[key][0]
        parts = _parts(key)
        for at in sorted(self._near(parts.pairs)):
            known, others = self._known[at]
            if _alike(parts, others):
                return self._titles[known][0]
        return ""

    def _near(self, pairs: set[str]) -> set[int]:
        rarest = sorted(pairs, key=lambda pair: len(self._having.get(pair, ())))
        return {at for pair in _telling(rarest) for at in self._having.get(pair, ())}


def _telling(pairs: Sequence[str]) -> Sequence[str]:
    """So many of the pairs that a title like theirs has one of them: it shares at least two thirds of them."""
    shared = -(-2 * len(pairs) // 3)
    return pairs[: len(pairs) - shared + 1]
