"""The company: one record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.user import Role
from services import company
from services.company import CompanyDraft
from services.errors import Refused
from tests.conftest import actor_of_role

ADMINISTRATOR = actor_of_role(Role.ADMINISTRATOR)
DRAFT = CompanyDraft(
    name="武汉云图测绘科技有限公司", tax_id="91350100M000100Y43", address="光谷", phone="027-1"
)


def save(database, draft):
    with database.write() as session:
        return company.save(session, ADMINISTRATOR, draft)


def test_before_anybody_entered_it_the_company_is_empty(database):
    with database.read() as session:
        assert company.get(session, ADMINISTRATOR) == CompanyDraft()


def test_the_company_comes_back_as_saved_and_stays_one(database):
    saved = save(database, replace(DRAFT, tax_id=" 9135 0100 m000100y43 "))
    assert save(database, replace(DRAFT, id=saved, version=1, name="云图测绘")) == saved
    with database.read() as session:
        assert company.get(session, ADMINISTRATOR) == replace(DRAFT, id=saved, version=2, name="云图测绘")


def test_a_second_company_or_a_stale_one_is_refused(database):
    save(database, DRAFT)
    for late in (DRAFT, replace(DRAFT, id=1, version=7)):
        with pytest.raises(Refused, match=r"record\.stale"):
            save(database, late)


def test_a_company_needs_its_name(database):
    with pytest.raises(Refused) as refused:
        save(database, replace(DRAFT, name=" "))
    assert (refused.value.code, refused.value.field) == ("record.required", "name")


def test_a_doubtful_tax_number_is_only_a_doubt():
    assert company.doubts(DRAFT) == company.doubts(CompanyDraft()) == {}
    assert company.doubts(replace(DRAFT, tax_id="91350100M000100Y44")) == {"tax_id": "check_digit"}


def test_a_clerk_reads_the_company_and_does_not_change_it(database):
    clerk = actor_of_role(Role.CLERK)
    with database.write() as session:
        assert company.get(session, clerk) == CompanyDraft()
        with pytest.raises(Refused, match=r"permission\.denied"):
            company.save(session, clerk, DRAFT)
