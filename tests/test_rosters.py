"""The roster by the statutory fields, on paper and as a table, and the list a bank opens cards by."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from models.people import Company, Employee
from models.personnel import BankCard, EmploymentKind, PersonalFile, Sex
from services import labour_contracts, rosters
from services.errors import Refused
from services.exchange import foreign_sheets, xlsx
from services.labour_contract_rules import ContractDraft
from services.permissions import Role
from services.reports.roster_form import roster_pdf
from services.terms import ContractKind
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
MAN = "420101199001010018"


@pytest.fixture
def house(database):
    with database.write() as session:
        session.add(Company(name="武汉光谷测绘信息有限公司"))
        first, second = session.get(Employee, 1), session.get(Employee, 2)
        first.hired_on, first.phone = date(2024, 3, 1), "13900000001"
        second.hired_on, second.left_on = date(2024, 3, 1), date(2026, 1, 31)
        session.get(Employee, 3).hired_on = date(2026, 4, 1)
        file = PersonalFile(
            employee_id=1, identity_number=MAN, sex=Sex.MALE, household_address="武汉市江岸区1号"
        )
        file.employment_kind = EmploymentKind.PART_TIME
        session.add(file)
        session.add(BankCard(employee_id=1, from_on=TODAY, bank_name="招商银行", number="6214830000000009"))
        span = {"employee_id": 1, "from_on": date(2024, 3, 1), "to_on": date(2027, 2, 28)}
        labour_contracts.save(session, CLERK, ContractDraft(**span))
        labour_contracts.save(session, CLERK, ContractDraft(**span | {"kind": ContractKind.NDA}))
        endless = ContractDraft(employee_id=4, kind=ContractKind.OPEN_ENDED, from_on=date(2024, 3, 1))
        labour_contracts.save(session, CLERK, endless)
    return database


def made(database, on=TODAY):
    with database.read() as session:
        return rosters.roster(session, CLERK, on=on)


def test_the_roster_has_who_is_here_with_the_fields_of_the_regulation(house):
    found = made(house)
    assert [row.number for row in found.rows] == ["0001", "0004", "0005", "0006"]
    row = found.rows[0]
    assert (row.sex, row.identity_number, row.employment) == ("男", MAN, "非全日制")
    assert (row.household_address, row.phone, row.hired_on) == (
        "武汉市江岸区1号",
        "13900000001",
        date(2024, 3, 1),
    )
    assert row.term == "2024-03-01至2027-02-28"
    assert found.rows[1].term == "无固定期限"


def test_a_day_before_the_company_began_has_nobody(house):
    with house.write() as session:
        for employee_id in range(1, 7):
            session.get(Employee, employee_id).hired_on = TODAY
    with pytest.raises(Refused, match="nothing"):
        made(house, date(2020, 1, 1))


def test_the_printed_roster_names_company_day_and_everybody(house):
    pdf = roster_pdf(made(house))
    assert pdf == roster_pdf(made(house))
    page = pypdfium2.PdfDocument(pdf)[0]
    assert page.get_width() > page.get_height()
    text = page.get_textpage().get_text_range()
    for words in (
        "武汉光谷测绘信息有限公司",
        "2026年03月12日",
        MAN,
        "劳动合同期限",
        "无固定期限",
        "在册 4 人",
    ):
        assert words in text


def test_the_table_keeps_long_numbers_whole_and_days_as_days(house, tmp_path):
    found, target = made(house), tmp_path / "roster.xlsx"
    rows = [row.cells(place) for place, row in enumerate(found.rows, start=1)]
    xlsx.write_table(target, "职工名册", rosters.HEADINGS, rows)
    written = foreign_sheets.read_sheet(target).rows
    assert written[0] == rosters.HEADINGS
    assert (written[1][4], written[1][11][:10]) == (MAN, "2024-03-01")


def test_the_list_for_the_bank_has_the_number_the_phone_and_the_card(house):
    with house.read() as session:
        rows = rosters.bank_list(session, CLERK, [1], on=TODAY)
    assert len(rows[0]) == len(rosters.BANK_HEADINGS)
    assert rows[0][2:5] == ("居民身份证", MAN, "13900000001")
    assert rows[0][6:8] == ("6214830000000009", "招商银行")


def test_no_bank_opens_a_card_without_an_identity_number(house):
    with house.read() as session:
        name = session.get(Employee, 5).name
        with pytest.raises(Refused) as caught:
            rosters.bank_list(session, CLERK, [1, 5], on=TODAY)
        assert caught.value.values == {"names": name}
        with pytest.raises(Refused, match="nothing"):
            rosters.bank_list(session, CLERK, [], on=TODAY)
        with pytest.raises(Refused, match="permission"):
            rosters.roster(session, actor_of_role(Role.CASHIER), on=TODAY)
