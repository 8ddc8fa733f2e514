"""`print payroll 2026-11 --out F.pdf`, `print payslips …`, `export tax_wages --month 2026-11 --out F.xlsx`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from services.errors import Refused
from ui.console.access import opened, signed_in
from ui.console.words import Words

# what may be typed, and which entry of ui/payroll/papers.py it is
PRINTED: Mapping[str, str] = {
    "payroll": "sheet",
    "payroll_sheet": "sheet",
    "工资表": "sheet",
    "payroll_cost": "cost",
    "人工成本表": "cost",
    "payroll_departments": "departments",
    "工资汇总": "departments",
    "payslips": "strips",
    "工资条": "strips",
}
EXPORTED: Mapping[str, str] = {"tax_wages": "tax_wages", "tax_bonus": "tax_bonus", "tax_people": "tax_people"}
_SIZES = ("sheet", "cost", "departments")


def known(typed: str, kinds: Mapping[str, str]) -> bool:
    """Whether one of these is meant."""
    return _plain(typed) in kinds


def made(arguments: argparse.Namespace, words: Words, typed: Sequence[str]) -> bytes:
    """The bytes of a paper of one run. Raises Refused "console.one_run", and what the paper raises."""
    from services import payroll_papers
    from ui.payroll.papers import BY_NAME

    if len(typed) != 1 or not typed[0]:
        raise Refused("console.one_run")
    paper = BY_NAME[{**PRINTED, **EXPORTED}[_plain(arguments.kind)]]
    options = dict(paper.options) | _paper(arguments, paper.name)

    with opened(arguments) as database:
        actor = signed_in(database, arguments.user, words)
        with database.read() as session:
            run_id = payroll_papers.find(session, actor, typed[0])
            content: bytes = paper.make(session, actor, run_id, **options).content
    return content


def _paper(arguments: argparse.Namespace, name: str) -> dict[str, object]:
    wanted = (getattr(arguments, "paper", None) or "").strip().upper()
    if not wanted or name not in _SIZES:
        return {}
    if wanted not in {"A4", "A3"}:
        raise Refused("console.unknown_kind", kind=arguments.paper, kinds="A4, A3")
    return {"paper": wanted}


def _plain(typed: str) -> str:
    return typed.strip().casefold().replace("-", "_")
