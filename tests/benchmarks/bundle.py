"""The monthly bundle of 500 vouchers with 1,200 invoice pages: pages a second, and the memory it takes."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Self

from PIL import Image
from sqlalchemy import update

from models.attachment import Attachment
from models.expense_claim import ClaimState, ExpenseClaim, ExpenseLine, PaperKind
from models.invoice import Invoice
from models.user import Role
from services import attachments
from services.database import Session

if TYPE_CHECKING:
    from tests.claims import Office

VOUCHERS, INVOICE_PAGES = 500, 1200
MONTH, TODAY = date(2026, 11, 1), date(2026, 12, 1)
_ALONE = (
    "import json, sys; from pathlib import Path; from tests.benchmarks.bundle import write;"
    " print(json.dumps(write(Path(sys.argv[1]))))"
)
# Each of the two processes has its own limit, for a foreign file may only cost the one that reads it; what both take at
# the same moment is told beside it, with what they share, Python's own code, counted twice.
LEAST_PAGES, MOST_MB = 60, 150
# a second month has photos of 12 million dots in place of PDFs
PHOTO_VOUCHERS, LEAST_PHOTOS = 25, 5


def prepare(folder: Path, *, photos: bool = False) -> None:
    """A database with a month of paid papers."""
    from services import voucher_fill
    from services.database import Database
    from tests.claims import make_office
    from tests.conftest import people

    database = Database.open(folder / "data")
    people(database)
    office = make_office(database)
    with database.write() as session:
        _fill(office, session, photos=photos)
        voucher_fill.number_paid(session)
    database.close()


def _content(*, photos: bool) -> bytes:
    from tests.invoice_facts import DIGITAL
    from tests.invoice_files import old_pdf

    if not photos:
        return old_pdf(DIGITAL)
    made = BytesIO()
    grain = Image.effect_noise((1000, 750), 60).convert("RGB")
    grain.resize((4000, 3000)).save(made, "JPEG", quality=85)
    return made.getvalue()


def _fill(office: Office, session: Session, *, photos: bool) -> None:
    """Paid papers as they stand after a month, each invoice a file of its own."""
    content = _content(photos=photos)
    folder = office.database.folder
    for number in range(PHOTO_VOUCHERS if photos else VOUCHERS):
        claim = ExpenseClaim(
            kind=PaperKind.CLAIM,
            number=f"BX-2026-{number + 1:04}",
            claimant_id=office.clerk.employee_id,
            department_id=office.survey,
            created_by_id=office.clerk.user_id,
            submitted_by_id=office.clerk.user_id,
            business_date=MONTH.replace(day=1 + number % 28),
            purpose="武汉—宜昌 外业差旅",
            amount=Decimal(100),
            sanctioned=Decimal(100),
            paid_on=MONTH.replace(day=1 + number % 28),
            company_name="武汉光谷测绘信息有限公司",
            claimant_name="李文静",
            department_name="测绘一部",
            paid_by_name="孙倩",
            lines=[],
        )
        session.add(claim)
        session.flush()
        bills = (number + 1) * INVOICE_PAGES // VOUCHERS - number * INVOICE_PAGES // VOUCHERS
        for place in range(bills):
            _add_invoice(session, office, claim, place, content + f"%{number}.{place}".encode(), folder)
        claim.attachment_count = bills
    session.flush()
    for state in (ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID):
        session.execute(update(ExpenseClaim).values(state=state))


def _add_invoice(
    session: Session, office: Office, claim: ExpenseClaim, place: int, content: bytes, folder: Path
) -> None:
    digest = attachments.keep_bytes(folder, content)
    file = Attachment(
        record_kind="expense_claim", record_id=claim.id, name="发票.pdf", sha256=digest, size=len(content)
    )
    session.add(file)
    session.flush()
    invoice = Invoice(
        claim_id=claim.id, attachment_id=file.id, kind="digital_ordinary", number=f"{file.id:020}"
    )
    session.add(invoice)
    session.flush()
    session.add(
        ExpenseLine(
            claim_id=claim.id,
            position=place,
            category_id=next(iter(office.categories.values())),
            category_name="交通",
            spent_on=claim.business_date,
            description="高铁",
            amount=Decimal(40),
            sanctioned=Decimal(40),
            invoice_id=invoice.id,
        )
    )


def write(folder: Path) -> dict[str, float]:
    """The whole way from the database to the file, in a process that does nothing else."""
    from services import voucher_bundles
    from services.database import Database
    from services.permissions import Actor, permissions_of

    roles = frozenset({Role.CASHIER})
    actor = Actor(1, "孙倩", "sunqian", 1, roles, permissions_of(roles))
    database = Database.open(folder / "data")
    before = _peak(resource.RUSAGE_SELF)
    start = perf_counter()
    with database.read() as session, _Together() as together:
        made = voucher_bundles.write(session, actor, MONTH, folder / "book.pdf", today=TODAY)
    seconds = perf_counter() - start
    database.close()
    return {
        "pages": made.pages,
        "seconds": seconds,
        "before": before,
        "program": _peak(resource.RUSAGE_SELF),
        "child": _peak(resource.RUSAGE_CHILDREN),
        "together": together.most,
        "size": (folder / "book.pdf").stat().st_size / 1e6,
    }


class _Together:
    """The most that this process and its children take at one moment, in MB, looked at all the time; 0 without /proc."""

    def __init__(self) -> None:
        self.most = 0.0
        self._ended = Event()
        self._looking = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._looking.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._ended.wait(0.02):
            children = Path(f"/proc/self/task/{os.getpid()}/children")
            if not children.exists():
                return
            both = [str(os.getpid()), *children.read_text().split()]
            self.most = max(self.most, sum(map(_resident, both)))


def _resident(process: str) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):  # it ended meanwhile
        return 0.0
    return pages * resource.getpagesize() / 1024**2


def measure(*, photos: bool = False) -> dict[str, float]:
    """Pages a second, and the peaks in MB."""
    folder = Path(tempfile.mkdtemp())
    try:
        prepare(folder, photos=photos)
        command = [sys.executable, "-c", _ALONE, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return found
    finally:
        shutil.rmtree(folder)


def _peak(whose: int) -> float:
    """The largest resident size so far in MB; of children at most that, for they begin with their parent's."""
    status = Path("/proc/self/status")
    if whose == resource.RUSAGE_SELF and status.exists():
        told = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(told.split()[1]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(whose).ru_maxrss / unit


def rows() -> list[tuple[str, str, str, bool]]:
    """What, reach, measured, met."""
    what = f"bundle of {VOUCHERS} vouchers with {INVOICE_PAGES} invoice pages"
    photos = f"bundle of {PHOTO_VOUCHERS} vouchers with photos of 12 million dots"
    return [
        *_rows(what, measure(), LEAST_PAGES),
        *_rows(photos, measure(photos=True), LEAST_PHOTOS),
    ]


def _rows(what: str, got: dict[str, float], least: int) -> list[tuple[str, str, str, bool]]:
    rate = got["pages"] / got["seconds"]
    told = f"{rate:.0f} pages/s ({got['pages']:.0f} pages, {got['size']:.0f} MB in {got['seconds']:.1f} s)"
    peak = max(got["program"], got["child"])
    memory = f"{peak:.0f} MB (program {got['program']:.0f}, {got['before']:.0f} before; reading process {got['child']:.0f}; both at one moment {got['together']:.0f})"
    return [
        (f"{what}: pages a second", f"≥ {least}", told, rate >= least),
        (f"{what}: memory of each process", f"≤ {MOST_MB} MB", memory, peak <= MOST_MB),
    ]


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
