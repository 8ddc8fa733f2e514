"""Pay together: which approved papers, from which account, on which day; the sum is told before anything is made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services import bank_accounts, payment_batches, payment_candidates
from services.money import voucher_capitals
from ui.claims.check_words import check_sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import FormBody

if TYPE_CHECKING:
    from services.claim_values import Saved
    from services.database import Session
    from services.errors import Refused
    from services.payment_candidates import Candidate
    from services.payment_register import BatchDetail
    from services.permissions import Actor

FIELDS = (
    FieldSpec("account_id", QT_TRANSLATE_NOOP("Field", "Paid from"), FieldKind.COMBO, required=True, choices=bank_accounts.bank_choices),
    FieldSpec("paid_on", QT_TRANSLATE_NOOP("Field", "Payment day"), FieldKind.DAY, required=True),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note")),
)  # fmt: skip

translate = QCoreApplication.translate


class CandidatesDialog(PaymentDialog):
    """The papers to pay with ticks: those of `wanted`, else all that can be transferred. `batch` gets them added."""

    saved = Signal(int)
    loaded = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        wanted: Collection[int] = (),
        batch: BatchDetail | None = None,
    ) -> None:
        title = translate("Payment", "Pay together")
        if batch is not None:
            title = translate("Payment", "Add papers to {number}").format(number=batch.number)
        super().__init__(desk, "pay_together", title, parent)
        self.resize(1040, 640)  # Qt itself would keep to two thirds of a screen
        self._batch, self._wanted = batch, frozenset(wanted)
        self._command = uuid4().hex  # one dialog makes one batch, however often it is clicked
        self._found: dict[int, Candidate] = {}
        self.body = FormBody(FIELDS, desk.today, self, columns=3)
        self.body.setVisible(batch is None)
        self.table = RowsTable("candidates", _headings(), self, ticks=True)
        self.sum = muted(self, "sum")
        self.sum.setProperty("role", "strong")
        self.capitals, self.doubts = muted(self, "capitals"), muted(self, "doubts")
        self._build()
        self.table.changed.connect(self._say)
        desk.tasks.read(self, partial(_load, desk.actor, desk.today()), self._loaded, self.refuse)

    def _build(self) -> None:
        words = (
            translate("Payment", "Add  Ctrl+S")
            if self._batch
            else translate("Payment", "Make the batch  Ctrl+S")
        )
        self.save_button = self.button("save", words, primary=True, keys="Ctrl+S")
        self.save_button.clicked.connect(self.save)
        every = self.button("tick_all", translate("Payment", "Tick all"))
        none = self.button("tick_none", translate("Payment", "Tick none"))
        every.clicked.connect(lambda: self.table.tick_all(on=True))
        none.clicked.connect(lambda: self.table.tick_all(on=False))
        self.column.addWidget(self.body)
        self.column.addWidget(self.table, 1)
        for line in (self.sum, self.capitals, self.doubts):
            self.column.addWidget(line)
        self.finish(self.close_button(), self.save_button, left=(every, none))
        self.save_button.setEnabled(False)

    def _loaded(self, loaded: tuple[list[Candidate], list[Any], int | None]) -> None:
        found, accounts, usual = loaded
        self._found = {one.claim_id: one for one in found}
        self.body.offer({"account_id": accounts})
        last = self.desk.prefs.get("pay.account", 0)
        known = {one.id for one in accounts}
        self.body.boxes["account_id"].editor.set_value(last if last in known else usual)
        self.body.boxes["paid_on"].editor.set_value(self.desk.today())
        self.table.fill([_shown(one, self.desk) for one in found], self._wanted or self._found)
        self.table.setFocus()
        self._say()
        self.loaded.emit()

    def _say(self) -> None:
        """Count, sum, the sum in capitals, and what looks wrong with the ticked papers."""
        ticked = [self._found[one] for one in self.table.chosen()]
        total = sum((one.amount for one in ticked), Decimal(0))
        words = translate("Payment", "{count} papers, {total}")
        self.sum.setText(words.format(count=formats.count(len(ticked)), total=formats.yuan(total)))
        self.capitals.setText(voucher_capitals(total))
        self.doubts.setText(self._doubts(ticked))
        self.doubts.setProperty("tone", "amber")
        self.doubts.setVisible(bool(self.doubts.text()))
        self.save_button.setEnabled(bool(ticked))

    def _doubts(self, ticked: Sequence[Candidate]) -> str:
        said = [check_sentence(check) for one in ticked for check in one.checks]
        said += [
            check_sentence(check) for one in self._found.values() if one.stopped for check in one.checks[:1]
        ]
        more = translate("Payment", "… and {count} more").format(count=len(said) - 4)
        return "\n".join([*said[:4], *([more] if len(said) > 4 else [])])

    def save(self) -> None:
        """Make the batch, or add to it; the dialog stays open until that has worked."""
        ticked = self.table.chosen()
        if not self.save_button.isEnabled() or not ticked:
            return
        values = self.body.values()
        if values is None:
            return
        self.notice.clear()
        self.save_button.setEnabled(False)
        work = partial(_save, self.desk.actor, ticked, values, self._batch, self._command, self.desk.today())
        self.desk.tasks.run(self, work, self._saved, self.refuse)

    def _saved(self, saved: Saved) -> None:
        account = self.body.boxes["account_id"].editor.value()
        if self._batch is None and account:
            self.desk.prefs.put("pay.account", account)
        self.saved.emit(saved.id)
        self.accept()

    def refuse(self, refused: Refused) -> None:
        self._command = uuid4().hex
        self.save_button.setEnabled(True)
        place = refused.field in self.body.boxes and self._batch is None
        if place:
            from ui.errors import sentence

            self.body.say(str(refused.field), sentence(refused))
        else:
            super().refuse(refused)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Register", "Number"), 140),
        Heading(translate("Payment", "Payee"), 150),
        Heading(translate("Payment", "Account"), 190),
        Heading(translate("Register", "Purpose")),
        Heading(translate("Register", "Time limit"), 96),
        Heading(translate("Register", "Amount"), 120, right=True),
        Heading(translate("Payment", "Looks odd"), 110),
    )


def _shown(one: Candidate, desk: Desk) -> Shown:
    tip = "\n".join(check_sentence(check) for check in one.checks)
    odd = translate("Payment", "cannot be paid") if one.stopped else translate("Payment", "please check")
    day = formats.day(one.pay_by, desk.today())
    account = f"{one.bank_account}" or formats.NOTHING
    cells = (
        one.number,
        one.payee_name,
        account,
        one.purpose,
        day,
        formats.money(one.amount),
        odd if tip else "",
    )
    keys = (one.number, one.payee_name, account, one.purpose, str(one.pay_by or ""), one.amount, tip)
    tone = "red" if one.stopped else "amber" if tip else ""
    return Shown(one.claim_id, cells, keys, tone, free=not one.stopped, tip=tip)


def _load(actor: Actor, today: Any, session: Session) -> tuple[list[Candidate], list[Any], int | None]:
    found = payment_candidates.find(session, actor, today=today)
    return found, bank_accounts.bank_choices(session, actor), bank_accounts.usual(session, actor)


def _save(
    actor: Actor,
    claim_ids: list[int],
    values: dict[str, Any],
    batch: BatchDetail | None,
    command: str,
    today: Any,
    session: Session,
) -> Saved:
    if batch is not None:
        return payment_batches.add(
            session, actor, batch.id, batch.version, claim_ids, command_id=command, today=today
        )
    return payment_batches.make(
        session,
        actor,
        claim_ids,
        account_id=values["account_id"],
        paid_on=values["paid_on"] or today,
        note=values["note"] or "",
        command_id=command,
        today=today,
    )
