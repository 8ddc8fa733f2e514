"""The pack of a bid 投标资料汇编: the chosen scans in one PDF, in order, every page marked with what it may be used for."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from models.attachment import Attachment
from models.bid import Bid, BidItem
from models.people import Company
from services import attachments, durable
from services.assembly.fragment import Form
from services.assembly.join import Bookmark, Box, PdfWriter, Placed
from services.assembly.lane import Lane
from services.bids import load_whole
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.progress import Progress
from services.scan_pages import newest_pages

_UPRIGHT = (595.276, 841.89)  # A4 in points
_LYING = (841.89, 595.276)
_EDGE, _FOOT = 28.0, 40.0  # points kept free around a scan


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the pack: the item it belongs to, its name, where it lies."""

    title: str
    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Pack:
    """What was written: how many files, how many pages with the contents."""

    files: int
    pages: int


@dataclass(frozen=True, slots=True)
class _Scan:
    """A piece with its pages."""

    piece: Piece
    fragment: Path
    forms: list[Form]


def purpose_of(bid: Bid) -> str:
    """What stands across every page unless something else is typed."""
    number = f"（{bid.tender_number}）" if bid.tender_number else ""
    return f"仅用于{bid.name}{number}投标"


@requires(Permission.BID_SEE)
def usual_purpose(session: Session, actor: Actor, bid_id: int) -> str:  # noqa: ARG001 - the permission needs it
    """The words offered for the watermark; Refused "record.gone"."""
    return purpose_of(load_whole(session, bid_id))


@requires(Permission.BID_SEE)
def pieces(session: Session, actor: Actor, bid_id: int) -> list[Piece]:  # noqa: ARG001 - the permission needs it
    """The files that go into the pack, in their order.

    Of every item to be packed: the newest scan of its certificate with all its pages, the files of its contract, its own.
    """
    found: list[Piece] = []
    for item in load_whole(session, bid_id).items:
        if item.packed:
            rows = [*_scans(session, item), *_files(session, "bid_item", item.id)]
            found += [Piece(item.title, row.name, _place(session, row)) for row in rows]
    return found


@requires(Permission.BID_SEE)
def older(session: Session, actor: Actor, bid_id: int) -> list[str]:  # noqa: ARG001 - the permission needs it
    """The names of scans that stay out because a newer one of the same certificate is there."""
    found: list[str] = []
    for item in load_whole(session, bid_id).items:
        if item.packed and item.certificate_id is not None:
            rows = _files(session, "certificate", item.certificate_id)
            found += [row.name for row in rows[: len(rows) - len(newest_pages(rows))]]
    return found


@requires(Permission.BID_SEE)
def write(
    session: Session,
    actor: Actor,
    bid_id: int,
    target: Path,
    progress: Progress | None = None,
    *,
    purpose: str = "",
) -> Pack:
    """Write the pack to `target`, whole or not at all: contents with page numbers, then the scans one after the other.

    PDFs and pictures are opened in a process of their own. Raises Refused "record.gone", "bid.pack_empty",
    "bid.pack_unreadable" (files), "attachment.missing" (name), "export.cannot_write" (path); Cancelled leaves nothing.
    """
    bid = load_whole(session, bid_id)
    found = pieces(session, actor, bid_id)
    if not found:
        raise Refused("bid.pack_empty")
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    words = purpose.strip() or purpose_of(bid)
    try:
        with durable.written(target) as part, tempfile.TemporaryDirectory(prefix="opsdesk-") as folder:
            made = _Maker(bid, company, words, progress or Progress(), Path(folder))
            return made.make(found, part)
    except OSError as error:
        raise Refused("export.cannot_write", path=str(target)) from error


