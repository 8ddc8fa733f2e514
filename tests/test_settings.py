"""Settings, kept drafts of forms, numbers of papers, and the progress of long work."""

from __future__ import annotations

import pytest

from services import audit, form_drafts, numbering, settings
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from services.progress import Cancelled, Progress


def test_a_setting_that_was_never_made_has_its_default(database: Database) -> None:
    with database.read() as session:
        assert settings.get(session, "paper", "A5") == "A5"


def test_a_company_setting_is_for_all_and_in_the_history(
    database: Database, administrator: Actor, auditor: Actor
) -> None:
    for value in ("A5", "A4", "A4"):
        with database.write() as session:
            settings.put(session, administrator, "paper", value)
    with database.read() as session:
        assert settings.get(session, "paper", "") == "A4"
        rows = audit.history(session, auditor, "setting", 1)
    assert [row.changes.get("value") for row in rows] == [["A5", "A4"], "A5"]


def test_a_personal_setting_needs_no_permission_and_is_ones_own(
    database: Database, clerk: Actor, cashier: Actor
) -> None:
    with database.write() as session:
        settings.put(session, clerk, "columns", {"number": 90}, user_id=clerk.user_id)
    with database.read() as session:
        assert settings.get(session, "columns", {}, user_id=clerk.user_id) == {"number": 90}
        assert settings.get(session, "columns", {}, user_id=cashier.user_id) == {}
        assert settings.get(session, "columns", {}) == {}


@pytest.mark.parametrize("user_id", [None, 2])
def test_what_belongs_to_the_company_or_another_is_refused(
    database: Database, clerk: Actor, user_id: int | None
) -> None:
    with database.write() as session, pytest.raises(Refused, match=r"permission\.denied"):
        settings.put(session, clerk, "paper", "A4", user_id=user_id)


def test_what_was_typed_survives_and_is_ones_own(database: Database, clerk: Actor, cashier: Actor) -> None:
    for purpose in ("去上", "去上海"):
        with database.write() as session:
            form_drafts.keep(session, clerk, "claim", None, {"purpose": purpose})
    with database.read() as session:
        assert form_drafts.find(session, clerk, "claim", None) == {"purpose": "去上海"}
        assert form_drafts.find(session, clerk, "claim", 7) is None
        assert form_drafts.find(session, cashier, "claim", None) is None


def test_what_was_saved_is_forgotten_as_a_draft(database: Database, clerk: Actor) -> None:
    with database.write() as session:
        form_drafts.keep(session, clerk, "claim", 7, {"purpose": "x"})
        form_drafts.drop(session, clerk, "claim", 7)
        assert form_drafts.find(session, clerk, "claim", 7) is None


def test_numbers_count_up_in_their_series_without_gaps(database: Database) -> None:
    with database.write() as session:
        assert [numbering.next_number(session, "BX-2026") for _ in range(2)] == [
            "BX-2026-0001",
            "BX-2026-0002",
        ]
        assert numbering.next_number(session, "JK-2026", width=3) == "JK-2026-001"
    with pytest.raises(RuntimeError), database.write() as session:  # noqa: PT012 - the paper fails after its number
        numbering.next_number(session, "BX-2026")
        raise RuntimeError
    with database.write() as session:
        assert numbering.next_number(session, "BX-2026") == "BX-2026-0003"


def test_long_work_reports_and_stops_when_it_is_cancelled() -> None:
    reports: list[tuple[int, int, str]] = []
    wishes = iter([False, True])
    progress = Progress(lambda *report: reports.append(report), lambda: next(wishes))
    progress.advance(1, 2, "甲")
    with pytest.raises(Cancelled):
        progress.advance(2, 2, "乙")
    assert reports == [(1, 2, "甲")]


def test_work_without_an_onlooker_goes_on() -> None:
    Progress().advance(1, 1)
