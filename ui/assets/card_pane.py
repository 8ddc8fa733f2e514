"""What the pane tells about a card: photo, who has it, what it is worth, where it came from, where it has been."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.permissions import Permission
from services.terms import AssetState, Method
from ui.assets.photo import PhotoLabel
from ui.labels import label
from ui.payroll.link_label import LinkLabel
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList

if TYPE_CHECKING:
    from datetime import date

    from services.asset_details import AssetDetail
    from services.asset_movements import MovementRow
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

SHOWN = 12  # movements; the older ones are in the history
SOON_DAYS = 30

translate = QCoreApplication.translate


def show_card(
    pane: DetailPane,
    desk: Desk,
    found: AssetDetail,
    again: Callable[[], object],
    print_slip: Callable[[str], object],
) -> None:
    """From top to bottom; `again` is called when files were added or removed, `print_slip` for a movement's slip."""
    today = desk.today()
    lot = f" × {found.quantity} {found.unit}" if found.quantity > 1 else ""
    pane.headline(f"{found.number} · {found.class_name}", found.name + lot, found.specification)
    if found.photo is not None:
        pane.widget(PhotoLabel(desk, found.photo, found.name, pane))
    _standing(pane, found, today)
    _value(pane, found, today)
    _origin(pane, found, today)
    if found.estimates:
        _estimates(pane, found)
    pane.section(translate("Assets", "Movements ({count})").format(count=len(found.movements)))
    for row in found.movements[:SHOWN]:
        _movement(pane, row, today)
        if row.printed:
            pane.widget(_slip_link(row, print_slip))
    _files(pane, desk, found, again)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("fixed_asset", found.history, today))


def _standing(pane: DetailPane, found: AssetDetail, today: date) -> None:
    pane.row(translate("Field", "State"), label(found.state), strong=True)
    if found.state is AssetState.LENT and found.due_back_on is not None:
        late = found.due_back_on < today
        who = found.outside or found.employee
        words = (
            translate("Assets", "Lent to {who}, due back on {day}: overdue by {days} days")
            if late
            else translate("Assets", "Lent to {who}, due back on {day}")
        )
        told = words.format(who=who, day=found.due_back_on.isoformat(), days=(today - found.due_back_on).days)
        pane.text(told, "red" if late else "amber")
    elif found.state in (AssetState.REPAIR, AssetState.LEASED) and found.outside:
        pane.row(translate("Assets", "With"), found.outside)
    for words, value in (
        (translate("Field", "Used by"), found.employee),
        (translate("Field", "Department"), found.department),
        (translate("Field", "Place"), found.place),
        (translate("Field", "Serial number"), found.serial_number),
        (translate("Field", "Note"), found.note),
    ):
        if value:
            pane.row(words, value)


def _value(pane: DetailPane, found: AssetDetail, today: date) -> None:
    pane.section(translate("Assets", "Value today"))
    pane.row(translate("Field", "Original cost"), formats.money(found.cost))
    pane.row(translate("Assets", "Charged so far"), formats.money(found.accumulated))
    pane.row(translate("Assets", "Worth today"), formats.money(found.value), strong=True)
    pane.row(translate("Field", "Residual value"), formats.money(found.residual))
    life = translate("Assets", "{method}, {months} months")
    pane.row(translate("Field", "Depreciation"), life.format(method=label(found.method), months=found.months))
    if found.start_on is None:
        pane.text(translate("Assets", "Not in use yet: nothing is charged."), "amber")
    elif found.method is not Method.UNITS and found.first_charge and found.last_charge:
        pane.row(translate("Assets", "This month"), formats.money(found.monthly))
        span = f"{found.first_charge:%Y-%m} … {found.last_charge:%Y-%m}"
        pane.row(translate("Assets", "Charged in"), span)
        if found.last_charge < today.replace(day=1):
            pane.text(translate("Assets", "Fully charged; it goes on being used without further charges."))
    if found.opening_accumulated:
        opening = translate("Assets", "{amount} in {months} months")
        amount = formats.money(found.opening_accumulated)
        pane.row(
            translate("Assets", "Before this register"),
            opening.format(amount=amount, months=found.opening_months),
        )
    if found.one_off:
        pane.text(translate("Assets", "For tax, deducted at once."))


def _origin(pane: DetailPane, found: AssetDetail, today: date) -> None:
    pane.section(translate("Assets", "Where it came from"))
    pane.row(translate("Field", "Bought on"), found.bought_on.isoformat())
    if found.start_on is not None:
        pane.row(translate("Field", "In use since"), found.start_on.isoformat())
    for words, value in (
        (translate("Field", "Supplier"), found.supplier),
        (translate("Field", "Invoice number"), found.invoice_number),
        (translate("Field", "Claim"), found.claim_number),
        (translate("Assets", "Purchase request"), found.request_number),
        (translate("Assets", "Split from"), found.source_number),
    ):
        if value:
            pane.row(words, value)
    if found.warranty_until is not None:
        left = (found.warranty_until - today).days
        tone = "" if left > SOON_DAYS else "amber" if left >= 0 else ""
        shown = found.warranty_until.isoformat()
        if left < 0:
            shown = translate("Assets", "{day}, over").format(day=shown)
        pane.row(translate("Field", "Warranty until"), shown, tone=tone)
    if found.stopped_on is not None:
        pane.row(translate("Field", "Disposed on"), found.stopped_on.isoformat())


def _estimates(pane: DetailPane, found: AssetDetail) -> None:
    pane.section(translate("Assets", "Changes of estimate"))
    for one in found.estimates:
        words = translate("Assets", "{months} months, residual {residual}")
        told = words.format(months=one.months, residual=formats.money(one.residual))
        added = f"{one.added:+,.2f}" if one.added else ""
        pane.row(f"{one.from_on:%Y-%m}", told, middle=added)
        pane.text(f"{one.reason}（{one.made_by_name}）")


def _movement(pane: DetailPane, row: MovementRow, today: date) -> None:
    pane.row(f"{formats.day(row.on_day, today)}  {label(row.kind)}", row.target or formats.NOTHING)
    parts = ["" if row.printed else row.slip, row.note]
    if row.due_on is not None:
        parts.append(translate("Assets", "due back on {day}").format(day=row.due_on.isoformat()))
    if row.cost:
        parts.append(formats.yuan(row.cost))
    if row.days:
        parts.append(translate("Assets", "{days} days").format(days=row.days))
    told = " · ".join(part for part in parts if part)
    if told:
        pane.text(told)


def _slip_link(row: MovementRow, print_slip: Callable[[str], object]) -> LinkLabel:
    """The number of its slip, which shows it again."""
    link = LinkLabel(translate("Assets", "Slip {number}").format(number=row.slip), "blue")
    link.setObjectName(f"link.slip.{row.slip}")
    link.followed.connect(lambda: print_slip(row.slip))
    return link


def _files(pane: DetailPane, desk: Desk, found: AssetDetail, again: Callable[[], object]) -> None:
    editable = desk.can(Permission.ASSET_EDIT)
    if not found.files and not editable:
        return
    pane.section(translate("Assets", "Photo and files ({count})").format(count=len(found.files)))
    files = AttachmentsList(desk, "fixed_asset", found.id, found.files, editable=editable)
    files.changed.connect(again)
    pane.widget(files)
