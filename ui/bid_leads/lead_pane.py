"""What the pane tells about a tender notice: until when, how much, what it became, which may be the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.terms import LeadState
from ui.bid_leads.lead_dialog import alike_words
from ui.bids import words
from ui.labels import label, tone
from ui.widgets import formats

if TYPE_CHECKING:
    from services.bid_lead_details import LeadDetail
    from ui.widgets.detail_pane import DetailPane

translate = QCoreApplication.translate


def show_lead(pane: DetailPane, found: LeadDetail, today: date) -> None:
    """From top to bottom; the history follows."""
    draft = found.draft
    pane.headline(" · ".join(filter(None, (draft.province, draft.source))), draft.title, draft.owner)
    pane.row(translate("Field", "State"), label(found.state), tone=tone(found.state), strong=True)
    if found.drop_reason:
        pane.text(found.drop_reason)
    if found.bid:
        pane.row(translate("Field", "Bid"), found.bid, strong=True)
    _ends(pane, found, today)
    for one in found.alike:
        pane.check("warn", alike_words(one, today))
    pane.row(translate("Field", "Budget"), words.figure(draft.budget))
    _facts(pane, found, today)


def _ends(pane: DetailPane, found: LeadDetail, today: date) -> None:
    if found.state in (LeadState.NEW, LeadState.KEPT) and found.ends_on is not None:
        left = words.countdown(found.ends_on, today)
        pane.row(translate("Lead", "Ends"), left, tone=words.day_tone(found.ends_on, today), strong=True)


def _facts(pane: DetailPane, found: LeadDetail, today: date) -> None:
    draft = found.draft
    for name, day in (
        (translate("Field", "Published on"), draft.published_on),
        (translate("Field", "Register until"), draft.register_until),
        (translate("Field", "Bids until"), draft.deadline_on),
        (translate("Field", "Found on"), draft.found_on),
    ):
        if day is not None:
            pane.row(name, formats.day(day, today))
    for name, value in (
        (translate("Field", "Tender number"), draft.tender_number),
        (translate("Field", "Department"), found.department),
        (translate("Lead", "Told in"), found.digest),
    ):
        if value:
            pane.row(name, value)
    for text in (draft.note, draft.link):
        if text:
            pane.text(text)
