"""Printing of assets: cards, slips, responsibility sheets, purchase requests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import asset_papers, asset_request_papers
from ui.widgets.print_preview import PrintJob, PrintPreview

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.reports.asset_forms import AssetForm
    from services.reports.paper import PrintSettings
    from ui.state import Desk

type Make = Callable[[Session, PrintSettings], bytes]

translate = QCoreApplication.translate


def print_cards(desk: Desk, parent: QWidget, ids: Sequence[int]) -> PrintPreview:
    """The cards 资产卡片."""
    make = partial(_cards, desk.actor, tuple(ids), desk.today())
    return _preview(desk, parent, "asset_card", translate("Assets", "Asset cards"), make)


def print_slip(desk: Desk, parent: QWidget, asset_id: int) -> PrintPreview:
    """The newest slip 变动单 of a card, with all cards that stand on it."""
    make = partial(_slip, desk.actor, asset_id)
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
    preview = PrintPreview(desk, PrintJob(name, title, ("A4",), make), parent)
    preview.open()
    return preview


def _pdf(forms: Sequence[AssetForm], settings: Any) -> bytes:
    from services.reports.asset_forms import forms_pdf

    return forms_pdf(forms, settings)


def _cards(
    actor: Actor, ids: tuple[int, ...], today: date, session: Session, settings: PrintSettings
) -> bytes:
    return _pdf(asset_papers.cards(session, actor, ids, today=today), settings)


def _slip(actor: Actor, asset_id: int, session: Session, settings: PrintSettings) -> bytes:
    number = asset_papers.last_slip(session, actor, asset_id)
    return _pdf([asset_papers.slip(session, actor, number)], settings)


def _responsibilities(
    actor: Actor, ids: tuple[int, ...], today: date, session: Session, settings: PrintSettings
) -> bytes:
    return _pdf(asset_papers.responsibilities(session, actor, ids, today=today), settings)


def _requests(actor: Actor, ids: tuple[int, ...], session: Session, settings: PrintSettings) -> bytes:
    return _pdf(asset_request_papers.requests(session, actor, ids), settings)
