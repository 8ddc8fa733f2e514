"""The sample company: believable, sound, and the same for the same day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from models.approval import ApprovalStep, StepState
from models.audit import AuditEntry
from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.people import Employee
from services import (
    audit,
    claim_checks,
    claim_papers,
    durable,
    expense_claims,
    integrity,
    register_views,
    registers,
    sample,
    settings,
    users,
)
from services.calendars import CHINA, working_days_between
from services.claim_writing import draft_of
from services.database import Database
from services.errors import Refused
from services.identity_numbers import card_problem
from services.invoices.reader import read_files
from services.progress import Cancelled, Progress
from services.sample import hours

FRIDAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The sample company on a Friday."""
    database = Database.open(tmp_path_factory.mktemp("sample"))
    sample.create(database, today=FRIDAY)
    yield database
    database.close()


def papers(database: Database, *where: object) -> list[ExpenseClaim]:
    with database.read() as session:
        return list(session.scalars(select(ExpenseClaim).where(*where).order_by(ExpenseClaim.id)))  # type: ignore[arg-type]  # conditions


def test_everything_in_the_sample_adds_up(office: Database) -> None:
    with office.read() as session:
        assert integrity.problems(session) == []


def test_thirty_five_people_then_seven_more_and_two_years_of_papers(office: Database) -> None:
    with office.read() as session:
        assert session.scalar(select(func.count()).select_from(Employee)) == 42
    days = [paper.business_date for paper in papers(office)]
    last_year = [day for day in days if day > FRIDAY - timedelta(days=365)]
    assert 1100 <= len(last_year) <= 1400
    assert 900 <= len(days) - len(last_year) <= 1300
    assert min(days) <= FRIDAY - timedelta(days=750)
    assert max(days) == FRIDAY


def test_today_shows_papers_in_every_state(office: Database) -> None:
    today = papers(office, ExpenseClaim.business_date == FRIDAY)
    assert {paper.state for paper in today} == set(ClaimState)
    assert {paper.kind for paper in papers(office)} == set(PaperKind)
    assert [paper.state_note for paper in today if paper.state is ClaimState.RETURNED] == ["发票重复"]


@pytest.mark.parametrize("clock", ["02:10", "09:05", "14:00", "22:00"])
def test_what_was_done_today_lies_one_after_the_other_and_not_ahead_of_now(clock: str) -> None:
    now = datetime.fromisoformat(f"{FRIDAY}T{clock}+08:00")
    yesterday = now - timedelta(days=1)
    found = list(hours.moments(FRIDAY, 130, after=yesterday, now=now))
    assert found == sorted(set(found))
    assert len({moment.replace(second=0, microsecond=0) for moment in found}) > 100
    assert yesterday < found[0] < found[-1] <= now
    if clock >= "12":
        assert (
            {8, 9, 11, 15 if clock > "20" else 13} <= {moment.hour for moment in found} <= set(range(8, 18))
        )


@pytest.mark.skipif(datetime.now(UTC).date() <= FRIDAY, reason="the sample's acts would lie ahead of now")
def test_the_history_of_today_is_in_order_and_spread_over_the_day(office: Database) -> None:
    with office.read() as session:
        told = list(session.scalars(select(AuditEntry.at).order_by(AuditEntry.seq)))
        of_papers = (
            select(AuditEntry.at).where(AuditEntry.record_kind == "expense_claim").order_by(AuditEntry.seq)
        )
        papers_ = list(session.scalars(of_papers))
    # people, pay and insurance of all the year are told after the claims of two years
    moments = [moment for moment in papers_ if moment.astimezone(CHINA).date() == FRIDAY]
    assert moments == sorted(moments)
    assert max(told) <= datetime.now(UTC)
    assert len({f"{moment:%H:%M}" for moment in moments}) >= 30


def test_now_and_then_a_promise_was_missed(office: Database) -> None:
    paid = papers(office, ExpenseClaim.state == ClaimState.PAID, ExpenseClaim.pay_by.is_not(None))
    late = [paper for paper in paid if paper.late_days]
    assert 0 < len(late) < len(paid) / 20
    assert all(working_days_between(paper.pay_by, paper.paid_on) == paper.late_days for paper in late)
    assert all(paper.held_since is None for paper in paid)


