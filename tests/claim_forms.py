"""The claim's form for tests: opened on a real office, typed into, filled from invoice files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from models.expense_claim import PaperKind
from services.claim_values import Saved
from tests.claims import COMPANY, TAX_ID, TODAY
from tests.desks import named
from tests.invoice_facts import DIGITAL
from tests.invoice_files import digital_pdf
from ui.claims.claim_dialog import ClaimDialog
from ui.state import Desk

OURS = replace(DIGITAL, buyer=COMPANY, buyer_id=TAX_ID, day=TODAY.replace(day=10))


def opened(qtbot: QtBot, desk: Desk, saved: Saved | None = None, kind=PaperKind.CLAIM, **how) -> ClaimDialog:
    dialog = ClaimDialog(desk, kind, saved.id if saved else None, **how)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.loaded):
        dialog.show()
    dialog.activateWindow()
    settle(desk)
    return dialog


def settle(desk: Desk) -> None:
    assert desk.tasks.wait_idle(20_000)


def put(dialog: ClaimDialog, name: str, text: str) -> None:
    field = named(dialog, QLineEdit, f"field.{name}")
    field.setText(text)
    field.textEdited.emit(text)


def checked(qtbot: QtBot, dialog: ClaimDialog) -> str:
    """What the checks say once they have looked."""
    dialog.look()
    settle(dialog.desk)
    return "\n".join(label.text() for label in dialog.checks.findChildren(QLabel) if label.isVisible())


def submit(dialog: ClaimDialog) -> None:
    dialog.submit()
    settle(dialog.desk)


def file(folder: Path, name: str = "one.pdf", **changes: object) -> Path:
    path = folder / name
    path.write_bytes(digital_pdf(replace(OURS, **changes)))
    return path


def add(qtbot: QtBot, dialog: ClaimDialog, *paths: Path) -> None:
    dialog.add_invoices(paths)
    settle(dialog.desk)
