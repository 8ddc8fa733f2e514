"""Expense policies 报销制度: dated limits, and what a changed one would have flagged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from services import expense_policies, policy_seeds
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.policies.dry_run import open_dry_run
from ui.policies.policy_dialog import FORM, PolicyDialog
from ui.widgets import formats
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import CellRule, RowValues

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate
_EDIT = (Permission.POLICY_EDIT,)


def _any(name: str) -> CellRule:
    def cell(row: RowValues, _today: date) -> tuple[str, str | None]:
        value = row[name]
        return (formats.NOTHING, "muted") if value in (None, "") else (str(value), None)

    return cell


def _change(page: PoliciesPage, ids: list[int]) -> None:
    page.open_change(ids[0])


def _try(page: PoliciesPage, ids: list[int]) -> None:
    page.try_out(ids[0])


def _load(page: PoliciesPage, _ids: list[int]) -> None:
    page.load_usual()


_CELLS = {name: _any(name) for name in ("city_tier", "grade", "category", "count", "words")}


class PoliciesPage(RegisterPage):
    """What may be spent, from which day to which."""

    name = "policies"
    title = QT_TRANSLATE_NOOP("Page", "Expense policies")
    about = QT_TRANSLATE_NOOP(
        "Page", "What may be spent, from which day on; the checks of every paper look at it."
    )
    register = expense_policies.REGISTER
    form = FORM
    figure = "kind"
    new_label = QT_TRANSLATE_NOOP("Action", "New limit")
    edit = _EDIT
    remove_record = staticmethod(expense_policies.remove)
    cells = _CELLS
    actions: ClassVar[tuple[Action, ...]] = (
        Action("dry_run", QT_TRANSLATE_NOOP("Action", "Dry run"), _try, "eye", "Ctrl+T", takes=Takes.ONE, pane=True),
        Action("change", QT_TRANSLATE_NOOP("Action", "Change from a day on"), _change, "calendar-days", "Ctrl+Shift+N", _EDIT, takes=Takes.ONE, pane=True),
        Action("load_usual", QT_TRANSLATE_NOOP("Action", "Load the usual limits"), _load, "download", needs=_EDIT, takes=Takes.NONE, more=True),
    )  # fmt: skip

    def open_form(self, record_id: int | None) -> PolicyDialog:
        """The form of a limit, with its dry run."""
        locked = not self.desk.can(*self.edit)
        dialog = PolicyDialog(self.desk, FORM, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def open_change(self, record_id: int) -> PolicyDialog:
        """The same limit once more, to hold from another day on."""
        dialog = PolicyDialog(self.desk, FORM, record_id, self, following=True)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def try_out(self, record_id: int) -> None:
        """What the limit as it stands flags that would not be flagged without it, over the last quarter."""
        actor = self.desk.actor

        def draft(session: Session) -> expense_policies.PolicyDraft:
            return expense_policies.get(session, actor, record_id)

        self.desk.tasks.read(self, draft, lambda found: open_dry_run(self.desk, found, self, alone=True))

    def load_usual(self) -> None:
        """The usual limits and cities, for a company that has none."""
        actor, first = self.desk.actor, self.desk.today().replace(month=1, day=1)

        def work(session: Session) -> int:
            return policy_seeds.load_usual(session, actor, from_on=first)

        self.desk.tasks.run(self, work, lambda _count: self.refresh())

    def headline(self) -> None:
        actor: Actor = self.desk.actor
        self.desk.tasks.read(
            self, lambda session: policy_seeds.is_empty(session, actor), self._show_headline, lambda _: None
        )

    def _show_headline(self, empty: bool) -> None:
        words = translate("Policies", "No limit yet · More → Load the usual limits begins with common ones")
        self.say_headline(words if empty else translate("Page", self.about))
