"""How a bid ended: result, day, prices and ranks, who else bid, why, and what is learnt from it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services import bid_results
from services.bid_drafts import CompetitorDraft
from services.bid_results import ResultDraft
from services.terms import BidResult
from ui.bids.bid_dialog import COMPETITORS
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from services.bid_details import BidDetail
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.state import Desk

FIELDS = (
    FieldSpec("result", QT_TRANSLATE_NOOP("Field", "Result"), FieldKind.CHOICE, required=True, members=BidResult),
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Known on"), FieldKind.DAY),
    FieldSpec("notice_on", QT_TRANSLATE_NOOP("Field", "Day of the notice"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "The contract is due 30 days later.")),
    FieldSpec("price", QT_TRANSLATE_NOOP("Field", "Our price"), FieldKind.MONEY),
    FieldSpec("won_price", QT_TRANSLATE_NOOP("Field", "Winning price"), FieldKind.MONEY),
    FieldSpec("rank", QT_TRANSLATE_NOOP("Field", "Our rank"), FieldKind.NUMBER),
    FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Why"), width=3, blank=""),
    FieldSpec("review", QT_TRANSLATE_NOOP("Field", "Review"), FieldKind.LONG_TEXT, width=3, blank=""),
)  # fmt: skip

translate = QCoreApplication.translate


class ResultDialog(RecordDialog):
    """The fields, and below them the competitors. What two people set at once is refused to the second."""

    def __init__(self, desk: Desk, found: BidDetail, parent: QWidget | None = None) -> None:
        self.found = found
        click = f"bid.result:{found.id}:{found.version}:{desk.actor.user_id}"
        form = Form(
            "bid_result",
            found.name,
            found.name,
            FIELDS,
            lambda today: ResultDraft(day=today),
            partial(_get, desk.today()),
            partial(_save, found.id, found.version, click),
            columns=3,
        )
        super().__init__(desk, form, found.id, parent)
        self.setWindowTitle(translate("Bid", "Result of {number}").format(number=found.number))
        self.heading.setText(f"{self.windowTitle()}  {found.name}")
        self.resize(900, 620)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        heading = QLabel(translate("Bid", "Competitors"), box)
        heading.setProperty("role", "group")
        self.competitors = LineTable("competitors", COMPETITORS, CompetitorDraft, self.desk.today, box)
        self.competitors.hide_totals()
        self.competitors.setMinimumHeight(132)
        self.competitors.edited.connect(self.touch)
        self.competitors.left.connect(self.save_button.setFocus)
        column.addWidget(heading)
        column.addWidget(self.competitors, 1)
        return box

    def fill(self, draft: ResultDraft) -> None:
        super().fill(draft)
        self.competitors.fill(draft.competitors or ())

    def gather(self) -> ResultDraft | None:
        draft: ResultDraft | None = super().gather()
        rows = self.competitors.drafts()
        if rows is None:
            self.notice.say(self.competitors.complaint())
        return None if draft is None or rows is None else replace(draft, competitors=rows)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"competitors": self.competitors.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore(kept)
        self.competitors.restore(kept.get("competitors", []))

    def place(self, refused: Refused) -> bool:
        part, _, cell = (refused.field or "").partition(".")
        if part == "competitors":
            self.competitors.say(cell, sentence(refused))
            self.notice.say(sentence(refused))
            return True
        return super().place(refused)

    def _refused(self, refused: Refused) -> None:
        """Another result was set meanwhile: it is told, and seen on the page; nothing is merged."""
        self._set_saving(False)
        if not self.place(refused):
            self.notice.say(sentence(refused))


def _get(today: Any, session: Session, actor: Actor, bid_id: int) -> ResultDraft:
    draft = bid_results.result_draft(session, actor, bid_id)
    return draft if draft.day or draft.result is not BidResult.PENDING else replace(draft, day=today)


def _save(bid_id: int, version: int, click: str, session: Session, actor: Actor, draft: ResultDraft) -> int:
    bid_results.set_result(session, actor, bid_id, version, draft, command_id=f"{click}:{draft.result}")
    return bid_id
