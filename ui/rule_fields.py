"""The limits of claims that the company sets for itself: the promise, and how old an invoice may be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QSpinBox, QWidget

from ui.state import Desk

if TYPE_CHECKING:
    from datetime import date

    from services.claim_rules import ClaimRules
    from services.database import Session

MOST_PROMISED, OLDEST = 30, 720

translate = QCoreApplication.translate


class RuleFields(QObject):
    """Two numbers with what is in force now; what is changed holds for papers submitted from then on."""

    def __init__(self, desk: Desk, parent: QWidget, *, enabled: bool) -> None:
        super().__init__(parent)
        self._enabled = enabled
        self._before: ClaimRules | None = None
        self.promise = self._number(parent, MOST_PROMISED, translate("Settings", " working days"))
        self.invoice_age = self._number(parent, OLDEST, translate("Settings", " days"))
        later = translate("Settings", "Holds for papers that are submitted from now on.")
        self.promise.setToolTip(later)
        self.invoice_age.setToolTip(later)
        desk.tasks.read(self, partial(_rules, desk.today()), self._show, lambda _refused: None)

    def _number(self, parent: QWidget, most: int, unit: str) -> QSpinBox:
        made = QSpinBox(parent)
        made.setRange(1, most)
        made.setSuffix(unit)
        made.setEnabled(False)
        return made

    def _show(self, rules: ClaimRules) -> None:
        self._before = rules
        self.promise.setValue(rules.promise_working_days)
        self.invoice_age.setValue(rules.invoice_age_days)
        for field in (self.promise, self.invoice_age):
            field.setEnabled(self._enabled)

    def changed(self) -> dict[str, int]:
        """What the user set anew, by the names of the settings."""
        before = self._before
        if before is None or not self._enabled:
            return {}
        found = {}
        if self.promise.value() != before.promise_working_days:
            found["claims.promise_working_days"] = self.promise.value()
        if self.invoice_age.value() != before.invoice_age_days:
            found["claims.invoice_age_days"] = self.invoice_age.value()
        return found


def _rules(today: date, session: Session) -> ClaimRules:
    from services.claim_rules import rules_on

    return rules_on(session, today)
