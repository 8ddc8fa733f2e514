"""The window speaks Chinese and English: every word is there, with the same placeholders, and compiled."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from tests import words as tool
from ui import labels, words
from ui.errors import SENTENCES


@pytest.fixture
def chinese(qapp: QApplication):
    spoken = words.Words(qapp)
    spoken.choose("zh_CN")
    yield spoken
    spoken.choose("en")


def test_every_word_of_the_window_is_in_the_translation():
    assert tool.TS.read_text(encoding="utf-8") == tool.collected(), "run: python -m tests.words"


def test_every_word_is_translated():
    assert [key for key, text in tool.read().items() if not text] == []


def test_translations_keep_the_placeholders():
    wrong = [
        source
        for (_, source), text in tool.read().items()
        if text
        and sorted(set(tool.PLACEHOLDER.findall(source))) != sorted(set(tool.PLACEHOLDER.findall(text)))
    ]
    assert wrong == []


def test_what_is_compiled_is_what_is_written(qapp):
    translator = QTranslator()
    assert translator.load(str(tool.TS.with_suffix(".qm")))
    stale = [s for (c, s), text in tool.read().items() if text and translator.translate(c, s) != text]
    assert stale == []


def test_qt_s_own_buttons_are_chinese_too(chinese, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_going_back_to_english_leaves_no_chinese_behind(chinese):
    assert labels.by_value("ClaimState", "to_pay") == "待付款"
    chinese.choose("en")
    assert labels.by_value("ClaimState", "to_pay") == "To pay"


def test_the_system_s_language_is_used_unless_another_is_chosen(qapp):
    spoken = words.Words(qapp)
    spoken.choose("system")
    assert spoken.language == words.system_language()
    spoken.choose("en")


def test_sentences_say_what_to_do():
    short = [code for code, text in SENTENCES.items() if not text.endswith((".", "{check}"))]
    assert short == []


def test_languages_are_called_as_their_speakers_call_them():
    assert [words.own_name(name) for name in words.LANGUAGES] == ["简体中文", "English"]


def test_a_word_that_is_nowhere_stays_english(chinese):
    assert QCoreApplication.translate("Nowhere", "Unknown words") == "Unknown words"


def test_the_translation_does_not_depend_on_the_system(monkeypatch, qapp):
    monkeypatch.setitem(os.environ, "LANG", "de_DE.UTF-8")
    spoken = words.Words(qapp)
    spoken.choose("zh_CN")
    assert QCoreApplication.translate("Page", "Approvals") == "审批"
    spoken.choose("en")
