"""The form of a tender notice: while a title is typed, those that may be the same one are named below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit

from services import bid_leads, departments
from services.bid_leads import LeadDraft, LikeLead
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor

ASK_MS = 300
FORM = Form(
    name="bid_lead",
    title_new=QT_TRANSLATE_NOOP("Form", "New tender notice"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Tender notice"),
    fields=(
        FieldSpec("title", QT_TRANSLATE_NOOP("Field", "Title of the notice"), required=True, width=3, blank=""),
        FieldSpec("owner", QT_TRANSLATE_NOOP("Field", "Tendering party"), width=2, blank=""),
        FieldSpec("province", QT_TRANSLATE_NOOP("Field", "Province"), required=True, blank=""),
        FieldSpec("source", QT_TRANSLATE_NOOP("Field", "Found at"), blank=""),
        FieldSpec("tender_number", QT_TRANSLATE_NOOP("Field", "Tender number"), blank=""),
        FieldSpec("budget", QT_TRANSLATE_NOOP("Field", "Budget"), FieldKind.MONEY),
        FieldSpec("published_on", QT_TRANSLATE_NOOP("Field", "Published on"), FieldKind.DAY),
        FieldSpec("register_until", QT_TRANSLATE_NOOP("Field", "Register until"), FieldKind.DAY),
        FieldSpec("deadline_on", QT_TRANSLATE_NOOP("Field", "Bids until"), FieldKind.DAY),
        FieldSpec("found_on", QT_TRANSLATE_NOOP("Field", "Found on"), FieldKind.DAY, required=True),
        FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, width=2, choices=departments.choices),
        FieldSpec("link", QT_TRANSLATE_NOOP("Field", "Link"), width=3, blank=""),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), FieldKind.LONG_TEXT, width=3, blank=""),
    ),
    empty=lambda today: LeadDraft(found_on=today),
    get=bid_leads.get,
    save=bid_leads.save,
    columns=3,
)  # fmt: skip

translate = QCoreApplication.translate


class LeadDialog(RecordDialog):
    """Ctrl+S saves; a hint about a notice that may be the same keeps nobody from it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.resize(880, 560)  # Qt itself would keep to two thirds of a screen
        self._asked: tuple[str, str] = ("", "")
        self._asker = QTimer(self, singleShot=True, interval=ASK_MS)
        self._asker.timeout.connect(self.ask_alike)
        self.loaded.connect(self.ask_alike)
        self.desk.tasks.read(self, partial(_provinces, self.desk.actor), self._offer_provinces)

    def touch(self) -> None:
        super().touch()
        self._asker.start()

    def ask_alike(self) -> None:
        """Look for notices like what is typed, when that is not what was looked for last."""
        title, owner = (str(self.body.boxes[name].editor.value() or "") for name in ("title", "owner"))
        if (title, owner) != self._asked:
            self._asked = title, owner
            work = partial(_alike, self.desk.actor, title, owner, self.record_id)
            self.desk.tasks.read(self, work, partial(self._show_alike, self._asked))

    def _show_alike(self, asked: tuple[str, str], found: list[LikeLead]) -> None:
        if asked == self._asked:
            told = [alike_words(one, self.desk.today()) for one in found[:1]]
            if len(found) > 1:
                told.append(translate("Lead", "{count} more are like it.").format(count=len(found) - 1))
            self.body.boxes["title"].doubt(" ".join(told))

    def _offer_provinces(self, names: list[str]) -> None:
        field = self.body.boxes["province"].widget
        assert isinstance(field, QLineEdit), "a text field"
        completer = QCompleter(names, field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _text: self.touch())
        field.setCompleter(completer)


def alike_words(one: LikeLead, today: date) -> str:
    """A notice that may be the same one, in a sentence."""
    told = translate("Lead", "Perhaps the same as “{title}” ({facts}).")
    facts = (
        one.owner,
        translate("Lead", "found {day}").format(day=formats.day(one.found_on, today)),
        label(one.state),
    )
    return told.format(title=one.title, facts=" · ".join(filter(None, facts)))


def _provinces(actor: Actor, session: Session) -> list[str]:
    return bid_leads.provinces(session, actor)


def _alike(actor: Actor, title: str, owner: str, own_id: int | None, session: Session) -> list[LikeLead]:
    return bid_leads.alike(session, actor, title, owner, own_id)
