"""What can be done with an adjustment of bases: begun, collected again, submitted, decided, thrown away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import base_seasons, office_papers
from services.permissions import Permission
from services.terms import DecidedKind, Decision, Fund, OfficePaperState
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.base_season_register import SeasonDetail
    from services.base_seasons import SeasonDraft
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.base_seasons import BaseSeasonsPage
    from ui.state import Desk

KIND = DecidedKind.BASE_SEASON
FIELDS = (
    FieldSpec("fund", QT_TRANSLATE_NOOP("Field", "Fund"), FieldKind.CHOICE, required=True, members=Fund),
    FieldSpec("city", QT_TRANSLATE_NOOP("Field", "City"), required=True, blank=""),
    FieldSpec("from_month", QT_TRANSLATE_NOOP("Field", "From month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the month.")),
    FieldSpec("average_of", QT_TRANSLATE_NOOP("Field", "Wages of the year"), FieldKind.NUMBER, required=True),
)  # fmt: skip

translate = QCoreApplication.translate

type Act = Callable[[BaseSeasonsPage, SeasonDetail], object]


def command(desk: Desk, act: str, *seen: object) -> str:
    """The same click twice is the same command: same record as it was seen, same user."""
    return f"season.{act}:{':'.join(map(str, seen))}:{desk.actor.user_id}"


def _on_shown(act: Act) -> Callable[[BaseSeasonsPage, list[int]], None]:
    def run(page: BaseSeasonsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def new_season(page: BaseSeasonsPage, _ids: list[int]) -> None:
    page.desk.tasks.read(page, partial(_usual, page.desk), partial(_ask_season, page))


def _ask_season(page: BaseSeasonsPage, usual: SeasonDraft) -> None:
    mark = page.mark

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        draft = base_seasons.SeasonDraft(
            fund=typed.fund, city=typed.city, from_month=typed.from_month, average_of=typed.average_of
        )
        return SimpleNamespace(
            id=base_seasons.make(session, actor, draft, command(page.desk, "make", typed, mark))
        )

    about = translate("Season", "The average wage of last year becomes everybody's new base. Enter the policy of the new year first: floor and ceiling are its.")  # fmt: skip
    values = {
        "fund": usual.fund, "city": usual.city, "from_month": usual.from_month, "average_of": usual.average_of,
    }  # fmt: skip
    title = translate("Season", "New adjustment of bases")
    _ask(page, Question(title, translate("Season", "Collect the wages  Ctrl+S"), FIELDS, values, about), work)


def collect_again(page: BaseSeasonsPage, detail: SeasonDetail) -> None:
    work = partial(_collect, page.desk.actor, detail.id, detail.version)
    page.desk.tasks.run(page, work, page.acted)


def submit(page: BaseSeasonsPage, detail: SeasonDetail) -> None:
    work = partial(_submit, page.desk, detail)
    page.desk.tasks.run(page, work, lambda _version: page.acted(detail.id))


def withdraw(page: BaseSeasonsPage, detail: SeasonDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return office_papers.withdraw(
            session, actor, KIND, detail.id, detail.version,
            reason=typed.reason, command_id=command(page.desk, "withdraw", detail.id, detail.version),
        )  # fmt: skip

    title = translate("Season", "Take the adjustment of {city} back").format(city=detail.city)
    question = Question(title, translate("Insurance", "Take back  Ctrl+S"), REASON, {"reason": ""})
    _ask(page, question, work, detail.id)


def approve(page: BaseSeasonsPage, detail: SeasonDetail) -> None:
    """It writes bases, a back payment and deductions: asked once more."""
    words = translate("Season", "Let the new bases of {count} people count from {month}?")
    question = words.format(count=len(detail.lines), month=f"{detail.from_month:%Y-%m}")
    about = ""
    if detail.months:
        text = translate("Season", "For {count} months paid already: employer {employer}, employees {employee}. The fund gets a back payment, pay holds the employees' part back.")  # fmt: skip
        about = text.format(
            count=len(detail.months),
            employer=formats.yuan(detail.employer),
            employee=formats.yuan(detail.employee),
        )
    ask(
        page, question, translate("Action", "Approve"),
        lambda: page.desk.tasks.run(page, partial(_approve, page.desk, detail), lambda _version: page.acted(detail.id)),
        detail=about, danger=False,
    )  # fmt: skip


def send_back(page: BaseSeasonsPage, detail: SeasonDetail) -> None:
    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        return office_papers.decide(
            session, actor, KIND, detail.id, detail.version, Decision.RETURN, reason=typed.reason,
            command_id=command(page.desk, "return", detail.id, detail.version), today=page.desk.today(),
        )  # fmt: skip

    title = translate("Season", "Return the adjustment of {city}").format(city=detail.city)
    question = Question(title, translate("Insurance", "Return  Ctrl+S"), REASON, {"reason": ""}, danger=True)
    _ask(page, question, work, detail.id)


def remove(page: BaseSeasonsPage, detail: SeasonDetail) -> None:
    words = translate("Season", "Remove the adjustment {fund} {city} {month}?")
    question = words.format(fund=label(detail.fund), city=detail.city, month=f"{detail.from_month:%Y-%m}")
    work = partial(_remove, page.desk.actor, detail.id, detail.version)
    ask(
        page, question, translate("Action", "Remove"),
        lambda: page.desk.tasks.run(page, work, lambda _gone: page.refresh()),
    )  # fmt: skip


def _ask(page: BaseSeasonsPage, question: Question, work: Any, season_id: int = 0) -> None:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda made: page.acted(season_id or made))
    dialog.open()


def _usual(desk: Desk, session: Session) -> SeasonDraft:
    return base_seasons.usual(session, desk.actor, desk.today())


def _collect(actor: Actor, season_id: int, version: int, session: Session) -> int:
    return base_seasons.collect_again(session, actor, season_id, version)


def _submit(desk: Desk, detail: SeasonDetail, session: Session) -> int:
    command_id = command(desk, "submit", detail.id, detail.version)
    return office_papers.submit(session, desk.actor, KIND, detail.id, detail.version, command_id)


def _approve(desk: Desk, detail: SeasonDetail, session: Session) -> int:
    return office_papers.decide(
        session, desk.actor, KIND, detail.id, detail.version, Decision.APPROVE, reason="",
        command_id=command(desk, "approve", detail.id, detail.version), today=desk.today(),
    )  # fmt: skip


def _remove(actor: Actor, season_id: int, version: int, session: Session) -> bool:
    return base_seasons.remove(session, actor, season_id, version)


_SEE, _EDIT, _DECIDE = (Permission.INSURANCE_SEE,), (Permission.INSURANCE_EDIT,), (Permission.CLAIM_DECIDE,)
_PAY = (Permission.PAYROLL_EDIT,)  # wages are read: whoever edits pay edits insurance too
_TO_DO = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})
_WAITING = frozenset({OfficePaperState.SUBMITTED})

# fmt: off
NEW = Action("new", QT_TRANSLATE_NOOP("Action", "New adjustment"), new_season, "plus", "Ctrl+N", _PAY, takes=Takes.NONE, primary=True)
PRINT = Action("print_season", QT_TRANSLATE_NOOP("Action", "Print for signature"), lambda page, ids: page.print_list(ids[0]), "printer", "Ctrl+Shift+P", _SEE, None, Takes.ONE)
DIFFERENCES = Action("print_differences", QT_TRANSLATE_NOOP("Action", "Differences by month"), lambda page, ids: page.print_differences(ids[0]), "file-text", "", _SEE, None, Takes.ONE)
LINES = Action("lines", QT_TRANSLATE_NOOP("Action", "Before and after"), _on_shown(lambda page, detail: page.open_lines(detail)), "clipboard-list", "Ctrl+L", _SEE, None, Takes.ONE, more=True)
SUBMIT = Action("submit", QT_TRANSLATE_NOOP("Action", "Submit"), _on_shown(submit), "send", "Ctrl+Shift+S", _EDIT, _TO_DO, Takes.ONE, pane=True, more=True)
COLLECT = Action("collect", QT_TRANSLATE_NOOP("Action", "Collect again"), _on_shown(collect_again), "refresh-cw", "", _PAY, _TO_DO, Takes.ONE, pane=True, more=True)
APPROVE = Action("approve", QT_TRANSLATE_NOOP("Action", "Approve"), _on_shown(approve), "check", "Ctrl+Return", _DECIDE, _WAITING, Takes.ONE, pane=True, more=True)
RETURN = Action("return", QT_TRANSLATE_NOOP("Action", "Return"), _on_shown(send_back), "undo", "", _DECIDE, _WAITING, Takes.ONE, pane=True, more=True, danger=True)
WITHDRAW = Action("withdraw", QT_TRANSLATE_NOOP("Action", "Take back"), _on_shown(withdraw), "undo", "", _EDIT, _WAITING, Takes.ONE, pane=True, more=True)
EXPORT = Action("export_season", QT_TRANSLATE_NOOP("Action", "Adjustment as workbook"), lambda page, ids: page.export_list(ids[0]), "download", "", _SEE, None, Takes.ONE, more=True)
REMITTANCES = Action("remittances", QT_TRANSLATE_NOOP("Action", "Remittances"), lambda page, _ids: page.desk.go("remittances"), "landmark", "", _SEE, takes=Takes.NONE, more=True)
REMOVE = Action("remove", QT_TRANSLATE_NOOP("Action", "Remove"), _on_shown(remove), "trash-2", "", _EDIT, _TO_DO, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (
    PRINT,
    DIFFERENCES,
    NEW,
    LINES,
    SUBMIT,
    COLLECT,
    APPROVE,
    RETURN,
    WITHDRAW,
    EXPORT,
    REMITTANCES,
    REMOVE,
)
LEADING = ("submit", "approve")
