"""The page of payment batches: the list, the pane, and the way to every dialog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import payment_register
from services.payment_register import REGISTER, BatchAction
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments import batch_acts
from ui.payments.answer_dialog import AnswerDialog, choose_answer
from ui.payments.batch_pane import show_batch
from ui.payments.lines_dialog import LinesDialog
from ui.widgets import formats
from ui.widgets.confirm import tell
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.database import Session
    from services.payment_register import BatchDetail, BatchHeadline
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

PAPERS = ("A4", "A4 landscape")
LEADING = ("write_file", "import_answer", "confirm_all")

translate = QCoreApplication.translate


class BatchesPage(WorkflowPage["BatchDetail"]):
    """Every batch with what may be done to it."""

    register = REGISTER
    figure = "number"
    about = QT_TRANSLATE_NOOP(
        "Page", "Approved papers paid together: one list, one file for the bank, one answer back."
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Search batch, paper, payee, account or pinyin initials  Ctrl+F")
    actions: ClassVar[tuple[Action, ...]] = batch_acts.ALL
    record_acts = frozenset(BatchAction)
    leading = LEADING

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> BatchDetail:  # noqa: ARG004 - every page's
        return payment_register.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: BatchDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_batch(self.pane, self.desk, found, self.refresh, lambda: self.open_lines(found))

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor)
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: BatchHeadline) -> None:
        parts = []
        if found.sent_count:
            words = translate("Payment", "{count} at the bank without answer, {amount}")
            parts.append(words.format(count=found.sent_count, amount=formats.yuan(found.sent_total)))
        if found.open_count:
            words = translate("Payment", "{count} to be sent, {amount}")
            parts.append(words.format(count=found.open_count, amount=formats.yuan(found.open_total)))
        self.say_headline(" · ".join(parts) or translate("Payment", "Every batch is settled"))

    # dialogs

    def open_form(self, record_id: int | None) -> Any:
        """A batch has no form: its lines are what is opened."""
        if record_id is None:
            if self.desk.can(Permission.CLAIM_PAY):
                batch_acts.pay_together(self, [])
        else:
            self.with_detail(record_id, self.open_lines)
        return None

    def open_lines(self, detail: BatchDetail) -> LinesDialog:
        """Every line of a batch."""
        dialog = LinesDialog(self.desk, detail, self)
        dialog.acted.connect(self.refresh)
        dialog.wanted.connect(partial(self._show_paper, dialog))
        dialog.open()
        return dialog

    def _show_paper(self, dialog: LinesDialog, claim_id: int) -> None:
        dialog.accept()
        self.desk.go("reimbursements", claim_id)

    def choose_answer(self, detail: BatchDetail) -> None:
        """Ask for the bank's file, then show what it says."""
        choose_answer(self.desk, self, partial(self.open_answer, detail))

    def open_answer(self, detail: BatchDetail, path: Path) -> AnswerDialog:
        """What a file says about a batch, before anything is saved."""
        self.desk.device.put("answer_folder", str(path.parent))
        dialog = AnswerDialog(self.desk, detail, path, self)
        dialog.applied.connect(partial(self._applied, detail.id))
        dialog.open()
        return dialog

    def _applied(self, batch_id: int, said: str) -> None:
        self.changed(batch_id)
        tell(self, said)

    def dropped(self, paths: Sequence[Path]) -> bool:
        """A table dropped on the page is the bank's answer to the selected batch."""
        found = self.detail
        tables = [path for path in paths if path.suffix.lower() in {".xlsx", ".xls", ".csv"}]
        if found is None or not tables or BatchAction.IMPORT not in found.actions:
            return False
        self.open_answer(found, tables[0])
        return True

    # paper

    def print_batches(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the payment lists of these batches."""
        title = translate("Payment", "Payment list")
        if self.detail is not None and list(ids) == [self.detail.id]:
            title = self.detail.number
        job = PrintJob("payment_list", title, PAPERS, partial(_lists, self.desk.actor, tuple(ids)))
        preview = PrintPreview(self.desk, job, self)
        preview.open()
        return preview


def _headline(actor: Actor, session: Session) -> BatchHeadline:
    return payment_register.headline(session, actor)


def _lists(actor: Actor, ids: Sequence[int], session: Session, settings: PrintSettings) -> bytes:
    from services.payment_lists import printed
    from services.reports.payment_list import list_pdf

    return list_pdf([printed(session, actor, batch_id) for batch_id in ids], settings)
