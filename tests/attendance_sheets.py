"""Attendance files as phone apps export them: title rows, a heading of two rows with merged groups, numbers as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

LEAVE = ("事假(天)", "病假(小时)", "年假(天)", "调休(天)", "婚假(天)", "路途假(天)")
OVERTIME = ("工作日（转加班费）", "休息日（转加班费）", "节假日（转加班费）", "工作日（转调休）")
PLAIN = (
    "姓名", "考勤组", "部门", "工号", "职位", "UserId", "出勤天数", "休息天数", "工作时长(分钟)", "迟到次数", "严重迟到次数",
    "旷工天数",
)  # fmt: skip
PERIOD = "统计日期：2026-11-01 至 2026-11-30"
DAYS = 30


def person(
    name: str,
    number: str = "",
    department: str = "运营部",
    worked: str = "21",
    *,
    leave: Sequence[str] = (),
    overtime: Sequence[str] = (),
    late: tuple[str, str] = ("-", "-"),
    absent: str = "-",
) -> list[str]:
    """A row as the app writes it: text everywhere, "-" for none."""
    head = [
        name,
        "总部",
        department,
        number,
        "专员",
        f"u{number or name}",
        worked,
        "9",
        "10080",
        *late,
        absent,
    ]
    leaves = [*leave, *["-"] * (len(LEAVE) - len(leave))]
    hours = [*overtime, *["-"] * (len(OVERTIME) - len(overtime))]
    return [*head, *leaves, "-", *hours, *["正常"] * DAYS]


def write(
    path: Path, rows: Sequence[Sequence[str]], *, period: str = PERIOD, made: str = "2026-12-01 09:12"
) -> Path:
    """A month's summary as .xlsx."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("月度汇总")
    width = len(PLAIN) + len(LEAVE) + 1 + len(OVERTIME) + DAYS
    sheet.merge_range(0, 0, 0, width - 1, f"月度汇总 {period}")
    sheet.merge_range(1, 0, 1, width - 1, f"报表生成时间：{made}")
    at = 0
    for title in PLAIN:
        sheet.merge_range(2, at, 3, at, title)
        at += 1
    for group, titles in (("请假", LEAVE), ("", ("加班总时长",)), ("加班时长(小时)", OVERTIME)):
        if group:
            sheet.merge_range(2, at, 2, at + len(titles) - 1, group)
            for n, title in enumerate(titles):
                sheet.write_string(3, at + n, title)
        else:
            sheet.merge_range(2, at, 3, at, titles[0])
        at += len(titles)
    sheet.merge_range(2, at, 2, at + DAYS - 1, "考勤结果")
    for n in range(DAYS):
        sheet.write_string(3, at + n, str(n + 1))
    for row, cells in enumerate(rows, start=4):
        for place, cell in enumerate(cells):
            sheet.write_string(row, place, cell)
    book.close()
    return path
