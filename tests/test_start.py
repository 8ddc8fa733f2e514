"""The start: the sign-in stands before anything heavy is loaded; without a screen one sentence says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import start
from ui.log import Log, details

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("sqlalchemy", "alembic", "reportlab", "xlsxwriter", "pypinyin", "pypdfium2", "argon2", "sqlcipher3")


def _main(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value
        for name, value in os.environ.items()
        if "DISPLAY" not in name and name != "QT_QPA_PLATFORM"
    }
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env=clean | environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


def test_the_sign_in_takes_keys_before_anything_heavy_is_imported():
    stamp = start.sign_in_stamp()
    assert stamp.key_taken
    assert [name for name in HEAVY if name in stamp.modules] == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
@pytest.mark.parametrize(
    ("language", "words"), [("en_US.UTF-8", "There is no display"), ("zh_CN.UTF-8", "没有图形显示")]
)
def test_without_a_display_one_sentence_names_the_tour(language, words):
    found = _main(LANG=language, LC_ALL=language, PYTHONIOENCODING="utf-8")
    assert found.returncode == 2
    assert words in found.stderr
    assert "tour" in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_the_console_does_not_load_the_window():
    code = "import sys, main; sys.argv = ['main.py', 'words', '1409.50']; main.main(); print('PySide6' in sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert found.stdout.splitlines()[-1] == "False"


def test_the_log_holds_where_but_not_what(tmp_path):
    with pytest.raises(ValueError, match="王雪") as caught:
        int("王雪 4286.50")
    text = details(caught.value)
    log = Log(tmp_path)
    log.write(text)
    log.close()
    written = (tmp_path / "logs" / "opsdesk.log").read_text(encoding="utf-8")
    assert "builtins.ValueError" in written
    assert "tests/test_start.py" in written
    assert "王雪" not in written
    assert "4286" not in written


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "logs").write_text("a file where the folder should be")
    Log(tmp_path).write("something")
