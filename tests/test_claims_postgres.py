"""Claims on a server, several PCs at once: the same path, and every race has one winner."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from models.approval import ApproverKind
from models.expense_claim import ClaimState
from models.user import Role
from services import expense_claims, integrity, registers
from services.claim_values import Saved
from services.database import Database
from services.registers import Query
from tests import claims
from tests.claims import TODAY, add_rule, at_once, invoice_file, make_office


@pytest.fixture
def company(office: Database) -> claims.Office:
    return make_office(office)


def test_a_claim_goes_its_whole_way_on_a_server(company: claims.Office, tmp_path: Path) -> None:
    draft = company.from_files(invoice_file(tmp_path)).draft
    paid = company.pay(company.approve(company.submit(Saved(draft.id or 0, draft.version or 0, ""))))
    assert company.detail(paid).state == ClaimState.PAID
    assert company.detail(company.void(paid)).reverses_number == "BX-2026-0001"
    with company.database.read() as session:
        assert integrity.invariants(session) == []
        query = Query(TODAY, chip="all", text="lwj")
        assert len(registers.window(session, company.clerk, expense_claims.REGISTER, query, 0, 9)) == 2
        for chip in expense_claims.REGISTER.chips:
            registers.count(session, company.clerk, expense_claims.REGISTER, Query(TODAY, chip=chip.name))


def test_of_two_approvers_at_once_one_wins_on_a_server(company: claims.Office) -> None:
    with company.writing() as session:
        add_rule(session, 1, "管理层", ApproverKind.ROLE, role=Role.MANAGER, paper_kind="claim")
    for _ in range(5):
        submitted = company.submit(company.save(company.draft("10")))
        clicks = [partial(company.approve, submitted, actor) for actor in (company.head, company.boss)]
        assert at_once(*clicks) == ["approval.already_decided", "done"]


def test_claims_never_take_more_than_the_advance_has_on_a_server(company: claims.Office) -> None:
    advance = company.paid(company.advance_draft("3000"))
    drafts = [company.save(company.offsetting(advance, "2000", offset="2000")) for _ in range(4)]
    answers = at_once(*(partial(company.submit, saved) for saved in drafts))
    assert answers == ["claim.offset_too_large"] * 3 + ["done"]


def test_one_invoice_is_claimed_once_on_a_server(company: claims.Office, tmp_path: Path) -> None:
    drafts = [company.from_files(invoice_file(tmp_path)).draft for _ in range(2)]
    saved = []
    for draft in drafts:
        shown = company.detail(Saved(draft.id or 0, draft.version or 0, "")).checks
        saved.append(company.save(replace(draft, reasons={check.key: "同一张" for check in shown})))
    answers = at_once(*(partial(company.submit, one) for one in saved))
    assert answers.count("done") == 1
    assert set(answers) <= {"done", "claim.stopped", "claim.invoice_in_use"}
