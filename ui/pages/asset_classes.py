"""Asset classes 资产类别: what a new card begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import asset_classes, audit
from services.permissions import Permission
from services.terms import Method, TaxClass
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate

FORM = Form(
    name="asset_class",
    title_new=QT_TRANSLATE_NOOP("Form", "New asset class"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Asset class"),
    fields=(
        FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Code"), required=True, blank="", hint=QT_TRANSLATE_NOOP("Field", "Begins the numbers of its cards: DZ-2026-0001.")),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, blank=""),
        FieldSpec("parent_id", QT_TRANSLATE_NOOP("Field", "Class above"), FieldKind.COMBO, choices=asset_classes.choices),
        FieldSpec("unit", QT_TRANSLATE_NOOP("Field", "Unit"), required=True, blank=""),
        FieldSpec("months", QT_TRANSLATE_NOOP("Field", "Life in months"), FieldKind.NUMBER, required=True),
        FieldSpec("residual_percent", QT_TRANSLATE_NOOP("Field", "Residual value, %"), FieldKind.QUANTITY, required=True),
        FieldSpec("method", QT_TRANSLATE_NOOP("Field", "Depreciation"), FieldKind.CHOICE, required=True, members=Method),
        FieldSpec("tax_class", QT_TRANSLATE_NOOP("Field", "Class of the tax law"), FieldKind.CHOICE, required=True, members=TaxClass, hint=QT_TRANSLATE_NOOP("Field", "Says the least life for tax.")),
        FieldSpec("account_code", QT_TRANSLATE_NOOP("Field", "Account"), blank=""),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: asset_classes.AssetClassDraft(),
    get=asset_classes.get,
    save=asset_classes.save,
)  # fmt: skip


class AssetClassesPage(RegisterPage):
    """The tree of what the company owns."""

    name = "asset_classes"
    title = QT_TRANSLATE_NOOP("Page", "Asset classes")
    about = QT_TRANSLATE_NOOP(
        "Page", "Lives, residual values and number codes that new asset cards begin with."
    )
    register = asset_classes.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New class")
    edit = (Permission.ASSET_EDIT,)
    remove_record = staticmethod(asset_classes.remove)

    _residual = ""

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> Any:  # noqa: ARG004 - every page's
        percent = asset_classes.get(session, actor, record_id).residual_percent
        return percent, audit.history(session, actor, kind, record_id)

    def show_detail(self, record_id: int, found: Any) -> None:
        percent, acts = found
        self._residual = f"{percent:f}"
        super().show_detail(record_id, acts)

    def show_history(self, acts: Sequence[Any]) -> None:
        """Below the columns, what a card of it keeps at the end."""
        self.pane.row(translate("Field", "Residual value, %"), self._residual)
        super().show_history(acts)
