"""Labour contracts: written in time, probation by term, renewed into an open-ended one, ended with notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.labour_contract import ContractAct, ContractKind
from models.people import Employee
from models.personnel import EmploymentKind, PersonalFile
from services import labour_contract_ends, labour_contract_rules, labour_contracts, registers
from services.errors import Refused
from services.labour_contract_ends import EndCause, EndDraft
from services.labour_contract_rules import ContractDraft
from services.labour_contracts import REGISTER
from services.permissions import Role
from services.registers import Query
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
START = date(2026, 3, 2)
FIRST = ContractDraft(employee_id=1, signed_on=START, from_on=START, to_on=date(2029, 3, 1))


def save(database, draft):
    with database.write() as session:
        return labour_contracts.save(session, CLERK, draft)


def refused(database, draft):
    with pytest.raises(Refused) as caught:
        save(database, draft)
    return caught.value.code, caught.value.field


def load(database, contract_id):
    with database.read() as session:
        return labour_contracts.get(session, CLERK, contract_id)


def renewal(database, contract_id):
    with database.write() as session:
        return labour_contracts.renewal(session, CLERK, contract_id)


def end(database, contract_id, draft):
    with database.write() as session:
        return labour_contract_ends.end(
            session, CLERK, contract_id, load(database, contract_id).version, draft
        )


def shown(database, chip, today=TODAY):
    with database.read() as session:
        rows = registers.window(session, CLERK, REGISTER, Query(today, chip), 0, 50)
    return [row[1] for row in rows]


def test_a_contract_gets_a_number_and_comes_back_as_saved(either):
    saved = save(either, replace(FIRST, probation_until=date(2026, 9, 1)))
    found = load(either, saved)
    assert found == replace(
        FIRST, id=saved, version=1, number="LD-2026-0001", probation_until=date(2026, 9, 1)
    )
    assert save(either, replace(found, note="补充协议见附件")) == saved
    assert load(either, saved).number == "LD-2026-0001"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"employee_id": None}, "record.required", "employee_id"),
        ({"kind": None}, "record.required", "kind"),
        ({"from_on": None}, "record.required", "from_on"),
        ({"to_on": None}, "record.required", "to_on"),
        ({"kind": ContractKind.OPEN_ENDED}, "contract.open_ended", "to_on"),
        ({"to_on": date(2026, 3, 1)}, "contract.days", "to_on"),
        ({"probation_until": date(2026, 9, 2)}, "contract.probation", "probation_until"),
        ({"probation_until": date(2026, 3, 1)}, "contract.days", "probation_until"),
        ({"to_on": date(2026, 6, 1), "probation_until": date(2026, 4, 2)}, "contract.probation", "probation_until"),
        ({"to_on": date(2026, 5, 31), "probation_until": date(2026, 3, 9)}, "contract.no_probation", "probation_until"),
        ({"to_on": date(2027, 3, 1), "probation_until": date(2026, 5, 2)}, "contract.probation", "probation_until"),
        ({"kind": ContractKind.PART_TIME, "probation_until": date(2026, 3, 9)}, "contract.no_probation", "probation_until"),
        ({"act": ContractAct.RENEWED}, "contract.previous", "previous_id"),
        ({"employee_id": 99}, "record.gone", "employee_id"),
    ],
)  # fmt: skip
def test_what_the_law_does_not_allow_is_refused_at_its_field(database, changes, code, field):
    assert refused(database, replace(FIRST, **changes)) == (code, field)


def test_probation_of_three_years_may_last_until_the_first_of_september(database):
    draft = replace(FIRST, probation_until=date(2026, 9, 2))
    with pytest.raises(Refused) as caught:
        save(database, draft)
    assert caught.value.values == {"months": 6, "day": date(2026, 9, 1)}


def test_an_open_ended_contract_may_have_six_months_of_probation(database):
    draft = replace(FIRST, kind=ContractKind.OPEN_ENDED, to_on=None, probation_until=date(2026, 9, 1))
    assert save(database, draft)


def test_two_contracts_at_a_time_are_refused_but_an_nda_stands_beside(database):
    save(database, FIRST)
    other = replace(FIRST, from_on=date(2027, 1, 1), to_on=date(2028, 1, 1))
    assert refused(database, other) == ("contract.overlaps", "from_on")
    assert save(database, replace(other, kind=ContractKind.NDA))
    assert save(database, replace(other, employee_id=2))


def test_renewing_proposes_the_same_term_and_after_the_second_one_an_open_ended_contract(either):
    first = save(either, FIRST)
    again = renewal(either, first)
    assert (again.kind, again.from_on, again.to_on) == (
        ContractKind.FIXED_TERM,
        date(2029, 3, 2),
        date(2032, 3, 1),
    )
    second = save(either, again)
    third = renewal(either, second)
    assert (third.kind, third.from_on, third.to_on) == (ContractKind.OPEN_ENDED, date(2032, 3, 2), None)
    assert third.fixed_before == 2
    fixed = replace(third, kind=ContractKind.FIXED_TERM, to_on=date(2035, 3, 1))
    assert labour_contract_rules.doubts(fixed) == {"kind": "open_ended_due"}
    assert load(either, save(either, fixed)).fixed_before == 2


def test_ten_years_here_are_enough_for_an_open_ended_contract(database):
    long = save(database, replace(FIRST, to_on=date(2036, 3, 1)))
    assert renewal(database, long).kind is ContractKind.OPEN_ENDED


def test_what_is_followed_or_has_no_end_is_not_renewed(database):
    first = save(database, FIRST)
    second = save(database, renewal(database, first))
    for contract_id, code in ((first, "contract.followed"),):
        with pytest.raises(Refused) as caught:
            renewal(database, contract_id)
        assert caught.value.code == code
        assert caught.value.values["number"] == load(database, second).number
    endless = save(database, replace(FIRST, employee_id=2, kind=ContractKind.OPEN_ENDED, to_on=None))
    with pytest.raises(Refused, match="not_renewable"):
        renewal(database, endless)
    again = replace(renewal(database, second), previous_id=first)
    assert refused(database, again) == ("contract.followed", "previous_id")


def test_a_renewal_begins_after_the_contract_before_it(database):
    first = save(database, FIRST)
    early = replace(renewal(database, first), from_on=date(2029, 3, 1))
    assert refused(database, early) == ("contract.before_previous", "from_on")


def test_probation_comes_once(database):
    first = save(database, replace(FIRST, probation_until=date(2026, 9, 1)))
    again = replace(renewal(database, first), probation_until=date(2029, 6, 1))
    assert refused(database, again) == ("contract.probation_once", "probation_until")


def test_a_change_carries_the_term_and_the_probation_that_runs_on_and_is_no_term_of_its_own(database):
    first = save(database, replace(FIRST, probation_until=date(2026, 9, 1)))
    with database.write() as session:
        draft = labour_contracts.change(session, CLERK, first, today=TODAY)
    assert (draft.act, draft.from_on, draft.to_on) == (ContractAct.CHANGED, TODAY, FIRST.to_on)
    changed = save(database, draft)
    assert renewal(database, changed).fixed_before == 1
    assert shown(database, "open") == [load(database, changed).number]
    assert refused(database, replace(draft, from_on=START)) == ("contract.followed", "previous_id")


@pytest.mark.parametrize(
    ("signed", "doubts"),
    [(date(2026, 4, 2), {}), (date(2026, 4, 3), {"signed_on": "signed_late"}), (None, {})],
)
def test_signing_later_than_a_month_is_doubted(signed, doubts):
    assert labour_contract_rules.doubts(replace(FIRST, signed_on=signed)) == doubts


@pytest.mark.parametrize(("today", "late"), [(date(2026, 4, 2), False), (date(2026, 4, 3), True)])
def test_a_contract_begun_in_march_is_late_from_the_third_of_april(either, today, late):
    save(either, replace(FIRST, signed_on=None))
    assert bool(shown(either, "unsigned", today)) is late


@pytest.mark.parametrize("first", [date(2026, 1, 28), date(2026, 1, 31), date(2026, 2, 28)])
def test_the_ends_of_months_are_late_on_the_day_after_their_month(first):
    due = labour_contract_rules.labour_law.contract_due(first)
    assert labour_contracts.first_in_time(due) <= first
    assert labour_contracts.first_in_time(due + timedelta(days=1)) > first


def test_chips_and_headline_say_what_needs_doing(either):
    with either.write() as session:
        for employee_id in range(1, 7):
            session.get(Employee, employee_id).hired_on = date(2020, 1, 1)
        session.get(Employee, 6).left_on = date(2026, 1, 1)
        session.add(PersonalFile(employee_id=5, employment_kind=EmploymentKind.DISPATCHED))
        name = session.get(Employee, 4).name
    old = replace(FIRST, from_on=date(2023, 4, 1), signed_on=date(2023, 4, 1), to_on=TODAY)
    save(either, replace(old, employee_id=1, to_on=TODAY + timedelta(days=60)))
    save(either, replace(old, employee_id=2, to_on=date(2026, 2, 1)))
    save(
        either,
        replace(
            FIRST, employee_id=3, from_on=date(2026, 1, 12), signed_on=None, probation_until=date(2026, 4, 11)
        ),
    )
    save(either, replace(old, employee_id=6))
    with either.read() as session:
        found = labour_contract_ends.headline(session, CLERK, today=TODAY)
        waiting = labour_contract_ends.waiting_count(session, CLERK, today=TODAY)
        other = labour_contract_ends.waiting_count(session, actor_of_role(Role.MANAGER), today=TODAY)
    assert (found.expired, found.unsigned, found.ending, found.probation) == (1, 1, 1, 1)
    assert found.missing == (name,)
    assert (waiting, other) == (4, 0)
    assert shown(either, "ending") == ["LD-2023-0001"]
    assert shown(either, "expired") == ["LD-2023-0002"]
    assert "LD-2023-0002" in shown(either, "open")
    assert shown(either, "probation") == shown(either, "unsigned") == ["LD-2026-0001"]
    assert len(shown(either, "all")) == 4


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (EndDraft(), "record.required", "cause"),
        (EndDraft(EndCause.AGREED), "record.required", "ended_on"),
        (EndDraft(EndCause.OTHER, ended_on=TODAY), "record.required", "details"),
        (EndDraft(EndCause.AGREED, ended_on=date(2026, 3, 1)), "contract.ended_before", "ended_on"),
        (EndDraft(EndCause.AGREED, ended_on=date(2029, 3, 2)), "contract.ended_after", "ended_on"),
        (EndDraft(EndCause.RESIGNED, ended_on=TODAY), "record.required", "notice_on"),
        (EndDraft(EndCause.RESIGNED, date(2026, 10, 1), date(2026, 10, 30)), "contract.notice", "ended_on"),
        (EndDraft(EndCause.DISMISSED, date(2026, 4, 1), date(2026, 4, 30)), "contract.notice", "ended_on"),
        (EndDraft(EndCause.RESIGNED, date(2026, 4, 1), date(2026, 4, 3)), "contract.notice", "ended_on"),
    ],
)  # fmt: skip
def test_an_end_without_reason_or_notice_is_refused_at_its_field(database, draft, code, field):
    contract = save(database, replace(FIRST, probation_until=date(2026, 9, 1)))
    with pytest.raises(Refused) as caught:
        end(database, contract, draft)
    assert (caught.value.code, caught.value.field) == (code, field)


@pytest.mark.parametrize(
    "draft",
    [
        EndDraft(EndCause.RESIGNED, date(2026, 10, 1), date(2026, 10, 31)),
        EndDraft(EndCause.RESIGNED, date(2026, 4, 1), date(2026, 4, 4)),
        EndDraft(EndCause.DISMISSED, date(2026, 4, 1), date(2026, 4, 2), shorter=True),
        EndDraft(EndCause.AGREED, ended_on=date(2026, 4, 1), details="迁居外地"),
    ],
)
def test_an_end_with_notice_is_noted_and_can_be_taken_back(database, draft):
    contract = save(database, replace(FIRST, probation_until=date(2026, 9, 1)))
    end(database, contract, draft)
    assert shown(database, "open", today=date(2027, 1, 1)) == []
    with database.read() as session:
        item = labour_contract_ends.of_employee(session, CLERK, 1)[0]
    assert item.ended_on == draft.ended_on
    assert item.end_reason.startswith(labour_contract_ends.WORDS[draft.cause])
    with pytest.raises(Refused, match="contract"):
        end(database, contract, draft)
    with database.write() as session:
        labour_contract_ends.reopen(session, CLERK, contract, item.version)
    assert shown(database, "open", today=date(2027, 1, 1)) == ["LD-2026-0001"]
    with database.write() as session, pytest.raises(Refused, match="contract"):
        labour_contract_ends.reopen(session, CLERK, contract, item.version + 1)


def test_an_ended_contract_is_not_changed_and_another_may_follow_later(database):
    contract = save(database, FIRST)
    end(database, contract, EndDraft(EndCause.AGREED, ended_on=date(2026, 6, 30)))
    with database.write() as session, pytest.raises(Refused, match="contract"):
        labour_contracts.change(session, CLERK, contract, today=TODAY)
    with pytest.raises(Refused, match="contract"):
        renewal(database, contract)
    assert save(database, replace(FIRST, from_on=date(2026, 7, 1)))


def test_a_contract_is_removed_unless_another_follows(database):
    first = save(database, FIRST)
    second = save(database, renewal(database, first))
    with database.write() as session, pytest.raises(Refused, match="in_use"):
        labour_contracts.remove(session, CLERK, first, 1)
    with database.write() as session:
        assert labour_contracts.remove(session, CLERK, second, 1)


def test_contracts_are_for_those_who_may_see_personnel_files(database):
    contract = save(database, FIRST)
    with database.read() as session, pytest.raises(Refused, match="permission"):
        labour_contracts.get(session, actor_of_role(Role.CASHIER), contract)
