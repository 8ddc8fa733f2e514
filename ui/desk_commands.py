"""What a signed-in user can do from anywhere: by key, from the menu under their name, from the palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMessageBox

from ui import registry, user_menu
from ui.commands import Command
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import this_day
from ui.widgets.palette import Palette

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.signed_in import SignedIn

_OWN = (
    ("lock", QT_TRANSLATE_NOOP("Command", "Lock"), "lock", "Ctrl+L"),
    ("change_password", QT_TRANSLATE_NOOP("Command", "Change password…"), "shield", ""),
    ("settings", QT_TRANSLATE_NOOP("Command", "Settings…"), "settings", "Ctrl+,"),
    ("keys", QT_TRANSLATE_NOOP("Command", "Keys"), "keyboard", "F1"),
    ("about", QT_TRANSLATE_NOOP("Command", "About OpsDesk"), "info", ""),
    ("sign_out", QT_TRANSLATE_NOOP("Command", "Sign out"), "log-out", ""),
    ("quit", QT_TRANSLATE_NOOP("Command", "Quit"), "x", "Ctrl+Q"),
)
_HIDDEN = (
    ("back_up", QT_TRANSLATE_NOOP("Command", "Back up now"), "database", ""),
    ("fold_rail", QT_TRANSLATE_NOOP("Command", "Fold the tabs to icons"), "panel-left", "Ctrl+B"),
    ("light", QT_TRANSLATE_NOOP("Command", "Light colours"), "sun", ""),
    ("dark", QT_TRANSLATE_NOOP("Command", "Dark colours"), "moon", ""),
)


def own(session: SignedIn) -> dict[str, Command]:
    """The commands that belong to no page."""
    runs: dict[str, Callable[[], object]] = {
        "lock": session.lock,
        "change_password": session.open_password,
        "settings": session.open_settings,
        "keys": session.open_keys,
        "about": partial(_about, session),
        "sign_out": session.house.sign_out,
        "quit": session.window.close,
        "back_up": session.back_up,
        "fold_rail": session.workspace.rail.toggle_folded,
        "light": partial(session.choose_theme, "light"),
        "dark": partial(session.choose_theme, "dark"),
    }
    translate = QCoreApplication.translate
    may_back_up = "backup.make" in session.desk.actor.permissions
    return {
        name: Command(name, translate("Command", source), runs[name], "", shortcut, source, icon)
        for name, source, icon, shortcut in (*_OWN, *_HIDDEN)
        if name != "back_up" or may_back_up
    }


def keys(session: SignedIn) -> list[tuple[str, Callable[[], object]]]:
    """Every key that works on all pages."""
    found = [(command.shortcut, command.run) for command in own(session).values() if command.shortcut]
    tabs = [
        (f"Ctrl+{number}", partial(session.go, page.name))
        for number, page in enumerate(session.workspace.pages[:9], start=1)
    ]
    return [("Ctrl+K", session.open_palette), *found, *tabs]


def menu_entries(session: SignedIn) -> list[Command | None]:
    """Who else of the demo one can be, then the user's own."""
    people: list[Command | None] = [
        Command(f"be.{offer.login}", offer.words, partial(_switch, session, offer.login))
        for offer in session.house.offers
        if session.house.options.demo
    ]
    named = own(session)
    shown: list[Command | None] = [named[name] for name, *_ in _OWN]
    return [*people, None, *shown] if people else shown


def menu(session: SignedIn) -> QMenu:
    """The menu under the user's name."""
    device = session.desk.device
    themes = (device.get("theme", "system"), session.choose_theme)
    languages = (device.get("language", "system"), session.choose_language)
    return user_menu.build(session.workspace, menu_entries(session), themes, languages)


def open_palette(session: SignedIn) -> None:
    """Every tab, the open page's own actions, and what belongs to no page."""
    offered = [*_tabs(session), *_page_commands(session), *own(session).values()]
    recent: list[str] = list(session.desk.prefs.get("palette.recent", []))
    palette = Palette(offered, recent, partial(_find_paper, session), session.window)
    palette.accepted.connect(lambda: session.desk.prefs.put("palette.recent", list(recent)))
    place = session.window.geometry()
    palette.move(place.center().x() - palette.width() // 2, place.top() + 96)
    palette.open()


def _tabs(session: SignedIn) -> list[Command]:
    return [
        Command(
            f"tab.{page.name}", page.words(), partial(session.go, page.name),
            hint=page.group_words(), shortcut=f"Ctrl+{number}" if number < 10 else "", source=page.label, icon=page.icon,
        )
        for number, page in enumerate(session.workspace.pages, start=1)
    ]  # fmt: skip


def _page_commands(session: SignedIn) -> list[Command]:
    page = session.workspace.page(session.workspace.current)
    found = getattr(page, "commands", None)
    return list(found()) if found is not None else []


def _find_paper(session: SignedIn, typed: str, found: Callable[[list[Command]], object]) -> None:
    if not any(page.name == registry.PAPER_PAGE for page in session.workspace.pages):
        return

    def show(papers: list[tuple[int, str, str]]) -> None:
        found([
            Command(f"paper.{number}", number, partial(session.go, registry.PAPER_PAGE, paper), hint, icon="file-text")
            for paper, number, hint in papers
        ])  # fmt: skip

    session.tasks.read(session.workspace, partial(_papers, session.desk.actor, typed), show)


def _papers(actor: Actor, typed: str, session: Session) -> list[tuple[int, str, str]]:
    """Id, number, and what for, of the papers whose number fits best."""
    from services import registers
    from services.claim_papers import REGISTER

    query = registers.Query(today=this_day(), chip="all", text=typed)
    columns = [column.name for column in REGISTER.columns]
    number, who, purpose = (columns.index(name) + 1 for name in ("number", "claimant_name", "purpose"))
    rows = registers.window(session, actor, REGISTER, query, 0, 5)
    return [(row[0], str(row[number]), f"{row[who]} · {row[purpose]}") for row in rows]


def _switch(session: SignedIn, login: str) -> None:
    offer = next(offer for offer in session.house.offers if offer.login == login)
    session.house.switch_to(offer.login, offer.password)


def _about(session: SignedIn) -> None:
    box = QMessageBox(session.window)
    box.setObjectName("box.about")
    box.setWindowTitle(QCoreApplication.translate("Command", "About OpsDesk"))
    box.setText(
        QCoreApplication.translate(
            "Command", "OpsDesk, the workbench of a small company's operations department."
        )
    )
    box.setInformativeText(
        QCoreApplication.translate("Command", "Free software under the MIT licence. Data: {place}").format(
            place=session.desk.place
        )
    )
    box.open()
