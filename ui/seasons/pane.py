"""The detail pane of an adjustment of bases: where it stands, before and after, what the paid months cost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services.terms import OfficePaperState
from ui.labels import label
from ui.widgets import formats
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from decimal import Decimal

    from services.base_season_register import SeasonDetail
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

LINES_SHOWN = 6
NO_LIMIT = 10**9

translate = QCoreApplication.translate


def show_season(pane: DetailPane, desk: Desk, detail: SeasonDetail, open_lines: Callable[[], object]) -> None:
    """Fill the pane from top to bottom."""
    words = translate("Remittance", "{count} people").format(count=formats.count(len(detail.lines)))
    pane.headline(
        f"{label(detail.fund)} · {detail.city}",
        translate("Season", "From {month}").format(month=f"{detail.from_month:%Y-%m}"),
        words,
    )
    bar = StepBar()
    bar.set_steps(steps_of(detail.state))
    pane.widget(bar)
    if detail.holder and detail.state is OfficePaperState.SUBMITTED:
        pane.row(translate("Field", "With"), detail.holder)
    if detail.state_note:
        pane.text(detail.state_note, "red")
    _rules(pane, detail)
    _costs(pane, detail)
    _lines(pane, detail, open_lines)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("base_season", detail.history, desk.today()))


def steps_of(state: OfficePaperState) -> list[Step]:
    """Draft, waiting, in force; sent back where that happened."""
    way = (OfficePaperState.DRAFT, OfficePaperState.SUBMITTED, OfficePaperState.APPROVED)
    if state not in way:
        here = 1 if state is OfficePaperState.RETURNED else 0
        steps = [
            Step(label(one), StepState.DONE if place < here else StepState.LATER)
            for place, one in enumerate(way)
        ]
        steps[here] = Step(label(state), StepState.RETURNED)
        return steps
    here = way.index(state)
    done = state is OfficePaperState.APPROVED
    states = [
        StepState.DONE if place < here or done else StepState.CURRENT if place == here else StepState.LATER
        for place in range(len(way))
    ]
    return [Step(label(one), given) for one, given in zip(way, states, strict=True)]


def _rules(pane: DetailPane, detail: SeasonDetail) -> None:
    pane.row(translate("Field", "Wages of the year"), str(detail.average_of))
    pane.row(translate("Season", "Floor and ceiling"), f"{_limit(detail.floor)} – {_limit(detail.ceiling)}")
    pane.row(translate("Field", "First paid in"), f"{detail.applied_from:%Y-%m}")
    without = sum(line.old_base is None for line in detail.lines)
    bound = sum(bool(line.bound) for line in detail.lines)
    if without:
        words = translate("Season", "{count} people had no base before.")
        pane.check("warn", words.format(count=without))
    if bound:
        words = translate("Season", "{count} people are held at floor or ceiling.")
        pane.check("ok", words.format(count=bound))


def _limit(amount: Decimal | None) -> str:
    return formats.NOTHING if amount is None or amount > NO_LIMIT else formats.money(amount)


def _costs(pane: DetailPane, detail: SeasonDetail) -> None:
    pane.section(translate("Season", "What it costs"))
    before, now = formats.money(detail.old_total), formats.money(detail.new_total)
    pane.row(translate("Field", "Sum of the bases"), f"{before} → {now}")
    if not detail.months:
        pane.text(translate("Season", "No month was paid on the old bases: nothing to pay back."))
        return
    first, last = detail.months[0], detail.months[-1]
    months = f"{first:%Y-%m}" if first == last else f"{first:%Y-%m} – {last:%Y-%m}"
    pane.row(translate("Season", "Paid on the old bases"), months)
    pane.row(translate("Season", "Employer's difference"), formats.money(detail.employer))
    pane.row(translate("Season", "Employees' difference"), formats.money(detail.employee))
    pane.row(translate("Field", "Together"), formats.money(detail.employer + detail.employee), strong=True)


def _lines(pane: DetailPane, detail: SeasonDetail, open_lines: Callable[[], object]) -> None:
    pane.section(translate("Season", "Before and after"))
    for line in detail.lines[:LINES_SHOWN]:
        pane.row(line.name, f"{formats.money(line.old_base)} → {formats.money(line.new_base)}")
    button = QPushButton(translate("Remittance", "Everybody…"))
    button.setObjectName("button.all_lines")
    button.setProperty("flat", True)
    button.setAutoDefault(False)
    button.clicked.connect(open_lines)
    pane.widget(button)
