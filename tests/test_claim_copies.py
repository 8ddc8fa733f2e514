"""A paper made from the last one: everything that comes again, nothing that belongs to the old one alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.expense_category import ExpenseCategory
from models.expense_claim import PaperKind
from models.project import Project, ProjectState
from services import claim_copies
from services.claim_copies import Copied
from tests.claims import TODAY, Office, invoice_file, make_office, refusal
from tests.packets import make_desk_of
from tests.recurring import leave

LATER = TODAY + timedelta(days=30)


@pytest.fixture
def office(database) -> Office:
    return make_office(database)


def copy(office: Office, paper, actor=None, today=LATER) -> Copied:
    with office.database.read() as session:
        return claim_copies.copy(session, actor or office.clerk, paper.id, today=today)


def test_people_project_purpose_and_lines_come_again_moved_to_today(office):
    desk = make_desk_of(office)
    draft = office.draft("100", "200", project_id=office.project, funding_source_id=desk.university)
    paid = office.paid(draft)
    found = copy(office, paid)
    assert found.left_out == ()
    new = found.draft
    assert (new.id, new.version, new.business_date) == (None, None, LATER)
    same = ("kind", "claimant_id", "department_id", "project_id", "purpose", "funding_source_id")
    assert [getattr(new, name) for name in same] == [getattr(draft, name) for name in same]
    old_day = draft.lines[0].spent_on
    assert [(line.amount, line.spent_on) for line in new.lines] == [
        (Decimal(100), old_day + timedelta(days=30)),
        (Decimal(200), old_day + timedelta(days=30)),
    ]
    assert office.save(new, today=LATER).number != paid.number


def test_invoices_taxes_offsets_and_reasons_stay_with_the_old_paper(office, tmp_path):
    made = office.from_files(invoice_file(tmp_path))
    lines = tuple(replace(line, category_id=office.categories["交通"]) for line in made.draft.lines)
    saved = office.save(replace(office.get(made.draft), lines=lines, reasons={"x:": "y"}))
    new = copy(office, saved).draft
    assert [(line.invoice_id, line.tax, line.amount) for line in new.lines] == [
        (None, Decimal(0), Decimal("556.00"))
    ]
    assert (new.offsets, new.reasons, new.recurring_id) == ((), {}, None)


def test_no_day_lies_ahead(office):
    line = replace(office.draft("1").lines[0], spent_on=TODAY, spent_to=TODAY)
    old = office.save(office.draft(lines=(line,), business_date=TODAY - timedelta(days=5)))
    new = copy(office, old).draft
    assert (new.lines[0].spent_on, new.lines[0].spent_to) == (LATER, LATER)


def test_what_has_ended_since_is_left_empty_and_named(office):
    paid = office.paid(office.draft("1", project_id=office.project))
    with office.writing() as session:
        session.get_one(Project, office.project).state = ProjectState.CLOSED
        session.get_one(ExpenseCategory, office.categories["补助"]).active = False
        leave(session, office.clerk.employee_id, TODAY)
    found = copy(office, paid)
    assert found.left_out == ("李文静", "宜昌不动产测绘", "补助")
    assert (found.draft.claimant_id, found.draft.project_id, found.draft.lines[0].category_id) == (
        None,
        None,
        None,
    )


def test_advances_and_reversals_are_not_copied(office):
    paid = office.paid(office.draft("1"))
    for paper in (office.paid(office.advance_draft()), office.void(paid)):
        with refusal("claim.not_copied"):
            copy(office, paper)


def test_a_travel_claim_keeps_its_kind(office):
    saved = office.save(office.draft("1", kind=PaperKind.TRAVEL))
    assert copy(office, saved).draft.kind is PaperKind.TRAVEL


def test_somebody_elses_paper_is_not_copied_unless_one_writes_for_others(office, cashier):
    saved = office.save(office.draft("1"))
    with refusal("claim.not_yours"):
        copy(office, saved, cashier)
