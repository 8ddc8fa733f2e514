"""Payslips: strips to cut, the pay list of a person with the year to date, locked PDFs."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from models.payroll import RunKind, RunState
from models.personnel import EmploymentKind
from services import payroll_rows, payroll_slips, payroll_years, payslip_data
from services.database import Database
from services.errors import Refused
from services.money import format_money, voucher_capitals
from services.permissions import Actor
from services.progress import Cancelled, Progress
from tests.payroll_helpers import (
    COMPONENTS,
    Payroll,
    id_card,
    line_with,
    lines_of,
    make_payroll,
    make_run,
    pages,
)

AMOUNT = re.compile(r"-?[\d,]+\.\d\d")
BONUS = {
    "bonus": 3_600_000, "separate_bonus": Decimal(36_000), "social": Decimal(0), "housing": Decimal(0), "insured": {},
    "tax": Decimal(1_080), "net": Decimal(34_920), "employer_insurance": Decimal(0), "employer_cost": Decimal(36_000),
}  # fmt: skip


@pytest.fixture
def payroll(database: Database) -> Payroll:
    return make_payroll(database, 12, ("欧阳<&>明辉", "𬭎辉"))


def made(payroll: Payroll, name: str, *given: object, **options: object) -> bytes:
    with payroll.database.read() as session:
        content: bytes = getattr(payroll_slips, name)(session, payroll.clerk, *given, **options).content
    return content


@pytest.mark.parametrize(("per_page", "count"), [(3, 4), (5, 3), (8, 2), (12, 1)])
def test_strips_stand_so_many_on_a_page_each_under_its_headings(
    payroll: Payroll, per_page: int, count: int
) -> None:
    run_id = make_run(payroll)
    found = pages(made(payroll, "strips", run_id, per_page=per_page))
    assert len(found) == count
    text = "\n".join(found)
    assert text.count("实发合计") == text.count("2026年11月工资条　所属月份：2026年10月") == 12
    for line in lines_of(payroll, run_id):
        assert text.count(f"{line.number}　{line.name}") == 1
        assert format_money(line.net) in text


def test_strips_are_parted_by_lines_to_cut_along(payroll: Payroll) -> None:
    with pikepdf.open(io.BytesIO(made(payroll, "strips", make_run(payroll), per_page=8))) as document:
        forms = [form.read_bytes() for form in document.pages[0].Resources.XObject.values()]
    dashed = next(part for form in forms for part in form.split(b"q ") if b"[3 3] 0 d" in part)
    assert dashed.count(b" l") == 7


@pytest.mark.parametrize("per_page", [0, 2, 13])
def test_too_many_or_too_few_strips_a_page_are_refused(payroll: Payroll, per_page: int) -> None:
    with pytest.raises(Refused, match=r"payslip\.per_page"):
        made(payroll, "strips", make_run(payroll), per_page=per_page)


def test_a_payslip_has_the_month_and_the_year_so_far(payroll: Payroll) -> None:
    runs = [make_run(payroll, date(2026, month, 1)) for month in (9, 10, 11)]
    pdf = made(payroll, "slip", runs[1], payroll.people[4])
    line = lines_of(payroll, runs[1])[4]
    (page,) = pages(pdf)
    assert all(
        said in page
        for said in (line.name, line.number, "2026年累计", "2026年9月", voucher_capitals(line.net))
    )
    for label, month in (
        ("基本工资", "6,053.48"),
        ("加班费", "51.72"),
        ("应发合计", format_money(line.gross)),
    ):
        row = AMOUNT.findall(line_with(pdf, label))
        assert row[0] == month
        assert Decimal(row[1].replace(",", "")) == 2 * Decimal(
            month.replace(",", "")
        )  # September and October
    assert "1,280.00" in AMOUNT.findall(line_with(pdf, "养老保险"))
    assert format_money(line.net * 2) in AMOUNT.findall(line_with(pdf, "实发合计"))


def test_what_was_paid_in_another_tax_year_or_is_a_draft_does_not_count(payroll: Payroll) -> None:
    make_run(payroll, date(2025, 12, 1))
    make_run(payroll, date(2026, 9, 1), state=RunState.DRAFT)
    run_id = make_run(payroll, date(2026, 10, 1))
    row = AMOUNT.findall(line_with(made(payroll, "slip", run_id, payroll.people[0]), "基本工资"))
    assert row[:2] == ["6,000.00", "6,000.00"]


def test_how_the_tax_of_the_year_came_about_is_on_the_payslip(payroll: Payroll) -> None:
    page = pages(made(payroll, "slip", make_run(payroll), payroll.people[6]))[0]
    # 11 months of 8,380.22 − 55,000 − 19,701 − 38,500: nothing is left to be taxed
    assert all(
        said in page
        for said in ("累计收入", "92,182.42", "55,000.00", "19,701.00", "38,500.00", "应纳税所得额", "891.66")
    )


def test_the_costs_of_an_intern_are_on_the_payslip(payroll: Payroll) -> None:
    changes = {6: {"employment_kind": EmploymentKind.INTERN}}
    run_id = make_run(payroll, changes=changes)
    with payroll.database.read() as session:
        paid = payroll_rows.load(session, run_id)
    line = next(one for one in paid.lines if one.employee_id == payroll.people[6])
    assert line.cum_income == Decimal("92182.42")
    line = line._replace(cum_basic=Decimal(5000), cum_additional=Decimal(0))
    told = dict(payslip_data._tax(line))
    assert told["费用"] == Decimal("18436.48")  # 20 %
    assert told["应纳税所得额"] == Decimal("92182.42") - Decimal("18436.48") - 5000 - line.cum_special
    assert "18,436.48" in pages(made(payroll, "slip", run_id, payroll.people[6]))[0]


def test_what_the_items_do_not_explain_has_a_line_of_its_own(payroll: Payroll) -> None:
    changes = {0: {"social": Decimal("931.00"), "withheld": Decimal("12.00"), "gross": Decimal("8250.00")}}
    pdf = made(payroll, "slip", make_run(payroll, changes=changes), payroll.people[0])
    text = pages(pdf)[0]
    assert all(said in text for said in ("社保差额", "未列项代扣", "未列项增减", "-50.00"))
    assert AMOUNT.findall(line_with(pdf, "未列项代扣"))[-1] == "12.00"


def test_why_a_line_differs_and_what_the_law_says_have_lines_of_their_own(payroll: Payroll) -> None:
    run_id = make_run(
        payroll,
        changes={0: {"note": "补发补扣：2026-11 漏记加班"}, 1: {"note": "补发补扣：" + "漏记加班" * 60}},
    )
    first, long, plain = (
        pages(made(payroll, "slip", run_id, lines_of(payroll, run_id)[place].employee_id))[0].splitlines()
        for place in range(3)
    )
    (law,) = (line.strip() for line in plain if line.startswith("工资支付暂行规定"))
    assert [line.strip() for line in first if "漏记加班" in line] == ["补发补扣：2026-11 漏记加班"]
    assert law in [line.strip() for line in first]
    assert "".join(long).count("漏记加班") == 60  # nothing of it is cut
    assert law in [line.strip() for line in long]


def test_everybodys_payslips_are_a_page_each(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    found = pages(made(payroll, "slips", run_id))
    assert len(found) == 12
    for line, page in zip(lines_of(payroll, run_id), found, strict=True):
        assert f"姓名：{line.name}" in page
        assert line.bank_account[-4:] in page
        assert line.bank_account not in page


def test_a_payslip_of_somebody_who_is_not_on_the_sheet_is_refused(payroll: Payroll) -> None:
    with pytest.raises(Refused, match=r"record\.gone"):
        made(payroll, "slip", make_run(payroll), 999)


def test_locked_payslips_open_with_the_last_six_signs_of_the_id_number_only(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    with zipfile.ZipFile(io.BytesIO(made(payroll, "locked", run_id))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert len(files) == 12
    lines = lines_of(payroll, run_id)
    for place, (line, (name, content)) in enumerate(zip(lines, files.items(), strict=True)):
        assert line.number in name
        assert not AMOUNT.search(name.replace(",", ""))
        assert line.name not in content.decode("latin-1")
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(content)
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(content), password="000000")
        assert line.name in pages(content, password=id_card(place)[-6:])[0]


def test_they_are_locked_with_aes_of_256_bits(payroll: Payroll) -> None:
    with zipfile.ZipFile(io.BytesIO(made(payroll, "locked", make_run(payroll)))) as archive:
        content = archive.read(archive.namelist()[0])
    with pikepdf.open(io.BytesIO(content), password=id_card(0)[-6:]) as document:
        assert document.encryption.bits == 256
        assert document.encryption.stream_method == pikepdf.models.EncryptionMethod.aesv3


def test_one_password_for_everybody_and_a_file_each_in_a_folder(payroll: Payroll, tmp_path: Path) -> None:
    run_id = make_run(payroll, changes={3: {"identity_number": ""}})
    with payroll.database.read() as session:
        found = payroll_slips.write_locked(session, payroll.clerk, run_id, tmp_path, password="guanggu2026")
    assert sorted(found) == sorted(tmp_path.glob("*.pdf"))
    assert "2026-11 工资条 G0001 欧阳_&_明辉.pdf" in {path.name for path in found}
    assert "G0001" in pages(found[0].read_bytes(), password="guanggu2026")[0]


def test_who_has_no_id_number_is_named_and_left_out_unless_there_is_a_common_password(
    payroll: Payroll,
) -> None:
    run_id = make_run(payroll, changes={3: {"identity_number": ""}})
    left_out = lines_of(payroll, run_id)[3]
    with payroll.database.read() as session:
        assert payroll_slips.without_number(session, payroll.clerk, run_id) == (left_out.name,)
    for password, count in (("", 11), ("guanggu2026", 12)):
        with zipfile.ZipFile(io.BytesIO(made(payroll, "locked", run_id, password=password))) as archive:
            assert len(archive.namelist()) == count
            assert any(left_out.number in name for name in archive.namelist()) is bool(password)


def test_nothing_is_locked_with_nothing(payroll: Payroll) -> None:
    run_id = make_run(payroll, changes={place: {"identity_number": ""} for place in range(12)})
    with pytest.raises(Refused) as refused:
        made(payroll, "locked", run_id)
    assert (refused.value.code, refused.value.values["count"]) == ("payslip.no_password", 12)
    with pytest.raises(Refused, match=r"payslip\.short_password"):
        made(payroll, "locked", run_id, password="123")


def test_a_folder_that_cannot_be_written_to_is_told(payroll: Payroll, tmp_path: Path) -> None:
    run_id = make_run(payroll)
    with pytest.raises(Refused, match=r"export\.cannot_write"), payroll.database.read() as session:
        payroll_slips.write_locked(session, payroll.clerk, run_id, tmp_path / "nowhere")


def test_pay_is_invisible_without_its_permission(
    payroll: Payroll, administrator: Actor, tmp_path: Path
) -> None:
    run_id = make_run(payroll)
    person = payroll.people[0]
    calls = (
        (payroll_slips.strips, (run_id,)), (payroll_slips.slip, (run_id, person)), (payroll_slips.slips, (run_id,)),
        (payroll_slips.locked, (run_id,)), (payroll_slips.without_number, (run_id,)), (payroll_slips.write_locked, (run_id, tmp_path)),
        (payroll_years.year_sheet, (person, 2026)), (payroll_years.of_run, (run_id, person)),
    )  # fmt: skip
    for function, given in calls:
        with pytest.raises(Refused, match=r"permission\.denied"), payroll.database.read() as session:
            function(session, administrator, *given)  # type: ignore[operator]  # each has its own arguments
    assert not list(tmp_path.glob("*.pdf"))


def test_the_year_of_a_person_has_twelve_months_and_what_was_paid_beside(payroll: Payroll) -> None:
    runs = [make_run(payroll, date(2026, month, 1)) for month in (9, 10, 11)]
    parts = (*COMPONENTS, ("bonus", "年终奖", "earning", True))
    zero = {code: 0 for code, *_ in COMPONENTS}
    make_run(payroll, kind=RunKind.BONUS, number="GZ-B", components=parts, changes={0: zero | BONUS})
    with payroll.database.read() as session:
        name, pdf = payroll_years.of_run(session, payroll.clerk, runs[0], payroll.people[0])
    assert name == "2026 个人年度工资表 G0001 欧阳_&_明辉.pdf"
    (page,) = pages(pdf)
    assert all(f"{month}月" in page for month in range(1, 13))
    assert page.count("2026-11-06") == 2
    total = AMOUNT.findall(line_with(pdf, "合　计"))
    lines = [lines_of(payroll, run_id)[0] for run_id in runs]
    assert format_money(sum((line.gross for line in lines), Decimal(36_000))) in total
    assert format_money(sum((line.net for line in lines), Decimal(34_920))) in total


def test_a_year_without_pay_is_refused(payroll: Payroll) -> None:
    make_run(payroll, state=RunState.DRAFT)
    with pytest.raises(Refused, match=r"payroll_year\.nothing"), payroll.database.read() as session:
        payroll_years.year_sheet(session, payroll.clerk, payroll.people[0], 2026)


def test_nobody_on_a_sheet_is_nothing_to_print(database: Database) -> None:
    payroll = make_payroll(database, 0)
    run_id = make_run(payroll)
    for name in ("strips", "slips", "locked"):
        with pytest.raises(Refused, match=r"print\.nothing"):
            made(payroll, name, run_id)


def test_a_long_list_may_be_stopped(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, _: told.append((done, total)), lambda: len(told) > 3)
    for name in ("slips", "locked"):
        told.clear()
        with pytest.raises(Cancelled):
            made(payroll, name, run_id, progress=progress)
        assert told[-1][1] == 12
        assert len(told) == 4
