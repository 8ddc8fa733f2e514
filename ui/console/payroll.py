"""`print payroll 2026-11 --out F.pdf`, `print payslips …`, `export tax_wages --month 2026-11 --out F.xlsx`."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from services.errors import Refused
from ui.console.access import opened, signed_in
from ui.console.words import Words

if TYPE_CHECKING:
    from services.payroll_rows import PaperFile
    from services.reports.paper import PrintSettings

# what may be typed, and the function that makes it
PRINTED: Mapping[str, str] = {
    "payroll": "services.payroll_papers:sheet",
    "payroll_sheet": "services.payroll_papers:sheet",
    "工资表": "services.payroll_papers:sheet",
    "payroll_cost": "services.payroll_papers:cost",
    "人工成本表": "services.payroll_papers:cost",
    "payroll_departments": "services.payroll_papers:departments",
    "工资汇总": "services.payroll_papers:departments",
    "payslips": "services.payroll_slips:strips",
    "工资条": "services.payroll_slips:strips",
}
EXPORTED: Mapping[str, str] = {
    "tax_wages": "services.tax_client_files:wages",
    "tax_bonus": "services.tax_client_files:bonus",
    "tax_severance": "services.tax_client_files:severance",
    "tax_labour": "services.tax_client_files:labour",
    "tax_people": "services.tax_client_files:people",
}


def known(typed: str, kinds: Mapping[str, str]) -> bool:
    """Whether one of these is meant."""
    return _plain(typed) in kinds


def made(arguments: argparse.Namespace, words: Words, typed: Sequence[str]) -> bytes:
    """The bytes of a paper of one run. Raises Refused "console.one_run", and what the paper raises."""
    from services import payroll_papers

    if len(typed) != 1 or not typed[0]:
        raise Refused("console.one_run")
    module, _, name = {**PRINTED, **EXPORTED}[_plain(arguments.kind)].partition(":")
    make: Callable[..., PaperFile] = getattr(importlib.import_module(module), name)
    options = _paper(arguments, name)
    with opened(arguments) as database:
        actor = signed_in(database, arguments.user, words)
        with database.read() as session:
            return make(session, actor, payroll_papers.find(session, actor, typed[0]), **options).content


def _paper(arguments: argparse.Namespace, name: str) -> dict[str, PrintSettings]:
    """What --paper says: lists lie on their side, strips stand."""
    from services.reports.paper import A3_LANDSCAPE, A4, A4_LANDSCAPE, PrintSettings

    wanted = (getattr(arguments, "paper", None) or "").strip().upper()
    known = {"A4": A4} if name == "strips" else {"A4": A4_LANDSCAPE, "A3": A3_LANDSCAPE}
    if not wanted:
        return {}
    if wanted not in known:
        raise Refused("console.unknown_kind", kind=arguments.paper, kinds=", ".join(known))
    return {"settings": PrintSettings(known[wanted])}


def _plain(typed: str) -> str:
    return typed.strip().casefold().replace("-", "_")
