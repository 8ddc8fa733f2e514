"""The fields and lists of a personnel file, by the tab they stand on."""

from __future__ import annotations

from services import departments, personal_files
from services.identity_checks import doubts
from services.personal_drafts import PersonalFileDraft
from services.terms import (
    ContractAct,
    ContractKind,
    DeductionItem,
    Education,
    EmploymentKind,
    HouseholdKind,
    IdentityKind,
    PersonalStatus,
    Sex,
)
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form

IDENTITY = (
    FieldSpec("identity_kind", QT_TRANSLATE_NOOP("Field", "Kind of identity card"), FieldKind.CHOICE, required=True, members=IdentityKind),
    FieldSpec("identity_number", QT_TRANSLATE_NOOP("Field", "Identity number"), hint=QT_TRANSLATE_NOOP("Field", "Sex and birthday follow from the number of an ID card.")),
    FieldSpec("sex", QT_TRANSLATE_NOOP("Field", "Sex"), FieldKind.CHOICE, members=Sex),
    FieldSpec("born_on", QT_TRANSLATE_NOOP("Field", "Born on"), FieldKind.DAY),
    FieldSpec("nationality", QT_TRANSLATE_NOOP("Field", "Nationality"), blank=""),
    FieldSpec("household_kind", QT_TRANSLATE_NOOP("Field", "Registration"), FieldKind.CHOICE, members=HouseholdKind),
    FieldSpec("personal_status", QT_TRANSLATE_NOOP("Field", "Personal status"), FieldKind.CHOICE, members=PersonalStatus),
    FieldSpec("household_address", QT_TRANSLATE_NOOP("Field", "Registered at"), width=2, blank=""),
    FieldSpec("home_address", QT_TRANSLATE_NOOP("Field", "Lives at"), width=3, blank=""),
    FieldSpec("email", QT_TRANSLATE_NOOP("Field", "E-mail"), blank=""),
    FieldSpec("emergency_name", QT_TRANSLATE_NOOP("Field", "In an emergency"), blank=""),
    FieldSpec("emergency_phone", QT_TRANSLATE_NOOP("Field", "Their phone"), blank=""),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=3, blank=""),
)  # fmt: skip
POST = (
    FieldSpec("employment_kind", QT_TRANSLATE_NOOP("Field", "Kind of employment"), FieldKind.CHOICE, required=True, members=EmploymentKind),
    FieldSpec("started_work_on", QT_TRANSLATE_NOOP("Field", "First job began on"), FieldKind.DAY),
    FieldSpec("probation_until", QT_TRANSLATE_NOOP("Field", "Probation until"), FieldKind.DAY),
    FieldSpec("confirmed_on", QT_TRANSLATE_NOOP("Field", "Confirmed on"), FieldKind.DAY),
)  # fmt: skip
EDUCATION = (
    FieldSpec("education", QT_TRANSLATE_NOOP("Field", "Education"), FieldKind.CHOICE, members=Education),
    FieldSpec("school", QT_TRANSLATE_NOOP("Field", "School"), blank=""),
    FieldSpec("major", QT_TRANSLATE_NOOP("Field", "Subject"), blank=""),
    FieldSpec("graduated_on", QT_TRANSLATE_NOOP("Field", "Graduated on"), FieldKind.DAY),
    FieldSpec("file_place", QT_TRANSLATE_NOOP("Field", "Personnel file kept at"), width=2, blank=""),
)  # fmt: skip
FORM = Form(
    name="personal_file",
    title_new=QT_TRANSLATE_NOOP("Form", "Personnel file"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Personnel file"),
    fields=(*IDENTITY, *POST, *EDUCATION),
    empty=lambda _today: PersonalFileDraft(0),
    get=personal_files.get,
    save=lambda *_never: 0,  # the dialog adds the day
    doubts=doubts,
    columns=3,
    who=personal_files.last_by,
)
POSTS = (
    FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, width=110),
    FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, width=150, choices=departments.choices),
    FieldSpec("post", QT_TRANSLATE_NOOP("Field", "Post"), width=180),
    FieldSpec("grade", QT_TRANSLATE_NOOP("Field", "Grade"), FieldKind.NUMBER, width=70),
    FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Reason"), width=0),
)  # fmt: skip
CONTRACTS = (
    FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Number"), width=120),
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, width=130, members=ContractKind),
    FieldSpec("act", QT_TRANSLATE_NOOP("Field", "Signed as"), FieldKind.CHOICE, width=96, members=ContractAct),
    FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, width=100),
    FieldSpec("to_on", QT_TRANSLATE_NOOP("Field", "To"), FieldKind.DAY, width=100),
    FieldSpec("signed_on", QT_TRANSLATE_NOOP("Field", "Signed on"), FieldKind.DAY, width=100),
    FieldSpec("probation_until", QT_TRANSLATE_NOOP("Field", "Probation until"), FieldKind.DAY, width=110),
    FieldSpec("ended_on", QT_TRANSLATE_NOOP("Field", "Last day"), FieldKind.DAY, width=100),
    FieldSpec("end_reason", QT_TRANSLATE_NOOP("Field", "Reason of the end"), width=0),
)  # fmt: skip
CARDS = (
    FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, width=110),
    FieldSpec("bank_name", QT_TRANSLATE_NOOP("Field", "Bank"), width=260),
    FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Card number"), width=220),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=0),
)  # fmt: skip
DEPENDANTS = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), width=120),
    FieldSpec("relation", QT_TRANSLATE_NOOP("Field", "Relation"), width=110),
    FieldSpec("identity_number", QT_TRANSLATE_NOOP("Field", "Identity number"), width=0),
    FieldSpec("born_on", QT_TRANSLATE_NOOP("Field", "Born on"), FieldKind.DAY, width=110),
)  # fmt: skip
DEDUCTIONS = (
    FieldSpec("item", QT_TRANSLATE_NOOP("Field", "Deduction"), FieldKind.CHOICE, width=180, members=DeductionItem),
    FieldSpec("dependant", QT_TRANSLATE_NOOP("Field", "For whom"), width=110),
    FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "A month"), FieldKind.MONEY, width=110),
    FieldSpec("from_month", QT_TRANSLATE_NOOP("Field", "From month"), FieldKind.DAY, width=110),
    FieldSpec("to_month", QT_TRANSLATE_NOOP("Field", "To month"), FieldKind.DAY, width=110),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=0),
)  # fmt: skip
TAX_YEARS = (
    FieldSpec("year", QT_TRANSLATE_NOOP("Field", "Year"), FieldKind.NUMBER, width=56),
    FieldSpec("first_wage", QT_TRANSLATE_NOOP("Field", "First wage"), FieldKind.CHECK, width=104),
    FieldSpec("prior_income", QT_TRANSLATE_NOOP("Field", "Wages last year"), FieldKind.MONEY, width=112),
    FieldSpec("prior_twelve_months", QT_TRANSLATE_NOOP("Field", "12 months"), FieldKind.CHECK, width=84),
    FieldSpec("deduct_basic", QT_TRANSLATE_NOOP("Field", "Deduct basic"), FieldKind.CHECK, width=96),
    FieldSpec("opened_through", QT_TRANSLATE_NOOP("Field", "Opening to"), FieldKind.DAY, width=88),
    FieldSpec("opening_income", QT_TRANSLATE_NOOP("Field", "Income"), FieldKind.MONEY, width=88),
    FieldSpec("opening_exempt", QT_TRANSLATE_NOOP("Field", "Exempt"), FieldKind.MONEY, width=70),
    FieldSpec("opening_basic", QT_TRANSLATE_NOOP("Field", "Basic"), FieldKind.MONEY, width=72),
    FieldSpec("opening_special", QT_TRANSLATE_NOOP("Field", "Special"), FieldKind.MONEY, width=78),
    FieldSpec("opening_additional", QT_TRANSLATE_NOOP("Field", "Additional"), FieldKind.MONEY, width=84),
    FieldSpec("opening_other", QT_TRANSLATE_NOOP("Field", "Other"), FieldKind.MONEY, width=66),
    FieldSpec("opening_withheld", QT_TRANSLATE_NOOP("Field", "Withheld"), FieldKind.MONEY, width=80),
    FieldSpec("opening_bonus", QT_TRANSLATE_NOOP("Field", "Bonus"), FieldKind.MONEY, width=72),
)  # fmt: skip
OPENING_ITEMS = (
    FieldSpec("year", QT_TRANSLATE_NOOP("Field", "Year"), FieldKind.NUMBER, width=80),
    FieldSpec("item", QT_TRANSLATE_NOOP("Field", "Deduction"), FieldKind.CHOICE, width=220, members=DeductionItem),
    FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Cumulative"), FieldKind.MONEY, width=140),
)  # fmt: skip
HEALTH = (
    FieldSpec("checked_on", QT_TRANSLATE_NOOP("Field", "Checked on"), FieldKind.DAY, width=110),
    FieldSpec("place", QT_TRANSLATE_NOOP("Field", "Where"), width=240),
    FieldSpec("result", QT_TRANSLATE_NOOP("Field", "Result"), width=0),
    FieldSpec("next_due", QT_TRANSLATE_NOOP("Field", "Next due"), FieldKind.DAY, width=110),
)  # fmt: skip
