"""What can be done with remittances: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import remittance_register, remittances
from services.permissions import Permission
from services.terms import Fund, RemittanceState
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.remittance_register import Headline, RemittanceDetail
    from ui.pages.remittances import RemittancesPage
    from ui.state import Desk

MONTH = (FieldSpec("month", QT_TRANSLATE_NOOP("Field", "Month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the month.")),)  # fmt: skip
PAID_ON = (FieldSpec("paid_on", QT_TRANSLATE_NOOP("Field", "Paid on"), FieldKind.DAY, required=True),)
BACK = (
    FieldSpec("fund", QT_TRANSLATE_NOOP("Field", "Fund"), FieldKind.CHOICE, required=True, members=Fund),
    FieldSpec("city", QT_TRANSLATE_NOOP("Field", "City"), required=True, blank=""),
)

translate = QCoreApplication.translate

type Act = Callable[[RemittancesPage, RemittanceDetail], object]


def command(desk: Desk, act: str, *seen: object) -> str:
    """The same click twice is the same command: same record as it was seen, same user."""
    return f"remittance.{act}:{':'.join(map(str, seen))}:{desk.actor.user_id}"


def _on_shown(act: Act) -> Callable[[RemittancesPage, list[int]], None]:
    def run(page: RemittancesPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def new_month(page: RemittancesPage, _ids: list[int]) -> None:
    """The drafts of the next month, of every fund and city."""
    page.desk.tasks.read(page, partial(_headline, page.desk), partial(_ask_month, page))


def _ask_month(page: RemittancesPage, found: Headline) -> None:
    today, mark = page.desk.today(), page.mark

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        made = remittances.draft(
            session, actor, typed.month, command(page.desk, "draft", typed.month, mark), today
        )
        return SimpleNamespace(id=made[0] if made else 0)

    about = translate(
        "Remittance", "A draft for every fund and city that anybody is insured with in the month."
    )
    title, button = (
        translate("Remittance", "Drafts of a month"),
        translate("Remittance", "Make drafts  Ctrl+S"),
    )
    _ask(page, Question(title, button, MONTH, {"month": found.next_month}, about), work)


def back_payment(page: RemittancesPage, _ids: list[int]) -> None:
    """What is owed for months before, as a row of its own."""
    page.desk.tasks.read(page, partial(_headline, page.desk), partial(_ask_back, page))


def _ask_back(page: RemittancesPage, found: Headline) -> None:
    today, mark = page.desk.today(), page.mark

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        made = remittances.back_payment(
            session, actor, typed.fund, typed.city,
            command(page.desk, "back", typed.fund, typed.city, mark), today,
        )  # fmt: skip
        return SimpleNamespace(id=made)

    line = translate("Remittance", "{fund} {city}: {total} for {count} people")
    owed = [
        line.format(fund=label(one.fund), city=one.city, total=formats.yuan(one.total), count=one.people)
        for one in found.owed
    ]
    about = "\n".join(owed) or translate("Remittance", "Nothing is owed for the months before.")
    first = found.owed[0] if found.owed else None
    values = {
        "fund": first.fund if first else Fund.SOCIAL,
        "city": first.city if first else page.usual_city(),
    }
    title, button = translate("Remittance", "Back payment"), translate("Remittance", "Make a draft  Ctrl+S")
    _ask(page, Question(title, button, BACK, values, about), work)


def reckon_again(page: RemittancesPage, detail: RemittanceDetail) -> None:
    work = partial(_reckon, page.desk.actor, detail.id, detail.version)
    page.desk.tasks.run(page, work, page.changed)


def freeze(page: RemittancesPage, detail: RemittanceDetail) -> None:
    """Archived amounts stay for good: asked once more."""
    words = translate("Remittance", "Archive {month} {fund} {city}: {count} people, {total}?")
    question = words.format(
        month=f"{detail.month:%Y-%m}", fund=label(detail.fund), city=detail.city,
        count=formats.count(len(detail.people)), total=formats.yuan(detail.total),
    )  # fmt: skip
    about = translate("Remittance", "Every base, rate and amount stays as it is now. What changes later becomes a back payment.")  # fmt: skip
    work = partial(_freeze, page.desk.actor, detail.id, detail.version, command(page.desk, "freeze", detail.id, detail.version))  # fmt: skip
    ask(
        page, question, translate("Remittance", "Archive"),
        lambda: page.desk.tasks.run(page, work, page.changed), detail=about, danger=False,
    )  # fmt: skip


def pay(page: RemittancesPage, detail: RemittanceDetail) -> None:
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        remittances.pay(
            session, actor, detail.id, detail.version, typed.paid_on,
            command(page.desk, "pay", detail.id, detail.version), today,
        )  # fmt: skip
        return SimpleNamespace(id=detail.id)

    words = translate("Remittance", "{month} {fund} {city}, {total}")
    about = words.format(
        month=f"{detail.month:%Y-%m}",
        fund=label(detail.fund),
        city=detail.city,
        total=formats.yuan(detail.total),
    )
    title, button = (
        translate("Remittance", "Paid to the fund"),
        translate("Remittance", "Mark as paid  Ctrl+S"),
    )
    _ask(page, Question(title, button, PAID_ON, {"paid_on": today}, about), work)


def unpay(page: RemittancesPage, detail: RemittanceDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        remittances.unpay(session, actor, detail.id, detail.version, typed.reason)
        return SimpleNamespace(id=detail.id)

    about = translate("Remittance", "The amounts stay archived; it waits for payment again.")
    title, button = translate("Remittance", "Not paid after all"), translate("Remittance", "Not paid  Ctrl+S")
    _ask(page, Question(title, button, REASON, {"reason": ""}, about, danger=True), work)


def remove(page: RemittancesPage, detail: RemittanceDetail) -> None:
    """Only drafts go; asked before."""
    words = translate("Remittance", "Remove the draft {month} {fund} {city}?")
    question = words.format(month=f"{detail.month:%Y-%m}", fund=label(detail.fund), city=detail.city)
    work = partial(_remove, page.desk.actor, detail.id, detail.version)
    ask(
        page, question, translate("Action", "Remove"),
        lambda: page.desk.tasks.run(page, work, lambda _gone: page.refresh()),
    )  # fmt: skip


def _ask(page: RemittancesPage, question: Question, work: Any) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(page.acted)
    dialog.open()


def _headline(desk: Desk, session: Session) -> Headline:
    return remittance_register.headline(session, desk.actor, desk.today())


def _reckon(actor: Actor, remittance_id: int, version: int, session: Session) -> int:
    return remittances.reckon_again(session, actor, remittance_id, version)


def _freeze(actor: Actor, remittance_id: int, version: int, command_id: str, session: Session) -> int:
    return remittances.freeze(session, actor, remittance_id, version, command_id)


def _remove(actor: Actor, remittance_id: int, version: int, session: Session) -> bool:
    return remittances.remove(session, actor, remittance_id, version)


_SEE, _EDIT = (Permission.INSURANCE_SEE,), (Permission.INSURANCE_EDIT,)
_PAY = (Permission.INSURANCE_EDIT, Permission.PAYROLL_PAY)
_DRAFT, _FROZEN = frozenset({RemittanceState.DRAFT}), frozenset({RemittanceState.FROZEN})
_PAID = frozenset({RemittanceState.PAID})

# fmt: off
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "New month"), new_month, "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
PRINT = Action("print_remittance", QT_TRANSLATE_NOOP("Action", "Print remittance"), lambda page, ids: page.print_remittance(ids[0]), "printer", "Ctrl+Shift+P", _SEE, None, Takes.ONE)
ROSTERS = Action("rosters", QT_TRANSLATE_NOOP("Action", "Rosters and certificates"), lambda page, _ids: page.open_rosters(), "file-text", "Ctrl+R", _SEE, takes=Takes.NONE)
PEOPLE = Action("people", QT_TRANSLATE_NOOP("Action", "Everybody"), _on_shown(lambda page, detail: page.open_people(detail)), "users", "Ctrl+L", _SEE, None, Takes.ONE, more=True)
FREEZE = Action("freeze", QT_TRANSLATE_NOOP("Action", "Archive"), _on_shown(freeze), "lock", "Ctrl+Return", _EDIT, _DRAFT, Takes.ONE, pane=True, more=True)
RECKON = Action("reckon", QT_TRANSLATE_NOOP("Action", "Reckon again"), _on_shown(reckon_again), "refresh-cw", "", _EDIT, _DRAFT, Takes.ONE, pane=True, more=True)
PAY = Action("pay", QT_TRANSLATE_NOOP("Action", "Paid"), _on_shown(pay), "check", "Ctrl+B", _PAY, _FROZEN, Takes.ONE, pane=True, more=True)
BILL = Action("check_bill", QT_TRANSLATE_NOOP("Action", "Check the bill"), _on_shown(lambda page, detail: page.choose_bill(detail)), "upload", "Ctrl+I", _SEE, None, Takes.ONE, pane=True, more=True)
BILL_RESULT = Action("print_bill", QT_TRANSLATE_NOOP("Action", "Print the bill check"), lambda page, ids: page.print_bill(ids[0]), "printer", "", _SEE, None, Takes.ONE, more=True)
EXPORT = Action("export_remittance", QT_TRANSLATE_NOOP("Action", "Remittance as workbook"), lambda page, ids: page.export_remittance(ids[0]), "download", "", _SEE, None, Takes.ONE, more=True)
BACK_PAYMENT = Action("back_payment", QT_TRANSLATE_NOOP("Action", "Back payment"), back_payment, "undo", "", _EDIT, takes=Takes.NONE, more=True)
SEASONS = Action("seasons", QT_TRANSLATE_NOOP("Action", "Base adjustment"), lambda page, _ids: page.desk.go("base_seasons"), "calendar-days", "", _SEE, takes=Takes.NONE, more=True)
UNPAY = Action("unpay", QT_TRANSLATE_NOOP("Action", "Not paid after all"), _on_shown(unpay), "undo", "", _PAY, _PAID, Takes.ONE, more=True, danger=True)
REMOVE = Action("remove", QT_TRANSLATE_NOOP("Action", "Remove"), _on_shown(remove), "trash-2", "", _EDIT, _DRAFT, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (
    PRINT,
    ROSTERS,
    NEW,
    PEOPLE,
    FREEZE,
    RECKON,
    PAY,
    BILL,
    BILL_RESULT,
    EXPORT,
    BACK_PAYMENT,
    SEASONS,
    UNPAY,
    REMOVE,
)
LEADING = ("freeze", "pay")
