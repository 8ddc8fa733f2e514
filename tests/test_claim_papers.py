"""The lists of claims, and the forms they print as."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from models.people import Company, Employee
from models.user import Role
from services import expense_claims, registers
from services.claim_values import OffsetDraft, Saved
from services.database import Database
from services.permissions import Actor
from services.registers import Query, Register
from services.reports.voucher import AdvanceVoucher, ClaimVoucher, claim_pdf
from tests.claims import TODAY, Office, add_person, add_rule, command, invoice_file, make_office, refusal


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def numbers(office: Office, chip: str, actor: Actor | None = None, text: str = "") -> list[str]:
    register = expense_claims.REGISTER
    return _rows(office, register, Query(TODAY, chip=chip, text=text, sort="number"), actor or office.clerk)


def _rows(office: Office, register: Register, query: Query, actor: Actor) -> list[str]:
    with office.database.read() as session:
        return [row[1] for row in registers.window(session, actor, register, query, 0, 50)]


def to_decide(office: Office, actor: Actor, chip: str = "waiting_for_me") -> list[str]:
    return _rows(office, expense_claims.APPROVAL_REGISTER, Query(TODAY, chip=chip), actor)


def voucher(office: Office, saved: Saved) -> ClaimVoucher | AdvanceVoucher:
    with office.database.read() as session:
        return expense_claims.voucher(session, office.clerk, saved.id)


def test_chips_show_what_their_words_say(office: Office) -> None:
    office.save(office.draft("1"))
    office.submit(office.save(office.draft("2")))
    office.approved(office.draft("3"))
    office.save(office.draft("4", business_date=date(2026, 10, 31)))
    office.save(office.draft("5", claimant_id=office.head.employee_id))
    assert numbers(office, "waiting") == ["BX-2026-0002"]
    assert numbers(office, "to_pay") == ["BX-2026-0003"]
    assert numbers(office, "this_month") == [f"BX-2026-000{n}" for n in (1, 2, 3, 5)]
    assert len(numbers(office, "all")) == len(numbers(office, "mine")) == 5
    assert numbers(office, "mine", office.head) == ["BX-2026-0005"]
    assert numbers(office, "mine", replace(office.head, employee_id=None)) == []


def test_doubts_are_a_chip_until_the_claim_is_paid(office: Office) -> None:
    draft = office.draft("5")
    lines = (replace(draft.lines[0], category_id=office.categories["交通"]),)
    reasons = {"no_invoice:2026-11-12/5.00": "无票"}
    saved = office.save(replace(draft, lines=lines, reasons=reasons))
    assert numbers(office, "doubts") == [saved.number]
    office.pay(office.approve(office.submit(saved)))
    assert numbers(office, "doubts") == []


def test_overdue_advances_are_a_chip(office: Office) -> None:
    late = office.advance_draft(due=TODAY)
    office.paid(late)
    office.paid(office.advance_draft())
    register = expense_claims.REGISTER
    tomorrow = Query(TODAY + timedelta(days=1), chip="overdue_advances")
    assert _rows(office, register, tomorrow, office.clerk) == ["JK-2026-0001"]
    assert numbers(office, "overdue_advances") == []


@pytest.mark.parametrize(
    "text", ["0002", "bx-2026-0002", "lwj", "李文", "宜昌", "4286.50", "26422000000481236547"]
)
def test_a_claim_is_found_by_number_name_initials_purpose_amount_and_invoice(
    office: Office, tmp_path: Path, text: str
) -> None:
    office.save(office.draft("1", claimant_id=office.head.employee_id, purpose="办公用品"))
    draft = office.draft("4286.50", project_id=office.project)
    office.from_files(invoice_file(tmp_path), draft=draft)
    assert numbers(office, "all", text=text) == ["BX-2026-0002"]


def test_every_chip_and_column_can_be_counted_and_sorted(office: Office) -> None:
    office.approved(office.draft("3"))
    with office.database.read() as session:
        for register in (expense_claims.REGISTER, expense_claims.APPROVAL_REGISTER):
            counts = registers.chip_counts(session, office.head, register, TODAY)
            assert set(counts) == {chip.name for chip in register.chips}
            for column in register.columns:
                query = Query(TODAY, chip=register.default_chip, sort=column.name)
                registers.window(session, office.head, register, query, 0, 5)


def test_an_approver_sees_what_waits_for_them_and_what_they_decided(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("9000")))
    assert to_decide(office, office.head) == [submitted.number]
    assert to_decide(office, office.boss) == []
    office.approve(submitted)
    assert to_decide(office, office.head) == []
    assert to_decide(office, office.head, "decided") == to_decide(office, office.boss) == [submitted.number]


def test_own_papers_do_not_wait_for_their_claimant(office: Office) -> None:
    with office.writing() as session:
        add_rule(session, 1, "管理层", "role", role=Role.MANAGER, paper_kind="claim")
    office.submit(office.save(office.draft("10", claimant_id=office.head.employee_id)))
    assert to_decide(office, office.head) == []
    assert len(to_decide(office, office.boss)) == 1


def test_the_badge_counts_what_waits_for_this_user(office: Office) -> None:
    first = office.submit(office.save(office.draft("10")))
    office.submit(office.save(office.draft("10")))
    with office.database.read() as session:
        assert expense_claims.waiting_count(session, office.head) == 2
        assert expense_claims.waiting_count(session, office.clerk) == 0
        assert expense_claims.own_count(session, office.clerk) == 0
    with office.writing() as session:
        given = {"reason": "不对"}
        expense_claims.return_(session, office.head, first.id, first.version, command(), **given)
    office.approved(office.draft("3"))
    with office.database.read() as session:
        assert expense_claims.own_count(session, office.clerk) == 1
        assert expense_claims.own_count(session, office.cashier) == 1


def test_the_headline_sums_what_is_due_today(office: Office) -> None:
    office.submit(office.save(office.draft("862.40")))
    office.approved(office.advance_draft("20000"))
    with office.database.read() as session:
        early = expense_claims.headline(session, office.clerk, today=TODAY)
        due = expense_claims.headline(session, office.clerk, today=date(2026, 11, 24))
        late = expense_claims.headline(session, office.clerk, today=date(2026, 11, 25))
    assert (early.due.count, early.due.total, early.promise_days) == (0, 0, 2)
    assert (due.due.count, due.due.total, due.overdue.count) == (2, Decimal("20862.40"), 0)
    assert (late.overdue.count, late.due.count) == (2, 0)


def test_a_claim_prints_as_the_form_with_every_signature(office: Office, tmp_path: Path) -> None:
    draft = office.from_files(
        invoice_file(tmp_path), draft=office.draft("5000", project_id=office.project)
    ).draft
    first = office.approve(office.submit(Saved(draft.id or 0, draft.version or 0, "")))
    form = voucher(office, office.pay(office.approve(first, office.boss)))
    assert isinstance(form, ClaimVoucher)
    assert (form.company, form.claimant, form.department) == (
        "武汉光谷测绘信息有限公司",
        "李文静",
        "测绘一部",
    )
    assert [(s.label, s.name) for s in form.signatures] == [
        ("报销人", "李文静"),
        ("部门审批", "张国强"),
        ("总经理", "何志远"),
        ("出纳", "孙倩"),
        ("领款人", ""),
    ]
    assert (form.attachments, form.lines[1].invoice_number) == (1, "26422000000481236547")
    assert (form.payment.account, form.payment.method) == ("招商银行 基本户", "转账")
    assert form.sanctioned_total == Decimal(5556)


def test_a_reprint_is_the_same_to_the_byte_whatever_changed_since(office: Office) -> None:
    paid = office.paid(office.draft("800", project_id=office.project))
    before = claim_pdf([voucher(office, paid)])
    with office.writing() as session:
        session.get_one(Employee, office.clerk.employee_id).name = "李静"
        session.get_one(Employee, office.head.employee_id).name = "张强"
        session.query(Company).one().name = "新公司"
    assert claim_pdf([voucher(office, paid)]) == before


def test_an_offset_prints_beside_its_advance(office: Office) -> None:
    one, two = office.paid(office.advance_draft("3000")), office.paid(office.advance_draft("500"))
    offsets = (OffsetDraft(one.id, Decimal(1000)), OffsetDraft(two.id, Decimal(500)))
    form = voucher(office, office.paid(office.draft("4286.50", offsets=offsets)))
    assert isinstance(form, ClaimVoucher)
    assert form.advance is not None
    assert (form.advance.number, form.advance.amount) == ("JK-2026-0001、JK-2026-0002", Decimal(3500))
    assert form.settlement == Decimal("2786.50")


def test_an_advance_prints_with_what_cleared_it(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    paid = office.paid(office.offsetting(advance, "1000", offset="1000"))
    office.approved(office.offsetting(advance, "5", offset="5"))
    form = voucher(office, advance)
    assert isinstance(form, AdvanceVoucher)
    assert (form.borrower, form.amount, form.due) == ("李文静", Decimal(3000), TODAY + timedelta(days=30))
    assert [(row.number, row.amount) for row in form.clearings] == [(paid.number, Decimal(1000))]
    assert claim_pdf([form])


def test_a_voided_paper_is_marked_and_its_reversal_prints_in_its_form(office: Office) -> None:
    claim, advance = office.paid(office.draft("800")), office.paid(office.advance_draft())
    forms = [voucher(office, office.void(claim)), voucher(office, office.void(advance))]
    assert [type(form) for form in forms] == [ClaimVoucher, AdvanceVoucher]
    assert [form.reverses for form in forms] == [claim.number, advance.number]
    assert [(s.label, s.name) for s in forms[0].signatures][1] == ("经办人", "孙倩")
    assert voucher(office, claim).mark == "作废"
    assert claim_pdf(forms)


def test_a_draft_is_marked_as_one_and_has_empty_places_to_sign(office: Office) -> None:
    draft = office.draft("5")
    stay = replace(draft.lines[0], spent_on=date(2026, 11, 12), spent_to=date(2026, 11, 16))
    form = voucher(office, office.save(replace(draft, lines=(stay,))))
    assert isinstance(form, ClaimVoucher)
    assert (form.mark, form.lines[0].day) == ("草稿", "11-12 至 11-16")
    submitted = office.submit(office.save(office.draft("5")))
    assert [s.name for s in voucher(office, submitted).signatures] == ["李文静", "", "", ""]


def test_a_paper_is_printed_by_its_number(office: Office) -> None:
    saved = office.save(office.draft("5"))
    with office.database.read() as session:
        assert (
            expense_claims.voucher_by_number(session, office.clerk, " bx-2026-0001 ").number == saved.number
        )
        with refusal("claim.unknown_number"):
            expense_claims.voucher_by_number(session, office.clerk, "BX-1999-0001")


def test_who_may_not_see_claims_sees_none(office: Office) -> None:
    saved = office.save(office.draft("5"))
    with office.writing() as session:
        nobody = add_person(session, "新人", office.board)
    with refusal("permission.denied"):
        office.detail(saved, nobody)
    with refusal("permission.denied"), office.database.read() as session:
        expense_claims.voucher(session, nobody, saved.id)


def test_what_was_granted_prints_before_the_last_level_has_decided(office: Office) -> None:
    advance = office.paid(office.advance_draft("300"))
    saved = office.submit(office.save(office.offsetting(advance, "800", "6000", offset="300")))
    assert voucher(office, saved).sanctioned_total is None  # type: ignore[union-attr]  # a claim has one
    with office.writing() as session:
        less = {0: Decimal("732.63")}
        given = {"note": "超标准", "command_id": command()}
        granted = expense_claims.sanction(session, office.head, saved.id, saved.version, less, **given)
    form = voucher(office, office.approve(granted))
    assert isinstance(form, ClaimVoucher)
    assert [line.sanctioned for line in form.lines] == [Decimal("732.63"), Decimal(6000)]
    assert (form.sanctioned_total, form.settlement) == (Decimal("6732.63"), Decimal("6432.63"))
    assert form.settlement == office.detail(granted).payable
