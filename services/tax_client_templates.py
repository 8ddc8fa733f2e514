"""Which columns the tax client's sheets have: our usual lists as data, or the company's own empty template."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from services import settings
from services.database import Session
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.permissions import Actor, Permission, open_to_all, requires

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "templates"
_SEARCHED = 20  # rows from the top among which the titles stand
_LEAST = 4  # known titles that make a row the row of titles
_NEEDED = ("name", "identity_number")


class TaxSheet(StrEnum):
    """正常工资薪金收入, 全年一次性奖金收入, 解除劳动合同一次性补偿金, 劳务报酬所得, 人员信息."""

    WAGES = "wages"
    BONUS = "bonus"
    SEVERANCE = "severance"
    LABOUR = "labour"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Template:
    """The columns of a sheet: title and what stands in it, "" for an empty one. `unknown` titles are nowhere known."""

    sheet: str
    columns: tuple[tuple[str, str], ...]
    own: bool = False
    unknown: tuple[str, ...] = ()


@cache
def words() -> Mapping[str, Any]:
    """The client's words by our own."""
    found: dict[str, Any] = tomllib.loads((FOLDER / "tax_client_words.toml").read_text(encoding="utf-8"))
    return found


@cache
def usual(kind: TaxSheet) -> Template:
    """The columns of resources/templates/tax_client_….toml."""
    found = tomllib.loads((FOLDER / f"tax_client_{kind.value}.toml").read_text(encoding="utf-8"))
    return Template(found["sheet"], tuple((title, value) for title, value in found["columns"]))


@open_to_all("the columns of a form; what stands in them has its permission")
def template(session: Session, kind: TaxSheet) -> Template:
    """The template in force: the company's own, else the usual one."""
    kept = settings.get(session, _name(kind), None)
    return _template(kind, str(kept["sheet"]), kept["titles"]) if kept else usual(kind)


@requires(Permission.PAYROLL_EDIT)
def take(session: Session, actor: Actor, kind: TaxSheet, sheet: ForeignSheet) -> Template:
    """Keep the titles of the client's own empty template (a sheet that was read by `read_sheet`).

    Raises Refused "tax_template.no_titles" (name): no row has enough titles that we know, "tax_template.needed"
    (name, titles) without a column for the name and the identity number, "tax_template.twice" (name, title).
    """
    titles = _titles(kind, sheet)
    found = _template(kind, usual(kind).sheet, titles)
    values = {value for _, value in found.columns}
    missing = [title for title, value in usual(kind).columns if value in _NEEDED and value not in values]
    if missing:
        raise Refused("tax_template.needed", name=sheet.file, titles="、".join(missing))
    settings.put_checked(session, actor, _name(kind), {"sheet": usual(kind).sheet, "titles": titles})
    return found


@requires(Permission.PAYROLL_EDIT)
def take_usual(session: Session, actor: Actor, kind: TaxSheet) -> Template:
    """Go back to the usual columns."""
    settings.put_checked(session, actor, _name(kind), {})
    return usual(kind)


def _name(kind: TaxSheet) -> str:
    return f"tax_client.{kind.value}"


def _titles(kind: TaxSheet, sheet: ForeignSheet) -> list[str]:
    """The row among the first ones that has most titles we know."""
    known = _known(kind)
    rows = [[" ".join(cell.split()) for cell in row] for row in sheet.rows[:_SEARCHED]]
    counts = [sum(plain(cell) in known for cell in row) for row in rows]
    if not counts or max(counts) < _LEAST:
        raise Refused("tax_template.no_titles", name=sheet.file)
    titles = rows[counts.index(max(counts))]
    while titles and not titles[-1]:
        titles.pop()
    twice = next((title for title in titles if title and titles.count(title) > 1), None)
    if twice:
        raise Refused("tax_template.twice", name=sheet.file, title=twice)
    return titles


def _template(kind: TaxSheet, sheet: str, titles: Sequence[str]) -> Template:
    known = _known(kind)
    columns = tuple((title, known.get(plain(title), "")) for title in titles)
    unknown = tuple(title for title in titles if title and plain(title) not in known)
    return Template(sheet, columns, own=True, unknown=unknown)


@cache
def _known(kind: TaxSheet) -> Mapping[str, str]:
    """What stands under a title, by the title as it is compared."""
    found = {plain(title): value for title, value in usual(kind).columns}
    here = set(found.values())
    for value, titles in words()["also"].items():
        if value in here:
            found |= {plain(title): value for title in titles if plain(title) not in found}
    return found


def plain(title: str) -> str:
    """A title as two versions can be compared by: no star, no spaces, one width of brackets."""
    return "".join(unicodedata.normalize("NFKC", title).split()).strip("*").lower()
