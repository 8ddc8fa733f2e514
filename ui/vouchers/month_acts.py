"""What is done with a month of vouchers: its bundle, bound, opened again, exported for the accountant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from services import voucher_bundles, voucher_entries, voucher_export, voucher_months
from ui.errors import sentence
from ui.vouchers.accounts_dialog import AccountsDialog
from ui.vouchers.month_dialog import MonthDialog, MonthQuestion
from ui.widgets import formats
from ui.widgets.print_preview import PrintJob, PrintPreview

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.progress import Progress
    from services.voucher_bundles import Bundle
    from services.voucher_entries import MissingAccount
    from services.voucher_months import MonthRow
    from ui.pages.vouchers import VouchersPage

translate = QCoreApplication.translate

type Chosen = Callable[[MonthDialog, MonthRow, str], object]


def ask_bundle(page: VouchersPage) -> None:
    """Which month's bundle, and where to."""
    about = translate(
        "Voucher",
        "One PDF with cover, list, every voucher with its approvals, invoices and bank slip, and a proof at the end.",
    )
    question = MonthQuestion(
        "bundle",
        translate("Voucher", "Monthly bundle"),
        about,
        translate("Voucher", "Save as PDF…  Ctrl+S"),
        _no_vouchers(),
    )
    _ask(page, question, lambda _row: True, partial(_bundle_file, page))


def _bundle_file(page: VouchersPage, dialog: MonthDialog, row: MonthRow, _reason: str) -> None:
    dialog.accept()
    save_as(page, _bundle_name(row.month), "pdf", partial(write_bundle, page, row.month))


def write_bundle(page: VouchersPage, month: date, path: Path) -> None:
    """Write the bundle, with progress and Cancel."""
    work = partial(_write, page.desk.actor, month, path, page.desk.today(), False)
    title = translate("Voucher", "Making the bundle of {month}…").format(month=f"{month:%Y-%m}")
    page.desk.tasks.run_long(page, title, work, partial(_bundled, page, path), page.refuse, reading=True)


def _bundled(page: VouchersPage, path: Path, made: Bundle) -> None:
    words = translate("Voucher", "{file}: {count} vouchers on {pages} pages.")
    told = words.format(file=path.name, count=made.facts.count, pages=formats.count(made.pages))
    _tell(page, path, made, told)


def ask_bind(page: VouchersPage) -> None:
    """Which month is bound: those that are over and not bound yet."""
    today = page.desk.today()
    about = translate(
        "Voucher",
        "The bundle is made and the month closed: nothing of it changes any more. Only a month that is over can be bound.",
    )
    question = MonthQuestion(
        "bind",
        translate("Voucher", "Bind a month"),
        about,
        translate("Voucher", "Bind and save as PDF…  Ctrl+S"),
        translate("Voucher", "Every month that is over is bound; this one can be bound when it is over."),
    )
    _ask(page, question, partial(_may_be_bound, today), partial(_bind_file, page))


def _may_be_bound(today: date, row: MonthRow) -> bool:
    return row.bound_on is None and row.month < today.replace(day=1)


def _bind_file(page: VouchersPage, dialog: MonthDialog, row: MonthRow, _reason: str) -> None:
    dialog.accept()
    save_as(page, _bundle_name(row.month), "pdf", partial(bind, page, row.month))


def bind(page: VouchersPage, month: date, path: Path) -> None:
    """Print the month, then close it as it was printed."""
    work = partial(_write, page.desk.actor, month, path, page.desk.today(), True)
    title = translate("Voucher", "Making the bundle of {month}…").format(month=f"{month:%Y-%m}")
    done = partial(_close, page, month, path)
    page.desk.tasks.run_long(page, title, work, done, page.refuse, reading=True)


def _close(page: VouchersPage, month: date, path: Path, made: Bundle) -> None:
    work = partial(_bind, page.desk.actor, month, uuid4().hex, page.desk.today(), made)
    page.desk.tasks.run(page, work, partial(_bound, page, month, path, made), page.refuse)


def _bound(page: VouchersPage, month: date, path: Path, made: Bundle, _id: int) -> None:
    page.refresh()
    words = translate("Voucher", "{month} is bound: {count} vouchers on {pages} pages in {file}.")
    told = words.format(
        month=f"{month:%Y-%m}", count=made.facts.count, pages=formats.count(made.pages), file=path.name
    )
    _tell(page, path, made, told)


def ask_unbind(page: VouchersPage) -> None:
    """Which month is opened again, and why."""
    question = MonthQuestion(
        "unbind",
        translate("Voucher", "Open a month again"),
        translate("Voucher", "The reason stands in the history. Bind the month again when it is mended."),
        translate("Voucher", "Open again  Ctrl+S"),
        translate("Voucher", "No month is bound."),
        reason=True,
        danger=True,
    )
    _ask(page, question, lambda row: row.bound_on is not None, partial(_unbind_month, page, uuid4().hex))


