"""The checks of a claim: what stops it, what wants a reason, what is in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from models.expense_claim import CheckLevel, ClaimState
from models.invoice import Invoice
from models.people import Company
from models.user import Role
from services import expense_claims, settings
from services.claim_check_row import Check
from services.claim_duplicates import duplicate_checks
from services.claim_rules import rules_on
from services.claim_values import ClaimDraft, Saved
from services.database import Database
from services.errors import Refused
from tests.claims import (
    COMPANY,
    SELLER,
    TAX_ID,
    TODAY,
    Office,
    add_person,
    at_once,
    command,
    invoice_file,
    make_office,
    refusal,
)


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


def saved_as(draft: ClaimDraft) -> Saved:
    assert draft.id, "saved"
    assert draft.version, "saved"
    return Saved(draft.id, draft.version, "")


def found(office: Office, draft: ClaimDraft) -> dict[str, Check]:
    return {check.code: check for check in office.detail(saved_as(draft)).checks}


def checks(office: Office, folder: Path, **changes: object) -> dict[str, Check]:
    """The checks of a claim with one invoice that differs from a good one by `changes`."""
    return found(office, office.from_files(invoice_file(folder, **changes)).draft)


def test_a_good_invoice_passes_every_check(office: Office, folder: Path) -> None:
    result = checks(office, folder)
    passed = {"invoice_used", "buyer_ours", "arithmetic", "lines_match", "invoice_age"}
    assert {code: check.level for code, check in result.items()} == dict.fromkeys(passed, CheckLevel.OK)
    assert result["invoice_used"].values == {"count": "1"}


@pytest.mark.parametrize(
    ("changes", "code", "level"),
    [
        ({"buyer_tax_id": "91110108300000002F"}, "buyer_tax_id", CheckLevel.STOP),
        ({"buyer_name": "别的公司"}, "buyer_name", CheckLevel.WARN),
        ({"buyer_name": "", "buyer_tax_id": ""}, "buyer_name", CheckLevel.WARN),
        ({"buyer_name": "个人", "buyer_tax_id": ""}, "buyer_personal", CheckLevel.WARN),
        ({"buyer_name": "李文静", "buyer_tax_id": ""}, "buyer_personal", CheckLevel.WARN),
        ({"buyer_tax_id": ""}, "buyer_tax_id_missing", CheckLevel.WARN),
        ({"net": Decimal("510.08")}, "arithmetic", CheckLevel.WARN),
        ({"number": ""}, "invoice_unread", CheckLevel.WARN),
        ({"date": None}, "invoice_unread", CheckLevel.WARN),
        ({"date": TODAY - timedelta(days=181)}, "invoice_old", CheckLevel.WARN),
        ({"date": TODAY + timedelta(days=1)}, "invoice_future", CheckLevel.STOP),
        ({"seller_name": COMPANY}, "seller_is_buyer", CheckLevel.STOP),
        ({"seller_tax_id": TAX_ID}, "seller_is_buyer", CheckLevel.STOP),
    ],
)
def test_a_bad_invoice_is_named_with_its_level(
    office: Office, folder: Path, changes: dict[str, object], code: str, level: CheckLevel
) -> None:
    number = changes.pop("number", "26422000000481236547")
    result = checks(office, folder, number=number, **changes)
    assert result[code].level == level


def test_full_width_brackets_and_blanks_in_the_name_mean_nothing(office: Office, folder: Path) -> None:
    with office.writing() as session:
        session.query(Company).one().name = "光谷测绘（武汉）有限公司"
    assert "buyer_ours" in checks(office, folder, buyer_name="光谷测绘(武汉) 有限公司")


@pytest.mark.parametrize(("amount", "code"), [("556.01", "lines_above"), ("555.99", "lines_below")])
def test_lines_are_held_against_their_invoice(office: Office, folder: Path, amount: str, code: str) -> None:
    draft = office.from_files(invoice_file(folder)).draft
    changed = replace(draft, lines=(replace(draft.lines[0], amount=Decimal(amount)),))
    assert code in found(office, replace(changed, version=office.save(changed).version))


def test_two_lines_may_share_an_invoice(office: Office, folder: Path) -> None:
    draft = office.from_files(invoice_file(folder)).draft
    halves = (replace(draft.lines[0], amount=Decimal(278), tax=Decimal(0)),) * 2
    saved = office.save(replace(draft, lines=halves))
    assert office.detail(saved).checks[3].code == "lines_match"


def test_an_invoice_handed_in_before_names_paper_person_and_day(office: Office, folder: Path) -> None:
    first = office.submit(saved_as(office.from_files(invoice_file(folder)).draft))
    check = checks(office, folder)["invoice_used"]
    assert check.level == CheckLevel.STOP
    assert check.values["other"] == first.number
    assert (check.values["claimant"], check.values["day"]) == ("李文静", "2026-11-20")


def test_a_stopped_claim_cannot_be_submitted(office: Office, folder: Path) -> None:
    office.submit(saved_as(office.from_files(invoice_file(folder)).draft))
    second = office.from_files(invoice_file(folder)).draft
    with pytest.raises(Refused) as refused:
        office.submit(saved_as(second))
    assert (refused.value.code, refused.value.values["check"].code) == ("claim.stopped", "invoice_used")
    assert refused.value.values["count"] == 1


def test_an_invoice_of_a_draft_warns_and_the_first_submitted_has_it(office: Office, folder: Path) -> None:
    first = office.from_files(invoice_file(folder)).draft
    second = office.from_files(invoice_file(folder)).draft
    check = found(office, second)["invoice_in_draft"]
    assert check.level == CheckLevel.WARN
    explained = office.save(
        replace(first, reasons={found(office, first)["invoice_in_draft"].key: "以此单为准"})
    )
    office.submit(explained)
    assert found(office, second)["invoice_used"].level == CheckLevel.STOP


def test_the_same_file_under_no_number_is_found(office: Office, folder: Path) -> None:
    path, reading = invoice_file(folder, number="")
    first = office.from_files((path, reading)).draft
    key = found(office, first)["invoice_unread"].key
    office.submit(office.save(replace(first, reasons={key: "手写发票"})))
    assert found(office, office.from_files((path, reading)).draft)["file_used"].level == CheckLevel.STOP


def test_same_seller_day_and_amount_under_another_number_warns(office: Office, folder: Path) -> None:
    office.submit(saved_as(office.from_files(invoice_file(folder, number="26422000000000000001")).draft))
    check = checks(office, folder, number="26422000000000000002")["look_alike"]
    assert (check.values["seller"], check.values["amount"]) == (SELLER, "556.00")


def test_a_voided_paper_frees_its_invoices(office: Office, folder: Path) -> None:
    submitted = office.submit(saved_as(office.from_files(invoice_file(folder)).draft))
    office.void(office.approve(submitted))
    again = office.from_files(invoice_file(folder)).draft
    assert found(office, again)["invoice_used"].level == CheckLevel.OK
    office.submit(saved_as(again))


def test_a_returned_claim_keeps_its_invoices_to_itself(office: Office, folder: Path) -> None:
    submitted = office.submit(saved_as(office.from_files(invoice_file(folder)).draft))
    with office.writing() as session:
        given = {"reason": "不清楚"}
        expense_claims.return_(session, office.head, submitted.id, submitted.version, command(), **given)
    assert checks(office, folder)["invoice_used"].level == CheckLevel.STOP


def test_a_line_of_a_category_that_needs_an_invoice_asks_for_a_reason(office: Office) -> None:
    draft = office.draft("5", "5")
    lines = tuple(replace(line, category_id=office.categories["交通"]) for line in draft.lines)
    saved = office.save(replace(draft, lines=lines))
    asked = [check.key for check in office.detail(saved).checks]
    assert asked == ["no_invoice:2026-11-12/5.00", "no_invoice:2026-11-12/5.00/2"]
    with pytest.raises(Refused) as refused:
        office.submit(saved)
    assert (refused.value.code, refused.value.field) == ("claim.reason_missing", f"reasons.{asked[0]}")
    reasons = dict.fromkeys(asked, "公交车无票")
    explained = office.save(replace(office.get(saved), reasons=reasons))
    detail = office.detail(office.submit(explained), office.head)
    assert [check.reason for check in detail.checks] == ["公交车无票"] * 2


def test_a_line_after_today_or_with_too_much_tax_stops(office: Office) -> None:
    draft = office.draft("5")
    late = replace(draft.lines[0], spent_to=TODAY + timedelta(days=1))
    taxed = replace(draft.lines[0], tax=Decimal(6))
    saved = office.save(replace(draft, lines=(late, taxed)))
    stops = {check.code for check in office.detail(saved).checks if check.level == CheckLevel.STOP}
    assert stops == {"line_future", "tax_above_amount"}


def test_what_is_old_today_was_not_old_at_the_submission(office: Office, folder: Path) -> None:
    submitted = office.submit(saved_as(office.from_files(invoice_file(folder)).draft))
    later = office.detail(submitted, today=TODAY + timedelta(days=300))
    assert {check.level for check in later.checks} == {CheckLevel.OK}


def test_a_draft_is_checked_as_it_stands_in_the_form(office: Office, folder: Path) -> None:
    draft = office.from_files(invoice_file(folder)).draft
    typed = replace(draft, lines=(replace(draft.lines[0], amount=Decimal(600)),), reasons={})
    with office.database.read() as session:
        codes = {c.code for c in expense_claims.check_draft(session, office.clerk, typed, today=TODAY)}
        bare = expense_claims.check_draft(session, office.clerk, ClaimDraft(), today=TODAY)
    assert "lines_above" in codes
    assert bare == []


def test_the_company_sets_its_own_limit(office: Office, folder: Path) -> None:
    with office.writing() as session:
        administrator = add_person(session, "管理员", office.board, Role.ADMINISTRATOR)
        settings.put(session, administrator, "claims.invoice_age_days", "5")
    assert checks(office, folder)["invoice_old"].values["limit"] == "5"


@pytest.mark.parametrize("value", ["soon", "-3", "NaN"])
def test_a_setting_that_is_no_number_leaves_the_rule_as_it_was(office: Office, value: str) -> None:
    with office.writing() as session:
        administrator = add_person(session, "管理员", office.board, Role.ADMINISTRATOR)
        settings.put(session, administrator, "claims.invoice_age_days", value)
    with office.database.read() as session:
        assert rules_on(session, TODAY).invoice_age_days == 180


def test_a_red_letter_invoice_that_was_stored_stops(office: Office, folder: Path) -> None:
    draft = office.from_files(invoice_file(folder)).draft
    with office.writing() as session:
        session.query(Invoice).one().red_letter = True
    assert found(office, draft)["red_letter"].level == CheckLevel.STOP


def test_the_same_invoice_twice_on_one_claim_stops(office: Office, folder: Path) -> None:
    draft = office.from_files(invoice_file(folder)).draft
    with office.database.read() as session:
        twice = session.query(Invoice).all() * 2
        assert [check.code for check in duplicate_checks(session, draft.id, twice)] == ["invoice_repeated"]


def test_an_invoice_without_total_is_left_out_of_the_sums(office: Office, folder: Path) -> None:
    draft = office.from_files(invoice_file(folder)).draft
    with office.writing() as session:
        session.query(Invoice).one().total = None
    assert {"lines_match", "invoice_unread"} <= found(office, draft).keys()


def test_two_claims_with_one_invoice_submitted_at_once(office: Office, folder: Path) -> None:
    drafts = [office.from_files(invoice_file(folder)).draft for _ in range(2)]
    explained = []
    for draft in drafts:
        reasons = {check.key: "同一张" for check in office.detail(saved_as(draft)).checks}
        explained.append(office.save(replace(draft, reasons=reasons)))
    answers = at_once(*(partial(office.submit, saved) for saved in explained))
    assert answers == ["claim.stopped", "done"]


def test_the_last_wall_against_a_double_claim_is_the_database(office: Office, folder: Path) -> None:
    used = office.submit(saved_as(office.from_files(invoice_file(folder)).draft))
    other = office.from_files(
        invoice_file(folder, number="26422000000000000009", seller_name="另一家客运公司")
    ).draft
    with office.writing() as session:
        session.query(Invoice).filter(Invoice.claim_id == used.id).one().used_key = "26422000000000000009"
    with refusal("claim.invoice_in_use"):
        office.submit(saved_as(other))
    assert office.detail(saved_as(other)).state == ClaimState.DRAFT
