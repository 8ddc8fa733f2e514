"""Two small grids: the units of use of a month, and the accounts of departments and classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services import asset_units, depreciation_entries
from services.depreciation_entries import AccountLine, AccountSide
from services.permissions import Permission
from ui.depreciation.words import no_department
from ui.errors import sentence
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from services.accounts import Account
    from services.asset_units import UnitsRow
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.state import Desk

translate = QCoreApplication.translate

_UNITS = (
    FieldSpec("card", QT_TRANSLATE_NOOP("Field", "Asset"), width=0),
    FieldSpec("total", QT_TRANSLATE_NOOP("Field", "Whole life"), FieldKind.QUANTITY, width=120),
    FieldSpec("before", QT_TRANSLATE_NOOP("Field", "Done before"), FieldKind.QUANTITY, width=120),
    FieldSpec("units", QT_TRANSLATE_NOOP("Field", "This month"), FieldKind.QUANTITY, width=120),
)
_ACCOUNTS = (
    FieldSpec("place", QT_TRANSLATE_NOOP("Field", "For"), width=140),
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), width=170),
    FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Account code"), width=130),
    FieldSpec("title", QT_TRANSLATE_NOOP("Field", "Account title"), width=0),
)


class GridDialog(PaymentDialog):
    """A grid of known rows, of which some cells are typed; nothing is added or taken away."""

    saved = Signal()

    def __init__(
        self,
        desk: Desk,
        name: str,
        title: str,
        about: str,
        columns: Sequence[FieldSpec],
        new_line: Any,
        parent: QWidget | None,
    ) -> None:
        super().__init__(desk, name, title, parent)
        self.resize(820, 560)
        self.about = muted(self, "about")
        self.about.setText(about)
        self.table = LineTable(name, columns, new_line, desk.today, self)
        self.table.hide_totals()
        self.table.view.show_titles()
        self.table.model.grows = False
        self.column.addWidget(self.about)
        self.column.addWidget(self.table, 1)
        self.save_button = self.button("save", translate("Form", "Save  Ctrl+S"), primary=True, keys="Ctrl+S")
        self.save_button.clicked.connect(self.save)
        self.finish(self.close_button(), self.save_button)
        self._editable = desk.can(Permission.ASSET_EDIT)
        self.save_button.setVisible(self._editable)

    def fill(self, lines: Sequence[Any]) -> None:
        """Show the rows."""
        self.table.fill(lines)
        if not self._editable:
            self.table.set_locked(locked=True)

    def work(self, lines: Sequence[Any]) -> Any:
        """What stores the rows; runs on a worker."""
        raise NotImplementedError

    def save(self) -> None:
        """Store what is typed."""
        lines = self.table.drafts()
        if lines is None:
            self.notice.say(self.table.complaint())
            return
        self.desk.tasks.run(self, self.work(lines), self._saved, self._refused)

    def _saved(self, _none: object) -> None:
        self.saved.emit()
        self.accept()

    def _refused(self, refused: Refused) -> None:
        if refused.field:
            self.table.say(refused.field, sentence(refused))
        self.notice.say(sentence(refused))


@dataclass(frozen=True, slots=True)
class UnitsLine:
    """A row of the units of a month."""

    asset_id: int = 0
    card: str = ""
    total: Decimal | None = None
    before: Decimal | None = None
    units: Decimal | None = None


class UnitsDialog(GridDialog):
    """Kilometres, hours or sheets of a month for every card that is depreciated by them."""

    def __init__(self, desk: Desk, month: date, parent: QWidget | None = None) -> None:
        words = translate("Depreciation", "Units of use {month}").format(month=f"{month:%Y-%m}")
        about = translate("Depreciation", "What each of these did in the month: kilometres, hours or sheets. The month is closed only when all are entered; what comes later, the next month makes up.")  # fmt: skip
        super().__init__(desk, "asset_units", words, about, _UNITS, UnitsLine, parent)
        self.month = month
        self.table.model.fixed = frozenset({"card", "total", "before"})
        desk.tasks.read(self, partial(_units, desk.actor, month), self._found, self.refuse)

    def _found(self, rows: Sequence[UnitsRow]) -> None:
        lines = [
            UnitsLine(one.asset_id, f"{one.number} {one.name}", one.total, one.before, one.units)
            for one in rows
        ]
        self.fill(lines)
        if not rows:
            self.about.setText(translate("Depreciation", "No card is depreciated by units in this month."))

    def work(self, lines: Sequence[UnitsLine]) -> Any:
        typed = {line.asset_id: line.units for line in lines if line.asset_id}
        return partial(_enter, self.desk.actor, self.month, self.desk.today(), typed)

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A row of the accounts: what it is for, in words, and the account."""

    line: AccountLine | None = None
    place: str = ""
    name: str = ""
    code: str = ""
    title: str = ""


class AccountsDialog(GridDialog):
    """The expense account of every department, the accumulated depreciation of every class."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        about = translate("Depreciation", "Debit is the department's expense account, credit the class's. An empty code goes back to the usual account.")  # fmt: skip
        title = translate("Depreciation", "Accounts of depreciation")
        super().__init__(desk, "depreciation_accounts", title, about, _ACCOUNTS, AccountRow, parent)
        self.table.model.fixed = frozenset({"place", "name"})
        desk.tasks.read(self, partial(_accounts, desk.actor), self._found, self.refuse)

    def _found(self, found: tuple[Sequence[AccountLine], Sequence[Account]]) -> None:
        lines, usual = found
        words = translate("Depreciation", "Usual expense accounts: {accounts}")
        accounts = formats.listed(f"{one.code} {one.title}" for one in usual)
        self.about.setText(f"{self.about.text()}\n{words.format(accounts=accounts)}")
        self.fill([AccountRow(one, label(one.side), _named(one), one.code, one.title) for one in lines])

    def work(self, lines: Sequence[AccountRow]) -> Any:
        changed = [replace(row.line, code=row.code, title=row.title) for row in lines if row.line is not None]
        return partial(_save, self.desk.actor, changed)


def _named(line: AccountLine) -> str:
    return no_department() if line.side is AccountSide.DEPARTMENT and line.record_id is None else line.name


def _units(actor: Actor, month: date, session: Session) -> Sequence[UnitsRow]:
    return asset_units.of_month(session, actor, month)


def _enter(actor: Actor, month: date, today: date, units: dict[int, Decimal | None], session: Session) -> int:
    return asset_units.enter(session, actor, month, units, today=today)


def _accounts(actor: Actor, session: Session) -> tuple[Sequence[AccountLine], Sequence[Account]]:
    return depreciation_entries.accounts(session, actor), depreciation_entries.usual_expenses(session, actor)


def _save(actor: Actor, lines: Sequence[AccountLine], session: Session) -> None:
    depreciation_entries.save_accounts(session, actor, lines)
