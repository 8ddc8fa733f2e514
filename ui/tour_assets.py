"""The printed sheets of depreciation and the form of a disposal, for the tour."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.registers import Register


def asset_papers(session: Session, actor: Actor) -> dict[str, bytes]:
    """The table of the newest month, values on a day to come, the year, both books, entries, a schedule, a disposal."""
    from services import asset_disposal_details, asset_disposals, depreciation_register, depreciation_sheets
    from services.reports.disposal_form import disposal_pdf
    from services.reports.insurance_sheets import sheets_pdf
    from ui.state import this_day

    today = this_day()
    run = _first(session, actor, depreciation_register.REGISTER, "all", today)
    disposal = _first(session, actor, asset_disposals.REGISTER, "done", today)
    cards = depreciation_register.cards(session, actor, run)
    sheets = {
        "depreciation-month": depreciation_sheets.run_sheet(session, actor, run),
        "asset-values": depreciation_sheets.value_sheet(session, actor, date(today.year + 1, 12, 31)),
        "depreciation-year": depreciation_sheets.year_sheet(session, actor, today.year),
        "depreciation-books": depreciation_sheets.books_sheet(session, actor, today.year),
        "depreciation-entries": depreciation_sheets.entries_sheet(session, actor, run),
        "depreciation-card": depreciation_sheets.schedule_sheet(session, actor, cards[0].asset_id),
    }
    form = disposal_pdf([asset_disposal_details.printed(session, actor, disposal)])
    return {name: sheets_pdf([sheet]) for name, sheet in sheets.items()} | {"asset-disposal": form}


def _first(session: Session, actor: Actor, register: Register, chip: str, today: date) -> int:
    from services.registers import Query, window

    return int(window(session, actor, register, Query(today, chip=chip), 0, 1)[0][0])
