"""A claim or an advance while it is typed: fields, lines, the claimant's advances, and the checks as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from services.claim_actions import ClaimAction
from services.claim_details import ClaimDetail
from services.claim_values import ClaimDraft, LineDraft
from services.paper_kinds import LINED
from services.terms import PaperKind
from ui.claims import claim_work
from ui.claims.claim_body import ClaimBody
from ui.claims.claim_form import ClaimLoaded, load_claim, paper_form
from ui.claims.claim_standing import standing
from ui.errors import sentence
from ui.state import Desk
from ui.widgets.editors import UnreadableError
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.claim_check_row import Check
    from services.claimants import Claimant
    from services.errors import Refused

LOOK_MS = 350

translate = QCoreApplication.translate


class ClaimEditor(RecordDialog):
    """Shows a paper, gathers what is typed, looks at it while it is typed."""

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
        self._asked: int | None = None  # whose advances are shown
        self._goal = ""  # the check whose reason is to be typed next
        super().__init__(desk, paper_form(kind, desk.today()), record_id, parent, locked=locked, start=start)
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._finish_building()
        self._lock(locked=locked)
        screen = self.screen().availableGeometry().size() - QSize(32, 64)
        self.resize(self.sizeHint().boundedTo(screen))  # Qt alone would stop at two thirds of the screen

    def sizeHint(self) -> QSize:
        return QSize(1240, 720) if self.kind in LINED else QSize(760, 600)

    # building

    def extras(self) -> QWidget:
        self.parts = ClaimBody(self.kind, self.desk.today, self)
        self.travel, self.payment = self.parts.travel, self.parts.payment
        self.lines, self.advances, self.checks = self.parts.lines, self.parts.advances, self.parts.checks
        self.parts.edited.connect(self.touch)
        self.parts.files.changed.connect(self.look_again)
        return self.parts

    def _finish_building(self) -> None:
        self.standing = QLabel(self)
        self.standing.setObjectName("claim.standing")
        self.standing.setWordWrap(True)
        self.standing.hide()
        self.submit_button = QPushButton(translate("Claim", "Save and submit  Ctrl+Enter"), self)
        self.submit_button.setObjectName("action.submit")
        self.submit_button.setProperty("primary", True)
        self.save_button.setProperty("primary", False)
        self.save_button.setAutoDefault(False)
        for button in (self.save_button, self.submit_button):
            button.style().unpolish(button)
            button.style().polish(button)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.setSpacing(12)
        outer.insertWidget(1, self.standing)
        last = outer.itemAt(outer.count() - 1)
        row = last.layout() if last else None
        assert row is not None, "RecordDialog ends with its buttons"
        row.addWidget(self.submit_button)

    def _lock(self, *, locked: bool) -> None:
        self.locked = locked
        self.setAcceptDrops(not locked)
        self.body.set_locked(locked)
        self.parts.set_locked(locked)
        for button in (self.save_button, self.submit_button):
            button.setVisible(not locked)
        words = translate("Form", "Close") if locked else translate("Form", "Cancel")
        self.cancel_button.setText(words)

    # drafts in, drafts out

    load = staticmethod(load_claim)

    def _loaded(self, loaded: Loaded) -> None:
        self.show_loaded(loaded)
        super()._loaded(loaded)

    def show_loaded(self, loaded: Loaded) -> None:
        """What was found beside the draft."""
        assert isinstance(loaded, ClaimLoaded)
        for name, choices in loaded.line_choices.items():
            self.lines.offer(name, choices)
        if self.payment is not None:
            self.payment.watch(self.body, cast("Any", loaded.choices["payee_id"]))
        source = self.body.boxes.get("funding_source_id")
        if source is not None:  # a company without funding sources is not asked for one
            known = bool(loaded.choices.get("funding_source_id"))
            source.setEnabled(known)
            source.setVisible(known)
        self.show_paper(loaded.detail)

    def fill(self, draft: ClaimDraft) -> None:
        super().fill(draft)
        self._fill_below(draft)

    def _fill_below(self, draft: ClaimDraft) -> None:
        self.lines.fill(draft.lines)
        if self.travel is not None:
            self.travel.fill(draft.legs)
        self.advances.fill(draft.offsets)
        self.checks.fill(draft.reasons)
        self.parts.set_locked(self.locked)
        self.parts.show_sum(draft)
        self._ask_claimant(draft.claimant_id)
        self._ask_checks(draft)
        self._ask_kind(draft)

    def show_paper(self, detail: ClaimDetail | None) -> None:
        """What a stored paper has beside its draft: number, standing, invoices, files."""
        if detail is None:
            return
        self.heading.setText(f"{self.heading.text().split('  ')[0]}  {detail.number}")
        if ClaimAction.EDIT not in detail.actions and not self.locked:
            self._lock(locked=True)
        words, tone = standing(detail)
        self.standing.setText(words)
        self.standing.setProperty("tone", tone)
        self.standing.setVisible(bool(words))
        self.parts.show_invoices(detail.invoices)
        self.parts.files.show_files(self.desk, detail.id, detail.attachments, editable=not self.locked)

    def look_again(self) -> None:
        """Invoices and files of the paper as they are now; what is typed stays."""
        if self.record_id is not None:
            work = partial(claim_work.look, self.desk.actor, self.record_id, self.desk.today())
            self.desk.tasks.read(self, work, self.show_paper, self._refused)

    def gather(self) -> ClaimDraft | None:
        lines = self.lines.drafts()  # first: a cell that is still open counts
        legs = () if self.travel is None else self.travel.legs.drafts()
        draft = super().gather()
        if lines is None:
            self.notice.say(self.lines.complaint())
        elif legs is None and self.travel is not None:
            self.notice.say(self.travel.legs.complaint())
        if draft is None or lines is None or legs is None:
            return None
        try:
            offsets = self.advances.offsets()
        except UnreadableError as error:
            self.notice.say(str(error))
            return None
        return replace(self._whole(draft, lines, offsets), legs=legs)

    def _whole(self, draft: ClaimDraft, lines: Sequence[LineDraft], offsets: Any) -> ClaimDraft:
        zero = Decimal(0)
        tidy = tuple(replace(line, amount=line.amount or zero, tax=line.tax or zero) for line in lines)
        amount = draft.amount or zero
        return replace(draft, amount=amount, lines=tidy, offsets=offsets, reasons=self.checks.reasons())

    def kept(self) -> dict[str, Any]:
        """The fields, the lines with the invoices they rest on, the offsets and the reasons."""
        offsets = [[one.advance_id, str(one.amount)] for one in self.advances.offsets(strict=False)]
        legs = {} if self.travel is None else {"legs": self.travel.legs.kept()}
        return (
            super().kept()
            | legs
            | {
                "lines": self.lines.kept(),
                "offsets": offsets,
                "reasons": self.checks.reasons(),
            }
        )

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore(kept)
        if self.travel is not None:
            self.travel.legs.restore(kept.get("legs", []))
        self.lines.restore(kept.get("lines", []))
        self.advances.fill(claim_work.offsets_kept(kept))
        self.checks.fill(kept.get("reasons", {}))
        self._ask_claimant(self._claimant())

    def place(self, refused: Refused) -> bool:
        field = refused.field or ""
        if field.startswith("lines.") and self.lines.say(field.removeprefix("lines."), sentence(refused)):
            self.notice.say(sentence(refused))
            return True
        if self.travel is not None and field.startswith("legs."):
            self.notice.say(sentence(refused))
            return self.travel.legs.say(field.removeprefix("legs."), sentence(refused))
        if field.startswith("reasons."):
            self._goal = field.removeprefix("reasons.")
            self._go_to_goal()
            return False
        return self.advances.say(refused) or super().place(refused)

    def complain(self, refused: Refused) -> None:
        """Say why the paper could not be handed in, and go to what is to be mended."""
        self.place(refused)
        self.notice.say(sentence(refused))

    # while it is typed

    def touch(self) -> None:
        super().touch()
        self._look.start()

    def look(self) -> None:
        """Sum, advances and checks of what is typed now; whatever cannot be read yet is left alone."""
        if self.lines.model.is_wrong():
            return
        lines = tuple(line.draft for line in self.lines.model.lines())
        draft = self._whole(self.body.peek(self.draft), lines, self.advances.offsets(strict=False))
        if self.travel is not None:
            draft = replace(draft, legs=self.travel.peek())
        self.parts.show_sum(draft)
        if draft.claimant_id != self._asked:
            self._ask_claimant(draft.claimant_id)
        self._ask_checks(draft)
        self._ask_kind(draft)

    def _ask_kind(self, draft: ClaimDraft) -> None:
        """What the legs come to, how the contract stands."""
        for part in (self.travel, self.payment):
            if part is not None:
                part.look(self.desk, draft)

    def _claimant(self) -> int | None:
        value = self.body.peek(self.draft).claimant_id
        return value if isinstance(value, int) else None

    def _ask_claimant(self, claimant_id: int | None) -> None:
        changed, self._asked = claimant_id != self._asked and self._asked is not None, claimant_id
        if claimant_id is not None:
            today = self.desk.today()
            work = partial(claim_work.claimant, self.desk.actor, claimant_id, today, self.record_id)
            self.desk.tasks.read(self, work, partial(self._show_claimant, changed), lambda _refused: None)

    def _show_claimant(self, changed: bool, found: Claimant) -> None:
        department = self.body.boxes["department_id"].editor
        if changed or self.body.peek(self.draft).department_id is None:
            department.set_value(found.department_id)
        if self.kind in (PaperKind.CLAIM, PaperKind.TRAVEL):
            self.advances.show_advances(found.advances, self.desk.today())
            self.advances.set_locked(self.locked)

    def _ask_checks(self, draft: ClaimDraft) -> None:
        work = partial(claim_work.checks, self.desk.actor, draft, self.desk.today())
        self.desk.tasks.read(self, work, self._show_checks, lambda _refused: None)

    def _show_checks(self, checks: list[Check]) -> None:
        self.checks.show_checks(checks)
        self.checks.set_locked(self.locked)
        self._go_to_goal()

    def _go_to_goal(self) -> None:
        if self._goal and self.checks.go_to(self._goal):
            self._goal = ""
