"""Social insurance and housing fund 社保公积金: what is missing, and the changes that mend it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from services import insurance_change_register, insurance_lodging
from services.insurance_board_rows import BoardKind
from services.insurance_change_register import REGISTER, ChangeStanding
from services.permissions import Permission
from ui.insurance import board_words, change_acts
from ui.insurance.board_panel import BoardPanel
from ui.insurance.change_dialog import ChangeDialog
from ui.insurance.change_pane import OPEN, show_change
from ui.insurance.form_choice import choose_form
from ui.insurance.why_dialog import WhyDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.register_rows import CellRule, RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.database import Session
    from services.insurance_board import Board
    from services.insurance_board_rows import BoardRow
    from services.insurance_change_register import ChangeDetail
    from services.insurance_changes import ChangeDraft
    from services.permissions import Actor
    from ui.state import Desk

EDIT = (Permission.INSURANCE_EDIT,)

translate = QCoreApplication.translate


def _month(row: RowValues, _today: date) -> tuple[str, str | None]:
    return f"{row['month']:%Y-%m}", None


def _deadline(row: RowValues, today: date) -> tuple[str, str | None]:
    """Red when it is past and nothing was lodged; grey once it was."""
    if row["standing"] not in OPEN:
        return formats.day(row["deadline"], today), "muted"
    return formats.day(row["deadline"], today), "red" if row["deadline"] < today else None


_CELLS: dict[str, CellRule] = {"month": _month, "deadline": _deadline}


class SocialInsurancePage(WorkflowPage["ChangeDetail"]):
    """The board on top, the register of changes below it."""

    name = "social_insurance"
    title = QT_TRANSLATE_NOOP("Page", "Social insurance")
    about = QT_TRANSLATE_NOOP(
        "Page", "Who joins and who stops with social insurance and housing fund, and what is missing."
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Search person, number, department or pinyin initials  Ctrl+F")
    register = REGISTER
    figure = "employee_name"
    state_column = "standing"
    edit = EDIT
    new_label = QT_TRANSLATE_NOOP("Action", "New change")
    cells = _CELLS
    actions: ClassVar[tuple[Action, ...]] = change_acts.ALL
    record_acts = change_acts.GUARDED
    leading = change_acts.LEADING

    def __init__(self, desk: Desk, parent: Any = None) -> None:
        super().__init__(desk, parent)
        self.mark = uuid4().hex  # of what is on the page: a new one after every act
        self.board = BoardPanel(desk, self)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(2, self.board)
        self.board.mend.connect(self.mend)
        self.board.loaded.connect(self._show_headline)

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> ChangeDetail:  # noqa: ARG004 - every page's
        return insurance_change_register.detail(session, actor, record_id, today)

    def show_detail(self, record_id: int, found: ChangeDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_change(self.pane, self.desk, found)

    def headline(self) -> None:
        """The board says what waits; the line over it says how much."""
        self.board.refresh()

    def _show_headline(self, found: Board) -> None:
        self.say_headline(board_words.headline(found.headline, self.desk.today()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.mark = uuid4().hex

    # dialogs

    def open_form(self, record_id: int | None) -> ChangeDialog | None:
        """The form of a new change, or of one that may still be changed."""
        if record_id is None:
            return self.open_draft(None)
        self.with_detail(record_id, self._open_stored)
        return None

    def _open_stored(self, detail: ChangeDetail) -> None:
        editable = {ChangeStanding.DRAFT, ChangeStanding.RETURNED, ChangeStanding.WITHDRAWN}
        locked = not self.desk.can(*EDIT) or detail.standing not in editable
        self._open(ChangeDialog(self.desk, detail.id, self, locked=locked))

    def open_draft(self, start: ChangeDraft | None) -> ChangeDialog:
        """The form of a new change that begins as `start`."""
        dialog = ChangeDialog(self.desk, None, self, start=start)
        self._open(dialog)
        return dialog

    def _open(self, dialog: ChangeDialog) -> None:
        dialog.saved.connect(lambda change_id: self.acted([change_id]))
        dialog.open()

    def mend(self, row: BoardRow) -> None:
        """The step of a row of the board."""
        if row.kind in {BoardKind.NO_POLICY, BoardKind.POLICY_UNCONFIRMED}:
            self.desk.go("insurance_policies", None)
        elif row.kind is BoardKind.TO_LODGE and row.change_id and self.desk.can(*EDIT):
            change_acts.lodge(self, [row.change_id])
        elif row.kind is BoardKind.UNCONFIRMED and row.change_id and self.desk.can(*EDIT):
            change_acts.confirm(self, [row.change_id])
        elif row.change_id is not None:
            self.open_record(row.change_id)
        elif row.draft is not None:
            self.open_draft(row.draft)

    def write_again(self, change_id: int) -> None:
        """A new change like one that was refused or voided."""
        work = partial(_again, self.desk.actor, change_id)
        self.desk.tasks.read(self, work, self.open_draft)

    def open_why(self, detail: ChangeDetail) -> WhyDialog:
        """How the amounts of this month, or of the first one the change counts in, come about."""
        month = max(detail.month, self.desk.today().replace(day=1))
        dialog = WhyDialog(self.desk, (detail.employee_id, detail.employee_name), month, self)
        dialog.open()
        return dialog

    def choose_form(self) -> Any:
        """Which fund, city and month the printed form is of."""
        return choose_form(self.desk, self)

    def acted(self, ids: list[int]) -> None:
        """Something was done: show it as it is now."""
        self.mark = uuid4().hex
        self.refresh()
        if ids and ids[0]:
            self.open_record(ids[0])


def _again(actor: Actor, change_id: int, session: Session) -> ChangeDraft:
    return insurance_lodging.again(session, actor, change_id)
