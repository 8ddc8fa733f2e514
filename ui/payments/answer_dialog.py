"""Import the bank's answer: what every row means, before anything is saved; then what fits is carried out once."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from services import bank_answers, bank_formats
from services.bank_answer_match import AnswerKind, Match
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from ui.labels import label, tone
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.act_words import command
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import FormBody

if TYPE_CHECKING:
    from services.bank_answers import Applied, Compared
    from services.database import Session
    from services.errors import Refused
    from services.payment_register import BatchDetail
    from services.permissions import Actor
    from services.progress import Progress

FIELDS = (
    FieldSpec("format_id", QT_TRANSLATE_NOOP("Field", "Bank file format"), FieldKind.COMBO, required=True, choices=bank_formats.choices),
    FieldSpec("paid_on", QT_TRANSLATE_NOOP("Field", "Paid on"), FieldKind.DAY, required=True),
)  # fmt: skip
SUFFIXES = ("xlsx", "xls", "csv", "txt")

translate = QCoreApplication.translate


class AnswerDialog(PaymentDialog):
    """The table of what a file says about a batch. `applied` carries the sentence about what was done."""

    applied = Signal(str)
    compared = Signal()

    def __init__(self, desk: Desk, detail: BatchDetail, path: Path, parent: QWidget | None = None) -> None:
        title = translate("Payment", "The bank's answer to {number}").format(number=detail.number)
        super().__init__(desk, "bank_answer", title, parent)
        self.resize(1080, 640)  # Qt itself would keep to two thirds of a screen
        self.detail, self.path = detail, path
        self._sheet: ForeignSheet | None = None
        self.found: Compared | None = None
        self.body = FormBody(FIELDS, desk.today, self)
        self.table = RowsTable("answer", _headings(), self)
        self.told = muted(self, "told")
        self.apply_button = self.button(
            "apply", translate("Payment", "Carry out  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        self.apply_button.setEnabled(False)
        self.apply_button.clicked.connect(self.apply)
        for widget in (self.body, self.table, self.told):
            self.column.addWidget(widget, 1 if widget is self.table else 0)
        self.finish(self.close_button(), self.apply_button)
        self.body.edited.connect(self.compare)
        desk.tasks.read(self, partial(_choices, desk.actor), self._offer, self.refuse)

    def _offer(self, choices: list[Any]) -> None:
        self.body.offer({"format_id": choices})
        ids = [one.id for one in choices]
        wanted = self.detail.format_id or self.desk.prefs.get("pay.format", 0)
        self.body.boxes["format_id"].editor.set_value(wanted if wanted in ids else min(ids, default=None))
        self.body.boxes["paid_on"].editor.set_value(min(self.detail.paid_on, self.desk.today()))
        title = translate("Payment", "Reading {file}").format(file=self.path.name)
        self.desk.tasks.aside_long(self, title, partial(_read, self.path), self._read, self.refuse)

    def _read(self, sheet: ForeignSheet) -> None:
        """The format of last time unless the file has the titles of another one."""
        self._sheet = sheet
        chosen = self.body.boxes["format_id"].editor.value()
        first = int(str(chosen)) if chosen is not None else None
        self.desk.tasks.read(
            self, partial(_format_of, self.desk.actor, sheet, first), self._begin, self.refuse
        )

    def _begin(self, format_id: int | None) -> None:
        self.body.boxes["format_id"].editor.set_value(format_id)
        self.compare()

    def compare(self) -> None:
        """What the rows mean with the chosen format."""
        format_id = self.body.boxes["format_id"].editor.value()
        if self._sheet is None or format_id is None:
            return
        work = partial(_compare, self.desk.actor, self.detail.id, int(str(format_id)), self._sheet)
        self.desk.tasks.read(self, work, self._compared, self.refuse)

    def _compared(self, found: Compared) -> None:
        self.found = found
        self.notice.clear()
        order = {kind: place for place, kind in enumerate(_FIRST)}
        rows = sorted(found.matches, key=lambda one: (order.get(one.kind, len(order)), one.row))
        self.table.fill([_shown(number, one) for number, one in enumerate(rows)])
        parts = [
            f"{label(kind)} {formats.count(found.counts[kind])}"
            for kind in AnswerKind
            if found.counts.get(kind)
        ]
        self.told.setText(" · ".join(parts))
        self.apply_button.setEnabled(bool(found.applies))
        if not found.applies:
            self.notice.say(self._nothing(found), "blue")
        self.compared.emit()

    def _nothing(self, found: Compared) -> str:
        """Why there is nothing to carry out, and what to do."""
        others = sorted({one.other for one in found.matches if one.kind is AnswerKind.OTHER_BATCH})
        if found.counts.get(AnswerKind.ALREADY):
            return translate("Payment", "This answer was carried out before: nothing is left to do.")
        if others:
            words = translate(
                "Payment", "These lines belong to {batch}: open that batch and import the file there."
            )
            return words.format(batch=", ".join(others))
        return translate(
            "Payment", "Nothing here can be carried out. Look at the last column, or settle lines by hand."
        )

    def apply(self) -> None:
        """Carry out what fits, once."""
        day = self.body.boxes["paid_on"].editor.value()
        if self.found is None or not self.apply_button.isEnabled() or day is None:
            return
        self.apply_button.setEnabled(False)
        work = partial(
            _apply, self.desk.actor, self.detail, self.found, day,
            command(self.desk, f"answer.{self.found.sha256[:12]}", self.detail), self.desk.today(), self.path,
        )  # fmt: skip
        self.desk.tasks.run(self, work, self._applied, self._not_applied)

    def _applied(self, told: Applied) -> None:
        words = translate("Payment", "{number}: {paid} paid, {bounced} bounced, {already} settled before.")
        said = words.format(
            number=told.batch.number, paid=told.confirmed, bounced=told.bounced, already=told.already
        )
        self.applied.emit(said)
        self.accept()

    def _not_applied(self, refused: Refused) -> None:
        self.refuse(refused)
        self.apply_button.setEnabled(True)


def choose_answer(desk: Desk, owner: QWidget, chosen: Any) -> QFileDialog:
    """Ask for the bank's file."""
    patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
    dialog = QFileDialog(owner, translate("Payment", "Import the bank's answer"))
    dialog.setObjectName("dialog.answer_file")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [f"{translate('Payment', 'Tables')} ({patterns})", f"{translate('Claim', 'All files')} (*)"]
    )
    dialog.setDirectory(desk.device.get("answer_folder"))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


