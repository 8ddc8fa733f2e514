"""The papers of things for the tour: cards, labels, slips, requests, stock-takes, supplies, benefits, rents."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.registers import Register
    from services.reports.asset_forms import AssetForm


def thing_papers(session: Session, actor: Actor) -> dict[str, bytes]:
    """Every paper about assets, counts and supplies that the window prints, the newest of each."""
    return {
        **_of_assets(session, actor),
        **_of_counts(session, actor),
        **_of_supplies(session, actor),
    }


def _of_assets(session: Session, actor: Actor) -> dict[str, bytes]:
    """The card of what is lent and the slip of its last movement, labels, a request, what two people answer for."""
    from services import (
        asset_holders,
        asset_labels,
        asset_papers,
        asset_request_papers,
        asset_requests,
        asset_slips,
        fixed_assets,
    )
    from services.reports.asset_forms import forms_pdf
    from services.reports.asset_labels import label_sizes, labels_pdf
    from ui.state import this_day

    found = partial(_ids, session, actor)
    lent = found(fixed_assets.REGISTER, "lent", 1)
    slip = asset_slips.slip(session, actor, asset_slips.last_slip(session, actor, lent[0]))
    labels = asset_labels.labels(session, actor, found(fixed_assets.REGISTER, "held", 30))
    requests = asset_request_papers.requests(session, actor, found(asset_requests.REGISTER, "all", 1))
    holders = found(asset_holders.REGISTER, "all", 2)
    return {
        "asset-card": forms_pdf(asset_papers.cards(session, actor, lent, today=this_day())),
        "asset-movement": forms_pdf([slip]),
        "asset-labels": labels_pdf(labels, label_sizes()[0], 1),
        "asset-request": forms_pdf(requests),
        "asset-responsibility": forms_pdf(
            asset_papers.responsibilities(session, actor, holders, today=this_day())
        ),
    }


def _of_counts(session: Session, actor: Actor) -> dict[str, bytes]:
    """Both sheets of a count that was approved, and those of one that goes on."""
    from services import stock_take_sheets, stock_takes
    from services.reports.insurance_sheets import sheets_pdf

    made = {}
    for name, chip in (("stock-take", "approved"), ("stock-take-open", "open")):
        for take in _ids(session, actor, stock_takes.REGISTER, chip, 1):
            made[name] = sheets_pdf([stock_take_sheets.count_sheet(session, actor, take)])
            made[f"{name}-differences"] = sheets_pdf(
                [stock_take_sheets.difference_sheet(session, actor, take)]
            )
    return made


def _of_supplies(session: Session, actor: Actor) -> dict[str, bytes]:
    """The slip of the last issue, the count sheet of a place, a benefit sheet, the rents of the year."""
    from services import benefit_register, lease_papers, supply_papers, supply_register
    from services.reports.asset_forms import forms_pdf
    from ui.state import this_day

    today = this_day()
    issue = _ids(session, actor, supply_register.REGISTER, "issued", 1)
    slip, _article = supply_register.slip_of(session, actor, issue[0])
    benefit = _ids(session, actor, benefit_register.REGISTER, "all", 1)[0]
    first, last = date(today.year, 1, 1), date(today.year, 12, 31)
    return {
        "supply-slip": forms_pdf([supply_papers.slip(session, actor, slip)]),
        "supply-count": forms_pdf([_count_sheet(session, actor, today)]),
        "benefit-sheet": forms_pdf([supply_papers.benefit(session, actor, benefit)]),
        "rent-ledger": forms_pdf(
            [lease_papers.rent_ledger(session, actor, first=first, last=last, today=today)]
        ),
    }


def _count_sheet(session: Session, actor: Actor, today: date) -> AssetForm:
    """Of the first place where something is kept."""
    from services import places, supply_papers
    from services.errors import Refused

    for place in places.choices(session, actor):
        try:
            return supply_papers.count_sheet(session, actor, int(place.id), today=today)
        except Refused:  # nothing there
            continue
    raise LookupError("the sample keeps supplies nowhere")


def _ids(session: Session, actor: Actor, register: Register, chip: str, most: int) -> list[int]:
    from services.registers import Query, window
    from ui.state import this_day

    rows = window(session, actor, register, Query(this_day(), chip=chip), 0, most)
    return [int(row[0]) for row in rows]
