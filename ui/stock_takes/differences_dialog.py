"""The differences of a count: why, and what is done about each; several are explained at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from services import asset_classes, stock_take_details, stock_take_lines
from services.permissions import Permission
from services.stock_take_lines import ALLOWED, LineDraft
from services.terms import Adjustment, FoundState, StockTakeState
from ui.claims.act_dialog import ActDialog, Question
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import RowsTable
from ui.stock_takes.line_rows import difference_headings, difference_row
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.stock_take_details import TakeDetail, TakeLine
    from ui.state import Desk

# fmt: off
EXPLANATION = FieldSpec("explanation", QT_TRANSLATE_NOOP("Field", "Cause of the difference"), blank="", width=2)
DONE = FieldSpec("adjustment", QT_TRANSLATE_NOOP("Field", "What is done"), FieldKind.CHOICE, required=True, members=Adjustment)
SURPLUS = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), blank=""),
    FieldSpec("specification", QT_TRANSLATE_NOOP("Field", "Specification"), blank=""),
    FieldSpec("class_id", QT_TRANSLATE_NOOP("Field", "Class"), FieldKind.COMBO, choices=asset_classes.choices),
    FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Replacement value"), FieldKind.MONEY, hint=QT_TRANSLATE_NOOP("Field", "What it would cost today, for its new card.")),
)
# fmt: on
EDITABLE = frozenset({StockTakeState.OPEN, StockTakeState.COUNTED})

translate = QCoreApplication.translate


class DifferencesDialog(PaymentDialog):
    """Enter, F2 or a double click explains; `acted` tells that something was written."""

    acted = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, detail: TakeDetail, parent: QWidget | None = None) -> None:
        title = translate("StockTake", "Differences: {number} {name}")
        super().__init__(desk, "differences", title.format(number=detail.number, name=detail.name), parent)
        self.resize(1180, 660)
        self.detail = detail
        hint = translate("StockTake", "Search number, name, place or person  Ctrl+F")
        self.table = RowsTable("differences", difference_headings(), self, hint=hint)
        self.everything = QCheckBox(translate("StockTake", "Also what was found"), self)
        self.everything.setObjectName("field.everything")
        self.sum = muted(self, "sum")
        self.explain_button = self.button("explain", translate("StockTake", "Explain…  F2"), keys="F2")
        self.explain_button.clicked.connect(self.explain)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.sum)
        self.finish(self.close_button(translate("Form", "Close")), left=(self.explain_button,))
        self.buttons.insertWidget(1, self.everything)
        self.everything.toggled.connect(lambda _on: self.show_detail(self.detail))
        self.table.opened.connect(lambda _line: self.explain())
        self.table.changed.connect(self._selected)
        self.show_detail(detail)

    @property
    def editable(self) -> bool:
        return self.detail.state in EDITABLE and self.desk.can(Permission.ASSET_EDIT)

    def reload(self) -> None:
        """The lines as they are now."""
        work = partial(_load, self.desk.actor, self.detail.id)
        self.desk.tasks.read(self, work, self.show_detail, self.refuse)

    def show_detail(self, detail: TakeDetail) -> None:
        """The differences, or all lines."""
        self.detail = detail
        lines = detail.lines if self.everything.isChecked() else detail.different
        self.table.fill([difference_row(line) for line in lines])
        left = sum(not line.explanation for line in detail.different)
        words = translate(
            "StockTake", "{count} differences, {left} to be explained · to be written off {net}"
        )
        told = words.format(count=len(detail.different), left=left, net=formats.yuan(detail.net_missing))
        self.sum.setText(told)
        self.explain_button.setVisible(self.editable)
        self._selected()
        self.loaded.emit()

    def chosen(self) -> list[TakeLine]:
        """The selected lines."""
        ids = set(self.table.selected())
        return [line for line in self.detail.lines if line.id in ids]

    def _selected(self) -> None:
        self.explain_button.setEnabled(bool(self.table.selected()))

    def explain(self) -> ActDialog | None:
        """Ask about the selected lines; what is done about them must fit every one of them."""
        lines = self.chosen()
        if not lines or not self.editable:
            return None
        first = lines[0]
        allowed = frozenset.intersection(*(ALLOWED[line.found] for line in lines))
        choices = tuple(one for one in Adjustment if one in allowed)
        done = FieldSpec(DONE.name, DONE.label, DONE.kind, required=True, members=choices)
        surplus = len(lines) == 1 and first.found is FoundState.UNKNOWN
        fields = (EXPLANATION, done, *(_surplus(first.counted) if surplus else ()))
        values: dict[str, object] = {
            "explanation": first.explanation,
            "adjustment": first.adjustment if first.adjustment in choices else Adjustment.NONE,
            "name": first.name, "specification": first.specification, "class_id": first.class_id,
            "cost": first.cost or None,
        }  # fmt: skip
        names = {spec.name for spec in fields}
        title = (
            first.code
            if len(lines) == 1
            else translate("StockTake", "{count} lines").format(count=len(lines))
        )
        question = Question(
            f"{title} {first.name if len(lines) == 1 else ''}".strip(),
            translate("Form", "Save  Ctrl+S"), fields,
            {name: value for name, value in values.items() if name in names}, _about(lines),
        )  # fmt: skip
        dialog = ActDialog(self.desk, question, _work(self.detail.id, [line.id for line in lines]), self)
        dialog.setObjectName("dialog.explain")
        dialog.saved.connect(lambda _id: self._changed())
        dialog.open()
        return dialog

    def _changed(self) -> None:
        self.reload()
        self.acted.emit()


def _surplus(pieces: int) -> tuple[FieldSpec, ...]:
    """Of several pieces the value is that of all of them."""
    if pieces == 1:
        return SURPLUS
    words = translate("StockTake", "What all {count} pieces would cost today, for their new card.")
    return (*SURPLUS[:-1], replace(SURPLUS[-1], hint=words.format(count=pieces)))


def _about(lines: list[TakeLine]) -> str:
    line = lines[0]
    if len(lines) > 1:
        return translate("StockTake", "The same explanation for all of them.")
    parts = [label(line.found)]
    if line.place:
        parts.append(translate("StockTake", "should be at {place}").format(place=line.place))
    if there := line.seen or line.found_place:
        parts.append(translate("StockTake", "found at {place}").format(place=there))
    return " · ".join(parts)


def _work(take_id: int, ids: list[int]) -> Callable[[Session, Actor, SimpleNamespace], Any]:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        stock_take_lines.explain(session, actor, take_id, ids, LineDraft(**vars(typed)))
        return SimpleNamespace(id=take_id)

    return work


def _load(actor: Actor, take_id: int, session: Session) -> TakeDetail:
    return stock_take_details.detail(session, actor, take_id)
