"""The papers of the sample's last payroll sheet that was paid, for the tour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from services.reports.paper import A4, A4_LANDSCAPE, A5_LANDSCAPE, PrintSettings
from services.terms import RunKind, RunState
from ui.payroll.paper_list import PAPERS, Opens

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

_SETTLED = (RunState.PAID, RunState.LOCKED)
_SIZES = {paper.name: paper for paper in (A4, A4_LANDSCAPE, A5_LANDSCAPE)}


def write_papers(session: Session, actor: Actor) -> Mapping[str, bytes]:
    """Every paper of the sheet that is printed, by the name of its file; nothing before wages were paid."""
    from services import payroll_runs, payroll_sheets
    from ui.state import this_day

    today = this_day()
    found = [
        row
        for year in (today.year - 1, today.year)
        for row in payroll_runs.schedule(session, actor, year, today)
        if row.state in _SETTLED and row.kind is RunKind.REGULAR and row.run_id is not None
    ]
    if not found:
        return {}
    run_id = max(found, key=lambda row: row.month).run_id or 0
    person = next(row.employee_id for row in payroll_sheets.rows(session, actor, run_id) if row.employee_id)
    written = {}
    for paper in PAPERS:
        if paper.opens is Opens.PREVIEW:
            ids = (run_id, person) if paper.person else (run_id,)
            settings = PrintSettings(_SIZES[paper.sizes[0]])
            made = paper.make()(session, actor, *ids, settings=settings, **paper.options)
            written[f"payroll-{paper.name.replace('_', '-')}"] = made.content
    return written
