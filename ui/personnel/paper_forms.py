"""The fields of personnel papers, a form for every kind."""

from __future__ import annotations

from datetime import date

from services import departments, employees, personnel_checks, personnel_papers, personnel_standing
from services.personnel_drafts import PersonnelDraft
from services.personnel_terms import Ending
from services.terms import EmploymentKind, IdentityKind, PersonnelKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form

GRADE = FieldSpec("grade", QT_TRANSLATE_NOOP("Field", "Grade"), FieldKind.NUMBER, required=True)
EMPLOYEE = FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Employee"), FieldKind.COMBO, required=True, width=2, choices=employees.choices)  # fmt: skip
REASON = FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Reason"), width=4)
JOIN = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Full name"), required=True),
    FieldSpec("identity_kind", QT_TRANSLATE_NOOP("Field", "Identity document"), FieldKind.CHOICE, required=True, members=IdentityKind),
    FieldSpec("identity_number", QT_TRANSLATE_NOOP("Field", "Identity number"), required=True, width=2),
    FieldSpec("phone", QT_TRANSLATE_NOOP("Field", "Phone")),
    FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, required=True, choices=departments.choices),
    FieldSpec("post", QT_TRANSLATE_NOOP("Field", "Post")),
    GRADE,
    FieldSpec("employment_kind", QT_TRANSLATE_NOOP("Field", "Kind of employment"), FieldKind.CHOICE, required=True, members=EmploymentKind),
    FieldSpec("effective_on", QT_TRANSLATE_NOOP("Field", "Hired on"), FieldKind.DAY, required=True),
    FieldSpec("contract_until", QT_TRANSLATE_NOOP("Field", "Contract until"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty: without end.")),
    FieldSpec("probation_until", QT_TRANSLATE_NOOP("Field", "Probation until"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty without probation.")),
    FieldSpec("bank_name", QT_TRANSLATE_NOOP("Field", "Bank"), width=2),
    FieldSpec("bank_number", QT_TRANSLATE_NOOP("Field", "Card for the pay"), width=2),
    REASON,
)  # fmt: skip
CONFIRM = (
    EMPLOYEE,
    FieldSpec("effective_on", QT_TRANSLATE_NOOP("Field", "Confirmed on"), FieldKind.DAY, required=True, width=2),
    REASON,
)  # fmt: skip
TRANSFER = (
    EMPLOYEE,
    FieldSpec("effective_on", QT_TRANSLATE_NOOP("Field", "From the day"), FieldKind.DAY, required=True, width=2),
    FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "New department"), FieldKind.COMBO, required=True, width=2, choices=departments.choices),
    FieldSpec("post", QT_TRANSLATE_NOOP("Field", "New post")),
    GRADE,
    REASON,
)  # fmt: skip
PAY_CHANGE = (
    EMPLOYEE,
    FieldSpec("effective_on", QT_TRANSLATE_NOOP("Field", "From the day"), FieldKind.DAY, required=True, width=2),
    REASON,
)  # fmt: skip
LEAVE = (
    EMPLOYEE,
    FieldSpec("effective_on", QT_TRANSLATE_NOOP("Field", "Last day at work"), FieldKind.DAY, required=True),
    FieldSpec("notice_on", QT_TRANSLATE_NOOP("Field", "Notice given on"), FieldKind.DAY),
    FieldSpec("ending", QT_TRANSLATE_NOOP("Field", "How it ends"), FieldKind.CHOICE, required=True, width=2, members=Ending),
    FieldSpec("handover_id", QT_TRANSLATE_NOOP("Field", "Who takes over"), FieldKind.COMBO, width=2, choices=employees.choices),
    REASON,
)  # fmt: skip
PAY = (
    FieldSpec("component_id", QT_TRANSLATE_NOOP("Field", "Pay component"), FieldKind.COMBO, width=0, choices=personnel_standing.component_choices),
    FieldSpec("before", QT_TRANSLATE_NOOP("Field", "Until now"), FieldKind.MONEY, width=150),
    FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Yuan a month"), FieldKind.MONEY, width=150),
)  # fmt: skip
FIELDS = {
    PersonnelKind.JOIN: JOIN,
    PersonnelKind.CONFIRM: CONFIRM,
    PersonnelKind.TRANSFER: TRANSFER,
    PersonnelKind.PAY_CHANGE: PAY_CHANGE,
    PersonnelKind.LEAVE: LEAVE,
}
TITLES = {
    PersonnelKind.JOIN: QT_TRANSLATE_NOOP("Form", "Somebody joins"),
    PersonnelKind.CONFIRM: QT_TRANSLATE_NOOP("Form", "Confirmation after probation"),
    PersonnelKind.TRANSFER: QT_TRANSLATE_NOOP("Form", "Transfer"),
    PersonnelKind.PAY_CHANGE: QT_TRANSLATE_NOOP("Form", "Change of pay"),
    PersonnelKind.LEAVE: QT_TRANSLATE_NOOP("Form", "Somebody leaves"),
}
WITH_PAY = frozenset({PersonnelKind.JOIN, PersonnelKind.CONFIRM, PersonnelKind.PAY_CHANGE})


def form_of(kind: PersonnelKind, today: date) -> Form:
    """The form of a kind; what it saves is numbered in the year of `today`."""
    return Form(
        name="personnel_paper",
        title_new=TITLES[kind],
        title_edit=TITLES[kind],
        fields=FIELDS[kind],
        empty=lambda _today: PersonnelDraft(kind=kind),
        get=personnel_papers.get,
        save=lambda session, actor, draft: personnel_papers.save(session, actor, draft, today=today),
        doubts=personnel_checks.doubts,
        columns=4,
        kept_as=f"personnel_paper_{kind.value}",
    )
