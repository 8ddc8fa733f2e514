"""Pack the scans of a bid: the words of the watermark, then where the PDF goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from services import bid_checklists, bid_packs
from services.terms import CheckLevel
from ui.bids import words
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.bid_packs import Pack
    from services.database import Session
    from services.permissions import Actor
    from services.progress import Progress
    from ui.state import Desk

FIELDS = (
    FieldSpec("purpose", QT_TRANSLATE_NOOP("Field", "Words across every page"), FieldKind.LONG_TEXT, required=True, width=2),
)  # fmt: skip

translate = QCoreApplication.translate

type Told = Callable[[str], object]
type Ready = tuple[str, list[str], list[str], list[str]]  # watermark, files, older scans, what is wrong


def ask_pack(desk: Desk, owner: QWidget, bid_id: int, number: str, told: Told) -> None:
    """Ask for the words, offered as usual; then for the file."""
    work = partial(_ready, desk.actor, bid_id)
    desk.tasks.read(owner, work, partial(_ask_purpose, desk, owner, bid_id, number, told))


def _ask_purpose(desk: Desk, owner: QWidget, bid_id: int, number: str, told: Told, found: Ready) -> ActDialog:
    usual, names, older, wrong = found
    title = translate("Bid", "Pack the scans of {number}").format(number=number)
    about = translate("Bid", "{count} files in this order: {names}")
    about = (
        about.format(count=len(names), names=formats.listed(names))
        if names
        else translate("Bid", "No file is to be packed yet.")
    )
    if older:
        about += "\n" + translate("Bid", "Older scans left out: {names}").format(names=formats.listed(older))
    if wrong:
        about += "\n" + translate("Bid", "Look at these first: {problems}").format(
            problems=formats.apart(wrong)
        )
    question = Question(title, translate("Bid", "Choose the file"), FIELDS, {"purpose": usual}, about)
    chosen = SimpleNamespace(purpose=usual)

    def work(_session: Session, _actor: Actor, typed: SimpleNamespace) -> None:
        chosen.purpose = typed.purpose

    dialog = ActDialog(desk, question, work, owner)
    dialog.saved.connect(lambda _id: choose_file(desk, owner, bid_id, number, chosen.purpose, told))
    dialog.open()
    return dialog


def choose_file(
    desk: Desk, owner: QWidget, bid_id: int, number: str, purpose: str, told: Told
) -> QFileDialog:
    """Where the PDF goes."""
    dialog = QFileDialog(owner, translate("Bid", "Pack the scans of {number}").format(number=number))
    dialog.setObjectName("dialog.pack_file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(f"{number}.pdf")
    dialog.fileSelected.connect(lambda name: write_pack(desk, owner, bid_id, Path(name), purpose, told))
    dialog.open()
    return dialog


def write_pack(desk: Desk, owner: QWidget, bid_id: int, path: Path, purpose: str, told: Told) -> None:
    """Write it; how many pages it has is told afterwards."""
    title = translate("Bid", "Packing {file}").format(file=path.name)

    def done(made: Pack) -> None:
        made_of = translate("Bid", "{file}: {files} files on {pages} pages.")
        told(made_of.format(file=path.name, files=made.files, pages=made.pages))

    desk.tasks.run_long(owner, title, partial(_write, desk.actor, bid_id, path, purpose), done, reading=True)


def _ready(actor: Actor, bid_id: int, session: Session) -> Ready:
    names = [formats.noted(one.title, one.name) for one in bid_packs.pieces(session, actor, bid_id)]
    rows = [row for row in bid_checklists.rows(session, actor, bid_id) if row.draft.packed]
    wrong = [
        words.check_words(check) for row in rows for check in row.checks if check.level is not CheckLevel.OK
    ]
    older = bid_packs.older(session, actor, bid_id)
    return bid_packs.usual_purpose(session, actor, bid_id), names, older, wrong


def _write(actor: Actor, bid_id: int, path: Path, purpose: str, session: Session, progress: Progress) -> Pack:
    return bid_packs.write(session, actor, bid_id, path, progress, purpose=purpose)
