"""Deposits of bids 保证金: what is to be paid, what is out, what should be home by now."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import bid_deposits, bid_details, bids
from services.bid_deposits import DepositDraft
from services.permissions import Permission
from services.terms import DepositForm, DepositKind, DepositState
from ui.bids import deposit_acts, words
from ui.labels import label, tone
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.page_actions import Action
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.bid_deposits import DepositHeadline
    from services.bid_details import DepositDetail
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate

FORM = Form(
    name="bid_deposit",
    title_new=QT_TRANSLATE_NOOP("Form", "New deposit"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Deposit"),
    fields=(
        FieldSpec("bid_id", QT_TRANSLATE_NOOP("Field", "Bid"), FieldKind.COMBO, required=True, width=2, choices=bids.choices),
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, members=DepositKind),
        FieldSpec("form", QT_TRANSLATE_NOOP("Field", "Form of the deposit"), FieldKind.CHOICE, required=True, members=DepositForm),
        FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount"), FieldKind.MONEY, required=True),
        FieldSpec("payee", QT_TRANSLATE_NOOP("Field", "Payee"), required=True, blank=""),
        FieldSpec("due_on", QT_TRANSLATE_NOOP("Field", "Pay by"), FieldKind.DAY),
        FieldSpec("due_back_on", QT_TRANSLATE_NOOP("Field", "Deposit due back"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Follows from result and contract by itself.")),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=2, blank=""),
    ),
    empty=lambda _today: DepositDraft(),
    get=bid_deposits.get,
    save=bid_deposits.save,
)  # fmt: skip
_OUT = (DepositState.PAID, DepositState.PARTLY_RETURNED)


def _due_back(row: RowValues, today: date) -> tuple[str, str | None]:
    """When it should be home; red and counted when that day has passed."""
    day = row["due_back_on"]
    if day is None:
        return formats.NOTHING, "muted"
    if row["state"] in _OUT and day < today:
        return words.countdown(day, today), "red"
    return formats.day(day, today), None


def _pay_by(row: RowValues, today: date) -> tuple[str, str | None]:
    day = row["due_on"]
    if day is None:
        return formats.NOTHING, "muted"
    waits = row["state"] in (DepositState.OWED, DepositState.REQUESTED)
    return formats.day(day, today), (words.day_tone(day, today) or None) if waits else None


class BidDepositsPage(WorkflowPage["DepositDetail"]):
    """Every deposit with where it is."""

    name = "bid_deposits"
    title = QT_TRANSLATE_NOOP("Page", "Bid deposits")
    about = QT_TRANSLATE_NOOP(
        "Page", "Deposits to be paid, out and on their way home, and those that should be here by now."
    )
    register = bid_deposits.REGISTER
    form = FORM
    figure = "bid"
    new_label = QT_TRANSLATE_NOOP("Action", "New deposit")
    edit = (Permission.BID_EDIT,)
    remove_record = staticmethod(bid_deposits.remove)
    cells: ClassVar[dict[str, Any]] = {"due_back_on": _due_back, "due_on": _pay_by}
    actions: ClassVar[tuple[Action, ...]] = deposit_acts.ALL

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> DepositDetail:
        return bid_details.deposit(session, actor, record_id)

    def show_detail(self, record_id: int, found: DepositDetail) -> None:  # noqa: ARG002 - it stands in what was found
        one, pane, today = found.row, self.pane, self.desk.today()
        pane.headline(
            f"{one.number} · {label(one.kind)}", formats.yuan(one.amount), f"{found.bid_number} {found.bid}"
        )
        pane.row(translate("Field", "State"), label(one.state), tone=tone(one.state), strong=True)
        days = (
            (translate("Field", "Pay by"), one.due_on),
            (translate("Field", "Paid on"), found.paid_on),
            (translate("Field", "Deposit due back"), one.due_back_on),
            (translate("Field", "Back on"), one.back_on),
        )
        pane.row(translate("Field", "Payee"), found.payee)
        pane.row(translate("Field", "Form of the deposit"), label(found.form))
        for name, day in days:
            if day is not None:
                pane.row(name, formats.day(day, today))
        if one.state in _OUT and one.due_back_on and one.due_back_on < today:
            pane.check(
                "stop",
                translate("Bid", "Should have come home {left}.").format(
                    left=words.countdown(one.due_back_on, today)
                ),
            )
        pane.row(
            translate("Bid", "Still out"),
            formats.yuan(one.left if one.state in _OUT else one.left * 0),
            strong=True,
        )
        for name, amount in (
            (translate("Bid", "Back"), found.back),
            (translate("Field", "Interest"), found.interest),
            (translate("Bid", "Forfeited"), found.forfeited),
        ):
            if amount:
                pane.row(name, formats.yuan(amount))
        if one.claim:
            pane.row(translate("Bid", "Payment request"), one.claim)
        if found.note:
            pane.text(found.note)
        self.show_history(found.history)

    def bid_of(self, deposit_id: int) -> int | None:
        """The bid of the deposit in the pane."""
        found = self.known(deposit_id)
        return found.bid_id if found is not None else None

    def state_of(self, found: DepositDetail) -> DepositState:
        return found.row.state

    def allows(self, found: DepositDetail) -> dict[str, bool]:
        return self.by_state(found.row.state)

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: DepositHeadline) -> None:
        parts = [translate("Bid", "{amount} out").format(amount=formats.yuan(found.out))]
        if found.overdue_count:
            told = translate("Bid", "{count} overdue with {amount}")
            parts.append(told.format(count=found.overdue_count, amount=formats.yuan(found.overdue)))
        if found.to_pay:
            parts.append(translate("Bid", "{amount} to pay").format(amount=formats.yuan(found.to_pay)))
        self.say_headline(" · ".join(parts))


def _headline(actor: Actor, today: date, session: Session) -> DepositHeadline:
    return bid_deposits.headline(session, actor, today=today)
