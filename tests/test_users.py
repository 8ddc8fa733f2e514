"""Signing in, and who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from models.user import Role, User
from services import audit, registers, users
from services.database import Database, now
from services.errors import Refused
from services.permissions import Actor, Permission

DRAFT = users.UserDraft(
    login=" Li.Wen ", name="李文静", roles=frozenset({Role.CLERK}), password="correct horse"
)


@pytest.fixture
def wen(database: Database, administrator: Actor) -> int:
    with database.write() as session:
        return users.save(session, administrator, DRAFT)


def try_in(database: Database, login: str, password: str) -> str:
    try:
        with database.write() as session:
            users.sign_in(session, login, password)
    except Refused as refusal:
        return refusal.code
    return "in"


def test_a_user_signs_in_with_what_their_roles_allow(database: Database, wen: int) -> None:
    with database.write() as session:
        actor = users.sign_in(session, "LI.WEN", "correct horse")
    assert (actor.user_id, actor.name, actor.roles) == (wen, "李文静", {Role.CLERK})
    assert Permission.CLAIM_EDIT in actor.permissions
    with database.read() as session:
        assert users.actor_of(session, wen) == actor
        assert users.known_logins(session)[0] == "li.wen"


def test_an_unknown_login_says_the_same_as_a_wrong_password(database: Database, wen: int) -> None:
    assert try_in(database, "li.wen", "wrong") == "user.wrong_password"
    assert try_in(database, "nobody", "wrong") == "user.wrong_password"
    assert try_in(database, "clerk", "wrong") == "user.wrong_password"


def test_five_wrong_guesses_are_followed_by_a_pause(database: Database, wen: int) -> None:
    assert [try_in(database, "li.wen", f"wrong{n}") for n in range(5)] == ["user.wrong_password"] * 5
    assert try_in(database, "li.wen", "correct horse") == "user.locked"
    with database.write() as session:
        session.execute(update(User).values(locked_until=now() - timedelta(seconds=1)))
    assert try_in(database, "li.wen", "correct horse") == "in"


def test_a_right_guess_forgets_the_wrong_ones(database: Database, wen: int) -> None:
    for word in ("a", "b", "c", "d", "correct horse", "e", "f", "g", "h"):
        try_in(database, "li.wen", word)
    assert try_in(database, "li.wen", "correct horse") == "in"


def test_an_old_hash_is_renewed_at_the_next_sign_in(database: Database, wen: int) -> None:
    from argon2 import PasswordHasher

    weak = PasswordHasher(time_cost=1, memory_cost=64).hash("correct horse")
    with database.write() as session:
        session.execute(update(User).where(User.id == wen).values(password_hash=weak))
    assert try_in(database, "li.wen", "correct horse") == "in"
    with database.read() as session:
        assert session.get_one(User, wen).password_hash != weak
    assert try_in(database, "li.wen", "correct horse") == "in"


def test_who_is_inactive_does_not_come_in(database: Database, administrator: Actor, wen: int) -> None:
    with database.write() as session:
        users.save(session, administrator, replace(users.get(session, administrator, wen), active=False))
    assert try_in(database, "li.wen", "correct horse") == "user.inactive"
    with database.read() as session, pytest.raises(Refused, match=r"user\.inactive"):
        users.actor_of(session, wen)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"login": " "}, "user.login_missing", "login"),
        ({"name": ""}, "user.name_missing", "name"),
        ({"roles": frozenset()}, "user.roles_missing", "roles"),
        ({"password": "short"}, "user.password_short", "password"),
        ({"password": "li.wenjing", "login": "Li.Wenjing"}, "user.password_login", "password"),
        ({"login": "clerk"}, "record.duplicate", "login"),
        ({"employee_id": 1}, "record.duplicate", "employee_id"),
    ],
)
def test_a_user_that_cannot_be_is_refused_at_the_field(
    database: Database, administrator: Actor, change: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refused) as refusal, database.write() as session:
        users.save(session, administrator, replace(DRAFT, **change))
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_a_changed_user_keeps_password_and_history(
    database: Database, administrator: Actor, wen: int
) -> None:
    with database.write() as session:
        draft = users.get(session, administrator, wen)
        users.save(
            session, administrator, replace(draft, name="李文", roles=frozenset({Role.HR, Role.CASHIER}))
        )
    with database.read() as session:
        assert users.get(session, administrator, wen).roles == {Role.HR, Role.CASHIER}
        newest = audit.history(session, administrator, "user_account", wen)[0]
    assert newest.changes == {"name": ["李文静", "李文"], "roles": ["cashier", "hr"]}
    assert try_in(database, "li.wen", "correct horse") == "in"


def test_a_user_somebody_else_changed_is_not_overwritten(
    database: Database, administrator: Actor, wen: int
) -> None:
    with database.write() as session:
        draft = users.get(session, administrator, wen)
        users.save(session, administrator, replace(draft, name="甲"))
    with pytest.raises(Refused, match=r"record\.stale"), database.write() as session:
        users.save(session, administrator, replace(draft, name="乙"))


@pytest.mark.parametrize("change", [{"active": False}, {"roles": frozenset({Role.CLERK})}])
def test_the_last_administrator_stays(
    database: Database, administrator: Actor, change: dict[str, object]
) -> None:
    with database.read() as session:
        own = users.get(session, administrator, administrator.user_id)
    with pytest.raises(Refused, match=r"user\.last_administrator"), database.write() as session:
        users.save(session, administrator, replace(own, **change))


def test_nobody_removes_their_own_account(database: Database, administrator: Actor) -> None:
    with database.write() as session, pytest.raises(Refused, match=r"user\.own_account"):
        users.remove(session, administrator, administrator.user_id, 1)


def test_who_left_no_trace_is_deleted(database: Database, administrator: Actor, wen: int) -> None:
    with database.write() as session:
        users.remove(session, administrator, wen, 1)
    with database.read() as session, pytest.raises(Refused, match=r"record\.gone"):
        users.get(session, administrator, wen)


def test_who_left_a_trace_may_only_no_longer_sign_in(
    database: Database, administrator: Actor, wen: int
) -> None:
    with database.write() as session:
        insert = (
            "INSERT INTO form_draft (user_id, form, record_id, body, saved_at) VALUES (:id, 'x', 0, '{}', '')"
        )
        session.execute(text(insert), {"id": wen})
    with database.write() as session:
        users.remove(session, administrator, wen, 1)
    with database.read() as session:
        assert not users.get(session, administrator, wen).active
        assert audit.history(session, administrator, "user_account", wen)[0].action == "deactivate"


def test_everybody_changes_their_own_password_knowing_the_old(database: Database, wen: int) -> None:
    with database.write() as session:
        actor = users.actor_of(session, wen)
        with pytest.raises(Refused, match=r"user\.wrong_password"):
            users.change_password(session, actor, "guess", "another horse")
        users.change_password(session, actor, "correct horse", "another horse")
    assert try_in(database, "li.wen", "another horse") == "in"


def test_an_administrator_gives_a_new_password_and_ends_the_pause(
    database: Database, administrator: Actor, wen: int
) -> None:
    for guess in range(5):
        try_in(database, "li.wen", f"wrong{guess}")
    with database.write() as session:
        users.set_password(session, administrator, wen, "another horse")
    assert try_in(database, "li.wen", "another horse") == "in"


def test_the_first_user_of_an_empty_company_is_made_once(database: Database) -> None:
    with pytest.raises(Refused, match=r"user\.exists"), database.write() as session:
        users.first_user(session, DRAFT)
    with database.write() as session:
        session.execute(text("DELETE FROM user_role"))
        session.execute(text("DELETE FROM user_account"))
        with pytest.raises(Refused, match=r"user\.last_administrator"), session.begin_nested():
            users.first_user(session, DRAFT)
        founder = users.first_user(session, replace(DRAFT, roles=frozenset(Role)))
    assert founder.permissions == frozenset(Permission)


def test_the_register_lists_users_with_their_role(database: Database, administrator: Actor, wen: int) -> None:
    from tests.conftest import TODAY

    query = registers.Query(TODAY, chip="active", text="liwenjing")
    with database.read() as session:
        rows = registers.window(session, administrator, users.REGISTER, query, 0, 10)
    assert rows == [(wen, "li.wen", "李文静", Role.CLERK, None, True, None)]
