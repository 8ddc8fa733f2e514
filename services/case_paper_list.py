"""The list of papers of a case 资料清单: what its steps need, and where each paper stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.attachment import Attachment
from models.certificate_case import CasePaper, CertificateCase, PaperState
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_BETWEEN = re.compile(r"[,，、;；\n]+")


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as shown; `file` is the name of the attached file, "" for none."""

    id: int
    name: str
    state: PaperState
    remark: str
    attachment_id: int | None
    file: str


def names_of(papers: Iterable[str]) -> list[str]:
    """The papers that the steps name, each once, in the order of the steps: "申请表、章程" are two."""
    found = (name.strip() for text in papers for name in _BETWEEN.split(text))
    return list(dict.fromkeys(name for name in found if name))


@open_to_all(_WHY)
def follow_steps(session: Session, case: CertificateCase) -> None:
    """The list is what the steps need now: a paper that stays keeps its state, one that no step needs any more goes."""
    known = {} if case.id is None else {one.name: one for one in of(session, case.id)}
    kept = []
    for place, name in enumerate(names_of(step.papers for step in case.steps)):
        paper = known.get(name) or CasePaper(name=name, state=PaperState.OPEN)
        paper.position = place
        kept.append(paper)
    case.papers = kept


@open_to_all(_WHY)
def of(session: Session, case_id: int) -> Sequence[CasePaper]:
    """The papers of a case in their order."""
    query = select(CasePaper).where(CasePaper.case_id == case_id).order_by(CasePaper.position, CasePaper.id)
    return session.scalars(query).all()


@open_to_all(_WHY)
def rows_of(session: Session, case_id: int) -> list[PaperRow]:
    """The papers of a case with the names of their files."""
    query = (
        select(CasePaper, Attachment.name)
        .outerjoin(Attachment, Attachment.id == CasePaper.attachment_id)
        .where(CasePaper.case_id == case_id)
        .order_by(CasePaper.position, CasePaper.id)
    )
    return [
        PaperRow(one.id, one.name, one.state, one.remark, one.attachment_id, file or "")
        for one, file in session.execute(query)
    ]
