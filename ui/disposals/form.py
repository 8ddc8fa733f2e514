"""The form of a disposal: why, when, to whom; the cards with what they bring, reckoned while it is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services import asset_disposals, fixed_assets
from services.asset_disposals import DisposalDraft, DisposalLine
from services.records import Choice
from services.terms import DisposalReason
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.editors import UnreadableError
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.state import Desk

SETTLED_MS = 200
WIDTH = 1040
FIGURES = frozenset({"cost", "accumulated", "net", "gain"})
FIELDS = (
    FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Cause of disposal"), FieldKind.CHOICE, required=True, members=DisposalReason),
    FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "Day it leaves"), FieldKind.DAY, required=True),
    FieldSpec("buyer", QT_TRANSLATE_NOOP("Field", "Buyer"), width=2),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Explanation"), width=4),
)  # fmt: skip
LINES = (
    FieldSpec("asset_id", QT_TRANSLATE_NOOP("Field", "Asset"), FieldKind.COMBO, width=0, choices=fixed_assets.choices),
    FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Original cost"), FieldKind.MONEY, width=108),
    FieldSpec("accumulated", QT_TRANSLATE_NOOP("Field", "Accumulated"), FieldKind.MONEY, width=108),
    FieldSpec("net", QT_TRANSLATE_NOOP("Field", "Net value"), FieldKind.MONEY, width=108),
    FieldSpec("proceeds", QT_TRANSLATE_NOOP("Field", "Proceeds ex VAT"), FieldKind.MONEY, width=148),
    FieldSpec("fees", QT_TRANSLATE_NOOP("Field", "Taxes and fees"), FieldKind.MONEY, width=100),
    FieldSpec("gain", QT_TRANSLATE_NOOP("Field", "Gain or loss"), FieldKind.MONEY, width=108),
)  # fmt: skip

translate = QCoreApplication.translate


def form_of(today: date) -> Form:
    """The form; a new paper is numbered in the year of `today`."""
    return Form(
        name="asset_disposal",
        title_new=QT_TRANSLATE_NOOP("Form", "New disposal"),
        title_edit=QT_TRANSLATE_NOOP("Form", "Disposal"),
        fields=FIELDS,
        empty=lambda day: DisposalDraft(on_day=day),
        get=asset_disposals.get,
        save=lambda session, actor, draft: asset_disposals.save(session, actor, draft, today=today),
        columns=4,
    )


class DisposalDialog(RecordDialog):
    """Figures follow the card and the day; proceeds and fees are typed."""

    def __init__(
        self,
        desk: Desk,
        record_id: int | None = None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: DisposalDraft | None = None,
    ) -> None:
        self._asked = 0
        self._settled = QTimer(singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._reckon)
        super().__init__(desk, form_of(desk.today()), record_id, parent, locked=locked, start=start)
        self._settled.setParent(self)
        self.setMinimumWidth(WIDTH)
        self.body.finished.disconnect()
        self.body.finished.connect(self.lines.begin)
        self.lines.left.connect(self.save_button.setFocus)
        self.body.boxes["on_day"].editor.edited.connect(self._settled.start)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.lines = LineTable("lines", LINES, DisposalLine, self.desk.today, box)
        self.lines.model.fixed = FIGURES
        self.lines.view.show_titles()
        self.lines.edited.connect(self.touch)
        self.lines.edited.connect(self._settled.start)
        self.told = QLabel(box)
        self.told.setObjectName("label.told")
        self.told.setProperty("role", "muted")
        self.told.setWordWrap(True)
        column.addWidget(self.lines, 1)
        column.addWidget(self.told)
        return box

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Any, session: Session) -> Loaded:
        found = RecordDialog.load(form, actor, record_id, start, session)
        draft = found.draft
        if draft.on_day is not None:
            draft = replace(draft, lines=asset_disposals.preview(session, actor, draft.lines, draft.on_day))
        cards = fixed_assets.choices(session, actor)
        known = {card.id for card in cards}
        gone = [
            Choice(line.asset_id, line.name, "", "") for line in draft.lines if line.asset_id not in known
        ]
        choices = {**found.choices, "lines": [*cards, *gone]}
        return Loaded(draft, choices, found.kept)

    def _loaded(self, loaded: Loaded) -> None:
        choices = dict(loaded.choices)
        self.lines.offer("asset_id", choices.pop("lines"))
        super()._loaded(Loaded(loaded.draft, choices, loaded.kept))
        self.lines.set_locked(self.locked)

    # what each card is worth on the day

    def _reckon(self) -> None:
        try:
            day = self.body.boxes["on_day"].value()
        except UnreadableError:
            return
        drafts = tuple(line.draft for line in self.lines.model.lines())
        if not isinstance(day, date) or not drafts:
            return
        self._asked += 1
        work = partial(_preview, self.desk.actor, drafts, day)
        self.desk.tasks.read(self, work, partial(self._reckoned, self._asked, drafts), lambda _refused: None)

    def _reckoned(
        self, asked: int, drafts: tuple[DisposalLine, ...], found: tuple[DisposalLine, ...]
    ) -> None:
        lines = self.lines.model.lines()
        if asked != self._asked or tuple(line.draft for line in lines) != drafts:
            return
        self.lines.model.put(tuple(replace(line, draft=one) for line, one in zip(lines, found, strict=True)))
        self._tell()

    def _tell(self) -> None:
        """What it all brings."""
        lines = [line.draft for line in self.lines.model.lines()]
        gain = sum((line.gain for line in lines if line.gain is not None), Decimal(0))
        net = sum((line.net for line in lines if line.net is not None), Decimal(0))
        if not lines:
            self.told.setText(
                translate(
                    "Disposal", "The month it leaves in is charged still; what is left then is its net value."
                )
            )
            return
        words = (
            translate("Disposal", "{count} cards · net {net} · loss {gain}")
            if gain < 0
            else translate("Disposal", "{count} cards · net {net} · gain {gain}")
        )
        self.told.setText(words.format(count=len(lines), net=formats.yuan(net), gain=formats.yuan(abs(gain))))

    # drafts in, drafts out

    def fill(self, draft: DisposalDraft) -> None:
        super().fill(draft)
        self.lines.fill(draft.lines)
        self._tell()

    def gather(self) -> DisposalDraft | None:
        lines = self.lines.drafts()
        draft: DisposalDraft | None = super().gather()
        if lines is None:
            self.notice.say(self.lines.complaint())
        if draft is None or lines is None:
            return None
        return replace(draft, lines=lines)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"lines": self.lines.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore(kept)
        self.lines.restore(kept.get("lines", []))
        self._settled.start()

    def place(self, refused: Refused) -> bool:
        field = refused.field or ""
        if field == "lines" or field.startswith("lines."):
            self.lines.say(field.removeprefix("lines").removeprefix("."), sentence(refused))
            self.notice.say(sentence(refused))
            return True
        return super().place(refused)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(WIDTH, 520))


def _preview(
    actor: Actor, lines: tuple[DisposalLine, ...], day: date, session: Session
) -> tuple[DisposalLine, ...]:
    return asset_disposals.preview(session, actor, lines, day)
