"""Everybody in an adjustment of bases: what they earned, before and after; the declared base is typed here."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services import base_season_papers, base_season_register, base_seasons
from services.base_seasons import EDITABLE, LineEdit
from services.permissions import Permission
from ui.claims.act_dialog import ActDialog, Question
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.remittances.sheets import export_sheet, print_sheets
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.base_season_register import SeasonDetail, SeasonLine
    from services.database import Session
    from services.permissions import Actor
    from services.reports.sheet import Sheet
    from ui.state import Desk

FIELDS = (
    FieldSpec("declared", QT_TRANSLATE_NOOP("Field", "Declared base"), FieldKind.MONEY, required=True),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank=""),
)

translate = QCoreApplication.translate


class SeasonLinesDialog(PaymentDialog):
    """Enter or a double click opens a line; `acted` tells that one was changed."""

    acted = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, detail: SeasonDetail, parent: QWidget | None = None) -> None:
        title = translate("Season", "Bases of {fund} {city} from {month}")
        super().__init__(
            desk,
            "season_lines",
            title.format(fund=label(detail.fund), city=detail.city, month=f"{detail.from_month:%Y-%m}"),
            parent,
        )
        self.resize(1180, 660)  # Qt itself would keep to two thirds of a screen
        self.detail = detail
        self.table = RowsTable("season_lines", _headings(), self)
        self.table.search.setPlaceholderText(translate("Remittance", "Search person or department  Ctrl+F"))
        self.sum = muted(self, "sum")
        self.edit_button = self.button("edit_line", translate("Season", "Declared base…"), keys="F2")
        self.edit_button.clicked.connect(self.edit_selected)
        paper = self.button("print", translate("Remittance", "Print  Ctrl+P"), keys="Ctrl+P")
        export = self.button("export", translate("Remittance", "Export  Ctrl+E"), keys="Ctrl+E")
        paper.clicked.connect(self.print)
        export.clicked.connect(lambda: export_sheet(desk, self, partial(list_sheets, detail.id)))
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.sum)
        self.finish(export, paper, self.close_button(translate("Form", "Close")), left=(self.edit_button,))
        self.table.opened.connect(self.edit)
        self.table.changed.connect(self._say)
        self._show(detail)

    @property
    def editable(self) -> bool:
        """Whether declared bases may be typed."""
        return self.detail.state in EDITABLE and self.desk.can(Permission.INSURANCE_EDIT)

    def reload(self) -> None:
        """The lines as they are now."""
        work = partial(_load, self.desk.actor, self.detail.id)
        self.desk.tasks.read(self, work, self._show, self.refuse)

    def _show(self, detail: SeasonDetail) -> None:
        self.detail = detail
        self.table.fill([_shown(line, detail.average_of) for line in detail.lines])
        words = translate(
            "Season",
            "{count} people · bases {before} → {now} · to pay back: employer {employer}, employees {employee}",
        )
        self.sum.setText(
            words.format(
                count=formats.count(len(detail.lines)), before=formats.yuan(detail.old_total),
                now=formats.yuan(detail.new_total), employer=formats.yuan(detail.employer),
                employee=formats.yuan(detail.employee),
            )
        )  # fmt: skip
        self._say()
        self.loaded.emit()

    def _say(self) -> None:
        self.edit_button.setVisible(self.editable)
        self.edit_button.setEnabled(len(self.table.selected()) == 1)

    def edit_selected(self) -> None:
        """The line of the selected row."""
        for line_id in self.table.selected()[:1]:
            self.edit(line_id)

    def edit(self, line_id: int) -> None:
        """Ask for the declared base of a person."""
        line = next((one for one in self.detail.lines if one.id == line_id), None)
        if line is None or not self.editable:
            return
        detail = self.detail

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
            edit = LineEdit(line_id, typed.declared, typed.note)
            base_seasons.save_lines(session, actor, detail.id, detail.version, [edit])
            return SimpleNamespace(id=detail.id)

        about = translate(
            "Season", "Average wage {average} in {months} months; base until now {base}."
        ).format(average=formats.money(line.average), months=line.months, base=formats.money(line.old_base))
        if not line.declared:
            about = translate(
                "Season",
                "No payroll of {year} is here. Enter the average monthly wage of that year; base until now {base}.",
            ).format(year=detail.average_of, base=formats.money(line.old_base))
        values = {"declared": line.declared or None, "note": line.note}
        question = Question(line.name, translate("Form", "Save  Ctrl+S"), FIELDS, values, about)
        dialog = ActDialog(self.desk, question, work, self)
        dialog.saved.connect(lambda _id: self._changed())
        dialog.open()

    def _changed(self) -> None:
        self.reload()
        self.acted.emit()

    def print(self) -> None:
        """The list for signature."""
        print_sheets(
            self.desk, self, "base_season", self.heading.text(), partial(list_sheets, self.detail.id)
        )


def list_sheets(season_id: int, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    """The list for signature."""
    return (base_season_papers.list_sheet(session, actor, season_id),)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Remittance", "Name"), 96),
        Heading(translate("Field", "Department")),
        Heading(translate("Field", "Months"), 64, right=True),
        Heading(translate("Field", "Average wage"), 112, right=True),
        Heading(translate("Field", "Base before"), 112, right=True),
        Heading(translate("Field", "Declared base"), 112, right=True),
        Heading(translate("Field", "New base"), 112, right=True),
        Heading(translate("Season", "Employer owes"), 112, right=True),
        Heading(translate("Season", "Employees owe"), 112, right=True),
        Heading(translate("Field", "Note"), 150),
    )


def _shown(line: SeasonLine, year: int) -> Shown:
    amounts = (
        line.average, line.old_base, line.declared, line.new_base, line.employer_difference, line.employee_difference,
    )  # fmt: skip
    note = line.note or _bound(line.bound)
    if not line.declared:
        note = translate("Season", "No payroll of {year} here: enter the average").format(year=year)
    months = str(line.months) if line.months else translate("Season", "first")
    cells = (
        line.name,
        line.department,
        months if line.average is not None else "",
        *map(formats.money, amounts),
        note,
    )
    keys = (line.name, line.department, line.months, *(amount or 0 for amount in amounts), note)
    raised = line.old_base is not None and line.new_base != line.old_base
    return Shown(
        line.id, cells, keys, tones={9: "red"} if not line.declared else {6: "blue"} if raised else {}
    )


def _bound(bound: str) -> str:
    if not bound:
        return ""
    return translate("Season", "at the floor") if bound == "floor" else translate("Season", "at the ceiling")


def _load(actor: Actor, season_id: int, session: Session) -> SeasonDetail:
    return base_season_register.detail(session, actor, season_id)
