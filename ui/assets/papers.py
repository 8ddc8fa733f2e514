"""Printing of assets: cards, slips, responsibility sheets, purchase requests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import asset_papers, asset_request_papers, asset_slips
from ui.widgets.print_preview import PrintJob, PrintPreview

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.reports.asset_forms import AssetForm
    from services.reports.paper import PrintSettings
    from ui.state import Desk

type Make = Callable[[Session], Sequence[AssetForm]]

translate = QCoreApplication.translate


def print_cards(desk: Desk, parent: QWidget, ids: Sequence[int]) -> PrintPreview:
    """The cards 资产卡片."""
    make = partial(_cards, desk.actor, tuple(ids), desk.today())
    return _preview(desk, parent, "asset_card", translate("Assets", "Asset cards"), make)


def print_slip(desk: Desk, parent: QWidget, number: str) -> PrintPreview:
    """A slip 变动单 with all cards that stand on it."""
    make = partial(_slip, desk.actor, number)
    return _preview(desk, parent, "asset_slip", translate("Assets", "Movement slip"), make)


def print_responsibilities(desk: Desk, parent: QWidget, ids: Sequence[int]) -> PrintPreview:
    """What people answer for 个人资产责任表."""
    make = partial(_responsibilities, desk.actor, tuple(ids), desk.today())
    return _preview(desk, parent, "asset_responsibility", translate("Assets", "Responsibility sheets"), make)


def print_requests(desk: Desk, parent: QWidget, ids: Sequence[int]) -> PrintPreview:
    """Purchase requests 采购申请单."""
    make = partial(_requests, desk.actor, tuple(ids))
    return _preview(desk, parent, "asset_request", translate("Assets", "Purchase requests"), make)


def _preview(desk: Desk, parent: QWidget, name: str, title: str, make: Make) -> PrintPreview:
    job = PrintJob(name, title, ("A4",), partial(_pdf, make), workbook=partial(_xlsx, make))
    preview = PrintPreview(desk, job, parent)
    preview.open()
    return preview


def _pdf(make: Make, session: Session, settings: PrintSettings) -> bytes:
    from services.reports.asset_forms import forms_pdf

    return forms_pdf(make(session), settings)


def _xlsx(make: Make, session: Session) -> bytes:
    from services.exchange.asset_form_xlsx import (
        forms_xlsx,  # XlsxWriter is imported when something is exported
    )

    return forms_xlsx(make(session))


def _cards(actor: Actor, ids: tuple[int, ...], today: date, session: Session) -> Sequence[AssetForm]:
    return asset_papers.cards(session, actor, ids, today=today)


def _slip(actor: Actor, number: str, session: Session) -> Sequence[AssetForm]:
    return [asset_slips.slip(session, actor, number)]


def _responsibilities(
    actor: Actor, ids: tuple[int, ...], today: date, session: Session
) -> Sequence[AssetForm]:
    return asset_papers.responsibilities(session, actor, ids, today=today)


def _requests(actor: Actor, ids: tuple[int, ...], session: Session) -> Sequence[AssetForm]:
    return asset_request_papers.requests(session, actor, ids)
