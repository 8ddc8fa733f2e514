"""What is asked before the form of a case opens: which kind, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import case_starts, certificate_kinds, company_certificates
from services.case_starts import CaseStart
from services.terms import CaseKind
from ui.certificates.case_form import CaseDialog
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from datetime import date

    from services.certificate_cases import CaseDraft
    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

FIELDS = (
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind of case"), FieldKind.CHOICE, required=True, width=2, members=CaseKind),
    FieldSpec("certificate_id", QT_TRANSLATE_NOOP("Field", "Which certificate"), FieldKind.COMBO, width=2, choices=company_certificates.choices),
    FieldSpec("duty", QT_TRANSLATE_NOOP("Field", "Which duty, of which year"), FieldKind.COMBO, width=2),
    FieldSpec("kind_id", QT_TRANSLATE_NOOP("Field", "Kind of certificate"), FieldKind.COMBO, width=2, choices=certificate_kinds.choices),
    FieldSpec("change", QT_TRANSLATE_NOOP("Field", "What changed"), FieldKind.COMBO, width=2, choices=case_starts.change_choices),
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "On the day, or until"), FieldKind.DAY, width=2, hint=QT_TRANSLATE_NOOP("Field", "When the change happened, or the last day to hand in.")),
)  # fmt: skip
ASKED = {
    CaseKind.RENEWAL: ("certificate_id",),
    CaseKind.DUTY: ("duty",),
    CaseKind.APPLICATION: ("kind_id", "day"),
    CaseKind.SUBSIDY: ("kind_id", "day"),
    CaseKind.CHANGE: ("change", "day"),
}

translate = QCoreApplication.translate


def _fields(today: date) -> tuple[FieldSpec, ...]:
    """What is due depends on the day."""
    due = partial(case_starts.duty_choices, today=today)
    return tuple(replace(spec, choices=due) if spec.name == "duty" else spec for spec in FIELDS)


class StartDialog(ActDialog):
    """Only what the kind of case needs can be typed."""

    def __init__(
        self, desk: Desk, parent: QWidget, then: Callable[[CaseDraft], object], start: CaseStart
    ) -> None:
        self._found: CaseDraft | None = None
        about = translate("Certificates", "The steps with their days and papers are filled in for you; you can change everything.")  # fmt: skip
        question = Question(
            translate("Certificates", "New case"),
            translate("Certificates", "Go on  Ctrl+S"),
            _fields(desk.today()),
            {"kind": start.kind, "certificate_id": start.certificate_id, "duty": None, "kind_id": start.kind_id, "change": None, "day": None},
            about,
        )  # fmt: skip
        super().__init__(desk, question, partial(self._begin, desk.today()), parent)
        self.resize(540, 340)
        self.saved.connect(lambda _id: then(self._found) if self._found is not None else None)

    def _begin(self, today: date, session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        if typed.kind is CaseKind.DUTY:
            start = case_starts.duty_start(session, typed.duty, today=today)
            self._found = case_starts.begin(session, actor, start, today=today)
            return
        start = CaseStart(kind=typed.kind)
        asked = ASKED[typed.kind]
        values: dict[str, Any] = {name: getattr(typed, name) for name in asked}
        if "change" in values:
            values["change"] = case_starts.change_code(typed.change)
        self._found = case_starts.begin(session, actor, replace(start, **values), today=today)

    def _doubt(self) -> None:
        kind: Any = self.body.boxes["kind"].editor.value()
        for name in ("certificate_id", "duty", "kind_id", "change", "day"):
            self.body.boxes[name].setVisible(name in ASKED.get(kind, ()))
        super()._doubt()


def open_start(
    desk: Desk, parent: QWidget, saved: Callable[[int], object], start: CaseStart | None = None
) -> StartDialog:
    """Ask what the case is about, then open its form."""
    dialog = StartDialog(desk, parent, partial(open_case, desk, parent, saved), start or CaseStart())
    dialog.open()
    return dialog


def begin_case(desk: Desk, parent: QWidget, saved: Callable[[int], object], start: CaseStart) -> None:
    """Open the form of the case that `start` says whole."""
    work = partial(_begin, desk.actor, start, desk.today())
    desk.tasks.read(parent, work, partial(open_case, desk, parent, saved))


def open_case(desk: Desk, parent: QWidget, saved: Callable[[int], object], draft: CaseDraft) -> CaseDialog:
    """The form of a new case, filled in."""
    dialog = CaseDialog(desk, None, parent, start=draft)
    dialog.saved.connect(saved)
    dialog.open()
    return dialog


def _begin(actor: Actor, start: CaseStart, today: date, session: Session) -> CaseDraft:
    return case_starts.begin(session, actor, start, today=today)
