"""What can be done with a purchase request: submit, decide, receive, close, print."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import (
    asset_receipts,
    asset_requests,
    departments,
    employees,
    places,
)
from services.asset_receipts import ReceiptDraft
from services.permissions import Permission
from services.terms import DecidedKind, OfficePaperState
from ui.assets import papers
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.office.paper_acts import PaperActs
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.asset_request_details import RequestDetail, RequestLine
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.pages.asset_requests import AssetRequestsPage

PAPERS = PaperActs(DecidedKind.ASSET_REQUEST, "asset_request")
GO_ON = "Ctrl+Return"

translate = QCoreApplication.translate

type Act = Callable[[AssetRequestsPage, RequestDetail], object]

# fmt: off
RECEIPT = (
    FieldSpec("quantity", QT_TRANSLATE_NOOP("Field", "How many came"), FieldKind.NUMBER, required=True),
    FieldSpec("price", QT_TRANSLATE_NOOP("Field", "Price of one"), FieldKind.MONEY, required=True, hint=QT_TRANSLATE_NOOP("Field", "As on the invoice, without deductible VAT.")),
    FieldSpec("received_on", QT_TRANSLATE_NOOP("Field", "Accepted on"), FieldKind.DAY, required=True),
    FieldSpec("start_on", QT_TRANSLATE_NOOP("Field", "In use since"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty: when it is issued; with a user, the day it came.")),
    FieldSpec("supplier", QT_TRANSLATE_NOOP("Field", "Supplier"), blank=""),
    FieldSpec("specification", QT_TRANSLATE_NOOP("Field", "Specification"), blank=""),
    FieldSpec("invoice_number", QT_TRANSLATE_NOOP("Field", "Invoice number"), blank=""),
    FieldSpec("claim_number", QT_TRANSLATE_NOOP("Field", "Claim"), blank="", hint=QT_TRANSLATE_NOOP("Field", "The claim that pays for it, if there is one.")),
    FieldSpec("serial_numbers", QT_TRANSLATE_NOOP("Field", "Serial numbers"), blank="", width=2, hint=QT_TRANSLATE_NOOP("Field", "One for each, with spaces between.")),
    FieldSpec("warranty_until", QT_TRANSLATE_NOOP("Field", "Warranty until"), FieldKind.DAY),
    FieldSpec("place_id", QT_TRANSLATE_NOOP("Field", "Place"), FieldKind.COMBO, choices=places.choices),
    FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices),
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Used by"), FieldKind.COMBO, choices=employees.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty: it is stored, to be issued later.")),
    FieldSpec("as_lot", QT_TRANSLATE_NOOP("Field", "One card for all of them"), FieldKind.CHECK),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank=""),
)
# fmt: on


def _on_paper(act: Act) -> Callable[[AssetRequestsPage, list[int]], None]:
    """Act on the selected request as it is shown: what changed since then is refused, not overrun."""

    def run(page: AssetRequestsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


class ReceiptDialog(ActDialog):
    """The serial numbers are refused as the card's."""

    def place(self, refused: Refused) -> bool:
        if refused.field == "serial_number":
            return self.body.say("serial_numbers", sentence(refused))
        if refused.field in {"bought_on", "cost"}:
            return self.body.say("price" if refused.field == "cost" else "received_on", sentence(refused))
        return super().place(refused)


def receive(page: AssetRequestsPage, found: RequestDetail) -> None:
    """The first line of which something is to come; where there are several, which one."""
    open_lines = [line for line in found.lines if line.left]
    if len(open_lines) == 1:
        ask_receipt(page, found, open_lines[0])
        return
    page.choose_line(found, open_lines)


