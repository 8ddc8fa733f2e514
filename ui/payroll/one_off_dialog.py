"""One-off lines 一次性项目 of the sheet of a month: typed or pasted from Excel, what is wrong said at its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from services import attendance, pay_adjustment_rows, pay_adjustments, pay_components, payroll_months
from services.errors import Refused
from services.pay_adjustments import AdjustmentDraft
from services.permissions import Permission
from services.terms import ComponentKind
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.payroll import pay_words
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from services.database import Session
    from services.pay_adjustment_rows import ReadAdjustments
    from services.pay_adjustments import AdjustmentRow
    from services.permissions import Actor
    from services.records import Choice

    type Loaded = tuple[list[AdjustmentRow], list[Choice], list[Choice]]

COLUMNS = (
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Employee"), FieldKind.COMBO, required=True, width=150),
    FieldSpec("component_id", QT_TRANSLATE_NOOP("Field", "Component"), FieldKind.COMBO, required=True, width=170),
    FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount"), FieldKind.MONEY, required=True, width=120),
    FieldSpec("of_month", QT_TRANSLATE_NOOP("Field", "Corrects the month"), FieldKind.DAY, width=130),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank="", width=0),
)  # fmt: skip

translate = QCoreApplication.translate


class OneOffDialog(PaymentDialog):
    """The lines that no sheet has closed yet, as a grid. `saved` tells that something was stored."""

    saved = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, month: date, parent: QWidget | None = None) -> None:
        title = translate("Payroll", "One-off lines of {month}").format(month=f"{month:%Y-%m}")
        super().__init__(desk, "one_off", title, parent)
        self.resize(920, 560)
        self.month, self._dirty = month, False
        self._before: dict[int, AdjustmentDraft] = {}
        self.told = muted(self, "told")
        self.table = LineTable("one_off", COLUMNS, partial(AdjustmentDraft, month=month), desk.today, self)
        self.save_button = self.button("save", translate("Form", "Save  Ctrl+S"), primary=True, keys="Ctrl+S")
        self.paste_button = self.button("paste_table", translate("Payroll", "Paste a table with titles"))
        self.save_button.clicked.connect(self.save)
        self.paste_button.clicked.connect(self.paste_table)
        self.column.addWidget(self.told)
        self.column.addWidget(self.table, 1)
        self.finish(self.close_button(), self.save_button, left=(self.paste_button,))
        self.table.edited.connect(self._edited)
        desk.tasks.read(self, partial(_load, desk.actor, month), self._loaded, self.refuse)

    def _loaded(self, found: Loaded) -> None:
        rows, people, components = found
        self.table.offer("employee_id", people)
        self.table.offer("component_id", components)
        drafts = [_draft(row, self.month) for row in rows if not row.locked]
        self._before = {draft.id: draft for draft in drafts if draft.id is not None}
        self.table.fill(drafts)
        editable = self.desk.can(Permission.PAYROLL_EDIT)
        self.table.set_locked(not editable)
        self.save_button.setVisible(editable)
        self.paste_button.setVisible(editable)
        self._tell(rows)
        self._dirty = False
        self.table.begin()
        self.loaded.emit()

    def _tell(self, rows: Sequence[AdjustmentRow]) -> None:
        parts = [
            translate("Payroll", "Name or number, component, amount, note: Ctrl+V pastes them from Excel.")
        ]
        taken = sorted({row.run_number for row in rows if row.locked})
        if taken:
            words = translate("Payroll", "{count} lines stay on {numbers}.")
            count = sum(row.locked for row in rows)
            parts.append(words.format(count=formats.count(count), numbers=", ".join(taken)))
        self.told.setText(" ".join(parts))

    def _edited(self) -> None:
        self._dirty = True

    # a table with titles

    def paste_table(self) -> None:
        """Names below one another and components beside one another become lines; nothing is saved yet."""
        text = QGuiApplication.clipboard().text().rstrip("\r\n")
        if not text:
            self.notice.say(
                translate(
                    "Payroll",
                    "Copy the table in Excel first: names below 姓名 or 工号, a column a component.",
                )
            )
            return
        rows = tuple(tuple(line.split("\t")) for line in text.splitlines())
        work = partial(_read_rows, self.desk.actor, self.month, rows)
        self.desk.tasks.read(self, work, self._pasted, self.refuse)

    def _pasted(self, found: ReadAdjustments) -> None:
        self.notice.clear()
        if found.problems:
            words = translate("Payroll", "Row {row}, {column}: {sentence}")
            told = [
                words.format(
                    row=one.row,
                    column=one.column,
                    sentence=pay_words.problem_sentence(one),
                )
                for one in found.problems[:5]
            ]
            self.notice.say("\n".join(told))
            return
        drafts = self.table.drafts()
        if drafts is not None:
            self.table.fill([*drafts, *found.drafts])
            self._edited()

    # what is saved

    def save(self) -> None:
        """Store new and changed lines and remove those taken away, all together."""
        if not self.save_button.isEnabled():
            return
        drafts = self.table.drafts()
        if drafts is None:
            self.notice.say(self.table.complaint())
            return
        kept = {draft.id for draft in drafts}
        gone = [draft for key, draft in self._before.items() if key not in kept]
        changed = {n: draft for n, draft in enumerate(drafts) if draft != self._before.get(draft.id)}
        self.save_button.setEnabled(False)
        work = partial(_save, self.desk.actor, changed, gone)
        self.desk.tasks.run(self, work, lambda _none: self._saved(), self._not_saved)

    def _saved(self) -> None:
        self._dirty = False
        self.saved.emit()
        self.accept()

    def _not_saved(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        if not (refused.field and self.table.say(refused.field, sentence(refused))):
            self.refuse(refused)

    def reject(self) -> None:
        """Esc asks when something was typed."""
        if self._dirty:
            ask(
                self,
                translate("Payroll", "Close without saving?"),
                translate("Form", "Close"),
                super().reject,
            )
        else:
            super().reject()


def _draft(row: AdjustmentRow, month: date) -> AdjustmentDraft:
    return AdjustmentDraft(
        row.id, row.version, month, row.employee_id, row.component_id, row.amount, row.of_month, row.note
    )


def _load(actor: Actor, month: date, session: Session) -> Loaded:
    rows = pay_adjustments.of_month(session, actor, month)
    wages = payroll_months.wage_month(month, payroll_months.pay_settings(session))
    people = {one.id: one for each in (wages, month) for one in attendance.choices(session, actor, each)}
    components = pay_components.choices(session, actor, ComponentKind.ONE_OFF)
    return rows, list(people.values()), components


def _read_rows(actor: Actor, month: date, rows: Sequence[Sequence[str]], session: Session) -> ReadAdjustments:
    components = pay_components.choices(session, actor, ComponentKind.ONE_OFF)
    first = components[0].id if components else 0
    return pay_adjustment_rows.read_rows(session, actor, month, first, rows)


def _save(
    actor: Actor, changed: dict[int, AdjustmentDraft], gone: Sequence[AdjustmentDraft], session: Session
) -> None:
    for draft in gone:
        pay_adjustments.remove(session, actor, draft.id or 0, draft.version or 0)
    for line, draft in changed.items():
        month = draft.of_month.replace(day=1) if draft.of_month else None
        try:
            pay_adjustments.save(session, actor, replace(draft, of_month=month))
        except Refused as refused:
            raise Refused(refused.code, f"{line}.{refused.field or 'amount'}", **refused.values) from refused
