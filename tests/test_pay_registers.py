"""Pay components, rates of people, settings: what is refused where, and what a settled month keeps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, update

from models.pay import ComponentEffect, ComponentKind, PayComponent
from models.payroll import PayrollRun, RunState
from services import pay_components, pay_rates, payroll_months, setup, upgrades
from services.database import Database
from services.errors import Refused
from services.pay_components import PayComponentDraft
from services.pay_rates import PayRateDraft
from services.permissions import Actor
from tests import payrolls

NOVEMBER = date(2026, 11, 1)
FORMULA = ComponentKind.FORMULA


def refused(database: Database, act) -> tuple[str, str | None]:  # type: ignore[no-untyped-def]  # a function of the session
    with database.write() as session, pytest.raises(Refused) as refusal:
        act(session)
    return refusal.value.code, refusal.value.field


def settle(database: Database, run: int) -> None:
    with database.write() as session:
        session.execute(update(PayrollRun).where(PayrollRun.id == run).values(state=RunState.SUBMITTED))


def test_the_usual_components_are_there_and_their_formulas_can_be_read(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    payrolls.begin(database)
    with database.read() as session:
        found = pay_components.choices(session, clerk)
        rated = [choice.hint for choice in pay_components.with_rate(session, clerk)]
        assert pay_components.choices(session, clerk, ComponentKind.OVERTIME)[0].hint == "overtime_weekday"
    assert len(found) == 21
    assert rated == ["base", "post", "performance", "meal", "transport", "phone", "full_attendance"]


def test_new_and_upgraded_companies_have_the_usual_components(tmp_path: Path) -> None:
    assert "services.pay_components:begin_with_usual" in upgrades.FILLS["0003"]
    answers = setup.Answers("公司", "91420100MA4KTE0T6L", "李工", "ligong", "passwort-123")
    database = Database.open(tmp_path / "new")
    with database.write() as session:
        setup.create(session, answers)
        assert len(session.scalars(select(PayComponent.code)).all()) == 21
    database.close()


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"formula": "基本工资 ) 2"}, "formula.syntax", "formula"),
        ({"formula": "没有的项 × 2"}, "formula.unknown_name", "formula"),
        ({"formula": "自己 + 1", "name": "自己"}, "formula.circle", "formula"),
        ({"formula": ""}, "record.required", "formula"),
        ({"code": "Eins zwei"}, "pay_component.code", "code"),
        ({"code": "base"}, "record.taken", "code"),
        ({"name": "基本工资"}, "record.taken", "name"),
        ({"name": "标准"}, "pay_component.word", "name"),
        ({"code": "min"}, "pay_component.word", "code"),
    ],
)
def test_a_component_that_cannot_be_is_refused_at_its_field(
    database: Database, clerk: Actor, change: dict[str, str], code: str, field: str
) -> None:
    payrolls.begin(database)
    draft = PayComponentDraft(**({"code": "new", "name": "新项", "kind": FORMULA, "formula": "1"} | change))
    assert refused(database, lambda s: pay_components.save(s, clerk, draft)) == (code, field)


def test_a_component_is_kept_changed_and_removed(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    with database.write() as session:
        made = pay_components.save(
            session,
            clerk,
            PayComponentDraft(code="field", name="外业津贴", kind=FORMULA, formula="实出勤天数 × 20"),
        )
        read = pay_components.get(session, clerk, made)
        assert (read.formula, read.position, read.effect) == ("实出勤天数 × 20", 22, ComponentEffect.EARNING)
        other = pay_components.save(
            session, clerk, PayComponentDraft(code="twice", name="双倍", kind=FORMULA, formula="外业津贴 × 2")
        )
    renamed = PayComponentDraft(made, 1, "field", "野外津贴", FORMULA, formula="1")
    assert (
        refused(database, lambda s: pay_components.save(s, clerk, renamed))[0] == "pay_component.in_formula"
    )
    assert (
        refused(database, lambda s: pay_components.remove(s, clerk, made, 1))[0] == "pay_component.in_formula"
    )
    with database.write() as session:
        assert pay_components.remove(session, clerk, other, 1)
        assert pay_components.remove(session, clerk, made, 1)


def test_what_the_program_works_with_stays(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    with database.read() as session:
        bonus = pay_components.get(session, clerk, payrolls.component(session, "annual_bonus"))
    changed = PayComponentDraft(bonus.id, bonus.version, "other_code", bonus.name, bonus.kind, bonus.effect)
    assert refused(database, lambda s: pay_components.save(s, clerk, changed)) == (
        "pay_component.fixed_code",
        "code",
    )
    assert (
        refused(database, lambda s: pay_components.remove(s, clerk, bonus.id, 1))[0]
        == "pay_component.fixed_code"
    )


def test_a_component_in_use_becomes_inactive(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "王雪", rates={"meal": "300"})
    with database.write() as session:
        meal = payrolls.component(session, "meal")
        assert not pay_components.remove(session, clerk, meal, 1)
    run = payrolls.make(database, clerk, NOVEMBER)
    with database.read() as session:
        assert "meal" not in [part["code"] for part in session.get_one(PayrollRun, run).components]


def test_rates_are_shown_with_their_days_and_refused_where_a_month_was_settled(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "王雪", base="5000", hired=date(2026, 1, 5))
    with database.write() as session:
        base = payrolls.component(session, "base")
        draft = PayRateDraft(
            employee_id=person,
            component_id=base,
            from_on=date(2026, 10, 1),
            amount=Decimal(5500),
            reason="转正",
        )
        made = pay_rates.save(session, clerk, draft)
    with database.read() as session:
        rows = pay_rates.of_employee(session, clerk, person, date(2026, 11, 2))
        assert [(row.from_on, row.until, row.in_force) for row in rows] == [
            (date(2026, 10, 1), None, True),
            (date(2026, 1, 5), date(2026, 9, 30), False),
        ]
        assert pay_rates.on_day(session, clerk, person, date(2026, 5, 1)) == {base: Decimal(5000)}
    twice = refused(database, lambda s: pay_rates.save(s, clerk, draft))
    assert twice == ("pay_rate.twice", "from_on")
    settle(database, payrolls.make(database, clerk, NOVEMBER))
    assert refused(database, lambda s: pay_rates.remove(s, clerk, made, 1))[0] == "pay_rate.locked"
    late = PayRateDraft(employee_id=person, component_id=base, from_on=date(2026, 10, 31), amount=Decimal(1))
    assert refused(database, lambda s: pay_rates.save(s, clerk, late)) == ("pay_rate.locked", "from_on")
    with database.write() as session:
        later = pay_rates.save(
            session,
            clerk,
            PayRateDraft(employee_id=person, component_id=base, from_on=NOVEMBER, amount=Decimal(0)),
        )
        changed = PayRateDraft(later, 1, person, base, NOVEMBER, Decimal(6000))
        pay_rates.save(session, clerk, changed)
        pay_rates.remove(session, clerk, later, 2)


@pytest.mark.parametrize("field", ["employee_id", "component_id", "from_on", "amount"])
def test_a_rate_needs_all_it_says(database: Database, clerk: Actor, field: str) -> None:
    payrolls.begin(database)
    whole = {"employee_id": 1, "component_id": 1, "from_on": NOVEMBER, "amount": Decimal(1)}
    draft = PayRateDraft(**(whole | {field: None}))
    assert refused(database, lambda s: pay_rates.save(s, clerk, draft)) == ("record.required", field)


def test_a_rate_below_zero_or_of_nobody_is_refused(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    below = PayRateDraft(employee_id=1, component_id=1, from_on=NOVEMBER, amount=Decimal(-1))
    assert refused(database, lambda s: pay_rates.save(s, clerk, below)) == ("pay_rate.negative", "amount")
    nobody = PayRateDraft(employee_id=999, component_id=1, from_on=NOVEMBER, amount=Decimal(1))
    assert refused(database, lambda s: pay_rates.save(s, clerk, nobody)) == ("record.gone", "employee_id")


def test_a_paper_writes_the_rates_that_change(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "王雪", base="5000", rates={"meal": "300"})
    with database.write() as session:
        base, meal = (payrolls.component(session, code) for code in ("base", "meal"))
        wanted = {base: Decimal(6000), meal: Decimal(300)}
        for _ in range(2):
            changed = pay_rates.apply(
                session, clerk, person, wanted, from_on=NOVEMBER, reason="调薪", paper_id=None
            )
        assert changed == 0
        assert pay_rates.on_day(session, clerk, person, NOVEMBER) == wanted


@pytest.mark.parametrize(
    ("field", "value"),
    [("pay_day", 0), ("few_percent", 101), ("minimum_wage", Decimal(-1)), ("wage_month", "next")],
)
def test_settings_have_their_range(database: Database, clerk: Actor, field: str, value: object) -> None:
    with pytest.raises(Refused) as refusal:
        payrolls.settings(database, clerk, **{field: value})
    assert (refusal.value.code, refusal.value.field) == ("payroll.setting", field)
    with database.read() as session:
        assert payroll_months.pay_settings(session) == payroll_months.PaySettings()
