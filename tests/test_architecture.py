"""The house keeps its shape: floors, sizes, no float near money, every code with a sentence, every state with a word."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest

import models
import services
from ui import errors, labels
from ui.claims import check_words

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 300, 45
TOP_LEVEL = {
    "main.py", "pyproject.toml", "README.md", "README.zh-CN.md", "uv.lock", "CHANGELOG.md", "LICENSE", "docs", ".ci",
    "models", "services", "ui", "resources", "tests", ".gitignore", ".python-version",
}  # fmt: skip
# Words for comparing belong to the filter bar, kinds of columns are never shown.
NOT_SHOWN = {"Operator", "ColumnKind"}
CODE = re.compile(r"[a-z_]+\.[a-z_]+")
GUARD = re.compile(r"refused:([a-z_]+\.[a-z_]+)|'([a-z_]+\.[a-z_]+)'")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _files(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "versions" not in path.parts]


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _offenders(folder: str, *forbidden: str, but: str = "") -> list[str]:
    return [
        f"{_name(path)} imports {name}"
        for path in _files(folder)
        if not (but and _name(path).startswith(but))
        for name in sorted(_imports(path))
        if name.split(".")[0] in forbidden
        or any(name == part or name.startswith(f"{part}.") for part in forbidden)
    ]


@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("models", ("services", "ui", "main", "PySide6", "shiboken6")),
        ("services", ("ui", "main", "PySide6", "shiboken6")),
        ("ui", ("main", "models", "sqlalchemy", "alembic", "reportlab", "sqlcipher3")),
        ("ui/console", ("PySide6", "shiboken6", "ui.widgets", "ui.pages", "ui.app", "ui.tasks", "ui.theme")),
    ],
)
def test_no_floor_calls_the_one_above_it_or_skips_one(folder, forbidden):
    assert _offenders(folder, *forbidden) == []


def test_the_printer_of_papers_lives_in_one_place():
    assert _offenders("services", "reportlab", but="services/reports/") == []


def test_pages_do_not_import_one_another():
    found = [
        f"{_name(path)} imports {name}"
        for path in _files("ui/pages")
        for name in _imports(path)
        if name.startswith("ui.pages.") and name.split(".")[2] != path.stem
    ]
    assert found == []


def test_no_file_is_longer_than_a_reader_can_hold():
    sizes = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in _all()}
    assert {name: lines for name, lines in sizes.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen():
    long = {
        f"{_name(path)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in _all()
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert long == {}


def _all() -> list[Path]:
    return [ROOT / "main.py", *_files("models", "services", "ui", "tests")]


def test_every_module_says_in_one_line_what_it_is():
    docs = {_name(path): ast.get_docstring(_tree(path)) for path in _all() if path.stat().st_size}
    assert [name for name, text in docs.items() if not text or "\n" in text] == []


def test_there_is_no_float_near_money():
    found = [
        f"{_name(path)}:{node.lineno}"
        for path in _files("models", "services")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Name) and node.id == "float" and _knows_money(path)
    ]
    assert found == []


def _knows_money(path: Path) -> bool:
    return "Decimal" in path.read_text(encoding="utf-8") and "reports" not in path.parts


def _refusal_codes() -> set[str]:
    found: set[str] = set()
    for path in _files("services", "ui/console"):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused" and node.args:
                found |= _codes_in(node.args[0])
            elif isinstance(node, ast.Constant) and _is_code_of_a_table(path, node.value):
                found.add(str(node.value))
    for path in (ROOT / "models").rglob("*.sql"):
        found |= {one or other for one, other in GUARD.findall(path.read_text(encoding="utf-8"))}
    return found


def _codes_in(node: ast.expr) -> set[str]:
    texts = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}


def _is_code_of_a_table(path: Path, value: object) -> bool:
    areas = {code.partition(".")[0] for code in errors.SENTENCES} - {
        "claim",
        "project",
        "bank_account",
        "user",
    }
    return (
        isinstance(value, str)
        and bool(CODE.fullmatch(value))
        and value.partition(".")[0] in areas
        and (
            value not in _permissions()
            and path.name != "catalogue.py"
            and not value.endswith((".key", ".toml"))
        )
    )


def _permissions() -> set[str]:
    from services.permissions import Permission

    return set(Permission)


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal():
    codes = _refusal_codes()
    assert sorted(codes - errors.SENTENCES.keys()) == []
    assert sorted(errors.SENTENCES.keys() - codes) == []


def test_every_check_of_a_claim_has_its_sentence():
    # a breach of a limit stops or warns, as the company's own row says
    made = {
        "stop": (0, ("stop",)),
        "warn": (0, ("warn",)),
        "passed": (0, ("ok",)),
        "breach": (1, ("warn", "stop")),
    }
    found = {
        f"{node.args[place].value}.{level}"
        for path in _files("services")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in made
        for place, levels in [made[node.func.id]]
        if len(node.args) > place and isinstance(node.args[place], ast.Constant)
        for level in levels
    }
    written = {f"{code}.{level}" for code, levels in check_words.SENTENCES.items() for level in levels}
    assert sorted(found - written) == []


def _words_to_show() -> dict[str, type[StrEnum]]:
    for package in (models, services):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if (
                "migrations" not in module.name
                and "__main__" not in module.name
                and "child" not in module.name
            ):
                importlib.import_module(module.name)
    kinds = {
        kind for kind in StrEnum.__subclasses__() if kind.__module__.split(".")[0] in {"models", "services"}
    }
    return {kind.__name__: kind for kind in kinds if kind.__name__ not in NOT_SHOWN}


def test_every_choice_has_a_word_for_each_of_its_values():
    kinds = _words_to_show()
    assert sorted(kinds) == sorted(labels.LABELS)
    for name, kind in kinds.items():
        assert sorted(kind) == sorted(labels.LABELS[name]), name


def test_every_silenced_warning_says_why_beside_it():
    silent = re.compile(r"#\s*(noqa(: *[A-Z0-9, ]+)?|type: ignore(\[[a-z, -]+\])?|pragma: no cover)\s*$")
    places = [
        f"{_name(path)}:{number}"
        for path in [ROOT / "main.py", *_files("models", "services", "ui", "tests")]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if silent.search(line)
    ]
    assert places == []


def test_the_top_level_stays_as_it_was_planned():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout of git")
    found = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert found - TOP_LEVEL == set()
