"""Statistics of expenses as tables and bars, every figure with the lines it adds up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from services.expense_statistics import Figure, Matrix, Question, Statistics, behind
from services.statistics_terms import Counted, Grouping, Key, Span
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.statistics.figures import Behind, Cell, Figures, Heading, count, money, percent
from ui.widgets import formats
from ui.widgets.bar_layout import Bar

MOST_BARS = 12
MOST_ACROSS = 14  # columns of a matrix besides months; the smallest share the last one

translate = QCoreApplication.translate

WITHOUT = {
    Grouping.PROJECT: QT_TRANSLATE_NOOP("Statistics", "Without a project"),
}
TITLES = {
    Grouping.CATEGORY: QT_TRANSLATE_NOOP("Statistics", "Expenses by category"),
    Grouping.DEPARTMENT: QT_TRANSLATE_NOOP("Statistics", "Expenses by department"),
    Grouping.PROJECT: QT_TRANSLATE_NOOP("Statistics", "Expenses by project"),
    Grouping.PERSON: QT_TRANSLATE_NOOP("Statistics", "Expenses by person"),
    Grouping.MONTH: QT_TRANSLATE_NOOP("Statistics", "Expenses by month"),
}
# what each way of counting means, in one line
MEANINGS = {
    Counted.PAID: QT_TRANSLATE_NOOP(
        "Statistics",
        "Sanctioned amounts of the lines of paid papers, by the day paid. A reversal counts with a minus on its own day.",
    ),
    Counted.SPENT: QT_TRANSLATE_NOOP(
        "Statistics",
        "Sanctioned amounts of the lines of paid papers, by the day spent. A voided paper and its reversal are nothing together.",
    ),
    Counted.CLAIMED: QT_TRANSLATE_NOOP(
        "Statistics",
        "Sanctioned amounts of lines paid or on their way, by the day spent. A voided paper and its reversal are nothing together.",
    ),
}


def row_words(by: Grouping, figure: Figure) -> str:
    """What a row is called."""
    if figure.key is None and by in WITHOUT:
        return translate("Statistics", WITHOUT[by])
    return figure.name or formats.NOTHING


def table(found: Statistics) -> Figures:
    """A row for every key: lines, amount, the year before, the difference, the share."""
    question = found.question
    rows = tuple(_row(found, figure) for figure in found.figures)
    standing = question.by is Grouping.MONTH
    shown = found.figures if standing else found.figures[:MOST_BARS]
    return Figures(
        name=f"expenses.{question.by.value}",
        title=_title(question),
        subtitle=_subtitle(found),
        note=_note(question.counted, cut=len(shown) < len(found.figures)),
        headings=_headings(question.by),
        rows=rows,
        total=_cells(found, found.total, translate("Statistics", "Total"), {}),
        bars=tuple(_bar(question.by, figure, row_words(question.by, figure)) for figure in shown),
        legend=_legend(question.span),
        standing=standing,
    )


def matrix(found: Matrix) -> Figures:
    """Rows by one grouping, columns by another; what finds no column is in the last one."""
    question, across = found.statistics.question, found.across.question.by
    every = found.across.figures
    columns = every if across is Grouping.MONTH else every[:MOST_ACROSS]
    rest = len(every) > len(columns)
    heads = [Heading(label(question.by), right=False, weight=4), Heading(translate("Statistics", "Total"))]
    heads += [Heading(row_words(across, column)) for column in columns]
    heads += [Heading(translate("Statistics", "Others"))] * rest
    rows = [_matrix_row(found, figure, columns, rest=rest) for figure in found.statistics.figures]
    return Figures(
        name=f"expenses.{question.by.value}.{across.value}",
        title=f"{_title(question)} × {label(across)}",
        subtitle=_subtitle(found.statistics),
        note=translate("Statistics", MEANINGS[question.counted]),
        headings=tuple(heads),
        rows=tuple(rows),
        total=_matrix_total(found, columns, rest=rest),
    )


def _matrix_row(
    found: Matrix, figure: Figure, columns: tuple[Figure, ...], *, rest: bool
) -> tuple[Cell, ...]:
    question, across = found.statistics.question, found.across.question.by
    words = row_words(question.by, figure)
    whole = _behind(question, question.span, {question.by: figure.key}, words)
    cells = [Cell(words, words), money(figure.amount, whole)]
    shown = [found.cells.get((figure.key, column.key)) for column in columns]
    for column, amount in zip(columns, shown, strict=True):
        picks = {question.by: figure.key, across: column.key}
        title = f"{words} · {row_words(across, column)}"
        cells.append(
            Cell("", None)
            if amount is None
            else money(amount, _behind(question, question.span, picks, title))
        )
    if rest:
        cells.append(money(figure.amount - sum(one for one in shown if one is not None)))
    return tuple(cells)


def _matrix_total(found: Matrix, columns: tuple[Figure, ...], *, rest: bool) -> tuple[Cell, ...]:
    question, across = found.statistics.question, found.across.question.by
    words, total = translate("Statistics", "Total"), found.statistics.total.amount
    cells = [Cell(words, words), money(total, _behind(question, question.span, {}, words))]
    for column in columns:
        list_of = _behind(question, question.span, {across: column.key}, row_words(across, column))
        cells.append(money(column.amount, list_of))
    if rest:
        cells.append(money(total - sum(column.amount for column in columns)))
    return tuple(cells)


def _headings(by: Grouping) -> tuple[Heading, ...]:
    return (
        Heading(label(by), right=False, weight=4),
        Heading(translate("Statistics", "Lines"), weight=1),
        Heading(translate("Statistics", "Amount")),
        Heading(translate("Statistics", "Year before")),
        Heading(translate("Statistics", "Difference")),
        Heading(translate("Statistics", "Change"), weight=1),
        Heading(translate("Statistics", "Share"), weight=1),
    )


def _row(found: Statistics, figure: Figure) -> tuple[Cell, ...]:
    by = found.question.by
    return _cells(found, figure, row_words(by, figure), {by: figure.key})


def _cells(found: Statistics, figure: Figure, words: str, picks: Mapping[Grouping, Key]) -> tuple[Cell, ...]:
    question, span = found.question, found.question.span
    now, then = _behind(question, span, picks, words), _behind(question, span.before(), _before(picks), words)
    return (
        Cell(words, words),
        count(figure.count, now),
        money(figure.amount, now),
        money(figure.before, then, "muted"),
        money(figure.difference),
        percent(figure.change, signed=True),
        percent(found.share(figure)),
    )


def _before(picks: Mapping[Grouping, Key]) -> Mapping[Grouping, Key]:
    """A month of this year is compared with the same one a year before."""
    if Grouping.MONTH not in picks:
        return picks
    year, _, month = str(picks[Grouping.MONTH]).partition("-")
    return {**picks, Grouping.MONTH: f"{int(year) - 1}-{month}"}


def _behind(question: Question, span: Span, picks: Mapping[Grouping, Key], words: str) -> Behind:
    days = span_words(span)
    return Behind(f"{words} · {days}", behind(question, span, picks))


def span_words(span: Span) -> str:
    """From when to when."""
    words = translate("Statistics", "{first} to {last}")
    return words.format(first=span.first.isoformat(), last=span.last.isoformat())


def _note(counted: Counted, *, cut: bool) -> str:
    words = translate("Statistics", MEANINGS[counted])
    largest = translate("Statistics", "The chart shows the {count} largest.").format(count=MOST_BARS)
    return f"{words} {largest}" if cut else words


def _title(question: Question) -> str:
    return translate("Statistics", TITLES[question.by])


def _subtitle(found: Statistics) -> str:
    total = found.total
    parts = [label(found.question.counted), span_words(found.question.span), formats.yuan(total.amount)]
    before = translate("Statistics", "year before {amount}").format(amount=formats.yuan(total.before))
    if total.change is not None:
        before += f" ({percent(total.change, signed=True).text})"
    return " · ".join([*parts, before])


def _legend(span: Span) -> tuple[str, str]:
    return span_words(span), span_words(span.before())


def _bar(by: Grouping, figure: Figure, words: str) -> Bar:
    told = translate("Statistics", "{name}: {amount}, year before {before}")
    shown = words.partition("-")[2] if by is Grouping.MONTH else words
    return Bar(
        label=shown,
        value=figure.amount,
        before=figure.before,
        shown=formats.money(figure.amount),
        told=told.format(name=words, amount=formats.yuan(figure.amount), before=formats.yuan(figure.before)),
    )
