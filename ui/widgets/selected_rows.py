"""The selected rows of a list for those who work on all of them, also on the ones that were never on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from services import registers

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.registers import Anchor, Query, Register, Row
    from ui.widgets.register_view import RegisterView

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records are selected: by their ids when all are in memory, else by where they stand."""

    ids: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    count: int


def selection_of(view: RegisterView) -> Selection:
    """What is selected now. Ids hold whatever changes in the meantime; places are all that a long run has."""
    ids, count = view.table.selected_ids(), view.table.selected_count()
    return Selection(tuple(ids) if len(ids) == count else (), tuple(view.table.selected_ranges()), count)


def selected_rows(
    session: Session, actor: Actor, register: Register, query: Query, selection: Selection
) -> Iterator[Row]:
    """The rows of a selection in the order on screen; records that are gone by now are left out."""
    if selection.ids:
        found = registers.rows_by_ids(session, actor, register, query.today, selection.ids)
        rows = {row[0]: row for row in found}
        yield from (rows[each] for each in selection.ids if each in rows)
        return
    near: Anchor | None = None
    for begin, last in selection.ranges:
        first = begin
        while first <= last:
            count = min(_BATCH, last - first + 1)
            window = registers.window(session, actor, register, query, first, count, near=near)
            yield from window
            if not window:
                break
            near = registers.anchor_at(register, query, first + len(window) - 1, window[-1])
            first += len(window)


def with_selected(view: RegisterView, act: Callable[[list[int]], object]) -> None:
    """Call `act` with the ids of all selected records: at once when they are in memory, else once they are read."""
    selection = selection_of(view)
    if len(selection.ids) == selection.count:
        act(list(selection.ids))
        return
    work = partial(_ids, view.desk.actor, view.register, view.query(), selection)
    view.desk.tasks.read(view, work, act, view.refused.emit)


def _ids(actor: Actor, register: Register, query: Query, selection: Selection, session: Session) -> list[int]:
    return [row[0] for row in selected_rows(session, actor, register, query, selection)]
