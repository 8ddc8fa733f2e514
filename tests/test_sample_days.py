"""The sample company can be made on any day: first and last days of months and years, years without their holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from sqlalchemy import select

from models.expense_claim import CheckLevel
from models.payroll import PayrollRun, RunState
from services import integrity, payroll_checks, sample, users
from services.calendars import working_days_between
from services.database import Database
from services.months import last_day, month_of
from services.sample.came_and_went import came_on, left_on

_DAY = timedelta(days=1)


def the_clock_shows(patch: pytest.MonkeyPatch, today: date) -> None:
    """A sample is made today: let it be the evening of that day."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return datetime(today.year, today.month, today.day, 11, tzinfo=UTC).astimezone(tz)

    for module in ("services.database", "services.calendars"):
        patch.setattr(f"{module}.datetime", Clock)


@pytest.mark.parametrize("today", [date(2026, 12, 1), date(2027, 1, 2)])
def test_the_sample_is_made_on_a_hard_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: date
) -> None:
    the_clock_shows(monkeypatch, today)
    database = Database.open(tmp_path)
    sample.create(database, today=today)
    with database.read() as session:
        clerk = users.actor_of(session, 1)
        drafts = session.scalars(select(PayrollRun.id).where(PayrollRun.state == RunState.DRAFT)).all()
        checks = [check for run in drafts for check in payroll_checks.checks(session, clerk, run, today)]
        assert integrity.problems(session) == []
    database.close()
    assert drafts
    assert [check for check in checks if check.level == CheckLevel.STOP] == []


def test_who_came_and_who_went_worked_a_week_of_that_month_whatever_the_day() -> None:
    """Enough for their own share of the insurance: the holidays of October and the Spring Festival are in here."""
    for number in range(3 * 365):
        about = date(2026, 1, 1) + number * _DAY
        first, last = came_on(about), left_on(about)
        assert month_of(first) == month_of(about)
        assert first <= about
        assert last <= about
        assert working_days_between(first - _DAY, last_day(first)) >= 5
        assert working_days_between(month_of(last) - _DAY, last) >= 5
