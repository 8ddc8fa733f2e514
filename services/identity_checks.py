"""What an ID card number says about its holder: filled in where nothing stands, doubted where something else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.personnel import IdentityKind, Sex
from services.identity_numbers import birthday, from_old_id_card, id_card_problem
from services.personal_drafts import PersonalFileDraft

YOUNGEST = 16  # 劳动法 art 15
_OLD_LENGTH, _SEX_PLACE = 15, 16


def tidied(kind: IdentityKind, number: str) -> str:
    """The number as it is stored: no spaces, capitals, the 18 places of an ID card of 15."""
    plain = "".join(number.split()).upper()
    old = kind is IdentityKind.ID_CARD and len(plain) == _OLD_LENGTH and plain.isdecimal()
    return from_old_id_card(plain) if old else plain


def sex_of(number: str) -> Sex:
    """Place 17 of an ID card number: odd for men (GB 11643-1999)."""
    return Sex.MALE if int(number[_SEX_PLACE]) % 2 else Sex.FEMALE


def filled_in(draft: PersonalFileDraft) -> PersonalFileDraft:
    """The draft with its number tidied, and sex and birthday where they are empty and a sound number tells them."""
    number = tidied(draft.identity_kind, draft.identity_number)
    draft = replace(draft, identity_number=number)
    if draft.identity_kind is not IdentityKind.ID_CARD or id_card_problem(number):
        return draft
    return replace(draft, sex=draft.sex or sex_of(number), born_on=draft.born_on or birthday(number))


def doubts(draft: PersonalFileDraft) -> dict[str, str]:
    """Fields that look wrong but may be right, and why: the number itself, sex, birthday, age when hired."""
    found: dict[str, str] = {}
    number = tidied(draft.identity_kind, draft.identity_number)
    if number and draft.identity_kind is IdentityKind.ID_CARD:
        found = _card_doubts(draft, number)
    if "born_on" not in found and _too_young(draft):
        found["born_on"] = "too_young"
    return found


def _card_doubts(draft: PersonalFileDraft, number: str) -> dict[str, str]:
    problem = id_card_problem(number)
    found = {"identity_number": problem} if problem else {}
    if problem in ("length", "birthday"):
        return found
    if draft.sex and draft.sex is not sex_of(number):
        found["sex"] = "sex_differs"
    if draft.born_on and draft.born_on != birthday(number):
        found["born_on"] = "birthday_differs"
    return found


def _too_young(draft: PersonalFileDraft) -> bool:
    return bool(draft.born_on and draft.hired_on and age_on(draft.born_on, draft.hired_on) < YOUNGEST)


def age_on(born_on: date, day: date) -> int:
    """Full years on a day 周岁."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
