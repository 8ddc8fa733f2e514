"""What can be done with a batch: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import bank_files, payment_batches, payment_confirmations
from services.permissions import Permission
from services.terms import BatchState
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.act_words import PAID_ON, command
from ui.payments.candidates_dialog import CandidatesDialog
from ui.payments.file_dialog import FileDialog, save_as
from ui.widgets import formats
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.bank_files import BankFile
    from services.database import Session
    from services.payment_register import BatchDetail
    from services.permissions import Actor
    from ui.payments.batches_page import BatchesPage

translate = QCoreApplication.translate

type Act = Callable[[BatchesPage, BatchDetail], object]


def _on_batch(act: Act) -> Callable[[BatchesPage, list[int]], None]:
    """Act on the selected batch as it is shown: what changed since then is refused, not overrun."""

    def run(page: BatchesPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def pay_together(page: BatchesPage, _ids: list[int]) -> None:
    """A new batch of the papers to pay."""
    dialog = CandidatesDialog(page.desk, page)
    dialog.saved.connect(page.changed)
    dialog.open()


def add_papers(page: BatchesPage, detail: BatchDetail) -> None:
    dialog = CandidatesDialog(page.desk, page, batch=detail)
    dialog.saved.connect(page.changed)
    dialog.open()


def write_file(page: BatchesPage, detail: BatchDetail) -> None:
    dialog = FileDialog(page.desk, detail, page)
    dialog.written.connect(lambda: page.changed(detail.id))
    dialog.open()


def file_again(page: BatchesPage, detail: BatchDetail) -> None:
    """The same bytes once more."""
    work = partial(_again, page.desk.actor, detail.id)
    page.desk.tasks.read(page, work, partial(save_as, page.desk, page))


def confirm_all(page: BatchesPage, detail: BatchDetail) -> None:
    """Every line that waits is paid."""
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return payment_confirmations.confirm(
            session, actor, detail.id, detail.version, None,
            paid_on=typed.paid_on, command_id=command(page.desk, "confirm", detail), today=today,
        )  # fmt: skip

    words = translate("Payment", "{count} papers, {total}, from {account}")
    about = words.format(
        count=formats.count(detail.waiting_count),
        total=formats.yuan(detail.waiting_total),
        account=detail.account_name,
    )
    title = translate("Payment", "Confirm {number}").format(number=detail.number)
    button = translate("Payment", "Mark as paid  Ctrl+S")
    _ask(page, detail, Question(title, button, PAID_ON, {"paid_on": min(detail.paid_on, today)}, about), work)


def cancel(page: BatchesPage, detail: BatchDetail) -> None:
    title = translate("Payment", "Cancel {number}").format(number=detail.number)
    about = translate("Payment", "Its papers wait for payment as before.")
    button = translate("Payment", "Cancel the batch  Ctrl+S")
    _undo(
        page,
        detail,
        "cancel",
        payment_batches.cancel,
        Question(title, button, REASON, {"reason": ""}, about, danger=True),
    )


def reopen(page: BatchesPage, detail: BatchDetail) -> None:
    title = translate("Payment", "Take {number} back").format(number=detail.number)
    about = translate(
        "Payment", "Only when the bank was not given the file: a file given twice is paid twice."
    )
    button = translate("Payment", "Take it back  Ctrl+S")
    _undo(
        page,
        detail,
        "reopen",
        payment_batches.reopen,
        Question(title, button, REASON, {"reason": ""}, about, danger=True),
    )


def _undo(
    page: BatchesPage, detail: BatchDetail, act: str, service: Callable[..., Any], question: Question
) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        command_id = command(page.desk, act, detail)
        return service(session, actor, detail.id, detail.version, reason=typed.reason, command_id=command_id)

    _ask(page, detail, question, work)


def _ask(page: BatchesPage, detail: BatchDetail, question: Question, work: Any) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(detail.id))
    dialog.open()


def _again(actor: Actor, batch_id: int, session: Session) -> BankFile:
    return bank_files.again(session, actor, batch_id)


_PAY = (Permission.CLAIM_PAY,)
_OPEN, _SENT = frozenset({BatchState.OPEN}), frozenset({BatchState.SENT})
_AT_WORK = _OPEN | _SENT
_ANSWERED = _AT_WORK | {BatchState.SETTLED}

# fmt: off
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "Pay together"), pay_together, "plus", "Ctrl+N", _PAY, takes=Takes.NONE, primary=True)
PRINT = Action("print_batch", QT_TRANSLATE_NOOP("Action", "Print payment list"), lambda page, ids: page.print_batches(ids), "printer", "Ctrl+Shift+P", (Permission.BATCH_SEE,), None, Takes.MANY)
LINES = Action("lines", QT_TRANSLATE_NOOP("Action", "Lines"), _on_batch(lambda page, detail: page.open_lines(detail)), "clipboard-list", "Ctrl+L", (Permission.BATCH_SEE,), None, Takes.ONE)
WRITE_FILE = Action("write_file", QT_TRANSLATE_NOOP("Action", "Bank file"), _on_batch(write_file), "file-spreadsheet", "Ctrl+B", _PAY, _OPEN, Takes.ONE, pane=True, more=True)
FILE_AGAIN = Action("file_again", QT_TRANSLATE_NOOP("Action", "Save the bank file again"), _on_batch(file_again), "download", "", _PAY, _SENT | {BatchState.SETTLED}, Takes.ONE, more=True)
IMPORT = Action("import_answer", QT_TRANSLATE_NOOP("Action", "Bank's answer"), _on_batch(lambda page, detail: page.choose_answer(detail)), "upload", "Ctrl+I", _PAY, _ANSWERED, Takes.ONE, pane=True, more=True)
CONFIRM = Action("confirm_all", QT_TRANSLATE_NOOP("Action", "Confirm all"), _on_batch(confirm_all), "check", "Ctrl+Return", _PAY, _AT_WORK, Takes.ONE, pane=True, more=True)
ADD = Action("add_papers", QT_TRANSLATE_NOOP("Action", "Add papers"), _on_batch(add_papers), "plus", "", _PAY, _OPEN, Takes.ONE, more=True)
REOPEN = Action("reopen", QT_TRANSLATE_NOOP("Action", "Take back from the bank"), _on_batch(reopen), "undo", "", _PAY, _SENT, Takes.ONE, more=True, danger=True)
CANCEL = Action("cancel", QT_TRANSLATE_NOOP("Action", "Cancel the batch"), _on_batch(cancel), "x", "", _PAY, _OPEN, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (PRINT, LINES, NEW, ADD, WRITE_FILE, FILE_AGAIN, IMPORT, CONFIRM, REOPEN, CANCEL)
