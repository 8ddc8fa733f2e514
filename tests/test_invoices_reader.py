"""The reading process keeps its limits: bad, hostile and slow files give a reason, and the others are read."""

from __future__ import annotations

import hashlib
import io
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from services.invoices import child, reader
from services.invoices.child import read_file
from services.invoices.content import LARGEST
from services.invoices.reader import read_files
from services.invoices.wire import pack, unpack
from tests import invoice_files as files
from tests import invoice_packages as packages
from tests.invoice_facts import DIGITAL, MULTI, OLD

BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><EInvoice>&c;</EInvoice>"""
EXTERNAL = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><EInvoice><EIid>&a;</EIid></EInvoice>'


def _zip(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("_", "."), content)
    return file.getvalue()


def _locked_pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(50, 50, "locked")
    canvas.save()
    return file.getvalue()


BAD = {
    "empty": (b"", "invoice.empty"),
    "blanks": (b" \n\0\n ", "invoice.empty"),
    "text": (b"just some words", "invoice.wrong_type"),
    "docx": (_zip(word_xml=b"<w/>"), "invoice.wrong_type"),
    "cut docx": (_zip(word_xml=b"<w/>" * 99)[:60], "invoice.wrong_type"),
    "large docx": (_zip(word_xml=bytes(30_000_000)), "invoice.wrong_type"),
    "html": (b"<!DOCTYPE html><html></html>", "invoice.wrong_type"),
    "cut pdf": (files.old_pdf(OLD)[:300], "invoice.damaged"),
    "cut ofd": (packages.ofd(OLD)[:300], "invoice.damaged"),
    "cut xml": (packages.digital_xml(DIGITAL)[:300], "invoice.damaged"),
    "cut png": (files.scanned(files.old_pdf(OLD))[:300], "invoice.damaged"),
    "locked pdf": (_locked_pdf(), "invoice.encrypted"),
    "bomb": (BOMB, "invoice.entities"),
    "external": (EXTERNAL, "invoice.entities"),
    "bomb in ofd": (packages.ofd(OLD, BOMB), "invoice.entities"),
    "other xml": (b"<catalog><book>1</book></catalog>", "invoice.not_an_invoice"),
    "zip bomb": (packages.ofd(OLD, extra={"Doc_0/Res/x": bytes(30_000_000)}), "invoice.unpacks_too_large"),
    "no page": (files.plain_pdf(""), "invoice.damaged"),
    "blank page": (files.plain_pdf(" "), "invoice.unreadable"),
    "photo": (files.scanned(files.plain_pdf("会议通知")), "invoice.unreadable"),
    "letter": (files.plain_pdf("会议通知\n明天上午九点"), "invoice.not_an_invoice"),
}


def _write(folder: Path, contents: list[bytes]) -> list[Path]:
    paths = [folder / f"{i:03}.bin" for i in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def _code(path: Path) -> str:
    error = read_file(path).error
    return error.code if error else ""


@pytest.mark.parametrize("name", BAD)
def test_each_kind_of_bad_file_has_its_own_reason(name: str, tmp_path: Path) -> None:
    content, code = BAD[name]
    assert _code(_write(tmp_path, [content])[0]) == code


def test_a_file_of_more_than_fifty_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert _code(path) == "invoice.too_large"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert _code(tmp_path / "none.pdf") == "invoice.not_found"
    assert _code(tmp_path) == "invoice.folder"


def test_a_file_whose_name_the_disk_does_not_take_is_no_question_of_rights(tmp_path: Path) -> None:
    assert _code(tmp_path / f"{'x' * 300}.pdf") == "invoice.not_given"


def test_readings_come_in_the_order_given_with_their_digests(tmp_path: Path) -> None:
    contents = [files.old_pdf(OLD), b"", packages.digital_xml(DIGITAL), packages.ofd(MULTI, tags=True)] * 4
    told: list[tuple[int, int]] = []
    readings = read_files(_write(tmp_path, contents), progress=lambda done, of: told.append((done, of)))
    assert [r.file for r in readings] == [f"{i:03}.bin" for i in range(16)]
    assert [r.sha256 for r in readings] == [
        hashlib.sha256(c).hexdigest() if c else r.sha256 for r, c in zip(readings, contents, strict=True)
    ]
    numbers = [r.invoice.number if r.invoice else "" for r in readings]
    assert numbers == [OLD.number, "", DIGITAL.number, MULTI.number] * 4
    assert told == [(i, 16) for i in range(1, 17)]


def test_a_reading_survives_the_way_through_the_pipe(tmp_path: Path) -> None:
    for content in (files.old_pdf(OLD), b"nothing"):
        reading = read_file(_write(tmp_path, [content])[0])
        again = unpack(pack(reading))
        assert (again.invoice, again.sha256) == (reading.invoice, reading.sha256)
        assert (again.error and again.error.code) == (reading.error and reading.error.code)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe in the file system")
def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.pdf")
    good = _write(tmp_path, [files.old_pdf(OLD)])[0]
    slow, read = read_files([tmp_path / "slow.pdf", good], seconds=1)
    assert slow.error is not None
    assert slow.error.code == "invoice.timeout"
    assert read.invoice is not None


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe in the file system")
def test_cancelling_keeps_what_was_read_and_ends_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.pdf")
    good = _write(tmp_path, [files.old_pdf(OLD)])[0]
    done: list[int] = []
    readings = read_files(
        [good, tmp_path / "slow.pdf"], progress=lambda n, _: done.append(n), cancelled=lambda: bool(done)
    )
    assert readings[0].invoice is not None
    assert readings[1].error is not None
    assert readings[1].error.code == "invoice.cancelled"


def test_a_dead_reading_process_spoils_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = "import os, sys; sys.path.insert(0, sys.argv[1]); from services.invoices import child; read = child.read_file"
    trap = (
        "child.read_file = lambda path: os._exit(3) if path.name == '000.bin' else read(path); child.main()"
    )
    monkeypatch.setattr(reader, "_START", f"{start}; {trap}")
    dead, read = read_files(_write(tmp_path, [b"x", files.old_pdf(OLD)]))
    assert dead.error is not None
    assert dead.error.code == "invoice.damaged"
    assert read.invoice is not None


def test_nothing_to_read_is_an_empty_list() -> None:
    assert read_files([]) == []


def test_a_missing_interpreter_is_said_and_not_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    (reading,) = read_files(_write(tmp_path, [b"x"]))
    assert reading.error is not None
    assert reading.error.code == "invoice.no_reader"


def test_the_reading_process_needs_neither_window_nor_database(tmp_path: Path) -> None:
    path = _write(tmp_path, [files.old_pdf(OLD)])[0]
    root = Path(child.__file__).parents[2]
    look = f"import sys; sys.path.insert(0, {str(root)!r}); from pathlib import Path; from services.invoices import child"
    look += f"; child.read_file(Path({str(path)!r})); print([m for m in ('PySide6', 'sqlalchemy', 'reportlab') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() == "[]"


def test_mutated_files_give_an_invoice_or_a_reason_and_never_take_the_parent_along(tmp_path: Path) -> None:
    chance = random.Random(20260115)
    originals = [
        files.old_pdf(OLD),
        files.digital_pdf(DIGITAL),
        packages.ofd(MULTI, packages.xbrl(MULTI)),
        packages.ofd(DIGITAL, tags=True),
        packages.digital_xml(DIGITAL),
        files.scanned(files.old_pdf(OLD)),
    ]
    contents = [_mutated(original, chance) for original in originals for _ in range(10)]
    readings = read_files(_write(tmp_path, contents))
    assert len(readings) == 60
    for reading in readings:
        assert (reading.invoice is None) != (reading.error is None)
        assert reading.error is None or reading.error.code.startswith("invoice.")


def _mutated(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 10, 200))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    start = chance.randrange(len(changed))
    match chance.randrange(4):
        case 0:
            del changed[start : start + chance.randrange(500)]
        case 1:
            changed[start:start] = changed[: chance.randrange(500)]
        case 2:
            del changed[start:]
    return bytes(changed)


def test_a_pdf_with_a_structured_invoice_attached_is_read_from_it(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(files.plain_pdf("see the attachment"))
    document.new_attachment("rai_issuer.xml").set_data(packages.xbrl(MULTI))
    file = io.BytesIO()
    document.save(file)
    document.close()
    reading = read_file(_write(tmp_path, [file.getvalue()])[0])
    assert reading.invoice is not None
    assert reading.invoice.number == MULTI.number
    assert reading.invoice.sources["net"].where == "xbrl"
