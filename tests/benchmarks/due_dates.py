"""How long the dates due in the next 90 days, and the number on their tab, take over certificates and bids."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from models.bid import Bid, BidDate
from models.bid_deposit import BidDeposit
from models.bid_terms import (  # fmt: skip
    BidKind,
    BidLaw,
    BidMethod,
    BidResult,
    BidRole,
    BidStage,
    DepositForm,
    DepositKind,
    DepositState,
)
from models.certificate import Certificate, CertificateKind, CertificateState
from models.user import Role
from services import certificate_kinds, due_dates, reminders
from services.database import Database, Session, now
from tests.conftest import actor_of_role, people

COUNT = 5_000  # of each
TODAY = date(2026, 3, 12)
MOST_MS = 50
ROUNDS = 15


def rows() -> list[tuple[str, str, str, bool]]:
    clerk = actor_of_role(Role.CLERK)
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "data")
        people(database)
        with database.write() as session:
            certificate_kinds.load_usual(session, clerk)
            fill(session)
        last = TODAY + timedelta(days=90)
        found, listed = _middle(database, lambda s: len(due_dates.due(s, clerk, first=TODAY, last=last)))
        waiting, counted = _middle(database, lambda s: reminders.waiting_count(s, clerk, today=TODAY))
        database.close()
    over = "over 10,000 certificates and bids"
    return [
        (
            f"{found:,} dates due in the next 90 days {over}",
            f"≤ {MOST_MS} ms",
            f"{listed:.0f} ms",
            listed <= MOST_MS,
        ),
        (
            f"{waiting:,} that wait counted for the tab {over}",
            f"≤ {MOST_MS} ms",
            f"{counted:.0f} ms",
            counted <= MOST_MS,
        ),
    ]


def _middle(database: Database, work: Callable[[Session], int]) -> tuple[int, float]:
    """What it finds, and how many milliseconds it takes in the middle."""
    taken, found = [], 0
    for _ in range(ROUNDS):
        with database.read() as session:
            begun = time.perf_counter()
            found = work(session)
            taken.append((time.perf_counter() - begun) * 1000)
    return found, sorted(taken)[ROUNDS // 2]


def fill(session: Session) -> None:
    """Certificates of every kind whose days lie all over their time; every twentieth bid is open, with its stages."""
    stamp = {"version": 1, "created_at": now(), "updated_at": now()}
    fill_certificates(session, stamp)
    fill_bids(session, stamp)


def fill_certificates(session: Session, stamp: dict[str, Any]) -> None:
    kinds = session.scalars(select(CertificateKind).order_by(CertificateKind.id)).all()
    certificates = []
    for number in range(COUNT):
        kind = kinds[number % len(kinds)]
        months = kind.months or 36
        begun = TODAY - timedelta(days=number * 37 % (months * 30))
        certificates.append(
            stamp
            | {
                "kind_id": kind.id, "name": kind.name, "number": f"N-{number}", "holder_name": "武汉云图测绘有限公司",
                "valid_from": begun, "valid_to": begun + timedelta(days=months * 30) if kind.months else None,
                "state": CertificateState.VALID, "originals": 1, "copies": 0,
            }
        )  # fmt: skip
    session.execute(insert(Certificate), certificates)


def fill_bids(session: Session, stamp: dict[str, Any]) -> None:
    bids, days, deposits = [], [], []
    for number in range(1, COUNT + 1):
        result = BidResult.PENDING if number % 20 == 0 else BidResult.LOST
        bids.append(
            stamp
            | {
                "id": number, "number": f"TB-{number:05}", "name": f"第{number}号地形测量项目", "tenderer": "某县自然资源局",
                "law": BidLaw.TENDERING, "method": BidMethod.OPEN, "kind": BidKind.SERVICES, "role": BidRole.LEAD,
                "result": result, "copies": 0, "rank": 0, "owner_id": number % 6 + 1,
            }
        )  # fmt: skip
        opening = (
            TODAY + timedelta(days=number * 13 % 120 - 20) - timedelta(days=0 if number % 20 == 0 else 400)
        )
        for place, stage in enumerate(BidStage):
            day = opening + timedelta(days=place * 4 - 28)
            done = day if day < TODAY else None
            days.append({"bid_id": number, "stage": stage, "on_day": day, "done_on": done})
        if number % 4 == 0:
            deposits.append(
                stamp
                | {
                    "number": f"BZ-{number:05}", "bid_id": number, "kind": DepositKind.BID, "form": DepositForm.TRANSFER,
                    "state": DepositState.PAID if number % 20 == 0 else DepositState.RETURNED, "amount": 20_000,
                    "due_back_on": opening + timedelta(days=30), "back_amount": 0, "interest": 0, "forfeited": 0,
                }
            )  # fmt: skip
    session.execute(insert(Bid), bids)
    session.execute(insert(BidDate), days)
    session.execute(insert(BidDeposit), deposits)
