"""The windowed model: any number of rows, few of them held, and no answer to an older question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester

from ui.widgets.table_model import (
    ID_ROLE,
    IN_FLIGHT,
    PAGE,
    PAGES_HELD,
    PLACEHOLDER,
    TONE_ROLE,
    ColumnSpec,
    Row,
    WindowedModel,
)

COLUMNS = (
    ColumnSpec("number", "单号", width=120),
    ColumnSpec("purpose", "事由", stretch=True),
    ColumnSpec("amount", "金额", align="right", kind="money"),
    ColumnSpec("state", "状态", kind="state", sortable=False),
)


class Paper:
    """Rows made up by position. Questions wait in `asked` until the test answers them."""

    columns = COLUMNS

    def __init__(self, word: str = "差旅", *, at_once: bool = False) -> None:
        self.word, self.at_once = word, at_once
        self.asked: list[tuple[int, int, Callable[[list[Row]], None]]] = []

    def rows(self, first: int, count: int) -> list[Row]:
        return [
            Row(n + 1, (f"BX-{n}", self.word, f"{n:,}.00", "待审批"), (None, None, None, "amber"))
            for n in range(first, first + count)
        ]

    def fetch(self, first: int, count: int, done: Callable[[list[Row]], None]) -> None:
        self.asked.append((first, count, done))

    def fetch_now(self, first: int, count: int) -> list[Row] | None:
        return self.rows(first, count) if self.at_once else None

    def answer(self) -> None:
        """Answer everything asked so far and everything that is asked because of it."""
        while self.asked:
            first, count, done = self.asked.pop(0)
            done(self.rows(first, count))


def model_of(paper: Paper, count: int = 1_000_000) -> WindowedModel:
    model = WindowedModel()
    model.set_source(paper, count)
    return model


def test_the_model_keeps_every_promise_of_qt_while_rows_arrive_and_sources_change(qtbot):
    paper = Paper()
    model = model_of(paper, 950)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    for first in (0, 400, 913):
        model.window(first, first + 36)
        paper.answer()
    model.refresh_rows([1, 2])
    model.invalidate(40)
    model.set_source(Paper("印刷", at_once=True), 12)
    model.window(0, 11)
    assert model.rowCount() == 12
    tester.deleteLater()


def test_rows_show_three_dots_until_they_arrive_and_then_only_they_are_announced(qtbot):
    paper = Paper()
    model = model_of(paper)
    assert model.window(250, 260) == [None] * 11
    assert model.index(250, 0).data() == PLACEHOLDER
    with qtbot.waitSignal(model.dataChanged) as changed:
        first, count, done = paper.asked.pop(0)
        done(paper.rows(first, count))
    assert (changed.args[0].row(), changed.args[1].row()) == (200, 399)
    assert model.index(250, 0).data() == "BX-250"


def test_a_cell_tells_its_id_tone_alignment_and_a_sentence_for_screen_readers(qtbot):
    model = model_of(Paper(at_once=True))
    model.window(0, 36)
    cell = model.index(2, 3)
    assert (cell.data(ID_ROLE), cell.data(TONE_ROLE)) == (3, "amber")
    assert model.index(2, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "金额 2.00"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "事由"


def test_an_answer_to_the_filter_before_is_dropped(qtbot):
    slow = Paper("旧")
    model = model_of(slow)
    model.window(0, 36)
    model.set_source(Paper("新", at_once=True), 100)
    model.window(0, 36)
    slow.answer()
    assert {row.cells[1] for _, row in model.held()} == {"新"}


def test_scrolling_through_a_million_rows_holds_a_few_thousand(qtbot):
    model = model_of(Paper(at_once=True))
    for first in range(0, 1_000_000, 5_000):
        model.window(first, first + 36)
    assert sum(1 for _ in model.held()) <= PAGE * PAGES_HELD


def test_a_dragged_scroll_bar_does_not_queue_every_place_it_passes(qtbot):
    paper = Paper()
    model = model_of(paper)
    for first in range(0, 900_000, 1_000):
        model.window(first, first + 36)
    assert len(paper.asked) <= IN_FLIGHT
    paper.answer()
    assert model.row_at(899_000).cells[0] == "BX-899000"


def test_the_next_page_is_there_before_the_eye_in_both_directions(qtbot):
    paper = Paper()
    model = model_of(paper)
    model.window(500, 536)
    paper.answer()
    assert model.row_at(600) is not None
    assert model.row_at(499) is not None
    assert model.row_at(750) is None


def test_a_changed_row_is_fetched_again_and_shows_the_old_words_meanwhile(qtbot):
    paper = Paper("旧")
    model = model_of(paper, 300)
    model.window(0, 36)
    paper.answer()
    paper.word = "新"
    model.refresh_rows([5])
    assert model.row_at(4).cells[1] == "旧"
    paper.answer()
    assert model.row_at(4).cells[1] == "新"


def test_a_source_that_fails_leaves_the_table_alive(qtbot):
    paper = Paper()
    model = model_of(paper, 50)
    model.window(0, 36)
    paper.asked.pop(0)[2]([])
    assert model.window(0, 3) == [None] * 4
    model.invalidate()
    model.window(0, 36)
    paper.answer()
    assert model.row_at(0).id == 1


def test_answers_that_come_by_the_event_loop_fill_what_is_in_view(qtbot):
    class Later(Paper):
        def fetch(self, first, count, done):
            QTimer.singleShot(0, lambda: done(self.rows(first, count)))

    model = model_of(Later())
    model.window(123_456, 123_492)
    qtbot.waitUntil(lambda: model.row_at(123_492) is not None)
    assert model.positions([123_457]) == {123_457: 123_456}
