"""Lists as pages show them, a notice a line: 1、[湖北] some title 2026-11-20, its address below. No database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from services import provinces

HEADINGS = ("省份", "项目名称", "发布日期", "链接")
_MARK = re.compile(r"^\s*(?:[·•●○▪◆◇■□★☆*※>-]+|[（(]?\d{1,3}(?:[、)）]|[.．](?!\d)))\s*")
_DAY = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?<!\d)20\d{6}(?!\d))"
_CLOCK = r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_FIRST_DAY = re.compile(rf"^[\[【(（]?(?P<day>{_DAY}){_CLOCK}[\]】)）]?\s+")
_LAST_DAY = re.compile(rf"(?:^|\s+|(?=[\[【(（]))[\[【(（]?(?P<day>{_DAY}){_CLOCK}[\]】)）]?\s*$")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_FIRST_BRACKET = re.compile(r"^[\[【(（]([^\[\]【】()（）]{2,16})[\]】)）]\s*")
_LAST_BRACKET = re.compile(r"\s*[\[【(（]([^\[\]【】()（）]{2,16})[\]】)）]$")


@dataclass(slots=True)
class _Line:
    province: str = ""
    title: str = ""
    day: str = ""
    link: str = ""


def rows_of(lines: Iterable[str]) -> list[tuple[str, str, str, str]]:
    """Province, title, day and address of every line; an address on a line of its own belongs to the title above it."""
    found: list[_Line] = []
    for line in lines:
        one = _read(line)
        if one.title or not found:
            found.append(one)
        else:
            _join(found[-1], one)
    return [(one.province, one.title, one.day, one.link) for one in found]


def _join(last: _Line, more: _Line) -> None:
    """What stands below a title without one of its own: its day, its address."""
    last.day = last.day or more.day
    last.link = last.link or more.link
    last.province = last.province or more.province


def _read(text: str) -> _Line:
    one = _Line()
    link = _LINK.search(text)
    if link:
        one.link, text = link[0], f"{text[: link.start()]} {text[link.end() :]}"
    text = _MARK.sub("", text).strip()
    text = _taken_day(one, text)
    before = None
    while before != text:
        before = text
        text = _taken_province(one, _FIRST_BRACKET, text)
        text = _taken_province(one, _LAST_BRACKET, text)
    one.title = text if one.day else _taken_day(one, text)
    return one


def _taken_day(one: _Line, text: str) -> str:
    """The text without the day at its beginning or end."""
    for pattern in (_LAST_DAY, _FIRST_DAY):
        found = pattern.search(text)
        if found and not one.day:
            one.day = found["day"]
            text = (text[: found.start()] + text[found.end() :]).strip()
    return text


def _taken_province(one: _Line, pattern: re.Pattern[str], text: str) -> str:
    """The text without a bracket that names a province; other words in brackets are the title's."""
    found = pattern.search(text)
    name = provinces.named(found[1]) if found else ""
    if not found or not name or (one.province and one.province != name):
        return text
    one.province = name
    return (text[: found.start()] + text[found.end() :]).strip()
