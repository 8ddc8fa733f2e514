"""History 操作记录: every act of the chain, newest first, and whether the chain of seals is whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from services import audit, audit_list
from services.audit_list import ActDetail, RecordKind
from services.database import Session
from services.permissions import Actor
from services.progress import Progress
from ui.labels import by_value
from ui.marking import QT_TRANSLATE_NOOP
from ui.registry import pages_for
from ui.widgets import formats
from ui.widgets.field_words import action_words
from ui.widgets.history_list import HistoryList, change_rows, short_changes
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

translate = QCoreApplication.translate

LONGEST_BESIDE = 40  # signs that stand beside the field's word; more of them go below it

# the page that shows records of a kind; files and invoices are shown with their paper
PAGES = {
    RecordKind.EXPENSE_CLAIM: "reimbursements",
    RecordKind.INVOICE: "invoices",
    RecordKind.ATTACHMENT: "reimbursements",
    RecordKind.VOUCHER: "vouchers",
    RecordKind.EMPLOYEE: "employees",
    RecordKind.DEPARTMENT: "departments",
    RecordKind.PROJECT: "projects",
    RecordKind.BANK_ACCOUNT: "bank_accounts",
    RecordKind.EXPENSE_CATEGORY: "expense_categories",
    RecordKind.APPROVAL_RULE: "approval_rules",
    RecordKind.COMPANY: "company",
    RecordKind.USER_ACCOUNT: "users",
}


def _subject(row: RowValues, _today: date) -> tuple[str, str | None]:
    return (row["subject"], None) if row["subject"] else (formats.NOTHING, "muted")


def _changes(row: RowValues, today: date) -> tuple[str, str | None]:
    return short_changes(str(row["record_kind"]), json.loads(row["changes"] or "{}"), today), "muted"


class HistoryPage(RegisterPage):
    """Who did what, and when; opens what it was done to; checks the whole chain."""

    name = "history"
    title = QT_TRANSLATE_NOOP("Page", "History")
    about = QT_TRANSLATE_NOOP("Page", "Who did what, and when: every act is sealed over the one before.")
    register = audit_list.REGISTER
    cells = {"subject": _subject, "changes": _changes}  # noqa: RUF012 - as every page's table
    state_column = "record_kind"
    figure = "subject"
    actions = (
        Action(
            "verify",
            QT_TRANSLATE_NOOP("Action", "Check the chain"),
            lambda page, _ids: page.verify(),
            "shield",
            takes=Takes.NONE,
        ),
        Action(
            "open_record",
            QT_TRANSLATE_NOOP("Action", "Open the record"),
            lambda page, ids: page.open_form(ids[0]),
            "pencil",
            states=frozenset(PAGES),
            takes=Takes.ONE,
            more=True,
            pane=True,
        ),
    )

    # the pane

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> ActDetail:
        return audit_list.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: ActDetail) -> None:  # noqa: ARG002 - every page's
        kind, today = found.record_kind, self.desk.today()
        words = by_value("RecordKind", kind) if kind in set(RecordKind) else kind
        above = f"{found.user_name} {action_words(found.action)} · {formats.moment(found.at, today)}"
        number = translate("Page", "Act {number}").format(number=formats.count(found.seq))
        self.pane.headline(above, found.subject or words, f"{words} · {number}")
        rows = change_rows(kind, found.changes, today)
        if rows:
            self.pane.section(translate("Page", "What was changed"))
        for field, value in rows:
            if "\n" in value or len(value) > LONGEST_BESIDE:
                self.pane.row(field, "")
                self.pane.text(value)
            else:
                self.pane.row(field, value)
        self.show_acts(kind, found.history)

    def show_acts(self, kind: str, acts: Sequence[audit.HistoryRow]) -> None:
        """Everything that was done to the same record."""
        self.pane.section(translate("Page", "Everything done to this record"))
        self.pane.widget(HistoryList(kind, acts, self.desk.today()))

    # opening the record

    def open_form(self, record_id: int | None) -> None:
        """Show the record that an act was done to, on its own page."""
        if record_id is not None:
            work = partial(_target, self.desk.actor, record_id)
            self.desk.tasks.read(self, work, self._go)

    def _go(self, target: tuple[str, int]) -> None:
        kind, record_id = target
        page = PAGES.get(RecordKind(kind), "")
        if page not in {one.name for one in pages_for(self.desk.actor.permissions)}:
            self.notice.say(translate("Page", "This record has no page that you may open."), "amber")
        else:
            self.desk.go(page, None if kind == RecordKind.COMPANY else record_id)

    # the chain

    def verify(self) -> None:
        """Read the whole chain and compare every seal."""
        title = translate("Page", "Checking the chain…")
        work = partial(_verify, self.desk.actor)
        self.desk.tasks.run_long(self, title, work, self._verified, reading=True)

    def _verified(self, found: audit.Verification) -> None:
        close = (translate("Page", "Close"), lambda: None)
        if found.first_bad_seq is None:
            text = translate("Page", "All {count} acts are as they were written.")
            self.notice.say(text.format(count=formats.count(found.count)), "green", dismiss=close)
            return
        text = translate(
            "Page", "Act {seq} of {count} is not as it was written. Restore the last backup and compare."
        )
        seq, count = formats.count(found.first_bad_seq), formats.count(found.count)
        self.notice.say(text.format(seq=seq, count=count), "red", dismiss=close)
        self.open_record(found.first_bad_seq)


def _target(actor: Actor, seq: int, session: Session) -> tuple[str, int]:
    return audit_list.target(session, actor, seq)


def _verify(actor: Actor, session: Session, progress: Progress) -> audit.Verification:
    return audit.verify(session, actor, progress)