def ask_receipt(page: AssetRequestsPage, found: RequestDetail, line: RequestLine) -> ReceiptDialog:
    """What came of a line, and the cards it makes."""
    click, today = uuid.uuid4().hex, page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        draft = ReceiptDraft(
            found.id, found.version, line.id, **(vars(typed) | {"as_lot": bool(typed.as_lot)})
        )
        asset_receipts.receive(session, actor, draft, command_id=click, today=today)

    words = translate("Assets", "{left} of {quantity} are still to come; each gets a card and a number.")
    values = {spec.name: "" for spec in RECEIPT if spec.blank == ""} | {
        "quantity": line.left, "price": line.price, "received_on": today, "supplier": line.supplier,
        "specification": line.specification, "as_lot": False,
    }  # fmt: skip
    title = translate("Assets", "Receive {name}").format(name=line.name)
    about = words.format(left=line.left, quantity=line.quantity)
    question = Question(title, translate("Assets", "Receive  Ctrl+S"), RECEIPT, values, about)
    dialog = ReceiptDialog(page.desk, question, work, page)
    dialog.setObjectName("dialog.receive")
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()
    return dialog


def close(page: AssetRequestsPage, found: RequestDetail) -> None:
    """What has not come will not come any more."""
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        asset_receipts.close(session, actor, found.id, found.version, reason=typed.reason, today=today)

    title = translate("Assets", "Close {number}").format(number=found.number)
    about = translate("Assets", "What has not been received will not be bought on this request any more.")
    question = Question(
        title, translate("Assets", "Close  Ctrl+S"), REASON, {"reason": ""}, about, danger=True
    )
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()


def delete(page: AssetRequestsPage, found: RequestDetail) -> None:
    work = partial(_remove, page.desk.actor, found)
    question = translate("Personnel", "Delete the draft {number}?").format(number=found.number)
    ask(page, question, translate("Personnel", "Delete"), lambda: page.act(work, found, gone=True))


def print_requests(page: AssetRequestsPage, ids: Sequence[int]) -> Any:
    return papers.print_requests(page.desk, page, ids)


def _remove(actor: Actor, found: RequestDetail, session: Session) -> None:
    asset_requests.remove(session, actor, found.id, found.version)


_EDITABLE = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})
_SUBMITTED, _DRAFT = frozenset({OfficePaperState.SUBMITTED}), frozenset({OfficePaperState.DRAFT})
_APPROVED = frozenset({OfficePaperState.APPROVED})
_EDIT, _DECIDE = (Permission.ASSET_EDIT,), (Permission.CLAIM_DECIDE,)

# fmt: off
NEW = Action("new_request", QT_TRANSLATE_NOOP("Action", "New request"), lambda page, _ids: page.open_form(None), "plus", "Ctrl+N", _EDIT, takes=Takes.NONE, primary=True)
PRINT = Action("print_request", QT_TRANSLATE_NOOP("Action", "Print form"), print_requests, "printer", "Ctrl+Shift+P", (Permission.ASSET_SEE,), None, Takes.MANY, more=True)
EDIT = Action("edit_request", QT_TRANSLATE_NOOP("Action", "Edit"), lambda page, ids: page.open_form(ids[0]), "pencil", "", _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), _on_paper(PAPERS.submit), "send", GO_ON, _EDIT, _EDITABLE, Takes.ONE, pane=True, more=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw"), _on_paper(PAPERS.withdraw), "undo", "", _EDIT, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_paper(PAPERS.approve), "check", GO_ON, _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_paper(PAPERS.return_), "rotate-ccw", "Ctrl+Backspace", _DECIDE, _SUBMITTED, Takes.ONE, pane=True, more=True, danger=True)
RECEIVE = Action("receive", QT_TRANSLATE_NOOP("Action", "Receive"), _on_paper(receive), "package", GO_ON, _EDIT, _APPROVED, Takes.ONE, pane=True, more=True)
CLOSE = Action("close", QT_TRANSLATE_NOOP("Action", "Close the request"), _on_paper(close), "x", "", _EDIT, _APPROVED, Takes.ONE, pane=True, more=True, danger=True)
DELETE = Action("delete", QT_TRANSLATE_NOOP("Action", "Delete the draft"), _on_paper(delete), "trash-2", "Del", _EDIT, _DRAFT, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (NEW, PRINT, EDIT, SUBMIT, WITHDRAW, APPROVE, RETURN, RECEIVE, CLOSE, DELETE)
LEADING = ("submit", "approve", "receive")
