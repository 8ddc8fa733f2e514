"""What everything is worth on a day, past or future: by class and department, the cards behind each figure a click away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from services import asset_values, depreciation_sheets
from ui.depreciation.cards_dialog import CardsDialog
from ui.depreciation.words import no_department, sums
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.remittances.sheets import export_sheet, print_sheets
from ui.widgets import formats
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import UnreadableError

if TYPE_CHECKING:
    from services.asset_values import ValueGroup
    from services.database import Session
    from services.permissions import Actor
    from services.reports.sheet import Sheet
    from ui.state import Desk
    from ui.widgets.print_preview import PrintPreview

SETTLED_MS = 250
BY = ("both", "class", "department")

translate = QCoreApplication.translate


class ValuesDialog(PaymentDialog):
    """A day, how to group, and the table."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "asset_values", translate("Depreciation", "Values on a day"), parent)
        self.resize(1080, 660)
        self.day = desk.today()
        self.groups: Sequence[ValueGroup] = ()
        self._asked = 0
        self._keys: list[tuple[Any, Any]] = []
        self.day_edit = DayEdit(desk.today, self)
        self.day_edit.setObjectName("field.day")
        self.day_edit.setAccessibleName(translate("Depreciation", "On the day"))
        self.day_edit.set_value(self.day)
        self.by = QComboBox(self)
        self.by.setObjectName("field.by")
        self.by.setAccessibleName(translate("Depreciation", "Grouped by"))
        for name, words in zip(BY, _ways(), strict=True):
            self.by.addItem(words, name)
        self.table = RowsTable(
            "values", _headings(), self, hint=translate("Depreciation", "Search class or department  Ctrl+F")
        )
        self.sum = muted(self, "sum")
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._build()
        self._connect()
        self.ask()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for words, widget in (
            (translate("Depreciation", "On the day"), self.day_edit),
            (translate("Depreciation", "Grouped by"), self.by),
        ):
            caption = QLabel(words, self)
            caption.setProperty("role", "muted")
            caption.setBuddy(widget)
            line.addWidget(caption)
            line.addWidget(widget)
            line.addSpacing(16)
        self.day_edit.setMaximumWidth(150)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.sum)
        self.cards = self.button("cards", translate("Depreciation", "The cards  Ctrl+L"), keys="Ctrl+L")
        self.paper = self.button("print", translate("Action", "Print"), keys="Ctrl+P")
        self.export = self.button("export", translate("Action", "Export"), keys="Ctrl+E")
        close = self.close_button(translate("Form", "Close"))
        self.finish(self.cards, close, left=(self.export, self.paper))

    def _connect(self) -> None:
        self.day_edit.edited.connect(self._settled.start)
        self._settled.timeout.connect(self._look)
        self.by.currentIndexChanged.connect(lambda _place: self._show())
        self.table.opened.connect(self.open_cards)
        self.cards.clicked.connect(self._open_selected)
        self.paper.clicked.connect(self.print)
        self.export.clicked.connect(lambda: export_sheet(self.desk, self, partial(_sheets, self.day)))

    def _look(self) -> None:
        try:
            typed = self.day_edit.value()
        except UnreadableError:
            return  # still being typed
        if isinstance(typed, date) and typed != self.day:
            self.day = typed
            self.ask()

    def show_day(self, day: date) -> None:
        """Another day, as if it had been typed."""
        self.day_edit.set_value(day)
        self.day = day
        self.ask()

    def ask(self) -> None:
        """Reckon the day."""
        self._asked += 1
        work = partial(_groups, self.desk.actor, self.day)
        self.desk.tasks.read(self, work, partial(self._found, self._asked), self.refuse)

    def _found(self, asked: int, groups: Sequence[ValueGroup]) -> None:
        if asked == self._asked:
            self.groups = groups
            self._show()

    def _show(self) -> None:
        way = self.by.currentData()
        rows: dict[tuple[Any, Any], list[ValueGroup]] = {}
        for group in self.groups:
            key = (
                group.class_id if way != "department" else None,
                (group.department_id or 0) if way != "class" else None,
            )
            rows.setdefault(key, []).append(group)
        self._keys = list(rows)
        self.table.fill([_row(place, key, some) for place, (key, some) in enumerate(rows.items())])
        cost, accumulated, net = sums(self.groups, "cost", "accumulated", "net")
        words = translate(
            "Depreciation", "{day}: {count} cards · cost {cost} · accumulated {accumulated} · net {net}"
        )
        self.sum.setText(
            words.format(
                day=self.day.isoformat(), count=formats.count(sum(group.cards for group in self.groups)),
                cost=formats.yuan(cost), accumulated=formats.yuan(accumulated), net=formats.yuan(net),
            )
        )  # fmt: skip

    def _open_selected(self) -> None:
        chosen = self.table.selected()
        if chosen:
            self.open_cards(chosen[0])
        else:
            self._open((None, None), translate("Depreciation", "All cards"))

    def open_cards(self, place: int) -> CardsDialog:
        """The cards behind a row."""
        cells = self.table.model.rows[place].cells
        return self._open(
            self._keys[place], " · ".join(cell for cell in cells[:2] if cell != formats.NOTHING)
        )

    def _open(self, key: tuple[Any, Any], words: str) -> CardsDialog:
        title = f"{words} · {self.day.isoformat()}"
        dialog = CardsDialog(self.desk, title, partial(_cards, self.day, key), self)
        dialog.open()
        return dialog

    def print(self) -> PrintPreview:
        """The preview of 固定资产净值表."""
        title = f"{self.heading.text()} {self.day.isoformat()}"
        return print_sheets(self.desk, self, "asset_values", title, partial(_sheets, self.day))


def _ways() -> tuple[str, ...]:
    return (
        translate("Depreciation", "Class and department"),
        translate("Depreciation", "Class"),
        translate("Depreciation", "Department"),
    )


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Field", "Class")),
        Heading(translate("Field", "Department"), 180),
        Heading(translate("Depreciation", "Cards"), 80, right=True),
        Heading(translate("Field", "Cost"), 140, right=True),
        Heading(translate("Depreciation", "Accumulated"), 140, right=True),
        Heading(translate("Depreciation", "Net value"), 140, right=True),
    )


def _row(place: int, key: tuple[Any, Any], groups: Sequence[ValueGroup]) -> Shown:
    kind = groups[0].class_name if key[0] is not None else formats.NOTHING
    department = (groups[0].department_name or no_department()) if key[1] is not None else formats.NOTHING
    amounts = sums(groups, "cost", "accumulated", "net")
    cards = sum(group.cards for group in groups)
    cells = (kind, department, formats.count(cards), *map(formats.money, amounts))
    return Shown(place, cells, (kind, department, cards, *amounts))


def _groups(actor: Actor, day: date, session: Session) -> Sequence[ValueGroup]:
    return asset_values.groups_on(session, actor, day)


def _cards(day: date, key: tuple[Any, Any], session: Session, actor: Actor) -> Sequence[Any]:
    class_id, department = key
    return asset_values.cards_on(
        session, actor, day,
        class_ids=None if class_id is None else [class_id],
        department_ids=None if department is None else [department or None],
    )  # fmt: skip


def _sheets(day: date, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    return (depreciation_sheets.value_sheet(session, actor, day),)
