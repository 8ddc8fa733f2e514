"""`main.py tour DIR`: the sample company, a picture of every page and dialog, a PDF of every form."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

LOOKS = tuple((lang, theme) for lang in ("zh_CN", "en") for theme in ("light", "dark"))


class Tour:
    """What was written, and what went wrong on the way: a broken page does not stop the tour."""

    def __init__(self, folder: Path, password: str) -> None:
        self.folder, self.password = folder, password
        self.pictures: list[Path] = []
        self.problems: list[str] = []
        self.warnings: list[str] = []

    def attempt(self, where: str, act: Callable[[], object]) -> None:
        """Do it, and note when it fails."""
        try:
            act()
        except Exception as error:  # noqa: BLE001 - whatever a page does wrong belongs into the report
            self.note(where, error)

    def note(self, where: str, error: BaseException) -> None:
        """Write a problem down with the place in the program."""
        place = traceback.extract_tb(error.__traceback__)[-1:]
        line = f" ({Path(place[0].filename).name}:{place[0].lineno})" if place else ""
        self.problems.append(f"{where}: {type(error).__name__}: {error}{line}")

    def catch(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Python's hook for what fails inside Qt's slots."""
        self.note(f"after {self.pictures[-1].name if self.pictures else 'the start'}", error or kind())

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear what fails inside Qt's slots, and Qt itself."""
        from PySide6.QtCore import qInstallMessageHandler

        hook, sys.excepthook = sys.excepthook, self.catch
        hearer = qInstallMessageHandler(self.hear)
        try:
            yield
        finally:
            sys.excepthook = hook
            qInstallMessageHandler(hearer)

    def hear(self, _kind: object, _context: object, message: str) -> None:
        """Qt's messages; what its offscreen screen cannot do does not show in a picture."""
        if not message.startswith("This plugin does not support"):
            self.warnings.append(f"Qt: {message}")


def run(arguments: argparse.Namespace) -> int:
    """Write the tour into `arguments.folder`, in `--lang` only if named; 1 when a page failed on the way."""
    begun = time.monotonic()
    looks = [look for look in LOOKS if arguments.lang in (None, look[0])]
    tour = write(Path(arguments.folder), looks)
    for problem in (*tour.problems, *dict.fromkeys(tour.warnings)):
        print(problem, file=sys.stderr)  # noqa: T201 - this command reports on the terminal
    seconds = time.monotonic() - begun
    print(f"{len(tour.pictures)} pictures, {seconds:.0f} s: {tour.folder / 'index.html'}")  # noqa: T201 - as above
    return 1 if tour.problems else 0


def write(
    folder: Path, looks: Iterable[tuple[str, str]] = LOOKS, pages: frozenset[str] | None = None
) -> Tour:
    """The tour in these languages and themes; `pages` names the tabs to visit (None: all, and everything else)."""
    from services import sample
    from services.database import Database
    from ui.state import this_day
    from ui.tour_papers import picture_pages, write_forms, write_index
    from ui.words import Words

    app = _application()
    with tempfile.TemporaryDirectory(prefix="opsdesk-tour-", ignore_cleanup_errors=True) as home:
        original = Path(home, "sample")
        database = Database.open(original)
        people = sample.create(database, today=this_day())
        tour = Tour(folder, people[0].password)
        words = Words(app)
        words.choose("zh_CN")  # papers are Chinese, also those whose words are the window's
        forms = write_forms(database, folder / "forms", people[0].login, people[0].password)
        words.choose("en")
        database.close()
        tour.pictures += [picture for form in forms for picture in picture_pages(form)]
        with tour.listening():
            for lang, theme in looks:
                place = Path(home, f"{lang}-{theme}")
                shutil.copytree(original, place)
                tour.attempt(place.name, partial(_visit, app, tour, place, lang, theme, pages))
    write_index(folder, tour.pictures)
    return tour


def _office_screen() -> Path:
    """The screen of an office PC for Qt to draw into: its own is 800 × 800, and dialogs keep within it."""
    screen = {"name": "office", "x": 0, "y": 0, "width": 1440, "height": 880, "logicalDpi": 96, "dpr": 1}
    handle, name = tempfile.mkstemp(suffix=".json")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"screens": [screen | {"logicalBaseDpi": 96}]}, file)
    return Path(name)


def _application() -> QApplication:
    if hasattr(time, "tzset"):  # the pictures show an office in China, wherever they are taken
        os.environ["TZ"] = "Asia/Shanghai"
        time.tzset()
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_office_screen()}"
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(sys.argv[:1])


def _visit(
    app: QApplication, tour: Tour, place: Path, lang: str, theme: str, pages: frozenset[str] | None
) -> None:
    from ui.app import OpsDesk, Options
    from ui.tour_camera import SIZE, Camera
    from ui.tour_stops import Visit

    house = OpsDesk(app, Options(str(place), place, lang=lang, theme=theme, demo=True))
    camera = Camera(house, tour.folder / f"{lang[:2]}-{theme}")
    camera.size(SIZE)
    try:
        Visit(tour, camera, pages).everything()
    finally:
        tour.pictures += camera.taken
        camera.clear()
        if house.signed_in is not None:
            house.signed_in.end()
        house.window.leave()
        house.shut()
        house.words.choose("en")  # its translators would go on speaking
        house.window.deleteLater()
        house.deleteLater()
