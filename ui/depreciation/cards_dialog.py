"""The cards behind a figure: searched, sorted, printed, exported; a double click shows why a card's figure is what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.depreciation.schedule_dialog import ScheduleDialog
from ui.depreciation.words import card_headings, card_row, told
from ui.payroll.list_dialog import PayrollList

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

translate = QCoreApplication.translate

type Find = Callable[[Session, Actor], Sequence[Any]]


class CardsDialog(PayrollList):
    """`find` runs on a worker and gives the cards; `more` are amounts beside the usual ones: (words, figure)."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        find: Find,
        parent: QWidget | None = None,
        *,
        more: Sequence[tuple[str, str]] = (),
    ) -> None:
        hint = translate("Depreciation", "Search number, name, class or department  Ctrl+F")
        super().__init__(
            desk, "asset_cards", title, card_headings(*(words for words, _ in more)), hint, parent
        )
        self.resize(1120, 640)
        self._more = [figure for _, figure in more]
        self.why = self.button("why", translate("Depreciation", "Why this number  Ctrl+Y"), keys="Ctrl+Y")
        self.why.clicked.connect(self._show_selected)
        self.table.opened.connect(self.show_schedule)
        self.end_with(self.why)
        desk.tasks.read(self, partial(_found, desk.actor, find), self._fill, self.refuse)

    def _fill(self, cards: Sequence[Any]) -> None:
        rows = [card_row(card, *(getattr(card, figure) for figure in self._more)) for card in cards]
        self.table.fill(rows)
        self.told.setText(told(cards))
        self.table.view.setFocus()

    def _show_selected(self) -> None:
        chosen = self.table.selected() or self.table.shown_ids()
        if chosen:
            self.show_schedule(chosen[0])

    def show_schedule(self, asset_id: int) -> ScheduleDialog:
        """The schedule of a card."""
        dialog = ScheduleDialog(self.desk, asset_id, self)
        dialog.open()
        return dialog


def _found(actor: Actor, find: Find, session: Session) -> Sequence[Any]:
    return find(session, actor)
