"""What was typed into a form and not yet saved, kept over a crash."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.setting import FormDraft
from services.database import now
from services.permissions import Actor, open_to_all

_OWN = "everybody keeps and finds only their own"


@open_to_all(_OWN)
def keep(session: Session, actor: Actor, form: str, record_id: int | None, body: dict[str, Any]) -> None:
    """Keep `body` (plain JSON data) for the actor's `form` of record `record_id` (None = a new one)."""
    draft = _find(session, actor, form, record_id)
    if draft is None:
        draft = FormDraft(user_id=actor.user_id, form=form, record_id=record_id or 0)
        session.add(draft)
    draft.body = body
    draft.saved_at = now()
    session.flush()


@open_to_all(_OWN)
def find(session: Session, actor: Actor, form: str, record_id: int | None) -> dict[str, Any] | None:
    """What the actor had typed, or None."""
    draft = _find(session, actor, form, record_id)
    return None if draft is None else dict(draft.body)


@open_to_all(_OWN)
def drop(session: Session, actor: Actor, form: str, record_id: int | None) -> None:
    """Forget what the actor had typed."""
    session.execute(delete(FormDraft).where(*_of(actor, form, record_id)))


def _find(session: Session, actor: Actor, form: str, record_id: int | None) -> FormDraft | None:
    return session.scalar(select(FormDraft).where(*_of(actor, form, record_id)))


def _of(actor: Actor, form: str, record_id: int | None) -> tuple[Any, ...]:
    return (
        FormDraft.user_id == actor.user_id,
        FormDraft.form == form,
        FormDraft.record_id == (record_id or 0),
    )
