"""What can be done with a deposit: requested, paid, back, forfeited, called off; each act asks what it must."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import bid_deposit_moves
from services.permissions import Permission
from services.terms import DepositState
from ui.bids.ageing_dialog import AgeingDialog
from ui.bids.bid_acts import ask_for_deposit
from ui.claims.act_dialog import REASON, ActDialog, Question, Work
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.bid_details import DepositRow
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.bid_deposits import BidDepositsPage

DAY = FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Day"), FieldKind.DAY, required=True)
AMOUNT = FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount"), FieldKind.MONEY, required=True)
INTEREST = FieldSpec("interest", QT_TRANSLATE_NOOP("Field", "Interest"), FieldKind.MONEY, blank=Decimal(0))

translate = QCoreApplication.translate

type Act = Callable[[BidDepositsPage, DepositRow], object]


def _on_deposit(act: Act) -> Callable[[BidDepositsPage, list[int]], None]:
    """Act on the selected deposit as shown: what changed since then is refused, not overrun."""

    def run(page: BidDepositsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], lambda found: act(page, found.row))

    return run


def command(page: BidDepositsPage, act: str, found: DepositRow) -> str:
    """The same click twice is the same command, and done once."""
    return f"bid_deposit.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def request(page: BidDepositsPage, found: DepositRow) -> None:
    ask_for_deposit(page, found.id, found.version)


def show_request(page: BidDepositsPage, found: DepositRow) -> None:
    if found.claim_id is not None:
        page.desk.go("reimbursements", found.claim_id)


def paid(page: BidDepositsPage, found: DepositRow) -> ActDialog:
    """Paid without a payment request."""
    click = command(page, "paid", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        bid_deposit_moves.paid(session, actor, found.id, found.version, day=typed.day, command_id=click)

    title = translate("Bid", "{number} paid").format(number=found.number)
    about = translate(
        "Bid", "For guarantees, bonds and cheques. A transfer is requested through Reimbursements."
    )
    return _ask(page, found, Question(title, _save(), (DAY,), {"day": page.desk.today()}, about), work)


def back(page: BidDepositsPage, found: DepositRow) -> ActDialog:
    """It came home; less than all of it leaves the rest out."""
    click = command(page, "back", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        bid_deposit_moves.back(
            session, actor, found.id, found.version,
            day=typed.day, amount=typed.amount, interest=typed.interest, command_id=click,
        )  # fmt: skip

    title = translate("Bid", "{number} back").format(number=found.number)
    about = translate("Bid", "{amount} is still out.").format(amount=formats.yuan(found.left))
    values = {"day": page.desk.today(), "amount": found.left, "interest": None}
    return _ask(page, found, Question(title, _save(), (DAY, AMOUNT, INTEREST), values, about), work)


def forfeit(page: BidDepositsPage, found: DepositRow) -> ActDialog:
    """It does not come home, and why."""
    click = command(page, "forfeit", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        bid_deposit_moves.forfeit(
            session, actor, found.id, found.version, amount=typed.amount, reason=typed.reason, command_id=click
        )  # fmt: skip

    title = translate("Bid", "{number} forfeited").format(number=found.number)
    about = translate("Bid", "{amount} is still out.").format(amount=formats.yuan(found.left))
    values = {"amount": found.left, "reason": ""}
    return _ask(page, found, Question(title, _save(), (AMOUNT, *REASON), values, about, danger=True), work)


def cancel(page: BidDepositsPage, found: DepositRow) -> None:
    """It is not needed after all."""
    work = partial(_cancel, page.desk.actor, found, command(page, "cancel", found))
    question = translate("Bid", "Call {number} off?").format(number=found.number)
    ask(page, question, translate("Action", "Call off"), lambda: page.act(work, found))


def show_bid(page: BidDepositsPage, ids: list[int]) -> None:
    bid_id = page.bid_of(ids[0])
    if bid_id is not None:
        page.desk.go("bids", bid_id)


def show_ageing(page: BidDepositsPage, _ids: list[int]) -> AgeingDialog:
    dialog = AgeingDialog(page.desk, page)
    dialog.open()
    return dialog


def _save() -> str:
    return translate("Form", "Save  Ctrl+S")


def _ask(page: BidDepositsPage, found: DepositRow, question: Question, work: Work) -> ActDialog:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()
    return dialog


def _cancel(actor: Actor, found: DepositRow, click: str, session: Session) -> None:
    bid_deposit_moves.cancel(session, actor, found.id, found.version, command_id=click)


_EDIT, _SEE = (Permission.BID_EDIT,), (Permission.BID_SEE,)
_OWED = frozenset({DepositState.OWED})
_OUT = frozenset({DepositState.PAID, DepositState.PARTLY_RETURNED})

# fmt: off
AGEING = Action("ageing", QT_TRANSLATE_NOOP("Action", "Ageing"), show_ageing, "chart-column", "Ctrl+Shift+G", _SEE, takes=Takes.NONE)
REQUEST = Action("request_deposit", QT_TRANSLATE_NOOP("Action", "Request the deposit"), _on_deposit(request), "banknote", "Ctrl+Return", _EDIT, _OWED, Takes.ONE, pane=True, more=True)
BACK = Action("back", QT_TRANSLATE_NOOP("Action", "Came back"), _on_deposit(back), "undo", "Ctrl+B", _EDIT, _OUT, Takes.ONE, pane=True, more=True)
PAID = Action("paid", QT_TRANSLATE_NOOP("Action", "Paid otherwise"), _on_deposit(paid), "check", "", _EDIT, _OWED, Takes.ONE, more=True)
SHOW = Action("show_bid", QT_TRANSLATE_NOOP("Action", "Show the bid"), show_bid, "gavel", "Ctrl+J", _SEE, None, Takes.ONE, more=True)
CLAIM = Action("show_request", QT_TRANSLATE_NOOP("Action", "Show the payment request"), _on_deposit(show_request), "receipt", "", (Permission.CLAIM_SEE,), None, Takes.ONE, more=True)
FORFEIT = Action("forfeit", QT_TRANSLATE_NOOP("Action", "Forfeited"), _on_deposit(forfeit), "x", "", _EDIT, _OUT, Takes.ONE, more=True, danger=True)
CANCEL = Action("cancel_deposit", QT_TRANSLATE_NOOP("Action", "Call off"), _on_deposit(cancel), "x", "", _EDIT, _OWED, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (AGEING, REQUEST, BACK, PAID, SHOW, CLAIM, FORFEIT, CANCEL)
