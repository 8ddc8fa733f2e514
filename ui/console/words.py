"""The program's sentences in the console's language, read from the same .ts file as the window's, without Qt."""

from __future__ import annotations

import argparse
import locale
import os
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path

from defusedxml import ElementTree

from services.errors import Refused
from services.money import format_money
from ui.errors import SENTENCES, Shown
from ui.labels import LABELS
from ui.marking import QT_TRANSLATE_NOOP

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "zh_CN.ts"
# values that refusals carry as plain text though they are words of a choice
_CHOICES = {"permission": "Permission", "state": "ClaimState", "decision": "Decision"}


# what argparse itself says, in Python 3.12 and later
_OF_ARGPARSE = (
    QT_TRANSLATE_NOOP("Argparse", "usage: "),
    QT_TRANSLATE_NOOP("Argparse", "options"),
    QT_TRANSLATE_NOOP("Argparse", "positional arguments"),
    QT_TRANSLATE_NOOP("Argparse", "show this help message and exit"),
    QT_TRANSLATE_NOOP("Argparse", "%(prog)s: error: %(message)s\n"),
    QT_TRANSLATE_NOOP("Argparse", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("Argparse", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("Argparse", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("Argparse", "expected one argument"),
    QT_TRANSLATE_NOOP("Argparse", "expected at least one argument"),
    QT_TRANSLATE_NOOP("Argparse", "invalid choice: %(value)r (choose from %(choices)s)"),
)


def system_language() -> str:
    """`zh_CN` where the system speaks Chinese, `en` elsewhere."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    spoken = spoken or locale.getlocale()[0] or ""
    return "zh_CN" if spoken.lower().startswith(("zh", "chinese")) else "en"


@cache
def _chinese() -> dict[tuple[str, str], str]:
    if not TRANSLATIONS.is_file():  # the program speaks English where its translation was not installed
        return {}
    tree = ElementTree.parse(TRANSLATIONS)
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def speak(command_line: Sequence[str]) -> Words:
    """The words of `--lang` on the command line, or of the system; argparse speaks them from now on, too."""
    chosen = [after for before, after in pairwise(command_line) if before == "--lang"]
    chosen += [part.removeprefix("--lang=") for part in command_line if part.startswith("--lang=")]
    words = Words(chosen[-1] if chosen else None)
    # argparse looks its texts up in the C library's catalogues, which have no Chinese for it
    setattr(argparse, "_", lambda text: words.translate("Argparse", text))  # noqa: B010 - its name is private
    return words


class Words:
    """Translates for the console; `language` is zh_CN, en, or None for the system's."""

    def __init__(self, language: str | None) -> None:
        self.language = language or system_language()

    def translate(self, context: str, source: str) -> str:
        """`source` in the console's language; lupdate knows the call by its name."""
        text = _chinese().get((context, source)) if self.language == "zh_CN" else None
        return text or source

    def label(self, kind: str, value: str) -> str:
        """The word for a value of the StrEnum called `kind`."""
        return self.translate("Label", LABELS[kind][value])

    def sentence(self, refused: Refused) -> str:
        """What a refusal says to the user."""
        values = {name: self._shown(name, value) for name, value in refused.values.items()}
        return self.translate("Errors", SENTENCES[refused.code]).format_map(Shown(values))

    def cell(self, value: object) -> str:
        """A value as a list shows it."""
        match value:
            case None:
                return ""
            case bool():
                return self.translate("Value", "Yes") if value else self.translate("Value", "No")
            case StrEnum():
                return self.label(type(value).__name__, value.value)
            case Decimal():
                return format_money(value)
            case datetime():
                return f"{value.astimezone():%Y-%m-%d %H:%M}"
            case _:
                return str(value)

    def _shown(self, name: str, value: object) -> str:
        if isinstance(value, str) and name in _CHOICES:
            return self.label(_CHOICES[name], value)
        if isinstance(value, list | tuple | set | frozenset):
            return ", ".join(self._shown(name, part) for part in value)
        return (
            value.isoformat()
            if isinstance(value, date) and not isinstance(value, datetime)
            else self.cell(value)
        )
