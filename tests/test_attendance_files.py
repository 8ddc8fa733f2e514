"""The monthly file of a phone app: heading, units and month found; what cannot be read is said at its cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from services.attendance_files import read_rows
from services.attendance_titles import heading_of, month_of, recognised, refuse_other_month, usual_value
from services.attendance_values import AttendanceValue, RowProblem, Unit
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from tests.attendance_sheets import person, write

NOVEMBER = date(2026, 11, 1)


def refused(code: str, **values: object) -> pytest.RaisesExc[Refused]:
    """Expect a refusal with this code and these values among its own."""
    return pytest.RaisesExc(
        Refused, check=lambda one: one.code == code and values.items() <= one.values.items()
    )


def sheet_of(*rows: tuple[str, ...]) -> ForeignSheet:
    return ForeignSheet("考勤.xlsx", "0", rows)


def content_of(sheet: ForeignSheet, month: date = NOVEMBER):
    heading = heading_of(sheet)
    return read_rows(sheet, heading, recognised(heading.columns, {}), month)


def test_a_merged_heading_of_two_rows_is_one_title_a_column_with_its_unit(tmp_path: Path) -> None:
    heading = heading_of(read_sheet(write(tmp_path / "a.xlsx", [person("李文静")])))
    titles = {column.title: column.unit for column in heading.columns}
    assert titles["请假/事假"] is Unit.DAYS
    assert titles["请假/病假"] is Unit.HOURS
    assert titles["加班时长/工作日(转加班费)"] is Unit.HOURS
    assert titles["工作时长"] is Unit.MINUTES
    assert titles["加班总时长"] is None
    assert heading.first == 4
    assert heading.period == (NOVEMBER, date(2026, 11, 30))


def test_days_hours_and_times_are_read_whatever_the_unit(tmp_path: Path) -> None:
    row = person(
        "李文静", "0001", worked="19.5", leave=("0.5", "8"), overtime=("10", "8", "-", "5"), late=("2", "1")
    )
    (read,) = content_of(read_sheet(write(tmp_path / "a.xlsx", [row]))).rows
    assert (read.name, read.number, read.department) == ("李文静", "0001", "运营部")
    assert read.amounts == {
        AttendanceValue.WORKED: Decimal("19.5"),
        AttendanceValue.PERSONAL: Decimal("0.5"),
        AttendanceValue.SICK: Decimal(1),
        AttendanceValue.OVERTIME_WEEKDAY: Decimal(10),
        AttendanceValue.OVERTIME_REST: Decimal(8),
        AttendanceValue.LATE_TIMES: Decimal(3),
    }


def test_hours_that_become_time_off_are_no_overtime_pay() -> None:
    assert usual_value("加班时长/工作日(转调休)") is None
    assert usual_value("加班/休息日") is AttendanceValue.OVERTIME_REST
    assert usual_value("节假日加班") is AttendanceValue.OVERTIME_HOLIDAY
    assert usual_value("加班总时长") is None
    assert usual_value("工作日") is None


def test_the_heading_of_one_row_is_read_too() -> None:
    read = content_of(
        sheet_of(
            ("2026年11月考勤",),
            ("工号", "姓名", "应出勤天数", "实际出勤天数", "事假(小时)", "工作日加班(分钟)"),
            ("7", "何俊", "21", "20天", "4", "90"),
            ("合计", "合计", "21", "20", "", ""),
        )
    )
    (row,) = read.rows
    assert row.amounts[AttendanceValue.PERSONAL] == Decimal("0.5")
    assert row.amounts[AttendanceValue.OVERTIME_WEEKDAY] == Decimal("1.5")
    assert row.amounts[AttendanceValue.DUE] == Decimal(21)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("月度汇总 统计日期：2026-11-01 至 2026-11-30", NOVEMBER),
        ("考勤表 2026.11.01~2026.11.30", NOVEMBER),
        ("考勤表 20261101-20261130", NOVEMBER),
        ("2026/10/26-2026/11/25 考勤", NOVEMBER),
        ("2026年11月", NOVEMBER),
        ("2026-11 月报", NOVEMBER),
        ("报表生成时间：2026-12-01 09:12", None),
        ("2026-13-01 至 2026-13-30", None),
        ("考勤汇总", None),
    ],
)
def test_the_month_stands_in_the_title_rows_and_the_day_of_making_does_not_count(title, found) -> None:
    heading = heading_of(sheet_of((title,), ("姓名", "出勤天数"), ("何俊", "21")))
    assert month_of(heading.period) == found


def test_a_file_of_another_month_is_refused_by_name(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path / "a.xlsx", [person("李文静")], period="2026-10-01 至 2026-10-31"))
    with refused("attendance_file.other_month", name="a.xlsx", month="2026-10", wanted="2026-11"):
        refuse_other_month(sheet, heading_of(sheet).period, NOVEMBER)


def test_half_a_month_is_refused_and_a_file_without_month_is_not(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path / "a.xlsx", [person("李文静")], period="2026-11-01 至 2026-11-15"))
    with refused("attendance_file.part_of_month", first=NOVEMBER, last=date(2026, 11, 15)):
        refuse_other_month(sheet, heading_of(sheet).period, NOVEMBER)
    refuse_other_month(sheet, None, NOVEMBER)


def test_a_table_without_names_is_no_attendance() -> None:
    with refused("attendance_file.no_heading", name="考勤.xlsx"):
        heading_of(sheet_of(("日期", "金额"), ("1", "2")))


def test_a_file_without_a_column_of_days_says_what_is_missing() -> None:
    with refused("attendance_file.no_column", value=AttendanceValue.WORKED):
        content_of(sheet_of(("姓名", "部门"), ("何俊", "一部")))


def test_a_heading_without_people_is_refused() -> None:
    with refused("attendance_file.no_rows"):
        content_of(sheet_of(("姓名", "出勤天数"), ("合计", "21"), ("", "")))


def test_what_cannot_be_read_is_said_at_its_cell() -> None:
    read = content_of(
        sheet_of(
            ("姓名", "出勤天数", "事假(天)"),
            ("何俊", "二十一", "-"),
            ("周凯", "21", "-1"),
            ("郑涛", "32", "-"),
            ("林悦", "-", "-"),
            ("王雪", "0", "-"),
        )
    )
    told = [(one.row, one.column, one.code, one.value, one.name) for one in read.problems]
    assert told == [
        (2, "出勤天数", RowProblem.NOT_A_NUMBER, "二十一", "何俊"),
        (3, "事假", RowProblem.NEGATIVE, "-1", "周凯"),
        (4, "", RowProblem.TOO_MANY_DAYS, "32", "郑涛"),
        (5, "", RowProblem.NO_DAYS, "", "林悦"),
    ]


def test_a_choice_of_last_time_wins_over_the_title() -> None:
    heading = heading_of(sheet_of(("姓名", "计薪", "出勤天数"), ("何俊", "20", "21")))
    found = recognised(heading.columns, {"计薪": "worked", "出勤天数": "", "姓名": "nonsense"})
    assert found == {1: AttendanceValue.WORKED}


def test_numbers_that_a_spreadsheet_keeps_as_numbers_are_read(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "n.xlsx")
    sheet = book.add_worksheet()
    for row, cells in enumerate([["姓名", "工号", "出勤天数"], ["何俊", 7, 20.5]]):
        sheet.write_row(row, 0, cells)
    book.close()
    (read,) = content_of(read_sheet(tmp_path / "n.xlsx")).rows
    assert (read.number, read.amounts[AttendanceValue.WORKED]) == ("7", Decimal("20.5"))
