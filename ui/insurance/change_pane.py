"""The detail pane of a change: where it stands, what it says, and the insurance of the person it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.insurance_change_register import ChangeStanding
from services.insurance_change_rules import ChangeReason
from services.terms import ChangeKind
from ui.labels import label, tone
from ui.widgets import formats
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from datetime import date

    from services.insurance_change_register import ChangeDetail
    from services.insured_person import PersonHistory
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

OPEN = (
    ChangeStanding.DRAFT,
    ChangeStanding.SUBMITTED,
    ChangeStanding.RETURNED,
    ChangeStanding.WITHDRAWN,
    ChangeStanding.TO_LODGE,
)
WAY = (
    ChangeStanding.DRAFT,
    ChangeStanding.SUBMITTED,
    ChangeStanding.TO_LODGE,
    ChangeStanding.LODGED,
    ChangeStanding.CONFIRMED,
)
BASES_SHOWN = 6

translate = QCoreApplication.translate


def show_change(pane: DetailPane, desk: Desk, detail: ChangeDetail) -> None:
    """Fill the pane from top to bottom."""
    today = desk.today()
    pane.headline(
        f"{detail.number} · {label(detail.fund)}",
        f"{detail.employee_name} · {label(detail.kind)}",
        detail.department_name,
    )
    bar = StepBar()
    bar.set_steps(steps_of(detail.standing))
    pane.widget(bar)
    _standing(pane, detail, today)
    _says(pane, detail)
    _person(pane, detail.person)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("insurance_change", detail.history, today))


def steps_of(standing: ChangeStanding) -> list[Step]:
    """Written, decided, to lodge, lodged, confirmed; what went wrong stands where it happened."""
    stopped = {
        ChangeStanding.RETURNED: 1,
        ChangeStanding.WITHDRAWN: 0,
        ChangeStanding.REFUSED: 4,
        ChangeStanding.VOIDED: 0,
    }
    here = stopped.get(standing, WAY.index(standing) if standing in WAY else 2)
    steps = []
    for place, one in enumerate(WAY):
        state = StepState.DONE if place < here else StepState.LATER
        if place == here:
            done = standing is ChangeStanding.CONFIRMED
            state = StepState.DONE if done else StepState.CURRENT
        if place == here and standing in stopped:
            steps.append(Step(label(standing), StepState.RETURNED))
        else:
            steps.append(Step(label(one), state))
    return steps


def _standing(pane: DetailPane, detail: ChangeDetail, today: date) -> None:
    if detail.standing in OPEN:
        late = today > detail.deadline
        pane.row(
            translate("Insurance", "Lodge by"), detail.deadline.isoformat(), tone="red" if late else "amber"
        )
    if detail.holder_name and detail.standing is ChangeStanding.SUBMITTED:
        pane.row(translate("Field", "With"), detail.holder_name)
    if detail.state_note:
        pane.text(detail.state_note, "red")
    if detail.lodged_on is not None:
        pane.row(translate("Field", "Declared on"), detail.lodged_on.isoformat())
    if detail.receipt_number:
        pane.row(translate("Field", "Receipt number"), detail.receipt_number)
    if detail.confirmed_on is not None:
        pane.row(translate("Field", "Confirmed on"), detail.confirmed_on.isoformat(), tone="green")


def _says(pane: DetailPane, detail: ChangeDetail) -> None:
    months = f"{detail.month:%Y-%m}"
    if detail.to_month is not None:
        months += f" – {detail.to_month:%Y-%m}"
    pane.row(translate("Field", "From month"), months)
    city = detail.city
    if detail.kind is ChangeKind.TRANSFER and detail.other_place:
        city = f"{detail.other_place} → {detail.city}"
    pane.row(translate("Field", "City"), city)
    if detail.base is not None:
        before = formats.money(detail.old_base) if detail.old_base not in (None, detail.base) else ""
        pane.row(
            translate("Field", "Base"), formats.money(detail.base), middle=f"{before} →" if before else ""
        )
    if detail.amount is not None:
        pane.row(translate("Field", "Amount"), formats.yuan(detail.amount), strong=True)
    if detail.reason:
        pane.row(translate("Field", "Type or reason"), label(ChangeReason(detail.reason)))
    if detail.note:
        pane.text(detail.note)


def _person(pane: DetailPane, person: PersonHistory) -> None:
    pane.section(translate("Insurance", "Insured"))
    if not person.enrolments:
        pane.text(translate("Insurance", "Not insured here so far."))
    for row in person.enrolments:
        until = f"{row.to_month:%Y-%m}" if row.to_month else translate("Insurance", "now")
        where = f"{row.city} {row.account_number}".strip()
        pane.row(f"{label(row.fund)} {where}", f"{row.from_month:%Y-%m} – {until}")
    if person.bases:
        pane.section(translate("Insurance", "Bases"))
    for base in person.bases[:BASES_SHOWN]:
        middle = base.change_number or label(base.reason)
        pane.row(f"{base.from_month:%Y-%m} {label(base.fund)}", formats.money(base.base), middle=middle)
    if person.months:
        pane.section(translate("Insurance", "Company and person, by month"))
    for month in person.months:
        both = f"{formats.money(month.employer)} + {formats.money(month.employee)}"
        pane.row(f"{month.month:%Y-%m} {label(month.fund)}", both)
    if len(person.changes) > 1:
        pane.section(translate("Insurance", "Changes"))
        for change in person.changes:
            standing = ChangeStanding((change.stage or change.state).value)
            words = f"{change.number} {label(change.kind)} · {label(change.fund)}"
            pane.row(words, label(standing), tone=tone(standing))
