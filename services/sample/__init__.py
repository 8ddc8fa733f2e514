"""The sample company: 35 people and two years of papers, from a seed, its dates moving with the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlalchemy import func, select

from models.people import Company
from models.user import Role
from services import claim_rules, pay_components
from services.database import Database, Session
from services.errors import Refused
from services.progress import Progress
from services.sample import invoices, limits
from services.sample.approvals import act_approvals, write_absence
from services.sample.asset_values import write_values
from services.sample.assets import write_assets
from services.sample.bid_leads import write_bid_leads
from services.sample.bids import write_bids
from services.sample.catalogue import catalogue
from services.sample.certificate_cases import write_certificate_cases
from services.sample.certificates import write_certificates
from services.sample.company import Standing, write_standing
from services.sample.insurance import write_insurance
from services.sample.packets import write_packets
from services.sample.pay import write_pay
from services.sample.payments import write_payments
from services.sample.personnel import write_personnel
from services.sample.personnel_papers import write_personnel_papers
from services.sample.plan import Planner
from services.sample.planned import PlannedPaper
from services.sample.present import act_today
from services.sample.recruiting import write_recruiting
from services.sample.remittances import write_remittances
from services.sample.rows import Writer
from services.sample.settled_batch import SettledBatch, accounts_of
from services.sample.shelves import write_shelves
from services.sample.stock_takes import write_stock_takes
from services.sample.travel import write_travel
from services.sample.unclaimed import write_unclaimed
from services.sample.views import write_views
from services.sample.vouchers import close_months

SEED = 20260101
DAYS_WITH_FILES = 45
_STAGES = 4


@dataclass(frozen=True, slots=True)
class SampleUser:
    """Somebody of the sample who signs in; all have the same password."""

    login: str
    name: str
    roles: frozenset[Role]
    post: str
    password: str


def create(
    database: Database, *, today: date, progress: Progress | None = None, seed: int = SEED
) -> tuple[SampleUser, ...]:
    """Fill an empty database with the sample company as it stands on the morning of `today`.

    Same seed and same day, same company. The papers of the last 45 days have their invoice files; beside the
    database lies a folder of invoices that nobody has claimed. Returns the people to be, the clerk first; the clerks of the
    other departments may sign in too.
    Raises Refused "setup.not_empty"; Cancelled leaves the database empty.
    """
    report = progress or Progress()
    random = Random(seed)  # noqa: S311 - a story, not a secret
    with database.write() as session:
        if session.scalar(select(func.count()).select_from(Company)):
            raise Refused("setup.not_empty")
        report.advance(0, _STAGES)
        standing = write_standing(session, today, _founded(today), random)
        write_personnel(session, standing, today, _founded(today))
        limits.write_limits(session, today, _founded(today))
        pay_components.begin_with_usual(session)
        report.advance(1, _STAGES)
        planned = _write_year(session, database, standing, today, random, report)
        limits.judge_planned(session, today)
        report.advance(3, _STAGES)
        act_today(session, standing, today, random)
        act_approvals(session, standing, today)
        write_packets(session, standing, today)
        write_payments(session, standing, today)
        write_travel(session, standing, today, random)
        write_unclaimed(database.folder, standing, today, random, planned)
        invoices.write_store(session, standing, today, random)
        write_insurance(session, standing, today, _founded(today))
        write_personnel_papers(session, standing, today)  # before the sheets that pay who joined
        write_pay(session, standing, today, random)  # after people and their insurance
        write_recruiting(session, standing, today)
        _write_things(session, standing, today)
        close_months(session, standing, today)  # after everything that pays
        write_remittances(session, standing, today)
        write_views(session, standing, today)
        write_absence(session, standing, today)
        report.advance(_STAGES, _STAGES)
    return _users()


def _write_things(session: Session, standing: Standing, today: date) -> None:
    """What the company owns, bids for and is certified in, each after what it names."""
    write_assets(session, standing, today)
    write_certificates(session, standing, today)
    write_bids(session, standing, today)  # after the certificates its lists name
    write_bid_leads(session, standing, today)  # after the bids some of them became
    write_certificate_cases(session, standing, today)
    write_values(session, standing, today)  # after the cards
    write_stock_takes(session, standing, today)
    write_shelves(session, standing, today)


def _founded(today: date) -> datetime:
    return datetime.combine(today - timedelta(days=770), time(9)).astimezone(UTC)


def _write_year(
    session: Session, database: Database, standing: Standing, today: date, random: Random, progress: Progress
) -> list[PlannedPaper]:
    promise = claim_rules.rules_on(session, today).promise_working_days
    planner = Planner(standing, today, promise, random)
    planned = planner.year()
    planned = [*planner.earlier(), *planned]
    planner.slip(planned)
    writer = Writer(session, standing, promise, database.folder)
    for place, paper in enumerate(planned):
        if place % 100 == 0:
            progress.check()
        writer.add(paper, with_files=(today - paper.business_date).days <= DAYS_WITH_FILES)
    settled = SettledBatch(writer, planned, today, accounts_of(session))
    settled.plan()
    progress.advance(2, _STAGES)
    writer.write()
    settled.write(session)
    return planned


def _users() -> tuple[SampleUser, ...]:
    posts = {name: post for name, _department, post in catalogue()["people"]["rows"]}
    password = catalogue()["users"]["password"]
    return tuple(
        SampleUser(login, name, frozenset(map(Role, roles)), posts[name], password)
        for login, name, roles in catalogue()["users"]["rows"]
    )
