"""OpsDesk 运营台: starts the window, or one command of the console."""

from __future__ import annotations

import argparse
import os
import sys

NO_DISPLAY = {
    "en": "There is no display here. Use a console command, or `main.py tour DIR` for pictures of every page.",
    "zh_CN": "这里没有图形显示。请使用命令行命令，或用 `main.py tour DIR` 生成每个页面的图片。",
}
NO_QT = {
    "en": "A system library of Qt is missing ({library}). README.md names the packages to install.",
    "zh_CN": "缺少 Qt 需要的系统库（{library}）。需要安装的软件包见 README.zh-CN.md。",
}


def parser() -> argparse.ArgumentParser:
    """Options of the window, and the console's commands."""
    from ui.console.arguments import add_commands

    made = argparse.ArgumentParser(prog="main.py", description="OpsDesk 运营台")
    made.add_argument("--data", metavar="PATH|URL", help="folder, .db file or postgresql:// URL of the data")
    made.add_argument("--lang", choices=("zh_CN", "en"), help="language (default: the system's)")
    made.add_argument("--theme", choices=("light", "dark", "system"), help="colours of the window")
    made.add_argument("--demo", action="store_true", help="a sample company in a temporary folder")
    commands = made.add_subparsers(dest="command", metavar="command")
    add_commands(commands)
    tour = commands.add_parser("tour", help="pictures of every page and a PDF of every form")
    tour.add_argument("folder", metavar="DIR")
    return made


def has_display() -> bool:
    """Whether a window can be shown; only Linux can be without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def sentence(words: dict[str, str], language: str | None) -> str:
    """A sentence that must do without Qt, in the language of the system."""
    spoken = (
        language or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    )
    return words["zh_CN" if spoken.startswith("zh") else "en"]


def main() -> int:
    """Run what the command line asks for; the code to exit with."""
    arguments = parser().parse_args() if len(sys.argv) > 1 else argparse.Namespace(command=None)
    if arguments.command not in (None, "tour"):
        from ui.console.arguments import run

        return run(arguments)
    language = getattr(arguments, "lang", None)
    if arguments.command is None and not has_display():
        print(sentence(NO_DISPLAY, language), file=sys.stderr)
        return 2
    try:
        if arguments.command == "tour":
            from ui.tour import run as tour

            return int(tour(arguments))
        from ui.app import run as window

        return window(**{name: value for name, value in vars(arguments).items() if name != "command"})
    except ImportError as error:
        if not str(error).startswith("lib"):
            raise
        print(sentence(NO_QT, language).format(library=str(error).partition(":")[0]), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
