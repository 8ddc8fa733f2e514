"""The detail pane of a remittance: what is to be paid and by when, what changed, what is missing, what the bill said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services.remittance_changes import Changed, Difference
from services.terms import RemittanceKind, RemittanceState
from ui.labels import label, tone
from ui.widgets import formats
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from services.remittance_register import RemittanceDetail
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

CHANGES_SHOWN = 8

translate = QCoreApplication.translate


def show_remittance(
    pane: DetailPane, desk: Desk, detail: RemittanceDetail, open_people: Callable[[], object]
) -> None:
    """Fill the pane from top to bottom; for who only pays, sums."""
    words = translate("Remittance", "{count} people").format(count=formats.count(detail.head_count))
    pane.headline(
        f"{detail.month:%Y-%m} · {label(detail.fund)} · {detail.city}", formats.yuan(detail.total), words
    )
    bar = StepBar()
    bar.set_steps(steps_of(detail.state))
    pane.widget(bar)
    _deadline(pane, desk, detail)
    _checks(pane, detail)
    _sums(pane, detail)
    _changes(pane, detail)
    if detail.sums_only:
        return
    _people_button(pane, open_people)
    _bill(pane, detail)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("remittance", detail.history, desk.today()))


def steps_of(state: RemittanceState) -> list[Step]:
    """Draft, archived, paid."""
    way = tuple(RemittanceState)
    here = way.index(state)
    done = state is RemittanceState.PAID
    return [
        Step(
            label(one),
            StepState.DONE
            if place < here or done
            else StepState.CURRENT
            if place == here
            else StepState.LATER,
        )
        for place, one in enumerate(way)
    ]


def _deadline(pane: DetailPane, desk: Desk, detail: RemittanceDetail) -> None:
    if detail.paid_on is not None:
        pane.row(translate("Field", "Paid on"), detail.paid_on.isoformat(), tone="green")
    elif detail.deadline is not None:
        late = detail.deadline < desk.today()
        pane.row(
            translate("Remittance", "Pay by"), detail.deadline.isoformat(), tone="red" if late else "amber"
        )
    if detail.note:
        pane.text(detail.note)


def _checks(pane: DetailPane, detail: RemittanceDetail) -> None:
    """What stands in the way, and what is still owed."""
    for gap in detail.gaps:
        words = translate("Remittance", "{name} has no amount: {reason}")
        pane.check("stop", words.format(name=gap.name, reason=label(gap.kind)))
    if detail.stale:
        pane.check("warn", translate("Remittance", "Something has changed since: reckon again."))
    if detail.owed_people:
        words = translate("Remittance", "By today's bases and policies {total} more is owed, for {count} people: make a back payment.")  # fmt: skip
        if detail.owed < 0:
            words = translate("Remittance", "By today's bases and policies {total} too much was paid, for {count} people: make a back payment.")  # fmt: skip
        pane.check("warn", words.format(total=formats.yuan(abs(detail.owed)), count=detail.owed_people))


def _sums(pane: DetailPane, detail: RemittanceDetail) -> None:
    pane.section(translate("Remittance", "Amounts"))
    pane.row(translate("Field", "Sum of the bases"), formats.money(detail.base_total))
    for one in detail.items:
        both = f"{formats.money(one.employer)} + {formats.money(one.employee)}"
        pane.row(label(one.item), both)
    pane.row(translate("Field", "Employer's part"), formats.money(detail.employer))
    pane.row(translate("Field", "Employees' part"), formats.money(detail.employee))
    pane.row(translate("Field", "Together"), formats.money(detail.total), strong=True)


def _changes(pane: DetailPane, detail: RemittanceDetail) -> None:
    if detail.kind is RemittanceKind.BACK_PAYMENT or detail.before is None:
        return
    pane.section(translate("Remittance", "Against last month"))
    more = detail.total - detail.before
    pane.row(translate("Remittance", "Last month"), formats.money(detail.before))
    pane.row(translate("Remittance", "Difference"), f"{'+' if more > 0 else ''}{formats.money(more)}")
    if not detail.changes and not detail.sums_only:
        pane.text(translate("Remittance", "Nobody changed."))
    for one in detail.changes[:CHANGES_SHOWN]:
        pane.row(one.name, change_words(one), middle=label(one.kind), tone=tone(one.kind))
    left = len(detail.changes) - CHANGES_SHOWN
    if left > 0:
        pane.text(translate("Remittance", "and {count} more").format(count=left))


def change_words(one: Changed) -> str:
    """Bases before and after, or the amount of whoever came or went."""
    if one.kind is Difference.BASE:
        return f"{formats.money(one.base_before)} → {formats.money(one.base)}"
    if one.kind is Difference.AMOUNT:
        return f"{formats.money(one.before)} → {formats.money(one.now)}"
    return formats.money(one.now if one.kind is Difference.JOINED else one.before)


def _people_button(pane: DetailPane, open_people: Callable[[], object]) -> None:
    button = QPushButton(translate("Remittance", "Everybody…"))
    button.setObjectName("button.all_people")
    button.setProperty("flat", True)
    button.setAutoDefault(False)
    button.clicked.connect(open_people)
    pane.widget(button)


def _bill(pane: DetailPane, detail: RemittanceDetail) -> None:
    if not detail.bill_name:
        return
    pane.section(translate("Remittance", "The fund's bill"))
    pane.text(detail.bill_name)
    if not detail.bill_result:
        pane.check("ok", translate("Remittance", "The bill agrees to the fen."))
        return
    words = translate("Remittance", "The bill differs in {count} places.")
    pane.check("warn", words.format(count=len(detail.bill_result)))
