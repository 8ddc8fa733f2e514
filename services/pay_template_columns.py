"""The columns of a printed pay paper as a template names them: their order, words and widths. No database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.reports.pay_grid import GridColumn

EARNINGS, INSURED, WITHHOLDINGS = "@earnings", "@insured", "@withholdings"
EMPLOYER_INSURED, EMPLOYER_PARTS = "@employer_insured", "@employer_parts"
# what a column of a group stands before when no other one of its group is on the paper
_BEFORE = {
    EARNINGS: ("other_earnings", "gross"),
    INSURED: ("insurance_difference", "insurance", "tax"),
    WITHHOLDINGS: ("other_withheld", "taken", "net"),
    EMPLOYER_INSURED: ("employer_difference", "employer_insurance"),
    EMPLOYER_PARTS: ("other_cost", "employer_cost"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A column that a paper may have, and its usual heading; `group` when there may be more of its kind."""

    key: str
    words: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column of a template; no `heading` is the usual one, `width` is in hundredths of the usual."""

    key: str
    heading: str = ""
    width: int = 100
    shown: bool = True


def arranged(columns: Sequence[TemplateColumn], offers: Sequence[Offer]) -> tuple[TemplateColumn, ...]:
    """The columns of a template as far as they are offered; a group is all of its columns.

    What the template does not know (a component made later) stands behind the others of its group, printed if one of
    them is, so that no amount is lost; any other column is at the end and not printed.
    """
    known = {offer.key: offer for offer in offers}
    named = {column.key for column in columns}
    found: list[TemplateColumn] = []
    for column in columns:
        if column.key in known:
            found.append(column)
        else:
            found += [
                TemplateColumn(one.key) for one in offers if one.group == column.key and one.key not in named
            ]
    placed = {column.key for column in found}
    for offer in offers:
        if offer.key not in placed:
            _insert(found, offer, known)
    return tuple(found)


def _insert(found: list[TemplateColumn], offer: Offer, known: dict[str, Offer]) -> None:
    """Put a column where it belongs."""
    if not offer.group:
        found.append(TemplateColumn(offer.key, shown=False))
        return
    own = [place for place, column in enumerate(found) if known[column.key].group == offer.group]
    before = [place for place, column in enumerate(found) if column.key in _BEFORE[offer.group]]
    place = own[-1] + 1 if own else min(before, default=len(found))
    shown = not own or any(found[one].shown for one in own)
    found.insert(place, TemplateColumn(offer.key, shown=shown))


def headed(column: GridColumn, wanted: TemplateColumn) -> GridColumn:
    """A printed column with the words and the width a template gives it."""
    return replace(column, label=wanted.heading or column.label, width=column.width * wanted.width // 100)
