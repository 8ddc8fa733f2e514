"""Movements of supplies 出入库台账: every line of every slip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import supply_register
from services.permissions import Permission
from services.terms import SupplyAct
from ui.marking import QT_TRANSLATE_NOOP
from ui.supplies import papers
from ui.widgets import formats
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


_SEE = (Permission.SUPPLY_SEE,)
# fmt: off
SLIP = Action("print_slip", QT_TRANSLATE_NOOP("Action", "Print the slip"), _print, "printer", "Ctrl+Shift+P", _SEE, takes=Takes.MANY, more=True, pane=True)
ARTICLE = Action("article", QT_TRANSLATE_NOOP("Action", "Show the article"), _article, "package", "Ctrl+Return", _SEE, takes=Takes.ONE, more=True, pane=True)
# fmt: on


class SupplyMovementsPage(RegisterPage):
    """What came, went, came back, was counted and carried."""

    name = "supply_movements"
    title = QT_TRANSLATE_NOOP("Page", "Supply movements")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "Every line of every slip: filter by article, department or month, print the slip again, export.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Article, slip, department, person, supplier (Ctrl+F)")
    register = supply_register.REGISTER
    state_column = "act"
    figure = "article"
    cells: ClassVar[dict[str, Any]] = {"quantity": quantity_cell}
    actions: ClassVar[tuple[Action, ...]] = (SLIP, ARTICLE)

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
