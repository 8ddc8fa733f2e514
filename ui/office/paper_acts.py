"""What is done with every paper of the office: it is submitted, withdrawn, approved, or returned with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication

from services import approval_reasons, office_papers
from services.terms import DecidedKind, Decision
from ui.claims.act_dialog import REASON, Question
from ui.claims.return_dialog import ReturnDialog
from ui.widgets.confirm import ask

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.widgets.workflow_page import WorkflowPage

translate = QCoreApplication.translate


class OfficePaper(Protocol):
    """A paper as its page shows it."""

    @property
    def id(self) -> int: ...
    @property
    def version(self) -> int: ...
    @property
    def number(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PaperActs:
    """The acts on papers of a kind; `name` begins the names of its commands."""

    kind: DecidedKind
    name: str

    def command(self, page: WorkflowPage[Any], act: str, found: OfficePaper) -> str:
        """The same click twice is the same command, and done once."""
        return f"{self.name}.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"

    def submit(self, page: WorkflowPage[Any], found: OfficePaper) -> None:
        work = partial(_submit, page.desk.actor, self.kind, found, self.command(page, "submit", found))
        page.act(work, found)

    def withdraw(self, page: WorkflowPage[Any], found: OfficePaper) -> None:
        work = partial(_withdraw, page.desk.actor, self.kind, found, self.command(page, "withdraw", found))
        question = translate("Personnel", "Withdraw {number} to change it?").format(number=found.number)
        ask(page, question, translate("Personnel", "Withdraw"), lambda: page.act(work, found))

    def approve(self, page: WorkflowPage[Any], found: OfficePaper) -> None:
        page.act(self.approving(page, found), found)

    def approving(self, page: WorkflowPage[Any], found: OfficePaper) -> Callable[[Session], None]:
        """The work of an approval, for those who ask once more before."""
        return self._deciding(page, found, Decision.APPROVE)

    def return_(self, page: WorkflowPage[Any], found: OfficePaper) -> None:
        """Ask why; reasons that were given before are one key away."""
        page.desk.tasks.read(
            page, partial(_remembered, page.desk.actor), partial(self._ask_reason, page, found)
        )

    def _ask_reason(self, page: WorkflowPage[Any], found: OfficePaper, reasons: list[str]) -> None:
        decide = self._deciding(page, found, Decision.RETURN)

        def work(session: Session, _actor: Actor, typed: SimpleNamespace) -> None:
            decide(session, typed.reason)

        title = translate("Personnel", "Return {number}").format(number=found.number)
        question = Question(title, translate("Personnel", "Return  Ctrl+S"), REASON, {"reason": ""})
        dialog = ReturnDialog(page.desk, question, work, reasons, page)
        dialog.saved.connect(lambda _id: page.changed(found.id))
        dialog.open()

    def _deciding(self, page: WorkflowPage[Any], found: OfficePaper, decision: Decision) -> _Decide:
        actor, today, click = page.desk.actor, page.desk.today(), self.command(page, decision, found)

        def decide(session: Session, reason: str = "") -> None:
            office_papers.decide(
                session, actor, self.kind, found.id, found.version, decision,
                reason=reason, command_id=click, today=today,
            )  # fmt: skip

        return decide


class _Decide(Protocol):
    def __call__(self, session: Session, reason: str = "") -> None: ...


def _submit(actor: Actor, kind: DecidedKind, found: OfficePaper, click: str, session: Session) -> None:
    office_papers.submit(session, actor, kind, found.id, found.version, click)


def _withdraw(actor: Actor, kind: DecidedKind, found: OfficePaper, click: str, session: Session) -> None:
    office_papers.withdraw(session, actor, kind, found.id, found.version, reason="", command_id=click)


def _remembered(actor: Actor, session: Session) -> list[str]:
    return approval_reasons.remembered(session, actor)
