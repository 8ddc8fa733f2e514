"""Acts on several papers: each is an act of its own; what is refused is listed with its sentence, the rest is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import claim_several, expense_claims
from services.permissions import Permission
from services.terms import EDITABLE, ClaimState
from ui.claims.refused_papers import RefusedPapers
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import ask, tell
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.claim_several import Standing
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.claims.claims_page import ClaimsPage

LISTED = 8  # numbers in the question; the others are counted

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Several:
    """An act on several papers with its words: source strings of context "Claim", {count} is filled in."""

    work: Callable[[Actor, Standing, date, Session], object]
    question: str
    button: str
    doing: str
    done: str
    danger: bool = False


def _submit(actor: Actor, paper: Standing, today: date, session: Session) -> None:
    """Its command is that of the single act: whichever way it is handed in twice, it is handed in once."""
    command_id = f"submit:{paper.id}:{paper.version}:{actor.user_id}"
    expense_claims.submit(session, actor, paper.id, paper.version, command_id, today=today)


def _delete(actor: Actor, paper: Standing, _today: date, session: Session) -> None:
    expense_claims.delete(session, actor, paper.id, paper.version)


_SUBMIT = Several(
    _submit,
    QT_TRANSLATE_NOOP("Claim", "Submit {count} papers, {amount} together?"),
    QT_TRANSLATE_NOOP("Claim", "Submit"),
    QT_TRANSLATE_NOOP("Claim", "Submitting…"),
    QT_TRANSLATE_NOOP("Claim", "Submitted: {count}."),
)
_DELETE = Several(
    _delete,
    QT_TRANSLATE_NOOP("Claim", "Delete {count} drafts, {amount} together, with their invoices and files?"),
    QT_TRANSLATE_NOOP("Claim", "Delete"),
    QT_TRANSLATE_NOOP("Claim", "Deleting…"),
    QT_TRANSLATE_NOOP("Claim", "Deleted: {count}."),
    danger=True,
)


def _begin(several: Several, page: ClaimsPage, ids: list[int]) -> None:
    """Look at the papers as they stand: their versions are what the acts expect."""
    work = partial(_standing, page.desk.actor, tuple(ids))
    page.desk.tasks.read(page, work, partial(_ask, several, page))


def _standing(actor: Actor, ids: Sequence[int], session: Session) -> list[Standing]:
    return claim_several.standing(session, actor, ids)


def _ask(several: Several, page: ClaimsPage, papers: list[Standing]) -> None:
    if not papers:
        tell(page, translate("Claim", "These papers are gone. Look again with F5."))
        return
    total = sum((paper.amount for paper in papers), Decimal(0))
    question = translate("Claim", several.question).format(
        count=formats.count(len(papers)), amount=formats.yuan(total)
    )
    run = partial(_run, several, page, papers)
    button = translate("Claim", several.button)
    ask(page, question, button, run, detail=_listed(papers), danger=several.danger)


def _listed(papers: Sequence[Standing]) -> str:
    """Number, claimant and purpose of the first ones, and how many more there are."""
    lines = [f"{paper.number}  {paper.claimant_name}  {paper.purpose}".rstrip() for paper in papers[:LISTED]]
    more = len(papers) - LISTED
    if more > 0:
        lines.append(translate("Claim", "and {count} more").format(count=formats.count(more)))
    rule = translate("Claim", "Each is done on its own; those that cannot be are listed afterwards.")
    return "\n".join([*lines, "", rule])


def _run(several: Several, page: ClaimsPage, papers: list[Standing]) -> None:
    actor, today = page.desk.actor, page.desk.today()
    works = [partial(several.work, actor, paper, today) for paper in papers]
    page.notice.clear()
    doing = translate("Claim", several.doing)
    page.desk.tasks.run_each(page, doing, works, partial(_done, several, page, papers))


def _done(several: Several, page: ClaimsPage, papers: list[Standing], found: list[Refused | None]) -> None:
    """Say what was done; what was refused, or not begun any more, is listed to be worked through."""
    page.refresh()
    done = translate("Claim", several.done).format(count=formats.count(found.count(None)))
    left = len(papers) - len(found)
    if left:
        words = translate("Claim", "Not begun, because you cancelled: {count}.")
        done = f"{done} {words.format(count=formats.count(left))}"
    refused = [(paper, each) for paper, each in zip(papers, found, strict=False) if each is not None]
    if refused:
        page.view.table.select_ids([paper.id for paper, _ in refused])
        dialog = RefusedPapers(page, done, refused)
        dialog.finished.connect(lambda _result: page.refresh())  # some were mended meanwhile
        dialog.open()
    else:
        page.notice.say(
            done, "amber" if left else "green", dismiss=(translate("Claim", "Close"), lambda: None)
        )


_EDIT = (Permission.CLAIM_EDIT,)

# the keys of the single acts: with several rows selected those are off
# fmt: off
SUBMIT_SEVERAL = Action("submit_several", QT_TRANSLATE_NOOP("Action", "Submit the selected papers"), partial(_begin, _SUBMIT), "check", "Ctrl+Return", _EDIT, EDITABLE, Takes.SEVERAL, more=True)
DELETE_SEVERAL = Action("delete_several", QT_TRANSLATE_NOOP("Action", "Delete the selected drafts"), partial(_begin, _DELETE), "trash-2", "Del", _EDIT, frozenset({ClaimState.DRAFT}), Takes.SEVERAL, more=True, danger=True)
