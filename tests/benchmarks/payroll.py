"""A payroll run in December with eleven months behind, against bare rows and bare arithmetic; the panel of differences."""

from __future__ import annotations

import gc
import json
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import select, text

from models.insurance import InsurancePolicy, InsurancePolicyItem
from models.insurance_terms import Fund, InsuranceItem
from models.payroll import PayrollRun, RunKind
from models.people import Department
from models.user import Role, User
from services import pay_components, payroll_differences, payroll_runs
from services.database import Database, Session
from services.income_tax import fen_brackets, tax_fen
from services.payroll_making import COLUMNS
from services.permissions import Actor, permissions_of

PEOPLE, MANY = 10_000, 100_000
ROUNDS = 5
DEPARTMENTS = 40
REACH, LINEAR, PANEL_MS = 3, 1.3, 300
DECEMBER = date(2026, 12, 1)
CITY = "测试市"
_AT = "'2026-01-01T00:00:00.000000+00:00'"
_STAMP = f"1, {_AT}, {_AT}"
_WAGE_ITEMS = (
    (InsuranceItem.PENSION, "0.16", "0.08"), (InsuranceItem.MEDICAL, "0.087", "0.02"),
    (InsuranceItem.UNEMPLOYMENT, "0.007", "0.003"), (InsuranceItem.INJURY, "0.004", "0"),
)  # fmt: skip
# every person differs: nothing a run remembers of one helps with the next
_PEOPLE = (
    f"""INSERT INTO employee (id, number, name, department_id, post, phone, bank_name, bank_account, hired_on, left_on,
        grade, search_text, version, created_at, updated_at)
    SELECT n + 1, printf('E%06d', n), '员工' || n, n % {DEPARTMENTS} + 1, '工程师', '', '招商银行',
        printf('6214830%09d', n), '2020-01-01', NULL, 3, '', {_STAMP} FROM n""",
    f"""INSERT INTO pay_rate (employee_id, component_id, from_on, amount, reason, version, created_at, updated_at)
    SELECT n + 1, c.id, '2020-01-01', 20000 + (n * 7919 + c.id * 104729) % 900000, '', {_STAMP}
    FROM n JOIN pay_component AS c ON c.kind = 'fixed'""",
    f"""INSERT INTO attendance_month (month, employee_id, due, worked, absent, leave, late_times, overtime_weekday,
        overtime_rest, overtime_holiday, source, version, created_at, updated_at)
    SELECT m, n + 1, 2100, CASE n % 10 WHEN 0 THEN 2000 ELSE 2100 END, CASE n % 10 WHEN 0 THEN 100 ELSE 0 END, '{{}}',
        0, CASE n % 7 WHEN 0 THEN 450 ELSE 0 END, 0, 0, '', {_STAMP}
    FROM n, (SELECT '2025-12-01' AS m UNION SELECT '2026-11-01')""",
    f"""INSERT INTO enrolment (employee_id, fund, city, account_number, from_month, version, created_at, updated_at)
    SELECT n + 1, f, '{CITY}', '', '2020-01-01', {_STAMP} FROM n, (SELECT 'social' AS f UNION SELECT 'housing')""",
    f"""INSERT INTO insurance_base (employee_id, fund, from_month, base, reason, version, created_at, updated_at)
    SELECT n + 1, f, '2020-01-01', 450000 + n * 37 % 1700000, 'joined', {_STAMP}
    FROM n, (SELECT 'social' AS f UNION SELECT 'housing')""",
    f"""INSERT INTO special_deduction (employee_id, item, amount, from_month, note, version, created_at, updated_at)
    SELECT n + 1, i, 100000 + n % 3 * 50000, '2026-01-01', '', {_STAMP}
    FROM n, (SELECT 'elderly_care' AS i UNION SELECT 'child_education')""",
)


def office(folder: Path, people: int, months: Sequence[int] = range(2, 12)) -> tuple[Database, Actor]:
    """A company of so many people, paid in January and in `months`."""
    database = Database.open(folder)
    with database.write() as session:
        session.add_all(Department(code=f"{n:03}", name=f"部门{n:03}") for n in range(1, DEPARTMENTS + 1))
        session.add(User(id=1, login="clerk", name="文员", password_hash="!"))
        pay_components.begin_with_usual(session)
        session.flush()
        _policies(session)
        many = f"WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < {people - 1}) "
        for statement in _PEOPLE:
            head, _, rest = statement.partition("SELECT")
            session.execute(text(f"{head} {many} SELECT {rest}".replace(":", r"\:")))
    actor = Actor(1, "文员", "clerk", None, frozenset({Role.CLERK}), permissions_of([Role.CLERK]))
    _months_behind(database, actor, months)
    return database, actor


