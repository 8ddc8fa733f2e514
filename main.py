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
    arguments = argparse.Namespace(command=None)
    if len(sys.argv) > 1:  # a plain start needs no parser, and is quicker without
        from ui.console.arguments import parser

        arguments = parser().parse_args()
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
