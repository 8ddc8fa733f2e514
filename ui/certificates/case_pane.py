"""What the pane tells about a case: where it stands, steps to tick, money, files, history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QPushButton

from services.case_details import CaseAction
from services.permissions import Permission
from services.terms import CaseKind, CaseState
from ui.certificates.certificate_cells import days_words
from ui.labels import label, tone
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList

if TYPE_CHECKING:
    from datetime import date

    from services.case_details import CaseDetail, StepRow
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

type Papers = Callable[[DetailPane, CaseDetail, date], object]
type Tick = Callable[[CaseDetail, StepRow, bool], object]

translate = QCoreApplication.translate


def show_case(
    pane: DetailPane, desk: Desk, found: CaseDetail, tick: Tick, papers: Papers, changed: Callable[[], object]
) -> None:
    """From top to bottom."""
    today = desk.today()
    pane.headline(f"{found.number} · {label(found.kind)}", found.title)
    _standing(pane, found, today)
    _steps(pane, found, today, tick)
    papers(pane, found, today)
    _facts(pane, desk, found, today)
    _money(pane, found, today)
    pane.section(translate("Certificates", "Files ({count})").format(count=len(found.files)))
    files = AttachmentsList(
        desk,
        "certificate_case",
        found.id,
        list(found.files),
        editable=desk.can(Permission.CERTIFICATE_EDIT),
    )
    files.changed.connect(changed)
    pane.widget(files)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("certificate_case", found.history, today))


def _standing(pane: DetailPane, found: CaseDetail, today: date) -> None:
    pane.row(translate("Field", "State"), label(found.state), tone=tone(found.state) or "")
    if found.state is not CaseState.OPEN:
        if found.closed_on is not None:
            pane.row(translate("Field", "Closed on"), formats.day(found.closed_on, today))
        if found.result:
            pane.row(translate("Field", "Result"), found.result)
        return
    if found.due_on is not None:
        left = (found.due_on - today).days
        shade = "red" if left < 0 else "amber" if left <= 30 else ""
        pane.row(
            translate("Field", "Ends by"), f"{found.due_on.isoformat()} · {days_words(left)}", tone=shade
        )
    late = [step for step in found.steps if step.late]
    if late:
        words = translate("Certificates", "{count} steps are overdue, the first is “{name}”.")
        pane.check("stop", words.format(count=len(late), name=late[0].name))
    elif found.steps and found.done == len(found.steps) and found.granted == found.received:
        pane.check("ok", translate("Certificates", "All steps are done: finish the case."))


def _steps(pane: DetailPane, found: CaseDetail, today: date, tick: Tick) -> None:
    if not found.steps:
        return
    words = translate("Certificates", "Steps ({done} of {count} done)")
    pane.section(words.format(done=found.done, count=len(found.steps)))
    for step in found.steps:
        box = QCheckBox(step.name.replace("&", "&&"))
        box.setObjectName(f"field.step.{step.id}")
        box.setAccessibleName(step.name)
        box.setToolTip(step.name)
        box.setChecked(step.done_on is not None)
        box.setEnabled(CaseAction.EDIT in found.actions)
        box.clicked.connect(lambda checked, step=step: tick(found, step, checked))
        pane.widget(box)
        pane.text(_below(step, today), tone="red" if step.late else "")


def _below(step: StepRow, today: date) -> str:
    """When, who, and which papers."""
    if step.done_on is not None:
        when = translate("Certificates", "done {day}").format(day=formats.day(step.done_on, today))
    elif step.due_on is not None:
        left = days_words((step.due_on - today).days)
        when = f"{translate('Personnel', 'by {day}').format(day=formats.day(step.due_on, today))}, {left}"
    else:
        when = translate("Certificates", "no day set")
    return " · ".join(part for part in (when, step.owner, step.papers, step.note) if part)


def _facts(pane: DetailPane, desk: Desk, found: CaseDetail, today: date) -> None:
    pane.section(translate("Certificates", "Facts"))
    if found.certificate_id is not None:
        name = " ".join(part for part in (found.certificate_name, found.certificate_number) if part)
        opener = QPushButton(name.replace("&", "&&"))
        opener.setProperty("flat", True)
        opener.setStyleSheet("text-align: left; padding: 0;")
        opener.setAutoDefault(False)
        opener.setAccessibleName(name)
        opener.setObjectName("action.open_certificate")
        opener.clicked.connect(partial(desk.go, "certificates", found.certificate_id))
        pane.widget(opener)
    valid = found.valid_to.isoformat() if found.valid_to else ""
    for words, value in (
        (translate("Field", "Kind of certificate"), found.kind_name),
        (translate("Field", "Valid to"), valid),
        (translate("Field", "Authority"), found.agency),
        (translate("Field", "Person in charge"), found.owner),
        (translate("Field", "Begun on"), formats.day(found.opened_on, today)),
        (translate("Field", "Note"), found.note),
    ):
        if value:
            pane.row(words, value)


def _money(pane: DetailPane, found: CaseDetail, today: date) -> None:
    if found.cost:
        pane.row(translate("Field", "Cost"), formats.money(found.cost))
    if found.kind is not CaseKind.SUBSIDY:
        return
    pane.section(translate("Certificates", "Money"))
    for words, amount in (
        (translate("Field", "Asked for"), found.asked),
        (translate("Field", "Granted"), found.granted),
        (translate("Field", "Received"), found.received),
    ):
        pane.row(words, formats.money(amount) if amount else formats.NOTHING)
    if found.received_on is not None:
        pane.row(translate("Field", "Received on"), formats.day(found.received_on, today))
    if found.granted > found.received:
        words = translate("Certificates", "¥{amount} are granted and not here yet.")
        pane.check("warn", words.format(amount=formats.money(found.granted - found.received)))
