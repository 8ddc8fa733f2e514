"""What opening figures of a tax year are made of 年初扣除明细: the tax client asks for every deduction by its item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sqlalchemy.orm import Session

from models.personnel import DeductionItem, TaxYear
from services import personal_lists
from services.errors import Refused
from services.money import round_fen
from services.permissions import open_to_all
from services.personal_drafts import OpeningItemDraft, TaxYearDraft
from services.special_deductions import OTHER

_ZERO = Decimal(0)

type Items = dict[DeductionItem, Decimal]


@open_to_all("a step of services that have checked")
def of_employee(session: Session, employee_id: int) -> tuple[OpeningItemDraft, ...]:
    """The items in a person's file, the newest year first."""
    years = personal_lists.of_employee(session, TaxYear, employee_id, TaxYear.year.desc())
    return tuple(
        OpeningItemDraft(one.year, item, Decimal(one.opening_items[item.value]))
        for one in years
        for item in DeductionItem
        if item.value in one.opening_items
    )


def by_year(drafts: Sequence[OpeningItemDraft], years: Iterable[TaxYearDraft]) -> dict[int, dict[str, str]]:
    """The items of each year as it stores them.

    Raises Refused at `opening_items.<n>.<column>`: "record.required", "tax_year.amount", "tax_year.item_year" (year: no
    opening figures stand there), "tax_year.item_twice", "tax_year.item_sum" (items, whole).
    """
    opened = {one.year: one for one in years if one.opened_through is not None}
    found: dict[int, Items] = {}
    for number, draft in enumerate(drafts):
        at = f"opening_items.{number}"
        for name in ("year", "item", "amount"):
            if getattr(draft, name) is None:
                raise Refused("record.required", field=f"{at}.{name}")
        assert draft.year is not None, "required"
        assert draft.item is not None, "required"
        assert draft.amount is not None, "required"
        if draft.year not in opened:
            raise Refused("tax_year.item_year", field=f"{at}.year", year=draft.year)
        if draft.amount <= 0 or draft.amount != round_fen(draft.amount):
            raise Refused("tax_year.amount", field=f"{at}.amount")
        if draft.item in found.setdefault(draft.year, {}):
            raise Refused("tax_year.item_twice", field=f"{at}.item")
        found[draft.year][draft.item] = draft.amount
    _refuse_sums(drafts, found, opened)
    return {
        year: {item.value: f"{amount:.2f}" for item, amount in items.items()} for year, items in found.items()
    }


def _refuse_sums(
    drafts: Sequence[OpeningItemDraft], found: Mapping[int, Items], opened: Mapping[int | None, TaxYearDraft]
) -> None:
    """What is told by item at all is told wholly: 专项附加扣除, and 其他扣除."""
    for number, draft in enumerate(drafts):
        year = opened[draft.year]
        other = draft.item in OTHER
        whole = (year.opening_other if other else year.opening_additional) or _ZERO
        items = found[draft.year or 0].items()
        known = sum((amount for item, amount in items if (item in OTHER) is other), _ZERO)
        if known != whole:
            raise Refused(
                "tax_year.item_sum", field=f"opening_items.{number}.amount", items=known, whole=whole
            )
