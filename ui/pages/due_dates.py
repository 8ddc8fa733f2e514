"""Due dates 到期提醒: everything that is due over certificates, bids and assets until somebody has handled it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from services import reminders
from services.due_model import DueKind, DueState
from ui.commands import Command
from ui.due import due_acts
from ui.due.due_table import DueTable
from ui.due.due_words import ASSETS, BIDS, CASES, CERTIFICATES, left_words, shade, state_words, what_words
from ui.errors import sentence
from ui.icons import icon
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets.chips import ChipBar
from ui.widgets.detail_pane import WIDTH, DetailPane
from ui.widgets.notice import Notice
from ui.widgets.page_actions import action_button
from ui.widgets.page_frame import page_header
from ui.widgets.plain_table import export_rows, print_rows

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.due_model import DueDate
    from services.errors import Refused
    from services.permissions import Actor

type Keep = Callable[[DueDate], bool]

# name, words, icon, key
ACTS = (
    ("print", QT_TRANSLATE_NOOP("Action", "Print what is shown"), "printer", "Ctrl+P"),
    ("export", QT_TRANSLATE_NOOP("Action", "Export what is shown"), "file-spreadsheet", "Ctrl+E"),
    ("refresh", QT_TRANSLATE_NOOP("Action", "Look again"), "refresh-cw", "F5"),
    ("open", QT_TRANSLATE_NOOP("Action", "Open the record"), "eye", "Ctrl+O"),
    ("make_case", QT_TRANSLATE_NOOP("Action", "Make a case"), "clipboard-list", "Ctrl+N"),
    ("snooze", QT_TRANSLATE_NOOP("Action", "Put off"), "clock", "Ctrl+Backspace"),
    ("wake", QT_TRANSLATE_NOOP("Action", "Remind again"), "rotate-ccw", ""),
    ("settle", QT_TRANSLATE_NOOP("Action", "It is back"), "check", ""),
    ("handled", QT_TRANSLATE_NOOP("Action", "Handled"), "check", "Ctrl+Return"),
)
OF_ONE = ("open", "make_case", "snooze", "wake", "settle", "handled")
SETTLED = {  # what is settled at its own record only
    DueKind.LOAN_BACK: QT_TRANSLATE_NOOP("Action", "It is back"),
    DueKind.ASSET_BACK: QT_TRANSLATE_NOOP("Action", "It is back"),
    DueKind.DEPOSIT_BACK: QT_TRANSLATE_NOOP("Action", "It is back"),
    DueKind.DEPOSIT_DUE: QT_TRANSLATE_NOOP("Action", "To the deposit"),
    DueKind.CASE: QT_TRANSLATE_NOOP("Action", "Finish"),
    DueKind.UNREADABLE: QT_TRANSLATE_NOOP("Action", "Correct it"),
}
CHIPS: dict[str, tuple[str, Keep]] = {
    "waiting": (QT_TRANSLATE_NOOP("Register", "To handle"), reminders.presses),
    "overdue": (QT_TRANSLATE_NOOP("Register", "Overdue"), lambda one: one.state is DueState.OVERDUE),
    "certificates": (QT_TRANSLATE_NOOP("Register", "Certificates"), lambda one: one.kind in CERTIFICATES and one.state in reminders.WAITING),
    "cases": (QT_TRANSLATE_NOOP("Register", "Cases"), lambda one: one.kind in CASES and one.state in reminders.WAITING),
    "bids": (QT_TRANSLATE_NOOP("Register", "Bids"), lambda one: one.kind in BIDS and one.state in reminders.WAITING),
    "assets": (QT_TRANSLATE_NOOP("Register", "Lent and warranties"), lambda one: one.kind in ASSETS and one.state in reminders.WAITING),
    "snoozed": (QT_TRANSLATE_NOOP("Register", "Put off"), lambda one: one.state is DueState.SNOOZED),
    "coming": (QT_TRANSLATE_NOOP("Register", "Next 90 days"), lambda one: one.is_start or 0 <= one.days_left <= 90),
}  # fmt: skip

translate = QCoreApplication.translate


class DueDatesPage(QWidget):
    """One list over everything; what is handled leaves it, and the next one is selected."""

    status_changed = Signal(str)
    name = "due_dates"
    about = QT_TRANSLATE_NOOP(
        "Page", "What ends, is to be handed in or comes back, until somebody has handled it."
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName("page.due_dates")
        self.found: Sequence[DueDate] = ()
        self.chip = "waiting"
        self.line = QLabel(self)
        self.line.setObjectName("label.headline")
        self.line.setProperty("role", "muted")
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.notice = Notice(self)
        self.chips = ChipBar(self)
        self.chips.set_chips([(name, translate("Register", words)) for name, (words, _keep) in CHIPS.items()])
        self.table = DueTable(self)
        self.pane = DetailPane(self)
        self.acts = {name: self._action(name, words, sign, key) for name, words, sign, key in ACTS}
        self._build()
        self.chips.chips_changed.connect(self.choose)
        self.table.current_due.connect(self._show_one)
        self.table.opened.connect(self.open_due)

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.pane)
        split.setStretchFactor(0, 1)
        split.setSizes([760, WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        buttons = [action_button(self.acts[name], name, self) for name in ("print", "export", "refresh")]
        column.addLayout(page_header(translate("Page", "Due dates"), self.line, buttons))
        column.addWidget(self.notice)
        column.addWidget(self.chips)
        column.addWidget(split, 1)

    def _action(self, name: str, words: str, sign: str, key: str) -> QAction:
        made = QAction(icon(sign), translate("Action", words), self)
        made.setObjectName(f"action.{name}")
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(getattr(self, f"{name}_"))
        self.addAction(made)
        return made

    # what the window calls

    def commands(self) -> list[Command]:
        """What is possible here, for the palette."""
        where = translate("Page", "Due dates")
        return [
            Command(f"due_dates.{name}", self.acts[name].text(), self.acts[name].trigger, where, key, words, sign)
            for name, words, sign, key in ACTS
            if self.acts[name].isEnabled()
        ]  # fmt: skip

    def status_text(self) -> str:
        """How many are shown, for the status bar."""
        return translate("Certificates", "{count} dates").format(count=len(self.table.dues))

    def refresh(self) -> None:
        """Look again at everything that is due."""
        work = partial(_board, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show, self._refused)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()
        self.refresh()

    def choose(self, name: str) -> None:
        """Show the dates of a chip."""
        self.chip = name
        self._show(self.found)

    # the list and its pane

    def _show(self, found: Sequence[DueDate]) -> None:
        self.found = found
        self.notice.clear()
        self.chips.set_counts({name: sum(map(keep, found)) for name, (_words, keep) in CHIPS.items()})
        keep = CHIPS[self.chip][1]
        self.table.show_dues([one for one in found if keep(one)], self.desk.today())
        waiting = [one for one in found if reminders.presses(one)]
        parts = [
            words.format(count=count)
            for count, words in (
                (sum(one.days_left < 0 for one in waiting), translate("Certificates", "{count} overdue")),
                (sum(0 <= one.days_left <= 7 for one in waiting), translate("Certificates", "{count} within 7 days")),
                (sum(7 < one.days_left <= 30 for one in waiting), translate("Certificates", "{count} within 30 days")),
                (sum(one.days_left > 30 for one in waiting), translate("Certificates", "{count} later")),
            )
            if count
        ]  # fmt: skip
        self.line.setText(" · ".join(parts) or translate("Page", self.about))
        self.status_changed.emit(self.status_text())

    def _show_one(self, one: DueDate | None) -> None:
        for name in OF_ONE:
            self.acts[name].setEnabled(False)
        if one is None:
            self.pane.say(translate("Certificates", "Nothing is due here."))
            return
        self.pane.begin(one.record_id)
        self.pane.headline(f"{label(one.kind)} · {state_words(one)}", what_words(one), one.title)
        words = f"{one.on_day.isoformat()} · {left_words(one)}"
        tone = shade(one)
        self.pane.row(translate("Register", "Day"), words, tone="" if tone == "muted" else tone)
        for heading, value in (
            (translate("Field", "Number"), one.number),
            (translate("Field", "Person in charge"), one.owner),
            (translate("Certificates", "Reminded since"), _since(one)),
        ):
            if value:
                self.pane.row(heading, value)
        if one.state is DueState.SNOOZED:
            put_off = translate("Certificates", "Put off {until}: {reason}")
            self.pane.check("warn", put_off.format(until=state_words(one), reason=one.reason))
        self.pane.finish()
        self._allow(one)

    def _allow(self, one: DueDate) -> None:
        may = self.desk.can(reminders.EDITS[one.record_kind])
        snoozed = one.state is DueState.SNOOZED
        self.acts["open"].setEnabled(self._knows(one.page))
        self.acts["make_case"].setEnabled(may and reminders.case_of(one) is not None)
        self.acts["snooze"].setEnabled(may and not snoozed and one.kind is not DueKind.UNREADABLE)
        self.acts["wake"].setEnabled(may and snoozed)
        settled = SETTLED.get(one.kind)
        self.acts["handled"].setEnabled(may and settled is None)
        self.acts["settle"].setEnabled(may and settled is not None and self._knows(one.page))
        self.acts["settle"].setText(translate("Action", settled or ACTS[-1][1]))
        shown = [name for name in OF_ONE if self.acts[name].isEnabled()]
        buttons = {name: action_button(self.acts[name], name, self) for name in shown}
        for name in ("handled", "settle"):
            if name in buttons:
                buttons[name].setProperty("primary", True)
        self.pane.set_buttons([buttons[name] for name in shown])

    def _knows(self, name: str) -> bool:
        from ui.registry import pages_for

        return any(page.name == name for page in pages_for(self.desk.actor.permissions))

    # acts

    def open_due(self, one: DueDate | None) -> None:
        """Show the record on its own page."""
        if one is not None and self._knows(one.page):
            self.desk.go(one.page, one.page_id)

    def open_(self) -> None:
        self.open_due(self.table.due())

    def refresh_(self) -> None:
        self.refresh()

    def make_case_(self) -> None:
        self._with_one(lambda one: due_acts.make_case(self.desk, self, one))

    def snooze_(self) -> None:
        self._with_one(lambda one: due_acts.ask_snooze(self.desk, self, one, self.refresh))

    def wake_(self) -> None:
        self._with_one(lambda one: due_acts.wake(self.desk, self, one, self.refresh))

    def settle_(self) -> None:
        """What is out comes back, what is open is finished: at its own record, where the act asks what it must."""
        self.open_()

    def handled_(self) -> None:
        self._with_one(lambda one: due_acts.ask_handled(self.desk, self, one, self.refresh))

    def _with_one(self, act: Callable[[DueDate], object]) -> None:
        one = self.table.due()
        if one is not None:
            act(one)

    def print_(self) -> None:
        """The list as a sheet."""
        title = translate("Page", "Due dates")
        rows = self.table.texts(self.desk.today())
        print_rows(self.desk, self, title, self.table.headings(), rows, subtitle=self.line.text())

    def export_(self) -> None:
        """The list as .xlsx."""
        rows = self.table.texts(self.desk.today())
        export_rows(self.desk, self, translate("Page", "Due dates"), self.table.headings(), rows)

    def _refused(self, refused: Refused) -> None:
        """What is shown is not what is due now: say so, rather than show nothing."""
        self.line.setText(translate("Certificates", "The due dates could not be read."))
        self.notice.say(sentence(refused))


def _since(one: DueDate) -> str:
    """Which of its levels has been reached."""
    if not one.level:
        return ""
    return translate("Certificates", "{count} days before").format(count=one.level)


def _board(actor: Actor, today: date, session: Session) -> list[DueDate]:
    return reminders.board(session, actor, today=today)