def _policies(session: Session) -> None:
    for fund, rows in (
        (Fund.SOCIAL, _WAGE_ITEMS),
        (Fund.HOUSING, ((InsuranceItem.HOUSING_FUND, "0.12", "0.12"),)),
    ):
        session.add(
            InsurancePolicy(
                city=CITY, fund=fund, from_month=date(2020, 1, 1),
                items=[
                    InsurancePolicyItem(
                        position=place, item=item, floor=Decimal(4498), ceiling=Decimal(22488),
                        employer_rate=Decimal(employer), employee_rate=Decimal(employee),
                    )
                    for place, (item, employer, employee) in enumerate(rows)
                ],
            )
        )  # fmt: skip


def _months_behind(database: Database, actor: Actor, months: Sequence[int]) -> None:
    """January through the service; the other sheets as copies of it, their cumulative figures as many times."""
    with database.write() as session:
        january = payroll_runs.draft(
            session, actor, date(2026, 1, 1), RunKind.REGULAR, "january", date(2026, 1, 8)
        )
        run = session.get_one(PayrollRun, january)
        for month in months:
            first = date(2026, month, 1)
            session.add(
                PayrollRun(
                    number=f"GZ-{month}", month=first, due_on=first, pay_on=first, made_by_id=1, made_by_name="文员",
                    people=run.people, gross=run.gross, insurance=run.insurance, tax=run.tax, net=run.net,
                    employer_cost=run.employer_cost, components=run.components,
                )
            )  # fmt: skip
        session.flush()
        columns = ", ".join(_of_month(name) for name in COLUMNS)
        session.execute(
            text(
                f"INSERT INTO payroll_line ({', '.join(COLUMNS)}) SELECT {columns} FROM payroll_line AS l"
                " JOIN payroll_run AS r ON r.id <> l.run_id WHERE l.run_id = :january ORDER BY r.id, l.position"
            ),
            {"january": january},
        )


def _of_month(name: str) -> str:
    if name == "run_id":
        return "r.id"
    number = "CAST(substr(r.month, 6, 2) AS INTEGER)"
    if name == "tax_month":
        return number
    return f"l.{name} * {number}" if name.startswith("cum_") else f"l.{name}"


def december(database: Database, actor: Actor, click: str) -> tuple[float, int]:
    """Seconds of the December run, database to database, and its id."""
    start = perf_counter()
    with database.write() as session:
        run = payroll_runs.draft(session, actor, DECEMBER, RunKind.REGULAR, click, date(2026, 12, 8))
    return perf_counter() - start, run


def bare(database: Database, run: int) -> float:
    """Seconds that the same rows and the same arithmetic take with nothing around them."""
    names = ", ".join(COLUMNS)
    with database.read() as session:
        rows = [
            tuple(row)
            for row in session.execute(text(f"SELECT {names} FROM payroll_line WHERE run_id = {run}"))
        ]
        known = inputs(session)
    with database.write() as session:
        session.execute(text("DELETE FROM payroll_line WHERE run_id = :run"), {"run": run})
    statement = f"INSERT INTO payroll_line ({names}) VALUES ({', '.join('?' * len(COLUMNS))})"
    start = perf_counter()
    _arithmetic(known)
    with database.write() as session:
        session.connection().connection.cursor().executemany(statement, rows)
    return perf_counter() - start


def inputs(session: Session) -> list[tuple[Any, ...]]:
    """Each person's whole numbers: six rates, days absent, overtime, base, deductions of the year, figures so far."""
    return [
        (*json.loads(f"[{rates}]"), *rest)
        for rates, *rest in session.execute(
            text(
                "SELECT (SELECT group_concat(amount) FROM pay_rate WHERE employee_id = l.employee_id),"
                " (SELECT absent FROM attendance_month WHERE employee_id = l.employee_id AND month = '2026-11-01'),"
                " (SELECT overtime_weekday FROM attendance_month WHERE employee_id = l.employee_id AND month = '2026-11-01'),"
                " (SELECT base FROM insurance_base WHERE employee_id = l.employee_id AND fund = 'social'),"
                " l.cum_additional, l.cum_income, l.cum_special, l.cum_withheld FROM payroll_line AS l"
                " JOIN payroll_run AS r ON r.id = l.run_id WHERE r.month = '2026-11-01'"
            )
        )
    ]


