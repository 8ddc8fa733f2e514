"""Recruiting events 招聘活动: campus talks, fairs and postings that candidates come from."""

from __future__ import annotations

from services import recruiting_events
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="recruiting_event",
    title_new=QT_TRANSLATE_NOOP("Form", "New recruiting event"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Recruiting event"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, width=2),
        FieldSpec("held_on", QT_TRANSLATE_NOOP("Field", "Held on"), FieldKind.DAY, required=True),
        FieldSpec("source", QT_TRANSLATE_NOOP("Field", "Came from"), hint=QT_TRANSLATE_NOOP("Field", "Campus talk, fair, website, recommendation …")),
        FieldSpec("place", QT_TRANSLATE_NOOP("Field", "Place")),
        FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Cost"), FieldKind.MONEY),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=2),
    ),
    empty=lambda today: recruiting_events.EventDraft(held_on=today),
    get=recruiting_events.get,
    save=recruiting_events.save,
)  # fmt: skip


class RecruitingEventsPage(RegisterPage):
    """Where candidates come from, and what it cost."""

    name = "recruiting_events"
    title = QT_TRANSLATE_NOOP("Page", "Recruiting events")
    about = QT_TRANSLATE_NOOP(
        "Page", "Campus talks, fairs and postings that candidates come from, and what they cost."
    )
    register = recruiting_events.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New event")
    edit = (Permission.PERSONNEL_EDIT,)
    remove_record = staticmethod(recruiting_events.remove)
