"""The program's sentences in the console's language, read from the same .ts file as the window's, without Qt."""

from __future__ import annotations

import locale
import os
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from services.errors import Refused
from ui.errors import SENTENCES

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "zh_CN.ts"


def system_language() -> str:
    """`zh_CN` where the system speaks Chinese, `en` elsewhere."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    spoken = spoken or locale.getlocale()[0] or ""
    return "zh_CN" if spoken.lower().startswith(("zh", "chinese")) else "en"


@cache
def _chinese() -> dict[tuple[str, str], str]:
    tree = ET.parse(TRANSLATIONS)  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in tree.iter("context")
        for message in context.iter("message")
    }


class Words:
    """Translates for the console; `language` is zh_CN, en, or None for the system's."""

    def __init__(self, language: str | None) -> None:
        self.language = language or system_language()

    def tr(self, context: str, source: str, **values: object) -> str:
        text = _chinese().get((context, source)) if self.language == "zh_CN" else None
        return (text or source).format(**values)

    def sentence(self, refused: Refused) -> str:
        """What a refusal says to the user."""
        source = SENTENCES.get(refused.code, refused.code)
        return self.tr("Errors", source, **refused.values)
