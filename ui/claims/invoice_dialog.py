"""The form of an invoice that was read: what was recognised in a picture is confirmed field by field."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from services.invoices.model import OCR
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.typed_invoices import InvoiceDraft

_READ_AS = {"issued_on": "date"}

translate = QCoreApplication.translate


class InvoiceDialog(RecordDialog):
    """Enter in an amber field says that it stands so on the paper; typing into it says so, too."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self.confirmed: set[str] = set()
        super().__init__(*args, **options)
        for name, box in self.body.boxes.items():
            box.widget.installEventFilter(self)
            box.editor.edited.connect(partial(self.confirm, name))

    def confirm(self, name: str) -> None:
        """The user has compared this field with the paper."""
        if name in self._open():
            self.confirmed.add(name)
            self.dirty = True
            self._doubt()

    def gather(self) -> InvoiceDraft | None:
        draft: InvoiceDraft | None = super().gather()
        return None if draft is None else replace(draft, confirmed=frozenset(self.confirmed))

    def _loaded(self, loaded: Loaded) -> None:
        super()._loaded(loaded)
        self.confirmed.clear()
        self._doubt()
        names = self._open()
        if names and not self.locked:
            self.body.boxes[names[0]].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _doubt(self) -> None:
        words = translate(
            "Invoice", "Read from a picture, {percent} % sure. Compare with the paper, then press Enter here."
        )
        percents = {name: self._source(name).get("percent", 0) for name in self._open()}
        self.body.doubt({name: words.format(percent=percent) for name, percent in percents.items()})

    def _open(self) -> list[str]:
        """The fields that nobody has confirmed yet, in the form's order."""
        return [
            name
            for name in self.body.boxes
            if str(self._source(name).get("where", "")).startswith(OCR) and name not in self.confirmed
        ]

    def _source(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = dict(self.draft.sources.get(_READ_AS.get(name, name), {}))
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            name = watched.objectName().removeprefix("field.")
            if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.confirm(name)
        return super().eventFilter(watched, event)
