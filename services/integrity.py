"""What must always hold, read back from the database: the file, the sums, the history, the attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Row, func, select, text
from sqlalchemy.orm import Session

from models.attachment import Attachment
from models.audit import AuditEntry
from services import attachments, audit, audit_key, backup_files, durable
from services.backup_files import Manifest
from services.errors import Refused
from services.permissions import open_to_all

_WHY = "names papers that do not add up, and shows nothing of them but the number"
_SHOWN = 20

# each query finds the numbers of papers that break a rule; amounts are whole fen on both sides
_RULES = (
    (
        "integrity.lines",
        """
        SELECT paper.number FROM expense_claim AS paper
        JOIN (SELECT claim_id, sum(amount) AS amount, sum(sanctioned) AS sanctioned
              FROM expense_line GROUP BY claim_id) AS lines ON lines.claim_id = paper.id
        WHERE paper.amount <> lines.amount OR paper.sanctioned <> lines.sanctioned
        """,
    ),
    (
        "integrity.offsets",
        """
        SELECT paper.number FROM expense_claim AS paper
        LEFT JOIN (SELECT claim_id, sum(amount) AS amount FROM advance_offset GROUP BY claim_id) AS taken
          ON taken.claim_id = paper.id
        WHERE paper.kind <> 'reversal' AND paper.offset_total <> coalesce(taken.amount, 0)
        """,
    ),
    (
        "integrity.outstanding",
        """
        SELECT advance.number FROM expense_claim AS advance
        LEFT JOIN (SELECT part.advance_id, sum(part.amount) AS amount FROM advance_offset AS part
                   JOIN expense_claim AS claim ON claim.id = part.claim_id AND claim.state = 'paid'
                   GROUP BY part.advance_id) AS taken
          ON taken.advance_id = advance.id
        WHERE advance.kind = 'advance' AND advance.state = 'paid'
          AND advance.outstanding <> advance.sanctioned - coalesce(taken.amount, 0)
        """,
    ),
    (
        "integrity.reversal",
        """
        SELECT reversal.number FROM expense_claim AS reversal
        JOIN expense_claim AS paper ON paper.id = reversal.reverses_id
        WHERE reversal.sanctioned <> -paper.sanctioned OR paper.state <> 'voided'
        """,
    ),
    (
        "integrity.voucher",
        """
        SELECT voucher.label FROM voucher JOIN expense_claim AS paper ON paper.id = voucher.claim_id
        WHERE voucher.state = 'valid' AND (
          voucher.amount <> paper.sanctioned OR voucher.label <> paper.voucher_number
          OR paper.paid_on IS NULL OR voucher.dated_on <> paper.paid_on
        )
        UNION SELECT max(label) FROM voucher GROUP BY month, type HAVING max(number) <> count(*)
        """,
    ),
    (
        "integrity.bound_month",
        """
        SELECT substr(CAST(bound.month AS TEXT), 1, 7) FROM voucher_month AS bound
        LEFT JOIN (
          SELECT month, count(*) AS count, sum(CASE WHEN state = 'voided' THEN 1 ELSE 0 END) AS voided,
            sum(CASE WHEN state = 'valid' THEN amount ELSE 0 END) AS total
          FROM voucher GROUP BY month
        ) AS held ON held.month = bound.month
        WHERE held.month IS NULL OR held.count <> bound.count OR held.voided <> bound.voided
          OR held.total <> bound.total
        """,
    ),
    (
        "integrity.batch",
        """
        SELECT batch.number FROM payment_batch AS batch
        LEFT JOIN (SELECT batch_id, count(*) AS papers, sum(amount) AS amount,
                          sum(CASE WHEN state = 'confirmed' THEN amount ELSE 0 END) AS paid
                   FROM payment_line WHERE state <> 'taken_out' GROUP BY batch_id) AS lines
          ON lines.batch_id = batch.id
        WHERE batch.state <> 'cancelled' AND (batch.count <> coalesce(lines.papers, 0)
          OR batch.total <> coalesce(lines.amount, 0) OR batch.confirmed_total <> coalesce(lines.paid, 0))
        """,
    ),
    (
        "integrity.payment",
        """
        SELECT line.claim_number FROM payment_line AS line
        JOIN expense_claim AS paper ON paper.id = line.claim_id
        WHERE line.state = 'confirmed' AND paper.state NOT IN ('paid', 'voided')
        """,
    ),
    (
        "integrity.payroll",
        """
        SELECT run.number FROM payroll_run AS run
        LEFT JOIN (SELECT run_id, count(*) AS people, sum(gross) AS gross, sum(social + housing) AS insurance,
                          sum(tax) AS tax, sum(net) AS net, sum(employer_cost) AS cost,
                          sum(abs(gross - social - housing - tax - withheld - net)) AS wrong
                   FROM payroll_line GROUP BY run_id) AS lines ON lines.run_id = run.id
        WHERE run.people <> coalesce(lines.people, 0) OR run.gross <> coalesce(lines.gross, 0)
          OR run.insurance <> coalesce(lines.insurance, 0) OR run.tax <> coalesce(lines.tax, 0)
          OR run.net <> coalesce(lines.net, 0) OR run.employer_cost <> coalesce(lines.cost, 0)
          OR coalesce(lines.wrong, 0) <> 0
        """,
    ),
    (
        "integrity.packet",
        """
        SELECT packet.number FROM packet
        LEFT JOIN (SELECT packet_id, count(*) AS papers, sum(amount) AS amount, sum(accepted) AS accepted,
                          count(accepted) AS answered
                   FROM packet_line GROUP BY packet_id) AS lines ON lines.packet_id = packet.id
        WHERE packet.count <> coalesce(lines.papers, 0) OR packet.total <> coalesce(lines.amount, 0)
          OR coalesce(packet.accepted, 0) <> coalesce(lines.accepted, 0)
          OR (CASE WHEN packet.state IN ('open', 'lodged') THEN packet.accepted IS NOT NULL OR lines.answered > 0
              ELSE packet.accepted IS NULL OR lines.answered <> lines.papers END)
          OR (packet.state <> 'received' AND packet.received <> 0)
        """,
    ),
    (
        "integrity.packet_paper",
        """
        SELECT paper.number FROM expense_claim AS paper
        LEFT JOIN packet_line AS line ON line.claim_id = paper.id
        LEFT JOIN packet ON packet.id = line.packet_id
        WHERE paper.packet_number <> coalesce(packet.number, '') OR line.amount <> paper.sanctioned
          OR packet.funding_source_id <> paper.funding_source_id
        """,
    ),
)


@open_to_all(_WHY)
def problems(session: Session) -> list[Refused]:
    """Everything that is wrong, as refusals with a code and values; empty when all is in order.

    Codes: "integrity.file" (detail), "integrity.reference" (table), "integrity.lines", "integrity.offsets",
    "integrity.outstanding", "integrity.reversal", "integrity.payment" (number of the paper), "integrity.batch",
    "integrity.voucher", "integrity.packet", "integrity.packet_paper" (number), "integrity.bound_month" (number: the
    month), "integrity.history", "integrity.history_cut" (seq),
    "integrity.attachment_missing", "integrity.attachment_changed" (name).
    """
    return [*file_problems(session), *invariants(session), *_attachments(session)]


@open_to_all(_WHY)
def file_problems(session: Session) -> list[Refused]:
    """What SQLite itself finds wrong in its file; a server looks after its own."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    found = [row[0] for row in session.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
    tables = sorted({row[0] for row in session.execute(text("PRAGMA foreign_key_check"))})
    return [
        *(Refused("integrity.file", detail=detail) for detail in found[:_SHOWN]),
        *(Refused("integrity.reference", table=table) for table in tables),
    ]


