"""The tax client's own empty template: its row of titles is found, and decides the columns of our files."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from services import tax_client_templates
from services.database import Database
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from services.permissions import Actor
from services.tax_client_templates import TaxSheet
from tests.payroll_helpers import Payroll, id_card, make_payroll, make_run
from tests.test_tax_client_files import WAGES, look, made


@pytest.fixture
def payroll(database: Database) -> Payroll:
    return make_payroll(database, 2, ("欧阳<&>明辉",))


def template(folder: Path, titles: list[str], *, above: int = 2) -> ForeignSheet:
    """The client's own empty template, read as a file of strangers is read."""
    path = folder / "正常工资薪金收入模板.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for number in range(above):
            page.write_string(number, 0, "填表说明：请勿修改表头")
        page.write_row(above, 0, titles)
    return read_sheet(path)


def test_the_clients_own_template_decides_the_columns(payroll: Payroll, tmp_path: Path) -> None:
    titles = [
        "*证件号码",
        "* 姓名",
        "工号",
        "收入额",
        "累计婴幼儿照护",
        "累计住房租金",
        "数字人民币钱包",
        "协定减免",
    ]
    with payroll.database.write() as session:
        found = tax_client_templates.take(session, payroll.clerk, TaxSheet.WAGES, template(tmp_path, titles))
    assert (found.own, found.unknown) == (True, ("数字人民币钱包",))
    run_id = make_run(payroll)
    row = made(payroll, "wages", run_id)[1][0]
    assert list(row) == titles
    assert (row["*证件号码"], row["* 姓名"], row["收入额"]) == (id_card(0), "欧阳<&>明辉", 8300.0)
    assert (row["累计住房租金"], row["数字人民币钱包"]) == (16_500.0, "")
    assert look(payroll, run_id).unknown == ("数字人民币钱包",)
    assert look(payroll, run_id).own_template
    with payroll.database.write() as session:
        assert not tax_client_templates.take_usual(session, payroll.clerk, TaxSheet.WAGES).own
    assert list(made(payroll, "wages", run_id)[1][0]) == WAGES


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        (["单号", "金额", "日期"], "tax_template.no_titles"),
        (["工号", "本期收入", "住房公积金", "备注", "*姓名"], "tax_template.needed"),
        (["工号", "*姓名", "*证件号码", "本期收入", "备注", "备注"], "tax_template.twice"),
    ],
)
def test_a_table_that_is_no_template_is_refused(
    payroll: Payroll, tmp_path: Path, titles: list[str], code: str
) -> None:
    with pytest.raises(Refused) as refused, payroll.database.write() as session:
        tax_client_templates.take(session, payroll.clerk, TaxSheet.WAGES, template(tmp_path, titles))
    assert refused.value.code == code
    assert refused.value.values["name"] == "正常工资薪金收入模板.xlsx"
    if code == "tax_template.needed":
        assert refused.value.values["titles"] == "*证件号码"


def test_only_who_edits_pay_changes_a_template(payroll: Payroll, cashier: Actor, tmp_path: Path) -> None:
    for work in (
        lambda session: tax_client_templates.take(
            session, cashier, TaxSheet.WAGES, template(tmp_path, WAGES)
        ),
        lambda session: tax_client_templates.take_usual(session, cashier, TaxSheet.WAGES),
    ):
        with pytest.raises(Refused, match=r"permission\.denied"), payroll.database.write() as session:
            work(session)
