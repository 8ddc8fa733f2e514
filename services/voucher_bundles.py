"""The monthly bundle 凭证册: one PDF of a month's vouchers with everything that proves them, checked against the books."""

from __future__ import annotations

import tempfile
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from models.expense_claim import ExpenseClaim
from models.people import Company
from models.voucher import Voucher, VoucherMonth, VoucherState
from services import audit, claim_vouchers, durable, voucher_sheets
from services.assembly.join import Bookmark, PdfWriter, Placed
from services.assembly.lane import Lane
from services.database import Session
from services.errors import Refused
from services.money import format_money
from services.permissions import Actor, Permission, check, requires
from services.progress import Progress
from services.voucher_months import (
    Binding,
    MonthFacts,
    NumberRange,
    attachments_of,
    bound_month,
    facts_of,
    refuse_open_ends,
)
from services.vouchers import WORDS

if TYPE_CHECKING:
    from services.reports.bundle import Cover, ListRow
    from services.voucher_volume import Volume

_RULES = Path(__file__).parents[1] / "resources" / "rules" / "archives.toml"
_A4 = (595.276, 841.89)  # points
_PAGES_A_STEP = 50
_LET_GO_EVERY = 5  # vouchers: what was read of them is not kept


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was written: for `bind`, and what could not be opened, by its caption."""

    facts: MonthFacts
    binding: Binding
    pages: int
    unreadable: tuple[str, ...]


@requires(Permission.VOUCHER_SEE)
def write(
    session: Session,
    actor: Actor,
    month: date,
    target: Path,
    progress: Progress | None = None,
    *,
    today: date,
    binding: bool = False,
) -> Bundle:
    """Write a month's bundle to `target`, whole or not at all: a file that was there stays until then.

    Cover, list, and for each voucher its form with the approvals, its files two to a sheet, its bank slip; at the
    end the proof. With `binding` it names the actor and `today` as `bind` will store them. A bound month must still
    be what was bound. A file that cannot be opened has a page that says so.
    Raises Refused of `facts_of` and, with `binding`, of `bind`; "voucher.attachments_differ" (label, counted, placed),
    "voucher.slips_differ" (counted, placed), "voucher.sum_differs" (listed, papers), "voucher.not_as_bound" (month, what), "export.cannot_write" (path);
    Cancelled leaves nothing behind.
    """
    month = month.replace(day=1)
    if binding:
        check(actor, Permission.VOUCHER_BIND)
        refuse_open_ends(session, month, today)
    facts = facts_of(session, month)
    bound = bound_month(session, month)
    head = _head(session, actor, bound, on=today if binding else None)
    if bound is not None:
        _refuse_changed(bound, facts, bound.pages)
    try:
        with durable.written(target) as part, tempfile.TemporaryDirectory(prefix="opsdesk-") as folder:
            made = _Maker(session, actor, facts, head, progress or Progress()).make(Path(folder), part)
            if bound is not None:
                _refuse_changed(bound, facts, made.pages)
            return made
    except OSError as error:
        raise Refused("export.cannot_write", path=str(target)) from error


class _Maker:
    """One volume on its way from the database to the file."""

    def __init__(
        self, session: Session, actor: Actor, facts: MonthFacts, head: Binding, progress: Progress
    ) -> None:
        self.session, self.actor, self.facts, self.head, self.progress = session, actor, facts, head, progress
        self.company = session.scalar(select(Company.name).order_by(Company.id)) or ""
        self.plans = voucher_sheets.planned(session, facts.month)
        self.steps = len(self.plans) + len(self.plans) // 10 + 2

    def make(self, folder: Path, target: Path) -> Bundle:
        from services.reports.book_pen import BookPen  # reportlab is imported when something is printed
        from services.reports.bundle_front import draw_cover, draw_list, draw_proof, list_pages, proof_pages
        from services.voucher_volume import Volume

        month = f"{self.facts.month.year} 年 {self.facts.month.month} 月"
        before = 1 + list_pages(len(self.plans))
        title = f"凭证册 {self.facts.month:%Y-%m}"
        begin = partial(BookPen, title, self.company, f"{month} 凭证册")
        with Lane(self.progress) as lane:
            volume = Volume(lane, folder, begin, before)
            for place, plan in enumerate(self.plans):
                self.progress.advance(place, self.steps, plan.label)
                self._add(volume, plan, place)
            self._refuse_differences(volume)
            volume.end_part()
            body = len(volume.sheets)
            pages = before + body + proof_pages(volume.proof)
            pen = volume.pen
            pen.number = 1
            draw_cover(pen, self._cover(volume, pages))
            draw_list(pen, month, volume.rows)
            pen.number = before + body + 1
            draw_proof(pen, volume.proof, self._compared(volume))
            volume.end_part()
        vouchers, around = volume.sheets[:body], volume.sheets[body:]
        self._join(target, [*around[:before], *vouchers, *around[before:]], volume.rows)
        binding = replace(self.head, pages=pages)
        return Bundle(self.facts, binding, pages, tuple(volume.proof.unreadable))

    def _add(self, volume: Volume, plan: voucher_sheets.Planned, place: int) -> None:
        session = self.session
        form = None if plan.voided else claim_vouchers.voucher(session, self.actor, plan.claim_id)
        acts = [] if plan.voided else voucher_sheets.acts_of(session, plan)
        files = voucher_sheets.attached(session, self.facts.month, plan)
        volume.add(plan, form, acts, files, voucher_sheets.slips(session, self.facts.month, plan))
        if place % _LET_GO_EVERY == 0:
            session.expunge_all()

    def _refuse_differences(self, volume: Volume) -> None:
        """Nothing is written that does not agree: every attachment and slip placed, every amount listed."""
        counted = attachments_of(self.session, self.facts.month)
        rows = {row.label: row.attachments for row in volume.rows}
        for plan in self.plans:
            here = counted.get(plan.id, 0)
            if rows[plan.label] != here:
                raise Refused(
                    "voucher.attachments_differ", label=plan.label, counted=here, placed=rows[plan.label]
                )
        papers = self.session.scalar(
            select(func.sum(ExpenseClaim.sanctioned))
            .join(Voucher, Voucher.claim_id == ExpenseClaim.id)
            .where(Voucher.month == self.facts.month, Voucher.state == VoucherState.VALID)
        )
        proof = volume.proof
        proof.papers = papers or Decimal(0)
        proof.vouchers, proof.attachments = self.facts.count, self.facts.attachments
        proof.slips = voucher_sheets.slips_of(self.session, self.facts.month)
        if proof.slips != proof.slips_placed:
            raise Refused("voucher.slips_differ", counted=proof.slips, placed=proof.slips_placed)
        if not proof.listed == proof.papers == self.facts.total:
            raise Refused("voucher.sum_differs", listed=proof.listed, papers=proof.papers)

    def _compared(self, volume: Volume) -> list[tuple[str, str, str]]:
        """The rows of the proof: what, as it is registered, as it is in the volume."""
        proof = volume.proof
        numbers = [
            (
                f"{WORDS[one.type]}字凭证 1 至 {one.last} 号，无断号",
                f"{one.last} 号",
                f"{self._printed(volume, one)} 号",
            )
            for one in self.facts.ranges
        ]
        return [
            *numbers,
            ("凭证张数", f"{proof.vouchers}", f"{proof.printed}"),
            ("附件张数", f"{proof.attachments}", f"{proof.placed}"),
            ("金额合计（目录与单据）", format_money(proof.papers), format_money(proof.listed)),
            ("附件页数", f"{proof.invoice_pages}", f"{volume.foreign - proof.slip_pages}"),
            ("银行回单", f"{proof.slips}", f"{proof.slips_placed}"),
        ]

    @staticmethod
    def _printed(volume: Volume, one: NumberRange) -> int:
        return sum(row.label.startswith(WORDS[one.type]) for row in volume.rows)

    def _cover(self, volume: Volume, pages: int) -> Cover:
        from services.reports.bundle import Cover, Range

        facts, head, days = self.facts, self.head, [row.day for row in volume.rows]
        years, source = _retention(facts.month)
        return Cover(
            company=self.company,
            month=facts.month,
            ranges=tuple(
                Range(
                    WORDS[one.type], _label(facts, one, 1), _label(facts, one, one.last), one.last, one.voided
                )
                for one in facts.ranges
            ),
            count=facts.count,
            voided=facts.voided,
            total=facts.total,
            first_day=min(days),
            last_day=max(days),
            attachments=facts.attachments,
            pages=pages,
            retention=years,
            source=source,
            bound_on=head.on if head.by_name else None,
            bound_by=head.by_name,
            head_seq=head.head_seq,
            head_mac=head.head_mac,
        )

    def _join(self, target: Path, sheets: list[list[Placed]], rows: list[ListRow]) -> None:
        with target.open("wb") as file:
            writer = PdfWriter(file)
            for number, placed in enumerate(sheets):
                if number % _PAGES_A_STEP == 0:
                    self.progress.check()
                writer.page(_A4, placed)
            marks = [Bookmark(f"{row.label}　{row.summary}", row.page - 1) for row in rows]
            writer.finish(f"凭证册 {self.facts.month:%Y-%m}", self.company, marks)


def _head(session: Session, actor: Actor, bound: VoucherMonth | None, *, on: date | None) -> Binding:
    """The binding that the cover names: as it is stored, as it will be, or none yet."""
    if bound is not None:
        return Binding(bound.bound_on, bound.bound_by_name, bound.head_seq, bound.head_mac, bound.pages)
    seq, mac = audit.head(session)
    return Binding(on or date.min, actor.name if on else "", seq, mac)


def _refuse_changed(bound: VoucherMonth, facts: MonthFacts, pages: int) -> None:
    now = {
        "count": facts.count, "voided": facts.voided, "total": facts.total,
        "attachments": facts.attachments, "pages": pages,
    }  # fmt: skip
    for name, value in now.items():
        stored = getattr(bound, name)
        if stored != value and not (name == "pages" and not stored):
            raise Refused("voucher.not_as_bound", month=f"{bound.month:%Y-%m}", bound=stored, now=value)


def _label(facts: MonthFacts, one: NumberRange, number: int) -> str:
    return f"{WORDS[one.type]}-{facts.month:%Y-%m}-{number:04}"


def _retention(day: date) -> tuple[int, str]:
    """Years that vouchers of `day` are kept, and by which rule."""
    row = next(
        row
        for row in reversed(_rules())
        if row["name"] == "voucher_years" and row["from"] <= day.isoformat() <= (row["to"] or "9999")
    )
    return int(row["value"]), row["source"]


@cache
def _rules() -> tuple[dict[str, str], ...]:
    return tuple(sorted(tomllib.loads(_RULES.read_text("utf-8"))["rule"], key=lambda row: row["from"]))
