"""The sign-in: shown at once, ready for typing while the rest of the program is still being loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

CARD_WIDTH = 380


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody of the sample company who signs in with one click."""

    login: str
    password: str
    words: str


class SignIn(QWidget):
    """Name and password. With `login` fixed it is the lock of that user's session."""

    asked = Signal(str, str)  # login, password
    left = Signal()  # somebody else wants to sign in
    painted = Signal()  # once, when the first picture is on the screen

    def __init__(self, login: str = "", parent: QWidget | None = None, *, locked_name: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("page.sign_in")
        self._painted = False
        self._locked = bool(locked_name)
        self._card = QFrame(self)
        self._card.setProperty("role", "pane")
        self._card.setFixedWidth(CARD_WIDTH)
        self._title = QLabel(locked_name or self.tr("OpsDesk"), self._card)
        self._title.setProperty("role", "title")
        self._hint = QLabel(self._card)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._login = self._field("login", self.tr("Name"), login)
        self._password = self._field("password", self.tr("Password"), "")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._error = QLabel(self._card)
        self._error.setObjectName("error")
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._button = QPushButton(self.tr("Unlock") if self._locked else self.tr("Sign in"), self._card)
        self._button.setObjectName("action.sign_in")
        self._button.setProperty("primary", True)
        self._offers = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.say(self.tr("Locked. Enter your password to go on where you were.") if self._locked else "")

    def say(self, text: str) -> None:
        """A quiet line below the title: what is going on."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def refuse(self, text: str) -> None:
        """Why the sign-in failed; the password is typed again."""
        self.set_busy(busy=False)
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._password.selectAll()
        self._password.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While the password is looked at nothing else can be asked."""
        self._button.setEnabled(not busy)
        self._error.hide()

    def know(self, logins: Sequence[str]) -> None:
        """Complete names while they are typed; a single user needs no typing at all."""
        completer = QCompleter(list(logins), self._login)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._login.setCompleter(completer)
        if len(logins) == 1 and not self._login.text():
            self._login.setText(logins[0])

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show the people of the sample company; one click signs in."""
        for one in offers:
            button = QPushButton(one.words, self._card)
            button.setObjectName(f"offer.{one.login}")
            button.setProperty("flat", True)
            button.clicked.connect(lambda _checked=False, one=one: self._take(one))
            self._offers.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self._password if self._login.text() else self._login).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def _field(self, name: str, words: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self._card)
        field.setObjectName(f"field.{name}")
        field.setAccessibleName(words)
        field.setMaxLength(200)
        return field

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        if self._locked:
            self._login.hide()
        else:
            form.addRow(self.tr("Name"), self._login)
        form.addRow(self.tr("Password"), self._password)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(12)
        for part in (self._title, self._hint, form, self._error, self._button, self._offers):
            inside.addLayout(part) if isinstance(part, QFormLayout | QVBoxLayout) else inside.addWidget(part)
        if self._locked:
            inside.addWidget(self._leave_button())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card)
        row.addStretch(1)
        outside = QVBoxLayout(self)
        outside.addStretch(2)
        outside.addLayout(row)
        outside.addStretch(3)

    def _leave_button(self) -> QPushButton:
        button = QPushButton(self.tr("Sign in as somebody else"), self._card)
        button.setObjectName("action.leave")
        button.setProperty("flat", True)
        button.clicked.connect(self.left)
        return button

    def _connect(self) -> None:
        self._button.clicked.connect(self._ask)
        self._password.returnPressed.connect(self._ask)
        self._login.returnPressed.connect(self._password.setFocus)

    def _ask(self) -> None:
        login, password = self._login.text().strip(), self._password.text()
        if not login:
            self._login.setFocus()
        elif not password:
            self._password.setFocus()
        elif self._button.isEnabled():
            self.set_busy(busy=True)
            self.asked.emit(login, password)

    def _take(self, offer: Offer) -> None:
        self._login.setText(offer.login)
        self._password.setText(offer.password)
        self._ask()
