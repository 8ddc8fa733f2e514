"""The page of a register whose records go from state to state: which acts are possible, a record tells itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtWidgets import QPushButton

from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused


class Stored(Protocol):
    """What an act works on: a record that is stored."""

    @property
    def id(self) -> int: ...


class WorkflowPage[Detail](RegisterPage):
    """A register whose record has acts allowed by its state; `Detail` is what `load_detail` brings of it.

    A row tells the state, and `Action.states` which acts fit it. Only the record itself tells whether this user
    may do them: `record_acts` names the acts that its `actions` allow; a page whose record says it otherwise
    overrides `allows`. `leading` are the acts that lead a record on: the first possible one is blue.
    """

    actions: ClassVar[tuple[Action, ...]] = ()
    record_acts: ClassVar[Collection[str]] = ()
    leading: ClassVar[tuple[str, ...]] = ()

    detail: Detail | None = None  # of the record in the pane
    _row_state: Any = None  # what the row said when `detail` came

    # what pages override

    def allows(self, found: Detail) -> Mapping[str, bool]:
        """Which acts the record allows and which it does not; acts not named follow the row."""
        actions: Collection[str] = found.actions if self.record_acts else ()  # type: ignore[attr-defined]  # a record with `record_acts` has them
        return {name: name in actions for name in self.record_acts}

    def by_state(self, state: Any) -> dict[str, bool]:
        """Which of the acts that depend on a state fit this one; what needs several records is not one of a single one."""
        return {
            spec.name: state in spec.states
            for spec in self.acts.specs
            if spec.states is not None and spec.takes is not Takes.SEVERAL
        }

    def state_of(self, found: Detail) -> Any:
        """The state of a record, as its row tells it."""
        return getattr(found, self.state_column, None)

    # what acts call

    def with_detail(self, record_id: int, act: Callable[[Detail], object]) -> None:
        """Call `act` with the record as it is shown, or as it is found when it is not shown."""
        found = self.known(record_id)
        if found is not None:
            act(found)
        else:
            self.with_fresh(record_id, act)

    def with_fresh(self, record_id: int, act: Callable[[Detail], object]) -> None:
        """Call `act` with the record as it is stored now."""
        self.desk.tasks.read(self, self._reading(record_id), act)

    def act(self, work: Callable[[Session], object], found: Stored, *, gone: bool = False) -> None:
        """Carry out an act, then show the record as it is now; `gone` when the act leaves nothing to show."""
        done: Callable[[object], None] = lambda _none: self.refresh() if gone else self.changed(found.id)  # noqa: E731 - a name would say no more
        self.desk.tasks.run(self, work, done, self.refuse)

    def refuse(self, refused: Refused) -> None:
        """What was refused is said above the list, and the page shows what is true now."""
        self.desk.tasks.refused.emit(self, refused)
        self.refresh()

    # what is possible

    def known(self, record_id: int | None) -> Detail | None:
        """The record in the pane, if it is this one and its row did not come in later with another state."""
        if self.detail is None or record_id is None or record_id != self.pane.record_id:
            return None
        told = self._state_in_row(record_id)
        return self.detail if told in (None, self._row_state, self.state_of(self.detail)) else None

    def _state_in_row(self, record_id: int) -> Any:
        row = self.view.values(record_id)
        return row[self.state_column] if row is not None and self.state_column in row else None

    def _fit_acts(self) -> None:
        super()._fit_acts()
        if self.view.table.selected_count() != 1:
            return
        current = self.view.table.current_id()
        found = self.known(current)
        if found is not None:
            self._allow(self.allows(found))
            return
        untold = [spec.name for spec in self.acts.specs if spec.states is None]
        self._allow({name: False for name in untold if name in self.record_acts})
        if current is not None and current == self.pane.record_id and self.detail is not None:
            self._settled.start()  # somebody else led the record on

    def _allow(self, told: Mapping[str, bool]) -> None:
        for name, possible in told.items():
            action = self.acts.get(name)
            if action is not None:
                action.setEnabled(possible)

    # the pane

    def _wants_detail(self) -> bool:
        """Also a hidden pane: menus and keys ask what the record allows."""
        return True

    def _show_detail(self, asked: int, record_id: int, found: Any) -> None:
        if asked == self._asked:
            self.detail, self._row_state = found, self._state_in_row(record_id)
        super()._show_detail(asked, record_id, found)

    def _show_nothing(self) -> None:
        self.detail = None
        super()._show_nothing()

    def _show_buttons(self) -> None:
        """What leads the record on is the blue one."""
        super()._show_buttons()
        shown = {spec.name for spec in self.acts.in_pane()}
        leading = next((name for name in self.leading if name in shown), None)
        for button in self.pane.findChildren(QPushButton, f"button.{leading}"):
            button.setProperty("primary", True)
            button.style().unpolish(button)
            button.style().polish(button)
