"""Attachments 附件: files kept once by their SHA-256 beside the database, safe before the row that names them."""

from __future__ import annotations

import re
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.attachment import Attachment
from models.expense_claim import EDITABLE, ExpenseClaim
from models.invoice import Invoice
from models.labour_contract import LabourContract
from models.packet import Packet, PacketState
from models.payment import BatchState, PaymentBatch
from models.payroll import PayrollRun
from models.personnel import PersonalFile
from services import audit, durable
from services.claim_records import refuse_stranger
from services.errors import Refused
from services.permissions import Actor, Permission, check, open_to_all, requires

LARGEST_BYTES = 50 * 1024 * 1024
_SEE = (
    Permission.CLAIM_SEE,
    Permission.PEOPLE_SEE,
    Permission.PROJECT_SEE,
    Permission.BATCH_SEE,
    Permission.PACKET_SEE,
    Permission.INVOICE_SEE,
    Permission.PAYROLL_SEE,
    Permission.PERSONNEL_SEE,
    Permission.ASSET_SEE,
    Permission.BID_SEE,
    Permission.CERTIFICATE_SEE,
)
_EDIT = (
    Permission.CLAIM_EDIT,
    Permission.PEOPLE_EDIT,
    Permission.PROJECT_EDIT,
    Permission.CLAIM_PAY,
    Permission.PACKET_EDIT,
    Permission.INVOICE_EDIT,
    Permission.PAYROLL_PAY,
    Permission.PERSONNEL_EDIT,
    Permission.ASSET_EDIT,
    Permission.BID_EDIT,
    Permission.CERTIFICATE_EDIT,
)
# kinds of records whose files are not everybody's: who may look at them, who may add to them
_OWN = {
    PaymentBatch.__tablename__: (Permission.BATCH_SEE, Permission.CLAIM_PAY),
    Packet.__tablename__: (Permission.PACKET_SEE, Permission.PACKET_EDIT),
    PayrollRun.__tablename__: (Permission.PAYROLL_SEE, Permission.PAYROLL_PAY),
    LabourContract.__tablename__: (Permission.PERSONNEL_SEE, Permission.PERSONNEL_EDIT),
    PersonalFile.__tablename__: (Permission.PERSONNEL_SEE, Permission.PERSONNEL_EDIT),
    "project": (Permission.PROJECT_SEE, Permission.PROJECT_EDIT),
    **dict.fromkeys(
        ("fixed_asset", "asset_request", "asset_disposal", "stock_take", "asset_lease"),
        (Permission.ASSET_SEE, Permission.ASSET_EDIT),
    ),
    **dict.fromkeys(
        ("bid", "bid_item", "bid_deposit", "bid_digest"), (Permission.BID_SEE, Permission.BID_EDIT)
    ),
    **dict.fromkeys(
        ("certificate", "certificate_loan", "certificate_case"),
        (Permission.CERTIFICATE_SEE, Permission.CERTIFICATE_EDIT),
    ),
}
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One file of a record; `size` in bytes."""

    id: int
    name: str
    size: int
    sha256: str


@requires(*_EDIT)
def store(session: Session, actor: Actor, record_kind: str, record_id: int, path: Path) -> Attachment:
    """Keep a copy of the file at `path` for a record (`record_kind` is its table's name).

    Raises Refused "attachment.unreadable", "attachment.empty", "attachment.too_large" (above 50 MB),
    "permission.denied".
    """
    _check_kind(actor, record_kind, change=True)
    _check_size(path)
    try:
        sha256, size = durable.keep(path, root_of(session))
    except FileNotFoundError as error:
        raise Refused("attachment.unreadable", name=path.name) from error
    attachment = Attachment(
        record_kind=record_kind,
        record_id=record_id,
        name=clean_name(path.name),
        sha256=sha256,
        size=size,
    )
    audit.record(session, actor, "attach", attachment)
    return attachment


def _check_kind(actor: Actor, record_kind: str, *, change: bool = False) -> None:
    if record_kind in _OWN:
        check(actor, _OWN[record_kind][change])


def _check_size(path: Path) -> None:
    try:
        size = path.stat().st_size if path.is_file() else None
    except OSError:
        size = None
    if size is None:
        raise Refused("attachment.unreadable", name=path.name)
    if size == 0:
        raise Refused("attachment.empty", name=path.name)
    if size > LARGEST_BYTES:
        raise Refused("attachment.too_large", name=path.name, largest_mb=LARGEST_BYTES // 1024**2)


@requires(*_SEE)
def of(session: Session, actor: Actor, record_kind: str, record_id: int) -> list[AttachmentRow]:
    """The files of a record in the order they were added."""
    _check_kind(actor, record_kind)
    found = session.execute(
        select(Attachment.id, Attachment.name, Attachment.size, Attachment.sha256)
        .where(Attachment.record_kind == record_kind, Attachment.record_id == record_id)
        .order_by(Attachment.id),
    )
    return [AttachmentRow(*row) for row in found]


@requires(*_EDIT)
def remove(session: Session, actor: Actor, attachment_id: int) -> None:
    """Take a file off its record; its bytes stay, for the history and for others that share them.

    What a paper was decided on stays with it: raises Refused "attachment.paper_submitted" (name) once the paper
    was handed in (《会计档案管理办法》: vouchers are kept with everything that proves them), "claim.not_yours"
    (number) for somebody else's paper, "attachment.batch_sent" (name, number) once the bank was given the batch or the payroll,
    "attachment.packet_done" (name, number) once a packet's money is there, "attachment.of_invoice" (name) for the file an
    invoice of the store was read from, and "attachment.missing".
    """
    attachment = _get(session, attachment_id)
    _check_kind(actor, attachment.record_kind, change=True)
    _refuse_kept(session, attachment)
    if attachment.record_kind == ExpenseClaim.__tablename__:
        paper = session.get(ExpenseClaim, attachment.record_id)
        if paper is not None and paper.state not in EDITABLE:
            raise Refused("attachment.paper_submitted", name=attachment.name)
        if paper is not None:
            refuse_stranger(actor, paper)
    audit.record(session, actor, "delete", attachment)
    session.delete(attachment)
    session.flush()


@open_to_all("a step of deleting a record, which has its permission")
def remove_all(session: Session, actor: Actor, record_kind: str, record_id: int) -> None:
    """Take every file off a record that goes; their bytes stay for the history."""
    mine = (Attachment.record_kind == record_kind, Attachment.record_id == record_id)
    for attachment in session.scalars(select(Attachment).where(*mine)).all():
        audit.record(session, actor, "delete", attachment)
        session.delete(attachment)
    session.flush()


@open_to_all("a step of taking an invoice out of the store or back, which has its permission")
def give_to(
    session: Session, actor: Actor, attachment_id: int, record_kind: str, record_id: int
) -> Attachment:
    """The file belongs to another record from now on; one of a paper that is closed stays there, and is shared."""
    attachment = _get(session, attachment_id)
    if attachment.record_kind == ExpenseClaim.__tablename__:
        paper = session.get(ExpenseClaim, attachment.record_id)
        if paper is not None and paper.state not in EDITABLE:
            same = {name: getattr(attachment, name) for name in ("name", "sha256", "size")}
            attachment = Attachment(record_kind=record_kind, record_id=record_id, **same)
            audit.record(session, actor, "attach", attachment)
            return attachment
    attachment.record_kind, attachment.record_id = record_kind, record_id
    audit.record(session, actor, "edit", attachment)
    session.flush()
    return attachment


def _refuse_kept(session: Session, attachment: Attachment) -> None:
    """What was given to a bank or a body, or what an invoice was read from, stays."""
    name = attachment.name
    match attachment.record_kind:
        case PaymentBatch.__tablename__:
            batch = session.get(PaymentBatch, attachment.record_id)
            if batch is not None and batch.state != BatchState.OPEN:
                raise Refused("attachment.batch_sent", name=name, number=batch.number)
        case Packet.__tablename__:
            packet = session.get(Packet, attachment.record_id)
            if packet is not None and packet.state == PacketState.RECEIVED:
                raise Refused("attachment.packet_done", name=name, number=packet.number)
        case PayrollRun.__tablename__:
            run = session.get(PayrollRun, attachment.record_id)
            if run is not None:
                raise Refused("attachment.batch_sent", name=name, number=run.number)
        case Invoice.__tablename__:
            invoice = session.get(Invoice, attachment.record_id)
            if invoice is not None and invoice.attachment_id == attachment.id:
                raise Refused("attachment.of_invoice", name=name)


@requires(*_SEE)
def path(session: Session, actor: Actor, attachment_id: int) -> Path:
    """Where the bytes lie; Refused "attachment.missing" if the record or its bytes are gone."""
    attachment = _get(session, attachment_id)
    _check_kind(actor, attachment.record_kind)
    found = durable.place(root_of(session), attachment.sha256)
    if not found.is_file():
        raise Refused("attachment.missing", name=attachment.name)
    return found


@requires(*_SEE)
def export(session: Session, actor: Actor, attachment_id: int, folder: Path) -> Path:
    """Copy a file into `folder` under its own cleaned name, never over another file; returns where it went."""
    source = path(session, actor, attachment_id)
    name = clean_name(_get(session, attachment_id).name)
    target = folder / name
    number = 2
    while target.exists():
        target = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    shutil.copyfile(source, target)
    return target


def clean_name(name: str) -> str:
    """A file name that can do no harm in any folder of any system: no paths, no controls, no reserved words."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    safe = re.sub(r'[<>:"|?*]', "_", shown).strip(" .")
    if _RESERVED.match(safe.split(".", 1)[0]):
        safe = f"_{safe}"
    stem, dot, ending = safe.rpartition(".")
    kept = f"{stem[: _LONGEST_NAME - 12]}{dot}{ending[:12]}" if dot else ending[:_LONGEST_NAME]
    return kept or "_"


def keep_bytes(folder: Path, content: bytes) -> str:
    """Put `content` among the attachments of the data folder; returns its SHA-256 in hex. No row is written."""
    return durable.keep_bytes(content, folder / "attachments")


def _get(session: Session, attachment_id: int) -> Attachment:
    attachment = session.get(Attachment, attachment_id)
    if attachment is None:
        raise Refused("attachment.missing", name="")
    return attachment


@open_to_all("the name of a folder")
def root_of(session: Session) -> Path:
    """The folder below which the bytes lie."""
    folder: Path = session.info["database"].folder
    return folder / "attachments"
