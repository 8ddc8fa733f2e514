"""What can be done with a stock-take: planned, counted, finished, explained, submitted, decided, given up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import office_papers, stock_take_lines, stock_takes
from services.permissions import Permission
from services.terms import Adjustment, DecidedKind, Decision, FoundState, StockTakeState
from ui.claims.act_dialog import REASON, ActDialog, Question, Work
from ui.marking import QT_TRANSLATE_NOOP
from ui.stock_takes import list_files
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.stock_take_details import TakeDetail
    from ui.pages.stock_takes import StockTakesPage

KIND = DecidedKind.STOCK_TAKE

translate = QCoreApplication.translate

type Act = Callable[[StockTakesPage, TakeDetail], object]


def _command(page: StockTakesPage, act: str, found: TakeDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"stock_take.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def _on_shown(act: Act) -> Callable[[StockTakesPage, list[int]], None]:
    def run(page: StockTakesPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def finish(page: StockTakesPage, found: TakeDetail) -> None:
    """Close the count; what was not found is said before."""
    missing = found.counts[FoundState.MISSING]
    question = translate("StockTake", "Finish the count of {number}?").format(number=found.number)
    about = translate("StockTake", "{missing} of {count} were not found. Nothing can be scanned after that.")
    if found.hidden:
        about = translate("StockTake", "Nothing can be scanned after that.")
    work = partial(_finish, page.desk.actor, found.id)
    ask(
        page, question, translate("StockTake", "Finish the count"), lambda: page.act(work, found),
        detail=about.format(missing=missing, count=found.listed), danger=False,
    )  # fmt: skip


def count_on(page: StockTakesPage, found: TakeDetail) -> None:
    """Open the count again."""
    page.act(partial(_reopen, page.desk.actor, found.id, found.version), found)


def submit(page: StockTakesPage, found: TakeDetail) -> None:
    """Send it into its approval."""
    page.act(partial(_submit, page.desk.actor, found, _command(page, "submit", found)), found)


def approve(page: StockTakesPage, found: TakeDetail) -> None:
    """It changes the register: asked once more."""
    question = translate("StockTake", "Approve {number}?").format(number=found.number)
    words = translate(
        "StockTake",
        "{moved} places are corrected, {lost} assets leave the register, {added} enter it. Net value on the day of the count {net}; what is booked is that of the day of the last approval.",
    )
    by = [line.adjustment for line in found.lines]
    about = words.format(
        moved=by.count(Adjustment.MOVE), lost=by.count(Adjustment.WRITE_OFF), net=formats.yuan(found.net_missing),
        added=by.count(Adjustment.ADD),
    )  # fmt: skip
    work = partial(_approve, page, found, _command(page, "approve", found))
    ask(
        page,
        question,
        translate("Action", "Approve"),
        lambda: page.act(work, found),
        detail=about,
        danger=False,
    )


def send_back(page: StockTakesPage, found: TakeDetail) -> None:
    """Return it with a reason."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        office_papers.decide(
            session, actor, KIND, found.id, found.version, Decision.RETURN, reason=typed.reason,
            command_id=_command(page, "return", found), today=page.desk.today(),
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    title = translate("StockTake", "Return {number}").format(number=found.number)
    _ask(
        page,
        Question(title, translate("Insurance", "Return  Ctrl+S"), REASON, {"reason": ""}, danger=True),
        work,
    )


def withdraw(page: StockTakesPage, found: TakeDetail) -> None:
    """Take it back while it is being decided."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        office_papers.withdraw(
            session, actor, KIND, found.id, found.version, reason=typed.reason,
            command_id=_command(page, "withdraw", found),
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    title = translate("StockTake", "Take {number} back").format(number=found.number)
    _ask(page, Question(title, translate("Insurance", "Take back  Ctrl+S"), REASON, {"reason": ""}), work)


def void(page: StockTakesPage, found: TakeDetail) -> None:
    """Give it up with a reason."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return SimpleNamespace(id=stock_takes.void(session, actor, found.id, found.version, typed.reason))

    title = translate("StockTake", "Give {number} up").format(number=found.number)
    button = translate("StockTake", "Give up  Ctrl+S")
    _ask(page, Question(title, button, REASON, {"reason": ""}, danger=True), work)


def import_list(page: StockTakesPage, found: TakeDetail) -> None:
    """A list that was counted on another PC comes home."""
    list_files.ask_list(page, found.id, partial(page.imported, found.id))


def _ask(page: StockTakesPage, question: Question, work: Work) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(page.changed)
    dialog.open()


