"""What can be done with cards beside moving them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from services.permissions import Permission
from services.terms import AssetState
from ui.assets import import_dialog, label_acts, lot_acts, move_acts, papers, slip_acts
from ui.disposals import card_links
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.asset_details import AssetDetail
    from ui.pages.fixed_assets import FixedAssetsPage

type Act = Callable[[FixedAssetsPage, AssetDetail], object]


def _on_card(act: Act) -> Callable[[FixedAssetsPage, list[int]], None]:
    """Act on the card as it is shown: what changed since then is refused, not overrun."""

    def run(page: FixedAssetsPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


_EDIT, _SEE = (Permission.ASSET_EDIT,), (Permission.ASSET_SEE,)
_HOME = frozenset({AssetState.IN_USE, AssetState.IDLE})
_HELD = frozenset(AssetState) - {AssetState.DISPOSED}

# fmt: off
IMPORT = Action("import_register", QT_TRANSLATE_NOOP("Action", "Take over a register"), lambda page, _ids: import_dialog.import_register(page), "upload", "", _EDIT, takes=Takes.NONE, more=True)
CARD = Action("print_card", QT_TRANSLATE_NOOP("Action", "Print card"), lambda page, ids: papers.print_cards(page.desk, page, ids), "printer", "Ctrl+Shift+P", _SEE, takes=Takes.MANY, more=True, pane=True)
SLIP = Action("print_slip", QT_TRANSLATE_NOOP("Action", "Print slip"), _on_card(slip_acts.print_slip), "printer", "", _SEE, takes=Takes.ONE, more=True)
SPLIT = Action("split", QT_TRANSLATE_NOOP("Action", "Split"), _on_card(lot_acts.split), "columns-3", "", _EDIT, _HOME, Takes.ONE, more=True)
MERGE = Action("merge", QT_TRANSLATE_NOOP("Action", "Put together"), lot_acts.merge, "boxes", "", _EDIT, _HOME, Takes.SEVERAL, more=True)
REVISE = Action("revise", QT_TRANSLATE_NOOP("Action", "Estimate anew"), _on_card(lot_acts.revise), "pencil", "", _EDIT, _HELD, Takes.ONE, more=True)
TAKE_BACK = Action("take_back_estimate", QT_TRANSLATE_NOOP("Action", "Take back the last estimate"), _on_card(lot_acts.take_back), "undo", "", _EDIT, _HELD, Takes.ONE, more=True, danger=True)
# fmt: on

ALL = (
    *move_acts.ALL,
    CARD,
    SLIP,
    SPLIT,
    MERGE,
    REVISE,
    TAKE_BACK,
    card_links.WHY,
    card_links.DISPOSE,
    IMPORT,
    *label_acts.ALL,
)