class _Maker:
    """One pack on its way from the files to the file."""

    def __init__(self, bid: Bid, company: str, purpose: str, progress: Progress, folder: Path) -> None:
        self.bid, self.company, self.purpose = bid, company, purpose
        self.progress, self.folder = progress, folder

    def make(self, found: Sequence[Piece], target: Path) -> Pack:
        with Lane(self.progress) as lane:
            scans = self._scans(lane, found)
            shapes = [_shape(form) for scan in scans for form in scan.forms]
            before = len(self._contents(lane, scans, 0))
            front = self._contents(lane, scans, before)
            marks = self._marks(lane, [*[_UPRIGHT] * before, *shapes])
        self._join(target, front, scans, marks)
        return Pack(len(scans), before + len(shapes))

    def _scans(self, lane: Lane, found: Sequence[Piece]) -> list[_Scan]:
        """Every file as pages; all that cannot be opened are named at once."""
        scans, wrong = [], []
        for number, piece in enumerate(found):
            self.progress.advance(number, len(found) + 1, piece.name)
            fragment = self.folder / f"scan{number}"
            try:
                scans.append(_Scan(piece, fragment, lane.convert(piece.path, fragment)))
            except Refused:
                wrong.append(piece.name)
        if wrong:
            raise Refused("bid.pack_unreadable", files="、".join(wrong))
        return scans

    def _contents(self, lane: Lane, scans: Sequence[_Scan], before: int) -> list[Placed]:
        from services.reports.bid_pack import contents_pdf  # reportlab is imported when something is printed

        rows, page = [], before + 1
        for scan in scans:
            rows.append((scan.piece.title, scan.piece.name, len(scan.forms), page))
            page += len(scan.forms)
        drawn = contents_pdf(self.company, self.bid.name, self.bid.number, rows)
        return self._own(lane, f"contents{before}", drawn)

    def _marks(self, lane: Lane, shapes: Sequence[tuple[float, float]]) -> list[Placed]:
        from services.reports.bid_pack import marks_pdf

        upright = self._own(
            lane, "upright", marks_pdf(self.purpose, [s == _UPRIGHT for s in shapes], lying=False)
        )
        lying = self._own(lane, "lying", marks_pdf(self.purpose, [s == _LYING for s in shapes], lying=True))
        first, second = iter(upright), iter(lying)
        return [next(first) if shape == _UPRIGHT else next(second) for shape in shapes]

    def _own(self, lane: Lane, name: str, drawn: bytes) -> list[Placed]:
        """A PDF drawn here as pages to be placed; none of an empty one."""
        if not drawn:
            return []
        source, fragment = self.folder / f"{name}.pdf", self.folder / name
        source.write_bytes(drawn)
        return [Placed(fragment, form) for form in lane.convert(source, fragment, own=True)]

    def _join(
        self, target: Path, front: list[Placed], scans: Sequence[_Scan], marks: Sequence[Placed]
    ) -> None:
        with target.open("wb") as file:
            writer = PdfWriter(file)
            for page in front:
                writer.page(_UPRIGHT, [page, marks[writer.count]])
            bookmarks = [Bookmark("目录", 0)]
            for scan in scans:
                bookmarks.append(Bookmark(scan.piece.title, writer.count))
                for form in scan.forms:
                    self.progress.check()
                    size = _shape(form)
                    placed = Placed(scan.fragment, form, _room(size))
                    writer.page(size, [placed, marks[writer.count]])
            writer.finish(f"{self.bid.number} {self.bid.name}", self.company, bookmarks)


def _shape(form: Form) -> tuple[float, float]:
    left, bottom, right, top = form.box
    return _UPRIGHT if top - bottom >= right - left else _LYING


def _room(size: tuple[float, float]) -> Box:
    return (_EDGE, _FOOT, size[0] - _EDGE, size[1] - _EDGE)


@open_to_all("a step of packing, which has its permission")
def _scans(session: Session, item: BidItem) -> list[Attachment]:
    if item.certificate_id is not None:
        return newest_pages(_files(session, "certificate", item.certificate_id))
    return _files(session, "project", item.project_id) if item.project_id is not None else []


@open_to_all("a step of packing, which has its permission")
def _files(session: Session, kind: str, record_id: int) -> list[Attachment]:
    found = select(Attachment).where(Attachment.record_kind == kind, Attachment.record_id == record_id)
    return list(session.scalars(found.order_by(Attachment.id)))


@open_to_all("a step of packing, which has its permission")
def _place(session: Session, row: Attachment) -> Path:
    found = durable.place(attachments.root_of(session), row.sha256)
    if not found.is_file():
        raise Refused("attachment.missing", name=row.name)
    return found
