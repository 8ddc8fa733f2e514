"""Substitutes 请假与委托: who is away, and who decides meanwhile."""

from __future__ import annotations

from services import absences
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="absence",
    title_new=QT_TRANSLATE_NOOP("Form", "Away, and who decides meanwhile"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Absence"),
    fields=(
        FieldSpec("user_id", QT_TRANSLATE_NOOP("Field", "Who is away"), FieldKind.COMBO, required=True, choices=absences.deciders),
        FieldSpec("substitute_id", QT_TRANSLATE_NOOP("Field", "Substitute"), FieldKind.COMBO, choices=absences.deciders, hint=QT_TRANSLATE_NOOP("Field", "Without one, nothing can be sent to whoever is away.")),
        FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, required=True),
        FieldSpec("to_on", QT_TRANSLATE_NOOP("Field", "To"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "The last day away.")),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=2, blank=""),
    ),
    empty=lambda today: absences.AbsenceDraft(from_on=today, to_on=today),
    get=absences.get,
    save=absences.save,
)  # fmt: skip


class SubstitutesPage(RegisterPage):
    """Who decides for whom."""

    name = "substitutes"
    title = QT_TRANSLATE_NOOP("Page", "Substitutes")
    about = QT_TRANSLATE_NOOP(
        "Page", "Whoever is away names a substitute, who decides meanwhile; both names are printed."
    )
    register = absences.REGISTER
    form = FORM
    figure = "user"
    new_label = QT_TRANSLATE_NOOP("Action", "New absence")
    edit = (Permission.ABSENCE_EDIT, Permission.USER_EDIT)
    remove_record = staticmethod(absences.remove)
