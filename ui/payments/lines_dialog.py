"""Every line of a batch: searched, chosen, confirmed, sent back, taken out, exported; a thousand are no more work than ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from services import durable, payment_batches, payment_confirmations, payment_register
from services.terms import PaymentState
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.labels import label, tone
from ui.payments.act_words import PAID_ON, command
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.print_preview import cannot_write

if TYPE_CHECKING:
    from services.database import Session
    from services.payment_register import BatchDetail, PaymentLineRow
    from services.permissions import Actor

translate = QCoreApplication.translate

_WAITING = frozenset({PaymentState.WAITING})
_PAID = frozenset({PaymentState.CONFIRMED})


class LinesDialog(PaymentDialog):
    """The lines with what may be done with the selected ones; `acted` tells that something was."""

    acted = Signal()
    loaded = Signal()
    wanted = Signal(int)  # the paper of a line is to be shown

    def __init__(self, desk: Desk, detail: BatchDetail, parent: QWidget | None = None) -> None:
        title = translate("Payment", "Lines of {number}").format(number=detail.number)
        super().__init__(desk, "payment_lines", title, parent)
        self.resize(1120, 660)  # Qt itself would keep to two thirds of a screen
        self.detail = detail
        self._rows: dict[int, PaymentLineRow] = {}
        self.table = RowsTable("lines", _headings(), self)
        self.sum = muted(self, "sum")
        self._acts: list[tuple[QPushButton, frozenset[PaymentState], str]] = []
        self._build()
        self.table.changed.connect(self._say)
        self.table.opened.connect(lambda line: self.wanted.emit(self._rows[line].claim_id))
        self.reload()

    def _build(self) -> None:
        self._act("confirm_lines", translate("Payment", "Confirm"), self.confirm, _WAITING, "confirm_all")
        self._act("bounce_lines", translate("Payment", "Bounced…"), self.bounce, _WAITING | _PAID, "bounce")
        self._act(
            "unconfirm_lines", translate("Payment", "Not paid after all…"), self.unconfirm, _PAID, "unconfirm"
        )
        self._act("take_out_lines", translate("Payment", "Take out"), self.take_out, _WAITING, "take_out")
        export = self.button("export_lines", translate("Payment", "Export"))
        export.clicked.connect(self.choose_file)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.sum)
        close = self.close_button(translate("Form", "Close"))
        self.finish(export, close, left=tuple(button for button, _states, _act in self._acts))

    def _act(
        self, name: str, words: str, run: Callable[[], object], states: frozenset[PaymentState], act: str
    ) -> None:
        button = self.button(name, words, primary=name == "confirm_lines", danger=name == "bounce_lines")
        button.clicked.connect(run)
        self._acts.append((button, states, act))

    # what is shown

    def reload(self) -> None:
        """The batch and its lines as they are now."""
        work = partial(_load, self.desk.actor, self.detail.id)
        self.desk.tasks.read(self, work, self._loaded, self.refuse)

    def _loaded(self, loaded: tuple[BatchDetail, list[PaymentLineRow]]) -> None:
        self.detail, rows = loaded
        self._rows = {row.id: row for row in rows}
        self.table.fill([_shown(row, self.desk) for row in rows])
        self._say()
        self.loaded.emit()

    def _say(self) -> None:
        """What is selected and what it adds up to; only what fits all of it can be done."""
        chosen = [self._rows[line] for line in self.table.selected()]
        rows = chosen or [self._rows[line] for line in self.table.shown_ids()]
        total = sum((row.amount for row in rows), Decimal(0))
        words = (
            translate("Payment", "{count} selected, {total}")
            if chosen
            else translate("Payment", "{count} lines, {total}")
        )
        self.sum.setText(words.format(count=formats.count(len(rows)), total=formats.yuan(total)))
        can = {act.value for act in self.detail.actions}
        for button, states, act in self._acts:
            fits = bool(chosen) and all(row.state in states for row in chosen)
            button.setVisible(act in can or (act == "take_out" and "take_out" in can))
            button.setEnabled(act in can and fits)

    # what is done

    def confirm(self) -> None:
        """Ask for the day, then mark the selected lines as paid."""
        today, detail, ids = self.desk.today(), self.detail, self.table.selected()

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
            return payment_confirmations.confirm(
                session, actor, detail.id, detail.version, ids,
                paid_on=typed.paid_on, command_id=command(self.desk, "confirm", detail, ids), today=today,
            )  # fmt: skip

        title = translate("Payment", "Confirm {count} payments").format(count=formats.count(len(ids)))
        day = min(detail.paid_on, today)
        button = translate("Payment", "Mark as paid  Ctrl+S")
        self._ask(Question(title, button, PAID_ON, {"paid_on": day}, about=self.sum.text()), work)

    def bounce(self) -> None:
        """Ask why, then send the selected lines back."""
        today, detail, ids = self.desk.today(), self.detail, self.table.selected()

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
            return payment_confirmations.bounce(
                session, actor, detail.id, detail.version, ids,
                reason=typed.reason, command_id=command(self.desk, "bounce", detail, ids), today=today,
            )  # fmt: skip

        title = translate("Payment", "Bounced: {count} payments").format(count=formats.count(len(ids)))
        about = translate("Payment", "The papers wait for payment again and may go into a new batch.")
        button = translate("Payment", "Note the bounce  Ctrl+S")
        self._ask(Question(title, button, REASON, {"reason": ""}, about, danger=True), work)

    def unconfirm(self) -> None:
        """Ask why, then take the confirmation of the selected lines back."""
        detail, ids = self.detail, self.table.selected()

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
            return payment_confirmations.unconfirm(
                session, actor, detail.id, detail.version, ids,
                reason=typed.reason, command_id=command(self.desk, "unconfirm", detail, ids),
            )  # fmt: skip

        title = translate("Payment", "Not paid after all: {count} payments").format(
            count=formats.count(len(ids))
        )
        about = translate(
            "Payment", "What they took of advances is given back; their voucher numbers are void."
        )
        button = translate("Payment", "Take it back  Ctrl+S")
        self._ask(Question(title, button, REASON, {"reason": ""}, about, danger=True), work)

    def take_out(self) -> None:
        """The selected papers wait for the cashier as before."""
        detail, ids = self.detail, self.table.selected()
        work = partial(_take_out, self.desk.actor, detail, ids, command(self.desk, "take_out", detail, ids))
        self.desk.tasks.run(self, work, lambda _saved: self._acted(), self._refused)

    def _ask(self, question: Question, work: Any) -> None:
        dialog = ActDialog(self.desk, question, work, self)
        dialog.saved.connect(lambda _id: self._acted())
        dialog.open()

    def _acted(self) -> None:
        self.notice.clear()
        self.acted.emit()
        self.reload()

    def _refused(self, refused: Any) -> None:
        self.refuse(refused)
        self.reload()

    # what leaves

    def choose_file(self) -> None:
        """Ask where the list goes."""
        dialog = QFileDialog(self, translate("Payment", "Export the lines"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{self.detail.number}.xlsx")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write what the search leaves as .xlsx."""
        rows = [_exported(self._rows[line]) for line in self.table.shown_ids()]
        headings = [heading.words for heading in _headings()]
        work = partial(_write, path, self.detail.number, headings, rows)
        self.desk.tasks.aside(self, work, partial(self._exported_to, path))

    def _exported_to(self, path: Path, written: bool) -> None:
        if written:
            self.notice.say(translate("Print", "Saved as {file}.").format(file=path.name), "green")
        else:
            self.notice.say(cannot_write(path))


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Payment", "No."), 52, right=True),
        Heading(translate("Register", "Number"), 124),
        Heading(translate("Payment", "Payee"), 110),
        Heading(translate("Payment", "Bank"), 150),
        Heading(translate("Payment", "Account"), 176),
        Heading(translate("Register", "Amount"), 110, right=True),
        Heading(translate("Payment", "Reason")),
        Heading(translate("Register", "State"), 130),
    )


