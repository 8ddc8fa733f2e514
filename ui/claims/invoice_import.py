"""From dropped or chosen invoice files to a claim's lines: read in the child process, then kept as one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from services import claim_invoices
from services.invoices.ocr import read_all
from ui.errors import sentence
from ui.state import Desk
from ui.widgets.confirm import tell

if TYPE_CHECKING:
    from services.claim_invoices import FileProblem, FromInvoices
    from services.claim_values import ClaimDraft
    from services.database import Session
    from services.errors import Refused
    from services.invoices.model import Reading
    from services.permissions import Actor
    from services.progress import Progress

SUFFIXES = (".pdf", ".ofd", ".xml", ".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".zip")

translate = QCoreApplication.translate


def choose_files(desk: Desk, parent: QWidget, chosen: Callable[[list[Path]], object]) -> QFileDialog:
    """Ask for invoice files."""
    patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    dialog = QFileDialog(parent, translate("Claim", "Import invoices"))
    dialog.setObjectName("dialog.invoice_files")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(
        [f"{translate('Claim', 'Invoices')} ({patterns})", f"{translate('Claim', 'All files')} (*)"]
    )
    dialog.setDirectory(desk.device.get("invoice_folder"))

    def accepted() -> None:
        files = [Path(name) for name in dialog.selectedFiles()]
        desk.device.put("invoice_folder", str(files[0].parent))
        chosen(files)

    dialog.accepted.connect(accepted)
    dialog.open()
    return dialog


def import_invoices(
    desk: Desk,
    owner: QWidget,
    paths: Sequence[Path],
    draft: ClaimDraft | None,
    done: Callable[[FromInvoices], QWidget | None],
    failed: Callable[[Refused], object] | None = None,
) -> None:
    """Read `paths` and add them to `draft` (None begins a claim); `done` gets the claim with its new lines.

    Files that could not be used are told over `owner`, or over the widget that `done` gives.
    """
    files = [path for path in paths if path.is_file()]
    if not files:
        return

    def kept(found: FromInvoices) -> None:
        shown = done(found)
        if found.problems:
            tell_problems(shown or owner, found.problems)

    def read(readings: list[Reading]) -> None:
        work = partial(_keep, desk.actor, readings, files, draft, desk.today())
        desk.tasks.run(owner, work, kept, failed)

    desk.tasks.aside_long(
        owner, translate("Claim", "Reading invoices"), partial(read_pictures_too, files), read
    )


def take_stored(
    desk: Desk,
    owner: QWidget,
    ids: Sequence[int],
    draft: ClaimDraft | None,
    done: Callable[[FromInvoices], QWidget | None],
    failed: Callable[[Refused], object] | None = None,
) -> None:
    """Add unused invoices of the store to `draft` (None begins a claim), as `import_invoices` adds files."""

    def kept(found: FromInvoices) -> None:
        shown = done(found)
        if found.problems:
            tell_problems(shown or owner, found.problems)

    work = partial(_take, desk.actor, tuple(ids), draft, desk.today())
    desk.tasks.run(owner, work, kept, failed)


def _take(
    actor: Actor, ids: Sequence[int], draft: ClaimDraft | None, today: date, session: Session
) -> FromInvoices:
    return claim_invoices.draft_from_stored(session, actor, ids, today=today, draft=draft)


def read_into(
    desk: Desk, owner: QWidget, paths: Sequence[Path], keep: Callable[[list[Reading], list[Path]], object]
) -> None:
    """Read `paths` and hand what was read on to `keep`, with the files it was read from."""
    files = [path for path in paths if path.is_file()]
    if files:
        words = translate("Claim", "Reading invoices")
        desk.tasks.aside_long(
            owner, words, partial(read_pictures_too, files), lambda found: keep(found, files)
        )


def read_pictures_too(files: Sequence[Path], progress: Progress) -> list[Reading]:
    def cancelled() -> bool:
        progress.check()
        return False

    def pictures(done: int, total: int) -> None:
        progress.advance(done, total, translate("Claim", "Reading the picture…"))

    return read_all(
        files,
        cancelled=cancelled,
        progress=lambda done, total: progress.advance(done, total, ""),
        pictures=pictures,
    )


def _keep(
    actor: Actor,
    readings: Sequence[Reading],
    files: Sequence[Path],
    draft: ClaimDraft | None,
    today: date,
    session: Session,
) -> FromInvoices:
    return claim_invoices.draft_from_invoices(session, actor, readings, files, today=today, draft=draft)


def tell_problems(owner: QWidget, problems: Sequence[FileProblem]) -> None:
    """Say which files or invoices gave nothing, and why."""
    lines = [f"{problem.file}: {sentence(problem.refused)}" for problem in problems]
    title = translate("Claim", "Files that could not be used: {count}").format(count=len(problems))
    tell(owner, title, "\n".join(lines))
