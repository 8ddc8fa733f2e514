"""The form of a purchase request: what for and by when, its lines as an editable table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import asset_classes, asset_requests, departments
from services.asset_requests import AssetRequestDraft, RequestLineDraft
from services.calendars import business_day
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import Loaded, RecordDialog
from ui.widgets.record_with_lines import RecordWithLinesDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.records import Choice

translate = QCoreApplication.translate

# fmt: off
LINES = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), width=150, blank=""),
    FieldSpec("class_id", QT_TRANSLATE_NOOP("Field", "Class"), FieldKind.COMBO, width=130, choices=asset_classes.choices),
    FieldSpec("specification", QT_TRANSLATE_NOOP("Field", "Specification"), width=0, blank=""),
    FieldSpec("quantity", QT_TRANSLATE_NOOP("Field", "Quantity"), FieldKind.NUMBER, width=80),
    FieldSpec("price", QT_TRANSLATE_NOOP("Field", "Price of one"), FieldKind.MONEY, width=110),
    FieldSpec("supplier", QT_TRANSLATE_NOOP("Field", "Supplier"), width=170, blank=""),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class LoadedRequest(Loaded):
    """With the classes a line may be of."""

    classes: Sequence[Choice] = ()


def _save(session: Session, actor: Actor, draft: AssetRequestDraft) -> int:
    return asset_requests.save(session, actor, draft, today=business_day())


FORM = Form(
    name="asset_request",
    title_new=QT_TRANSLATE_NOOP("Form", "New purchase request"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Purchase request"),
    fields=(
        FieldSpec("title", QT_TRANSLATE_NOOP("Field", "For what"), required=True, blank=""),
        FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty: your own.")),
        FieldSpec("wanted_on", QT_TRANSLATE_NOOP("Field", "Wanted by"), FieldKind.DAY),
        FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Reason"), width=3, blank=""),
    ),
    empty=lambda _today: AssetRequestDraft(),
    get=asset_requests.get,
    save=_save,
    columns=3,
)  # fmt: skip


class RequestDialog(RecordWithLinesDialog):
    """Fields above, lines below."""

    def extras(self) -> QWidget:
        box = self.lines_box(LINES, RequestLineDraft, 190)
        self.lines.hide_totals()
        self.resize(980, 560)
        return box

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Any, session: Session) -> Loaded:
        """The form with the classes of the lines."""
        found = RecordDialog.load(form, actor, record_id, start, session)
        return LoadedRequest(found.draft, found.choices, found.kept, asset_classes.choices(session, actor))

    def _loaded(self, loaded: Loaded) -> None:
        if isinstance(loaded, LoadedRequest):
            self.lines.offer("class_id", loaded.classes)
        super()._loaded(loaded)
