"""A year: twelve months of every card or class, and what company and tax book charge beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QStackedWidget, QWidget

from services import depreciation_sheets, depreciation_years
from ui.depreciation.schedule_dialog import ScheduleDialog
from ui.depreciation.words import sums
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.remittances.sheets import export_sheet, print_sheets
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.depreciation_years import BookRow, YearRow
    from services.permissions import Actor
    from services.reports.sheet import Sheet
    from ui.state import Desk
    from ui.widgets.print_preview import PrintPreview

VIEWS = ("card", "class", "books")
FIRST, LAST = 1990, 2100

translate = QCoreApplication.translate


class YearDialog(PaymentDialog):
    """Which year, which view, and its table; a double click shows why a card's figure is what it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, view: str = "card") -> None:
        super().__init__(
            desk, "depreciation_year", translate("Depreciation", "Depreciation of a year"), parent
        )
        self.resize(1280, 680)
        self._asked = 0
        self.year = QSpinBox(self)
        self.year.setObjectName("field.year")
        self.year.setAccessibleName(translate("Depreciation", "Year"))
        self.year.setRange(FIRST, LAST)
        self.year.setValue(desk.today().year)
        self.view = QComboBox(self)
        self.view.setObjectName("field.view")
        self.view.setAccessibleName(translate("Depreciation", "View"))
        for name, words in zip(VIEWS, _views(), strict=True):
            self.view.addItem(words, name)
        self.view.setCurrentIndex(VIEWS.index(view))
        hint = translate("Depreciation", "Search number, name or class  Ctrl+F")
        self.tables = {name: RowsTable(f"year_{name}", _HEADINGS[name](), self, hint=hint) for name in VIEWS}
        self.stack = QStackedWidget(self)
        for table in self.tables.values():
            self.stack.addWidget(table)
        self.sum = muted(self, "sum")
        self._build()
        self.ask()

    @property
    def table(self) -> RowsTable:
        """The table in view."""
        return self.tables[self.view.currentData()]

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for words, widget in (
            (translate("Depreciation", "Year"), self.year),
            (translate("Depreciation", "View"), self.view),
        ):
            caption = QLabel(words, self)
            caption.setProperty("role", "muted")
            caption.setBuddy(widget)
            line.addWidget(caption)
            line.addWidget(widget)
            line.addSpacing(16)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.stack, 1)
        self.column.addWidget(self.sum)
        why = self.button("why", translate("Depreciation", "Why this number  Ctrl+Y"), keys="Ctrl+Y")
        paper = self.button("print", translate("Action", "Print"), keys="Ctrl+P")
        export = self.button("export", translate("Action", "Export"), keys="Ctrl+E")
        why.clicked.connect(self._why_selected)
        paper.clicked.connect(self.print)
        export.clicked.connect(lambda: export_sheet(self.desk, self, self._make()))
        self.finish(why, self.close_button(translate("Form", "Close")), left=(export, paper))
        self.year.valueChanged.connect(lambda _year: self.ask())
        self.view.currentIndexChanged.connect(lambda _place: self.ask())
        for name in ("card", "books"):
            self.tables[name].opened.connect(self.show_schedule)

    def ask(self) -> None:
        """Reckon the year."""
        name = self.view.currentData()
        self.stack.setCurrentWidget(self.tables[name])
        self._asked += 1
        work = partial(_rows, self.desk.actor, self.year.value(), name)
        self.desk.tasks.read(self, work, partial(self._found, self._asked, name), self.refuse)

    def _found(self, asked: int, name: str, rows: Sequence[Any]) -> None:
        if asked != self._asked:
            return
        if name == "books":
            self.tables[name].fill([_book_row(row) for row in rows])
            company, tax, difference = sums(rows, "company", "tax", "difference")
            words = translate(
                "Depreciation", "{count} cards · company {company} · tax book {tax} · adjustment {difference}"
            )
            told = words.format(
                count=formats.count(len(rows)), company=formats.yuan(company), tax=formats.yuan(tax),
                difference=formats.yuan(difference),
            )  # fmt: skip
        else:
            self.tables[name].fill([_year_row(row, by_card=name == "card") for row in rows])
            total, net = sums(rows, "total", "net")
            words = translate("Depreciation", "{count} rows · the year {total} · net at its end {net}")
            told = words.format(
                count=formats.count(len(rows)), total=formats.yuan(total), net=formats.yuan(net)
            )
        self.sum.setText(told)

    def _why_selected(self) -> None:
        chosen = self.table.selected() or self.table.shown_ids()
        if chosen and self.view.currentData() != "class":
            self.show_schedule(chosen[0])

    def show_schedule(self, asset_id: int) -> ScheduleDialog:
        """The schedule of a card."""
        dialog = ScheduleDialog(self.desk, asset_id, self)
        dialog.open()
        return dialog

    def _make(self) -> Any:
        return partial(_sheets, self.year.value(), self.view.currentData())

    def print(self) -> PrintPreview:
        """The preview of 年度折旧表 or 税会差异表."""
        title = f"{self.heading.text()} {self.year.value()}"
        return print_sheets(self.desk, self, "depreciation_year", title, self._make())


