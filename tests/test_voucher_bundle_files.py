"""Files of strangers in the bundle: pages, pictures, what cannot be opened, what has no picture."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pikepdf
import pytest

from services import attachments, durable
from services.assembly.join import PdfWriter, Placed
from services.assembly.lane import Lane
from services.database import Database
from services.errors import Refused
from services.progress import Progress
from tests.claims import Office, invoice_file, make_office, refusal
from tests.invoice_facts import DIGITAL
from tests.invoice_files import old_pdf
from tests.vouchers import (
    bundle,
    is_sound,
    pages,
    paid_with_files,
    picture,
    with_invoices,
)

PDF = old_pdf(DIGITAL)


@pytest.fixture
def company(database: Database) -> Office:
    return make_office(database)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "凭证册.pdf"


def several(count: int) -> bytes:
    """A PDF of that many pages."""
    made = io.BytesIO()
    with pikepdf.new() as pdf, pikepdf.open(io.BytesIO(PDF)) as one:
        for _ in range(count):
            pdf.pages.extend(one.pages)
        pdf.save(made)
    return made.getvalue()


def test_every_page_of_an_invoice_has_its_caption(company: Office, target: Path, tmp_path: Path) -> None:
    with_invoices(company, tmp_path, several(3))
    bundle(company, target)
    text = "\n".join(pages(target))
    assert [f"第 {page} 页 / 共 3 页" in text for page in (1, 2, 3)] == [True] * 3


@pytest.mark.parametrize(
    "content",
    [
        picture(),
        picture("JPEG"),
        picture("JPEG", mode="L"),
        picture("PNG", mode="RGBA"),
        picture("TIFF"),
        picture("BMP"),
    ],
)
def test_pictures_are_set_on_the_page(company: Office, target: Path, tmp_path: Path, content: bytes) -> None:
    with_invoices(company, tmp_path, content)
    assert bundle(company, target).unreadable == ()
    assert is_sound(target)
    with pikepdf.open(target) as pdf:
        images = [
            one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
    assert len(images) == 1


def test_an_upright_page_has_a_sheet_of_its_own(company: Office, target: Path, tmp_path: Path) -> None:
    with_invoices(company, tmp_path, picture(size=(600, 900)), picture(size=(900, 600)))
    assert bundle(company, target).pages == 2 + 1 + 2 + 1


def test_what_has_no_picture_is_printed_as_it_is_registered(
    company: Office, target: Path, tmp_path: Path
) -> None:
    with_invoices(company, tmp_path, b"<?xml version='1.0'?><EInvoice/>", b"PK\x03\x04 ofd")
    bundle(company, target)
    found = pages(target)
    assert found[3].count("登记数据") == 2
    assert "湖北速达客运有限公司" in found[3]
    assert "无版面的电子文件 2 个" in found[-1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\nnonsense", "文件已损坏"),
        (PDF[: len(PDF) // 3], "文件已损坏"),
        (b"\x89PNG\r\n\x1a\nnonsense", "文件已损坏"),
        (several(201), "文件页数过多"),
    ],
    ids=["no pdf", "cut", "no picture", "endless"],
)
def test_a_damaged_invoice_becomes_a_page_that_says_so(
    company: Office, target: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    with_invoices(company, tmp_path, content, PDF)
    made = bundle(company, target)
    found = pages(target)
    assert said in found[3]
    assert len(made.unreadable) == 1
    assert said in found[-1]
    assert "无法打开的文件 1 个" in found[-1]


def test_bytes_changed_by_chance_cost_their_file_at_most(tmp_path: Path) -> None:
    chance, refusals = Random(7), set[str]()
    target = tmp_path / "all.pdf"
    with Lane(Progress()) as lane, target.open("wb") as file:
        writer = PdfWriter(file)
        for number in range(60):
            content = bytearray(chance.choice((PDF, packed(), picture(), picture("JPEG"))))
            for _ in range(chance.choice((1, 20, 300))):
                content[chance.randrange(len(content))] = chance.randrange(256)
            path, fragment = tmp_path / f"{number}", tmp_path / f"{number}.pieces"
            path.write_bytes(content[: chance.choice((len(content), len(content) // 2))])
            try:
                forms = lane.convert(path, fragment)
            except Refused as refused:
                refusals.add(refused.code.partition(".")[0])
            else:
                for form in forms:
                    writer.page((595, 842), [Placed(fragment, form, (40, 30, 560, 420))])
        assert writer.count > 0
        writer.finish("", "")
    assert refusals == {"invoice"}
    assert len(pages(target)) == writer.count


def packed() -> bytes:
    """The same invoice with its page compressed."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        pdf.save(made, compress_streams=True, recompress_flate=True)
    return made.getvalue()


def test_a_page_that_cannot_be_unpacked_is_not_set_as_a_white_one(tmp_path: Path) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b"no flate", Filter=pikepdf.Name.FlateDecode)
        pdf.save(made, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    (tmp_path / "a.pdf").write_bytes(made.getvalue())
    with Lane(Progress()) as lane, refusal("invoice.damaged"):
        lane.convert(tmp_path / "a.pdf", tmp_path / "a.pieces")


def test_an_encrypted_invoice_says_that_it_is(company: Office, target: Path, tmp_path: Path) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    with_invoices(company, tmp_path, made.getvalue())
    bundle(company, target)
    assert "文件有密码" in pages(target)[-1]


def test_a_file_that_is_gone_is_named(company: Office, target: Path, tmp_path: Path) -> None:
    with_invoices(company, tmp_path, PDF)
    with company.database.read() as session:
        root = attachments.root_of(session)
    for file in root.glob("??/*"):
        file.unlink()
    bundle(company, target)
    assert "文件缺失" in pages(target)[-1]


def test_a_process_that_dies_or_hangs_costs_its_file_only(
    company: Office, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(
        "services.assembly.lane._START",
        "import sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from services.assembly import child\n"
        "answer = child.answer\n"
        "def worse(request):\n"
        "    if request['path'].endswith('dies.pdf'): import os; os._exit(3)\n"
        "    if request['path'].endswith('hangs.pdf'): time.sleep(60)\n"
        "    return answer(request)\n"
        "child.answer = worse; child.main()",
    )
    for name in ("dies", "hangs", "well"):
        (tmp_path / f"{name}.pdf").write_bytes(PDF)
    with Lane(Progress()) as lane:
        with refusal("invoice.damaged"):
            lane.convert(tmp_path / "dies.pdf", tmp_path / "1")
        with refusal("invoice.timeout"):
            lane.convert(tmp_path / "hangs.pdf", tmp_path / "2", seconds=1)
        assert len(lane.convert(tmp_path / "well.pdf", tmp_path / "3")) == 1


def test_the_same_file_twice_is_stored_once(company: Office, target: Path, tmp_path: Path) -> None:
    with_invoices(company, tmp_path, PDF)
    once = tmp_path / "once.pdf"
    bundle(company, once)
    path, _reading = invoice_file(tmp_path)
    path.write_bytes(PDF)
    paid_with_files(company, (path, _reading))
    bundle(company, target)
    assert target.stat().st_size < once.stat().st_size * 1.4
    assert durable.digest_of(target) != durable.digest_of(once)
