"""Counting: a place, a field for the scanner, the list that fills; no scan waits for the database."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from services.terms import FoundState, StockTakeState
from ui.errors import sentence
from ui.labels import label
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import RowsTable
from ui.stock_takes import count_work, list_files
from ui.stock_takes.line_rows import TONES, as_told, counting_headings, counting_row
from ui.stock_takes.pieces import ask_pieces
from ui.stock_takes.place_box import PlaceBox
from ui.stock_takes.scan_queue import ScanQueue
from ui.widgets.attachments_list import local_files
from ui.widgets.confirm import ask
from ui.widgets.scan_field import ScanField

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from services.errors import Refused
    from services.stock_take_details import TakeDetail, TakeLine
    from services.stock_take_scans import ScanResult
    from services.stock_take_scope import ScopeChoices
    from ui.state import Desk

SETTLED_MS = 300

translate = QCoreApplication.translate


class CountDialog(PaymentDialog):
    """`counted` tells that something was counted; `finish_wanted` that the count is to be closed."""

    counted = Signal()
    finish_wanted = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, detail: TakeDetail, parent: QWidget | None = None) -> None:
        title = translate("StockTake", "Count: {number} {name}").format(
            number=detail.number, name=detail.name
        )
        super().__init__(desk, "count", title, parent)
        self.resize(1180, 680)
        self.setAcceptDrops(True)
        self.detail = detail
        self.hidden = detail.hidden
        self._lines: dict[int, TakeLine] = {}
        self._left = self._listed = self._touched = 0
        self._closing, self._last = False, 0
        self.queue = ScanQueue(desk, detail.id, self)
        self.place = PlaceBox(self)
        self.scan = ScanField(
            "scan", translate("StockTake", "Scan a label, or type its number and Enter  Ctrl+J"), self
        )
        self.last = QLabel(self)
        self.progress = muted(self, "progress")
        self.table = RowsTable(
            "count", counting_headings(hidden=self.hidden), self,
            hint=translate("StockTake", "Search number, name, place or person  Ctrl+F"),
        )  # fmt: skip
        self._stale = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._stale.timeout.connect(self.reload)
        self._build()
        self._connect()
        self.show_detail(detail)
        desk.tasks.read(self, partial(count_work.places, desk.actor), self._offer)

    def _build(self) -> None:
        self.place.setObjectName("field.place")
        self.place.setAccessibleName(translate("StockTake", "Where you stand"))
        self.place.addItem(translate("StockTake", "Anywhere"), "")
        self.place.setMinimumWidth(260)
        self.place.chosen.connect(self.scan.setFocus)
        self.scan.setMinimumHeight(40)
        self.last.setObjectName("label.last")
        self.last.setTextFormat(Qt.TextFormat.PlainText)
        self.last.setProperty("role", "strong")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(QLabel(translate("StockTake", "Where you stand  F4"), self))
        row.addWidget(self.place)
        row.addWidget(self.scan, 1)
        self.column.addLayout(row)
        told = QHBoxLayout()
        told.addWidget(self.last, 1)
        told.addWidget(self.progress)
        self.progress.setWordWrap(False)
        self.column.addLayout(told)
        self.column.addWidget(self.table, 1)
        self.tick_button = self.button("tick", translate("StockTake", "Found"), keys="Ctrl+Space")
        self.untick_button = self.button(
            "untick", translate("StockTake", "Counted by mistake"), keys="Ctrl+Backspace"
        )
        self.pieces_button = self.button("pieces", translate("StockTake", "Pieces…  F2"), keys="F2")
        self.pieces_button.clicked.connect(lambda: ask_pieces(self))
        export = self.button("export_list", translate("StockTake", "List for another PC…"))
        take = self.button("import_list", translate("StockTake", "Import a counted list…"))
        done = self.button("finish", translate("StockTake", "Finish the count…"), primary=True)
        export.clicked.connect(lambda: list_files.export_list(self, self.detail))
        take.clicked.connect(lambda: list_files.ask_list(self, self.detail.id, self._imported))
        done.clicked.connect(self._finish)
        left = (self.tick_button, self.untick_button, self.pieces_button, export, take)
        self.finish(self.close_button(translate("Form", "Close")), done, left=left)

    def _connect(self) -> None:
        self.scan.scanned.connect(self._scanned)
        self.queue.written.connect(self.written)
        self.queue.waiting_changed.connect(lambda _count: self._say())
        self.queue.refused.connect(self._refused)
        self.queue.drained.connect(self._drained)
        self.finished.connect(lambda _result: self.queue.close())
        self.table.changed.connect(self._selected)
        self.table.opened.connect(lambda _line: self.tick())
        self.tick_button.clicked.connect(self.tick)
        self.untick_button.clicked.connect(self.untick)
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self.scan.setFocus)
        QShortcut(QKeySequence("F4"), self).activated.connect(self.place.open_list)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scan.setFocus()

    def _offer(self, found: ScopeChoices) -> None:
        for place in found.places:
            self.place.addItem(place.label, place.label)

    # what is on the list

    def reload(self) -> None:
        """The lines as they are now, those of others who count too."""
        self.desk.tasks.read(
            self, partial(count_work.detail, self.desk.actor, self.detail.id), self.show_detail, self.refuse
        )

    def show_detail(self, detail: TakeDetail) -> None:
        """Fill the list; of a blind count only what was found."""
        self.detail = detail
        self._lines = {line.id: line for line in detail.lines}
        shown = [line for line in detail.lines if not self.hidden or line.times]
        self.table.fill([counting_row(line, hidden=self.hidden) for line in shown])
        self._listed, self._touched = detail.listed, sum(line.times > 0 for line in detail.lines)
        self._left = sum(line.found is FoundState.MISSING for line in detail.lines)
        self._say()
        self._selected()
        self.loaded.emit()

    def _say(self) -> None:
        parts = []
        if not self.hidden:
            words = translate("StockTake", "{found} of {count} found")
            parts.append(words.format(found=self._listed - self._left, count=self._listed))
        else:
            words = translate("StockTake", "{count} counted")
            parts.append(words.format(count=self._touched))
        if self.queue.waiting:
            words = translate("StockTake", "{count} being written")
            if self.queue.stopped is not None:
                words = translate("StockTake", "{count} not counted")
            parts.append(words.format(count=self.queue.waiting))
        self.progress.setText(" · ".join(parts))

    def _selected(self) -> None:
        chosen = [self._lines[one] for one in self.table.selected() if one in self._lines]
        self.tick_button.setEnabled(any(not line.times for line in chosen))
        self.untick_button.setEnabled(any(line.times for line in chosen))
        self.pieces_button.setEnabled(self.one_line() is not None)

    def one_line(self) -> TakeLine | None:
        """The line whose pieces are typed: the selected one, else the one scanned last."""
        chosen = self.table.selected() or [self._last]
        return self._lines.get(chosen[0]) if len(chosen) == 1 else None

    # scans

    def _scanned(self, text: str) -> None:
        self.queue.add(text, str(self.place.currentData()))

    def written(self, results: Sequence[ScanResult]) -> None:
        """What was counted, as it stands now."""
        for result in results:
            line = self._lines.get(result.line_id or 0)
            if line is None:
                self._stale.start()  # a line that was not on the list
                continue
            self._left -= line.found is FoundState.MISSING and result.found is not FoundState.MISSING
            self._touched += not line.times
            fresh = count_work.after(line, result)
            self._lines[line.id] = fresh
            self.table.model.put(counting_row(fresh, hidden=self.hidden))
        if results:
            self._last = results[-1].line_id or 0
            self._tell(results[-1])
            self._say()
            self._selected()
            self.counted.emit()

    def _tell(self, result: ScanResult) -> None:
        what = f"{result.code} {result.name}".strip()
        found = as_told(result.found, hidden=self.hidden)
        words = f"{what} · {label(found)}"
        if result.found is FoundState.ELSEWHERE and result.place and not self.hidden:
            words = translate("StockTake", "{what} · should be at {place}").format(
                what=what, place=result.place
            )
        if result.times > 1:
            words = translate("StockTake", "{words} · {times} times").format(words=words, times=result.times)
        self.last.setText(words)
        self.last.setProperty("tone", "amber" if result.times > 1 else TONES[found])
        self.last.style().unpolish(self.last)
        self.last.style().polish(self.last)

    def _refused(self, refused: Refused) -> None:
        left = ", ".join(self.queue.left()[:5])
        words = translate("StockTake", "{why} Not counted: {codes}").format(why=sentence(refused), codes=left)
        self.notice.say(words)
        self._closing = False
        self.reload()

    # by hand

    def tick(self) -> None:
        """Count the selected lines as seen, those that were not counted yet."""
        chosen = [self._lines[one] for one in self.table.selected() if one in self._lines]
        ids = [line.id for line in chosen if not line.times]
        if ids:
            where = str(self.place.currentData())
            work = partial(
                count_work.tick, self.desk.actor, self.detail.id, ids, where, uuid4().hex, self.desk.today()
            )
            self.desk.tasks.run(self, work, self.written, self.refuse)

    def untick(self) -> None:
        """Take back what was counted by mistake."""
        ids = [one for one in self.table.selected() if one in self._lines]
        if ids:
            work = partial(count_work.untick, self.desk.actor, self.detail.id, ids)
            self.desk.tasks.run(self, work, self._changed, self.refuse)

    def _changed(self, _count: int) -> None:
        self.reload()
        self.counted.emit()

    def _imported(self, count: int) -> None:
        self.notice.say(translate("StockTake", "{count} rows were counted.").format(count=count), "green")
        self.reload()
        self.counted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths: list[Path] = local_files(event)
        if paths:
            event.acceptProposedAction()
            list_files.show_list(self, self.detail.id, paths[0], self._imported)

    # the end

    def _finish(self) -> None:
        """What was scanned is written before the count is closed."""
        if self.queue.waiting and self.queue.stopped is not None:
            self._refused(self.queue.stopped)
        elif self.queue.waiting:
            words = translate("StockTake", "The last scans are being written; then finish the count.")
            self.notice.say(words, "amber")
        else:
            self.finish_wanted.emit()

    def reject(self) -> None:
        """Closing waits for the last scan."""
        if not self.queue.waiting:
            super().reject()
        elif self.detail.state is StockTakeState.OPEN and not self.notice.text():
            self._closing = True
            words = translate("StockTake", "The last scans are being written; then this closes.")
            self.notice.say(words, "amber")
        else:
            count = self.queue.waiting
            question = translate("StockTake", "Close although {count} scans were not counted?").format(
                count=count
            )
            ask(self, question, translate("StockTake", "Close without them"), super().reject)

    def _drained(self) -> None:
        if self._closing:
            super().reject()
