"""Dates beside the certificates' own: cases and steps, loans, bids, deposits, lent assets and warranties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, func, not_, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from models.bid import Bid, BidDate
from models.bid_deposit import BidDeposit
from models.bid_terms import BidStage, DepositState
from models.certificate import Certificate, CertificateLoan, LoanKind, LoanState
from models.certificate_case import CaseKind, CaseState, CaseStep, CertificateCase
from models.fixed_asset import AssetState, FixedAsset
from models.people import Employee
from services.bid_register import ahead
from services.due_model import DueDate, DueKind, levels_of, rows, standing
from services.permissions import open_to_all

_InCharge = aliased(Employee, name="in_charge")
_WHY = "a step of services that have checked"
_TO_PAY = (DepositState.OWED, DepositState.REQUESTED)
_AWAY = (DepositState.PAID, DepositState.PARTLY_RETURNED)


@open_to_all(_WHY)
def of_cases(session: Session, first: date, last: date, today: date) -> list[DueDate]:
    """Steps that are not done of cases in hand, and the end of those cases where nothing else ends on that day.

    A renewal that ends with its certificate is told by the certificate.
    """
    levels = today, levels_of("case", today)
    found, taken = [], set()
    for case_id, step_id, due, name, *named in rows(session, _open_steps(first, last)):
        taken.add((case_id, due))
        found.append(_of_case(DueKind.CASE_STEP, case_id, (f"step:{step_id}", name), named, due, levels))
    for case_id, due, *named in rows(session, _open_cases(first, last)):
        if (case_id, due) not in taken:
            found.append(_of_case(DueKind.CASE, case_id, ("due", ""), named, due, levels))
    return found


def _of_case(
    kind: DueKind,
    case_id: int,
    date_of: tuple[str, str],
    named: Sequence[str | None],
    due: date,
    levels: tuple[date, tuple[int, ...]],
) -> DueDate:
    """`named`: title and number of the case, and who does it."""
    title, number, owner = (text or "" for text in named)
    return _date(
        kind, ("certificate_case", case_id), (*date_of, title, number, owner), due, levels, "certificate_cases"
    )  # fmt: skip


def _open_steps(first: date, last: date) -> Any:
    who = func.coalesce(Employee.name, _InCharge.name)
    return (
        select(CertificateCase.id, CaseStep.id, CaseStep.due_on, CaseStep.name, CertificateCase.title, CertificateCase.number, who)
        .join(CertificateCase, CertificateCase.id == CaseStep.case_id)
        .outerjoin(Employee, Employee.id == CaseStep.owner_id)
        .outerjoin(_InCharge, _InCharge.id == CertificateCase.owner_id)
        .where(CaseStep.done_on.is_(None), CaseStep.due_on.between(first, last))
        .where(CertificateCase.state == CaseState.OPEN)
    )  # fmt: skip


def _open_cases(first: date, last: date) -> Any:
    own_end = or_(
        CertificateCase.kind != CaseKind.RENEWAL,
        Certificate.valid_to.is_(None),
        Certificate.valid_to != CertificateCase.due_on,
    )
    return (
        select(
            CertificateCase.id,
            CertificateCase.due_on,
            CertificateCase.title,
            CertificateCase.number,
            Employee.name,
        )
        .outerjoin(Employee, Employee.id == CertificateCase.owner_id)
        .outerjoin(Certificate, Certificate.id == CertificateCase.certificate_id)
        .where(CertificateCase.state == CaseState.OPEN, CertificateCase.due_on.between(first, last), own_end)
    )


@open_to_all(_WHY)
def of_loans(session: Session, first: date, last: date, today: date) -> list[DueDate]:
    """Originals and devices that are out."""
    query = select(
        CertificateLoan.id,
        CertificateLoan.due_back_on,
        CertificateLoan.certificate_name,
        CertificateLoan.number,
        CertificateLoan.employee_name,
    ).where(
        CertificateLoan.state == LoanState.LENT,
        CertificateLoan.kind != LoanKind.COPY,
        CertificateLoan.due_back_on.between(first, last),
    )
    return _plain(
        session, query, (DueKind.LOAN_BACK, "certificate_loan", "due_back", "certificate_loans"), ("loan", today)
    )  # fmt: skip


@open_to_all(_WHY)
def of_bids(session: Session, first: date, last: date, today: date) -> list[DueDate]:
    """Stages that are not done: of open bids all after the announcement, of won ones what follows."""
    query = (
        select(Bid.id, BidDate.on_day, type_coerce(BidDate.stage, Text), Bid.name, Bid.number, Employee.name)
        .join(Bid, Bid.id == BidDate.bid_id)
        .outerjoin(Employee, Employee.id == Bid.owner_id)
        .where(BidDate.done_on.is_(None), BidDate.on_day.between(first, last))
        .where(ahead(BidDate), not_(_told_by_deposit()))
    )
    levels = levels_of("bid", today)
    return [
        _date(
            DueKind.BID_STAGE, ("bid", bid_id), ("stage:" + stage, stage, name, number, owner or ""),
            due, (today, levels), "bids",
        )
        for bid_id, due, stage, name, number, owner in rows(session, query)
    ]  # fmt: skip


def _told_by_deposit() -> ColumnElement[bool]:
    """A deposit of the bid has this date itself, and tells of it."""
    pay = select(BidDeposit.bid_id).where(BidDeposit.state.in_(_TO_PAY), BidDeposit.due_on.is_not(None))
    back = select(BidDeposit.bid_id).where(BidDeposit.state.in_(_AWAY), BidDeposit.due_back_on.is_not(None))
    return or_(
        and_(BidDate.stage == BidStage.DEPOSIT, Bid.id.in_(pay)),
        and_(BidDate.stage == BidStage.DEPOSIT_BACK, Bid.id.in_(back)),
    )


@open_to_all(_WHY)
def of_deposits(session: Session, first: date, last: date, today: date) -> list[DueDate]:
    """Deposits still to pay, and those that should come back."""
    own = (Bid.name, BidDeposit.number, Employee.name)
    joined = select(BidDeposit.id).join(Bid, Bid.id == BidDeposit.bid_id)
    joined = joined.outerjoin(Employee, Employee.id == Bid.owner_id)
    pay = joined.add_columns(BidDeposit.due_on, *own).where(
        BidDeposit.state.in_(_TO_PAY), BidDeposit.due_on.between(first, last)
    )
    back = joined.add_columns(BidDeposit.due_back_on, *own).where(
        BidDeposit.state.in_(_AWAY), BidDeposit.due_back_on.between(first, last)
    )
    levels = ("deposit", today)
    return [
        *_plain(session, pay, (DueKind.DEPOSIT_DUE, "bid_deposit", "due", "bid_deposits"), levels),
        *_plain(session, back, (DueKind.DEPOSIT_BACK, "bid_deposit", "due_back", "bid_deposits"), levels),
    ]


@open_to_all(_WHY)
def of_assets(session: Session, first: date, last: date, today: date) -> list[DueDate]:
    """Assets lent out, due back; warranties that end, not those that have ended."""
    own = (FixedAsset.name, FixedAsset.number)
    back = (
        select(FixedAsset.id, FixedAsset.due_back_on, *own, FixedAsset.outside)
        .where(FixedAsset.state == AssetState.LENT)
        .where(FixedAsset.due_back_on.between(first, last))
    )
    warranty = (
        select(FixedAsset.id, FixedAsset.warranty_until, *own, FixedAsset.supplier)
        .where(FixedAsset.state != AssetState.DISPOSED)
        .where(FixedAsset.warranty_until.between(max(first, today), last))
    )
    return [
        *_plain(
            session, back, (DueKind.ASSET_BACK, "fixed_asset", "due_back", "fixed_assets"), ("asset", today)
        ),
        *_plain(
            session, warranty, (DueKind.WARRANTY, "fixed_asset", "warranty", "fixed_assets"), ("warranty", today)
        ),
    ]  # fmt: skip


def _plain(
    session: Session, query: Any, named: tuple[DueKind, str, str, str], levels: tuple[str, date]
) -> list[DueDate]:
    """Rows of id, day, title, number, who; `named`: kind, record, code, page."""
    kind, record, code, page = named
    rule, today = levels
    days = levels_of(rule, today)
    return [
        _date(kind, (record, row[0]), (code, "", row[2], row[3], row[4] or ""), row[1], (today, days), page)
        for row in rows(session, query)
    ]


def _date(
    kind: DueKind,
    record: tuple[str, int],
    about: tuple[str, str, str, str, str],
    due: date,
    levels: tuple[date, tuple[int, ...]],
    page: str,
) -> DueDate:
    left = (due - levels[0]).days
    level, state = standing(left, levels[1])
    return DueDate(kind, *record, *about, due, left, level, state, page, record[1])
