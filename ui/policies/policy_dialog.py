"""The form of a limit: what its kind needs is asked, the rest stays away; a dry run before it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from services import expense_categories, expense_policies
from services.policy_words import NEEDS
from services.terms import PolicyKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.policies.dry_run import open_dry_run
from ui.state import Desk
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.expense_policies import PolicyDraft

FORM = Form(
    name="expense_policy",
    title_new=QT_TRANSLATE_NOOP("Form", "New limit"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Limit"),
    fields=(
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Limit"), FieldKind.CHOICE, required=True, members=PolicyKind),
        FieldSpec("level", QT_TRANSLATE_NOOP("Field", "If it is passed"), FieldKind.CHOICE, required=True, members=expense_policies.LEVELS),
        FieldSpec("category_id", QT_TRANSLATE_NOOP("Field", "Category"), FieldKind.COMBO, choices=expense_categories.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty means every category.")),
        FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Yuan"), FieldKind.MONEY),
        FieldSpec("city_tier", QT_TRANSLATE_NOOP("Field", "City tier"), FieldKind.NUMBER, hint=QT_TRANSLATE_NOOP("Field", "1, 2 or 3; empty means every city.")),
        FieldSpec("grade", QT_TRANSLATE_NOOP("Field", "Grade"), FieldKind.NUMBER, hint=QT_TRANSLATE_NOOP("Field", "1, 2 or 3; empty means everybody.")),
        FieldSpec("count", QT_TRANSLATE_NOOP("Field", "Days or pieces"), FieldKind.NUMBER, hint=QT_TRANSLATE_NOOP("Field", "Days for ages and split papers, pieces for invoices in a row.")),
        FieldSpec("words", QT_TRANSLATE_NOOP("Field", "Allowed classes"), hint=QT_TRANSLATE_NOOP("Field", "Separated by 、, for example 二等座、硬卧、经济舱.")),
        FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, required=True),
        FieldSpec("to_on", QT_TRANSLATE_NOOP("Field", "To"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "The last day it holds; empty until further notice.")),
        FieldSpec("source", QT_TRANSLATE_NOOP("Field", "Source"), width=2, blank=""),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda today: expense_policies.PolicyDraft(from_on=today),
    get=expense_policies.get,
    save=expense_policies.save,
)  # fmt: skip
ASKED = ("amount", "count", "words")  # of which a kind needs some

translate = QCoreApplication.translate


class PolicyDialog(RecordDialog):
    """`following` ends the stored limit and lets what is typed hold from its first day on."""

    def __init__(
        self,
        desk: Desk,
        form: Form,
        record_id: int | None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        following: bool = False,
    ) -> None:
        self._following = following
        if following:
            form = replace(
                form,
                title_edit=QT_TRANSLATE_NOOP("Form", "Change the limit from a day on"),
                save=expense_policies.change_from,
            )
        super().__init__(desk, form, record_id, parent, locked=locked)
        kind = self.body.boxes["kind"].editor
        kind.edited.connect(self._fit)
        self.try_button = QPushButton(translate("Policies", "Dry run  Ctrl+T"), self)
        self.try_button.setObjectName("action.dry_run")
        self.try_button.setShortcut("Ctrl+T")
        self.try_button.setAutoDefault(False)
        self.try_button.clicked.connect(self.try_out)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        last = outer.itemAt(outer.count() - 1)
        row = last.layout() if last else None
        assert row is not None, "RecordDialog ends with its buttons"
        row.insertWidget(0, self.try_button)  # type: ignore[attr-defined]  # a row of buttons

    def _loaded(self, loaded: Loaded) -> None:
        if self._following:
            loaded = replace(loaded, draft=replace(loaded.draft, from_on=self.desk.today(), to_on=None))
        super()._loaded(loaded)
        self._fit()

    def _fit(self) -> None:
        """Only what the chosen kind looks at can be typed."""
        draft = self.body.peek(self.draft)
        needed = NEEDS.get(draft.kind, ASKED) if draft.kind else ASKED
        for name in ASKED:
            self.body.boxes[name].setVisible(name in needed)

    def try_out(self) -> None:
        """What the limit as it is typed would have flagged."""
        draft: PolicyDraft | None = self.gather()
        if draft is not None:
            open_dry_run(self.desk, draft, self)
