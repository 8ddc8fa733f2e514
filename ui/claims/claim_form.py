"""The forms of papers 报销单, 借款单, 差旅费报销单, 付款申请单 as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from services import (
    claim_drafts,
    claim_states,
    departments,
    employees,
    expense_categories,
    funding_sources,
    payees,
    projects,
)
from services.claim_details import ClaimDetail, detail
from services.claim_values import ClaimDraft, LineDraft
from services.database import Session
from services.paper_kinds import LINED
from services.permissions import Actor
from services.terms import InvoicePromise, PaperKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import Chosen, FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import Loaded, RecordDialog

_PEOPLE = (
    FieldSpec("claimant_id", QT_TRANSLATE_NOOP("Field", "Claimant"), FieldKind.COMBO, required=True, choices=employees.choices),
    FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, required=True, choices=departments.choices),
)  # fmt: skip
_PROJECT = FieldSpec(
    "project_id", QT_TRANSLATE_NOOP("Field", "Project"), FieldKind.COMBO, choices=projects.choices
)
_DAY = FieldSpec("business_date", QT_TRANSLATE_NOOP("Field", "Date"), FieldKind.DAY, required=True)
_PURPOSE = FieldSpec("purpose", QT_TRANSLATE_NOOP("Field", "Purpose"), required=True, width=2)
_SOURCE = FieldSpec(
    "funding_source_id",
    QT_TRANSLATE_NOOP("Field", "Funding source"),
    FieldKind.COMBO,
    choices=funding_sources.choices,
)

CLAIM_FIELDS = (*_PEOPLE, _PROJECT, _DAY, replace(_PURPOSE, width=3), _SOURCE)
ADVANCE_FIELDS = (
    *_PEOPLE,
    _PROJECT,
    _DAY,
    FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount"), FieldKind.MONEY, required=True),
    FieldSpec("due_on", QT_TRANSLATE_NOOP("Field", "Due back on"), FieldKind.DAY, required=True),
    _PURPOSE,
)
_HANDLED_BY = replace(_PEOPLE[0], label=QT_TRANSLATE_NOOP("Field", "Handled by"))
PAYMENT_FIELDS = (
    _HANDLED_BY, _PEOPLE[1], _PROJECT, _DAY,
    FieldSpec("payee_id", QT_TRANSLATE_NOOP("Field", "Registered payee"), FieldKind.COMBO, choices=payees.choices),
    FieldSpec("payee_name", QT_TRANSLATE_NOOP("Field", "Payee's name")),
    FieldSpec("payee_bank", QT_TRANSLATE_NOOP("Field", "Payee's bank")),
    FieldSpec("payee_account", QT_TRANSLATE_NOOP("Field", "Payee's account")),
    FieldSpec("contract_number", QT_TRANSLATE_NOOP("Field", "Contract number")),
    FieldSpec("contract_amount", QT_TRANSLATE_NOOP("Field", "Contract amount"), FieldKind.MONEY),
    FieldSpec("invoice_promise", QT_TRANSLATE_NOOP("Field", "Invoice"), FieldKind.CHOICE, required=True, members=InvoicePromise),
    FieldSpec("invoice_due_on", QT_TRANSLATE_NOOP("Field", "Invoice due on"), FieldKind.DAY),
    replace(_PURPOSE, width=3),
    _SOURCE,
)  # fmt: skip
FIELDS = {
    PaperKind.CLAIM: CLAIM_FIELDS,
    PaperKind.TRAVEL: CLAIM_FIELDS,
    PaperKind.PAYMENT: PAYMENT_FIELDS,
    PaperKind.ADVANCE: ADVANCE_FIELDS,
}
LINE_COLUMNS = (
    FieldSpec("category_id", QT_TRANSLATE_NOOP("Field", "Category"), FieldKind.COMBO, width=104, choices=expense_categories.choices),
    FieldSpec("spent_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, width=92),
    FieldSpec("spent_to", QT_TRANSLATE_NOOP("Field", "To"), FieldKind.DAY, width=92),
    FieldSpec("description", QT_TRANSLATE_NOOP("Field", "Description"), width=0),
    FieldSpec("project_id", QT_TRANSLATE_NOOP("Field", "Project"), FieldKind.COMBO, width=96, choices=projects.choices),
    FieldSpec("tax", QT_TRANSLATE_NOOP("Field", "Tax"), FieldKind.MONEY, width=76),
    FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount"), FieldKind.MONEY, width=96),
    FieldSpec("invoice_id", QT_TRANSLATE_NOOP("Field", "Invoice"), FieldKind.COMBO, width=92),
)  # fmt: skip


TRAVEL_COLUMNS = (
    *LINE_COLUMNS[:3],
    FieldSpec("leg", QT_TRANSLATE_NOOP("Field", "Leg"), FieldKind.COMBO, width=88),
    FieldSpec("city", QT_TRANSLATE_NOOP("Field", "City"), width=72),
    FieldSpec("nights", QT_TRANSLATE_NOOP("Field", "Nights"), FieldKind.NUMBER, width=60),
    LINE_COLUMNS[3],
    *LINE_COLUMNS[5:],
)
TITLES = {
    PaperKind.CLAIM: (QT_TRANSLATE_NOOP("Form", "New claim"), QT_TRANSLATE_NOOP("Form", "Claim")),
    PaperKind.ADVANCE: (QT_TRANSLATE_NOOP("Form", "New advance"), QT_TRANSLATE_NOOP("Form", "Advance")),
    PaperKind.TRAVEL: (
        QT_TRANSLATE_NOOP("Form", "New travel claim"),
        QT_TRANSLATE_NOOP("Form", "Travel claim"),
    ),
    PaperKind.PAYMENT: (
        QT_TRANSLATE_NOOP("Form", "New payment request"),
        QT_TRANSLATE_NOOP("Form", "Payment request"),
    ),
}


def line_columns(kind: PaperKind) -> tuple[FieldSpec, ...]:
    """The columns of the lines."""
    return TRAVEL_COLUMNS if kind is PaperKind.TRAVEL else LINE_COLUMNS


def new_line() -> LineDraft:
    """The empty line at the end of the table."""
    return LineDraft(category_id=None, spent_on=None)


def paper_form(kind: PaperKind, today: date) -> Form:
    """The form of a paper of this kind, saving as of `today`."""

    def save(session: Session, actor: Actor, draft: ClaimDraft) -> int:
        return claim_drafts.save(session, actor, draft, today=today).id

    return Form(
        name="expense_claim",
        title_new=TITLES[kind][0],
        title_edit=TITLES[kind][1],
        fields=FIELDS[kind],
        empty=lambda day: replace(ClaimDraft(), kind=kind, business_date=day),
        get=claim_drafts.get,
        save=save,
        columns=4 if kind in LINED else 2,
        kept_as=kind.value,
    )


def submitting_form(kind: PaperKind, today: date) -> Form:
    """The same form, saving and handing in as one act."""
    command_id = str(uuid4())

    def save(session: Session, actor: Actor, draft: ClaimDraft) -> int:
        saved = claim_drafts.save(session, actor, draft, today=today)
        return claim_states.submit(session, actor, saved.id, saved.version, command_id, today=today).id

    return replace(paper_form(kind, today), save=save)


@dataclass(frozen=True, slots=True)
class ClaimLoaded(Loaded):
    """A claim's form also needs what its lines can choose from, and of a stored paper all there is on it."""

    line_choices: dict[str, Sequence[Chosen]]
    detail: ClaimDetail | None


def load_claim(
    form: Form, actor: Actor, record_id: int | None, start: ClaimDraft, session: Session
) -> ClaimLoaded:
    """What the form shows, in one question; a new paper begins with its clerk as the claimant."""
    loaded = RecordDialog.load(form, actor, record_id, start, session)
    draft = loaded.draft
    if draft.id is None and draft.claimant_id is None:
        own = claim_drafts.new(session, actor, draft.kind, today=draft.business_date)
        draft = replace(draft, claimant_id=own.claimant_id, department_id=own.department_id)
    combos = [spec for spec in line_columns(draft.kind) if spec.kind is FieldKind.COMBO and spec.choices]
    line_choices = {spec.name: spec.choices(session, actor) for spec in combos if spec.choices}
    today = start.business_date
    found = detail(session, actor, record_id, today=today) if record_id and today else None
    return ClaimLoaded(draft, loaded.choices, loaded.kept, line_choices, found)
