"""What one person gets a month of each component, from which day on 薪资标准; a change is a new line, never an overwriting."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services import pay_components, pay_rates
from services.pay_rates import PayRateDraft
from services.permissions import Permission
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.pay_rates import RateRow
    from services.permissions import Actor

FIELDS = (
    FieldSpec("component_id", QT_TRANSLATE_NOOP("Field", "Component"), FieldKind.COMBO, required=True, choices=pay_components.with_rate),
    FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, required=True),
    FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount a month"), FieldKind.MONEY, required=True, hint=QT_TRANSLATE_NOOP("Field", "0 ends it.")),
    FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Reason")),
)  # fmt: skip

translate = QCoreApplication.translate


class RatesDialog(PaymentDialog):
    """The rates of a person, the newest first. `saved` tells that something changed."""

    saved = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, employee_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "pay_rates", translate("Payroll", "Pay of {name}").format(name=name), parent)
        self.resize(860, 520)
        self.employee_id = employee_id
        self._rates: dict[int, RateRow] = {}
        self.told = muted(self, "told")
        hint = translate("Payroll", "Search component, reason or amount  Ctrl+F")
        self.table = RowsTable("rates", _headings(), self, hint=hint)
        editable = desk.can(Permission.PAYROLL_EDIT)
        self.new_button = self.button(
            "new_rate", translate("Payroll", "New amount  Ctrl+N"), primary=True, keys="Ctrl+N"
        )
        self.remove_button = self.button("remove_rate", translate("Payroll", "Remove"), danger=True)
        for button, run in ((self.new_button, self.add), (self.remove_button, self.remove)):
            button.setVisible(editable)
            button.clicked.connect(run)
        self.column.addWidget(self.told)
        self.column.addWidget(self.table, 1)
        self.finish(
            self.close_button(translate("Form", "Close")), self.new_button, left=(self.remove_button,)
        )
        self.table.changed.connect(self._selected)
        self.reload()

    def reload(self) -> None:
        """The rates as they are now."""
        work = partial(_load, self.desk.actor, self.employee_id, self.desk.today())
        self.desk.tasks.read(self, work, self._loaded, self.refuse)

    def _loaded(self, rates: list[RateRow]) -> None:
        self._rates = {one.id: one for one in rates}
        self.table.fill([_shown(one) for one in rates])
        now = [one.amount for one in rates if one.in_force]
        words = translate("Payroll", "{total} a month now, {count} components")
        total = formats.yuan(sum(now[1:], now[0])) if now else formats.NOTHING
        self.told.setText(words.format(total=total, count=len(now)))
        self._selected()
        self.loaded.emit()

    def _selected(self) -> None:
        self.remove_button.setEnabled(len(self.table.selected()) == 1)

    def add(self) -> ActDialog:
        """Ask for a component, a day and an amount; those of the selected line are there to begin with."""
        chosen = [self._rates[one] for one in self.table.selected()[:1]]
        values = {
            "component_id": chosen[0].component_id if chosen else None,
            "amount": chosen[0].amount if chosen else None,
            "from_on": self.desk.today().replace(day=1),
            "reason": "",
        }
        title = translate("Payroll", "New amount from a day on")
        about = translate("Payroll", "What was paid before stays as it was.")
        question = Question(title, translate("Form", "Save  Ctrl+S"), FIELDS, values, about)
        dialog = ActDialog(self.desk, question, self._save, self)
        dialog.saved.connect(lambda _id: self._changed())
        dialog.open()
        return dialog

    def _save(self, session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        draft = PayRateDraft(
            employee_id=self.employee_id, component_id=typed.component_id, from_on=typed.from_on,
            amount=typed.amount, reason=typed.reason,
        )  # fmt: skip
        return SimpleNamespace(id=pay_rates.save(session, actor, draft))

    def remove(self) -> None:
        """Take a line away that no locked sheet has paid."""
        chosen = self.table.selected()
        if len(chosen) != 1:
            return
        rate = self._rates[chosen[0]]
        words = translate("Payroll", "Remove {component} from {day}?")
        question = words.format(component=rate.component, day=rate.from_on.isoformat())
        work = partial(_remove, self.desk.actor, rate.id, rate.version)
        ask(
            self, question, translate("Payroll", "Remove"),
            lambda: self.desk.tasks.run(self, work, lambda _none: self._changed(), self.refuse),
        )  # fmt: skip

    def _changed(self) -> None:
        self.notice.clear()
        self.saved.emit()
        self.reload()


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Field", "Component"), 150),
        Heading(translate("Field", "From"), 104),
        Heading(translate("Payroll", "Until"), 104),
        Heading(translate("Field", "Amount a month"), 120, right=True),
        Heading(translate("Field", "Reason")),
        Heading(translate("Payroll", "Paper"), 120),
    )


def _shown(one: RateRow) -> Shown:
    until = one.until.isoformat() if one.until else formats.NOTHING
    cells = (
        one.component,
        one.from_on.isoformat(),
        until,
        formats.money(one.amount),
        one.reason,
        one.paper_number,
    )
    keys = (one.component, one.from_on, until, one.amount, one.reason, one.paper_number)
    return Shown(one.id, cells, keys, free=one.in_force)


def _load(actor: Actor, employee_id: int, today: date, session: Session) -> list[RateRow]:
    return pay_rates.of_employee(session, actor, employee_id, today)


def _remove(actor: Actor, rate_id: int, version: int, session: Session) -> None:
    pay_rates.remove(session, actor, rate_id, version)
