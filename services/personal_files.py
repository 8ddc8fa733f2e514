"""Personal files 员工档案: the whole file of a person as one draft with its lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.personnel import Education, EmploymentKind, HouseholdKind, IdentityKind, PersonalFile, Sex
from services.permissions import open_to_all


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a person is to offices: what tax, insurance and bank files ask for ("" and None: not known)."""

    kind: IdentityKind = IdentityKind.ID_CARD
    number: str = ""
    sex: Sex | None = None
    born_on: date | None = None
    nationality: str = "中国"
    employment_kind: EmploymentKind = EmploymentKind.FULL_TIME
    household_kind: HouseholdKind | None = None
    household_address: str = ""
    home_address: str = ""
    email: str = ""
    education: Education | None = None
    started_work_on: date | None = None
    probation_until: date | None = None
    confirmed_on: date | None = None


@open_to_all("a step of services that have checked")
def identities(session: Session) -> Mapping[int, Identity]:
    """The identity of everybody with a file, by employee id; who is not among them has `Identity()`."""
    query = select(
        PersonalFile.employee_id,
        PersonalFile.identity_kind,
        PersonalFile.identity_number,
        PersonalFile.sex,
        PersonalFile.born_on,
        PersonalFile.nationality,
        PersonalFile.employment_kind,
        PersonalFile.household_kind,
        PersonalFile.household_address,
        PersonalFile.home_address,
        PersonalFile.email,
        PersonalFile.education,
        PersonalFile.started_work_on,
        PersonalFile.probation_until,
        PersonalFile.confirmed_on,
    )
    found = session.execute(query)
    return {row[0]: Identity(row[1], row[2] or "", *row[3:]) for row in found}