def _unbind_month(page: VouchersPage, command: str, dialog: MonthDialog, row: MonthRow, reason: str) -> None:
    def done(_none: None) -> None:
        dialog.accept()
        page.refresh()
        words = translate("Voucher", "{month} is open again.")
        page.notice.say(words.format(month=f"{row.month:%Y-%m}"), "green")

    work = partial(_unbind, page.desk.actor, row.month, command, reason)
    page.desk.tasks.run(dialog, work, done, lambda refused: dialog.notice.say(sentence(refused)))


def ask_export(page: VouchersPage) -> None:
    """Which month the accountant gets."""
    about = translate(
        "Voucher", "An Excel workbook of the entries: debit and credit by the accounts mapping."
    )
    question = MonthQuestion(
        "entries",
        translate("Voucher", "Accountant's export"),
        about,
        translate("Voucher", "Save as Excel…  Ctrl+S"),
        _no_vouchers(),
    )
    _ask(page, question, lambda _row: True, partial(_export_month, page))


def _export_month(page: VouchersPage, dialog: MonthDialog, row: MonthRow, _reason: str) -> None:
    dialog.accept()
    export(page, row.month)


def export(page: VouchersPage, month: date) -> None:
    """What is not mapped is asked for first; then where to."""
    work = partial(_missing, page.desk.actor, month)
    page.desk.tasks.read(page, work, partial(_map_or_write, page, month), page.refuse)


def _map_or_write(page: VouchersPage, month: date, lacking: list[MissingAccount]) -> None:
    if lacking:
        dialog = AccountsDialog(page.desk, page, lacking)
        dialog.saved.connect(partial(export, page, month))
        dialog.open()
        return
    name = translate("Voucher", "Entries {month}").format(month=f"{month:%Y-%m}")
    save_as(page, name, "xlsx", partial(write_entries, page, month))


def write_entries(page: VouchersPage, month: date, path: Path) -> None:
    """Write the entries, with progress and Cancel."""

    def done(count: int) -> None:
        words = translate("Voucher", "{file}: {count} entries.")
        page.notice.say(words.format(file=path.name, count=formats.count(count)), "green")

    work = partial(_entries, page.desk.actor, month, path)
    title = translate("Export", "Exporting…")
    page.desk.tasks.run_long(page, title, work, done, page.refuse, reading=True)


def ask_accounts(page: VouchersPage) -> None:
    """The accounts mapping, whole."""
    AccountsDialog(page.desk, page).open()


# asking and telling


def _ask(
    page: VouchersPage, question: MonthQuestion, fits: Callable[[MonthRow], bool], chosen: Chosen
) -> None:
    def show(months: list[MonthRow]) -> None:
        rows = [row for row in months if fits(row)]
        if not rows:
            page.notice.say(question.none, "amber")
            return
        MonthDialog(question, rows, page.month_in_view(), chosen, page).open()

    page.notice.clear()
    page.desk.tasks.read(page, partial(_months, page.desk.actor), show, page.refuse)


def _no_vouchers() -> str:
    return translate("Voucher", "There are no vouchers yet: papers get their numbers when they are paid.")


def save_as(page: VouchersPage, name: str, ending: str, chosen: Callable[[Path], object]) -> None:
    """Ask where to, not over another file unasked."""
    dialog = QFileDialog(page, translate("Voucher", "Save"))
    dialog.setObjectName("dialog.save_as")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"*.{ending}")
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(f"{name}.{ending}")
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()


def _bundle_name(month: date) -> str:
    return translate("Voucher", "Vouchers {month}").format(month=f"{month:%Y-%m}")


def _tell(page: VouchersPage, path: Path, made: Bundle, told: str) -> None:
    if made.unreadable:
        words = translate(
            "Voucher",
            "{count} files could not be opened: each has a page that says so, and the proof names them.",
        )
        told += " " + words.format(count=len(made.unreadable))
    show = (translate("Voucher", "Show it"), partial(show_pdf, page, path))
    page.notice.say(told, "amber" if made.unreadable else "green", show=show)


def show_pdf(page: VouchersPage, path: Path) -> PrintPreview:
    """The finished bundle in the preview, from where it can be printed."""
    job = PrintJob("bundle", path.stem, ("A4",), lambda _session, _settings: path.read_bytes())
    preview = PrintPreview(page.desk, job, page)
    preview.open()
    return preview


# on a worker


def _months(actor: Actor, session: Session) -> list[MonthRow]:
    return voucher_months.months(session, actor)


def _write(
    actor: Actor, month: date, path: Path, today: date, binding: bool, session: Session, progress: Progress
) -> Bundle:
    return voucher_bundles.write(session, actor, month, path, progress, today=today, binding=binding)


def _bind(actor: Actor, month: date, command: str, today: date, made: Bundle, session: Session) -> int:
    return voucher_months.bind(session, actor, month, command, today=today, made=(made.facts, made.binding))


def _unbind(actor: Actor, month: date, command: str, reason: str, session: Session) -> None:
    voucher_months.unbind(session, actor, month, command, reason=reason)


def _missing(actor: Actor, month: date, session: Session) -> list[MissingAccount]:
    return voucher_entries.missing(session, actor, month)


def _entries(actor: Actor, month: date, path: Path, session: Session, progress: Progress) -> int:
    return voucher_export.write(session, actor, month, path, progress)
