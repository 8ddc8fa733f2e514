"""Cold start to a sign-in that takes keys, against an empty PySide6 window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
HEAVY = ("sqlalchemy", "reportlab")

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
print("{}")
"""
# A key typed right after the first paint must arrive in the password field.
READY = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from ui.app import OpsDesk, Options
app = QApplication(sys.argv)
place = Path(sys.argv[1])
house = OpsDesk(app, Options(str(place), place, lang=sys.argv[2], theme="light"))
house.begin()
def key():
    field = house.window.findChild(QLineEdit, "field.password")
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QCoreApplication.sendEvent(app.focusWidget(), press)
    print(json.dumps({"key_taken": field.text() == "a", "modules": sorted(sys.modules)}), flush=True)
    import os
    os._exit(0)
house._sign_in.painted.disconnect()
house._sign_in.painted.connect(lambda: QTimer.singleShot(0, key))
app.exec()
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """One start: its seconds, whether the key arrived, what was imported by then."""

    seconds: float
    key_taken: bool
    modules: frozenset[str]


def _run(script: str, *arguments: str) -> Stamp:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    seconds = time.perf_counter() - begun
    told = json.loads(done.stdout.splitlines()[-1])
    return Stamp(seconds, told.get("key_taken", False), frozenset(told.get("modules", ())))


def _place(folder: str) -> str:
    """A place that looks as if there were a database, and who was here last: nothing of it is opened by then."""
    (Path(folder) / "opsdesk.db").touch()
    (Path(folder) / "device.ini").write_text("[General]\nlogin=wangxue\n")
    return folder


def sign_in_stamp(language: str = "en") -> Stamp:
    """Start the program until its sign-in has taken a key."""
    with tempfile.TemporaryDirectory() as folder:
        return _run(READY, _place(folder), language)


def cold_start(language: str, rounds: int = ROUNDS) -> tuple[float, float]:
    """Median seconds of an empty window and of our sign-in, started in turns."""
    with tempfile.TemporaryDirectory() as folder:
        place = _place(folder)
        pairs = [(_run(EMPTY).seconds, _run(READY, place, language).seconds) for _ in range(rounds)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def rows() -> list[tuple[str, str, str, bool]]:
    """What was measured, what is to be reached, what came out, whether that is enough."""
    found = []
    for language in ("zh_CN", "en"):
        empty, ours = cold_start(language)
        told = f"{ours / empty:.2f} ({ours * 1000:.0f} ms / {empty * 1000:.0f} ms)"
        found.append(
            (f"cold start to sign-in ÷ empty window, {language}", "≤ 1.6", told, ours / empty <= 1.6)
        )
    stamp = sign_in_stamp()
    early = [name for name in HEAVY if name in stamp.modules]
    told = f"{', '.join(early) or 'neither'}; first key {'taken' if stamp.key_taken else 'lost'}"
    found.append(("SQLAlchemy or reportlab imported by then", "neither", told, not early and stamp.key_taken))
    return found


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
