"""What is told and shown of a personnel paper, to whom, and what may be done with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.payroll import PayrollRun, RunState
from models.personnel import PersonalFile
from models.personnel_paper import OfficePaperState, PersonnelKind, PersonnelPaper
from services import (
    office_details,
    office_papers,
    personnel_checks,
    personnel_details,
    personnel_forms,
    personnel_papers,
)
from services.errors import Refused
from services.personnel_details import PersonnelAction
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine
from services.personnel_terms import Ending
from tests import personnel
from tests.personnel import (
    KIND,
    OTHER_NUMBER,
    TODAY,
    approved,
    click,
    joiner,
    saved,
    submitted,
    worker,
)


@pytest.fixture
def session(database):
    with database.write() as opened:
        yield opened


@pytest.fixture
def deciders(session):
    return personnel.set_up(session)


def refusal(session, actor, draft) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused, session.begin_nested():
        personnel_papers.save(session, actor, draft, today=TODAY)
    return refused.value.code, refused.value.field


def paper_on(kind: PersonnelKind, employee: int, day: date, **more) -> PersonnelDraft:
    return PersonnelDraft(kind=kind, employee_id=employee, effective_on=day, **more)


@pytest.mark.parametrize("state", [RunState.SUBMITTED, RunState.APPROVED, RunState.LOCKED])
@pytest.mark.parametrize(("month", "told"), [(3, False), (4, True)])  # April's sheet pays March
def test_a_settled_month_is_said_and_allowed(session, deciders, clerk, state, month, told):
    run = PayrollRun(
        number="GZ-1",
        month=date(2026, month, 1),
        due_on=TODAY,
        pay_on=TODAY,
        made_by_id=1,
        made_by_name="陈小雨",
    )
    session.add(run)
    session.flush()
    run.state = state
    session.flush()
    paper = saved(session, clerk, joiner())
    found = [(one.code, one.values["month"]) for one in personnel_checks.remarks(session, paper)]
    assert found == ([("month_locked", "2026-04")] if told else [])


def test_a_notice_too_short_and_a_severance_due_are_said(session, deciders, clerk):
    employee = worker(session)
    leave = paper_on(
        PersonnelKind.LEAVE, employee, date(2026, 3, 20), ending=Ending.RESIGNED, notice_on=date(2026, 3, 1)
    )
    paper = saved(session, clerk, leave)
    remark = personnel_checks.remarks(session, paper)[0]
    assert (remark.code, remark.values) == ("notice_short", {"days": 30, "day": "2026-03-31"})
    session.add(PersonalFile(employee_id=employee, probation_until=date(2026, 6, 1)))
    session.flush()
    assert personnel_checks.remarks(session, paper) == []  # three days are enough on probation
    other = replace(leave, id=paper.id, version=paper.version, ending=Ending.NOTICE)
    personnel_papers.save(session, clerk, other, today=TODAY)
    remarks = personnel_checks.remarks(session, paper)
    assert [one.code for one in remarks] == ["dismissal_short", "severance"]
    assert remarks[0].values == {"days": 19, "day": "2026-03-31"}


@pytest.mark.parametrize(
    ("notice", "codes"),
    [(None, ["dismissal_unnoticed", "severance"]), (date(2026, 2, 18), ["severance"])],
)
def test_a_dismissal_is_told_by_thirty_days(session, deciders, clerk, notice, codes):
    leave = paper_on(
        PersonnelKind.LEAVE, worker(session), date(2026, 3, 20), ending=Ending.NOTICE, notice_on=notice
    )
    assert [one.code for one in personnel_checks.remarks(session, saved(session, clerk, leave))] == codes


def test_pay_is_hidden_from_those_who_may_not_see_it_and_kept_when_they_save(
    session, deciders, clerk, administrator
):
    paper = saved(session, clerk, joiner())
    draft = personnel_papers.get(session, administrator, paper.id)
    assert draft.pay is None
    personnel_papers.save(session, administrator, replace(draft, reason="改了事由"), today=TODAY)
    assert paper.reason == "改了事由"
    assert [line.amount for line in personnel_papers.get(session, clerk, paper.id).pay] == [
        Decimal("8000.00"), Decimal("300.00"),
    ]  # fmt: skip
    hidden = personnel_details.detail(session, administrator, paper.id, today=TODAY)
    assert (hidden.pay, hidden.history) == (None, ())
    form = personnel_forms.printed(session, administrator, paper.id, today=TODAY)
    assert (form.pay, form.pay_hidden) == ((), True)
    assert "8000" not in paper.search_text
    rows = office_details.rows(session, administrator, KIND, paper.id)
    assert not any(isinstance(row.after, Decimal) for row in rows)


def test_a_change_of_pay_is_written_by_those_who_may_change_pay(session, deciders, administrator):
    employee = worker(session)
    draft = paper_on(PersonnelKind.PAY_CHANGE, employee, TODAY, pay=(PayLine(1, amount=Decimal(1)),))
    assert refusal(session, administrator, draft)[0] == "permission.denied"


def test_an_edited_paper_must_be_the_one_that_was_seen_and_still_a_draft(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    draft = personnel_papers.get(session, clerk, paper.id)
    assert refusal(session, clerk, draft)[0] == "office_paper.wrong_state"
    assert refusal(session, clerk, replace(draft, version=0))[0] == "record.stale"
    with pytest.raises(Refused) as refused:
        personnel_papers.remove(session, clerk, paper.id, paper.version)
    assert refused.value.code == "office_paper.wrong_state"


def test_a_draft_is_deleted_with_its_list(session, deciders, clerk):
    paper = saved(session, clerk, joiner())
    assert personnel_papers.remove(session, clerk, paper.id, paper.version)
    assert session.query(PersonnelPaper).count() == 0


def test_an_approved_paper_is_taken_back_before_its_day_only(session, deciders, clerk, manager):
    later = approved(session, clerk, deciders, joiner(effective_on=date(2026, 4, 1)))
    with pytest.raises(Refused) as refused:
        personnel_papers.void(session, manager, later.id, later.version, reason=" ", command_id=click())
    assert refused.value.code == "approval.reason_missing"
    with pytest.raises(Refused) as refused:
        personnel_papers.void(session, manager, later.id, 0, reason="x", command_id=click())
    assert refused.value.code == "record.stale"
    again = click()
    for _ in range(2):
        personnel_papers.void(session, manager, later.id, later.version, reason="不来了", command_id=again)
    assert (later.state, later.state_note) == (OfficePaperState.VOIDED, "不来了")
    assert personnel_papers.apply_due(session, clerk, date(2026, 4, 1)) == 0
    done = approved(session, clerk, deciders, joiner(identity_number=OTHER_NUMBER, name="孙某"))
    with pytest.raises(Refused) as refused:
        personnel_papers.void(session, manager, done.id, done.version, reason="x", command_id=click())
    assert refused.value.code == "personnel.in_effect"


def test_what_may_be_done_depends_on_state_and_person(session, deciders, clerk, cashier):
    paper = saved(session, clerk, joiner())

    def may(actor):
        return {one.value for one in personnel_details.detail(session, actor, paper.id, today=TODAY).actions}

    assert may(clerk) == {"edit_paper", "submit", "delete", "print_paper"}
    office_papers.submit(session, clerk, KIND, paper.id, paper.version, click())
    assert may(clerk) == {"withdraw", "print_paper"}
    assert may(deciders[0]) == {"approve", "return", "print_paper"}
    assert may(deciders[1]) == {"print_paper"}
    with pytest.raises(Refused):
        may(cashier)
    assert PersonnelAction.TICK not in personnel_details.detail(session, clerk, paper.id, today=TODAY).actions


def test_the_headline_counts_what_is_to_do(session, deciders, clerk):
    saved(session, clerk, joiner())
    submitted(session, clerk, joiner(identity_number=OTHER_NUMBER, name="孙某"))
    employee = worker(session)
    approved(
        session,
        clerk,
        deciders,
        paper_on(PersonnelKind.LEAVE, employee, date(2026, 5, 1), ending=Ending.AGREED),
    )
    found = personnel_papers.headline(session, clerk)
    assert (found.to_finish, found.submitted, found.to_come, found.next_on) == (1, 1, 1, date(2026, 5, 1))


def test_doubtful_numbers_warn_a_joiner_only():
    wrong = joiner(identity_number="420101199001010019", bank_number="6222021234567890")
    assert personnel_checks.doubts(wrong) == {"identity_number": "check_digit", "bank_number": "check_digit"}
    assert personnel_checks.doubts(joiner()) == {}
    assert personnel_checks.doubts(replace(wrong, kind=PersonnelKind.LEAVE)) == {}
