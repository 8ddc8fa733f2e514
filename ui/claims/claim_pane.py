"""What the detail pane tells about a paper: amount, where it stands, lines, checks, advances, files, history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.calendars import business_day, working_days_between
from services.terms import EDITABLE, ClaimState, PaperKind
from services.terms import StepState as LevelState
from ui.claims import approval_words, invoice_words, kind_words
from ui.claims.check_words import check_sentence
from ui.claims.precedent_rows import PrecedentRows
from ui.labels import label
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.detail_pane import DetailPane
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from services.advances import AdvanceRow
    from services.claim_details import ClaimDetail, LineRow

ORDER = {"stop": 0, "warn": 1, "ok": 2}
_LEVELS = {
    LevelState.APPROVED: StepState.DONE,
    LevelState.PENDING: StepState.CURRENT,
    LevelState.RETURNED: StepState.RETURNED,
}

translate = QCoreApplication.translate


def show_claim(
    pane: DetailPane, desk: Desk, detail: ClaimDetail, again: Callable[[], object], *, deciding: bool = False
) -> None:
    """Fill the pane from top to bottom; `again` is called when files were added or removed.

    Who is `deciding` sees first what speaks for and against the paper.
    """
    today = desk.today()
    pane.headline(
        " · ".join(part for part in (detail.number, detail.claimant_name, detail.department_name) if part),
        formats.yuan(detail.sanctioned),
        detail.capitals,
    )
    bar = StepBar()
    bar.set_steps(list(steps_of(detail)))
    pane.widget(bar)
    _standing(pane, detail, today)
    blocks = [
        partial(kind_words.tell, pane, detail, today),
        partial(_lines, pane, detail, today),
        partial(_checks, pane, detail),
    ]
    for block in reversed(blocks) if deciding else blocks:
        block()
    if deciding:
        _for_deciding(pane, desk, detail)
    _advances(pane, detail, today)
    _invoices(pane, detail)
    _files(pane, desk, detail, again)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("expense_claim", detail.history, today))


def _for_deciding(pane: DetailPane, desk: Desk, detail: ClaimDetail) -> None:
    """What was seen last time."""
    if detail.lines:
        pane.section(translate("Claim", "Last time, same person and category"))
        pane.widget(PrecedentRows(desk, detail.id))


def steps_of(detail: ClaimDetail) -> Iterator[Step]:
    """Submission, every level, payment; of money that comes back only that it has come."""
    state = detail.state
    if detail.kind is PaperKind.REPAYMENT:
        come = StepState.DONE if state is ClaimState.PAID else StepState.CURRENT
        yield Step(translate("Claim", "Money back"), come)
        return
    editable = state in EDITABLE
    begun = StepState.CURRENT if editable and state is not ClaimState.RETURNED else StepState.DONE
    yield Step(translate("Claim", "Submit"), begun)
    for row in detail.steps:
        cleared = editable and row.state not in (LevelState.RETURNED, LevelState.APPROVED)
        if row.state is not LevelState.REFERRED:
            yield Step(row.label, StepState.LATER if cleared else _LEVELS.get(row.state, StepState.LATER))
    ends = {ClaimState.TO_PAY: StepState.CURRENT, ClaimState.PAID: StepState.DONE}
    last = (
        translate("Claim", "Refund") if detail.payable < 0 < detail.sanctioned else translate("Claim", "Pay")
    )
    yield Step(last, ends.get(state, StepState.LATER))


def held_words(detail: ClaimDetail, today: date) -> str:
    """Who has the paper, since when, and how many working days that is."""
    if detail.held_since is None:
        return translate("Claim", "Now with {name}").format(name=detail.holder_name)
    days = max(working_days_between(business_day(detail.held_since), today), 0)
    long = {
        0: translate("Claim", "Now with {name} since {moment}, since today"),
        1: translate("Claim", "Now with {name} since {moment}, 1 working day"),
    }
    words = long.get(days, translate("Claim", "Now with {name} since {moment}, {days} working days"))
    moment = formats.moment(detail.held_since, today)
    return words.format(name=detail.holder_name, moment=moment, days=days)


def _standing(pane: DetailPane, detail: ClaimDetail, today: date) -> None:
    """Who holds it, why it came back, what reverses it."""
    gone = next((row for row in detail.steps if row.gone), None)
    if gone is not None:
        words = translate(
            "Claim", "Nobody can decide at {level} any more ({approver}). Withdraw it, or change the rule."
        )
        pane.text(words.format(level=gone.label, approver=gone.approver_name), "red")
    approval_words.tell(pane, detail)
    if detail.state in (ClaimState.SUBMITTED, ClaimState.TO_PAY) and detail.holder_name:
        pane.text(held_words(detail, today))
        if detail.state is ClaimState.TO_PAY and detail.state_note:
            words = translate("Claim", "The payment did not arrive: {reason}")
            pane.text(words.format(reason=detail.state_note), "red")
    elif detail.state_note:
        tone = "red" if detail.state is ClaimState.RETURNED else ""
        pane.text(f"{label(detail.state)}: {detail.state_note}", tone)
    if detail.batch_number:
        pane.text(translate("Claim", "Payment batch {number}").format(number=detail.batch_number))
    if detail.reverses_number:
        pane.text(translate("Claim", "Reverses {number}").format(number=detail.reverses_number))
    if detail.reversed_by_number:
        pane.text(translate("Claim", "Reversed by {number}").format(number=detail.reversed_by_number))
    if detail.paid_on is not None and detail.paid_by_name:
        words = translate("Claim", "Paid {day} by {name}, {account}")
        account = detail.paid_from_name or formats.NOTHING
        pane.text(words.format(day=detail.paid_on.isoformat(), name=detail.paid_by_name, account=account))


def _lines(pane: DetailPane, detail: ClaimDetail, today: date) -> None:
    pane.section(translate("Claim", "Lines") if detail.lines else translate("Claim", "Purpose"))
    if not detail.lines:
        pane.text(detail.purpose)
    for line in detail.lines:
        pane.row(_line_words(line, today), formats.money(line.sanctioned), middle=_middle(line))
    if detail.project_name:
        pane.row(translate("Field", "Project"), detail.project_name)
    if detail.source_name:
        pane.row(translate("Field", "Funding source"), detail.source_name)
    if detail.packet_number:
        pane.row(translate("Field", "Packet"), detail.packet_number)
    if detail.due_on is not None and detail.kind is PaperKind.ADVANCE:
        tone = "red" if detail.overdue else ""
        pane.row(translate("Field", "Due back on"), detail.due_on.isoformat(), tone=tone)
    if detail.sanctioned != detail.amount:
        pane.row(translate("Claim", "Claimed"), formats.money(detail.amount))
        pane.row(translate("Claim", "Granted"), formats.money(detail.sanctioned), tone="amber")


def _line_words(line: LineRow, today: date) -> str:
    days = formats.day(line.spent_on, today)
    if line.spent_to and line.spent_to != line.spent_on:
        days = translate("Claim", "{first} to {last}").format(
            first=days, last=formats.day(line.spent_to, today)
        )
    return f"{line.category_name}  {days}  {line.description}".rstrip()


def _middle(line: LineRow) -> str:
    return formats.money(line.amount) + " →" if line.sanctioned != line.amount else ""


def _checks(pane: DetailPane, detail: ClaimDetail) -> None:
    if detail.checks:
        pane.section(translate("Check", "Checks"))
    for check in sorted(detail.checks, key=lambda one: ORDER[one.level.value]):
        reason = translate("Check", "Reason: {reason}").format(reason=check.reason) if check.reason else ""
        pane.check(check.level.value, check_sentence(check), reason)


def _invoices(pane: DetailPane, detail: ClaimDetail) -> None:
    """Every invoice, where it was read, and which of its fields are only guesses."""
    if detail.invoices:
        pane.section(translate("Claim", "Invoices ({count})").format(count=len(detail.invoices)))
    for row in detail.invoices:
        total = formats.money(row.total) if row.total is not None else formats.NOTHING
        pane.row(f"{row.number}  {row.seller_name}".strip() or formats.NOTHING, total)
        if words := invoice_words.read_from(row):
            pane.text(words)
        if doubt := invoice_words.guessed(row):
            pane.text(doubt, "amber")


def _advances(pane: DetailPane, detail: ClaimDetail, today: date) -> None:
    if detail.offsets:
        claims = detail.kind is PaperKind.ADVANCE
        pane.section(translate("Claim", "Settled by") if claims else translate("Claim", "Settles advances"))
        for row in detail.offsets:
            pane.row(row.claim_number if claims else row.advance_number, formats.money(row.amount))
    if detail.offset_total and detail.kind not in (PaperKind.ADVANCE, PaperKind.REPAYMENT):
        words = translate("Claim", "To refund") if detail.payable < 0 else translate("Claim", "To pay")
        pane.row(words, formats.yuan(abs(detail.payable)), strong=True)
    if detail.kind is PaperKind.ADVANCE and detail.state is ClaimState.PAID:
        tone = "red" if detail.overdue else ""
        pane.row(translate("Claim", "Still open"), formats.yuan(detail.outstanding), strong=True, tone=tone)
    if detail.open_advances and detail.state not in (ClaimState.PAID, ClaimState.VOIDED):
        pane.section(translate("Claim", "Open advances of {name}").format(name=detail.claimant_name))
        for advance in detail.open_advances:
            _open_advance(pane, advance, today)


def _open_advance(pane: DetailPane, advance: AdvanceRow, today: date) -> None:
    day = formats.day(advance.due_on, today)
    words = translate("Claim", "overdue {day}") if advance.overdue else translate("Claim", "due {day}")
    tone = "red" if advance.overdue else ""
    pane.row(
        f"{advance.number}  {advance.purpose}",
        formats.money(advance.available),
        middle=words.format(day=day),
        tone=tone,
    )


def _files(pane: DetailPane, desk: Desk, detail: ClaimDetail, again: Callable[[], object]) -> None:
    from services.claim_actions import ClaimAction

    editable = ClaimAction.EDIT in detail.actions
    if not detail.attachments and not editable:
        return
    pane.section(translate("Claim", "Attachments ({count})").format(count=len(detail.attachments)))
    files = AttachmentsList(desk, "expense_claim", detail.id, detail.attachments, editable=editable)
    files.changed.connect(again)
    pane.widget(files)
