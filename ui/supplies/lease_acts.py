"""What can be done with a lease: money received, handed over, taken back, the lists of rents and of vacancy."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from services import asset_leases, lease_papers, lease_receipts, lease_register, lease_rents, places
from services.permissions import Permission
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.statistics.figures import Behind
from ui.statistics.list_dialog import ListDialog
from ui.supplies import papers
from ui.supplies.vacancy_dialog import VacancyDialog
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.database import Session
    from services.lease_register import DueRow, LeaseDetail
    from services.permissions import Actor
    from ui.pages.asset_leases import AssetLeasesPage

translate = QCoreApplication.translate

type Act = Callable[[AssetLeasesPage, LeaseDetail], object]

# fmt: off
_AMOUNT = FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount received"), FieldKind.MONEY, required=True, hint=QT_TRANSLATE_NOOP("Field", "A part is enough; with a minus it is taken back."))
_DAY = FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "On"), FieldKind.DAY, required=True)
_NOTE = FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank="", width=2)
_PLACE = FieldSpec("place_id", QT_TRANSLATE_NOOP("Field", "Place"), FieldKind.COMBO, choices=places.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty: where it was before."))
_FROM = FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "Rents due from"), FieldKind.DAY, required=True)
_TO = FieldSpec("to_on", QT_TRANSLATE_NOOP("Field", "Rents due to"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty: to the end."))
_RENT = FieldSpec("rent", QT_TRANSLATE_NOOP("Field", "Rent"), FieldKind.MONEY, required=True, hint=QT_TRANSLATE_NOOP("Field", "0: free of rent."))
_LAST = FieldSpec("to_on", QT_TRANSLATE_NOOP("Field", "Rents due to"), FieldKind.DAY, required=True)
_GOES_ON = FieldSpec("goes_on", QT_TRANSLATE_NOOP("Field", "Rent was due until then"), FieldKind.CHECK)
_REASON = FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Reason"), blank="", width=2)
# fmt: on


def _on_lease(act: Act) -> Callable[[AssetLeasesPage, list[int]], None]:
    """Act on the lease as it is shown: what changed since then is refused, not overrun."""
    return lambda page, ids: page.with_detail(ids[0], partial(act, page))


def receive(page: AssetLeasesPage, found: LeaseDetail) -> None:
    """The first rent of which something is to come; where several are open, which one."""
    waiting = [due for due in found.dues if due.left]
    late = [due for due in waiting if due.due_on < page.desk.today()]
    if len(late) > 1:
        choose_due(page, found, late)
    elif waiting:
        ask_receipt(page, found, waiting[0])
    elif found.dues:
        ask_receipt(page, found, found.dues[-1])


def choose_due(page: AssetLeasesPage, found: LeaseDetail, dues: list[DueRow]) -> QMenu:
    """Which of the rents came in."""
    menu = QMenu(page)
    menu.setObjectName("menu.dues")
    for due in dues:
        words = translate("Supplies", "{day}: {left} to come").format(
            day=due.due_on.isoformat(), left=formats.money(due.left)
        )
        menu.addAction(words, partial(ask_receipt, page, found, due))
    menu.popup(QCursor.pos())
    return menu


def ask_receipt(page: AssetLeasesPage, found: LeaseDetail, due: DueRow) -> ActDialog:
    """What came in for a rent."""
    today, click = page.desk.today(), uuid.uuid4().hex

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        lease_receipts.receive(
            session, actor, found.id, found.version, due_id=due.id, amount=typed.amount, on_day=typed.on_day,
            note=typed.note, command_id=click, today=today,
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    words = translate("Supplies", "Due on {day}: {amount}, of which {received} came in.")
    about = words.format(
        day=due.due_on.isoformat(), amount=formats.money(due.amount), received=formats.money(due.received)
    )
    title = translate("Supplies", "Rent received: {tenant}").format(tenant=found.tenant)
    values = {"amount": due.left, "on_day": today, "note": ""}
    question = Question(
        title, translate("Supplies", "Received  Ctrl+S"), (_AMOUNT, _DAY, _NOTE), values, about
    )
    return _open(page, ActDialog(page.desk, question, work, page), "receive_rent")


def change_rents(page: AssetLeasesPage, found: LeaseDetail) -> ActDialog:
    """Another rent from a day on, a month free of rent, a first one in part."""
    today, click = page.desk.today(), uuid.uuid4().hex

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        lease_rents.change_rents(
            session, actor, found.id, found.version, from_on=typed.from_on, to_on=typed.to_on, rent=typed.rent,
            command_id=click, today=today,
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    planned = next((due.due_on for due in found.dues if due.due_on >= today and not due.received), today)
    title = translate("Supplies", "Rents of {tenant}").format(tenant=found.tenant)
    about = translate(
        "Supplies",
        "Planned rents that are due in these days become this. What is overdue, and what came in, stays.",
    )
    values = {"from_on": planned, "rent": found.rent}
    question = Question(
        title, translate("Supplies", "Change the rents  Ctrl+S"), (_FROM, _TO, _RENT), values, about
    )
    return _open(page, ActDialog(page.desk, question, work, page), "change_rents")


def deposit(page: AssetLeasesPage, found: LeaseDetail) -> ActDialog:
    """The security deposit came in, or goes back."""
    today, click = page.desk.today(), uuid.uuid4().hex

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        lease_receipts.receive_deposit(
            session, actor, found.id, found.version, amount=typed.amount, on_day=typed.on_day, note=typed.note,
            command_id=click, today=today,
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    words = translate("Supplies", "{deposit} by contract, of which {held} are here.")
    about = words.format(deposit=formats.money(found.deposit), held=formats.money(found.held))
    back = found.ended_on is not None
    values = {"amount": -found.held if back else found.deposit - found.held, "on_day": today, "note": ""}
    title = translate("Supplies", "Security deposit: {tenant}").format(tenant=found.tenant)
    question = Question(
        title, translate("Supplies", "Write it  Ctrl+S"), (_AMOUNT, _DAY, _NOTE), values, about
    )
    return _open(page, ActDialog(page.desk, question, work, page), "lease_deposit")


def hand_over(page: AssetLeasesPage, found: LeaseDetail) -> ActDialog:
    """The thing goes to the tenant."""
    today, click = page.desk.today(), uuid.uuid4().hex

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        asset_leases.hand_over(
            session, actor, found.id, found.version, on_day=typed.on_day, command_id=click, today=today
        )
        return SimpleNamespace(id=found.id)

    title = translate("Supplies", "Hand {name} over to {tenant}").format(
        name=found.asset_name, tenant=found.tenant
    )
    about = translate("Supplies", "The card is leased from then on, and its movement is written.")
    question = Question(title, translate("Supplies", "Hand over  Ctrl+S"), (_DAY,), {"on_day": today}, about)
    return _open(page, ActDialog(page.desk, question, work, page), "hand_over")


def take_back(page: AssetLeasesPage, found: LeaseDetail) -> ActDialog:
    """The thing came back: on its last day or before, or later; then the rent may have gone on."""
    today, click = page.desk.today(), uuid.uuid4().hex
    late = found.to_on < today

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        asset_leases.end(
            session, actor, found.id, found.version, on_day=typed.on_day, place_id=typed.place_id,
            reason=typed.reason, goes_on=late and typed.goes_on, command_id=click, today=today,
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    title = translate("Supplies", "{name} came back").format(name=found.asset_name)
    about = translate("Supplies", "Rents that would be due later, and of which nothing came in, fall away.")
    values = {
        "on_day": today if late else min(today, max(found.to_on, found.from_on)),
        "reason": "",
        "goes_on": late,
    }
    fields = (_DAY, _PLACE, _GOES_ON, _REASON) if late else (_DAY, _PLACE, _REASON)
    question = Question(title, translate("Supplies", "Came back  Ctrl+S"), fields, values, about)
    return _open(page, ActDialog(page.desk, question, work, page), "take_back")


def cancel(page: AssetLeasesPage, found: LeaseDetail) -> ActDialog:
    """The tenant withdrew before the thing was handed over."""
    today, click = page.desk.today(), uuid.uuid4().hex

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        given = (session, actor, found.id, found.version)
        asset_leases.cancel(*given, reason=typed.reason, command_id=click, today=today)
        return SimpleNamespace(id=found.id)

    title = translate("Supplies", "Cancel the lease of {tenant}").format(tenant=found.tenant)
    about = translate("Supplies", "The thing was never handed over: no rent is owed, and its days are free.")
    label = translate("Supplies", "Cancel the lease  Ctrl+S")
    question = Question(title, label, (replace(_REASON, required=True),), {"reason": ""}, about)
    return _open(page, ActDialog(page.desk, question, work, page), "cancel_lease")


def _open(page: AssetLeasesPage, dialog: ActDialog, name: str) -> ActDialog:
    dialog.setObjectName(f"dialog.{name}")
    dialog.saved.connect(page.changed)
    dialog.open()
    return dialog


class RentList(ListDialog):
    """All rents, or all money that came in: filtered, exported, printed; Enter shows the lease."""

    def open_paper(self) -> None:
        current = self.view.table.current_id()
        if current is not None:
            work = partial(_lease_of, self.desk.actor, self.view.register.name, current)
            self.desk.tasks.read(self, work, lambda lease: self._go(lease, "asset_leases"), self._refused)


def show_rents(page: AssetLeasesPage, _ids: list[int]) -> RentList:
    """The list of rents as PDF or .xlsx."""
    title = translate("Supplies", "List of rents")
    dialog = RentList(page.desk, Behind(title, lease_register.RENTS), page)
    dialog.setObjectName("dialog.rents")
    dialog.open()
    return dialog


def show_receipts(page: AssetLeasesPage, _ids: list[int]) -> RentList:
    """Every instalment and every deposit by its day, to be compared with the bank."""
    dialog = RentList(
        page.desk, Behind(translate("Supplies", "Money of leases"), lease_receipts.REGISTER), page
    )
    dialog.setObjectName("dialog.lease_receipts")
    dialog.open()
    return dialog


def ask_ledger(page: AssetLeasesPage, _ids: list[int]) -> ActDialog:
    """The rent ledger of which days."""
    today = page.desk.today()
    chosen: list[SimpleNamespace] = []

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        lease_papers.rent_ledger(session, actor, first=typed.from_on, last=typed.to_on, today=today)
        chosen.append(typed)

    about = translate("Supplies", "Every rent due in these days with what came in for it, and the deposits.")
    values = {"from_on": date(today.year, 1, 1), "to_on": date(today.year, 12, 31)}
    title = translate("Supplies", "Rent ledger")
    question = Question(title, translate("Supplies", "Print  Ctrl+S"), (_FROM, _LAST), values, about)
    dialog = ActDialog(page.desk, question, work, page)
    dialog.setObjectName("dialog.rent_ledger")
    dialog.saved.connect(
        lambda _id: papers.print_rent_ledger(page.desk, page, chosen[-1].from_on, chosen[-1].to_on)
    )
    dialog.open()
    return dialog


def show_vacancy(page: AssetLeasesPage, _ids: list[int]) -> VacancyDialog:
    """How long things stood without a tenant."""
    dialog = VacancyDialog(page.desk, page)
    dialog.open()
    return dialog


def _lease_of(actor: Actor, register: str, row_id: int, session: Session) -> int:
    found = lease_register.lease_of if register == "lease_due" else lease_register.lease_of_receipt
    return found(session, actor, row_id)


_EDIT, _SEE = (Permission.ASSET_EDIT,), (Permission.ASSET_SEE,)

# fmt: off
RECEIVE = Action("receive_rent", QT_TRANSLATE_NOOP("Action", "Rent received"), _on_lease(receive), "coins", "Ctrl+Return", _EDIT, takes=Takes.ONE, pane=True)
RENTS = Action("rents", QT_TRANSLATE_NOOP("Action", "List of rents"), show_rents, "file-spreadsheet", "Ctrl+L", _SEE, takes=Takes.NONE)
HAND_OVER = Action("hand_over", QT_TRANSLATE_NOOP("Action", "Hand over"), _on_lease(hand_over), "send", "", _EDIT, takes=Takes.ONE, more=True)
BACK = Action("take_back", QT_TRANSLATE_NOOP("Action", "Take it back"), _on_lease(take_back), "undo", "", _EDIT, takes=Takes.ONE, more=True, pane=True)
CHANGE = Action("change_rents", QT_TRANSLATE_NOOP("Action", "Change planned rents"), _on_lease(change_rents), "pencil", "", _EDIT, takes=Takes.ONE, more=True)
DEPOSIT = Action("lease_deposit", QT_TRANSLATE_NOOP("Action", "Security deposit"), _on_lease(deposit), "coins", "", _EDIT, takes=Takes.ONE, more=True)
MONEY = Action("lease_receipts", QT_TRANSLATE_NOOP("Action", "Money of leases"), show_receipts, "coins", "", _SEE, takes=Takes.NONE, more=True)
LEDGER = Action("rent_ledger", QT_TRANSLATE_NOOP("Action", "Print rent ledger"), ask_ledger, "printer", "", _SEE, takes=Takes.NONE, more=True)
VACANCY = Action("vacancy", QT_TRANSLATE_NOOP("Action", "Vacancy"), show_vacancy, "chart-column", "", _SEE, takes=Takes.NONE, more=True)
CANCEL = Action("cancel_lease", QT_TRANSLATE_NOOP("Action", "Cancel the lease"), _on_lease(cancel), "x", "", _EDIT, takes=Takes.ONE, more=True, danger=True)
DELETE = Action("delete_lease", QT_TRANSLATE_NOOP("Action", "Delete the lease"), _on_lease(lambda page, found: page.ask_remove(found)), "trash-2", "", _EDIT, takes=Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (RECEIVE, RENTS, HAND_OVER, BACK, CHANGE, DEPOSIT, MONEY, LEDGER, VACANCY, CANCEL, DELETE)
