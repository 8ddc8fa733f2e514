"""The forms of the claim 报销单 and the advance 借款单 as data."""

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
    projects,
)
from services.claim_details import ClaimDetail, detail
from services.claim_values import ClaimDraft, LineDraft
from services.database import Session
from services.permissions import Actor
from services.terms import PaperKind
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


def new_line() -> LineDraft:
    """The empty line at the end of the table."""
    return LineDraft(category_id=None, spent_on=None)


def paper_form(kind: PaperKind, today: date) -> Form:
    """The form of a claim or an advance, saving as of `today`."""
    advance = kind is PaperKind.ADVANCE

    def save(session: Session, actor: Actor, draft: ClaimDraft) -> int:
        return claim_drafts.save(session, actor, draft, today=today).id

    return Form(
        name="expense_claim",
        title_new=QT_TRANSLATE_NOOP("Form", "New advance")
        if advance
        else QT_TRANSLATE_NOOP("Form", "New claim"),
        title_edit=QT_TRANSLATE_NOOP("Form", "Advance") if advance else QT_TRANSLATE_NOOP("Form", "Claim"),
        fields=ADVANCE_FIELDS if advance else CLAIM_FIELDS,
        empty=lambda day: replace(ClaimDraft(), kind=kind, business_date=day),
        get=claim_drafts.get,
        save=save,
        columns=2 if advance else 4,
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
    combos = [spec for spec in LINE_COLUMNS if spec.kind is FieldKind.COMBO and spec.choices]
    line_choices = {spec.name: spec.choices(session, actor) for spec in combos if spec.choices}
    today = start.business_date
    found = detail(session, actor, record_id, today=today) if record_id and today else None
    return ClaimLoaded(draft, loaded.choices, loaded.kept, line_choices, found)
