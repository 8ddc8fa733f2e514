"""A dialog in which papers are ticked: what goes into a packet, or out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.claims.act_dialog import ActDialog, Question
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

translate = QCoreApplication.translate

type PickedWork = Callable[[Session, Actor, list[int]], Any]


class Pickable(Protocol):
    """A paper as the list shows it."""

    @property
    def id(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def business_date(self) -> date: ...
    @property
    def claimant_name(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def amount(self) -> Decimal: ...


class PaperPicker(ActDialog):
    """Space ticks a paper; the sum of what is ticked stands below. `work` gets the ids."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        button: str,
        papers: Sequence[Pickable],
        work: PickedWork,
        parent: QWidget | None = None,
        *,
        ticked: bool = True,
    ) -> None:
        self._papers, self._ticked = {paper.id: paper for paper in papers}, ticked

        def run(session: Session, actor: Actor, _typed: SimpleNamespace) -> Any:
            return work(session, actor, self._wanted)

        self._wanted: list[int] = []
        super().__init__(desk, Question(title, button, (), {}), run, parent)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.list = QTreeWidget(box)
        self.list.setObjectName("list.papers")
        self.list.setAccessibleName(translate("Packet", "Papers"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels(
            [
                translate("Register", "Number"),
                translate("Register", "Date"),
                translate("Register", "Claimant"),
                translate("Register", "Purpose"),
                translate("Register", "Amount"),
            ]
        )
        self.sum = QLabel(box)
        self.sum.setObjectName("label.sum")
        for paper in self._papers.values():
            self.list.addTopLevelItem(self._item(paper))
        header = self.list.header()
        header.setStretchLastSection(False)
        for place in range(5):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.list.itemChanged.connect(lambda *_: self._add_up())
        column.addWidget(self.list, 1)
        column.addWidget(self.sum)
        self._add_up()
        return box

    def _item(self, paper: Pickable) -> QTreeWidgetItem:
        day = paper.business_date.isoformat()
        item = QTreeWidgetItem(
            [paper.number, day, paper.claimant_name, paper.purpose, formats.money(paper.amount)]
        )
        item.setData(0, Qt.ItemDataRole.UserRole, paper.id)
        item.setCheckState(0, Qt.CheckState.Checked if self._ticked else Qt.CheckState.Unchecked)
        item.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def picked(self) -> list[int]:
        """The ids of the ticked papers."""
        items = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        ticked = (item for item in items if item and item.checkState(0) is Qt.CheckState.Checked)
        return [int(item.data(0, Qt.ItemDataRole.UserRole)) for item in ticked]

    def _add_up(self) -> None:
        ids = self.picked()
        total = sum((self._papers[paper_id].amount for paper_id in ids), Decimal(0))
        words = translate("Packet", "{count} papers, {amount}")
        self.sum.setText(words.format(count=len(ids), amount=formats.yuan(total)))
        if hasattr(self, "save_button"):
            self.save_button.setEnabled(bool(ids))

    def _loaded(self, loaded: Any) -> None:
        super()._loaded(loaded)
        self.list.setFocus()
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self._add_up()

    def gather(self) -> SimpleNamespace | None:
        self._wanted = self.picked()
        return super().gather() if self._wanted else None

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(860, 480))
