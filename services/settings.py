"""Named values of the company and of each user."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.setting import Setting
from services import audit
from services.permissions import Actor, Permission, check, open_to_all


@open_to_all("what a setting says is shown to everybody it governs")
def get(session: Session, name: str, default: Any, user_id: int | None = None) -> Any:
    """The value of `name` (plain JSON data) for the company, or for one user; `default` if it was never set."""
    found = _find(session, name, user_id)
    return default if found is None else found.value


@open_to_all("checked inside: a user's own values are theirs, the company's need setting.edit")
def put(session: Session, actor: Actor, name: str, value: Any, user_id: int | None = None) -> None:
    """Set `name` to `value` (plain JSON data) for the company, or for `user_id`.

    Raises Refused "permission.denied" unless it is the actor's own value or they may edit settings. A company's
    value is written into the audit chain, a personal one (column widths) is not.
    """
    if user_id != actor.user_id or user_id is None:
        check(actor, Permission.SETTING_EDIT)
    put_checked(session, actor, name, value, user_id)


@open_to_all("a step of services that have checked")
def put_checked(session: Session, actor: Actor, name: str, value: Any, user_id: int | None = None) -> None:
    """As `put`, for services whose own permission covers what they set."""
    setting = _find(session, name, user_id)
    if setting is None:
        setting = Setting(name=name, user_id=user_id, value=value)
        session.add(setting)
    elif setting.value == value:
        return
    setting.value = value
    if user_id is None:
        audit.record(session, actor, "edit", setting)
    session.flush()


@open_to_all("a number says nothing about the value")
def version(session: Session, name: str) -> int:
    """The version of a company's value, 0 when it was never set: who edits it saves only what is still the same."""
    found = _find(session, name, None)
    return 0 if found is None else found.version


@open_to_all("what a setting says is shown to everybody it governs")
def get_file(session: Session, name: str) -> bytes | None:
    """The company's file of that name, None when there is none."""
    found = _find(session, name, None)
    return b64decode(found.value["base64"]) if found is not None and found.value else None


@open_to_all("a step of services that have checked")
def put_file(session: Session, actor: Actor, name: str, content: bytes | None) -> None:
    """Keep a small file for the whole company, None takes it away; the history knows its hash, not its bytes."""
    setting = _find(session, name, None)
    if content is None and (setting is None or not setting.value):
        return
    setting = setting or Setting(name=name, value={})
    setting.value = {} if content is None else {"base64": b64encode(content).decode("ascii")}
    session.add(setting)
    session.flush()
    audit.record(session, actor, "edit", setting, sha256=sha256(content).hexdigest() if content else "")


def _find(session: Session, name: str, user_id: int | None) -> Setting | None:
    owner = Setting.user_id.is_(None) if user_id is None else Setting.user_id == user_id
    return session.scalar(select(Setting).where(Setting.name == name, owner))
