"""Signing in: who somebody is, and a pause after wrong guesses."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session, selectinload

from models.user import User
from services import passwords
from services.database import now
from services.errors import Refused
from services.permissions import Actor, open_to_all, permissions_of

WRONG_GUESSES = 5
PAUSE = timedelta(minutes=15)


@open_to_all("nobody is signed in yet")
def sign_in(session: Session, login: str, password: str) -> Actor:
    """The user of that login, in a writing session; a wrong guess is counted even though it is refused.

    Raises Refused "user.wrong_password" (an unknown login says the same), "user.locked" (minutes) for 15 minutes
    after 5 wrong guesses, "user.inactive".
    """
    user = session.scalar(
        select(User).where(User.login == plain_login(login)).options(selectinload(User.roles)),
    )
    if user is not None and user.locked_until is not None and user.locked_until > now():
        minutes = (user.locked_until - now()) // timedelta(minutes=1) + 1
        raise Refused("user.locked", field="login", minutes=minutes)
    if not passwords.verify_password(user.password_hash if user else "", password) or user is None:
        _count_wrong(session, user)
        raise Refused("user.wrong_password", field="password")
    if not user.active:
        raise Refused("user.inactive", field="login")
    _note(session, user, failed_attempts=0, locked_until=None, last_sign_in=now())
    if passwords.is_outdated(user.password_hash):
        _note(session, user, password_hash=passwords.hashed(password))
    return actor_from(user)


def _count_wrong(session: Session, user: User | None) -> None:
    if user is None:
        return
    wrong = user.failed_attempts + 1
    if wrong < WRONG_GUESSES:
        _note(session, user, failed_attempts=wrong)
    else:
        _note(session, user, failed_attempts=0, locked_until=now() + PAUSE)
    session.commit()  # the refusal that follows would roll it back


def _note(session: Session, user: User, **values: object) -> None:
    # past the version: somebody who edits this user meanwhile is not to be told that it changed
    session.execute(update(User).where(User.id == user.id).values(updated_at=now(), **values))


@open_to_all("tells of a user only what the window needs to act for them")
def actor_of(session: Session, user_id: int) -> Actor:
    """The acting user of that id with today's roles; Refused "user.inactive" if they may no longer sign in."""
    user = session.get(User, user_id, options=[selectinload(User.roles)])
    if user is None or not user.active:
        raise Refused("user.inactive", field="login")
    return actor_from(user)


@open_to_all("the sign-in completes what is typed; logins are no secret inside the office")
def known_logins(session: Session) -> list[str]:
    """The logins of everybody who may sign in, most recent first."""
    found = select(User.login).filter_by(active=True).order_by(User.last_sign_in.desc(), User.login)
    return list(session.scalars(found))


def plain_login(login: str) -> str:
    """A login as it is stored: without spaces around it, in lower case."""
    return login.strip().casefold()


def actor_from(user: User) -> Actor:
    """`user` (with its roles loaded) as the acting user."""
    roles = frozenset(held.role for held in user.roles)
    return Actor(user.id, user.name, user.login, user.employee_id, roles, permissions_of(roles))
