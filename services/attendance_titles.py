"""The heading of an attendance file: two rows with merged groups and units in it, and the month above it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.attendance_values import OVERTIME, WHO, AttendanceValue, Unit
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.months import last_day

SEARCHED = 20  # rows from the top among which the heading stands
_UNITS = {
    "天": Unit.DAYS, "日": Unit.DAYS, "小时": Unit.HOURS, "时": Unit.HOURS, "h": Unit.HOURS, "分钟": Unit.MINUTES,
    "分": Unit.MINUTES, "次": Unit.TIMES, "次数": Unit.TIMES,
}  # fmt: skip
_UNIT = re.compile(r"\((天|日|小时|时|h|分钟|分|次|次数)\)", re.IGNORECASE)
_DAY = r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
_PERIOD = re.compile(rf"{_DAY}\s*(?:至|到|~|—|–|-|to)+\s*{_DAY}", re.IGNORECASE)
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})\s*(?:至|到|~|—|–|-)+\s*(\d{4})(\d{2})(\d{2})(?!\d)")
_MONTH = re.compile(r"(?<!\d)(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})(?:\s*月|(?![-/.\d月]))")
_MADE = re.compile(r"(?:生成|导出|制表|打印|统计时点|创建)\s*(?:时间|日期|于)?\s*[::]?.*", re.DOTALL)
_LEAST_DAYS, _MOST_DAYS = 27, 32  # of a period that is a whole month, wherever it begins

_EXACT = {
    "姓名": AttendanceValue.NAME,
    "员工姓名": AttendanceValue.NAME,
    "工号": AttendanceValue.NUMBER,
    "员工工号": AttendanceValue.NUMBER,
    "员工编号": AttendanceValue.NUMBER,
    "人员编号": AttendanceValue.NUMBER,
    "部门": AttendanceValue.DEPARTMENT,
    "所属部门": AttendanceValue.DEPARTMENT,
    "应出勤": AttendanceValue.DUE,
    "应出勤天数": AttendanceValue.DUE,
    "应上班天数": AttendanceValue.DUE,
    "出勤天数": AttendanceValue.WORKED,
    "实出勤": AttendanceValue.WORKED,
    "实出勤天数": AttendanceValue.WORKED,
    "实际出勤": AttendanceValue.WORKED,
    "实际出勤天数": AttendanceValue.WORKED,
    "旷工": AttendanceValue.ABSENT,
    "旷工天数": AttendanceValue.ABSENT,
    "迟到": AttendanceValue.LATE_TIMES,
    "迟到次数": AttendanceValue.LATE_TIMES,
    "严重迟到次数": AttendanceValue.LATE_TIMES,
}
_LEAVES = {
    "事假": AttendanceValue.PERSONAL,
    "病假": AttendanceValue.SICK,
    "年假": AttendanceValue.ANNUAL,
    "年休假": AttendanceValue.ANNUAL,
    "调休": AttendanceValue.COMPENSATORY,
    "调休假": AttendanceValue.COMPENSATORY,
    "婚假": AttendanceValue.MARRIAGE,
    "产假": AttendanceValue.MATERNITY,
    "陪产假": AttendanceValue.PATERNITY,
    "护理假": AttendanceValue.PATERNITY,
    "丧假": AttendanceValue.BEREAVEMENT,
    "工伤假": AttendanceValue.INJURY,
    "路途假": AttendanceValue.OTHER,
    "哺乳假": AttendanceValue.OTHER,
    "育儿假": AttendanceValue.OTHER,
    "例假": AttendanceValue.OTHER,
    "产检假": AttendanceValue.OTHER,
    "其他假": AttendanceValue.OTHER,
}
_OVERTIME = {"工作日": OVERTIME[0], "平日": OVERTIME[0], "休息日": OVERTIME[1], "周末": OVERTIME[1], "节假日": OVERTIME[2], "法定节假日": OVERTIME[2]}  # fmt: skip
_IN_EXCHANGE = "转调休"  # hours that become time off are not paid


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column of the file: its place, its title with its group ("请假/事假"), and the unit that the heading names."""

    place: int
    title: str
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns, the place (from 0) of the first row of people, and the period as the title rows say it."""

    columns: tuple[FileColumn, ...]
    first: int
    period: tuple[date, date] | None


def heading_of(sheet: ForeignSheet) -> Heading:
    """Find the heading; Refused "attendance_file.no_heading" (name) when no row names people."""
    for at, cells in enumerate(sheet.rows[:SEARCHED]):
        if {usual_value(title) for title in map(plain, cells)} & {AttendanceValue.NAME}:
            columns, first = _columns(sheet, at)
            return Heading(columns, first, _period(sheet.rows[:at]))
    raise Refused("attendance_file.no_heading", name=sheet.file)


def usual_value(title: str) -> AttendanceValue | None:
    """What a column of this title usually holds; None for what is not used."""
    group, _, own = title.rpartition("/")
    if own in _EXACT:
        return _EXACT[own]
    if own in _LEAVES:
        return _LEAVES[own]
    if "加班" in title and _IN_EXCHANGE not in title:
        return _overtime(own, group)
    return None


def _overtime(own: str, group: str) -> AttendanceValue | None:
    bare = re.sub(r"\(.*\)|加班费|加班|时长|转|-", "", own)
    return _OVERTIME.get(bare) if group or "加班" in own else None


def recognised(columns: Sequence[FileColumn], known: Mapping[str, str]) -> dict[int, AttendanceValue]:
    """What each column holds: as it was chosen the last time ("" for nothing), else as its title says.

    Names, numbers and departments stand in one column only, the first; amounts of several columns are added.
    """
    found: dict[int, AttendanceValue] = {}
    for column in columns:
        value = _chosen(known[column.title]) if column.title in known else usual_value(column.title)
        if value is not None and not (value in WHO and value in found.values()):
            found[column.place] = value
    return found


def month_of(period: tuple[date, date] | None) -> date | None:
    """The month that a period is the attendance of: that of its last day (an office may count from the 26th)."""
    return period[1].replace(day=1) if period else None


def refuse_other_month(sheet: ForeignSheet, period: tuple[date, date] | None, month: date) -> None:
    """Refuse "attendance_file.other_month" (name, month, wanted) or "attendance_file.part_of_month" (name, first, last)."""
    if period is None:
        return
    first, last = period
    if month_of(period) != month:
        raise Refused(
            "attendance_file.other_month", name=sheet.file, month=f"{last:%Y-%m}", wanted=f"{month:%Y-%m}"
        )
    if not _LEAST_DAYS < (last - first).days + 1 < _MOST_DAYS:
        raise Refused("attendance_file.part_of_month", name=sheet.file, first=first, last=last)


def plain(text: str) -> str:
    """A title as two files can be compared by: width folded, no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _chosen(value: str) -> AttendanceValue | None:
    return AttendanceValue(value) if value in AttendanceValue else None