def test_saved_views_of_the_sample_show_papers_and_lose_nothing(office):
    shown = {}
    with office.write() as session:
        for login, page, register in (
            ("wangxue", "reimbursements", expense_claims.REGISTER),
            ("sunqian", "reimbursements", expense_claims.REGISTER),
            ("zhangguoqiang", "approvals", expense_claims.APPROVAL_REGISTER),
        ):
            actor = users.sign_in(session, login, "opsdesk")
            for kept in settings.get(session, "prefs", {}, actor.user_id)[f"views.{page}"]["views"]:
                found = register_views.restored(register, kept, FRIDAY)
                shown[kept["name"]] = registers.count(session, actor, register, found.query)
                assert not found.lost
    assert len(shown) == 5
    assert [name for name, count in shown.items() if not count] == []


def test_two_papers_are_to_pay_by_today(office: Database) -> None:
    due = papers(office, ExpenseClaim.pay_by == FRIDAY, ExpenseClaim.state == ClaimState.TO_PAY)
    assert len(due) == 2
    late = (ExpenseClaim.pay_by < FRIDAY, ExpenseClaim.state.in_([ClaimState.SUBMITTED, ClaimState.TO_PAY]))
    assert papers(office, *late) == []


def test_an_advance_is_overdue_and_one_is_partly_settled_by_a_waiting_claim(office: Database) -> None:
    overdue = papers(office, ExpenseClaim.outstanding > 0, ExpenseClaim.due_on < FRIDAY)
    assert [paper.claimant_name for paper in overdue] == ["高翔"]
    waiting = papers(office, ExpenseClaim.state == ClaimState.SUBMITTED, ExpenseClaim.offset_total > 0)
    settling = [(paper.claimant_name, str(paper.offset_total)) for paper in waiting]
    assert settling == [("李文静", "1240.00"), ("何俊", "1000.00")]
    refunded = papers(office, ExpenseClaim.state == ClaimState.PAID, ExpenseClaim.offset_total > ExpenseClaim.sanctioned)  # fmt: skip
    assert "彭涛" in [paper.claimant_name for paper in refunded]


@pytest.mark.parametrize("login", ["zhangguoqiang", "wumin", "hezhiyuan"])
def test_papers_wait_for_each_manager(office: Database, login: str) -> None:
    with office.write() as session:
        actor = users.sign_in(session, login, "opsdesk")
        assert claim_papers.waiting_count(session, actor) >= 1


