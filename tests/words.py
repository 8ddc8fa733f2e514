"""Collects the words of the window and compiles their translation: `python -m tests.words`."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "zh_CN.ts"
MARKED = ("Column", "Chip")
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
type Words = dict[tuple[str, str], str]


def register_words() -> list[str]:
    """Labels of columns and chips: services hold them as plain English, the window translates them."""
    found = set()
    for path in sorted((ROOT / "services").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKED and len(node.args) > 1:
                label = node.args[1]
                if isinstance(label, ast.Constant):
                    found.add(label.value)
    return sorted(found)


def read(path: Path = TS) -> Words:
    """Every entry: (context, source) → translation, "" while it is unfinished."""
    entries: Words = {}
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            text = (translation.text or "") if translation is not None and done else ""
            entries[context.findtext("name", ""), message.findtext("source", "")] = text
    return entries


def collected() -> str:
    """The .ts file as it ought to be now: all words of the tree, the translations that are there kept."""
    with tempfile.TemporaryDirectory() as folder:
        marks, made = Path(folder) / "registers.py", Path(folder) / TS.name
        marks.write_text("".join(f"QT_TRANSLATE_NOOP('Register', {label!r})\n" for label in register_words()))
        if TS.exists():
            shutil.copy(TS, made)
        sources = [str(path) for path in (ROOT / "main.py", *sorted((ROOT / "ui").rglob("*.py")))]
        options = [
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            "zh_CN",
        ]
        _tool("lupdate", *sources, str(marks), *options, "-ts", str(made))
        return _sorted(made)


def _tool(name: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{name}"
    subprocess.run([str(program), *arguments], check=True, capture_output=True)


def _sorted(path: Path) -> str:
    """The same entries in the order of the alphabet, so that a diff shows what has changed."""
    tree = ET.parse(path)
    root = tree.getroot()
    contexts = sorted(root.findall("context"), key=lambda context: context.findtext("name", ""))
    for context in contexts:
        messages = sorted(context.findall("message"), key=lambda message: message.findtext("source", ""))
        for message in messages:
            context.remove(message)
            context.append(message)
        root.remove(context)
        root.append(context)
    ET.indent(tree, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n'


def fill(translations: Words) -> int:
    """Put translations in where there is none; the number of those that are still missing."""
    tree = ET.parse(TS)
    missing = 0
    for context in tree.iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            translation = message.find("translation")
            assert translation is not None
            if translation.get("type") == "unfinished" and translations.get(key):
                translation.text = translations[key]
                del translation.attrib["type"]
            missing += translation.get("type") == "unfinished"
    text = ET.tostring(tree.getroot(), encoding="unicode")
    TS.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return missing


def main() -> None:
    """Collect, fill from a file of "context<TAB>English<TAB>Chinese" lines if one is named, compile."""
    TS.parent.mkdir(exist_ok=True)
    TS.write_text(collected(), encoding="utf-8")
    known: Words = {}
    for name in sys.argv[1:]:
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            context, source, translation = line.split("\t")
            known[context, source.replace("\\n", "\n")] = translation.replace("\\n", "\n")
    missing = fill(known)
    _tool("lrelease", str(TS), "-qm", str(TS.with_suffix(".qm")), "-silent")
    print(f"{len(read())} words, {missing} still without a translation")


if __name__ == "__main__":
    main()
