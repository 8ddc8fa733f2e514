"""Costs of supplies as table and bars, every figure with the movements it adds up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from services.statistics_terms import Key, Span
from services.supply_costs import CostBy, CostRow, Costs, behind
from ui.labels import label
from ui.statistics.expense_figures import span_words
from ui.statistics.figures import Behind, Cell, Figures, Heading, count, money, percent
from ui.widgets import formats
from ui.widgets.bar_layout import Bar

MOST_BARS = 12
MOST_ACROSS = 13

translate = QCoreApplication.translate


def figures(found: Costs) -> Figures:
    """A row for every key: lines, cost, the year before, the difference; or its cells by the other grouping."""
    total = translate("Statistics", "Total")
    crossed = found.across is not None
    rows = tuple(
        _crossed(found, row) if crossed else _cells(found, row, _words(found.by, row), {found.by: row.key})
        for row in found.rows
    )
    shown = found.rows if found.by is CostBy.MONTH else found.rows[:MOST_BARS]
    return Figures(
        name=f"supply_costs.{found.by.value}",
        title=translate("Supplies", "Cost of supplies"),
        subtitle=_subtitle(found),
        note=translate("Supplies", "What was issued less what came back, at the cost it went out with, by the day of the slip. Differences of counts are not in it."),
        headings=_crossed_headings(found) if crossed else _headings(found.by),
        rows=rows,
        total=_crossed_total(found, total) if crossed else _cells(found, found.total, total, {}),
        bars=() if crossed else tuple(_bar(found.by, row) for row in shown),
        legend=(span_words(found.span), span_words(found.span.before())),
        standing=found.by is CostBy.MONTH,
    )  # fmt: skip


def _words(by: CostBy, row: CostRow) -> str:
    return row.name or _nobody(by)


def _nobody(by: CostBy) -> str:
    """What was charged to nobody in particular."""
    if by is CostBy.PERSON:
        return translate("Supplies", "To nobody by name")
    return translate("Supplies", "No department")


def _headings(by: CostBy) -> tuple[Heading, ...]:
    return (
        Heading(label(by), right=False, weight=4),
        Heading(translate("Statistics", "Lines"), weight=1),
        Heading(translate("Field", "Cost")),
        Heading(translate("Statistics", "Year before")),
        Heading(translate("Statistics", "Difference")),
        Heading(translate("Statistics", "Change"), weight=1),
    )


def _cells(found: Costs, row: CostRow, words: str, picks: Mapping[CostBy, Key]) -> tuple[Cell, ...]:
    now = _behind(found.span, picks, words)
    then = _behind(found.span.before(), _before(picks), words)
    return (
        Cell(words, words),
        count(row.count, now),
        money(row.amount, now),
        money(row.before, then, "muted"),
        money(row.difference),
        percent(row.change, signed=True),
    )


def _before(picks: Mapping[CostBy, Key]) -> Mapping[CostBy, Key]:
    if CostBy.MONTH not in picks:
        return picks
    year, _, month = str(picks[CostBy.MONTH]).partition("-")
    return {**picks, CostBy.MONTH: f"{int(year) - 1}-{month}"}


def _behind(span: Span, picks: Mapping[CostBy, Key], words: str) -> Behind:
    return Behind(f"{words} · {span_words(span)}", behind(span, picks))


def _crossed_headings(found: Costs) -> tuple[Heading, ...]:
    assert found.across is not None
    heads = [Heading(label(found.by), right=False, weight=4), Heading(translate("Statistics", "Total"))]
    heads += [Heading(name or _nobody(found.across)) for _key, name in found.heads[:MOST_ACROSS]]
    if len(found.heads) > MOST_ACROSS:
        heads.append(Heading(translate("Statistics", "Others")))
    return tuple(heads)


def _crossed(found: Costs, row: CostRow) -> tuple[Cell, ...]:
    assert found.across is not None
    assert found.cells is not None
    words, shown = _words(found.by, row), found.heads[:MOST_ACROSS]
    cells = [Cell(words, words), money(row.amount, _behind(found.span, {found.by: row.key}, words))]
    seen = row.amount
    for key, name in shown:
        amount = found.cells.get((row.key, key))
        picks = {found.by: row.key, found.across: key}
        cells.append(
            Cell("") if amount is None else money(amount, _behind(found.span, picks, f"{words} · {name}"))
        )
        seen -= amount or 0
    return tuple([*cells, money(seen)] if len(found.heads) > MOST_ACROSS else cells)


def _crossed_total(found: Costs, words: str) -> tuple[Cell, ...]:
    assert found.across is not None
    assert found.cells is not None
    cells = [Cell(words, words), money(found.total.amount, _behind(found.span, {}, words))]
    rest = found.total.amount
    for key, name in found.heads[:MOST_ACROSS]:
        amount = sum(
            (one for (_down, right), one in found.cells.items() if right == key), found.total.amount * 0
        )
        cells.append(money(amount, _behind(found.span, {found.across: key}, name)))
        rest -= amount
    return tuple([*cells, money(rest)] if len(found.heads) > MOST_ACROSS else cells)


def _subtitle(found: Costs) -> str:
    before = translate("Statistics", "year before {amount}").format(amount=formats.yuan(found.total.before))
    if found.total.change is not None:
        before += f" ({percent(found.total.change, signed=True).text})"
    return " · ".join([span_words(found.span), formats.yuan(found.total.amount), before])


def _bar(by: CostBy, row: CostRow) -> Bar:
    told = translate("Statistics", "{name}: {amount}, year before {before}")
    words = _words(by, row)
    return Bar(
        label=words.partition("-")[2] if by is CostBy.MONTH else words,
        value=row.amount,
        before=row.before,
        shown=formats.money(row.amount),
        told=told.format(name=words, amount=formats.yuan(row.amount), before=formats.yuan(row.before)),
    )
