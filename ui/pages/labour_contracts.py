"""Labour contracts 劳动合同: written in time, renewed, changed, ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import attachments, audit, labour_contract_ends, labour_contracts, labour_law
from services.labour_contract_rules import BESIDE
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.personnel.contract_dialog import FORM, ContractDialog, ask_end
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.database import Session
    from services.labour_contract_ends import ContractHeadline
    from services.labour_contract_rules import ContractDraft
    from services.permissions import Actor

NAMES_SHOWN = 3
KIND = labour_contracts.REGISTER.name
_EDIT = (Permission.PERSONNEL_EDIT,)

translate = QCoreApplication.translate


def _to(row: RowValues, today: date) -> tuple[str, str | None]:
    """The last day: red when it is past and nothing follows, amber within sixty days."""
    day, ended = row["to_on"], row["ended_on"]
    if day is None:
        return translate("Personnel", "no end"), "muted"
    shown = formats.day(day, today)
    if ended is not None or row["follower"]:
        return shown, "muted"
    if day < today:
        return translate("Personnel", "{day}, expired").format(day=shown), "red"
    return shown, "amber" if day <= today + labour_contracts.ENDS_WITHIN else None


def _signed(row: RowValues, today: date) -> tuple[str, str | None]:
    """Red when a month has passed without a signature."""
    if row["signed_on"] is not None:
        return formats.day(row["signed_on"], today), None
    due = labour_law.contract_due(row["from_on"])
    if row["kind"] in BESIDE:
        return translate("Personnel", "not signed"), "amber"
    if due < today:
        late = (today - due).days
        return translate("Personnel", "{days} d late").format(days=late), "red"
    return translate("Personnel", "by {day}").format(day=formats.day(due, today)), "amber"


def _probation(row: RowValues, today: date) -> tuple[str, str | None]:
    day = row["probation_until"]
    if day is None:
        return formats.NOTHING, "muted"
    soon = today <= day <= today + labour_contracts.PROBATION_WITHIN
    return formats.day(day, today), "amber" if soon else "muted" if day < today else None


def _ended(row: RowValues, today: date) -> tuple[str, str | None]:
    return (
        (formats.NOTHING, "muted") if row["ended_on"] is None else (formats.day(row["ended_on"], today), None)
    )


def _renew(page: LabourContractsPage, ids: list[int]) -> None:
    page.follow(ids[0], labour_contracts.renewal)


def _change(page: LabourContractsPage, ids: list[int]) -> None:
    page.follow(ids[0], partial(labour_contracts.change, today=page.desk.today()))


def _end(page: LabourContractsPage, ids: list[int]) -> None:
    page.ask_end(ids[0])


def _reopen(page: LabourContractsPage, ids: list[int]) -> None:
    page.take_end_back(ids[0])


class LabourContractsPage(RegisterPage):
    """The contracts of everybody, the newest first."""

    name = "labour_contracts"
    title = QT_TRANSLATE_NOOP("Page", "Labour contracts")
    about = QT_TRANSLATE_NOOP(
        "Page", "Who works here under which contract, and what is to be signed, renewed or ended."
    )
    register = labour_contracts.REGISTER
    form = FORM
    figure = "employee"
    new_label = QT_TRANSLATE_NOOP("Action", "New labour contract")
    edit = _EDIT
    remove_record = staticmethod(labour_contracts.remove)
    cells: ClassVar[dict[str, Any]] = {
        "to_on": _to,
        "signed_on": _signed,
        "probation_until": _probation,
        "ended_on": _ended,
    }
    actions: ClassVar[tuple[Action, ...]] = (
        Action("renew", QT_TRANSLATE_NOOP("Action", "Renew"), _renew, "refresh-cw", "Ctrl+R", _EDIT, takes=Takes.ONE, pane=True),
        Action("change", QT_TRANSLATE_NOOP("Action", "Change"), _change, "pencil", "Ctrl+Shift+R", _EDIT, takes=Takes.ONE, pane=True),
        Action("end", QT_TRANSLATE_NOOP("Action", "End"), _end, "log-out", "Ctrl+Shift+D", _EDIT, takes=Takes.ONE, more=True, pane=True, danger=True),
        Action("reopen", QT_TRANSLATE_NOOP("Action", "Take the end back"), _reopen, "undo", "", _EDIT, takes=Takes.ONE, more=True),
    )  # fmt: skip

    def open_form(self, record_id: int | None) -> ContractDialog:
        """The form of a contract, or of a new one."""
        locked = not self.desk.can(*self.edit)
        return self._opened(ContractDialog(self.desk, record_id, self, locked=locked))

    def _opened(self, dialog: ContractDialog) -> ContractDialog:
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def follow(self, contract_id: int, propose: Callable[[Session, Actor, int], ContractDraft]) -> None:
        """The form of what follows a contract, filled in with what the law and the last term propose."""
        actor = self.desk.actor

        def show(draft: ContractDraft) -> None:
            self._opened(ContractDialog(self.desk, None, self, start=draft))

        self.desk.tasks.read(self, lambda session: propose(session, actor, contract_id), show)

    def ask_end(self, contract_id: int) -> None:
        row = self.view.values(contract_id)
        if row is None:
            return
        title = translate("Personnel", "End the contract of {name}").format(name=row["employee"])
        dialog = ask_end(self.desk, contract_id, title, self)
        dialog.saved.connect(lambda _id: self.changed(contract_id))
        dialog.open()

    def take_end_back(self, contract_id: int) -> None:
        actor = self.desk.actor

        def work(session: Session) -> int:
            version = labour_contracts.get(session, actor, contract_id).version or 0
            return labour_contract_ends.reopen(session, actor, contract_id, version)

        self.desk.tasks.run(self, work, self.changed)

    # the line below the title, and the pane

    def headline(self) -> None:
        actor, today = self.desk.actor, self.desk.today()
        self.desk.tasks.read(
            self,
            lambda session: labour_contract_ends.headline(session, actor, today=today),
            self._show_headline,
            lambda _refused: None,
        )

    def _show_headline(self, found: ContractHeadline) -> None:
        parts = [
            words.format(count=count)
            for count, words in (
                (found.expired, translate("Personnel", "{count} expired, still working")),
                (found.unsigned, translate("Personnel", "{count} unsigned after a month")),
                (found.ending, translate("Personnel", "{count} end within 60 days")),
                (found.probation, translate("Personnel", "{count} probations end soon")),
            )
            if count
        ]
        if found.missing:
            names = translate("Personnel", ", ").join(found.missing[:NAMES_SHOWN])
            rest = " …" if len(found.missing) > NAMES_SHOWN else ""
            words = translate("Personnel", "{count} without a contract: {names}")
            parts.append(words.format(count=len(found.missing), names=names + rest))
        self.say_headline(" · ".join(parts) or translate("Personnel", "Every contract is in order"))

    def _show_scans(self) -> None:
        editable = self.desk.can(*self.edit)
        contract_id = self.pane.record_id
        if contract_id is None or not (self._scans or editable):
            return
        self.pane.section(translate("Personnel", "Scans ({count})").format(count=len(self._scans)))
        files = AttachmentsList(self.desk, KIND, contract_id, self._scans, editable=editable)
        files.changed.connect(partial(self.changed, contract_id))
        self.pane.widget(files)

    def dropped(self, paths: Sequence[Path]) -> bool:
        """Files dropped onto the page are scans of the contract in the pane."""
        files = self.pane.findChild(AttachmentsList)
        if not paths or files is None or not self.desk.can(*self.edit):
            return False
        files.add(paths)
        return True

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> Any:  # noqa: ARG004 - every page's
        history = audit.history(session, actor, kind, record_id)
        person = labour_contracts.get(session, actor, record_id).employee_id or 0
        scans = attachments.of(session, actor, kind, record_id)
        return history, labour_contract_ends.of_employee(session, actor, person), scans

    def show_detail(self, record_id: int, found: Any) -> None:
        history, self._chain, self._scans = found
        super().show_detail(record_id, history)

    def show_history(self, acts: Any) -> None:
        """Above the history the scans, and the whole chain of the person."""
        self._show_scans()
        today = self.desk.today()
        self.pane.section(translate("Personnel", "All contracts of this person"))
        for item in self._chain:
            last = item.ended_on or item.to_on
            span = f"{formats.day(item.from_on, today)} — {formats.day(last, today) if last else ''}"
            self.pane.row(item.number, span.rstrip(), strong=item.id == self.pane.record_id)
        super().show_history(acts)
