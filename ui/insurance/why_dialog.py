"""Why an amount is what it is: declared base, limits, rates, fixed sums and rounding, item by item."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import insured_person
from services.insurance_policies import percent_text
from ui.labels import label
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.insured_person import Why
    from services.permissions import Actor
    from ui.state import Desk

translate = QCoreApplication.translate


class WhyDialog(PaymentDialog):
    """One person in one month; what stands in the table makes the sum below it."""

    def __init__(
        self, desk: Desk, employee: tuple[int, str], month: date, parent: QWidget | None = None
    ) -> None:
        title = translate("Insurance", "Why these amounts: {name}, {month}")
        super().__init__(
            desk, "insurance_why", title.format(name=employee[1], month=f"{month:%Y-%m}"), parent
        )
        self.table = RowsTable("why", _headings(), self)
        self.table.search.hide()
        self.sum = muted(self, "why")
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.sum)
        self.finish(self.close_button(translate("Form", "Close")))
        self.resize(1120, 420)
        desk.tasks.read(self, partial(_read, desk.actor, employee[0], month), self._show, self.refuse)

    def _show(self, rows: tuple[Why, ...]) -> None:
        self.table.fill([_shown(place, row) for place, row in enumerate(rows)])
        if not rows:
            self.sum.setText(translate("Insurance", "Nothing is paid for them in this month."))
            return
        employer = sum((row.employer for row in rows), Decimal(0))
        employee = sum((row.employee for row in rows), Decimal(0))
        words = translate("Insurance", "Company {employer}, person {employee}, together {total}")
        said = [
            words.format(
                employer=formats.yuan(employer),
                employee=formats.yuan(employee),
                total=formats.yuan(employer + employee),
            )
        ]
        sources = translate("Insurance", "{fund} {city} from {month}: {source}")
        for row in {one.fund: one for one in rows}.values():
            named = {"fund": label(row.fund), "city": row.city, "month": f"{row.policy_from:%Y-%m}"}
            said.append(sources.format(**named, source=row.source or formats.NOTHING))
        self.sum.setText("\n".join(said))


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Field", "Item"), 120),
        Heading(translate("Insurance", "Declared"), 170, right=True),
        Heading(translate("Insurance", "Limits"), 190, right=True),
        Heading(translate("Field", "Base"), 100, right=True),
        Heading(translate("Insurance", "Company"), 0, right=True),
        Heading(translate("Insurance", "Person"), 0, right=True),
        Heading(translate("Field", "Rounding"), 130),
    )


def _shown(place: int, row: Why) -> Shown:
    limits = f"{formats.money(row.floor)} – {formats.money(row.ceiling)}"
    declared = translate("Insurance", "{base} from {month}")
    cells = (
        label(row.item),
        declared.format(base=formats.money(row.declared), month=f"{row.declared_from:%Y-%m}"),
        limits if row.floor or row.ceiling else formats.NOTHING,
        formats.money(row.base),
        _part(row.employer_rate, row.employer_fixed, row.employer),
        _part(row.employee_rate, row.employee_fixed, row.employee),
        label(row.rounding),
    )
    tones = {} if row.base == row.declared else {3: "amber"}
    return Shown(place, cells, (place,) * len(cells), tones=tones)


def _part(rate: Decimal, fixed: Decimal, amount: Decimal) -> str:
    """× 8 % + 7.00 = 647.00."""
    parts = [f"× {percent_text(rate)} %"] if rate else []
    parts += [f"+ {formats.money(fixed)}"] if fixed else []
    return f"{' '.join(parts)} = {formats.money(amount)}" if parts else formats.NOTHING


def _read(actor: Actor, employee_id: int, month: date, session: Session) -> tuple[Why, ...]:
    return insured_person.why_all(session, actor, employee_id, month)
