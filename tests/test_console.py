"""The console: the real program in a process of its own, without a window and without Qt."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from services import sample
from services.database import Database
from services.errors import Refused
from ui.console import kinds, parser
from ui.console.words import Words

ROOT = Path(__file__).resolve().parent.parent
WITHOUT_QT = (
    "import sys, main; sys.argv[0] = 'main.py'; code = main.main();"
    " assert not [name for name in sys.modules if name.startswith('PySide6')]; sys.exit(code)"
)


def console(*words: str | Path, password: str | None = "opsdesk") -> subprocess.CompletedProcess[str]:
    """Run `main.py` with these words, failing when Qt was imported."""
    secret = {} if password is None else {"OPSDESK_PASSWORD": password}
    environment = {**os.environ, **secret, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *map(str, words)],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a sample company."""
    folder = tmp_path_factory.mktemp("office")
    database = Database.open(folder)
    sample.create(database, today=date(2026, 11, 20))
    database.close()
    return folder


@pytest.mark.parametrize(
    ("amount", "capitals"),
    [("4286.50", "肆仟贰佰捌拾陆元伍角整"), ("-1234.5", "负壹仟贰佰叁拾肆元伍角整"), ("-1,234.50", "负壹仟贰佰叁拾肆元伍角整"), ("0", "零元整")],
)  # fmt: skip
def test_words_writes_amounts_in_capitals_negative_ones_too(amount: str, capitals: str) -> None:
    done = console("words", amount)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{capitals}\n", "")


@pytest.mark.parametrize("amount", ["12..3", "1e9", "1.234"])
def test_words_says_in_one_sentence_what_is_no_amount(amount: str) -> None:
    done = console("words", amount)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_the_language_may_stand_before_the_command_and_after_it() -> None:
    before, after = console("--lang", "zh_CN", "words", "12..3"), console("words", "12..3", "--lang", "zh_CN")
    assert before.stderr == after.stderr != console("words", "12..3").stderr


def test_check_finds_the_sample_in_order_wherever_data_is_named(office: Path) -> None:
    for words in (("--data", office, "check"), ("check", "--data", office)):
        done = console(*words)
        assert (done.returncode, done.stderr) == (0, "")
        assert "in order" in done.stdout


def test_check_names_what_is_wrong(office: Path, tmp_path: Path) -> None:
    shutil.copytree(office, tmp_path / "copy")
    next(file for file in (tmp_path / "copy" / "attachments").rglob("*") if file.is_file()).unlink()
    done = console("check", "--data", tmp_path / "copy")
    assert done.returncode == 1
    assert "is missing" in done.stdout


def test_without_a_database_there_is_a_sentence(tmp_path: Path) -> None:
    done = console("check", "--data", tmp_path)
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["mysql://me:secret@server/office", "letter.pdf"])
def test_what_is_no_place_for_data_is_refused_with_what_is(tmp_path: Path, place: str) -> None:
    (tmp_path / "letter.pdf").write_text("Dear Sir", encoding="utf-8")
    done = console("check", "--data", place if ":" in place else tmp_path / place)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "postgresql://" in done.stderr
    assert "secret" not in done.stderr


def test_a_backup_is_restored_and_the_old_database_kept(office: Path, tmp_path: Path) -> None:
    made = console("backup", tmp_path / "backups", "--data", office)
    assert made.returncode == 0, made.stderr
    backup = next((tmp_path / "backups").glob("*.db"))
    for kept in (0, 1):
        restored = console("restore", backup, "--data", tmp_path / "new")
        assert restored.returncode == 0, restored.stderr
        assert restored.stdout.count("\n") == 1 + kept
    assert console("check", "--data", tmp_path / "new").returncode == 0


def test_restoring_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir", encoding="utf-8")
    done = console("restore", tmp_path / "letter.db", "--data", tmp_path / "data")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_several_claims_are_printed_into_one_file(office: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers.pdf"
    done = console(
        "print", "claim", "BX-2026-0001", "BX-2026-0002", "--out", out, "--user", "wangxue", "--data", office
    )
    assert done.returncode == 0, done.stderr
    text = pdf_text(out)
    assert "BX-2026-0001" in text
    assert "BX-2026-0002" in text


def test_a_claim_is_printed_the_same_to_the_byte(office: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        console("print", "claim", "BX-2026-0003", "--paper", "A5", "--out", tmp_path / name, "--user", "wangxue", "--data", office)  # fmt: skip
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_register_is_printed_as_a_list(office: Path, tmp_path: Path) -> None:
    out = tmp_path / "people.pdf"
    done = console("print", "employee", "--out", out, "--user", "wangxue", "--data", office)
    assert done.returncode == 0, done.stderr
    assert "李文静" in pdf_text(out)


def test_a_register_is_exported_as_a_workbook(office: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.xlsx"
    done = console("export", "expense_claim", "--out", out, "--user", "wangxue", "--data", office)
    assert done.returncode == 0, done.stderr
    with ZipFile(out) as book:
        words = b"".join(book.read(name) for name in book.namelist())
    assert "武汉—宜昌 外业差旅".encode() in words


def test_a_months_entries_are_exported_for_the_accountant(office: Path, tmp_path: Path) -> None:
    out = tmp_path / "entries.xlsx"
    words = ("export", "vouchers", "--month", "2026-10", "--out", out, "--user", "sunqian", "--data", office)
    done = console(*words)
    assert done.returncode == 0, done.stderr
    with ZipFile(out) as book:
        words_of_book = b"".join(book.read(name) for name in book.namelist())
    assert "管理费用-差旅费".encode() in words_of_book
    assert "付-2026-10-0001".encode() in words_of_book


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("print", "vehicle", "--out", "x.pdf"),
            "reversal Reversal, travel Travel claim, payment Payment request",
        ),
        (("export", "reversal", "--out", "x.xlsx"), "one of: expense_claim Reimbursements, employee"),
        (("export", "employee", "--out", "x.csv"), ".xlsx"),
        (("print", "employee", "--out", "x.xlsx"), ".pdf"),
        (("print", "claim", "--out", "x.pdf"), "BX-2026-0412"),
        (("print", "claim", "BX-1999-0001", "--out", "x.pdf"), "BX-1999-0001"),
        (("print", "claim", "BX-2026-0001", "--paper", "A9", "--out", "x.pdf"), "A9"),
        (
            ("print", "claim", "BX-2026-0001", "--out", "no/such/folder/x.pdf"),
            "There is no folder no/such/folder.",
        ),
        (("export", "user_account", "--out", "x.xlsx"), "change users"),
        (("export", "vouchers", "--month", "2026-11", "--out", "x.xlsx"), "see vouchers"),
        (("export", "vouchers", "--month", "November", "--out", "x.xlsx"), "November is no month"),
        (("export", "employee", "--month", "2026-11", "--out", "x.xlsx"), "leave --month away"),
    ],
)
def test_what_cannot_be_printed_is_said_and_leaves_no_file(
    office: Path, words: tuple[str, ...], said: str
) -> None:
    done = console(*words, "--user", "wangxue", "--data", office)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(ROOT.glob("x.*"))


