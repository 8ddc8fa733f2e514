"""Fixed assets 固定资产: every card, who has it, where it stands, what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import asset_details, attachments, fixed_assets
from services.permissions import Permission
from services.terms import AssetState
from ui.assets import card_acts, label_acts
from ui.assets.card_form import KNOWN, NEW
from ui.assets.card_pane import show_card
from ui.assets.papers import print_slip
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.record_dialog import RecordDialog
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.asset_details import AssetDetail
    from services.database import Session
    from services.fixed_assets import AssetHeadline
    from services.permissions import Actor
    from ui.state import Desk

ROOM = (1000, 640)

translate = QCoreApplication.translate


def _due(row: RowValues, today: date) -> tuple[str, str | None]:
    """When something lent comes back: red once it should have."""
    late = row["state"] is AssetState.LENT and row["due_back_on"] is not None and row["due_back_on"] < today
    return formats.day(row["due_back_on"], today), "red" if late else None


def _place(row: RowValues, _today: date) -> tuple[str, str | None]:
    """The room, not the whole way to it: that stands in the pane."""
    return (row["place"] or "").rsplit(" / ", 1)[-1], None


class CardDialog(RecordDialog):
    """Four columns of fields need room; Qt itself would keep to two thirds of a screen."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.resize(*ROOM)


class FixedAssetsPage(WorkflowPage["AssetDetail"]):
    """Every card of the register."""

    name = "fixed_assets"
    title = QT_TRANSLATE_NOOP("Page", "Fixed assets")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "Every asset with who has it, where it stands and what it is worth; each movement leaves a slip.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Number, serial number, name, pinyin initials  Ctrl+F")
    register = fixed_assets.REGISTER
    form = NEW
    new_label = QT_TRANSLATE_NOOP("Action", "New asset")
    edit = (Permission.ASSET_EDIT,)
    cells: ClassVar[dict[str, Any]] = {"due_back_on": _due, "place": _place}
    actions: ClassVar[tuple[Action, ...]] = card_acts.ALL

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.scan = label_acts.scan_field(self)
        self.view.top_row.insertWidget(1, self.scan)

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,
        session: Session,
    ) -> AssetDetail:
        return asset_details.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: AssetDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_card(self.pane, self.desk, found, self.refresh, partial(print_slip, self.desk, self))

    def allows(self, found: AssetDetail) -> dict[str, bool]:
        """The card itself tells how it may move, and whether there is an estimate to take back."""
        back = bool(found.estimates) and found.state is not AssetState.DISPOSED
        return {**self.by_state(found.state), "take_back_estimate": back}

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: AssetHeadline) -> None:
        if not found.held:
            self.say_headline(translate("Page", self.about))
            return
        parts = []
        if found.overdue:
            parts.append(translate("Assets", "{count} lent and overdue").format(count=found.overdue))
        if found.lent > found.overdue:
            words = translate("Assets", "{count} lent, the next back on {day}")
            day = found.first_due.isoformat() if found.first_due else formats.NOTHING
            parts.append(words.format(count=found.lent - found.overdue, day=day))
        if found.repair:
            parts.append(translate("Assets", "{count} in repair").format(count=found.repair))
        if found.idle:
            parts.append(translate("Assets", "{count} idle").format(count=found.idle))
        self.say_headline(
            " · ".join(parts) or translate("Assets", "{count} in the register").format(count=found.held)
        )

    def open_form(self, record_id: int | None) -> CardDialog:
        """A new card says where it goes; a known one goes there by movements."""
        known = NEW if record_id is None else KNOWN
        form = replace(known, save=partial(fixed_assets.save, today=self.desk.today()))
        values = None if record_id is None else self.view.values(record_id)
        gone = values is not None and values["state"] is AssetState.DISPOSED
        dialog = CardDialog(
            self.desk, form, record_id, self, locked=gone or not self.desk.can(Permission.ASSET_EDIT)
        )
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def told(self, ids: Sequence[int]) -> str:
        """The cards in a few words: number and name of one, how many of several."""
        values = self.view.values(ids[0]) if len(ids) == 1 else None
        if values is None:
            return translate("Assets", "{count} cards").format(count=len(ids))
        return f"{values['number']} {values['name']}"

    def moved(self, record_id: int) -> None:
        """Cards were moved: they may stand under another chip now."""
        self.refresh()
        self.open_record(record_id)

    def dropped(self, paths: Sequence[Path]) -> bool:
        """A picture of a label opens its card; other photos and papers go to the card that is shown."""
        if len(paths) == 1 and label_acts.is_picture(paths[0]):
            label_acts.open_picture(self, paths[0], partial(self._attached, paths))
            return True
        return self._attached(paths)

    def _attached(self, paths: Sequence[Path]) -> bool:
        found = self.detail
        if found is None or found.id != self.pane.record_id or not self.desk.can(Permission.ASSET_EDIT):
            return False
        work = partial(_attach, self.desk.actor, found.id, tuple(paths))
        self.desk.tasks.run(self, work, lambda _none: self.refresh())
        return True


def _headline(actor: Actor, today: date, session: Session) -> AssetHeadline:
    return fixed_assets.headline(session, actor, today=today)


def _attach(actor: Actor, asset_id: int, paths: tuple[Path, ...], session: Session) -> None:
    for path in paths:
        attachments.store(session, actor, "fixed_asset", asset_id, path)
