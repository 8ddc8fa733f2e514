"""The funnel: chart and table of who came how far, and the list behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import recruiting_funnel
from services.candidates import ORDER
from services.money import percent_of
from services.recruiting_funnel import LISTS, FunnelBy, FunnelRow
from services.register_model import Filter, Operator
from services.statistics_terms import Period, Span
from ui.labels import label
from ui.state import Desk
from ui.statistics.controls import PeriodChoice, choice_box, labelled
from ui.statistics.figure_dialog import FigureDialog
from ui.statistics.figures import Behind, Cell, Figures, Heading, count, money, percent
from ui.widgets import formats
from ui.widgets.bar_layout import Bar

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


class FunnelDialog(FigureDialog):
    """By source, event, post or month, of a period; Ctrl+P prints, Ctrl+E exports."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "funnel", translate("Recruiting", "Recruiting funnel"), parent)
        self.by.currentIndexChanged.connect(self.ask)
        self.period.changed.connect(self.ask)
        self.ask()

    def make_choices(self) -> None:
        self.by = choice_box("by", translate("Recruiting", "Grouped"), list(FunnelBy))
        self.period = PeriodChoice(self.desk.today, self)
        self.period.choose(Period.TWELVE_MONTHS)
        self.choices.addLayout(labelled(translate("Recruiting", "Grouped"), self.by))
        self.choices.addLayout(labelled(translate("Statistics", "Period"), self.period))
        self.choices.addStretch(1)

    def ask(self) -> None:
        """Count again, off the window's thread."""
        span = self.period.span()
        if span is None:
            return
        self._asked += 1
        by = FunnelBy(self.by.currentData())
        work = partial(_read, self.desk.actor, by, span)
        self.desk.tasks.read(self, work, partial(self._answered, self._asked, by, span), self.refuse)

    def _answered(self, asked: int, by: FunnelBy, span: Span, found: list[FunnelRow]) -> None:
        if asked == self._asked:
            self.show_figures(figures(found, by, span))


def _read(actor: Actor, by: FunnelBy, span: Span, session: Session) -> list[FunnelRow]:
    return recruiting_funnel.funnel(session, actor, by, first=span.first, last=span.last)


def figures(found: Sequence[FunnelRow], by: FunnelBy, span: Span) -> Figures:
    """A row a group: how many came how far, the rate, and what one who was hired cost."""
    sums = [sum(row.counts[place] for row in found) for place in range(5)]
    rate = percent_of(sums[4], sums[0])
    words = translate("Recruiting", "{applied} applied, {hired} hired, {rate}")
    costs = by is FunnelBy.EVENT
    return Figures(
        name="recruiting_funnel",
        title=translate("Recruiting", "Recruiting funnel"),
        subtitle=words.format(applied=sums[0], hired=sums[4], rate=percent(rate).text),
        note=translate(
            "Recruiting",
            "Of those who applied in the period, how many came at least that far. Rate: hired ÷ applied.",
        ),
        headings=_headings(by, costs=costs),
        rows=tuple(_row(row, by, span, costs=costs) for row in found),
        total=_total(found, sums, span, costs=costs),
        bars=tuple(_bar(row) for row in found),
        legend=(translate("Recruiting", "Hired"), translate("Recruiting", "Applied")),
    )


def _headings(by: FunnelBy, *, costs: bool) -> tuple[Heading, ...]:
    first = {
        FunnelBy.SOURCE: translate("Register", "Came from"),
        FunnelBy.EVENT: translate("Register", "Event"),
        FunnelBy.POST: translate("Register", "Post"),
        FunnelBy.MONTH: translate("Statistics", "Month"),
    }
    found = [Heading(first[by], right=False), *(Heading(label(stage), weight=1) for stage in ORDER)]
    found.append(Heading(translate("Statistics", "Rate"), weight=1))
    if costs:
        found.append(Heading(translate("Field", "Cost")))
        found.append(Heading(translate("Recruiting", "Cost a hire")))
    return tuple(found)


def _row(row: FunnelRow, by: FunnelBy, span: Span, *, costs: bool) -> tuple[Cell, ...]:
    name = row.key or translate("Recruiting", "Unknown")
    cells = [Cell(name, name)]
    filters = recruiting_funnel.behind(by, row.key, span.first, span.last)
    for stage, number in zip(ORDER, row.counts, strict=True):
        cells.append(count(number, Behind(f"{name} · {label(stage)}", LISTS[stage], filters)))
    cells.append(percent(row.rate))
    if costs:
        each = row.cost_each
        cells += [
            money(row.cost),
            money(each) if each is not None else Cell(formats.NOTHING, None, tone="muted"),
        ]
    return tuple(cells)


def _total(found: Sequence[FunnelRow], sums: Sequence[int], span: Span, *, costs: bool) -> tuple[Cell, ...]:
    words = translate("Statistics", "Total")
    within = (Filter("applied_on", Operator.BETWEEN, (span.first, span.last)),)
    cells = [Cell(words, words)]
    for stage, number in zip(ORDER, sums, strict=True):
        cells.append(count(number, Behind(label(stage), LISTS[stage], within)))
    cells.append(percent(percent_of(sums[4], sums[0])))
    if costs:
        cost = sum((row.cost for row in found), Decimal(0))
        each = (cost / sums[4]).quantize(Decimal("0.01")) if sums[4] else None
        cells += [money(cost), money(each) if each is not None else Cell(formats.NOTHING, None, tone="muted")]
    return tuple(cells)


def _bar(row: FunnelRow) -> Bar:
    name = row.key or translate("Recruiting", "Unknown")
    told = translate("Recruiting", "{name}: {applied} applied, {hired} hired")
    return Bar(
        label=name,
        value=Decimal(row.counts[4]),
        before=Decimal(row.counts[0]),
        shown=f"{row.counts[4]} / {row.counts[0]}",
        told=told.format(name=name, applied=row.counts[0], hired=row.counts[4]),
    )
