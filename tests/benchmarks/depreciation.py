"""Depreciation of 100,000 assets for a month, database to database; what all of them are worth on any day."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import text

from models.people import Department
from models.user import Role, User
from services import asset_classes, asset_values, depreciation_runs
from services.database import Database
from services.permissions import Actor, permissions_of

CARDS, DEPARTMENTS, ROUNDS = 100_000, 40, 5
RUN_SECONDS, VALUE_SECONDS = 3.0, 1.0
MONTH = date(2026, 11, 1)
DAYS = (date(2026, 11, 15), date(2021, 6, 30), date(2031, 12, 31))
_AT = "'2026-01-01T00:00:00.000000+00:00'"
# every card differs in cost, life and start; a tenth each declines or weighs its years, a tenth was imported
_CARDS = f"""
WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < {CARDS - 1})
INSERT INTO fixed_asset (id, number, name, class_id, specification, serial_number, unit, quantity, cost, residual,
    months, method, units_total, bought_on, start_on, opening_months, opening_accumulated, tax_months, one_off,
    supplier, invoice_number, claim_number, state, department_id, outside, note, search_text, version, created_at, updated_at)
SELECT n + 1, printf('DZ-2026-%06d', n), '设备' || n, n % 20 + 1, '', '', '台', 1,
    100000 + n * 7919 % 9000000, (100000 + n * 7919 % 9000000) / 20, 36 + n % 85,
    CASE n % 10 WHEN 0 THEN 'double_declining' WHEN 1 THEN 'sum_of_years' ELSE 'straight_line' END, 0,
    date('2020-01-01', '+' || (n * 37 % 2400) || ' days'), date('2020-01-01', '+' || (n * 37 % 2400) || ' days'),
    CASE n % 10 WHEN 2 THEN 6 ELSE 0 END, CASE n % 10 WHEN 2 THEN 5000 ELSE 0 END, 60, n % 50 = 0,
    '', '', '', 'in_use', n % {DEPARTMENTS} + 1, '', '', '', 1, {_AT}, {_AT} FROM n
"""


def office(folder: Path) -> tuple[Database, Actor]:
    """A company of so many cards, none of which equals another."""
    database = Database.open(folder)
    with database.write() as session:
        session.add_all(Department(code=f"{n:03}", name=f"部门{n:03}") for n in range(1, DEPARTMENTS + 1))
        session.add(User(id=1, login="clerk", name="文员", password_hash="!"))
        asset_classes.fill(session)
        session.flush()
        session.execute(text(_CARDS.replace(":", r"\:")))
    return database, Actor(1, "文员", "clerk", None, frozenset({Role.CLERK}), permissions_of([Role.CLERK]))


def rows() -> list[tuple[str, str, str, bool]]:
    """Two lines: the run of a month, first and again; the value of all on days past, present and to come."""
    with tempfile.TemporaryDirectory() as folder:
        database, actor = office(Path(folder))
        runs = [_run(database, actor) for _ in range(ROUNDS)]
        values = [_value(database, actor, DAYS[n % len(DAYS)]) for n in range(ROUNDS)]
        database.close()
    return [
        _row("depreciation of 100,000 assets for a month, database to database", runs, RUN_SECONDS),
        _row("value of 100,000 assets on any date, by class and department", values, VALUE_SECONDS),
    ]


def _run(database: Database, actor: Actor) -> float:
    start = perf_counter()
    with database.write() as session:
        depreciation_runs.reckon(session, actor, MONTH, today=MONTH)
    return perf_counter() - start


def _value(database: Database, actor: Actor, day: date) -> float:
    start = perf_counter()
    with database.read() as session:
        asset_values.groups_on(session, actor, day)
    return perf_counter() - start


def _row(what: str, took: list[float], reach: float) -> tuple[str, str, str, bool]:
    middle = median(took)
    return what, f"≤ {reach:.0f} s", f"{middle:.2f} s (slowest {max(took):.2f} s)", middle <= reach


if __name__ == "__main__":
    print(json.dumps(rows(), ensure_ascii=False))
