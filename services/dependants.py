"""Dependants 家属: the family in a person's file, whom deductions are for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from models.personnel import Dependant, IdentityKind
from services import personal_lists
from services.errors import Refused
from services.identity_checks import tidied
from services.identity_numbers import birthday, id_card_problem
from services.permissions import open_to_all
from services.personal_drafts import DependantDraft
from services.records import required, tidy

_WHY = "a step of services that have checked"

type Wanted = dict[object, dict[str, object]]


@open_to_all(_WHY)
def of_employee(session: Session, employee_id: int) -> tuple[DependantDraft, ...]:
    """The family in a person's file, in the order they were entered."""
    found = personal_lists.of_employee(session, Dependant, employee_id, Dependant.id)
    return tuple(
        DependantDraft(item.name, item.relation, item.identity_number, item.born_on) for item in found
    )


def wanted(drafts: Sequence[DependantDraft]) -> Wanted:
    """The rows to be; the day of birth is that of the ID card number where none was typed.

    Raises Refused at `dependants.<n>.name`: "record.required", "dependant.twice".
    """
    found: Wanted = {}
    for number, draft in enumerate(drafts):
        at = f"dependants.{number}"
        name = required(draft.name, f"{at}.name")
        if name in found:
            raise Refused("dependant.twice", field=f"{at}.name", name=name)
        card = tidied(IdentityKind.ID_CARD, tidy(draft.identity_number, f"{at}.identity_number"))
        known = birthday(card) if card and id_card_problem(card) is None else None
        found[name] = {
            "name": name,
            "relation": tidy(draft.relation, f"{at}.relation"),
            "identity_number": card,
            "born_on": draft.born_on or known,
        }
    return found


@open_to_all(_WHY)
def add(session: Session, employee_id: int, rows: Wanted) -> None:
    """Add and change; who is gone stays until `drop`, because deductions may still be for them."""
    stored = personal_lists.of_employee(session, Dependant, employee_id)
    kept: Wanted = {item.name: {} for item in stored}
    personal_lists.write(session, Dependant, employee_id, kept | rows, lambda item: item.name)


@open_to_all(_WHY)
def drop(session: Session, employee_id: int, rows: Wanted) -> None:
    """Remove who is not among `rows` any more."""
    personal_lists.write(session, Dependant, employee_id, rows, lambda item: item.name)
