"""The first start: the sample company, an empty company, or a backup."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import icons

WIDTH = 560
WHOLE_NUMBER = 18


class ChoiceButton(QPushButton):
    """A big button with a headline and a sentence."""

    def __init__(self, name: str, icon: str, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"choice.{name}")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        picture, head, text = QLabel(self), QLabel(title, self), QLabel(sentence, self)
        picture.setPixmap(icons.icon(icon, "accent").pixmap(QSize(24, 24)))
        picture.setFixedWidth(32)
        head.setProperty("role", "strong")
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(head)
        words.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in (picture, head, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As high as the sentence needs; the style sheet knows buttons of one line only."""
        layout = self.layout()
        assert layout is not None
        return QSize(WIDTH, max(84, layout.heightForWidth(WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FirstStart(QWidget):
    """Three choices; the empty company asks four questions."""

    sample_chosen = Signal()
    empty_chosen = Signal(dict)  # company, tax_id, name, login, password
    backup_chosen = Signal(str)

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.first_start")
        self._fields: dict[str, QLineEdit] = {}
        self._errors: dict[str, QLabel] = {}
        self._stack = QStackedWidget(self)
        self._stack.setFixedWidth(WIDTH)
        self._stack.addWidget(self._choices(place))
        self._stack.addWidget(self._questions())
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._stack)
        row.addStretch(1)

    def refuse(self, field: str | None, text: str) -> None:
        """Say what is wrong beside the question it belongs to."""
        for label in self._errors.values():
            label.hide()
        self._doubt()
        asking = self._stack.currentIndex() == 1
        place = field if field in self._fields else "password"
        label = self._errors[place if asking else "start"]
        label.setText(text)
        label.show()
        if asking:
            self._fields[place].setFocus()

    def _choices(self, place: str) -> QWidget:
        page, column = _column(self)
        column.addWidget(_label(self.tr("Welcome to OpsDesk"), "title"))
        column.addWidget(_label(self.tr("How would you like to begin?"), "muted"))
        column.addSpacing(8)
        for name, icon, title, sentence, run in self._offers():
            button = ChoiceButton(name, icon, title, sentence, page)
            button.setFixedHeight(button.sizeHint().height())
            button.clicked.connect(run)
            column.addWidget(button)
        self._errors["start"] = _label("", "error")
        self._errors["start"].setObjectName("error.start")
        self._errors["start"].setWordWrap(True)
        self._errors["start"].hide()
        column.addWidget(self._errors["start"])
        where = _label(self.tr("Data will be kept in {place}").format(place=place), "muted")
        where.setWordWrap(True)
        column.addWidget(where)
        column.addStretch(3)
        return page

    def _offers(self) -> list[tuple[str, str, str, str, Callable[[], object]]]:
        return [
            (
                "sample", "boxes", self.tr("Look around in a sample company"),
                self.tr("35 people and a year of claims, made up. Everything can be tried, nothing can be broken."),
                self.sample_chosen.emit,
            ),
            (
                "empty", "building", self.tr("Begin with your own company"),
                self.tr("Four questions, then you are signed in as its administrator."), self._ask,
            ),
            (
                "backup", "rotate-ccw", self.tr("Open a backup"),
                self.tr("Go on with the data of another computer, or from before."), self._choose_backup,
            ),
        ]  # fmt: skip

    def _questions(self) -> QWidget:
        page, column = _column(self)
        column.addWidget(_label(self.tr("Your company"), "title"))
        column.addWidget(_label(self.tr("All of it can be changed later."), "muted"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("1. Which company is it?"), self._company())
        for name, words, hint in self._asked():
            form.addRow(words, self._field(name, words, hint))
        self._fields["password"].setEchoMode(QLineEdit.EchoMode.Password)
        self._errors["tax_id"].setProperty("role", "")
        self._errors["tax_id"].setProperty("tone", "amber")  # only ever a doubt
        self._fields["tax_id"].textChanged.connect(lambda: self._doubt(typing=True))
        self._fields["tax_id"].editingFinished.connect(self._doubt)
        column.addLayout(form)
        column.addLayout(self._buttons())
        column.addStretch(3)
        return page

    def _company(self) -> QWidget:
        """One question of two fields, in one frame."""
        name, number = self.tr("Its name"), self.tr("Its tax number")
        group = QFrame(self)
        group.setObjectName("group.company")
        group.setProperty("role", "pane")
        form = QFormLayout(group)
        form.setContentsMargins(12, 8, 12, 4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(name, self._field("company", name, self.tr("as on its invoices")))
        hint = self.tr("18 letters and digits; invoices are checked against it")
        form.addRow(number, self._field("tax_id", number, hint))
        return group

    def _doubt(self, *, typing: bool = False) -> None:
        """Warn of a tax number that looks mistyped; it is taken all the same."""
        from services.invoices.numbers import tax_id_problem
        from ui.widgets.doubts import doubt_words

        text = self._fields["tax_id"].text().strip()
        problem = tax_id_problem(text) if text else None
        label = self._errors["tax_id"]
        label.setText(doubt_words(problem) if problem else "")
        label.setVisible(problem is not None and not (typing and len(text) < WHOLE_NUMBER))

    def _asked(self) -> list[tuple[str, str, str]]:
        return [
            ("name", self.tr("2. What is your name?"), ""),
            (
                "login",
                self.tr("3. What will you type to sign in?"),
                self.tr("short, for example your initials"),
            ),
            ("password", self.tr("4. Your password"), self.tr("at least eight characters")),
        ]

    def _field(self, name: str, words: str, hint: str) -> QWidget:
        field = QLineEdit(self)
        field.setObjectName(f"field.{name}")
        field.setAccessibleName(words)
        field.setPlaceholderText(hint)
        field.setMaxLength(200)
        field.returnPressed.connect(self._next)
        error = _label("", "error")
        error.setObjectName(f"error.{name}")
        error.setWordWrap(True)
        error.hide()
        self._fields[name], self._errors[name] = field, error
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(field)
        column.addWidget(error)
        return both

    def _buttons(self) -> QHBoxLayout:
        back, go = QPushButton(self.tr("Back"), self), QPushButton(self.tr("Begin"), self)
        back.setObjectName("action.back")
        go.setObjectName("action.begin")
        go.setProperty("primary", True)
        back.clicked.connect(lambda: self._stack.setCurrentIndex(0))
        go.clicked.connect(self._begin)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(go)
        return row

    def _ask(self) -> None:
        self._stack.setCurrentIndex(1)
        self._fields["company"].setFocus()

    def _next(self) -> None:
        here = self.focusWidget()
        names = list(self._fields)
        place = next((names.index(name) for name, field in self._fields.items() if field is here), 0)
        if place + 1 < len(names):
            self._fields[names[place + 1]].setFocus()
        else:
            self._begin()

    def _begin(self) -> None:
        self.empty_chosen.emit({name: field.text() for name, field in self._fields.items()})

    def _choose_backup(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a backup"))
        dialog.setObjectName("dialog.backup")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("OpsDesk backups (*.db)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.backup_chosen)
        dialog.open()


def _column(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    page = QFrame(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addStretch(2)
    return page, column


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    return label
