"""A claim while it is written: numbered, saved, refused at the field, found, deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.expense_claim import ExpenseClaim, PaperKind
from models.project import Project, ProjectState
from models.user import Role
from services import expense_claims
from services.claim_values import ClaimDraft, LineDraft
from services.database import Database
from services.errors import Refused
from services.expense_claims import ClaimAction
from tests.claims import TODAY, Office, add_person, make_office, refusal


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def test_a_claim_gets_its_number_when_it_is_first_saved(office: Office) -> None:
    first, second = office.save(office.draft("10")), office.save(office.draft("10"))
    advance = office.save(office.advance_draft())
    assert [first.number, second.number, advance.number] == ["BX-2026-0001", "BX-2026-0002", "JK-2026-0001"]


def test_what_was_typed_comes_back(office: Office) -> None:
    draft = office.draft("556", "800.50", project_id=office.project)
    saved = office.save(draft)
    lines = tuple(replace(line, sanctioned=line.amount) for line in draft.lines)
    amount = Decimal("1356.50")
    assert office.get(saved) == replace(draft, id=saved.id, version=saved.version, lines=lines, amount=amount)


def test_lines_may_be_changed_added_and_taken_away(office: Office) -> None:
    saved = office.save(office.draft("1", "2", "3"))
    draft = office.get(saved)
    office.save(replace(draft, lines=draft.lines[1:2]))
    assert [line.amount for line in office.detail(saved).lines] == [Decimal(2)]
    assert office.detail(saved).amount == Decimal(2)


def test_changing_a_line_alone_makes_the_older_view_stale(office: Office) -> None:
    saved = office.save(office.draft("1"))
    draft = office.get(saved)
    office.save(replace(draft, lines=(replace(draft.lines[0], amount=Decimal(5)),)))
    with refusal("record.stale"):
        office.save(draft)


def test_an_empty_draft_is_for_the_actor_in_their_department(office: Office) -> None:
    with office.database.read() as session:
        draft = expense_claims.new(session, office.clerk, PaperKind.CLAIM, today=TODAY)
        stranger = replace(office.clerk, employee_id=None)
        nobody = expense_claims.new(session, stranger, PaperKind.CLAIM, today=TODAY)
    assert (draft.claimant_id, draft.department_id) == (office.clerk.employee_id, office.survey)
    assert (nobody.claimant_id, nobody.department_id) == (None, None)


def line(**changes: object) -> LineDraft:
    base = LineDraft(1, TODAY, amount=Decimal(5))
    return replace(base, **changes)  # type: ignore[arg-type]  # values of its own fields


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"claimant_id": None}, "record.required", "claimant_id"),
        ({"department_id": None}, "record.required", "department_id"),
        ({"business_date": None}, "record.required", "business_date"),
        ({"purpose": "  "}, "record.required", "purpose"),
        ({"claimant_id": 99999}, "claim.unknown_choice", "claimant_id"),
        ({"department_id": 99999}, "claim.unknown_choice", "department_id"),
        ({"project_id": 99999}, "claim.unknown_choice", "project_id"),
        ({"kind": PaperKind.REVERSAL}, "claim.unknown_choice", "kind"),
        ({"lines": (line(category_id=None),)}, "record.required", "lines.0.category_id"),
        ({"lines": (line(category_id=99999),)}, "claim.unknown_choice", "lines.0.category_id"),
        ({"lines": (line(spent_on=None),)}, "record.required", "lines.0.spent_on"),
        ({"lines": (line(spent_to=date(2026, 1, 1)),)}, "claim.days_turned", "lines.0.spent_to"),
        ({"lines": (line(amount=Decimal(0)),)}, "claim.amount_missing", "lines.0.amount"),
        ({"lines": (line(amount=Decimal(-1)),)}, "claim.amount_negative", "lines.0.amount"),
        ({"lines": (line(amount=Decimal("0.001")),)}, "claim.amount_wrong", "lines.0.amount"),
        ({"lines": (line(amount=Decimal("NaN")),)}, "claim.amount_wrong", "lines.0.amount"),
        ({"lines": (line(amount=Decimal("1e30")),)}, "claim.amount_too_large", "lines.0.amount"),
        ({"lines": (line(amount=Decimal("999999999999.99")),) * 2}, "claim.amount_too_large", "lines"),
        ({"lines": (line(tax=Decimal(-1)),)}, "claim.amount_negative", "lines.0.tax"),
        ({"lines": (line(invoice_id=7),)}, "claim.invoice_elsewhere", "lines.0.invoice_id"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_nothing_is_stored(
    office: Office, changes: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        office.save(office.draft("1", **changes))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert office.save(office.draft("1")).number == "BX-2026-0001"


def test_a_closed_project_takes_no_more_claims(office: Office) -> None:
    with office.writing() as session:
        session.get_one(Project, office.project).state = ProjectState.CLOSED
    with refusal("claim.project_closed"):
        office.save(office.draft("1", project_id=office.project))


def test_a_claim_may_not_turn_into_an_advance(office: Office) -> None:
    saved = office.save(office.draft("1"))
    advance = replace(office.advance_draft(), id=saved.id, version=saved.version)
    with refusal("claim.unknown_choice"):
        office.save(advance)


def test_a_draft_can_be_deleted_and_a_submitted_claim_cannot(office: Office) -> None:
    saved, submitted = office.save(office.draft("1")), office.submit(office.save(office.draft("2")))
    with office.writing() as session:
        expense_claims.delete(session, office.clerk, saved.id, saved.version)
    with refusal("record.gone"):
        office.detail(saved)
    with refusal("claim.wrong_state"), office.writing() as session:
        expense_claims.delete(session, office.clerk, submitted.id, submitted.version)


def test_everybody_sees_the_actions_that_are_theirs_now(office: Office) -> None:
    saved = office.save(office.draft("800"))
    acts = {ClaimAction.EDIT, ClaimAction.SUBMIT, ClaimAction.DELETE, ClaimAction.PRINT}
    assert office.detail(saved).actions == acts
    submitted = office.submit(saved)
    assert office.detail(submitted).actions == {
        ClaimAction.WITHDRAW,
        ClaimAction.REMIND,
        ClaimAction.PRINT,
    }
    decides = {ClaimAction.APPROVE, ClaimAction.RETURN, ClaimAction.SANCTION}
    assert decides <= office.detail(submitted, office.head).actions
    assert not decides & office.detail(submitted, office.boss).actions
    assert ClaimAction.PAY in office.detail(office.approve(submitted), office.cashier).actions


def test_a_claim_of_two_thousand_lines_works(office: Office) -> None:
    saved = office.save(office.draft(*["1.01"] * 2000))
    submitted = office.submit(saved)
    assert office.detail(submitted).amount == Decimal(2020)


def test_two_people_who_edit_one_claim_do_not_overwrite_each_other(office: Office) -> None:
    saved = office.save(office.draft("1"))
    mine, theirs = office.get(saved), office.get(saved)
    office.save(replace(theirs, purpose="他们的"))
    with refusal("record.stale"):
        office.save(replace(mine, purpose="我的"))
    assert office.detail(saved).purpose == "他们的"


def test_an_auditor_sees_and_changes_nothing(office: Office) -> None:
    saved = office.save(office.draft("1"))
    with office.writing() as session:
        auditor = add_person(session, "周审计", office.board, Role.AUDITOR)
    assert office.detail(saved, auditor).actions == {ClaimAction.PRINT}
    with refusal("permission.denied"):
        office.submit(saved, auditor)


def test_the_history_tells_old_and_new(office: Office) -> None:
    saved = office.save(office.draft("1"))
    office.save(replace(office.get(saved), purpose="新的事由"))
    changes = office.detail(saved).history[0].changes
    assert changes["purpose"] == ["武汉—宜昌 外业差旅", "新的事由"]


def test_a_draft_is_found_by_name_initials_amount_and_purpose(office: Office) -> None:
    saved = office.save(office.draft("4286.50"))
    with office.database.read() as session:
        text = session.get_one(ExpenseClaim, saved.id).search_text
    for word in ("李文静", "lwj", "428650", "bx20260001", "外业差旅", "测绘一部"):
        assert word in text


def test_an_advance_needs_an_amount_and_a_day_it_is_due(office: Office) -> None:
    with refusal("record.required"):
        office.save(replace(office.advance_draft(), due_on=None))
    with refusal("claim.amount_missing"):
        office.save(office.advance_draft("0"))
    with refusal("claim.due_before_date"):
        office.save(office.advance_draft(due=TODAY - timedelta(days=1)))
    with refusal("claim.offset_of_advance"):
        office.save(replace(office.advance_draft(), lines=office.draft("1").lines))


def test_a_claim_that_is_gone_says_so(office: Office) -> None:
    with refusal("record.gone"):
        office.save(ClaimDraft(**{**_fields(office.draft("1")), "id": 4711, "version": 1}))


def _fields(draft: ClaimDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in ClaimDraft.__slots__}
