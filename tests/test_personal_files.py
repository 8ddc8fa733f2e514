"""The personnel file: saved whole, numbers that tell sex and birthday, lists that refuse what the law does not allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from models.people import Employee
from models.personnel import (
    DeductionItem,
    Education,
    IdentityKind,
    PersonalFile,
    Sex,
    SpecialDeduction,
)
from services import audit, audit_sight, bank_cards, identity_checks, personal_files
from services.errors import Refused
from services.permissions import Permission, Role
from services.personal_drafts import (
    CardDraft,
    DeductionDraft,
    DependantDraft,
    HealthDraft,
    PersonalFileDraft,
    PostDraft,
    TaxYearDraft,
)
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
PERSON = 1
MAN = "420101199001010018"  # born 1990-01-01
WOMAN = "420101199001010026"
CHILD = DependantDraft("小明", "儿子")
JANUARY = date(2026, 1, 1)


def load(database, employee_id=PERSON):
    with database.read() as session:
        return personal_files.get(session, CLERK, employee_id)


def keep(database, draft):
    with database.write() as session:
        return personal_files.save(session, CLERK, draft, today=TODAY)


def refused(database, draft):
    with pytest.raises(Refused) as caught:
        keep(database, draft)
    return caught.value.code, caught.value.field


def deduct(item, first, last=None, amount=None, dependant=""):
    return DeductionDraft(item, None if amount is None else Decimal(amount), first, last, dependant)


def test_a_whole_file_comes_back_as_it_was_saved(either):
    draft = replace(
        load(either),
        identity_number=MAN,
        household_address="武汉市江岸区",
        education=Education.BACHELOR,
        file_place="武汉市人才中心",
        cards=(CardDraft(date(2025, 3, 1), "招商银行", "6214 8300 0000 0009"),),
        dependants=(CHILD,),
        deductions=(deduct(DeductionItem.CHILD_EDUCATION, date(2025, 9, 1), dependant="小明"),),
        tax_years=(TaxYearDraft(2026, first_wage=True),),
        posts=(PostDraft(date(2025, 3, 1), 1, "测绘员", 3, "入职"),),
        health_checks=(HealthDraft(date(2025, 5, 20), "省中医院", "合格"),),
    )
    assert keep(either, draft) == PERSON
    found = load(either)
    assert (found.version, found.sex, found.born_on) == (1, Sex.MALE, date(1990, 1, 1))
    assert found.cards[0].number == "6214830000000009"
    assert found.deductions[0].amount == Decimal(2000)
    assert found.deductions[0].dependant == "小明"
    assert found.health_checks[0].next_due == date(2026, 5, 20)
    assert found.posts == draft.posts
    assert found.tax_years[0].opening_income == Decimal(0)
    assert keep(either, found) == PERSON
    assert load(either).version == 1


def test_the_account_of_the_employee_follows_the_card_in_force(database):
    card = CardDraft(date(2025, 3, 1), "招商银行", "6214830000000009")
    keep(database, replace(load(database), cards=(card,)))
    with database.read() as session:
        assert session.get(Employee, PERSON).bank_account == card.number
    later = CardDraft(date(2026, 12, 1), "工商银行", "6212260000000000018")
    keep(database, replace(load(database), cards=(later, card)))
    with database.read() as session:
        assert session.get(Employee, PERSON).bank_account == card.number
        assert bank_cards.in_force(session, later.from_on)[PERSON].number == later.number


def test_an_account_entered_by_hand_is_left_alone(database):
    with database.write() as session:
        session.get(Employee, PERSON).bank_account = "6217000000000000004"
    card = CardDraft(date(2025, 3, 1), "招商银行", "6214830000000009")
    keep(database, replace(load(database), cards=(card,)))
    with database.read() as session:
        assert session.get(Employee, PERSON).bank_account == "6217000000000000004"


def test_two_people_with_one_number_are_refused_and_the_other_is_named(either):
    keep(either, replace(load(either), identity_number=MAN))
    with pytest.raises(Refused) as caught:
        keep(either, replace(load(either, 2), identity_number=MAN.lower()))
    with either.read() as session:
        other = session.get(Employee, PERSON)
    assert caught.value.code == "personal_file.same_number"
    assert caught.value.field == "identity_number"
    assert caught.value.values == {"name": other.name, "number": other.number}


def test_a_number_of_fifteen_places_is_completed_and_tells_sex_and_birthday(database):
    keep(database, replace(load(database), identity_number="110105 491231002"))
    found = load(database)
    assert (found.identity_number, found.sex) == ("11010519491231002X", Sex.FEMALE)
    assert found.born_on == date(1949, 12, 31)


@pytest.mark.parametrize(
    ("changes", "doubts"),
    [
        ({"identity_number": MAN}, {}),
        ({"identity_number": "420101199001010019"}, {"identity_number": "check_digit"}),
        ({"identity_number": "4201"}, {"identity_number": "length"}),
        ({"identity_number": "420101199002300018"}, {"identity_number": "birthday"}),
        ({"identity_number": MAN, "sex": Sex.FEMALE}, {"sex": "sex_differs"}),
        ({"identity_number": MAN, "born_on": date(1990, 1, 2)}, {"born_on": "birthday_differs"}),
        ({"identity_number": WOMAN, "sex": Sex.FEMALE}, {}),
        ({"identity_kind": IdentityKind.PASSPORT, "identity_number": "E1"}, {}),
        ({"born_on": date(2011, 1, 1), "hired_on": date(2026, 1, 1)}, {"born_on": "too_young"}),
    ],
)
def test_what_contradicts_the_number_is_doubted_and_nothing_refused(changes, doubts):
    draft = replace(PersonalFileDraft(PERSON), **changes)
    assert identity_checks.doubts(draft) == doubts


def test_a_contradiction_is_saved_as_it_is(database):
    keep(database, replace(load(database), identity_number=MAN, sex=Sex.FEMALE))
    assert load(database).sex is Sex.FEMALE


def test_a_card_that_fails_its_check_digit_is_a_warning():
    cards = (CardDraft(TODAY, "招行", "6222021234567890"), CardDraft(TODAY, "招行", "6214830000000009"))
    assert bank_cards.doubts(cards) == [(0, "check_digit")]


@pytest.mark.parametrize(
    ("lines", "code", "field"),
    [
        (
            (deduct(DeductionItem.HOUSING_LOAN, JANUARY), deduct(DeductionItem.HOUSING_RENT, date(2026, 6, 1))),
            "deduction.loan_and_rent",
            "deductions.1.item",
        ),
        ((deduct(DeductionItem.ELDERLY_CARE, JANUARY, amount="2000"),), "deduction.elderly_share", "deductions.0.amount"),
        ((deduct(DeductionItem.ELDERLY_CARE, JANUARY, amount="3000.01"),), "deduction.too_much", "deductions.0.amount"),
        (
            (deduct(DeductionItem.INFANT_CARE, JANUARY, dependant="小明"), deduct(DeductionItem.CHILD_EDUCATION, date(2026, 9, 1), dependant="小明")),
            "deduction.overlaps",
            "deductions.1.item",
        ),
        ((deduct(DeductionItem.CHILD_EDUCATION, JANUARY),), "record.required", "deductions.0.dependant"),
        ((deduct(DeductionItem.CHILD_EDUCATION, JANUARY, dependant="小红"),), "deduction.dependant", "deductions.0.dependant"),
        ((deduct(DeductionItem.HOUSING_RENT, JANUARY, date(2025, 1, 1)),), "deduction.months", "deductions.0.to_month"),
        ((deduct(DeductionItem.HOUSING_RENT, JANUARY, amount="-1"),), "deduction.amount", "deductions.0.amount"),
        ((deduct(DeductionItem.CONTINUING_EDUCATION, JANUARY, date(2030, 1, 1)),), "deduction.too_long", "deductions.0.to_month"),
        ((deduct(DeductionItem.PRIVATE_PENSION, JANUARY, amount="1000.01"),), "deduction.a_year", "deductions.0.amount"),
        ((deduct(None, JANUARY),), "record.required", "deductions.0.item"),
        ((deduct(DeductionItem.HOUSING_RENT, None),), "record.required", "deductions.0.from_month"),
    ],
)  # fmt: skip
def test_deductions_the_law_does_not_allow_are_refused_at_their_cell(database, lines, code, field):
    draft = replace(load(database), dependants=(CHILD,), deductions=lines)
    assert refused(database, draft) == (code, field)
    assert load(database).version is None


@pytest.mark.parametrize(
    "lines",
    [
        (deduct(DeductionItem.INFANT_CARE, date(2021, 1, 1), dependant="小明"),),
        (deduct(DeductionItem.ENTERPRISE_ANNUITY, JANUARY, amount="640.50"),),
        (deduct(DeductionItem.HOUSING_LOAN, JANUARY, date(2026, 5, 31)), deduct(DeductionItem.HOUSING_RENT, date(2026, 6, 15))),
        (deduct(DeductionItem.ELDERLY_CARE, JANUARY, amount="1500"),),
        (deduct(DeductionItem.ELDERLY_CARE, JANUARY),),
        (deduct(DeductionItem.CONTINUING_EDUCATION, JANUARY, date(2029, 12, 1)), deduct(DeductionItem.CONTINUING_EDUCATION, date(2026, 7, 1), date(2026, 7, 1), "3600")),
        (deduct(DeductionItem.PRIVATE_PENSION, date(2025, 12, 1), date(2026, 1, 1), "6000"),),
        (deduct(DeductionItem.INFANT_CARE, JANUARY, dependant="小明"), deduct(DeductionItem.CHILD_EDUCATION, JANUARY, dependant="小红")),
    ],
)  # fmt: skip
def test_what_the_law_allows_is_saved(database, lines):
    family = (CHILD, DependantDraft("小红", "女儿", "11010120190303002X"))
    keep(database, replace(load(database), dependants=family, deductions=lines))
    assert len(load(database).deductions) == len(lines)


def test_somebody_leaves_the_family_together_with_their_deduction(either):
    line = deduct(DeductionItem.CHILD_EDUCATION, JANUARY, dependant="小明")
    keep(either, replace(load(either), dependants=(CHILD,), deductions=(line,)))
    keep(either, replace(load(either), dependants=(), deductions=()))
    with either.read() as session:
        assert session.scalar(select(func.count(SpecialDeduction.id))) == 0
    assert load(either).version == 2


def test_somebody_whom_a_deduction_is_for_stays(database):
    line = deduct(DeductionItem.CHILD_EDUCATION, JANUARY, dependant="小明")
    draft = replace(load(database), dependants=(DependantDraft("小红"),), deductions=(line,))
    assert refused(database, draft) == ("deduction.dependant", "deductions.0.dependant")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"cards": (CardDraft(TODAY, "招行", "62x"),)}, "card.number", "cards.0.number"),
        ({"cards": (CardDraft(None, "招行", "62"),)}, "record.required", "cards.0.from_on"),
        ({"cards": (CardDraft(TODAY, "招行", "62"), CardDraft(TODAY, "工行", "63"))}, "card.same_day", "cards.1.from_on"),
        ({"dependants": (CHILD, CHILD)}, "dependant.twice", "dependants.1.name"),
        ({"tax_years": (TaxYearDraft(),)}, "record.required", "tax_years.0.year"),
        ({"tax_years": (TaxYearDraft(2018),)}, "tax_year.range", "tax_years.0.year"),
        ({"tax_years": (TaxYearDraft(2026), TaxYearDraft(2026))}, "tax_year.twice", "tax_years.1.year"),
        ({"tax_years": (TaxYearDraft(2026, prior_income=Decimal(-1)),)}, "tax_year.amount", "tax_years.0.prior_income"),
        ({"tax_years": (TaxYearDraft(2026, opened_through=date(2025, 5, 1)),)}, "tax_year.opened_through", "tax_years.0.opened_through"),
        ({"tax_years": (TaxYearDraft(2026, opening_income=Decimal(1)),)}, "tax_year.opening_without_month", "tax_years.0.opened_through"),
        ({"posts": (PostDraft(),)}, "record.required", "posts.0.from_on"),
        ({"posts": (PostDraft(TODAY, 1, grade=9),)}, "employee.grade", "posts.0.grade"),
        ({"posts": (PostDraft(TODAY, 1), PostDraft(TODAY, 1))}, "post.same_day", "posts.1.from_on"),
        ({"health_checks": (HealthDraft(),)}, "record.required", "health_checks.0.checked_on"),
        ({"health_checks": (HealthDraft(TODAY, next_due=TODAY),)}, "health.next_due", "health_checks.0.next_due"),
        ({"health_checks": (HealthDraft(TODAY), HealthDraft(TODAY))}, "health.same_day", "health_checks.1.checked_on"),
        ({"born_on": date(2026, 1, 1), "hired_on": date(2025, 1, 1)}, "personal_file.born", "born_on"),
        ({"confirmed_on": date(2024, 1, 1), "hired_on": date(2025, 1, 1)}, "personal_file.confirmed", "confirmed_on"),
    ],
)  # fmt: skip
def test_lists_are_refused_at_their_cell_and_nothing_is_saved(database, changes, code, field):
    assert refused(database, replace(load(database), **changes)) == (code, field)
    with database.read() as session:
        assert session.scalar(select(func.count(PersonalFile.id))) == 0


def test_opening_figures_of_a_company_that_starts_in_june_come_back(database):
    year = TaxYearDraft(2026, opened_through=date(2026, 5, 20), opening_income=Decimal("50000.50"))
    keep(database, replace(load(database), tax_years=(year,)))
    found = load(database).tax_years[0]
    assert (found.opened_through, found.opening_income) == (date(2026, 5, 1), Decimal("50000.50"))


def test_who_works_on_an_old_state_is_told(database):
    first = load(database)
    keep(database, replace(first, note="a"))
    assert refused(database, replace(first, note="b")) == ("record.stale", None)
    now = load(database)
    keep(database, replace(now, health_checks=(HealthDraft(TODAY),)))
    assert refused(database, replace(now, note="c")) == ("record.stale", None)


def test_the_history_says_what_changed_in_the_lists_and_only_to_those_who_may_see_files(
    database, administrator
):
    keep(database, replace(load(database), identity_number=MAN))
    keep(database, replace(load(database), cards=(CardDraft(TODAY, "招商银行", "6214830000000009"),)))
    with database.read() as session:
        file_id = session.scalar(select(PersonalFile.id))
        newest = audit.history(session, CLERK, "personal_file", file_id)[0]
    assert newest.changes["cards"] == [[], ["2026-03-12 招商银行 6214830000000009"]]
    with database.read() as session, pytest.raises(Refused, match="permission"):
        personal_files.get(session, actor_of_role(Role.CASHIER), PERSON)


def test_who_sees_no_pay_sees_and_changes_no_tax_year(database):
    year = TaxYearDraft(2026, prior_income=Decimal(88_888), prior_twelve_months=True)
    keep(database, replace(load(database), tax_years=(year,)))
    office = actor_of_role(Role.ADMINISTRATOR)
    with database.write() as session:
        seen = personal_files.get(session, office, PERSON)
        assert seen.tax_years == ()
        personal_files.save(session, office, replace(seen, school="武汉大学"), today=TODAY)
        acts = personal_files.history(session, office, PERSON)
        assert [act.action for act in acts] == ["edit", "create"]
        assert "88888" not in str([act.changes for act in acts])
        assert "88888" in str([act.changes for act in personal_files.history(session, CLERK, PERSON)])
    assert load(database).tax_years[0].prior_income == Decimal(88_888)
    assert audit_sight.PRIVATE["tax_year"] is Permission.PAYROLL_SEE
