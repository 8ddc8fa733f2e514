"""Funding sources 经费来源: outside bodies and their funds that papers are paid from in the end."""

from __future__ import annotations

from services import funding_sources
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="funding_source",
    title_new=QT_TRANSLATE_NOOP("Form", "New funding source"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Funding source"),
    fields=(
        FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Code"), required=True),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True),
        FieldSpec("body", QT_TRANSLATE_NOOP("Field", "Outside body"), required=True, width=2, hint=QT_TRANSLATE_NOOP("Field", "Who pays, and whom packets are lodged with.")),
        FieldSpec("contact", QT_TRANSLATE_NOOP("Field", "Contact"), blank=""),
        FieldSpec("phone", QT_TRANSLATE_NOOP("Field", "Phone"), blank=""),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: funding_sources.FundingSourceDraft(),
    get=funding_sources.get,
    save=funding_sources.save,
)  # fmt: skip


class FundingSourcesPage(RegisterPage):
    """Whose money papers are."""

    name = "funding_sources"
    title = QT_TRANSLATE_NOOP("Page", "Funding sources")
    about = QT_TRANSLATE_NOOP(
        "Page", "Whose money papers are in the end: the funds of universities and partners."
    )
    register = funding_sources.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New funding source")
    edit = (Permission.PACKET_EDIT,)
    remove_record = staticmethod(funding_sources.remove)