def _finish(actor: Actor, take_id: int, session: Session) -> int:
    """Whoever scans changes no version: the count is closed as it stands now."""
    version = stock_takes.get(session, actor, take_id).version
    assert version is not None, "it is stored"
    return stock_take_lines.finish(session, actor, take_id, version)


def _reopen(actor: Actor, take_id: int, version: int, session: Session) -> int:
    return stock_takes.reopen(session, actor, take_id, version)


def _submit(actor: Actor, found: TakeDetail, command_id: str, session: Session) -> int:
    return office_papers.submit(session, actor, KIND, found.id, found.version, command_id)


def _approve(page: StockTakesPage, found: TakeDetail, command_id: str, session: Session) -> int:
    return office_papers.decide(
        session, page.desk.actor, KIND, found.id, found.version, Decision.APPROVE, reason="",
        command_id=command_id, today=page.desk.today(),
    )  # fmt: skip


_SEE, _EDIT, _DECIDE = (Permission.ASSET_SEE,), (Permission.ASSET_EDIT,), (Permission.CLAIM_DECIDE,)
_OPEN, _COUNTED = frozenset({StockTakeState.OPEN}), frozenset({StockTakeState.COUNTED})
_WAITING = frozenset({StockTakeState.SUBMITTED})

# fmt: off
ALL = (
    Action("print_count", QT_TRANSLATE_NOOP("Action", "Print the list"), lambda page, ids: page.print_count(ids[0]), "printer", "Ctrl+Shift+P", _SEE, None, Takes.ONE),
    Action("print_differences", QT_TRANSLATE_NOOP("Action", "Surplus and shortage"), lambda page, ids: page.print_differences(ids[0]), "file-text", "", _SEE, None, Takes.ONE),
    Action("new", QT_TRANSLATE_NOOP("Action", "New stock-take"), lambda page, _ids: page.open_plan(None), "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True),
    Action("count_take", QT_TRANSLATE_NOOP("Action", "Count"), _on_shown(lambda page, found: page.open_count(found)), "scan-line", "Ctrl+J", _EDIT, _OPEN, Takes.ONE, more=True, pane=True),
    Action("finish", QT_TRANSLATE_NOOP("Action", "Finish the count"), _on_shown(finish), "check", "", _EDIT, _OPEN, Takes.ONE, more=True, pane=True),
    Action("explain", QT_TRANSLATE_NOOP("Action", "Differences"), _on_shown(lambda page, found: page.open_differences(found)), "clipboard-list", "Ctrl+L", _SEE, None, Takes.ONE, more=True),
    Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), _on_shown(submit), "send", "Ctrl+Shift+S", _EDIT, _COUNTED, Takes.ONE, more=True, pane=True),
    Action("count_on", QT_TRANSLATE_NOOP("Action", "Go on counting"), _on_shown(count_on), "undo", "", _EDIT, _COUNTED, Takes.ONE, more=True, pane=True),
    Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_shown(approve), "check", "Ctrl+Return", _DECIDE, _WAITING, Takes.ONE, more=True, pane=True),
    Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_shown(send_back), "undo", "", _DECIDE, _WAITING, Takes.ONE, more=True, pane=True, danger=True),
    Action("withdraw", QT_TRANSLATE_NOOP("Action", "Take back"), _on_shown(withdraw), "undo", "", _EDIT, _WAITING, Takes.ONE, more=True, pane=True),
    Action("edit_take", QT_TRANSLATE_NOOP("Action", "Edit the plan"), lambda page, ids: page.open_plan(ids[0]), "pencil", "F2", _EDIT, _OPEN, Takes.ONE, more=True),
    Action("export_list", QT_TRANSLATE_NOOP("Action", "List for another PC"), _on_shown(list_files.export_list), "download", "", _SEE, None, Takes.ONE, more=True),
    Action("import_list", QT_TRANSLATE_NOOP("Action", "Import a counted list"), _on_shown(import_list), "upload", "", _EDIT, _OPEN, Takes.ONE, more=True),
    Action("export_count", QT_TRANSLATE_NOOP("Action", "Count sheet as workbook"), lambda page, ids: page.export_count(ids[0]), "file-spreadsheet", "", _SEE, None, Takes.ONE, more=True),
    Action("export_differences", QT_TRANSLATE_NOOP("Action", "Surplus and shortage as workbook"), lambda page, ids: page.export_differences(ids[0]), "file-spreadsheet", "", _SEE, None, Takes.ONE, more=True),
    Action("void", QT_TRANSLATE_NOOP("Action", "Give up"), _on_shown(void), "trash-2", "", _EDIT, _OPEN | _COUNTED, Takes.ONE, more=True, danger=True),
)
# fmt: on
LEADING = ("count_take", "submit", "approve")
