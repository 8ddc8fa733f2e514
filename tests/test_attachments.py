"""Attachments: the bytes are safe before the row, kept once, and come out under a harmless name."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import attachments, audit, integrity, labour_contracts
from services.database import Database
from services.errors import Refused
from services.labour_contract_rules import ContractDraft
from services.permissions import Actor
from tests.claims import make_office


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    file = tmp_path / "发票 12.pdf"
    file.write_bytes(b"%PDF the invoice")
    return file


@pytest.fixture
def stored(database: Database, clerk: Actor, invoice: Path) -> int:
    with database.write() as session:
        return attachments.store(session, clerk, "expense_claim", 7, invoice).id


def test_a_file_is_kept_by_its_digest_and_found_at_its_record(
    database: Database, clerk: Actor, invoice: Path, stored: int
) -> None:
    invoice.unlink()
    digest = hashlib.sha256(b"%PDF the invoice").hexdigest()
    with database.read() as session:
        rows = attachments.of(session, clerk, "expense_claim", 7)
        assert attachments.path(session, clerk, stored).read_bytes() == b"%PDF the invoice"
        assert attachments.of(session, clerk, "expense_claim", 8) == []
    assert rows == [attachments.AttachmentRow(stored, "发票 12.pdf", 16, digest)]
    assert (database.folder / "attachments" / digest[:2] / digest).is_file()


def test_the_same_bytes_are_kept_once(database: Database, clerk: Actor, invoice: Path, stored: int) -> None:
    with database.write() as session:
        attachments.store(session, clerk, "expense_claim", 8, invoice)
    assert len([path for path in (database.folder / "attachments").rglob("*") if path.is_file()]) == 1


def test_a_removed_file_is_off_its_record_but_in_its_history(
    database: Database, clerk: Actor, stored: int
) -> None:
    with database.write() as session:
        attachments.remove(session, clerk, stored)
    with database.read() as session:
        assert attachments.of(session, clerk, "expense_claim", 7) == []
        with pytest.raises(Refused, match=r"attachment\.missing"):
            attachments.path(session, clerk, stored)


def test_the_files_of_a_submitted_paper_stay_and_more_may_come(database: Database, invoice: Path) -> None:
    office = make_office(database)
    saved = office.save(office.draft("100"))
    with office.writing() as session:
        file = attachments.store(session, office.clerk, "expense_claim", saved.id, invoice).id
    saved = office.submit(saved)
    with office.writing() as session, pytest.raises(Refused, match=r"attachment\.paper_submitted"):
        attachments.remove(session, office.clerk, file)
    with office.writing() as session:
        attachments.store(session, office.cashier, "expense_claim", saved.id, invoice)
        assert len(attachments.of(session, office.clerk, "expense_claim", saved.id)) == 2


def test_attaching_is_an_act_in_the_chain(
    database: Database, clerk: Actor, auditor: Actor, stored: int
) -> None:
    with database.read() as session:
        (row,) = audit.history(session, auditor, "attachment", stored)
    assert row.action == "attach"
    assert row.changes["name"] == "发票 12.pdf"


def test_a_file_is_exported_beside_others_of_its_name(
    database: Database, clerk: Actor, stored: int, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with database.read() as session:
        names = [attachments.export(session, clerk, stored, folder).name for _ in range(3)]
    assert names == ["发票 12.pdf", "发票 12 (2).pdf", "发票 12 (3).pdf"]
    assert (folder / names[2]).read_bytes() == b"%PDF the invoice"


def test_files_that_cannot_be_kept_are_refused(
    database: Database, clerk: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, large = tmp_path / "empty.pdf", tmp_path / "large.pdf"
    empty.touch()
    large.write_bytes(b"x" * 2000)
    monkeypatch.setattr(attachments, "LARGEST_BYTES", 1999)
    wrong = {empty: "empty", large: "too_large", tmp_path / "none.pdf": "unreadable", tmp_path: "unreadable"}
    for path, code in wrong.items():
        with database.write() as session, pytest.raises(Refused) as refusal:
            attachments.store(session, clerk, "expense_claim", 7, path)
        assert refusal.value.code == f"attachment.{code}"
        assert refusal.value.values["name"] == path.name


def test_lost_and_changed_files_are_found_by_the_check(
    database: Database, clerk: Actor, stored: int, tmp_path: Path
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"other")
    with database.write() as session:
        second = attachments.store(session, clerk, "expense_claim", 7, other).id
    with database.read() as session:
        attachments.path(session, clerk, stored).unlink()
        attachments.path(session, clerk, second).write_bytes(b"0ther")
        found = {problem.code: problem.values["name"] for problem in integrity.problems(session)}
    assert found == {
        "integrity.attachment_missing": "发票 12.pdf",
        "integrity.attachment_changed": "other.pdf",
    }


def test_a_lost_file_is_a_sentence_where_it_is_wanted(database: Database, clerk: Actor, stored: int) -> None:
    with database.read() as session:
        attachments.path(session, clerk, stored).unlink()
        with pytest.raises(Refused) as refusal:
            attachments.path(session, clerk, stored)
    assert refusal.value.values == {"name": "发票 12.pdf"}


@pytest.mark.parametrize(
    ("given_name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\票.pdf", "票.pdf"),
        ("con.pdf", "_con.pdf"),
        ("NUL", "_NUL"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ('<b>"x"|?*.pdf', "_b__x____.pdf"),
        ("...", "_"),
        ("", "_"),
        (".hidden", "hidden"),
        ("x" * 300 + ".pdf", "x" * 108 + ".pdf"),
    ],
)
def test_a_harmful_name_becomes_harmless(given_name: str, clean: str) -> None:
    assert attachments.clean_name(given_name) == clean


@given(st.text())
def test_no_name_leaves_its_folder(name: str) -> None:
    clean = attachments.clean_name(name)
    assert clean not in {"", ".", ".."}
    assert len(clean) <= 130
    assert Path(clean).name == clean


def test_bytes_may_be_kept_without_a_record(tmp_path: Path) -> None:
    digest = attachments.keep_bytes(tmp_path, b"sample")
    assert attachments.keep_bytes(tmp_path, b"sample") == digest
    assert (tmp_path / "attachments" / digest[:2] / digest).read_bytes() == b"sample"


@pytest.mark.parametrize("kind", ["labour_contract", "personal_file"])
def test_scans_of_contracts_and_files_are_for_those_who_see_them(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor, invoice: Path, kind: str
) -> None:
    with database.write() as session:
        mine = attachments.store(session, clerk, kind, 7, invoice).id
    with database.read() as session:
        assert [row.id for row in attachments.of(session, manager, kind, 7)] == [mine]
        for act in (
            lambda: attachments.of(session, cashier, kind, 7),
            lambda: attachments.path(session, cashier, mine),
            lambda: attachments.store(session, manager, kind, 7, invoice),
            lambda: attachments.remove(session, manager, mine),
        ):
            with pytest.raises(Refused, match=r"permission\.denied"):
                act()
    with database.write() as session:
        attachments.remove(session, clerk, mine)


def test_a_contract_that_is_deleted_takes_its_scans_along(
    database: Database, clerk: Actor, invoice: Path
) -> None:
    first = date(2026, 3, 2)
    draft = ContractDraft(employee_id=1, from_on=first, to_on=date(2029, 3, 1), signed_on=first)
    with database.write() as session:
        contract = labour_contracts.save(session, clerk, draft)
        attachments.store(session, clerk, "labour_contract", contract, invoice)
    with database.write() as session:
        version = labour_contracts.get(session, clerk, contract).version
        assert version is not None
        labour_contracts.remove(session, clerk, contract, version)
    with database.read() as session:
        assert attachments.of(session, clerk, "labour_contract", contract) == []
        assert integrity.problems(session) == []
