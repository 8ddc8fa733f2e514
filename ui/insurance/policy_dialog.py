"""The form of an insurance policy: its items as an editable table, a wage tried out below."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from services import insurance_policies
from services.insurance_policies import InsurancePolicyDraft, PolicyItemDraft, TrialRow
from services.terms import Fund, InsuranceItem, Rounding
from ui.errors import sentence
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.widgets import formats
from ui.widgets.editors import MoneyEdit, UnreadableError
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

ITEMS = (
    FieldSpec("item", QT_TRANSLATE_NOOP("Field", "Item"), FieldKind.CHOICE, width=126, members=InsuranceItem),
    FieldSpec("floor", QT_TRANSLATE_NOOP("Field", "Lowest base"), FieldKind.MONEY, width=108),
    FieldSpec("ceiling", QT_TRANSLATE_NOOP("Field", "Highest base"), FieldKind.MONEY, width=108),
    FieldSpec("employer_percent", QT_TRANSLATE_NOOP("Field", "Company %"), width=92, blank=""),
    FieldSpec("employee_percent", QT_TRANSLATE_NOOP("Field", "Person %"), width=92, blank=""),
    FieldSpec("employer_fixed", QT_TRANSLATE_NOOP("Field", "Company, fixed"), FieldKind.MONEY, width=128),
    FieldSpec("employee_fixed", QT_TRANSLATE_NOOP("Field", "Person, fixed"), FieldKind.MONEY, width=116),
    FieldSpec("rounding", QT_TRANSLATE_NOOP("Field", "Rounding"), FieldKind.CHOICE, required=True, width=0, members=Rounding),
)  # fmt: skip
FORM = Form(
    name="insurance_policy",
    title_new=QT_TRANSLATE_NOOP("Form", "New insurance policy"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Insurance policy"),
    fields=(
        FieldSpec("city", QT_TRANSLATE_NOOP("Field", "City"), required=True, blank=""),
        FieldSpec("fund", QT_TRANSLATE_NOOP("Field", "Fund"), FieldKind.CHOICE, required=True, members=Fund),
        FieldSpec("from_month", QT_TRANSLATE_NOOP("Field", "From month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the month.")),
        FieldSpec("to_month", QT_TRANSLATE_NOOP("Field", "To month"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty until further notice.")),
        FieldSpec("cut_off_day", QT_TRANSLATE_NOOP("Field", "Cut-off day"), FieldKind.NUMBER, hint=QT_TRANSLATE_NOOP("Field", "Changes lodged later count for the next month.")),
        FieldSpec("minimum_wage", QT_TRANSLATE_NOOP("Field", "Minimum wage"), FieldKind.MONEY),
        FieldSpec("confirmed", QT_TRANSLATE_NOOP("Field", "Confirmed with the local notice"), FieldKind.CHECK, width=2),
        FieldSpec("source", QT_TRANSLATE_NOOP("Field", "Source"), width=4, blank=""),
    ),
    empty=lambda today: InsurancePolicyDraft(from_month=today.replace(day=1)),
    get=insurance_policies.get,
    save=insurance_policies.save,
    columns=4,
)  # fmt: skip
LOOK_MS = 300
TRIAL_WAGE = Decimal(8000)

translate = QCoreApplication.translate


class InsurancePolicyDialog(RecordDialog):
    """`following` writes a new policy that takes over from the stored one."""

    def __init__(self, *given: Any, following: bool = False, **named: Any) -> None:
        self._following = following
        super().__init__(*given, **named)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.items = LineTable("items", ITEMS, PolicyItemDraft, self.desk.today, box)
        self.items.hide_totals()
        self.items.setMinimumHeight(132)
        self.said = QLabel(box)
        self.said.setObjectName("message.items")
        self.said.setProperty("role", "error")
        self.said.setWordWrap(True)
        self.said.hide()
        self.trial = RowsTable("trial", _headings(), box)
        self.trial.search.hide()
        self.trial.setMinimumHeight(104)
        column.addWidget(self.items, 3)
        column.addWidget(self.said)
        column.addLayout(self._wage_row(box))
        column.addWidget(self.trial, 2)
        self.resize(1020, 660)  # Qt itself would keep to two thirds of a screen
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self.items.edited.connect(self.touch)
        return box

    def _wage_row(self, box: QWidget) -> QHBoxLayout:
        self.wage = MoneyEdit(box)
        self.wage.setObjectName("field.wage")
        self.wage.setAccessibleName(translate("Insurance", "Try a wage"))
        self.wage.set_value(TRIAL_WAGE)
        self.wage.setMaximumWidth(140)
        self.wage.edited.connect(self._look_soon)
        heading = QLabel(translate("Insurance", "Try a wage"), box)
        heading.setProperty("role", "group")
        self.sum = QLabel(box)
        self.sum.setObjectName("label.trial")
        self.sum.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(heading)
        row.addWidget(self.wage)
        row.addWidget(self.sum, 1)
        return row

    def touch(self) -> None:
        super().touch()
        self._look.start()

    def _look_soon(self) -> None:
        self._look.start()

    def fill(self, draft: InsurancePolicyDraft) -> None:
        super().fill(draft)
        self.items.fill(draft.items)
        self.items.set_locked(self.locked)
        self._look.start()

    def gather(self) -> InsurancePolicyDraft | None:
        items = self.items.drafts()
        if items is None:
            self.notice.say(self.items.complaint())
            return None
        draft: InsurancePolicyDraft | None = super().gather()
        return None if draft is None else replace(draft, items=items)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"items": self.items.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore({name: value for name, value in kept.items() if name != "items"})
        self.items.restore(kept.get("items", []))

    def place(self, refused: Refused) -> bool:
        field = refused.field or ""
        if field.startswith("items."):
            return self.items.say(field.removeprefix("items."), sentence(refused))
        if field == "items":
            self.said.setText(sentence(refused))
            self.said.show()
            return True
        return super().place(refused)

    def _loaded(self, loaded: Loaded) -> None:
        if self._following:
            self.record_id = None
            self.form = replace(self.form, get=insurance_policies.get)
        super()._loaded(loaded)

    # the wage tried out

    def look(self) -> None:
        """What the wage costs both sides by what is typed so far; what is wrong in it stands below."""
        self.said.hide()
        try:
            wage = self.wage.value()
        except UnreadableError:
            return
        draft = replace(
            self.body.peek(self.draft), items=tuple(line.draft for line in self.items.model.lines())
        )
        if not isinstance(wage, Decimal) or not draft.items:
            self._tried(())
            return
        work = partial(_try, self.desk.actor, draft, wage)
        self.desk.tasks.read(self, work, self._tried, self._cannot_try)

    def _tried(self, rows: tuple[TrialRow, ...]) -> None:
        self.trial.fill([_shown(place, row) for place, row in enumerate(rows)])
        employer = sum((row.employer for row in rows), Decimal(0))
        employee = sum((row.employee for row in rows), Decimal(0))
        words = translate("Insurance", "Company {employer}, person {employee}, together {total}")
        self.sum.setText(
            words.format(
                employer=formats.yuan(employer),
                employee=formats.yuan(employee),
                total=formats.yuan(employer + employee),
            )
        )

    def _cannot_try(self, refused: Refused) -> None:
        self.trial.fill([])
        self.sum.setText(sentence(refused))


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Field", "Item"), 0),
        Heading(translate("Field", "Base"), 130, right=True),
        Heading(translate("Insurance", "Company"), 130, right=True),
        Heading(translate("Insurance", "Person"), 130, right=True),
    )


def _shown(place: int, row: TrialRow) -> Shown:
    cells = (
        label(row.item),
        formats.money(row.base),
        formats.money(row.employer),
        formats.money(row.employee),
    )
    return Shown(place, cells, (place, row.base, row.employer, row.employee))


def _try(actor: Actor, draft: InsurancePolicyDraft, wage: Decimal, session: Session) -> tuple[TrialRow, ...]:
    return insurance_policies.try_out(session, actor, draft, wage)
