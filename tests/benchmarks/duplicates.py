"""Whether three invoices of a claim were ever handed in before, asked of 1,000,000 stored ones."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import select, text

from models.invoice import Invoice
from models.migrations import FOLDER
from services.claim_duplicates import duplicate_checks
from services.database import Database
from tests.benchmarks import million

INVOICES, CLAIMS = 1_000_000, 10_000
ROUNDS, REACH_MS = 60, 5

_ROWS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :last)
INSERT INTO invoice (id, claim_id, kind, code, number, number_key, used_key, issued_on, net, tax, total, buyer_name,
  buyer_tax_id, seller_name, seller_tax_id, check_code, red_letter, lines, sources, file_sha256, state, seen_on,
  mark_note, pages, search_text, version, created_at, updated_at)
SELECT i, 1 + i % :claims, 'digital_ordinary', '', printf('26422%015d', i), printf('26422%015d', i),
  printf('26422%015d', i), date('2026-11-20', printf('-%d days', i % 3650)), 10000 + i % 90000, 600 + i % 5400,
  10600 + i % 95400, '武汉云图测绘科技有限公司', '91420100MA4KX1Y00P', printf('供应商%04d有限公司', i % 4000),
  printf('9142%014d', i % 4000), '', 0, '[]', '{}', printf('%064d', i), 'used',
  date('2026-11-20', printf('-%d days', i % 3650)), '', 1, printf('26422%015d', i), 1,
  '2026-11-20T00:00:00.000000+00:00', '2026-11-20T00:00:00.000000+00:00' FROM n
"""


def rows() -> list[tuple[str, str, str, bool]]:
    """The figure."""
    database = Database.open(_folder())
    took: list[int] = []
    for place in range(ROUNDS):
        first = 1 + place * 16_000
        with database.read() as session:
            mine = session.scalars(
                select(Invoice)
                .where(Invoice.id.in_((first, first + 333_331, first + 7)))
                .order_by(Invoice.id)
            ).all()
            start = perf_counter()
            found = duplicate_checks(session, -1, mine)
            took.append(round((perf_counter() - start) * 1_000_000))
            assert len([one for one in found if one.code == "invoice_used"]) == len(mine), (
                "each was used before"
            )
    database.close()
    typical = median(took[5:]) / 1000
    return [
        (
            f"is an invoice a duplicate, {INVOICES:,} stored, claim of 3",
            f"≤ {REACH_MS} ms",
            f"{typical:.1f} ms",
            typical <= REACH_MS,
        )
    ]


def _folder() -> Path:
    """The database, made once for a schema: claims as the other benchmarks have them, then the invoices in SQL."""
    versions = sorted((FOLDER / "versions").glob("*.sqlite.sql"))
    made_of = [*versions, Path(__file__), Path(million.__file__)]
    sign = hashlib.sha256(b"".join(path.read_bytes() for path in made_of)).hexdigest()[:12]
    kept = Path(tempfile.gettempdir()) / f"opsdesk-invoices-{sign}"
    if not (kept / "complete").exists():
        for older in kept.parent.glob("opsdesk-invoices-*"):
            shutil.rmtree(older)
        database = Database.open(kept)
        million.fill(database, CLAIMS, date(2026, 11, 20))
        with database.write() as session:
            connection = session.connection()
            indexes = connection.execute(
                text(
                    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'invoice' AND sql <> ''"
                )
            ).all()
            for name, _ in indexes:
                connection.exec_driver_sql(f"DROP INDEX {name}")
            connection.execute(text(_ROWS), {"last": INVOICES, "claims": CLAIMS})
            for _, sql in indexes:
                connection.exec_driver_sql(sql)
        database.close()
        (kept / "complete").touch()
    return kept
