"""The itinerary of a travel claim: its legs, and the allowance they come to, kept in step with the lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services import travel_claims
from services.claim_values import LegDraft
from services.records import Choice
from services.terms import Vehicle
from ui.errors import sentence
from ui.icons import icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.line_model import Line
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from services.claim_values import ClaimDraft, LineDraft
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.travel_allowances import Stay
    from services.travel_claims import Proposal
    from ui.state import Desk

LEG_COLUMNS = (
    FieldSpec("from_place", QT_TRANSLATE_NOOP("Field", "Leaves"), width=104),
    FieldSpec("departed_on", QT_TRANSLATE_NOOP("Field", "On"), FieldKind.DAY, width=92),
    FieldSpec("departed_hour", QT_TRANSLATE_NOOP("Field", "Hour"), FieldKind.NUMBER, width=60),
    FieldSpec("to_place", QT_TRANSLATE_NOOP("Field", "Arrives"), width=104),
    FieldSpec("arrived_on", QT_TRANSLATE_NOOP("Field", "On"), FieldKind.DAY, width=92),
    FieldSpec("arrived_hour", QT_TRANSLATE_NOOP("Field", "Hour"), FieldKind.NUMBER, width=60),
    FieldSpec("vehicle", QT_TRANSLATE_NOOP("Field", "Vehicle"), FieldKind.CHOICE, required=True, members=Vehicle, width=100),
    FieldSpec("seat", QT_TRANSLATE_NOOP("Field", "Class of travel"), width=0),
)  # fmt: skip
LEGS_HEIGHT = 148  # two legs and the empty one below them are in view

translate = QCoreApplication.translate


class TravelPart(QWidget):
    """Legs above the lines of their claim; F7 puts the allowance into the lines."""

    edited = Signal()

    def __init__(self, lines: LineTable, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.legs = LineTable("legs", LEG_COLUMNS, lambda: LegDraft(vehicle=Vehicle.TRAIN), today, self)
        self.legs.setFixedHeight(LEGS_HEIGHT)
        self.legs.hide_totals()  # days and hours have none
        self._lines = lines
        self._proposal: Proposal | None = None
        self._taken: Sequence[LineDraft] | None = None  # what was put into the lines last
        self._wanted = False  # the allowance was asked for before it was reckoned
        self._locked = False
        self.why = QLabel(self)
        self.why.setObjectName("travel.why")
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(icon("wallet"), translate("Claim", "Allowance  F7"), self)
        self.button.setObjectName("action.allowance")
        self.button.setShortcut("F7")
        self.button.setAutoDefault(False)
        self.button.setToolTip(translate("Claim", "Put the allowance of these legs into the lines"))
        foot = QHBoxLayout()
        foot.addWidget(self.why, 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.legs)
        column.addLayout(foot)
        self.legs.edited.connect(self.edited)

    # drafts in, drafts out

    def fill(self, legs: Sequence[LegDraft]) -> None:
        """Show these legs; whether their allowance stands in the lines is seen at the next look."""
        self.legs.fill(legs)
        self._taken = None
        self._offer_legs()

    def peek(self) -> tuple[LegDraft, ...]:
        """The legs as typed so far."""
        return tuple(line.draft for line in self.legs.model.lines())

    def set_locked(self, locked: bool) -> None:
        """Only to look at."""
        self._locked = locked
        self.legs.set_locked(locked)
        self.button.setVisible(not locked)

    # the allowance

    def look(self, desk: Desk, draft: ClaimDraft) -> None:
        """Ask what the legs come to."""
        self._offer_legs()
        if self.legs.model.is_wrong():
            return
        work = partial(_propose, desk.actor, draft, desk.today())
        desk.tasks.read(self, work, self._show, self._refused)

    def take(self) -> None:
        """Put what is proposed into the lines, in place of the allowance that stands there; one step of undo."""
        if self._locked:
            return
        if self._proposal is None:
            self._wanted = True
            return
        lines = self._lines.drafts()
        if lines is None:
            return
        found = self._proposal
        put = travel_claims.with_allowance(lines, found.lines, set(found.categories))
        self._taken = found.lines
        self._lines.model.change(translate("Claim", "Allowance"), [Line(draft) for draft in put])
        self._say()

    def _show(self, found: Proposal) -> None:
        self._proposal = found if found.lines else None
        if self._proposal is None:
            self._tell(translate("Claim", "Type the legs; the allowance follows from them."))
            return
        here = self._here(found)
        if self._taken is None and travel_claims.same_allowance(here, found.lines):
            self._taken = found.lines
        stale = self._taken is not None and not travel_claims.same_allowance(self._taken, found.lines)
        untouched = self._taken is not None and travel_claims.same_allowance(here, self._taken)
        if self._wanted or (stale and untouched and here):
            self._wanted = False
            self.take()
        self._say()

    def _refused(self, refused: Refused) -> None:
        self._proposal = None
        self._tell(sentence(refused), "amber")

    def _here(self, found: Proposal) -> list[LineDraft]:
        drafts = (line.draft for line in self._lines.model.lines())
        return [draft for draft in drafts if draft.category_id in found.categories]

    def _say(self) -> None:
        """How every figure comes about, and whether the lines say the same."""
        found = self._proposal
        if found is None:
            return
        words = " · ".join(stay_words(stay) for stay in found.stays)
        here = self._here(found)
        if travel_claims.same_allowance(here, found.lines):
            self._tell(words)
            return
        typed = formats.money(sum((line.amount for line in here if line.amount), found.total * 0))
        differs = translate("Claim", "The lines say {amount}; F7 puts {proposed} there.")
        self._tell(f"{words}\n{differs.format(amount=typed, proposed=formats.money(found.total))}", "amber")

    def _tell(self, words: str, tone: str = "") -> None:
        self.why.setText(words)
        self.why.setProperty("role", "" if tone else "muted")
        self.why.setProperty("tone", tone)
        self.why.style().unpolish(self.why)
        self.why.style().polish(self.why)

    def _offer_legs(self) -> None:
        """What a line of transport may name."""
        legs = [
            Choice(place, f"{leg.from_place}—{leg.to_place}", str(place + 1), f"{place + 1}")
            for place, leg in enumerate(self.peek())
        ]
        self._lines.offer("leg", legs)
        self._lines.view.viewport().update()


def stay_words(stay: Stay) -> str:
    """One stay: city, days, rates, and what they make."""
    words = translate("Claim", "{city}: {days} days × ({meal} meals + {local} local) = {amount}")
    days = f"{stay.days.normalize():f}"
    shown: dict[str, Any] = {"meal": formats.money(stay.meal), "local": formats.money(stay.local)}
    return words.format(city=stay.city, days=days, amount=formats.money(stay.amount), **shown)


def _propose(actor: Actor, draft: ClaimDraft, today: date, session: Session) -> Proposal:
    return travel_claims.propose(session, actor, draft, today=today)
