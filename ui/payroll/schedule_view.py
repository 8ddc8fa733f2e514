"""The schedule of a year 工资日程: a row a month and kind, what is overdue in red."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from services.terms import RunKind
from ui import theme
from ui.labels import label, tone
from ui.payments.rows_table import TONE_ROLE, Heading, RowsTable, Shown
from ui.widgets import formats
from ui.widgets.row_painter import PILL_HEIGHT, Writer, draw_pill

if TYPE_CHECKING:
    from services.payroll_runs import ScheduleRow

DUE, STATE = 2, 8

type Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate


class ScheduleView(RowsTable):
    """The ids of its rows are their places in the schedule."""

    def __init__(self, parent: QWidget) -> None:
        hint = translate("Payroll", "Search month, kind or state  Ctrl+F")
        super().__init__("schedule", _headings(), parent, hint=hint)
        self.search.hide()  # a year has a dozen rows
        self._pills = _Pills(self)
        self.view.setItemDelegateForColumn(STATE, self._pills)

    def show_rows(self, rows: Sequence[ScheduleRow], current: int) -> None:
        """Show these, with the one in hand selected."""
        self.fill([_shown(place, row) for place, row in enumerate(rows)])
        self.select({current})
        if 0 <= current < len(rows):
            self.view.setCurrentIndex(self.found.index(current, 0))


class _Pills(QStyledItemDelegate):
    """The state as everywhere: a word on its colour."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # the pill stands in its place

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        font = QFont(painter.font())
        font.setBold(True)
        font.setPixelSize(max(font.pixelSize() - 1, 10))
        ratio = painter.device().devicePixelRatio()
        pill = draw_pill(Writer(font), str(index.data()), str(index.data(TONE_ROLE)), ratio, theme.current())
        painter.drawPixmap(option.rect.x() + 4, option.rect.center().y() - PILL_HEIGHT // 2, pill)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Payroll", "Month"), 70),
        Heading(translate("Payroll", "Kind"), 110),
        Heading(translate("Payroll", "Due"), 88),
        Heading(translate("Payroll", "People"), 58, right=True),
        Heading(translate("Payroll", "Gross"), 98, right=True),
        Heading(translate("Payroll", "Tax"), 84, right=True),
        Heading(translate("Payroll", "Net"), 98, right=True),
        Heading(translate("Payroll", "Employer's cost"), 102, right=True),
        Heading(translate("Payroll", "State")),
    )


def _shown(place: int, row: ScheduleRow) -> Shown:
    made = row.state is not None
    money = [
        formats.money(one) if made else formats.NOTHING
        for one in (row.gross, row.tax, row.net, row.employer_cost)
    ]
    kind = label(row.kind) if row.kind is RunKind.REGULAR or not row.title else row.title
    state = label(row.state) if row.state is not None else translate("Payroll", "To be made")
    if row.holder_name:
        state = f"{state} · {row.holder_name}"
    day = row.paid_on or row.due_on
    cells = (
        f"{row.month:%Y-%m}", kind, day.isoformat(), formats.count(row.people) if made else formats.NOTHING,
        *money, state,
    )  # fmt: skip
    keys = (row.month, kind, day, row.people, row.gross, row.tax, row.net, row.employer_cost, state)
    last = tone(row.state) if row.state is not None else "amber"
    return Shown(place, cells, keys, last, tip=row.state_note, tones={DUE: "red"} if row.overdue else {})
