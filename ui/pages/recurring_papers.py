"""Recurring papers 周期单据: fuel and transit cards, rent, each made anew when it is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import audit, recurring_making, recurring_papers
from services.permissions import Permission
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.claims.claim_dialog import ClaimDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.recurring.recurring_dialog import FORM, RecurringDialog
from ui.widgets import formats
from ui.widgets.page_actions import Action, Takes
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.claim_values import Saved
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.recurring_papers import RecurringHeadline
    from services.reports.paper import PrintSettings
    from services.reports.top_up_list import TopUpList
    from services.terms import PaperKind
    from ui.state import Desk

translate = QCoreApplication.translate


def _next(row: RowValues, today: date) -> tuple[str, str | None]:
    """Its day: red when it is past, amber when it is due to be made."""
    day, shown = row["next_on"], formats.day(row["next_on"], today)
    if not row["active"]:
        return shown, "muted"
    if day < today:
        words = translate("Recurring", "{day}, {days} d late")
        return words.format(day=shown, days=(today - day).days), "red"
    return shown, "amber" if row["due_from"] <= today else None


def _comes(row: RowValues, _today: date) -> tuple[str, str | None]:
    every = row["every_months"]
    words = (
        translate("Recurring", "every month")
        if every == 1
        else translate("Recurring", "every {count} months")
    )
    return words.format(count=every), None


def _payee(row: RowValues, _today: date) -> tuple[str, str | None]:
    return (row["payee"], None) if row["payee"] else (formats.NOTHING, "muted")


def _last(row: RowValues, _today: date) -> tuple[str, str | None]:
    return (row["last_number"], None) if row["last_number"] else (formats.NOTHING, "muted")


def make(page: RecurringPapersPage, ids: list[int]) -> None:
    page.make(ids[0])


def skip(page: RecurringPapersPage, ids: list[int]) -> None:
    page.skip(ids[0])


_EDIT, _SEE = (Permission.RECURRING_EDIT,), (Permission.RECURRING_SEE,)


class RecurringPapersPage(RegisterPage):
    """What comes again, the most urgent first."""

    name = "recurring_papers"
    title = QT_TRANSLATE_NOOP("Page", "Recurring papers")
    about = QT_TRANSLATE_NOOP(
        "Page", "Fuel and transit cards, rent: papers that come again, each made when it is due."
    )
    register = recurring_papers.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New recurring paper")
    edit = _EDIT
    remove_record = staticmethod(recurring_papers.remove)
    cells: ClassVar[dict[str, Any]] = {
        "next_on": _next,
        "every_months": _comes,
        "payee": _payee,
        "last_number": _last,
    }
    actions: ClassVar[tuple[Action, ...]] = (
        Action("make", QT_TRANSLATE_NOOP("Action", "Make the paper"), make, "file-text", "Ctrl+Return", _EDIT, takes=Takes.ONE, pane=True),
        Action("print_cards", QT_TRANSLATE_NOOP("Action", "Print top-up list"), lambda page, ids: page.print_lists(ids), "printer", "Ctrl+Shift+P", _SEE, takes=Takes.MANY),
        Action("skip", QT_TRANSLATE_NOOP("Action", "Leave out this time"), skip, "undo", "", _EDIT, takes=Takes.ONE, more=True, danger=True),
    )  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._clicks = uuid4()
        self._list: TopUpList | None = None
        self._opened = 0  # the draft that was made last
        super().__init__(desk, parent)

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: RecurringHeadline) -> None:
        parts = []
        if found.late:
            parts.append(translate("Recurring", "{count} late").format(count=found.late))
        if found.due:
            words = translate("Recurring", "{count} due to be made, {amount}")
            parts.append(words.format(count=found.due, amount=formats.yuan(found.total)))
        if not parts and found.next_on:
            parts.append(
                translate("Recurring", "Nothing is due, the next one is for {day}").format(day=found.next_on)
            )
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    def open_form(self, record_id: int | None) -> RecurringDialog:
        """The form with the list of cards."""
        locked = not self.desk.can(*self.edit)
        dialog = RecurringDialog(self.desk, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    # the pane

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> Any:  # noqa: ARG004 - every page's
        history = audit.history(session, actor, kind, record_id)
        return history, recurring_making.printed(session, actor, record_id)

    def show_detail(self, record_id: int, found: Any) -> None:
        history, self._list = found
        super().show_detail(record_id, history)

    def show_history(self, acts: Sequence[Any]) -> None:
        """Above the history the cards."""
        if self._list is not None:
            self.pane.section(translate("Field", "Cards"))
            for card in self._list.cards:
                self.pane.row(f"{card.label}  {card.holder}".rstrip(), formats.money(card.amount))
        super().show_history(acts)

    # acts

    def make(self, record_id: int) -> None:
        """The draft of this period, opened in its form; until it is there every click is the same one."""
        click = f"recurring.make:{record_id}:{self._clicks}"
        work = partial(_make, self.desk.actor, record_id, click, self.desk.today())
        self.desk.tasks.run(self, work, partial(self._made, record_id), self._not_made)

    def _made(self, record_id: int, found: tuple[Saved, PaperKind]) -> None:
        made, kind = found
        self._clicks = uuid4()
        if made.id == self._opened:
            return
        self._opened = made.id
        self.changed(record_id)
        dialog = ClaimDialog(self.desk, kind, made.id, self)
        dialog.saved.connect(lambda _id: self.refresh())
        dialog.open()

    def _not_made(self, refused: Refused) -> None:
        self._clicks = uuid4()
        self.desk.tasks.refused.emit(self, refused)

    def skip(self, record_id: int) -> None:
        row = self.view.values(record_id)
        if row is None:
            return
        click = str(uuid4())

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
            version = recurring_papers.get(session, actor, record_id).version or 0
            recurring_making.skip(session, actor, record_id, version, click, reason=typed.reason or "")

        title = translate("Recurring", "Leave out {name} on {day}")
        title = title.format(name=row["name"], day=row["next_on"])
        button = translate("Recurring", "Leave out  Ctrl+S")
        dialog = ActDialog(
            self.desk, Question(title, button, REASON, {"reason": ""}, danger=True), work, self
        )
        dialog.saved.connect(lambda _id: self.changed(record_id))
        dialog.open()

    def print_lists(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the lists with a column to sign in."""
        make_pdf = partial(_lists, self.desk.actor, tuple(ids))
        title = translate("Recurring", "Top-up list")
        preview = PrintPreview(
            self.desk, PrintJob("top_up_list", title, ("A4", "A4 landscape"), make_pdf), self
        )
        preview.open()
        return preview


def _headline(actor: Actor, today: date, session: Session) -> RecurringHeadline:
    return recurring_papers.headline(session, actor, today=today)


def _make(actor: Actor, record_id: int, click: str, today: date, session: Session) -> tuple[Saved, PaperKind]:
    draft = recurring_papers.get(session, actor, record_id)
    made = recurring_making.make(session, actor, record_id, draft.version or 0, click, today=today)
    assert draft.kind is not None, "it is stored"
    return made, draft.kind


def _lists(actor: Actor, ids: Sequence[int], session: Session, settings: PrintSettings) -> bytes:
    from services.reports.top_up_list import top_up_pdf

    return top_up_pdf([recurring_making.printed(session, actor, record_id) for record_id in ids], settings)
