"""Papers and files of payroll from the console: without a window, without Qt."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from models.user import User
from services.database import Database
from services.passwords import hashed
from tests.conftest import people
from tests.payroll_helpers import make_payroll, make_run
from tests.test_console import console


@pytest.fixture(scope="module")
def paying(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A company of twelve with an approved sheet for November, and a clerk who may sign in."""
    folder = tmp_path_factory.mktemp("paying")
    database = Database.open(folder)
    people(database)
    make_run(make_payroll(database, 12))
    with database.write() as session:
        session.query(User).filter_by(login="clerk").one().password_hash = hashed("opsdesk")
    database.close()
    return folder


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("payroll", "2026-11"), "工资表"),
        (("payroll", "GZ-2026-11", "--paper", "A3"), "工资表"),
        (("工资表", "2026-11"), "工资表"),
        (("payslips", "2026-11"), "2026年11月工资条"),
        (("payroll-cost", "2026-11"), "人工成本表"),
        (("payroll_departments", "2026-11"), "部门汇总表"),
    ],
)
def test_print_writes_the_papers_of_a_payroll_sheet(
    paying: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "paper.pdf"
    done = console("print", *words, "--out", out, "--user", "clerk", "--data", paying)
    assert (done.returncode, done.stderr) == (0, "")
    with pypdfium2.PdfDocument(out) as document:
        assert said in document[0].get_textpage().get_text_range()
        assert (document[0].get_width() > 1000) == ("A3" in words)


def test_export_writes_the_tax_client_s_wages_of_a_month(paying: Path, tmp_path: Path) -> None:
    out = tmp_path / "wages.xlsx"
    done = console(
        "export", "tax_wages", "--month", "2026-11", "--out", out, "--user", "clerk", "--data", paying
    )
    assert (done.returncode, done.stderr) == (0, "")
    titles, *rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert "累计子女教育" in titles
    assert len(rows) == 12


@pytest.mark.parametrize(
    "words",
    [
        ("payroll",),
        ("payroll", "2026-10"),
        ("payroll", "2026-11", "2026-10"),
        ("payslips", "2026-11", "--paper", "A3"),
    ],
)
def test_a_payroll_paper_that_cannot_be_is_one_sentence(
    paying: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = console("print", *words, "--out", tmp_path / "x.pdf", "--user", "clerk", "--data", paying)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "x.pdf").exists()


def test_pay_is_not_printed_for_who_may_not_see_it(paying: Path, tmp_path: Path) -> None:
    database = Database.open(paying)
    with database.write() as session:
        session.query(User).filter_by(login="administrator").one().password_hash = hashed("opsdesk")
    database.close()
    done = console(
        "print",
        "payroll",
        "2026-11",
        "--out",
        tmp_path / "x.pdf",
        "--user",
        "administrator",
        "--data",
        paying,
    )
    assert done.returncode == 1
    assert not (tmp_path / "x.pdf").exists()
