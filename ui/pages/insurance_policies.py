"""Insurance policies 参保地政策: bounds, rates and rounding of every city and fund, from month to month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from services import audit, insurance_policies, insurance_policy_seeds
from services.audit import HistoryRow
from services.insurance_policies import InsurancePolicyDraft, PolicyItemDraft
from services.permissions import Permission
from ui.insurance.policy_dialog import FORM, InsurancePolicyDialog
from ui.labels import label
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


@dataclass(frozen=True, slots=True)
class PolicyShown:
    """What the pane shows of a policy."""

    draft: InsurancePolicyDraft
    history: Sequence[HistoryRow]


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

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> PolicyShown:  # noqa: ARG004 - every page's
        return PolicyShown(
            insurance_policies.get(session, actor, record_id), audit.history(session, actor, kind, record_id)
        )

    def show_detail(self, record_id: int, found: PolicyShown) -> None:  # noqa: ARG002 - it stands in what was found
        """Months, then every item with its limits and rates, then where it comes from."""
        draft = found.draft
        until = f"{draft.to_month:%Y-%m}" if draft.to_month else translate("Insurance", "now")
        self.pane.headline(label(draft.fund), draft.city, f"{draft.from_month:%Y-%m} – {until}")
        confirmed = translate("Insurance", "Compared with the local notice")
        doubtful = translate("Insurance", "Not compared with the local notice yet")
        self.pane.check("ok" if draft.confirmed else "warn", confirmed if draft.confirmed else doubtful)
        if draft.cut_off_day:
            self.pane.row(translate("Field", "Cut-off day"), str(draft.cut_off_day))
        if draft.minimum_wage:
            self.pane.row(translate("Field", "Minimum wage"), formats.money(draft.minimum_wage))
        self.pane.section(translate("Insurance", "Company + person"))
        for item in draft.items:
            self.pane.row(label(item.item) if item.item else "", _rates(item))
        limits = {(item.floor, item.ceiling) for item in draft.items}
        self.pane.section(translate("Insurance", "Limits of the base"))
        for floor, ceiling in sorted(limits, key=str):
            self.pane.text(f"{formats.money(floor)} – {formats.money(ceiling)}")
        if draft.source:
            self.pane.section(translate("Field", "Source"))
            self.pane.text(draft.source)
        self.show_history(found.history)

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


def _rates(item: PolicyItemDraft) -> str:
    """16 % + 8 %, with the fixed sums."""
    sides = (
        (item.employer_percent, item.employer_fixed),
        (item.employee_percent, item.employee_fixed),
    )
    return " + ".join(
        f"{percent or 0} %"
        if not fixed
        else f"{percent} % + ¥{fixed}"
        if percent not in {"", "0"}
        else f"¥{fixed}"
        for percent, fixed in sides
    )


def _load_usual(actor: Actor, session: Session) -> int:
    return insurance_policy_seeds.load_usual(session, actor)
