"""How many pieces of a lot were counted: typed for the selected line, or for the one scanned last."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from services import stock_take_scans
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.stock_takes.count_dialog import CountDialog

PIECES = FieldSpec(
    "pieces",
    QT_TRANSLATE_NOOP("Field", "Pieces counted"),
    FieldKind.NUMBER,
    required=True,
    hint=QT_TRANSLATE_NOOP("Field", "All of the lot, wherever you counted them."),
)

translate = QCoreApplication.translate


def ask_pieces(window: CountDialog) -> ActDialog | None:
    """Ask, beginning with what was counted, or with the whole lot where that is not hidden."""
    line = window.one_line()
    if line is None:
        return None
    take_id, click, place = window.detail.id, uuid4().hex, str(window.place.currentData())
    results: list[Any] = []

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        results[:] = stock_take_scans.count_pieces(
            session, actor, take_id, line.id, typed.pieces, place, command_id=click, today=window.desk.today()
        )
        return SimpleNamespace(id=line.id)

    whole = None if window.hidden else line.quantity or 1
    title = translate("StockTake", "Pieces of {number} {name}").format(number=line.code, name=line.name)
    question = Question(
        title, translate("StockTake", "Count  Ctrl+S"), (PIECES,), {"pieces": line.pieces or whole}
    )
    dialog = ActDialog(window.desk, question, work, window)
    dialog.setObjectName("dialog.pieces")
    dialog.saved.connect(lambda _id: window.written(results))
    dialog.open()
    return dialog
