"""A payroll sheet as a spreadsheet: each person's facts, and the formulas of wage, insurance and tax over them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

FACTS = "facts"
DEPARTMENT = 250  # people
FIXED = ("基本工资", "岗位工资", "绩效工资", "餐补", "交通补贴", "通讯补贴")
INSURED = (
    ("养老保险", "0.16", "0.08"), ("医疗保险", "0.087", "0.02"), ("失业保险", "0.007", "0.003"),
    ("工伤保险", "0.004", "0"), ("住房公积金", "0.12", "0.12"),
)  # fmt: skip
FLOOR, CEILING, BASIC = 4498, 22488, 60000
_BRACKETS = "{0,36000,144000,300000,420000,660000,960000}"
_RATES = "{0.03,0.1,0.2,0.25,0.3,0.35,0.45}"
_QUICK = "{0,2520,16920,31920,52920,85920,181920}"
_COLUMNS = (
    "序号", "工号", "部门", *FIXED, "缺勤扣款", "加班费", "应发合计",
    *(name for name, _, _ in INSURED), "个人所得税", "实发合计", *(f"单位{name}" for name, _, _ in INSURED), "人工成本", "签名",
)  # fmt: skip
_GROSS, _OWN, _TAX, _NET, _EMPLOYER, _COST = 11, 12, 17, 18, 19, 24

_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def profile(folder: Path) -> None:
    """A LibreOffice profile that reckons the formulas of a file; without it every figure stays zero."""
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_RECALCULATE, encoding="utf-8")


def book(path: Path, people: Sequence[tuple[Any, ...]]) -> None:
    """Write it: six rates, days absent, overtime, base, deductions and three figures so far of each, in fen or hundredths."""
    import xlsxwriter

    file = xlsxwriter.Workbook(path)
    page, facts = file.add_worksheet("工资表"), file.add_worksheet(FACTS)
    facts.hide()
    page.set_landscape()
    page.set_paper(8)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    page.write_row(0, 0, _COLUMNS)
    money = file.add_format({"num_format": "#,##0.00", "border": 1})
    line, first = 1, 2
    for number, person in enumerate(people, start=1):
        facts.write_row(number - 1, 0, [figure / 100 for figure in person])
        page.write_row(line, 0, (number, f"E{number:06}", f"部门{number // DEPARTMENT:03}"))
        for column, formula in enumerate(_formulas(line + 1, number), start=3):
            page.write_formula(line, column, formula, money)
        line += 1
        if number % DEPARTMENT == 0 or number == len(people):
            _sums(page, line, first, money)
            line, first = line + 1, line + 2
    _sums(page, line, 2, money)
    file.close()


def _formulas(row: int, fact: int) -> list[str]:
    """From the first rate to the whole cost, over the facts in columns A to M."""
    facts = [f"{FACTS}!{chr(ord('A') + place)}{fact}" for place in range(13)]
    absent, hours, declared, additional, income, special, withheld = facts[6:]
    base = f"MIN(MAX({declared},{FLOOR}),{CEILING})"
    wage, own = f"(D{row}+E{row})", f"SUM({_letter(_OWN)}{row}:{_letter(_TAX - 1)}{row})"
    gross, tax = f"{_letter(_GROSS)}{row}", f"{_letter(_TAX)}{row}"
    taxable = f"MAX(0,{income}+{gross}-{BASIC}-{special}-{own}-{additional}*12/11)"
    place = f"MATCH({taxable}-0.001,{_BRACKETS},1)"
    whole = f"IF({taxable}<=0,0,ROUND({taxable}*INDEX({_RATES},1,{place})-INDEX({_QUICK},1,{place}),2))"
    employer = f"SUM({_letter(_EMPLOYER)}{row}:{_letter(_COST - 1)}{row})"
    return [
        *(f"={fact}" for fact in facts[:6]),
        f"=ROUND({wage}/21.75*{absent},2)",
        f"=ROUND({wage}/174*1.5*{hours},2)",
        f"=SUM(D{row}:I{row})-J{row}+K{row}",
        *(f"=ROUND({base}*{rate},2)" for _, _, rate in INSURED),
        f"=MAX(0,{whole}-{withheld})",
        f"={gross}-{own}-{tax}",
        *(f"=ROUND({base}*{rate},2)" for _, rate, _ in INSURED),
        f"={gross}+{employer}",
    ]


def _sums(page: Any, line: int, first: int, money: object) -> None:
    """Below the people of a department, or of all."""
    for column in range(3, _COST + 1):
        letter = _letter(column)
        page.write_formula(line, column, f"=SUBTOTAL(9,{letter}{first}:{letter}{line})", money)


def _letter(column: int) -> str:
    return chr(ord("A") + column)
