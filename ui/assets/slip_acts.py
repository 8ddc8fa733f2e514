"""The slips of a card: every movement's can be printed again, the newest first."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services.errors import Refused
from services.records import Choice
from ui.assets import papers
from ui.claims.act_dialog import ActDialog, Question
from ui.errors import sentence
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.asset_details import AssetDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.fixed_assets import FixedAssetsPage

translate = QCoreApplication.translate


def print_slip(page: FixedAssetsPage, found: AssetDetail) -> None:
    """The only slip of a card at once; of several, ask which."""
    rows = [row for row in found.movements if row.printed]
    if not rows:
        page.notice.say(sentence(Refused("asset.no_slip")))
    elif len(rows) == 1:
        papers.print_slip(page.desk, page, rows[0].slip)
    else:
        _ask(page, found)


def _ask(page: FixedAssetsPage, found: AssetDetail) -> ActDialog:
    slips = {row.id: row.slip for row in found.movements if row.printed}
    choices = [
        Choice(row.id, row.slip, f"{row.on_day.isoformat()} {label(row.kind)} {row.target}", row.slip)
        for row in found.movements
        if row.printed
    ]
    field = FieldSpec(
        "slip_id", QT_TRANSLATE_NOOP("Field", "Slip"), FieldKind.COMBO, required=True,
        choices=lambda _session, _actor: choices,
    )  # fmt: skip

    def work(_session: Session, _actor: Actor, typed: SimpleNamespace) -> Any:
        return SimpleNamespace(id=typed.slip_id)

    title = translate("Assets", "Slips of {number}").format(number=found.number)
    question = Question(
        title, translate("Assets", "Show the slip  Ctrl+S"), (field,), {"slip_id": next(iter(slips))}
    )
    dialog = ActDialog(page.desk, question, work, page)
    dialog.setObjectName("dialog.slips")
    dialog.saved.connect(lambda movement: papers.print_slip(page.desk, page, slips[movement]))
    dialog.open()
    return dialog
