"""The sample's certificates: of the company and its people, some ending, one lapsed, one original overdue."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.attachment import Attachment
from models.bid import Bid
from models.certificate import Certificate, CertificateKind, CertificateLoan, LoanKind
from services import (
    attachments,
    audit,
    certificate_acts,
    certificate_kinds,
    certificate_loan_acts,
    certificate_loans,
    company_certificates,
    office_papers,
    staff_trainings,
    users,
)
from services.certificate_kinds import KindDraft, StepLine
from services.certificate_loans import LoanDraft
from services.company_certificates import CertificateDraft
from services.database import Session, at_moment
from services.permissions import Actor, open_to_all
from services.sample.company import Standing
from services.staff_trainings import TrainingDraft

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "certificates.toml"
KIND = DecidedKind.CERTIFICATE_LOAN
_WHY = "a step of making the sample, before anybody is there"


@open_to_all(_WHY)
def write_certificates(session: Session, standing: Standing, today: date) -> None:
    """Kinds, about thirty certificates with scans and trainings, and loans in every state."""
    room = _Room(session, standing, today)
    room.kinds()
    for row in rows()["certificates"]["rows"]:
        room.certificate(row)
    for row in rows()["certificates"]["earlier"]:
        room.earlier(row)
    for row in rows()["certificates"]["archived"]:
        room.archived(row)
    for number, name, ago, hours in rows()["trainings"]["rows"]:
        room.training(number, name, ago, hours)
    with at_moment(_moment(today, 8)):
        certificate_acts.lapse_due(session, room.writer, today)
    for row in rows()["loans"]["rows"]:
        room.loan(row)


@cache
def rows() -> dict[str, Any]:
    """The whole file as plain data."""
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


def _moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 25)).astimezone(UTC)


class _Room:
    """Who writes, and what is there already, by number."""

    def __init__(self, session: Session, standing: Standing, today: date) -> None:
        self.session, self.standing, self.today = session, standing, today
        self.writer: Actor = users.actor_of(session, standing.user_of("王雪")[0])
        self.ids: dict[str, int] = {}
        self.clicks = count(1)
        self.written = today - timedelta(days=420)  # the day the register was begun

    def day(self, offset: Any) -> date | None:
        return None if offset == "" else self.today + timedelta(days=offset)

    def click(self) -> str:
        return f"sample.certificates.{next(self.clicks)}"

    def kinds(self) -> None:
        with at_moment(_moment(self.written, 9)):
            certificate_kinds.load_usual(self.session, self.writer)
            for row in rows()["kind"]:
                steps = tuple(StepLine(name, days, None, papers) for name, days, papers in row["steps"])
                own = {name: row[name] for name in ("name", "group", "holder", "months", "lead_days", "reminders", "source")}  # fmt: skip
                draft = KindDraft(**own, cost=Decimal(row["cost"]) or None, confirmed=True, steps=steps)
                certificate_kinds.save(self.session, self.writer, draft)
        found = self.session.execute(select(CertificateKind.code, CertificateKind.name, CertificateKind.id))
        self.kind_ids = {word: row.id for row in found for word in (row.code, row.name)}

    def draft(self, row: list[Any]) -> CertificateDraft:
        kind, name, number, person, issuer, level, scope, first, last, place, keeper, _scans = row[:12]
        people = self.standing.people
        return CertificateDraft(
            kind_id=self.kind_ids[kind],
            name=name,
            number=number,
            employee_id=people[person].id if person else None,
            issuer=issuer,
            level=level,
            scope=scope,
            issued_on=self.day(first),
            valid_from=self.day(first),
            valid_to=self.day(last),
            originals=1,
            copies=2 if kind == "business_licence" else 0,
            original_place=place,
            keeper_id=people[keeper].id,
        )

    def certificate(self, row: list[Any]) -> int:
        draft = self.draft(row)
        assert draft.valid_from is not None, "every one has a first day"
        day = max(self.written, draft.valid_from)
        with at_moment(_moment(day, 10)):
            made = company_certificates.save(self.session, self.writer, draft, today=self.today)
        self.ids[draft.number] = made
        for number in range(1, row[11] + 1):
            with at_moment(_moment(day + timedelta(days=(number - 1) * 60), 11)):
                self.scan(made, number)
        return made

    def earlier(self, row: list[Any]) -> None:
        """One that was renewed: it points to what follows it."""
        old = self.session.get_one(Certificate, self.certificate(row))
        old.successor_id = self.ids[row[12]]
        with at_moment(_moment(self.written, 11)):
            certificate_acts.archive(self.session, self.writer, old.id, old.version, reason="已换新证")

    def archived(self, row: list[Any]) -> None:
        old = self.session.get_one(Certificate, self.certificate(row))
        with at_moment(_moment(self.written, 11)):
            certificate_acts.archive(self.session, self.writer, old.id, old.version, reason=row[12])

    def scan(self, certificate_id: int, number: int) -> None:
        """A page as a PDF; of people's certificates a picture."""
        from services.reports.sample_certificate import CertificatePage, page_pdf, page_png

        item = self.session.get_one(Certificate, certificate_id)
        page = CertificatePage(
            item.name, item.number, item.holder_name, item.issuer, item.scope, item.valid_from, item.valid_to
        )
        name, content = ("png", page_png(page)) if item.employee_id else ("pdf", page_pdf(page))
        folder = self.session.info["database"].folder
        row = Attachment(
            record_kind="certificate",
            record_id=certificate_id,
            name=f"{item.name}{f'（{number}）' if number > 1 else ''}.{name}",
            sha256=attachments.keep_bytes(folder, content),
            size=len(content),
        )
        audit.record(self.session, self.writer, "attach", row)

    def training(self, number: str, name: str, ago: int, hours: str) -> None:
        day = self.today - timedelta(days=ago)
        with at_moment(_moment(day, 17)):
            draft = TrainingDraft(None, None, self.ids[number], name, day, Decimal(hours))
            staff_trainings.save(self.session, self.writer, draft, today=self.today)

    def loan(self, row: list[Any]) -> None:
        number, kind, person, purpose, first, due, copies, far, back = row
        begin, written = self.today + timedelta(days=first), self.today + timedelta(days=min(first, 0) - 1)
        bid = (
            self.session.scalar(select(Bid.id).order_by(Bid.id.desc()).limit(1))
            if "投标" in purpose
            else None
        )
        draft = LoanDraft(
            certificate_id=self.ids[number], kind=LoanKind(kind), employee_id=self.standing.people[person].id,
            purpose=purpose, bid_id=bid, copies=copies, from_on=begin, due_back_on=self.today + timedelta(days=due),
        )  # fmt: skip
        with at_moment(_moment(written, 9)):
            made = certificate_loans.save(self.session, self.writer, draft, today=written)
        loan = self.session.get_one(CertificateLoan, made)
        if far == "draft":
            return
        with at_moment(_moment(written, 10)):
            office_papers.submit(self.session, self.writer, KIND, loan.id, loan.version, self.click())
        if far != "submitted":
            self._decide(loan, written, Decision.RETURN if far == "returned" else Decision.APPROVE)
        if far in ("lent", "back"):
            with at_moment(_moment(begin, 9)):
                certificate_loan_acts.hand_out(
                    self.session, self.writer, loan.id, loan.version,
                    day=begin, command_id=self.click(), today=self.today,
                )  # fmt: skip
        if far == "back" and loan.kind != LoanKind.COPY:
            self._back(loan, self.today + timedelta(days=back))

    def _decide(self, loan: CertificateLoan, day: date, decision: Decision) -> None:
        """At every level by whoever decides there."""
        names = ("陈立", "徐曼", "何志远")
        for name in names:
            if loan.state.value != "submitted":
                return
            decider = users.actor_of(self.session, self.standing.user_of(name)[0])
            reason = rows()["loans"]["returned"] if decision == Decision.RETURN else ""
            with at_moment(_moment(day, 15)):
                office_papers.decide(
                    self.session, decider, KIND, loan.id, loan.version, decision,
                    reason=reason, command_id=self.click(), today=day,
                )  # fmt: skip

    def _back(self, loan: CertificateLoan, day: date) -> None:
        with at_moment(_moment(day, 16)):
            certificate_loan_acts.give_back(
                self.session, self.writer, loan.id, loan.version,
                day=day, note="完好", command_id=self.click(), today=self.today,
            )  # fmt: skip