def _views() -> tuple[str, ...]:
    return (
        translate("Depreciation", "Twelve months by card"),
        translate("Depreciation", "Twelve months by class"),
        translate("Depreciation", "Company and tax book"),
    )


def _months() -> tuple[Heading, ...]:
    words = translate("Depreciation", "M{month}")
    return tuple(Heading(words.format(month=month), 74, right=True) for month in range(1, 13))


def _ends() -> tuple[Heading, ...]:
    return (
        Heading(translate("Depreciation", "Year"), 96, right=True),
        Heading(translate("Depreciation", "Net at the end"), 100, right=True),
    )


def _card_headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Field", "Asset no."), 108),
        Heading(translate("Field", "Name"), 96),
        *_months(),
        *_ends(),
    )


def _class_headings() -> tuple[Heading, ...]:
    return (Heading(translate("Field", "Class"), 130), *_months(), *_ends())


def _book_headings() -> tuple[Heading, ...]:
    words = (
        translate("Depreciation", "Company's book"), translate("Depreciation", "Tax book"),
        translate("Depreciation", "Adjustment"), translate("Depreciation", "Company, accumulated"),
        translate("Depreciation", "Tax, accumulated"),
    )  # fmt: skip
    amounts = (Heading(one, 136, right=True) for one in words)
    return (Heading(translate("Field", "Asset no."), 124), Heading(translate("Field", "Name")), *amounts)


_HEADINGS = {"card": _card_headings, "class": _class_headings, "books": _book_headings}


def _year_row(row: YearRow, *, by_card: bool) -> Shown:
    amounts = (*row.months, row.total, row.net)
    words = (row.label, row.name) if by_card else (row.label,)
    shown = (formats.money(one) if one else formats.NOTHING for one in amounts)
    return Shown(row.id, (*words, *shown), (*words, *amounts))


def _book_row(row: BookRow) -> Shown:
    amounts = (row.company, row.tax, row.difference, row.company_accumulated, row.tax_accumulated)
    cells = (row.label, row.name, *map(formats.money, amounts))
    tones = {4: "red" if row.difference > 0 else "green"} if row.difference else {}
    return Shown(row.id, cells, (row.label, row.name, *amounts), tones=tones)


def _rows(actor: Actor, year: int, name: str, session: Session) -> Sequence[Any]:
    if name == "books":
        return depreciation_years.both_books(session, actor, year)
    if name == "class":
        return depreciation_years.year_classes(session, actor, year)
    return depreciation_years.year_cards(session, actor, year)


def _sheets(year: int, name: str, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    if name == "books":
        return (depreciation_sheets.books_sheet(session, actor, year),)
    return (depreciation_sheets.year_sheet(session, actor, year, by_card=name == "card"),)
