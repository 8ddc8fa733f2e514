"""The palette: a few letters of any language find what one means, papers by their number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from ui.commands import Command, find, score
from ui.widgets.palette import Palette


def _command(words: str, source: str = "", run=lambda: None) -> Command:
    return Command(source or words, words, run, source=source)


OFFERED = [
    _command("报销", "Reimbursements"),
    _command("银行账户", "Bank accounts"),
    _command("备份", "Back up now"),
]


def _palette(qtbot, offered=OFFERED, papers=()) -> Palette:
    made = Palette(offered, [], lambda _typed, found: found(list(papers)), None)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    return made


def test_pinyin_initials_find_a_chinese_word():
    assert find("bx", OFFERED, [])[0].words == "报销"


def test_whole_pinyin_and_english_find_it_too():
    assert find("yinhang", OFFERED, [])[0].words == "银行账户"
    assert find("reimb", OFFERED, [])[0].words == "报销"


def test_letters_may_be_left_out_but_not_turned_around():
    assert score("bkac", "Bank accounts") > 0
    assert score("cab", "Bank") == 0


def test_what_was_used_last_stands_first_before_anything_is_typed():
    assert find("", OFFERED, ["Back up now"])[0].words == "备份"


def test_enter_runs_what_is_marked_and_arrows_move_the_mark(qtbot):
    ran = []
    offered = [_command("One", run=lambda: ran.append(1)), _command("Two", run=lambda: ran.append(2))]
    palette = _palette(qtbot, offered)
    typing = palette.findChild(QLineEdit)
    qtbot.keyClick(typing, Qt.Key.Key_Down)
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert ran == [2]
    assert not palette.isVisible()


def test_a_paper_s_number_finds_the_paper(qtbot):
    paper = _command("BX-2026-0412")
    palette = _palette(qtbot, papers=[paper])
    palette.findChild(QLineEdit).setText("bx-2026-0412")
    assert palette.findChild(QListWidget).item(0).text() == "BX-2026-0412"


def test_nothing_found_says_what_to_do(qtbot):
    palette = _palette(qtbot)
    palette.findChild(QLineEdit).setText("zzzz")
    assert palette._nothing.isVisible()
    qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert palette.isVisible()
