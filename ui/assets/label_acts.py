"""Labels: printed for the selected cards on the size used last, and read again by scanner or from a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from services import asset_labels
from services.errors import Refused
from services.exchange.code_pictures import SUFFIXES, read_codes
from services.permissions import Permission
from services.reports.asset_labels import LabelSize, label_sizes
from ui.claims.act_dialog import ActDialog, Question
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.scan_field import ScanField

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.progress import Progress
    from services.reports.paper import PrintSettings
    from ui.pages.fixed_assets import FixedAssetsPage

MANY = 300  # labels that take a moment: with a bar and Cancel
KEPT = "asset_label.size"
WIDTH = 168
# fmt: off
SIZE = FieldSpec("size_id", QT_TRANSLATE_NOOP("Field", "Size of the labels"), FieldKind.COMBO, required=True, choices=asset_labels.size_choices)
FIRST = FieldSpec("first", QT_TRANSLATE_NOOP("Field", "First label of the sheet"), FieldKind.NUMBER, required=True, hint=QT_TRANSLATE_NOOP("Field", "On a sheet that was used before: which label is the first that is left, row by row."))
# fmt: on

translate = QCoreApplication.translate


# printing


def print_labels(page: FixedAssetsPage, ids: Sequence[int]) -> ActDialog:
    """Ask which size, then show the labels."""
    desk = page.desk

    def work(_session: Session, _actor: Actor, typed: SimpleNamespace) -> Any:
        size = label_sizes()[typed.size_id - 1]
        if not 1 <= typed.first <= size.on_sheet:
            raise Refused("asset_label.first", "first", most=size.on_sheet)
        typed.id = typed.size_id
        return typed

    about = translate("Assets", "{count} labels: number, name, specification, user, place, day, QR and bars.")
    question = Question(
        translate("Assets", "Print labels"), translate("Assets", "Show the labels  Ctrl+S"), (SIZE, FIRST),
        {"size_id": desk.prefs.get(KEPT, 1), "first": 1}, about.format(count=len(ids)),
    )  # fmt: skip
    dialog = ActDialog(desk, question, work, page)
    dialog.setObjectName("dialog.labels")

    def show(size_id: int) -> None:
        desk.prefs.put(KEPT, size_id)
        first = dialog.body.boxes["first"].editor.value()
        show_labels(page, tuple(ids), size_id, int(str(first)))

    dialog.saved.connect(show)
    dialog.open()
    return dialog


def show_labels(page: FixedAssetsPage, ids: tuple[int, ...], size_id: int, first: int) -> PrintPreview:
    """The preview of labels in a size."""
    size = label_sizes()[size_id - 1]
    make = partial(_labels, page.desk.actor, ids, size, first)
    long = partial(_many, page.desk.actor, ids, size, first) if len(ids) > MANY else None
    job = PrintJob(
        f"asset_label.{size_id}",
        translate("Assets", "Labels"),
        (size.paper.name,),
        make,
        long,
        partial(_list, page.desk.actor, ids),
    )
    preview = PrintPreview(page.desk, job, page)
    preview.open()
    return preview


def _labels(
    actor: Actor, ids: tuple[int, ...], size: LabelSize, first: int, session: Session, settings: PrintSettings
) -> bytes:
    from services.reports.asset_labels import labels_pdf

    return labels_pdf(asset_labels.labels(session, actor, ids), size, first, settings)


def _list(actor: Actor, ids: tuple[int, ...], session: Session) -> bytes:
    """The labels as a list for the program of a label printer."""
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    made = BytesIO()
    rows = asset_labels.label_rows(session, actor, ids)
    xlsx.write_table(made, "资产标签", asset_labels.LABEL_TITLES, rows)
    return made.getvalue()


def _many(
    actor: Actor,
    ids: tuple[int, ...],
    size: LabelSize,
    first: int,
    session: Session,
    settings: PrintSettings,
    progress: Progress,
) -> bytes:
    from services.reports.asset_labels import labels_pdf

    return labels_pdf(asset_labels.labels(session, actor, ids), size, first, settings, progress)


# reading


def scan_field(page: FixedAssetsPage) -> ScanField:
    """The field for the scanner: a label read into it opens its card."""
    field = ScanField("scan", translate("Assets", "Scan a label  Ctrl+J"), page)
    field.setFixedWidth(WIDTH)
    field.scanned.connect(partial(open_label, page))
    return field


def open_label(page: FixedAssetsPage, text: str) -> None:
    """Show the card of a label; what cannot be found is said above the list."""
    page.desk.tasks.read(
        page, partial(_find, page.desk.actor, (text,)), partial(_open, page), partial(_refuse, page)
    )


def open_picture(page: FixedAssetsPage, path: Path, otherwise: Callable[[], bool] | None = None) -> None:
    """Show the card whose label is in a picture; `otherwise` takes a picture without one, False when it does not.

    A picture with the label of the card that is shown is a photo of it.
    """

    def found(asset_id: int) -> None:
        if otherwise is None or asset_id != page.pane.record_id or not otherwise():
            _open(page, asset_id)

    def not_found(refused: Refused) -> None:
        if otherwise is None or not otherwise():
            _refuse(page, refused)

    def read(texts: tuple[str, ...]) -> None:
        page.desk.tasks.read(page, partial(_find, page.desk.actor, texts), found, not_found)

    page.desk.tasks.aside(page, partial(read_codes, path), read, not_found)


def is_picture(path: Path) -> bool:
    """Whether a label may be read from the file."""
    return path.suffix.lower() in SUFFIXES


def _open(page: FixedAssetsPage, asset_id: int) -> None:
    page.notice.clear()
    if page.pane.isHidden():
        page.toggle_pane()
    page.open_record(asset_id)


def _refuse(page: FixedAssetsPage, refused: Refused) -> None:
    page.notice.say(sentence(refused))


def _find(actor: Actor, texts: tuple[str, ...], session: Session) -> int:
    return asset_labels.find_first(session, actor, texts)


def _ask_picture(page: FixedAssetsPage, _ids: list[int]) -> QFileDialog:
    dialog = QFileDialog(page, translate("Assets", "Read a label from a picture"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    dialog.setNameFilter(translate("Assets", "Pictures ({patterns})").format(patterns=patterns))
    dialog.fileSelected.connect(lambda name: open_picture(page, Path(name)))
    dialog.open()
    return dialog


_SEE = (Permission.ASSET_SEE,)
# fmt: off
ALL = (
    Action("print_labels", QT_TRANSLATE_NOOP("Action", "Print labels"), print_labels, "printer", "Ctrl+Shift+L", _SEE, None, Takes.MANY, more=True),
    Action("scan_label", QT_TRANSLATE_NOOP("Action", "Scan a label"), lambda page, _ids: page.scan.setFocus(), "scan-line", "Ctrl+J", _SEE, takes=Takes.NONE, more=True),
    Action("read_picture", QT_TRANSLATE_NOOP("Action", "Label from a picture"), _ask_picture, "folder-open", "", _SEE, takes=Takes.NONE, more=True),
)
# fmt: on
