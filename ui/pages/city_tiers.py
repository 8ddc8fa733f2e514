"""City tiers 城市级别: where a night may cost more."""

from __future__ import annotations

from services import city_tiers
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="city_tier",
    title_new=QT_TRANSLATE_NOOP("Form", "New city"),
    title_edit=QT_TRANSLATE_NOOP("Form", "City"),
    fields=(
        FieldSpec("city", QT_TRANSLATE_NOOP("Field", "City"), required=True),
        FieldSpec("tier", QT_TRANSLATE_NOOP("Field", "City tier"), FieldKind.NUMBER, required=True, blank=0, hint=QT_TRANSLATE_NOOP("Field", "1 is the dearest; cities that are not named are 3.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: city_tiers.CityTierDraft(),
    get=city_tiers.get,
    save=city_tiers.save,
)  # fmt: skip


class CityTiersPage(RegisterPage):
    """Which cities are dear."""

    name = "city_tiers"
    title = QT_TRANSLATE_NOOP("Page", "City tiers")
    about = QT_TRANSLATE_NOOP("Page", "Limits for lodging and allowances look at the tier of the city.")
    register = city_tiers.REGISTER
    form = FORM
    figure = "city"
    new_label = QT_TRANSLATE_NOOP("Action", "New city")
    edit = (Permission.POLICY_EDIT,)
    remove_record = staticmethod(city_tiers.remove)
