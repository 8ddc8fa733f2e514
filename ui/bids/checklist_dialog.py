"""The checklist of a bid: what is needed, what was chosen for it, its own files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from services import attachments, bid_checklists, projects
from services.bid_checklists import ChecklistDraft
from services.bid_item_checks import ItemDraft
from services.terms import BidItemKind, CheckLevel
from ui.bids import words
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.detail_pane import MARKS
from ui.widgets.fields import Chosen, FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.attachments import AttachmentRow
    from services.bid_item_checks import ItemRow
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.state import Desk

ITEMS = (
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, width=146, members=BidItemKind),
    FieldSpec("title", QT_TRANSLATE_NOOP("Field", "What is needed"), width=0, blank=""),
    FieldSpec("certificate_id", QT_TRANSLATE_NOOP("Field", "Certificate chosen"), FieldKind.COMBO, width=170, choices=bid_checklists.certificate_choices),
    FieldSpec("project_id", QT_TRANSLATE_NOOP("Field", "Reference contract"), FieldKind.COMBO, width=116, choices=projects.references),
    FieldSpec("needed", QT_TRANSLATE_NOOP("Field", "Must"), FieldKind.CHECK, width=56),
    FieldSpec("done", QT_TRANSLATE_NOOP("Field", "Ticked off"), FieldKind.CHECK, width=72),
    FieldSpec("packed", QT_TRANSLATE_NOOP("Field", "Pack"), FieldKind.CHECK, width=56),
    FieldSpec("verdict", QT_TRANSLATE_NOOP("Field", "Checked"), width=290, blank=""),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=84, blank=""),
)  # fmt: skip
FORM = Form(
    name="bid_checklist",
    title_new=QT_TRANSLATE_NOOP("Form", "Checklist"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Checklist"),
    fields=(),
    empty=lambda _today: ChecklistDraft(),
    get=bid_checklists.get,
    save=bid_checklists.save,
)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item as the table shows it: as typed, and the verdict of its checks as it was stored."""

    id: int | None = None
    kind: BidItemKind = BidItemKind.OTHER
    title: str = ""
    kind_code: str = ""
    certificate_id: int | None = None
    project_id: int | None = None
    needed: bool = True
    done: bool = False
    packed: bool = True
    verdict: str = ""
    note: str = ""

    def typed(self) -> ItemDraft:
        return ItemDraft(**{name: getattr(self, name) for name in ItemDraft.__slots__})


@dataclass(frozen=True, slots=True)
class ChecklistLoaded(Loaded):
    """The list also needs what can be chosen, and how each item stands."""

    certificates: Sequence[Chosen]
    contracts: Sequence[Chosen]
    rows: Sequence[ItemRow]


