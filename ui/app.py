"""The application: dressed at once, signed in when the database is there, backed up when it closes."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from services import database_place
from services.errors import Refused
from ui import fonts, theme
from ui.main_window import MainWindow
from ui.sign_in import Offer, SignIn
from ui.state import Device
from ui.tasks import Tasks
from ui.words import Words

if TYPE_CHECKING:
    from services.database import Database
    from services.permissions import Actor
    from ui.first_start import FirstStart
    from ui.log import Log
    from ui.signed_in import SignedIn


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line said; `place` is a folder, a .db file or a URL. `settings` is where the PC's own are."""

    place: str
    settings: Path
    lang: str = ""
    theme: str = ""
    demo: bool = False

    @property
    def folder(self) -> Path:
        """Where the log is, also before a database is open."""
        if "://" in self.place:
            return self.settings
        path = Path(self.place).expanduser().absolute()
        return path.parent if path.suffix in {".db", ".sqlite"} or path.is_file() else path

    @property
    def exists(self) -> bool:
        """Whether to sign in; a server, and a place that is none, say no when they are opened."""
        try:
            return database_place.exists(self.place)
        except Refused:
            return True


class OpsDesk(QObject):
    """What lives as long as the program: device, words, theme, tasks, and the one window."""

    def __init__(self, app: QApplication, options: Options, log: Log | None = None) -> None:
        super().__init__(app)
        self.app, self.options, self.log = app, options, log
        self.device = Device(options.settings)
        self.words = Words(app)
        self.words.choose(options.lang or self.device.get("language", "system"))
        fonts.install(app, chinese_now=self.words.language == "zh_CN")
        self.theme = theme.apply(app, options.theme or self.device.get("theme", "system"))
        app.setApplicationName("OpsDesk")
        app.setApplicationDisplayName(self.tr("OpsDesk"))
        app.setQuitOnLastWindowClosed(False)
        self.tasks = Tasks(parent=self)
        self.window = MainWindow()
        self.window.closing.connect(self.close)
        self.signed_in: SignedIn | None = None
        self._database: Database | None = None
        self._opening = False
        self._waiting: tuple[str, str] | None = None
        self._offers = self._known_sample()

    def begin(self) -> None:
        """Show the first thing there is to see; everything slow starts once it is on the screen."""
        if size := self.device.get("geometry"):
            self.window.restore_geometry_text(size)
        if self.options.exists:
            self._show_sign_in()
            self._sign_in.painted.connect(lambda: QTimer.singleShot(0, self, self._open))
        else:
            self._show_first_start()
        self.window.show()

    def _known_sample(self) -> list[Offer]:
        """The people of a sample company that was made here before; its password is no secret."""
        place, people = json.loads(self.device.get("sample") or '["", []]')
        return [Offer(*person) for person in people] if place == self.options.place else []

    # the sign-in

    def _show_sign_in(self) -> None:
        self._sign_in = SignIn(self.device.get("login"))
        self._sign_in.asked.connect(self._asked)
        self._sign_in.offer(self._offers)
        self.window.show_page(self._sign_in)
        fonts.complete(self.app)

    def _open(self) -> None:
        if self._opening or self._database is not None:
            return
        self._opening = True
        self.tasks.aside(self, partial(open_database, self.options.place), self._opened, self._not_opened)

    def _opened(self, database: Database) -> None:
        from ui import registry, signed_in

        self._opening = False
        self._database = database
        self.tasks.use(database)
        self.tasks.read(self, signed_in.logins, self._sign_in.know)
        self.tasks.aside(self, registry.load_all)
        if self._waiting is not None:
            self._asked(*self._waiting)

    def _not_opened(self, refused: Refused) -> None:
        from ui.errors import sentence

        self._opening = False
        self._sign_in.refuse(sentence(refused))
        self._waiting = None

    def _asked(self, login: str, password: str) -> None:
        """A name and a password were typed, perhaps before the database was open."""
        self._waiting = (login, password)
        if self._database is None:
            self._open()
            return
        from ui import signed_in

        self._waiting = None
        work = partial(signed_in.enter, login, password)
        self.tasks.run(self._sign_in, work, self._entered, self._not_opened)

    def _entered(self, entry: Any) -> None:
        from ui.signed_in import SignedIn

        self.device.put("login", entry.actor.login)
        self.signed_in = SignedIn(self, entry)
        self.signed_in.show()

    # the first start and the sample

    def _show_first_start(self) -> None:
        from ui.first_start import FirstStart

        page = FirstStart(self.options.place)
        page.sample_chosen.connect(partial(self._begin_with, page, "sample"))
        page.empty_chosen.connect(partial(self._begin_with, page, "empty"))
        page.backup_chosen.connect(partial(self._begin_with, page, "backup"))
        self.window.show_page(page)
        fonts.complete(self.app)
        if self.options.demo:
            QTimer.singleShot(0, self, partial(self._begin_with, page, "sample"))

    def _begin_with(self, page: FirstStart, choice: str, answer: Any = None) -> None:
        from ui import beginnings

        title = {
            "sample": self.tr("Making the sample company…"),
            "empty": self.tr("Setting up your company…"),
            "backup": self.tr("Opening the backup…"),
        }[choice]
        work = partial(beginnings.BEGINNINGS[choice], self.options.place, answer)
        failed = partial(self._not_begun, page)
        self.tasks.aside_long(page, title, work, self._begun, failed)

    def _begun(self, beginning: Any) -> None:
        self._database = beginning.database
        self.tasks.use(beginning.database)
        self._offers = beginning.offers
        people = [[offer.login, offer.password, offer.words] for offer in self._offers]
        self.device.put("sample", json.dumps([self.options.place, people]) if people else "")
        if beginning.actor is None:
            self._show_sign_in()
            self._opened(beginning.database)
        else:
            self.enter_as(beginning.actor)

    def _not_begun(self, page: FirstStart, refused: Refused) -> None:
        from ui.errors import sentence

        page.refuse(refused.field, sentence(refused))

    def enter_as(self, actor: Actor) -> None:
        """Sign in somebody who need not type a password: the founder, people of the demo."""
        from ui import signed_in

        self.tasks.run(self, partial(signed_in.prepare, actor.user_id), self._entered)

    def switch_to(self, login: str, password: str) -> None:
        """In the demo: be somebody else."""
        self._forget_session()
        self._show_sign_in()
        self._asked(login, password)

    @property
    def offers(self) -> list[Offer]:
        """The people of the demo, to switch between."""
        return self._offers

    # leaving

    def sign_out(self) -> None:
        """Close the pages and show the sign-in again."""
        self._forget_session()
        self._show_sign_in()
        if self._database is not None:
            self._opened(self._database)

    def rebuild(self) -> None:
        """Build the window again in another language."""
        self.words.choose(self.device.get("language", "system"))
        self.app.setApplicationDisplayName(self.tr("OpsDesk"))
        self.window.setWindowTitle(self.tr("OpsDesk"))
        if self.signed_in is not None:
            actor = self.signed_in.desk.actor
            self._forget_session()
            self.enter_as(actor)

    def _forget_session(self) -> None:
        if self.signed_in is not None:
            self.signed_in.end()
            self.signed_in = None

    def close(self) -> None:
        """Leave: write what is pending, back up what has changed, then go."""
        self.device.put("geometry", self.window.geometry_text())
        if self.signed_in is not None and not self.options.demo:
            self.signed_in.back_up_and_then(self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        self._forget_session()
        self.window.leave()
        self.shut()
        self.app.quit()

    def shut(self) -> None:
        """Stop the workers and let go of the database."""
        self.tasks.close()
        if self._database is not None:
            self._database.close()
            self._database = None


def open_database(place: str) -> Database:
    """Open the database, and import what the window needs next while the user is still typing."""
    from services.database import Database

    database = Database.open(place)
    import ui.signed_in  # noqa: F401 - the point is that it is loaded

    return database


def run(
    *, data: str | None = None, lang: str | None = None, theme: str | None = None, demo: bool = False
) -> int:
    """Run the window until it is closed; the code to exit with."""
    app = QApplication(sys.argv[:1])
    if demo:
        with tempfile.TemporaryDirectory(prefix="opsdesk-demo-", ignore_cleanup_errors=True) as folder:
            options = Options(folder, Path(folder), lang or "", theme or "", demo=True)
            return _run(app, options)
    home = database_place.default_place()
    return _run(app, Options(data or str(home), home, lang or "", theme or ""))


def _run(app: QApplication, options: Options) -> int:
    desk = OpsDesk(app, options)
    QTimer.singleShot(0, desk, partial(_watch, desk))
    desk.begin()
    return app.exec()


def _watch(desk: OpsDesk) -> None:
    from ui.exception_box import Catcher
    from ui.garbage import Collector
    from ui.log import Log

    desk.log = Log(desk.options.folder)
    desk.log.take_qt_messages()
    Catcher(desk.log, desk).install()
    Collector(desk)
