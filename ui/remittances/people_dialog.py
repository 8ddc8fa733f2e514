"""Everybody in a remittance, and what changed against last month: searched, printed, written as a workbook."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import remittance_papers
from services.remittance_changes import Changed
from services.remittance_lines import Person
from services.terms import RemittanceKind
from ui.labels import label, tone
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.remittances.sheets import export_sheet, print_sheets
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.remittance_register import RemittanceDetail
    from services.reports.sheet import Sheet
    from ui.state import Desk

translate = QCoreApplication.translate


class PeopleDialog(PaymentDialog):
    """One row a person; whoever changed says how."""

    def __init__(self, desk: Desk, detail: RemittanceDetail, parent: QWidget | None = None) -> None:
        title = f"{label(detail.fund)} {detail.city} {detail.month:%Y-%m}"
        super().__init__(desk, "remittance_people", title, parent)
        self.resize(1080, 640)  # Qt itself would keep to two thirds of a screen
        self.detail = detail
        self.table = RowsTable("people", _headings(detail), self)
        self.table.search.setPlaceholderText(translate("Remittance", "Search person or department  Ctrl+F"))
        self.sum = muted(self, "sum")
        paper = self.button("print", translate("Remittance", "Print  Ctrl+P"), keys="Ctrl+P")
        export = self.button("export", translate("Remittance", "Export  Ctrl+E"), keys="Ctrl+E")
        paper.clicked.connect(self.print)
        export.clicked.connect(lambda: export_sheet(desk, self, partial(sheets_of, detail.id)))
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.sum)
        self.finish(export, paper, self.close_button(translate("Form", "Close")))
        changed = {one.employee_id: one for one in detail.changes}
        rows = [_shown(one, changed.get(one.employee_id), detail) for one in detail.people]
        gone = [_gone(one, detail) for one in detail.changes if one.now is None]
        self.table.fill([*rows, *gone])
        words = translate(
            "Remittance", "{count} people · employer {employer} · employee {employee} · together {total}"
        )
        self.sum.setText(
            words.format(
                count=formats.count(len(detail.people)), employer=formats.yuan(detail.employer),
                employee=formats.yuan(detail.employee), total=formats.yuan(detail.total),
            )
        )  # fmt: skip

    def print(self) -> None:
        """The preview of the remittance's forms."""
        print_sheets(self.desk, self, "remittance", self.heading.text(), partial(sheets_of, self.detail.id))


def sheets_of(remittance_id: int, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    """The sum and the list of a remittance."""
    return remittance_papers.sheets_of(session, actor, remittance_id)


def _headings(detail: RemittanceDetail) -> tuple[Heading, ...]:
    last = (
        translate("Remittance", "Months")
        if detail.kind is RemittanceKind.BACK_PAYMENT
        else translate("Remittance", "Against last month")
    )
    return (
        Heading(translate("Remittance", "Name"), 110),
        Heading(translate("Field", "Department")),
        Heading(translate("Field", "Declared base"), 116, right=True),
        Heading(translate("Field", "Base"), 116, right=True),
        Heading(translate("Field", "Employer's part"), 116, right=True),
        Heading(translate("Field", "Employees' part"), 116, right=True),
        Heading(translate("Field", "Together"), 120, right=True),
        Heading(last, 150),
    )


def _shown(one: Person, changed: Changed | None, detail: RemittanceDetail) -> Shown:
    amounts = (one.declared, one.base, one.employer, one.employee, one.total)
    last = label(changed.kind) if changed else ""
    if detail.kind is RemittanceKind.BACK_PAYMENT:
        last = formats.listed(f"{month:%Y-%m}" for month in one.months)
    cells = (one.name, one.department, *map(formats.money, amounts), last)
    return Shown(
        one.employee_id,
        cells,
        (one.name, one.department, *amounts, last),
        tone(changed.kind) if changed else "",
    )


def _gone(one: Changed, detail: RemittanceDetail) -> Shown:
    """Somebody who was there last month and is not now."""
    nothing = (formats.NOTHING,) * 5
    zero = detail.total * 0
    keys = (one.name, one.department, *(zero,) * 5, label(one.kind))
    return Shown(one.employee_id, (one.name, one.department, *nothing, label(one.kind)), keys, tone(one.kind))