_FIRST = (
    AnswerKind.CONFLICT,
    AnswerKind.AMOUNT_DIFFERS,
    AnswerKind.NAME_DIFFERS,
    AnswerKind.OTHER_BATCH,
    AnswerKind.AMBIGUOUS,
    AnswerKind.UNCLEAR,
    AnswerKind.UNREADABLE,
    AnswerKind.UNKNOWN,
    AnswerKind.MISSING,
    AnswerKind.BOUNCE,
)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Payment", "Row"), 56, right=True),
        Heading(translate("Register", "Number"), 124),
        Heading(translate("Payment", "Payee"), 110),
        Heading(translate("Payment", "Account"), 180),
        Heading(translate("Register", "Amount"), 110, right=True),
        Heading(translate("Payment", "What the bank says")),
        Heading(translate("Payment", "What it means"), 190),
    )


def _shown(number: int, one: Match) -> Shown:
    amount = formats.money(one.amount)
    said = one.reason or one.reference
    cells = (
        str(one.row or formats.NOTHING), one.number or formats.NOTHING, one.name, one.account, amount, said, _means(one),
    )  # fmt: skip
    keys = (one.row, *cells[1:4], one.amount or 0, *cells[5:])
    return Shown(number, cells, keys, tone(one.kind), tip=_tip(one))


def _means(one: Match) -> str:
    if one.kind is AnswerKind.OTHER_BATCH:
        return translate("Payment", "belongs to {batch}").format(batch=one.other)
    if one.kind is AnswerKind.AMOUNT_DIFFERS:
        return translate("Payment", "we asked for {amount}").format(amount=one.other)
    if one.kind is AnswerKind.NAME_DIFFERS:
        return translate("Payment", "we wrote {name}").format(name=one.other)
    return label(one.kind)


def _tip(one: Match) -> str:
    tips = {
        AnswerKind.UNCLEAR: translate("Payment", "Add the bank's words to those that mean paid, or not yet, at Bank file formats."),
        AnswerKind.AMBIGUOUS: translate("Payment", "This fits several transfers that look alike. Settle it by hand: {numbers}").format(numbers=one.other),
        AnswerKind.CONFLICT: translate("Payment", "It was settled otherwise before. Compare with the bank, and mend it in the list of lines."),
    }  # fmt: skip
    return tips.get(one.kind, "")


def _choices(actor: Actor, session: Session) -> list[Any]:
    return bank_formats.choices(session, actor)


def _read(path: Path, progress: Progress) -> ForeignSheet:
    progress.check()
    return read_sheet(path)


def _format_of(actor: Actor, sheet: ForeignSheet, first: int | None, session: Session) -> int | None:
    return bank_answers.format_of(session, actor, sheet, first)


def _compare(actor: Actor, batch_id: int, format_id: int, sheet: ForeignSheet, session: Session) -> Compared:
    return bank_answers.compare(session, actor, batch_id, format_id, sheet)


def _apply(
    actor: Actor,
    detail: BatchDetail,
    found: Compared,
    day: Any,
    command_id: str,
    today: Any,
    path: Path,
    session: Session,
) -> Applied:
    return bank_answers.apply(
        session, actor, detail.id, found, paid_on=day, command_id=command_id, today=today, path=path
    )
