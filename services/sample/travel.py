"""The sample's travels, payees, payment requests and repayments, by its people through the real services."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from models.audit import AuditEntry
from models.expense_claim import ClaimState, ExpenseClaim, InvoicePromise, PaperKind, PaymentMethod
from models.payee import Payee
from services import approval_steps, expense_claims, payees, travel_claims, users
from services.claim_records import paper_of
from services.claim_values import ClaimDraft, LegDraft, LineDraft, OffsetDraft
from services.database import Session, at_moment, now
from services.invoices.model import Reading
from services.permissions import Actor, open_to_all
from services.sample.acts import CASHIER
from services.sample.company import Standing
from services.sample.hours import moments
from services.sample.invoice_files import as_read, invoice_from, invoice_xml
from services.sample.trips import PAYEES, TRIPS, Trip

_NO_PAPER = "纸质车票附后，行程与审批一致"
_OVER = "会议指定酒店，已经陈经理同意"
_WHY = "a step of making the sample, before anybody is there"


@open_to_all(_WHY)
def write_travel(session: Session, standing: Standing, today: date, random: Random) -> None:
    """Four travels in four states, five payees, four payment requests, two repayments."""
    last = session.scalar(select(func.max(AuditEntry.at))) or now()
    times = moments(today, 60, after=last, now=now())
    with tempfile.TemporaryDirectory() as folder:
        stage = _Stage(session, standing, today, random, Path(folder), times)
        waiting, approved, settling, begun = (stage.travel(trip) for trip in TRIPS)
        stage.submit(waiting, _NO_PAPER)
        stage.approve(stage.submit(approved, _OVER))
        stage.submit(stage.settling(settling), _NO_PAPER)
        assert begun, "it stays a draft"
        stage.requests()
        stage.repayments()


class _Stage:
    """The clerks, the managers and the cashier, one after the other."""

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
                self.session, clerk, saved.id, saved.version, self._command(), today=self.today
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
                expense_claims.approve(self.session, asked, paper, claim.version, self._command())
                self.session.flush()
        return paper

    def pay(self, paper: int) -> int:
        with at_moment(next(self.times)):
            expense_claims.pay(
                self.session, self._cashier(), paper, self._version(paper),
                account_id=self.standing.accounts[0], method=PaymentMethod.TRANSFER, paid_on=self.today,
                command_id=self._command(), today=self.today,
            )  # fmt: skip
        return paper

    def requests(self) -> None:
        """One whose invoice is overdue, one whose invoice is due soon, one that waits, one that would overpay."""
        clerk = users.actor_of(self.session, self.standing.user_of("王雪")[0])
        known = set(self.session.scalars(select(Payee.name)))
        with at_moment(next(self.times)):
            for payee in PAYEES:
                if payee.name not in known:
                    payees.save(self.session, clerk, payee)
        year, day = self.today.year, timedelta(days=1)
        late, soon = self.today - 3 * day, self.today + 12 * day
        first = self._request(
            0, "equipment", "RTK 接收机配件", "12600.00", (f"CG-{year}-008", "38000"), late, 20
        )
        second = self._request(
            2, "service", "荆州片区航飞进度款", "18500.00", (f"CG-{year}-011", "46000"), soon, 2
        )
        for paper in (first, second):
            self.pay(self.approve(self.submit(paper, "按合同约定付款")))
        third = self._request(3, "service", "年度审计首付款", "9000.00", (f"CG-{year}-013", "18000"), soon, 0)
        self.submit(third, "按合同约定付款")
        self._request(0, "equipment", "RTK 接收机尾款", "26000.00", (f"CG-{year}-008", "38000"), soon, 0)

    def repayments(self) -> None:
        """Of the advances that are open: one comes back in cash, of another a part is held for the pay."""
        advances = self.session.execute(
            select(ExpenseClaim.id, ExpenseClaim.claimant_id)
            .where(ExpenseClaim.kind == PaperKind.ADVANCE, ExpenseClaim.outstanding >= Decimal(800))
            .order_by(ExpenseClaim.id.desc())
        ).all()
        cashier = self._cashier()
        free = [
            row.id
            for row in advances
            for one in expense_claims.open_advances(self.session, cashier, row.claimant_id, today=self.today)
            if one.id == row.id and one.available >= Decimal(800)
        ]
        ways = ((PaymentMethod.CASH, "500.00"), (PaymentMethod.FROM_PAY, "300.00"))
        for advance, (method, amount) in zip(free, ways, strict=False):
            with at_moment(next(self.times)):
                expense_claims.repay(
                    self.session, cashier, advance, self._version(advance),
                    amount=Decimal(amount), method=method, paid_on=self.today, account_id=self.standing.accounts[2],
                    pay_month=self.today, command_id=self._command(), today=self.today,
                    note="结余退回" if method == PaymentMethod.CASH else "",
                )  # fmt: skip

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

    def _request(
        self,
        payee: int,
        category: str,
        words: str,
        amount: str,
        contract: tuple[str, str],
        due: date,
        ago: int,
    ) -> int:
        clerk = users.actor_of(self.session, self.standing.user_of("王雪")[0])
        payee_id = self.session.scalar(select(Payee.id).where(Payee.name == PAYEES[payee].name))
        day = self.today - timedelta(days=ago)
        person = self.standing.people["王雪"]
        draft = ClaimDraft(
            kind=PaperKind.PAYMENT,
            claimant_id=person.id,
            department_id=self.standing.departments[person.department][0],
            business_date=day,
            purpose=words,
            payee_id=payee_id,
            contract_number=contract[0],
            contract_amount=Decimal(contract[1]),
            invoice_promise=InvoicePromise.LATER,
            invoice_due_on=due,
            lines=(LineDraft(self.standing.categories[category][0], day, None, words, Decimal(amount)),),
        )
        with at_moment(next(self.times)):
            return expense_claims.save(self.session, clerk, draft, today=self.today).id

    def _file(self, category: str, amount: str, day: date) -> tuple[Path, Reading]:
        bill = invoice_from(category, day, Decimal(amount), self.random)
        content = invoice_xml(bill, self.standing.company, self.standing.tax_id)
        path = self.folder / f"{bill.number}.xml"
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

    def _cashier(self) -> Actor:
        return users.actor_of(self.session, self.standing.users[CASHIER][0])

    def _version(self, paper: int) -> int:
        return self.session.scalar(select(ExpenseClaim.version).where(ExpenseClaim.id == paper)) or 0

    def _command(self) -> str:
        self.commands += 1
        return f"sample-travel-{self.commands}"


def _legs(trip: Trip, first: date, last: date) -> Iterator[LegDraft]:
    yield LegDraft("武汉", trip.city, first, 8, first, 10, trip.vehicle, trip.seat)
    if trip.back:
        yield LegDraft(trip.city, "武汉", last, 15, last, 17, trip.vehicle, trip.seat)
