"""Why this number: the schedule of a card month by month, company's book and tax book beside each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import asset_schedules, depreciation_sheets
from services.terms import Method
from ui.depreciation.words import causes, sums
from ui.labels import label
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.remittances.sheets import export_sheet, print_sheets
from ui.widgets import formats

if TYPE_CHECKING:
    from services.asset_schedules import CardSchedule, ScheduleMonth
    from services.database import Session
    from services.permissions import Actor
    from services.reports.sheet import Sheet
    from ui.state import Desk
    from ui.widgets.print_preview import PrintPreview

translate = QCoreApplication.translate


class ScheduleDialog(PaymentDialog):
    """A row a month: opening, charge, accumulated, net, the tax book, the difference, and what caused a turn."""

    def __init__(self, desk: Desk, asset_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "asset_schedule", translate("Depreciation", "Why this number"), parent)
        self.resize(1120, 660)
        self.asset_id = asset_id
        self.about, self.rule = muted(self, "about"), muted(self, "rule")
        self.table = RowsTable(
            "schedule", _headings(), self, hint=translate("Depreciation", "Search month or cause  Ctrl+F")
        )
        self.sum = muted(self, "sum")
        for widget in (self.about, self.rule, self.sum):
            self.column.addWidget(widget)
        self.column.insertWidget(self.column.count() - 1, self.table, 1)
        paper = self.button("print", translate("Action", "Print"), keys="Ctrl+P")
        export = self.button("export", translate("Action", "Export"), keys="Ctrl+E")
        paper.clicked.connect(self.print)
        export.clicked.connect(lambda: export_sheet(desk, self, self._sheets()))
        self.finish(self.close_button(translate("Form", "Close")), left=(export, paper))
        desk.tasks.read(self, partial(_schedule, desk.actor, asset_id, desk.today()), self._fill, self.refuse)

    def print(self) -> PrintPreview:
        """The preview of 固定资产折旧计算表."""
        return print_sheets(self.desk, self, "asset_schedule", self.heading.text(), self._sheets())

    def _sheets(self) -> Callable[[Session, Actor], tuple[Sheet, ...]]:
        return partial(_sheets, self.asset_id, self.desk.today())

    def _fill(self, found: CardSchedule) -> None:
        self.heading.setText(f"{found.number} {found.name}")
        self.setWindowTitle(self.heading.text())
        self.about.setText(_about(found))
        self.rule.setText(_rule(found))
        today = self.desk.today().replace(day=1)
        self.table.fill([_row(number, row) for number, row in enumerate(found.rows)])
        self.sum.setText(_sum(found))
        now = next((n for n, row in enumerate(found.rows) if row.month == today), None)
        if now is not None:
            self.table.select([now])
            self.table.view.scrollTo(self.table.view.currentIndex())
        self.table.view.setFocus()


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Field", "Month"), 84),
        Heading(translate("Depreciation", "Opening"), 112, right=True),
        Heading(translate("Depreciation", "Charge"), 104, right=True),
        Heading(translate("Depreciation", "Accumulated"), 112, right=True),
        Heading(translate("Depreciation", "Net value"), 112, right=True),
        Heading(translate("Depreciation", "Tax book"), 104, right=True),
        Heading(translate("Depreciation", "Difference"), 104, right=True),
        Heading(translate("Depreciation", "Cause")),
    )


def _row(number: int, row: ScheduleMonth) -> Shown:
    amounts = (row.opening, row.charge, row.accumulated, row.net, row.tax_charge, row.difference)
    words = [causes(row.causes)] if row.causes else []
    if row.units is not None:
        words.append(translate("Depreciation", "{units} units").format(units=f"{row.units.normalize():f}"))
    words += _caught_up(row)
    if row.booked is not None:
        booked = translate("Depreciation", "the closed month has {amount}")
        words.append(booked.format(amount=formats.money(row.booked)))
    elif row.closed:
        words.append(translate("Depreciation", "closed"))
    told = " · ".join(words)
    tones = {2: "red"} if row.unlike else {}
    if row.difference:
        tones[6] = "amber"
    cells = (f"{row.month:%Y-%m}", *map(formats.money, amounts), told)
    return Shown(number, cells, (row.month, *amounts, told), "red" if row.unlike else "muted", tones=tones)


def _caught_up(row: ScheduleMonth) -> list[str]:
    """What it makes up of closed months; the tax book's where it is another amount."""
    if not (row.catch_up or row.tax_catch_up):
        return []
    words = translate("Depreciation", "catch-up of closed months {amount}")
    told = [words.format(amount=formats.money(row.catch_up))]
    if row.tax_catch_up != row.catch_up:
        words = translate("Depreciation", "in the tax book {amount}")
        told.append(words.format(amount=formats.money(row.tax_catch_up)))
    return told


