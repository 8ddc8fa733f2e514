"""The win rate: chart and table by month, region, whoever is responsible or kind, the list behind every figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import bids
from services.statistics_terms import Period, Span
from services.terms import BidKind, BidResult
from services.win_rates import LIST, WinBy, WinRate, behind, percent
from ui.labels import label
from ui.state import Desk
from ui.statistics.controls import PeriodChoice, choice_box, labelled
from ui.statistics.figure_dialog import FigureDialog
from ui.statistics.figures import Behind, Cell, Figures, Heading, count
from ui.statistics.figures import percent as percent_cell
from ui.widgets import formats
from ui.widgets.bar_layout import Bar

if TYPE_CHECKING:
    from services.database import Session

ORDER = (
    BidResult.WON,
    BidResult.LOST,
    BidResult.REJECTED,
    BidResult.FAILED,
    BidResult.GIVEN_UP,
    BidResult.PENDING,
)

SIZE = (1310, 640)  # the nine columns side by side, in either language, on the smallest screen
CHART = 330

translate = QCoreApplication.translate


class WinRateDialog(FigureDialog):
    """Grouped and of a period as chosen; the definition stands below the table."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "win_rate", translate("Bid", "Win rate"), parent)
        self.by = choice_box("by", translate("Recruiting", "Grouped"), list(WinBy))
        self.by.setCurrentIndex(list(WinBy).index(WinBy.REGION))
        self.resize(*SIZE)
        self.view.share(CHART, SIZE[0] - CHART)
        self.period = PeriodChoice(desk.today, self)
        self.period.choose(Period.TWELVE_MONTHS)
        self.choices.addLayout(labelled(translate("Recruiting", "Grouped"), self.by))
        self.choices.addLayout(labelled(translate("Statistics", "Period"), self.period))
        self.choices.addStretch(1)
        self.by.currentIndexChanged.connect(self.ask)
        self.period.changed.connect(self.ask)
        self.ask()

    def ask(self) -> None:
        """Count again, off the window's thread."""
        span = self.period.span()
        if span is None:
            return
        self._asked += 1
        by = WinBy(self.by.currentData())
        done = partial(self._answered, self._asked, by, span)
        self.desk.tasks.read(self, partial(_read, by, span), done, self.refuse)

    def _answered(self, asked: int, by: WinBy, span: Span, found: dict[str, WinRate]) -> None:
        if asked == self._asked:
            self.show_figures(figures(found, by, span))


def _read(by: WinBy, span: Span, session: Session) -> dict[str, WinRate]:
    return bids.win_rate(session, start=span.first, end=span.last, by=by)


def figures(found: dict[str, WinRate], by: WinBy, span: Span) -> Figures:
    """A row a group: how many ended how, and both rates."""
    whole = WinRate()
    for one in found.values():
        sums = {result.value: getattr(whole, result.value) + getattr(one, result.value) for result in ORDER}
        whole = replace(whole, **sums, taken_part=whole.taken_part + one.taken_part)
    words = translate(
        "Bid", "{won} won of {decided} decided: {rate} % · of {taken} taken part in: {taken_rate} %"
    )
    told = words.format(
        won=whole.won, decided=whole.decided, rate=_share(whole.rate),
        taken=whole.taken_part, taken_rate=_share(whole.rate_of_taken_part),
    )  # fmt: skip
    return Figures(
        name="win_rate",
        title=translate("Bid", "Win rate"),
        subtitle=told,
        note=translate(
            "Bid",
            "Win rate = won ÷ (won + lost + rejected); tenders that failed, bids given up and those still pending do not "
            "count. Of those taken part = won ÷ all that were handed in: decided, or pending or failed with the submission "
            "done. A bid counts on the day its result was known, "
            "a pending one on the day it is handed in.",
        ),
        headings=_headings(by),
        rows=tuple(_row(one, by, span) for one in found.values()),
        total=_cells(whole, translate("Statistics", "Total"), by, None, span),
        bars=tuple(_bar(one, by) for one in found.values()),
        legend=(translate("Bid", "Won"), translate("Bid", "Decided")),
        standing=by is WinBy.PERIOD,
    )


def _headings(by: WinBy) -> tuple[Heading, ...]:
    return (
        Heading(label(by), right=False),
        Heading(translate("Bid", "Win rate"), weight=1),
        Heading(translate("Bid", "Of those taken part"), weight=1),
        *(Heading(label(result), weight=1) for result in ORDER),
    )


def _share(share: Decimal | None) -> str:
    return formats.NOTHING if share is None else str(percent(share))


def _row(one: WinRate, by: WinBy, span: Span) -> tuple[Cell, ...]:
    return _cells(one, _name(one, by), by, one.key, span)


def _name(one: WinRate, by: WinBy) -> str:
    if not one.key:
        return translate("Bid", "Unknown")
    return label(BidKind(one.key)) if by is WinBy.KIND else one.name


def _cells(one: WinRate, name: str, by: WinBy, key: str | None, span: Span) -> tuple[Cell, ...]:
    def list_of(words: str, *results: BidResult, taken: bool = False) -> Behind:
        rows = behind(by, key, results, span.first, span.last, taken_part=taken)
        return Behind(f"{name} · {words}", LIST, rows)

    counts = [count(getattr(one, result.value), list_of(label(result), result)) for result in ORDER]
    decided = list_of(translate("Bid", "Decided"), BidResult.WON, BidResult.LOST, BidResult.REJECTED)
    taken = list_of(translate("Bid", "Taken part"), taken=True)
    rates = (
        replace(percent_cell(percent(one.rate)), behind=decided if one.decided else None),
        replace(percent_cell(percent(one.rate_of_taken_part)), behind=taken if one.taken_part else None),
    )
    return (Cell(name, name), *rates, *counts)


def _bar(one: WinRate, by: WinBy) -> Bar:
    name = _name(one, by)
    told = translate("Bid", "{name}: {won} won of {decided} decided")
    return Bar(
        label=name,
        value=Decimal(one.won),
        before=Decimal(one.decided),
        shown=f"{one.won} / {one.decided}",
        told=told.format(name=name, won=one.won, decided=one.decided),
    )
