"""Pay components 薪资项目: what pay is made of, as data; the columns of the payroll sheet."""

from __future__ import annotations

from services import pay_components
from services.permissions import Permission
from services.terms import ComponentEffect, ComponentKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage

FORM = Form(
    name="pay_component",
    title_new=QT_TRANSLATE_NOOP("Form", "New pay component"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Pay component"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, hint=QT_TRANSLATE_NOOP("Field", "The heading of its column; formulas may use it.")),
        FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Code"), required=True, hint=QT_TRANSLATE_NOOP("Field", "Small letters, figures and _; formulas may use it, too.")),
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, members=ComponentKind),
        FieldSpec("effect", QT_TRANSLATE_NOOP("Field", "Effect"), FieldKind.CHOICE, required=True, members=ComponentEffect),
        FieldSpec("formula", QT_TRANSLATE_NOOP("Field", "Formula"), FieldKind.LONG_TEXT, width=2, hint=QT_TRANSLATE_NOOP("Field", "Names of components, 应出勤天数, 实出勤天数, 缺勤天数, 病假天数, 工作日加班, 休息日加班, 节假日加班, 标准; numbers, + − × ÷, min, max, round. Kinds that are fixed or one-off have none.")),
        FieldSpec("position", QT_TRANSLATE_NOOP("Field", "Order"), FieldKind.NUMBER, blank=0, hint=QT_TRANSLATE_NOOP("Field", "0 puts it at the end.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
        FieldSpec("taxable", QT_TRANSLATE_NOOP("Field", "Taxable"), FieldKind.CHECK),
        FieldSpec("in_base", QT_TRANSLATE_NOOP("Field", "Counts for the insurance base"), FieldKind.CHECK),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=2),
    ),
    empty=lambda _today: pay_components.PayComponentDraft(),
    get=pay_components.get,
    save=pay_components.save,
)  # fmt: skip


class PayComponentsPage(RegisterPage):
    """The components in the order of the sheet."""

    name = "pay_components"
    title = QT_TRANSLATE_NOOP("Page", "Pay components")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "What pay is made of, in the order of the payroll sheet; a draft follows when it is reckoned again.",
    )
    register = pay_components.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New component")
    edit = (Permission.PAYROLL_EDIT,)
    remove_record = staticmethod(pay_components.remove)
