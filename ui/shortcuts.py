"""F1: every key on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

_HEIGHT = 680  # with the frame of the window it fits a screen of 768
_FRAME = 60  # title bar and edges


def sequences(keys: str) -> list[QKeySequence]:
    """The keys of an action; both Enter keys, shown by the name that stands on them."""
    both = [keys.replace("Return", "Enter"), keys] if "Return" in keys else [keys]
    return [QKeySequence(one) for one in both]


class ShortcutSheet(QDialog):
    """What the keyboard can do here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._sheet())
        column.addWidget(buttons)
        self.resize(
            self.sizeHint().width(), min(_HEIGHT, self.screen().availableGeometry().height() - _FRAME)
        )

    def _sheet(self) -> QScrollArea:
        """Every key with its words; as wide as they are, and scrolling where the screen is low."""
        body = QWidget(self)
        body.setProperty("role", "body")
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(32)
        form.setVerticalSpacing(8)
        for keys, words in self._keys():
            key = QLabel(keys, body)
            key.setProperty("role", "strong")
            form.addRow(key, QLabel(words, body))
        scroll = QScrollArea(self)
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(body.sizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        return scroll

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+K", self.tr("Find a tab, an action or a paper")),
            ("Ctrl+1 … Ctrl+9", self.tr("Go to a tab")),
            ("Ctrl+F", self.tr("Search on the page")),
            ("Ctrl+N", self.tr("New record")),
            ("Enter", self.tr("Open the selected row; in a form go to the next field")),
            (self.tr("Space"), self.tr("Peek at the selected row")),
            ("F4", self.tr("Show or hide the details")),
            ("Del", self.tr("Remove, after asking")),
            ("Ctrl+C", self.tr("Copy the selected rows as a table")),
            ("Ctrl+Shift+E", self.tr("Export the selected rows")),
            ("Alt+1 … Alt+9", self.tr("Show a saved view; Alt+0 shows the list without one")),
            ("Ctrl+Shift+S", self.tr("Save what the list shows as a view")),
            ("Ctrl+Enter", self.tr("Submit, approve or pay the selected papers")),
            ("Ctrl+Backspace", self.tr("Return the selected paper; 1 to 9 picks a reason given before")),
            ("F8", self.tr("On Approvals: the pages of the invoices, large")),
            ("Ctrl+R", self.tr("Refer the paper to somebody else")),
            ("Ctrl+G", self.tr("Ask for one more signer")),
            ("Ctrl+M", self.tr("Remind whoever has the paper")),
            ("Ctrl+Shift+T", self.tr("New travel claim; in it F7 puts the allowance into the lines")),
            ("Ctrl+Shift+F", self.tr("New payment request")),
            ("Ctrl+Shift+Y", self.tr("Repayment of the selected advance")),
            ("Ctrl+Shift+U", self.tr("Add the invoice that a paid request still owes")),
            ("Ctrl+J", self.tr("On Fixed assets and Stock-takes: scan a label")),
            ("Ctrl+S", self.tr("Save the form")),
            ("Esc", self.tr("Leave the form; asks if something was typed")),
            ("Ctrl+B", self.tr("Fold the tabs to icons")),
            ("Ctrl+L", self.tr("Lock")),
            ("Ctrl+Q", self.tr("Quit")),
        ]
