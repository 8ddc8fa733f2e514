"""The form of a record that has lines: fields above, one table of lines below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from services.errors import Refused
from ui.errors import sentence
from ui.widgets.fields import FieldSpec
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import RecordDialog


class RecordWithLinesDialog(RecordDialog):
    """Subclasses make `extras` of `lines_box`; the draft has its lines as `lines`, refused as `lines.<n>.<column>`."""

    lines: LineTable
    said: QLabel  # what is wrong with the lines as a whole

    def lines_box(
        self, columns: Sequence[FieldSpec], line: Callable[[], Any], height: int, top: QLayout | None = None
    ) -> QWidget:
        """The table at least this high, `top` above it, what is wrong with it below."""
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.lines = LineTable("lines", columns, line, self.desk.today, box)
        self.lines.setMinimumHeight(height)
        self.said = QLabel(box)
        self.said.setObjectName("message.lines")
        self.said.setProperty("role", "error")
        self.said.setWordWrap(True)
        self.said.hide()
        if top is not None:
            column.addLayout(top)
        column.addWidget(self.lines, 1)
        column.addWidget(self.said)
        self.lines.edited.connect(self.touch)
        self.lines.edited.connect(self.said.hide)
        return box

    def fill(self, draft: Any) -> None:
        super().fill(draft)
        self.lines.fill(draft.lines)
        self.lines.set_locked(self.locked)

    def gather(self) -> Any:
        lines = self.lines.drafts()
        if lines is None:
            self.notice.say(self.lines.complaint())
            return None
        draft = super().gather()
        return None if draft is None else replace(draft, lines=lines)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"lines": self.lines.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore({name: value for name, value in kept.items() if name != "lines"})
        self.lines.restore(kept.get("lines", []))

    def place(self, refused: Refused) -> bool:
        field = refused.field or ""
        if field.startswith("lines."):
            return self.lines.say(field.removeprefix("lines."), sentence(refused))
        if field == "lines":
            self.said.setText(self.lines_words(refused))
            self.said.show()
            return True
        return super().place(refused)

    def lines_words(self, refused: Refused) -> str:
        """What is said when the lines as a whole are refused."""
        return sentence(refused)
