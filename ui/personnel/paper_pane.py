"""What the pane tells about a personnel paper: what changes, remarks, the leaver's list, steps, history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.personnel_details import pay_totals
from services.terms import OfficePaperState, PersonnelKind
from services.terms import StepState as Decided
from ui import errors
from ui.labels import LABELS, by_value, label
from ui.vocabulary.personnel_papers import REMARKS
from ui.widgets import formats
from ui.widgets.field_words import field_words
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from datetime import date

    from services.approval_steps import DecisionRow, StepRow
    from services.leaving import LeavingRow
    from services.office_details import Change
    from services.personnel_details import PersonnelDetail
    from services.personnel_standing import PayLine
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

translate = QCoreApplication.translate


def show_paper(pane: DetailPane, desk: Desk, found: PersonnelDetail) -> None:
    """From top to bottom."""
    today = desk.today()
    small = f"{found.number} · {label(found.kind)} · {found.department_name}"
    pane.headline(small, found.employee_name, _when(found, today))
    bar = StepBar()
    bar.set_steps(list(paper_steps(found.state, found.steps, applied=found.applied_on is not None)))
    pane.widget(bar)
    if found.state_note:
        pane.text(_note(found), "red" if found.state is not OfficePaperState.WITHDRAWN else "")
    tell_remarks(pane, ((one.code, one.values) for one in found.remarks))
    pane.section(translate("Personnel", "What changes"))
    tell_changes(pane, found.changes, today)
    if found.reason:
        pane.row(translate("Field", "Reason"), found.reason)
    if found.pay:
        _pay(pane, found.pay)
    elif found.pay is None and found.kind is not PersonnelKind.TRANSFER:
        pane.text(translate("Personnel", "The pay is shown to those who may see it."))
    if found.leaving:
        _leaving(pane, found.leaving, today)
    tell_steps(pane, found.steps, found.decisions, today)
    if found.history:
        pane.section(translate("Page", "History"))
        pane.widget(HistoryList("personnel_paper", found.history, today))


def _when(found: PersonnelDetail, today: date) -> str:
    day = found.effective_on.isoformat()
    if found.applied_on is not None:
        return translate("Personnel", "In effect since {day}").format(day=day)
    if found.state is OfficePaperState.APPROVED:
        return translate("Personnel", "Takes effect on {day}").format(day=day)
    if found.kind is PersonnelKind.LEAVE:
        return translate("Personnel", "Last day {day}").format(day=day)
    words = translate("Personnel", "From {day}")
    return words.format(
        day=formats.day(found.effective_on, today) if found.effective_on.year == today.year else day
    )


def _note(found: PersonnelDetail) -> str:
    """Why it came back; or why it could not take effect, which is a code."""
    if found.state_note in errors.SENTENCES:
        words = translate("Personnel", "It could not take effect: {why}")
        reason = translate("Errors", errors.SENTENCES[found.state_note])
        return words.format(why=reason)
    return found.state_note


def paper_steps(state: OfficePaperState, steps: Sequence[StepRow], *, applied: bool) -> Iterator[Step]:
    """Draft, every level, in effect."""
    open_ones = (OfficePaperState.DRAFT, OfficePaperState.WITHDRAWN)
    first = StepState.CURRENT if state in open_ones or not steps else StepState.DONE
    yield Step(translate("Personnel", "Draft"), first)
    if state not in open_ones:
        for row in steps:
            yield Step(row.label, _MARKS.get(row.state, StepState.LATER))
    if applied:
        yield Step(translate("Personnel", "In effect"), StepState.DONE)
    else:
        waits = state is OfficePaperState.APPROVED
        yield Step(translate("Personnel", "In effect"), StepState.CURRENT if waits else StepState.LATER)


_MARKS = {
    Decided.APPROVED: StepState.DONE,
    Decided.PENDING: StepState.CURRENT,
    Decided.RETURNED: StepState.RETURNED,
    Decided.REFERRED: StepState.DONE,
}


def tell_remarks(pane: DetailPane, remarks: Iterator[tuple[str, dict[str, object]]]) -> None:
    """What to know before deciding."""
    for code, values in remarks:
        pane.check("warn", translate("Personnel", REMARKS[code]).format(**values))


def tell_changes(pane: DetailPane, changes: Sequence[Change], today: date) -> None:
    """A row a change: after, and before it in grey where there was something."""
    for one in changes:
        before = "" if one.before is None else f"{formats.plain(one.before, today)} →"
        after = formats.plain(one.after, today)
        same = one.before is not None and one.before == one.after
        words = field_words(one.name) if one.name.isascii() else one.name
        pane.row(words, after, middle="" if same else before, strong=one.before is not None and not same)


def _pay(pane: DetailPane, lines: Sequence[PayLine]) -> None:
    pane.section(translate("Personnel", "Pay a month"))
    for line in lines:
        changed = line.before is not None and line.before != line.amount
        before = f"{formats.money(line.before)} →" if changed else ""
        pane.row(line.name, formats.money(line.amount), middle=before)
    if len(lines) > 1:
        before_all, after = pay_totals(lines)
        changed = before_all is not None and before_all != after
        before = f"{formats.money(before_all)} →" if changed else ""
        pane.row(translate("Personnel", "Together"), formats.money(after), middle=before, strong=True)


def _leaving(pane: DetailPane, rows: Sequence[LeavingRow], today: date) -> None:
    settled = sum(row.settled for row in rows)
    words = translate("Personnel", "Leaver's list ({settled} of {count} settled)")
    pane.section(words.format(settled=settled, count=len(rows)))
    for row in rows:
        level = "ok" if row.settled else "stop" if row.overdue else "warn"
        pane.check(level, _leaving_words(row, today), row.note)


def _leaving_words(row: LeavingRow, today: date) -> str:
    parts = [label(row.check)]
    if row.open:
        parts.append(", ".join(_known(one) for one in row.open))
    if row.done_on is not None:
        parts.append(f"{row.done_by} {formats.day(row.done_on, today)}")
    elif row.due_on is not None and not row.settled:
        words = (
            translate("Personnel", "{day} was the last day")
            if row.overdue
            else translate("Personnel", "by {day}")
        )
        parts.append(words.format(day=formats.day(row.due_on, today)))
    return " · ".join(parts)


def _known(value: str) -> str:
    """Funds by their words, numbers as they are."""
    return by_value("Fund", value) if value in LABELS.get("Fund", {}) else value


def tell_steps(
    pane: DetailPane, steps: Sequence[StepRow], decisions: Sequence[DecisionRow], today: date
) -> None:
    """Who has it, and who decided what when."""
    if not steps:
        return
    pane.section(translate("Personnel", "Approval"))
    for row in steps:
        if row.state is Decided.PENDING:
            pane.row(row.label, row.holder_name or row.approver_name, middle=label(row.state), strong=True)
    for act in reversed(decisions):
        name = f"{act.user_name}（{act.for_name}）" if act.for_name else act.user_name
        pane.row(f"{formats.moment(act.at, today)}  {name}", label(act.decision))
        if act.reason:
            pane.text(act.reason)
