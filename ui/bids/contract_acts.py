"""The contract of a won bid: drafted under its terms, signed, shown as a project."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import bid_contracts
from services.bid_contracts import ContractDraft
from ui.bids.asking import asked, command
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.bid_details import BidDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.bids import BidsPage

SIGN = (
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Signed on"), FieldKind.DAY, required=True),
    FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Contract"), blank=""),
)
TERMS = (
    FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Contract"), blank="", hint=QT_TRANSLATE_NOOP("Field", "Empty: the next number.")),
    FieldSpec("price", QT_TRANSLATE_NOOP("Field", "Contract price"), FieldKind.MONEY, required=True),
    FieldSpec("sign_by", QT_TRANSLATE_NOOP("Field", "Sign by"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "By law within 30 days of the notice.")),
    FieldSpec("started_on", QT_TRANSLATE_NOOP("Field", "Begins"), FieldKind.DAY),
    FieldSpec("ended_on", QT_TRANSLATE_NOOP("Field", "Ends"), FieldKind.DAY),
)  # fmt: skip

translate = QCoreApplication.translate


def sign(page: BidsPage, found: BidDetail) -> ActDialog:
    """The contract is signed, by us or by whoever won: the deposit's days count from there."""
    click = command(page, "sign", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        bid_contracts.sign_contract(
            session, actor, found.id, found.version, day=typed.day, number=typed.number, command_id=click
        )

    title = translate("Bid", "Contract of {number} signed").format(number=found.number)
    values = {"day": page.desk.today(), "number": found.contract}
    about = translate("Bid", "The deposit is due back from this day on.")
    return asked(page, found, Question(title, translate("Form", "Save  Ctrl+S"), SIGN, values, about), work)


def draft_contract(page: BidsPage, found: BidDetail) -> None:
    """The project a won bid becomes: its terms are asked for, the usual ones offered; it is shown on its own page."""
    work = partial(_usual_terms, page.desk.actor, found.id)
    page.desk.tasks.read(page, work, partial(ask_terms, page, found), page.refuse)


def ask_terms(page: BidsPage, found: BidDetail, usual: ContractDraft) -> ActDialog:
    """Number, price, the last day to sign it, its term."""
    click = command(page, "contract", found)
    drafted = SimpleNamespace(project_id=0)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        terms = ContractDraft(**{name: getattr(typed, name) for name in ContractDraft.__slots__})
        drafted.project_id = bid_contracts.draft_contract(
            session, actor, found.id, found.version, command_id=click, today=page.desk.today(), terms=terms
        )

    title = translate("Bid", "Contract of {number}").format(number=found.number)
    about = translate("Bid", "It becomes a project. Its terms can be printed from the bid.")
    values = {name: getattr(usual, name) for name in ContractDraft.__slots__}
    question = Question(title, translate("Bid", "Draft it  Ctrl+S"), TERMS, values, about)
    dialog = asked(page, found, question, work)
    dialog.saved.connect(lambda _id: page.desk.go("projects", drafted.project_id))
    return dialog


def show_contract(page: BidsPage, found: BidDetail) -> None:
    if found.project_id is not None:
        page.desk.go("projects", found.project_id)


def _usual_terms(actor: Actor, bid_id: int, session: Session) -> ContractDraft:
    return bid_contracts.contract_draft(session, actor, bid_id)
