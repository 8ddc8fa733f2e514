"""What personnel.see shows: files, contracts, papers and their history, and no figure of pay in any of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from models.personnel import TaxYear
from models.personnel_paper import PersonnelPaper
from services import (
    labour_contract_ends,
    personal_files,
    personal_overview,
    personnel_details,
    personnel_papers,
    personnel_standing,
)
from services.database import Database
from services.permissions import Actor, Permission
from tests import payrolls, personnel
from tests.personnel import TODAY, joiner

WAGE, INCOME, JOINERS = "87654", "765432", "Decimal('8000"


def test_who_sees_files_and_no_pay_reads_no_figure_of_pay(
    database: Database, clerk: Actor, administrator: Actor
) -> None:
    assert administrator.can(Permission.PERSONNEL_SEE)
    assert not administrator.can(Permission.PAYROLL_SEE)
    with database.write() as session:
        personnel.set_up(session)
        personnel.submitted(session, clerk, joiner())
    person = payrolls.hire(database, "甲", base=WAGE)
    with database.write() as session:
        own = personal_files.get(session, clerk, person)
        personal_files.save(session, clerk, replace(own, household_address="武汉"), today=TODAY)
        session.add(TaxYear(employee_id=person, year=TODAY.year, prior_income=Decimal(INCOME)))
    with database.read() as session:
        paper = session.query(PersonnelPaper).one()

        def told(actor: Actor) -> str:
            return repr(
                (
                    personal_files.get(session, actor, person),
                    personal_files.history(session, actor, person),
                    personal_overview.in_short(session, actor, person, today=TODAY),
                    personnel_papers.get(session, actor, paper.id),
                    personnel_details.detail(session, actor, paper.id, today=TODAY),
                    personnel_standing.standing(session, actor, person, TODAY),
                    labour_contract_ends.of_employee(session, actor, person),
                )
            )

        assert all(figure in told(clerk) for figure in (WAGE, INCOME, JOINERS))
        assert not [figure for figure in (WAGE, INCOME, JOINERS) if figure in told(administrator)]
