"""OpsDesk 运营台: starts the window, or one command of the console."""

from __future__ import annotations

import argparse
import os
import sys

from ui.marking import QT_TRANSLATE_NOOP

NO_DISPLAY = QT_TRANSLATE_NOOP(
    "Console",
    "There is no display here. Use a console command, or `main.py tour DIR` for pictures of every page.",
)
NO_QT = QT_TRANSLATE_NOOP(
    "Console", "A system library of Qt is missing ({library}). README.md names the packages to install."
)


def parser() -> argparse.ArgumentParser:
    """Options of the window, and the console's commands."""
    from ui.console.arguments import add_commands
    from ui.console.words import speak

    translate = speak(sys.argv).translate
    made = argparse.ArgumentParser(prog="main.py", description="OpsDesk 运营台")
    made.add_argument(
        "--data",
        metavar="PATH|URL",
        help=translate("Console", "folder, .db file or postgresql:// URL of the data"),
    )
    made.add_argument(
        "--lang", choices=("zh_CN", "en"), help=translate("Console", "language (default: the system's)")
    )
    made.add_argument(
        "--theme", choices=("light", "dark", "system"), help=translate("Console", "colours of the window")
    )
    made.add_argument(
        "--demo", action="store_true", help=translate("Console", "a sample company in a temporary folder")
    )
    commands = made.add_subparsers(dest="command", metavar="command")
    add_commands(commands)
    tour = commands.add_parser(
        "tour", help=translate("Console", "pictures of every page and a PDF of every form")
    )
    tour.add_argument("folder", metavar="DIR")
    return made


def has_display() -> bool:
    """Whether a window can be shown; only Linux can be without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def say(language: str | None, source: str, **values: str) -> int:
    """Why there is no window, in one sentence that needs no Qt."""
    from ui.console.words import Words

    print(Words(language).translate("Console", source).format(**values), file=sys.stderr)
    return 2


def main() -> int:
    """Run what the command line asks for; the code to exit with."""
    arguments = parser().parse_args() if len(sys.argv) > 1 else argparse.Namespace(command=None)
    if arguments.command not in (None, "tour"):
        from ui.console.arguments import run

        return run(arguments)
    language = getattr(arguments, "lang", None)
    if arguments.command is None and not has_display():
        return say(language, NO_DISPLAY)
    try:
        if arguments.command == "tour":
            from ui.tour import run as tour

            return int(tour(arguments))
        from ui.app import run as window

        return window(**{name: value for name, value in vars(arguments).items() if name != "command"})
    except ImportError as error:
        if not str(error).startswith("lib"):
            raise
        return say(language, NO_QT, library=str(error).partition(":")[0])


if __name__ == "__main__":
    sys.exit(main())
