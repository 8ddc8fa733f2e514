"""Voucher numbers for many papers at once: those paid before there were numbers, and those of the sample."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.setting import NumberSequence
from models.voucher import Voucher, VoucherState
from services import search
from services.audit import AuditRow, append_many
from services.database import Session, now
from services.permissions import open_to_all
from services.vouchers import WORDS, type_of

PROGRAM = "OpsDesk"  # who numbered what was paid before the numbers were


@open_to_all("a step of an upgrade, before anybody has signed in")
def number_paid(session: Session) -> int:
    """Number every paper that was paid and has no voucher, by the day it was paid, then by its id; how many."""
    numbered = select(Voucher.claim_id)
    papers = session.scalars(
        select(ExpenseClaim)
        .where(
            ExpenseClaim.state.in_((ClaimState.PAID, ClaimState.VOIDED)),
            ExpenseClaim.paid_on.is_not(None),
            ExpenseClaim.id.not_in(numbered),
        )
        .order_by(ExpenseClaim.paid_on, ExpenseClaim.id)
    ).all()
    moment = now()
    rows = write(session, papers, moment)
    append_many(
        session,
        (
            AuditRow(
                moment, None, PROGRAM, "number", "expense_claim", row["claim_id"], {"voucher": row["label"]}
            )
            for row in rows
        ),
    )
    return len(rows)


@open_to_all("a step of an upgrade or of the sample, before anybody has signed in")
def write(session: Session, papers: Iterable[ExpenseClaim], moment: datetime) -> list[dict[str, Any]]:
    """Give these papers, in their order, the next numbers; the vouchers as they were written, without history."""
    last: dict[str, int] = {
        row.series: row.last for row in session.execute(select(NumberSequence.series, NumberSequence.last))
    }
    begun = set(last)
    counts, rows = defaultdict(int, last), list[dict[str, Any]]()
    found = dict[int, str]()  # what each paper is found by
    for paper in papers:
        rows.append(_row(paper, counts, moment))
        found[paper.id] = f"{paper.search_text} {search.text_for(rows[-1]['label'])}"
    if not rows:
        return []
    session.execute(insert(Voucher), rows)
    for made in session.execute(select(Voucher.id, Voucher.search_text).where(Voucher.created_at == moment)):
        search.index(session, Voucher.__tablename__, made.id, made.search_text)
    _name_on_papers(session, rows, found)
    _keep_counts(
        session, begun, {series: counts[series] for series in counts if counts[series] != last.get(series)}
    )
    session.expire_all()
    return rows


def _name_on_papers(session: Session, rows: list[dict[str, Any]], found: dict[int, str]) -> None:
    table: Any = ExpenseClaim.__table__
    change = (
        update(table)
        .where(table.c.id == bindparam("paper"))
        .values(voucher_number=bindparam("given"), search_text=bindparam("found"))
    )
    papers = [
        {"paper": row["claim_id"], "given": row["label"], "found": found[row["claim_id"]]} for row in rows
    ]
    session.execute(change, papers)
    for paper, text in found.items():
        search.index(session, ExpenseClaim.__tablename__, paper, text)


def _row(paper: ExpenseClaim, counts: dict[str, int], moment: datetime) -> dict[str, Any]:
    assert paper.paid_on, "it was paid"
    kind = type_of(paper)
    series = f"{WORDS[kind]}-{paper.paid_on:%Y-%m}"
    counts[series] += 1
    label = f"{series}-{counts[series]:04}"
    return {
        "month": paper.paid_on.replace(day=1),
        "type": kind,
        "number": counts[series],
        "label": label,
        "claim_id": paper.id,
        "dated_on": paper.paid_on,
        "amount": paper.sanctioned,
        "attachments": 0 if paper.kind == PaperKind.REVERSAL else paper.attachment_count,
        "state": VoucherState.VALID,
        "void_reason": "",
        "search_text": search.text_for(label, paper.number, paper.claimant_name, paper.purpose),
        "version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


def _keep_counts(session: Session, begun: set[str], counts: dict[str, int]) -> None:
    """Payments go on where this stopped."""
    table: Any = NumberSequence.__table__
    old = [{"name": series, "given": last} for series, last in counts.items() if series in begun]
    new = [{"series": series, "last": last} for series, last in counts.items() if series not in begun]
    if old:
        change = update(table).where(table.c.series == bindparam("name")).values(last=bindparam("given"))
        session.execute(change, old)
    if new:
        session.execute(insert(table), new)
