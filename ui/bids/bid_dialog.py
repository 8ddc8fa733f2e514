"""The form of a bid: what is tendered, its stages, lots and competitors, on tabs, saved together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from services import bids, departments, employees
from services.bid_drafts import BidDraft, CompetitorDraft, LotDraft, StageDraft, ladder
from services.terms import BidKind, BidLaw, BidMethod, BidResult, BidRole, BidStage, DepositForm
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form, field_grid
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from datetime import date

    from services.errors import Refused

COLUMNS = 3
TENDER = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Project"), required=True, width=2),
    FieldSpec("tender_number", QT_TRANSLATE_NOOP("Field", "Tender number"), blank=""),
    FieldSpec("tenderer", QT_TRANSLATE_NOOP("Field", "Tendering party"), required=True, width=2),
    FieldSpec("province", QT_TRANSLATE_NOOP("Field", "Province"), blank=""),
    FieldSpec("agency", QT_TRANSLATE_NOOP("Field", "Agency"), width=2, blank=""),
    FieldSpec("source", QT_TRANSLATE_NOOP("Field", "Found at"), blank=""),
    FieldSpec("law", QT_TRANSLATE_NOOP("Field", "Law"), FieldKind.CHOICE, required=True, members=BidLaw),
    FieldSpec("method", QT_TRANSLATE_NOOP("Field", "Way of tendering"), FieldKind.CHOICE, required=True, members=BidMethod),
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, members=BidKind),
    FieldSpec("budget", QT_TRANSLATE_NOOP("Field", "Budget"), FieldKind.MONEY),
    FieldSpec("document_fee", QT_TRANSLATE_NOOP("Field", "Price of the documents"), FieldKind.MONEY),
    FieldSpec("copies", QT_TRANSLATE_NOOP("Field", "Copies"), FieldKind.NUMBER),
    FieldSpec("requirements", QT_TRANSLATE_NOOP("Field", "Qualifications asked for"), FieldKind.LONG_TEXT, width=3, blank=""),
)  # fmt: skip
OURS = (
    FieldSpec("role", QT_TRANSLATE_NOOP("Field", "Our part"), FieldKind.CHOICE, required=True, members=BidRole),
    FieldSpec("partners", QT_TRANSLATE_NOOP("Field", "Partners"), width=2, blank=""),
    FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices),
    FieldSpec("owner_id", QT_TRANSLATE_NOOP("Field", "Responsible"), FieldKind.COMBO, choices=employees.choices),
    FieldSpec("signer_id", QT_TRANSLATE_NOOP("Field", "Authorised signer"), FieldKind.COMBO, choices=employees.choices),
    FieldSpec("price", QT_TRANSLATE_NOOP("Field", "Our price"), FieldKind.MONEY),
    FieldSpec("contract_number", QT_TRANSLATE_NOOP("Field", "Contract"), blank=""),
    FieldSpec("deposit_amount", QT_TRANSLATE_NOOP("Field", "Deposit"), FieldKind.MONEY),
    FieldSpec("deposit_form", QT_TRANSLATE_NOOP("Field", "Form of the deposit"), FieldKind.CHOICE, required=True, members=DepositForm),
    FieldSpec("deposit_payee", QT_TRANSLATE_NOOP("Field", "Deposit paid to"), width=2, blank="", hint=QT_TRANSLATE_NOOP("Field", "Empty: the agency, else the tendering party.")),
    FieldSpec("review", QT_TRANSLATE_NOOP("Field", "Review"), FieldKind.LONG_TEXT, width=3, blank=""),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), FieldKind.LONG_TEXT, width=3, blank=""),
)  # fmt: skip
STAGES = (
    FieldSpec("stage", QT_TRANSLATE_NOOP("Field", "Stage"), FieldKind.CHOICE, required=True, width=150, members=BidStage),
    FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, width=112),
    FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "Day or last day"), FieldKind.DAY, width=124),
    FieldSpec("at_time", QT_TRANSLATE_NOOP("Field", "Time"), width=76, blank=""),
    FieldSpec("place", QT_TRANSLATE_NOOP("Field", "Place"), width=0, blank=""),
    FieldSpec("done_on", QT_TRANSLATE_NOOP("Field", "Done on"), FieldKind.DAY, width=112),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=150, blank=""),
)  # fmt: skip
LOTS = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Lot"), width=0, blank=""),
    FieldSpec("budget", QT_TRANSLATE_NOOP("Field", "Budget"), FieldKind.MONEY, width=124),
    FieldSpec("price", QT_TRANSLATE_NOOP("Field", "Our price"), FieldKind.MONEY, width=124),
    FieldSpec("result", QT_TRANSLATE_NOOP("Field", "Result"), FieldKind.CHOICE, required=True, width=124, members=BidResult),
    FieldSpec("rank", QT_TRANSLATE_NOOP("Field", "Rank"), FieldKind.NUMBER, width=64),
    FieldSpec("won_price", QT_TRANSLATE_NOOP("Field", "Winning price"), FieldKind.MONEY, width=124),
)  # fmt: skip
COMPETITORS = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Competitor"), width=0, blank=""),
    FieldSpec("price", QT_TRANSLATE_NOOP("Field", "Price"), FieldKind.MONEY, width=124),
    FieldSpec("rank", QT_TRANSLATE_NOOP("Field", "Rank"), FieldKind.NUMBER, width=64),
    FieldSpec("won", QT_TRANSLATE_NOOP("Field", "Won"), FieldKind.CHECK, width=64),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=200, blank=""),
)  # fmt: skip


def _empty(today: date) -> BidDraft:
    return BidDraft(entered_on=today, stages=ladder(()))


FORM = Form(
    name="bid",
    title_new=QT_TRANSLATE_NOOP("Form", "New bid"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Bid"),
    fields=(*TENDER, *OURS),
    empty=_empty,
    get=bids.get,
    save=bids.save,
    columns=COLUMNS,
)
LINES: dict[str, tuple[tuple[FieldSpec, ...], Callable[[], Any], str]] = {
    "stages": (STAGES, StageDraft, QT_TRANSLATE_NOOP("Bid", "A stage counts from the day it has one. Where something lasts, the first day stands before the last.")),
    "lots": (LOTS, LotDraft, QT_TRANSLATE_NOOP("Bid", "Lots, each with its own price and result.")),
    "competitors": (COMPETITORS, CompetitorDraft, QT_TRANSLATE_NOOP("Bid", "Who else bid, at which price.")),
}  # fmt: skip
TABS: tuple[tuple[str, tuple[FieldSpec, ...], tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Bid", "Tender"), TENDER, ()),
    (QT_TRANSLATE_NOOP("Bid", "Stages"), (), ("stages",)),
    (QT_TRANSLATE_NOOP("Bid", "Our bid"), OURS, ()),
    (QT_TRANSLATE_NOOP("Bid", "Lots and competitors"), (), ("lots", "competitors")),
)

translate = QCoreApplication.translate


class BidDialog(RecordDialog):
    """Ctrl+PgUp and Ctrl+PgDn turn the tabs, Ctrl+S saves everything."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.body.hide()  # its fields stand on the tabs
        self.body.finished.disconnect()
        self.body.finished.connect(self._go_on)
        self.resize(1080, 660)  # Qt itself would keep to two thirds of a screen

    def extras(self) -> QWidget:
        self.lists: dict[str, LineTable] = {}
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabs.bid")
        self.tabs.setDocumentMode(True)
        for title, specs, lists in TABS:
            self.tabs.addTab(self._tab(specs, lists), translate("Bid", title))
        return self.tabs

    def _tab(self, specs: Sequence[FieldSpec], lists: Sequence[str]) -> QWidget:
        page = QWidget(self.tabs)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(field_grid((self.body.boxes[spec.name] for spec in specs), COLUMNS))
        for name in lists:
            column.addWidget(self._about(LINES[name][2], page))
            column.addWidget(self._list(name, page), 1)
        if not lists:
            column.addStretch(1)
        return page

    def _about(self, text: str, page: QWidget) -> QLabel:
        about = QLabel(translate("Bid", text), page)
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        return about

    def _list(self, name: str, page: QWidget) -> LineTable:
        specs, new, _about = LINES[name]
        made = self.lists[name] = LineTable(name, specs, new, self.desk.today, page)
        made.hide_totals()
        made.edited.connect(self.touch)
        made.left.connect(self.save_button.setFocus)
        return made

    def _go_on(self) -> None:
        """Enter in the last field of a tab: on to the next one."""
        following = self.tabs.currentIndex() + 1
        if following < self.tabs.count():
            self.tabs.setCurrentIndex(following)
            _title, specs, lists = TABS[following]
            (
                self.lists[lists[0]].begin
                if lists
                else partial(self.body.boxes[specs[0].name].widget.setFocus)
            )()
        else:
            self.save_button.setFocus()

    def _loaded(self, loaded: Any) -> None:
        super()._loaded(loaded)
        for one in self.lists.values():
            one.set_locked(self.locked)

    def fill(self, draft: BidDraft) -> None:
        super().fill(draft)
        for name, table in self.lists.items():
            table.fill(getattr(draft, name))

    def gather(self) -> BidDraft | None:
        draft: BidDraft | None = super().gather()
        lines: dict[str, Any] = {name: table.drafts() for name, table in self.lists.items()}
        for name, rows in lines.items():
            if rows is None:
                self._show(name)
                self.notice.say(self.lists[name].complaint())
                return None
        if draft is None:
            wrong = next((name for name, box in self.body.boxes.items() if box.error()), "")
            self._show(wrong)
            return None
        return replace(draft, **lines)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {name: table.kept() for name, table in self.lists.items()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore(kept)
        for name, table in self.lists.items():
            table.restore(kept.get(name, []))

    def place(self, refused: Refused) -> bool:
        part, _, cell = (refused.field or "").partition(".")
        self._show(part)
        if part in self.lists:
            self.lists[part].say(cell, sentence(refused))
            self.notice.say(sentence(refused))
            return True
        return super().place(refused)

    def _show(self, name: str) -> None:
        """Turn to the tab where a field or a list stands."""
        for number, (_title, specs, lists) in enumerate(TABS):
            if name in lists or any(spec.name == name for spec in specs):
                self.tabs.setCurrentIndex(number)
