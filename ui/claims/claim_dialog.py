"""The dialog of a claim or an advance: fields, lines, the claimant's advances, and the checks as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from models.expense_claim import PaperKind
from services import claim_checks, claimants
from services.claim_values import ClaimDraft, LineDraft, total
from services.money import in_capitals
from ui.claims.advances_panel import AdvancesPanel
from ui.claims.checks_panel import ChecksPanel
from ui.claims.claim_form import LINE_COLUMNS, ClaimLoaded, load_claim, new_line, paper_form, submitting_form
from ui.errors import sentence
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.editors import UnreadableError
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.claim_check_row import Check
    from services.claimants import Claimant
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

LOOK_MS = 350

translate = QCoreApplication.translate


class ClaimDialog(RecordDialog):
    """A claim or an advance; Ctrl+S saves the draft, Ctrl+Enter hands it in."""

    def __init__(
        self,
        desk: Desk,
        kind: PaperKind,
        record_id: int | None = None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: ClaimDraft | None = None,
    ) -> None:
        self.kind = kind
        super().__init__(desk, paper_form(kind, desk.today()), record_id, parent, locked=locked, start=start)
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self.submit_button = QPushButton(translate("Claim", "Save and submit  Ctrl+Enter"), self)
        self.submit_button.setObjectName("action.submit")
        self.submit_button.setVisible(not locked)
        self._place_submit()
        self._fit_screen()

    def sizeHint(self) -> QSize:
        return QSize(1160, 700) if self.kind is PaperKind.CLAIM else QSize(760, 520)

    # building

    def extras(self) -> QWidget:
        """Lines and advances on the left, checks on the right, the sum below."""
        self.lines = LineTable("lines", LINE_COLUMNS, new_line, self.desk.today, self)
        self.advances = AdvancesPanel(self)
        self.checks = ChecksPanel(self)
        self.sum = QLabel(self)
        self.sum.setObjectName("claim.sum")
        self.sum.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.lines.setVisible(self.kind is PaperKind.CLAIM)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.lines, 1)
        column.addWidget(self.advances)
        column.addWidget(self.sum)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.checks)
        split.setStretchFactor(0, 1)
        split.setSizes([760, 320])
        split.setChildrenCollapsible(False)
        for part in (self.lines, self.advances, self.checks):
            part.edited.connect(self.touch)
        return split

    def _place_submit(self) -> None:
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        last = outer.itemAt(outer.count() - 1)
        row = last.layout() if last else None
        assert isinstance(row, QHBoxLayout), "RecordDialog ends with its buttons"
        row.addWidget(self.submit_button)
        self.save_button.setProperty("primary", False)
        self.submit_button.setProperty("primary", True)
        for button in (self.save_button, self.submit_button):
            button.style().unpolish(button)
            button.style().polish(button)
        self.submit_button.clicked.connect(self.submit)

    def _fit_screen(self) -> None:
        """As large as the lines want; Qt alone would stop at two thirds of the screen."""
        screen = self.screen().availableGeometry().size() - QSize(32, 64)
        self.resize(self.sizeHint().boundedTo(screen))

    # drafts in, drafts out

    load = staticmethod(load_claim)

    def _loaded(self, loaded: Loaded) -> None:
        assert isinstance(loaded, ClaimLoaded)
        for name, choices in loaded.line_choices.items():
            self.lines.offer(name, choices)
        super()._loaded(loaded)

    def fill(self, draft: ClaimDraft) -> None:
        super().fill(draft)
        self.lines.fill(draft.lines)
        self.lines.set_locked(self.locked)
        self.advances.fill(draft.offsets)
        self.checks.fill(draft.reasons)
        self._show_sum(draft)
        self._ask_claimant(draft.claimant_id)
        self._ask_checks(draft)

    def gather(self) -> ClaimDraft | None:
        draft = super().gather()
        lines = self.lines.drafts()
        if draft is None or lines is None:
            return None
        try:
            offsets = self.advances.offsets()
        except UnreadableError as error:
            self.notice.say(str(error))
            return None
        return self._whole(draft, lines, offsets)

    def _whole(self, draft: ClaimDraft, lines: Sequence[LineDraft], offsets: Any) -> ClaimDraft:
        tidy = tuple(
            replace(line, amount=line.amount or Decimal(0), tax=line.tax or Decimal(0)) for line in lines
        )
        amount = draft.amount or Decimal(0)
        return replace(draft, amount=amount, lines=tidy, offsets=offsets, reasons=self.checks.reasons())

    def kept(self) -> dict[str, Any]:
        """The fields, the lines with the invoices they rest on, the offsets and the reasons."""
        return super().kept() | {
            "lines": self.lines.kept(),
            "invoices": [line.draft.invoice_id for line in self.lines.model.lines()],
            "offsets": [[one.advance_id, str(one.amount)] for one in self.advances.offsets(strict=False)],
            "reasons": self.checks.reasons(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore(kept)
        self.lines.restore(kept.get("lines", []))
        self._rest_on(kept.get("invoices", []))
        self.checks.fill(kept.get("reasons", {}))
        self._ask_claimant(self._claimant())

    def _rest_on(self, invoice_ids: Sequence[int | None]) -> None:
        """Which invoice each line rests on: nothing a cell could show."""
        lines = zip(
            self.lines.model.lines(), [*invoice_ids, *([None] * len(self.lines.model.lines()))], strict=False
        )
        kept = [replace(line, draft=replace(line.draft, invoice_id=number)) for line, number in lines]
        self.lines.model.put(tuple(kept))

    def place(self, refused: Refused) -> bool:
        field = refused.field or ""
        if field.startswith("lines.") and self.lines.say(field.removeprefix("lines."), sentence(refused)):
            self.notice.say(sentence(refused))
            return True
        if field.startswith("reasons."):
            self.checks.go_to(field.removeprefix("reasons."))
            return False
        return self.advances.say(refused) or super().place(refused)

    # while it is typed

    def touch(self) -> None:
        super().touch()
        self._look.start()

    def look(self) -> None:
        """Sum, advances and checks of what is typed now; whatever cannot be read yet is left alone."""
        draft = self._quiet()
        if draft is None:
            return
        self._show_sum(draft)
        if draft.claimant_id != self._asked:
            self._ask_claimant(draft.claimant_id)
        self._ask_checks(draft)

    def _quiet(self) -> ClaimDraft | None:
        if self.lines.model.is_wrong():
            return None
        values: dict[str, Any] = {}
        for name, box in self.body.boxes.items():
            try:
                values[name] = box.editor.value()
            except UnreadableError:
                values[name] = getattr(self.draft, name)
        lines = tuple(line.draft for line in self.lines.model.lines())
        return self._whole(replace(self.draft, **values), lines, self.advances.offsets(strict=False))

    _asked: int | None = None

    def _claimant(self) -> int | None:
        try:
            value = self.body.boxes["claimant_id"].editor.value()
        except UnreadableError:
            return None
        return value if isinstance(value, int) else None

    def _ask_claimant(self, claimant_id: int | None) -> None:
        changed, self._asked = claimant_id != self._asked and self._asked is not None, claimant_id
        if claimant_id is None:
            return
        work = partial(_claimant, self.desk.actor, claimant_id, self.desk.today(), self.record_id)
        self.desk.tasks.read(self, work, partial(self._show_claimant, changed), lambda _refused: None)

    def _show_claimant(self, changed: bool, found: Claimant) -> None:
        if changed or self.body.boxes["department_id"].editor.value() is None:
            self.body.boxes["department_id"].editor.set_value(found.department_id)
        if self.kind is PaperKind.CLAIM:
            self.advances.show_advances(found.advances, self.desk.today())
            self.advances.set_locked(self.locked)

    def _ask_checks(self, draft: ClaimDraft) -> None:
        work = partial(_checks, self.desk.actor, draft, self.desk.today())
        self.desk.tasks.read(self, work, self._show_checks, lambda _refused: None)

    def _show_checks(self, checks: list[Check]) -> None:
        self.checks.show_checks(checks)
        self.checks.set_locked(self.locked)

    def _show_sum(self, draft: ClaimDraft) -> None:
        amount = total(draft)
        settled = sum((one.amount for one in draft.offsets), Decimal(0))
        words = [translate("Claim", "Total {amount}").format(amount=formats.yuan(amount))]
        words.append("人民币" + in_capitals(amount))
        if settled:
            rest = amount - settled
            text = (
                translate("Claim", "to pay {amount}")
                if rest >= 0
                else translate("Claim", "to refund {amount}")
            )
            words.append(text.format(amount=formats.yuan(abs(rest))))
        self.sum.setText("  ·  ".join(words))

    # saving and submitting

    def save(self) -> None:
        self.form = paper_form(self.kind, self.desk.today())
        super().save()

    def submit(self) -> None:
        """Save and hand in as one act: what keeps it from being submitted leaves it here, as it was typed."""
        self.form = submitting_form(self.kind, self.desk.today())
        super().save()


def _claimant(
    actor: Actor, claimant_id: int, today: date, claim_id: int | None, session: Session
) -> Claimant:
    return claimants.find(session, actor, claimant_id, today=today, without_claim=claim_id)


def _checks(actor: Actor, draft: ClaimDraft, today: date, session: Session) -> list[Check]:
    return claim_checks.check_draft(session, actor, draft, today=today)
