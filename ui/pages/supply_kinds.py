"""Kinds of supplies 物资类别: what articles are grouped by."""

from __future__ import annotations

from services import supply_kinds
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="supply_kind",
    title_new=QT_TRANSLATE_NOOP("Form", "New kind of supplies"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Kind of supplies"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, blank=""),
        FieldSpec("prefix", QT_TRANSLATE_NOOP("Field", "Codes begin with"), required=True, blank="", hint=QT_TRANSLATE_NOOP("Field", "One to six letters: BG makes BG-0001.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: supply_kinds.SupplyKindDraft(),
    get=supply_kinds.get,
    save=supply_kinds.save,
)  # fmt: skip


class SupplyKindsPage(RegisterPage):
    """What articles are grouped by."""

    name = "supply_kinds"
    title = QT_TRANSLATE_NOOP("Page", "Kinds of supplies")
    about = QT_TRANSLATE_NOOP(
        "Page", "What articles are grouped by in lists and costs, and the letters of their codes."
    )
    register = supply_kinds.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New kind")
    edit = (Permission.SUPPLY_EDIT,)
    remove_record = staticmethod(supply_kinds.remove)
