"""Whose paper it is: nobody changes another's claim but who writes for others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from models.user import Role
from services import attachments, expense_claims, typed_invoices
from services.claim_records import load
from services.claim_values import ClaimDraft, Saved
from services.database import Database, Session
from services.errors import Refused
from services.permissions import Actor, permissions_of
from tests.claims import TODAY, Office, add_person, command, invoice_file, make_office, refusal

WRITERS = [role for role in Role if role != Role.AUDITOR]
FOR_OTHERS = {Role.CLERK, Role.ADMINISTRATOR}


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def edit(session: Session, actor: Actor, office: Office, saved: Saved) -> None:
    draft = replace(expense_claims.get(session, actor, saved.id), purpose="改过的事由")
    expense_claims.save(session, actor, draft, today=TODAY)


def submit(session: Session, actor: Actor, office: Office, saved: Saved) -> None:
    expense_claims.submit(session, actor, saved.id, saved.version, command(), today=TODAY)


def withdraw(session: Session, actor: Actor, office: Office, saved: Saved) -> None:
    sent = expense_claims.submit(session, office.clerk, saved.id, saved.version, command(), today=TODAY)
    expense_claims.withdraw(session, actor, sent.id, sent.version, command())


def delete(session: Session, actor: Actor, office: Office, saved: Saved) -> None:
    expense_claims.delete(session, actor, saved.id, saved.version)


ACTS = [edit, submit, withdraw, delete]


def paper(session: Session, office: Office, actor: Actor, whose: str) -> Saved:
    """A submittable draft: the actor's own, begun by them for the head, or the head's and the clerk's."""
    reasons = {f"no_invoice:{place}": "无票" for place in range(3)}
    claimant = actor.employee_id if whose == "own" else office.head.employee_id
    draft = office.draft("100", claimant_id=claimant, reasons=reasons)
    saved = expense_claims.save(session, office.clerk, draft, today=TODAY)
    if whose == "created":
        load(session, saved.id).created_by_id = actor.user_id
        session.flush()
    return replace(saved, version=expense_claims.get(session, office.clerk, saved.id).version or 0)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("whose", ["own", "created", "other"])
@pytest.mark.parametrize("role", WRITERS)
def test_a_paper_is_changed_by_its_people_and_by_who_writes_for_others(
    office: Office, role: Role, whose: str, act: Callable[[Session, Actor, Office, Saved], None]
) -> None:
    with office.writing() as session:
        actor = add_person(session, "某人", office.survey, role)
        saved = paper(session, office, actor, whose)
        if whose == "other" and role not in FOR_OTHERS:
            with refusal("claim.not_yours"):
                act(session, actor, office, saved)
            assert office_sees(session, actor, saved) <= {"print", "remind"}
        else:
            assert {"edit", "submit", "delete"} <= office_sees(session, actor, saved)
            act(session, actor, office, saved)


def office_sees(session: Session, actor: Actor, saved: Saved) -> set[str]:
    return {act.value for act in expense_claims.detail(session, actor, saved.id, today=TODAY).actions}


@pytest.mark.parametrize("role", WRITERS)
def test_a_new_paper_for_somebody_else_is_for_who_writes_for_others(office: Office, role: Role) -> None:
    with office.writing() as session:
        actor = add_person(session, "某人", office.survey, role)
        expense_claims.save(session, actor, office.draft("1", claimant_id=actor.employee_id), today=TODAY)
        if role in FOR_OTHERS:
            assert expense_claims.save(session, actor, office.draft("1"), today=TODAY).id
            return
        with pytest.raises(Refused) as refused:
            expense_claims.save(session, actor, office.draft("1"), today=TODAY)
        assert (refused.value.code, refused.value.field) == ("claim.for_others", "claimant_id")


def test_ones_own_paper_is_not_handed_to_somebody_else(office: Office) -> None:
    with office.writing() as session:
        own = office.draft("1", claimant_id=office.cashier.employee_id)
        saved = expense_claims.save(session, office.cashier, own, today=TODAY)
        draft = replace(
            expense_claims.get(session, office.cashier, saved.id), claimant_id=office.head.employee_id
        )
        with refusal("claim.for_others"):
            expense_claims.save(session, office.cashier, draft, today=TODAY)


def with_invoice(office: Office, folder: Path) -> ClaimDraft:
    return office.from_files(invoice_file(folder)).draft


def test_the_cashier_neither_adds_invoices_to_the_paper_they_will_pay_nor_types_or_removes_them(
    office: Office, tmp_path: Path
) -> None:
    draft = with_invoice(office, tmp_path)
    path, reading = invoice_file(tmp_path, "26422000000481236554")
    assert draft.id
    with office.writing() as session:
        file = attachments.of(session, office.cashier, "expense_claim", draft.id)[0].id
        typed = typed_invoices.get(session, office.cashier, draft.lines[0].invoice_id or 0)
        more = replace(typed, number="26422000000481236561", total=Decimal(900))
        for act in (
            lambda: expense_claims.draft_from_invoices(
                session, office.cashier, [reading], [path], today=TODAY, draft=draft
            ),
            lambda: typed_invoices.correct(session, office.cashier, more, today=TODAY),
            lambda: typed_invoices.add(session, office.cashier, draft, 0, more, today=TODAY),
            lambda: attachments.remove(session, office.cashier, file),
        ):
            with refusal("claim.not_yours"):
                act()


def test_a_claim_the_head_wrote_for_somebody_goes_to_the_head_above(office: Office) -> None:
    roles = office.head.roles | {Role.CLERK}
    writing = replace(office.head, roles=roles, permissions=permissions_of(roles))
    with office.writing() as session:
        saved = expense_claims.save(session, writing, office.draft("10"), today=TODAY)
    steps = office.detail(office.submit(saved)).steps
    assert [(step.label, step.approver_name) for step in steps] == [("部门审批", "何志远")]
