"""The detail pane of a month: what it charges, what changed against the month before, classes and departments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from services.terms import DepreciationState
from ui.depreciation.words import no_department
from ui.labels import label
from ui.payroll.link_label import LinkLabel
from ui.widgets import formats
from ui.widgets.history_list import HistoryList

if TYPE_CHECKING:
    from services.depreciation_register import RunDetail, RunPart
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

translate = QCoreApplication.translate

type OpenPart = Callable[[RunPart, str], object]


def show_run(pane: DetailPane, desk: Desk, found: RunDetail, open_part: OpenPart) -> None:
    """Fill the pane from top to bottom; `open_part` shows the cards behind a class or department."""
    words = translate("Depreciation", "{count} cards · {state}")
    told = words.format(count=formats.count(found.assets), state=label(found.state))
    pane.headline(f"{found.month:%Y-%m}", formats.yuan(found.amount), told)
    _doubts(pane, found)
    _figures(pane, found)
    _changes(pane, found)
    for title, parts, kind in (
        (translate("Depreciation", "By class"), found.classes, "class"),
        (translate("Depreciation", "By department"), found.departments, "department"),
    ):
        if parts:
            pane.section(title)
        for part in parts:
            _part(pane, part, kind, open_part)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("depreciation_run", found.history, desk.today()))


def _doubts(pane: DetailPane, found: RunDetail) -> None:
    if found.state is DepreciationState.OPEN and not found.assets:
        pane.check("warn", translate("Depreciation", "No card is charged in this month."))
    for row in found.units_missing:
        words = translate("Depreciation", "{number} {name}: enter its units of the month")
        pane.check("warn", words.format(number=row.number, name=row.name))
    for told in found.estimates:
        pane.check("ok", translate("Depreciation", "New estimate from this month: {card}").format(card=told))


def _figures(pane: DetailPane, found: RunDetail) -> None:
    pane.row(translate("Field", "Original cost"), formats.money(found.cost))
    pane.row(translate("Depreciation", "Accumulated"), formats.money(found.accumulated))
    pane.row(translate("Depreciation", "Net value"), formats.money(found.net), strong=True)
    if found.catch_up:
        words = translate("Depreciation", "Of it catch-up")
        pane.row(words, formats.money(found.catch_up), tone="amber")
    difference = found.amount - found.tax_amount
    pane.row(translate("Depreciation", "Tax book"), formats.money(found.tax_amount))
    if difference:
        pane.row(
            translate("Depreciation", "Company's book less tax book"), formats.money(difference), tone="amber"
        )


def _changes(pane: DetailPane, found: RunDetail) -> None:
    if found.before is None:
        return
    pane.section(translate("Depreciation", "Against the month before"))
    change = found.amount - found.before
    pane.row(
        translate("Depreciation", "Charge"),
        f"{change:+,.2f}".replace("-", "−") if change else formats.money(change),
    )
    if found.joined:
        pane.row(translate("Depreciation", "Cards charged for the first time"), formats.count(found.joined))
    if found.left:
        pane.row(translate("Depreciation", "Cards that left"), formats.count(found.left))


def _part(pane: DetailPane, part: RunPart, kind: str, open_part: OpenPart) -> None:
    """A class or department as a line that leads to its cards."""
    link = LinkLabel(f"{part.name or no_department()}  ×{part.cards}")
    link.setObjectName(f"link.{kind}.{part.id or 0}")
    link.followed.connect(lambda: open_part(part, kind))
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(link, 1)
    row.addWidget(QLabel(formats.money(part.amount)))
    pane.widget(line)
