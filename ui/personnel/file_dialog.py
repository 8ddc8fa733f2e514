"""The personnel file of a person: tabs of fields and lists, saved together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from services import bank_cards, departments, labour_contract_ends, personal_files
from services.identity_checks import filled_in
from services.permissions import Permission
from services.personal_drafts import (
    LISTS,
    CardDraft,
    DeductionDraft,
    DependantDraft,
    HealthDraft,
    OpeningItemDraft,
    PersonalFileDraft,
    PostDraft,
    TaxYearDraft,
)
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.personnel import file_fields as fields
from ui.widgets.doubts import doubt_words
from ui.widgets.fields import FieldSpec
from ui.widgets.form import field_grid
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.records import Choice
    from ui.state import Desk
    from ui.widgets.form import Form

COLUMNS = 3
# a tab: its word, its fields, its lists with what stands above each
IDENTITY = QT_TRANSLATE_NOOP("Personnel", "Identity")
POST = QT_TRANSLATE_NOOP("Personnel", "Post")
CONTRACTS = QT_TRANSLATE_NOOP("Personnel", "Contracts")
CARDS = QT_TRANSLATE_NOOP("Personnel", "Bank cards")
FAMILY = QT_TRANSLATE_NOOP("Personnel", "Family and deductions")
TAX = QT_TRANSLATE_NOOP("Personnel", "Tax year")
EDUCATION = QT_TRANSLATE_NOOP("Personnel", "Education and file")
HEALTH = QT_TRANSLATE_NOOP("Personnel", "Health")
ABOUT = {
    "posts": QT_TRANSLATE_NOOP("Personnel", "Every department and post from its day on. A change of the employee adds a line by itself."),
    "contracts": QT_TRANSLATE_NOOP("Personnel", "Contracts are written, renewed and ended on the page Labour contracts."),
    "cards": QT_TRANSLATE_NOOP("Personnel", "The card in force on the day of payment counts. A new card is a new line with its first day."),
    "dependants": QT_TRANSLATE_NOOP("Personnel", "The family whom deductions are for."),
    "deductions": QT_TRANSLATE_NOOP("Personnel", "Yuan a month. Leave the amount empty for the usual one, the last month empty while it goes on."),
    "tax_years": QT_TRANSLATE_NOOP("Personnel", "First wage: this is the first wage of the year anywhere. Opening figures are cumulative to the month named, for a company that begins in the middle of a year."),
    "opening_items": QT_TRANSLATE_NOOP("Personnel", "What the opening figures under Additional and Other are made of. The tax client asks for the year so far by item."),
    "health_checks": QT_TRANSLATE_NOOP("Personnel", "Without a day the next check is due a year later."),
}  # fmt: skip
TABS: tuple[tuple[str, tuple[FieldSpec, ...], tuple[str, ...]], ...] = (
    (IDENTITY, fields.IDENTITY, ()),
    (POST, fields.POST, ("posts",)),
    (CONTRACTS, (), ("contracts",)),
    (CARDS, (), ("cards",)),
    (FAMILY, (), ("dependants", "deductions")),
    (TAX, (), ("tax_years", "opening_items")),
    (EDUCATION, fields.EDUCATION, ()),
    (HEALTH, (), ("health_checks",)),
)
LINES: dict[str, tuple[tuple[FieldSpec, ...], Callable[[], Any]]] = {
    "posts": (fields.POSTS, PostDraft),
    "contracts": (fields.CONTRACTS, PostDraft),
    "cards": (fields.CARDS, CardDraft),
    "dependants": (fields.DEPENDANTS, DependantDraft),
    "deductions": (fields.DEDUCTIONS, DeductionDraft),
    "tax_years": (fields.TAX_YEARS, TaxYearDraft),
    "opening_items": (fields.OPENING_ITEMS, OpeningItemDraft),
    "health_checks": (fields.HEALTH, HealthDraft),
}

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FileLoaded(Loaded):
    """The file also shows contracts, and posts name departments."""

    contracts: Sequence[Any]
    departments: Sequence[Choice]


class FileDialog(RecordDialog):
    """Ctrl+PgUp and Ctrl+PgDn turn the tabs, Ctrl+S saves the whole file."""

    def __init__(
        self, desk: Desk, employee_id: int, parent: QWidget | None = None, *, locked: bool = False
    ) -> None:
        form = replace(fields.FORM, save=partial(_save, desk.today()))
        super().__init__(desk, form, employee_id, parent, locked=locked)
        self.body.finished.disconnect()
        self.body.finished.connect(self._go_on)
        self.body.hide()  # its fields stand on the tabs
        room = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(self.sizeHint().boundedTo(room))  # a dialog takes two thirds of the screen by itself

    def extras(self) -> QWidget:
        self.lists: dict[str, LineTable] = {}
        self.doubt = QLabel(self)
        self.doubt.setObjectName("label.card_doubt")
        self.doubt.setProperty("tone", "amber")
        self.doubt.setWordWrap(True)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabs.personal_file")
        self.tabs.setDocumentMode(True)
        for title, specs, lists in TABS:
            place = self.tabs.addTab(self._tab(specs, lists), translate("Personnel", title))
            self.tabs.setTabVisible(place, title != TAX or self.desk.can(Permission.PAYROLL_SEE))
        return self.tabs

    def _tab(self, specs: Sequence[FieldSpec], lists: Sequence[str]) -> QWidget:
        page = QWidget(self.tabs)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(field_grid((self.body.boxes[spec.name] for spec in specs), COLUMNS))
        for name in lists:
            about = QLabel(translate("Personnel", ABOUT[name]), page)
            about.setWordWrap(True)
            about.setProperty("role", "muted")
            column.addWidget(about)
            column.addWidget(self._list(name, page), 1)
        if "cards" in lists:
            column.addWidget(self.doubt)
        if not lists:
            column.addStretch(1)
        return page

    def _list(self, name: str, parent: QWidget) -> LineTable:
        columns, new_line = LINES[name]
        table = LineTable(name, columns, new_line, self.desk.today, parent)
        if name != "deductions":
            table.hide_totals()
        table.edited.connect(self.touch)
        table.left.connect(partial(self._after, name))
        self.lists[name] = table
        return table

    def _go_on(self) -> None:
        """Enter in the last field of a tab: its list, or the next tab."""
        below = [name for name in TABS[self.tabs.currentIndex()][2] if name in self.lists]
        if below:
            self.lists[below[0]].begin()
        else:
            self._turn(self.tabs.currentIndex() + 1)

    def _after(self, name: str) -> None:
        lists = TABS[self.tabs.currentIndex()][2]
        place = lists.index(name) + 1
        if place < len(lists):
            self.lists[lists[place]].begin()
        else:
            self._turn(self.tabs.currentIndex() + 1)

    def _turn(self, place: int) -> None:
        while place < self.tabs.count() and not self.tabs.isTabVisible(place):
            place += 1
        if place >= self.tabs.count():
            self.save_button.setFocus()
            return
        self.tabs.setCurrentIndex(place)
        _title, specs, lists = TABS[place]
        if specs:
            self.body.boxes[specs[0].name].widget.setFocus()
        else:
            self.lists[lists[0]].setFocus()

    # from the service and back

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Any, session: Session) -> FileLoaded:
        found = RecordDialog.load(form, actor, record_id, start, session)
        contracts = labour_contract_ends.of_employee(session, actor, record_id or 0)
        return FileLoaded(
            found.draft, found.choices, found.kept, contracts, departments.choices(session, actor)
        )

    def _loaded(self, loaded: Loaded) -> None:
        assert isinstance(loaded, FileLoaded)
        self.lists["posts"].offer("department_id", loaded.departments)
        self.lists["contracts"].fill(loaded.contracts)
        super()._loaded(loaded)
        for name, table in self.lists.items():
            table.set_locked(self.locked or name == "contracts")

    def fill(self, draft: PersonalFileDraft) -> None:
        super().fill(draft)
        words = translate("Personnel", "Personnel file of {name} ({number})")
        self.heading.setText(words.format(name=draft.name, number=draft.number))
        for name in LISTS:
            self.lists[name].fill(getattr(draft, name))

    def gather(self) -> PersonalFileDraft | None:
        draft: PersonalFileDraft | None = super().gather()
        if draft is None:
            self._show_wrong_field()
            return None
        found: dict[str, Any] = {}
        for name in LISTS:
            lines = self.lists[name].drafts()
            if lines is None:
                self._show_list(name)
                self.notice.say(self.lists[name].complaint())
                return None
            found[name] = tuple(_tidied(line) for line in lines)
        return replace(draft, **found)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"lists": {name: self.lists[name].kept() for name in LISTS}}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore({name: text for name, text in kept.items() if name != "lists"})
        for name, lines in kept.get("lists", {}).items():
            self.lists[name].restore(lines)

    def place(self, refused: Refused) -> bool:
        name, _, cell = (refused.field or "").partition(".")
        if name in self.lists:
            self._show_list(name)
            self.lists[name].say(cell, sentence(refused))
            self.notice.say(sentence(refused))
            return True
        for place, (_title, specs, _lists) in enumerate(TABS):
            if name in {spec.name for spec in specs}:
                self.tabs.setCurrentIndex(place)
        return super().place(refused)

    def _show_list(self, name: str) -> None:
        self.tabs.setCurrentIndex(next(n for n, tab in enumerate(TABS) if name in tab[2]))

    def _show_wrong_field(self) -> None:
        for place, (_title, specs, _lists) in enumerate(TABS):
            if any(self.body.boxes[spec.name].widget.property("wrong") for spec in specs):
                self.tabs.setCurrentIndex(place)
                return

    # what numbers say

    def _doubt(self) -> None:
        self._fill_in()
        super()._doubt()
        cards = [_tidied(line.draft) for line in self.lists["cards"].model.lines()]
        words = translate("Personnel", "Line {line}: {doubt}")
        found = bank_cards.doubts(cards)
        self.doubt.setText(
            "\n".join(words.format(line=n + 1, doubt=doubt_words(problem)) for n, problem in found)
        )
        self.doubt.setVisible(bool(found))

    def _fill_in(self) -> None:
        """Sex and birthday, as soon as a sound number stands there and they are empty."""
        typed = self.body.peek(self.draft)
        filled = filled_in(typed)
        for name in ("sex", "born_on"):
            if getattr(typed, name) is None and getattr(filled, name) is not None:
                self.body.boxes[name].editor.set_value(getattr(filled, name))

    def sizeHint(self) -> QSize:
        return QSize(1240, 660)


def _save(today: Any, session: Session, actor: Actor, draft: PersonalFileDraft) -> int:
    return personal_files.save(session, actor, draft, today=today)


def _tidied(line: Any) -> Any:
    """Text that was never typed is empty, not missing."""
    blank = {
        name: ""
        for name in line.__slots__
        if getattr(line, name) is None and isinstance(_usual(line, name), str)
    }
    return replace(line, **blank)


def _usual(line: Any, name: str) -> object:
    return type(line).__dataclass_fields__[name].default
