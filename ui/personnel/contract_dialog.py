"""The form of a labour contract, and what is asked when one ends."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import employees, labour_contract_ends, labour_contract_rules, labour_contracts
from services.labour_contract_ends import EndCause, EndDraft
from services.labour_contract_rules import ContractDraft
from services.terms import ContractAct, ContractKind
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

FORM = Form(
    name="labour_contract",
    title_new=QT_TRANSLATE_NOOP("Form", "New labour contract"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Labour contract"),
    fields=(
        FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Employee"), FieldKind.COMBO, required=True, choices=employees.choices),
        FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Number"), hint=QT_TRANSLATE_NOOP("Field", "Empty gives the next number.")),
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, members=ContractKind),
        FieldSpec("signed_on", QT_TRANSLATE_NOOP("Field", "Signed on"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Within a month of the first day (article 10); empty until then.")),
        FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, required=True),
        FieldSpec("to_on", QT_TRANSLATE_NOOP("Field", "To"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty for an open-ended contract.")),
        FieldSpec("probation_until", QT_TRANSLATE_NOOP("Field", "Probation until"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "One month below a year, two below three years, six from there on; only once (article 19).")),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank=""),
    ),
    empty=lambda today: ContractDraft(from_on=today),
    get=labour_contracts.get,
    save=labour_contracts.save,
    doubts=labour_contract_rules.doubts,
)  # fmt: skip
TITLES = {
    ContractAct.NEW: FORM.title_new,
    ContractAct.RENEWED: QT_TRANSLATE_NOOP("Form", "Renew the labour contract"),
    ContractAct.CHANGED: QT_TRANSLATE_NOOP("Form", "Change the labour contract"),
}
END = (
    FieldSpec("cause", QT_TRANSLATE_NOOP("Field", "Reason"), FieldKind.CHOICE, required=True, members=EndCause),
    FieldSpec("details", QT_TRANSLATE_NOOP("Field", "In a few words"), blank=""),
    FieldSpec("notice_on", QT_TRANSLATE_NOOP("Field", "Notice given on"), FieldKind.DAY),
    FieldSpec("ended_on", QT_TRANSLATE_NOOP("Field", "Last day"), FieldKind.DAY, required=True),
    FieldSpec("shorter", QT_TRANSLATE_NOOP("Field", "Shorter notice agreed, or paid instead"), FieldKind.CHECK, width=2),
)  # fmt: skip

translate = QCoreApplication.translate


class ContractDialog(RecordDialog):
    """`start` is a renewal or a change of another contract: the person stands, the rest may be typed over."""

    def __init__(
        self,
        desk: Desk,
        record_id: int | None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: ContractDraft | None = None,
    ) -> None:
        act = start.act if start is not None and start.act else ContractAct.NEW
        form = replace(FORM, title_new=TITLES[act], kept_as=f"labour_contract.{act}")
        self._follows = act is not ContractAct.NEW
        super().__init__(desk, form, record_id, parent, locked=locked, start=start)

    def _loaded(self, loaded: Loaded) -> None:
        super()._loaded(loaded)
        if self._follows:
            self.body.boxes["employee_id"].editor.set_locked(True)
            self.body.boxes["signed_on"].widget.setFocus()


def ask_end(desk: Desk, contract_id: int, title: str, parent: QWidget) -> ActDialog:
    """How and when a contract ends; `title` is translated."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        draft = EndDraft(
            typed.cause, typed.notice_on, typed.ended_on, bool(typed.shorter), typed.details or ""
        )
        version = labour_contracts.get(session, actor, contract_id).version or 0
        labour_contract_ends.end(session, actor, contract_id, version, draft)

    question = Question(
        title=title,
        button=translate("Personnel", "End  Ctrl+S"),
        fields=END,
        values={"notice_on": desk.today(), "shorter": False, "details": ""},
        about=translate(
            "Personnel",
            "Who resigns gives 30 days' notice, on probation 3 days (article 37); the company 30 days or a month's pay (article 40).",
        ),
        danger=True,
    )
    return ActDialog(desk, question, work, parent)
