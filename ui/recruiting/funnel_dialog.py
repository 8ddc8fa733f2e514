"""The funnel: chart and table of who came how far, and the list behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services import recruiting_funnel
from services.candidates import ORDER
from services.money import percent_of
from services.recruiting_funnel import LISTS, FunnelBy, FunnelRow
from services.register_model import Filter, Operator
from services.statistics_terms import Period, Span
from ui.errors import sentence
from ui.labels import label
from ui.state import Desk
from ui.statistics.controls import PeriodChoice, choice_box, labelled
from ui.statistics.figure_export import copy_figures, export_figures, print_figures
from ui.statistics.figure_view import FigureView
from ui.statistics.figures import Behind, Cell, Figures, Heading, count, money, percent
from ui.widgets import formats
from ui.widgets.bar_layout import Bar
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

translate = QCoreApplication.translate


class FunnelDialog(QDialog):
    """By source, event, post or month, of a period; Ctrl+P prints, Ctrl+E exports."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.funnel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self._asked = 0
        self.setWindowTitle(translate("Recruiting", "Recruiting funnel"))
        self.line = QLabel(self)
        self.line.setObjectName("label.headline")
        self.line.setProperty("role", "muted")
        self.by = choice_box("by", translate("Recruiting", "Grouped"), list(FunnelBy))
        self.period = PeriodChoice(desk.today, self)
        self.period.choose(Period.TWELVE_MONTHS)
        self.notice = Notice(self)
        self.view = FigureView(desk, self)
        self._build()
        self.by.currentIndexChanged.connect(self.ask)
        self.period.changed.connect(self.ask)
        self.resize(1120, 640)
        self.ask()

    def _build(self) -> None:
        heading = QLabel(self.windowTitle(), self)
        heading.setProperty("role", "title")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(labelled(translate("Recruiting", "Grouped"), self.by))
        row.addLayout(labelled(translate("Statistics", "Period"), self.period))
        row.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in self._buttons():
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for widget in (heading, self.line):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _buttons(self) -> list[QPushButton]:
        acts = (
            ("copy", translate("Action", "Copy as table"), "Ctrl+Shift+C", lambda: self._with(copy_figures)),
            ("export", translate("Action", "Export"), "Ctrl+E", lambda: self._with(lambda one: export_figures(self.desk, one, self))),
            ("print", translate("Action", "Print"), "Ctrl+P", lambda: self._with(lambda one: print_figures(self.desk, one, self))),
            ("close", translate("Page", "Close"), "", self.reject),
        )  # fmt: skip
        found = []
        for name, words, key, run in acts:
            made = QPushButton(words, self)
            made.setObjectName(f"action.{name}")
            made.setAutoDefault(False)
            if key:
                made.setToolTip(key)
                QShortcut(QKeySequence(key), self).activated.connect(made.click)
            made.clicked.connect(run)
            found.append(made)
        return found

    def _with(self, act: object) -> None:
        if self.view.figures is not None and callable(act):
            act(self.view.figures)

    def ask(self) -> None:
        """Count again, off the window's thread."""
        span = self.period.span()
        if span is None:
            return
        self._asked += 1
        by = FunnelBy(self.by.currentData())
        work = partial(_read, self.desk.actor, by, span)
        self.desk.tasks.read(self, work, partial(self._answered, self._asked, by, span), self._refused)

    def _answered(self, asked: int, by: FunnelBy, span: Span, found: list[FunnelRow]) -> None:
        if asked == self._asked:
            made = figures(found, by, span)
            self.line.setText(made.subtitle)
            self.view.set_figures(made)

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))


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
