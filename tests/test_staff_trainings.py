"""Trainings of a person's certificate: entered, summed by year, saved together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from services import certificate_details, staff_trainings
from services.errors import Refused
from services.staff_trainings import TrainingDraft, TrainingYear
from tests import certificates
from tests.certificates import CLERK, MANAGER, certificate
from tests.conftest import TODAY


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


@pytest.fixture
def surveyor(session) -> int:
    return certificate(session, "registered_surveyor", employee_id=2)


def training(day: date, hours: str, name: str = "必修班") -> TrainingDraft:
    return TrainingDraft(name=name, on_day=day, hours=Decimal(hours))


def save(session, certificate_id: int, *drafts: TrainingDraft) -> list[TrainingDraft]:
    staff_trainings.save_all(session, CLERK, certificate_id, drafts, today=TODAY)
    return staff_trainings.of(session, CLERK, certificate_id)


def test_hours_are_summed_by_year(session, surveyor):
    lines = save(
        session, surveyor,
        training(date(2026, 1, 5), "10.5"), training(date(2026, 1, 5), "2"), training(date(2025, 7, 1), "30"),
    )  # fmt: skip
    assert staff_trainings.by_year(lines) == [
        TrainingYear(2026, Decimal("12.5"), 1),
        TrainingYear(2025, Decimal(30), 1),
    ]
    assert certificate_details.detail(session, CLERK, surveyor, today=TODAY).trainings == tuple(lines)


def test_a_table_saved_again_changes_adds_and_takes_out(session, surveyor):
    first, second = save(session, surveyor, training(date(2026, 1, 5), "8"), training(date(2025, 7, 1), "30"))
    lines = save(session, surveyor, replace(first, hours=Decimal(9)), training(date(2026, 2, 1), "4", "新班"))
    assert [(line.name, line.hours) for line in lines] == [("新班", Decimal(4)), ("必修班", Decimal(9))]
    assert lines[1].id == first.id
    assert second.id not in {line.id for line in lines}
    assert staff_trainings.get(session, MANAGER, lines[0].id or 0) == lines[0]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": ""}, "record.required", "lines.1.name"),
        ({"on_day": None}, "record.required", "lines.1.on_day"),
        ({"hours": None}, "record.required", "lines.1.hours"),
        ({"hours": Decimal(0)}, "training.hours", "lines.1.hours"),
        ({"hours": Decimal(1001)}, "training.hours", "lines.1.hours"),
        ({"hours": Decimal("1.005")}, "training.hours", "lines.1.hours"),
        ({"on_day": TODAY + timedelta(days=1)}, "training.future", "lines.1.on_day"),
    ],
)
def test_a_wrong_line_is_refused_at_its_cell(session, surveyor, changes, code, field):
    good = training(date(2026, 1, 5), "8")
    with pytest.raises(Refused) as refused:
        save(session, surveyor, good, replace(good, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_the_company_s_certificates_have_no_trainings(session):
    with pytest.raises(Refused, match=r"training\.no_person"):
        save(session, certificate(session), training(TODAY, "8"))


def test_two_who_save_one_training_the_second_is_told(session, surveyor):
    (line,) = save(session, surveyor, training(date(2026, 1, 5), "8"))
    save(session, surveyor, replace(line, hours=Decimal(9)))
    with pytest.raises(Refused, match=r"record\.stale"):
        save(session, surveyor, replace(line, hours=Decimal(7)))
