"""Printing of supplies, benefit sheets and leases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import lease_papers, supply_papers, supply_register
from ui.widgets.plain_table import export_rows
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


def print_rent_ledger(desk: Desk, parent: QWidget, first: date, last: date) -> PrintPreview:
    """收租台账 of a period."""
    forms = partial(_rent_ledger, desk.actor, first, last, desk.today())
    return _preview(desk, parent, "rent_ledger", translate("Supplies", "Rent ledger"), forms)


def export_slips_of(desk: Desk, parent: QWidget, movement_ids: Sequence[int]) -> None:
    """The slips of movements as a workbook."""
    export_forms(desk, parent, partial(_slips_of, desk.actor, tuple(movement_ids)))


def export_count_sheet(desk: Desk, parent: QWidget, place_id: int) -> None:
    """The sheet to count a place with, as a workbook."""
    export_forms(desk, parent, partial(_count_sheet, desk.actor, place_id, desk.today()))


def export_benefits(desk: Desk, parent: QWidget, ids: Sequence[int]) -> None:
    """The people of benefit sheets, as a workbook."""
    export_forms(desk, parent, partial(_benefits, desk.actor, tuple(ids)))


def export_forms(desk: Desk, parent: QWidget, forms: Forms) -> None:
    """Ask where to, then write papers as one table: whose line it is before, what stands above the table after."""

    def write(found: Sequence[AssetForm]) -> None:
        headings, rows = form_rows(found)
        export_rows(desk, parent, found[0].title, headings, rows)

    desk.tasks.read(parent, forms, write)


def form_rows(forms: Sequence[AssetForm]) -> tuple[list[str], list[list[object]]]:
    """The tables of papers of one kind as one: numbers are numbers; the sums are left to the workbook."""
    heads = dict.fromkeys(
        (word, align) for form in forms for table in form.tables for word, _share, align in table.heads
    )
    above = dict.fromkeys(word for form in forms for word, _value in form.pairs)
    rows: list[list[object]] = []
    for form in forms:
        pairs = dict(form.pairs)
        for table in form.tables:
            names = [word for word, _share, _align in table.heads]
            for row in table.rows:
                cells = dict(zip(names, row, strict=True))
                own = [_typed(cells.get(word, ""), align) for word, align in heads]
                rows.append([form.number, *own, *(pairs.get(word, "") for word in above)])
    return [_word(each) for each in ("单号", *(word for word, _align in heads), *above)], rows


def _word(heading: str) -> str:
    return heading.replace("　", "")


def _typed(text: str, align: str) -> object:
    """What stands to the right or in the middle and reads as a number is one."""
    plain = text.replace(",", "")
    if align == "left" or not plain.lstrip("+-").replace(".", "", 1).isdecimal():
        return text
    return Decimal(plain) if "." in plain else int(plain)


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


def _rent_ledger(actor: Actor, first: date, last: date, today: date, session: Session) -> Sequence[AssetForm]:
    return [lease_papers.rent_ledger(session, actor, first=first, last=last, today=today)]
