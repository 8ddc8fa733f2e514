"""Statistics of expenses: every figure is the sum of the lines behind it, voided papers add up to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st
from sqlalchemy import select

from models.expense_claim import ExpenseClaim, ExpenseLine
from models.people import Employee
from services import expense_statistics, registers, sample, users
from services.claim_values import LineDraft
from services.database import Database
from services.expense_statistics import Question, behind, matrix, statistics
from services.money import percent_of
from services.permissions import Actor
from services.registers import Query, Totals
from services.statistics_terms import Counted, Grouping, Period, Span, span_of
from tests.claims import TODAY, Office, make_office

NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def firm(database: Database) -> Office:
    return make_office(database)


def asked(
    firm: Office, by: Grouping, counted: Counted = Counted.PAID, span: Span = NOVEMBER
) -> dict[str, str]:
    with firm.database.read() as session:
        found = statistics(session, firm.clerk, Question(by, counted, span))
    return {figure.name: str(figure.amount) for figure in found.figures}


def test_amounts_stand_under_the_name_of_what_they_were_spent_on(firm: Office) -> None:
    firm.paid(firm.draft("100.10", "20", project_id=firm.project))
    firm.paid(firm.draft("3"))
    assert asked(firm, Grouping.CATEGORY) == {"补助": "123.10"}
    assert asked(firm, Grouping.DEPARTMENT) == {"测绘一部": "123.10"}
    assert asked(firm, Grouping.PERSON) == {"李文静": "123.10"}
    assert asked(firm, Grouping.PROJECT) == {"宜昌不动产测绘（HT-2026-031）": "120.10", "": "3.00"}
    assert asked(firm, Grouping.MONTH) == {"2026-11": "123.10"}


def test_a_line_s_own_project_comes_before_that_of_its_paper(firm: Office) -> None:
    draft = firm.draft("7")
    firm.paid(replace(draft, lines=(replace(draft.lines[0], project_id=firm.project),)))
    assert asked(firm, Grouping.PROJECT) == {"宜昌不动产测绘（HT-2026-031）": "7.00"}


def test_what_counts_is_what_was_asked_for(firm: Office) -> None:
    firm.paid(firm.draft("1"))
    firm.approved(firm.draft("2"))
    firm.submit(firm.save(firm.draft("4")))
    firm.save(firm.draft("8"))
    sums = {counted: asked(firm, Grouping.MONTH, counted)["2026-11"] for counted in Counted}
    assert sums == {Counted.PAID: "1.00", Counted.SPENT: "1.00", Counted.CLAIMED: "7.00"}


def test_granted_less_counts_as_granted(firm: Office) -> None:
    from services import expense_claims
    from tests.claims import command

    saved = firm.submit(firm.save(firm.draft("100")))
    with firm.writing() as session:
        saved = expense_claims.sanction(
            session, firm.head, saved.id, saved.version, {0: Decimal(60)}, note="超标", command_id=command()
        )
    firm.pay(firm.approve(saved))
    assert asked(firm, Grouping.CATEGORY) == {"补助": "60.00"}


@pytest.mark.parametrize("counted", Counted)
def test_a_voided_paper_and_its_reversal_are_nothing_together(firm: Office, counted: Counted) -> None:
    firm.void(firm.paid(firm.draft("100")))
    firm.void(firm.approved(firm.draft("50")))
    firm.paid(firm.draft("1"))
    assert asked(firm, Grouping.CATEGORY, counted) == {"补助": "1.00"}


def test_by_the_day_paid_a_reversal_counts_on_its_own_day(firm: Office) -> None:
    paid_on = TODAY - timedelta(days=2)
    approved = firm.approve(firm.submit(firm.save(firm.draft("9")), today=paid_on))
    firm.void(firm.pay(approved, paid_on=paid_on))
    day = Span(paid_on, paid_on)
    assert asked(firm, Grouping.CATEGORY, Counted.PAID, day) == {"补助": "9.00"}
    assert asked(firm, Grouping.CATEGORY, Counted.PAID, Span(TODAY, TODAY)) == {"补助": "-9.00"}
    spent = TODAY - timedelta(days=8)
    assert asked(firm, Grouping.CATEGORY, Counted.SPENT, Span(spent, spent)) == {"补助": "0.00"}


def test_each_figure_is_compared_with_the_year_before(firm: Office) -> None:
    firm.paid(firm.draft("150"))
    spent_before = LineDraft(firm.categories["其他"], date(2025, 11, 3), amount=Decimal(40))
    again = LineDraft(firm.categories["补助"], date(2025, 11, 30), amount=Decimal(100))
    draft = firm.draft("1", lines=(spent_before, again))
    _store_paid(firm, draft.lines)
    with firm.database.read() as session:
        found = statistics(session, firm.clerk, Question(Grouping.CATEGORY, Counted.SPENT, NOVEMBER))
    rows = {
        one.name: (str(one.amount), str(one.before), str(one.difference), one.change) for one in found.figures
    }
    assert rows == {
        "补助": ("150.00", "100.00", "50.00", Decimal("50.0")),
        "其他": ("0", "40.00", "-40.00", Decimal("-100.0")),
    }
    assert (found.total.amount, found.total.before) == (Decimal(150), Decimal(140))
    assert [found.share(one) for one in found.figures] == [Decimal("100.0"), Decimal("0.0")]


def _store_paid(firm: Office, lines: tuple[LineDraft, ...]) -> None:
    """Lines of the year before on a paid paper: no check wants to see an invoice that old."""
    saved = firm.save(firm.draft("1"))
    with firm.writing() as session:
        old = session.scalars(select(ExpenseLine).where(ExpenseLine.claim_id == saved.id)).one()
        claim_id = old.claim_id
        session.delete(old)
        session.flush()
        for place, line in enumerate(lines):
            session.add(
                ExpenseLine(
                    claim_id=claim_id,
                    position=place,
                    category_id=line.category_id,
                    spent_on=line.spent_on,
                    amount=line.amount,
                    sanctioned=line.amount,
                )
            )
        session.flush()
        claim = session.get_one(ExpenseClaim, claim_id)
        for state in ("submitted", "to_pay", "paid"):
            claim.state = state  # type: ignore[assignment]  # the guards want every step
            claim.paid_on = TODAY if state == "paid" else None
            session.flush()


def test_months_without_expenses_stand_there_too(firm: Office) -> None:
    firm.paid(firm.draft("5"))
    span = Span(date(2026, 9, 15), date(2026, 12, 1))
    assert asked(firm, Grouping.MONTH, Counted.SPENT, span) == {
        "2026-09": "0", "2026-10": "0", "2026-11": "5.00", "2026-12": "0",
    }  # fmt: skip


def test_two_people_of_one_name_are_two_rows(firm: Office) -> None:
    with firm.writing() as session:
        twin = Employee(number="E99", name="李文静", department_id=firm.survey)
        session.add(twin)
        session.flush()
        number, twin_id = session.get_one(Employee, firm.clerk.employee_id).number, twin.id
    firm.paid(firm.draft("1"))
    firm.paid(firm.draft("2", claimant_id=twin_id))
    assert asked(firm, Grouping.PERSON) == {"李文静 E99": "2.00", f"李文静 {number}": "1.00"}


def test_days_turned_around_have_nothing(firm: Office) -> None:
    firm.paid(firm.draft("1"))
    assert asked(firm, Grouping.CATEGORY, span=Span(NOVEMBER.last, NOVEMBER.first)) == {}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.THIS_MONTH, "2026-11-01", "2026-11-20"),
        (Period.LAST_MONTH, "2026-10-01", "2026-10-31"),
        (Period.THIS_QUARTER, "2026-10-01", "2026-11-20"),
        (Period.THIS_YEAR, "2026-01-01", "2026-11-20"),
        (Period.LAST_YEAR, "2025-01-01", "2025-12-31"),
        (Period.TWELVE_MONTHS, "2025-11-21", "2026-11-20"),
    ],
)
def test_periods_end_today_at_the_latest(period: Period, first: str, last: str) -> None:
    assert span_of(period, TODAY) == Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2025-02-01", "2025-02-28", ("2024-02-01", "2024-02-29")),
        ("2024-02-01", "2024-02-29", ("2023-02-01", "2023-02-28")),
        ("2024-02-29", "2024-03-10", ("2023-02-28", "2023-03-10")),
    ],
)
def test_the_end_of_february_is_compared_with_its_end(first: str, last: str, before: tuple[str, str]) -> None:
    span = Span(date.fromisoformat(first), date.fromisoformat(last))
    assert span.before() == Span(date.fromisoformat(before[0]), date.fromisoformat(before[1]))


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(1, 3, "33.3"), (-1, 8, "-12.5"), (1, -8, "12.5"), (5, 0, None)]
)
def test_percents_have_one_decimal(part: int, whole: int, said: str | None) -> None:
    assert percent_of(part, whole) == (None if said is None else Decimal(said))


# the sample company: whatever is asked, figures and lists agree


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Actor]]:
    database = Database.open(tmp_path_factory.mktemp("sample"))
    sample.create(database, today=TODAY)
    with database.write() as session:
        actor = users.sign_in(session, "wumin", "opsdesk")
    yield database, actor
    database.close()


DAYS = st.dates(date(2025, 10, 1), TODAY)
SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), DAYS, DAYS)
QUESTIONS = st.builds(Question, st.sampled_from(Grouping), st.sampled_from(Counted), SPANS)
FEW = tries(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(question=QUESTIONS)
def test_the_list_behind_every_figure_adds_up_to_it(
    company: tuple[Database, Actor], question: Question
) -> None:
    database, actor = company
    with database.read() as session:
        found = statistics(session, actor, question)

        def listed(span: Span, picks: dict[Grouping, object]) -> Totals:
            register = behind(question, span, picks)  # type: ignore[arg-type]  # keys of figures
            return registers.count_and_sum(session, actor, register, Query(TODAY))

        for figure in found.figures[:6]:
            assert listed(question.span, {question.by: figure.key}) == Totals(figure.count, figure.amount)
        total = found.total
        assert listed(question.span, {}) == Totals(total.count, total.amount)
        assert listed(question.span.before(), {}) == Totals(total.count_before, total.before)


@FEW
@given(question=QUESTIONS, across=st.sampled_from(Grouping))
def test_the_cells_of_a_matrix_add_up_to_its_sums(
    company: tuple[Database, Actor], question: Question, across: Grouping
) -> None:
    database, actor = company
    with database.read() as session:
        found = matrix(session, actor, question, across)
        for rows, side in ((found.statistics, 0), (found.across, 1)):
            for figure in rows.figures:
                cells = (amount for key, amount in found.cells.items() if key[side] == figure.key)
                assert sum(cells, Decimal(0)) == figure.amount
        for (first, second), amount in list(found.cells.items())[:4]:
            register = behind(question, question.span, {question.by: first, across: second})
            assert registers.count_and_sum(session, actor, register, Query(TODAY)).total == amount


def test_the_sample_has_a_year_to_compare_with(company: tuple[Database, Actor]) -> None:
    database, actor = company
    question = Question(Grouping.MONTH, Counted.PAID, span_of(Period.TWELVE_MONTHS, TODAY))
    with database.read() as session:
        found = statistics(session, actor, question)
    assert all(figure.amount > 0 and figure.before > 0 for figure in found.figures)
    assert abs(found.total.change or Decimal(0)) < 60


def test_statistics_are_the_same_on_a_server(either: Database) -> None:
    firm = make_office(either)
    firm.paid(firm.draft("12.34", project_id=firm.project))
    firm.void(firm.paid(firm.draft("5")))
    for by in Grouping:
        assert max(asked(firm, by).values()) == "12.34"
        with either.read() as session:
            found = expense_statistics.matrix(
                session, firm.clerk, Question(by, Counted.SPENT, NOVEMBER), Grouping.MONTH
            )
            assert sum(found.cells.values()) == Decimal("12.34")
            key = found.statistics.figures[0].key
            register = behind(found.statistics.question, NOVEMBER, {by: key})
            rows = registers.window(session, firm.clerk, register, Query(TODAY, text="lwj"), 0, 9)
            assert rows