def _about(found: CardSchedule) -> str:
    words = translate(
        "Depreciation", "Cost {cost} · residual {residual} · {method}, {months} months · in use since {day}"
    )
    start = found.start_on.isoformat() if found.start_on else formats.NOTHING
    parts = [
        words.format(
            cost=formats.yuan(found.cost), residual=formats.yuan(found.residual), method=label(found.method),
            months=found.months, day=start,
        )
    ]  # fmt: skip
    if found.opening_months:
        opening = translate("Depreciation", "before the register {amount} in {months} months")
        parts.append(
            opening.format(amount=formats.yuan(found.opening_accumulated), months=found.opening_months)
        )
    if found.stopped_on is not None:
        parts.append(translate("Depreciation", "left on {day}").format(day=found.stopped_on.isoformat()))
    tax = translate("Depreciation", "tax book: {months} months").format(months=found.tax_months)
    parts.append(translate("Depreciation", "tax book: deducted at once") if found.one_off else tax)
    return " · ".join(parts)


_RULES = {
    Method.STRAIGHT_LINE: lambda: translate("Depreciation", "Each month: (cost − residual) ÷ months, rounded to the fen; the last month takes the rest. The month after it was put into use is the first."),
    Method.DOUBLE_DECLINING: lambda: translate("Depreciation", "Each year: net value × 2 ÷ life, the last two years in equal parts; the months of a year are equal and its last takes the rest."),
    Method.SUM_OF_YEARS: lambda: translate("Depreciation", "Each year: (cost − residual) × years left ÷ sum of the years; the months of a year are equal and its last takes the rest."),
    Method.UNITS: lambda: translate("Depreciation", "Each month: (cost − residual) × units of the month ÷ units of the whole life."),
}  # fmt: skip


def _rule(found: CardSchedule) -> str:
    """How the method reckons, and every change of estimate."""
    lines = [_RULES[found.method]()]
    for change in found.changes:
        words = translate(
            "Depreciation", "From {month}: {months} months left, residual {residual}, cost {added}"
        )
        lines.append(
            words.format(
                month=f"{change.from_on:%Y-%m}", months=change.months, residual=formats.money(change.residual),
                added=f"{change.added:+,.2f}",
            )
        )  # fmt: skip
    return "\n".join(lines)


def _sum(found: CardSchedule) -> str:
    if not found.rows:
        return translate("Depreciation", "Not in use yet: nothing is charged.")
    words = translate("Depreciation", "{count} months · charged {company} · tax book {tax}")
    company, tax = sums(found.rows, "charge", "tax_charge")
    return words.format(count=len(found.rows), company=formats.yuan(company), tax=formats.yuan(tax))


def _schedule(actor: Actor, asset_id: int, today: date, session: Session) -> CardSchedule:
    return asset_schedules.schedule_of_card(session, actor, asset_id, on=today)


def _sheets(asset_id: int, today: date, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    return (depreciation_sheets.schedule_sheet(session, actor, asset_id, on=today),)
