"""The frame of the payment dialogs: heading, what was refused, the content, buttons below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services.errors import Refused
from ui.errors import sentence
from ui.state import Desk
from ui.widgets.notice import Notice

translate = QCoreApplication.translate


class PaymentDialog(QDialog):
    """Ctrl+S does what the blue button does, Esc closes."""

    def __init__(self, desk: Desk, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(f"dialog.{name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.heading = QLabel(title, self)
        self.heading.setProperty("role", "title")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.notice = Notice(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 16, 24, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.notice)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)

    def finish(self, *right: QPushButton, left: tuple[QPushButton, ...] = ()) -> None:
        """The row of buttons: what is done with a selection on the left, what ends the dialog on the right."""
        for button in left:
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        for button in right:
            self.buttons.addWidget(button)
        self.column.addLayout(self.buttons)

    def button(
        self, name: str, words: str, *, primary: bool = False, danger: bool = False, keys: str = ""
    ) -> QPushButton:
        """A button called `action.<name>`, with a key when `keys` says one."""
        made = QPushButton(words, self)
        made.setObjectName(f"action.{name}")
        made.setProperty("primary", primary)
        made.setProperty("danger", danger)
        made.setAutoDefault(False)
        if keys:
            QShortcut(QKeySequence(keys), self).activated.connect(made.click)
        return made

    def close_button(self, words: str = "") -> QPushButton:
        made = self.button("cancel", words or translate("Form", "Cancel"))
        made.clicked.connect(self.reject)
        return made

    def refuse(self, refused: Refused) -> None:
        """What went wrong, above the content."""
        self.notice.say(sentence(refused))


def muted(parent: QWidget, name: str) -> QLabel:
    """A grey line that is filled in later."""
    made = QLabel(parent)
    made.setObjectName(f"label.{name}")
    made.setProperty("role", "muted")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
