"""Everything about one stock-take: its lines and what they sum up to, where it stands, what may be done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from models.approval import DecidedKind
from models.asset_class import AssetClass, Place
from models.people import Company, Department
from models.stock_take import Adjustment, FoundState, StockTake, StockTakeLine, StockTakeState
from services import approval_steps, attachments, audit, office_papers, records
from services.approval_steps import DecisionRow, StepRow
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.database import Session
from services.money import round_fen
from services.permissions import Actor, Permission, requires
from services.stock_take_booked import Booked, booked
from services.stock_take_entries import entries_of
from services.stock_take_tally import told
from services.stock_takes import lines

KIND = DecidedKind.STOCK_TAKE


class TakeAction(StrEnum):
    """What the actor may do with a stock-take as it stands."""

    COUNT = "count_take"
    EDIT = "edit_take"
    FINISH = "finish"
    REOPEN = "count_on"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    VOID = "void"
    EXPLAIN = "explain"
    PRINT = "print_differences"
    EXPORT = "export_differences"


@dataclass(frozen=True, slots=True)
class TakeLine:
    """A line as shown; cost and net value in yuan. `quantity` 0: it was not on the list.

    `seen` tells the places where it was found at several, or how many each found where two counts differ; `booked` the
    net value with which it left the register.
    """

    id: int
    version: int
    position: int
    asset_id: int | None
    class_id: int | None
    code: str
    name: str
    specification: str
    unit: str
    quantity: int
    department: str
    employee: str
    place: str
    cost: Decimal
    net: Decimal
    found: FoundState
    found_place: str
    times: int
    pieces: int | None
    explanation: str
    adjustment: Adjustment
    seen: str = ""
    booked: Decimal | None = None

    @property
    def counted(self) -> int:
        """How many pieces were found: those counted, else all of a lot, or one of what nobody expected."""
        if self.times and self.pieces is not None:
            return self.pieces
        return (self.quantity or 1) if self.times else 0

    @property
    def less(self) -> int:
        """Pieces too few."""
        unlike = self.found in (FoundState.MISSING, FoundState.SHORT)
        return max(self.quantity - self.counted, 0) if unlike else 0

    @property
    def more(self) -> int:
        """Pieces too many; what belongs to nobody here, or stands only elsewhere, is none."""
        if self.found is FoundState.UNKNOWN:
            return self.counted
        return max(self.counted - self.quantity, 0) if self.found is FoundState.OVER else 0

    @property
    def lost(self) -> tuple[Decimal, Decimal]:
        """Cost and net value of the pieces that are too few: their share of the lot."""
        if not self.less:
            return Decimal(0), Decimal(0)
        share = (amount * self.less / self.quantity for amount in (self.cost, self.net))
        return round_fen(next(share)), round_fen(next(share))

    @property
    def gained(self) -> Decimal:
        """What the pieces that are too many are worth new: as typed, or as much apiece as those of the lot."""
        return surplus_value(self.cost, self.quantity, self.more)


@dataclass(frozen=True, slots=True)
class TakeDetail:
    """One stock-take, whole. `scope` is told in names; `net_missing` (yuan) is what would be written off."""

    id: int
    version: int
    number: str
    name: str
    state: StockTakeState
    on_day: date
    scope: str
    blind: bool
    ticket: str
    counted_by: str
    watched_by: str
    made_by_id: int
    made_by_name: str
    holder_name: str
    state_note: str
    lines: tuple[TakeLine, ...]
    steps: tuple[StepRow, ...]
    decisions: tuple[DecisionRow, ...]
    files: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[TakeAction]
    company: str
    booked: Booked | None = None

    @property
    def listed(self) -> int:
        return sum(line.quantity > 0 for line in self.lines)

    @property
    def counts(self) -> Counter[FoundState]:
        return Counter(line.found for line in self.lines)

    @property
    def twice(self) -> int:
        return sum(line.times > 1 for line in self.lines)

    @property
    def different(self) -> tuple[TakeLine, ...]:
        return tuple(line for line in self.lines if line.found is not FoundState.FOUND)

    @property
    def net_missing(self) -> Decimal:
        gone = (line.lost[1] for line in self.lines if line.adjustment is Adjustment.WRITE_OFF)
        return sum(gone, Decimal(0))

    @property
    def hidden(self) -> bool:
        """Whether whoever counts must not see what is expected."""
        return self.blind and self.state is StockTakeState.OPEN


_SAME = (
    "id", "version", "number", "name", "state", "on_day", "blind", "ticket", "counted_by", "watched_by",
    "made_by_id", "made_by_name", "holder_name", "state_note",
)  # fmt: skip


@requires(Permission.ASSET_SEE)
def detail(session: Session, actor: Actor, take_id: int) -> TakeDetail:
    """The stock-take with everything around it. Raises Refused "record.gone"."""
    take = records.load(session, StockTake, take_id)
    seen = office_papers.paper_of(session, KIND, take)
    done = booked(session, take)
    return TakeDetail(
        **{name: getattr(take, name) for name in _SAME},
        scope=_scope(session, take),
        lines=_lines(session, take, done),
        steps=tuple(approval_steps.steps(session, seen)),
        decisions=tuple(approval_steps.decisions(session, seen)),
        files=tuple(attachments.of(session, actor, "stock_take", take_id)),
        history=tuple(audit.history(session, actor, "stock_take", take_id)),
        actions=_actions(session, actor, take),
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
        booked=done,
    )


def _lines(session: Session, take: StockTake, done: Booked | None) -> tuple[TakeLine, ...]:
    found, kept = lines(session, take.id), entries_of(session, take.id)
    shown = []
    for line in found:
        disputed = line.found is FoundState.DISPUTED
        words = told(kept.get(line.code, ()), disputed=disputed) if line.times > 1 or disputed else ""
        net = done.net.get(line.asset_id or 0) if done is not None else None
        shown.append(replace(line_of(line), seen=words, booked=net))
    return tuple(shown)


def surplus_value(cost: Decimal, quantity: int, more: int) -> Decimal:
    """The replacement value of `more` pieces beside a lot of `quantity`; of what was not on the list its own."""
    return round_fen(cost * more / quantity) if quantity else cost


def line_of(line: StockTakeLine) -> TakeLine:
    """A line as shown."""
    return TakeLine(**{name: getattr(line, name) for name in TakeLine.__slots__ if hasattr(line, name)})


def _scope(session: Session, take: StockTake) -> str:
    parts = []
    for name, kind, words in (
        ("departments", Department, Department.name),
        ("classes", AssetClass, AssetClass.name),
        ("places", Place, Place.path),
    ):
        chosen = take.scope.get(name) or ()
        if chosen:
            parts.append("、".join(session.scalars(select(words).where(kind.id.in_(chosen)).order_by(words))))
    return "；".join(parts)


def _actions(session: Session, actor: Actor, take: StockTake) -> frozenset[TakeAction]:
    found: set[TakeAction] = set()
    if actor.can(Permission.ASSET_EDIT):
        found |= _OF_STATE.get(take.state, frozenset())
    if not (take.blind and take.state is StockTakeState.OPEN):
        found |= {TakeAction.EXPLAIN, TakeAction.PRINT, TakeAction.EXPORT}
    seen = office_papers.paper_of(session, KIND, take)
    decides = take.state is StockTakeState.SUBMITTED and actor.can(Permission.CLAIM_DECIDE)
    if decides and take.made_by_id != actor.user_id and approval_steps.asked(session, actor, seen):
        found |= {TakeAction.APPROVE, TakeAction.RETURN}
    return frozenset(found)


_OF_STATE = {
    StockTakeState.OPEN: frozenset({TakeAction.COUNT, TakeAction.EDIT, TakeAction.FINISH, TakeAction.VOID}),
    StockTakeState.COUNTED: frozenset({TakeAction.REOPEN, TakeAction.SUBMIT, TakeAction.VOID}),
    StockTakeState.SUBMITTED: frozenset({TakeAction.WITHDRAW}),
}


@requires(Permission.ASSET_SEE)
def rows(session: Session, actor: Actor, take_id: int) -> list[tuple[str, object, object]]:
    """What whoever decides looks at: how the count came out, then each difference with what is done about it."""
    found = detail(session, actor, take_id)
    shown: list[tuple[str, object, object]] = [
        ("on_day", None, found.on_day),
        ("listed", None, found.listed),
        ("found", None, found.counts[FoundState.FOUND]),
        ("write_off_net", None, found.net_missing),
    ]
    for line in found.different:
        told = " · ".join(part for part in (line.name, line.explanation) if part)
        shown.append((f"〔{line.code}〕{told}", line.found, line.adjustment))
    return shown
