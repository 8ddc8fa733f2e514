"""What the detail pane tells about a batch: control line, where it stands, its first lines, the slips, its history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services.payment_register import BatchAction
from services.permissions import Permission
from services.terms import BatchState, PaymentState
from ui.labels import label, tone
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from services.payment_register import BatchDetail, PaymentLineRow
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

translate = QCoreApplication.translate


def show_batch(
    pane: DetailPane,
    desk: Desk,
    detail: BatchDetail,
    again: Callable[[], object],
    open_lines: Callable[[], object],
) -> None:
    """Fill the pane from top to bottom; `again` is called when slips were added or removed."""
    control = translate("Payment", "{count} papers")
    pane.headline(
        f"{detail.number} · {control.format(count=formats.count(detail.count))} · {label(detail.state)}",
        formats.yuan(detail.total),
        detail.capitals,
    )
    bar = StepBar()
    bar.set_steps(list(steps_of(detail)))
    pane.widget(bar)
    _standing(pane, detail)
    _lines(pane, detail, open_lines)
    _slips(pane, desk, detail, again)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("payment_batch", detail.history, desk.today()))


def steps_of(detail: BatchDetail) -> Iterator[Step]:
    """Made, at the bank, settled; a batch with bounced lines says so at its end."""
    state = detail.state
    if state is BatchState.CANCELLED:
        yield Step(translate("Payment", "Made"), StepState.DONE)
        yield Step(label(state), StepState.RETURNED)
        return
    yield Step(
        translate("Payment", "Made"), StepState.CURRENT if state is BatchState.OPEN else StepState.DONE
    )
    at_bank = {BatchState.SENT: StepState.CURRENT, BatchState.SETTLED: StepState.DONE}
    yield Step(label(BatchState.SENT), at_bank.get(state, StepState.LATER))
    done = StepState.DONE if state is BatchState.SETTLED else StepState.LATER
    yield Step(label(BatchState.SETTLED), done)


def _standing(pane: DetailPane, detail: BatchDetail) -> None:
    account = (
        f"{detail.account_name} …{detail.account_number[-4:]}"
        if detail.account_number
        else detail.account_name
    )
    pane.row(translate("Field", "Paid from"), account)
    pane.row(translate("Field", "Payment day"), detail.paid_on.isoformat())
    if detail.file_name:
        pane.row(translate("Field", "Bank file"), detail.file_name)
    if detail.confirmed_count:
        words = translate("Payment", "{count} papers, {total}")
        paid = words.format(
            count=formats.count(detail.confirmed_count), total=formats.yuan(detail.confirmed_total)
        )
        pane.row(translate("Payment", "Paid"), paid, tone="green")
    if detail.waiting_count and detail.state is BatchState.SENT:
        words = translate("Payment", "{count} papers, {total}")
        left = words.format(
            count=formats.count(detail.waiting_count), total=formats.yuan(detail.waiting_total)
        )
        pane.row(translate("Payment", "The bank's answer is missing"), left, tone="amber")
    if detail.bounced_count:
        words = translate("Payment", "{count} papers").format(count=formats.count(detail.bounced_count))
        pane.row(translate("Label", "Bounced"), words, tone="red")
    if detail.note:
        pane.text(detail.note)


def _lines(pane: DetailPane, detail: BatchDetail, open_lines: Callable[[], object]) -> None:
    pane.section(translate("Payment", "Lines ({count})").format(count=formats.count(detail.line_count)))
    for line in detail.lines:
        _line(pane, line)
    words = translate("Payment", "All lines…")
    more = detail.line_count - len(detail.lines)
    if more > 0:
        words = translate("Payment", "All lines… ({count} more)").format(count=formats.count(more))
    button = QPushButton(words)
    button.setObjectName("button.all_lines")
    button.setProperty("flat", True)
    button.setAutoDefault(False)
    button.clicked.connect(open_lines)
    pane.widget(button)


def _line(pane: DetailPane, line: PaymentLineRow) -> None:
    settled = line.state is not PaymentState.WAITING
    pane.row(
        f"{line.number}  {line.payee_name}",
        formats.money(line.amount),
        middle=label(line.state) if settled else "",
        tone=tone(line.state) if settled else "",
    )
    if line.reason:
        pane.text(line.reason, "red" if line.state is PaymentState.BOUNCED else "")


def _slips(pane: DetailPane, desk: Desk, detail: BatchDetail, again: Callable[[], object]) -> None:
    """The bank's slips belong to the batch as a whole; they may be added to the end, and stay once it was sent."""
    pane.section(translate("Payment", "Bank slips and files ({count})").format(count=len(detail.attachments)))
    editable = desk.can(Permission.CLAIM_PAY) and detail.state is not BatchState.CANCELLED
    removable = BatchAction.CANCEL in detail.actions
    files = AttachmentsList(
        desk, "payment_batch", detail.id, detail.attachments, editable=editable, removable=removable
    )
    files.changed.connect(again)
    pane.widget(files)
