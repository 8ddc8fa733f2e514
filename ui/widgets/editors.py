"""What one value is typed into: text, long text, money, days, choices, yes or no, numbers, passwords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from services.errors import Refused
from services.money import format_money, parse_amount
from ui.errors import sentence
from ui.labels import label
from ui.widgets import formats

SEVERAL_COLUMNS = 3

translate = QCoreApplication.translate


class UnreadableError(ValueError):
    """What was typed is no value; the text is the sentence to show beside the field."""


class Editor(Protocol):
    """The one way forms speak to whatever a value is typed into."""

    @property
    def edited(self) -> SignalInstance: ...
    def value(self) -> object:
        """What is typed, as a value; UnreadableError with a sentence when it is none."""

    def set_value(self, value: object) -> None: ...
    def kept(self) -> object:
        """What is typed, as JSON, to be restored after a crash."""

    def restore(self, kept: object) -> None: ...
    def set_locked(self, locked: bool) -> None: ...


class TextEdit(QLineEdit):
    """One line; blanks around it do not count."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self.edited)

    def value(self) -> object:
        return self.text().strip()

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def kept(self) -> object:
        return self.text()

    def restore(self, kept: object) -> None:
        self.setText(str(kept))

    def set_locked(self, locked: bool) -> None:
        self.setReadOnly(locked)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()


class PasswordEdit(TextEdit):
    """Dots instead of letters; blanks count, and nothing is kept over a crash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> object:
        return self.text()

    def kept(self) -> object:
        return ""


class NumberEdit(TextEdit):
    """A whole number, or nothing."""

    def value(self) -> object:
        text = self.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.lstrip("-").isdigit() and len(text) <= 9):
            raise UnreadableError(translate("Field", "Please type a whole number, for example 3."))
        return int(text)


class QuantityEdit(TextEdit):
    """Days or hours with two decimals at most, never negative; a dash is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def value(self) -> object:
        text = self.text().strip()
        if text in ("", "-", "—"):
            return None
        if not re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,2}0*)?", text):
            raise UnreadableError(translate("Field", "Please type days or hours, for example 1.5."))
        return Decimal(text)

    def set_value(self, value: object) -> None:
        super().set_value(formats.quantity(value) if isinstance(value, Decimal) else value)


class UnitsEdit(QuantityEdit):
    """A number of pieces, packs or metres with three decimals at most, never negative."""

    def value(self) -> object:
        text = self.text().strip()
        if text in ("", "-", "—"):
            return None
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,3}0*)?", text):
            raise UnreadableError(translate("Field", "Please type a quantity, for example 12 or 1.5."))
        return Decimal(text)


class MoneyEdit(TextEdit):
    """An amount in yuan; `=12*80+35` is reckoned, and the amount shown when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._tidy)

    def value(self) -> object:
        if not self.text().strip():
            return None
        try:
            return parse_amount(self.text())
        except Refused as refused:
            raise UnreadableError(sentence(refused)) from refused

    def set_value(self, value: object) -> None:
        super().set_value(format_money(value) if isinstance(value, Decimal) else value)

    def _tidy(self) -> None:
        try:
            value = self.value()
        except UnreadableError:
            return
        if isinstance(value, Decimal):
            self.setText(format_money(value))


class LongTextEdit(QPlainTextEdit):
    """Several lines; Tab leaves it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(72)
        self._filling = False
        self.textChanged.connect(self._changed)

    def _changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    def value(self) -> object:
        return self.toPlainText().strip()

    def set_value(self, value: object) -> None:
        self._filling = True
        self.setPlainText("" if value is None else str(value))
        self._filling = False

    def kept(self) -> object:
        return self.toPlainText()

    def restore(self, kept: object) -> None:
        self.set_value(kept)

    def set_locked(self, locked: bool) -> None:
        self.setReadOnly(locked)


class CheckEdit(QCheckBox):
    """Yes or no; Enter goes on like everywhere, Space changes it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self.edited)

    def value(self) -> object:
        return self.isChecked()

    def set_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def kept(self) -> object:
        return self.isChecked()

    def restore(self, kept: object) -> None:
        self.setChecked(bool(kept))

    def set_locked(self, locked: bool) -> None:
        self.setEnabled(not locked)


class ChoiceEdit(QComboBox):
    """One of a few words of ours; with `optional` also none of them."""

    edited = Signal()

    def __init__(
        self, members: Sequence[StrEnum], parent: QWidget | None = None, *, optional: bool = False
    ) -> None:
        super().__init__(parent)
        self._kind = type(members[0])
        if optional:
            self.addItem("—", None)
        for member in members:
            self.addItem(label(member), member.value)
        self.activated.connect(self.edited)

    def value(self) -> object:
        data = self.currentData()
        return self._kind(data) if data else None

    def set_value(self, value: object) -> None:
        self.setCurrentIndex(max(self.findData(str(value) if value else None), 0))

    def kept(self) -> object:
        return self.currentData()

    def restore(self, kept: object) -> None:
        self.set_value(kept)

    def set_locked(self, locked: bool) -> None:
        self.setEnabled(not locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:  # as in the day and the search field
            self.showPopup()
        else:
            super().keyPressEvent(event)


class SeveralEdit(QWidget):
    """Any number of a few words of ours, a check box each."""

    edited = Signal()

    def __init__(self, members: Sequence[StrEnum], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = type(members[0])
        self._boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        for place, member in enumerate(members):
            box = self._boxes[member.value] = QCheckBox(label(member), self)
            box.setObjectName(f"several.{member.value}")
            box.clicked.connect(self.edited)
            grid.addWidget(box, place // SEVERAL_COLUMNS, place % SEVERAL_COLUMNS)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def value(self) -> object:
        return frozenset(self._kind(name) for name, box in self._boxes.items() if box.isChecked())

    def set_value(self, value: object) -> None:
        chosen = {str(one) for one in value} if isinstance(value, Iterable) else set()
        for name, box in self._boxes.items():
            box.setChecked(name in chosen)

    def kept(self) -> object:
        return [name for name, box in self._boxes.items() if box.isChecked()]

    def restore(self, kept: object) -> None:
        self.set_value(kept)

    def set_locked(self, locked: bool) -> None:
        for box in self._boxes.values():
            box.setEnabled(not locked)
