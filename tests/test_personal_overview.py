"""The file in short: the contract that holds, the card in force, what is missing, contradicts or is overdue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.people import Employee
from models.personnel import DeductionItem, Sex
from services import labour_contracts, personal_files, personal_overview
from services.labour_contract_rules import ContractDraft
from services.permissions import Role
from services.personal_drafts import CardDraft, DeductionDraft, HealthDraft
from services.terms import ContractKind
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
MAN = "420101199001010018"


def keep(database, employee_id=1, **changes):
    with database.write() as session:
        draft = personal_files.get(session, CLERK, employee_id)
        personal_files.save(session, CLERK, replace(draft, **changes), today=TODAY)


def write(database, **values):
    usual = {"employee_id": 1, "from_on": date(2024, 3, 13), "to_on": date(2027, 3, 12)}
    with database.write() as session:
        return labour_contracts.save(session, CLERK, ContractDraft(**usual | values))


def short(database, today=TODAY):
    with database.read() as session:
        return personal_overview.in_short(session, CLERK, 1, today=today)


def test_an_empty_file_says_what_is_missing(either):
    assert short(either).wrong == ("no_number", "no_contract", "no_card")


def test_a_full_file_is_in_order_and_says_what_is_looked_up_most(either):
    write(either)
    write(either, kind=ContractKind.NDA, to_on=None)
    rent = DeductionDraft(DeductionItem.HOUSING_RENT, None, date(2026, 1, 1))
    keep(
        either,
        identity_number=MAN,
        cards=(CardDraft(TODAY, "招商银行", "6214830000000009"),),
        deductions=(rent,),
        health_checks=(HealthDraft(date(2025, 5, 1)),),
    )
    found = short(either)
    assert found.wrong == ()
    assert (found.age, found.card.number, found.next_check) == (36, "6214830000000009", date(2026, 5, 1))
    assert found.deductions == {DeductionItem.HOUSING_RENT: Decimal(1500)}
    assert (found.contract.kind, found.contract.to_on) == (ContractKind.FIXED_TERM, date(2027, 3, 12))


def test_what_contradicts_or_is_over_is_named(database):
    write(database, to_on=date(2025, 3, 12))
    keep(
        database,
        identity_number="420101199001010019",
        sex=Sex.FEMALE,
        born_on=date(1990, 1, 2),
        cards=(CardDraft(TODAY, "招商银行", "6222021234567890"),),
        health_checks=(HealthDraft(date(2025, 3, 1)),),
    )
    assert short(database).wrong == (
        "birthday_differs",
        "identity_number_check_digit",
        "sex_differs",
        "contract_over",
        "card_doubtful",
        "check_due",
    )


def test_an_open_ended_contract_has_no_last_day(database):
    write(database, kind=ContractKind.OPEN_ENDED, to_on=None)
    assert short(database).contract.to_on is None


def test_the_headline_counts_the_files_of_those_who_are_here(either):
    with either.write() as session:
        session.get(Employee, 6).left_on = date(2026, 1, 1)
    keep(either, identity_number=MAN, health_checks=(HealthDraft(date(2025, 4, 1)),))
    keep(either, 2, identity_number="420101199001010026", sex=Sex.MALE)
    keep(either, 6, health_checks=(HealthDraft(date(2024, 4, 1)),))
    with either.read() as session:
        found = personal_overview.headline(session, CLERK, today=TODAY)
        assert personal_files.last_by(session, CLERK, 1) == CLERK.name
        assert personal_files.last_by(session, CLERK, 5) == ""
    assert (found.no_number, found.wrong_number, found.checks_due) == (3, 1, 1)