class ChecklistDialog(RecordDialog):
    """The list as an editable table; below it how the item under the cursor stands, and its own files."""

    files_changed = Signal()

    def __init__(
        self, desk: Desk, bid_id: int, parent: QWidget | None = None, *, locked: bool = False
    ) -> None:
        self._rows: dict[int, ItemRow] = {}
        super().__init__(desk, FORM, bid_id, parent, locked=locked)
        self.resize(1280, 660)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.items = LineTable("items", ITEMS, ShownItem, self.desk.today, box)
        self.items.model.fixed = frozenset({"verdict"})
        self.items.hide_totals()
        self.items.view.show_titles()
        self.items.edited.connect(self.touch)
        self.items.edited.connect(self._judge)
        self.items.left.connect(self.save_button.setFocus)
        self.items.view.selectionModel().currentChanged.connect(lambda *_: self._show_item())
        column.addWidget(self.items, 3)
        lower = QHBoxLayout()
        self.told = QLabel(box)
        self.told.setObjectName("label.item")
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._place = QScrollArea(box)
        self._place.setWidgetResizable(True)
        self._place.setFrameShape(QFrame.Shape.NoFrame)
        self._place.setMinimumHeight(110)
        self._place.setMaximumHeight(150)
        lower.addWidget(self.told, 1)
        lower.addWidget(self._place, 1)
        column.addLayout(lower)
        return box

    @staticmethod
    def load(
        form: Form, actor: Actor, record_id: int | None, start: Any, session: Session
    ) -> ChecklistLoaded:
        found = RecordDialog.load(form, actor, record_id, start, session)
        return ChecklistLoaded(
            found.draft,
            found.choices,
            found.kept,
            bid_checklists.certificate_choices(session, actor),
            projects.references(session, actor),
            bid_checklists.rows(session, actor, record_id or 0),
        )

    def _loaded(self, loaded: Loaded) -> None:
        assert isinstance(loaded, ChecklistLoaded)
        self.items.offer("certificate_id", loaded.certificates)
        self.items.offer("project_id", loaded.contracts)
        self._rows = {row.draft.id or 0: row for row in loaded.rows}
        super()._loaded(loaded)
        self.items.set_locked(self.locked)
        self.items.begin()
        self._show_item()

    def fill(self, draft: ChecklistDraft) -> None:
        super().fill(draft)
        self.items.fill([self._shown_item(item) for item in draft.items])

    def gather(self) -> ChecklistDraft | None:
        rows = self.items.drafts()
        if rows is None:
            self.notice.say(self.items.complaint())
            return None
        return replace(self.draft, items=tuple(row.typed() for row in rows))  # type: ignore[no-any-return]  # a form's draft is of any kind

    def kept(self) -> dict[str, Any]:
        return {"items": self.items.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        self.items.restore(kept.get("items", []))

    def place(self, refused: Refused) -> bool:
        part, _, cell = (refused.field or "").partition(".")
        if part != "items":
            return super().place(refused)
        self.items.say(cell, sentence(refused))
        self.notice.say(sentence(refused))
        return True

    # the item under the cursor

    def _judge(self) -> None:
        """The verdict of every line that is as it was checked; what was changed since is checked when it is saved."""
        lines = self.items.model.lines()
        told = tuple(line.with_value("verdict", self._verdict_of(line.draft)) for line in lines)
        if told != lines:
            self.items.model.put(told)

    def _verdict_of(self, item: ShownItem) -> str:
        row = self._rows.get(item.id or 0)
        return _verdict(row) if row is not None and item.typed() == row.draft else ""

    def _shown_item(self, item: ItemDraft) -> ShownItem:
        row = self._rows.get(item.id or 0)
        same = {name: getattr(item, name) for name in ItemDraft.__slots__}
        return ShownItem(**same, verdict=_verdict(row) if row is not None else "")

    def _current(self) -> ShownItem | None:
        row, lines = self.items.view.currentIndex().row(), self.items.model.lines()
        return lines[row].draft if 0 <= row < len(lines) else None

    def _show_item(self) -> None:
        item = self._current()
        row = self._rows.get(item.id or 0) if item is not None else None
        first = (
            _told(row) if row else [translate("Bid", "Save the list, then files can be added to its items.")]
        )
        self.told.setText("\n".join([*first, *_others(row, self._rows.values())]))
        if row is None or item is None or item.id is None:
            self._place.setWidget(QWidget())
            return
        work = partial(_files, self.desk.actor, item.id)
        self.desk.tasks.read(self, work, partial(self._show_files, item.id))

    def _show_files(self, item_id: int, rows: list[AttachmentRow]) -> None:
        item = self._current()
        if item is None or item.id != item_id:
            return
        files = AttachmentsList(self.desk, "bid_item", item_id, rows, editable=not self.locked)
        files.changed.connect(self._files_changed)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(files)
        column.addStretch(1)
        self._place.setWidget(box)

    def _files_changed(self) -> None:
        self.files_changed.emit()
        work = partial(_rows, self.desk.actor, self.record_id or 0)
        self.desk.tasks.read(self, work, self._take_rows)

    def _take_rows(self, rows: list[ItemRow]) -> None:
        self._rows = {row.draft.id or 0: row for row in rows}
        self._judge()
        self._show_item()


def _verdict(row: ItemRow) -> str:
    """Ready, or the worst that is wrong."""
    worst = next((one for one in row.checks if one.level is row.level), None)
    if row.level is CheckLevel.OK or worst is None:
        ready = translate("Bid", "ready")
        return f"{MARKS[CheckLevel.OK.value][0]} {ready}"
    return f"{MARKS[row.level.value][0]} {words.check_words(worst)}"


def _told(row: ItemRow) -> list[str]:
    found = [f"{MARKS[check.level.value][0]} {words.check_words(check)}" for check in row.checks]
    if row.level is CheckLevel.OK and row.chosen:
        found.append(row.chosen)
    return found


def _others(row: ItemRow | None, rows: Iterable[ItemRow]) -> list[str]:
    """Which other items need a look, the worst first."""
    found = [one for one in rows if one is not row and one.level is not CheckLevel.OK]
    if not found:
        return []
    found.sort(key=lambda one: one.level is not CheckLevel.STOP)
    titles = formats.listed(f"{MARKS[one.level.value][0]} {one.draft.title}" for one in found)
    words_ = translate("Bid", "{count} other items need a look: {titles}")
    return ["", words_.format(count=len(found), titles=titles)]


def _files(actor: Actor, item_id: int, session: Session) -> list[AttachmentRow]:
    return attachments.of(session, actor, "bid_item", item_id)


def _rows(actor: Actor, bid_id: int, session: Session) -> list[ItemRow]:
    return bid_checklists.rows(session, actor, bid_id)
