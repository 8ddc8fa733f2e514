"""Promises kept and time spent as tables and bars, every figure with the papers it counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from services.money import percent_of
from services.promise_levels import LevelTime, papers_at
from services.promises import LIST, Figure, PromisedMonth, behind
from ui.statistics.figures import Behind, Cell, Figures, Heading, count, percent
from ui.widgets import formats
from ui.widgets.bar_layout import Bar

translate = QCoreApplication.translate


def months(found: Sequence[PromisedMonth], promised: int, today: date) -> Figures:
    """A row for every month: promised, kept, late, overdue, not yet due, the rate, the median."""
    kept, late, overdue = (sum(getattr(one, name) for one in found) for name in ("kept", "late", "overdue"))
    rate = percent_of(kept, kept + late + overdue)
    parts = [translate("Statistics", "Promised: {days} working days").format(days=promised)]
    if rate is not None:
        parts.append(translate("Statistics", "{rate} kept").format(rate=percent(rate).text))
    if overdue:
        parts.append(translate("Statistics", "{count} overdue").format(count=formats.count(overdue)))
    return Figures(
        name="promises",
        title=translate("Statistics", "Promises kept"),
        subtitle=" · ".join(parts),
        note=translate(
            "Statistics",
            "By month of the promise. Rate: kept ÷ (kept + late + overdue). Median: working days to payment.",
        ),
        headings=_headings(),
        rows=tuple(_row(one, today) for one in found),
        total=_total(found, rate),
        bars=tuple(_bar(one) for one in found),
        legend=(translate("Statistics", "Kept"), translate("Statistics", "Promised")),
        standing=True,
    )


def _headings() -> tuple[Heading, ...]:
    words = (
        translate("Statistics", "Promised"),
        translate("Statistics", "Kept"),
        translate("Statistics", "Late"),
        translate("Statistics", "Overdue"),
        translate("Statistics", "Not yet due"),
        translate("Statistics", "Rate"),
        translate("Statistics", "Median"),
    )
    return (
        Heading(translate("Statistics", "Month"), right=False),
        *(Heading(one, weight=1) for one in words),
    )


def _row(one: PromisedMonth, today: date) -> tuple[Cell, ...]:
    month = f"{one.month:%Y-%m}"
    names = {
        "due": translate("Statistics", "Promised"),
        "kept": translate("Statistics", "Kept"),
        "late": translate("Statistics", "Late"),
        "overdue": translate("Statistics", "Overdue"),
        "open": translate("Statistics", "Not yet due"),
    }

    def figure(name: Figure, number: int, tone: str = "") -> Cell:
        list_of = Behind(f"{names[name]} · {month}", LIST, behind(one.month, name, today))
        return count(number, list_of, tone)

    return (
        Cell(month, month),
        figure("due", one.due),
        figure("kept", one.kept),
        figure("late", one.late, "amber"),
        figure("overdue", one.overdue, "red"),
        figure("open", one.open),
        percent(one.rate),
        _days(one.median),
    )


def _total(found: Sequence[PromisedMonth], rate: Decimal | None) -> tuple[Cell, ...]:
    words = translate("Statistics", "Total")
    sums = [sum(getattr(one, name) for one in found) for name in ("due", "kept", "late", "overdue", "open")]
    return (Cell(words, words), *(count(one) for one in sums), percent(rate), Cell("", None))


def _bar(one: PromisedMonth) -> Bar:
    month = f"{one.month:%Y-%m}"
    told = translate("Statistics", "{name}: {kept} of {due} kept, {rate}")
    return Bar(
        label=f"{one.month:%m}",
        value=Decimal(one.kept),
        before=Decimal(one.due),
        shown=percent(one.rate).text,
        told=told.format(name=month, kept=one.kept, due=one.due, rate=percent(one.rate).text),
    )


def levels(found: Sequence[LevelTime], month: date) -> Figures:
    """A row for every level and who had the papers there."""
    title = translate("Statistics", "Where the time of {month} went").format(month=f"{month:%Y-%m}")
    return Figures(
        name="levels",
        title=title,
        subtitle="",
        note=translate("Statistics", "Working days a paper stayed, 0 within a day."),
        headings=(
            Heading(translate("Statistics", "Level"), right=False),
            Heading(translate("Statistics", "With"), right=False),
            Heading(translate("Statistics", "Papers"), weight=1),
            Heading(translate("Statistics", "Days"), weight=1),
            Heading(translate("Statistics", "Median"), weight=1),
            Heading(translate("Statistics", "Longest"), weight=1),
        ),
        rows=tuple(_level(row, month) for row in found),
    )


def _level(row: LevelTime, month: date) -> tuple[Cell, ...]:
    where = row.label or translate("Statistics", "Payment")
    list_of = Behind(f"{where} · {row.holder} · {month:%Y-%m}", papers_at(month, row.label, row.holder))
    return (
        Cell(where, where),
        Cell(row.holder or formats.NOTHING, row.holder),
        count(row.papers, list_of),
        count(row.days, list_of),
        _days(row.median),
        count(row.longest, list_of),
    )


def _days(value: Decimal | None) -> Cell:
    if value is None:
        return Cell(formats.NOTHING, None, tone="muted")
    return Cell(f"{value.normalize():f}", value)
