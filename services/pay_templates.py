"""The templates of the printed pay papers: the usual ones as data, the company's own, those a locked month keeps."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from models.payroll import PayrollRun
from services import records, settings
from services.database import Session
from services.pay_template_columns import TemplateColumn
from services.permissions import Actor, open_to_all
from services.reports.paper import A3_LANDSCAPE, A4, A4_LANDSCAPE, A5_LANDSCAPE, Paper, PrintSettings

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "templates"
_HIDDEN = "-"


class PayPaper(StrEnum):
    """工资表, 工资条, 个人工资清单, 人工成本表, 个人年度工资表."""

    SHEET = "sheet"
    STRIPS = "strips"
    SLIP = "slip"
    COST = "cost"
    YEAR = "year"


_LISTS = (A4_LANDSCAPE, A3_LANDSCAPE)
SIZES: Mapping[PayPaper, tuple[Paper, ...]] = {
    PayPaper.SHEET: _LISTS,
    PayPaper.STRIPS: (A4, *_LISTS),
    PayPaper.SLIP: (A5_LANDSCAPE, A4_LANDSCAPE),
    PayPaper.COST: _LISTS,
    PayPaper.YEAR: _LISTS,
}


@dataclass(frozen=True, slots=True)
class PayTemplate:
    """What a paper looks like; marks like {年月} in title and note are filled in, `per_page` is for strips."""

    paper: PayPaper
    title: str
    size: str
    note: str
    signatures: tuple[str, ...]
    columns: tuple[TemplateColumn, ...]
    per_page: int = 0

    def settings(self, wanted: PrintSettings | None) -> PrintSettings:
        """The paper that is wanted, else the template's own."""
        own = {size.name: size for size in SIZES[self.paper]}
        return wanted or PrintSettings(own.get(self.size, SIZES[self.paper][0]))


@cache
def usual(paper: PayPaper) -> PayTemplate:
    """The template of resources/templates/payroll_….toml."""
    found = tomllib.loads((FOLDER / f"payroll_{paper.value}.toml").read_text(encoding="utf-8"))
    columns = tuple(
        TemplateColumn(key.removeprefix(_HIDDEN), shown=not key.startswith(_HIDDEN))
        for key in found["columns"]
    )
    return PayTemplate(
        paper,
        found["title"],
        found["size"],
        found["note"],
        tuple(found["signatures"]),
        columns,
        found.get("per_page", 0),
    )


def offered_keys(paper: PayPaper) -> frozenset[str]:
    """The columns and groups a paper may have."""
    return frozenset(column.key for column in usual(paper).columns)


@open_to_all("what a paper looks like; what stands on it has its permission")
def template(session: Session, paper: PayPaper) -> PayTemplate:
    """The template in force: the company's own, else the usual one."""
    kept = settings.get(session, setting_name(paper), None)
    return parsed(paper, kept) if kept else usual(paper)


@open_to_all("what a paper looks like, as above")
def of_run(session: Session, run: PayrollRun, paper: PayPaper) -> PayTemplate:
    """The template a run is printed with: a locked one keeps those that were in force when it was locked."""
    kept = settings.get(session, _run_name(run), None) if run.id is not None else None
    return parsed(paper, kept[paper.value]) if kept and paper.value in kept else template(session, paper)


@open_to_all("a step of locking a run, which has checked")
def keep_for(session: Session, actor: Actor, run: PayrollRun) -> None:
    """Keep the templates in force with a run that is being locked, so that it prints the same for good."""
    papers = (paper for paper in PayPaper if paper is not PayPaper.YEAR)  # a year has many runs
    kept = {paper.value: stored(template(session, paper)) for paper in papers}
    settings.put_checked(session, actor, _run_name(run), kept)


@open_to_all("what a paper looks like, as above")
def sizes(session: Session, run_id: int) -> dict[PayPaper, str]:
    """The paper each template of a run is for."""
    run = records.load(session, PayrollRun, run_id)
    return {paper: of_run(session, run, paper).size for paper in PayPaper}


def setting_name(paper: PayPaper) -> str:
    """The setting that keeps the company's own template."""
    return f"pay_template.{paper.value}"


def _run_name(run: PayrollRun) -> str:
    return f"pay_template.run.{run.id}"


def stored(made: PayTemplate) -> dict[str, Any]:
    """A template as JSON."""
    found = asdict(made)
    del found["paper"]
    found["columns"] = [[column.key, column.heading, column.width, column.shown] for column in made.columns]
    return found | {"signatures": list(made.signatures)}


def parsed(paper: PayPaper, kept: Mapping[str, Any]) -> PayTemplate:
    """A template from JSON."""
    columns = tuple(TemplateColumn(*column) for column in kept["columns"])
    fields = dict(kept) | {"columns": columns, "signatures": tuple(kept["signatures"])}
    return PayTemplate(paper, **fields)
