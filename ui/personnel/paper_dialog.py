"""The form of a personnel paper: its fields, how the person stands now, and the pay before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services import personnel_standing
from services.permissions import Permission
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine
from services.terms import PersonnelKind
from ui.errors import sentence
from ui.personnel.paper_forms import PAY, WITH_PAY, form_of
from ui.widgets import formats
from ui.widgets.editors import UnreadableError
from ui.widgets.fields import Chosen
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.personnel_standing import Standing
    from ui.state import Desk
    from ui.widgets.form import Form

translate = QCoreApplication.translate
WIDTH = 940  # four fields beside each other, each wide enough for a day or a number


@dataclass(frozen=True, slots=True)
class PaperLoaded(Loaded):
    """The form also needs the components of pay, and how the person stands."""

    components: Sequence[Chosen]
    standing: Standing | None


class PaperDialog(RecordDialog):
    """`start` is what a new paper begins with: a candidate's join paper, say."""

    def __init__(
        self,
        desk: Desk,
        kind: PersonnelKind,
        record_id: int | None = None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: PersonnelDraft | None = None,
    ) -> None:
        self.kind = kind
        self.sees_pay = kind in WITH_PAY and desk.can(Permission.PAYROLL_SEE)
        self._asked = 0
        self._person: object = None
        self.pay: LineTable | None = None
        form = form_of(kind, desk.today())
        super().__init__(desk, form, record_id, parent, locked=locked, start=start)
        self.setMinimumWidth(WIDTH)
        if self.pay is not None:
            self.body.finished.disconnect()
            self.body.finished.connect(self.pay.begin)
            self.pay.left.connect(self.save_button.setFocus)
        box = self.body.boxes.get("employee_id")
        if box is not None:
            box.editor.edited.connect(self._look_up)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.now = QLabel(box)
        self.now.setObjectName("label.now")
        self.now.setProperty("role", "muted")
        self.now.setWordWrap(True)
        self.now.hide()
        column.addWidget(self.now)
        if self.sees_pay:
            columns = PAY if self.kind is not PersonnelKind.JOIN else (PAY[0], PAY[2])
            self.pay = LineTable("pay", columns, PayLine, self.desk.today, box)
            self.pay.model.fixed = frozenset({"before"})
            self.pay.edited.connect(self.touch)
            column.addWidget(self.pay, 1)
        else:
            column.addStretch(1)
        return box

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Any, session: Session) -> PaperLoaded:
        found = RecordDialog.load(form, actor, record_id, start, session)
        sees = actor.can(Permission.PAYROLL_SEE)
        components = personnel_standing.component_choices(session, actor) if sees else []
        standing = None
        if found.draft.employee_id is not None:
            day = found.draft.effective_on or found.draft.notice_on
            standing = _standing(actor, found.draft.employee_id, day, session)
        return PaperLoaded(found.draft, found.choices, found.kept, components, standing)

    def _loaded(self, loaded: Loaded) -> None:
        assert isinstance(loaded, PaperLoaded)
        if self.pay is not None:
            self.pay.offer("component_id", loaded.components)
        super()._loaded(loaded)
        self._person = loaded.draft.employee_id
        if self.pay is not None:
            self.pay.set_locked(self.locked)
        if loaded.standing is not None:
            self._tell(loaded.standing)
            if self.record_id is None:
                self._begin_with(loaded.standing)

    # how the person stands

    def _look_up(self) -> None:
        """Another person was chosen: show how they stand, and begin with that."""
        try:
            chosen = self.body.boxes["employee_id"].value()
        except UnreadableError:
            return
        if not isinstance(chosen, int) or chosen == self._person:
            return
        self._person = chosen
        self._asked += 1
        work = partial(_standing, self.desk.actor, chosen, self.desk.today())
        self.desk.tasks.read(self, work, partial(self._found, self._asked), lambda _refused: None)

    def _found(self, asked: int, standing: Standing) -> None:
        if asked == self._asked:
            self._tell(standing)
            self._begin_with(standing)

    def _tell(self, standing: Standing) -> None:
        today = self.desk.today()
        parts = [standing.number, standing.department_name, standing.post or formats.NOTHING]
        hired = translate("Personnel", "hired on {day}").format(day=formats.day(standing.hired_on, today))
        parts.append(hired)
        if standing.probation_until is not None and standing.confirmed_on is None:
            words = translate("Personnel", "on probation until {day}")
            parts.append(words.format(day=formats.day(standing.probation_until, today)))
        words = translate("Personnel", "Now: {facts}")
        self.now.setText(words.format(facts=" · ".join(parts)))
        self.now.show()

    def _begin_with(self, standing: Standing) -> None:
        """What is to change begins as it is."""
        boxes = self.body.boxes
        if self.kind is PersonnelKind.TRANSFER:
            for name in ("department_id", "post", "grade"):
                boxes[name].editor.set_value(getattr(standing, name))
        if self.kind is PersonnelKind.CONFIRM and standing.probation_until is not None:
            boxes["effective_on"].editor.set_value(standing.probation_until)
        if self.pay is not None and self.kind is not PersonnelKind.JOIN:
            self.pay.fill(standing.pay)

    # drafts in, drafts out

    def fill(self, draft: PersonnelDraft) -> None:
        super().fill(draft)
        if self.pay is not None:
            self.pay.fill(draft.pay or ())

    def gather(self) -> PersonnelDraft | None:
        lines = self.pay.drafts() if self.pay is not None else ()
        draft: PersonnelDraft | None = super().gather()
        if self.pay is not None and lines is None:
            self.notice.say(self.pay.complaint())
        if draft is None or lines is None:
            return None
        return replace(draft, pay=lines if self.pay is not None else None)

    def kept(self) -> dict[str, Any]:
        return super().kept() | ({"pay": self.pay.kept()} if self.pay is not None else {})

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore(kept)
        if self.pay is not None:
            self.pay.restore(kept.get("pay", []))

    def place(self, refused: Refused) -> bool:
        field = refused.field or ""
        if self.pay is not None and (field == "pay" or field.startswith("pay.")):
            self.pay.say(field.removeprefix("pay").removeprefix("."), sentence(refused))
            self.notice.say(sentence(refused))
            return True
        return super().place(refused)

    def sizeHint(self) -> QSize:
        height = {PersonnelKind.JOIN: 660, PersonnelKind.CONFIRM: 520, PersonnelKind.PAY_CHANGE: 520}
        return super().sizeHint().expandedTo(QSize(WIDTH, height.get(self.kind, 300)))


def _standing(actor: Actor, employee_id: int, day: Any, session: Session) -> Standing:
    from services.calendars import business_day

    return personnel_standing.standing(session, actor, employee_id, day or business_day())
