"""The monthly bundle, read back: order, counts, captions, what cannot be opened, the proof; nothing half written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from sqlalchemy import update

from models.expense_claim import ExpenseClaim
from models.invoice import Invoice
from models.payment import PaymentState
from models.voucher import VoucherMonth
from services import attachments, expense_claims, voucher_bundles
from services.database import Database
from services.errors import Refused
from services.progress import Cancelled, Progress
from tests.claims import TODAY, Office, command, make_office, refusal
from tests.invoice_facts import DIGITAL
from tests.invoice_files import old_pdf
from tests.vouchers import (
    LATER,
    MONTH,
    batch_line,
    bind,
    bundle,
    is_sound,
    not_paid,
    pages,
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


def test_cover_list_vouchers_and_proof_stand_in_order(company: Office, target: Path, tmp_path: Path) -> None:
    with_invoices(company, tmp_path, PDF, PDF + b"%2")
    company.paid(company.advance_draft("3000"))
    made = bundle(company, target)
    found = pages(target)
    assert made.pages == len(found) == 6
    assert is_sound(target)
    cover, listed, claim, invoices, advance, proof = found
    assert "记账凭证封面" in cover
    for told in (
        "2 张",
        "¥4,112.00",
        "肆仟壹佰壹拾贰元整",
        "2026-11-20 至 2026-11-20",
        "6 页",
        "30 年",
        "未装订",
    ):
        assert told in cover
    assert [w for w in listed.split() if w.startswith("付-")] == ["付-2026-11-0001", "付-2026-11-0002"]
    assert "费用报销单" in claim
    assert "审批记录" in claim
    assert "张国强" in claim.partition("审批记录")[2]
    assert "附件 1/2" in invoices
    assert "附件 2/2" in invoices
    assert "剪 切 线" in invoices
    assert invoices.count("电子发票") == 2
    assert "借款单" in advance.replace(" ", "")
    assert "全部附件均已按原样装入本册" in proof
    for number, text in enumerate(found, start=1):
        assert f"凭证册　第 {number} 页" in text


@pytest.mark.parametrize("count", [4, 5])  # the last voucher ends a part, or begins one
def test_a_volume_drawn_in_parts_is_the_same_in_order(
    company: Office, target: Path, monkeypatch, count: int
) -> None:
    for amount in range(1, count + 1):
        company.paid(company.draft(f"{amount}"))
    bundle(company, target)
    whole = pages(target)
    monkeypatch.setattr("services.voucher_volume.PART", 2)
    bundle(company, target)
    assert pages(target) == whole
    assert is_sound(target)


def test_bookmarks_lead_to_the_vouchers(company: Office, target: Path) -> None:
    company.paid(company.draft("1"))
    company.paid(company.draft("2"))
    bundle(company, target)
    with pikepdf.open(target) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        where = [pdf.pages.index(pikepdf.Page(item.destination[0])) for item in outline.root]
    assert [title.split("　")[0] for title in titles] == ["付-2026-11-0001", "付-2026-11-0002"]
    assert where == [2, 3]


def test_the_slip_of_a_batch_lies_with_its_first_voucher(
    company: Office, target: Path, tmp_path: Path
) -> None:
    paid = [company.paid(company.draft("1")), company.paid(company.draft("2"))]
    slip = tmp_path / "回单.png"
    slip.write_bytes(picture())
    with company.writing() as session:
        batch = batch_line(session, company, paid[0], PaymentState.CONFIRMED)
        from models.payment import PaymentLine

        session.add(
            PaymentLine(
                batch_id=batch.id, position=1, claim_id=paid[1].id, claim_number=paid[1].number,
                payee_name="李文静", amount=Decimal(2), state=PaymentState.CONFIRMED,
            )
        )  # fmt: skip
        session.flush()
        attachments.store(session, company.cashier, "payment_batch", batch.id, slip)
        number = batch.number
    bundle(company, target)
    found = pages(target)
    assert f"付款批次 {number}　银行回单 1/1" in found[3]
    assert f"付款批次 {number}，银行回单见 付-2026-11-0001" in found[5]


def test_the_file_written_for_the_bank_is_no_slip(company: Office, target: Path, tmp_path: Path) -> None:
    paid = company.paid(company.draft("1"))
    slip, ours = tmp_path / "回单.png", tmp_path / "PC.csv"
    slip.write_bytes(picture())
    ours.write_text("one line for the bank", "utf-8")
    with company.writing() as session:
        batch = batch_line(session, company, paid, PaymentState.CONFIRMED)
        attachments.store(session, company.cashier, "payment_batch", batch.id, slip)
        written = attachments.store(session, company.cashier, "payment_batch", batch.id, ours)
        batch.file_name, batch.file_sha256 = written.name, written.sha256
    bundle(company, target)
    found = pages(target)
    assert "银行回单 1/1　回单.png" in "\n".join(found)
    assert "PC.csv" not in "\n".join(found)
    assert "银行回单 1 1 相符" in " ".join(found[-1].split())


def test_slips_that_were_not_placed_are_told(company: Office, target: Path, monkeypatch) -> None:
    company.paid(company.draft("1"))
    monkeypatch.setattr("services.voucher_sheets.slips_of", lambda _session, _month: 2)
    with refusal("voucher.slips_differ"):
        bundle(company, target)


def test_an_invoice_without_a_file_counts_and_is_named_as_what_it_is(company: Office, target: Path) -> None:
    saved = company.save(company.draft("30"))
    with company.writing() as session:
        kinds = (("digital_ordinary", "2" * 20), ("paper_ordinary", "01234567"), ("train", "3" * 20))
        invoices = [Invoice(claim_id=saved.id, kind=kind, number=number) for kind, number in kinds]
        session.add_all(invoices)
        session.flush()
        draft = expense_claims.get(session, company.clerk, saved.id)
        line = replace(draft.lines[0], amount=Decimal(10))
        draft = replace(draft, lines=tuple(replace(line, invoice_id=invoice.id) for invoice in invoices))
    with company.database.read() as session:
        checks = expense_claims.check_draft(session, company.clerk, draft, today=TODAY)
    saved = company.save(replace(draft, reasons={check.key: "已核对" for check in checks}))
    with company.database.read() as session:
        assert session.get_one(ExpenseClaim, saved.id).attachment_count == 3
    company.pay(company.approve(company.submit(saved)))
    bundle(company, target)
    found = pages(target)
    whole = "\n".join(found)
    assert "附件张数 3 张" in " ".join(found[0].split())
    assert f"附件 1/3　数电票（登记数据） {'2' * 20}" in whole
    assert "附件 2/3　纸质发票 01234567" in whole
    assert f"附件 3/3　数电票（登记数据） {'3' * 20}" in whole
    assert whole.count("纸质原件，粘贴于此或另附") == 1
    assert "纸质原件 1 张" in found[-1]
    assert "未存文件的电子发票 2 张" in found[-1]


def test_a_void_number_has_its_page_and_counts_for_nothing(company: Office, target: Path) -> None:
    company.paid(company.draft("100"))
    not_paid(company, company.paid(company.draft("40")), "账号与户名不符")
    bundle(company, target)
    found = pages(target)
    assert "其中作废 1 号" in found[0]
    assert "¥100.00" in found[0]
    assert "账号与户名不符" in found[3]
    assert "作废" in found[1]


def test_a_reversal_says_where_the_files_are(company: Office, target: Path, tmp_path: Path) -> None:
    company.void(with_invoices(company, tmp_path, PDF))
    bundle(company, target)
    assert "冲销 付-2026-11-0001，附件见原凭证" in "\n".join(pages(target))


def test_a_long_row_of_approvals_goes_on_on_a_page_of_its_own(company: Office, target: Path) -> None:
    saved = company.submit(company.save(company.draft("5")))
    for _ in range(9):
        with company.writing() as session:
            back = expense_claims.return_(
                session, company.head, saved.id, saved.version, command(), reason="请补充说明"
            )
        saved = company.submit(back)
    company.pay(company.approve(saved))
    bundle(company, target)
    found = pages(target)
    assert found[2].count("退回") + found[3].count("退回") == 9
    assert found[3].count("退回") > 0


def test_the_same_month_gives_the_same_bytes(company: Office, target: Path, tmp_path: Path) -> None:
    with_invoices(company, tmp_path, PDF, picture())
    made = bundle(company, target, binding=True)
    with company.writing() as session:
        from services import voucher_months

        voucher_months.bind(
            session, company.cashier, MONTH, command(), today=LATER, made=(made.facts, made.binding)
        )
    again = tmp_path / "again.pdf"
    assert bundle(company, again).pages == made.pages
    assert again.read_bytes() == target.read_bytes()
    assert "孙倩" in pages(again)[0]


def test_a_bound_month_that_is_not_what_was_bound_is_refused(company: Office, target: Path) -> None:
    company.paid(company.draft("100"))
    bind(company)
    with company.writing() as session:
        session.execute(update(VoucherMonth).values(total=Decimal(99)))
    target.write_bytes(b"before")
    with pytest.raises(Refused) as refused:
        bundle(company, target)
    assert refused.value.code == "voucher.not_as_bound"
    assert refused.value.values == {"month": "2026-11", "bound": 99, "now": 100}
    assert target.read_bytes() == b"before"


def test_a_paper_that_says_something_else_is_named(company: Office, target: Path) -> None:
    paid = company.paid(company.draft("100"))
    with company.database.writer.begin() as connection:
        if company.database.is_sqlite:
            connection.exec_driver_sql("DROP TRIGGER expense_claim_frozen")
        connection.execute(
            update(ExpenseClaim).where(ExpenseClaim.id == paid.id).values(sanctioned=Decimal(90))
        )
    with refusal("voucher.amount_differs"):
        bundle(company, target)
    assert not target.exists()


def test_files_that_disagree_are_refused_and_named(
    company: Office, target: Path, tmp_path: Path, monkeypatch
) -> None:
    with_invoices(company, tmp_path, PDF)
    monkeypatch.setattr(voucher_bundles, "attachments_of", lambda _session, _month: {1: 4})
    with pytest.raises(Refused) as refused:
        bundle(company, target)
    assert refused.value.values == {"label": "付-2026-11-0001", "counted": 4, "placed": 1}
    assert not target.exists()


def test_cancel_leaves_nothing_behind(company: Office, target: Path, tmp_path: Path) -> None:
    with_invoices(company, tmp_path, PDF)
    company.paid(company.draft("3"))
    steps: list[int] = []
    progress = Progress(lambda done, _total, _text: steps.append(done), lambda: len(steps) > 1)
    with pytest.raises(Cancelled):
        bundle(company, target, progress=progress)
    assert not target.exists()
    assert not list(tmp_path.glob("*.part"))


def test_a_place_that_cannot_be_written_is_named(company: Office, tmp_path: Path) -> None:
    company.paid(company.draft("3"))
    with refusal("export.cannot_write"):
        bundle(company, tmp_path / "no" / "folder.pdf")


def test_an_empty_month_has_no_bundle(company: Office, target: Path) -> None:
    with refusal("voucher.nothing_to_bind"):
        bundle(company, target)


def test_who_may_not_bind_makes_no_binding_bundle(company: Office, target: Path) -> None:
    company.paid(company.draft("3"))
    with refusal("permission.denied"), company.database.read() as session:
        voucher_bundles.write(session, company.boss, MONTH, target, today=LATER, binding=True)
