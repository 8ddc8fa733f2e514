"""Services deny by default: every public function is found by reflection and refuses whoever was not granted it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

import services
from models.user import Role
from services.errors import Refused
from services.permissions import GRANTS, Actor, Permission, check, permissions_of
from tests.conftest import actor_of_role


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(services.__path__, "services."):
        yield importlib.import_module(found.name)


def service_functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of the services whose first argument is the session."""
    for module in modules():
        for name, function in vars(module).items():
            if (
                name.startswith("_")
                or not inspect.isfunction(function)
                or function.__module__ != module.__name__
            ):
                continue
            if next(iter(inspect.signature(function).parameters), "") == "session":
                yield f"{module.__name__}.{name}", function


def test_every_service_function_says_who_may_call_it() -> None:
    found = dict(service_functions())
    assert len(found) > 30
    bare = [
        name
        for name, function in found.items()
        if not hasattr(function, "permissions") | hasattr(function, "open_to_all")
    ]
    assert bare == []


def test_what_is_open_to_all_says_why() -> None:
    reasons = {name: getattr(function, "open_to_all", None) for name, function in service_functions()}
    assert [name for name, why in reasons.items() if why is not None and len(why) < 12] == []


@pytest.mark.parametrize("role", Role)
def test_every_guarded_function_refuses_a_role_without_the_permission(role: Role) -> None:
    actor = actor_of_role(role)
    for name, function in service_functions():
        needed = getattr(function, "permissions", None)
        if needed is None or not needed.isdisjoint(actor.permissions):
            continue
        with pytest.raises(Refused) as refusal:
            function(None, actor)
        assert refusal.value.code == "permission.denied", name
        assert refusal.value.values["permission"] in needed


def test_nobody_without_a_role_may_call_a_guarded_function() -> None:
    nobody = Actor(1, "无", "none", None, frozenset(), frozenset())
    for _, function in service_functions():
        if hasattr(function, "permissions"):
            with pytest.raises(Refused, match=r"permission\.denied"):
                function(None, nobody)


def test_roles_add_up() -> None:
    both = permissions_of([Role.MANAGER, Role.CASHIER])
    assert both == GRANTS[Role.MANAGER] | GRANTS[Role.CASHIER]
    assert permissions_of([]) == frozenset()


def test_who_sets_up_the_house_neither_approves_nor_pays() -> None:
    assert GRANTS[Role.ADMINISTRATOR].isdisjoint({Permission.CLAIM_DECIDE, Permission.CLAIM_PAY})


def test_an_auditor_changes_nothing() -> None:
    assert all(permission.endswith(".see") for permission in GRANTS[Role.AUDITOR])


def test_one_of_several_permissions_is_enough() -> None:
    clerk = actor_of_role(Role.CLERK)
    check(clerk, Permission.USER_EDIT, Permission.CLAIM_SEE)
    with pytest.raises(Refused) as refusal:
        check(clerk, Permission.USER_EDIT, Permission.AUDIT_SEE)
    assert refusal.value.values == {"permission": "user.edit"}
