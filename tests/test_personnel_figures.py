"""What payroll and tax files ask of the personnel file: cards in force, deductions of a month, tax years, identities."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.people import Employee
from models.personnel import (
    BankCard,
    DeductionItem,
    IdentityKind,
    PersonalFile,
    Sex,
    SpecialDeduction,
    TaxYear,
)
from services import bank_cards, personal_files, special_deductions, tax_years
from services.tax_years import TaxYearFigures

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def deduct(employee_id, item, amount, first, last=None):
    return SpecialDeduction(
        employee_id=employee_id, item=item, amount=Decimal(amount), from_month=first, to_month=last
    )


def test_the_card_in_force_is_the_latest_that_has_begun(either):
    with either.write() as session:
        session.get(Employee, 1).bank_account = "6217000000000000004"
        session.get(Employee, 2).bank_account = "6212260000000000018"
        session.get(Employee, 2).bank_name = "工行"
        for day, number in ((date(2025, 1, 1), "6214830000000009"), (APRIL, "6222020000000000000")):
            session.add(BankCard(employee_id=1, from_on=day, bank_name="招行", number=number))
    with either.read() as session:
        assert bank_cards.in_force(session, date(2026, 3, 31))[1].number == "6214830000000009"
        assert bank_cards.in_force(session, APRIL)[1].number == "6222020000000000000"
        assert bank_cards.in_force(session, APRIL)[2] == bank_cards.Card("工行", "6212260000000000018")
        assert 1 not in bank_cards.in_force(session, date(2024, 12, 31))
        assert 3 not in bank_cards.in_force(session, APRIL)


def test_deductions_of_a_month_are_those_that_run_in_it_and_other_deductions_stand_apart(either):
    with either.write() as session:
        session.add_all(
            [
                deduct(1, DeductionItem.CHILD_EDUCATION, "2000", date(2025, 9, 1)),
                deduct(1, DeductionItem.ELDERLY_CARE, "1500", date(2025, 1, 1), MARCH),
                deduct(1, DeductionItem.PRIVATE_PENSION, "1000", MARCH, MARCH),
                deduct(2, DeductionItem.HOUSING_RENT, "1500", APRIL),
            ]
        )
    with either.read() as session:
        assert special_deductions.of_month(session, MARCH) == {1: Decimal(3500)}
        assert special_deductions.other_of_month(session, MARCH) == {1: Decimal(1000)}
        assert special_deductions.of_month(session, APRIL) == {1: Decimal(2000), 2: Decimal(1500)}
        assert special_deductions.items_of_month(session, APRIL)[2] == {
            DeductionItem.HOUSING_RENT: Decimal(1500)
        }


def test_the_year_so_far_counts_the_months_of_this_year_since_the_person_was_hired(either):
    with either.write() as session:
        session.get(Employee, 2).hired_on = date(2026, 3, 16)
        session.add_all(
            [
                deduct(1, DeductionItem.CHILD_EDUCATION, "2000", date(2025, 9, 1)),
                deduct(1, DeductionItem.HOUSING_LOAN, "1000", date(2025, 1, 1), date(2026, 2, 1)),
                deduct(1, DeductionItem.HOUSING_RENT, "1500", MARCH),
                deduct(2, DeductionItem.INFANT_CARE, "2000", date(2026, 1, 1)),
                deduct(3, DeductionItem.INFANT_CARE, "2000", date(2024, 1, 1), date(2025, 12, 1)),
            ]
        )
    with either.read() as session:
        found = special_deductions.year_to_date(session, APRIL)
    assert found[1] == {
        DeductionItem.CHILD_EDUCATION: Decimal(8000),
        DeductionItem.HOUSING_LOAN: Decimal(2000),
        DeductionItem.HOUSING_RENT: Decimal(3000),
    }
    assert found[2] == {DeductionItem.INFANT_CARE: Decimal(4000)}
    assert 3 not in found


def test_tax_years_come_by_person_with_the_rule_of_sixty_thousand(either):
    with either.write() as session:
        for employee_id, income, whole in ((1, "60000", True), (2, "60000.01", True), (3, "30000", False)):
            session.add(
                TaxYear(
                    employee_id=employee_id,
                    year=2026,
                    prior_income=Decimal(income),
                    prior_twelve_months=whole,
                    opening_withheld=Decimal("12.30"),
                )
            )
    with either.read() as session:
        found = tax_years.of_year(session, 2026)
        assert tax_years.of_year(session, 2025) == {}
    assert [found[one].prior_year_at_most(Decimal(60_000)) for one in (1, 2, 3)] == [True, False, False]
    assert found[1].opening_withheld == Decimal("12.30")
    assert TaxYearFigures().deduct_basic


def test_identities_say_who_a_person_is_to_offices(either):
    with either.write() as session:
        session.add(
            PersonalFile(
                employee_id=1,
                identity_number="420101199001010018",
                sex=Sex.MALE,
                born_on=date(1990, 1, 1),
            )
        )
        session.add(PersonalFile(employee_id=2, identity_kind=IdentityKind.PASSPORT))
    with either.read() as session:
        found = personal_files.identities(session)
    assert (found[1].number, found[1].sex, found[1].kind) == (
        "420101199001010018",
        Sex.MALE,
        IdentityKind.ID_CARD,
    )
    assert found[2].number == ""
    assert found[2].nationality == "中国"
