"""What can be done with the months of depreciation: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import depreciation_runs
from services.permissions import Permission
from services.terms import DepreciationState
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.depreciation_register import RunDetail
    from services.permissions import Actor
    from ui.pages.depreciation import DepreciationPage

MONTH = (
    FieldSpec("month", QT_TRANSLATE_NOOP("Field", "Month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the month.")),
)  # fmt: skip

translate = QCoreApplication.translate

type Act = Callable[[DepreciationPage, RunDetail], object]


def _on_shown(act: Act) -> Callable[[DepreciationPage, list[int]], None]:
    """Act on the month as it is shown: what changed since then is refused, not overrun."""

    def run(page: DepreciationPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def command(page: DepreciationPage, act: str, found: RunDetail) -> str:
    """The same click twice is the same command."""
    return f"depreciation.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def new_month(page: DepreciationPage, _ids: list[int]) -> None:
    """Reckon the month that comes next; the first one may be any."""
    page.desk.tasks.read(page, partial(_next, page.desk.actor, page.desk.today()), partial(_ask_month, page))


def _ask_month(page: DepreciationPage, month: date | None) -> None:
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return SimpleNamespace(id=depreciation_runs.reckon(session, actor, typed.month, today=today))

    about = translate(
        "Depreciation", "Every card that is in use is charged; the month stays open until it is closed."
    )
    title, button = translate("Depreciation", "Reckon a month"), translate("Depreciation", "Reckon  Ctrl+S")
    question = Question(title, button, MONTH, {"month": month or today.replace(day=1)}, about)
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(page.changed)
    dialog.open()


def reckon_again(page: DepreciationPage, found: RunDetail) -> None:
    work = partial(_reckon, page.desk.actor, found.month, page.desk.today())
    page.desk.tasks.run(page, work, page.changed)


def close(page: DepreciationPage, found: RunDetail) -> None:
    """Closed charges stay: asked once more."""
    words = translate("Depreciation", "Close {month}: {count} cards, depreciation {amount}?")
    question = words.format(
        month=f"{found.month:%Y-%m}", count=formats.count(found.assets), amount=formats.yuan(found.amount)
    )
    about = translate(
        "Depreciation",
        "It is reckoned once more, then its charges stay. Only the newest closed month can be reopened.",
    )
    work = partial(_close, page.desk.actor, found, command(page, "close", found))
    ask(
        page, question, translate("Depreciation", "Close month"),
        lambda: page.desk.tasks.run(page, work, lambda _version: page.changed(found.id)), detail=about, danger=False,
    )  # fmt: skip


def reopen(page: DepreciationPage, found: RunDetail) -> None:
    click = command(page, "reopen", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        depreciation_runs.reopen(
            session, actor, found.id, found.version, reason=typed.reason, command_id=click
        )
        return SimpleNamespace(id=found.id)

    title = translate("Depreciation", "Reopen {month}").format(month=f"{found.month:%Y-%m}")
    about = translate("Depreciation", "An open month after it goes. The reason stands in the history.")
    question = Question(
        title, translate("Depreciation", "Reopen  Ctrl+S"), REASON, {"reason": ""}, about, danger=True
    )
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(page.changed)
    dialog.open()


def remove(page: DepreciationPage, found: RunDetail) -> None:
    """Only open months go; asked before."""
    question = translate("Depreciation", "Remove the open month {month}?").format(
        month=f"{found.month:%Y-%m}"
    )
    work = partial(_remove, page.desk.actor, found)
    ask(
        page,
        question,
        translate("Action", "Remove"),
        lambda: page.desk.tasks.run(page, work, lambda _gone: page.refresh()),
    )


def _next(actor: Actor, today: date, session: Session) -> date | None:
    return depreciation_runs.next_month(session, actor, today=today)


def _reckon(actor: Actor, month: date, today: date, session: Session) -> int:
    return depreciation_runs.reckon(session, actor, month, today=today)


def _close(actor: Actor, found: RunDetail, click: str, session: Session) -> int:
    return depreciation_runs.close(session, actor, found.id, found.version, command_id=click)


def _remove(actor: Actor, found: RunDetail, session: Session) -> bool:
    return depreciation_runs.remove(session, actor, found.id, found.version)


_SEE, _EDIT = (Permission.ASSET_SEE,), (Permission.ASSET_EDIT,)
_OPEN, _CLOSED = frozenset({DepreciationState.OPEN}), frozenset({DepreciationState.CLOSED})

# fmt: off
VALUES = Action("values", QT_TRANSLATE_NOOP("Action", "Values on a day"), lambda page, _ids: page.open_values(), "calendar", "Ctrl+D", _SEE, takes=Takes.NONE)
YEAR = Action("year", QT_TRANSLATE_NOOP("Action", "Year table"), lambda page, _ids: page.open_year(), "chart-column", "Ctrl+R", _SEE, takes=Takes.NONE)
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "Reckon a month"), new_month, "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
CLOSE = Action("close_month", QT_TRANSLATE_NOOP("Action", "Close month"), _on_shown(close), "lock", "Ctrl+Return", _EDIT, _OPEN, Takes.ONE, pane=True, more=True)
RECKON = Action("reckon", QT_TRANSLATE_NOOP("Action", "Reckon again"), _on_shown(reckon_again), "refresh-cw", "", _EDIT, _OPEN, Takes.ONE, pane=True, more=True)
CARDS = Action("cards", QT_TRANSLATE_NOOP("Action", "The cards"), _on_shown(lambda page, found: page.open_cards(found)), "boxes", "Ctrl+L", _SEE, None, Takes.ONE, more=True)
UNITS = Action("units", QT_TRANSLATE_NOOP("Action", "Units of use"), _on_shown(lambda page, found: page.open_units(found.month)), "pencil", "Ctrl+U", _SEE, None, Takes.ONE, more=True)
PRINT = Action("print_run", QT_TRANSLATE_NOOP("Action", "Print the depreciation table"), lambda page, ids: page.print_run(ids[0]), "printer", "Ctrl+Shift+P", _SEE, None, Takes.ONE, more=True)
TABLE = Action("export_run", QT_TRANSLATE_NOOP("Action", "Depreciation table as workbook"), lambda page, ids: page.export_run(ids[0]), "download", "", _SEE, None, Takes.ONE, more=True)
ENTRIES = Action("entries", QT_TRANSLATE_NOOP("Action", "Entries for the accountant"), lambda page, ids: page.export_entries(ids[0]), "file-spreadsheet", "Ctrl+Shift+E", _SEE, None, Takes.ONE, more=True)
PRINT_ENTRIES = Action("print_entries", QT_TRANSLATE_NOOP("Action", "Print the entries"), lambda page, ids: page.print_entries(ids[0]), "printer", "", _SEE, None, Takes.ONE, more=True)
BOOKS = Action("books", QT_TRANSLATE_NOOP("Action", "Company and tax book"), lambda page, _ids: page.open_year("books"), "chart-column", "", _SEE, takes=Takes.NONE, more=True)
ACCOUNTS = Action("accounts", QT_TRANSLATE_NOOP("Action", "Accounts"), lambda page, _ids: page.open_accounts(), "file-text", "", _EDIT, takes=Takes.NONE, more=True)
REOPEN = Action("reopen", QT_TRANSLATE_NOOP("Action", "Reopen"), _on_shown(reopen), "undo", "", _EDIT, _CLOSED, Takes.ONE, more=True, danger=True)
REMOVE = Action("remove", QT_TRANSLATE_NOOP("Action", "Remove"), _on_shown(remove), "trash-2", "", _EDIT, _OPEN, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (
    VALUES,
    YEAR,
    NEW,
    CLOSE,
    RECKON,
    CARDS,
    UNITS,
    PRINT,
    TABLE,
    ENTRIES,
    PRINT_ENTRIES,
    BOOKS,
    ACCOUNTS,
    REOPEN,
    REMOVE,
)  # fmt: skip
LEADING = ("close_month",)
