"""Commands: what the palette offers, and how what is typed finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Command:
    """Something the palette can do. `source` is the English word, found in every language."""

    name: str
    words: str
    run: Callable[[], object]
    hint: str = ""
    shortcut: str = ""
    source: str = ""
    icon: str = ""


@cache
def spelled(words: str) -> tuple[str, ...]:
    """The ways a word can be typed: itself, its pinyin, its pinyin initials."""
    plain = words.lower().replace(" ", "")
    if words.isascii():
        initials = "".join(part[0] for part in words.lower().split())
        return (plain, initials) if len(initials) > 1 else (plain,)
    from pypinyin import Style, lazy_pinyin

    return (
        plain,
        "".join(lazy_pinyin(plain)),
        "".join(lazy_pinyin(plain, style=Style.FIRST_LETTER)),
    )


def score(typed: str, words: str) -> int:
    """How well `typed` fits `words`: 0 not at all, more is better; letters may be left out between."""
    wanted = typed.lower().replace(" ", "")
    if not wanted:
        return 1
    return max(_score(wanted, spelling) for spelling in spelled(words))


def _score(wanted: str, spelling: str) -> int:
    if spelling.startswith(wanted):
        return 1000 - len(spelling)
    found = spelling.find(wanted)
    if found >= 0:
        return 700 - found
    place, gaps = -1, 0
    for letter in wanted:
        following = spelling.find(letter, place + 1)
        if following < 0:
            return 0
        gaps += following - place - 1
        place = following
    return max(1, 300 - gaps)


def find(typed: str, commands: Iterable[Command], recent: list[str]) -> list[Command]:
    """The commands that fit, best first; what was used lately stands before what fits as well."""

    def rank(command: Command) -> tuple[int, int]:
        lately = len(recent) - recent.index(command.name) if command.name in recent else 0
        return max(score(typed, command.words), score(typed, command.source) if command.source else 0), lately

    fitting = [(rank(command), command) for command in commands]
    kept = [(points, command) for points, command in fitting if points[0]]
    by_recent = not typed.strip()
    kept.sort(key=lambda pair: (-pair[0][1], 0) if by_recent else (-pair[0][0], -pair[0][1]))
    return [command for _, command in kept]
