"""People in a stranger's table: which column is which, and what each cell says. No database."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from models.personnel import EmploymentKind, IdentityKind, Sex
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.identity_checks import tidied
from services.identity_numbers import id_card_problem
from services.rosters import EMPLOYMENTS, SEXES

# what tables call a column, without blanks; the first is what the roster calls it
TITLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("工号", "员工编号", "职工编号", "编号"),
        "name": ("姓名", "员工姓名", "职工姓名"),
        "sex": ("性别",),
        "identity_number": ("公民身份号码", "身份证号", "身份证号码", "证件号码", "证件号"),
        "department": ("部门", "所属部门"),
        "post": ("岗位", "职务", "职位"),
        "household_address": ("户籍地址", "户口所在地", "户籍所在地"),
        "home_address": ("现住址", "住址", "家庭住址", "居住地址"),
        "phone": ("联系方式", "手机号码", "手机号", "手机", "联系电话", "电话"),
        "employment": ("用工形式",),
        "hired_on": ("用工起始时间", "入职日期", "入职时间", "到岗日期"),
        "card": ("卡号", "银行卡号", "工资卡号", "银行账号"),
        "bank": ("开户银行", "开户行", "银行"),
    }
)
NEEDED = ("name", "department")
_HEAD_ROWS = 15
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
LOST = "\ufffd"  # a number whose last digits the spreadsheet has lost


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that cannot be taken: the row of the table, the column's name, why, and what stands there."""

    row: int
    column: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the table; texts are tidied, "" is an empty cell."""

    row: int
    number: str = ""
    name: str = ""
    sex: Sex | None = None
    identity_number: str = ""
    department: str = ""
    post: str = ""
    household_address: str = ""
    home_address: str = ""
    phone: str = ""
    employment: EmploymentKind | None = None
    hired_on: date | None = None
    card: str = ""
    bank: str = ""
    problems: tuple[Problem, ...] = field(default=())


def people_of(sheet: ForeignSheet) -> tuple[PersonRow, ...]:
    """The people below the titles; rows without a name and a number are no people.

    Raises Refused "people.no_titles" (name, titles), "people.no_rows" (name).
    """
    at, places = _titles(sheet)
    rows = tuple(
        _person(number, cells, places)
        for number, cells in enumerate(sheet.rows[at + 1 :], start=at + 2)
        if _cell(cells, places, "name") or _cell(cells, places, "number")
    )
    if not rows:
        raise Refused("people.no_rows", name=sheet.file)
    return rows


def _titles(sheet: ForeignSheet) -> tuple[int, dict[str, int]]:
    for at, cells in enumerate(sheet.rows[:_HEAD_ROWS]):
        titles = [re.sub(r"[\s*：:（(].*$|\s", "", cell.strip().replace("　", "")) for cell in cells]
        places = {
            name: titles.index(title)
            for name, known in TITLES.items()
            for title in reversed(known)
            if title in titles
        }
        if all(name in places for name in NEEDED):
            return at, places
    needed = "、".join(TITLES[name][0] for name in NEEDED)
    raise Refused("people.no_titles", name=sheet.file, titles=needed)


def _cell(cells: Sequence[str], places: Mapping[str, int], name: str) -> str:
    place = places.get(name)
    text = cells[place] if place is not None and place < len(cells) else ""
    return " ".join(text.split())


def _person(row: int, cells: Sequence[str], places: Mapping[str, int]) -> PersonRow:
    text = {name: _cell(cells, places, name) for name in TITLES}
    problems = [Problem(row, name, "people.required", "") for name in NEEDED if not text[name]]
    problems += [Problem(row, name, "people.lost_digits", text[name]) for name in text if LOST in text[name]]
    read: dict[str, object] = {}
    for name, (words, code) in _READERS.items():
        read[name] = words(text[name]) if text[name] else None
        if text[name] and read[name] is None and LOST not in text[name]:
            problems.append(Problem(row, name, code, text[name]))
    plain = {name: value for name, value in text.items() if name not in read}
    plain["identity_number"] = tidied(IdentityKind.ID_CARD, text["identity_number"].replace(LOST, ""))
    plain["card"] = re.sub(r"[\s-]", "", text["card"])
    if (
        plain["card"]
        and LOST not in plain["card"]
        and not (plain["card"].isascii() and plain["card"].isdecimal())
    ):
        problems.append(Problem(row, "card", "people.card", text["card"]))
    number = plain["identity_number"]
    if number and LOST not in text["identity_number"] and id_card_problem(number) in ("length", "birthday"):
        problems.append(Problem(row, "identity_number", "people.identity_number", number))
    return PersonRow(row, **plain, **read, problems=tuple(problems))  # type: ignore[arg-type]  # by name


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text) or _COMPACT.fullmatch(text)
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def _sex(text: str) -> Sex | None:
    return next((member for member, word in SEXES.items() if word == text.rstrip("性")), None)


def _employment(text: str) -> EmploymentKind | None:
    return next((member for member, word in EMPLOYMENTS.items() if text.startswith(word)), None)


_READERS = {
    "sex": (_sex, "people.sex"),
    "employment": (_employment, "people.employment"),
    "hired_on": (_day, "people.day"),
}
