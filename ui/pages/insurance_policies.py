"""Insurance policies 参保地政策: bounds, rates and rounding of every city and fund, from month to month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from services import insurance_policies, insurance_policy_seeds
from services.permissions import Permission
from ui.insurance.policy_dialog import FORM, InsurancePolicyDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import tell
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import CellRule, RowValues

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

EDIT = (Permission.INSURANCE_EDIT,)

translate = QCoreApplication.translate


def _month(name: str) -> CellRule:
    def cell(row: RowValues, _today: date) -> tuple[str, str | None]:
        value = row[name]
        return (f"{value:%Y-%m}", None) if value else (formats.NOTHING, "muted")

    return cell


def _nothing_for_zero(name: str) -> CellRule:
    def cell(row: RowValues, today: date) -> tuple[str, str | None]:
        value = row[name]
        return (formats.plain(value, today), None) if value else (formats.NOTHING, "muted")

    return cell


class InsurancePoliciesPage(RegisterPage):
    """What each city asks for."""

    name = "insurance_policies"
    title = QT_TRANSLATE_NOOP("Page", "Insurance policies")
    about = QT_TRANSLATE_NOOP(
        "Page", "What each city asks for, from month to month; every amount is reckoned by it."
    )
    register = insurance_policies.REGISTER
    form = FORM
    figure = "city"
    new_label = QT_TRANSLATE_NOOP("Action", "New policy")
    edit = EDIT
    remove_record = staticmethod(insurance_policies.remove)
    cells: ClassVar = {
        "from_month": _month("from_month"),
        "to_month": _month("to_month"),
        "cut_off_day": _nothing_for_zero("cut_off_day"),
        "minimum_wage": _nothing_for_zero("minimum_wage"),
    }
    actions: ClassVar[tuple[Action, ...]] = (
        Action("follow", QT_TRANSLATE_NOOP("Action", "New limits from a month on"), lambda page, ids: page.open_following(ids[0]), "calendar-days", "Ctrl+Shift+N", EDIT, takes=Takes.ONE, pane=True, more=True),
        Action("load_usual", QT_TRANSLATE_NOOP("Action", "Load the usual policies"), lambda page, _ids: page.load_usual(), "download", needs=EDIT, takes=Takes.NONE, more=True),
    )  # fmt: skip

    def open_form(self, record_id: int | None) -> InsurancePolicyDialog:
        """The form of a policy, with its items and a wage to try."""
        dialog = InsurancePolicyDialog(self.desk, FORM, record_id, self, locked=not self.desk.can(*EDIT))
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def open_following(self, record_id: int) -> InsurancePolicyDialog:
        """The policy that takes over from this one."""
        form = replace(FORM, title_edit=FORM.title_new, get=insurance_policies.following)
        dialog = InsurancePolicyDialog(self.desk, form, record_id, self, following=True)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def load_usual(self) -> None:
        """Add the usual policies of cities that have none."""
        self.desk.tasks.run(self, partial(_load_usual, self.desk.actor), self._loaded)

    def _loaded(self, count: int) -> None:
        self.refresh()
        words = translate("Insurance", "{count} policies added. Compare them with the local notices.")
        none = translate("Insurance", "All the usual policies are here already.")
        tell(self, words.format(count=count) if count else none)


def _load_usual(actor: Actor, session: Session) -> int:
    return insurance_policy_seeds.load_usual(session, actor)