def test_everybody_named_can_sign_in_and_the_clerk_comes_first(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    people = sample.create(database, today=FRIDAY)
    with database.write() as session:
        signed_in = [users.sign_in(session, one.login, one.password) for one in people]
    database.close()
    assert signed_in[0].name == "王雪"
    assert [actor.roles for actor in signed_in] == [one.roles for one in people]


def test_the_stored_checks_are_what_the_real_checks_find(office: Database) -> None:
    loaded = (
        selectinload(ExpenseClaim.lines),
        selectinload(ExpenseClaim.checks),
        selectinload(ExpenseClaim.offsets),
        selectinload(ExpenseClaim.legs),
    )
    with office.read() as session:
        submitted = select(ExpenseClaim).where(ExpenseClaim.kind == PaperKind.CLAIM, ExpenseClaim.round > 0)
        recent = submitted.where(ExpenseClaim.business_date > FRIDAY - timedelta(days=40)).options(*loaded)
        for paper in session.scalars(recent):
            invoices = session.scalars(
                select(Invoice).where(Invoice.claim_id == paper.id).order_by(Invoice.id)
            ).all()
            found = claim_checks.evaluate(session, draft_of(paper), invoices, today=paper.business_date)
            marked = {
                "invoice_taken_back",
                "invoice_red_lettered",
                "invoice_cancelled",
            }  # came after the submission
            kept = [check for check in claim_checks.kept(paper) if check.code not in marked]
            assert kept == [check for check in found if check.code not in marked], paper.number


def test_only_reached_levels_are_decided_and_the_holder_is_who_is_asked(office: Database) -> None:
    with office.read() as session:
        for paper in session.scalars(select(ExpenseClaim).where(ExpenseClaim.state == ClaimState.SUBMITTED)):
            steps = session.scalars(
                select(ApprovalStep)
                .where(ApprovalStep.paper_id == paper.id, ApprovalStep.paper_kind == paper.kind.value)
                .order_by(ApprovalStep.level)
            ).all()
            assert [s.approver_name for s in steps if s.state is StepState.PENDING] == [paper.holder_name]


def test_recent_invoices_have_files_that_the_reader_reads_back(office: Database) -> None:
    with office.read() as session:
        known = session.scalars(select(Invoice).where(Invoice.file_sha256 != "").limit(12)).all()
    readings = read_files(
        [durable.place(office.folder / "attachments", invoice.file_sha256) for invoice in known]
    )
    for invoice, reading in zip(known, readings, strict=True):
        read = reading.invoice
        assert read is not None, reading.error
        assert (read.number, read.total, read.buyer_tax_id) == (
            invoice.number,
            invoice.total,
            invoice.buyer_tax_id,
        )
        assert (str(read.kind), read.date, read.net, read.tax) == (
            invoice.kind,
            invoice.issued_on,
            invoice.net,
            invoice.tax,
        )


def test_unclaimed_invoices_are_there_to_drop_good_ones_and_bad_ones(office: Database) -> None:
    files = sorted((office.folder / "示例发票").iterdir())
    readings = read_files(files)
    assert len(files) == 6
    with office.write() as session:
        clerk = users.sign_in(session, "wangxue", "opsdesk")
        made = expense_claims.draft_from_invoices(session, clerk, readings, files, today=FRIDAY)
        checks = expense_claims.check_draft(session, clerk, made.draft, today=FRIDAY)
        session.rollback()
    assert [problem.refused.code for problem in made.problems] == ["claim.red_letter_invoice"]
    assert {check.code for check in checks if check.level == "stop"} == {"invoice_used", "buyer_tax_id"}


def test_the_history_of_a_paper_tells_its_whole_way(office: Database) -> None:
    paid = papers(office, ExpenseClaim.state == ClaimState.PAID, ExpenseClaim.sanctioned > 3000)[0]
    with office.write() as session:
        clerk = users.sign_in(session, "wangxue", "opsdesk")
        detail = expense_claims.detail(session, clerk, paid.id, today=FRIDAY)
    assert [row.action for row in detail.history][::-1] == [
        "create",
        "submit",
        "approve",
        "approve",
        "approve",
        "pay",
        "number",
    ]


def test_standing_records_have_a_history_and_card_numbers_hold(office: Database) -> None:
    with office.write() as session:
        administrator = users.sign_in(session, "xuman", "opsdesk")
        for kind in ("company", "department", "employee", "project", "bank_account", "user_account"):
            assert [row.user_name for row in audit.history(session, administrator, kind, 1)] == ["徐曼"]
        cards = session.scalars(select(Employee.bank_account)).all()
    assert {card_problem(card) for card in cards if card} == {None}


def test_a_paper_is_found_by_the_pinyin_initials_of_its_claimant(office: Database) -> None:
    with office.write() as session:
        clerk = users.sign_in(session, "wangxue", "opsdesk")
        query = registers.Query(today=FRIDAY, text="lwj 宜昌")
        assert registers.count(session, clerk, claim_papers.REGISTER, query) >= 3


def test_the_same_day_gives_the_same_company_and_another_day_another(
    office: Database, tmp_path: Path
) -> None:
    def shown(database: Database) -> list[tuple[object, ...]]:
        return [(p.number, p.claimant_name, p.purpose, p.amount, p.state) for p in papers(database)]

    again, later = Database.open(tmp_path / "again"), Database.open(tmp_path / "later")
    sample.create(again, today=FRIDAY)
    sample.create(later, today=FRIDAY + timedelta(days=2))
    assert shown(again) == shown(office) != shown(later)
    with later.read() as session:
        assert integrity.problems(session) == []
    again.close()
    later.close()


def test_a_database_that_holds_a_company_is_refused_and_left_alone(office: Database) -> None:
    before = len(papers(office))
    with pytest.raises(Refused) as refused:
        sample.create(office, today=FRIDAY)
    assert refused.value.code == "setup.not_empty"
    assert len(papers(office)) == before


def test_cancelling_leaves_the_database_empty(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        sample.create(database, today=FRIDAY, progress=Progress(cancelled=lambda: next(answers)))
    assert papers(database) == []
    database.close()
