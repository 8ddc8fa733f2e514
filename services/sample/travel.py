"""The sample's travels, by its people through the real services; then its payment requests and repayments."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from models.audit import AuditEntry
from models.expense_claim import ClaimState, ExpenseClaim, PaperKind, PaymentMethod
from models.travel import Vehicle
from services import approval_steps, expense_claims, travel_claims, users
from services.claim_records import paper_of
from services.claim_values import ClaimDraft, LegDraft, LineDraft, OffsetDraft
from services.database import Session, at_moment, now
from services.invoices.model import Reading
from services.permissions import Actor, open_to_all
from services.sample.acts import CASHIER
from services.sample.company import Standing
from services.sample.hours import moments
from services.sample.invoice_files import as_read, invoice_file, invoice_from
from services.sample.requests import write_repayments, write_requests

_NO_PAPER = "纸质车票附后，行程与审批一致"
_OVER = "会议指定酒店，已经陈经理同意"
_WHY = "a step of making the sample, before anybody is there"


@dataclass(frozen=True)
class Trip:
    """A travel: who, where, when (days ago), for what, with the class and what each way and a night cost in yuan."""

    claimant: str
    city: str
    first: int
    last: int
    purpose: str
    vehicle: Vehicle
    seat: str
    fare: str
    night: str
    back: bool = True


TRIPS = (
    Trip("李文静", "宜昌", 12, 9, "宜昌不动产测绘外业", Vehicle.TRAIN, "二等座", "139.00", "320.00"),
    Trip("陈立", "上海", 16, 13, "上海投标答疑与客户拜访", Vehicle.PLANE, "经济舱", "860.00", "1080.00"),
    Trip("何俊", "荆州", 7, 4, "荆州农村宅基地确权外业", Vehicle.TRAIN, "二等座", "69.00", "260.00"),
    Trip(
        "刘洋", "成都", 6, 4, "成都测绘地理信息展会", Vehicle.PLANE, "经济舱", "720.00", "480.00", back=False
    ),
)


@open_to_all(_WHY)
def write_travel(session: Session, standing: Standing, today: date, random: Random) -> None:
    """Four travels in four states, five payees, four payment requests, two repayments."""
    last = session.scalar(select(func.max(AuditEntry.at))) or now()
    times = moments(today, 60, after=last, now=now())
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(session, standing, today, random, Path(folder), times)
        waiting, approved, settling, begun = (stage.travel(trip) for trip in TRIPS)
        stage.submit(waiting, _NO_PAPER)
        stage.approve(stage.submit(approved, _OVER))
        stage.submit(stage.settling(settling), _NO_PAPER)
        assert begun, "it stays a draft"
        write_requests(stage)
        write_repayments(stage)


class Stage:
    """The clerks, the managers and the cashier, one after the other; `times` are when they act."""

    def __init__(
        self,
        session: Session,
        standing: Standing,
        today: date,
        random: Random,
        folder: Path,
        times: Iterator[datetime],
    ) -> None:
        self.session = session
        self.standing = standing
        self.today = today
        self.random = random
        self.folder = folder
        self.times = times
        self.commands = 0

    def travel(self, trip: Trip) -> int:
        """The claim with its invoices, legs and the allowance the legs come to."""
        person = self.standing.people[trip.claimant]
        clerk = self._clerk(trip.claimant)
        first, last = self.today - timedelta(days=trip.first), self.today - timedelta(days=trip.last)
        nights = (last - first).days
        files = [("travel", trip.fare, first), ("lodging", str(Decimal(trip.night) * nights), last)]
        read = [self._file(category, amount, day) for category, amount, day in files]
        start = ClaimDraft(
            kind=PaperKind.TRAVEL,
            claimant_id=person.id,
            department_id=self.standing.departments[person.department][0],
            business_date=self.today,
            purpose=trip.purpose,
            legs=tuple(_legs(trip, first, last)),
        )
        with at_moment(next(self.times)):
            made = expense_claims.draft_from_invoices(
                self.session,
                clerk,
                [reading for _, reading in read],
                [path for path, _ in read],
                today=self.today,
                draft=start,
            ).draft
            out, hotel = made.lines
            home = LineDraft(
                out.category_id, last, description="返程车票", amount=Decimal(trip.fare), sanctioned=out.sanctioned, leg=1
            )  # fmt: skip
            lines = [
                replace(out, leg=0, spent_on=first, description=f"武汉—{trip.city}"),
                *([home] if trip.back else []),
                replace(hotel, spent_on=first, spent_to=last, city=trip.city, nights=nights),
            ]
            proposed = travel_claims.propose(self.session, clerk, made, today=self.today)
            whole = replace(made, lines=(*lines, *proposed.lines))
            return expense_claims.save(self.session, clerk, whole, today=self.today).id

    def settling(self, paper: int) -> int:
        """The same claim, settling what its claimant has open."""
        draft = expense_claims.get(self.session, self._clerk_of(paper), paper)
        open_ones = expense_claims.open_advances(
            self.session, self._clerk_of(paper), draft.claimant_id or 0, today=self.today
        )
        if not open_ones:
            open_ones = [self._lent(draft)]
        taken = min(open_ones[0].available, draft.amount)
        whole = replace(draft, offsets=(OffsetDraft(open_ones[0].id, taken),))
        with at_moment(next(self.times)):
            return expense_claims.save(self.session, self._clerk_of(paper), whole, today=self.today).id

    def submit(self, paper: int, reason: str) -> int:
        """Hand it in, the same words to every warning."""
        clerk = self._clerk_of(paper)
        draft = expense_claims.get(self.session, clerk, paper)
        found = expense_claims.check_draft(self.session, clerk, draft, today=self.today)
        reasons = {check.key: reason for check in found if check.level == "warn"}
        with at_moment(next(self.times)):
            saved = expense_claims.save(
                self.session, clerk, replace(draft, reasons=reasons), today=self.today
            )
            expense_claims.submit(
                self.session, clerk, saved.id, saved.version, self.command(), today=self.today
            )
        return paper

    def approve(self, paper: int) -> int:
        """By everybody who is asked, until it is to be paid."""
        for _ in range(6):
            claim = self.session.get_one(ExpenseClaim, paper)
            if claim.state != ClaimState.SUBMITTED:
                break
            people = (users.actor_of(self.session, user) for user, _ in self.standing.users.values())
            asked = next(one for one in people if approval_steps.asked(self.session, one, paper_of(claim)))
            with at_moment(next(self.times)):
                expense_claims.approve(self.session, asked, paper, claim.version, self.command())
                self.session.flush()
        return paper

    def pay(self, paper: int) -> int:
        with at_moment(next(self.times)):
            expense_claims.pay(
                self.session, self.cashier(), paper, self.version(paper),
                account_id=self.standing.accounts[0], method=PaymentMethod.TRANSFER, paid_on=self.today,
                command_id=self.command(), today=self.today,
            )  # fmt: skip
        return paper

    def _lent(self, draft: ClaimDraft) -> expense_claims.AdvanceRow:
        """An advance for the travel, paid before it was claimed."""
        clerk = self._clerk_by_id(draft.claimant_id)
        advance = ClaimDraft(
            kind=PaperKind.ADVANCE,
            claimant_id=draft.claimant_id,
            department_id=draft.department_id,
            business_date=self.today,
            purpose=f"预借差旅费：{draft.purpose}",
            due_on=self.today + timedelta(days=20),
            amount=Decimal(1000),
        )
        with at_moment(next(self.times)):
            paper = expense_claims.save(self.session, clerk, advance, today=self.today).id
        self.pay(self.approve(self.submit(paper, "外业急用")))
        return expense_claims.open_advances(self.session, clerk, draft.claimant_id or 0, today=self.today)[0]

    def _file(self, category: str, amount: str, day: date) -> tuple[Path, Reading]:
        bill = invoice_from(category, day, Decimal(amount), self.random)
        name, content = invoice_file(bill, self.standing.company, self.standing.tax_id)
        path = self.folder / name
        path.write_bytes(content)
        read = as_read(bill, self.standing.company, self.standing.tax_id)
        return path, Reading(path.name, sha256(content).hexdigest(), read)

    def _clerk(self, name: str) -> Actor:
        department = self.standing.people[name].department
        return users.actor_of(self.session, self.standing.clerk_of(department)[0])

    def _clerk_by_id(self, person_id: int | None) -> Actor:
        name = next(name for name, person in self.standing.people.items() if person.id == person_id)
        return self._clerk(name)

    def _clerk_of(self, paper: int) -> Actor:
        return users.actor_of(self.session, self.session.get_one(ExpenseClaim, paper).created_by_id)

    def cashier(self) -> Actor:
        return users.actor_of(self.session, self.standing.users[CASHIER][0])

    def version(self, paper: int) -> int:
        return self.session.scalar(select(ExpenseClaim.version).where(ExpenseClaim.id == paper)) or 0

    def command(self) -> str:
        self.commands += 1
        return f"sample-travel-{self.commands}"


def _legs(trip: Trip, first: date, last: date) -> Iterator[LegDraft]:
    yield LegDraft("武汉", trip.city, first, 8, first, 10, trip.vehicle, trip.seat)
    if trip.back:
        yield LegDraft(trip.city, "武汉", last, 15, last, 17, trip.vehicle, trip.seat)
