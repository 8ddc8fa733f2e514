"""Search: what a record is found by, as words; Chinese as pairs of characters in FTS5, or LIKE on a server."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Text, bindparam, column, func, literal_column, select, table, text
from sqlalchemy.orm import Session

from services.permissions import open_to_all

RARE = 2000
LONGEST_SPELLED = 12
_SURNAMES = Path(__file__).parent.parent / "resources" / "rules" / "surnames.toml"
_INSIDE = re.compile(r"(?<=[0-9a-z])[-.,/:'](?=[0-9a-z])")
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[㐀-鿿𠀀-𳿿]+")


def words(text: str) -> list[str]:
    """`text` as search sees it: width and case folded, `BX-2026-0413` and `4,286.50` one word each."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return _WORD.findall(_INSIDE.sub("", folded))


def text_for(*parts: object) -> str:
    """The search text of a record: the words of its parts, and pinyin with initials of what is Chinese.

    李文静 is found by `liwenjing`, `lwj` and any piece of them. A short name that starts with a surname of
    several readings is spelled in the surname's reading too (单雄信: `shanxiongxin`).
    """
    found: dict[str, None] = {}
    for part in parts:
        for word in words("" if part is None else str(part)):
            found[word] = None
            for han in _HAN.findall(word):
                found.update(dict.fromkeys(_spelled(han)))
    return " ".join(found)


@lru_cache(maxsize=20_000)
def _spelled(han: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(han)
    initials = "".join(syllable[:1] for syllable in syllables)
    if len(han) > LONGEST_SPELLED:
        return (initials,)
    spelled = ["".join(syllables), initials]
    for length in (2, 1):
        reading = _surnames().get(han[:length])
        if reading is not None and length < len(han) <= length + 3:
            as_name = [*reading.split(), *syllables[length:]]
            spelled += ["".join(as_name), "".join(syllable[:1] for syllable in as_name)]
            break
    return tuple(dict.fromkeys(word for word in spelled if word.isascii()))


@cache
def _surnames() -> dict[str, str]:
    readings: dict[str, str] = tomllib.loads(_SURNAMES.read_text(encoding="utf-8"))["surnames"]
    return readings


def pairs(text: str) -> str:
    """Every two neighbouring characters of every word, and its last one alone: 李文静 → 李文 文静 静."""
    return " ".join(word[place : place + 2] for word in text.split() for place in range(len(word)))


def fts_query(terms: list[str]) -> str:
    """An FTS5 question for records that hold every term somewhere inside a word."""
    return " AND ".join(f'"{term}" *' if len(term) == 1 else f'"{_phrase(term)}"' for term in terms)


def _phrase(term: str) -> str:
    return " ".join(term[place : place + 2] for place in range(len(term) - 1))


@open_to_all("a step of saving a record, which has its own permission")
def index(session: Session, register_name: str, record_id: int, search_text: str) -> None:
    """Make a record findable by `search_text` (from `text_for`), in place of what it was found by before."""
    index_all(session, register_name, {record_id: search_text})


@open_to_all("a step of saving records, which has its own permission")
def index_all(session: Session, register_name: str, texts: Mapping[int, str]) -> None:
    """As `index`, for many records of a register at once: their search texts by their ids."""
    if session.get_bind().dialect.name != "sqlite" or not texts:
        return
    statement = text(f"INSERT OR REPLACE INTO {_index_of(register_name)} (rowid, body) VALUES (:id, :body)")  # noqa: S608 - a table's name, checked
    session.execute(statement, [{"id": number, "body": pairs(words)} for number, words in texts.items()])


@open_to_all("a step of removing a record, which has its own permission")
def remove(session: Session, register_name: str, record_id: int) -> None:
    """Forget what a removed record was found by."""
    if session.get_bind().dialect.name == "sqlite":
        statement = text(f"DELETE FROM {_index_of(register_name)} WHERE rowid = :id")  # noqa: S608 - a table's name, checked
        session.execute(statement, {"id": record_id})


def _index_of(register_name: str) -> str:
    if not re.fullmatch(r"[a-z_]+", register_name):
        raise ValueError("not the name of a register")
    return f"{register_name}_search"


def match_clause(register_name: str, record_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """`record_id` is among the records that match the parameter `match` (an `fts_query`); SQLite only."""
    name = _index_of(register_name)
    found = table(name, column("rowid"))
    matches = literal_column(name).op("MATCH", is_comparison=True)(bindparam("match", required=False))
    return record_id.in_(select(found.c.rowid).where(matches))


def like_clauses(search_text: ColumnElement[Any], count: int) -> list[ColumnElement[bool]]:
    """`search_text` holds the parameters `term0` … (as `%term%`): the same records as `match_clause`."""
    return [search_text.like(bindparam(f"term{number}", required=False)) for number in range(count)]


@open_to_all("finds ids of a register whose permission its caller has checked")
def rare_matches(session: Session, register_name: str, terms: list[str]) -> list[int] | None:
    """The ids that match, when they are at most `RARE`; None when there are more, without reading them all.

    SQLite only.
    """
    name = _index_of(register_name)
    statement = f"SELECT rowid FROM {name} WHERE {name} MATCH ? LIMIT {RARE + 1}"  # noqa: S608 - a table's name, checked
    rows = session.connection().exec_driver_sql(statement, (fts_query(terms),)).fetchall()
    return None if len(rows) > RARE else [row[0] for row in rows]


def among_clause(record_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """`record_id` is one of the parameter `among`, a JSON list of ids; SQLite only."""
    listed = func.json_each(bindparam("among", type_=Text(), required=False)).table_valued("value")
    return record_id.in_(select(listed.c.value))
