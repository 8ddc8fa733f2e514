"""Bids for tests: entered, ended, their deposits, checklists and certificates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from PIL import Image
from sqlalchemy import select

from models.bid import Bid
from models.bid_deposit import BidDeposit
from models.bid_terms import BidResult, BidStage
from models.certificate import (
    Certificate,
    CertificateKind,
)
from models.certificate_terms import HolderType
from services import (
    attachments,
    bid_checklists,
    bid_deposit_moves,
    bid_results,
    bids,
)
from services.bid_drafts import BidDraft, StageDraft
from services.bid_item_checks import ItemDraft
from services.bid_results import ResultDraft
from tests.claims import command

TODAY = date(2026, 11, 27)


def draft(**more) -> BidDraft:
    values = {
        "name": "洪山区不动产测绘服务",
        "tenderer": "武汉市洪山区自然资源局",
        "province": "湖北",
        "entered_on": TODAY,
    }
    return BidDraft(**values | more)


def stage(which: BidStage, day: date, **more) -> StageDraft:
    return StageDraft(which, on_day=day, **more)


def made(database, clerk, **more) -> int:
    with database.write() as session:
        return bids.save(session, clerk, draft(**more))


def stored(database, clerk, bid_id: int) -> BidDraft:
    with database.read() as session:
        return bids.get(session, clerk, bid_id)


def version(database, bid_id: int) -> int:
    with database.read() as session:
        return session.get_one(Bid, bid_id).version


OPENING = date(2026, 12, 10)


def certificate(database, name="ISO 9001", **more) -> int:
    with database.write() as session:
        kind = session.query(CertificateKind).filter_by(code="iso9001").first()
        if kind is None:
            kind = CertificateKind(code="iso9001", name="质量管理体系认证", holder=HolderType.COMPANY)
            session.add(kind)
            session.flush()
        values = {"holder_name": "本公司", "kind_id": kind.id, "valid_to": date(2027, 12, 2)} | more
        item = Certificate(name=name, **values)
        session.add(item)
        session.flush()
        return item.id


def opened(database, clerk, **more) -> int:
    return made(database, clerk, stages=(stage(BidStage.OPENING, OPENING),), **more)


def listed(database, clerk, bid_id: int, *items: ItemDraft) -> None:
    with database.write() as session:
        draft = bid_checklists.get(session, clerk, bid_id)
        bid_checklists.save(session, clerk, replace(draft, items=items))


def rows(database, clerk, bid_id: int) -> list[bid_checklists.ItemRow]:
    with database.read() as session:
        return bid_checklists.rows(session, clerk, bid_id)


def codes(database, clerk, bid_id: int) -> list[list[str]]:
    return [[one.code for one in row.checks] for row in rows(database, clerk, bid_id)]


def attach(database, clerk, kind: str, record_id: int, path: Path) -> None:
    with database.write() as session:
        attachments.store(session, clerk, kind, record_id, path)


def picture(path: Path, size=(300, 200), colour="red") -> Path:
    Image.new("RGB", size, colour).save(path)
    return path


WON = ResultDraft(BidResult.WON, date(2026, 11, 20), date(2026, 11, 20), price=Decimal(980000))


LOST = ResultDraft(BidResult.LOST, date(2026, 11, 20), date(2026, 11, 20), rank=3, reason="报价偏高")


def ended(database, clerk, result: ResultDraft, **more) -> int:
    bid_id = made(database, clerk, **more)
    with database.write() as session:
        bid_results.set_result(session, clerk, bid_id, 1, result, command_id=command())
    return bid_id


def deposit_of(database, bid_id: int) -> BidDeposit:
    with database.read() as session:
        return session.scalar(select(BidDeposit).where(BidDeposit.bid_id == bid_id))


def paid_deposit(database, clerk, **more) -> int:
    bid_id = made(database, clerk, deposit_amount=Decimal(20000), **more)
    with database.write() as session:
        bid_deposit_moves.paid(
            session, clerk, deposit_of(database, bid_id).id, 1, day=date(2026, 10, 8), command_id=command()
        )
    return bid_id
