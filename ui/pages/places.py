"""Places 存放地点: where things stand."""

from __future__ import annotations

from services import places
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="place",
    title_new=QT_TRANSLATE_NOOP("Form", "New place"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Place"),
    fields=(
        FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Code"), required=True, blank=""),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, blank=""),
        FieldSpec("parent_id", QT_TRANSLATE_NOOP("Field", "Part of"), FieldKind.COMBO, width=2, choices=places.choices, hint=QT_TRANSLATE_NOOP("Field", "The building of a floor, the floor of a room.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: places.PlaceDraft(),
    get=places.get,
    save=places.save,
)  # fmt: skip


class PlacesPage(RegisterPage):
    """Buildings, floors, rooms, sites."""

    name = "places"
    title = QT_TRANSLATE_NOOP("Page", "Places")
    about = QT_TRANSLATE_NOOP(
        "Page", "Buildings, floors, rooms and sites where assets and supplies are kept."
    )
    register = places.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New place")
    figure = "path"
    edit = (Permission.ASSET_EDIT,)
    remove_record = staticmethod(places.remove)
