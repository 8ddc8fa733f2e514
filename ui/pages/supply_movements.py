"""Movements of supplies 出入库台账: every line of every slip."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import supply_register, supply_reversals
from services.permissions import Permission
from services.terms import SupplyAct
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.supplies import papers
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


def quantity_cell(row: RowValues, _today: date) -> tuple[str, str | None]:
    """What went out with a minus; what was only carried without a sign."""
    quantity = row["quantity"]
    told = formats.quantity(abs(quantity))
    if row["act"] is SupplyAct.TRANSFER or not quantity:
        return told, "muted"
    return (f"{formats.MINUS}{told}" if quantity < 0 else f"+{told}"), None


def _print(page: SupplyMovementsPage, ids: Sequence[int]) -> object:
    return papers.print_slip_of(page.desk, page, ids)


def _article(page: SupplyMovementsPage, ids: Sequence[int]) -> None:
    work = partial(_slip_of, page.desk.actor, ids[0])
    page.desk.tasks.read(page, work, lambda found: page.desk.go("supplies", found[1]))


def _slip_of(actor: Actor, movement_id: int, session: Session) -> tuple[str, int]:
    return supply_register.slip_of(session, actor, movement_id)


def _export(page: SupplyMovementsPage, ids: Sequence[int]) -> None:
    papers.export_slips_of(page.desk, page, ids)


def _reverse(page: SupplyMovementsPage, ids: Sequence[int]) -> None:
    work = partial(_slip_of, page.desk.actor, ids[0])
    page.desk.tasks.read(page, work, lambda found: ask_reversal(page, found[0]))


def ask_reversal(page: SupplyMovementsPage, slip: str) -> ActDialog:
    """Why a slip was wrong; it is taken back by one of the opposite."""
    today, click = page.desk.today(), uuid.uuid4().hex
    made: list[str] = []

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        made.append(
            supply_reversals.reverse(
                session, actor, slip, on_day=typed.on_day, reason=typed.reason, command_id=click, today=today
            )
        )

    title = translate("Supplies", "Take {slip} back").format(slip=slip)
    about = translate(
        "Supplies", "All lines of the slip are booked again with the opposite sign, on a slip of their own."
    )
    question = Question(
        title,
        translate("Supplies", "Take it back  Ctrl+S"),
        (_DAY, *REASON),
        {"on_day": today},
        about,
        danger=True,
    )
    dialog = ActDialog(page.desk, question, work, page)
    dialog.setObjectName("dialog.reverse_slip")
    dialog.saved.connect(lambda _id: page.reversed(made[-1]))
    dialog.open()
    return dialog


_SEE, _EDIT = (Permission.SUPPLY_SEE,), (Permission.SUPPLY_EDIT,)
_DAY = FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "On"), FieldKind.DAY, required=True)
# fmt: off
SLIP = Action("print_slip", QT_TRANSLATE_NOOP("Action", "Print the slip"), _print, "printer", "Ctrl+Shift+P", _SEE, takes=Takes.MANY, more=True, pane=True)
ARTICLE = Action("article", QT_TRANSLATE_NOOP("Action", "Show the article"), _article, "package", "Ctrl+Return", _SEE, takes=Takes.ONE, more=True, pane=True)
EXPORT = Action("export_slip", QT_TRANSLATE_NOOP("Action", "Export the slip"), _export, "file-spreadsheet", "", _SEE, takes=Takes.MANY, more=True)
REVERSE = Action("reverse_slip", QT_TRANSLATE_NOOP("Action", "Take the slip back"), _reverse, "undo", "", _EDIT, takes=Takes.ONE, more=True, danger=True)
# fmt: on


class SupplyMovementsPage(RegisterPage):
    """What came, went, came back, was counted and carried."""

    name = "supply_movements"
    title = QT_TRANSLATE_NOOP("Page", "Supply movements")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "Every line of every slip: filter by article, department or month, print the slip again, export.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Article, slip, department, person, supplier  Ctrl+F")
    register = supply_register.REGISTER
    state_column = "act"
    figure = "article"
    cells: ClassVar[dict[str, Any]] = {"quantity": quantity_cell}
    actions: ClassVar[tuple[Action, ...]] = (SLIP, ARTICLE, EXPORT, REVERSE)

    def reversed(self, slip: str) -> None:
        """Say the number of the new slip, and offer to print it."""
        self.refresh()
        words = translate("Supplies", "Taken back by slip {number}.").format(number=slip)
        show = partial(papers.print_slip, self.desk, self, slip)
        self.notice.say(words, "green", print_new_slip=(translate("Supplies", "Print it"), show))

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,  # noqa: ARG004 - every page's
        record_id: int,  # noqa: ARG004 - every page's
        today: date,  # noqa: ARG004 - every page's
        session: Session,  # noqa: ARG004 - every page's
    ) -> tuple[()]:
        return ()

    def show_history(self, acts: Sequence[Any]) -> None:
        """A movement is never changed: it has none."""
