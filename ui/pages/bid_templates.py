"""Checklist templates 清单模板: what a bid of a method usually needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import audit, bid_templates
from services.bid_templates import TemplateDraft, TemplateItem
from services.permissions import Permission
from services.terms import BidItemKind, BidMethod
from ui.errors import sentence
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import Chosen, FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

translate = QCoreApplication.translate

FORM = Form(
    name="bid_template",
    title_new=QT_TRANSLATE_NOOP("Form", "New template"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Template"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True),
        FieldSpec("method", QT_TRANSLATE_NOOP("Field", "Way of tendering"), FieldKind.CHOICE, members=BidMethod, hint=QT_TRANSLATE_NOOP("Field", "Empty: for every method.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: TemplateDraft(),
    get=bid_templates.get,
    save=bid_templates.save,
    columns=3,
)  # fmt: skip
ITEMS = (
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, width=150, members=BidItemKind),
    FieldSpec("title", QT_TRANSLATE_NOOP("Field", "What is needed"), width=0, blank=""),
    FieldSpec("kind_id", QT_TRANSLATE_NOOP("Field", "Kind of certificate"), FieldKind.COMBO, width=230, choices=bid_templates.kind_choices),
    FieldSpec("needed", QT_TRANSLATE_NOOP("Field", "Must"), FieldKind.CHECK, width=72),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TemplateLoaded(Loaded):
    """The items also name kinds of certificates."""

    kinds: Sequence[Chosen]


class TemplateDialog(RecordDialog):
    """The fields, and below them what is asked for."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.body.finished.disconnect()
        self.body.finished.connect(self.items.begin)
        self.items.left.connect(self.save_button.setFocus)
        self.resize(900, 600)

    def extras(self) -> QWidget:
        self.items = LineTable("items", ITEMS, TemplateItem, self.desk.today, self)
        self.items.hide_totals()
        self.items.edited.connect(self.touch)
        return self.items

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Any, session: Session) -> TemplateLoaded:
        found = RecordDialog.load(form, actor, record_id, start, session)
        return TemplateLoaded(
            found.draft, found.choices, found.kept, bid_templates.kind_choices(session, actor)
        )

    def _loaded(self, loaded: Loaded) -> None:
        assert isinstance(loaded, TemplateLoaded)
        self.items.offer("kind_id", loaded.kinds)
        super()._loaded(loaded)
        self.items.set_locked(self.locked)

    def fill(self, draft: TemplateDraft) -> None:
        super().fill(draft)
        self.items.fill(draft.items)

    def gather(self) -> TemplateDraft | None:
        draft: TemplateDraft | None = super().gather()
        rows = self.items.drafts()
        if rows is None:
            self.notice.say(self.items.complaint())
        return None if draft is None or rows is None else replace(draft, items=rows)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"items": self.items.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore(kept)
        self.items.restore(kept.get("items", []))

    def place(self, refused: Refused) -> bool:
        part, _, cell = (refused.field or "").partition(".")
        if part == "items":
            self.items.say(cell, sentence(refused))
            self.notice.say(sentence(refused))
            return True
        return super().place(refused)


class BidTemplatesPage(RegisterPage):
    """What the lists of bids begin with."""

    name = "bid_templates"
    title = QT_TRANSLATE_NOOP("Page", "Checklist templates")
    about = QT_TRANSLATE_NOOP("Page", "What the document of a bid usually needs, by method.")
    register = bid_templates.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New template")
    edit = (Permission.BID_EDIT,)
    remove_record = staticmethod(bid_templates.remove)

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> Any:  # noqa: ARG004 - every page's
        draft = bid_templates.get(session, actor, record_id)
        kinds = {one.id: one.label for one in bid_templates.kind_choices(session, actor)}
        return draft, kinds, audit.history(session, actor, kind, record_id)

    def show_detail(self, record_id: int, found: Any) -> None:  # noqa: ARG002 - it stands in what was found
        """What it asks for, kind by kind."""
        draft, kinds, acts = found
        method = label(draft.method) if draft.method else translate("Bid", "For every way of tendering")
        self.pane.headline("", draft.name, method)
        for kind in BidItemKind:
            asked = [one for one in draft.items if one.kind is kind]
            if asked:
                self.pane.section(f"{label(kind)} · {len(asked)}")
            for one in asked:
                must = translate("Field", "Must") if one.needed else formats.NOTHING
                self.pane.row(one.title or kinds.get(one.kind_id, ""), must)
        self.show_history(acts)

    def open_form(self, record_id: int | None) -> TemplateDialog:
        locked = not self.desk.can(*self.edit)
        dialog = TemplateDialog(self.desk, FORM, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog
