"""The personnel file in short: what the pane beside the list shows, and what files need now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.labour_contract import ContractKind
from models.people import Employee
from models.personnel import DeductionItem
from services import bank_cards, health_checks, labour_contracts, personal_files, special_deductions
from services.bank_cards import Card
from services.identity_checks import age_on, doubts
from services.identity_numbers import card_problem
from services.labour_contract_rules import FOR_EVER, MAIN, Link
from services.permissions import Actor, Permission, requires
from services.personal_drafts import PersonalFileDraft

CHECK_WITHIN = timedelta(days=30)  # the office's own


@dataclass(frozen=True, slots=True)
class ContractInShort:
    """The contract that holds, or held last; `to_on` None has no end."""

    id: int
    number: str
    kind: ContractKind
    from_on: date
    to_on: date | None
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class FileInShort:
    """A person's file on a day; deductions in yuan a month; `wrong` names what is missing or contradicts."""

    draft: PersonalFileDraft
    age: int | None
    contract: ContractInShort | None
    card: Card | None
    deductions: Mapping[DeductionItem, Decimal]
    next_check: date | None
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilesHeadline:
    """How many of the people here have no number, a number that is wrong, a health check that is due."""

    no_number: int
    wrong_number: int
    checks_due: int


@requires(Permission.PERSONNEL_SEE)
def in_short(session: Session, actor: Actor, employee_id: int, *, today: date) -> FileInShort:
    """The file of an employee as it stands on `today`; Refused "record.gone"."""
    draft = personal_files.get(session, actor, employee_id)
    contract = _contract(labour_contracts.links(session, employee_id), today)
    card = bank_cards.in_force(session, today).get(employee_id)
    deductions = special_deductions.items_of_month(session, today.replace(day=1)).get(employee_id, {})
    due = draft.health_checks[0].next_due if draft.health_checks else None
    age = age_on(draft.born_on, today) if draft.born_on else None
    wrong = tuple(_wrong(draft, contract, card, today))
    return FileInShort(draft, age, contract, card, deductions, due, wrong)


def _contract(links: tuple[Link, ...], today: date) -> ContractInShort | None:
    main = [link for link in links if link.item.kind in MAIN]
    holding = [link for link in main if link.item.from_on <= today <= link.last_day] or main[-1:]
    if not holding:
        return None
    item, last = holding[-1].item, holding[-1].last_day
    to_on = None if last == FOR_EVER else last
    return ContractInShort(item.id, item.number, item.kind, item.from_on, to_on, item.signed_on)


def _wrong(
    draft: PersonalFileDraft, contract: ContractInShort | None, card: Card | None, today: date
) -> list[str]:
    """Codes of what somebody should look at, the gravest first."""
    found = []
    if not draft.identity_number:
        found.append("no_number")
    found += sorted({f"{name}_{why}" if why in _ON_CARD else why for name, why in doubts(draft).items()})
    if contract is None:
        found.append("no_contract")
    elif contract.to_on is not None and contract.to_on < today:
        found.append("contract_over")
    if card is None:
        found.append("no_card")
    elif card_problem(card.number):
        found.append("card_doubtful")
    due = draft.health_checks[0].next_due if draft.health_checks else None
    if due is not None and due < today:
        found.append("check_due")
    return found


_ON_CARD = frozenset({"length", "birthday", "check_digit"})


@requires(Permission.PERSONNEL_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> FilesHeadline:  # noqa: ARG001 - the permission needs it
    """What the files of those who are here need now."""
    here = select(Employee.id).where(or_(Employee.left_on.is_(None), Employee.left_on >= today))
    people = set(session.scalars(here))
    known = personal_files.identities(session)
    missing = [one for one in people if one not in known or not known[one].number]
    wrong = [one for one in people - set(missing) if doubts(_draft(one, known[one]))]
    due = [one for one, day in health_checks.next_due(session).items() if day <= today + CHECK_WITHIN]
    return FilesHeadline(len(missing), len(wrong), len(people.intersection(due)))


def _draft(employee_id: int, known: personal_files.Identity) -> PersonalFileDraft:
    return PersonalFileDraft(
        employee_id,
        identity_kind=known.kind,
        identity_number=known.number,
        sex=known.sex,
        born_on=known.born_on,
    )
