"""Approval rules 审批规则: who decides at which level, on which papers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from services import approval_rules, departments, projects
from services.permissions import Permission
from services.terms import ApproverKind, DecidedKind
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

translate = QCoreApplication.translate

FORM = Form(
    name="approval_rule",
    title_new=QT_TRANSLATE_NOOP("Form", "New approval rule"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Approval rule"),
    fields=(
        FieldSpec("label", QT_TRANSLATE_NOOP("Field", "Name of the level"), required=True),
        FieldSpec("level", QT_TRANSLATE_NOOP("Field", "Level"), FieldKind.NUMBER, required=True, blank=0, hint=QT_TRANSLATE_NOOP("Field", "1 decides first.")),
        FieldSpec("paper_kind", QT_TRANSLATE_NOOP("Field", "Kind of paper"), FieldKind.CHOICE, members=approval_rules.DECIDED_KINDS, blank="", hint=QT_TRANSLATE_NOOP("Field", "A dash means every kind.")),
        FieldSpec("amount_from", QT_TRANSLATE_NOOP("Field", "From this amount on"), FieldKind.MONEY, blank=Decimal(0)),
        FieldSpec("approver", QT_TRANSLATE_NOOP("Field", "Who decides"), FieldKind.CHOICE, required=True, members=ApproverKind),
        FieldSpec("user_id", QT_TRANSLATE_NOOP("Field", "User"), FieldKind.COMBO, choices=approval_rules.user_choices, hint=QT_TRANSLATE_NOOP("Field", "Only for “A certain user”.")),
        FieldSpec("role", QT_TRANSLATE_NOOP("Field", "Role"), FieldKind.CHOICE, members=approval_rules.DECIDING_ROLES, hint=QT_TRANSLATE_NOOP("Field", "Only for “Anyone with a role”.")),
        FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty means every department.")),
        FieldSpec("project_id", QT_TRANSLATE_NOOP("Field", "Project"), FieldKind.COMBO, choices=projects.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty means every project.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: approval_rules.ApprovalRuleDraft(),
    get=approval_rules.get,
    save=approval_rules.save,
)  # fmt: skip


def _papers(row: RowValues, _today: date) -> tuple[str, str | None]:
    kind = row["paper_kind"]
    return label(kind) if isinstance(kind, DecidedKind) else translate("Register", "All"), None


class ApprovalRulesPage(RegisterPage):
    """Who must agree."""

    name = "approval_rules"
    title = QT_TRANSLATE_NOOP("Page", "Approval rules")
    about = QT_TRANSLATE_NOOP("Page", "Who decides at which level, on which papers, from which amount on.")
    register = approval_rules.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New rule")
    figure = "label"
    cells = {"paper_kind": _papers}  # noqa: RUF012 - as every page's table
    edit = (Permission.COMPANY_EDIT,)
    remove_record = staticmethod(approval_rules.remove)
