"""What can be done with invoices of the store: mark one, take the mark back, make a claim from several."""

from __future__ import annotations

from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import invoice_marks, invoice_store
from services.permissions import Permission
from services.terms import InvoiceState
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.database import Session
    from services.invoice_store import InvoiceDetail, RedLetter
    from services.permissions import Actor
    from ui.pages.invoices import InvoicesPage

MARKED = frozenset({InvoiceState.RED_LETTERED, InvoiceState.CANCELLED})
OPEN_STATES = frozenset({InvoiceState.UNUSED, InvoiceState.USED})
FIELDS = (
    FieldSpec("state", QT_TRANSLATE_NOOP("Field", "What the seller did"), FieldKind.CHOICE, required=True, members=(InvoiceState.RED_LETTERED, InvoiceState.CANCELLED)),
    FieldSpec("marked_on", QT_TRANSLATE_NOOP("Field", "On the day"), FieldKind.DAY, required=True),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=2, blank=""),
)  # fmt: skip

translate = QCoreApplication.translate


def mark(page: InvoicesPage, ids: list[int]) -> None:
    page.with_invoice(ids[0], partial(ask_mark, page))


def ask_mark(page: InvoicesPage, found: InvoiceDetail) -> None:
    """On which day the seller did what."""
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return invoice_marks.mark(
            session, actor, found.id, found.version, typed.state,
            marked_on=typed.marked_on, note=typed.note, command_id=command(page, "mark", found), today=today,
        )  # fmt: skip

    title = translate("Invoice", "Mark invoice {number}").format(number=found.number)
    about = ""
    if found.paper_number:
        words = translate(
            "Invoice", "It is on {paper}: that paper cannot be approved or paid any more, and shows the mark."
        )
        about = words.format(paper=found.paper_number)
    values: dict[str, object] = {"state": InvoiceState.RED_LETTERED, "marked_on": today, "note": ""}
    question = Question(title, translate("Invoice", "Mark  Ctrl+S"), FIELDS, values, about, danger=True)
    _open(page, question, work, found.id)


def unmark(page: InvoicesPage, ids: list[int]) -> None:
    page.with_invoice(ids[0], partial(ask_unmark, page))


def ask_unmark(page: InvoicesPage, found: InvoiceDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return invoice_marks.unmark(
            session, actor, found.id, found.version,
            reason=typed.reason, command_id=command(page, "unmark", found),
        )  # fmt: skip

    title = translate("Invoice", "Take the mark of {number} back").format(number=found.number)
    question = Question(title, translate("Invoice", "Take back  Ctrl+S"), REASON, {"reason": ""})
    _open(page, question, work, found.id)


def ask_red_letter(page: InvoicesPage, red: RedLetter) -> None:
    """A red-letter invoice names another one that is stored: mark that one?"""
    today = page.desk.today()
    work = partial(_mark_named, page.desk.actor, red, today)
    words = translate(
        "Invoice", "Red-letter invoice {red} takes back {number}. Mark {number} as red-lettered?"
    )
    ask(
        page,
        words.format(red=red.number, number=red.original_number),
        translate("Invoice", "Mark it"),
        lambda: page.desk.tasks.run(page, work, page.changed),
    )


def remove(page: InvoicesPage, ids: list[int]) -> None:
    page.with_invoice(ids[0], partial(_ask_remove, page))


def _ask_remove(page: InvoicesPage, found: InvoiceDetail) -> None:
    words = translate("Invoice", "Remove invoice {number} from the store, with its files?")
    work = partial(_remove, page.desk.actor, found)
    run = partial(page.desk.tasks.run, page, work, lambda _gone: page.refresh())
    ask(page, words.format(number=found.number or found.seller_name), translate("Action", "Remove"), run)


def command(page: InvoicesPage, act: str, found: InvoiceDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"invoice-{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def _open(page: InvoicesPage, question: Question, work: Any, invoice_id: int) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(invoice_id))
    dialog.open()


def _mark_named(actor: Actor, red: RedLetter, today: date, session: Session) -> int:
    return invoice_marks.mark(
        session, actor, red.original_id, red.original_version, InvoiceState.RED_LETTERED,
        marked_on=red.day or today, note=red.number, command_id=f"red:{red.number}:{red.original_id}", today=today,
    )  # fmt: skip


def _remove(actor: Actor, found: InvoiceDetail, session: Session) -> bool:
    return invoice_store.remove(session, actor, found.id, found.version)


# fmt: off
_EDIT, _UNUSED = (Permission.INVOICE_EDIT,), frozenset({InvoiceState.UNUSED})
ADD = Action("import", QT_TRANSLATE_NOOP("Action", "Add invoices"), lambda page, _ids: page.choose(), "upload", "Ctrl+I", _EDIT, takes=Takes.NONE)
TAX = Action("tax", QT_TRANSLATE_NOOP("Action", "Tax by month"), lambda page, _ids: page.open_tax(), "file-spreadsheet", "Ctrl+T", takes=Takes.NONE)
CLAIM = Action("claim", QT_TRANSLATE_NOOP("Action", "Make a claim from these"), lambda page, ids: page.make_claim(ids), "plus", "Ctrl+Return", (Permission.CLAIM_EDIT,), _UNUSED, Takes.MANY, primary=True)
TYPE = Action("new", QT_TRANSLATE_NOOP("Action", "Type a paper invoice"), lambda page, _ids: page.open_form(None), "pencil", "Ctrl+N", _EDIT, takes=Takes.NONE, more=True)
OPEN = Action("open", QT_TRANSLATE_NOOP("Action", "Open"), lambda page, ids: page.open_form(ids[0]), "eye", takes=Takes.ONE, more=True)
MARK = Action("mark", QT_TRANSLATE_NOOP("Action", "Red-lettered or cancelled"), mark, "triangle-alert", "", _EDIT, OPEN_STATES, Takes.ONE, more=True, pane=True, danger=True)
UNMARK = Action("unmark", QT_TRANSLATE_NOOP("Action", "Take the mark back"), unmark, "undo", "", _EDIT, MARKED, Takes.ONE, more=True, pane=True)
REMOVE = Action("remove", QT_TRANSLATE_NOOP("Action", "Remove"), remove, "trash-2", "", _EDIT, takes=Takes.ONE, more=True, danger=True)
ALL = (ADD, TAX, CLAIM, TYPE, OPEN, MARK, UNMARK, REMOVE)
