"""A year of believable papers, planned in the order of time from a seed; nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from models.approval import StepState
from models.expense_claim import ClaimState, PaperKind
from services import calendars
from services.money import round_fen
from services.sample.catalogue import Story, StoryLine, catalogue, sellers, stories
from services.sample.company import Standing
from services.sample.planned import Person, PlannedInvoice, PlannedLine, PlannedPaper, PlannedStep

PAPERS_A_DAY = 5
EARLIER_DAYS = 392  # so that every month of the year has the same one before it to be compared with
FEWEST_EARLIER, MOST_EARLIER = 2, 6
SLIP_SHARE = 0.03
ADVANCE_SHARE = 0.03
ALLOWANCE = Decimal(160)
DUE_TODAY = 2

_DAY = timedelta(days=1)


class Planner:
    """Writes the year day by day, up to the evening before `today`; `promise` are working days until payment."""

    def __init__(self, standing: Standing, today: date, promise: int, random: Random) -> None:
        self.standing = standing
        self.today = today
        self.moment = _office(today, 8 * 60 + 30)
        self.promise = promise
        self.random = random
        self.due_day = today if calendars.is_working_day(today) else calendars.add_working_days(today, 1)
        self.papers: list[PlannedPaper] = []
        self._open_advances: list[PlannedPaper] = []
        self._kept_to_pay = 0
        self._serial = random.randrange(10**6)
        self._seen: set[tuple[str, date, Decimal]] = set()

    def year(self) -> list[PlannedPaper]:
        """All papers of the last 364 days, in the order they were handed in."""
        arranged = self._arranged_advances()
        day = self.today - 364 * _DAY
        while day < self.today:
            if calendars.is_working_day(day):
                times = sorted(
                    self._in_office(day) for _ in range(self.random.randint(3, 2 * PAPERS_A_DAY - 3))
                )
                self.papers += [self._paper(day, moment) for moment in times]
                self.papers += [self._advance_of(row, day) for row in arranged.pop(day, [])]
            day += _DAY
        return self.papers

    def earlier(self) -> list[PlannedPaper]:
        """A thinner year before that year, so that there is something to compare with; call it after `year`.

        It has a luck of its own: the year that follows is the same with it and without it.
        """
        self.random, papers = Random(self.random.random()), []  # noqa: S311 - a story, not a secret
        first, self._open_advances = self.today - 364 * _DAY, []
        for back in range(EARLIER_DAYS, 0, -1):
            day = first - back * _DAY
            if calendars.is_working_day(day):
                times = sorted(
                    self._in_office(day) for _ in range(self.random.randint(FEWEST_EARLIER, MOST_EARLIER))
                )
                for moment in times:
                    paper = self._claim(day, moment)
                    self._decide(paper)
                    self._pay(paper)
                    papers.append(paper)
        return papers

    def slip(self, papers: Iterable[PlannedPaper]) -> None:
        """Now and then a payment was late by a day or two, never one of the last weeks."""
        chance = Random(len(self.papers))  # noqa: S311 - a story, not a secret
        for paper in papers:
            if (
                chance.random() < SLIP_SHARE
                and paper.business_date < self.today - 14 * _DAY
                and paper.paid_at
            ):
                late = calendars.add_working_days(self.pay_by(paper), chance.choice([1, 1, 2]))
                paper.paid_at = _office(late, 10 * 60 + chance.randrange(6 * 60))

    def pay_by(self, paper: PlannedPaper) -> date:
        """The day by which the paper was promised to be paid."""
        return calendars.add_working_days(paper.business_date, self.promise)

    def _arranged_advances(self) -> dict[date, list[list[object]]]:
        """Advances that are still open today, by the day they were asked for."""
        found: dict[date, list[list[object]]] = {}
        for row in catalogue()["open_advances"]["rows"]:
            day = calendars.add_working_days(self.today - int(row[1]) * _DAY, -1)
            found.setdefault(day, []).append(row)
        return found

    def _advance_of(self, row: list[object], day: date) -> PlannedPaper:
        name, _days, term, amount, purpose = row
        claimant = self.standing.people[str(name)]
        paper = PlannedPaper(
            PaperKind.ADVANCE,
            claimant,
            self._project(claimant.department),
            str(purpose),
            day,
            _office(day, 17 * 60 + 10),
            amount=Decimal(str(amount)),
            due_on=day + int(str(term)) * _DAY,
        )
        self._decide(paper)
        self._pay(paper)
        paper.outstanding = paper.amount if paper.state is ClaimState.PAID else Decimal(0)
        return paper

    def _in_office(self, day: date) -> datetime:
        return _office(day, 9 * 60 + self.random.randrange(8 * 60))

    def _paper(self, day: date, moment: datetime) -> PlannedPaper:
        asks_early = self.random.random() < ADVANCE_SHARE and day < self.today - 40 * _DAY
        paper = self._advance(day, moment) if asks_early else self._claim(day, moment)
        self._decide(paper)
        self._pay(paper)
        if paper.state is ClaimState.PAID:
            self._settle(paper)
        return paper

    def _advance(self, day: date, moment: datetime) -> PlannedPaper:
        code = self.random.choice(["04", "05", "07"])
        return PlannedPaper(
            PaperKind.ADVANCE,
            self.random.choice(self.standing.in_department(code)),
            self._project(code),
            self.random.choice(catalogue()["words"]["advances"]),
            day,
            moment,
            amount=Decimal(self.random.choice([1000, 2000, 3000, 5000, 5000, 8000])),
            due_on=day + self.random.choice([20, 30, 45]) * _DAY,
        )

    def _claim(self, day: date, moment: datetime) -> PlannedPaper:
        story = self.random.choices(stories(), [story.weight for story in stories()])[0]
        code = self.random.choice(story.departments)
        claimant = self._claimant(code, day)
        nights = self.random.randint(1, 5)
        words = {
            "city": self.random.choice(catalogue()["words"]["cities"]),
            "nights": nights,
            "days": nights + 1,
            "month": day.month,
        }
        back = day - self.random.randint(1, 6) * _DAY
        lines = [self._line(line, story, back - nights * _DAY, back, words) for line in story.lines]
        project = self._project(code, str(words["city"])) if story.project else None
        amount = sum((line.amount for line in lines), Decimal(0))
        purpose = story.purpose.format(**words)
        return PlannedPaper(PaperKind.CLAIM, claimant, project, purpose, day, moment, lines, amount)

    def _claimant(self, code: str, day: date) -> Person:
        """Who has an advance to settle claims first."""
        owing = [
            advance.claimant
            for advance in self._open_advances
            if advance.claimant.department == code and advance.business_date < day - 5 * _DAY
        ]
        return owing[0] if owing else self.random.choice(self.standing.in_department(code))

    def _project(self, code: str, city: str = "") -> tuple[int, str] | None:
        """A project of the department, one in that city if there is one."""
        projects = self.standing.projects.get(code, [])
        projects = [project for project in projects if city and project[1].startswith(city)] or projects
        return self.random.choice(projects) if projects else None

    def _line(
        self, line: StoryLine, story: Story, start: date, end: date, words: dict[str, object]
    ) -> PlannedLine:
        away = len(story.lines) > 1 and line.category in {"lodging", "allowance"}
        spent = start if away else start + self.random.randrange((end - start).days + 1) * _DAY
        if line.category == "allowance":
            amount, invoice = ALLOWANCE * int(str(words["days"])), None
        else:
            fen = self.random.randrange(
                line.low * 100, line.high * 100, self.random.choice([10, 50, 100, 100])
            )
            amount = Decimal(fen).scaleb(-2)
            invoice = self._invoice(line.category, end, amount)
        until = end if away else None
        total = invoice.total if invoice else amount
        return PlannedLine(line.category, spent, until, line.words.format(**words), total, invoice)

    def _invoice(self, category: str, day: date, total: Decimal) -> PlannedInvoice | None:
        choices = sellers().get(category)
        if not choices:
            return None
        seller = self.random.choice(choices)
        while (seller.seller, day, total) in self._seen:  # or it would look like the same invoice twice
            total += 1
        self._seen.add((seller.seller, day, total))
        net = round_fen(total * 100 / (100 + seller.percent))
        self._serial += self.random.randrange(1, 900)
        number = f"{day.year % 100:02d}422000000{self._serial:09d}"
        amounts = (net, total - net, total)
        return PlannedInvoice(
            number, day, *amounts, seller.seller, seller.tax_id, seller.words, seller.percent
        )

    def _decide(self, paper: PlannedPaper) -> None:
        at = paper.submitted_at
        levels = self._levels(paper)
        for place, (level, label, user_id, user_name) in enumerate(levels):
            at = self._later(at, self._latest(paper, len(levels) - place))
            step = PlannedStep(level, label, user_id, user_name, StepState.WAITING)
            if all(earlier.state is StepState.APPROVED for earlier in paper.steps):
                done = at < self.moment
                step.state = StepState.APPROVED if done else StepState.PENDING
                step.decided_at = at if done else None
            paper.steps.append(step)
        if all(step.state is StepState.APPROVED for step in paper.steps):
            paper.state = ClaimState.TO_PAY

    def _levels(self, paper: PlannedPaper) -> list[tuple[int, str, int, str]]:
        """The levels company.toml's rules give: the department's own rule before the general one."""
        chosen: dict[int, tuple[int, str, int, str]] = {}
        for level, label, approver, login, amount, code in sorted(
            catalogue()["rules"]["rows"], key=lambda row: bool(row[5])
        ):
            if paper.amount < amount or (code and code != paper.claimant.department):
                continue
            head = approver == "department_head"
            user = self.standing.user_of(self._head(paper.claimant)) if head else self.standing.users[login]
            chosen[level] = (level, label, *user)
        return [chosen[level] for level in sorted(chosen)]

    def _head(self, person: Person) -> str:
        head = self.standing.departments[person.department][2]
        return head if head != person.name else self.standing.departments["01"][2]

    def _later(self, at: datetime, latest: datetime) -> datetime:
        """Some working hours after `at`, and in time for the promise."""
        local = at.astimezone(calendars.CHINA)
        if self.random.random() < 0.6 and local.hour < 15:
            return min(at + timedelta(minutes=self.random.randrange(20, 150)), latest)
        return min(self._in_office(calendars.add_working_days(local.date(), 1)), latest)

    def _latest(self, paper: PlannedPaper, steps_left: int) -> datetime:
        """When somebody acts at the latest, so that every paper was paid in time."""
        return _office(self.pay_by(paper), 17 * 60 + 30 - 20 * steps_left)

    def _pay(self, paper: PlannedPaper) -> None:
        if paper.state is not ClaimState.TO_PAY:
            return
        paid = self._later(paper.steps[-1].decided_at or paper.submitted_at, self._latest(paper, 0))
        if self.pay_by(paper) == self.due_day and self._kept_to_pay < DUE_TODAY:
            self._kept_to_pay += 1
        elif paid < self.moment:
            paper.state, paper.paid_at = ClaimState.PAID, paid

    def _settle(self, paper: PlannedPaper) -> None:
        """Advances come back within weeks through the same person's claims."""
        if paper.kind is PaperKind.ADVANCE:
            paper.outstanding = paper.amount
            self._open_advances.append(paper)
            return
        for advance in self._open_advances:
            if advance.claimant == paper.claimant and advance.business_date < paper.business_date - 5 * _DAY:
                taken = min(advance.outstanding, paper.amount)
                advance.outstanding -= taken
                paper.offset = (advance, taken)
                break
        self._open_advances = [advance for advance in self._open_advances if advance.outstanding]


def _office(day: date, minutes: int) -> datetime:
    """That minute of the day in China, as an aware moment."""
    return (datetime.combine(day, time(), calendars.CHINA) + timedelta(minutes=minutes)).astimezone(UTC)
