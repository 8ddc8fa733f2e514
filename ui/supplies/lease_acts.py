"""What can be done with a lease: money received, handed over, taken back, the lists of rents and of vacancy."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from services import asset_leases, lease_register, places
from services.permissions import Permission
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.statistics.figures import Behind
from ui.statistics.list_dialog import ListDialog
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
        asset_leases.receive(
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
    """The thing came back: on its last day or before."""
    today, click = page.desk.today(), uuid.uuid4().hex

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        asset_leases.end(
            session, actor, found.id, found.version, on_day=typed.on_day, place_id=typed.place_id,
            reason=typed.reason, command_id=click, today=today,
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    title = translate("Supplies", "{name} came back").format(name=found.asset_name)
    about = translate("Supplies", "Rents that would be due later, and of which nothing came in, fall away.")
    values = {"on_day": min(today, max(found.to_on, found.from_on)), "reason": ""}
    question = Question(
        title, translate("Supplies", "Came back  Ctrl+S"), (_DAY, _PLACE, _REASON), values, about
    )
    return _open(page, ActDialog(page.desk, question, work, page), "take_back")


def _open(page: AssetLeasesPage, dialog: ActDialog, name: str) -> ActDialog:
    dialog.setObjectName(f"dialog.{name}")
    dialog.saved.connect(page.changed)
    dialog.open()
    return dialog


class RentList(ListDialog):
    """All rents: filtered, exported, printed; Enter shows the lease."""

    def open_paper(self) -> None:
        current = self.view.table.current_id()
        if current is not None:
            work = partial(_lease_of, self.desk.actor, current)
            self.desk.tasks.read(self, work, lambda lease: self._go(lease, "asset_leases"), self._refused)


def show_rents(page: AssetLeasesPage, _ids: list[int]) -> RentList:
    """The list of rents as PDF or .xlsx."""
    title = translate("Supplies", "List of rents")
    dialog = RentList(page.desk, Behind(title, lease_register.RENTS), page)
    dialog.setObjectName("dialog.rents")
    dialog.open()
    return dialog


def show_vacancy(page: AssetLeasesPage, _ids: list[int]) -> VacancyDialog:
    """How long things stood without a tenant."""
    dialog = VacancyDialog(page.desk, page)
    dialog.open()
    return dialog


def remove(page: AssetLeasesPage, found: LeaseDetail) -> None:
    """Ask, then delete a lease that never began."""
    page.ask_remove(found)


def _lease_of(actor: Actor, due_id: int, session: Session) -> int:
    return lease_register.lease_of(session, actor, due_id)


_EDIT, _SEE = (Permission.ASSET_EDIT,), (Permission.ASSET_SEE,)

# fmt: off
RECEIVE = Action("receive_rent", QT_TRANSLATE_NOOP("Action", "Rent received"), _on_lease(receive), "coins", "Ctrl+Return", _EDIT, takes=Takes.ONE, pane=True)
RENTS = Action("rents", QT_TRANSLATE_NOOP("Action", "List of rents"), show_rents, "file-spreadsheet", "Ctrl+L", _SEE, takes=Takes.NONE)
HAND_OVER = Action("hand_over", QT_TRANSLATE_NOOP("Action", "Hand over"), _on_lease(hand_over), "send", "", _EDIT, takes=Takes.ONE, more=True)
BACK = Action("take_back", QT_TRANSLATE_NOOP("Action", "Take it back"), _on_lease(take_back), "undo", "", _EDIT, takes=Takes.ONE, more=True, pane=True)
VACANCY = Action("vacancy", QT_TRANSLATE_NOOP("Action", "Vacancy"), show_vacancy, "chart-column", "", _SEE, takes=Takes.NONE, more=True)
DELETE = Action("delete_lease", QT_TRANSLATE_NOOP("Action", "Delete the lease"), _on_lease(remove), "trash-2", "", _EDIT, takes=Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (RECEIVE, RENTS, HAND_OVER, BACK, VACANCY, DELETE)