def test_a_folder_in_the_way_leaves_no_half_file(office: Path, tmp_path: Path) -> None:
    (tmp_path / "out.pdf").mkdir()
    done = console("print", "employee", "--out", tmp_path / "out.pdf", "--user", "wangxue", "--data", office)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


@pytest.mark.parametrize(
    ("login", "password"), [("wangxue", "wrong"), ("nobody", "opsdesk"), ("wangxue", None)]
)
def test_nobody_prints_without_signing_in(
    office: Path, tmp_path: Path, login: str, password: str | None
) -> None:
    words = ("print", "employee", "--out", tmp_path / "x.pdf", "--user", login, "--data", office)
    done = console(*words, password=password)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "x.pdf").exists()


def test_invoices_are_printed_as_one_json_array_in_the_order_given(office: Path, tmp_path: Path) -> None:
    good = sorted((office / "示例发票").iterdir())[:2]
    bad = tmp_path / "letter.pdf"
    bad.write_text("Dear Sir", encoding="utf-8")
    done = console("invoice", good[1], bad, good[0], "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert [each["file"] for each in found] == [good[1].name, "letter.pdf", good[0].name]
    assert set(found[1]) == {"file", "error"}
    assert found[0]["total"].count(".") == 1
    assert {"code", "number", "date", "net", "tax", "total", "buyer_tax_id", "seller_tax_id", "check_code", "buyer_name",
            "seller_name", "lines", "sources"} <= set(found[0])  # fmt: skip


def test_an_invoice_is_shown_readably_without_json(office: Path) -> None:
    file = office / "示例发票" / "住宿费.xml"
    done = console("invoice", file, office / "missing.pdf")
    assert done.returncode == 1
    assert "1,280.00" in done.stdout
    assert done.stdout.count("\n") == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("users", "user_account"), ("claims", "expense_claim"), ("expense-claims", "expense_claim"),
     ("Employees", "employee"), ("bank accounts", "bank_account"), ("categories", "expense_category"),
     ("报销", "expense_claim"), ("项目合同", "project"), ("approval_rule", "approval_rule")],
)  # fmt: skip
def test_a_register_is_found_by_its_name_its_plural_and_its_pages_title(typed: str, meant: str) -> None:
    assert kinds.register(typed, Words("zh_CN"))[0].name == meant


def test_a_kind_nobody_knows_is_answered_with_those_that_fit_in_the_language() -> None:
    chinese = Words("zh_CN")
    with pytest.raises(Refused) as refusal:
        kinds.register("vehicle", chinese)
    assert "expense_claim 报销, employee 员工" in chinese.sentence(refusal.value)
    assert "claim 报销单" not in chinese.sentence(refusal.value)
    assert {kinds.paper(typed, chinese) for typed in ("报销单", "claim", "claims")} == {"claim"}


def test_the_tour_takes_its_language_after_its_folder_too() -> None:
    assert parser().parse_args(["tour", "pictures", "--lang", "zh_CN"]).lang == "zh_CN"


def test_an_unknown_command_is_a_usage_error() -> None:
    assert console("fly").returncode == 2


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_every_list_of_the_window_is_known_to_the_console() -> None:
    from ui.registry import PAGES
    from ui.widgets.register_page import RegisterPage

    made = [
        getattr(import_module(module), name) for module, name in (page.where.split(":") for page in PAGES)
    ]
    shown = {page.register.name for page in made if issubclass(page, RegisterPage)}
    assert shown - kinds.REGISTERS.keys() == set()
    for name, (module, _title) in kinds.REGISTERS.items():
        assert import_module(module).REGISTER.name == name


@pytest.mark.parametrize(
    "kind", ["payment_batch", "invoice", "policies", "city tiers", "bank formats", "substitutes"]
)
def test_the_newer_lists_are_exported(office: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "list.xlsx"
    console("export", kind, "--out", out, "--user", "xuman", "--data", office)
    assert b"</row>" in ZipFile(out).read("xl/worksheets/sheet1.xml")
