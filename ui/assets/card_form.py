"""The forms of an asset card: a new one with where it goes, a known one without."""

from __future__ import annotations

from services import asset_classes, departments, employees, fixed_assets, places
from services.calendars import business_day
from services.fixed_assets import AssetDraft
from services.terms import Method
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form

_BY_CLASS = QT_TRANSLATE_NOOP("Field", "Empty: as its class says.")
# fmt: off
_WHAT = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, blank=""),
    FieldSpec("class_id", QT_TRANSLATE_NOOP("Field", "Class"), FieldKind.COMBO, required=True, choices=asset_classes.choices),
    FieldSpec("specification", QT_TRANSLATE_NOOP("Field", "Specification"), blank=""),
    FieldSpec("unit", QT_TRANSLATE_NOOP("Field", "Unit"), blank="", hint=_BY_CLASS),
)
_SERIAL = FieldSpec("serial_number", QT_TRANSLATE_NOOP("Field", "Serial number"), blank="")
_SERIALS = FieldSpec("serial_number", QT_TRANSLATE_NOOP("Field", "Serial number"), blank="", hint=QT_TRANSLATE_NOOP("Field", "Several cards: one number each, with spaces between."))
_COUNT = FieldSpec("count", QT_TRANSLATE_NOOP("Field", "How many cards"), FieldKind.NUMBER, required=True, blank=1, hint=QT_TRANSLATE_NOOP("Field", "Each gets its own number."))
_QUANTITY = FieldSpec("quantity", QT_TRANSLATE_NOOP("Field", "Quantity on the card"), FieldKind.NUMBER, hint=QT_TRANSLATE_NOOP("Field", "More than one for a lot: 20 chairs."))
_VALUES = (
    FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Original cost"), FieldKind.MONEY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Of one card, without deductible VAT.")),
    FieldSpec("residual", QT_TRANSLATE_NOOP("Field", "Residual value"), FieldKind.MONEY, hint=_BY_CLASS),
    FieldSpec("months", QT_TRANSLATE_NOOP("Field", "Life in months"), FieldKind.NUMBER, hint=_BY_CLASS),
    FieldSpec("method", QT_TRANSLATE_NOOP("Field", "Depreciation"), FieldKind.CHOICE, members=Method, hint=_BY_CLASS),
    FieldSpec("bought_on", QT_TRANSLATE_NOOP("Field", "Bought on"), FieldKind.DAY, required=True),
    FieldSpec("start_on", QT_TRANSLATE_NOOP("Field", "In use since"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Depreciation begins the month after.")),
    FieldSpec("warranty_until", QT_TRANSLATE_NOOP("Field", "Warranty until"), FieldKind.DAY),
    FieldSpec("units_total", QT_TRANSLATE_NOOP("Field", "Units in its life"), FieldKind.QUANTITY, hint=QT_TRANSLATE_NOOP("Field", "Kilometres or hours, for “units of use”.")),
)
_START = FieldSpec("start_on", QT_TRANSLATE_NOOP("Field", "In use since"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty: the day it was bought when somebody has it, else when it is issued."))
_NEW_VALUES = tuple(_START if spec.name == "start_on" else spec for spec in _VALUES)
_FROM = (
    FieldSpec("supplier", QT_TRANSLATE_NOOP("Field", "Supplier"), blank=""),
    FieldSpec("invoice_number", QT_TRANSLATE_NOOP("Field", "Invoice number"), blank=""),
    FieldSpec("claim_number", QT_TRANSLATE_NOOP("Field", "Claim"), blank=""),
    FieldSpec("one_off", QT_TRANSLATE_NOOP("Field", "Deducted at once for tax"), FieldKind.CHECK),
)
_WHERE = (
    FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices),
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Used by"), FieldKind.COMBO, choices=employees.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty: it is stored, to be issued later.")),
    FieldSpec("place_id", QT_TRANSLATE_NOOP("Field", "Place"), FieldKind.COMBO, choices=places.choices),
)
_OPENING = (
    FieldSpec("opening_months", QT_TRANSLATE_NOOP("Field", "Months charged before"), FieldKind.NUMBER),
    FieldSpec("opening_accumulated", QT_TRANSLATE_NOOP("Field", "Charged before"), FieldKind.MONEY, hint=QT_TRANSLATE_NOOP("Field", "Before this register began.")),
)
_NOTE = FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank="")
# fmt: on

NEW = Form(
    name="fixed_asset",
    title_new=QT_TRANSLATE_NOOP("Form", "New asset"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Asset card"),
    fields=(*_WHAT, _SERIALS, _COUNT, _QUANTITY, _NOTE, *_NEW_VALUES, *_FROM, *_WHERE),
    empty=lambda today: AssetDraft(bought_on=today),
    get=fixed_assets.get,
    save=lambda session, actor, draft: fixed_assets.save(session, actor, draft, today=business_day()),
    columns=4,
)
KNOWN = Form(
    name="fixed_asset",
    title_new=QT_TRANSLATE_NOOP("Form", "New asset"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Asset card"),
    fields=(*_WHAT, _SERIAL, _QUANTITY, *_OPENING, *_VALUES, *_FROM, _NOTE),
    empty=lambda today: AssetDraft(bought_on=today),
    get=fixed_assets.get,
    save=lambda session, actor, draft: fixed_assets.save(session, actor, draft, today=business_day()),
    columns=4,
)