@open_to_all(_WHY)
def sums(session: Session) -> list[Refused]:
    """Papers whose amounts do not agree with their lines, offsets, advances or reversals."""
    return [
        Refused(code, number=row[0])
        for code, query in _RULES
        for row in session.execute(text(f"{query} ORDER BY 1 LIMIT {_SHOWN}"))
    ]


@open_to_all(_WHY)
def invariants(session: Session) -> list[Refused]:
    """The sums of papers, and the chain of the history up to where the newest backup knows it."""
    folder: Path = session.info["database"].folder
    key = audit_key.find(folder)
    chain = audit.verify_chain(session, key or b"")
    history = [] if chain.ok else [Refused("integrity.history", seq=chain.first_bad_seq)]
    return [*sums(session), *history, *_cut_tail(session, folder, key)]


def _cut_tail(session: Session, folder: Path, key: bytes | None) -> list[Refused]:
    """A history may lack its newest rows and still be a chain; the newest backup since the last restore knows."""
    known = _newest_manifest(folder)
    if known is None or key is None or known.key != audit_key.name_of(key) or not known.head_seq:
        return []
    kept = session.scalar(select(AuditEntry.mac).where(AuditEntry.seq == known.head_seq))
    return [] if kept == known.head_mac else [Refused("integrity.history_cut", seq=known.head_seq)]


def _newest_manifest(folder: Path) -> Manifest | None:
    noted = backup_files.restored_at(folder)
    since = noted.read_text(encoding="ascii") if noted.exists() else ""
    for _, backup in backup_files.all_in(folder / "backups"):
        try:
            manifest = backup_files.read_manifest(backup)
        except Refused:
            continue
        return manifest if manifest.made_at > since else None
    return None


def _attachments(session: Session) -> Iterator[Refused]:
    root = attachments.root_of(session)
    for row in _kept_files(session):
        path = durable.place(root, row.sha256)
        if not path.is_file():
            yield Refused("integrity.attachment_missing", name=row.name)
        elif durable.digest_of(path) != row.sha256:
            yield Refused("integrity.attachment_changed", name=row.name)


def _kept_files(session: Session) -> Sequence[Row[str, str]]:
    kept = select(func.min(Attachment.name).label("name"), Attachment.sha256)
    return session.execute(kept.group_by(Attachment.sha256)).all()
