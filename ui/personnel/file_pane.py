"""The personnel file in short, in the pane beside the list of employees."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.labels import label
from ui.vocabulary.personnel import WRONG
from ui.widgets import formats

if TYPE_CHECKING:
    from services.personal_overview import FileInShort
    from ui.widgets.detail_pane import DetailPane

translate = QCoreApplication.translate


def show_file(pane: DetailPane, found: FileInShort, today: date) -> None:
    """What the office looks up most, and what is missing or contradicts."""
    draft = found.draft
    pane.section(translate("Personnel", "Personnel file"))
    for code in found.wrong:
        pane.check("warn", translate("Personnel", WRONG[code]))
    pane.row(translate("Personnel", "Identity number"), draft.identity_number or formats.NOTHING)
    pane.row(translate("Personnel", "Sex, age"), _sex_and_age(found))
    pane.row(translate("Personnel", "Employment"), label(draft.employment_kind))
    if draft.probation_until and not draft.confirmed_on:
        pane.row(translate("Personnel", "Probation until"), formats.day(draft.probation_until, today))
    if draft.education:
        pane.row(translate("Personnel", "Education"), _joined(label(draft.education), draft.school))
    pane.row(translate("Personnel", "Contract"), _contract(found, today))
    if found.card:
        pane.row(
            translate("Personnel", "Bank card"), _joined(found.card.bank_name, _ending(found.card.number))
        )
    if found.next_check:
        tone = "red" if found.next_check < today else ""
        pane.row(translate("Personnel", "Next health check"), formats.day(found.next_check, today), tone=tone)
    if draft.file_place:
        pane.row(translate("Personnel", "File kept at"), draft.file_place)
    _show_deductions(pane, found)


def _show_deductions(pane: DetailPane, found: FileInShort) -> None:
    if not found.deductions:
        return
    pane.section(translate("Personnel", "Deductions of this month"))
    for item, amount in found.deductions.items():
        pane.row(label(item), formats.money(amount))
    pane.row(
        translate("Personnel", "Together"),
        formats.money(sum(found.deductions.values(), Decimal(0))),
        strong=True,
    )


def _sex_and_age(found: FileInShort) -> str:
    sex = label(found.draft.sex) if found.draft.sex else ""
    age = "" if found.age is None else translate("Personnel", "{age} years").format(age=found.age)
    return _joined(sex, age) or formats.NOTHING


def _contract(found: FileInShort, today: date) -> str:
    contract = found.contract
    if contract is None:
        return formats.NOTHING
    words = translate("Personnel", "{kind}, to {day}") if contract.to_on else "{kind}"
    return words.format(kind=label(contract.kind), day=formats.day(contract.to_on, today))


def _ending(number: str) -> str:
    return f"… {number[-4:]}"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
