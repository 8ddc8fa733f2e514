"""Other approvals 其他审批: whatever waits for this user and is no claim, from payroll to loans of certificates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from services import approval_reasons, office_details, office_papers
from services.permissions import Permission
from services.terms import DecidedKind, Decision
from ui.claims.act_dialog import REASON, Question
from ui.claims.return_dialog import ReturnDialog
from ui.commands import Command
from ui.errors import sentence
from ui.icons import icon
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.office.waiting_table import WaitingTable
from ui.personnel.paper_pane import tell_changes, tell_remarks, tell_steps
from ui.state import Desk
from ui.widgets.detail_pane import WIDTH, DetailPane
from ui.widgets.notice import Notice
from ui.widgets.page_actions import action_button
from ui.widgets.page_frame import page_header

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.office_details import OfficeDetail
    from services.office_papers import WaitingPaper
    from services.permissions import Actor

PAGE_OF = {
    DecidedKind.PAYROLL_RUN: "payroll",
    DecidedKind.PERSONNEL_PAPER: "personnel_papers",
    DecidedKind.INSURANCE_CHANGE: "social_insurance",
    DecidedKind.BASE_SEASON: "base_seasons",
    DecidedKind.ASSET_REQUEST: "asset_requests",
    DecidedKind.ASSET_DISPOSAL: "asset_disposals",
    DecidedKind.STOCK_TAKE: "stock_takes",
    DecidedKind.CERTIFICATE_LOAN: "certificate_loans",
}
# name, words, icon, key: the same keys as on the page of claims
ACTS = (
    ("open", QT_TRANSLATE_NOOP("Action", "Open the paper"), "eye", "Ctrl+O"),
    ("refresh", QT_TRANSLATE_NOOP("Action", "Look again"), "refresh-cw", "F5"),
    ("return", QT_TRANSLATE_NOOP("Action", "Return"), "rotate-ccw", "Ctrl+Backspace"),
    ("approve", QT_TRANSLATE_NOOP("Action", "Approve"), "check", "Ctrl+Return"),
)

translate = QCoreApplication.translate


class OfficeApprovalsPage(QWidget):
    """One list of every kind; what is decided leaves it, and the next one is selected."""

    status_changed = Signal(str)
    name = "office_approvals"
    about = QT_TRANSLATE_NOOP(
        "Page",
        "What needs your decision and is no claim appears here: payroll, personnel papers, insurance, "
        "purchases and disposals of assets, stock-takes, loans of certificates.",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName("page.office_approvals")
        self.detail: OfficeDetail | None = None
        self._asked = 0
        self.line = QLabel(self)
        self.line.setObjectName("label.headline")
        self.line.setProperty("role", "muted")
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.notice = Notice(self)
        self.table = WaitingTable(translate("Page", self.about), self)
        self.pane = DetailPane(self)
        self.acts = {name: self._action(name, words, sign, key) for name, words, sign, key in ACTS}
        self._build()
        self.table.current_paper.connect(self._ask_detail)
        self.table.opened.connect(self.open_paper)

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.pane)
        split.setStretchFactor(0, 1)
        split.setSizes([720, WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        buttons = [action_button(self.acts[name], name, self) for name in ("open", "refresh")]
        column.addLayout(page_header(translate("Page", "Other approvals"), self.line, buttons))
        column.addWidget(self.notice)
        column.addWidget(split, 1)

    def _action(self, name: str, words: str, sign: str, key: str) -> QAction:
        runs: dict[str, Callable[[], object]] = {
            "open": lambda: self.open_paper(self.table.paper()),
            "refresh": self.refresh,
            "return": self.return_,
            "approve": self.approve,
        }
        made = QAction(icon(sign), translate("Action", words), self)
        made.setObjectName(f"action.{name}")
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(runs[name])
        self.addAction(made)
        return made

    # what the window calls

    def commands(self) -> list[Command]:
        """What is possible here, for the palette."""
        where = translate("Page", "Other approvals")
        return [
            Command(f"office_approvals.{name}", self.acts[name].text(), self.acts[name].trigger, where, key, words, sign)
            for name, words, sign, key in ACTS
            if self.acts[name].isEnabled()
        ]  # fmt: skip

    def status_text(self) -> str:
        """How many wait, for the status bar."""
        return self.line.text()

    def refresh(self) -> None:
        """Look again at what waits."""
        work = partial(_waiting, self.desk.actor)
        self.desk.tasks.read(self, work, self._show, self._refused)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()
        self.refresh()

    # the list and its pane

    def _show(self, found: list[WaitingPaper]) -> None:
        self.table.show_papers(found, self.desk.today())
        words = translate("Office", "Nothing waits for you.")
        if found:
            words = translate("Office", "{count} wait for you · Ctrl+Enter approves, Ctrl+Backspace returns")
        self.line.setText(words.format(count=len(found)))
        self.status_changed.emit(self.line.text())

    def _ask_detail(self, paper: WaitingPaper | None) -> None:
        self._asked += 1
        self.detail = None
        for name in ("open", "return", "approve"):
            self.acts[name].setEnabled(False)
        if paper is None:
            self.pane.say(translate("Page", "Select a row to see its details."))
            return
        work = partial(_detail, self.desk.actor, paper, self.desk.today())
        self.desk.tasks.read(self, work, partial(self._show_detail, self._asked), self.pane.refuse)

    def _show_detail(self, asked: int, found: OfficeDetail) -> None:
        if asked != self._asked:
            return
        self.detail = found
        today = self.desk.today()
        self.pane.begin(found.id)
        self.pane.headline(f"{found.number} · {label(found.kind)}", found.title, _made_by(found))
        if found.kind is DecidedKind.PAYROLL_RUN and not self.desk.can(Permission.PAYROLL_SEE):
            self.pane.text(translate("Personnel", "The pay is shown to those who may see it."))
        tell_remarks(self.pane, iter(found.remarks))
        self.pane.section(translate("Personnel", "What changes"))
        tell_changes(self.pane, found.changes, today)
        if found.reason:
            self.pane.row(translate("Field", "Reason"), found.reason)
        tell_steps(self.pane, found.steps, found.decisions, today)
        self.pane.finish()
        for name in ("return", "approve"):
            self.acts[name].setEnabled(True)
        self.acts["open"].setEnabled(self._page_of(found.kind) is not None)
        self._show_buttons()

    def _show_buttons(self) -> None:
        back, on = (
            action_button(self.acts["return"], "return", self),
            action_button(self.acts["approve"], "approve", self),
        )
        back.setProperty("danger", True)
        on.setProperty("primary", True)
        self.pane.set_buttons([back, None, on])

    def _page_of(self, kind: DecidedKind) -> str | None:
        from ui.registry import pages_for

        known = {page.name for page in pages_for(self.desk.actor.permissions)}
        return PAGE_OF[kind] if PAGE_OF[kind] in known else None

    def open_paper(self, paper: WaitingPaper | None) -> None:
        """Show the paper on its own page."""
        page = self._page_of(paper.kind) if paper is not None else None
        if paper is not None and page is not None:
            self.desk.go(page, paper.id)

    # acts

    def approve(self) -> None:
        """Agree with the selected paper, at once."""
        if self.detail is not None:
            work = partial(_decide, self.desk.actor, self.detail, Decision.APPROVE, "", self.desk.today())
            self.desk.tasks.run(self, work, lambda _version: self._decided(), self._not_decided)

    def return_(self) -> None:
        """Ask why; reasons that were given before are one key away."""
        if self.detail is not None:
            work = partial(_reasons, self.desk.actor)
            self.desk.tasks.read(self, work, partial(self.ask_reason, self.detail))

    def ask_reason(self, found: OfficeDetail, reasons: list[str]) -> ReturnDialog:
        """The dialog of a return."""
        today = self.desk.today()

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
            _decide(actor, found, Decision.RETURN, typed.reason, today, session)

        title = translate("Personnel", "Return {number}").format(number=found.number)
        question = Question(title, translate("Personnel", "Return  Ctrl+S"), REASON, {"reason": ""})
        dialog = ReturnDialog(self.desk, question, work, reasons, self)
        dialog.saved.connect(lambda _id: self._decided())
        dialog.open()
        return dialog

    def _decided(self) -> None:
        self.notice.clear()
        self.table.setFocus()  # the button that was pressed goes away with the paper
        self.refresh()

    def _not_decided(self, refused: Refused) -> None:
        """Somebody else may have decided: then it leaves the list, too."""
        self._refused(refused)
        self.refresh()

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))


def _made_by(found: OfficeDetail) -> str:
    return translate("Office", "Made by {name}").format(name=found.made_by)


def _waiting(actor: Actor, session: Session) -> list[WaitingPaper]:
    return office_papers.waiting(session, actor)


def _detail(actor: Actor, paper: WaitingPaper, today: date, session: Session) -> OfficeDetail:
    return office_details.detail(session, actor, paper.kind, paper.id, today=today)


def _reasons(actor: Actor, session: Session) -> list[str]:
    return approval_reasons.remembered(session, actor)


def _decide(
    actor: Actor, found: OfficeDetail, decision: Decision, reason: str, today: date, session: Session
) -> Any:
    """The same click twice is the same command, and done once."""
    click = f"office.{decision.value}:{found.kind.value}:{found.id}:{found.version}:{actor.user_id}"
    return office_papers.decide(
        session, actor, found.kind, found.id, found.version, decision,
        reason=reason, command_id=click, today=today,
    )  # fmt: skip