def _columns(sheet: ForeignSheet, at: int) -> tuple[tuple[FileColumn, ...], int]:
    """The titles, their group before them where the heading has two rows; a merged cell stands at its beginning."""
    upper = [plain(cell) for cell in sheet.rows[at]]
    below = [plain(cell) for cell in sheet.rows[at + 1]] if at + 1 < len(sheet.rows) else []
    names = [n for n, title in enumerate(upper) if usual_value(_bare(title)) is AttendanceValue.NAME]
    double = any(below) and not any(below[n] for n in names if n < len(below))
    if not double:
        below = []
    width = max(len(upper), len(below))
    upper += [""] * (width - len(upper))
    below += [""] * (width - len(below))
    found, group = [], ""
    for place, (title, under) in enumerate(zip(upper, below, strict=True)):
        group = title or (group if under else "")
        if title or under:
            found.append(_column(place, group, under))
    return tuple(found), at + 1 + double


def _column(place: int, group: str, under: str) -> FileColumn:
    unit = _UNIT.search(under) or _UNIT.search(group)
    title = f"{_bare(group)}/{_bare(under)}" if under else _bare(group)
    return FileColumn(place, title, _UNITS[unit.group(1).lower()] if unit else None)


def _bare(title: str) -> str:
    return _UNIT.sub("", title).strip("*")


def _period(rows: Sequence[Sequence[str]]) -> tuple[date, date] | None:
    text = "\n".join(
        _MADE.sub("", unicodedata.normalize("NFKC", cell)) for row in rows for cell in row if cell
    )
    for pattern in (_PERIOD, _COMPACT):
        for parts in pattern.findall(text):
            first, last = _day(parts[:3]), _day(parts[3:])
            if first and last and first <= last:
                return first, last
    for year, month in _MONTH.findall(text):
        first = _day((year, month, "1"))
        if first:
            return first, last_day(first)
    return None


def _day(parts: Sequence[str]) -> date | None:
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None
