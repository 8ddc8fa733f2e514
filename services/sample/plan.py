"""A year of believable papers, planned in the order of time from a seed: plain data, nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from models.approval import StepState
from models.expense_claim import ClaimState, PaperKind
from services import calendars
from services.money import round_fen
from services.sample.catalogue import Story, StoryLine, catalogue, sellers, stories
from services.sample.company import Person, Standing

PAPERS_A_DAY = 5
ADVANCE_SHARE = 0.035
ALLOWANCE = Decimal(160)


@dataclass(slots=True)
class PlannedInvoice:
    """An invoice of the sample: amounts in yuan, `percent` the VAT rate."""

    number: str
    issued_on: date
    net: Decimal
    tax: Decimal
    total: Decimal
    seller: str
    seller_tax_id: str
    words: str
    percent: int


@dataclass(slots=True)
class PlannedLine:
    """A line of a claim."""

    category: str
    spent_on: date
    spent_to: date | None
    description: str
    amount: Decimal
    invoice: PlannedInvoice | None


@dataclass(slots=True)
class PlannedStep:
    """A level of approval and when it was decided, if it was."""

    level: int
    label: str
    user_id: int
    user_name: str
    state: StepState
    decided_at: datetime | None = None
    reason: str = ""


@dataclass(slots=True)
class PlannedPaper:
    """A claim or advance with everything that happened to it."""

    kind: PaperKind
    claimant: Person
    project: tuple[int, str] | None
    purpose: str
    business_date: date
    submitted_at: datetime
    lines: list[PlannedLine] = field(default_factory=list)
    amount: Decimal = Decimal(0)
    steps: list[PlannedStep] = field(default_factory=list)
    state: ClaimState = ClaimState.SUBMITTED
    paid_at: datetime | None = None
    due_on: date | None = None
    outstanding: Decimal = Decimal(0)
    offset: tuple[PlannedPaper, Decimal] | None = None
    number: str = ""
    id: int = 0

    @property
    def tax(self) -> Decimal:
        return sum((line.invoice.tax for line in self.lines if line.invoice), Decimal(0))


class Planner:
    """Writes the year day by day; `moment` is the present of the sample company (aware)."""

    def __init__(self, standing: Standing, moment: datetime, random: Random) -> None:
        self.standing = standing
        self.moment = moment
        self.random = random
        self.papers: list[PlannedPaper] = []
        self._open_advances: list[PlannedPaper] = []
        self._serial = random.randrange(10**6)

    def year(self) -> list[PlannedPaper]:
        """All papers of the last 365 days, in the order they were handed in."""
        today = self.moment.astimezone().date()
        day = today - timedelta(days=364)
        while day <= today:
            if calendars.is_working_day(day):
                moments = sorted(self._in_office(day) for _ in range(self.random.randint(3, 2 * PAPERS_A_DAY - 3)))
                for moment in moments:
                    if moment < self.moment:
                        self.papers.append(self._paper(day, moment))
            day += timedelta(days=1)
        return self.papers

    def _in_office(self, day: date) -> datetime:
        local = datetime.combine(day, time(9, 0)) + timedelta(minutes=self.random.randrange(8 * 60))
        return local.astimezone(UTC)

    def _paper(self, day: date, moment: datetime) -> PlannedPaper:
        if self.random.random() < ADVANCE_SHARE:
            paper = self._advance(day, moment)
        else:
            paper = self._claim(day, moment)
        self._decide(paper)
        self._settle(paper)
        return paper

    def _advance(self, day: date, moment: datetime) -> PlannedPaper:
        code = self.random.choice(["04", "05", "07"])
        claimant = self.random.choice(self.standing.in_department(code))
        amount = Decimal(self.random.choice([1000, 2000, 3000, 5000, 5000, 8000, 20000]))
        return PlannedPaper(
            PaperKind.ADVANCE,
            claimant,
            self._project(code),
            self.random.choice(catalogue()["words"]["advances"]),
            day,
            moment,
            amount=amount,
            due_on=day + timedelta(days=self.random.choice([20, 30, 45])),
        )

    def _claim(self, day: date, moment: datetime) -> PlannedPaper:
        story = self.random.choices(stories(), [story.weight for story in stories()])[0]
        code = self.random.choice(story.departments)
        claimant = self.random.choice(self.standing.in_department(code))
        nights = self.random.randint(1, 5)
        words = {
            "city": self.random.choice(catalogue()["words"]["cities"]),
            "nights": nights,
            "days": nights + 1,
            "month": day.month,
        }
        back = day - timedelta(days=self.random.randint(1, 6))
        lines = [self._line(line, story, back - timedelta(days=nights), back, words) for line in story.lines]
        return PlannedPaper(
            PaperKind.CLAIM,
            claimant,
            self._project(code) if story.project else None,
            story.purpose.format(**words),
            day,
            moment,
            lines,
            sum((line.amount for line in lines), Decimal(0)),
        )

    def _project(self, code: str) -> tuple[int, str] | None:
        return self.random.choice(self.standing.projects.get(code, [None]))  # type: ignore[list-item]

    def _line(self, line: StoryLine, story: Story, start: date, end: date, words: dict[str, object]) -> PlannedLine:
        away = len(story.lines) > 1 and line.category in {"lodging", "allowance"}
        spent = start if away else start + timedelta(days=self.random.randrange((end - start).days + 1))
        if line.category == "allowance":
            amount, invoice = ALLOWANCE * int(str(words["days"])), None
        else:
            fen = self.random.randrange(line.low * 100, line.high * 100, self.random.choice([10, 50, 100, 100]))
            amount = Decimal(fen).scaleb(-2)
            invoice = self._invoice(line.category, end, amount)
        return PlannedLine(
            line.category,
            spent,
            end if away else None,
            line.words.format(**words),
            amount,
            invoice,
        )

    def _invoice(self, category: str, day: date, total: Decimal) -> PlannedInvoice | None:
        choices = sellers().get(category)
        if not choices:
            return None
        seller = self.random.choice(choices)
        net = round_fen(total * 100 / (100 + seller.percent))
        self._serial += self.random.randrange(1, 900)
        number = f"{day.year % 100:02d}422000000{self._serial:09d}"
        return PlannedInvoice(
            number,
            day,
            net,
            total - net,
            total,
            seller.seller,
            seller.tax_id,
            seller.words,
            seller.percent,
        )

    def _decide(self, paper: PlannedPaper) -> None:
        at = paper.submitted_at
        for level, label, user_id, user_name in self._levels(paper):
            at = self._later(at)
            step = PlannedStep(level, label, user_id, user_name, StepState.WAITING)
            if paper.steps and paper.steps[-1].state is not StepState.APPROVED:
                pass
            elif at < self.moment:
                step.state, step.decided_at = StepState.APPROVED, at
            else:
                step.state = StepState.PENDING
            paper.steps.append(step)
        if all(step.state is StepState.APPROVED for step in paper.steps):
            paper.state = ClaimState.TO_PAY

    def _levels(self, paper: PlannedPaper) -> list[tuple[int, str, int, str]]:
        """The levels company.toml's rules give: the department's own rule before the general one."""
        chosen: dict[int, tuple[int, str, int, str]] = {}
        rules = sorted(catalogue()["rules"]["rows"], key=lambda row: bool(row[5]))
        for level, label, approver, login, amount, code in rules:
            if paper.amount < amount or (code and code != paper.claimant.department):
                continue
            if approver == "department_head":
                user = self.standing.user_of(self._head(paper.claimant))
            else:
                user = self.standing.users[login]
            chosen[level] = (level, label, *user)
        own = self.standing.people[paper.claimant.name].name
        return [chosen[level] for level in sorted(chosen) if chosen[level][3] != own]

    def _head(self, person: Person) -> str:
        head = self.standing.departments[person.department][2]
        return head if head != person.name else self.standing.departments["01"][2]

    def _later(self, at: datetime) -> datetime:
        """Some working hours after `at`."""
        local = at.astimezone()
        if self.random.random() < 0.6 and local.hour < 15:
            return at + timedelta(minutes=self.random.randrange(20, 150))
        day = calendars.add_working_days(local.date(), 1)
        return self._in_office(day)

    def _settle(self, paper: PlannedPaper) -> None:
        if paper.state is not ClaimState.TO_PAY:
            return
        paid = self._later(paper.steps[-1].decided_at or paper.submitted_at)
        if paid >= self.moment:
            return
        paper.state, paper.paid_at = ClaimState.PAID, paid
        if paper.kind is PaperKind.ADVANCE:
            paper.outstanding = paper.amount
            self._open_advances.append(paper)
        else:
            self._offset(paper)

    def _offset(self, paper: PlannedPaper) -> None:
        """Most advances come back within weeks through the same person's claims; a few stay open."""
        for advance in self._open_advances:
            waited = (paper.business_date - advance.business_date).days
            if advance.claimant is paper.claimant and 5 < waited and self.random.random() < 0.9:
                taken = min(advance.outstanding, paper.amount)
                advance.outstanding -= taken
                paper.offset = (advance, taken)
                break
        self._open_advances = [advance for advance in self._open_advances if advance.outstanding]
