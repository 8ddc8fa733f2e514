"""Recurring papers: the same day every so many months, one draft a period, refused when something has ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.expense_category import ExpenseCategory
from models.expense_claim import PaperKind
from models.payee import Payee
from models.people import Department
from models.project import Project, ProjectState
from services import audit, claim_drafts, recurring_making, recurring_papers, registers
from services.recurring_papers import CardDraft
from services.registers import Query
from tests.claims import TODAY, Office, at_once, command, make_office, refusal
from tests.recurring import fuel, leave, make, save, stored


@pytest.fixture
def firm(database) -> Office:
    return make_office(database)


@pytest.fixture
def both(either) -> Office:
    return make_office(either)


# saved


def test_the_next_day_is_the_day_of_the_month_in_the_month_that_was_typed(firm):
    found = stored(firm, save(firm, fuel(firm, day_of_month=31, next_on=date(2027, 2, 3))))
    assert found.next_on == date(2027, 2, 28)
    assert [card.label for card in found.lines] == ["1000 1120 0001", "1000 1120 0002"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": " "}, "record.required", "name"),
        ({"purpose": ""}, "record.required", "purpose"),
        ({"claimant_id": None}, "record.required", "claimant_id"),
        ({"next_on": None}, "record.required", "next_on"),
        ({"category_id": 99}, "record.gone", "category_id"),
        ({"kind": PaperKind.ADVANCE}, "recurring.kind", "kind"),
        ({"every_months": 0}, "recurring.number", "every_months"),
        ({"every_months": 25}, "recurring.number", "every_months"),
        ({"day_of_month": 32}, "recurring.number", "day_of_month"),
        ({"lead_days": 61}, "recurring.number", "lead_days"),
        ({"kind": PaperKind.PAYMENT}, "recurring.payee_missing", "payee_id"),
        ({"lines": ()}, "recurring.no_lines", "lines"),
        ({"lines": (CardDraft("", None, Decimal(1)),)}, "record.required", "lines.0.label"),
        ({"lines": (CardDraft("A"),)}, "claim.amount_missing", "lines.0.amount"),
        ({"lines": (CardDraft("A", 999, Decimal(1)),)}, "record.gone", "lines.0.employee_id"),
        ({"lines": (CardDraft("A", None, Decimal("1.001")),)}, "claim.amount_wrong", "lines.0.amount"),
        ({"lines": (CardDraft("A", None, Decimal("NaN")),)}, "claim.amount_wrong", "lines.0.amount"),
    ],
)
def test_nonsense_is_said_at_its_field(firm, changes, code, field):
    with refusal(code) as refused:
        save(firm, fuel(firm, **changes))
    assert refused.value.field == field


def test_a_changed_list_is_told_in_the_history(firm):
    first = save(firm, fuel(firm))
    draft = stored(firm, first)
    save(firm, replace(draft, lines=(*draft.lines, CardDraft("三号卡", None, Decimal(50)))))
    with firm.database.read() as session:
        acts = audit.history(session, firm.clerk, "recurring_paper", first)
    assert acts[0].changes["cards"][1][-1] == "三号卡 50.00"
    with refusal("record.stale"):
        save(firm, draft)


# made


def test_a_draft_has_a_line_a_card_and_the_next_period_is_due_then(both):
    first = save(both, fuel(both))
    made = make(both, first)
    draft = both.get(made)
    assert (draft.purpose, draft.business_date, draft.recurring_id) == (
        "外业车辆油卡充值（2026年11—12月）", TODAY, first,
    )  # fmt: skip
    assert [(line.description, line.amount, line.spent_on) for line in draft.lines] == [
        ("1000 1120 0001 李文静 鄂A12345", Decimal(800), TODAY),
        ("1000 1120 0002 张国强", Decimal("650.50"), TODAY),
    ]
    assert stored(both, first).next_on == date(2027, 1, 20)


def test_a_double_click_makes_one_paper_and_moves_one_period(both):
    first, click = save(both, fuel(both)), command()
    version = stored(both, first).version
    made = make(both, first, click, version=version)
    assert make(both, first, click, version=version) == made
    assert stored(both, first).next_on == date(2027, 1, 20)


def test_two_clerks_at_once_make_it_once(both):
    first = save(both, fuel(both))
    version = stored(both, first).version
    answers = at_once(*[lambda: make(both, first, version=version)] * 2)
    assert sorted(answers) in (["done", "record.stale"], ["database.busy", "done"])
    assert stored(both, first).next_on == date(2027, 1, 20)


def test_it_is_made_from_its_days_before_on_and_no_earlier(firm):
    first = save(firm, fuel(firm, day_of_month=28, next_on=TODAY, lead_days=7))
    with refusal("recurring.not_due") as refused:
        make(firm, first)
    assert refused.value.values == {"day": "2026-11-28", "first": "2026-11-21"}
    make(firm, first, today=TODAY + timedelta(days=1))


def test_a_period_whose_paper_stands_is_not_made_again(firm):
    first = save(firm, fuel(firm))
    made = make(firm, first)
    save(firm, replace(stored(firm, first), next_on=TODAY))
    with refusal("recurring.already_made") as refused:
        make(firm, first)
    assert refused.value.values == {"day": TODAY.isoformat(), "number": made.number}


def test_a_deleted_draft_gives_its_period_back(firm):
    first = save(firm, fuel(firm))
    made = make(firm, first)
    with firm.writing() as session:
        claim_drafts.delete(session, firm.clerk, made.id, made.version)
    assert stored(firm, first).next_on == TODAY
    assert make(firm, first).number != made.number


def test_of_a_voided_paper_the_period_may_be_made_again(firm):
    first = save(firm, fuel(firm, category_id=firm.categories["补助"]))
    firm.void(firm.pay(firm.approve(firm.submit(make(firm, first)))))
    save(firm, replace(stored(firm, first), next_on=TODAY))
    make(firm, first)


def test_what_was_missed_is_made_period_by_period(firm):
    first = save(firm, fuel(firm, every_months=1, day_of_month=1, next_on=date(2026, 9, 1)))
    made = [make(firm, first) for _ in range(3)]
    assert len({one.number for one in made}) == 3
    assert stored(firm, first).next_on == date(2026, 12, 1)
    with refusal("recurring.not_due"):
        make(firm, first)


def test_a_payment_request_carries_its_payee(firm):
    with firm.writing() as session:
        payee = Payee(name="光谷软件园物业", bank_name="建设银行光谷支行", bank_account="42001")
        session.add(payee)
        session.flush()
        number = payee.id
    rent = fuel(firm, name="房租", kind=PaperKind.PAYMENT, payee_id=number, every_months=1)
    draft = firm.get(make(firm, save(firm, rent)))
    assert (draft.kind, draft.payee_id, draft.payee_name) == (PaperKind.PAYMENT, number, "光谷软件园物业")
    assert (draft.payee_bank, draft.payee_account) == ("建设银行光谷支行", "42001")


def test_a_claimant_who_left_is_told_before_anything_is_made(firm):
    first = save(firm, fuel(firm))
    with firm.writing() as session:
        leave(session, firm.clerk.employee_id, TODAY - timedelta(days=1))
    with refusal("recurring.claimant_left"):
        make(firm, first)
    assert stored(firm, first).next_on == TODAY


def test_nobody_fills_the_card_of_somebody_who_left(firm):
    first = save(firm, fuel(firm))
    with firm.writing() as session:
        leave(session, firm.head.employee_id, TODAY - timedelta(days=1))
    with refusal("recurring.holder_left") as refused:
        make(firm, first)
    assert refused.value.values == {"label": "1000 1120 0002", "name": "张国强"}


def test_what_has_ended_is_named(firm):
    first = save(firm, fuel(firm, project_id=firm.project))
    with firm.writing() as session:
        session.get_one(Project, firm.project).state = ProjectState.CLOSED
    with refusal("recurring.project_closed"):
        make(firm, first)
    for kind, number, code in (
        (Department, firm.survey, "recurring.department_inactive"),
        (ExpenseCategory, firm.categories["交通"], "recurring.category_inactive"),
    ):
        save(firm, replace(stored(firm, first), project_id=None))
        with firm.writing() as session:
            session.get_one(kind, number).active = False
        with refusal(code):
            make(firm, first)
        with firm.writing() as session:
            session.get_one(kind, number).active = True
    save(firm, replace(stored(firm, first), active=False))
    with refusal("recurring.inactive"):
        make(firm, first)


def test_a_period_is_left_out_with_a_reason(firm):
    first = save(firm, fuel(firm))
    version, click = stored(firm, first).version, command()
    with refusal("recurring.skip_reason"), firm.writing() as session:
        recurring_making.skip(session, firm.clerk, first, version, command(), reason=" ")
    for _ in range(2):
        with firm.writing() as session:
            recurring_making.skip(session, firm.clerk, first, version, click, reason="余额充足")
    assert stored(firm, first).next_on == date(2027, 1, 20)
    with firm.database.read() as session:
        act = audit.history(session, firm.clerk, "recurring_paper", first)[0]
    assert (act.action, act.changes["reason"]) == ("skip", "余额充足")


def test_a_recurring_paper_with_papers_is_put_out_of_use_one_without_is_deleted(firm):
    first, second = save(firm, fuel(firm)), save(firm, fuel(firm, name="公交卡"))
    make(firm, first)
    for number, gone in ((first, False), (second, True)):
        with firm.writing() as session:
            version = recurring_papers.get(session, firm.clerk, number).version
            assert recurring_papers.remove(session, firm.clerk, number, version) is gone
    assert not stored(firm, first).active


def test_what_is_due_is_counted_for_the_rail_and_said_in_the_headline(both, auditor):
    save(both, fuel(both))
    save(both, fuel(both, name="公交卡", day_of_month=1, next_on=TODAY))
    save(both, fuel(both, name="房租", day_of_month=1, next_on=TODAY + timedelta(days=40)))
    with both.database.read() as session:
        found = recurring_papers.headline(session, both.clerk, today=TODAY)
        assert recurring_papers.due_count(session, both.clerk, today=TODAY) == 2
        assert recurring_papers.due_count(session, auditor, today=TODAY) == 0
        chips = registers.chip_counts(session, both.clerk, recurring_papers.REGISTER, TODAY)
        rows = registers.window(session, both.clerk, recurring_papers.REGISTER, Query(TODAY), 0, 9)
    assert (found.due, found.late, found.total) == (2, 1, Decimal("2901.00"))
    assert found.next_on == date(2026, 12, 1)
    assert chips == {"active": 3, "due": 2, "all": 3}
    assert [row[1] for row in rows] == ["公交卡", "油卡充值", "房租"]


def test_a_paper_becomes_recurring(firm):
    paid = firm.paid(firm.draft("300", "200", purpose="办公区绿植租摆"))
    with firm.writing() as session:
        draft = recurring_making.from_claim(session, firm.clerk, paid.id, today=TODAY)
        recurring_papers.save(session, firm.clerk, draft)
    assert (draft.name, draft.next_on, draft.every_months) == ("办公区绿植租摆", date(2026, 12, 20), 1)
    assert [(card.label, card.amount) for card in draft.lines] == [
        ("外业补助", Decimal(300)), ("外业补助", Decimal(200)),
    ]  # fmt: skip
    advance = firm.paid(firm.advance_draft())
    with refusal("recurring.kind"), firm.database.read() as session:
        recurring_making.from_claim(session, firm.clerk, advance.id, today=TODAY)


def test_who_only_looks_makes_nothing(firm, auditor):
    with refusal("permission.denied"):
        save(firm, fuel(firm), auditor)
