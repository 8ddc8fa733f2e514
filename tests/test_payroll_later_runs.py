"""A draft with later sheets: reckoned again while those are drafts, kept once one of them was paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.approval import ApprovalRule, ApproverKind
from models.payroll import BonusTax, PayrollRun, RunKind, RunState
from models.user import Role
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from tests import payrolls
from tests.test_payroll_states import walk
from ui.errors import sentence

JANUARY, NOVEMBER = date(2026, 1, 1), date(2026, 11, 1)


def _two(database: Database, clerk: Actor) -> tuple[int, int, int]:
    payrolls.begin(database)
    person = payrolls.hire(database, "甲", base="20000")
    with database.write() as session:
        session.add(
            ApprovalRule(level=1, label="经理", approver=ApproverKind.ROLE, role=Role.MANAGER, amount_from=Decimal(0))
        )  # fmt: skip
    regular = payrolls.make(database, clerk, NOVEMBER)
    payrolls.once_only(database, person, NOVEMBER, "annual_bonus", "10000")
    bonus = payrolls.make(database, clerk, NOVEMBER, RunKind.BONUS, bonus_tax=BonusTax.MERGED)
    return person, regular, bonus


def test_a_draft_is_reckoned_again_with_the_later_drafts_behind_it(either: Database, clerk: Actor) -> None:
    person, regular, bonus = _two(either, clerk)
    payrolls.once_only(either, person, NOVEMBER, "correction", "500")
    payrolls.recompute(either, clerk, regular)
    first, second = (payrolls.line_of(either, run, person) for run in (regular, bonus))
    assert (first.gross, first.cum_income) == (Decimal(20500), Decimal(20500))
    assert (second.gross, second.cum_income) == (Decimal(10000), Decimal(30500))
    assert first.id < second.id
    assert second.cum_withheld == first.tax + second.tax


def test_after_a_later_sheet_was_paid_the_draft_stays_and_goes_on_and_the_rest_is_a_supplement(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    person, regular, bonus = _two(database, clerk)
    walk(database, bonus, clerk, manager, cashier, RunState.PAID)
    payrolls.once_only(database, person, NOVEMBER, "correction", "500")
    with pytest.raises(Refused, match=r"payroll\.later_paid"):
        payrolls.recompute(database, clerk, regular)
    walk(database, regular, clerk, manager, cashier, RunState.PAID)
    more = payrolls.make(database, clerk, NOVEMBER, RunKind.SUPPLEMENT)
    assert payrolls.line_of(database, more, person).cum_income == Decimal(30500)


def test_a_later_sheet_on_its_way_is_taken_back_first(database: Database, clerk: Actor, manager: Actor, cashier: Actor) -> None:  # fmt: skip
    _person, regular, bonus = _two(database, clerk)
    walk(database, bonus, clerk, manager, cashier, RunState.SUBMITTED)
    with pytest.raises(Refused, match=r"payroll\.later_on_its_way"):
        payrolls.recompute(database, clerk, regular)


def test_what_stands_in_the_way_is_named_with_what_to_do_about_it(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "王雪")
    with database.write() as session:
        session.add(ApprovalRule(level=1, label="经理", approver=ApproverKind.ROLE, role=Role.MANAGER))
    first = payrolls.make(database, clerk, JANUARY)
    second, third = (payrolls.make(database, clerk, date(2026, month, 1)) for month in (2, 3))

    def refused() -> tuple[str, str]:
        with pytest.raises(Refused) as caught:
            payrolls.remove(database, clerk, first)
        return sentence(caught.value), str(caught.value.values["number"])

    numbers = [payrolls.run_of(database, run).number for run in (second, third)]
    words, number = refused()
    assert number == numbers[1]  # the last of them goes first
    assert words.startswith(f"{number} is later")
    assert "Remove that draft first" in words
    payrolls.remove(database, clerk, third)
    assert refused()[1] == numbers[0]
    with database.write() as session:
        session.get_one(PayrollRun, second).state = RunState.CHECKED
    words, number = refused()
    assert (number, "is on its way: Checked. Take that one back to the draft first" in words) == (
        numbers[0],
        True,
    )
