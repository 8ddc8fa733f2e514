"""Printing of supplies, benefit sheets and leases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import supply_papers, supply_register
from ui.widgets.print_preview import PrintJob, PrintPreview

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.reports.asset_forms import AssetForm
    from services.reports.paper import PrintSettings
    from ui.state import Desk

type Forms = Callable[[Session], Sequence[AssetForm]]

translate = QCoreApplication.translate


def print_slip(desk: Desk, parent: QWidget, number: str) -> PrintPreview:
    """A slip 入库单, 领用单, 退库单, 盘点单, 调拨单 by its number."""
    forms = partial(_slip, desk.actor, number)
    return _preview(desk, parent, "supply_slip", translate("Supplies", "Slip of supplies"), forms)


def print_last_slip(desk: Desk, parent: QWidget, supply_id: int) -> PrintPreview:
    """The newest slip an article stands on."""
    forms = partial(_last_slip, desk.actor, supply_id)
    return _preview(desk, parent, "supply_slip", translate("Supplies", "Slip of supplies"), forms)


def print_slip_of(desk: Desk, parent: QWidget, movement_ids: Sequence[int]) -> PrintPreview:
    """The slips of movements, each once."""
    forms = partial(_slips_of, desk.actor, tuple(movement_ids))
    return _preview(desk, parent, "supply_slip", translate("Supplies", "Slip of supplies"), forms)


def print_count_sheet(desk: Desk, parent: QWidget, place_id: int) -> PrintPreview:
    """What stands at a place, to be counted 盘点表."""
    forms = partial(_count_sheet, desk.actor, place_id, desk.today())
    return _preview(desk, parent, "supply_count", translate("Supplies", "Count sheet"), forms)


def print_benefits(desk: Desk, parent: QWidget, ids: Sequence[int]) -> PrintPreview:
    """Sheets that everybody signs 福利发放签收表."""
    forms = partial(_benefits, desk.actor, tuple(ids))
    return _preview(desk, parent, "benefit_sheet", translate("Supplies", "Benefit sheets"), forms)


def _preview(desk: Desk, parent: QWidget, name: str, title: str, forms: Forms) -> PrintPreview:
    preview = PrintPreview(desk, PrintJob(name, title, ("A4",), partial(_pdf, forms)), parent)
    preview.open()
    return preview


def _pdf(forms: Forms, session: Session, settings: PrintSettings) -> bytes:
    from services.reports.asset_forms import forms_pdf

    return forms_pdf(forms(session), settings)


def _slip(actor: Actor, number: str, session: Session) -> Sequence[AssetForm]:
    return [supply_papers.slip(session, actor, number)]


def _last_slip(actor: Actor, supply_id: int, session: Session) -> Sequence[AssetForm]:
    return [supply_papers.slip(session, actor, supply_register.last_slip(session, actor, supply_id))]


def _slips_of(actor: Actor, ids: tuple[int, ...], session: Session) -> Sequence[AssetForm]:
    numbers = dict.fromkeys(supply_register.slip_of(session, actor, each)[0] for each in ids)
    return [supply_papers.slip(session, actor, number) for number in numbers]


def _count_sheet(actor: Actor, place_id: int, today: date, session: Session) -> Sequence[AssetForm]:
    return [supply_papers.count_sheet(session, actor, place_id, today=today)]


def _benefits(actor: Actor, ids: tuple[int, ...], session: Session) -> Sequence[AssetForm]:
    return [supply_papers.benefit(session, actor, each) for each in ids]
