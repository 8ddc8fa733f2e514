"""Title, paper, strips a page, note and signature line of a printed pay paper; what is wrong stands below its field."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from services.pay_template_edit import PER_PAGE
from services.pay_template_words import MARKS
from services.pay_templates import PayPaper
from ui.icons import icon
from ui.labels import label
from ui.payments.frame import muted
from ui.payroll.template_columns import TemplateColumns
from ui.widgets.print_settings import paper_words

if TYPE_CHECKING:
    from services.pay_template_edit import TemplateView
    from services.pay_templates import PayTemplate

FIELDS = ("title", "per_page", "columns", "note", "signatures")
_BETWEEN = re.compile(r"[/／、]")

translate = QCoreApplication.translate


class TemplateForm(QWidget):
    """`edited` with every change, `chosen` when another paper is to be looked at."""

    edited = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = self._combo("paper_kind", translate("Payroll", "Printed paper"))
        for paper in PayPaper:
            self.kind.addItem(label(paper), paper)
        self.size_box = self._combo("paper_size", translate("Payroll", "Paper size"))
        self.per_page = QSpinBox(self)
        self.per_page.setObjectName("field.per_page")
        self.per_page.setAccessibleName(translate("Field", "Strips a page"))
        self.per_page.setRange(PER_PAGE.start, PER_PAGE.stop - 1)
        self.title = self._line("title", translate("Payroll", "Title"))
        self.note = self._line("note", translate("Payroll", "Note at the foot"))
        self.signatures = self._line("signatures", translate("Payroll", "Signature line"))
        self.columns = TemplateColumns(self)
        self.errors = {name: self._error(name) for name in FIELDS}
        self.per_page_label = QLabel(translate("Field", "Strips a page"), self)
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _place: self.chosen.emit(self.kind.currentData()))
        self.size_box.currentIndexChanged.connect(lambda _place: self.edited.emit())
        self.per_page.valueChanged.connect(lambda _many: self.edited.emit())
        self.columns.edited.connect(self.edited)
        for line in (self.title, self.note, self.signatures):
            line.textEdited.connect(lambda _text: self.edited.emit())

    def fill(self, view: TemplateView, *, editable: bool) -> None:
        """Show a template."""
        wanted = view.template
        self.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(wanted.paper))
        self.size_box.clear()
        for name in view.sizes:
            self.size_box.addItem(paper_words(name), name)
        self.size_box.setCurrentIndex(max(self.size_box.findData(wanted.size), 0))
        self.title.setText(wanted.title)
        self.note.setText(wanted.note)
        self.signatures.setText(" / ".join(wanted.signatures))
        for line in (self.title, self.note, self.signatures):
            line.setCursorPosition(0)
        self.per_page.setValue(wanted.per_page or self.per_page.value())
        strips = wanted.paper is PayPaper.STRIPS
        self.per_page.setVisible(strips)
        self.per_page_label.setVisible(strips)
        self.columns.with_widths(shown=wanted.paper is not PayPaper.SLIP)
        self.columns.fill(wanted.columns, view.words)
        for shown in (self._signed, self.signatures, self._signed_hint):
            shown.setVisible(not strips)
        self.blockSignals(False)
        for field in (self.size_box, self.title, self.note, self.signatures, self.per_page, self.columns):
            field.setEnabled(editable)
        self.say_errors({})

    def typed(self, before: PayTemplate) -> PayTemplate:
        """The template as it is typed now."""
        strips = before.paper is PayPaper.STRIPS
        words = tuple(part.strip() for part in _BETWEEN.split(self.signatures.text()) if part.strip())
        return replace(
            before,
            title=self.title.text().strip(),
            size=str(self.size_box.currentData()),
            note=self.note.text().strip(),
            signatures=() if strips else words,
            per_page=self.per_page.value() if strips else before.per_page,
            columns=self.columns.columns(),
        )

    def say_errors(self, said: dict[str, str]) -> None:
        """What is wrong, below its field; nothing below the others."""
        for name, place in self.errors.items():
            place.setText(said.get(name, ""))
            place.setVisible(name in said)

    # building

    def _combo(self, name: str, words: str) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName(f"field.{name}")
        made.setAccessibleName(words)
        return made

    def _line(self, name: str, words: str) -> QLineEdit:
        made = QLineEdit(self)
        made.setObjectName(f"field.{name}")
        made.setAccessibleName(words)
        return made

    def _error(self, name: str) -> QLabel:
        made = QLabel(self)
        made.setObjectName(f"error.{name}")
        made.setProperty("tone", "red")
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.hide()
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        paper = QHBoxLayout()
        paper.setSpacing(8)
        for widget in (self.kind, self.size_box, self.per_page_label, self.per_page):
            paper.addWidget(widget)
        paper.addStretch(1)
        grid.addWidget(QLabel(translate("Payroll", "Printed paper"), self), 0, 0)
        grid.addLayout(paper, 0, 1)
        grid.addWidget(self.errors["per_page"], 1, 1)
        grid.addWidget(QLabel(self.title.accessibleName(), self), 2, 0)
        grid.addWidget(self.title, 2, 1)
        grid.addWidget(self.errors["title"], 3, 1)
        marks = muted(self, "marks")
        words = translate("Payroll", "Filled in when it is printed: {marks}")
        marks.setText(words.format(marks=" ".join(MARKS)))
        grid.addWidget(marks, 4, 1)
        below = QGridLayout()
        below.setHorizontalSpacing(12)
        below.setVerticalSpacing(6)
        below.setColumnStretch(1, 1)
        below.addWidget(QLabel(self.note.accessibleName(), self), 0, 0)
        below.addWidget(self.note, 0, 1)
        below.addWidget(self.errors["note"], 1, 1)
        self._signed, self._signed_hint = (
            QLabel(self.signatures.accessibleName(), self),
            muted(self, "signed"),
        )
        self._signed_hint.setText(self._hint())
        below.addWidget(self._signed, 2, 0)
        below.addWidget(self.signatures, 2, 1)
        below.addWidget(self.errors["signatures"], 3, 1)
        below.addWidget(self._signed_hint, 4, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.columns, 1)
        column.addWidget(self.errors["columns"])
        column.addLayout(self._movers())
        column.addLayout(below)

    def _hint(self) -> str:
        words = translate("Payroll", "Parted by “/”. Who did it is filled in behind {known}.")
        return words.format(known="制表、复核、审批、发放")

    def _movers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        told = muted(self, "left_out")
        told.setText(translate("Payroll", "A column in which nobody has anything is left out by itself."))
        row.addWidget(told, 1)
        for name, sign, words, step in (
            ("move_up", "arrow-up", translate("Payroll", "Up (Ctrl+Up)"), -1),
            ("move_down", "arrow-down", translate("Payroll", "Down (Ctrl+Down)"), 1),
        ):
            made = QToolButton(self)
            made.setObjectName(f"action.{name}")
            made.setIcon(icon(sign))
            made.setToolTip(words)
            made.setAccessibleName(words)
            made.clicked.connect(lambda _on=False, step=step: self.columns.shift(step))
            row.addWidget(made)
        return row
