"""What the pane tells about a bid: what comes next, the stages, what the law says, checklist, deposits, result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.permissions import Permission
from services.terms import BidResult, BidStage, CheckLevel
from ui.bids import words
from ui.labels import label, tone
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from services.bid_details import BidDetail, DepositRow
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

# the ladder of a bid, told in six steps
STEPS = (
    (QT_TRANSLATE_NOOP("Bid", "Enter"), (BidStage.REGISTRATION, BidStage.DOCUMENTS)),
    (QT_TRANSLATE_NOOP("Bid", "Deposit"), (BidStage.DEPOSIT,)),
    (QT_TRANSLATE_NOOP("Bid", "Hand in"), (BidStage.SUBMISSION,)),
    (QT_TRANSLATE_NOOP("Bid", "Open"), (BidStage.OPENING,)),
    (QT_TRANSLATE_NOOP("Bid", "Award"), (BidStage.NOTICE,)),
    (QT_TRANSLATE_NOOP("Bid", "Contract"), (BidStage.CONTRACT,)),
)

translate = QCoreApplication.translate


def show_bid(pane: DetailPane, desk: Desk, found: BidDetail, again: Callable[[], object]) -> None:
    """From top to bottom; `again` is called when files were added or removed."""
    today = desk.today()
    small = " · ".join(filter(None, (found.number, found.province, label(found.method), label(found.law))))
    pane.headline(small, found.name, " · ".join(filter(None, (found.tenderer, found.agency))))
    bar = StepBar()
    bar.set_steps(list(_steps(found)))
    pane.widget(bar)
    _standing(pane, found, today)
    _stages(pane, found, today)
    if found.warnings:
        pane.section(translate("Bid", "What the law says"))
        for warning in found.warnings:
            pane.check("warn", f"{label(warning.stage)}: {words.warning_words(warning, today)}")
    if found.other_day is not None:
        told = translate(
            "Bid", "{paper} names {named} as the day to pay by, the stage says {day}. Tell whoever pays."
        )
        deposit, day = found.other_day
        named = deposit.due_on.isoformat() if deposit.due_on else formats.NOTHING
        paper = deposit.claim or deposit.number
        pane.check(
            "warn", told.format(paper=paper, named=named, day=day.isoformat() if day else formats.NOTHING)
        )
    _checklist(pane, found)
    _deposits(pane, found, today)
    _result(pane, found, today)
    _facts(pane, found)
    pane.section(translate("Claim", "Attachments"))
    editable = desk.can(Permission.BID_EDIT)
    files = AttachmentsList(desk, "bid", found.id, found.files, editable=editable)
    files.changed.connect(again)
    pane.widget(files)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("bid", found.history, today))


def _steps(found: BidDetail) -> Iterator[Step]:
    known = {one.stage: one for one in found.stages}
    ended = found.result not in (BidResult.PENDING, BidResult.WON)
    current = True
    for source, stages in STEPS:
        mine = [known[stage] for stage in stages if stage in known]
        if not mine and stages[0] in (BidStage.DEPOSIT, BidStage.REGISTRATION):
            continue
        done = bool(mine) and all(one.done_on for one in mine)
        here = StepState.DONE if done else StepState.CURRENT if current and not ended else StepState.LATER
        current = current and done
        yield Step(translate("Bid", source), here)
        if ended and stages[0] is BidStage.OPENING:
            yield Step(label(found.result), StepState.RETURNED)
            return


def _standing(pane: DetailPane, found: BidDetail, today: date) -> None:
    upcoming = sorted(
        (one for one in found.stages if one.done_on is None and one.on_day), key=lambda one: str(one.on_day)
    )
    if found.result not in (BidResult.PENDING, BidResult.WON):
        upcoming = [one for one in upcoming if one.stage is BidStage.DEPOSIT_BACK]
    if upcoming:
        first = upcoming[0]
        assert first.on_day, "those without a day were left out"
        told = f"{words.stage_label(first)} {words.countdown(first.on_day, today)}"
        pane.row(translate("Bid", "Next"), told, tone=words.day_tone(first.on_day, today), strong=True)
    pane.row(translate("Field", "Budget"), words.figure(found.budget))
    pane.row(translate("Field", "Our price"), words.figure(found.price), strong=True)


def _stages(pane: DetailPane, found: BidDetail, today: date) -> None:
    left = sum(one.done_on is None for one in found.stages)
    title = translate("Bid", "Stages ({done} of {count} done)")
    pane.section(title.format(done=len(found.stages) - left, count=len(found.stages)))
    alive = found.result in (BidResult.PENDING, BidResult.WON)
    for one in found.stages:
        assert one.on_day, "the detail gives those with a day"
        waits = one.done_on is None and (alive or one.stage is BidStage.DEPOSIT_BACK)
        told = words.stage_words(one, today)
        if one.done_on:
            pane.check("ok", f"{words.stage_label(one)}  {told}")
        else:
            colour = words.day_tone(one.on_day, today) if waits else "muted"
            pane.row(words.stage_label(one), told, tone=colour)
    if not found.stages:
        pane.text(translate("Bid", "No date is known yet."))


def _checklist(pane: DetailPane, found: BidDetail) -> None:
    ready = sum(row.level is CheckLevel.OK for row in found.items)
    title = translate("Bid", "Checklist ({ready} of {count} ready)")
    pane.section(title.format(ready=ready, count=len(found.items)))
    order = [CheckLevel.STOP, CheckLevel.WARN, CheckLevel.OK]
    for row in sorted(found.items, key=lambda one: order.index(one.level)):
        for check in row.checks:
            pane.check(check.level.value, words.check_words(check))
    if not found.items:
        pane.text(translate("Bid", "Load a template: it lists what the document needs."))


def _deposits(pane: DetailPane, found: BidDetail, today: date) -> None:
    if not found.deposits:
        return
    pane.section(translate("Bid", "Deposits"))
    for one in found.deposits:
        pane.row(
            label(one.kind),
            formats.yuan(one.amount),
            middle=label(one.state),
            tone=tone(one.state),
            strong=True,
        )
        for text, colour in _deposit_days(one, today):
            pane.text(text, colour)


def _deposit_days(one: DepositRow, today: date) -> Iterator[tuple[str, str]]:
    state = one.state.value
    if state in ("owed", "requested") and one.due_on:
        told = translate("Bid", "Pay by {day} ({left})")
        yield (
            told.format(day=formats.day(one.due_on, today), left=words.countdown(one.due_on, today)),
            words.day_tone(one.due_on, today),
        )
    if one.claim:
        yield translate("Bid", "Payment request {number}").format(number=one.claim), ""
    if state in ("paid", "partly_returned") and one.due_back_on:
        told = translate("Bid", "Due back {day} ({left})")
        late = "red" if one.due_back_on < today else ""
        yield (
            told.format(
                day=formats.day(one.due_back_on, today), left=words.countdown(one.due_back_on, today)
            ),
            late,
        )
    if one.back_on:
        yield translate("Bid", "Back on {day}").format(day=formats.day(one.back_on, today)), ""


def _result(pane: DetailPane, found: BidDetail, today: date) -> None:
    if found.result is BidResult.PENDING and not found.competitors and not found.lots:
        return
    pane.section(translate("Bid", "Result"))
    day = formats.day(found.result_on, today) if found.result_on else ""
    pane.row(label(found.result), day, tone=tone(found.result), strong=True)
    if found.rank:
        pane.row(translate("Field", "Rank"), str(found.rank))
    if found.won_price is not None:
        pane.row(translate("Field", "Winning price"), formats.yuan(found.won_price))
    if found.contract:
        pane.row(translate("Field", "Contract"), found.contract)
    for lot in found.lots:
        pane.row(lot.name, words.figure(lot.price), middle=label(lot.result))
    for other in found.competitors:
        rank = str(other.rank) if other.rank else ""
        pane.row(other.name, words.figure(other.price), middle=rank, tone="green" if other.won else "")
    for text in (found.reason, found.review):
        if text:
            pane.text(text)


def _facts(pane: DetailPane, found: BidDetail) -> None:
    pane.section(translate("Bid", "About it"))
    for name, value in (
        (translate("Field", "Tender number"), found.tender_number),
        (translate("Field", "Responsible"), found.owner),
        (translate("Field", "Authorised signer"), found.signer),
        (translate("Field", "Our part"), label(found.role)),
        (translate("Field", "Copies"), str(found.copies) if found.copies else ""),
        (translate("Field", "Found at"), found.source),
    ):
        if value:
            pane.row(name, value)
    for text in (found.requirements, found.note):
        if text:
            pane.text(text)
