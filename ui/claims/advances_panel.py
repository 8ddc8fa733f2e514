"""The claimant's open advances in the form: what is still out, and how much of it this claim settles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from services.claim_values import OffsetDraft
from ui import theme
from ui.errors import sentence
from ui.widgets import formats
from ui.widgets.editors import MoneyEdit, UnreadableError

if TYPE_CHECKING:
    from services.advances import AdvanceRow
    from services.errors import Refused

translate = QCoreApplication.translate


class AdvancesPanel(QWidget):
    """A row per open advance: number, what is open, due day (red when over), and the amount to settle."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claim.advances")
        self._rows: dict[int, MoneyEdit] = {}
        self._wanted: dict[int, Decimal] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def fill(self, offsets: Sequence[OffsetDraft]) -> None:
        """Begin with these amounts."""
        self._wanted = {offset.advance_id: offset.amount for offset in offsets}

    def show_advances(self, advances: Sequence[AdvanceRow], today: date) -> None:
        """Show what the claimant has open; amounts typed before stay."""
        self._wanted = {**self._wanted, **{one.advance_id: one.amount for one in self.offsets(strict=False)}}
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._rows.clear()
        for row, advance in enumerate(advances):
            self._add(row, advance, today)
        self._wanted = {key: amount for key, amount in self._wanted.items() if key in self._rows}
        self.setVisible(bool(advances))

    def offsets(self, *, strict: bool = True) -> tuple[OffsetDraft, ...]:
        """What is to be settled, above zero. UnreadableError, with the cursor there, unless `strict` is off."""
        found = []
        for advance_id, editor in self._rows.items():
            try:
                amount = editor.value()
            except UnreadableError:
                if strict:
                    editor.setFocus()
                    raise
                continue
            if isinstance(amount, Decimal) and amount:
                found.append(OffsetDraft(advance_id, amount))
        return tuple(found) if self._rows else tuple(OffsetDraft(*pair) for pair in self._wanted.items())

    def say(self, refused: Refused) -> bool:
        """Mark the row a refusal is about: field `offsets.<n>.amount` or `offsets`."""
        if not self._rows or not (refused.field or "").startswith("offsets"):
            return False
        part = (refused.field or "").split(".")
        place = int(part[1]) if len(part) > 1 and part[1].isdecimal() else 0
        keys = [offset.advance_id for offset in self.offsets(strict=False)] or list(self._rows)
        editor = self._rows[keys[min(place, len(keys) - 1)]]
        editor.setProperty("wrong", True)
        editor.style().unpolish(editor)
        editor.style().polish(editor)
        editor.setToolTip(sentence(refused))
        editor.setFocus()
        return False  # the sentence itself stands in the notice above

    def set_locked(self, locked: bool) -> None:
        for editor in self._rows.values():
            editor.set_locked(locked)

    def _add(self, row: int, advance: AdvanceRow, today: date) -> None:
        words = translate("Advance", "Advance {number} · {purpose} · open {open} · due {due}").format(
            number=advance.number,
            purpose=advance.purpose,
            open=formats.money(advance.available),
            due=formats.day(advance.due_on, today),
        )
        about = QLabel(words, self)
        if advance.overdue:
            about.setText(words + "  " + translate("Advance", "overdue"))
            about.setStyleSheet(f"color: {theme.current().red.text.name()}")
        caption = QLabel(translate("Advance", "settle"), self)
        caption.setProperty("role", "muted")
        editor = MoneyEdit(self)
        editor.setObjectName(f"field.offset.{advance.number}")
        editor.setAccessibleName(words)
        editor.setFixedWidth(120)
        editor.set_value(self._wanted.get(advance.id))
        editor.edited.connect(self.edited)
        caption.setBuddy(editor)
        self._rows[advance.id] = editor
        self._grid.addWidget(about, row, 0, 1, 2)
        self._grid.addWidget(caption, row, 2)
        self._grid.addWidget(editor, row, 3)
