"""The columns of a payroll sheet in the window: the short ones of every day, or every component that anybody has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.payroll_sheets import SheetRowKind
from services.terms import ComponentEffect
from ui.widgets import formats

if TYPE_CHECKING:
    from services.payroll_sheets import SheetRow

ZERO = Decimal(0)
SHOWN = 2  # earnings with a column of their own in the short table

translate = QCoreApplication.translate

type Value = Callable[[SheetRow], Decimal | None]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: what it is called, which figure it shows, and the figure that `payroll_reasons.why` explains.

    `parts` are the codes of the components added up in it, when it is none of the engine's own figures.
    """

    name: str
    words: str
    value: Value | None = None
    text: Callable[[SheetRow], str] | None = None
    figure: str = ""
    strong: bool = False
    parts: tuple[str, ...] = ()

    @property
    def is_money(self) -> bool:
        """Whether it stands on the right."""
        return self.value is not None

    def shown(self, row: SheetRow) -> str:
        """What its cell says: a dash for nothing and for zero."""
        if self.value is None:
            return self.text(row) if self.text else ""
        amount = self.value(row)
        return formats.money(amount) if amount else formats.NOTHING

    def key(self, row: SheetRow) -> Decimal | str:
        """What it is sorted by."""
        return self.value(row) or ZERO if self.value else self.shown(row)


def columns_of(
    rows: Sequence[SheetRow], components: Sequence[Mapping[str, object]], *, every: bool
) -> tuple[SheetColumn, ...]:
    """The columns for these rows; components that nobody has are left out."""
    people = [row for row in rows if row.kind is SheetRowKind.PERSON]
    used = [one for one in components if any(row.amounts.get(str(one["code"])) for row in people)]
    earnings = _of(used, ComponentEffect.EARNING)
    deductions = _of(used, ComponentEffect.DEDUCTION)
    middle = (
        [_component(one) for one in (*earnings, *deductions)]
        if every
        else _short(people, earnings, deductions)
    )
    return (*_head(), *middle, *_sums(people), _change())


def change_of(row: SheetRow) -> Decimal | None:
    """How much more or less than last month; None for who was not there."""
    return None if row.net_before is None else row.net - row.net_before


def _of(components: Sequence[Mapping[str, object]], effect: ComponentEffect) -> list[Mapping[str, object]]:
    return [one for one in components if one["effect"] == effect.value]


def _head() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("name", translate("Payroll", "Name"), text=_name, figure="net"),
        SheetColumn("post", translate("Payroll", "Post"), text=lambda row: row.post, figure="gross"),
        SheetColumn("days", translate("Payroll", "Days"), text=_days, figure="gross"),
    )


def _sums(people: Sequence[SheetRow]) -> list[SheetColumn]:
    found = [
        SheetColumn("gross", translate("Payroll", "Gross"), lambda row: row.gross, figure="gross"),
        SheetColumn(
            "insurance", translate("Payroll", "Insurance"), lambda row: row.social + row.housing, figure="insurance"
        ),
        SheetColumn("tax", translate("Payroll", "Tax"), lambda row: row.tax, figure="tax"),
    ]  # fmt: skip
    if any(row.withheld for row in people):
        words = translate("Payroll", "Withheld")
        found.append(SheetColumn("withheld", words, lambda row: row.withheld, figure="withheld"))
    net = translate("Payroll", "Net")
    return [*found, SheetColumn("net", net, lambda row: row.net, figure="net", strong=True)]


def _change() -> SheetColumn:
    return SheetColumn("change", translate("Payroll", "Change"), change_of, figure="net")


def _short(
    people: Sequence[SheetRow],
    earnings: Sequence[Mapping[str, object]],
    deductions: Sequence[Mapping[str, object]],
) -> list[SheetColumn]:
    """The two largest earnings, what else is earned, what is taken off for absence."""
    sums = {
        str(one["code"]): sum((_amount(row, str(one["code"])) for row in people), ZERO) for one in earnings
    }
    largest = sorted(sums, key=lambda code: -sums[code])[:SHOWN]
    own = [_component(one) for one in earnings if one["code"] in largest]
    rest = [one for one in earnings if one["code"] not in largest]
    return [
        *own,
        *_together("other_earnings", translate("Payroll", "Others"), rest),
        *_together("deductions", translate("Payroll", "Less"), deductions),
    ]


def _together(name: str, words: str, components: Sequence[Mapping[str, object]]) -> list[SheetColumn]:
    if len(components) < 2:
        return [_component(one) for one in components]
    codes = tuple(str(one["code"]) for one in components)

    def value(row: SheetRow) -> Decimal:
        return sum((_amount(row, code) for code in codes), ZERO)

    return [SheetColumn(name, words, value, figure=f"component:{codes[0]}", parts=codes)]


def _component(one: Mapping[str, object]) -> SheetColumn:
    code = str(one["code"])
    return SheetColumn(code, str(one["name"]), lambda row: _amount(row, code), figure=f"component:{code}")


def _amount(row: SheetRow, code: str) -> Decimal:
    return row.amounts.get(code, ZERO)


def _name(row: SheetRow) -> str:
    if row.kind is SheetRowKind.PERSON:
        return row.name
    if row.kind is SheetRowKind.TOTAL:
        return translate("Payroll", "Total ({count})").format(count=formats.count(row.people))
    return translate("Payroll", "{department} ({count})").format(
        department=row.department, count=formats.count(row.people)
    )


def _days(row: SheetRow) -> str:
    if row.kind is not SheetRowKind.PERSON:
        return ""
    if not row.due_days:  # a bonus is paid for no days
        return formats.NOTHING
    return "/".join(formats.quantity(Decimal(days) / 100) for days in (row.worked_days, row.due_days))
