"""What can be done with a bid: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import bid_deposit_moves, bid_stages, bid_templates
from services.bid_drafts import StageDraft
from services.permissions import Permission
from services.terms import BidStage
from ui.bids.asking import asked, command
from ui.bids.calendar_dialog import CalendarDialog
from ui.bids.checklist_dialog import ChecklistDialog
from ui.bids.contract_acts import draft_contract, show_contract, sign
from ui.bids.pack_dialog import ask_pack
from ui.bids.papers import export_calendar, export_summary, print_outline, print_summary
from ui.bids.result_dialog import ResultDialog
from ui.bids.win_rate_dialog import WinRateDialog
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.confirm import tell
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.bid_details import BidDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.bids import BidsPage

STAGE = (
    FieldSpec("stage", QT_TRANSLATE_NOOP("Field", "Stage"), FieldKind.CHOICE, required=True, members=BidStage),
    FieldSpec("at_time", QT_TRANSLATE_NOOP("Field", "Time"), blank=""),
    FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Only where it lasts.")),
    FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "Day or last day"), FieldKind.DAY),
    FieldSpec("place", QT_TRANSLATE_NOOP("Field", "Place"), width=2, blank=""),
    FieldSpec("done_on", QT_TRANSLATE_NOOP("Field", "Done on"), FieldKind.DAY),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank=""),
)  # fmt: skip
DONE = (
    FieldSpec("stage", QT_TRANSLATE_NOOP("Field", "Stage"), FieldKind.CHOICE, required=True, members=BidStage),
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Done on"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty: not done after all.")),
)  # fmt: skip
TEMPLATE = (
    FieldSpec("template_id", QT_TRANSLATE_NOOP("Field", "Template"), FieldKind.COMBO, required=True, choices=bid_templates.choices),
)  # fmt: skip

translate = QCoreApplication.translate

type Act = Callable[[BidsPage, BidDetail], object]


def _on_bid(act: Act) -> Callable[[BidsPage, list[int]], None]:
    """Act on the selected bid as shown: what changed since then is refused, not overrun."""

    def run(page: BidsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def set_stage(page: BidsPage, found: BidDetail) -> ActDialog:
    """Days, time and place of one stage; the next one is offered, another one fills in what is known of it."""
    known = {one.stage: one for one in found.stages}
    first = _next_stage(found)
    click = command(page, "stage", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        draft = StageDraft(**{name: getattr(typed, name) for name in StageDraft.__slots__})
        bid_stages.set_stage(
            session, actor, found.id, found.version, draft, command_id=f"{click}:{draft.stage}"
        )

    def values(stage: BidStage) -> dict[str, object]:
        one = known.get(stage) or StageDraft(stage)
        return {name: getattr(one, name) for name in StageDraft.__slots__}

    title = translate("Bid", "Stage of {number}").format(number=found.number)
    dialog = asked(
        page, found, Question(title, translate("Form", "Save  Ctrl+S"), STAGE, values(first)), work
    )

    def chosen() -> None:
        boxes = dialog.body.boxes
        stage = boxes["stage"].value()
        if isinstance(stage, BidStage):
            for name, value in values(stage).items():
                if name != "stage":
                    boxes[name].editor.set_value(value)

    dialog.body.boxes["stage"].editor.edited.connect(chosen)
    return dialog


def mark_done(page: BidsPage, found: BidDetail) -> ActDialog:
    """A stage is done; the earliest that is not is offered."""
    click = command(page, "done", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        bid_stages.mark_done(
            session, actor, found.id, found.version, typed.stage, day=typed.day, command_id=f"{click}:{typed.stage}"
        )  # fmt: skip

    title = translate("Bid", "Stage of {number} done").format(number=found.number)
    values = {"stage": _next_stage(found), "day": page.desk.today()}
    return asked(page, found, Question(title, translate("Form", "Save  Ctrl+S"), DONE, values), work)


def _next_stage(found: BidDetail) -> BidStage:
    waiting = sorted((one for one in found.stages if one.done_on is None), key=lambda one: str(one.on_day))
    first = waiting[0].stage if waiting else None
    return first or BidStage.SUBMISSION


def set_result(page: BidsPage, found: BidDetail) -> ResultDialog:
    """How it ended."""
    dialog = ResultDialog(page.desk, found, page)
    dialog.saved.connect(page.changed)
    dialog.open()
    return dialog


def request_deposit(page: BidsPage, found: BidDetail) -> None:
    """The payment request of the deposit, a draft: shown in Reimbursements to be looked at and handed in."""
    owed = next((one for one in found.deposits if one.state.value == "owed"), None)
    if owed is not None:
        ask_for_deposit(page, owed.id, owed.version)


def ask_for_deposit(page: object, deposit_id: int, version: int) -> None:
    """As `request_deposit`, from any page."""
    from ui.widgets.register_page import RegisterPage

    assert isinstance(page, RegisterPage), "pages of bids and of deposits"
    desk = page.desk
    click = f"bid_deposit.request:{deposit_id}:{version}:{desk.actor.user_id}"
    work = partial(_request, desk.actor, deposit_id, version, click, desk.today())

    def refuse(refused: object) -> None:
        desk.tasks.refused.emit(page, refused)
        page.refresh()

    def done(claim_id: int) -> None:
        page.refresh()
        desk.go("reimbursements", claim_id)

    desk.tasks.run(page, work, done, refuse)


def edit_checklist(page: BidsPage, found: BidDetail) -> ChecklistDialog:
    dialog = ChecklistDialog(page.desk, found.id, page, locked=not page.desk.can(Permission.BID_EDIT))
    dialog.saved.connect(page.changed)
    dialog.files_changed.connect(page.refresh)
    dialog.open()
    return dialog


def load_template(page: BidsPage, found: BidDetail) -> ActDialog:
    """Add what a template asks for."""
    from services import bid_checklists

    click = command(page, "template", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        bid_checklists.load_template(
            session, actor, found.id, found.version, typed.template_id, command_id=f"{click}:{typed.template_id}"
        )  # fmt: skip

    title = translate("Bid", "Checklist of {number}").format(number=found.number)
    about = translate(
        "Bid", "What the list has already stays as it is. Certificates are chosen where there is a valid one."
    )
    return asked(page, found, Question(title, translate("Bid", "Load"), TEMPLATE, {}, about), work)


def pack(page: BidsPage, found: BidDetail) -> None:
    ask_pack(page.desk, page, found.id, found.number, lambda text: tell(page, text))


def show_win_rate(page: BidsPage, _ids: list[int]) -> WinRateDialog:
    dialog = WinRateDialog(page.desk, page)
    dialog.open()
    return dialog


def show_calendar(page: BidsPage, _ids: list[int]) -> CalendarDialog:
    dialog = CalendarDialog(page.desk, page)
    dialog.chosen.connect(page.show_bid)
    dialog.open()
    return dialog


def _request(actor: Actor, deposit_id: int, version: int, click: str, today: date, session: Session) -> int:
    return bid_deposit_moves.request(session, actor, deposit_id, version, command_id=click, today=today)


_EDIT, _SEE = (Permission.BID_EDIT,), (Permission.BID_SEE,)

# fmt: off
CALENDAR = Action("calendar", QT_TRANSLATE_NOOP("Action", "Calendar"), show_calendar, "calendar-days", "Ctrl+Shift+K", _SEE, takes=Takes.NONE)
WIN_RATE = Action("win_rate", QT_TRANSLATE_NOOP("Action", "Win rate"), show_win_rate, "chart-column", "Ctrl+Shift+R", _SEE, takes=Takes.NONE)
STAGE_ACT = Action("stage", QT_TRANSLATE_NOOP("Action", "Set a stage"), _on_bid(set_stage), "calendar", "Ctrl+D", _EDIT, None, Takes.ONE, more=True)
DONE_ACT = Action("stage_done", QT_TRANSLATE_NOOP("Action", "Done"), _on_bid(mark_done), "check", "Ctrl+Return", _EDIT, None, Takes.ONE, pane=True, more=True)
RESULT = Action("result", QT_TRANSLATE_NOOP("Action", "Result"), _on_bid(set_result), "award", "Ctrl+R", _EDIT, None, Takes.ONE, pane=True, more=True)
SIGN_ACT = Action("sign", QT_TRANSLATE_NOOP("Action", "Contract signed"), _on_bid(sign), "stamp", "", _EDIT, None, Takes.ONE, more=True)
CONTRACT = Action("contract", QT_TRANSLATE_NOOP("Action", "Draft the contract"), _on_bid(draft_contract), "file-text", "", _EDIT, None, Takes.ONE, more=True)
SHOW_CONTRACT = Action("show_contract", QT_TRANSLATE_NOOP("Action", "Show the contract"), _on_bid(show_contract), "folder-kanban", "", (Permission.PROJECT_SEE,), None, Takes.ONE, more=True)
REQUEST = Action("request_deposit", QT_TRANSLATE_NOOP("Action", "Request the deposit"), _on_bid(request_deposit), "banknote", "", _EDIT, None, Takes.ONE, more=True)
CHECKLIST = Action("checklist", QT_TRANSLATE_NOOP("Action", "Checklist"), _on_bid(edit_checklist), "clipboard-list", "Ctrl+L", _SEE, None, Takes.ONE, pane=True, more=True)
LOAD = Action("template", QT_TRANSLATE_NOOP("Action", "Load a template"), _on_bid(load_template), "download", "", _EDIT, None, Takes.ONE, more=True)
PACK = Action("pack", QT_TRANSLATE_NOOP("Action", "Pack the scans"), _on_bid(pack), "package", "Ctrl+Shift+P", _SEE, None, Takes.ONE, more=True)
SUMMARY = Action("summary", QT_TRANSLATE_NOOP("Action", "Print the summary"), print_summary, "printer", "", _SEE, None, Takes.MANY, more=True)
BOOK = Action("summary_book", QT_TRANSLATE_NOOP("Action", "Export the summary"), export_summary, "file-spreadsheet", "", _SEE, None, Takes.MANY, more=True)
OUTLINE = Action("contract_outline", QT_TRANSLATE_NOOP("Action", "Print the terms of the contract"), print_outline, "printer", "", _SEE, None, Takes.ONE, more=True)
ICS = Action("ics", QT_TRANSLATE_NOOP("Action", "Calendar file (.ics)"), export_calendar, "calendar", "", _SEE, takes=Takes.NONE, more=True)
# fmt: on
ALL = (
    CALENDAR,
    WIN_RATE,
    DONE_ACT,
    CHECKLIST,
    STAGE_ACT,
    RESULT,
    REQUEST,
    SIGN_ACT,
    CONTRACT,
    SHOW_CONTRACT,
    OUTLINE,
    LOAD,
    PACK,
    SUMMARY,
    BOOK,
    ICS,
)  # fmt: skip