def _shown(row: PaymentLineRow, desk: Desk) -> Shown:
    place = str(row.position + 1)
    note = row.reason or row.reference or formats.day(row.settled_on, desk.today())
    cells = (
        place, row.number, row.payee_name, row.bank_name, row.bank_account,
        formats.money(row.amount), note if note != formats.NOTHING else "", label(row.state),
    )  # fmt: skip
    keys = (row.position, *cells[1:5], row.amount, *cells[6:])
    return Shown(row.id, cells, keys, tone(row.state), tip=row.reason or row.purpose)


def _exported(row: PaymentLineRow) -> tuple[object, ...]:
    place, note = row.position + 1, row.reason or row.reference
    return (
        place, row.number, row.payee_name, row.bank_name, row.bank_account, row.amount, note, label(row.state)
    )  # fmt: skip


def _load(actor: Actor, batch_id: int, session: Session) -> tuple[BatchDetail, list[PaymentLineRow]]:
    return payment_register.detail(session, actor, batch_id), payment_register.lines(session, actor, batch_id)


def _take_out(
    actor: Actor, detail: BatchDetail, ids: Sequence[int], command_id: str, session: Session
) -> Any:
    return payment_batches.take_out(session, actor, detail.id, detail.version, ids, command_id=command_id)


def _write(path: Path, title: str, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> bool:
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    try:
        with durable.written(path) as part:
            xlsx.write_table(part, title, headings, rows)
    except OSError:
        return False
    return True
