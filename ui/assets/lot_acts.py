"""Cards taken apart, put together and estimated anew: each asks what it must, with a reason."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import asset_estimates, asset_lots
from services.asset_estimates import EstimateDraft
from services.asset_lots import PartDraft
from services.terms import Method
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.asset_details import AssetDetail
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.pages.fixed_assets import FixedAssetsPage

NAMED = 8  # cards that are named before they are put together

translate = QCoreApplication.translate

# fmt: off
_PIECES = FieldSpec("quantity", QT_TRANSLATE_NOOP("Field", "Pieces taken off"), FieldKind.NUMBER, required=True)
_COST = FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Their part of the cost"), FieldKind.MONEY, hint=QT_TRANSLATE_NOOP("Field", "Empty: by their number."))
_PART_COST = FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Its part of the cost"), FieldKind.MONEY, required=True)
_NAME = FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name of the new card"), blank="", hint=QT_TRANSLATE_NOOP("Field", "Empty: as before."))
_SERIAL = FieldSpec("serial_number", QT_TRANSLATE_NOOP("Field", "Serial number"), blank="")
ESTIMATE = (
    FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the month.")),
    FieldSpec("months", QT_TRANSLATE_NOOP("Field", "Months left from there"), FieldKind.NUMBER, required=True),
    FieldSpec("residual", QT_TRANSLATE_NOOP("Field", "Residual value"), FieldKind.MONEY, required=True),
    FieldSpec("method", QT_TRANSLATE_NOOP("Field", "Depreciation"), FieldKind.CHOICE, required=True, members=Method),
    FieldSpec("units_left", QT_TRANSLATE_NOOP("Field", "Units left from there"), FieldKind.QUANTITY, hint=QT_TRANSLATE_NOOP("Field", "Kilometres or hours, for “units of use”.")),
    FieldSpec("added", QT_TRANSLATE_NOOP("Field", "Value added"), FieldKind.MONEY, hint=QT_TRANSLATE_NOOP("Field", "Improvement or revaluation; with a minus for an impairment.")),
    FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Reason"), required=True, blank="", width=2),
)
# fmt: on


class PartDialog(ActDialog):
    """A refusal of `parts.0.cost` belongs to the field `cost`."""

    def place(self, refused: Refused) -> bool:
        parts = (refused.field or "").split(".")
        if parts[0] == "parts":
            name = parts[2] if len(parts) == 3 else next(iter(self.body.boxes))
            return self.body.say(name, sentence(refused))
        return super().place(refused)


def split(page: FixedAssetsPage, found: AssetDetail) -> ActDialog:
    """Pieces of a lot, or a part of one thing, become a card of their own."""
    click, today, lot = uuid.uuid4().hex, page.desk.today(), found.quantity > 1

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        part = PartDraft(getattr(typed, "quantity", 1), typed.cost, typed.name, typed.serial_number)
        made = asset_lots.split(
            session,
            actor,
            found.id,
            found.version,
            [part],
            reason=typed.reason,
            command_id=click,
            today=today,
        )
        return SimpleNamespace(id=made[0] if made else found.id)

    fields = (_PIECES, _COST, _NAME, _SERIAL, *REASON) if lot else (_PART_COST, _NAME, _SERIAL, *REASON)
    words = translate(
        "Assets", "{quantity} {unit} at {cost}; cost and what was charged are shared to the fen."
    )
    about = words.format(quantity=found.quantity, unit=found.unit, cost=formats.money(found.cost))
    title = translate("Assets", "Split {number}").format(number=found.number)
    question = Question(
        title, translate("Assets", "Split  Ctrl+S"), fields, {"name": "", "serial_number": ""}, about
    )
    return _open(page, PartDialog(page.desk, question, work, page))


def merge(page: FixedAssetsPage, ids: Sequence[int]) -> ActDialog:
    """Cards that are alike become one: the first that was selected."""
    click, today = uuid.uuid4().hex, page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        into = asset_lots.merge(
            session, actor, sorted(ids), reason=typed.reason, command_id=click, today=today
        )
        return SimpleNamespace(id=into)

    title = translate("Assets", "Put {count} cards together").format(count=len(ids))
    about = translate(
        "Assets", "The card with the lowest number takes the quantity and cost of all; the others leave."
    )
    told = "\n".join((about, *_named(page, sorted(ids))))
    question = Question(title, translate("Assets", "Put together  Ctrl+S"), REASON, {"reason": ""}, told)
    return _open(page, ActDialog(page.desk, question, work, page))


def _named(page: FixedAssetsPage, ids: Sequence[int]) -> list[str]:
    """The cards with what they are, so that nobody puts a keyboard and a screen together."""
    found = [page.view.values(each) for each in ids]
    lines = [
        "  ".join(
            str(part)
            for part in (one["number"], one["name"], one["specification"], f"× {one['quantity']}")
            if part
        )
        for one in found[:NAMED]
        if one is not None
    ]
    if len(ids) > NAMED:
        lines.append(translate("Assets", "and {count} more").format(count=len(ids) - NAMED))
    return lines


def revise(page: FixedAssetsPage, found: AssetDetail) -> None:
    """Ask what is estimated anew, beginning with what holds now."""
    work = partial(_proposal, page.desk.actor, found.id, page.desk.today())
    page.desk.tasks.read(page, work, partial(_ask_estimate, page, found))


def _ask_estimate(page: FixedAssetsPage, found: AssetDetail, start: EstimateDraft) -> ActDialog:
    click, today = uuid.uuid4().hex, page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        draft = EstimateDraft(found.id, found.version, **vars(typed))
        saved = asset_estimates.revise(session, actor, draft, command_id=click, today=today)
        return SimpleNamespace(id=saved)

    title = translate("Assets", "Estimate {number} anew").format(number=found.number)
    words = translate("Assets", "Worth {value} today. What was charged before the month stays as it is.")
    fields = tuple(spec for spec in ESTIMATE if spec.name != "units_left" or not start.by_units)
    values = {spec.name: getattr(start, spec.name) for spec in fields} | {"added": Decimal("0.00")}
    question = Question(
        title,
        translate("Assets", "Estimate anew  Ctrl+S"),
        fields,
        values,
        words.format(value=formats.money(found.value)),
    )
    return _open(page, ActDialog(page.desk, question, work, page))


def take_back(page: FixedAssetsPage, found: AssetDetail) -> ActDialog:
    """The last change of estimate goes away, as long as no month of it is closed."""
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        asset_estimates.take_back(session, actor, found.id, found.version, reason=typed.reason, today=today)
        return SimpleNamespace(id=found.id)

    title = translate("Assets", "Take back the last estimate of {number}").format(number=found.number)
    question = Question(title, translate("Assets", "Take back  Ctrl+S"), REASON, {"reason": ""}, danger=True)
    return _open(page, ActDialog(page.desk, question, work, page))


def _open(page: FixedAssetsPage, dialog: ActDialog) -> ActDialog:
    dialog.saved.connect(page.moved)
    dialog.open()
    return dialog


def _proposal(actor: Actor, asset_id: int, today: Any, session: Session) -> EstimateDraft:
    return asset_estimates.proposal(session, actor, asset_id, today=today)
