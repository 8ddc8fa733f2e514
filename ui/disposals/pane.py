"""The detail pane of a disposal: where it stands, the cards with what they are worth and bring, who decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.permissions import Permission
from services.terms import OfficePaperState
from ui.labels import label
from ui.payroll.link_label import LinkLabel
from ui.personnel.paper_pane import paper_steps, tell_steps
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import StepBar

if TYPE_CHECKING:
    from services.asset_disposal_details import DisposalDetail, DisposedCard
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

SHOWN = 12

translate = QCoreApplication.translate


def show_disposal(
    pane: DetailPane,
    desk: Desk,
    found: DisposalDetail,
    open_card: Callable[[int], object],
    again: Callable[[], object],
) -> None:
    """Fill the pane from top to bottom; `open_card` shows why a card is worth what it is."""
    today = desk.today()
    small = f"{found.number} · {label(found.reason)}"
    gone = found.state is OfficePaperState.APPROVED
    words = translate("Disposal", "left on {day}") if gone else translate("Disposal", "leaves on {day}")
    left = words.format(day=found.on_day.isoformat())
    pane.headline(small, found.title, " · ".join(filter(None, (left, found.department_name))))
    bar = StepBar()
    bar.set_steps(
        list(paper_steps(found.state, found.steps, applied=found.state is OfficePaperState.APPROVED))
    )
    pane.widget(bar)
    if found.state_note:
        wrong = found.state in (OfficePaperState.RETURNED, OfficePaperState.VOIDED)
        pane.text(found.state_note, "red" if wrong else "")
    _figures(pane, found)
    pane.section(translate("Disposal", "Cards ({count})").format(count=len(found.cards)))
    for card in found.cards[:SHOWN]:
        _card(pane, card, open_card)
    if len(found.cards) > SHOWN:
        words = translate("Disposal", "and {count} more on the form")
        pane.text(words.format(count=len(found.cards) - SHOWN))
    tell_steps(pane, found.steps, found.decisions, today)
    _files(pane, desk, found, again)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("asset_disposal", found.history, today))


def _figures(pane: DetailPane, found: DisposalDetail) -> None:
    pane.row(translate("Field", "Original cost"), formats.money(found.total("cost")))
    pane.row(translate("Field", "Accumulated"), formats.money(found.total("accumulated")))
    pane.row(translate("Field", "Net value"), formats.money(found.total("net")))
    pane.row(translate("Field", "Proceeds ex VAT"), formats.money(found.total("proceeds")))
    if found.total("fees"):
        pane.row(translate("Field", "Taxes and fees"), formats.money(found.total("fees")))
    gain = found.total("gain")
    words = translate("Disposal", "Loss") if gain < 0 else translate("Disposal", "Gain")
    pane.row(words, formats.money(abs(gain)), tone="red" if gain < 0 else "green", strong=True)
    if found.buyer:
        pane.row(translate("Field", "Buyer"), found.buyer)
    if found.note:
        pane.row(translate("Field", "Explanation"), found.note)


def _card(pane: DetailPane, card: DisposedCard, open_card: Callable[[int], object]) -> None:
    words = translate("Disposal", "{number} {name}: net {net}, brings {proceeds}")
    text = words.format(
        number=card.number, name=card.name, net=formats.money(card.net), proceeds=formats.money(card.proceeds)
    )
    link = LinkLabel(text, parent=pane)
    link.setObjectName(f"link.card.{card.asset_id}")
    link.followed.connect(lambda: open_card(card.asset_id))
    pane.widget(link)


def _files(pane: DetailPane, desk: Desk, found: DisposalDetail, again: Callable[[], object]) -> None:
    editable = desk.can(Permission.ASSET_EDIT)
    if not found.files and not editable:
        return
    pane.section(translate("Disposal", "Photos and papers ({count})").format(count=len(found.files)))
    files = AttachmentsList(desk, "asset_disposal", found.id, found.files, editable=editable)
    files.changed.connect(again)
    pane.widget(files)