def _arithmetic(known: Sequence[tuple[Any, ...]]) -> int:
    """Whole fen only: the wage with absence and overtime, five contributions of both sides, the cumulative tax."""
    rates = ((1600, 800), (870, 200), (70, 30), (40, 0), (1200, 1200))
    brackets, total = fen_brackets(DECEMBER), 0
    for *fixed, absent, hours, declared, additional, income, special, withheld in known:
        by_day = 2 * (fixed[0] + fixed[1])
        off = (by_day * absent + 2175) // 4350
        extra = (by_day * hours * 15 + 174_000) // 348_000
        gross = sum(fixed) - off + extra
        base = min(max(declared, 449800), 2248800)
        cost = due = 0
        for employer, employee in rates:
            cost += (base * employer + 5000) // 10000
            due += (base * employee + 5000) // 10000
        taxable = income + gross - 6_000_000 - special - due - additional * 12 // 11
        tax = max(0, tax_fen(taxable, brackets) - withheld)
        total += gross - due - tax + gross + cost
    return total


def rows() -> list[tuple[str, str, str, bool]]:
    """(what, reach, measured, met)."""
    gc.disable()  # as in the program, which collects between the clicks (ui/garbage.py)
    with tempfile.TemporaryDirectory() as folder:
        found, seconds, panel = _ten_thousand(Path(folder) / "ten")
        many, many_panel = _hundred_thousand(Path(folder) / "hundred")
    return [
        *found,
        _linear("payroll run of 100,000 people in December ÷ ten runs of 10,000", many, seconds),
        _linear("differences of 100,000 people ÷ ten times 10,000", many_panel / 1000, panel / 1000),
    ]


def _linear(what: str, many: float, few: float) -> tuple[str, str, str, bool]:
    grown = many / few / (MANY / PEOPLE)
    return what, f"≤ {LINEAR}", f"{grown:.2f} × ten times as long ({many:.1f} s)", grown <= LINEAR


def _ten_thousand(folder: Path) -> tuple[list[tuple[str, str, str, bool]], float, float]:
    database, actor = office(folder, PEOPLE)
    try:
        ours, theirs, run = [], [], 0
        for place in range(ROUNDS):
            took, run = december(database, actor, f"december-{place}")
            ours.append(took)
            theirs.append(bare(database, run))
            if place + 1 < ROUNDS:
                _remove(database, actor, run)
        ratio = median(ours) / median(theirs)
        told = f"{ratio:.2f} ({median(ours) * 1000:.0f} ms ÷ {median(theirs) * 1000:.0f} ms)"
        what = "payroll run of 10,000 people in December ÷ bare rows and arithmetic"
        panel = _panel(database, actor, run)
        shown = (
            "differences to last month of 10,000 people",
            f"≤ {PANEL_MS} ms",
            f"{panel:.0f} ms",
            panel <= PANEL_MS,
        )
        return [(what, f"≤ {REACH}", told, ratio <= REACH), shown], median(ours), panel
    finally:
        database.close()


def _panel(database: Database, actor: Actor, run: int) -> float:
    def ask(session: Session) -> None:
        found = payroll_differences.differences(session, actor, run)
        assert len(found) > PEOPLE / 10

    with database.read() as session:
        return _milliseconds(lambda: ask(session))


def _hundred_thousand(folder: Path) -> tuple[float, float]:
    """Seconds of the December run, eleven months behind as with few people, and milliseconds of its panel."""
    database, actor = office(folder, MANY)
    try:
        took, run = december(database, actor, "december")
        return took, _panel(database, actor, run)
    finally:
        database.close()


def _remove(database: Database, actor: Actor, run: int) -> None:
    with database.write() as session:
        version = session.scalar(select(PayrollRun.version).where(PayrollRun.id == run)) or 0
        payroll_runs.remove(session, actor, run, version)


def _milliseconds(act: Callable[[], None]) -> float:
    took = []
    for _ in range(ROUNDS):
        start = perf_counter()
        act()
        took.append((perf_counter() - start) * 1000)
    return median(took)


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
