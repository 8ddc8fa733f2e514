"""Somebody who comes back needs a contract of their new employment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.people import Employee
from services import labour_contract_ends
from services.labour_contract_ends import EndCause, EndDraft
from tests.conftest import TODAY
from tests.test_labour_contracts import CLERK, FIRST, end, save


def test_somebody_who_came_back_needs_a_contract_again(either):
    def missing() -> list[int]:
        with either.read() as session:
            return [one for one, _ in labour_contract_ends.without_contract(session, CLERK, today=TODAY)]

    with either.write() as session:
        for person in session.query(Employee):
            person.hired_on, person.left_on = None, None
        session.get(Employee, 1).hired_on = date(2020, 1, 1)
    assert missing() == [1]
    old = replace(FIRST, from_on=date(2020, 1, 1), signed_on=date(2020, 1, 1), probation_until=None)
    first = save(either, replace(old, employee_id=1, to_on=date(2027, 12, 31)))
    assert missing() == []
    end(either, first, EndDraft(EndCause.AGREED, ended_on=date(2025, 6, 30)))
    assert missing() == []  # whoever stays on is told of by "expired", not here
    with either.write() as session:
        session.get(Employee, 1).hired_on = date(2026, 3, 2)
    assert missing() == [1]
