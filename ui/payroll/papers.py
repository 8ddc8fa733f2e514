"""Opens a paper of the payroll sheet in hand: in the preview, as a file to save, or in a dialog of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from services import durable
from ui.payroll.paper_list import PAPERS, Opens, Paper
from ui.payroll.run_words import title_of
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.progress import Progress
    from services.reports.paper import PrintSettings
    from ui.pages.payroll import PayrollPage

MANY = 300  # people; papers of fewer are there before anybody could cancel them

translate = QCoreApplication.translate


def payslip() -> Paper | None:
    """The paper behind the pane's button: the first one of a person."""
    return next((paper for paper in PAPERS if paper.person), None)


def open_paper(page: PayrollPage, paper: Paper) -> object:
    """Preview a paper of the sheet in hand, or save a file of it."""
    head, row = page.head, page.row_in_hand()
    if head is None or head.run_id is None or (paper.person and (row is None or row.employee_id is None)):
        return None
    ids: tuple[int, ...] = (head.run_id,)
    if paper.person and row is not None and row.employee_id is not None:
        ids = (head.run_id, row.employee_id)
    if paper.opens is Opens.DIALOG:
        return paper.make()(page)
    if paper.opens is Opens.PREVIEW:
        title = f"{translate('Action', paper.label)} {title_of(head)}"
        make = partial(_pdf, page.desk.actor, paper, ids)
        long = paper.long and head.people > MANY
        name, sizes = _sizes(page, paper)
        job = PrintJob(name, title, sizes, make, make if long else None)
        preview = PrintPreview(page.desk, job, page)
        preview.open()
        return preview
    work = partial(_file, page.desk.actor, paper, ids)
    if paper.long:
        words = translate("Print", "Making the pages…")
        return page.desk.tasks.run_long(
            page, words, work, partial(ask_where, page), page.refuse, reading=True
        )
    return page.desk.tasks.read(page, work, partial(ask_where, page), page.refuse)


def _sizes(page: PayrollPage, paper: Paper) -> tuple[str, tuple[str, ...]]:
    """The name by which paper and offset are remembered, and the papers, that of the template first.

    Another paper in the template is another name: what a user remembers for the old one does not outvote it.
    """
    known = page.sheet.sizes if page.sheet is not None else {}
    wanted = known.get(paper.template, "") if paper.template is not None else ""
    if wanted not in paper.sizes[1:]:
        return f"payroll.{paper.name}", paper.sizes
    others = (size for size in paper.sizes if size != wanted)
    return f"payroll.{paper.name}.{wanted}", (wanted, *others)


def ask_where(page: PayrollPage, made: tuple[str, bytes]) -> QFileDialog:
    """Ask where a file goes: its name and its bytes."""
    name, content = made
    dialog = QFileDialog(page, translate("Export", "Export what is shown"))
    dialog.setObjectName("dialog.save_file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: save_to(page, content, Path(path)))
    dialog.open()
    return dialog


def save_to(page: PayrollPage, content: bytes, path: Path) -> None:
    """Write a file where the user wants it."""
    page.desk.tasks.aside(page, partial(_write, content, path), partial(_written, page, path))


def _written(page: PayrollPage, path: Path, written: bool) -> None:
    if written:
        page.notice.say(translate("Print", "Saved as {file}.").format(file=path.name), "green")
    else:
        page.notice.say(cannot_write(path))


def _write(content: bytes, path: Path) -> bool:
    try:
        with durable.written(path) as part:
            part.write_bytes(content)
    except OSError:
        return False
    return True


def _pdf(
    actor: Actor,
    paper: Paper,
    ids: tuple[int, ...],
    session: Session,
    settings: PrintSettings,
    progress: Progress | None = None,
) -> bytes:
    made = paper.make()(session, actor, *ids, settings=settings, **paper.options, **_told(paper, progress))
    content: bytes = made.content
    return content


def _file(
    actor: Actor, paper: Paper, ids: tuple[int, ...], session: Session, progress: Progress | None = None
) -> tuple[str, bytes]:
    made = paper.make()(session, actor, *ids, **paper.options, **_told(paper, progress))
    return made.name, made.content


def _told(paper: Paper, progress: Progress | None) -> dict[str, Progress | None]:
    return {"progress": progress} if paper.long else {}
