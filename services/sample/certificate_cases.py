"""The sample's cases: renewals in hand, a duty, changes of the company, subsidies; duties that were met, one put off."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import select

from models.certificate import Certificate, CertificateKind
from models.certificate_case import CaseKind, CaseState, CertificateCase, PaperState
from services import case_acts, case_paper_list, case_papers, case_starts, certificate_cases, reminders, users
from services.case_starts import CaseStart
from services.certificate_cases import CaseDraft
from services.database import Session, at_moment
from services.due_model import DueKind, DueState
from services.permissions import open_to_all
from services.sample.company import Standing

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "certificate_cases.toml"
_WHY = "a step of making the sample, before anybody is there"


@open_to_all(_WHY)
def write_certificate_cases(session: Session, standing: Standing, today: date) -> None:
    """The duties of the past year as met, then the cases, then what was put off."""
    room = _Room(session, standing, today)
    room.duties_met()
    for row in rows()["cases"]["closed"]:
        room.closed(row)
    for row in rows()["cases"]["subsidies"]:
        room.subsidy(row)
    for row in rows()["cases"]["rows"]:
        room.in_hand(row)
    for row in rows()["snoozed"]["rows"]:
        room.snooze(row)


@cache
def rows() -> dict[str, Any]:
    """The whole file as plain data."""
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


def _moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 40)).astimezone(UTC)


class _Room:
    """Everything is written through the services, on the day it happened."""

    def __init__(self, session: Session, standing: Standing, today: date) -> None:
        self.session, self.standing, self.today = session, standing, today
        self.writer = users.actor_of(session, standing.user_of("王雪")[0])
        self.clicks = count()
        found = session.execute(select(Certificate.number, Certificate.id))
        kinds = session.execute(select(CertificateKind.code, CertificateKind.id))
        self.certificates, self.kinds = (
            {row.number: row.id for row in found},
            {row.code: row.id for row in kinds},
        )

    def day(self, offset: int | str) -> date | None:
        return None if isinstance(offset, str) else self.today + timedelta(days=offset)

    def click(self) -> str:
        return f"sample.cases.{next(self.clicks)}"

    def start(self, kind: CaseKind, about: str, opened: date, due: date | None) -> CaseStart:
        if kind is CaseKind.CHANGE:
            return CaseStart(kind, change=about, day=opened)
        if kind in (CaseKind.RENEWAL, CaseKind.DUTY):
            return CaseStart(kind, certificate_id=self.certificates[about])
        return CaseStart(kind, kind_id=self.kinds[about], day=due)

    def begun(self, row: list[Any], due: date | None) -> CertificateCase:
        """A case as it is begun by the window, with what was typed over."""
        kind, about, title, agency, owner, opened, _due, cost = row[:8]
        begin = self.today + timedelta(days=opened)
        start = self.start(CaseKind(kind), about, begin, due)
        draft = case_starts.begin(self.session, self.writer, start, today=begin)
        draft = replace(draft, title=title or draft.title, agency=agency, cost=Decimal(cost))
        return self.save(draft, owner, begin)

    def save(self, draft: CaseDraft, owner: str, begin: date) -> CertificateCase:
        draft = replace(draft, owner_id=self.standing.people[owner].id, opened_on=begin)
        with at_moment(_moment(begin, 9)):
            made = certificate_cases.save(self.session, self.writer, draft, today=begin)
        return certificate_cases.loaded(self.session, made)

    def tick(self, case: CertificateCase, ago: list[int]) -> None:
        for step, days in zip(list(case.steps), ago, strict=False):
            day = self.today - timedelta(days=days)
            with at_moment(_moment(day, 15)):
                case_acts.tick(
                    self.session, self.writer, case.id, case.version, step.id, done_on=day, today=self.today
                )  # fmt: skip

    def in_hand(self, row: list[Any]) -> None:
        case = self.begun(row, self.day(row[6]))
        self.tick(case, row[8])
        self.papers(case, len(row[8]))

    def papers(self, case: CertificateCase, ticked: int) -> None:
        """What the steps done so far asked for is in hand; the next paper has a fault."""
        wanted = case_paper_list.names_of(step.papers for step in case.steps[:ticked])
        listed = case_paper_list.of(self.session, case.id)
        for number, paper in enumerate(listed[: len(wanted) + bool(wanted)]):
            faulty = number == len(wanted)
            case_papers.mark(
                self.session, self.writer, case.id, case.version, paper.id,
                state=PaperState.FAULTY if faulty else PaperState.IN_HAND, remark="盖章不清，重新盖章" if faulty else "",
            )  # fmt: skip

    def closed(self, row: list[Any]) -> None:
        case = self.begun(row, self.day(row[6]))
        day, how, result = self.today + timedelta(days=row[6]), row[8], row[9]
        if how == "done":
            self.tick(case, [-row[6]] * len(case.steps))
        with at_moment(_moment(day, 16)):
            if how == "done":
                case_acts.finish(
                    self.session, self.writer, case.id, case.version,
                    day=day, result=result, command_id=self.click(), today=self.today,
                )  # fmt: skip
            else:
                case_acts.end_without(
                    self.session, self.writer, case.id, case.version,
                    state=CaseState(how), reason=result, command_id=self.click(), today=day,
                )  # fmt: skip

    def subsidy(self, row: list[Any]) -> None:
        title, agency, owner, opened, due, asked, granted, received, on = row
        begin = self.today + timedelta(days=opened)
        start = CaseStart(CaseKind.SUBSIDY, day=self.day(due))
        draft = case_starts.begin(self.session, self.writer, start, today=begin)
        case = self.save(replace(draft, title=title, agency=agency, asked=Decimal(asked)), owner, begin)
        self.tick(case, [-due + 12, -due])
        with at_moment(_moment(self.today + timedelta(days=due + 40), 10)):
            case_acts.grant(
                self.session,
                self.writer,
                case.id,
                case.version,
                granted=Decimal(granted),
                note="已公示，待拨付",
                expected_on=self.day(18),
            )
        day = self.day(on)
        if day is not None:
            with at_moment(_moment(day, 10)):
                case_acts.receive(
                    self.session, self.writer, case.id, case.version,
                    received=Decimal(received), day=day, command_id=self.click(), today=self.today,
                )  # fmt: skip

    def duties_met(self) -> None:
        """What fell due in the past year was done some days before, except what the cases below are about."""
        for one in reminders.waiting(self.session, self.writer, today=self.today):
            begun = one.kind is DueKind.RENEWAL_STEP and one.days_left < -40
            if one.state is DueState.OVERDUE and (one.kind is DueKind.DUTY or begun):
                day = one.on_day - timedelta(days=11)
                with at_moment(_moment(day, 14)):
                    reminders.handle(self.session, self.writer, one, day=day, note="已完成", today=self.today)

    def snooze(self, row: list[Any]) -> None:
        number, days, why = row
        until = self.today + timedelta(days=days)
        wanted = self.certificates[number]
        for one in reminders.waiting(self.session, self.writer, today=self.today):
            if one.record_kind == "certificate" and one.record_id == wanted:
                with at_moment(_moment(self.today - timedelta(days=1), 17)):
                    reminders.snooze(
                        self.session,
                        self.writer,
                        one,
                        until=min(until, reminders.put_off_to(one, self.today)),
                        reason=why,
                        today=self.today,
                    )
