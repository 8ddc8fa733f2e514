"""Who has what 个人资产责任表: everybody who answers for assets, and what they answer for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from services import asset_holders, asset_papers
from services.permissions import Permission
from ui.assets.papers import print_responsibilities
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.personnel.roster_acts import export_rows
from ui.widgets import formats
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.asset_holders import Responsibility
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


class AssetHoldersPage(RegisterPage):
    """Everybody with assets in their hands."""

    name = "asset_holders"
    title = QT_TRANSLATE_NOOP("Page", "Who has what")
    about = QT_TRANSLATE_NOOP("Page", "Everybody who answers for assets; their sheet is signed and kept.")
    register = asset_holders.REGISTER
    actions: ClassVar[tuple[Action, ...]] = (
        Action("print_sheet", QT_TRANSLATE_NOOP("Action", "Responsibility sheet"), lambda page, ids: page.print_sheets(ids), "printer", "Ctrl+Shift+P", (Permission.ASSET_SEE,), takes=Takes.MANY, primary=True, pane=True),
        Action("export_sheet", QT_TRANSLATE_NOOP("Action", "Sheet as .xlsx"), lambda page, ids: page.export_sheet(ids[0]), "file-spreadsheet", "", (Permission.ASSET_SEE,), takes=Takes.ONE, more=True),
    )  # fmt: skip

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,
        session: Session,
    ) -> Responsibility:
        return asset_holders.held_by(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: Responsibility) -> None:  # noqa: ARG002 - it stands in what was found
        today = self.desk.today()
        self.pane.headline(f"{found.number} · {found.department}", found.name, found.post)
        self.pane.row(translate("Field", "Original cost"), formats.money(found.cost))
        self.pane.row(translate("Assets", "Worth today"), formats.money(found.value), strong=True)
        self.pane.section(translate("Assets", "Answers for ({count})").format(count=len(found.rows)))
        for row in found.rows:
            self.pane.row(f"{row.number}  {row.name}", formats.money(row.cost), strong=True)
            parts = [
                row.specification,
                row.place,
                translate("Assets", "since {day}").format(day=row.since.isoformat()),
            ]
            self.pane.text(" · ".join(part for part in (label(row.state), *parts) if part))
            if row.due_back_on is not None:
                late = row.due_back_on < today
                words = translate("Assets", "due back on {day}").format(day=row.due_back_on.isoformat())
                self.pane.text(words, "red" if late else "amber")

    def headline(self) -> None:
        work = partial(_left, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, left: int) -> None:
        words = translate("Assets", "{count} people have left and still have assets").format(count=left)
        self.say_headline(words if left else translate("Page", self.about))

    def open_form(self, record_id: int | None) -> None:
        """Enter on somebody shows their sheet as it is printed."""
        if record_id is not None:
            self.print_sheets([record_id])

    def print_sheets(self, ids: Sequence[int]) -> None:
        print_responsibilities(self.desk, self, ids)

    def export_sheet(self, employee_id: int) -> QFileDialog:
        """Ask where to, then write the sheet as a table."""
        actor, today = self.desk.actor, self.desk.today()

        def made(session: Session) -> Sequence[Sequence[object]]:
            return asset_papers.responsibility_rows(session, actor, employee_id, today=today)

        values = self.view.values(employee_id)
        title = f"个人资产责任表 {values['name']}" if values is not None else "个人资产责任表"
        return export_rows(self.desk, self, title, asset_papers.RESPONSIBILITY_TITLES, made)


def _left(actor: Actor, today: date, session: Session) -> int:
    return asset_holders.left_count(session, actor, today=today)
