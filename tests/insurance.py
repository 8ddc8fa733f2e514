"""A small company for the tests of insurance: one city with the policy of domain 2.3, people, one who decides."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models.approval import ApprovalRule, ApproverKind
from models.insurance import ChangeKind, Enrolment, InsuranceBase, InsuranceChange
from models.people import Employee
from models.personnel import EmploymentKind, PersonalFile
from models.user import Role
from services import insurance_changes, insurance_lodging, search
from services.database import Database
from services.insurance_change_rules import ChangeReason
from services.insurance_changes import ChangeDraft
from services.permissions import Actor
from services.terms import Fund
from tests.conftest import actor_of_role
from tests.test_insurance_amounts import CITY, HOUSING, ITEMS, policy

TODAY = date(2026, 11, 20)  # a Friday
MONTH = date(2026, 11, 1)
CUT_OFF = 25
_numbers = itertools.count(1)


def command() -> str:
    """A new command id, as every click has its own."""
    return f"insurance-{next(_numbers)}"


@dataclass(frozen=True)
class House:
    """The database and who acts: HR writes, the manager decides."""

    database: Database
    hr: Actor
    manager: Actor

    def person(self, name: str, **given: object) -> int:
        """Somebody who works here since 3 November unless said otherwise; the id."""
        kind = given.pop("kind", None)
        values = {
            "hired_on": date(2026, 11, 3),
            "department_id": 1,
            "number": f"9{next(_numbers):04}",
        } | given
        started = values.pop("started_work_on", None)
        probation = values.pop("probation_until", None)
        with self.database.write() as session:
            made = Employee(name=name, search_text=search.text_for(name), **values)
            session.add(made)
            session.flush()
            if kind or started or probation:
                session.add(
                    PersonalFile(
                        employee_id=made.id, employment_kind=kind or EmploymentKind.FULL_TIME,
                        started_work_on=started, probation_until=probation,
                    )
                )  # fmt: skip
            return made.id

    def insure(
        self, employee_id: int, base: str = "8000", *, since: date = date(2026, 1, 1), city: str = CITY
    ) -> None:
        """Both funds, as if it had always been so."""
        with self.database.write() as session:
            for fund in Fund:
                session.add(
                    Enrolment(employee_id=employee_id, fund=fund, city=city, from_month=since, to_month=None)
                )
                session.add(
                    InsuranceBase(employee_id=employee_id, fund=fund, from_month=since, base=Decimal(base))
                )

    def create(self, draft: ChangeDraft, *, today: date = TODAY) -> list[int]:
        with self.database.write() as session:
            made = insurance_changes.create(session, self.hr, draft, command_id=command(), today=today)
        return [one.id for one in made]

    def submit(self, ids: list[int]) -> list[int]:
        with self.database.write() as session:
            insurance_changes.submit(session, self.hr, ids, command_id=command())
        return ids

    def agree(self, ids: list[int], *, today: date = TODAY) -> list[int]:
        for change_id in ids:
            with self.database.write() as session:
                version = session.get_one(InsuranceChange, change_id).version
                insurance_changes.agree(
                    session, self.manager, change_id, version, command_id=command(), today=today
                )
        return ids

    def approved(self, draft: ChangeDraft) -> list[int]:
        return self.agree(self.submit(self.create(draft)))

    def lodged(self, draft: ChangeDraft, *, on: date = TODAY) -> list[int]:
        ids = self.approved(draft)
        with self.database.write() as session:
            insurance_lodging.lodge(
                session, self.hr, ids, lodged_on=on, receipt_number="WH1", command_id=command(), today=on
            )
        return ids

    def change(self, change_id: int) -> InsuranceChange:
        with self.database.read() as session:
            return session.get_one(InsuranceChange, change_id)

    def enrolled(self, employee_id: int) -> list[tuple[Fund, str, date, date | None]]:
        with self.database.read() as session:
            rows = session.query(Enrolment).filter_by(employee_id=employee_id)
            return sorted((row.fund, row.city, row.from_month, row.to_month) for row in rows)


def house(database: Database, **given: object) -> House:
    """The test city for both funds, everybody of `conftest` insured, one level of approval by a manager."""
    values = {"cut_off_day": CUT_OFF} | given
    with database.write() as session:
        session.add_all([policy(Fund.SOCIAL, ITEMS, **values), policy(Fund.HOUSING, HOUSING, **values)])
        rule = ApprovalRule(level=1, label="负责人", approver=ApproverKind.ROLE, role=Role.MANAGER)
        session.add(rule)
    made = House(database, actor_of_role(Role.HR), actor_of_role(Role.MANAGER))
    for employee_id in range(1, len(Role) + 1):
        made.insure(employee_id)
    return made


def draft(employee_id: int, kind: ChangeKind = ChangeKind.JOIN, **given: object) -> ChangeDraft:
    """A change from November on."""
    reasons = {ChangeKind.JOIN: ChangeReason.FROM_INSIDE, ChangeKind.STOP: ChangeReason.PAUSED}
    base = None if kind in {ChangeKind.STOP, ChangeKind.RESUME} else Decimal(8000)
    made = ChangeDraft(
        employee_id=employee_id, kind=kind, city=CITY, month=MONTH, base=base, reason=reasons.get(kind)
    )
    return replace(made, **given)  # type: ignore[arg-type]  # fields of the draft
