"""What the columns of an attendance file may hold 考勤汇总表, and what can be wrong with one of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeaveKind(StrEnum):
    """事假, 病假, 年假, 调休, 婚假, 产假, 陪产假, 丧假, 工伤假, 其他假."""

    PERSONAL = "personal"
    SICK = "sick"
    ANNUAL = "annual"
    COMPENSATORY = "compensatory"
    MARRIAGE = "marriage"
    MATERNITY = "maternity"
    PATERNITY = "paternity"
    BEREAVEMENT = "bereavement"
    INJURY = "injury"
    OTHER = "other"


class AttendanceValue(StrEnum):
    """姓名, 工号, 部门, 应出勤, 实出勤, 旷工, 迟到次数, the kinds of leave, 加班 on 工作日, 休息日, 法定节假日."""

    NAME = "name"
    NUMBER = "number"
    DEPARTMENT = "department"
    DUE = "due"
    WORKED = "worked"
    ABSENT = "absent"
    LATE_TIMES = "late_times"
    PERSONAL = "personal"
    SICK = "sick"
    ANNUAL = "annual"
    COMPENSATORY = "compensatory"
    MARRIAGE = "marriage"
    MATERNITY = "maternity"
    PATERNITY = "paternity"
    BEREAVEMENT = "bereavement"
    INJURY = "injury"
    OTHER = "other"
    OVERTIME_WEEKDAY = "overtime_weekday"
    OVERTIME_REST = "overtime_rest"
    OVERTIME_HOLIDAY = "overtime_holiday"


WHO = frozenset({AttendanceValue.NAME, AttendanceValue.NUMBER, AttendanceValue.DEPARTMENT})
OVERTIME = (
    AttendanceValue.OVERTIME_WEEKDAY,
    AttendanceValue.OVERTIME_REST,
    AttendanceValue.OVERTIME_HOLIDAY,
)


class Unit(StrEnum):
    """天, 小时, 分钟, 次."""

    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    TIMES = "times"


class RowProblem(StrEnum):
    """What a row cannot be saved for, and what only looks odd; MISSING is a person whom the file does not name."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    OTHER_NAME = "other_name"
    TWICE = "twice"
    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    NO_DAYS = "no_days"
    TOO_MANY_DAYS = "too_many_days"
    NOT_EMPLOYED = "not_employed"
    DAYS_DO_NOT_ADD_UP = "days_do_not_add_up"
    MISSING = "missing"
    UNKNOWN_NUMBER = "unknown_number"


# what a row may be saved with
DOUBTS = frozenset({RowProblem.DAYS_DO_NOT_ADD_UP, RowProblem.MISSING, RowProblem.UNKNOWN_NUMBER})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a cell: `row` counts from 1 as in the file (0: in none of them), `value` is what stands there."""

    row: int
    column: str
    code: RowProblem
    value: str
    name: str = ""

    @property
    def stops(self) -> bool:
        """Whether the row cannot be saved as it is."""
        return self.code not in DOUBTS
