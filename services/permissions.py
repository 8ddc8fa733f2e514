"""Who may do what: roles grant permissions, and every service function names the one it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from types import MappingProxyType
from typing import Concatenate

from sqlalchemy.orm import Session

from models.user import Role
from services.errors import Refused


class Permission(StrEnum):
    """What a user may see or do.

    `edit` of claims means create, edit, submit, withdraw, delete a draft, of one's own papers only; `for_others`
    takes that limit away.
    """

    CLAIM_SEE = "claim.see"
    CLAIM_EDIT = "claim.edit"
    CLAIM_FOR_OTHERS = "claim.for_others"
    CLAIM_DECIDE = "claim.decide"
    CLAIM_PAY = "claim.pay"
    CLAIM_VOID = "claim.void"
    INVOICE_SEE = "invoice.see"
    INVOICE_EDIT = "invoice.edit"
    PAYEE_SEE = "payee.see"
    PAYEE_EDIT = "payee.edit"
    BATCH_SEE = "batch.see"
    VOUCHER_SEE = "voucher.see"
    VOUCHER_BIND = "voucher.bind"
    VOUCHER_UNBIND = "voucher.unbind"
    PACKET_SEE = "packet.see"
    PACKET_EDIT = "packet.edit"
    RECURRING_SEE = "recurring.see"
    RECURRING_EDIT = "recurring.edit"
    POLICY_SEE = "policy.see"
    POLICY_EDIT = "policy.edit"
    ABSENCE_SEE = "absence.see"
    ABSENCE_EDIT = "absence.edit"
    PEOPLE_SEE = "people.see"
    PEOPLE_EDIT = "people.edit"
    PERSONNEL_SEE = "personnel.see"
    PERSONNEL_EDIT = "personnel.edit"
    PAYROLL_SEE = "payroll.see"
    PAYROLL_EDIT = "payroll.edit"
    PAYROLL_PAY = "payroll.pay"
    INSURANCE_SEE = "insurance.see"
    INSURANCE_EDIT = "insurance.edit"
    REMITTANCE_SEE = "remittance.see"
    ASSET_SEE = "asset.see"
    ASSET_EDIT = "asset.edit"
    SUPPLY_SEE = "supply.see"
    SUPPLY_EDIT = "supply.edit"
    BID_SEE = "bid.see"
    BID_EDIT = "bid.edit"
    CERTIFICATE_SEE = "certificate.see"
    CERTIFICATE_EDIT = "certificate.edit"
    PROJECT_SEE = "project.see"
    PROJECT_EDIT = "project.edit"
    BANK_ACCOUNT_SEE = "bank_account.see"
    BANK_ACCOUNT_EDIT = "bank_account.edit"
    COMPANY_SEE = "company.see"
    COMPANY_EDIT = "company.edit"
    USER_EDIT = "user.edit"
    AUDIT_SEE = "audit.see"
    SETTING_EDIT = "setting.edit"
    BACKUP_MAKE = "backup.make"
    BACKUP_RESTORE = "backup.restore"


_OFFICE = frozenset(
    {
        Permission.CLAIM_SEE,
        Permission.CLAIM_EDIT,
        Permission.PEOPLE_SEE,
        Permission.PROJECT_SEE,
        Permission.COMPANY_SEE,
        Permission.INVOICE_SEE,
        Permission.PAYEE_SEE,
        Permission.PACKET_SEE,
        Permission.RECURRING_SEE,
        Permission.POLICY_SEE,
        Permission.ABSENCE_SEE,
        Permission.ASSET_SEE,
        Permission.SUPPLY_SEE,
        Permission.BID_SEE,
        Permission.CERTIFICATE_SEE,
    },
)
_DESK = frozenset(
    {
        Permission.INVOICE_EDIT,
        Permission.PAYEE_EDIT,
        Permission.PACKET_EDIT,
        Permission.RECURRING_EDIT,
    },
)
_THINGS = frozenset(
    {
        Permission.ASSET_EDIT,
        Permission.SUPPLY_EDIT,
        Permission.BID_EDIT,
        Permission.CERTIFICATE_EDIT,
    },
)
_PEOPLE = frozenset(
    {
        Permission.PERSONNEL_SEE,
        Permission.PERSONNEL_EDIT,
        Permission.PAYROLL_SEE,
        Permission.PAYROLL_EDIT,
        Permission.INSURANCE_SEE,
        Permission.INSURANCE_EDIT,
        Permission.REMITTANCE_SEE,
    },
)
_MONEY = frozenset({Permission.CLAIM_DECIDE, Permission.CLAIM_PAY})
_PAY = frozenset(
    {
        Permission.PAYROLL_SEE,
        Permission.PAYROLL_EDIT,
        Permission.PAYROLL_PAY,
        Permission.INSURANCE_SEE,  # a declared base is as good as a wage
        Permission.INSURANCE_EDIT,
        Permission.REMITTANCE_SEE,
    },
)

GRANTS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.CLERK: _OFFICE | _DESK | _PEOPLE | _THINGS | {Permission.CLAIM_FOR_OTHERS},
        Role.CASHIER: _OFFICE
        | _DESK
        | {
            Permission.BATCH_SEE,
            Permission.VOUCHER_SEE,
            Permission.VOUCHER_BIND,
            Permission.PAYROLL_SEE,
            Permission.PAYROLL_PAY,
            Permission.REMITTANCE_SEE,  # what to pay at the bank: sums, nobody's base
            Permission.CLAIM_PAY,
            Permission.CLAIM_VOID,
            Permission.BANK_ACCOUNT_SEE,
            Permission.BANK_ACCOUNT_EDIT,
            Permission.BACKUP_MAKE,
        },
        Role.HR: _OFFICE | _PEOPLE | {Permission.PEOPLE_EDIT},
        Role.MANAGER: _OFFICE
        | {
            Permission.CLAIM_DECIDE,
            Permission.CLAIM_VOID,
            Permission.PERSONNEL_SEE,
            Permission.PAYROLL_SEE,
            Permission.INSURANCE_SEE,
            Permission.REMITTANCE_SEE,
            Permission.PROJECT_EDIT,
            Permission.BID_EDIT,
            Permission.BATCH_SEE,
            Permission.VOUCHER_SEE,
            Permission.VOUCHER_UNBIND,
            Permission.POLICY_EDIT,
            Permission.ABSENCE_EDIT,
            Permission.BANK_ACCOUNT_SEE,
            Permission.AUDIT_SEE,
            Permission.BACKUP_MAKE,
        },
        # who sets up the house neither approves nor pays nor sees pay; a small company gives one person several roles
        Role.ADMINISTRATOR: frozenset(Permission) - _MONEY - _PAY - {Permission.VOUCHER_BIND},
        Role.AUDITOR: frozenset(permission for permission in Permission if permission.endswith(".see")),
    },
)


def permissions_of(roles: Iterable[Role]) -> frozenset[Permission]:
    """Everything that `roles` together allow."""
    return frozenset().union(*(GRANTS[role] for role in roles))


@dataclass(frozen=True, slots=True)
class Actor:
    """The signed-in user on whose behalf a service acts; `employee_id` tells which papers are their own."""

    user_id: int
    name: str
    login: str
    employee_id: int | None
    roles: frozenset[Role]
    permissions: frozenset[Permission]

    def can(self, *any_of: Permission) -> bool:
        """Whether at least one of the permissions is held."""
        return not self.permissions.isdisjoint(any_of)


def check(actor: Actor, *any_of: Permission) -> None:
    """Refuse with "permission.denied" unless `actor` holds one of the permissions."""
    if not actor.can(*any_of):
        raise Refused("permission.denied", permission=any_of[0].value)


type _Service[**P, R] = Callable[Concatenate[Session, Actor, P], R]


def requires[**P, R](*any_of: Permission) -> Callable[[_Service[P, R]], _Service[P, R]]:
    """Mark a service function `f(session, actor, …)`: it runs only for an actor with one of the permissions."""

    def decorate(function: _Service[P, R]) -> _Service[P, R]:
        @wraps(function)
        def guarded(session: Session, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            check(actor, *any_of)
            return function(session, actor, *args, **kwargs)

        guarded.__dict__["permissions"] = frozenset(any_of)
        return guarded

    return decorate


def open_to_all[**P, R](why: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark the few service functions that need no permission, and say why."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        function.__dict__["open_to_all"] = why
        return function

    return decorate
