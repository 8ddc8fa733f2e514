"""Users 用户: who may sign in, in which roles; there is always an administrator left."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from models.people import Employee
from models.user import Role, User, UserRole
from services import audit, passwords, search
from services.errors import Refused
from services.passwords import verify_password
from services.permissions import Actor, Permission, open_to_all, requires
from services.register_model import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register
from services.sign_in import actor_from, actor_of, known_logins, plain_login, sign_in

__all__ = [
    "REGISTER",
    "UserDraft",
    "actor_of",
    "change_password",
    "first_user",
    "get",
    "known_logins",
    "remove",
    "save",
    "set_password",
    "sign_in",
    "verify_password",
]


def _active(_context: ChipContext) -> tuple[Filter, ...]:
    return (Filter("active", Operator.IS, True),)


_main_role = (
    select(UserRole.role).where(UserRole.user_id == User.id).order_by(UserRole.id).limit(1).scalar_subquery()
)

REGISTER = Register(
    name=User.__tablename__,
    record=User,
    columns=(
        Column("login", "Login", ColumnKind.TEXT, User.login, 140),
        Column("name", "Full name", ColumnKind.TEXT, User.name, 140, stretch=True),
        Column("role", "Role", ColumnKind.CHOICE, _main_role, 120, choices=Role),
        Column("employee", "Employee no.", ColumnKind.TEXT, Employee.number, 110),
        Column("active", "May sign in", ColumnKind.YES_NO, User.active, 100),
        Column("last_sign_in", "Last sign-in", ColumnKind.MOMENT, User.last_sign_in, 150),
    ),
    see=Permission.USER_EDIT,
    sort="login",
    chips=(Chip("all", "All"), Chip("active", "May sign in", _active)),
    default_chip="active",
    joins=(Join(Employee, Employee.id == User.employee_id),),
)


@dataclass(frozen=True, slots=True)
class UserDraft:
    """A user as the form shows it; `password` is a new one, or empty to leave it."""

    id: int | None = None
    version: int | None = None
    login: str = ""
    name: str = ""
    employee_id: int | None = None
    roles: frozenset[Role] = frozenset()
    active: bool = True
    password: str = ""


@requires(Permission.USER_EDIT)
def get(session: Session, actor: Actor, user_id: int) -> UserDraft:  # noqa: ARG001 - the permission needs it
    """The user of that id; Refused "record.gone"."""
    user = _load(session, user_id)
    roles = frozenset(held.role for held in user.roles)
    return UserDraft(user.id, user.version, user.login, user.name, user.employee_id, roles, user.active)


@requires(Permission.USER_EDIT)
def save(session: Session, actor: Actor, draft: UserDraft) -> int:
    """Store `draft`; returns the id.

    Raises Refused "user.login_missing", "user.name_missing", "user.roles_missing", "user.password_short",
    "user.password_login", "user.last_administrator", "record.stale", "record.gone",
    "record.duplicate" (login or employee).
    """
    _check(draft)
    user = User() if draft.id is None else _expect(session, draft.id, draft.version)
    user.login = plain_login(draft.login)
    user.name = draft.name.strip()
    user.employee_id = draft.employee_id
    user.active = draft.active
    if draft.id is None or draft.password:
        passwords.check_new(draft.password, user.login)
        user.password_hash = passwords.hashed(draft.password)
    return _store(session, actor, user, draft.roles, password_changed=bool(draft.password))


def _check(draft: UserDraft) -> None:
    if not draft.login.strip():
        raise Refused("user.login_missing", field="login")
    if not draft.name.strip():
        raise Refused("user.name_missing", field="name")
    if not draft.roles:
        raise Refused("user.roles_missing", field="roles")


def _store(
    session: Session, actor: Actor, user: User, roles: frozenset[Role], *, password_changed: bool
) -> int:
    user.search_text = search.text_for(user.login, user.name)
    action = "create" if user.id is None else "edit"
    notes = {"password": "changed"} if password_changed else {}
    audit.record(session, actor, action, user, roles=sorted(roles), **notes)
    _set_roles(session, user, roles)
    session.flush()
    search.index(session, User.__tablename__, user.id, user.search_text)
    _keep_an_administrator(session)
    return user.id


def _set_roles(session: Session, user: User, roles: frozenset[Role]) -> None:
    held = {row.role: row for row in session.scalars(select(UserRole).where(UserRole.user_id == user.id))}
    for role in sorted(held.keys() - roles):
        session.delete(held[role])
    session.flush()
    session.add_all(UserRole(user_id=user.id, role=role) for role in sorted(roles - held.keys()))


def _keep_an_administrator(session: Session) -> None:
    administrators = (
        select(func.count())
        .select_from(User)
        .filter_by(active=True)  # as a value: a server has no truth in a whole number
        .join(UserRole, UserRole.user_id == User.id)
        .where(UserRole.role == Role.ADMINISTRATOR)
    )
    if not session.scalar(administrators):
        raise Refused("user.last_administrator", field="roles")


@requires(Permission.USER_EDIT)
def remove(session: Session, actor: Actor, user_id: int, version: int) -> None:
    """Delete a user who left no trace; one who did may no longer sign in instead.

    Raises Refused "user.own_account", "user.last_administrator", "record.stale", "record.gone".
    """
    if user_id == actor.user_id:
        raise Refused("user.own_account")
    user = _expect(session, user_id, version)
    try:
        with session.begin_nested():
            audit.record(session, actor, "delete", user)
            session.delete(user)
            session.flush()
            search.remove(session, User.__tablename__, user_id)
    except IntegrityError:
        session.refresh(user)
        user.active = False
        audit.record(session, actor, "deactivate", user)
        session.flush()
    _keep_an_administrator(session)


@open_to_all("everybody may change their own password, knowing the old one")
def change_password(session: Session, actor: Actor, old: str, new: str) -> None:
    """Give the actor a new password; Refused "user.wrong_password", "user.password_short", "user.password_login"."""
    user = _load(session, actor.user_id)
    if not verify_password(user.password_hash, old):
        raise Refused("user.wrong_password", field="old")
    _give_password(session, actor, user, new)


@requires(Permission.USER_EDIT)
def set_password(session: Session, actor: Actor, user_id: int, new: str) -> None:
    """Give another user a new password and end their pause; Refused "user.password_short", "user.password_login"."""
    user = _load(session, user_id)
    user.failed_attempts = 0
    user.locked_until = None
    _give_password(session, actor, user, new)


def _give_password(session: Session, actor: Actor, user: User, new: str) -> None:
    passwords.check_new(new, user.login)
    user.password_hash = passwords.hashed(new)
    audit.record(session, actor, "edit", user, password="changed")  # noqa: S106 - the word, for the history
    session.flush()


@open_to_all("a new company has nobody yet; refused as soon as it has")
def first_user(session: Session, draft: UserDraft) -> Actor:
    """Make the first user of an empty company, with the roles of `draft`; returns them signed in.

    Raises Refused "user.exists" and what `save` raises.
    """
    if session.scalar(select(func.count()).select_from(User)):
        raise Refused("user.exists", field="login")
    founder = Actor(0, draft.name, draft.login, None, draft.roles, frozenset({Permission.USER_EDIT}))
    return actor_from(_load(session, save(session, founder, draft)))


def _load(session: Session, user_id: int) -> User:
    user = session.get(User, user_id, options=[selectinload(User.roles)], populate_existing=True)
    if user is None:
        raise Refused("record.gone")
    return user


def _expect(session: Session, user_id: int, version: int | None) -> User:
    user = _load(session, user_id)
    if user.version != version:
        raise Refused("record.stale")
    return user
